// The public domain of a column: what may stand in it, known from the declaration and never learnt from data.

/// What a column holds. Decimals are integers scaled by 10^places and dates are day numbers, in every backend.
public enum Domain: Hashable, Sendable, Codable {
    case id
    case text
    case flag
    case integer(low: Int64, high: Int64)
    /// Bounds are scaled: `decimal(0..10, 2)` has high 1000.
    case decimal(low: Int64, high: Int64, places: Int)
    case date(low: Int64, high: Int64)
    case time
    case choice([String])
    case personnummer
    case organisationsnummer

    enum ChoiceCodingKeys: String, CodingKey { case _0 = "values" }
}
