// A run of the law over a model: roots are shared out over the cores, and what they came to is put together in one order.
import Model
import Source

struct LawRun {
    let context: RunContext
    private(set) var groups: [LawMemory.Group] = []
    /// The results that have something to tell, in the order of the groups and roots: the silent ones are most of them.
    private var telling: [RootResult] = []
    private var turns: Turns
    private(set) var profile: [RuleProfile] = []

    private struct Task {
        let group: Int
        let root: Int
    }

    init(_ context: RunContext, after memory: LawMemory?, changed: LawChange?, jobs: Int) {
        (self.context, turns) = (context, context.turns)
        let plan = context.program.groups
        let known = memory.flatMap { $0.serves(context) ? $0 : nil }
        let roots = plan.groups.map { group in
            group.range.map { plural in (context.model.all(plural) ?? []).map(Optional.some) } ?? [nil]
        }
        var results: [[RootResult?]] = []
        var tasks: [Task] = []
        for index in plan.groups.indices {
            let kept = known.map { LawRun.kept($0.groups[index], roots[index], changed, context.model.declarationCount) } ?? []
            results.append(kept.isEmpty ? Array(repeating: nil, count: roots[index].count) : kept)
            for root in roots[index].indices where results[index][root] == nil { tasks.append(Task(group: index, root: root)) }
        }
        let work = tasks
        let asked = inParallel(work.count, chunk: 16, jobs: jobs, state: { RuleRun(context) }) { run, range in
            let before = run.profile
            let results = range.map { index in
                let task = work[index]
                if index + 1 < work.count, let next = roots[work[index + 1].group][work[index + 1].root] { context.model.expect(next.declaration) }
                return run.ask(plan.groups[task.group].rules, about: roots[task.group][task.root])
            }
            return (results: results, profile: RuleProfile.difference(run.profile, before))
        }
        var next = 0
        for chunk in asked {
            for result in chunk.results {
                results[tasks[next].group][tasks[next].root] = result
                next += 1
            }
        }
        if context.clock != nil {
            profile = context.program.rules.map { RuleProfile(code: $0.code) }
            for chunk in asked { RuleProfile.add(chunk.profile, to: &profile) }
        }
        groups = plan.groups.enumerated().map { index, group in
            LawMemory.Group(
                rules: group.rules, range: group.range, roots: roots[index], results: results[index].compactMap(\.self))
        }
        for group in groups {
            for result in group.results {
                turns.formUnion(result.turns)
                if result.tells { telling.append(result) }
            }
        }
    }

    /// The results that still hold, by the roots of today.
    private static func kept(_ group: LawMemory.Group, _ roots: [EntityID?], _ changed: LawChange?, _ count: Int) -> [RootResult?] {
        guard let changed else { return [] }
        if changed.isEmpty, group.roots == roots { return group.results }
        var isChanged = [Bool](repeating: false, count: count)
        for declaration in changed.declarations where declaration >= 0 && Int(declaration) < count { isChanged[Int(declaration)] = true }
        func holds(_ result: RootResult) -> Bool {
            if !result.kinds.isEmpty, result.kinds.contains(Reads.everything) || !result.kinds.isDisjoint(with: changed.kinds) {
                return false
            }
            // One that is there no longer was read from too.
            return !result.declarations.contains { Int($0) >= count || isChanged[Int($0)] }
        }
        if group.roots == roots { return group.results.map { holds($0) ? $0 : nil } }
        var places: [EntityID?: Int] = [:]
        for (index, root) in group.roots.enumerated() { places[root] = index }
        return roots.map { root in
            guard let place = places[root], holds(group.results[place]) else { return nil }
            return group.results[place]
        }
    }

    // MARK: The whole

    /// Each event with its rule, in the order of the rules and within them of the roots.
    private func ordered<Event>(_ path: KeyPath<RootResult, [Event]>, _ rule: (Event) -> Int32) -> [Event] {
        var byRule = [[Event]](repeating: [], count: context.program.rules.count)
        for result in telling { for event in result[keyPath: path] { byRule[Int(rule(event))].append(event) } }
        return byRule.flatMap(\.self)
    }

