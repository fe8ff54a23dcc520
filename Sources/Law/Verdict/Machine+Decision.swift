// Weighs a decision whose factors are all settled; one that waits for something is weighed by all its completions in `Evaluation`.
import Model
import Source

extension Machine {
    /// The place of the answer in `asked`; nil when the machine is lost.
    func decide(_ decision: Int32, _ op: Op, _ frame: Frame) -> Int? {
        let code = program.decisionCodes.base[Int(decision)]
        guard op.b <= code.parameters, code.conclusions <= 64, let inner = enter(code.frame) else {
            isLost = true
            return nil
        }
        defer { leave(code.frame) }
        for index in 0..<Int(op.b) {
            let argument = value(operands[Int(op.a) + index], frame)
            // Only things can be asked about here; anything else is explained.
            guard case .entity = argument else {
                isLost = true
                return nil
            }
            inner[index] = argument
        }
        for index in Int(op.b)..<Int(code.frame) { inner[index] = .none }
        if let known = place(of: decision, Int(op.b), inner) {
            if asked[known].metVacuous { now.pointee.metVacuous = true }
            return known
        }
        return weigh(decision, code, Int(op.b), inner)
    }

    private func place(of decision: Int32, _ count: Int, _ frame: Frame) -> Int? {
        search: for index in asked.indices {
            guard asked[index].decision == decision, asked[index].arguments.count == count else { continue }
            for argument in 0..<count where frame[argument].id != asked[index].arguments[argument] { continue search }
            return index
        }
        return nil
    }

    private func weigh(_ decision: Int32, _ code: DecisionCode, _ count: Int, _ frame: Frame) -> Int? {
        let outer = (now.pointee.weighing, now.pointee.weighed, now.pointee.metVacuous)
        let masks = UnsafeMutablePointer<UInt64>.allocate(capacity: Int(code.factors.count) + 1)
        defer {
            masks.deallocate()
            (now.pointee.weighing, now.pointee.weighed) = (outer.0, outer.1)
            if outer.2 { now.pointee.metVacuous = true }
        }
        now.pointee.metVacuous = false
        (now.pointee.weighing, now.pointee.weighed) = (masks, (decision, frame))
        let arguments = (0..<count).compactMap { frame[$0].id }
        guard let worst = code.wordsLeaveTraces ? nil : worst(decision, code, count, frame, masks), !isLost else {
            return explained(decision, arguments)
        }
        now.pointee.asked.append(
            Asked(
                decision: decision, arguments: arguments, time: evaluation.nextTime(), possible: 1 << UInt64(worst), conclusion: Int32(worst),
                metVacuous: now.pointee.metVacuous))
        return asked.count - 1
    }

    /// What `Evaluation` says, which weighs all completions.
    private func explained(_ decision: Int32, _ arguments: [EntityID]) -> Int? {
        guard !isLost else { return nil }
        let source = program.decisions[Int(decision)]
        let result = evaluation.decide(source, arguments.map(Value.entity))
        var possible: UInt64 = 0
        for name in result.possible {
            if let index = source.conclusions.firstIndex(of: name) { possible |= 1 << UInt64(index) }
        }
        let conclusion = result.conclusion.flatMap { source.conclusions.firstIndex(of: $0) }.map { Int32($0) }
        if result.metVacuous { now.pointee.metVacuous = true }
        // Asked inside of it, and so before it.
        now.pointee.asked.append(
            Asked(
                decision: decision, arguments: arguments, time: evaluation.nextTime(), possible: possible, conclusion: conclusion,
                metVacuous: result.metVacuous, result: result))
        return asked.count - 1
    }

    /// The worst conclusion over the groups; nil where one waits for something.
    private func worst(
        _ decision: Int32, _ code: DecisionCode, _ count: Int, _ frame: Frame, _ masks: UnsafeMutablePointer<UInt64>
    ) -> Int? {
        guard code.eachRange != Op.nothing, count < Int(code.parameters) else {
            return conclusion(decision, code, frame, masks)
        }
        let range = value(code.eachRange, frame)
        let elements = Elements(range)
        // Nobody, or not known who: one unknown group, which only `Evaluation` weighs.
        guard !range.isUnknown, elements.count > 0 else { return nil }
        var worst = 0
        for index in 0..<elements.count {
            let element = elements[index]
            if element.isUnknown { return nil }
            frame[Int(code.eachSlot)] = element
            guard let one = conclusion(decision, code, frame, masks) else { return nil }
            worst = max(worst, one)
        }
        return worst
    }

    /// What the table comes to for the things in the frame's first slots: asked of one group, or of it among others.
    private func conclusion(
        _ decision: Int32, _ code: DecisionCode, _ frame: Frame, _ masks: UnsafeMutablePointer<UInt64>
    ) -> Int? {
        let place = now.pointee.concluded.place(of: decision, frame, Int(code.parameters))
        if let place, let known = now.pointee.concluded[place] {
            if known.metVacuous { now.pointee.metVacuous = true }
            return Int(known.unknowns)
        }
        let outer = now.pointee.metVacuous
        now.pointee.metVacuous = false
        defer { if outer { now.pointee.metVacuous = true } }
        guard let found = settled(code, frame, masks) else { return nil }
        if let place {
            now.pointee.concluded.keep(
                .yes, unknowns: Int32(found), metVacuous: now.pointee.metVacuous, decision, frame, Int(code.parameters), at: place)
        }
        return found
    }

