// What a finding's condition would have to find otherwise for the finding to go.
import Model
import Source

extension LawResult {
    /// Every fact that stands in the way of a finding's absence and how it would have to be, in the order of its conditions. Where several would each
    /// be enough for the finding, all are told: who turns one meets the next.
    public func wishes(of firing: Firing) -> Wishes? {
        guard let (rule, evaluation, start) = asked(firing) else { return nil }
        var frame = start, wishes = Wishes(evaluation)
        wishes.ask(rule.when, wanted: .no, &frame)
        // What the rule is about may also leave the list in which it was found.
        for variable in rule.variables { wishes.leave(variable.range, frame[variable.slot], &frame) }
        for exception in rule.exceptions { wishes.ask(exception.when, wanted: .yes, &frame) }
        return wishes
    }
}

/// Unfolds a condition to its leaves, and notes those that are not as they would have to be.
public struct Wishes {
    let evaluation: Evaluation
    private var noted: [Wish] = []
    /// What nobody may bring about by writing it: facts of the world.
    public private(set) var dismissed: [Wish] = []
    /// How much of conditions, with what they call written out, is still looked at.
    private var budget = 5_000_000
    /// False when a condition is larger than anybody would read.
    public var isWhole: Bool { budget > 0 }
    private var asked: Set<Asked> = []
    /// What a fact that is not stated is compared with elsewhere: who states it keeps within these.
    private var limits: [Wish] = []

    public var found: [Wish] {
        noted + limits.filter { limit in !noted.contains(limit) && noted.contains { $0.owner == limit.owner && $0.fact == limit.fact && $0.want == .stated } }
    }

    private struct Asked: Hashable {
        var decision: ObjectIdentifier
        var factor: Int
        var values: [Value]
        var wanted: [Int]
    }

    fileprivate init(_ evaluation: Evaluation) { self.evaluation = evaluation }

    /// False for a fact that nobody may change in that way.
    private mutating func add(_ owner: EntityID?, _ fact: String, _ want: Want) -> Bool {
        let wish = Wish(owner: owner, fact: fact, want: want), mayTurn = mayTurn(wish)
        if mayTurn, !noted.contains(wish) { noted.append(wish) }
        if !mayTurn, !dismissed.contains(wish) { dismissed.append(wish) }
        return mayTurn
    }

    private func mayTurn(_ wish: Wish) -> Bool {
        guard let owner = wish.owner, let row = Vocabulary.property(wish.fact, of: evaluation.model.kind(of: owner)) else { return true }
        // What the tool works out turns with edits of what it is worked out from.
        return row.silence == .computed && row.change.isEmpty || !row.change.isDisjoint(with: Wishes.changes(wish.want, isComputed: row.silence == .computed))
    }

    /// The changes of which any would do. A step is added, removed and moved as one: its verb is never set.
    private static func changes(_ want: Want, isComputed: Bool) -> Set<Change> {
        switch want {
        case .before: [.move]
        case .lacking: [.remove, .set]
        case .element, .holding: [.add, .set]
        case .stated, .equal, .other, .bounded, .under, .notUnder: isComputed ? [.set] : [.add, .set, .move]
        }
    }

    private func truth(_ node: Node, _ frame: inout [Value]) -> Three {
        defer { (evaluation.undecided, evaluation.gaps) = (nil, []) }
        return evaluation.truth(node, &frame)
    }

    private func known(_ node: Node, _ frame: inout [Value]) -> Value? {
        defer { (evaluation.undecided, evaluation.gaps) = (nil, []) }
        if case .known(let value) = evaluation.value(node, &frame) { return value }
        return nil
    }

    /// A side that is a property of a known thing.
    private func property(_ node: Node, _ frame: inout [Value]) -> (owner: EntityID, fact: String)? {
        guard case .property(let base, let fact) = node.form, case .entity(let owner)? = known(base, &frame) else { return nil }
        return (owner, fact)
    }

    /// A list that is a property of a known thing, or that a function reads of one.
    private func list(_ node: Node, _ frame: inout [Value]) -> (owner: EntityID, fact: String)? {
        if case .function(let name, let arguments) = node.form, let first = arguments.first, case .entity(let owner)? = known(first, &frame) { return (owner, name) }
        return property(node, &frame)
    }

    fileprivate mutating func leave(_ range: Node, _ element: Value, _ frame: inout [Value]) {
        if let (owner, fact) = property(range, &frame), mayTurn(Wish(owner: owner, fact: fact, want: .lacking([element]))) { _ = add(owner, fact, .lacking([element])) }
    }

