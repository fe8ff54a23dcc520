// Cursors without a String or an array: words by number, names by their bytes and a hash, parts one after the other.

public import Source

/// A word of the language by its number, which is the same in every tree of a process. Compare numbers instead of texts.
public struct Word: Hashable, Sendable {
    let number: UInt8

    /// Not a word of the language: an author's own name.
    public static let unknown = Word(number: 0)

    init(number: UInt8) { self.number = number }

    /// nil for a text that is no word of the language. Look it up once, and keep it.
    public init?(_ text: String) {
        let table = WordTable.shared
        var text = text
        let number = text.withUTF8 { table.number(of: $0) }
        if number == 0 { return nil }
        self.number = number
    }

    /// Dense: 0 is `unknown`, and every word's is below `count`. For tables by word.
    public var index: Int { Int(number) }
    public static var count: Int { WordTable.shared.count }
    public var text: String { WordTable.shared.text(number) }

    // What a file begins with, and what is looked for among all declarations.
    public static let edition = Word("edition") ?? .unknown, use = Word("use") ?? .unknown, `import` = Word("import") ?? .unknown
    public static let activity = Word("activity") ?? .unknown, dataset = Word("dataset") ?? .unknown, test = Word("test") ?? .unknown
}

/// The members of a block, in the order of the text.
public struct Members: Sequence, IteratorProtocol, Sendable {
    let tree: Tree
    var child: Int32

    public mutating func next() -> Member? {
        guard child >= 0 else { return nil }
        let index = child
        child = tree.nodes[Int(child)].next
        return Member(tree: tree, index: index)
    }
}

/// The expressions that belong to a member, a clause or an expression, in the order of the text.
public struct Values: Sequence, IteratorProtocol, Sendable {
    let tree: Tree
    var child: Int32

    public mutating func next() -> Expression? {
        while child >= 0 {
            let index = child, node = tree.nodes[Int(child)]
            child = node.next
            if node.kind.isExpression { return Expression(tree: tree, index: index) }
        }
        return nil
    }
}

/// The clauses that belong to a member, in the order of the text.
public struct Clauses: Sequence, IteratorProtocol, Sendable {
    let tree: Tree
    var child: Int32

    public mutating func next() -> Clause? {
        while child >= 0 {
            let index = child, node = tree.nodes[Int(child)]
            child = node.next
            if node.kind == .clause { return Clause(tree: tree, index: index) }
        }
        return nil
    }
}

extension Member {
    /// As `members`, without the array.
    public var eachMember: Members {
        Members(tree: tree, child: tree.child(of: index, .block).map { tree.nodes[Int($0)].child } ?? -1)
    }
    /// As `values`, without the array.
    public var eachValue: Values {
        Values(tree: tree, child: node.child)
    }
    /// As `clauses`, without the array.
    public var eachClause: Clauses {
        Clauses(tree: tree, child: node.child)
    }

    public var firstValue: Expression? {
        var values = eachValue
        return values.next()
    }

    /// What `word` reads, by number; `unknown` for a word that the language does not know, and where `word` is nil.
    public var wordID: Word {
        let node = node
        guard node.kind == .declaration || node.kind == .step || node.kind == .directive, node.token != Node.noToken else { return .unknown }
        return Word(number: tree.tokens[Int(node.token)].word)
    }

    /// Of the declaration's whole name, dots included; nil when it has none.
    public var headingSpan: Span? { tree.child(of: index, .heading).map { tree.nodes[Int($0)].span } }

    /// From the key's first word to its last; nil for what has no key.
    public var keySpan: Span? { tree.child(of: index, .key).map { tree.nodes[Int($0)].span } }

    /// The hash of `key`'s text, words joined by one space; 0 for what has no key. Equals `hash(of: "collected for")` for such a key.
    public var keyHash: UInt64 {
        guard let key = tree.child(of: index, .key) else { return 0 }
        return tree.hash(words: key)
    }

    @_disfavoredOverload public func hasKey(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { hasKey($0) }
    }

    /// The same of a key written in code.
    public func hasKey(_ text: StaticString) -> Bool { text.withUTF8Buffer { hasKey($0) } }

    public func hasKey(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let key = tree.child(of: index, .key) else { return false }
        return tree.words(key, are: bytes)
    }
}

extension Clause {
    /// The word, or the first of two that belong together; `unknown` for a misspelt one.
    public var wordID: Word { Word(number: tree.tokens[Int(tree.nodes[Int(index)].token)].word) }
    /// The second of two words that belong together; `unknown` when there is one alone.
    public var secondWordID: Word {
        let node = tree.nodes[Int(index)]
        return node.count == 2 ? Word(number: tree.tokens[Int(node.token) + 1].word) : .unknown
    }
    /// As `values`, without the array.
    public var eachValue: Values {
        Values(tree: tree, child: tree.nodes[Int(index)].child)
    }
    public var firstValue: Expression? {
        var values = eachValue
        return values.next()
    }
}

extension Expression {
    /// What `form` would give, without making it.
    public enum Kind: Sendable {
        case path, text, number, percent, date, duration, truth, none, unknown, list, group, unary, binary, range, call, quantifier, optional, missing
    }

