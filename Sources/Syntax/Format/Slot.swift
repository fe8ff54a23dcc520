// Where the words of a member may part: for each token of its head the blank before it, and whether a line may begin with it.

/// What stands before one token.
struct Slot {
    /// No blank before it.
    var isGlued = false
    /// A line may begin here; the places with the lowest rank are taken first.
    var rank: Int?
    var hang = Hang.content
    /// The author began a line here, and such a break is kept: before `and`, `or`, `because`, `needs`.
    var isKept = false
    /// More blanks than one, to stand in a column.
    var pad = 0
    var gap = Gap()
}

/// Where a continued line begins.
enum Hang {
    /// Under the member's first value.
    case content
    /// So many levels in from the member.
    case bracket(Int)
    /// Under that token.
    case token(Int)
}

/// The slots of one member's head, up to its block.
struct Slots {
    let item: Item
    let first: Int
    var all: [Slot]

    subscript(token: Int) -> Slot {
        get { all[token - first] }
        set { all[token - first] = newValue }
    }

    init(_ item: Item, _ bytes: [UInt8]) {
        self.item = item
        first = item.first
        all = Array(repeating: Slot(), count: item.headLast - item.first + 1)
        let tokens = item.tree.tokens
        for index in item.first...item.headLast where index > item.first {
            let before = tokens[index - 1].kind
            switch tokens[index].kind {
            case .comma, .colon, .question, .rightParenthesis, .rightBracket: self[index].isGlued = true
            default: self[index].isGlued = before == .leftParenthesis || before == .leftBracket
            }
            self[index].gap = Gap(bytes, item.base + Int(tokens[index - 1].end)..<item.base + Int(tokens[index].start))
        }
        member()
    }

    private var tree: Tree { item.tree }
    private func node(_ index: Int32) -> Node { tree.nodes[Int(index)] }
    private func after(_ index: Int32) -> Int { tree.token(at: node(index).end) }

    /// Ranks: 0 before `because` and `needs`, 1 behind the commas of values, from 2 on within expressions.
    private mutating func member() {
        let children = tree.children(of: item.node)
        commas(children.filter { node($0).kind.isExpression })
        commas(children.filter { node($0).kind == .parent })
        let parameters = children.filter { node($0).kind == .parameter }
        if let one = parameters.first { self[Int(node(one).token) - 1].isGlued = true }
        // `define f()`: nothing between the parentheses.
        if parameters.isEmpty, let name = tree.child(of: item.node, .heading), item.headLast > Int(node(name).token) {
            let next = Int(node(name).token) + 1
            if tree.tokens[next].kind == .leftParenthesis { self[next].isGlued = true }
        }
        for (one, _) in zip(parameters, parameters.dropFirst()) { self[after(one) + 1].rank = 1 }
        for child in children {
            let own = node(child)
            if own.kind.isExpression { expression(child, 2, 0, .content) }
            guard own.kind == .clause else { continue }
            let word = Int(own.token), values = tree.children(of: child)
            if isContinuing(word) {
                self[word].rank = 0
                self[word].isKept = tree.tokens[word].startsLine
            }
            commas(values)
            for value in values { expression(value, 2, 0, .token(word + own.count)) }
        }
    }

    private func isContinuing(_ token: Int) -> Bool {
        WordTable.shared.sets[Int(tree.tokens[token].word)].contains(.continues)
    }

    /// A line may begin behind a comma; not with a word that would begin a member there.
    private mutating func commas(_ values: [Int32]) {
        for (one, _) in zip(values, values.dropFirst()) {
            let next = after(one) + 1
            let words = WordTable.shared.sets[Int(tree.tokens[next].word)]
            if words.isDisjoint(with: [.kind, .verb, .directive]) { self[next].rank = 1 }
        }
    }

    private mutating func expression(_ index: Int32, _ rank: Int, _ level: Int, _ hang: Hang) {
        let own = node(index)
        switch own.kind {
        case .binary: binary(index, own, rank, level, hang)
        case .range: range(index, rank, level, hang)
        case .unary:
            let sign = tree.token(at: own.start)
            if tree.tokens[sign].kind == .minus { self[sign + 1].isGlued = true }
            expression(own.child, rank + 1, level, hang)
        case .group: expression(own.child, rank + 1, level, .token(tree.token(at: own.start) + 1))
        case .call:
            let open = after(own.child)
            self[open].isGlued = true
            bracketed(open, Array(tree.children(of: index).dropFirst()), rank, level)
        case .list: bracketed(tree.token(at: own.start), tree.children(of: index), rank, level)
        case .quantifier, .optional: for child in tree.children(of: index) { expression(child, rank + 1, level, hang) }
        default: break
        }
    }

    private mutating func binary(_ index: Int32, _ own: Node, _ rank: Int, _ level: Int, _ hang: Hang) {
        let left = own.child, right = node(left).next
        var deeper = rank + 1, under = hang
        if own.operation == BinaryOperator.and.rawValue || own.operation == BinaryOperator.or.rawValue {
            let sign = after(left)
            self[sign].rank = rank
            self[sign].hang = hang
            self[sign].isKept = tree.tokens[sign].startsLine
            // `or g is X and y` goes on under `g`, so that no `and` seems to stand beside the `or`.
            under = .token(tree.token(at: node(right).start))
            // A chain of the same word is one level.
            if node(left).kind == .binary, node(left).operation == own.operation { deeper = rank }
        }
        expression(left, deeper, level, hang)
        expression(right, rank + 1, level, under)
    }

    /// `1..20` stands close, `a + 1 .. b - 1` does not.
    private mutating func range(_ index: Int32, _ rank: Int, _ level: Int, _ hang: Hang) {
        let left = node(index).child, right = node(left).next
        if node(left).kind != .binary, node(right).kind != .binary, node(left).kind != .quantifier, node(right).kind != .quantifier {
            let sign = after(left)
            self[sign].isGlued = true
            self[sign + 1].isGlued = true
        }
        expression(left, rank + 1, level, hang)
        expression(right, rank + 1, level, hang)
    }

    /// A call's arguments or a list's items: when several don't fit on the line, they begin a line of their own.
    private mutating func bracketed(_ open: Int, _ items: [Int32], _ rank: Int, _ level: Int) {
        let hang = Hang.bracket(level + 1)
        if items.count > 1 {
            self[open + 1].rank = rank
            self[open + 1].hang = hang
        }
        for (index, item) in items.enumerated() {
            if index + 1 < items.count {
                self[after(item) + 1].rank = rank + 1
                self[after(item) + 1].hang = hang
            }
            guard node(item).kind == .argument else {
                expression(item, rank + 2, level + 1, hang)
                continue
            }
            for part in tree.children(of: item) {
                if node(part).kind == .clause {
                    for value in tree.children(of: part) { expression(value, rank + 2, level + 1, hang) }
                } else {
                    expression(part, rank + 2, level + 1, hang)
                }
            }
        }
    }
}
