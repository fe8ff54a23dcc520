// A member's words without blanks, line ends and comments: what names a text by its meaning.

extension Tree {
    /// The tokens' bytes, each followed by a space; a `;` says no more than a line's end. Reformatting changes nothing here.
    public var meaning: [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for token in tokens where token.kind != .end && token.kind != .semicolon {
            result += bytes[Int(token.start)..<Int(token.end)]
            result.append(UInt8(ascii: " "))
        }
        return result
    }
}