    // MARK: Conditions

    /// Notes what would turn a condition; false, and nothing is noted, when something stands in the way that nobody may change.
    @discardableResult fileprivate mutating func ask(_ node: Node, wanted: Three, _ frame: inout [Value]) -> Bool {
        budget -= node.extent.size
        guard isWhole else { return true }
        guard truth(node, &frame) != wanted else {
            limit(node, wanted, &frame)
            return true
        }
        let isWanted = wanted == .yes
        switch node.form {
        case .not(let inner): return ask(inner, wanted: !wanted, &frame)
        case .and(let left, let right): return ask([left, right], all: isWanted, wanted, &frame)
        case .or(let left, let right): return ask([left, right], all: !isWanted, wanted, &frame)
        case .define(let define, let arguments) where define.body.type == .truth:
            var inner = evaluation.frame(define.frame, arguments, &frame)
            return ask(define.body, wanted: wanted, &inner)
        case .quantified(let kind, let slot, let range, let body) where kind != .count: return ask(kind, slot, range, body, wanted, &frame)
        case .compare(let comparison, let left, let right): return compare(comparison, left, right, isWanted, &frame)
        case .isA(let left, let right):
            guard let (owner, fact) = property(left, &frame) else { return false }
            var turns = false
            for want in known(right, &frame).map({ Wishes.one(of: Evaluation.elements($0), isWanted) }) ?? [] { turns = add(owner, fact, want) || turns }
            return turns
        case .member(let left, let right): return member(left, right, isWanted, &frame)
        case .property: return property(node, &frame).map { add($0.owner, $0.fact, .equal(.truth(isWanted))) } ?? false
        case .stated(let inner): return isWanted ? property(inner, &frame).map { add($0.owner, $0.fact, .stated) } ?? false : false
        case .function("bound_to", let arguments) where isWanted && arguments.count == 2:
            guard case .entity(let safeguard)? = known(arguments[0], &frame), let step = known(arguments[1], &frame) else { return true }
            return add(safeguard, "carried_by", .equal(step))
        case .function("precedes", let arguments) where arguments.count == 2:
            guard case .entity(let first)? = known(arguments[0], &frame), case .entity(let second)? = known(arguments[1], &frame) else { return true }
            return isWanted ? add(first, "position", .before(second)) : add(second, "position", .before(first))
        case .concluded(let decision, let arguments, let conclusions):
            conclude(decision, arguments, isWanted ? conclusions : decision.conclusions.indices.filter { !conclusions.contains($0) }, &frame)
            return true
        case .factor(let index, let values):
            factor(index, values, isWanted)
            return true
        case .constant, .slot, .today, .policy: return false
        // What the tool works out of the pipeline and its days turns with edits of those.
        default: return true
        }
    }

    /// Whether it asks for a fact of what is not there.
    private func isOfNothing(_ node: Node, _ frame: inout [Value]) -> Bool {
        if case .property(let base, _) = node.form, known(base, &frame) == Value.none { return true }
        if case .quantified = node.form { return false }
        for child in node.form.children where isOfNothing(child, &frame) { return true }
        return false
    }

    /// A comparison that holds as wanted because nothing is stated.
    private mutating func limit(_ node: Node, _ wanted: Three, _ frame: inout [Value]) {
        switch node.form {
        case .not(let inner): limit(inner, !wanted, &frame)
        case .compare(let comparison, let left, let right) where comparison != .equal:
            if let limit = known(right, &frame) { self.limit(comparison, left, limit, isFlipped: false, wanted == .yes, &frame) }
            if let limit = known(left, &frame) { self.limit(comparison, right, limit, isFlipped: true, wanted == .yes, &frame) }
        default: break
        }
    }

    private mutating func limit(_ comparison: Node.Comparison, _ side: Node, _ limit: Value, isFlipped: Bool, _ isWanted: Bool, _ frame: inout [Value]) {
        guard limit != .none, let want = Wishes.want(comparison, limit, isFlipped, isWanted, Exact(1)) else { return }
        if case .arithmetic(.subtract, let later, let earlier) = side.form, case .duration(let span) = limit, case .bounded(let bound) = want {
            limits += ends(later, earlier, bound.turn, span, &frame)
        } else if let (owner, fact) = property(side, &frame), known(side, &frame) == Value.none { limits.append(Wish(owner: owner, fact: fact, want: want)) }
    }

