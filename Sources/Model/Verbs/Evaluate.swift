// `evaluate` and `audit`: what is measured, against what, and the thresholds that make a gate.
import Privacy
import Source
import Syntax

/// What `require:` may measure, and of which verb.
public enum Measures {
    public static let evaluation = [
        "one_way_similarity", "two_way_similarity", "three_way_similarity", "utility_ratio", "worst_risk", "singling_out_risk", "linkability_risk",
        "inference_risk", "exact_copy_excess",
    ]
    public static let audit = ["equal_opportunity_gap", "demographic_parity_gap"]
    /// What `tests:` may name; without it all are made.
    public static let tests = ["singling_out", "linkability", "inference", "similarity", "utility", "copies"]
    /// More attacks than this make no interval narrower that anybody could tell.
    static let mostAttacks = 100_000
    /// Which test each measure belongs to, as D002 and D005 ask.
    static func test(of measure: String) -> [String] {
        switch measure {
        case "worst_risk": ["singling_out", "linkability", "inference"]
        case "singling_out_risk", "linkability_risk", "inference_risk": [String(measure.dropLast(5))]
        case "utility_ratio": ["utility"]
        case "exact_copy_excess": ["copies"]
        default: ["similarity"]
        }
    }
}

extension Builder {
    mutating func evaluate(_ member: Member, _ step: inout PipelineStep, _ scope: inout PipelineScope) {
        let here = scope.here
        guard let synthetic = input(member.values.first, scope, at: here.place(member.span)) else { return }
        step.inputs.append(synthetic.entity)
        guard case .synthetic = synthetic.state else {
            return report(wrongInput("evaluate", wanted: doc("en syntetisk relation (av `generate`)", "a synthetic relation (made by `generate`)"), synthetic, at: here.place(member.span)))
        }
        let against = clause("against", of: member)?.values ?? []
        guard let reference = input(against.first, scope, at: here.place(member.span)) else { return }
        let holdout = against.count > 1 ? input(against[1], scope, at: here.place(member.span)) : nil
        step.inputs += [reference.entity] + [holdout?.entity].compactMap { $0 }
        var form = Evaluation(synthetic: synthetic.name, reference: reference.name, holdout: holdout?.name)
        form.attacks = count(property("attacks", of: member)?.values.first, "attacks", scope)
        if let attacks = form.attacks, attacks > Measures.mostAttacks, let part = property("attacks", of: member) {
            report(ModelFinding.wrongValue("attacks", wanted: doc("högst \(Measures.mostAttacks)", "at most \(Measures.mostAttacks)"), at: here.place(part.span)))
        }
        form.target = column(property("target", of: member)?.values.first, of: synthetic.columns, "target", scope)
        form.requirements = requirements(member, Measures.evaluation, scope)
        var gate = gate(member, of: synthetic, form.requirements, &step, scope)
        readAuxiliary(member, synthetic, &form, &gate, &step, scope)
        var tests = Measures.tests
        if let part = property("tests", of: member) {
            tests = part.values.compactMap { word($0) }
            for value in part.values where !Measures.tests.contains(word(value) ?? "") {
                report(ModelFinding.unknownName(word(value) ?? "", kind: "test", candidates: Measures.tests, at: here.place(value.span)))
            }
        }
        gate.facts["tests"] = .list(tests.map { .word($0) })
        // The holdout is a control only if nothing of it was learnt from.
        if let holdout, !learnt(synthetic, from: holdout, scope) { gate.facts["control"] = .entity(holdout.entity) }
        finishGate(gate, member, &step, &scope)
        // Each way to leak has its limit: from here on it may be assumed anonymous, since a failed gate stops the run.
        let limited = Set(form.requirements.flatMap { Measures.test(of: $0.measure) })
        if limited.isSuperset(of: ["singling_out", "linkability", "inference"]), case .synthetic(let epsilon, let delta, _, let origin) = synthetic.state {
            scope.pipeline.relations[synthetic.name]?.state = .synthetic(epsilon: epsilon, delta: delta, gated: true, from: origin)
        }
        step.action = .evaluate(form)
    }

