// The naive evaluator: three values by brute force, written from checking.md 3.1 and Packs/README.md. It keeps no index, and shares
// nothing with what it tests.
import Source

/// no < unknown < yes.
enum Kleene: Int, Comparable {
    case no, unknown, yes
    init(_ truth: Bool) { self = truth ? .yes : .no }
    static func < (a: Kleene, b: Kleene) -> Bool { a.rawValue < b.rawValue }
    var negated: Kleene { self == .unknown ? .unknown : self == .yes ? .no : .yes }
}

/// What an expression comes to.
enum Read: Hashable {
    case known(Fact)
    /// Not stated. A count lies within its bounds; `isFact` says that it is a fact itself, and not computed from one.
    case unknown(Set<Gap>, low: Int?, high: Int?, isFact: Bool)

    static func open(_ gaps: Set<Gap>) -> Read { .unknown(gaps, low: nil, high: nil, isFact: false) }
    var gaps: Set<Gap> {
        if case .unknown(let gaps, _, _, _) = self { return gaps }
        return []
    }
}

struct Truth {
    var value: Kleene
    /// What an unknown one waits for.
    var gaps: Set<Gap>
    init(_ value: Kleene, _ gaps: Set<Gap> = []) { (self.value, self.gaps) = (value, value == .unknown ? gaps : []) }
    init(_ truth: Bool) { self.init(Kleene(truth)) }
}

struct Environment {
    var variables: [String: Read] = [:]
    /// The values that each earlier factor may have.
    var factors: [Set<Int>] = []
}

/// A term, and the decision whose factors it may name.
struct Ground: Hashable {
    let decision: String?
    let term: Term
}

final class Reference {
    let world: World
    let pack: RandomPack
    /// Values for what is not stated: the completion in which everything is read.
    var completion: [Gap: Fact] = [:]
    /// While set, everything is read, and what is not stated is noted.
    var trace: Trace?
    /// Each `every` that counts as no where there is nothing: to see what rests on it.
    var flipped: Set<Term> = []
    var decisionCache: [DecisionCall: Weighed] = [:]
    /// The decision whose table is read.
    var deciding: String?
    /// A decision that brute force can't settle was asked.
    var metInexact = false
    /// Within a completion, a decision that another asks was not settled by it.
    var metOpen = false

    struct Trace {
        /// Each fact that is not stated, with the days that it is compared with.
        var gaps: [Gap: Set<Int>] = [:]
        /// Facts stated too coarsely, with what is stated.
        var coarse: [Gap: Int] = [:]
        /// Facts that are asked whether they equal something, and not only where they stand.
        var equated: Set<Gap> = []
        /// Something that has no finite list of completions was read.
        var isOpenEnded = false
        /// Each `every` over nothing.
        var emptyEvery: Set<Ground> = []
    }

    init(_ world: World, _ pack: RandomPack) { (self.world, self.pack) = (world, pack) }

    // MARK: Truth

