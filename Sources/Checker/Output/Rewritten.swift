// Texts with some of their characters written otherwise, as forms of output ask.

/// A text in which some ASCII characters are written otherwise; most texts hold none of them, and are handed back.
/// - Parameter other: nil for what stays as it is.
@inline(__always) func rewritten(_ text: String, _ other: (UInt8) -> StaticString?) -> String {
    var text = text
    let bytes: [UInt8]? = text.withUTF8 { text in
        guard let first = text.firstIndex(where: { $0 < 0x80 && other($0) != nil }) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count + text.count / 8 + 16)
        bytes += text[..<first]
        for byte in text[first...] {
            if byte < 0x80, let other = other(byte) { bytes += UnsafeBufferPointer(start: other.utf8Start, count: other.utf8CodeUnitCount) } else { bytes.append(byte) }
        }
        return bytes
    }
    return bytes.map { String(decoding: $0, as: UTF8.self) } ?? text
}
