// The shape of the kinds table: what may be declared, with which properties, and what each becomes as a fact.
import Source

/// A kind of declaration. The checker, completion, hover, the formatter and the reference pages all read these rows.
public struct Kind: Sendable {
    public let name: String
    public let swedish: String
    public let documentation: Message
    /// A concept: it forms a taxonomy with `is` and has no behaviour of its own.
    public let isConcept: Bool
    /// Reading an `authority` where a `controller` is wanted is fine: the kind that it also is.
    public let under: String?
    /// The name of the list of all of them in a rule's `for:`.
    public let plural: String
    public let properties: [Property]
    /// Declarations that may stand in its block (`table`, `pipeline`).
    public let blocks: [String]
    /// Without a name it would say nothing of anything: nothing could refer to it, and no rule is asked of it.
    public let needsName: Bool
    /// It stands in the block of another alone.
    public let isInner: Bool

    public init(
        _ name: String, sv: String, plural: String? = nil, under: String? = nil, concept: Bool = false, blocks: [String] = [], named: Bool = true, inner: Bool = false,
        _ documentation: Message, _ properties: [Property] = []
    ) {
        (self.name, self.swedish, self.under, self.isConcept, self.blocks) = (name, sv, under, concept, blocks)
        (needsName, isInner) = (named, inner)
        self.plural = plural ?? name + "s"
        (self.documentation, self.properties) = (documentation, properties)
    }
}

/// A property: its key, what may stand after the colon, and the fact that it becomes.
public struct Property: Sendable {
    public let key: String
    /// The key in Swedish, for `lagrum print --lang sv`.
    public let swedish: String
    public let fact: String
    public let shape: Shape
    /// Several values, by comma or by repeating the property: the fact is then a list.
    public let many: Bool
    public let silence: Silence
    public let change: Set<Change>
    public let clauses: [ClauseRow]
    /// A value with its clauses becomes a record entity of this kind instead of a plain value.
    public let record: String?
    /// It must say why, by `because`.
    public let isReasoned: Bool
    public let documentation: Message

    public init(
        _ key: String, sv: String, fact: String? = nil, _ shape: Shape, many: Bool = false, _ silence: Silence = .no, change: Set<Change> = [],
        record: String? = nil, reasoned: Bool = false, clauses: [ClauseRow] = [], _ documentation: Message
    ) {
        (self.key, self.swedish) = (key, sv)
        self.fact = fact ?? Property.fact(of: key)
        (self.shape, self.many, self.silence, self.change) = (shape, many, silence, change)
        (self.record, self.isReasoned, self.clauses, self.documentation) = (record, reasoned, clauses, documentation)
    }

    var factID: Fact { Fact(fact) }

    /// A key's default fact name: its words joined by `_`.
    public static func fact(of key: String) -> String { key.utf8.contains(0x20) ? String(key.map { $0 == " " ? "_" : $0 }) : key }
}

/// A clause word that may follow a value, and the fact that it becomes: on the record, or else on the declaration.
public struct ClauseRow: Sendable {
    public let word: String
    public let fact: String
    public let shape: Shape
    public let many: Bool
    public let silence: Silence
    public let change: Set<Change>
    public init(_ word: String, fact: String, _ shape: Shape, many: Bool = false, _ silence: Silence = .no, change: Set<Change> = []) {
        (self.word, self.fact, self.shape, self.many) = (word, fact, shape, many)
        (self.silence, self.change) = (silence, change)
    }
    var factID: Fact { Fact(fact) }

    /// The word in Swedish; every clause word of the tables stands in `ClauseWords`.
    public var swedish: String { ClauseWords.swedish[word] ?? word }
}

/// What may stand as a value.
public indirect enum Shape: Hashable, Sendable {
    case text, number, date, duration, truth, norm, word
    /// Two letters of ISO 3166.
    case country
    /// `cases.closed_on`: a day in a table of the declaration itself.
    case ownDay
    /// The path of a file beside the specification; whether it is there is asked at the edge.
    case file
    /// One of a closed set of words.
    case choice([String])
    /// `2015..2022` or `2015-01-01..2022-12-31`: a record with its first and last day.
    case range
    /// A concept or declaration of this kind, or of a kind under it.
    case entity(String)
    /// `Dataset.table` or `Dataset.table.column`.
    case table, column
    /// `sqlite("…")`, `csv("…")`.
    case source
    /// Any of these, tried in order.
    case oneOf([Shape])
    /// In a step: a relation made before, a column of the input, a condition over its rows.
    case relation, inputColumn, condition
    /// Words and expressions that another part of the model reads (`types`, pipeline expressions).
    case expression

    public var factType: FactType {
        switch self {
        case .text, .file: .text
        case .number: .number
        case .date: .date
        case .duration: .duration
        case .truth: .truth
        case .norm: .norm
        case .word, .choice, .country: .word
        case .range: .entity("interval")
        case .entity(let kind): .entity(kind)
        case .table: .entity("table")
        case .column, .inputColumn: .entity("column")
        case .relation: .entity("relation")
        case .oneOf(let shapes):
            // Several kinds of declaration are still a declaration.
            shapes.allSatisfy { if case .entity = $0.factType { true } else { false } } ? .entity("") : .anything
        case .condition: .text
        case .source, .expression, .ownDay: .anything
        }
    }
}