    func truth(_ term: Term, _ env: Environment) -> Truth {
        switch term {
        case .not(let inner):
            let inner = truth(inner, env)
            return Truth(inner.value.negated, inner.gaps)
        case .and(let a, let b): return joined([truth(a, env), truth(b, env)], all: true)
        case .or(let a, let b): return joined([truth(a, env), truth(b, env)], all: false)
        case .compare(let comparison, let a, let b): return compare(comparison, value(a, env), value(b, env))
        case .isA(let a, let b):
            switch (value(a, env), value(b, env)) {
            case (.known(let stated), .known(let asked)): return match(stated, asked, a, env)
            case (let stated, let asked): return Truth(.unknown, stated.gaps.union(asked.gaps))
            }
        case .inList(let a, let terms):
            return member(value(a, env), .known(.list(terms.map { known(value($0, env)) })), a, env)
        case .inFact(let a, let b): return member(value(a, env), value(b, env), a, env)
        case .overlaps(let a, let b):
            guard case .known(let left) = value(a, env), case .known(let right) = value(b, env) else {
                trace?.isOpenEnded = true
                return Truth(.unknown, value(a, env).gaps.union(value(b, env).gaps))
            }
            var met: [Truth] = []
            for one in elements(left) { for other in elements(right) { met.append(match(one, other, a, env)) } }
            if met.contains(where: { $0.value == .unknown }) { trace?.isOpenEnded = true }
            return joined(met, all: false)
        case .exists(let name, let range, let body): return quantified(name, range, body, env, all: false)
        case .every(let name, let range, let body):
            if case .known(let list) = value(range, env), elements(list).isEmpty {
                trace?.emptyEvery.insert(Ground(decision: deciding, term: term))
                if flipped.contains(term) { return Truth(false) }
            }
            return quantified(name, range, body, env, all: true)
        case .isStated(let inner):
            // Whether it is stated is a question about the specification, which no completion changes.
            let (outer, tracing) = (completion, trace)
            (completion, trace) = ([:], nil)
            defer { (completion, trace) = (outer, tracing) }
            if case .known = value(inner, env) { return Truth(true) }
            return Truth(false)
        case .inForce(let inner):
            switch value(inner, env) {
            case .known(.norm(let id)): return Truth(counts(id))
            case .known: return Truth(false)
            case .unknown(let gaps, _, _, _): return Truth(.unknown, gaps)
            }
        case .factor(let index, let wanted):
            let possible = env.factors[index], inside = possible.intersection(wanted)
            return Truth(inside.isEmpty ? .no : inside == possible ? .yes : .unknown)
        case .concluded(let index, let arguments, let wanted):
            let weighed = decide(index, arguments.map { value($0, env) })
            let inside = weighed.possible.intersection(wanted)
            // Of what could not be tried in full only some answers are known, perhaps none.
            if !weighed.isExact { return Truth(.unknown, weighed.missing) }
            return Truth(inside.isEmpty ? .no : inside == weighed.possible ? .yes : .unknown, weighed.missing)
        case .undetermined(let index, let arguments):
            return Truth(decide(index, arguments.map { value($0, env) }).possible.count > 1)
        case .call(let index, let arguments) where pack.defines[index].sort == .truth:
            let define = pack.defines[index]
            let inner = frame(define.parameters.map(\.name), arguments, env)
            return define.parts.isEmpty ? truth(define.body, inner) : joined(define.parts.map { truth($0, inner) }, all: true)
        default:
            switch value(term, env) {
            case .known(.truth(let truth)): return Truth(truth)
            case .known: return Truth(false)
            case .unknown(let gaps, _, _, _): return Truth(.unknown, gaps)
            }
        }
    }

    func counts(_ id: String) -> Bool {
        guard let norm = RandomPack.norms[id], let from = Day(norm.from) else { return false }
        let until = norm.until.flatMap { Day($0) }, applies = norm.applies.flatMap { Day($0) } ?? from
        return from.number <= pack.asOf && applies.number <= pack.asOf && until.map { pack.asOf <= $0.number } ?? true
    }

    private func joined(_ truths: [Truth], all: Bool) -> Truth {
        let value = all ? truths.map(\.value).min() ?? .yes : truths.map(\.value).max() ?? .no
        return Truth(value, truths.filter { $0.value == .unknown }.reduce(into: []) { $0.formUnion($1.gaps) })
    }

    private func quantified(_ name: String, _ range: Term, _ body: Term?, _ env: Environment, all: Bool) -> Truth {
        switch value(range, env) {
        case .unknown(let gaps, _, _, _):
            traceElements(of: gaps, name, body, env)
            return Truth(.unknown, gaps)
        case .known(let list):
            return joined(elements(list).map { holds(body, name, $0, env) }, all: all)
        }
    }

