// Random specifications and packs, typed so that every one of them loads: the same seed gives the same case.
import Source

struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

struct Case: Hashable {
    var world: World
    var pack: RandomPack
}

struct Generator {
    var random: SplitMix
    var world = World()
    var pack = RandomPack()
    private var fresh = 0
    /// The factors that a guard may name; nil outside of decisions.
    private var factors: [RandomDecision.Factor]?

    /// One case in ten is large: many bindings of many rules.
    private var scale = 1

    init(seed: UInt64) {
        random = SplitMix(state: seed)
        if chance(10) { scale = 2 }
    }

    static func makeCase(seed: UInt64) -> Case {
        var generator = Generator(seed: seed)
        generator.makeWorld()
        generator.makePack()
        return Case(world: generator.world, pack: generator.pack)
    }

    private mutating func upTo(_ count: Int) -> Int { Int.random(in: 0..<max(count, 1), using: &random) }
    private mutating func chance(_ percent: Int) -> Bool { upTo(100) < percent }
    private mutating func pick<T>(_ list: [T]) -> T? { list.isEmpty ? nil : list[upTo(list.count)] }
    private mutating func day() -> Int { (Day("2026-01-01")?.number ?? 0) + [0, 1, 30, 31, 59, 150, 180, 181, 300, 324, 325, 364, 365, 366][upTo(14)] }

    // MARK: World

    private static let taxonomies = [
        "relation", "expectation", "channel", "status", "zone", "safeguard", "context", "confidentiality", "sector",
    ]

    private mutating func makeWorld() {
        func add(_ thing: Thing) -> Int {
            world.things.append(thing)
            return world.things.count - 1
        }
        for kind in Generator.taxonomies {
            var kin: [Int] = []
            let count = kind == "channel" ? 2 + upTo(2) : 2 + upTo(4)
            for index in 0..<count {
                var thing = Thing(kind: kind, name: "\(kind.prefix(1).uppercased())\(kind.dropFirst().prefix(2))\(index)", isDeclared: false)
                if chance(45), let parent = pick(kin) { thing.parents = [parent] }
                kin.append(add(thing))
            }
        }
        let person = add(Thing(kind: "subject", name: "Person", isDeclared: false))
        var child = Thing(kind: "subject", name: "Child", parents: [person], isDeclared: false)
        if chance(50) { child.facts["minor"] = .truth(true) }
        let childID = add(child)
        _ = add(Thing(kind: "subject", name: "Adult", parents: [person], isDeclared: false))
        _ = add(Thing(kind: "purpose", name: "CaseHandling", isDeclared: false))
        var controller = Thing(kind: "controller", name: "C")
        state(&controller)
        _ = add(controller)
        _ = add(Thing(kind: "purpose", name: "P", parents: world.concepts("purpose")))
        var groups: [Int] = []
        for index in 0..<(1 + upTo(6)) * scale {
            var group = Thing(kind: "subject", name: "S\(index)")
            if chance(35), let parent = pick(groups + [person, childID]) { group.parents = [parent] }
            state(&group)
            groups.append(add(group))
        }
        for index in 0..<upTo(5) * scale {
            var notice = Thing(kind: "notice", name: "N\(index)")
            state(&notice)
            _ = add(notice)
        }
        for index in 0..<upTo(4) * scale {
            var dataset = Thing(kind: "dataset", name: "D\(index)")
            state(&dataset)
            _ = add(dataset)
        }
        for index in 0..<(1 + upTo(4)) * scale {
            var activity = Thing(kind: "activity", name: "A\(index)")
            state(&activity)
            if activity.facts["status"] == nil { activity.facts["status"] = pick(world.concepts("status")).map(Fact.thing) }
            var safeguards: [Fact] = []
            while chance(40), safeguards.count < 3 {
                var record = Thing(kind: "safeguard_record", name: "safeguard")
                record.facts["kind"] = pick(world.concepts("safeguard")).map(Fact.thing)
                if chance(60) { record.facts["status"] = pick(world.concepts("status")).map(Fact.thing) }
                if chance(60) { record.facts["since"] = .date(day()) }
                safeguards.append(.thing(add(record)))
            }
            if !safeguards.isEmpty { activity.facts["safeguards"] = .list(safeguards) }
            _ = add(activity)
        }
    }