    mutating func audit(_ member: Member, _ step: inout PipelineStep, _ scope: inout PipelineScope) {
        let here = scope.here
        guard let model = input(member.values.first, scope, at: here.place(member.span)), let on = input(clause("on", of: member)?.values.first, scope, at: here.place(member.span)) else { return }
        step.inputs += [model.entity, on.entity]
        guard case .model = model.state else {
            return report(wrongInput("audit", wanted: doc("en modell (av `train`)", "a model (made by `train`)"), model, at: here.place(member.span)))
        }
        let groups = (property("groups", of: member)?.values ?? []).compactMap { column($0, of: on.columns, "groups", scope) }
        let form = Auditing(model: model.name, on: on.name, groups: groups, requirements: requirements(member, Measures.audit, scope))
        var gate = gate(member, of: model, form.requirements, &step, scope)
        gate.facts["tests"] = .list([.word("fairness")])
        gate.facts["control"] = .entity(on.entity)
        finishGate(gate, member, &step, &scope)
        step.action = .audit(form)
    }

    /// `require: two_way_similarity >= 95%`.
    private mutating func requirements(_ member: Member, _ known: [String], _ scope: PipelineScope) -> [Requirement] {
        var result: [Requirement] = []
        for part in properties("require", of: member) {
            for value in part.values {
                guard case .binary(let op, let left, let right) = value.form, [.less, .lessOrEqual, .greater, .greaterOrEqual].contains(op), let measure = word(left), let limit = number(right) else {
                    report(ModelFinding.wrongValue("require", wanted: doc("ett mått och en gräns, till exempel `\(known[0]) >= 95%`", "a measure and a limit, such as `\(known[0]) >= 95%`"), at: scope.here.place(value.span)))
                    continue
                }
                guard known.contains(measure) else {
                    report(ModelFinding.unknownName(measure, kind: "measure", candidates: known, at: scope.here.place(left.span)))
                    continue
                }
                let atLeast = op == .greaterOrEqual || op == .greater
                if atLeast != (measure.hasSuffix("similarity") || measure == "utility_ratio") {
                    report(ModelFinding.general("N028", "limit-the-wrong-way", at: scope.here.place(value.span), doc("Gränsen är åt fel håll", "The limit points the wrong way"),
                        doc("`\(measure)` ska vara \(atLeast ? "högst" : "minst") så mycket.", "`\(measure)` must be at \(atLeast ? "most" : "least") so much."), doc("Skriv `\(measure) \(atLeast ? "<=" : ">=") …`.", "Write `\(measure) \(atLeast ? "<=" : ">=") …`.")))
                    continue
                }
                if !isMeaningful(limit, of: measure, atLeast: atLeast) {
                    report(ModelFinding.general("N036", "limit-without-effect", at: scope.here.place(value.span), doc("Gränsen begränsar inget", "The limit limits nothing"),
                        doc("`\(measure)` är en andel, och varje resultat klarar gränsen eller inget gör det.", "`\(measure)` is a share, and every result meets this limit or none does."),
                        doc("Skriv en gräns mellan 0% och 100%, med procenttecken: `\(measure) \(atLeast ? ">= 95%" : "<= 5%")`.", "Write a limit between 0% and 100%, with its percent sign: `\(measure) \(atLeast ? ">= 95%" : "<= 5%")`.")))
                }
                result.append(Requirement(measure: measure, atLeast: atLeast, limit: limit))
            }
        }
        return result
    }

    /// Not if every outcome or none would meet it: `worst_risk <= 5` without its percent sign allows 500 %.
    private func isMeaningful(_ limit: Exact, of measure: String, atLeast: Bool) -> Bool {
        if measure == "utility_ratio" { return limit > Exact(0) }
        return atLeast ? limit > Exact(0) && limit <= Exact(1) : limit >= Exact(0) && limit < Exact(1)
    }

