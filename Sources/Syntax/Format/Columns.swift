// What a paragraph of members has in common: one column for its values, one for the clauses that its rows begin with.

/// Members that may share a column.
private enum Sharing: Equatable {
    /// `key: value` and `name = value`.
    case values
    /// `natural when …`, `no_link otherwise`.
    case rows
    /// `conclude compatible when …`.
    case conclusions
    case nothing
}

extension Printer {
    /// Plans for the members of one block. A blank line, or a member with lines of its own in braces, ends a paragraph;
    /// comments don't.
    func columns(of items: [Item], _ gaps: [Gap], indent: Int, isTable: Bool) -> [HeadPlan] {
        var plans = items.map { plan($0, indent: indent) }
        align(&plans, gaps, indent, isTable)
        // A block that the common column pushes beyond the line gets lines of its own, and the paragraphs are made anew.
        let pushed = plans.indices.filter { index in
            plans[index].oneLine.map { indent + (flatWidth(plans[index]) ?? width) + columnCount($0) > width } ?? false
        }
        if !pushed.isEmpty {
            for index in pushed where plans[index].oneLine != Self.empty { plans[index].oneLine = nil }
            for index in plans.indices { for slot in plans[index].slots.all.indices { plans[index].slots.all[slot].pad = 0 } }
            align(&plans, gaps, indent, isTable)
        }
        return plans
    }

    private static let empty = Array(" {}".utf8)

    private func plan(_ item: Item, indent: Int) -> HeadPlan {
        var plan = HeadPlan(slots: Slots(item, bytes), oneLine: nil, content: content(item))
        if let block = item.block {
            plan.oneLine = oneLine(item, block)
            if let oneLine = plan.oneLine, oneLine != Self.empty {
                guard let head = flatWidth(plan), indent + head + columnCount(oneLine) <= width else {
                    plan.oneLine = nil
                    return plan
                }
            }
        }
        return plan
    }

    private func flatWidth(_ plan: HeadPlan) -> Int? { flatWidth(plan.slots, plan.slots.first...plan.slots.item.headLast) }

    /// The first token of the values: where continued lines begin.
    private func content(_ item: Item) -> Int? {
        switch item.own.kind {
        case .property: inHead(item, item.tree.child(of: item.node, .key).map { Int(item.tree.nodes[Int($0)].token) + item.tree.nodes[Int($0)].count + 1 })
        case .step:
            inHead(item, item.tree.children(of: item.node).last { item.tree.nodes[Int($0)].kind == .result }.map { Int(item.tree.nodes[Int($0)].token) + 2 } ?? item.first + 1)
        case .directive: inHead(item, item.first + 1)
        default: nil
        }
    }

    private func inHead(_ item: Item, _ token: Int?) -> Int? { token.flatMap { $0 <= item.headLast ? $0 : nil } }

    // MARK: A block on one line

    /// ` { a; b }`, when that is how it was written and no comment stands between its members.
    private func oneLine(_ item: Item, _ block: Int32) -> [UInt8]? {
        let inside = item.inside(block), open = Int(item.tree.nodes[Int(block)].token)
        let before = item.base + Int(item.tree.tokens[open - 1].end)..<item.base + Int(item.tree.tokens[open].start)
        guard Gap(bytes, before).comments.isEmpty else { return nil }
        let items = item.members(of: block)
        if items.isEmpty, inside.count < 8 * width, Gap(bytes, inside).comments.isEmpty { return Self.empty }
        // More bytes than a line can hold: not worth a look.
        guard inside.count <= 8 * width, !bytes[inside].contains(0x0A), !bytes[inside].contains(0x0D) else { return nil }
        var result = Array(" { ".utf8), start = inside.lowerBound
        for (index, inner) in items.enumerated() {
            guard Gap(bytes, start..<inner.start).comments.isEmpty else { return nil }
            if index > 0 { result += "; ".utf8 }
            let slots = Slots(inner, bytes)
            for token in inner.first...inner.headLast {
                result += spaces(blanks(slots, token))
                result += piece(slots, token)
            }
            if let block = inner.block {
                guard let nested = oneLine(inner, block) else { return nil }
                result += nested
            }
            start = inner.end
        }
        guard Gap(bytes, start..<inside.upperBound).comments.isEmpty else { return nil }
        return result + " }".utf8
    }

    // MARK: Paragraphs