    func result(_ packs: [Pack], jobs: Int) -> LawResult {
        let program = context.program
        let model = context.model
        var turns = turns
        var firings: [LawResult.Firing] = []
        var silenced: [LawResult.Silenced] = []
        var expired: [Place: Diagnostic] = [:]
        var seen: Set<RootResult.Key> = []
        for event in ordered(\.fired, \.rule) where seen.insert(event.key).inserted {
            firings.append(event.firing)
            if let permission = event.silenced { silenced.append(permission) }
            for finding in event.expired { expired[finding.place] = finding }
            turns.formUnion(event.turns)
        }

        let waits = ordered(\.waits, \.rule)
        var waiting: [MissingFact: [(wait: Int, told: String?)]] = [:]
        var factOrder: [MissingFact] = []
        var unsettled: [Diagnostic] = []
        // What the model refused (an N-error) needs no second finding; otherwise nothing may pass in silence.
        let isBroken = waits.isEmpty || model.findings.contains { $0.severity == .error }
        for (index, wait) in waits.enumerated() {
            for gap in wait.facts {
                if waiting[gap.fact] == nil { factOrder.append(gap.fact) }
                waiting[gap.fact, default: []].append((index, gap.told))
            }
            guard wait.facts.isEmpty, !isBroken else { continue }
            let rule = program.rules[Int(wait.rule)]
            unsettled.append(LawFinding.unsettled(rule, context.severity(rule), at: wait.place))
        }

        let asked = ordered(\.asked, \.rule)
        let standing = firings.filter { !$0.silenced }
        var missing: [LawResult.Missing] = []
        var findings = standing.map(\.diagnostic)
        var standingSeverity: [String: Severity] = [:]
        for firing in standing {
            standingSeverity[firing.code] = max(standingSeverity[firing.code] ?? .info, firing.diagnostic.severity)
        }
        let firedCodes = Set(firings.map(\.code))
        var toldFacts: Set<MissingFact> = []
        for decision in asked {
            if let missing = decision.missing, let code = decision.decision.undetermined, standingSeverity[code] != nil {
                toldFacts.formUnion(missing)
            }
        }
        for fact in factOrder {
            let list = (waiting[fact] ?? []).map { (rule: program.rules[Int(waits[$0.wait].rule)], told: $0.told, place: waits[$0.wait].place) }
            let direct = list.filter { $0.told == nil }
            let rules = Array(Set(list.map(\.rule.code))).sorted()
            let strictest = list.map { context.severity($0.rule) }.max() ?? .error
            let teller = list.compactMap(\.told).first
            let heard = teller.map(firedCodes.contains) ?? false
            let told =
                heard && direct.isEmpty
                || toldFacts.contains(fact) && strictest <= teller.flatMap { standingSeverity[$0] } ?? .info
            missing.append(
                LawResult.Missing(fact: fact, rules: rules, severity: strictest, toldBy: told ? teller : nil))
            guard !told else { continue }
            // Where the decision's own rule keeps silent, every rule that waits is told of here.
            let tell = direct.isEmpty ? list : direct
            let norms = Array(Set(tell.flatMap(\.rule.authority.cites))).sorted()
            let mine = model[fact.entity].origin == .specification
            findings.append(
                LawFinding.notStated(
                    fact, model, rules: Array(Set(tell.map(\.rule.code))).sorted(),
                    severity: tell.map { context.severity($0.rule) }.max() ?? .error,
                    at: mine ? model.place(of: fact.entity) : tell.first?.place ?? model.place(of: fact.entity),
                    norms: norms))
        }
        var vacuous: [Diagnostic] = []
        for finding in asked.flatMap(\.vacuous) where !vacuous.contains(where: { $0.place == finding.place }) {
            vacuous.append(finding)
        }
        findings += vacuous + unsettled + expired.values + idlePermissions(jobs: jobs)
        findings.sort(by: LawFinding.precedes)
        return LawResult(
            findings: findings, firings: firings, silenced: silenced, missing: missing, sameFrom: turns.last,
            sameThrough: turns.next.map { Day(number: $0.number - 1) }, asOf: context.asOf, profile: profile,
            memory: LawMemory(context, groups), model: model, packs: packs)
    }
}

extension LawMemory {
    /// The decisions that were asked for, each once, in the order of the rules and roots that first asked.
    func asked(about entity: EntityID?) -> [RootResult.Asked] {
        struct Key: Hashable {
            let decision: ObjectIdentifier
            let arguments: [Value]
        }
        var byRule = [[RootResult.Asked]](repeating: [], count: program.rules.count)
        for group in groups {
            for result in group.results {
                for asked in result.asked where entity.map({ asked.arguments.first == .entity($0) }) ?? true {
                    byRule[Int(asked.rule)].append(asked)
                }
            }
        }
        var seen: Set<Key> = []
        return byRule.flatMap(\.self).filter {
            seen.insert(Key(decision: ObjectIdentifier($0.decision), arguments: $0.arguments)).inserted
        }
    }
}
