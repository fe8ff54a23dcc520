// A typed pipeline: steps in order, the relations they make, and what each does.
import Privacy
import Source

public struct Pipeline: Sendable {
    public var activity: EntityID
    public var steps: [PipelineStep] = []
    public var relations = Relations()
}

public struct PipelineStep: Sendable {
    public var entity: EntityID
    /// Its first result's name; for a step without one, its verb and place in the order.
    public var name: String
    public var verb: VerbName
    public var action: StepAction
    public var inputs: [EntityID] = []
    public var outputs: [EntityID] = []
    /// The declared columns that it reads itself, the key among them; the opt-out's match is not.
    public var reads: EntitySet = []
    /// Tables it reads directly.
    public var tables: [EntityID] = []
    /// Columns that it names, for the facts that say so.
    var columnFacts: [ColumnFact] = []
}

/// What flows between steps.
public struct PipelineRelation: Sendable {
    public var entity: EntityID
    public var name: String
    public var columns: [RelationColumn]
    /// The column that tells rows apart; never a feature.
    public var key: String?
    public var state: RelationState
    public var madeBy: Int?
    /// Relations that it was made from, itself included.
    public var ancestry: [String] = []
    /// What a `split` made beside it, so that one part can be the control of the other.
    public var siblings: [String] = []
    /// The column by which a `split` parted its rows.
    public var splitBy: String?
    /// At least so many rows, where a `need:` above it says so.
    public var atLeastRows: Int64?

    public var subjects: EntitySet {
        var subjects = EntitySet()
        var before: [EntityID] = []
        for column in columns where column.subjects != before {
            before = column.subjects
            subjects.formUnion(before)
        }
        return subjects
    }
}

/// How personal a relation is: a lattice, from the data of persons to what may be assumed anonymous.
public indirect enum RelationState: Hashable, Sendable {
    case personal, pseudonymised, masked
    case aggregated(smallest: Int?)
    /// `gated` once an `evaluate` limits each way to leak: only then may it be assumed anonymous.
    case synthetic(epsilon: Exact?, delta: Exact?, gated: Bool, from: RelationState)
    /// A model is at least as personal as what it was trained on.
    case model(of: RelationState)
    case synthesiser(epsilon: Exact?, delta: Exact?, from: RelationState)
    case anonymous
    case evidence

    public var word: String {
        switch self {
        case .personal: "Personal"
        case .pseudonymised: "Pseudonymised"
        case .masked: "Masked"
        case .aggregated: "Aggregated"
        case .synthetic: "Synthetic"
        case .model: "Model"
        case .synthesiser: "Synthesiser"
        case .anonymous: "Anonymous"
        case .evidence: "Evidence"
        }
    }
}

/// Boxed, since steps are handed on often and looked into seldom.
public indirect enum StepAction: Sendable {
    case consolidate(Consolidation)
    case clean(Cleaning)
    /// `salt` is the author's, where the split must differ from another of the same names.
    case split(from: String, into: [String], share: Exact, key: String, salt: String?)
    case learn(Learning)
    case generate(from: String, rows: Int)
    case evaluate(Evaluation)
    case train(Training)
    case audit(Auditing)
    case delete(relations: [String], after: [String], passedOnly: Bool)
    case release([String])
    /// Typed and checked, but not run by the engine of this version.
    case other
}

public struct Consolidation: Sendable {
    public struct Source: Sendable {
        /// The name by which expressions know it.
        public var alias: String
        public var table: EntityID?
        public var relation: String?
        public var columns: [RelationColumn]
        /// Several rows for each row of the first source.
        public var isMany: Bool
    }
    public var sources: [Source] = []
    public var key: String = ""
    public var filter: RowExpression?
    public var filterText: String?
    public var keep: [Kept] = []
    public var computed: [Computation] = []
    public var need: (low: Int64, high: Int64)?

    /// A column taken as it is, and the source that it stands in.
    public struct Kept: Hashable, Sendable {
        public var name: String
        public var source: Int
    }
}

public struct Computation: Sendable {
    public var name: String
    public var value: RowExpression
    public var within: (low: Int64, high: Int64)?
    public var column: RelationColumn
}

public struct Cleaning: Sendable {
    public var source: Consolidation.Source
    public var keep: [String] = []
    public var filter: RowExpression?
    public var filterText: String?
    public var rejections: [(condition: RowExpression, reason: String)] = []
    public var bands: [(column: String, edges: [Int64])] = []
    public var computed: [Computation] = []
    public var distinct = false
    public var need: (low: Int64, high: Int64)?
}

public struct Learning: Sendable {
    public var method: String
    public var from: String
    public var features: [RelationColumn]
    public var unit: String
    public var atMost: Int
    public var epsilon: Exact
    public var delta: Exact
    public var seed: UInt64?
}

public struct Requirement: Hashable, Sendable {
    public var measure: String
    /// At least, or at most.
    public var atLeast: Bool
    public var limit: Exact
}

public struct Evaluation: Sendable {
    public var synthetic: String
    public var reference: String
    public var holdout: String?
    public var combinedWith: [EntityID] = []
    public var requirements: [Requirement] = []
    public var attacks: Int?
    public var target: String?
}

public struct Training: Sendable {
    public var method: String
    public var on: String
    public var target: String
    public var features: [RelationColumn]
    public var rounds: Int?
    public var depth: Int?
    public var seed: UInt64?
}

public struct Auditing: Sendable {
    public var model: String
    public var on: String
    public var groups: [String]
    public var requirements: [Requirement] = []
}
