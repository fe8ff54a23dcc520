// One member on its lines: broken where it is too long, then its block.

/// How a member will be written, decided for the whole paragraph it stands in.
struct HeadPlan {
    var slots: Slots
    /// The block on the same line, braces and all, when it stays there.
    var oneLine: [UInt8]?
    /// Tokens from here on are the values; nil when continued lines are set in by four.
    var content: Int?
}

extension Printer {
    mutating func head(_ item: Item, _ plan: HeadPlan, indent: Int) {
        var line = Line(text: spaces(indent)), column = indent
        var starts = [Int](repeating: 0, count: plan.slots.all.count)
        let tail = item.block == nil ? 0 : plan.oneLine.map { columnCount($0) } ?? 2
        func start(_ hang: Hang) -> Int {
            let content = plan.content.map { starts[$0 - item.first] } ?? 0
            let usual = content > 0 && content <= width / 2 ? content : indent + 4
            switch hang {
            case .content: return usual
            case .bracket(let level): return indent + 2 * level
            case .token(let token): return starts[token - item.first] <= width * 6 / 10 ? starts[token - item.first] : usual
            }
        }
        for index in item.first...item.headLast {
            let slot = plan.slots[index], hang = start(slot.hang)
            if slot.gap.isForced {
                comments(slot.gap, &line, hang)
                line.text = spaces(hang)
                column = hang
            } else if slot.isKept || (slot.rank != nil && hang < column && !fits(plan.slots, index, column, tail)) {
                lines.append(line)
                line = Line(text: spaces(hang))
                column = hang
            } else if index > item.first {
                let blanks = self.blanks(plan.slots, index)
                line.text += spaces(blanks)
                column += blanks
            }
            starts[index - item.first] = column
            let piece = piece(plan.slots, index)
            line.text += piece
            column = after(column, piece)
        }
        body(item, plan, line, indent)
    }

    private mutating func body(_ item: Item, _ plan: HeadPlan, _ head: Line, _ indent: Int) {
        var line = head
        guard let block = item.block else { return lines.append(line) }
        if let oneLine = plan.oneLine {
            line.text += oneLine
            return lines.append(line)
        }
        let open = Int(item.tree.nodes[Int(block)].token), inside = item.inside(block)
        for comment in Gap(bytes, item.base + Int(item.tree.tokens[open - 1].end)..<item.base + Int(item.tree.tokens[open].start)).comments {
            line.text += [0x20] + comment.text
        }
        line.text += " {".utf8
        lines.append(line)
        self.block(
            item.members(of: block), from: inside.lowerBound, to: inside.upperBound, indent: indent + 2, isTable: isTable(item))
        lines.append(Line(text: spaces(indent) + "}".utf8))
    }

    private func isTable(_ item: Item) -> Bool {
        let word = item.tree.tokens[item.first]
        return item.own.kind == .declaration && item.tree.bytes[Int(word.start)..<Int(word.end)].elementsEqual("table".utf8)
    }

    /// Comments that end a line within a member: behind the words, then each on its own line.
    private mutating func comments(_ gap: Gap, _ line: inout Line, _ hang: Int) {
        var isTrailing = true
        for comment in gap.comments {
            isTrailing = isTrailing && comment.newlines == 0
            if isTrailing {
                line.comment += (line.comment.isEmpty ? [] : [0x20]) + comment.text
            } else {
                lines.append(line)
                line = Line(text: spaces(hang) + comment.text)
            }
        }
        lines.append(line)
        line = Line()
    }

    // MARK: Measures

    /// What stands from here to the next place of the same or a lower rank, or to the head's end, has room on this line.
    private func fits(_ slots: Slots, _ index: Int, _ column: Int, _ tail: Int) -> Bool {
        guard let rank = slots[index].rank else { return true }
        var end = column
        for next in index...slots.item.headLast {
            if next > index {
                if let other = slots[next].rank, other <= rank { return end <= width }
                if slots[next].isKept || slots[next].gap.isForced { return false }
            }
            let piece = piece(slots, next)
            end += blanks(slots, next)
            if let newline = piece.firstIndex(of: 0x0A) { return end + columnCount(piece[..<newline]) <= width }
            end += columnCount(piece)
            if end > width { return false }
        }
        return end + tail <= width
    }

    /// The blanks before a token.
    func blanks(_ slots: Slots, _ index: Int) -> Int {
        let slot = slots[index]
        guard index > slots.first else { return 0 }
        let before = slots.item.tree.tokens[index - 1].kind
        if slot.isGlued, slot.gap.comments.isEmpty || before == .leftParenthesis || before == .leftBracket { return 0 }
        return 1 + slot.pad
    }

    /// A token with the comments before it that leave it on its line.
    func piece(_ slots: Slots, _ index: Int) -> [UInt8] {
        let token = slots.item.tree.tokens[index]
        let own = slots.item.tree.canonical(token)
        let gap = slots[index].gap
        guard !gap.comments.isEmpty, !gap.isForced else { return Array(own) }
        let comments = Array(gap.comments.map(\.text).joined(separator: [0x20]))
        switch token.kind {
        case .comma, .colon, .question, .rightParenthesis, .rightBracket: return comments + own
        default: return comments + [0x20] + own
        }
    }

    private func after(_ column: Int, _ piece: [UInt8]) -> Int {
        guard let newline = piece.lastIndex(of: 0x0A) else { return column + columnCount(piece) }
        return columnCount(piece[(newline + 1)...])
    }

    /// The columns from one token to another on one line, the blanks before the first left out; nil when they don't stand on one.
    func flatWidth(_ slots: Slots, _ range: ClosedRange<Int>) -> Int? {
        var end = 0
        for index in range {
            let slot = slots[index], piece = piece(slots, index)
            if index > range.lowerBound {
                if slot.isKept || slot.gap.isForced { return nil }
                end += blanks(slots, index)
            }
            if piece.contains(0x0A) { return nil }
            end += columnCount(piece)
        }
        return end
    }
}