    private func settled(_ code: DecisionCode, _ frame: Frame, _ masks: UnsafeMutablePointer<UInt64>) -> Int? {
        for index in 0..<Int(code.factors.count) { masks[index] = 0 }
        let outer = now.pointee.unknowns
        now.pointee.unknowns = 0
        defer { now.pointee.unknowns += outer }
        let before = (turns: turns, asked: asked.count)
        var reached: UInt64 = 0
        var isPlain = true
        guard code.rows.count <= 64, code.rows.count > 0 else { return nil }
        let possible = possible(code, frame, masks, &reached, &isPlain, 0)
        let isSettled = !isLost && possible.nonzeroBitCount == 1
        // A completion would not have asked all that was asked here: where that left traces, or where there are more questions than
        // `Evaluation` weighs all answers to, it is asked instead.
        if !isPlain, !isSettled || now.pointee.unknowns > 8 || turns != before.turns || asked.count != before.asked {
            now.pointee.turns = before.turns
            now.pointee.asked.removeLast(asked.count - before.asked)
            now.pointee.remembered.clear()
            now.pointee.concluded.clear()
            return nil
        }
        guard isSettled else { return nil }
        // What the table does not need is told of all the same, and may turn with the day.
        for index in 0..<Int(code.factors.count)
        where masks[index] == 0 && program.factors.base[Int(code.factors.from) + index].leavesTraces {
            _ = state(index, frame, masks)
        }
        for index in 0..<Int(code.rows.count) where reached & (1 << UInt64(index)) != 0 {
            let needs = rows[Int(code.rows.from) + index].needs
            for need in 0..<Int(needs.count) { _ = truth(operands[Int(needs.from) + need], frame) }
        }
        return isLost ? nil : possible.trailingZeroBitCount
    }

    /// The conclusions that no completion goes beyond: where a factor may have several values, each of them is tried. One that is alone
    /// is the conclusion; of several, only the completions of the facts themselves tell which there are.
    private func possible(
        _ code: DecisionCode, _ frame: Frame, _ masks: UnsafeMutablePointer<UInt64>, _ reached: inout UInt64,
        _ isPlain: inout Bool, _ depth: Int
    ) -> UInt64 {
        var found: UInt64 = 0
        var own: UInt64 = 0
        for index in 0..<Int(code.rows.count) {
            let row = rows[Int(code.rows.from) + index]
            var holds = row.condition == Op.nothing ? Three.yes : truth(row.condition, frame)
            // A complete table ends with `otherwise`.
            if index == Int(code.rows.count) - 1, holds == .no, own == 0 { holds = .yes }
            if holds == .no { continue }
            if holds == .unknown { isPlain = false }
            found |= 1 << UInt64(row.result)
            own |= 1 << UInt64(index)
            if holds == .yes { break }
        }
        if isLost || found.nonzeroBitCount == 1 || depth > 5 {
            reached |= own
            return found
        }
        let count = Int(code.factors.count)
        guard let open = (0..<count).first(where: { masks[$0].nonzeroBitCount > 1 }) else { return found }
        let factors = program.factors.base + Int(code.factors.from)
        let values = masks[open]
        // Another answer to this factor is another answer to those that rest on it.
        func forget() { for index in (open + 1)..<max(count, open + 1) where factors[index].isDerived { masks[index] = 0 } }
        var all: UInt64 = 0
        for value in 0..<64 where values & (1 << UInt64(value)) != 0 {
            masks[open] = 1 << UInt64(value)
            forget()
            all |= possible(code, frame, masks, &reached, &isPlain, depth + 1)
            if isLost || all.nonzeroBitCount > 1 { break }
        }
        masks[open] = values
        forget()
        return all
    }

    // MARK: Factors

    func factor(_ op: Op, _ frame: Frame) -> Three {
        guard let weighing = now.pointee.weighing, let weighed = now.pointee.weighed else {
            isLost = true
            return .unknown
        }
        let known = weighing[Int(op.a)]
        let state = known != 0 ? known : state(Int(op.a), weighed.frame, weighing)
        let wanted = program.masks.base[Int(op.b)]
        if state & ~wanted == 0 { return .yes }
        return state & wanted == 0 ? .no : .unknown
    }

    /// The values that a factor may have: one bit when its conditions are settled.
    private func state(_ index: Int, _ frame: Frame, _ masks: UnsafeMutablePointer<UInt64>) -> UInt64 {
        guard let weighed = now.pointee.weighed else { return 0 }
        let decision = program.decisionCodes.base[Int(weighed.decision)]
        let factor = program.factors.base[Int(decision.factors.from) + index]
        var values: UInt64 = 0
        for index in 0..<Int(factor.rows.count) {
            let row = rows[Int(factor.rows.from) + index]
            guard row.result < 64 else {
                isLost = true
                return 1
            }
            let holds = row.condition == Op.nothing ? Three.yes : truth(row.condition, frame)
            if holds != .no { values |= 1 << UInt64(row.result) }
            if holds == .yes { break }
        }
        masks[index] = values
        return values
    }
}