    /// What a list that is not stated may hold is read too, since it may hold it.
    private func traceElements(of gaps: Set<Gap>, _ name: String, _ body: Term?, _ env: Environment) {
        guard trace != nil else { return }
        trace?.isOpenEnded = true
        for gap in gaps {
            guard case .list(.concept(let kind))? = slot(gap.fact, of: world.things[gap.thing].kind)?.sort else { continue }
            for leaf in world.leaves(ofKind: kind) { _ = holds(body, name, .thing(leaf), env) }
        }
    }

    private func holds(_ body: Term?, _ name: String, _ element: Fact, _ env: Environment) -> Truth {
        guard let body else { return Truth(true) }
        var env = env
        env.variables[name] = .known(element)
        return truth(body, env)
    }

    /// 3.1.2: at or below is yes, disjoint is no, a strict ancestor is too coarse to tell.
    private func match(_ stated: Fact, _ asked: Fact, _ left: Term, _ env: Environment) -> Truth {
        let held = head(stated), asked = head(asked)
        switch (held, asked) {
        case (.beneath(let a), .thing(let b)): return Truth(world.isUnder(a, b))
        case (.thing(let a), .thing(let b)):
            if world.isUnder(a, b) { return Truth(true) }
            guard world.isUnder(b, a) else { return Truth(false) }
            let gap = coarse(stated, left, env)
            if case .beneath(let precise)? = gap.flatMap({ completion[$0] }) { return Truth(world.isUnder(precise, b)) }
            if let gap { trace?.coarse[gap] = a }
            return Truth(.unknown, gap.map { [$0] } ?? [])
        case (.norm(let a), .norm(let b)):
            if a == b || a.hasPrefix(b + ".") { return Truth(true) }
            guard b.hasPrefix(a + ".") else { return Truth(false) }
            trace?.isOpenEnded = true
            return Truth(.unknown, coarse(stated, left, env).map { [$0] } ?? [])
        default: return Truth(same(held, asked))
        }
    }

    private func coarse(_ stated: Fact, _ left: Term, _ env: Environment) -> Gap? {
        if case .fact(let base, let name) = left, case .known(.thing(let thing)) = value(base, env) { return Gap(thing: thing, fact: name) }
        if case .thing(let thing) = stated { return Gap(thing: thing, fact: "is") }
        return nil
    }

    /// `x in L` is `x is e` for some e of L.
    private func member(_ left: Read, _ right: Read, _ term: Term, _ env: Environment) -> Truth {
        guard case .known(let list) = right else {
            trace?.isOpenEnded = true
            return Truth(.unknown, left.gaps.union(right.gaps))
        }
        return joined(elements(list).map { element in
            if case .known(let stated) = left { return match(stated, element, term, env) }
            return Truth(.unknown, left.gaps)
        }, all: false)
    }

    // MARK: Comparison

    private func compare(_ comparison: Term.Comparison, _ a: Read, _ b: Read) -> Truth {
        switch comparison {
        case .notEqual:
            let equal = compare(.equal, a, b)
            return Truth(equal.value.negated, equal.gaps)
        // An order with none is no both ways: not the negation of its opposite.
        case .greater: return compare(.less, b, a)
        case .greaterOrEqual: return compare(.lessOrEqual, b, a)
        default: break
        }
        if case .known(let x) = a, case .known(let y) = b {
            let (x, y) = (head(x), head(y))
            if comparison == .equal { return Truth(same(x, y)) }
            guard let (p, q) = sizes(x, y) else { return Truth(false) }
            return Truth(comparison == .less ? p < q : p <= q)
        }
        if comparison != .equal, a == .known(.none) || b == .known(.none) { return Truth(false) }
        if let settled = bounded(comparison, a, b) { return Truth(settled) }
        note(a, b)
        return Truth(.unknown, a.gaps.union(b.gaps))
    }

