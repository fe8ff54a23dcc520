// The grammar of members: properties, declarations, steps, rows, directives, their clauses and blocks.

import Source

extension Parser {
    /// One member, up to where it can be read; −1 when none begins here. `finishMember` sees to the rest of its line.
    mutating func member() -> Int32 {
        let first = current
        if first.kind == .name {
            let key = keyLength()
            if key > 0 { return property(key) }
            let results = resultsLength()
            if results > 0 { return step(results: results) }
            return memberByWord(first)
        }
        return canStartOperand() ? row() : -1
    }

    private mutating func memberByWord(_ first: Token) -> Int32 {
        let words = table.set(first), next = peek(1), ends = endsMember(at: 1)
        let isRowClause = next.kind == .name && (next.word == table.when || next.word == table.otherwise) && !ends
        if words.contains(.directive), ends || startsOperand(next) { return directive() }
        if words.contains(.kind), !isRowClause {
            switch next.kind {
            case _ where ends, .leftBrace, .path, .text: return declaration()
            case .leftParenthesis: return declaration()
            case .name where !table.set(next).contains(.operation) || next.word == table.is: return declaration()
            default: break
            }
        }
        if words.contains(.verb), !isRowClause {
            switch next.kind {
            case _ where ends, .leftBrace: return step(results: 0)
            case .name where !table.set(next).contains(.operation): return step(results: 0)
            case .path, .text, .number, .percent, .date: return step(results: 0)
            default: break
            }
        }
        // `because "…"` with nothing to give a reason for.
        guard canStartOperand() || words.contains(.literal) else { return -1 }
        return unknownMember(first, next, ends)
    }

    /// A member whose first word begins nothing that is known: a row, or a misspelt declaration or step.
    private mutating func unknownMember(_ first: Token, _ next: Token, _ ends: Bool) -> Int32 {
        if ends && next.kind != .leftBrace {
            // A value alone, or a word that is still being written.
            let index = row()
            if nodes[Int(index)].kind == .row, words(first, [.clause, .operation]) { return index }
            report(.bareValue(text(first)), span(first))
            return index
        }
        switch next.kind {
        case .name where !table.set(next).isDisjoint(with: [.clause, .operation]): return row()
        case .leftBrace, .text:
            reportUnknown(first)
            return declaration()
        case .name, .path:
            let near = reportUnknown(first)
            let upper = bytes[Int(next.start)] >= 65 && bytes[Int(next.start)] <= 90
            let after = peek(2).kind
            let isKind = near.map { Words.kinds.contains($0) } ?? false
            if upper || isKind || after == .leftBrace || after == .text || after == .leftParenthesis { return declaration() }
            return step(results: 0)
        case .number, .percent, .date:
            reportUnknown(first)
            return step(results: 0)
        default: return row()
        }
    }

    private func words(_ token: Token, _ sets: WordSet) -> Bool { !table.set(token).isDisjoint(with: sets) }

    @discardableResult
    private mutating func reportUnknown(_ token: Token) -> String? {
        let word = text(token)
        let near = nearest(to: word, in: Words.kinds + Words.verbs + Words.directives)
        report(.unknownWord(word, near: near), span(token))
        return near
    }

    // MARK: Forms

    private mutating func property(_ keyLength: Int) -> Int32 {
        let start = current, token = UInt32(position)
        var children = Chain()
        position += keyLength
        append(add(Node(start: relative(start.start), end: previousEnd, token: token, count: keyLength, kind: .key)), to: &children)
        advance()  // the colon
        let wantsNorm = keyLength == 1 && isNormKey(start)
        if !endsMember(), current.kind != .leftBrace, startsValues() { values(&children, wantsNorm: wantsNorm) }
        tail(&children)
        if children.first == children.last {
            let key = (0..<keyLength).map { text(tokens[Int(token) + $0]) }.joined(separator: " ")
            report(.missingValue(key: key), Span(start: relative(start.start), end: previousEnd))
        }
        return finish(.property, start, token, children)
    }

    private func isNormKey(_ token: Token) -> Bool {
        switch token.end - token.start {
        case 3, 5: ["see", "cites", "under"].contains(text(token))
        default: false
        }
    }

    private mutating func declaration() -> Int32 {
        let start = current, token = UInt32(position)
        var children = Chain()
        advance()
        if isHeading() {
            append(add(Node(start: relative(current.start), end: relative(current.end), token: UInt32(position), kind: .heading)), to: &children)
            advance()
        }
        if current.kind == .leftParenthesis, !endsMember() { parameters(&children) }
        if current.kind == .text, !endsMember() {
            append(add(Node(start: relative(current.start), end: relative(current.end), token: UInt32(position), kind: .title)), to: &children)
            advance()
        }
        if current.word == table.is, !endsMember() {
            advance()
            parents(&children)
        }
        tail(&children)
        return finish(.declaration, start, token, children)
    }

    private mutating func isHeading() -> Bool {
        guard !endsMember() else { return false }
        switch current.kind {
        case .path: return true
        case .name:
            let words = table.set(current)
            return words.contains(.weak) || words.isDisjoint(with: [.clause, .operation])
        default: return false
        }
    }

