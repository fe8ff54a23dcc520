// Decisions and rules by brute force: every completion of every fact that is not stated, one by one (checking.md 3.1.5, 3.1.6).
import Source

struct DecisionCall: Hashable {
    let decision: Int
    let arguments: [Read]
}

/// What a decision comes to.
struct Weighed {
    struct Group {
        var element: Read?
        var possible: Set<String> = []
        var missing: Set<Gap> = []
        /// By factor, the values that some completion gives.
        var factors: [Set<String>] = []
        var factorsAreExact = true
        /// Those that its guards leave open by Kleene, one by one: never fewer.
        var looseFactors: [Set<String>] = []
        var looseAreExact = true
        /// Of the rows that conclude, whether each condition owed is met.
        var conditions: [Kleene] = []
        /// None of them asks a decision that brute force can't settle.
        var conditionsAreExact = true
        /// Each `every` over nothing without which it would conclude otherwise, and each that was met at all.
        var restsOn: Set<Ground> = []
        var mayRestOn: Set<Ground> = []
        /// None of them alone, and some of them together.
        var restsTogetherOn: Set<Ground> = []
    }
    var groups: [Group] = []
    var possible: Set<String> = []
    var missing: Set<Gap> = []
    /// All completions could be tried. Otherwise `possible` holds some that must be among the answers, and need not be all.
    var isExact = true
}

extension Reference {
    /// More completions than this are not tried.
    static let bound = 1000

    func decide(_ index: Int, _ arguments: [Read]) -> Weighed {
        let call = DecisionCall(decision: index, arguments: arguments)
        // Within a decision that is being completed, the facts of this one are completed with it.
        if let known = decisionCache[call], completion.isEmpty, trace == nil, flipped.isEmpty {
            if !known.isExact { metInexact = true }
            return known
        }
        let decision = pack.decisions[index]
        if trace != nil || !flipped.isEmpty || !completion.isEmpty { return nested(decision, arguments) }
        let weighed = weigh(decision, arguments)
        if !weighed.isExact { metInexact = true }
        decisionCache[call] = weighed
        return weighed
    }

    private func weigh(_ decision: RandomDecision, _ arguments: [Read]) -> Weighed {
        let groups = environments(decision, arguments)
        var weighed = Weighed()
        var all: [Tried] = []
        for (element, env) in groups {
            let tried = completions(decision, [env])
            all.append(tried)
            weighed.isExact = weighed.isExact && tried.isExact
            weighed.groups.append(group(decision, element, env, tried))
        }
        let joint = groups.count == 1 ? all[0] : completions(decision, groups.map(\.env))
        weighed.isExact = weighed.isExact && joint.isExact
        weighed.possible = Set(joint.outcomes.map { decision.conclusions[$0] })
        weighed.missing = joint.bearing
        return weighed
    }

    /// One environment for each group; of a group that is not known, or of nobody, a single one that is unknown.
    private func environments(_ decision: RandomDecision, _ arguments: [Read]) -> [(element: Read?, env: Environment)] {
        var env = Environment()
        for (parameter, argument) in zip(decision.parameters, arguments) { env.variables[parameter.name] = argument }
        guard let each = decision.each, arguments.count < decision.parameters.count, let last = decision.parameters.last else {
            return [(nil, env)]
        }
        let list = value(each, env)
        var found: [Read] = []
        if case .known(let list) = list { found = elements(list).map { .known($0) } }
        if found.isEmpty {
            var gaps = list.gaps
            if case .fact(let base, let name) = each, case .known(.thing(let thing)) = value(base, env) { gaps = [Gap(thing: thing, fact: name)] }
            found = [.open(gaps)]
        }
        return found.map { element in
            env.variables[last.name] = element
            return (element, env)
        }
    }

    // MARK: Completions

    struct Tried {
        var outcomes: [Int] = []
        /// A fact whose value alone changes the conclusion.
        var bearing: Set<Gap> = []
        var rows: Set<Int> = []
        var emptyEvery: Set<Ground> = []
        var isExact = true
        /// Of one group alone: by factor, its values over all completions, and whether each completion settles it.
        var factors: [Set<Int>] = []
        var factorsAreExact = true
    }

