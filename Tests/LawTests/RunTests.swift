// However the law is asked — by the machine or by what explains, on one core or several, anew or after an edit — it says the same.
import Law
import Model
import Source
import Syntax
import Testing

struct RunTests {
    @Test("the machine and the evaluator that explains agree in everything that is told")
    func machine() {
        var fired = 0
        for seed in UInt64(50_000)..<50_250 {
            let test = Generator.makeCase(seed: seed)
            guard let (model, packs) = load(test) else { continue }
            let day = Day(number: test.pack.asOf)
            let fast = evaluate(packs, over: model, asOf: day, jobs: 1)
            fired += fast.firings.count
            let slow = evaluateExplainingAll(packs, over: model, asOf: day)
            #expect(told(fast) == told(slow), "seed \(seed)")
        }
        #expect(fired > 100)
    }

    @Test("any number of jobs gives the same, in the same order")
    func jobs() {
        let (model, packs) = estate(60)
        let one = evaluate(packs, over: model, asOf: today, jobs: 1)
        #expect(one.firings.count >= 30, "the cases say something")
        #expect(told(evaluate(packs, over: model, asOf: today, jobs: 5)) == told(one))
        #expect(told(evaluateExplainingAll(packs, over: model, asOf: today)) == told(one))
    }

    @Test("after an edit, what did not read what changed is taken over, and the whole is as if asked anew")
    func edits() {
        var random = SplitMix(state: 7)
        var edits = 0
        for seed in UInt64(60_000)..<60_250 {
            let before = Generator.makeCase(seed: seed)
            var after = before
            // Declarations stay what and where they are: their numbers are the same.
            let things = after.world.things.indices.filter { after.world.things[$0].isDeclared && !after.world.things[$0].isRecord }
            guard let thing = things.randomElement(using: &random), let (fact, value) = after.world.things[thing].facts
                .filter({ $0.key != "safeguards" }).sorted(by: { $0.key < $1.key }).randomElement(using: &random)
            else { continue }
            let others = after.world.things.filter { $0.kind == after.world.things[thing].kind }.compactMap { $0.facts[fact] }
            after.world.things[thing].facts[fact] = others.filter { $0 != value }.randomElement(using: &random)
            guard let (old, packs) = load(before), let (new, _) = load(after), old.ids == new.ids else { continue }
            edits += 1
            let day = Day(number: before.pack.asOf)
            let first = evaluate(packs, over: old, asOf: day, jobs: 1)
            let second = evaluate(packs, over: new, asOf: day, after: first.memory, changed: change(old, new), jobs: 1)
            #expect(told(second) == told(evaluate(packs, over: new, asOf: day, jobs: 1)), "seed \(seed), \(fact)")
        }
        #expect(edits > 100)
    }

    @Test("an edit of one activity asks about it alone")
    func cheap() {
        let (old, packs) = estate(40)
        let (new, _) = estate(40, edited: 7)
        let first = evaluate(packs, over: old, asOf: today, clock: { 0 })
        let changed = change(old, new)
        #expect(!changed.isEmpty)
        let second = evaluate(packs, over: new, asOf: today, after: first.memory, changed: changed, clock: { 0 })
        #expect(told(second) == told(evaluate(packs, over: new, asOf: today)))
        let all = first.profile.map(\.bindings).reduce(0, +)
        let again = second.profile.map(\.bindings).reduce(0, +)
        #expect(again > 0 && again * 30 < all, "\(again) of \(all) bindings")
    }

    // MARK: Cases

    private func load(_ test: Case) -> (Model, [Pack])? {
        var files = Files()
        let base = read("prelude.lagrum", test.world.prelude, into: &files)
        let law = read("random.lagrum", "edition 2026\n" + test.pack.text(test.world).dropFirst("edition 2026\n".count), into: &files)
        let spec = read("spec.lagrum", test.world.specification, into: &files)
        let pack = loadPack("random", [law], concepts: conceptNames(in: [base.tree]), thorough: false)
        let model = buildModel([
            ModelFile(id: base.file, tree: base.tree, origin: .prelude, sees: []),
            ModelFile(id: law.file, tree: law.tree, origin: .pack("random"), sees: []),
            ModelFile(id: spec.file, tree: spec.tree, origin: .specification, sees: [law.file]),
        ])
        return pack.diagnostics.isEmpty && !model.findings.contains { $0.severity == .error } ? (model, [pack]) : nil
    }

    /// The pages' specification so many times over, each in a file of its own; every other one informs too late.
    private func estate(_ count: Int, edited: Int? = nil) -> (Model, [Pack]) {
        var files = Files()
        let library = BuiltIn.load(into: &files)
        var model = library.files.map {
            ModelFile(id: $0.id, tree: $0.tree, origin: $0.pack == "prelude" ? .prelude : .pack($0.pack), sees: [])
        }
        let packs = Set(model.filter { $0.origin != .prelude }.map(\.id))
        for index in 0..<count {
            var text = BuiltIn.exampleSpecification
            if index % 2 == 1 { text = text.replacing("starts:     2026-03-15", with: "starts:     2026-02-15") }
            if index == edited { text = text.replacing("epsilon: 3.0", with: "epsilon: 30.0") }
            let spec = read("\(index).lagrum", text, into: &files)
            model.append(ModelFile(id: spec.file, tree: spec.tree, origin: .specification, sees: packs.union([spec.file])))
        }
        return (buildModel(model), library.packs)
    }

    /// The declarations that say another thing in one model than in the other, found by reading all of both.
    private func change(_ old: Model, _ new: Model) -> LawChange {
        var changed: Set<Int32> = []
        for id in Set(old.ids + new.ids) where !changed.contains(id.declaration) {
            guard old.ids.contains(id) == new.ids.contains(id), facts(old, id) == facts(new, id) else {
                changed.insert(id.declaration)
                continue
            }
        }
        return LawChange(declarations: changed, kinds: [])
    }

    private func facts(_ model: Model, _ id: EntityID) -> [String] {
        let names = Vocabulary.properties(of: model.kind(of: id)).map(\.name)
        return [model.name(of: id), "\(model.place(of: id))", "\(String(describing: model.head(of: id)))"]
            + names.map { "\($0) \(model.value($0, of: id)) \(String(describing: model.place(of: $0, of: id)))" }
    }

    // MARK: What is told

    private func told(_ result: LawResult) -> [String] {
        var lines = result.findings.map { "\($0)" }
        lines += result.firings.map { "\($0.diagnostic) \(String(describing: $0.entity)) \($0.property ?? "") \($0.bindings) \($0.silenced)" }
        lines += result.silenced.map { "\($0)" }
        lines += result.missing.map { "\($0)" }
        for decision in result.decisions.map(result.explained) {
            lines.append("\(decision.decision) \(decision.arguments) \(decision.conclusion ?? "?") \(decision.possible) \(decision.missing)")
            lines += decision.derivation.map { "\($0)" }
        }
        lines.append("\(String(describing: result.sameFrom)) \(String(describing: result.sameThrough))")
        return lines
    }
}
