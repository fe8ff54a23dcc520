// A typed expression over the rows of a step.
import Privacy
import Source

public struct RowExpression: Hashable, Sendable {
    public indirect enum Form: Hashable, Sendable {
        case column(source: Int, name: String)
        case integer(Int64)
        case text(String)
        case truth(Bool)
        case missing
        case not(RowExpression)
        case negated(RowExpression)
        case absolute(RowExpression)
        case isMissing(RowExpression)
        case binary(RowOperator, RowExpression, RowExpression)
        case among(RowExpression, [RowExpression])
        case between(RowExpression, RowExpression, RowExpression)
        case aggregate(RowAggregate, source: Int, of: RowExpression?, condition: RowExpression?)
    }
    public var form: Form
    public var type: RowType
    public var optional: Bool
    /// The columns that it reads, for labels and lineage.
    public var reads: ColumnSet
    /// What the number counts: `days`, `SEK`; nil where nothing says so, as for a number written out.
    public var unit: String? = nil

    func counted(in unit: String?) -> RowExpression {
        var expression = self
        expression.unit = unit
        return expression
    }

    /// A number written out takes the unit of what it stands beside.
    var isLiteral: Bool { reads.isEmpty && unit == nil }

    static let broken = RowExpression(form: .missing, type: .broken, optional: true, reads: [])
}

/// The type of a value in a row. INVARIANT: `broken` agrees with everything, so that one mistake is one finding.
public enum RowType: Hashable, Sendable {
    case flag
    /// An integer scaled by 10^places.
    case number(places: Int)
    case date
    case choice([String])
    case text
    case missing
    case broken

    var words: Message {
        switch self {
        case .flag: doc("ja eller nej", "a flag")
        case .number: doc("ett tal", "a number")
        case .date: doc("en dag", "a date")
        case .choice(let levels): doc("ett av valen \(levels.prefix(6).joined(separator: ", "))", "one of the choices \(levels.prefix(6).joined(separator: ", "))")
        case .text: doc("en text", "a text")
        case .missing: doc("inget värde", "no value")
        case .broken: doc("okänt", "unknown")
        }
    }
}

public enum RowOperator: Hashable, Sendable { case and, or, equal, unequal, less, lessOrEqual, greater, greaterOrEqual, plus, minus, times }
public enum RowAggregate: String, Hashable, Sendable {
    case count, any, every, min, max, sum
    /// Of groups only.
    case mean, median, share
}

extension Domain {
    var rowType: RowType {
        switch self {
        case .flag: .flag
        case .integer: .number(places: 0)
        case .decimal(_, _, let places): .number(places: places)
        case .date: .date
        case .choice(let levels): .choice(levels)
        case .id, .text, .time, .personnummer, .organisationsnummer: .text
        }
    }
}
