// One case, asked of both: the loader, model and evaluator on its text, and the naive evaluator on its facts.
import Law
import Model
import Source
import Syntax

struct Differences {
    var lines: [String] = []
    /// Bindings that rules were asked about.
    var evaluations = 0
    var decisions = 0
    /// Decisions that only brute force weighed.
    var unasked = 0
    /// What brute force could settle, of the decisions.
    var exact = 0
    var open = 0
    var fired = 0
    var waiting = 0
    /// The case can't be asked: its text does not load.
    var unreadable: String?
    /// Runs that took over what an edit left from the run before.
    var edits = 0
}

func differences(_ test: Case) -> Differences {
    var out = Differences()
    let loaded = Loaded(test)
    out.unreadable = loaded.problem
    if loaded.problem == nil { compare(test, AskedLaw(result: loaded.ask(), model: loaded.model, files: loaded.files), &out) }
    return out
}

/// The same, and what the law says after an edit, with all taken over that the edit left as it was: as from scratch, and as brute force says.
func differences(_ test: Case, editedBy seed: UInt64) -> Differences {
    var out = Differences()
    let before = Loaded(test)
    out.unreadable = before.problem
    guard before.problem == nil else { return out }
    let first = before.ask()
    compare(test, AskedLaw(result: first, model: before.model, files: before.files), &out)
    let next = edited(test, seed: seed), scratch = Loaded(next)
    // Not every change leaves a specification that stands.
    guard out.lines.isEmpty, next != test, scratch.problem == nil else { return out }
    let after = Loaded(next, after: before)
    guard let change = after.model.change, after.problem == nil else {
        out.lines.append("the edited specification is not built after the one before: \(after.problem ?? "no change")")
        return out
    }
    out.edits = 1
    let second = after.ask(after: first.memory, changed: LawChange(declarations: change.declarations, kinds: change.kinds))
    let (taken, anew) = (told(second, after.model), told(scratch.ask(), scratch.model))
    if taken != anew {
        let lost = anew.filter { !taken.contains($0) }.prefix(3), extra = taken.filter { !anew.contains($0) }.prefix(3)
        out.lines.append("after an edit: lacks \(Array(lost)), has besides \(Array(extra)), \(lost.isEmpty && extra.isEmpty ? "in another order" : "")\n\(next.world.specification)")
    }
    compare(next, AskedLaw(result: second, model: after.model, files: after.files), &out)
    return out
}

/// A case as the loader and the model see it.
private struct Loaded {
    private(set) var files = Files()
    private let spec: (file: FileID, tree: FileTree)
    private let base: (file: FileID, tree: FileTree)
    private let law: (file: FileID, tree: FileTree)
    private let pack: Pack
    private let asOf: Day
    let model: Model
    let problem: String?

    /// - Parameter old: the same case before its specification was edited.
    init(_ test: Case, after old: Loaded? = nil) {
        if let old {
            (base, law, pack) = (old.base, old.law, old.pack)
            for one in [base, law] { files.add(one.tree.text, memberStarts: one.tree.memberStarts) }
            let tree = parse(Text(path: "spec.lagrum", test.world.specification), after: old.spec.tree)
            spec = (files.add(tree.text, memberStarts: tree.memberStarts), tree)
        } else {
            base = read("prelude.lagrum", test.world.prelude, into: &files)
            law = read("random.lagrum", "edition 2026\n" + test.pack.text(test.world).dropFirst("edition 2026\n".count), into: &files)
            spec = read("spec.lagrum", test.world.specification, into: &files)
            pack = loadPack("random", [law], concepts: conceptNames(in: [base.tree]), thorough: false)
        }
        asOf = Day(number: test.pack.asOf)
        model = buildModel([
            ModelFile(id: base.file, tree: base.tree, origin: .prelude, sees: []),
            ModelFile(id: law.file, tree: law.tree, origin: .pack("random"), sees: []),
            ModelFile(id: spec.file, tree: spec.tree, origin: .specification, sees: [law.file]),
        ], after: old?.model)
        let mistake = pack.diagnostics.first ?? model.findings.first { $0.severity == .error }
        problem = mistake.map { "\($0.code) \($0.message.en)" } ?? (base.tree.members + law.tree.members + spec.tree.members).flatMap(\.tree.errors).first.map { "\($0)" }
    }