    /// All of several conditions, or any of them.
    private mutating func ask(_ nodes: [Node], all: Bool, _ wanted: Three, _ frame: inout [Value]) -> Bool {
        let before = (noted, asked)
        var turns = all
        for node in nodes {
            // What is not stated is asked for by itself, and what is not there yet can't be known: neither is in the way of the rest.
            let one = ask(node, wanted: wanted, &frame) || truth(node, &frame) == .unknown || isOfNothing(node, &frame)
            turns = all ? turns && one : turns || one
        }
        if !turns { (noted, asked) = before }
        return turns
    }

    private mutating func member(_ left: Node, _ right: Node, _ isWanted: Bool, _ frame: inout [Value]) -> Bool {
        if let (owner, fact) = property(right, &frame), let value = known(left, &frame) { return add(owner, fact, isWanted ? .holding(value) : .lacking([value])) }
        guard let (owner, fact) = property(left, &frame), let list = known(right, &frame) else { return true }
        var turns = false
        for want in Wishes.one(of: Evaluation.elements(list), isWanted) { turns = add(owner, fact, want) || turns }
        return turns
    }

    /// What being one of these values means, or being none of them.
    private static func one(of values: [Value], _ isWanted: Bool) -> [Want] {
        let concepts = values.compactMap(\.id)
        if concepts.count == values.count { return concepts.isEmpty ? [] : [isWanted ? .under(concepts) : .notUnder(concepts)] }
        return values.map { isWanted ? .equal($0) : .other(than: $0) }
    }

    private mutating func ask(_ kind: Node.Quantification, _ slot: Int, _ range: Node, _ body: Node?, _ wanted: Three, _ frame: inout [Value]) -> Bool {
        guard let values = known(range, &frame) else { return false }
        // One element is enough, or each that spoils it has to turn.
        let isOneEnough = (kind == .exists) == (wanted == .yes), before = (noted, asked)
        var spoilers: [Value] = [], turns = !isOneEnough
        for element in Evaluation.elements(values) {
            frame[slot] = element
            guard let body else { spoilers.append(element); turns = false; continue }
            guard truth(body, &frame) != wanted else { continue }
            spoilers.append(element)
            let one = ask(body, wanted: wanted, &frame)
            turns = isOneEnough ? turns || one : turns && one
        }
        if !turns { (noted, asked) = before }
        if isOneEnough { return kind == .exists && lengthen(range, body.map { (slot, $0) }, &frame) || turns }
        // Those that spoil it may also leave the list.
        if !spoilers.isEmpty, let (owner, fact) = list(range, &frame) { return add(owner, fact, .lacking(spoilers)) || turns }
        return turns
    }

    /// A condition of what stands in a slot.
    private typealias Condition = (slot: Int, body: Node)

    /// Something new in a list, of which a condition holds.
    private mutating func lengthen(_ range: Node, _ condition: Condition?, _ frame: inout [Value]) -> Bool {
        let owner: EntityID?, fact: String
        if case .all(let plural) = range.form { (owner, fact) = (nil, plural) } else if let list = property(range, &frame) { (owner, fact) = list } else { return true }
        let existing = owner == nil ? [] : fitting(range, condition, &frame)
        guard let (slot, body) = condition else { return add(owner, fact, .element([], existing: existing)) }
        frame[slot] = .none
        var turns = false
        for needs in needs(body, .yes, of: slot, &frame) { turns = add(owner, fact, .element(needs, existing: existing)) || turns }
        return turns
    }

    /// The things of the list's kind of which the condition holds, and that it does not name yet.
    private func fitting(_ range: Node, _ condition: Condition?, _ frame: inout [Value]) -> [EntityID] {
        guard case .list(.entity(let kind)) = range.type, let plural = Kinds.named(kind)?.plural, let list = known(range, &frame) else { return [] }
        let named = Set(Evaluation.elements(list).compactMap(\.id))
        return (evaluation.model.all(plural) ?? []).filter { id in
            guard !named.contains(id), let (slot, body) = condition else { return !named.contains(id) }
            frame[slot] = .entity(id)
            return truth(body, &frame) == .yes
        }
    }

    private mutating func compare(_ comparison: Node.Comparison, _ left: Node, _ right: Node, _ isWanted: Bool, _ frame: inout [Value]) -> Bool {
        var turns = false
        if let limit = known(right, &frame) { turns = compare(comparison, left, limit, isFlipped: false, isWanted, &frame) }
        if let limit = known(left, &frame) { turns = compare(comparison, right, limit, isFlipped: true, isWanted, &frame) || turns }
        return turns
    }

