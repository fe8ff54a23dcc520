// Weighs a decision by all completions of what is not stated (checking 3.1.5).
import Model
import Source

extension Evaluation {
    /// What a decision comes to for these arguments; with the last left out, the worst over the group.
    func decide(_ decision: Decision, _ arguments: [Node], _ frame: inout [Value]) -> DecisionResult {
        var values: [Value] = []
        for argument in arguments { values.append(passed(value(argument, &frame))) }
        return decide(decision, values)
    }

    func decide(_ decision: Decision, _ arguments: [Value]) -> DecisionResult {
        let key = DecisionKey(decision: ObjectIdentifier(decision), arguments: arguments)
        if let known = decisionCache[key] {
            if known.metVacuous { metVacuous = true }
            return known
        }
        let outer = (assumptions, undecided, gaps, metVacuous)
        (assumptions, undecided, gaps, metVacuous) = (nil, nil, [], false)
        var result = weigh(decision, arguments)
        result.metVacuous = metVacuous
        (assumptions, undecided, gaps) = (outer.0, outer.1, outer.2)
        metVacuous = metVacuous || outer.3
        decisionCache[key] = result
        decisionOrder.append(key)
        decisionTimes.append(nextTime())
        return result
    }

    private func weigh(_ decision: Decision, _ arguments: [Value]) -> DecisionResult {
        let frames = frames(decision, arguments)
        var groups: [DecisionResult.Group] = []
        for (element, frame) in frames {
            let explored = Exploration(self, decision, [frame])
            groups.append(group(decision, element, frame, explored))
        }
        let (conclusion, possible, missing) = worst(decision, frames.map(\.frame), groups)
        return DecisionResult(
            decision: decision.name, pack: decision.pack, arguments: arguments,
            conclusion: conclusion.map { decision.conclusions[$0] },
            possible: possible.map { decision.conclusions[$0] }, groups: groups, missing: missing, source: decision)
    }

    /// One frame for each group. A group that is not known, or of nobody, is one unknown group: nothing favourable rests on emptiness.
    private func frames(_ decision: Decision, _ arguments: [Value]) -> [(element: Value?, frame: [Value])] {
        var frame = arguments + [Value](repeating: .none, count: max(0, decision.frame - arguments.count))
        guard let each = decision.each, arguments.count < decision.parameters.count else { return [(nil, frame)] }
        let elements: [Value]
        let missing: [MissingFact]
        switch value(each.range, &frame) {
        case .known(let list): (elements, missing) = (Evaluation.elements(list), source(of: each.range, &frame))
        case .unknown(let unknown): (elements, missing) = ([], unknown.missing)
        }
        (undecided, gaps) = (nil, [])
        // One of those of the list, and not the list.
        return (elements.isEmpty ? [.unknown(missing + missing.suffix(1))] : elements).map { element in
            frame[each.slot] = element
            return (element, frame)
        }
    }

    /// The fact that a list is read from.
    private func source(of range: Node, _ frame: inout [Value]) -> [MissingFact] {
        guard case .property(let base, let name) = range.form, case .known(.entity(let id)) = value(base, &frame) else {
            return []
        }
        return [MissingFact(entity: id, property: name)]
    }

    private func worst(
        _ decision: Decision, _ frames: [[Value]], _ groups: [DecisionResult.Group]
    ) -> (conclusion: Int?, possible: [Int], missing: [MissingFact]) {
        let ranks = groups.map { group in group.possible.compactMap { decision.conclusions.firstIndex(of: $0) } }
        let low = ranks.compactMap(\.first).max() ?? 0
        let high = ranks.compactMap(\.last).max() ?? 0
        if low == high { return (low, [low], []) }
        if groups.count == 1 { return (nil, ranks[0], groups[0].missing) }
        // Groups share facts: only completions of all of them together tell which worst outcomes there are.
        let joint = Exploration(self, decision, frames)
        let possible = joint.conclusions
        if let only = possible.first, possible.count == 1 { return (only, possible, []) }
        return (nil, possible, joint.missing)
    }

    private func group(_ decision: Decision, _ element: Value?, _ frame: [Value], _ explored: Exploration)
        -> DecisionResult.Group
    {
        let possible = explored.conclusions
        let conclusion = possible.count == 1 ? possible[0] : nil
        weighing.append(Weighing(decision, frame))
        var factors: [DecisionResult.Factor] = []
        for (index, factor) in decision.factors.enumerated() {
            let values = possibleValues(of: index)
            (undecided, gaps) = (nil, [])
            factors.append(
                DecisionResult.Factor(
                    name: factor.name, title: factor.title, value: values.count == 1 ? factor.values[values[0]] : nil,
                    possible: values.map { factor.values[$0] },
                    against: values.count == 1 && factor.against.contains(values[0]),
                    bears: values.count > 1 && explored.bearing.contains(index), norms: factor.authority.cites,
                    says: values.count == 1 ? factor.says[values[0]].map { message($0, frame) } : nil,
                    valueTitle: values.count == 1 ? factor.title(of: values[0]) : nil,
                    possibleTitles: values.map(factor.title(of:))))
        }
        weighing.removeLast()
        let rows = conclusion == nil ? [] : explored.rows
        return DecisionResult.Group(
            element: element, conclusion: conclusion.map { decision.conclusions[$0] },
            possible: possible.map { decision.conclusions[$0] },
            factors: factors, conditions: conditions(decision, rows, frame), missing: explored.missing, rows: rows,
            frame: frame)
    }