    private mutating func parents(_ children: inout Chain) {
        while true {
            guard current.kind == .name || current.kind == .path, !looksLikeMember() || !current.startsLine else {
                report(.missingName(after: "is"), gap())
                return
            }
            append(add(Node(start: relative(current.start), end: relative(current.end), token: UInt32(position), kind: .parent)), to: &children)
            advance()
            guard current.kind == .comma else { return }
            advance()
        }
    }

    private mutating func parameters(_ children: inout Chain) {
        let open = current
        advance()
        brackets += 1
        defer { brackets -= 1 }
        while true {
            if current.kind == .name, peek(1).kind == .name {
                append(
                    add(Node(start: relative(current.start), end: relative(peek(1).end), token: UInt32(position), kind: .parameter)), to: &children)
                position += 2
                if current.kind == .comma {
                    advance()
                    continue
                }
            }
            guard current.kind == .rightParenthesis else { break }
            advance()
            return
        }
        let wrong = current
        while true {
            switch current.kind {
            case .rightParenthesis:
                report(.badParameters, span(wrong))
                advance()
                return
            case .leftBrace, .rightBrace, .semicolon, .end, .colon, .assign:
                report(.unclosedBracket("("), span(open))
                return
            default:
                if current.startsLine {
                    report(.unclosedBracket("("), span(open))
                    return
                }
                advance()
            }
        }
    }

    private mutating func step(results count: Int) -> Int32 {
        let start = current
        var children = Chain(), token = Node.noToken
        if count > 0 {
            for index in stride(from: 0, to: count, by: 2) {
                let result = peek(index)
                append(
                    add(Node(start: relative(result.start), end: relative(result.end), token: UInt32(position + index), kind: .result)), to: &children)
            }
            position += count
            advance()  // =
            if current.startsLine && looksLikeMember() || isEnd() {
                report(.missingOperand(after: "=", found: found()), gap())
                append(missing(), to: &children)
                return finish(.step, start, token, children)
            }
            guard isVerb() else {
                append(value(), to: &children)
                tail(&children)
                return finish(.step, start, token, children)
            }
        }
        token = UInt32(position)
        advance()
        if !endsMember(), startsValues() { values(&children, wantsNorm: false) }
        tail(&children)
        return finish(.step, start, token, children)
    }

    /// After `=`: a verb with something to work on, or an expression that happens to begin with such a word.
    private mutating func isVerb() -> Bool {
        guard current.kind == .name else { return false }
        if endsMember(at: 1) { return false }
        let next = peek(1)
        switch next.kind {
        case .path, .text, .number, .percent, .date, .leftBrace: break
        case .name where !table.set(next).contains(.operation): break
        default: return false
        }
        if table.set(current).contains(.verb) { return true }
        guard !words(next, .clause), table.set(current).isDisjoint(with: [.quantifier, .operation, .literal]) else { return false }
        // `x = claen y`: two operands in a row make no expression, so the first is a misspelt verb.
        let word = text(current)
        report(.unknownWord(word, near: nearest(to: word, in: Words.verbs)), span(current))
        return true
    }

    private mutating func directive() -> Int32 {
        let start = current, token = UInt32(position)
        var children = Chain()
        advance()
        if start.word == table.without {
            let first = position
            while current.kind == .name || current.kind == .number, !endsMember() { advance() }
            if position > first {
                append(
                    add(
                        Node(
                            start: relative(tokens[first].start), end: previousEnd, token: UInt32(first), count: position - first,
                            kind: .key)), to: &children)
            } else {
                report(.missingName(after: "without"), gap())
            }
        } else if endsMember() {
            report(.missingName(after: text(start)), gap())
        } else {
            values(&children, wantsNorm: false)
            clauses(&children)
        }
        return finish(.directive, start, token, children)
    }

    private mutating func row() -> Int32 {
        let start = current, token = UInt32(position), found = errors.count
        var children = Chain()
        append(value(), to: &children)
        clauses(&children)
        // A row is a value with what holds of it; what is wrong with the value is told already.
        if children.first == children.last, errors.count == found { report(.bareValue(text(start)), span(start)) }
        tail(&children)
        return finish(.row, start, token, children)
    }

    private mutating func finish(_ kind: NodeKind, _ start: Token, _ token: UInt32, _ children: Chain) -> Int32 {
        add(
            Node(
                start: relative(start.start), end: max(previousEnd, relative(start.start)), token: token, child: children.first, kind: kind))
    }

    // MARK: Values, clauses, blocks

    /// One or more values with commas between.
    mutating func values(_ children: inout Chain, wantsNorm: Bool) {
        while true {
            let first = current
            let index = value()
            if wantsNorm, nodes[Int(index)].kind == .number, !first.flags.contains(.faulty) {
                report(.numberForNorm(text(first)), span(first))
            }
            append(index, to: &children)
            guard current.kind == .comma, !(current.startsLine && brackets == 0) else { return }
            let comma = current
            advance()
            if isEnd() || (current.startsLine && looksLikeMember()) || !canStartOperand() && current.kind != .junk {
                report(.trailingComma, span(comma))
                return
            }
        }
    }

