// The parser's state, and the rules of where a member ends. `Parser+Members` and `Parser+Expressions` hold the grammar.

import Source

/// Parses one file from left to right, one top-level member after the other.
/// INVARIANT: every token is consumed once and in order, whatever the input; nodes and errors are relative to `base`.
struct Parser {
    let bytes: UnsafeBufferPointer<UInt8>
    /// The same bytes, which the trees then share; nil: each tree has a copy of its own.
    let file: [UInt8]?
    let table: WordTable
    var lexer: Lexer
    /// The tokens of the member in work, absolute, with those that were read ahead behind it.
    var tokens = TokenBuffer()
    var position = 0
    var nodes = NodeBuffer()
    var errors: [SyntaxError] = []
    /// Where the top-level member in work begins.
    var base = 0
    /// Open round and square brackets: within them a line's end means nothing.
    var brackets = 0
    /// Open expressions and blocks.
    var depth = 0
    /// After a hopeless place (nested too deep): nothing more is reported until the member ends.
    var quiet = false
    /// Some block in the file is not closed: indentation and the words at the margin now say where blocks end.
    var recovering = false
    /// How many members had to be read again so far.
    var recoveryCount = 0
    /// A block ran to the end of the file: the member has to be read again, recovering.
    var blockReachedEnd = false

    init(_ bytes: UnsafeBufferPointer<UInt8>, of file: [UInt8]?, from start: Int) {
        (self.bytes, self.file) = (bytes, file)
        table = WordTable.shared
        lexer = Lexer(bytes, from: start, table: table)
        base = start
    }

    /// To be called once, when the last member has been read.
    func free() {
        tokens.free()
        nodes.free()
    }

    // MARK: Tokens

    var current: Token { mutating get { token(position) } }

    mutating func peek(_ ahead: Int) -> Token { token(position + ahead) }

    @inline(__always) mutating func token(_ index: Int) -> Token {
        if index < tokens.count { return tokens[index] }
        return lexed(index)
    }

    @inline(never) private mutating func lexed(_ index: Int) -> Token {
        while index >= tokens.count, !tokens.hasEnd { lexer.fill(&tokens) }
        return tokens[min(index, tokens.count - 1)]
    }

    @inline(__always) mutating func advance() {
        if current.kind != .end { position += 1 }
    }

    /// The end of what was consumed last, relative to the member.
    var previousEnd: UInt32 { position > 0 ? relative(tokens[position - 1].end) : 0 }
    func relative(_ offset: UInt32) -> UInt32 { offset - UInt32(clamping: base) }
    func span(_ token: Token) -> Span { Span(start: relative(token.start), end: relative(token.end)) }
    func text(_ token: Token) -> String { String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self) }

    // MARK: Where members begin and end

    /// A member ends at its line's end, at `;`, at its block's `}` and at the file's end.
    mutating func endsMember(at ahead: Int = 0) -> Bool {
        let token = peek(ahead)
        switch token.kind {
        case .end, .semicolon, .rightBrace: return true
        default: return token.startsLine && brackets == 0 && !continues(at: ahead)
        }
    }

    /// A line that begins with `and`, `or`, `because` or `needs` belongs to the member before; not when the word begins a key.
    mutating func continues(at ahead: Int = 0) -> Bool {
        table.set(peek(ahead)).contains(.continues) && keyLength(at: ahead) == 0
    }

    /// How many tokens the key that begins here has, its colon left out; 0 when none begins here.
    mutating func keyLength(at ahead: Int = 0) -> Int {
        guard peek(ahead).kind == .name else { return 0 }
        var count = 1
        while count <= 10 {
            let token = peek(ahead + count)
            if token.kind == .colon { return token.startsLine ? 0 : count }
            guard token.kind == .name || token.kind == .number, !token.startsLine else { return 0 }
            count += 1
        }
        return 0
    }

    /// How many tokens the results of a step have (`reference, holdout =`), commas counted, `=` not; 0 when this is no such step.
    mutating func resultsLength(at ahead: Int = 0) -> Int {
        var count = 0
        while count < 128 {
            guard peek(ahead + count).kind == .name, count == 0 || !peek(ahead + count).startsLine else { return 0 }
            switch peek(ahead + count + 1) {
            case let token where token.startsLine: return 0
            case let token where token.kind == .assign: return count + 1
            case let token where token.kind == .comma: count += 2
            default: return 0
            }
        }
        return 0
    }

    /// What stands here can only be the beginning of a member: used to give up what is unfinished before it.
    mutating func looksLikeMember(at ahead: Int = 0) -> Bool {
        if keyLength(at: ahead) > 0 || resultsLength(at: ahead) > 0 { return true }
        let token = peek(ahead), words = table.set(token)
        guard !words.isDisjoint(with: [.kind, .verb, .directive]) else { return false }
        let next = peek(ahead + 1)
        guard !next.startsLine else { return false }
        switch next.kind {
        case .name: return table.set(next).isDisjoint(with: [.clause, .operation])
        case .path, .text, .number, .leftBrace: return true
        default: return false
        }
    }

    // MARK: Building

    mutating func report(_ problem: Problem, _ span: Span) {
        guard !quiet, errors.count < 100 else { return }
        if let last = errors.last, last.span.start == span.start, !span.isEmpty || last.span == span { return }
        errors.append(SyntaxError(problem, span))
    }

    mutating func add(_ node: Node) -> Int32 {
        nodes.append(node)
        return Int32(nodes.count - 1)
    }

    /// Children in the making.
    struct Chain {
        var first: Int32 = -1
        var last: Int32 = -1
    }

    mutating func append(_ child: Int32, to chain: inout Chain) {
        guard child >= 0 else { return }
        if chain.last >= 0 { nodes[Int(chain.last)].next = child } else { chain.first = child }
        chain.last = child
    }

    /// The columns before the first token of this token's line, when it is that token.
    func indentation(_ token: Token) -> Int {
        var start = Int(token.start)
        while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
        var column = 0
        while start + column < Int(token.start), bytes[start + column] == 0x20 || bytes[start + column] == 0x09 { column += 1 }
        return column
    }

    /// Bytes between the start of the token's line and the token.
    func column(_ token: Token) -> Int {
        var start = Int(token.start)
        while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
        return Int(token.start) - start
    }
}
