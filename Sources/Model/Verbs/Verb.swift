// The verbs table: what each step takes, which words and properties may follow, and what it makes.
import Source

/// INVARIANT: a verb is a case here, and every switch over verbs is exhaustive: the compiler tells what a new one owes.
public enum VerbName: String, CaseIterable, Sendable {
    case consolidate, clean, mask, pseudonymise, aggregate, match, network, split, learn, generate, evaluate, train, audit
    case score, select, communicate, review, decide, disclose, archive, delete, release
}

public struct Verb: Sendable {
    public let name: VerbName
    public let swedish: String
    public let documentation: Message
    /// How many results stand left of `=`.
    public let results: ClosedRange<Int>
    /// At most so many values after the verb.
    public let values: Int
    public let clauses: [String]
    /// Of those, the ones that more than one value may follow, and how many.
    public let several: [String: Int]
    public let properties: [VerbProperty]
    /// What the result is made of, for verbs without a typing of their own.
    public let flow: Flow
    /// Whether this version's engine can run it.
    public let runs: Bool

    /// How labels and state pass through.
    public enum Flow: Sendable {
        /// The result has the columns and the state of the input.
        case same
        /// The result's direct identification goes; the state is the one given.
        case masked, pseudonymised, aggregated
        /// Nothing flows out that later steps read.
        case none
        /// A typing of its own.
        case own
    }

    public init(
        _ name: VerbName, sv: String, results: ClosedRange<Int> = 1...1, values: Int = 1, clauses: [String] = [], several: [String: Int] = [:], _ properties: [VerbProperty] = [],
        flow: Flow = .own, runs: Bool = false, _ documentation: Message
    ) {
        (self.name, self.swedish, self.results, self.clauses, self.properties) = (name, sv, results, clauses, properties)
        (self.values, self.several) = (values, several)
        (self.flow, self.runs, self.documentation) = (flow, runs, documentation)
    }

    public static func named(_ name: VerbName) -> Verb? { table.first { $0.name == name } }
}

public struct VerbProperty: Sendable {
    public let key: String
    public let required: Bool
    public let many: Bool
    /// Several values, by comma.
    public let list: Bool
    /// The words that may follow the value.
    public let clauses: [String]
    public let documentation: Message
    public init(_ key: String, required: Bool = false, many: Bool = false, list: Bool = false, clauses: [String] = [], _ documentation: Message) {
        (self.key, self.required, self.many, self.list, self.clauses, self.documentation) = (key, required, many, list, clauses, documentation)
    }
}