    private mutating func state(_ thing: inout Thing) {
        for slot in slots where slot.kind == thing.kind && slot.fact != "safeguards" {
            guard chance(slot.isOpen ? 55 : 65) else { continue }
            switch slot.sort {
            case .list(let element):
                var facts: [Fact] = []
                for _ in 0..<upTo(4) { if let fact = literal(element), !facts.contains(fact) { facts.append(fact) } }
                // A group's channels can't be stated as none without saying so.
                thing.facts[slot.fact] = .list(facts)
            default: thing.facts[slot.fact] = literal(slot.sort)
            }
        }
    }

    private mutating func literal(_ sort: Sort) -> Fact? {
        switch sort {
        case .truth: .truth(chance(50))
        case .number: .number(upTo(4))
        case .date: .date(day())
        case .duration: chance(50) ? .duration(months: 0, days: [1, 28, 30, 31, 60, 365][upTo(6)]) : .duration(months: [1, 2, 3, 6, 12, 13][upTo(6)], days: 0)
        case .text: .text(["one", "one two", "one two three"][upTo(3)])
        case .norm: pick(RandomPack.norms.keys.sorted()).map(Fact.norm)
        case .word(let words): pick(words).map(Fact.word)
        case .concept(let kind): pick(world.concepts(kind)).map(Fact.thing)
        case .thing(let kind): pick(world.all(kind)).map(Fact.thing)
        case .list: nil
        }
    }

    // MARK: Pack

    typealias Scope = [(name: String, sort: Sort)]

    private mutating func makePack() {
        pack.asOf = day() + upTo(3) - 1
        for index in 0..<upTo(4) { pack.defines.append(define(index)) }
        for index in 0..<(chance(75) ? 1 + upTo(2) : 0) { pack.decisions.append(decision(index)) }
        for index in 0..<(2 + upTo(5)) * scale * scale { pack.rules.append(rule(index)) }
        // Every decision is asked by some rule: only what is asked is weighed.
        for index in pack.decisions.indices { pack.rules.append(asking(index)) }
    }

    private mutating func name(_ letter: String) -> String {
        fresh += 1
        return "\(letter)\(fresh)"
    }

    private mutating func parameters() -> Scope {
        let kinds: [Sort] = [.thing("subject"), .thing("activity"), .thing("activity"), .thing("notice"), .thing("dataset"), .thing("subject"), .concept("zone"), .concept("relation")]
        return (0..<(1 + upTo(2))).map { _ in (name("p"), kinds[upTo(kinds.count)]) }
    }

    private mutating func define(_ index: Int) -> RandomDefine {
        let parameters = parameters()
        var define = RandomDefine(name: "f\(index)", parameters: parameters, body: .constant(.truth(true)), sort: .truth)
        switch upTo(6) {
        case 0:
            define.sort = .number
            define.body = number(parameters, 2)
        case 1:
            define.parts = (0..<(1 + upTo(3))).map { _ in truth(parameters, 2) }
        default: define.body = truth(parameters, 3)
        }
        return define
    }