    func ask(after memory: LawMemory? = nil, changed: LawChange? = nil) -> LawResult {
        evaluate([pack], over: model, asOf: asOf, after: memory, changed: changed, jobs: 1)
    }
}

/// Everything that a result tells, without the numbers of declarations, which an edit keeps.
private func told(_ result: LawResult, _ model: Model) -> [String] {
    func name(_ value: Value) -> String {
        switch value {
        case .entity(let id): "\(model.kind(of: id)) \(model.name(of: id))"
        case .unknown(let facts): "unknown \(names(facts))"
        default: "\(value)"
        }
    }
    func names(_ facts: [MissingFact]) -> [String] { facts.map { "\(name(.entity($0.entity))).\($0.property)" } }
    var lines = result.findings.map { "\($0)" }
    lines += result.firings.map { "\($0.diagnostic.code) \($0.diagnostic.place) \($0.entity.map { name(.entity($0)) } ?? "") \($0.property ?? "") \($0.bindings.map { name($0.value) })" }
    lines += result.missing.map { "\(names([$0.fact])) \($0.rules) \($0.severity) \($0.toldBy ?? "")" }
    for decision in result.decisions { lines.append("\(decision.decision) \(decision.arguments.map(name)) \(decision.possible) \(names(decision.missing))") }
    return lines + ["\(String(describing: result.sameFrom)) \(String(describing: result.sameThrough))"]
}

/// What the law said, in the words of the reference.
private struct AskedLaw {
    let result: LawResult
    let model: Model
    let files: Files
    let records: [EntityID: String]

    init(result: LawResult, model: Model, files: Files) {
        (self.result, self.model, self.files) = (result, model, files)
        var records: [EntityID: String] = [:]
        for activity in model.all("activities") ?? [] {
            guard case .list(let list) = model.value("safeguards", of: activity) else { continue }
            for (index, value) in list.enumerated() {
                if case .entity(let id) = value { records[id] = "\(model.name(of: activity)).safeguards[\(index)]" }
            }
        }
        self.records = records
    }

    func label(_ fact: MissingFact) -> String {
        "\(records[fact.entity] ?? "\(model.kind(of: fact.entity)) \(model.name(of: fact.entity))").\(fact.property)"
    }

    func name(_ value: Value) -> String {
        if case .entity(let id) = value { return model.name(of: id) }
        return "?"
    }
}

