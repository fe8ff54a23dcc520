// A value as a source stores it, and as the engine does once it has been checked.

/// As it stands in the source. A CSV field is text; an empty text is missing in every source.
package enum RawValue: Hashable, Sendable {
    case missing
    case integer(Int64)
    case real(Double)
    case text(String)
    /// Bytes that are no text: a blob, or not UTF-8.
    case bytes
}

/// Flags are 0 and 1, decimals scaled integers, dates day numbers, identifiers and choices their text.
package enum Value: Hashable, Sendable {
    case missing
    case integer(Int64)
    case text(String)
}
