// Why a decision came out so: for the group that decides, its factors, the facts under each, and the row that concludes.
import Model
import Source

extension Evaluation {
    func explain(_ result: DecisionResult, _ depth: Int, _ out: inout Derivation) {
        let decision = result.source
        let head = heading(of: result)
        let text =
            result.worst.first.map { conclusionText(decision, result.conclusion, $0) }
            ?? conclusionText(decision, result.conclusion, nil)
        out.add(
            Message(sv: "\(head.sv): \(text.sv)", en: "\(head.en): \(text.en)"), depth, norm: decision.authority.cites.first)
        guard out.explained.insert(.init(what: decision.name, index: -1, values: result.arguments)).inserted else { return }
        var explainedWorst = false
        for group in result.groups {
            var inner = depth + 1
            if let element = group.element {
                let conclusion = conclusionText(decision, group.conclusion, group)
                out.add(
                    Message(
                        sv: "för \(words(element, .sv)): \(conclusion.sv)",
                        en: "for \(words(element, .en)): \(conclusion.en)"), inner,
                    place: place(of: element))
                inner += 1
            }
            // The group that decides is explained whole, the others in one line.
            guard group.conclusion == result.conclusion, !explainedWorst else { continue }
            explainedWorst = true
            explain(group, of: decision, inner, &out)
        }
    }

    private func explain(_ group: DecisionResult.Group, of decision: Decision, _ depth: Int, _ out: inout Derivation) {
        weighing.append(Weighing(decision, group.frame))
        defer { weighing.removeLast() }
        // The table is left early when a row that weighs no factor decides: only what it names is told then.
        let row = group.rows.count == 1 ? group.rows[0] : nil
        let weighs = row.map { decision.rows[$0].guardNode.map { $0.mentionsFactor } ?? true } ?? true
        if weighs {
            for index in decision.factors.indices { explain(factor: index, depth, &out) }
        }
        let outer = out.factorsTold
        out.factorsTold = weighs
        if let row { explain(row: row, of: decision, group.frame, depth, &out) }
        out.factorsTold = outer
        for condition in group.conditions {
            let state: Message =
                switch condition.met {
                case .yes: Message(sv: "uppfyllt", en: "met")
                case .no: Message(sv: "inte uppfyllt", en: "not met")
                case .unknown: Message(sv: "inte angivet", en: "not stated")
                }
            out.add(
                Message(
                    sv: "villkor: \(condition.text.sv) (\(state.sv))",
                    en: "condition: \(condition.text.en) (\(state.en))"), depth,
                norm: condition.norms.first)
        }
    }

    // MARK: The row that concludes

    /// The row, and the facts that it asks for besides the factors; of the last, why none above it holds.
    private func explain(row index: Int, of decision: Decision, _ frame: [Value], _ depth: Int, _ out: inout Derivation) {
        var frame = frame
        let row = decision.rows[index]
        if let guardNode = row.guardNode {
            if guardNode.mentionsFactor {
                let condition = describe(guardNode, frame)
                out.add(Message(sv: "avgörs av raden: \(condition.sv)", en: "decided by the row: \(condition.en)"), depth)
                if !guardNode.onlyFactors { explain(guardNode, &frame, depth + 1, &out) }
            } else {
                explain(guardNode, &frame, depth, &out)
            }
            return
        }
        // A row that would have concluded the same is no reason.
        let others = decision.rows[..<index].filter { $0.conclusion != row.conclusion }.compactMap(\.guardNode)
        guard !others.isEmpty else { return }
        out.add(Message(sv: "avgörs av sista raden, för ingen av de andra gäller", en: "decided by the last row, since no other holds"), depth)
        let (factors, leaves) = reasons(others, &frame)
        let asked = Set(others.filter(\.mentionsFactor).flatMap { leaf in leaf.leaves.map(ObjectIdentifier.init) })
        // What would have made the weighing unnecessary is told in a line each.
        for leaf in leaves where !asked.contains(ObjectIdentifier(leaf)) {
            var brief = Derivation()
            explain(leaf, &frame, depth + 1, &brief)
            for note in brief.notes where note.depth == depth + 1 { out.add(note.text, note.depth, place: note.place, norm: note.norm) }
        }
        follows(from: factors, depth + 1, &out)
        for leaf in leaves where asked.contains(ObjectIdentifier(leaf)) { explain(leaf, &frame, depth + 1, &out) }
    }

    // MARK: Factors

    func explain(factor index: Int, _ depth: Int, _ out: inout Derivation) {
        guard let current = weighing.last else { return }
        let factor = current.decision.factors[index], values = possibleValues(of: index)
        var text = reading(ofFactor: index)
        if values.count == 1, let says = factor.says[values[0]].map({ message($0, current.frame) }) {
            text.sv += " (\(says.sv))"
            text.en += " (\(says.en))"
        }
        out.add(text, depth, norm: factor.authority.cites.first)
        guard out.explained.insert(.init(what: current.decision.name, index: index, values: current.frame)).inserted else { return }
        var frame = current.frame, failed: [Node] = []
        for row in factor.rows {
            guard let guardNode = row.guardNode else {
                // Why the rows before it do not hold; where some may, what is not stated has been told.
                if values.count == 1 { explain(noneOf: failed, &frame, depth + 1, &out) }
                return
            }
            let result = truth(guardNode, &frame)
            (undecided, gaps) = (nil, [])
            if result == .no { failed.append(guardNode) }
            if result == .no || result == .unknown && !values.contains(row.value) { continue }
            if guardNode.onlyFactors {
                follows(from: reasons([guardNode], &frame).factors, depth + 1, &out)
            } else {
                explain(guardNode, &frame, depth + 1, &out)
            }
            if result == .yes { return }
        }
    }