    private func conditions(_ decision: Decision, _ rows: [Int], _ frame: [Value]) -> [DecisionResult.Condition] {
        var conditions: [DecisionResult.Condition] = []
        var frame = frame
        weighing.append(Weighing(decision, frame))
        defer { weighing.removeLast() }
        for row in rows {
            // What several rows owe is owed, and told, once.
            for need in decision.rows[row].needs where !conditions.contains(where: { $0.node == ObjectIdentifier(need) }) {
                let text = describe(need, frame), met = truth(need, &frame)
                (undecided, gaps) = (nil, [])
                // Two that read alike and come out alike are one to a reader (`is` and `==` of what is below nothing).
                if conditions.contains(where: { $0.text == text && $0.met == met }) { continue }
                var norms: [String] = []
                if case .define(let define, _) = need.form { norms = define.authority.cites }
                conditions.append(.init(text: text, met: met, norms: norms, node: ObjectIdentifier(need)))
            }
        }
        return conditions
    }

    // MARK: Rows and factors

    enum RowOutcome {
        case concluded(row: Int)
        case undecided(Atom)
    }

    /// Reads the rows from the top. An unknown guard stops: what comes after it depends on what it is.
    func firstRow(_ decision: Decision, _ frame: [Value]) -> RowOutcome {
        weighing.append(Weighing(decision, frame))
        defer { weighing.removeLast() }
        var frame = frame
        for (index, row) in decision.rows.enumerated() {
            guard let guardNode = row.guardNode else { return .concluded(row: index) }
            undecided = nil
            switch truth(guardNode, &frame) {
            case .yes: return .concluded(row: index)
            case .no: continue
            case .unknown:
                let missing = gaps.map(\.fact)
                gaps = []
                return .undecided(
                    undecided
                        ?? Atom(subject: .opaque(ObjectIdentifier(guardNode), frame), test: .holds, missing: missing))
            }
        }
        // A complete table ends with `otherwise`; one without was reported when the pack was loaded.
        return .concluded(row: decision.rows.count - 1)
    }

    /// The values that a factor may have: one when its guards are settled.
    func state(of index: Int) -> Weighing.State {
        guard var current = weighing.last else { return Weighing.State(values: [], undecided: nil, gaps: []) }
        if let known = current.factors[index] { return known }
        let outer = (undecided, gaps)
        (undecided, gaps) = (nil, [])
        var values: Set<Int> = []
        var frame = current.frame
        rows: for row in current.decision.factors[index].rows {
            guard let guardNode = row.guardNode else {
                values.insert(row.value)
                break
            }
            switch truth(guardNode, &frame) {
            case .yes:
                values.insert(row.value)
                break rows
            case .no: continue
            case .unknown: values.insert(row.value)
            }
        }
        let state = Weighing.State(values: values, undecided: undecided, gaps: gaps)
        (undecided, gaps) = outer
        // Earlier factors may have been weighed meanwhile.
        current = weighing[weighing.count - 1]
        current.factors[index] = state
        weighing[weighing.count - 1] = current
        return state
    }

    func factor(_ index: Int, in wanted: [Int]) -> Three {
        let state = state(of: index)
        let inside = state.values.filter(wanted.contains).count
        if inside == state.values.count { return .yes }
        if inside == 0 { return .no }
        if undecided == nil { undecided = state.undecided }
        gaps += state.gaps
        return .unknown
    }

    func concluded(_ decision: Decision, _ arguments: [Node], _ wanted: [Int], _ node: Node, _ frame: inout [Value])
        -> Three
    {
        if assumptions != nil { return concluded(decision, arguments, wanted, within: &frame) }
        let result = decide(decision, arguments, &frame)
        let names = wanted.map { decision.conclusions[$0] }
        let inside = result.possible.filter(names.contains).count
        if inside == result.possible.count { return .yes }
        if inside == 0 { return .no }
        let subject = Subject.opaque(ObjectIdentifier(node), node.slots.values(in: frame))
        if let assumptions, let decided = decide(assumptions, subject, .holds) { return Three(decided) }
        if undecided == nil { undecided = Atom(subject: subject, test: .holds, missing: result.missing) }
        for fact in result.missing { gaps.append(Gap(fact: fact, told: decision.undetermined)) }
        return .unknown
    }

    /// While another decision is completed, what this one waits for is completed with it: a fact has one value in both.
    private func concluded(
        _ decision: Decision, _ arguments: [Node], _ wanted: [Int], within frame: inout [Value]
    ) -> Three {
        var values: [Value] = []
        for argument in arguments { values.append(passed(value(argument, &frame))) }
        var worst = 0
        var open: Atom?
        let outer = (undecided, gaps)
        for (_, inner) in frames(decision, values) {
            switch firstRow(decision, inner) {
            case .concluded(let row): worst = max(worst, decision.rows[row].conclusion)
            case .undecided(let atom): open = open ?? atom
            }
        }
        (undecided, gaps) = outer
        guard let open, worst < decision.conclusions.count - 1 else { return Three(wanted.contains(worst)) }
        if undecided == nil { undecided = open }
        for fact in open.missing { gaps.append(Gap(fact: fact, told: decision.undetermined)) }
        return .unknown
    }
}