    private func align(_ plans: inout [HeadPlan], _ gaps: [Gap], _ indent: Int, _ isTable: Bool) {
        let sharings = plans.map(sharing)
        var start = 0
        while start < plans.count {
            var end = start + 1
            while end < plans.count, sharings[end] == sharings[start], !gaps[end].hasBlank, !hasLines(plans[end - 1]) { end += 1 }
            switch sharings[start] {
            case .values:
                alignValues(&plans, start..<end)
                if isTable { alignCategories(&plans, start..<end, indent) }
            case .rows, .conclusions: alignClauses(&plans, start..<end)
            case .nothing: break
            }
            start = end
        }
    }

    private func hasLines(_ plan: HeadPlan) -> Bool { plan.slots.item.block != nil && plan.oneLine == nil }

    private func sharing(_ plan: HeadPlan) -> Sharing {
        let item = plan.slots.item
        switch item.own.kind {
        case .property: return plan.content == nil ? .nothing : .values
        case .row: return firstClause(item) == nil ? .nothing : .rows
        case .step:
            let results = item.tree.children(of: item.node).count { item.tree.nodes[Int($0)].kind == .result }
            // `reference, holdout = …` would move all others far out.
            if results > 0 { return results == 1 && plan.content != nil ? .values : .nothing }
            let word = item.tree.tokens[item.first]
            let isConclusion = item.tree.bytes[Int(word.start)..<Int(word.end)].elementsEqual("conclude".utf8)
            return isConclusion && firstClause(item) != nil ? .conclusions : .nothing
        default: return .nothing
        }
    }

    private func firstClause(_ item: Item) -> Int? {
        item.tree.child(of: item.node, .clause).map { Int(item.tree.nodes[Int($0)].token) }
    }

    private func alignValues(_ plans: inout [HeadPlan], _ range: Range<Int>) {
        // `key:` and `name =` end in the same column.
        let widths = range.map { index in
            plans[index].content.flatMap { flatWidth(plans[index].slots, plans[index].slots.first...$0 - 1) } ?? 0
        }
        let widest = widths.max() ?? 0
        for index in range {
            guard let content = plans[index].content else { continue }
            let isProperty = plans[index].slots.item.own.kind == .property
            plans[index].slots[isProperty ? content : content - 1].pad = widest - widths[index - range.lowerBound]
        }
    }

    /// The widest text that others are moved out for.
    private static let widestShared = 56

    private func alignClauses(_ plans: inout [HeadPlan], _ range: Range<Int>) {
        var widths: [Int: (clause: Int, width: Int)] = [:]
        for index in range {
            let slots = plans[index].slots
            // What may be broken before the clause has no part in the column.
            guard let clause = firstClause(slots.item), clause > slots.first, slots.all[..<(clause - slots.first)].allSatisfy({ $0.rank == nil }),
                let width = flatWidth(slots, slots.first...clause - 1), width <= Self.widestShared
            else { continue }
            widths[index] = (clause, width)
        }
        let widest = widths.values.map(\.width).max() ?? 0
        for (index, entry) in widths { plans[index].slots[entry.clause].pad = widest - entry.width }
    }

    /// The `as Category` of a table's columns, as far as they stand on one line.
    private func alignCategories(_ plans: inout [HeadPlan], _ range: Range<Int>, _ indent: Int) {
        var widths: [Int: (clause: Int, width: Int, room: Int)] = [:]
        for index in range {
            let item = plans[index].slots.item
            let tail = item.block == nil ? 0 : plans[index].oneLine.map { columnCount($0) } ?? 2
            guard let content = plans[index].content, let clause = category(item), clause > content,
                let width = flatWidth(plans[index].slots, content...clause - 1), width <= Self.widestShared,
                let all = flatWidth(plans[index]), indent + all + tail <= self.width
            else { continue }
            widths[index] = (clause, width, self.width - indent - all - tail)
        }
        let widest = widths.values.map(\.width).max() ?? 0
        for (index, entry) in widths where widest - entry.width <= entry.room { plans[index].slots[entry.clause].pad = widest - entry.width }
    }

    private func category(_ item: Item) -> Int? {
        item.tree.children(of: item.node).lazy.filter { item.tree.nodes[Int($0)].kind == .clause }
            .map { Int(item.tree.nodes[Int($0)].token) }
            .first { token in item.tree.bytes[Int(item.tree.tokens[token].start)..<Int(item.tree.tokens[token].end)].elementsEqual("as".utf8) }
    }
}
