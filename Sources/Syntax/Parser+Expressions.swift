// The grammar of expressions, by precedence climbing.

import Source

extension Parser {
    /// An expression, and a `?` that says it may be absent.
    mutating func value() -> Int32 {
        let index = expression(.or)
        guard current.kind == .question, !current.startsLine || brackets > 0 else { return index }
        advance()
        return add(
            Node(
                start: nodes[Int(index)].start, end: previousEnd, token: UInt32(position - 1), child: index, kind: .optional,
                height: nodes[Int(index)].height + 1))
    }

    mutating func expression(_ level: Level) -> Int32 {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Problem.nestingLimit else { return tooDeep() }
        var left = operand(level)
        var last: Level?
        while !quiet, let (operation, own, width) = infix(), own >= level {
            let sign = current
            if own == last, own == .comparison || own == .range { report(.chainedComparison(text(sign)), span(sign)) }
            last = own
            position += width
            let right = current.startsLine && brackets == 0 && looksLikeMember() ? missingOperand() : expression(own.tighter)
            let height = 1 + max(nodes[Int(left)].height, nodes[Int(right)].height)
            guard height <= UInt16(Problem.nestingLimit) else { return tooDeep() }
            nodes[Int(left)].next = right
            left = add(
                Node(
                    start: nodes[Int(left)].start, end: nodes[Int(right)].end, token: UInt32(position), child: left,
                    kind: operation == nil ? .range : .binary, operation: operation?.rawValue ?? 0, height: height))
        }
        return left
    }

    /// The operator that stands here (nil within the tuple is `..`), its level and its number of tokens.
    private mutating func infix() -> (BinaryOperator?, Level, Int)? {
        let token = current
        if token.startsLine, brackets == 0, !continues() { return nil }
        switch token.kind {
        case .name:
            guard token.word != 0 else { return nil }
            if token.word == table.not {
                return peek(1).word == table.in ? (.notIn, .comparison, 2) : nil
            }
            guard let operation = table.operators[Int(token.word)] else { return nil }
            if operation == .is, peek(1).word == table.not { return (.isNot, .comparison, 2) }
            return (operation, operation.level, 1)
        case .range: return (nil, .range, 1)
        case .assign:
            report(.loneEquals, span(token))
            return (.equal, .comparison, 1)
        default: return BinaryOperator(token.kind).map { ($0, $0.level, 1) }
        }
    }

    private mutating func operand(_ level: Level) -> Int32 {
        let token = current
        switch token.kind {
        case .name: return word(token, level)
        case .path: return reference(token)
        case .number:
            if table.set(peek(1)).contains(.unit), !peek(1).startsLine { return duration(token) }
            return leaf(.number)
        case .percent: return leaf(.percent)
        case .date: return leaf(.date)
        case .text: return leaf(.text)
        case .minus: return unary(1, .negation)
        case .leftParenthesis: return group()
        case .leftBracket: return list()
        case .junk:
            advance()
            return canStartOperand() && !current.startsLine ? operand(level) : missing()
        default: return missingOperand()
        }
    }

    private mutating func word(_ token: Token, _ level: Level) -> Int32 {
        let words = table.set(token)
        if words.isEmpty { return reference(token) }
        if token.word == table.not {
            if level > .not { report(.looseNot, span(token)) }
            return unary(0, .not)
        }
        if words.contains(.quantifier), let index = quantifier(token) { return index }
        if isEveryCall(token) { return reference(token) }
        if words.contains(.operation) || (words.contains(.clause) && !words.contains(.weak)) { return missingOperand() }
        if words.contains(.literal) {
            if token.word == table.yes || token.word == table.no { return leaf(.truth) }
            return leaf(token.word == table.none ? .none : .unknown)
        }
        return reference(token)
    }

