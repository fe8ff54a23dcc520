// The lossless tree of one top-level member: its bytes, its tokens and its nodes, all relative to its first byte.

public import Source

/// INVARIANT: the bytes between two tokens are blanks, line ends and comments only, so bytes, tokens and nodes together lose nothing.
public final class Tree: Sendable {
    /// The member's own bytes: blank lines and comments before it, and the rest of its last line.
    public let bytes: MemberBytes
    /// What is wrong with it, in the order of the text.
    public let errors: [SyntaxError]
    let tokens: Tokens
    let nodes: Nodes
    /// `///` stands before any of its tokens.
    let isDocumented: Bool
    let rootIndex: Int32

    init(bytes: MemberBytes, tokens: Tokens, nodes: Nodes, isDocumented: Bool, root: Int32, errors: [SyntaxError]) {
        self.bytes = bytes
        self.tokens = tokens
        self.nodes = nodes
        self.isDocumented = isDocumented
        self.rootIndex = root
        self.errors = errors
    }

    deinit {
        tokens.free()
        nodes.free()
    }

    /// It is read soon.
    public func expect() {
        nodes.expect()
        tokens.expect()
    }

    /// nil for a stretch of text that holds no member: comments, a lone `;`, or bytes that mean nothing.
    public var root: Member? { rootIndex < 0 ? nil : Member(tree: self, index: rootIndex) }

    public func text(_ span: Span) -> String { bytes.withUnsafeBufferPointer { String(decoding: UnsafeBufferPointer(rebasing: $0[span.range]), as: UTF8.self) } }
}

/// A file as its top-level members; their bytes one after the other are the file.
public struct FileTree: Sendable {
    public let text: Text
    public let members: [TopMember]
    /// Every member's tree depends on its own bytes alone: no block, text or comment without an end.
    let isClean: Bool
    private let beginnings: Words.Beginnings

    init(text: Text, members: [TopMember], isClean: Bool) {
        (self.text, self.members, self.isClean, beginnings) = (text, members, isClean, Words.Beginnings(members))
    }

    public var memberStarts: [Int] { members.map(\.start) }

    /// Whether a member begins with a word: known of the file, so that nobody looks through it for what it lacks.
    public func begins(with word: Word) -> Bool { beginnings.contains(word) }

    /// The members that begin with a word, in order, each with its index.
    public func roots(_ word: Word, _ form: Member.Form = .declaration) -> [(index: Int, root: Member)] {
        var found: [(index: Int, root: Member)] = []
        guard begins(with: word) else { return found }
        for index in members.indices where members[index].word == word {
            if let root = members[index].tree.root, root.form == form { found.append((index, root)) }
        }
        return found
    }

    /// With other trees in place of some members', which keep their starts: what they say is then more than the text does.
    public func replacing(_ trees: [Int: Tree]) -> FileTree {
        guard !trees.isEmpty else { return self }
        let members = members.enumerated().map { index, member in trees[index].map { TopMember(start: member.start, tree: $0) } ?? member }
        return FileTree(text: text, members: members, isClean: isClean)
    }
}

public struct TopMember: Sendable {
    /// The absolute offset of its first byte.
    public let start: Int
    public let tree: Tree
    /// What its declaration or directive begins with; `unknown` for anything else. Who looks for a few members of many asks this first.
    public let word: Word

    public init(start: Int, tree: Tree) {
        self.init(start: start, tree: tree, word: tree.root?.wordID ?? .unknown)
    }

    init(start: Int, tree: Tree, word: Word) { (self.start, self.tree, self.word) = (start, tree, word) }
}

extension Words {
    /// The words that some members begin with, a bit each.
    struct Beginnings: Sendable {
        private var bits: SIMD4<UInt64> = .zero

        init(_ members: [TopMember]) { for member in members { bits[member.word.index >> 6] |= 1 << UInt64(member.word.index & 63) } }

        func contains(_ word: Word) -> Bool { bits[word.index >> 6] & 1 << UInt64(word.index & 63) != 0 }
    }
}

enum NodeKind: UInt8, Sendable {
    // Members.
    case property, declaration, step, row, directive
    // Parts of members.
    case key, heading, parameter, title, parent, result, clause, block
    // Expressions.
    case path, text, number, percent, date, duration, truth, none, unknown, list, group, unary, binary, range, call, argument
    case quantifier, optional, missing

    var isMember: Bool { rawValue <= NodeKind.directive.rawValue }
    var isExpression: Bool { rawValue >= NodeKind.path.rawValue && self != .argument }
}

/// Children hang on `child` and then `next`, in the order of the text; −1 is none.
struct Node: Sendable {
    var start: UInt32
    var end: UInt32
    /// The token that says what the node is: a declaration's kind, a step's verb, a clause's word. `Node.noToken` when there is none.
    var token: UInt32
    var child: Int32
    var next: Int32 = -1
    fileprivate(set) var extent: UInt16
    var kind: NodeKind
    /// The raw number of a unary, binary or quantifying operator.
    var operation: UInt8

    /// - Parameters:
    ///   - count: tokens of a key or of a clause word; more than 65 535 are not counted.
    ///   - height: of an expression: levels of expression beneath it, itself included.
    init(start: UInt32, end: UInt32, token: UInt32, count: Int = 1, child: Int32 = -1, kind: NodeKind, operation: UInt8 = 0, height: UInt16 = 1) {
        (self.start, self.end, self.token, self.child, self.kind, self.operation) = (start, end, token, child, kind, operation)
        extent = kind == .key || kind == .clause ? UInt16(clamping: count) : height
    }

    init(start: UInt32, end: UInt32, token: UInt32, child: Int32, next: Int32, extent: UInt16, kind: NodeKind, operation: UInt8) {
        (self.start, self.end, self.token, self.child, self.next, self.extent, self.kind, self.operation) = (start, end, token, child, next, extent, kind, operation)
    }

    var count: Int {
        switch kind {
        case .key, .clause: Int(extent)
        case .duration: 2
        default: 1
        }
    }
    var height: UInt16 { kind.isExpression || kind == .argument ? extent : 1 }

    static let noToken = UInt32.max
    var span: Span { Span(start: start, end: end) }
}