    /// The worst conclusion over the groups for each completion of what they read.
    private func completions(_ decision: RandomDecision, _ groups: [Environment]) -> Tried {
        trace = Trace()
        for env in groups { _ = readAll(decision, env) }
        let traced = trace ?? Trace()
        trace = nil
        var tried = Tried()
        tried.emptyEvery = traced.emptyEvery
        let candidates = groups.map { env in env.variables.values.contains { if case .unknown = $0 { true } else { false } } }
        tried.isExact = !traced.isOpenEnded && !candidates.contains(true)
        let gaps = traced.gaps.keys.sorted { ($0.thing, $0.fact) < ($1.thing, $1.fact) }
        let domains = gaps.map { domain($0, traced) }
        let coarse = traced.coarse.keys.filter { traced.gaps[$0] == nil }.sorted { ($0.thing, $0.fact) < ($1.thing, $1.fact) }
        let all = gaps + coarse
        let values = domains + coarse.map { gap in world.kin(of: traced.coarse[gap] ?? gap.thing).map(Fact.beneath) }
        var size = 1
        for domain in values { size = min(size * max(domain.count, 1), Reference.bound + 1) }
        guard size <= Reference.bound, !candidates.contains(true) else {
            tried.isExact = false
            return tried
        }
        var results: [Int] = []
        for number in 0..<size {
            var rest = number
            for (gap, domain) in zip(all, values) where !domain.isEmpty {
                completion[gap] = domain[rest % domain.count]
                rest /= domain.count
            }
            var worst = 0
            for env in groups {
                metOpen = false
                guard let row = firstRow(decision, env), !metOpen else {
                    completion = [:]
                    tried.isExact = false
                    tried.outcomes = []
                    return tried
                }
                tried.rows.insert(row)
                if groups.count == 1 {
                    let values = factors(decision, env)
                    if tried.factors.isEmpty { tried.factors = values.map { _ in [] } }
                    for index in values.indices { tried.factors[index].formUnion(values[index]) }
                    if metOpen || values.contains(where: { $0.count > 1 }) { tried.factorsAreExact = false }
                }
                worst = max(worst, decision.conclusions.firstIndex(of: decision.rows[row].conclusion) ?? 0)
            }
            results.append(worst)
        }
        completion = [:]
        tried.outcomes = Array(Set(results)).sorted()
        var stride = 1
        for (gap, domain) in zip(all, values) where !domain.isEmpty {
            for number in results.indices {
                let base = number - (number / stride % domain.count) * stride
                if results[number] != results[base] { tried.bearing.insert(gap) }
            }
            stride *= domain.count
        }
        return tried
    }

    /// The values that a fact may turn out to have. A concept that nobody has declared yet stands at the end; days lie before, on
    /// and after each day that it is compared with.
    private func domain(_ gap: Gap, _ traced: Trace) -> [Fact] {
        guard let slot = slot(gap.fact, of: world.things[gap.thing].kind) else { return [] }
        switch slot.sort {
        case .truth: return [.truth(false), .truth(true)]
        case .word(let words): return words.map(Fact.word) + [.word("another")]
        case .concept(let kind):
            // Any concept, or something under it that nobody has declared yet; and something under none.
            let known = world.concepts(kind)
            return known.map(Fact.beneath) + [.word("a \(kind) of no declared sort")] + (traced.equated.contains(gap) ? known.map(Fact.thing) : [])
        case .date: return Set((traced.gaps[gap] ?? []).flatMap { [$0 - 1, $0, $0 + 1] }).sorted().map(Fact.date) + ((traced.gaps[gap] ?? []).isEmpty ? [.date(0)] : [])
        case .norm: return RandomPack.norms.keys.sorted().map(Fact.norm) + [.norm("Another.1")]
        case .list(.concept(let kind)):
            let leaves = world.leaves(ofKind: kind)
            return (0..<(1 << leaves.count)).map { bits in .list(leaves.indices.filter { bits >> $0 & 1 == 1 }.map { .thing(leaves[$0]) }) }
        default: return []
        }
    }

    /// Reads every factor and row, so that the trace sees all that could matter.
    private func readAll(_ decision: RandomDecision, _ env: Environment) -> [Set<Int>] {
        var env = env
        let outer = deciding
        deciding = decision.name
        defer { deciding = outer }
        env.factors = factors(decision, env)
        for row in decision.rows { if let when = row.when { _ = truth(when, env) } }
        return env.factors
    }

    /// By Kleene: a guard that is unknown leaves its value open, and those below it too.
    func factors(_ decision: RandomDecision, _ env: Environment) -> [Set<Int>] {
        var env = env
        let outer = deciding
        deciding = decision.name
        defer { deciding = outer }
        env.factors = []
        for factor in decision.factors {
            var values: Set<Int> = [], isSettled = false
            for row in factor.rows {
                let result = row.when.map { truth($0, env).value } ?? .yes
                if !isSettled, result != .no { values.insert(row.value) }
                if result == .yes { isSettled = true }
            }
            env.factors.append(values)
        }
        return env.factors
    }

    private func firstRow(_ decision: RandomDecision, _ env: Environment) -> Int? {
        var env = env
        let outer = deciding
        deciding = decision.name
        defer { deciding = outer }
        env.factors = factors(decision, env)
        for (index, row) in decision.rows.enumerated() {
            switch row.when.map({ truth($0, env).value }) ?? .yes {
            case .yes: return index
            case .no: continue
            case .unknown: return nil
            }
        }
        return nil
    }