    private mutating func compare(_ comparison: Node.Comparison, _ side: Node, _ limit: Value, isFlipped: Bool, _ isWanted: Bool, _ frame: inout [Value]) -> Bool {
        switch side.form {
        case .size(let list): return resize(list, to: Wishes.want(comparison, limit, isFlipped, isWanted, Exact(1)), nil, &frame)
        case .quantified(.count, let slot, let range, let body):
            return resize(range, to: Wishes.want(comparison, limit, isFlipped, isWanted, Exact(1)), body.map { (slot, $0) }, &frame)
        case .define(let define, let arguments):
            var inner = evaluation.frame(define.frame, arguments, &frame)
            return compare(comparison, define.body, limit, isFlipped: isFlipped, isWanted, &inner)
        default: break
        }
        if case .arithmetic(.subtract, let later, let earlier) = side.form, case .duration(let span) = limit { return distance(comparison, later, earlier, span, isFlipped, isWanted, &frame) }
        var (node, factor) = (side, Exact(1))
        if case .arithmetic(.multiply, let left, let right) = side.form {
            if case .property = left.form, case .number(let number)? = known(right, &frame) { (node, factor) = (left, number) }
            else if case .property = right.form, case .number(let number)? = known(left, &frame) { (node, factor) = (right, number) }
        }
        guard factor > Exact(0), case .property = node.form else { return Wishes.isWorkedOut(node) }
        guard let (owner, fact) = property(node, &frame) else { return false }
        // Nothing is to be stated, or nothing is to stand in the list.
        if comparison == .equal, isWanted, limit == .none || limit == .list([]) { return add(owner, fact, .lacking(known(node, &frame).map(Evaluation.elements) ?? [])) }
        guard let want = Wishes.want(comparison, limit, isFlipped, isWanted, factor) else { return false }
        // A list that is empty is lengthened.
        if want == .stated, case .list = node.type { return lengthen(node, nil, &frame) }
        return add(owner, fact, want)
    }

    /// Two days so far apart: either of them moves to where the distance turns. A month counts as in every comparison of durations.
    private mutating func distance(
        _ comparison: Node.Comparison, _ later: Node, _ earlier: Node, _ span: Period, _ isFlipped: Bool, _ isWanted: Bool, _ frame: inout [Value]
    ) -> Bool {
        guard case .bounded(let bound)? = Wishes.want(comparison, .duration(span), isFlipped, isWanted, Exact(1)) else { return true }
        return ends(later, earlier, bound.turn, span, &frame).reduce(false) { add($1.owner, $1.fact, $1.want) || $0 }
    }

    /// Where either of two days would have to lie for a distance between them.
    private func ends(_ later: Node, _ earlier: Node, _ turn: Bound.Turn, _ span: Period, _ frame: inout [Value]) -> [Wish] {
        let isShorter = turn == .below || turn == .atMost, exact = Order.size(span)
        let days = Int(isShorter ? exact.rounded(.down) : exact.rounded(.up))
        func wish(_ day: (owner: EntityID, fact: String), _ turn: Bound.Turn, _ number: Int) -> Wish {
            Wish(owner: day.owner, fact: day.fact, want: .bounded(Bound(turn: turn, limit: .date(Day(number: number)), factor: Exact(1))))
        }
        var wishes: [Wish] = []
        if let day = property(later, &frame), case .date(let start)? = known(earlier, &frame) { wishes.append(wish(day, turn, start.number + days)) }
        if let day = property(earlier, &frame), case .date(let end)? = known(later, &frame) { wishes.append(wish(day, turn.flipped, end.number - days)) }
        return wishes
    }

    /// A side that is neither a fact nor fixed: days and numbers that are reckoned.
    private static func isWorkedOut(_ node: Node) -> Bool {
        switch node.form {
        case .constant, .concept, .slot, .today, .policy: false
        default: true
        }
    }

    /// How one side of a comparison would have to be.
    private static func want(_ comparison: Node.Comparison, _ limit: Value, _ isFlipped: Bool, _ isWanted: Bool, _ factor: Exact) -> Want? {
        func bounded(_ turn: Bound.Turn) -> Want? { limit == .none ? nil : .bounded(Bound(turn: turn, limit: limit, factor: factor)) }
        return switch (comparison, isFlipped, isWanted) {
        case (.equal, _, true): limit == .none ? nil : .equal(limit)
        case (.equal, _, false): limit == .none || limit == .list([]) ? .stated : .other(than: limit)
        case (.less, false, true), (.lessOrEqual, true, false): bounded(.below)
        case (.lessOrEqual, false, true), (.less, true, false): bounded(.atMost)
        case (.lessOrEqual, true, true), (.less, false, false): bounded(.atLeast)
        case (.less, true, true), (.lessOrEqual, false, false): bounded(.above)
        }
    }