    /// `exists n in a.notices with …`; nil when the word is used as a name (`count(…)`).
    private mutating func quantifier(_ token: Token) -> Int32? {
        let variable = peek(1)
        guard variable.kind == .name, peek(2).word == table.in else {
            if token.word == table.exists, !endsMember(at: 1), variable.kind == .name || variable.kind == .path {
                report(.badQuantifier(text(token)), span(token))
                advance()
                return missing()
            }
            return nil
        }
        let start = UInt32(position)
        position += 3
        let source = expression(.sum)
        var height = nodes[Int(source)].height
        if current.word == table.with, !(current.startsLine && brackets == 0) {
            advance()
            let body = expression(.or)
            nodes[Int(source)].next = body
            height = max(height, nodes[Int(body)].height)
        }
        let operation: Quantifier = token.word == table.exists ? .exists : token.word == table.every ? .every : .count
        return add(
            Node(
                start: relative(token.start), end: previousEnd, token: start, child: source, kind: .quantifier,
                operation: operation.rawValue, height: height + 1))
    }

    /// A path, or a call when a parenthesis follows.
    private mutating func reference(_ token: Token) -> Int32 {
        let callee = leaf(.path)
        guard current.kind == .leftParenthesis, !current.startsLine || brackets > 0 else { return callee }
        let open = current
        var children = Chain(), height: UInt16 = 1
        append(callee, to: &children)
        advance()
        brackets += 1
        defer { brackets -= 1 }
        if current.kind == .rightParenthesis {
            advance()
        } else {
            while true {
                let start = current
                var parts = Chain()
                let value = expression(.or)
                height = max(height, nodes[Int(value)].height)
                append(value, to: &parts)
                argumentClauses(&parts, &height)
                append(
                    add(
                        Node(
                            start: min(relative(start.start), nodes[Int(value)].start), end: previousEnd, token: UInt32(position), child: parts.first,
                            kind: .argument, height: height)), to: &children)
                if current.kind == .comma {
                    let comma = current
                    advance()
                    if current.kind != .rightParenthesis { continue }
                    report(.trailingComma, span(comma))
                }
                close(open, .rightParenthesis)
                break
            }
        }
        return add(
            Node(start: relative(token.start), end: previousEnd, token: UInt32(position), child: children.first, kind: .call, height: height + 1))
    }

    private mutating func argumentClauses(_ parts: inout Chain, _ height: inout UInt16) {
        while current.kind == .name, !quiet {
            let words = table.set(current)
            if !words.contains(.clause) {
                if words.contains(.operation) || (current.startsLine && looksLikeMember()) || current.startsLine { return }
                let word = text(current)
                report(.unknownClauseWord(word, near: nearest(to: word, in: Words.clauses)), span(current))
            }
            let index = clause(single: true)
            let child = nodes[Int(index)].child
            if child >= 0 { height = max(height, nodes[Int(child)].height) }
            append(index, to: &parts)
        }
    }

    private mutating func group() -> Int32 {
        let open = current
        advance()
        brackets += 1
        defer { brackets -= 1 }
        let inner = expression(.or)
        close(open, .rightParenthesis)
        return add(
            Node(
                start: relative(open.start), end: previousEnd, token: UInt32(position), child: inner, kind: .group,
                height: nodes[Int(inner)].height + 1))
    }

    private mutating func list() -> Int32 {
        let open = current
        var children = Chain(), height: UInt16 = 0
        advance()
        brackets += 1
        defer { brackets -= 1 }
        if current.kind == .rightBracket {
            advance()
        } else {
            while true {
                let index = expression(.or)
                height = max(height, nodes[Int(index)].height)
                append(index, to: &children)
                if current.kind == .comma {
                    let comma = current
                    advance()
                    if current.kind != .rightBracket { continue }
                    report(.trailingComma, span(comma))
                }
                close(open, .rightBracket)
                break
            }
        }
        return add(
            Node(start: relative(open.start), end: previousEnd, token: UInt32(position), child: children.first, kind: .list, height: height + 1))
    }

