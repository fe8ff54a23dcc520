// Evaluates typed expressions over a model by strong Kleene logic, without a trace; unknowns carry what is missing.
import Model
import Source

/// INVARIANT: lives within one call of `evaluate`; its caches are the only state.
final class Evaluation {
    let model: Model
    let asOf: Day
    let norms: [String: Norm]
    let policy: [String: Value]

    /// What a completion assumes; nil outside of completions.
    @exclusivity(unchecked) var assumptions: Assumptions?
    /// The first question that an unknown result hangs on.
    @exclusivity(unchecked) var undecided: Atom?
    /// The facts that an unknown result waits for, in order.
    @exclusivity(unchecked) var gaps: [Gap] = []
    /// `every` over nothing, met since the last reset: a hint that a trace must look.
    @exclusivity(unchecked) var metVacuous = false
    /// Set while it is searched what a conclusion rests on.
    @exclusivity(unchecked) var vacuity: Vacuity?
    /// The days on which an answer may change.
    @exclusivity(unchecked) var turns: Turns
    /// The declarations that answers and texts were read from.
    let reads: Reads
    /// The decisions that are being weighed, innermost last.
    @exclusivity(unchecked) var weighing: [Weighing] = []
    @exclusivity(unchecked) var decisionCache: [DecisionKey: DecisionResult] = [:]
    @exclusivity(unchecked) var decisionOrder: [DecisionKey] = []
    /// When each of them was settled, counted together with those that the machine settles.
    @exclusivity(unchecked) var decisionTimes: [Int] = []
    private var time = 0
    private var concepts: [String: EntityID?] = [:]
    private var defineCache: [DefineKey: Bool] = [:]

    struct Gap: Hashable {
        let fact: MissingFact
        /// The rule that tells of it, when it comes through a decision that has one.
        let told: String?
    }

    struct DecisionKey: Hashable {
        let decision: ObjectIdentifier
        let arguments: [Value]
    }

    private struct DefineKey: Hashable {
        let define: ObjectIdentifier
        let arguments: [Value]
    }

    init(model: Model, asOf: Day, norms: [String: Norm], policy: [String: Value]) {
        (self.model, self.asOf, self.norms, self.policy) = (model, asOf, norms, policy)
        turns = Turns(asOf)
        reads = Reads(model)
    }

    /// Forgets what belongs to the root before: what is cached here was read for that one alone.
    func begin() {
        (assumptions, undecided, gaps, metVacuous) = (nil, nil, [], false)
        turns = Turns(asOf)
        decisionCache.removeAll(keepingCapacity: true)
        decisionOrder.removeAll(keepingCapacity: true)
        decisionTimes.removeAll(keepingCapacity: true)
        time = 0
        defineCache.removeAll(keepingCapacity: true)
        weighing = []
        reads.begin()
    }

    /// The place of a decision in the order in which a root's decisions are settled.
    func nextTime() -> Int {
        time += 1
        return time
    }

    // MARK: Truth

    func truth(_ node: Node, _ frame: inout [Value]) -> Three {
        let atom = undecided
        let count = gaps.count
        let result = connective(node, &frame)
        if result.isDefinite {
            undecided = atom
            gaps.removeLast(gaps.count - count)
        }
        return result
    }

    private func connective(_ node: Node, _ frame: inout [Value]) -> Three {
        switch node.form {
        case .not(let inner): return !truth(inner, &frame)
        case .and(let left, let right):
            let first = truth(left, &frame)
            return first == .no ? .no : min(first, truth(right, &frame))
        case .or(let left, let right):
            let first = truth(left, &frame)
            return first == .yes ? .yes : max(first, truth(right, &frame))
        case .compare(let comparison, let left, let right): return compare(comparison, left, right, node, &frame)
        case .isA(let left, let right): return isA(left, right, node, &frame)
        case .member(let left, let right): return member(left, right, node, &frame)
        case .overlaps(let left, let right): return overlaps(left, right, node, &frame)
        case .quantified(.count, _, _, _): return .unknown
        case .quantified(let kind, let slot, let range, let body):
            return quantified(kind, slot, range, body, node, &frame)
        case .define(let define, let arguments) where define.body.type == .truth:
            return call(define, arguments, node, &frame)
        case .stated(let inner):
            if case .known = value(inner, &frame) { return .yes }
            return .no
        case .inForce(let inner):
            switch value(inner, &frame) {
            case .known(.norm(let id)):
                guard let norm = norms[id] else { return .no }
                turns.formUnion(norm.turns)
                return Three(norm.counts(on: asOf))
            case .known: return .no
            case .unknown(let unknown):
                if assumptions != nil { for norm in norms.values { turns.formUnion(norm.turns) } }
                return leaf(unknown, .inForce, node, frame)
            }
        case .factor(let index, let wanted): return factor(index, in: wanted)
        case .concluded(let decision, let arguments, let wanted):
            return concluded(decision, arguments, wanted, node, &frame)
        case .undetermined(let decision, let arguments):
            return Three(decide(decision, arguments, &frame).conclusion == nil)
        default:
            switch value(node, &frame) {
            case .known(.truth(let truth)): return Three(truth)
            case .known: return .no
            case .unknown(let unknown): return leaf(unknown, .holds, node, frame)
            }
        }
    }

