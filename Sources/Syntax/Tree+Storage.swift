// How a finished tree keeps its tokens and nodes: in 16 bits each number where the member is shorter than 64 KiB, as nearly all are.

import Source

/// Whether all of a member's numbers have room in 16 bits.
func isShort(bytes: Int, tokens: Int, nodes: Int) -> Bool { bytes < 1 << 16 && tokens < 1 << 16 - 1 && nodes < 1 << 15 }

/// The tokens of a member, relative to its first byte.
/// INVARIANT: indices are the tree's own; the tree frees it, once.
struct Tokens: RandomAccessCollection, @unchecked Sendable {
    private let short: UnsafeMutablePointer<Short>?
    private let long: UnsafeMutablePointer<Token>?
    let endIndex: Int
    var startIndex: Int { 0 }

    @inline(__always) subscript(index: Int) -> Token {
        assert(index >= 0 && index < endIndex)
        if let short { return Token(short[index]) }
        return long.unsafelyUnwrapped[index]
    }

    /// Tokens one after the other, with offsets counted from `base`.
    init(_ start: UnsafePointer<Token>, count: Int, from base: UInt32, isShort: Bool) {
        endIndex = count
        short = isShort ? .allocate(capacity: count) : nil
        long = isShort ? nil : .allocate(capacity: count)
        if let short { for index in 0..<count { (short + index).initialize(to: Short(start[index], from: base)) } }
        if let long { for index in 0..<count { (long + index).initialize(to: Token(start[index], from: base)) } }
    }

    func expect() {
        fetchAhead(short.map { UnsafeRawPointer($0) }, bytes: MemoryLayout<Short>.stride * (short == nil ? 0 : endIndex))
    }

    func free() {
        short?.deallocate()
        long?.deallocate()
    }

    /// Six bytes.
    fileprivate struct Short: Sendable {
        let start: UInt16
        let end: UInt16
        let word: UInt8
        /// Three bits of flags and five of kind, which are a token's own.
        let form: UInt8

        init(_ token: Token, from base: UInt32) {
            start = UInt16(truncatingIfNeeded: token.start &- base)
            end = UInt16(truncatingIfNeeded: token.end &- base)
            word = token.word
            form = token.flags.rawValue << 5 | token.kind.rawValue
        }
    }
}

extension Token {
    @inline(__always) fileprivate init(_ short: Tokens.Short) {
        self.init(
            start: UInt32(short.start), end: UInt32(short.end), kind: unsafeBitCast(short.form & 31, to: TokenKind.self), word: short.word, flags: Flags(rawValue: short.form >> 5))
    }

    fileprivate init(_ token: Token, from base: UInt32) {
        self = token
        start &-= base
        end &-= base
    }
}

/// The nodes of a member.
/// INVARIANT: as of `Tokens`.
struct Nodes: RandomAccessCollection, @unchecked Sendable {
    private let short: UnsafeMutablePointer<Short>?
    private let long: UnsafeMutablePointer<Node>?
    let endIndex: Int
    var startIndex: Int { 0 }

    @inline(__always) subscript(index: Int) -> Node {
        assert(index >= 0 && index < endIndex)
        if let short { return Node(short[index]) }
        return long.unsafelyUnwrapped[index]
    }

    init(_ start: UnsafePointer<Node>, count: Int, isShort: Bool) {
        endIndex = count
        short = isShort ? .allocate(capacity: count) : nil
        long = isShort ? nil : .allocate(capacity: count)
        if let short { for index in 0..<count { (short + index).initialize(to: Short(start[index])) } }
        long?.initialize(from: start, count: count)
    }

    func expect() {
        fetchAhead(short.map { UnsafeRawPointer($0) }, bytes: MemoryLayout<Short>.stride * (short == nil ? 0 : endIndex))
    }

    func free() {
        short?.deallocate()
        long?.deallocate()
    }

    /// Fourteen bytes.
    fileprivate struct Short: Sendable {
        let start: UInt16
        let end: UInt16
        let token: UInt16
        let child: Int16
        let next: Int16
        let extent: UInt16
        let kind: NodeKind
        let operation: UInt8

        init(_ node: Node) {
            start = UInt16(truncatingIfNeeded: node.start)
            end = UInt16(truncatingIfNeeded: node.end)
            token = UInt16(truncatingIfNeeded: node.token)
            child = Int16(truncatingIfNeeded: node.child)
            next = Int16(truncatingIfNeeded: node.next)
            (extent, kind, operation) = (node.extent, node.kind, node.operation)
        }
    }
}

extension Node {
    @inline(__always) fileprivate init(_ short: Nodes.Short) {
        self.init(
            start: UInt32(short.start), end: UInt32(short.end), token: short.token == .max ? Node.noToken : UInt32(short.token), child: Int32(short.child),
            next: Int32(short.next), extent: short.extent, kind: short.kind, operation: short.operation)
    }
}