    /// A count is an interval: a comparison that holds, or fails, all through it is settled.
    private func bounded(_ comparison: Term.Comparison, _ a: Read, _ b: Read) -> Bool? {
        func interval(_ outcome: Read) -> (low: Int, high: Int)? {
            switch outcome {
            case .known(.number(let number)): (number, number)
            case .known: nil
            case .unknown(_, let low, let high, _): low == nil && high == nil ? nil : (low ?? .min, high ?? .max)
            }
        }
        guard let x = interval(a), let y = interval(b) else { return nil }
        // With two unknown counts the interval says nothing more than "unknown".
        if case .unknown = a, case .unknown = b { return nil }
        switch comparison {
        case .equal: return x.high < y.low || y.high < x.low ? false : nil
        case .less: return x.high < y.low ? true : x.low >= y.high ? false : nil
        default: return x.high <= y.low ? true : x.low > y.high ? false : nil
        }
    }

    private func note(_ a: Read, _ b: Read) {
        guard trace != nil else { return }
        switch (a, b) {
        case (.unknown(let gaps, _, _, true), .known(.date(let day))), (.known(.date(let day)), .unknown(let gaps, _, _, true)):
            for gap in gaps { trace?.gaps[gap, default: []].insert(day) }
        case (.unknown(_, _, _, true), .unknown), (.unknown, .unknown(_, _, _, true)): trace?.isOpenEnded = true
        default: for case .unknown(let gaps, _, _, true) in [a, b] { trace?.equated.formUnion(gaps) }
        }
    }

    private func same(_ a: Fact, _ b: Fact) -> Bool {
        if case .duration = a, case .duration = b, let (p, q) = sizes(a, b) { return p == q }
        return a == b
    }

    /// Numbers on one scale; a month counts as the mean month of the Gregorian calendar.
    private func sizes(_ a: Fact, _ b: Fact) -> (Double, Double)? {
        switch (a, b) {
        case (.number(let x), .number(let y)), (.date(let x), .date(let y)): (Double(x), Double(y))
        case (.duration(let m, let d), .duration(let n, let e)): (Double(m) * 365.2425 / 12 + Double(d), Double(n) * 365.2425 / 12 + Double(e))
        default: nil
        }
    }

    // MARK: Values

    func value(_ term: Term, _ env: Environment) -> Read {
        switch term {
        case .constant(let fact): return .known(fact)
        case .concept(let index): return .known(.thing(index))
        case .variable(let name): return env.variables[name] ?? .known(.none)
        case .today: return .known(.date(pack.asOf))
        case .policy(let name): return .known(RandomPack.policy[name].map(Fact.number) ?? .none)
        case .all(let plural): return .known(.list(world.all(plurals[plural] ?? "").map(Fact.thing)))
        case .fact(let base, let name):
            switch value(base, env) {
            case .known(.thing(let thing)): return read(name, of: thing)
            case .known: return .known(.none)
            case .unknown(let gaps, _, _, _): return .open(gaps)
            }
        case .call(let index, let arguments):
            let define = pack.defines[index]
            if define.sort == .truth { return valueOfTruth(term, env) }
            return value(define.body, frame(define.parameters.map(\.name), arguments, env))
        case .add(let a, let b): return arithmetic(1, value(a, env), value(b, env))
        case .subtract(let a, let b): return arithmetic(-1, value(a, env), value(b, env))
        case .count(let name, let range, let body):
            switch value(range, env) {
            case .unknown(let gaps, _, _, _):
                traceElements(of: gaps, name, body, env)
                return .unknown(gaps, low: 0, high: nil, isFact: false)
            case .known(let list):
                let met = elements(list).map { holds(body, name, $0, env) }
                let low = met.count { $0.value == .yes }, high = met.count { $0.value != .no }
                if low == high { return .known(.number(low)) }
                return .unknown(met.reduce(into: []) { $0.formUnion($1.gaps) }, low: low, high: high, isFact: false)
            }
        case .size(let inner):
            switch value(inner, env) {
            case .known(let list): return .known(.number(elements(list).count))
            case .unknown(let gaps, _, _, _):
                trace?.isOpenEnded = true
                return .unknown(gaps, low: 0, high: nil, isFact: false)
            }
        case .words(let inner):
            switch value(inner, env) {
            case .known(.text(let text)): return .known(.number(text.split(separator: " ").count))
            case .known: return .known(.number(0))
            case .unknown(let gaps, _, _, _): return .open(gaps)
            }
        case .least(let terms): return extreme(terms, env) { $0 < $1 }
        case .greatest(let terms): return extreme(terms, env) { $0 > $1 }
        default: return valueOfTruth(term, env)
        }
    }

