// An expression as one line of text that only its meaning decides: what plans and reports show of a condition.

extension Expression {
    /// One space between words, no comment, numbers as their values, brackets only where they are needed. Reads back as the same expression.
    public var canonical: String { written(.or) }

    /// - Parameter level: how tightly what stands around it binds.
    private func written(_ level: Level) -> String {
        switch form {
        case .group(let inner): return inner.written(level)
        case .path(let names): return names.map(\.text).joined(separator: ".")
        case .number(let number): return number.description
        case .percent(let percent): return "\(percent)%"
        case .list(let items): return "[" + items.map(\.canonical).joined(separator: ", ") + "]"
        case .call(let callee, let arguments): return callee.map(\.text).joined(separator: ".") + "(" + arguments.map(\.canonical).joined(separator: ", ") + ")"
        case .optional(let inner): return inner.written(.negation) + "?"
        case .unary(.not, let operand): return wrapped("not " + operand.written(.not), .not, level)
        case .unary(.minus, let operand): return wrapped("-" + operand.written(.negation), .negation, level)
        case .range(let low, let high): return wrapped(low.written(Level.range.tighter) + ".." + high.written(Level.range.tighter), .range, level)
        case .binary(let op, let left, let right):
            // Comparisons don't chain; the others group from the left.
            let own = op.level, first = own == .comparison ? own.tighter : own
            return wrapped("\(left.written(first)) \(op.sign) \(right.written(own.tighter))", own, level)
        case .quantifier(let quantifier, let variable, let source, let body):
            // Its body reaches as far right as it can.
            let text = "\(quantifier.word) \(variable.text) in \(source.written(.comparison))" + (body.map { " with " + $0.canonical } ?? "")
            return level == .or ? text : "(" + text + ")"
        case .text, .date, .truth, .none, .unknown, .missing: return source
        case .duration: return source.split { $0.isWhitespace }.joined(separator: " ")
        }
    }

    private func wrapped(_ text: String, _ own: Level, _ level: Level) -> String { own < level ? "(" + text + ")" : text }
}

extension Argument {
    fileprivate var canonical: String {
        clauses.reduce(value.canonical) { text, clause in "\(text) \(clause.word.text) " + clause.values.map(\.canonical).joined(separator: ", ") }
    }
}