    private mutating func decision(_ index: Int) -> RandomDecision {
        var parameters: Scope = [(name("p"), [.thing("subject"), .thing("activity"), .thing("activity"), .thing("dataset")][upTo(4)])]
        if chance(25) { parameters.append((name("p"), .thing("subject"))) }
        var each: Term?
        if chance(40), let activity = parameters.first(where: { $0.sort == .thing("activity") }) {
            each = .fact(.variable(activity.name), "notices")
            parameters.append((name("p"), .thing("notice")))
        }
        factors = []
        defer { factors = nil }
        for number in 0..<upTo(4) {
            let values = Array(["alpha", "beta", "gamma"].prefix(2 + upTo(2)))
            var rows: [RandomDecision.Factor.Row] = []
            for _ in 0..<(1 + upTo(3)) { rows.append(.init(value: upTo(values.count), when: truth(parameters, 2))) }
            rows.append(.init(value: upTo(values.count), when: nil))
            let used = values.indices.filter { value in rows.contains { $0.value == value } }
            let order = rows.map(\.value).reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }
            let factor = RandomDecision.Factor(
                name: "factor\(Character(UnicodeScalar(UInt8(97 + number))))", values: order.map { values[$0] },
                rows: rows.map { .init(value: order.firstIndex(of: $0.value) ?? 0, when: $0.when) })
            precondition(used.count == order.count)
            factors?.append(factor)
        }
        let names = ["good", "fair", "bad", "outside"]
        var rows: [RandomDecision.Row] = []
        for _ in 0..<(1 + upTo(4)) {
            var row = RandomDecision.Row(conclusion: names[upTo(4)], when: truth(parameters, 2))
            if chance(25) { row.needs = [truth(parameters, 1)] }
            rows.append(row)
        }
        rows.append(.init(conclusion: names[upTo(3)], when: nil))
        var worstOf = names.filter { name in rows.contains { $0.conclusion == name } && (name != "outside" || chance(30)) }
        if worstOf.isEmpty { worstOf = [rows[0].conclusion] }
        return RandomDecision(name: "d\(index)", parameters: parameters, each: each, worstOf: chance(85) || each != nil ? worstOf : [], factors: factors ?? [], rows: rows)
    }

    private mutating func rule(_ index: Int) -> RandomRule {
        var scope: Scope = []
        var variables: [RandomRule.Variable] = []
        for _ in 0..<(1 + upTo(3)) {
            if !scope.isEmpty, chance(40), let (term, element) = listFact(scope, records: false) {
                let name = name("v")
                variables.append(.init(name: name, range: term))
                scope.append((name, element))
            } else if let plural = pick(plurals.keys.sorted()) {
                let name = name("v")
                variables.append(.init(name: name, range: .all(plural)))
                scope.append((name, .thing(plurals[plural] ?? "")))
            }
        }
        var exceptions: [RandomRule.Exception] = []
        for number in 0..<(chance(40) ? 1 + upTo(2) : 0) {
            exceptions.append(.init(name: "e\(number)", cites: cites(), when: truth(scope, 2)))
        }
        return RandomRule(
            code: "K0\(index < 9 ? "0" : "")\(index + 1)", severity: [.error, .warning, .info][upTo(3)], cites: cites(), variables: variables, when: truth(scope, 4),
            exceptions: exceptions)
    }

    private mutating func cites() -> [String] {
        chance(70) ? ["T.1"] : [["T.1", "T.2"], ["T.3"], ["T.2"], ["T.3.1"]][upTo(4)]
    }

    private mutating func asking(_ index: Int) -> RandomRule {
        let decision = pack.decisions[index]
        var scope: Scope = [], variables: [RandomRule.Variable] = []
        let whole = decision.each != nil && chance(75)
        for parameter in decision.parameters.dropLast(whole ? 1 : 0) {
            guard case .thing(let kind) = parameter.sort, let plural = plurals.first(where: { $0.value == kind })?.key else { continue }
            let name = name("v")
            variables.append(.init(name: name, range: .all(plural)))
            scope.append((name, parameter.sort))
        }
        let arguments = scope.map { Term.variable($0.name) }
        var when: Term = chance(20) ? .undetermined(index, arguments) : .concluded(index, arguments, wanted(decision))
        if chance(40) { when = chance(50) ? .and(when, truth(scope, 2)) : .or(when, truth(scope, 2)) }
        if chance(15) { when = .not(when) }
        return RandomRule(code: "K10\(index)", severity: .error, cites: ["T.1"], variables: variables, when: when, exceptions: [])
    }

    private mutating func wanted(_ decision: RandomDecision) -> [String] {
        let all = decision.conclusions
        let some = all.filter { _ in chance(50) }
        return some.isEmpty ? [all[upTo(all.count)]] : some
    }

    // MARK: Conditions

    private mutating func truth(_ scope: Scope, _ depth: Int) -> Term {
        if depth > 0, chance(55) {
            switch upTo(9) {
            case 0, 1, 2: return .and(truth(scope, depth - 1), truth(scope, depth - 1))
            case 3, 4, 5: return .or(truth(scope, depth - 1), truth(scope, depth - 1))
            case 6: return .not(truth(scope, depth - 1))
            default: if let term = quantifier(scope, depth) { return term }
            }
        }
        if let factors, !factors.isEmpty, chance(40) {
            let index = upTo(factors.count), count = factors[index].values.count
            let wanted = (0..<count).filter { _ in chance(40) }
            return .factor(index, wanted.isEmpty ? [upTo(count)] : wanted)
        }
        if chance(18), let call = call(scope, .truth) { return call }
        if chance(8), let index = pick(Array(pack.decisions.indices)), let arguments = arguments(pack.decisions[index].parameters, scope) {
            let decision = pack.decisions[index]
            let whole = decision.each != nil && chance(60)
            let given = whole ? Array(arguments.dropLast()) : arguments
            return factors == nil && chance(20) ? .undetermined(index, given) : .concluded(index, given, wanted(decision))
        }
        return leaf(scope, depth) ?? .constant(.truth(chance(50)))
    }

    private mutating func quantifier(_ scope: Scope, _ depth: Int) -> Term? {
        let name = name("x")
        let range: Term, element: Sort
        if chance(70), let found = listFact(scope, records: true) {
            (range, element) = found
        } else if let plural = pick(["subjects", "notices", "subjects", "datasets", "activities"]) {
            (range, element) = (.all(plural), .thing(plurals[plural] ?? ""))
        } else {
            return nil
        }
        let body = truth(scope + [(name, element)], depth - 1)
        switch upTo(5) {
        case 0, 1: return .exists(name, range, chance(85) ? body : nil)
        case 2, 3: return .every(name, range, body)
        default: return .compare(Term.Comparison.allCases[upTo(6)], .count(name, range, chance(80) ? body : nil), number([], 0))
        }
    }

    /// A list that a variable in scope leads to, and what its elements are.
    private mutating func listFact(_ scope: Scope, records: Bool) -> (Term, Sort)? {
        var found: [(Term, Sort)] = []
        for (path, slot) in facts(scope) {
            guard case .list(let element) = slot.sort, records || element != .thing("safeguard_record") else { continue }
            found.append((path, element))
        }
        return pick(found)
    }

    /// Every fact of the variables in scope.
    private func facts(_ scope: Scope) -> [(Term, Slot)] {
        scope.flatMap { variable -> [(Term, Slot)] in
            guard case .thing(let kind) = variable.sort else { return [] }
            return slots.filter { $0.kind == kind }.map { (.fact(.variable(variable.name), $0.fact), $0) }
        }
    }

    private mutating func call(_ scope: Scope, _ sort: Sort) -> Term? {
        // In a definition's body only those before it stand in the list: definitions don't recurse.
        guard let index = pick(pack.defines.indices.filter { pack.defines[$0].sort == sort }),
            let arguments = arguments(pack.defines[index].parameters, scope)
        else { return nil }
        return .call(index, arguments)
    }

    private mutating func arguments(_ parameters: Scope, _ scope: Scope) -> [Term]? {
        var terms: [Term] = []
        for parameter in parameters {
            var fitting = scope.filter { $0.sort == parameter.sort }.map { Term.variable($0.name) }
            for (path, slot) in facts(scope) where slot.sort == parameter.sort && slot.fact != "expectation" && slot.fact != "confidentiality" { fitting.append(path) }
            guard let term = pick(fitting) else { return nil }
            terms.append(term)
        }
        return terms
    }

    private mutating func leaf(_ scope: Scope, _ depth: Int) -> Term? {
        if chance(12) { return .compare(Term.Comparison.allCases[upTo(6)], number(scope, 1), number(scope, 0)) }
        if chance(6), let term = dates(scope) { return term }
        if chance(15), let variable = pick(scope) { if let term = onElement(variable, scope) { return term } }
        guard let (path, slot) = pick(facts(scope)) else { return nil }
        if slot.isOpen, chance(6) {
            return chance(50) ? .isStated(path) : .not(.isStated(path))
        }
        switch slot.sort {
        case .truth: return chance(75) ? path : .compare(chance(50) ? .equal : .notEqual, path, .constant(.truth(chance(50))))
        case .date:
            let comparison = Term.Comparison.allCases[upTo(6)]
            return chance(50) ? .compare(comparison, path, date(scope)) : .compare(comparison, date(scope), path)
        case .number, .duration: return .compare(Term.Comparison.allCases[upTo(6)], path, .constant(literal(slot.sort) ?? .none))
        case .text: return .compare(chance(50) ? .equal : .notEqual, path, .constant(chance(50) ? .none : literal(.text) ?? .none))
        case .norm:
            if chance(30) { return .inForce(path) }
            return .isA(path, .constant(literal(.norm) ?? .none))
        case .word(let words):
            if chance(40) { return .inList(path, words.filter { _ in chance(60) }.map { .constant(.word($0)) } + [.constant(.word(words[0]))]) }
            if !slot.isOpen, chance(20) { return .compare(.equal, path, .constant(.none)) }
            return .compare(chance(50) ? .equal : .notEqual, path, .constant(literal(slot.sort) ?? .none))
        case .concept(let kind): return concept(path, kind, slot)
        case .thing: return nil
        case .list(let element):
            if chance(25) { return .exists(name("x"), path, nil) }
            if case .thing("subject") = element, let member = pick(scope.filter { $0.sort == .thing("subject") }) {
                return .inFact(.variable(member.name), path)
            }
            if case .concept(let kind) = element, let fact = literal(.concept(kind)), case .thing(let concept) = fact { return .inFact(.concept(concept), path) }
            if case .thing("subject") = element, let other = pick(facts(scope).filter { $0.1.sort == slot.sort }) { return .overlaps(path, other.0) }
            return .compare(Term.Comparison.allCases[upTo(6)], .size(path), .constant(.number(upTo(3))))
        }
    }

    private mutating func concept(_ path: Term, _ kind: String, _ slot: Slot) -> Term? {
        let concepts = world.concepts(kind)
        guard let one = pick(concepts), let other = pick(concepts) else { return nil }
        switch upTo(8) {
        case 0: return .inList(path, one == other ? [.concept(one)] : [.concept(one), .concept(other)])
        case 1: return .not(.isA(path, .concept(one)))
        case 2: return .compare(chance(50) ? .equal : .notEqual, path, .concept(one))
        case 3 where !slot.isOpen: return .compare(chance(50) ? .equal : .notEqual, path, .constant(.none))
        default: return .isA(path, .concept(one))
        }
    }

    /// A condition on what a variable stands for.
    private mutating func onElement(_ variable: (name: String, sort: Sort), _ scope: Scope) -> Term? {
        switch variable.sort {
        case .concept(let kind), .list(.concept(let kind)): return pick(world.concepts(kind)).map { .isA(.variable(variable.name), .concept($0)) }
        case .thing("safeguard_record"): return pick(world.concepts("safeguard")).map { .isA(.variable(variable.name), .concept($0)) }
        case .thing("subject"):
            if chance(50) { return pick(world.concepts("subject")).map { .isA(.variable(variable.name), .concept($0)) } }
            return pick(scope.filter { $0.sort == variable.sort }).map { .isA(.variable(variable.name), .variable($0.name)) }
        case .thing: return pick(scope.filter { $0.sort == variable.sort }).map { .compare(chance(50) ? .equal : .notEqual, .variable(variable.name), .variable($0.name)) }
        default: return nil
        }
    }

    // MARK: Numbers and days

    private mutating func number(_ scope: Scope, _ depth: Int) -> Term {
        if depth > 0 {
            switch upTo(7) {
            case 0: if let list = listFact(scope, records: true) { return .size(list.0) }
            case 1:
                if let (range, element) = listFact(scope, records: true) {
                    let name = name("x")
                    return .count(name, range, truth(scope + [(name, element)], depth - 1))
                }
            case 2:
                let name = name("x")
                return .count(name, .all("subjects"), truth(scope + [(name, .thing("subject"))], depth - 1))
            case 3: if let path = pick(facts(scope).filter { $0.1.sort == .text }) { return .words(path.0) }
            case 4: if let call = call(scope, .number) { return call }
            case 5: return chance(50) ? .add(number(scope, depth - 1), number(scope, depth - 1)) : .subtract(number(scope, depth - 1), number(scope, depth - 1))
            default: break
            }
        }
        return chance(15) ? .policy(chance(50) ? "limit" : "few") : .constant(.number(upTo(4)))
    }

    private mutating func date(_ scope: Scope) -> Term {
        let paths = facts(scope).filter { $0.1.sort == .date }
        let base: Term = chance(25) ? .today : chance(45) ? pick(paths)?.0 ?? .today : .constant(.date(day()))
        guard chance(20), let length = literal(.duration) else { return base }
        return chance(50) ? .add(base, .constant(length)) : .subtract(base, .constant(length))
    }

    private mutating func dates(_ scope: Scope) -> Term? {
        let paths = facts(scope).filter { $0.1.sort == .date }.map(\.0)
        guard let one = pick(paths) else { return nil }
        let all = [one] + (chance(50) ? [.constant(.date(day()))] : []) + (chance(30) ? [pick(paths) ?? one] : [])
        if chance(50) { return .compare(Term.Comparison.allCases[upTo(6)], chance(50) ? .least(all) : .greatest(all), date(scope)) }
        return .compare(Term.Comparison.allCases[upTo(6)], .subtract(one, .constant(.date(day()))), .constant(literal(.duration) ?? .none))
    }
}