    private mutating func gate(_ member: Member, of relation: PipelineRelation, _ requirements: [Requirement], _ step: inout PipelineStep, _ scope: PipelineScope) -> Entity {
        let name = member.results.first
        var gate = Entity(kind: "gate", name: name?.text ?? "gate", place: scope.here.place(name?.span ?? member.span), origin: scope.here.origin)
        gate.facts = [
            "of": .entity(relation.entity), "step": .entity(step.entity), "result": .word("pending"), "combined_with": .list([]),
            "limits": .list(requirements.map { .text("\($0.measure) \($0.atLeast ? ">=" : "<=") \($0.limit)") }),
            // What has a limit of its own: a limit on likeness is none on what leaks.
            "limited": .list(Set(requirements.flatMap { Measures.test(of: $0.measure) }).sorted().map { .word($0) }),
        ]
        return gate
    }

    /// The gate can be named by `delete … after quality`.
    private mutating func finishGate(_ gate: Entity, _ member: Member, _ step: inout PipelineStep, _ scope: inout PipelineScope) {
        let id = add(gate)
        append("gates", [.entity(id)], on: scope.activity, at: gate.place)
        guard let result = member.results.first else { return }
        make(result, columns: [], key: nil, state: .evidence, from: [], &step, &scope)
    }

    private mutating func readAuxiliary(_ member: Member, _ synthetic: PipelineRelation, _ form: inout Evaluation, _ gate: inout Entity, _ step: inout PipelineStep, _ scope: PipelineScope) {
        guard let part = property("combined with", of: member) else { return }
        for value in part.values {
            if case .none = value.form {
                if case .text(let reason)? = part.clauses.first(where: { $0.word.text == "because" })?.values.first?.form { gate.facts["combined_reason"] = .text(reason) } else {
                    report(ModelFinding.general("N023", "none-without-reason", at: scope.here.place(part.span), doc("`none` utan skäl", "`none` without a reason"),
                        doc("Att inget annat finns att kombinera med ska motiveras.", "That nothing else could be combined with it needs a reason."), doc("Lägg till `because \"…\"`.", "Add `because \"…\"`.")))
                }
                continue
            }
            guard case .path(let names) = value.form, names.count == 2, let table = table(names[0], names[1], from: scope.here) else {
                if case .path(let names) = value.form, names.count == 2 { continue }
                report(ModelFinding.wrongValue("combined with", wanted: doc("en tabell, till exempel CourtJudgments.judgments", "a table, such as CourtJudgments.judgments"), at: scope.here.place(value.span)))
                continue
            }
            if !table.columns.contains(where: { column in synthetic.columns.contains { $0.name == column.name } }) {
                report(ModelFinding.general("N029", "nothing-in-common", at: scope.here.place(value.span), doc("Inget gemensamt att länka med", "Nothing in common to link by"),
                    doc("`\(names[1].text)` har ingen kolumn som också står i `\(synthetic.name)`.", "`\(names[1].text)` has no column that stands in `\(synthetic.name)` too.")))
                continue
            }
            form.combinedWith.append(table.entity)
            // What an attacker might hold is read here for this purpose, like any other data.
            step.tables.append(table.entity)
            for column in table.columns where column.name == table.key || synthetic.columns.contains(where: { $0.name == column.name }) { step.reads.formUnion(column.lineage) }
        }
        gate.facts["combined_with"] = .list(form.combinedWith.map { .entity($0) })
    }

    /// Whether the synthetic rows descend from a relation that shares rows with this one.
    private func learnt(_ synthetic: PipelineRelation, from holdout: PipelineRelation, _ scope: PipelineScope) -> Bool {
        if synthetic.ancestry.contains(holdout.name) { return true }
        if holdout.siblings.contains(where: { synthetic.ancestry.contains($0) }) { return false }
        // Without a split between them, only rows of other tables are others' rows.
        return !tables(behind: synthetic, scope).isDisjoint(with: tables(behind: holdout, scope))
    }

    private func tables(behind relation: PipelineRelation, _ scope: PipelineScope) -> Set<EntityID> {
        relation.ancestry.reduce(into: []) { tables, name in
            if let made = scope.relation(name)?.madeBy, made < scope.pipeline.steps.count { tables.formUnion(scope.pipeline.steps[made].tables) }
        }
    }
}