    private func valueOfTruth(_ term: Term, _ env: Environment) -> Read {
        let truth = truth(term, env)
        return truth.value == .unknown ? .open(truth.gaps) : .known(.truth(truth.value == .yes))
    }

    /// By the vocabulary's silence: stated, inherited, none, or not stated.
    private func read(_ name: String, of thing: Int) -> Read {
        if let stated = world.stated(name, of: thing) { return .known(stated) }
        guard let slot = slot(name, of: world.things[thing].kind) else { return .known(.none) }
        if slot.isOpen {
            let gap = Gap(thing: thing, fact: name)
            if let completed = completion[gap] { return .known(completed) }
            if trace != nil { trace?.gaps[gap, default: []].formUnion([]) }
            return .unknown([gap], low: nil, high: nil, isFact: true)
        }
        switch slot.sort {
        case .list: return .known(.list([]))
        case .truth: return .known(.truth(false))
        default: return .known(.none)
        }
    }

    private func arithmetic(_ sign: Int, _ a: Read, _ b: Read) -> Read {
        guard case .known(let x) = a, case .known(let y) = b else {
            for case .unknown(_, _, _, true) in [a, b] { trace?.isOpenEnded = true }
            return .open(a.gaps.union(b.gaps))
        }
        switch (x, y) {
        case (.number(let p), .number(let q)): return .known(.number(p + sign * q))
        case (.date(let day), .duration(let months, let days)):
            return .known(.date((Day(number: day) + Period(months: sign * months, days: 0)).number + sign * days))
        case (.duration(let months, let days), .date(let day)) where sign == 1:
            return .known(.date((Day(number: day) + Period(months: months, days: 0)).number + days))
        case (.date(let p), .date(let q)) where sign == -1: return .known(.duration(months: 0, days: p - q))
        case (.duration(let m, let d), .duration(let n, let e)):
            return .known(.duration(months: m + sign * n, days: d + sign * e))
        default: return .known(.none)
        }
    }

    private func extreme(_ terms: [Term], _ env: Environment, _ isBetter: (Double, Double) -> Bool) -> Read {
        var all: [Fact] = [], gaps: Set<Gap> = [], isOpen = false
        for term in terms {
            switch value(term, env) {
            case .known(let fact): all += elements(fact)
            case .unknown(let missing, _, _, let isFact):
                isOpen = true
                if isFact { trace?.isOpenEnded = true }
                gaps.formUnion(missing)
            }
        }
        if isOpen { return .open(gaps) }
        guard var best = all.first else { return .known(.none) }
        for fact in all.dropFirst() { if let (p, q) = sizes(fact, best), isBetter(p, q) { best = fact } }
        return .known(best)
    }

    func frame(_ names: [String], _ arguments: [Term], _ env: Environment) -> Environment {
        var inner = Environment()
        for (name, argument) in zip(names, arguments) { inner.variables[name] = value(argument, env) }
        return inner
    }

    /// A record stands for its head.
    private func head(_ fact: Fact) -> Fact {
        guard case .thing(let thing) = fact, world.things[thing].isRecord else { return fact }
        return world.things[thing].facts["kind"] ?? .none
    }

    private func known(_ outcome: Read) -> Fact {
        if case .known(let fact) = outcome { return fact }
        return .none
    }

    /// A single thing is a list of one, none an empty one.
    func elements(_ fact: Fact) -> [Fact] {
        switch fact {
        case .list(let facts): facts
        case .none: []
        default: [fact]
        }
    }
}
