// A member's words without blanks, line ends and comments: what names a text by its meaning.

extension Tree {
    /// A token's bytes, in whatever way the lines of a block text end.
    func canonical(_ token: Token) -> ArraySlice<UInt8> {
        let own = bytes[Int(token.start)..<Int(token.end)]
        return token.kind == .text ? Escape.canonical(own) : own
    }

    /// The tokens' bytes, each followed by a space, and a mark where a member begins. Reformatting changes nothing here, a
    /// line's end in place of `;` included; what belongs to which member does.
    public var meaning: [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        let begins = Set(nodes.lazy.filter { $0.kind.isMember }.map(\.start))
        for token in tokens where token.kind != .end && token.kind != .semicolon {
            if begins.contains(token.start) { result.append(UInt8(ascii: ";")) }
            result += canonical(token)
            result.append(UInt8(ascii: " "))
        }
        return result
    }
}
