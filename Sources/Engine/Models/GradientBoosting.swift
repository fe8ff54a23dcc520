// A gradient-boosted model of a yes-or-no target: trained, stored as XGBoost's own JSON, and used.
import Evidence
import Plan
import Privacy

/// A value: the model's JSON, and how columns enter it. Prediction loads the JSON, so what is used is what would be released.
public struct GradientBoosting: Sendable {
    public let target: ModelColumn
    /// The columns that are predicted from, in the order in which they enter.
    public let columns: [ModelColumn]
    /// How many rows it was trained on.
    public let rows: Int
    public let rounds: Int
    /// Mean gain of the splits on a column (Chen, Guestrin 2016); 0 for one that no split uses.
    public let importance: [String: Double]
    private let json: [UInt8]

    /// `tree_method` hist, logistic loss, learning rate 0.1, no sampling, so that the seed is kept but draws nothing yet.
    /// Rows whose target is missing are left out; `id` columns and the target are never features.
    public static func train(
        _ table: CodedTable, target: String, columns: [ModelColumn], rounds: Int = 200, depth: Int = 6, seed: UInt64 = 0,
        isInterrupted: () -> Bool = { false }
    ) throws(EvaluationError) -> GradientBoosting {
        guard table.rows > 0 else { throw .empty(relation: "training") }
        let truth = try BinaryTarget(target, in: table, relation: "training")
        guard truth.hasBothClasses else { throw .targetHasOneClass(target, relation: "training") }
        let used = columns.filter { $0.name != target && !$0.features.isEmpty }
        guard !used.isEmpty else { throw .noFeatures(target: target) }
        let kept = truth.rows.count == table.rows ? table : table.rows(truth.rows)
        let training = try FeatureMatrix(
            try matrix(kept, used, relation: "training"), rows: kept.rows, labels: truth.positive.map { $0 ? 1 : 0 })
        let features = used.flatMap(\.features)
        let booster = try Booster(
            training: training, names: features.map(\.name),
            parameters: [
                ("objective", "binary:logistic"), ("tree_method", "hist"), ("max_depth", "\(depth)"), ("eta", "0.1"),
                ("seed", "\(seed & 0x7FFF_FFFF)"),
            ], rounds: rounds, until: isInterrupted)
        return GradientBoosting(
            target: truth.column, columns: used, rows: kept.rows, rounds: rounds,
            importance: try meanGain(booster, features),
            json: try booster.json())
    }

    /// A model read back from its JSON. `rows`, `rounds` and `importance` are of its training, and not known of it here.
    public init(modelJSON json: [UInt8], target: ModelColumn, columns: [ModelColumn]) throws(EvaluationError) {
        _ = try Booster(json: json)
        self.init(target: target, columns: columns, rows: 0, rounds: 0, importance: [:], json: json)
    }

    private init(
        target: ModelColumn, columns: [ModelColumn], rows: Int, rounds: Int, importance: [String: Double], json: [UInt8]
    ) {
        (self.target, self.columns, self.rows, self.rounds) = (target, columns, rows, rounds)
        (self.importance, self.json) = (importance, json)
    }

    /// The probability of yes, a row.
    public func predict(_ table: CodedTable) throws(EvaluationError) -> [Float] {
        guard table.rows > 0 else { return [] }
        let features = try FeatureMatrix(try matrix(table, columns, relation: "scored"), rows: table.rows)
        return try Booster(json: json).predict(features)
    }

    /// Loads in any XGBoost from 1.7. Features are named by column, and a choice's by `column=level`.
    public func modelJSON() throws(EvaluationError) -> [UInt8] { json }

    public var features: [String] { columns.flatMap(\.features).map(\.name) }

    public func record(step: String) -> ModelRecord {
        ModelRecord(
            step: step, method: TrainStep.Method.gradientBoosting.rawValue, target: target.name,
            features: columns.map(\.name),
            rows: rows, rounds: rounds, importance: importance)
    }

    private static func meanGain(_ booster: Booster, _ features: [Feature]) throws(EvaluationError) -> [String: Double]
    {
        let gain = try booster.score("total_gain")
        let splits = try booster.score("weight")
        var sums: [String: (gain: Double, splits: Double)] = [:]
        for feature in features {
            let old = sums[feature.column] ?? (0, 0)
            sums[feature.column] = (old.gain + (gain[feature.name] ?? 0), old.splits + (splits[feature.name] ?? 0))
        }
        return sums.mapValues { $0.splits > 0 ? $0.gain / $0.splits : 0 }
    }
}

extension TrainStep {
    /// The model that the step trains on these rows.
    public func model(on table: CodedTable, isInterrupted: () -> Bool = { false }) throws(EvaluationError) -> GradientBoosting {
        switch method {
        case .gradientBoosting:
            try GradientBoosting.train(
                table, target: target, columns: columns, rounds: rounds, depth: depth, seed: seed,
                isInterrupted: isInterrupted)
        }
    }
}
