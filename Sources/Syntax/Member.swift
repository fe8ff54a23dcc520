// Cursors over members: cheap values (a tree and an index) that make names and texts when asked.

public import Source

public struct Name: Hashable, Sendable {
    public let text: String
    /// Relative to the top-level member, as every span of a tree.
    public let span: Span

    public init(text: String, span: Span) {
        self.text = text
        self.span = span
    }
}

/// What a file and every block are made of.
public struct Member: Sendable {
    public enum Form: Sendable { case property, declaration, step, row, directive }

    public let tree: Tree
    let index: Int32

    /// Its place among the tree's nodes: unique within a tree, the same for the same bytes.
    public var id: Int { Int(index) }
    @inline(__always) var node: Node { tree.nodes[Int(index)] }

    public var form: Form {
        switch node.kind {
        case .property: .property
        case .declaration: .declaration
        case .step: .step
        case .directive: .directive
        default: .row
        }
    }
    public var span: Span { node.span }

    /// The `///` lines before it, without their slashes.
    public var documentation: String? { tree.isDocumented ? tree.documentation(before: firstToken) : nil }

    /// A property's key, its words joined by one space: "collected for", "message sv". Also what `without` takes away.
    public var key: Name? { tree.child(of: index, .key).map { tree.words(node: $0) } }

    /// A declaration's kind, a step's verb (nil for `name = expression`), a directive's word.
    public var word: Name? {
        guard node.kind == .declaration || node.kind == .step || node.kind == .directive, node.token != Node.noToken else { return nil }
        return tree.name(token: Int(node.token))
    }

    /// A declaration's name: ["GDPR", "6", "4", "c"]; empty when it has none.
    public var path: [Name] { tree.child(of: index, .heading).map { tree.path(node: $0) } ?? [] }

    public var parameters: [(kind: Name, name: Name)] {
        tree.children(of: index).filter { tree.nodes[Int($0)].kind == .parameter }.map {
            let token = Int(tree.nodes[Int($0)].token)
            return (tree.name(token: token), tree.name(token: token + 1))
        }
    }

    /// A declaration's title, unescaped.
    public var title: Name? {
        tree.child(of: index, .title).map {
            let span = tree.nodes[Int($0)].span
            return Name(text: Escape.value(tree.bytes[span.range]), span: span)
        }
    }

    /// What stands after `is`.
    public var parents: [[Name]] { tree.collect(from: node.child, .parent) { tree.path(node: $0) } }

    /// Where the first result stands; nil for a step without one.
    public var firstResult: Span? { tree.child(of: index, .result).map { tree.nodes[Int($0)].span } }

    /// What a step makes: the names left of `=`.
    public var results: [Name] {
        tree.collect(from: node.child, .result) { tree.name(token: Int(tree.nodes[Int($0)].token)) }
    }

    /// A property's, a step's or a directive's values; a row's one value; the one expression of `name = expression`.
    public var values: [Expression] { tree.expressions(of: index) }
    public var clauses: [Clause] { tree.clauses(of: index) }
    public var hasBlock: Bool { tree.child(of: index, .block) != nil }

    /// The braces and what is between them.
    public var blockSpan: Span? { tree.child(of: index, .block).map { tree.nodes[Int($0)].span } }

    public var members: [Member] {
        guard let block = tree.child(of: index, .block) else { return [] }
        return tree.children(of: block).map { Member(tree: tree, index: $0) }
    }

    private var firstToken: Int { tree.token(at: node.start) }
}

/// `because "…"`, `of Client, Child`: a word and what it governs.
public struct Clause: Sendable {
    public let tree: Tree
    let index: Int32

    /// One word, or two that belong together: "as of", "matched by", "many per".
    public var word: Name { tree.words(node: index) }
    public var values: [Expression] { tree.expressions(of: index) }
    public var span: Span { tree.nodes[Int(index)].span }
}

