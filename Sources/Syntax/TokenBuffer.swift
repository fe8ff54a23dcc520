// The tokens of the member in work, in memory that is used again for every member of a file.

/// A growing array without the checks of one: the lexer appends to it in its inner loop, and the parser reads it several times a token.
/// INVARIANT: indices are below `count`; whoever made it calls `free` once and no copy outlives that. Only `Parser` holds one.
struct TokenBuffer {
    /// The first token that is kept; `spent` are in front of it.
    private var start: UnsafeMutablePointer<Token>
    private var spent = 0
    private var capacity: Int
    private(set) var count = 0

    init() {
        capacity = 1024
        start = .allocate(capacity: capacity)
    }

    func free() { (start - spent).deallocate() }

    @inline(__always) subscript(index: Int) -> Token {
        assert(index >= 0 && index < count)
        return start[index]
    }

    var hasEnd: Bool { count > 0 && start[count - 1].kind == .end }

    /// Room for so many more.
    mutating func reserve(_ more: Int) {
        guard spent + count + more > capacity else { return }
        let whole = start - spent
        if spent >= count + more {
            whole.update(from: start, count: count)
            start = whole
        } else {
            capacity = max(2 * capacity, count + more)
            start = .allocate(capacity: capacity)
            start.moveInitialize(from: whole + spent, count: count)
            whole.deallocate()
        }
        spent = 0
    }

    /// There must be room.
    @inline(__always) mutating func append(_ token: Token) {
        assert(spent + count < capacity)
        (start + count).initialize(to: token)
        count += 1
    }

    /// What is behind stays where it is: after a block without an end that is the rest of the file.
    mutating func removeFirst(_ number: Int) {
        start += number
        spent += number
        count -= number
    }

    /// The first tokens with offsets counted from `base`.
    func first(_ count: Int, relativeTo base: UInt32, isShort: Bool) -> Tokens { Tokens(start, count: count, from: base, isShort: isShort) }

    /// What is so of any of the first tokens; faulty is one that means nothing too.
    func flags(first count: Int) -> Token.Flags {
        var flags: Token.Flags = []
        for index in 0..<count {
            flags.formUnion(start[index].flags)
            if start[index].kind == .junk { flags.insert(.faulty) }
        }
        return flags
    }
}
