// Answers conditions by yes, no or unknown, and nothing more: what is to be told is asked of `Evaluation`, which explains.
import Model
import Source

/// INVARIANT: its answer is the one that `Evaluation.truth` gives outside of completions; where it can't tell, it says so by `isLost`.
/// Lives on one thread. What it reads of the model is noted in `reads`, what turns with the day in `turns`.
final class Machine {
    let program: Program
    let model: Model
    let asOf: Day
    let evaluation: Evaluation
    let reads: Reads
    let now: UnsafeMutablePointer<Now>

    private let reader: FactReader
    private let taxonomy: Taxonomy
    /// An empty list.
    private let nothing: UnsafePointer<Value>
    private let defines: UnsafePointer<DefineCode>
    let ops: UnsafePointer<Op>
    let operands: UnsafePointer<Int32>
    let constants: UnsafePointer<Value>
    let rows: UnsafePointer<RowCode>
    private let concepts: Table<Term>
    private let policies: Table<Term>
    private var ranges: [Term?]
    private var kinds: [EntityID: Term] = [:]
    private let stack: Table<Term>

    /// What changes while it works. Behind a pointer: nothing else reaches it, so no access needs to be watched.
    struct Now: ~Copyable {
        var turns: Turns
        /// An answer was needed that only `Evaluation` can give.
        var isLost = false
        /// `every` over nothing, met since the last reset.
        var metVacuous = false
        /// The decisions that were asked for, in order.
        var asked: [Asked] = []
        var arena = Arena()
        var top = 0
        /// The factors of the decision under way: the values that each may have; 0 while it is not weighed.
        var weighing: UnsafeMutablePointer<UInt64>?
        var weighed: (decision: Int32, frame: UnsafeMutablePointer<Term>)?
        /// Costly calls of this root, with their answers.
        var calls: [Call] = []
        /// Definitions of this root, with their answers.
        var remembered = Remembered()
        /// Conclusions of decisions for one group.
        var concluded = Remembered()
        /// How often something unknown was met.
        var unknowns: Int32 = 0
    }

    var isLost: Bool {
        get { now.pointee.isLost }
        set { now.pointee.isLost = newValue }
    }
    var asked: [Asked] { now.pointee.asked }
    var turns: Turns { now.pointee.turns }

    /// A decision that was asked for.
    struct Asked {
        let decision: Int32
        let arguments: [EntityID]
        let time: Int
        /// One bit for each conclusion that is possible.
        var possible: UInt64
        var conclusion: Int32?
        /// It met an `every` over nothing.
        var metVacuous: Bool
        /// Set where something is not stated.
        var result: DecisionResult?
    }

    private static let depth = 1 << 14

    init(_ program: Program, _ evaluation: Evaluation, _ concepts: [EntityID?]) {
        (self.program, self.evaluation) = (program, evaluation)
        (model, asOf, reads) = (evaluation.model, evaluation.asOf, evaluation.reads)
        now = .allocate(capacity: 1)
        now.initialize(to: Now(turns: Turns(evaluation.asOf)))
        reader = FactReader(evaluation.model)
        taxonomy = Taxonomy(evaluation.model)
        defines = UnsafePointer(program.defines.base)
        ops = UnsafePointer(program.ops.base)
        operands = UnsafePointer(program.operands.base)
        constants = UnsafePointer(program.constants.base)
        rows = UnsafePointer(program.rows.base)
        self.concepts = Table(concepts.map { $0.map(Term.entity) ?? .none })
        var kept = Arena()
        policies = Table(program.policies.map { kept.keep(evaluation.policy[$0] ?? .none) })
        let empty = UnsafeMutablePointer<Value>.allocate(capacity: 1)
        empty.initialize(to: .list([]))
        nothing = UnsafePointer(empty)
        lasting = kept
        ranges = Array(repeating: nil, count: program.ranges.count)
        stack = Table([Term](repeating: .none, count: Machine.depth))
    }

    /// Values that stay for as long as the machine does.
    private var lasting: Arena