    /// The clauses and the block that a member ends with.
    mutating func tail(_ children: inout Chain) {
        clauses(&children)
        if current.kind == .leftBrace, brackets == 0 {
            if current.startsLine { report(.blockOnOwnLine, span(current)) }
            append(block(), to: &children)
        }
    }

    mutating func clauses(_ children: inout Chain) {
        while !endsMember(), current.kind == .name {
            let words = table.set(current)
            if !words.contains(.clause) {
                if words.contains(.operation) || looksLikeMember() { return }
                let word = text(current)
                report(.unknownClauseWord(word, near: nearest(to: word, in: Words.clauses)), span(current))
            }
            append(clause(single: false), to: &children)
        }
    }

    /// A clause; within a call's argument (`single`) the comma belongs to the call.
    mutating func clause(single: Bool) -> Int32 {
        let start = current, token = UInt32(position)
        var children = Chain(), count = 1
        advance()
        let second = table.second[Int(start.word)]
        if second != 0, current.word == second, !current.startsLine || brackets > 0 {
            advance()
            count = 2
        }
        if !endsMember(), startsValues() {
            if single { append(value(), to: &children) } else { values(&children, wantsNorm: start.word == table.under) }
        }
        return add(
            Node(start: relative(start.start), end: previousEnd, token: token, count: count, child: children.first, kind: .clause))
    }

    private mutating func startsValues() -> Bool {
        switch current.kind {
        case .junk, .comma, .assign, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .range, .plus, .star, .slash: true
        case .name: canStartOperand() || (table.set(current).contains(.operation) && !table.set(current).contains(.clause))
        default: canStartOperand()
        }
    }

    mutating func block() -> Int32 {
        let open = current, token = UInt32(position)
        advance()
        var children = Chain()
        depth += 1
        defer { depth -= 1 }
        if depth > Problem.nestingLimit {
            report(.nestedTooDeep, span(open))
            skipBlock()
            return add(Node(start: relative(open.start), end: previousEnd, token: token, kind: .block))
        }
        let margin = recovering ? indentation(open) : 0
        while true {
            while current.kind == .semicolon { advance() }
            if current.kind == .end || (recovering && belongsOutside(open, margin)) {
                if current.kind == .end, !recovering { blockReachedEnd = true }
                report(.unclosedBlock, span(open))
                break
            }
            if current.kind == .rightBrace {
                advance()
                break
            }
            let before = position
            append(member(), to: &children)
            finishMember(consumed: position > before)
        }
        return add(Node(start: relative(open.start), end: previousEnd, token: token, child: children.first, kind: .block))
    }

    /// When some block is not closed: what stands no further in than the line that opened this block is outside it.
    private mutating func belongsOutside(_ open: Token, _ margin: Int) -> Bool {
        let token = current
        guard token.startsLine else { return false }
        let column = column(token)
        if token.kind == .rightBrace { return column < margin }
        return column <= margin || (column == 0 && looksLikeMember())
    }

    private mutating func skipBlock() {
        var open = 1
        while current.kind != .end {
            if current.kind == .leftBrace { open += 1 }
            if current.kind == .rightBrace { open -= 1 }
            if recovering, current.startsLine, column(current) == 0, looksLikeMember() { return }
            advance()
            if open == 0 { return }
        }
        if !recovering { blockReachedEnd = true }
    }

    /// The rest of the member's line: nothing, or an error that costs no other member.
    mutating func finishMember(consumed: Bool) {
        quiet = false
        if consumed {
            if endsMember() { return }
            if looksLikeMember() || (position > 0 && tokens[position - 1].kind == .rightBrace && canStartOperand()) {
                report(.missingLineEnd, Span(start: previousEnd, end: previousEnd))
                return
            }
        }
        skipLine()
    }

    /// Consumes what can't be read, to the end of its line; a block in it is read for the errors in it.
    private mutating func skipLine() {
        switch current.kind {
        case .junk: break
        case .rightParenthesis, .rightBracket:
            report(.strayCloser(text(current)), span(current))
            repeat { advance() } while current.kind == .rightParenthesis || current.kind == .rightBracket
            return
        case .assign: report(.loneEquals, span(current))
        default: report(.unexpected(text(current)), span(current))
        }
        repeat {
            if current.kind == .leftBrace {
                _ = block()
                if current.kind == .rightBrace { return }
            } else {
                advance()
            }
        } while !endsMember()
    }

    // MARK: Small questions

    /// Where something is missing: right behind what was read last.
    func gap() -> Span { Span(start: previousEnd, end: previousEnd) }

    mutating func isEnd() -> Bool {
        switch current.kind {
        case .end, .semicolon, .rightBrace: true
        default: false
        }
    }

    /// What the reader sees at this point, for a message.
    mutating func found() -> String { current.kind == .end || current.startsLine ? "" : text(current) }
}