    /// An unknown at a leaf: what the completion assumes, or a gap.
    func leaf(_ unknown: Unknown, _ test: Test, _ node: Node, _ frame: [Value]) -> Three {
        let subject = unknown.subject ?? .opaque(ObjectIdentifier(node), node.slots.values(in: frame))
        let test = unknown.subject == nil ? Test.holds : test
        if let assumptions, let decided = decide(assumptions, subject, test) { return Three(decided) }
        if undecided == nil { undecided = Atom(subject: subject, test: test, missing: unknown.missing) }
        for fact in unknown.missing { gaps.append(Gap(fact: fact, told: nil)) }
        return .unknown
    }

    private func call(_ define: Define, _ arguments: [Node], _ node: Node, _ frame: inout [Value]) -> Three {
        var inner = self.frame(define.frame, arguments, &frame)
        guard assumptions == nil else { return truth(define.body, &inner) }
        let key = DefineKey(define: ObjectIdentifier(define), arguments: Array(inner.prefix(arguments.count)))
        if let known = defineCache[key] { return Three(known) }
        let result = truth(define.body, &inner)
        if result.isDefinite, !metVacuous { defineCache[key] = result == .yes }
        return result
    }

    /// A frame for a call: what is unknown of an argument stays unknown in its slot.
    func frame(_ size: Int, _ arguments: [Node], _ frame: inout [Value]) -> [Value] {
        var inner = [Value](repeating: .none, count: size)
        for (index, argument) in arguments.enumerated() { inner[index] = passed(value(argument, &frame)) }
        return inner
    }

    /// What stands in a slot for an answer. INVARIANT: an unknown of one missing fact is that fact, the same wherever it is passed; what
    /// is unknown because of a fact, and is not it, names the last fact twice.
    func passed(_ answer: Answer) -> Value {
        guard case .unknown(let unknown) = answer else { return plain(answer) }
        switch unknown.subject {
        case .fact(let id, let name) where unknown.missing == [MissingFact(entity: id, property: name)]: return .unknown(unknown.missing)
        case .value(let value): return value
        default: return .unknown(unknown.missing + unknown.missing.suffix(1))
        }
    }

    func plain(_ answer: Answer) -> Value {
        switch answer {
        case .known(let value): value
        case .unknown(let unknown): .unknown(unknown.missing)
        }
    }

    private func quantified(
        _ kind: Node.Quantification, _ slot: Int, _ range: Node, _ body: Node?, _ node: Node, _ frame: inout [Value]
    ) -> Three {
        let elements: [Value]
        switch value(range, &frame) {
        case .unknown(let unknown):
            return leaf(
                Unknown(missing: unknown.missing, subject: nil, recorded: unknown.recorded), .holds, node, frame)
        case .known(let list): elements = Evaluation.elements(list)
        }
        let decisive: Three = kind == .exists ? .yes : .no
        var result = !decisive
        if elements.isEmpty, kind == .every {
            metVacuous = true
            if vacuity != nil {
                vacuity?.meet(node)
                if vacuity?.flipped.contains(ObjectIdentifier(node)) == true { return .no }
            }
        }
        for element in elements {
            let one = holds(body, of: element, slot, node, &frame)
            if one == decisive { return decisive }
            if one == .unknown { result = .unknown }
        }
        return result
    }

    /// Whether the body holds of an element; without a body, whether the element is known to be there.
    private func holds(_ body: Node?, of element: Value, _ slot: Int, _ node: Node, _ frame: inout [Value]) -> Three {
        frame[slot] = element
        if let body { return truth(body, &frame) }
        guard case .unknown(let missing) = element else { return .yes }
        return leaf(Unknown(missing: missing, subject: .value(element)), .holds, node, frame)
    }

    // MARK: Values