    deinit {
        let empty = UnsafeMutablePointer(mutating: nothing)
        empty.deinitialize(count: 1)
        empty.deallocate()
        now.deinitialize(count: 1)
        now.deallocate()
    }

    /// Forgets what belongs to the root before.
    func begin() {
        now.pointee.top = 0
        now.pointee.asked.removeAll(keepingCapacity: true)
        (now.pointee.isLost, now.pointee.metVacuous) = (false, false)
        now.pointee.turns = Turns(asOf)
        now.pointee.calls.removeAll(keepingCapacity: true)
        now.pointee.remembered.clear()
        now.pointee.concluded.clear()
        now.pointee.arena.clear()
    }

    // MARK: Frames

    func enter(_ size: Int32) -> UnsafeMutablePointer<Term>? {
        let top = now.pointee.top
        guard top + Int(size) <= Machine.depth else {
            isLost = true
            return nil
        }
        now.pointee.top = top + Int(size)
        return stack.base + top
    }

    func leave(_ size: Int32) { now.pointee.top -= Int(size) }

    // MARK: Truth

    typealias Frame = UnsafeMutablePointer<Term>

    func truth(_ at: Int32, _ frame: Frame) -> Three {
        let op = ops[Int(at)]
        switch op.code {
        case .not: return !truth(op.a, frame)
        case .and:
            let first = truth(op.a, frame)
            return first == .no ? .no : min(first, truth(op.b, frame))
        case .or:
            let first = truth(op.a, frame)
            return first == .yes ? .yes : max(first, truth(op.b, frame))
        case .equal, .less, .lessOrEqual: return compare(op, frame)
        case .isA:
            let a = value(op.a, frame), b = value(op.b, frame)
            return a.isUnknown || b.isUnknown ? .unknown : match(a, b)
        case .member: return member(op, frame)
        case .overlaps: return overlaps(op, frame)
        case .exists: return quantified(op, decisive: .yes, frame)
        case .every: return quantified(op, decisive: .no, frame)
        case .count: return .unknown
        case .define where op.flags.contains(.truth):
            return holds(op, frame)
        case .stated: return Three(!value(op.a, frame).isUnknown)
        case .inForce: return inForce(value(op.a, frame))
        case .factor: return factor(op, frame)
        case .concluded:
            let asking = program.askings.base[Int(op.c)]
            guard let index = decide(asking.decision, op, frame) else { return .unknown }
            let possible = asked[index].possible
            if possible & ~asking.wanted == 0 { return .yes }
            return possible & asking.wanted == 0 ? .no : .unknown
        case .undetermined:
            guard let index = decide(op.c, op, frame) else { return .unknown }
            return Three(asked[index].conclusion == nil)
        default:
            switch value(at, frame) {
            case .truth(let truth): return Three(truth)
            case .unknown, .between: return .unknown
            default: return .no
            }
        }
    }

    /// What a definition says; of the same things, once for each root.
    private func holds(_ op: Op, _ frame: Frame) -> Three {
        let define = defines[Int(op.c)]
        guard let inner = callee(op, define.frame, frame) else { return .unknown }
        defer { leave(define.frame) }
        guard let place = now.pointee.remembered.place(of: op.c, inner, Int(op.b)) else { return truth(define.body, inner) }
        if let known = now.pointee.remembered[place] {
            if known.metVacuous { now.pointee.metVacuous = true }
            now.pointee.unknowns += known.unknowns
            return known.answer
        }
        let outer = now.pointee.metVacuous
        let unknowns = now.pointee.unknowns
        now.pointee.metVacuous = false
        let answer = truth(define.body, inner)
        if !isLost {
            now.pointee.remembered.keep(
                answer, unknowns: now.pointee.unknowns - unknowns, metVacuous: now.pointee.metVacuous, op.c, inner, Int(op.b), at: place)
        }
        if outer { now.pointee.metVacuous = true }
        return answer
    }

