// What a decision came to: for each group, with its factors, what is owed and what would have to be known.
import Model
import Source

public struct DecisionResult: Sendable {
    public let decision: String
    public let pack: String
    public let arguments: [Value]
    /// nil when undetermined.
    public let conclusion: String?
    /// The conclusions that some completion of what is not stated comes to, best first.
    public let possible: [String]
    /// One result for each group, or one alone.
    public let groups: [Group]
    /// The facts that are not stated and whose value changes the conclusion.
    public let missing: [MissingFact]
    /// Filled in by `decide` and by `LawResult.explained`.
    public internal(set) var derivation: [Note] = []
    /// The words of the conclusion.
    public internal(set) var conclusionText: Message?
    let source: Decision
    /// An `every` over nothing was met while it was weighed.
    var metVacuous = false

    public struct Group: Sendable {
        /// What `each` ran through; nil when the decision was called whole.
        public let element: Value?
        public let conclusion: String?
        public let possible: [String]
        public internal(set) var factors: [Factor]
        public internal(set) var conditions: [Condition]
        public let missing: [MissingFact]
        /// The rows that concluded, by place in the table: more than one when completions reach the same conclusion by several.
        let rows: [Int]
        let frame: [Value]
    }

    public struct Factor: Sendable {
        public let name: String
        public let title: Message
        /// nil while more than one value is possible.
        public let value: String?
        public let possible: [String]
        public let against: Bool
        /// Whether its value is open and bears on the conclusion.
        public let bears: Bool
        public let norms: [String]
        public internal(set) var says: Message?
        /// How the value reads, and those that are possible.
        public internal(set) var valueTitle: Message?
        public internal(set) var possibleTitles: [Message] = []
    }

    /// A condition that the conclusion owes: told, never a guard.
    public struct Condition: Sendable, Hashable {
        public let text: Message
        public let met: Three
        public let norms: [String]
        let node: ObjectIdentifier
    }

    /// The groups that came out worst.
    public var worst: [Group] {
        guard let conclusion else { return groups.filter { $0.conclusion == nil } }
        return groups.filter { $0.conclusion == conclusion }
    }
}

/// A decision under way: its factors are weighed when first asked for.
struct Weighing {
    let decision: Decision
    var frame: [Value]
    var factors: [State?]
    /// The values that some completion gives each factor, once asked for: a derivation names a factor again and again.
    var possible: [[Int]?]

    struct State {
        var values: Set<Int>
        var undecided: Atom?
        var gaps: [Evaluation.Gap]
    }

    init(_ decision: Decision, _ frame: [Value]) {
        (self.decision, self.frame) = (decision, frame)
        factors = Array(repeating: nil, count: decision.factors.count)
        possible = Array(repeating: nil, count: decision.factors.count)
    }
}