    func value(_ node: Node, _ frame: inout [Value]) -> Answer {
        switch node.form {
        case .constant(let value): return .known(value)
        case .concept(let name, let kind): return .known(concept(name, kind).map(Value.entity) ?? .none)
        case .slot(let slot):
            if case .unknown(let missing) = frame[slot], missing.count == 1 {
                return answer(frame[slot], .fact(missing[0].entity, missing[0].property))
            }
            return answer(frame[slot], .value(frame[slot]))
        case .today: return .known(.date(asOf))
        case .policy(let name): return .known(policy[name] ?? .none)
        case .all(let plural):
            noteAll(of: plural)
            return .known(.list((model.all(plural) ?? []).map(Value.entity)))
        case .property(let base, let name):
            switch value(base, &frame) {
            case .known(.entity(let id)): return answer(node.fact.map { fact($0, of: id) } ?? .none, .fact(id, name))
            case .known: return .known(.none)
            case .unknown(let unknown):
                return .unknown(Unknown(missing: unknown.missing, subject: nil, recorded: unknown.recorded))
            }
        case .function(let name, let arguments):
            var values: [Value] = []
            var open: Unknown?
            for argument in arguments {
                switch value(argument, &frame) {
                case .known(let value): values.append(value)
                case .unknown(let unknown): open = Unknown.joined(open, unknown)
                }
            }
            if let open { return .unknown(open) }
            let result = node.function.flatMap { code in
                values.first.map { asked(code, $0, values.dropFirst().first) }
            } ?? .none
            if case .unknown(let missing) = result, missing.isEmpty, let first = values.compactMap(\.id).first {
                return answer(.unknown([MissingFact(entity: first, property: name)]), .call(name, values))
            }
            return answer(result, .call(name, values))
        case .define(let define, let arguments):
            if define.body.type == .truth { return truthValue(node, &frame) }
            var inner = self.frame(define.frame, arguments, &frame)
            return value(define.body, &inner)
        case .decision(let decision, let arguments):
            return .known(decide(decision, arguments, &frame).conclusion.map(Value.word) ?? .word("undetermined"))
        case .arithmetic(let operation, let left, let right): return arithmetic(operation, left, right, &frame)
        case .quantified(.count, let slot, let range, let body): return count(slot, range, body, node, &frame)
        case .list(let nodes):
            var values: [Value] = []
            for node in nodes { values.append(plain(value(node, &frame))) }
            return .known(.list(values))
        case .size(let inner):
            switch value(inner, &frame) {
            case .unknown(let unknown):
                return .unknown(Unknown(missing: unknown.missing, recorded: unknown.recorded, low: Exact(0)))
            case .known(let list): return .known(.number(Exact(Int64(Evaluation.elements(list).count))))
            }
        case .least(let nodes): return extreme(nodes, &frame) { Order.less($0, $1) }
        case .greatest(let nodes): return extreme(nodes, &frame) { Order.less($1, $0) }
        case .wrong: return .unknown(Unknown(missing: []))
        case .not, .and, .or, .compare, .isA, .member, .overlaps, .quantified, .inForce, .stated, .factor, .concluded,
            .undetermined:
            return truthValue(node, &frame)
        }
    }

    private func truthValue(_ node: Node, _ frame: inout [Value]) -> Answer {
        switch truth(node, &frame) {
        case .yes: .known(.truth(true))
        case .no: .known(.truth(false))
        case .unknown: .unknown(Unknown(missing: [], recorded: true))
        }
    }

    func answer(_ value: Value, _ subject: Subject) -> Answer {
        if case .unknown(let missing) = value { return .unknown(Unknown(missing: missing, subject: subject)) }
        return .known(value)
    }

    private func count(_ slot: Int, _ range: Node, _ body: Node?, _ node: Node, _ frame: inout [Value]) -> Answer {
        switch value(range, &frame) {
        case .unknown(let unknown):
            return .unknown(Unknown(missing: unknown.missing, recorded: unknown.recorded, low: Exact(0)))
        case .known(let list):
            var low: Int64 = 0
            var high: Int64 = 0
            for element in Evaluation.elements(list) {
                let one = holds(body, of: element, slot, node, &frame)
                if one == .yes { low += 1 }
                if one != .no { high += 1 }
            }
            if low == high { return .known(.number(Exact(low))) }
            return .unknown(Unknown(missing: [], recorded: true, low: Exact(low), high: Exact(high)))
        }
    }

    private func extreme(_ nodes: [Node], _ frame: inout [Value], before: (Value, Value) -> Bool) -> Answer {
        var best: Value?
        var open: Unknown?
        for node in nodes {
            switch value(node, &frame) {
            case .unknown(let unknown): open = Unknown.joined(open, unknown)
            case .known(let value):
                for element in Evaluation.elements(value) {
                    if case .unknown(let missing) = element { open = Unknown.joined(open, Unknown(missing: missing)) }
                    if best.map({ before(element, $0) }) ?? true { best = element }
                }
            }
        }
        return open.map(Answer.unknown) ?? .known(best ?? .none)
    }

    func concept(_ name: String, _ kind: String?) -> EntityID? {
        let key = (kind ?? "") + " " + name
        if let known = concepts[key] { return known }
        let found = model.lookup(name, kind: kind)
        concepts[key] = found
        return found
    }

    /// The elements of a list; a single thing is a list of one, none an empty one.
    static func elements(_ value: Value) -> [Value] {
        switch value {
        case .list(let values): values
        case .none: []
        default: [value]
        }
    }
}

/// What an expression comes to.
enum Answer {
    case known(Value)
    case unknown(Unknown)
}

struct Unknown {
    var missing: [MissingFact]
    /// What it is that is unknown, when it has an identity of its own.
    var subject: Subject?
    /// Whether the gap and the question were recorded where the unknown arose.
    var recorded = false
    /// Bounds of an unknown number.
    var low: Exact?
    var high: Exact?

    static func joined(_ left: Unknown?, _ right: Unknown) -> Unknown {
        guard let left else { return Unknown(missing: right.missing, recorded: right.recorded) }
        return Unknown(missing: left.missing + right.missing, recorded: left.recorded || right.recorded)
    }
}