    /// A decision that another asks, while the other's facts are completed.
    private func nested(_ decision: RandomDecision, _ arguments: [Read]) -> Weighed {
        var weighed = Weighed(), isSettled = true
        for (_, env) in environments(decision, arguments) {
            if env.variables.values.contains(where: { if case .unknown = $0 { true } else { false } }) { trace?.isOpenEnded = true }
            if trace != nil { _ = readAll(decision, env) }
            if let row = firstRow(decision, env) { weighed.possible.insert(decision.rows[row].conclusion) } else {
                weighed.possible.formUnion(decision.conclusions)
                isSettled = false
                if !completion.isEmpty { metOpen = true }
            }
        }
        // The worst group decides, also where nothing is unknown and some `every` is counted as no.
        if let worst = weighed.possible.max(by: { rank($0, decision) < rank($1, decision) }), !completion.isEmpty || !flipped.isEmpty && isSettled { weighed.possible = [worst] }
        return weighed
    }

    private func rank(_ conclusion: String, _ decision: RandomDecision) -> Int { decision.conclusions.firstIndex(of: conclusion) ?? 0 }

    // MARK: A group

    private func group(_ decision: RandomDecision, _ element: Read?, _ env: Environment, _ tried: Tried) -> Weighed.Group {
        var group = Weighed.Group(element: element)
        group.possible = Set(tried.outcomes.map { decision.conclusions[$0] })
        group.missing = tried.bearing
        group.mayRestOn = tried.emptyEvery
        var inner = env
        let metBefore = metInexact
        metInexact = false
        inner.factors = factors(decision, env)
        group.looseAreExact = !metInexact
        metInexact = metInexact || metBefore
        func named(_ values: [Set<Int>]) -> [Set<String>] { zip(decision.factors, values).map { factor, values in Set(values.map { factor.values[$0] }) } }
        group.looseFactors = named(inner.factors)
        group.factors = named(tried.factors)
        group.factorsAreExact = tried.isExact && tried.factorsAreExact
        guard tried.isExact, tried.outcomes.count == 1 else { return group }
        var seen: Set<Term> = []
        let outer = metInexact
        metInexact = false
        defer { metInexact = metInexact || outer }
        for row in tried.rows.sorted() {
            for need in decision.rows[row].needs where seen.insert(need).inserted { group.conditions.append(truth(need, inner).value) }
        }
        group.conditionsAreExact = !metInexact
        guard !decision.worstOf.isEmpty, tried.outcomes[0] != decision.conclusions.count - 1 else { return group }
        func changes(_ terms: Set<Term>) -> Bool {
            flipped = terms
            defer { flipped = [] }
            return completions(decision, [env]).outcomes != tried.outcomes
        }
        for every in tried.emptyEvery where changes([every.term]) { group.restsOn.insert(every) }
        if group.restsOn.isEmpty, changes(Set(tried.emptyEvery.map(\.term))) { group.restsTogetherOn = tried.emptyEvery }
        return group
    }

    // MARK: Rules

    struct Verdicts {
        var fired: Set<[String]> = []
        var waiting: Set<Gap> = []
        /// Bindings that were judged.
        var count = 0
        /// A decision that could not be tried in full was asked: the rule is not compared.
        var isExact = true
    }

    func judge(_ rule: RandomRule) -> Verdicts {
        var verdicts = Verdicts()
        guard rule.cites.allSatisfy(counts) else { return verdicts }
        metInexact = false
        bind(rule, 0, Environment(), [], &verdicts)
        verdicts.isExact = !metInexact
        return verdicts
    }

    private func bind(_ rule: RandomRule, _ index: Int, _ env: Environment, _ names: [String], _ verdicts: inout Verdicts) {
        guard index < rule.variables.count else {
            verdicts.count += 1
            let when = truth(rule.when, env)
            var (value, gaps) = (when.value, when.gaps)
            for exception in rule.exceptions where exception.cites.allSatisfy(counts) {
                let excepted = truth(exception.when, env)
                value = min(value, excepted.value.negated)
                gaps.formUnion(excepted.gaps)
            }
            if value == .yes { verdicts.fired.insert(names) }
            if value == .unknown { verdicts.waiting.formUnion(gaps) }
            return
        }
        let variable = rule.variables[index]
        switch value(variable.range, env) {
        case .unknown(let gaps, _, _, _): verdicts.waiting.formUnion(gaps)
        case .known(let list):
            for element in elements(list) {
                var env = env
                env.variables[variable.name] = .known(element)
                var name = "?"
                if case .thing(let thing) = element { name = world.things[thing].name }
                bind(rule, index + 1, env, names + [name], &verdicts)
            }
        }
    }
}