    /// The closing bracket, or an error: at the opening one when the line or the member ends first, else at what stands in the way.
    private mutating func close(_ open: Token, _ closer: TokenKind) {
        if current.kind == closer { return advance() }
        guard !quiet else { return }
        if !isEnd(), !current.startsLine, current.kind != .leftBrace {
            // Something on the same line that can't stand here: skip to the bracket, if the line has it.
            var ahead = 0, inner = 0
            search: while ahead < 256 {
                let token = peek(ahead)
                if token.startsLine && ahead > 0 { break }
                switch token.kind {
                case closer where inner == 0:
                    if current.kind != .junk { report(.unexpected(text(current)), span(current)) }
                    position += ahead + 1
                    return
                case .leftParenthesis, .leftBracket: inner += 1
                case .rightParenthesis, .rightBracket: inner -= 1
                case .end, .semicolon, .leftBrace, .rightBrace: break search
                default: break
                }
                ahead += 1
            }
        }
        report(.unclosedBracket(text(open)), span(open))
    }

    private mutating func unary(_ operation: UInt8, _ level: Level) -> Int32 {
        let start = current
        advance()
        let inner = expression(level)
        let height = nodes[Int(inner)].height + 1
        guard height <= UInt16(Problem.nestingLimit) else { return tooDeep() }
        return add(
            Node(
                start: relative(start.start), end: max(previousEnd, nodes[Int(inner)].end), token: UInt32(position), child: inner, kind: .unary,
                operation: operation, height: height))
    }

    private mutating func duration(_ number: Token) -> Int32 {
        let token = UInt32(position)
        position += 2
        let whole = Int(text(number).filter { $0 != "_" })
        if whole.map({ $0 > 1_000_000 }) ?? true, !number.flags.contains(.faulty) {
            report(.badDuration(text(number)), Span(start: relative(number.start), end: previousEnd))
        }
        return add(Node(start: relative(number.start), end: previousEnd, token: token, kind: .duration))
    }

    private mutating func leaf(_ kind: NodeKind) -> Int32 {
        let token = current
        let index = add(Node(start: relative(token.start), end: relative(token.end), token: UInt32(position), kind: kind))
        advance()
        return index
    }

    // MARK: Nothing there

    mutating func missing() -> Int32 {
        add(Node(start: previousEnd, end: previousEnd, token: Node.noToken, kind: .missing))
    }

    mutating func missingOperand() -> Int32 {
        let before = position > 0 ? text(tokens[position - 1]) : ""
        let found = found()
        report(.missingOperand(after: before, found: found), found.isEmpty || isEnd() ? gap() : span(current))
        return missing()
    }

    /// Gives up on an expression that is nested too deep: the rest of its member is skipped.
    private mutating func tooDeep() -> Int32 {
        if !quiet {
            report(.nestedTooDeep, span(current.kind == .end && position > 0 ? tokens[position - 1] : current))
            quiet = true
            let open = brackets
            brackets = 0
            while !endsMember() { advance() }
            brackets = open
        }
        return missing()
    }

    mutating func canStartOperand() -> Bool {
        // `every` is a quantifier in `every o in …`, and a clause word in `every 12 months`.
        startsOperand(current) || (current.word == table.every && peek(1).kind == .name && peek(2).word == table.in) || isEveryCall(current)
    }

    /// `every(ill)`: the function, as `any(ill)` is.
    private mutating func isEveryCall(_ token: Token) -> Bool {
        token.word == table.every && peek(1).kind == .leftParenthesis && peek(1).start == token.end
    }

    mutating func startsOperand(_ token: Token) -> Bool {
        switch token.kind {
        case .path, .number, .percent, .date, .text, .minus, .leftParenthesis, .leftBracket: true
        case .name:
            token.word == table.not || table.set(token).isDisjoint(with: [.clause, .operation]) || !table.set(token).isDisjoint(with: [.weak])
        default: false
        }
    }
}