    /// A frame for a call, with the arguments in its first slots.
    private func callee(_ op: Op, _ size: Int32, _ frame: Frame) -> Frame? {
        guard let inner = enter(size) else { return nil }
        for index in 0..<Int(op.b) { inner[index] = value(operands[Int(op.a) + index], frame).plain }
        return inner
    }

    private func quantified(_ op: Op, decisive: Three, _ frame: Frame) -> Three {
        let range = value(op.a, frame)
        if range.isUnknown { return .unknown }
        let elements = Elements(range)
        if elements.count == 0, decisive == .no { now.pointee.metVacuous = true }
        var result = !decisive
        for index in 0..<elements.count {
            let one = holds(op, elements[index], frame)
            if one == decisive { return decisive }
            if one == .unknown { result = .unknown }
        }
        return result
    }

    private func holds(_ op: Op, _ element: Term, _ frame: Frame) -> Three {
        frame[Int(op.c)] = element
        if op.b != Op.nothing { return truth(op.b, frame) }
        return element.isUnknown ? .unknown : .yes
    }

    private func inForce(_ term: Term) -> Three {
        guard case .other(let value) = term, case .norm(let id) = value.pointee else { return term.isUnknown ? .unknown : .no }
        guard let norm = evaluation.norms[id] else { return .no }
        now.pointee.turns.formUnion(norm.turns)
        return Three(norm.counts(on: asOf))
    }

    // MARK: Values

    func value(_ at: Int32, _ frame: Frame) -> Term {
        let op = ops[Int(at)]
        switch op.code {
        case .constant: return Term(constants + Int(op.a))
        case .concept: return concepts.base[Int(op.a)]
        case .slot: return frame[Int(op.a)]
        case .today: return .date(asOf)
        case .policy: return policies.base[Int(op.a)]
        case .all: return all(op.a)
        case .property:
            switch value(op.a, frame) {
            case .entity(let id): return fact(op, of: id)
            case .unknown, .between: return unknown()
            default: return .none
            }
        case .function: return call(op, frame)
        case .define:
            if op.flags.contains(.truth) { return Term(truth(at, frame)) }
            let define = defines[Int(op.c)]
            guard let inner = callee(op, define.frame, frame) else { return .unknown }
            defer { leave(define.frame) }
            return value(define.body, inner)
        case .decision:
            guard let index = decide(op.c, op, frame) else { return .unknown }
            let code = program.decisionCodes.base[Int(op.c)]
            return Term(constants + Int(code.words + (asked[index].conclusion ?? code.conclusions)))
        case .add, .subtract, .multiply, .divide: return arithmetic(op, frame)
        case .count: return count(op, frame)
        case .list:
            var values: [Value] = []
            for index in 0..<Int(op.b) { values.append(value(operands[Int(op.a) + index], frame).value) }
            return now.pointee.arena.keep(.list(values))
        case .size:
            let list = value(op.a, frame)
            return list.isUnknown ? .between(low: 0, high: .max) : .integer(Int64(Elements(list).count))
        case .least, .greatest: return extreme(op, frame)
        case .wrong: return .unknown
        case .not, .and, .or, .equal, .less, .lessOrEqual, .isA, .member, .overlaps, .exists, .every, .inForce, .stated,
            .factor, .concluded, .undetermined:
            return Term(truth(at, frame))
        }
    }

    private func count(_ op: Op, _ frame: Frame) -> Term {
        let range = value(op.a, frame)
        if range.isUnknown { return .between(low: 0, high: .max) }
        let elements = Elements(range)
        var low: Int32 = 0
        var high: Int32 = 0
        for index in 0..<elements.count {
            let one = holds(op, elements[index], frame)
            if one == .yes { low += 1 }
            if one != .no { high += 1 }
        }
        return low == high ? .integer(Int64(low)) : .between(low: low, high: high)
    }