    public var kind: Kind {
        switch node.kind {
        case .path: .path
        case .text: .text
        case .number: .number
        case .percent: .percent
        case .date: .date
        case .duration: .duration
        case .truth: .truth
        case .none: .none
        case .unknown: .unknown
        case .list: .list
        case .group: .group
        case .unary: .unary
        case .binary: .binary
        case .range: .range
        case .call: .call
        case .quantifier: .quantifier
        case .optional: .optional
        default: .missing
        }
    }

    /// Of a path of one name: where that name stands. nil for every other expression.
    public var singleName: Span? {
        let node = node
        guard node.kind == .path, tree.tokens[Int(node.token)].kind == .name else { return nil }
        return node.span
    }

    /// The names of a path one after the other, without an array or Strings; none for every other expression, or a call's callee.
    public var eachName: PathSpans {
        var node = node
        if node.kind == .call, node.child >= 0 { node = tree.nodes[Int(node.child)] }
        return PathSpans(tree: tree, offset: node.kind == .path ? node.start : node.end, end: node.end)
    }

    /// The operands of an operator, the elements of a list, what stands in a group: expressions alone, without an array.
    public var eachOperand: Values {
        Values(tree: tree, child: node.child)
    }
}

/// The spans of a path's names; an empty name (`d.` while it is being written) is left out.
public struct PathSpans: Sequence, IteratorProtocol, Sendable {
    let tree: Tree
    var offset: UInt32
    let end: UInt32

    public mutating func next() -> Span? {
        tree.bytes.withUnsafeBufferPointer { bytes in
            while offset < end {
                let start = offset
                while offset < end, bytes[Int(offset)] != UInt8(ascii: ".") { offset += 1 }
                let span = Span(start: start, end: offset)
                offset += 1
                if !span.isEmpty { return span }
            }
            return nil
        }
    }
}

// MARK: Bytes

/// The hash of a text's bytes: the same for the same bytes wherever they stand, in one process and the next. Not for keeping in files.
/// It is no proof of equality: compare the bytes too (`Tree.has`).
public func hash(of text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { hash(of: $0) }
}

/// Eight bytes at a time, multiplied and folded (as wyhash does), so that a name costs a few cycles.
@inline(__always) func hash(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index + 8 <= raw.count {
        hash = fold(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        index += 8
    }
    if index < raw.count {
        var rest: UInt64 = 0, shift: UInt64 = 0
        while index < raw.count {
            rest |= UInt64(raw[index]) << shift
            shift += 8
            index += 1
        }
        hash = fold(hash ^ rest)
    }
    return hash
}

@inline(__always) private func fold(_ value: UInt64) -> UInt64 {
    let (high, low) = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return high ^ low
}

extension Tree {
    /// As `hash(of:)` of the text that stands there.
    public func hash(of span: Span) -> UInt64 {
        bytes.withUnsafeBufferPointer { Syntax.hash(of: UnsafeBufferPointer(rebasing: $0[span.range.clamped(to: $0.indices)])) }
    }

    /// These bytes stand there.
    public func has(_ text: String, at span: Span) -> Bool {
        var text = text
        return text.withUTF8 { has($0, at: span) }
    }

    func has(_ text: UnsafeBufferPointer<UInt8>, at span: Span) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            guard text.count == span.count, Int(span.end) <= bytes.count, let a = text.baseAddress, let b = bytes.baseAddress else { return span.isEmpty && text.isEmpty }
            return areEqual(a, b + Int(span.start), count: text.count)
        }
    }

    /// The same bytes stand at both places.
    public func has(_ span: Span, as other: Tree, _ otherSpan: Span) -> Bool {
        guard span.count == otherSpan.count, Int(span.end) <= bytes.count, Int(otherSpan.end) <= other.bytes.count else { return false }
        return bytes.withUnsafeBufferPointer { left in
            other.bytes.withUnsafeBufferPointer { right in
                guard let a = left.baseAddress, let b = right.baseAddress else { return span.isEmpty }
                return areEqual(a + Int(span.start), b + Int(otherSpan.start), count: span.count)
            }
        }
    }

    func hash(words index: Int32) -> UInt64 {
        let node = nodes[Int(index)]
        let isPlain = node.count <= 1 || isJoinedByOneSpace(node)
        if isPlain { return hash(of: Span(start: tokens[Int(node.token)].start, end: tokens[Int(node.token) + max(1, node.count) - 1].end)) }
        return Syntax.hash(of: words(node: index).text)
    }

    func words(_ index: Int32, are text: UnsafeBufferPointer<UInt8>) -> Bool {
        let node = nodes[Int(index)]
        if node.count <= 1 || isJoinedByOneSpace(node) {
            return has(text, at: Span(start: tokens[Int(node.token)].start, end: tokens[Int(node.token) + max(1, node.count) - 1].end))
        }
        return words(node: index).text.utf8.elementsEqual(text)
    }

    func isJoinedByOneSpace(_ node: Node) -> Bool {
        let first = Int(node.token)
        for token in first..<first + node.count - 1
        where tokens[token + 1].start != tokens[token].end + 1 || bytes[Int(tokens[token].end)] != UInt8(ascii: " ") { return false }
        return true
    }
}
