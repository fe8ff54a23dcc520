// Cursors over expressions: `form` gives an enum to switch over, one level deep.

public import Source

public struct Expression: Sendable {
    public let tree: Tree
    let index: Int32

    public enum Form: Sendable {
        case path([Name])
        case text(String)
        case number(Exact)
        /// In per cent: `80%` is 80.
        case percent(Exact)
        case date(Day)
        case duration(Period)
        case truth(Bool)
        case none, unknown
        case list([Expression])
        case group(Expression)
        case unary(UnaryOperator, Expression)
        case binary(BinaryOperator, Expression, Expression)
        case range(Expression, Expression)
        case call([Name], [Argument])
        case quantifier(Quantifier, variable: Name, source: Expression, body: Expression?)
        /// `date?`: may be absent.
        case optional(Expression)
        /// Something is wrong here, and an error says what.
        case missing
    }

    public var span: Span { node.span }
    /// The bytes of the expression as the author wrote them.
    public var source: String { tree.text(span) }
    @inline(__always) var node: Node { tree.nodes[Int(index)] }

    public var form: Form {
        let node = node
        switch node.kind {
        case .path: return .path(tree.path(node: index))
        case .text: return .text(Escape.value(tree.bytes[node.span.range]))
        case .number:
            if let whole = wholeNumber { return .number(Exact(whole)) }
            return Exact(tree.text(node.span)).map(Form.number) ?? .missing
        case .percent: return Exact(tree.text(node.span).dropLast()).map(Form.percent) ?? .missing
        case .date:
            if let day { return .date(day) }
            return Day(tree.text(node.span)).map(Form.date) ?? .missing
        case .duration: return duration.map(Form.duration) ?? .missing
        case .truth: return .truth(tree.bytes[Int(node.start)] == UInt8(ascii: "y"))
        case .none: return .none
        case .unknown: return .unknown
        case .list: return .list(tree.expressions(of: index))
        case .call:
            let children = tree.children(of: index)
            guard let callee = children.first else { return .missing }
            return .call(tree.path(node: callee), children.dropFirst().map { Argument(tree: tree, index: $0) })
        default: return compound
        }
    }

    private var compound: Form {
        var operands = eachOperand
        guard let first = operands.next() else { return .missing }
        let second = operands.next()
        guard second == nil || operands.next() == nil else { return .missing }
        switch (node.kind, second) {
        case (.group, nil): return .group(first)
        case (.optional, nil): return .optional(first)
        case (.range, let second?): return .range(first, second)
        case (.unary, nil): return .unary(node.operation == 0 ? .not : .minus, first)
        case (.binary, let second?): return BinaryOperator(rawValue: node.operation).map { .binary($0, first, second) } ?? .missing
        case (.quantifier, _):
            return .quantifier(
                Quantifier(rawValue: node.operation) ?? .exists, variable: tree.name(token: Int(node.token) + 1), source: first, body: second)
        default: return .missing
        }
    }

    private var duration: Period? {
        let token = Int(node.token)
        guard let count = Int(tree.name(token: token).text.filter { $0 != "_" }), count <= 1_000_000 else { return nil }
        switch tree.name(token: token + 1).text {
        case "day", "days": return Period(days: count)
        case "week", "weeks": return Period(days: 7 * count)
        case "month", "months": return Period(months: count)
        default: return Period(months: 12 * count)
        }
    }
}

/// What stands between a call's commas: `parties where role == child`.
public struct Argument: Sendable {
    public let value: Expression
    public let clauses: [Clause]

    init(tree: Tree, index: Int32) {
        clauses = tree.clauses(of: index)
        value = Expression(tree: tree, index: tree.nodes[Int(index)].child)
    }
}