    private func explain(noneOf guards: [Node], _ frame: inout [Value], _ depth: Int, _ out: inout Derivation) {
        let (factors, leaves) = reasons(guards, &frame)
        follows(from: factors, depth, &out)
        for leaf in leaves { explain(leaf, &frame, depth, &out) }
    }

    /// "koppling: naturlig", with all values that some completion gives where it is open.
    private func reading(ofFactor index: Int) -> Message {
        guard let current = weighing.last else { return Message(both: "") }
        let factor = current.decision.factors[index], titles = possibleValues(of: index).map(factor.title(of:))
        if let only = titles.first, titles.count == 1 {
            return Message(sv: "\(factor.title.sv): \(only.sv)", en: "\(factor.title.en): \(only.en)")
        }
        return Message(
            sv: "\(factor.title.sv): inte avgjort (\(titles.map(\.sv).joined(separator: " eller ")))",
            en: "\(factor.title.en): open (\(titles.map(\.en).joined(separator: " or ")))")
    }

    /// One line of the earlier factors that something rests on: why they are as they are stands at each of them.
    private func follows(from factors: [Int], _ depth: Int, _ out: inout Derivation) {
        guard !factors.isEmpty else { return }
        let texts = factors.map { reading(ofFactor: $0) }
        out.add(
            Message(sv: "följer av \(joined(texts.map(\.sv), .sv))", en: "follows from \(joined(texts.map(\.en), .en))"), depth)
    }

    // MARK: The shortest sufficient reasons

    /// On what the answers of some conditions rest: as few factors and facts as suffice, each once.
    private func reasons(_ conditions: [Node], _ frame: inout [Value]) -> (factors: [Int], leaves: [Node]) {
        var factors: [Int] = [], leaves: [Node] = [], told: Set<String> = []
        for condition in conditions {
            for leaf in reasons(condition, &frame, told) where told.insert(key(of: leaf, frame)).inserted {
                if case .factor(let index, _) = leaf.form { factors.append(index) } else { leaves.append(leaf) }
            }
        }
        (undecided, gaps) = (nil, [])
        return (factors.sorted(), leaves)
    }

    private func reasons(_ node: Node, _ frame: inout [Value], _ told: Set<String>) -> [Node] {
        switch node.form {
        case .not(let inner): return reasons(inner, &frame, told)
        case .and(let left, let right), .or(let left, let right):
            let result = truth(node, &frame)
            var isAnd = false
            if case .and = node.form { isAnd = true }
            let sides = [left, right].filter { truth($0, &frame) == result }.map { reasons($0, &frame, told) }
            // All of them count, unless one is enough: then what is told already, or follows from factors, is.
            guard result == (isAnd ? .no : .yes) else { return sides.flatMap(\.self) }
            return sides.first { $0.allSatisfy { told.contains(key(of: $0, frame)) } } ?? sides.first { $0.allSatisfy(\.onlyFactors) } ?? sides.first ?? []
        default: return [node]
        }
    }

    private func key(of leaf: Node, _ frame: [Value]) -> String {
        if case .factor(let index, _) = leaf.form { return "factor \(index)" }
        return leaf.restsOn ?? describe(leaf, frame).en
    }

    // MARK: Values that some completion gives

    /// A factor's values over all completions of what is not stated: each guard alone may wait, and yet not all of them be free.
    func possibleValues(of index: Int) -> [Int] {
        let state = state(of: index)
        guard state.values.count > 1, let current = weighing.last else { return state.values.sorted() }
        // Within a completion the answer is that completion's alone.
        if assumptions == nil, let known = current.possible[index] { return known }
        let values = completions(of: index, current) ?? state.values.sorted()
        if assumptions == nil { weighing[weighing.count - 1].possible[index] = values }
        return values
    }

    /// nil where there are more completions than are looked through.
    private func completions(of index: Int, _ current: Weighing) -> [Int]? {
        let outer = (assumptions, undecided, gaps)
        defer { (assumptions, undecided, gaps) = outer }
        var values: Set<Int> = [], pending = [outer.0 ?? Assumptions()], asked = 0
        while let next = pending.popLast() {
            asked += 1
            guard asked <= Exploration.bound else { return nil }
            assumptions = next
            weighing.append(Weighing(current.decision, current.frame))
            let state = self.state(of: index)
            weighing.removeLast()
            guard state.values.count > 1, let open = state.undecided else {
                values.formUnion(state.values)
                continue
            }
            pending += [next.adding(open, true), next.adding(open, false)]
        }
        return values.sorted()
    }
}

extension Node {
    /// Its conditions without the words between them.
    fileprivate var leaves: [Node] {
        switch form {
        case .not(let inner): inner.leaves
        case .and(let left, let right), .or(let left, let right): left.leaves + right.leaves
        default: [self]
        }
    }

    /// The fact of one thing that a condition asks for alone: who has been told it needs no other question about it.
    fileprivate var restsOn: String? {
        switch form {
        case .isA(let left, let right), .compare(.equal, let left, let right), .member(let left, let right):
            if case .property(let base, let fact) = left.form, case .slot(let slot) = base.form, right.slots == SlotSet() { "\(slot).\(fact)" } else { nil }
        default: nil
        }
    }
}