extension Tree {
    /// What a function makes of each child of a kind, without an array of the others.
    func collect<Result>(from first: Int32, _ kind: NodeKind, _ make: (Int32) -> Result) -> [Result] {
        var result: [Result] = [], child = first
        while child >= 0 {
            if nodes[Int(child)].kind == kind { result.append(make(child)) }
            child = nodes[Int(child)].next
        }
        return result
    }

    func children(of index: Int32) -> [Int32] {
        var result: [Int32] = [], child = nodes[Int(index)].child
        while child >= 0 {
            result.append(child)
            child = nodes[Int(child)].next
        }
        return result
    }

    func child(of index: Int32, _ kind: NodeKind) -> Int32? {
        var child = nodes[Int(index)].child
        while child >= 0 {
            if nodes[Int(child)].kind == kind { return child }
            child = nodes[Int(child)].next
        }
        return nil
    }

    func expressions(of index: Int32) -> [Expression] {
        var result: [Expression] = [], child = nodes[Int(index)].child, count = 0
        while child >= 0 {
            if nodes[Int(child)].kind.isExpression { count += 1 }
            child = nodes[Int(child)].next
        }
        if count == 0 { return [] }
        result.reserveCapacity(count)
        child = nodes[Int(index)].child
        while child >= 0 {
            if nodes[Int(child)].kind.isExpression { result.append(Expression(tree: self, index: child)) }
            child = nodes[Int(child)].next
        }
        return result
    }

    func clauses(of index: Int32) -> [Clause] {
        collect(from: nodes[Int(index)].child, .clause) { Clause(tree: self, index: $0) }
    }

    func name(token: Int) -> Name {
        let span = Span(start: tokens[token].start, end: tokens[token].end)
        return Name(text: text(span), span: span)
    }

    /// The words of a key or a clause, joined by one space whatever stands between them.
    func words(node index: Int32) -> Name {
        let node = nodes[Int(index)], first = Int(node.token), last = first + max(1, node.count) - 1
        if first == last { return name(token: first) }
        let whole = Span(start: tokens[first].start, end: tokens[last].end)
        if isJoinedByOneSpace(node) { return Name(text: text(whole), span: whole) }
        return Name(
            text: (first...last).map { name(token: $0).text }.joined(separator: " "),
            span: whole)
    }

    /// The names of a path token; an empty one (`d.` while it is being written) is left out.
    func path(node index: Int32) -> [Name] {
        let node = nodes[Int(index)], span = node.span
        if node.kind == .path, tokens[Int(node.token)].kind == .name, !span.isEmpty { return [Name(text: text(span), span: span)] }
        var names: [Name] = [], start = Int(span.start)
        names.reserveCapacity(4)
        for offset in Int(span.start)...Int(span.end) where offset == Int(span.end) || bytes[offset] == UInt8(ascii: ".") {
            if offset > start { names.append(Name(text: text(Span(start..<offset)), span: Span(start..<offset))) }
            start = offset + 1
        }
        return names
    }

    /// The index of the token that begins at `offset`, or of the first behind it.
    func token(at offset: UInt32) -> Int {
        var low = 0, high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if tokens[middle].start < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func documentation(before token: Int) -> String? {
        guard tokens.indices.contains(token), tokens[token].flags.contains(.documented) else { return nil }
        let start = token == 0 ? 0 : Int(tokens[token - 1].end)
        let slash = UInt8(ascii: "/")
        var lines: [ArraySlice<UInt8>] = []
        for line in bytes[start..<Int(tokens[token].start)].split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let line = line.drop { $0 == 0x20 || $0 == 0x09 }
            guard line.starts(with: [slash, slash, slash]) else { continue }
            let body = line.dropFirst(3)
            if body.first != slash { lines.append(body.first == 0x20 ? body.dropFirst() : body) }
        }
        return lines.isEmpty ? nil : String(decoding: Array(lines.joined(separator: [0x0A])), as: UTF8.self)
    }
}