    private func extreme(_ op: Op, _ frame: Frame) -> Term {
        var best: Value?
        var isOpen = false
        for index in 0..<Int(op.b) {
            let term = value(operands[Int(op.a) + index], frame)
            if term.isUnknown {
                isOpen = true
                continue
            }
            let elements = Elements(term)
            for index in 0..<elements.count {
                let element = elements[index]
                if element.isUnknown { isOpen = true }
                let value = element.value
                if best.map({ op.code == .least ? Order.less(value, $0) : Order.less($0, value) }) ?? true { best = value }
            }
        }
        return isOpen ? .unknown : now.pointee.arena.keep(best ?? .none)
    }

    private func all(_ range: Int32) -> Term {
        let plural = program.ranges[Int(range)]
        evaluation.noteAll(of: plural)
        if let known = ranges[Int(range)] { return known }
        let list = lasting.keep(.list((model.all(plural) ?? []).map(Value.entity)))
        ranges[Int(range)] = list
        return list
    }

    // MARK: The model

    private func fact(_ op: Op, of id: EntityID) -> Term {
        if op.b == Op.nothing { return .none }
        reads.note(id)
        let absence: Absence
        switch reader.stored(Int(op.b), of: id) {
        case .stated(let value):
            let term = Term(value)
            if case .unknown = term { now.pointee.unknowns += 1 }
            return term
        case .silent(let silence): absence = silence
        case .inherited(let silence):
            if taxonomy.hasParents(id) { return made(op, of: id) }
            absence = silence
        case .made: return made(op, of: id)
        }
        switch absence {
        case .none: return .none
        case .falsehood: return .truth(false)
        case .emptyList: return .other(nothing)
        case .unknown, .unstated: return unknown()
        }
    }

    private func unknown() -> Term {
        now.pointee.unknowns += 1
        return .unknown
    }

    private func made(_ op: Op, of id: EntityID) -> Term {
        now.pointee.arena.keep(evaluation.fact(program.facts[Int(op.c)], of: id))
    }

    func head(_ term: Term) -> Term {
        guard case .entity(let id) = term, id.local != 0, let head = reader.head(of: id) else { return term }
        reads.note(id)
        return Term(head)
    }

    func isA(_ a: EntityID, _ b: EntityID) -> Bool {
        if a == b { return true }
        guard a.local == 0, b.local == 0 else { return false }
        return taxonomy.isA(a, b, reads)
    }

    private func call(_ op: Op, _ frame: Frame) -> Term {
        guard op.b > 0, let function = FunctionCode(rawValue: UInt8(truncatingIfNeeded: op.c)) else { return .none }
        let first = value(operands[Int(op.a)], frame)
        let second = op.b > 1 ? value(operands[Int(op.a) + 1], frame) : nil
        if first.isUnknown || second?.isUnknown == true { return unknown() }
        guard Machine.isRemembered(function) else {
            return now.pointee.arena.keep(evaluation.asked(function, first.value, second?.value))
        }
        // The same for every root.
        if function == .kinds_of, let concept = first.id {
            evaluation.noteKinds(of: concept)
            if let known = kinds[concept] { return known }
            let answer = lasting.keep(evaluation.asked(function, first.value, nil))
            kinds[concept] = answer
            return answer
        }
        for call in now.pointee.calls where call.function == function && call.first.isSame(as: first) {
            switch (call.second, second) {
            case (nil, nil): return call.answer
            case (let a?, let b?) where a.isSame(as: b): return call.answer
            default: continue
            }
        }
        let answer = now.pointee.arena.keep(evaluation.asked(function, first.value, second?.value))
        now.pointee.calls.append(Call(function: function, first: first, second: second, answer: answer))
        return answer
    }

    struct Call {
        let function: FunctionCode
        let first: Term
        let second: Term?
        let answer: Term
    }

    private static func isRemembered(_ function: FunctionCode) -> Bool {
        switch function {
        case .serves_directly, .serves_indirectly, .first_read, .kinds_of, .words, .same, .personal, .provided_own_data: true
        default: false
        }
    }
}

extension Term {
    init(_ truth: Three) {
        switch truth {
        case .yes: self = .truth(true)
        case .no: self = .truth(false)
        case .unknown: self = .unknown
        }
    }
}
