// The verbs table's shape: what each step takes, which words and properties may follow, what it makes, and which facts law may ask for.
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
    /// What stands after the verb.
    public let input: Input
    /// How many results stand left of `=`.
    public let results: ClosedRange<Int>
    /// At most so many values after the verb.
    public let values: Int
    public let clauseRows: [VerbClause]
    public let properties: [VerbProperty]
    /// How labels and state pass through.
    public let flow: Flow
    /// Whether computed columns (`name = expression`) may stand in its block.
    public let computes: Bool
    /// Whether it chooses persons, or says or decides something about each of them.
    public let selectsPersons: Bool
    /// Whether this version's engine can run it.
    public let runs: Bool

    public enum Input: Sendable, Hashable {
        /// Tables and relations; one or several.
        case tables, table
        /// Relations that earlier steps made.
        case relations, relation
        /// A method's word (`mst`), or a number of rows.
        case method([String]), count
    }

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
        _ name: VerbName, sv: String, _ input: Input, results: ClosedRange<Int> = 1...1, values: Int = 1, clauses: [VerbClause] = [], _ properties: [VerbProperty] = [],
        flow: Flow = .own, computes: Bool = false, selectsPersons: Bool = false, runs: Bool = false, _ documentation: Message
    ) {
        (self.name, self.swedish, self.input, self.results, self.clauseRows, self.properties) = (name, sv, input, results, clauses, properties)
        (self.values, self.computes, self.selectsPersons) = (values, computes, selectsPersons)
        (self.flow, self.runs, self.documentation) = (flow, runs, documentation)
    }

    public static func named(_ name: VerbName) -> Verb? { byName[name] }
    private static let byName = Dictionary(table.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

    /// The words that may follow its values.
    public var clauses: [String] { clauseRows.map(\.word) }
    func clause(_ word: String) -> VerbClause? { clauseRows.first { $0.word == word } }

    /// What a rule may ask a step for, beside what is computed of every step: the verbs' clauses and properties, by fact.
    static let facts: [FactProperty] = {
        var rows: [String: FactProperty] = [:], order: [String] = []
        func add(_ row: FactProperty) {
            if rows.updateValue(row, forKey: row.name) == nil { order.append(row.name) }
        }
        for verb in table {
            for clause in verb.clauseRows { if let fact = clause.fact { add(FactProperty(fact, clause.factType, .computed, change: [.add, .set], key: clause.word)) } }
            for property in verb.properties {
                if let fact = property.fact { add(FactProperty(fact, property.factType, .computed, change: [.add, .set], key: property.key)) }
                for clause in property.clauseRows { if let fact = clause.fact { add(FactProperty(fact, clause.factType, .computed, change: [.add, .set], key: clause.word)) } }
            }
        }
        return order.compactMap { rows[$0] }
    }()
}

/// A clause word of a verb or of a step's property.
public struct VerbClause: Sendable {
    public let word: String
    public let shape: Shape
    public let required: Bool
    /// At most so many values.
    public let values: Int
    /// The fact of the step that it becomes; nil for what another part reads.
    public let fact: String?
    public init(_ word: String, _ shape: Shape, required: Bool = false, values: Int = 1, fact: String? = nil) {
        (self.word, self.shape, self.required, self.values, self.fact) = (word, shape, required, values, fact)
    }
    public var swedish: String { ClauseWords.swedish[word] ?? word }
    var factType: FactType { values > 1 ? .list(shape.factType) : shape.factType }
}

public struct VerbProperty: Sendable {
    public let key: String
    public let swedish: String
    public let shape: Shape
    public let required: Bool
    /// The property may stand several times.
    public let many: Bool
    /// Several values, by comma.
    public let list: Bool
    /// The words that may follow the value.
    public let clauseRows: [VerbClause]
    /// The fact of the step that it becomes; nil for what another part reads.
    public let fact: String?
    public let documentation: Message
    public init(
        _ key: String, sv: String, _ shape: Shape, required: Bool = false, many: Bool = false, list: Bool = false, clauses: [VerbClause] = [], fact: String? = nil,
        _ documentation: Message
    ) {
        (self.key, self.swedish, self.shape, self.required, self.many, self.list) = (key, sv, shape, required, many, list)
        (self.clauseRows, self.fact, self.documentation) = (clauses, fact, documentation)
    }
    public var clauses: [String] { clauseRows.map(\.word) }
    var factType: FactType { many || list ? .list(shape.factType) : shape.factType }
}
