// A Swedish organisation number, checked, in the one form in which two are compared.

/// The number of a legal person (lagen 1974:174): ten digits, of which the third is at least 2, and a check digit.
public struct Organisationsnummer: Hashable, Sendable {
    /// Ten digits.
    public let digits: String

    /// Reads `NNNNNNNNNN`, `NNNNNN-NNNN`, and both with the prefix `16`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        var bytes = Array(text.utf8)
        while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
        while bytes.first == UInt8(ascii: " ") { bytes.removeFirst() }
        if bytes.count == 11 || bytes.count == 13, bytes[bytes.count - 5] == UInt8(ascii: "-") {
            bytes.remove(at: bytes.count - 5)
        }
        if bytes.count == 12, bytes.starts(with: [UInt8(ascii: "1"), UInt8(ascii: "6")]) { bytes.removeFirst(2) }
        guard bytes.count == 10, bytes.allSatisfy({ (48...57).contains($0) }), bytes[0] > 48, bytes[2] >= 50,
            luhn(bytes.map { $0 - 48 })
        else { return nil }
        digits = String(decoding: bytes, as: UTF8.self)
    }
}