private func compare(_ test: Case, _ asked: AskedLaw, _ out: inout Differences) {
    let reference = Reference(test.world, test.pack)
    func label(_ gap: Gap) -> String { "\(test.world.label(gap.thing)).\(gap.fact)" }
    func tell<T: Comparable>(_ what: String, _ law: Set<T>, _ brute: Set<T>) {
        if law != brute { out.lines.append("\(what): law \(law.sorted()), brute force \(brute.sorted())") }
    }

    for rule in test.pack.rules {
        let verdicts = reference.judge(rule)
        out.evaluations += verdicts.count
        out.fired += verdicts.fired.count
        out.waiting += verdicts.waiting.count
        guard verdicts.isExact else { continue }
        let fired = Set(asked.result.firings.filter { $0.code == rule.code }.map { firing in firing.bindings.map { asked.name($0.value) }.joined(separator: " ") })
        tell("\(rule.code) fires", fired, Set(verdicts.fired.map { $0.joined(separator: " ") }))
        let waiting = Set(asked.result.missing.filter { $0.rules.contains(rule.code) }.map { asked.label($0.fact) })
        tell("\(rule.code) waits for", waiting, Set(verdicts.waiting.map(label)))
    }

    var law: [String: DecisionResult] = [:]
    func key(_ name: String, _ arguments: [String]) -> String { "\(name)(\(arguments.joined(separator: ", ")))" }
    for result in asked.result.decisions { law[key(result.decision, result.arguments.map(asked.name))] = result }
    var reasons: [Set<String>] = [[], []], together: [Set<String>] = []
    var compareReasons = true
    for (call, weighed) in reference.decisionCache {
        let decision = test.pack.decisions[call.decision]
        let arguments = call.arguments.map { outcome -> String in
            if case .known(.thing(let thing)) = outcome { return test.world.things[thing].name }
            return "?"
        }
        let name = key(decision.name, arguments)
        if arguments.contains("?") { compareReasons = false; continue }
        // Where something else settled the condition, the law need not have asked.
        guard let result = law[name] else {
            out.unasked += 1
            continue
        }
        out.decisions += 1
        let possible = Set(result.possible)
        if weighed.possible.count > 1 { out.open += 1 }
        guard weighed.isExact else {
            compareReasons = false
            if !weighed.possible.isSubset(of: possible) { out.lines.append("\(name): law \(possible.sorted()) leaves out some of \(weighed.possible.sorted())") }
            continue
        }
        out.exact += 1
        tell("\(name) may be", possible, weighed.possible)
        if result.conclusion != (weighed.possible.count == 1 ? weighed.possible.first : nil) { out.lines.append("\(name): conclusion \(result.conclusion ?? "none")") }
        tell("\(name) waits for", Set(result.missing.map(asked.label)), Set(weighed.missing.map(label)))
        guard result.groups.count == weighed.groups.count else {
            out.lines.append("\(name): \(result.groups.count) groups and not \(weighed.groups.count)")
            continue
        }
        for (mine, theirs) in zip(result.groups, weighed.groups) {
            let who = "\(name) for \(mine.element.map(asked.name) ?? "all")"
            tell("\(who) may be", Set(mine.possible), theirs.possible)
            tell("\(who) waits for", Set(mine.missing.map(asked.label)), Set(theirs.missing.map(label)))
            if theirs.looseAreExact {
                for (factor, values) in zip(mine.factors, theirs.looseFactors) where !values.isSuperset(of: factor.possible) {
                    out.lines.append("\(who), \(factor.name): law \(factor.possible), and its guards leave \(values.sorted())")
                }
            }
            if theirs.factorsAreExact { for (factor, values) in zip(mine.factors, theirs.factors) { tell("\(who), \(factor.name)", Set(factor.possible), values) } }
            if theirs.possible.count == 1, theirs.conditionsAreExact {
                let met = mine.conditions.map { $0.met.rawValue }.sorted(), owed = theirs.conditions.map(\.rawValue).sorted()
                // Needs that read alike and come out alike are told as one: two parameters that are one thing, `is` and `==` of one concept.
                let agree = Set(met) == Set(owed) && met.count <= owed.count
                if !agree { out.lines.append("\(who): conditions \(met), brute force \(owed)") }
            }
            func written(_ ground: Ground) -> String {
                Writer(world: test.world, pack: test.pack, decision: test.pack.decisions.first { $0.name == ground.decision }).bare(ground.term)
            }
            reasons[0].formUnion(theirs.restsOn.map(written))
            reasons[1].formUnion(theirs.mayRestOn.map(written))
            if !theirs.restsTogetherOn.isEmpty { together.append(Set(theirs.restsTogetherOn.map(written))) }
        }
    }
    let vacuous = Set(asked.result.findings.filter { $0.code == "N512" }.map { finding in
        asked.files.range(of: finding.place).flatMap { asked.files.text(of: finding.place.file)?.string(in: $0) } ?? "?"
    })
    guard compareReasons else { return }
    if !reasons[0].isSubset(of: vacuous) { out.lines.append("rests on nothing: law \(vacuous.sorted()) leaves out some of \(reasons[0].sorted())") }
    for some in together where some.isDisjoint(with: vacuous) { out.lines.append("rests on nothing: law \(vacuous.sorted()) names none of \(some.sorted())") }
    if !vacuous.isSubset(of: reasons[1]) { out.lines.append("rests on nothing: law \(vacuous.sorted()) names more than \(reasons[1].sorted())") }
}