    /// A list of which more or fewer are wanted.
    private mutating func resize(_ range: Node, to want: Want?, _ condition: Condition?, _ frame: inout [Value]) -> Bool {
        guard let values = known(range, &frame) else { return false }
        let elements = Evaluation.elements(values)
        let counting = elements.filter { element in
            guard let (slot, body) = condition else { return true }
            frame[slot] = element
            return truth(body, &frame) == .yes
        }
        let count = Exact(Int64(counting.count))
        switch want {
        case .bounded(let bound) where bound.turn == .atLeast || bound.turn == .above: return grow(range, elements, condition, &frame)
        case .bounded(let bound):
            guard case .number(let limit) = bound.limit else { return true }
            return shrink(range, counting, by: count, to: limit, condition, &frame)
        case .equal(.number(let number)): return number > count ? grow(range, elements, condition, &frame) : shrink(range, counting, by: count, to: number, condition, &frame)
        case .other(.number):
            let grows = grow(range, elements, condition, &frame)
            return shrink(range, counting, by: count, to: count, condition, &frame) || grows
        default: return true
        }
    }

    /// One more that counts: one that is there, or a new one.
    private mutating func grow(_ range: Node, _ elements: [Value], _ condition: Condition?, _ frame: inout [Value]) -> Bool {
        var turns = false
        if let (slot, body) = condition {
            for element in elements {
                frame[slot] = element
                if truth(body, &frame) != .yes { turns = ask(body, wanted: .yes, &frame) || turns }
            }
        }
        return lengthen(range, condition, &frame) || turns
    }

    /// Longer lists are no advice, and more that has to go is no edit or two.
    private static let (longest, mostThatGo) = (16, Exact(3))

    /// One less that counts; nothing where more would have to go than a few edits can take away.
    private mutating func shrink(_ range: Node, _ counting: [Value], by count: Exact, to limit: Exact, _ condition: Condition?, _ frame: inout [Value]) -> Bool {
        guard counting.count <= Wishes.longest, let within = Exact.sum([limit, Wishes.mostThatGo]), count <= within else { return false }
        let named = list(range, &frame)
        var turns = named == nil
        for element in counting {
            if let (slot, body) = condition {
                frame[slot] = element
                turns = ask(body, wanted: .no, &frame) || turns
            }
            if let (owner, fact) = named { turns = add(owner, fact, .lacking([element])) || turns }
        }
        return turns
    }

    // MARK: Decisions

    /// The rows that would conclude as wanted, and the one that stands before them.
    private mutating func conclude(_ decision: Decision, _ arguments: [Node], _ wanted: [Int], _ frame: inout [Value]) {
        let result = evaluation.decide(decision, arguments, &frame), before = dismissed
        // What a decision weighs is weighed: to ask for each of its facts would be to ask for the outcome.
        defer { dismissed = before }
        for group in result.conclusion == nil ? result.groups : result.worst {
            guard asked.insert(Asked(decision: ObjectIdentifier(decision), factor: -1, values: group.frame, wanted: wanted)).inserted else { continue }
            evaluation.weighing.append(Weighing(decision, group.frame))
            defer { evaluation.weighing.removeLast() }
            rows(decision.rows.map { ($0.conclusion, $0.guardNode) }, wanted, group.frame)
        }
    }

    private mutating func factor(_ index: Int, _ values: [Int], _ isWanted: Bool) {
        guard let current = evaluation.weighing.last else { return }
        let rows = current.decision.factors[index].rows, wanted = rows.map(\.value).filter { values.contains($0) == isWanted }
        guard asked.insert(Asked(decision: ObjectIdentifier(current.decision), factor: index, values: current.frame, wanted: wanted)).inserted else { return }
        self.rows(rows.map { ($0.value, $0.guardNode) }, wanted, current.frame)
    }

    private mutating func rows(_ rows: [(outcome: Int, guardNode: Node?)], _ wanted: [Int], _ start: [Value]) {
        var frame = start
        for (outcome, node) in rows {
            guard let node else { return }
            let isWanted = wanted.contains(outcome), holds = truth(node, &frame)
            ask(node, wanted: isWanted ? .yes : .no, &frame)
            if holds == .yes { return }
        }
    }

