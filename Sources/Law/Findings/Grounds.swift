// What a finding rests on: facts such that it stands for as long as none of them changes. Remedies search among them.
import Model

/// A fact of a kind that a finding rests on; of a function between facts, the function's name and no kind.
public struct Ground: Hashable, Sendable {
    public let kind: String
    public let fact: String
    /// Whose it is.
    public let entity: EntityID?

    public init(kind: String, fact: String, entity: EntityID?) { (self.kind, self.fact, self.entity) = (kind, fact, entity) }
}

public struct Grounds: Sendable {
    public fileprivate(set) var facts: Set<Ground> = []
    fileprivate var seen: Set<Asked> = []

    fileprivate struct Asked: Hashable {
        var what: ObjectIdentifier
        var index: Int
        var values: [Value]
    }
}

extension LawResult {
    /// The facts that a rule's finding rests on: enough to make it, so that whoever wants it gone must change one of them.
    /// Where several would do (an `or` that holds twice), one of them is told. nil when the finding is not this law's.
    public func grounds(of firing: Firing) -> Grounds? {
        guard let (rule, evaluation, bound) = asked(firing) else { return nil }
        var frame = [Value](repeating: .none, count: rule.frame), grounds = Grounds()
        for variable in rule.variables {
            evaluation.read(variable.range, &frame, &grounds)
            frame[variable.slot] = bound[variable.slot]
        }
        evaluation.rest(rule.when, &frame, &grounds)
        for exception in rule.exceptions { evaluation.rest(exception.when, &frame, &grounds) }
        return grounds
    }

    /// The rule of a finding, and its variables as they were bound; nil when the finding is not this law's.
    func asked(_ firing: Firing) -> (rule: Rule, evaluation: Evaluation, frame: [Value])? {
        guard let rule = packs.lazy.flatMap(\.rules).first(where: { $0.code == firing.code && $0.variables.map(\.name) == firing.bindings.map(\.name) })
        else { return nil }
        var frame = [Value](repeating: .none, count: rule.frame)
        for (variable, binding) in zip(rule.variables, firing.bindings) { frame[variable.slot] = binding.value }
        return (rule, Evaluation(packs, over: model, asOf: asOf), frame)
    }
}

extension Evaluation {
    /// Why a condition is what it is.
    func rest(_ node: Node, _ frame: inout [Value], _ out: inout Grounds) {
        let result = truth(node, &frame)
        (undecided, gaps) = (nil, [])
        switch node.form {
        case .not(let inner): rest(inner, &frame, &out)
        case .and(let left, let right): rest([left, right], first: result == .no, of: result, &frame, &out)
        case .or(let left, let right): rest([left, right], first: result == .yes, of: result, &frame, &out)
        case .define(let define, let arguments):
            for argument in arguments { read(argument, &frame, &out) }
            var inner = self.frame(define.frame, arguments, &frame)
            let asked = Grounds.Asked(what: ObjectIdentifier(define), index: 0, values: Array(inner.prefix(arguments.count)))
            if out.seen.insert(asked).inserted { rest(define.body, &inner, &out) }
        case .quantified(let kind, let slot, let range, let body) where kind != .count:
            rest(kind, slot, range, body, result, &frame, &out)
        case .factor(let index, _): rest(factor: index, &out)
        case .concluded(let decision, let arguments, _), .undetermined(let decision, let arguments):
            for argument in arguments { read(argument, &frame, &out) }
            rest(decide(decision, arguments, &frame), &out)
        default: read(node, &frame, &out)
        }
    }

    private func rest(_ nodes: [Node], first: Bool, of result: Three, _ frame: inout [Value], _ out: inout Grounds) {
        for node in nodes where truth(node, &frame) == result {
            rest(node, &frame, &out)
            if first { return }
        }
    }

    private func rest(
        _ kind: Node.Quantification, _ slot: Int, _ range: Node, _ body: Node?, _ result: Three, _ frame: inout [Value], _ out: inout Grounds
    ) {
        read(range, &frame, &out)
        guard case .known(let list) = value(range, &frame) else { return }
        let elements = Evaluation.elements(list), decisive: Three = kind == .exists ? .yes : .no
        for element in elements {
            frame[slot] = element
            let one = body.map { truth($0, &frame) } ?? .yes
            guard result != decisive || one == decisive else { continue }
            if let body { rest(body, &frame, &out) }
            if result == decisive { return }
        }
    }

    /// Every fact that a value is made of.
    func read(_ node: Node, _ frame: inout [Value], _ out: inout Grounds) {
        switch node.form {
        case .property(let base, let fact):
            read(base, &frame, &out)
            guard case .known(.entity(let owner)) = value(base, &frame) else { return }
            out.facts.insert(Ground(kind: model.kind(of: owner), fact: fact, entity: owner))
        case .all(let plural): out.facts.insert(Ground(kind: "", fact: plural, entity: nil))
        case .function(let name, let arguments):
            for argument in arguments { read(argument, &frame, &out) }
            var entity: EntityID?
            if let first = arguments.first, case .known(.entity(let id)) = value(first, &frame) { entity = id }
            out.facts.insert(Ground(kind: "", fact: name, entity: entity))
        case .define(let define, let arguments) where define.body.type != .truth:
            for argument in arguments { read(argument, &frame, &out) }
            var inner = self.frame(define.frame, arguments, &frame)
            read(define.body, &inner, &out)
        case .quantified(.count, let slot, let range, let body):
            read(range, &frame, &out)
            guard let body, case .known(let list) = value(range, &frame) else { return }
            for element in Evaluation.elements(list) {
                frame[slot] = element
                rest(body, &frame, &out)
            }
        case .not, .and, .or, .define, .quantified, .factor, .concluded, .undetermined: rest(node, &frame, &out)
        case .decision(let decision, let arguments):
            for argument in arguments { read(argument, &frame, &out) }
            rest(decide(decision, arguments, &frame), &out)
        default: for child in node.form.children { read(child, &frame, &out) }
        }
        (undecided, gaps) = (nil, [])
    }

    // MARK: Decisions

    /// One group that came out worst is enough. An open conclusion rests on all that every group read.
    private func rest(_ result: DecisionResult, _ out: inout Grounds) {
        if let each = result.source.each, result.arguments.count < result.source.parameters.count {
            var frame = result.groups.first?.frame ?? []
            read(each.range, &frame, &out)
        }
        let worst = result.conclusion == nil ? result.groups : Array(result.worst.prefix(1))
        for group in worst {
            let decision = result.source
            guard out.seen.insert(.init(what: ObjectIdentifier(decision), index: -1, values: group.frame)).inserted else { continue }
            weighing.append(Weighing(decision, group.frame))
            defer { weighing.removeLast() }
            var frame = group.frame
            for row in decision.rows {
                guard let guardNode = row.guardNode else { break }
                let result = truth(guardNode, &frame)
                rest(guardNode, &frame, &out)
                if result == .yes { break }
            }
        }
    }

    private func rest(factor index: Int, _ out: inout Grounds) {
        guard let current = weighing.last,
            out.seen.insert(.init(what: ObjectIdentifier(current.decision), index: index + 1, values: current.frame)).inserted
        else { return }
        var frame = current.frame
        for row in current.decision.factors[index].rows {
            guard let guardNode = row.guardNode else { return }
            let result = truth(guardNode, &frame)
            rest(guardNode, &frame, &out)
            if result == .yes { return }
        }
    }
}
