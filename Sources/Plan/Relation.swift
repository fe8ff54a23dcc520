// The engine-neutral algebra that the relational steps of a plan are lowered to.
import Privacy

/// A set of rows. Every operator that can lose rows carries the reason under which the row account counts them.
public indirect enum Relation: Hashable, Sendable, Codable {
    /// The rows of a declared table that satisfy its declared types and domains.
    case table(TableReference)
    /// What an earlier step left.
    case result(of: String)
    /// The rows for which `keep` is true: neither false nor missing.
    case filter(Relation, keep: Expression, reason: LossReason)
    /// Without every row whose `key` belongs to someone in the opt-out's register. The match goes by the key's rows in the
    /// table of `OptOut.matchedBy`, read for this alone.
    case withoutObjectors(Relation, optOut: String, key: String)
    /// Exactly these columns, computed from the row.
    case project(Relation, [Derived])
    /// The left rows, each with the columns of the one right row that has the same `key`, or none: a left outer join.
    case join(Relation, Relation, key: String)
    /// One row for each value of `key`.
    case group(Relation, key: String, [Aggregate])
    /// One row of each set of rows that are equal in all columns but the key.
    case distinct(Relation, reason: LossReason)

    // What the plan's JSON calls the operands.
    enum TableCodingKeys: String, CodingKey { case _0 = "reference" }
    enum FilterCodingKeys: String, CodingKey { case _0 = "from", keep, reason }
    enum WithoutObjectorsCodingKeys: String, CodingKey { case _0 = "from", optOut, key }
    enum ProjectCodingKeys: String, CodingKey { case _0 = "from", _1 = "columns" }
    enum JoinCodingKeys: String, CodingKey { case _0 = "left", _1 = "right", key }
    enum GroupCodingKeys: String, CodingKey { case _0 = "from", key, _2 = "aggregates" }
    enum DistinctCodingKeys: String, CodingKey { case _0 = "from", reason }
}

/// Why rows leave: as meaning, in no language. Whoever tells it finds the words.
public enum LossReason: Hashable, Sendable, Codable {
    /// What `where` asks for, as the author wrote it, is not true of the row.
    case notWhere(String)
    /// A computed value lies outside what is stated for its column.
    case outside(column: String, domain: Domain)
    /// Another row is equal.
    case duplicateRow
    /// `reject … because`: the author's own words.
    case stated(String)

    enum NotWhereCodingKeys: String, CodingKey { case _0 = "condition" }
    enum StatedCodingKeys: String, CodingKey { case _0 = "because" }
}

/// A column computed from the row.
public struct Derived: Hashable, Sendable, Codable {
    public var name: String
    public var value: Expression
    public init(_ name: String, _ value: Expression) { (self.name, self.value) = (name, value) }
}

public struct Aggregate: Hashable, Sendable, Codable {
    public enum Function: String, Hashable, Sendable, Codable { case count, any, every, min, max, sum }
    public var name: String
    public var function: Function
    /// None for `count`.
    public var of: Expression?
    /// Only the rows for which this is true.
    public var condition: Expression?
    public init(_ name: String, _ function: Function, of: Expression? = nil, condition: Expression? = nil) {
        (self.name, self.function, self.of, self.condition) = (name, function, of, condition)
    }
}

/// An expression over one row. Flags are 0 and 1, decimals scaled integers, dates day numbers, choices their text.
/// A comparison or arithmetic with a missing operand is missing; `and`, `or` and `not` are strong Kleene.
public indirect enum Expression: Hashable, Sendable, Codable {
    case column(String)
    case integer(Int64)
    case text(String)
    case isMissing(Expression)
    /// The first, or where it is missing the second.
    case orElse(Expression, Expression)
    case not(Expression)
    case negated(Expression)
    case absolute(Expression)
    case binary(Operator, Expression, Expression)
    case among(Expression, [Expression])
    case between(Expression, low: Expression, high: Expression)
    /// The low edge of the band that the number falls in; missing outside all of them.
    case band(Expression, edges: [Int64])

    // What the plan's JSON calls the operands.
    enum ColumnCodingKeys: String, CodingKey { case _0 = "name" }
    enum IntegerCodingKeys: String, CodingKey { case _0 = "value" }
    enum TextCodingKeys: String, CodingKey { case _0 = "value" }
    enum IsMissingCodingKeys: String, CodingKey { case _0 = "operand" }
    enum OrElseCodingKeys: String, CodingKey { case _0 = "first", _1 = "second" }
    enum NotCodingKeys: String, CodingKey { case _0 = "operand" }
    enum NegatedCodingKeys: String, CodingKey { case _0 = "operand" }
    enum AbsoluteCodingKeys: String, CodingKey { case _0 = "operand" }
    enum BinaryCodingKeys: String, CodingKey { case _0 = "operator", _1 = "left", _2 = "right" }
    enum AmongCodingKeys: String, CodingKey { case _0 = "operand", _1 = "values" }
    enum BetweenCodingKeys: String, CodingKey { case _0 = "operand", low, high }
    enum BandCodingKeys: String, CodingKey { case _0 = "operand", edges }

    public enum Operator: String, Hashable, Sendable, Codable {
        case and, or, equal, unequal, less, lessOrEqual, greater, greaterOrEqual, plus, minus, times
    }
}
