// The steps of a plan: what each reads, makes and does.
import Privacy
import Source

public struct Step: Hashable, Sendable, Codable {
    /// The step's name: its result's, or for a step without one its verb and place in the order (`delete_9`).
    public var name: String
    public var verb: String
    public var action: Action
    public init(name: String, verb: String, action: Action) { (self.name, self.verb, self.action) = (name, verb, action) }
}

/// INVARIANT: a relation's columns are known before the run; `relational` and `split` say them.
public enum Action: Hashable, Sendable {
    case relational(RelationalStep)
    case split(SplitStep)
    case learn(LearnStep)
    case generate(GenerateStep)
    case evaluate(EvaluateStep)
    case train(TrainStep)
    case audit(AuditStep)
    case delete(DeleteStep)
    case release(ReleaseStep)
}

/// `consolidate`, `clean`: one relation from others.
public struct RelationalStep: Hashable, Sendable, Codable {
    public var relation: Relation
    public var columns: [Column]
    /// The column that tells the rows apart; never a feature.
    public var key: String?
    /// `need`: how many rows there must be, and may be.
    public var need: RowRange?
    public init(relation: Relation, columns: [Column], key: String?, need: RowRange? = nil) {
        (self.relation, self.columns, self.key, self.need) = (relation, columns, key, need)
    }
}

public struct RowRange: Hashable, Sendable, Codable {
    public var low: Int64
    public var high: Int64
    public init(low: Int64, high: Int64) { (self.low, self.high) = (low, high) }
}

/// Row r is of the first part when SHA-256(salt ‖ "\n" ‖ key of r), its first 8 bytes read as a big-endian fraction of 2^64,
/// falls below `share`; otherwise of the second.
public struct SplitStep: Hashable, Sendable, Codable {
    public var from: String
    public var into: [String]
    public var share: Exact
    public var key: String
    public var salt: String
    public var columns: [Column]
    public init(from: String, into: [String], share: Exact, key: String, salt: String, columns: [Column]) {
        (self.from, self.into, self.share, self.key) = (from, into, share, key)
        (self.salt, self.columns) = (salt, columns)
    }
}

/// A column as it is learnt, generated, evaluated and trained on.
public struct ModelColumn: Hashable, Sendable, Codable {
    public var name: String
    /// Its name in the source, and in released files.
    public var named: String
    public var domain: Domain
    public var levels: Levels
    public init(name: String, named: String? = nil, domain: Domain, levels: Levels) {
        (self.name, self.named, self.domain, self.levels) = (name, named ?? name, domain, levels)
    }
}

public struct LearnStep: Hashable, Sendable, Codable {
    public enum Method: String, Hashable, Sendable, Codable { case mst }
    public var method: Method
    public var from: String
    public var columns: [ModelColumn]
    public var unit: String
    /// How many rows one unit may have.
    public var atMost: Int
    public var epsilon: Exact
    public var delta: Exact
    /// The noise's seed: only in a plan on data marked as test data, and the guarantee is then void.
    public var seed: UInt64?
    public init(
        method: Method, from: String, columns: [ModelColumn], unit: String, atMost: Int = 1, epsilon: Exact, delta: Exact,
        seed: UInt64? = nil
    ) {
        (self.method, self.from, self.columns, self.unit, self.atMost) = (method, from, columns, unit, atMost)
        (self.epsilon, self.delta, self.seed) = (epsilon, delta, seed)
    }
}

public struct GenerateStep: Hashable, Sendable, Codable {
    public var from: String
    public var rows: Int
    public init(from: String, rows: Int) { (self.from, self.rows) = (from, rows) }
}

public struct EvaluateStep: Hashable, Sendable, Codable {
    public var synthetic: String
    public var reference: String
    public var holdout: String
    public var columns: [ModelColumn]
    /// What an attacker may hold beside the synthetic rows.
    public var combinedWith: [Auxiliary]
    /// The columns whose inference is attacked: those that are not `Ordinary`, or else all.
    public var secrets: [String]
    /// The target of the utility test: train on synthetic, test on real.
    public var target: String?
    public var attacks: Int
    public var gates: [Gate]
    public init(
        synthetic: String, reference: String, holdout: String, columns: [ModelColumn], combinedWith: [Auxiliary],
        secrets: [String], target: String?, attacks: Int = 2000, gates: [Gate]
    ) {
        (self.synthetic, self.reference, self.holdout, self.columns) = (synthetic, reference, holdout, columns)
        (self.combinedWith, self.secrets, self.target) = (combinedWith, secrets, target)
        (self.attacks, self.gates) = (attacks, gates)
    }
}

/// A table that an attacker may hold: its columns that stand in the evaluated relation too, coded by the same levels.
public struct Auxiliary: Hashable, Sendable, Codable {
    public var table: TableReference
    public var columns: [ModelColumn]
    public init(table: TableReference, columns: [ModelColumn]) { (self.table, self.columns) = (table, columns) }
}

/// A threshold, declared before the run; it is the worse end of the 95 % interval that must satisfy it.
public struct Gate: Hashable, Sendable, Codable {
    public enum Comparison: String, Hashable, Sendable, Codable { case atLeast, atMost }
    /// `one_way_similarity two_way_similarity three_way_similarity utility_ratio worst_risk singling_out_risk
    /// linkability_risk inference_risk exact_copy_excess equal_opportunity_gap demographic_parity_gap`
    public var measure: String
    public var comparison: Comparison
    public var limit: Exact
    public init(measure: String, comparison: Comparison, limit: Exact) {
        (self.measure, self.comparison, self.limit) = (measure, comparison, limit)
    }
}

public struct TrainStep: Hashable, Sendable, Codable {
    public enum Method: String, Hashable, Sendable, Codable { case gradientBoosting = "gradient_boosting" }
    public var method: Method
    public var on: String
    public var target: String
    public var columns: [ModelColumn]
    public var rounds: Int
    public var depth: Int
    public var seed: UInt64
    public init(
        method: Method, on: String, target: String, columns: [ModelColumn], rounds: Int = 200, depth: Int = 6, seed: UInt64 = 0
    ) {
        (self.method, self.on, self.target, self.columns) = (method, on, target, columns)
        (self.rounds, self.depth, self.seed) = (rounds, depth, seed)
    }
}

public struct AuditStep: Hashable, Sendable, Codable {
    public var model: String
    public var on: String
    public var groups: [String]
    /// Groups with fewer rows are not shown.
    public var smallest: Int
    public var gates: [Gate]
    public init(model: String, on: String, groups: [String], smallest: Int = 30, gates: [Gate]) {
        (self.model, self.on, self.groups, self.smallest, self.gates) = (model, on, groups, smallest, gates)
    }
}

public struct DeleteStep: Hashable, Sendable, Codable {
    public var relations: [String]
    /// The gates after which it happens: on every path, whether they passed or not.
    public var after: [String]
    public init(relations: [String], after: [String]) { (self.relations, self.after) = (relations, after) }
}

public struct ReleaseStep: Hashable, Sendable, Codable {
    public var results: [String]
    public init(results: [String]) { self.results = results }
}