    // MARK: What something new would have to say

    /// The ways in which a condition comes to hold of what stands in a slot. What does not concern it is wished for by itself.
    private mutating func needs(_ node: Node, _ wanted: Three, of slot: Int, _ frame: inout [Value]) -> [[Need]] {
        budget -= node.extent.size
        guard isWhole else { return [[]] }
        guard node.slots.contains(slot) else {
            ask(node, wanted: wanted, &frame)
            return [[]]
        }
        let isWanted = wanted == .yes
        switch node.form {
        case .not(let inner): return needs(inner, !wanted, of: slot, &frame)
        case .and(let left, let right): return needs(left, right, both: isWanted, wanted, slot, &frame)
        case .or(let left, let right): return needs(left, right, both: !isWanted, wanted, slot, &frame)
        case .define(let define, let arguments) where define.body.type == .truth:
            guard let parameter = arguments.firstIndex(where: { if case .slot(slot) = $0.form { true } else { false } }) else { return [[]] }
            var inner = evaluation.frame(define.frame, arguments, &frame)
            return needs(define.body, wanted, of: parameter, &inner)
        case .isA(let left, let right):
            guard let fact = Wishes.fact(left, of: slot), let value = known(right, &frame) else { return [[]] }
            let wants = Wishes.one(of: Evaluation.elements(value), isWanted)
            return wants.isEmpty ? [[]] : wants.map { [Need(fact: fact, want: $0)] }
        case .member(let left, let right):
            if let fact = Wishes.fact(right, of: slot), let value = known(left, &frame) { return isWanted ? [[Need(fact: fact, want: .holding(value))]] : [[]] }
            guard let fact = Wishes.fact(left, of: slot), let list = known(right, &frame) else { return [[]] }
            let wants = Wishes.one(of: Evaluation.elements(list), isWanted)
            return wants.isEmpty ? [[]] : wants.map { [Need(fact: fact, want: $0)] }
        case .compare(let comparison, let left, let right):
            if let fact = Wishes.fact(left, of: slot), let limit = known(right, &frame) { return Wishes.need(fact, Wishes.want(comparison, limit, false, isWanted, Exact(1))) }
            if let fact = Wishes.fact(right, of: slot), let limit = known(left, &frame) { return Wishes.need(fact, Wishes.want(comparison, limit, true, isWanted, Exact(1))) }
            return [[]]
        case .function("bound_to", let arguments) where isWanted && arguments.count == 2:
            guard case .slot(slot) = arguments[0].form, let step = known(arguments[1], &frame) else { return [[]] }
            return [[Need(fact: "carried_by", want: .equal(step))]]
        case .property: return Wishes.fact(node, of: slot).map { [[Need(fact: $0, want: .equal(.truth(isWanted)))]] } ?? [[]]
        case .quantified(.exists, let inner, let range, let body):
            guard isWanted, let fact = Wishes.fact(range, of: slot) else { return [[]] }
            frame[inner] = .none
            return (body.map { needs($0, .yes, of: inner, &frame) } ?? [[]]).map { alternative in
                for case let need in alternative where need.fact.isEmpty {
                    if case .under(let concepts) = need.want, let concept = concepts.first { return [Need(fact: fact, want: .holding(.entity(concept)))] }
                }
                return [Need(fact: fact, want: .stated)]
            }
        default: return [[]]
        }
    }

    /// Of two conditions: both of them, or one of them. At most eight ways: who writes more has other means.
    private mutating func needs(_ left: Node, _ right: Node, both: Bool, _ wanted: Three, _ slot: Int, _ frame: inout [Value]) -> [[Need]] {
        let first = needs(left, wanted, of: slot, &frame), second = needs(right, wanted, of: slot, &frame)
        return Array((both ? first.flatMap { one in second.map { one + $0 } } : first + second).prefix(8))
    }

    private static func need(_ fact: String, _ want: Want?) -> [[Need]] { want.map { [[Need(fact: fact, want: $0)]] } ?? [[]] }

    /// The fact of what stands in a slot that a side looks at; none when it looks at the thing itself.
    private static func fact(_ node: Node, of slot: Int) -> String? {
        switch node.form {
        case .slot(slot): ""
        case .property(let base, let fact): if case .slot(slot) = base.form { fact } else { nil }
        default: nil
        }
    }
}
