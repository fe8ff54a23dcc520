// A step's action in the plan's JSON: `{"learn": {…}}`.

extension Action: Codable {
    private enum Key: String, CodingKey { case relational, split, learn, generate, evaluate, train, audit, delete, release }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .relational(let step): try container.encode(step, forKey: .relational)
        case .split(let step): try container.encode(step, forKey: .split)
        case .learn(let step): try container.encode(step, forKey: .learn)
        case .generate(let step): try container.encode(step, forKey: .generate)
        case .evaluate(let step): try container.encode(step, forKey: .evaluate)
        case .train(let step): try container.encode(step, forKey: .train)
        case .audit(let step): try container.encode(step, forKey: .audit)
        case .delete(let step): try container.encode(step, forKey: .delete)
        case .release(let step): try container.encode(step, forKey: .release)
        }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        guard let key = container.allKeys.first, container.allKeys.count == 1 else {
            throw DecodingError.dataCorrupted(.init(codingPath: container.codingPath, debugDescription: "an action has one name"))
        }
        switch key {
        case .relational: self = .relational(try container.decode(RelationalStep.self, forKey: .relational))
        case .split: self = .split(try container.decode(SplitStep.self, forKey: .split))
        case .learn: self = .learn(try container.decode(LearnStep.self, forKey: .learn))
        case .generate: self = .generate(try container.decode(GenerateStep.self, forKey: .generate))
        case .evaluate: self = .evaluate(try container.decode(EvaluateStep.self, forKey: .evaluate))
        case .train: self = .train(try container.decode(TrainStep.self, forKey: .train))
        case .audit: self = .audit(try container.decode(AuditStep.self, forKey: .audit))
        case .delete: self = .delete(try container.decode(DeleteStep.self, forKey: .delete))
        case .release: self = .release(try container.decode(ReleaseStep.self, forKey: .release))
        }
    }
}
