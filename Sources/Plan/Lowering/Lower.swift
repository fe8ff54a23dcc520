// Compiles a cleared activity to a plan: the only way that one is made.
import Law
import Model
import Source

/// The plan of an activity.
/// - Parameter packs: the law that it was cleared against, named by the digest of its meaning.
/// - Throws: `LoweringProblem` with a finding for each step that this version's engine can't run.
public func lower(_ cleared: Cleared, activity: EntityID, packs: [PackDigest]) throws(LoweringProblem) -> Plan {
    let model = cleared.model
    guard let pipeline = model.pipelines[activity], !pipeline.steps.isEmpty else {
        throw LoweringProblem(findings: [noPipeline(model, activity)])
    }
    var lowering = Lowering(model, activity, pipeline)
    let steps = lowering.steps(), inputs = lowering.inputs()
    lowering.checkSources(inputs)
    guard lowering.problems.isEmpty else { throw LoweringProblem(findings: lowering.problems) }

    var plan = Plan(
        edition: 2026, activity: named(activity, model), controller: named("controller", of: activity, model),
        purpose: named("purpose", of: activity, model), 
        law: LawBasis(packs: packs, holdsFrom: cleared.result.sameFrom, holdsUntil: cleared.result.sameThrough))
    if case .date(let day) = model.value("starts", of: activity) { plan.starts = day }
    // What has no order in meaning stands by name: a declaration that moves to another place or file changes no plan.
    plan.findings = standing(cleared)
    plan.requiredApprovals = requiredApprovals(cleared)
    plan.grounds = grounds(activity, model)
    plan.notices = notices(activity, model)
    plan.decisions = cleared.result.decisions(about: activity).map { record($0, model) }
        .sorted { ($0.decision, $0.arguments.joined(separator: " ")) < ($1.decision, $1.arguments.joined(separator: " ")) }
    plan.assessments = model.list("assessments", of: activity).map { assessment($0, model) }.sorted { $0.name < $1.name }
    plan.inputs = inputs
    plan.optOuts = lowering.optOutRecords()
    plan.steps = steps
    plan.budgets = budgets(steps, inputs)
    plan.duties = duties(steps, activity, model)
    plan.testData = !inputs.isEmpty && inputs.allSatisfy { input in
        model.lookup(input.dataset, kind: "dataset").map { model.value("test_data", of: $0) == .truth(true) } ?? false
    }
    return plan
}

private func named(_ id: EntityID, _ model: Model) -> Named { Named(model.name(of: id), title: model[id].title) }

private func named(_ fact: String, of id: EntityID, _ model: Model) -> Named {
    guard case .entity(let value) = model.value(fact, of: id) else { return Named("") }
    return named(value, model)
}

private func standing(_ cleared: Cleared) -> [StandingFinding] {
    let model = cleared.model
    func finding(_ diagnostic: Diagnostic, _ entity: EntityID?, _ severity: String) -> StandingFinding {
        StandingFinding(
            code: diagnostic.code, severity: severity, at: entity.map { model.name(of: $0) } ?? "", message: diagnostic.message.en, norms: diagnostic.norms)
    }
    let fired = cleared.result.firings.filter { !$0.silenced }.map { finding($0.diagnostic, $0.entity, $0.diagnostic.severity.rawValue) }
    let silenced = cleared.result.silenced.map { silenced in
        var record = finding(silenced.diagnostic, silenced.entity, "silenced")
        record.message += " Allowed because: \(silenced.because)"
        return record
    }
    return (fired + silenced).sorted { ($0.code, $0.at, $0.message) < ($1.code, $1.at, $1.message) }
}

/// An allowed error asks for the signature of the one who allows it.
private func requiredApprovals(_ cleared: Cleared) -> [RequiredApproval]? {
    let errors = cleared.result.silenced.filter { $0.diagnostic.severity == .error }.map { silenced in
        RequiredApproval(
            by: silenced.by ?? "", code: silenced.diagnostic.code, at: cleared.model.name(of: silenced.entity), because: silenced.because,
            until: silenced.until)
    }
    return errors.isEmpty ? nil : Array(Set(errors)).sorted { ($0.by, $0.code, $0.at, $0.because) < ($1.by, $1.code, $1.at, $1.because) }
}

private func record(_ decision: DecisionResult, _ model: Model) -> DecisionRecord {
    func text(_ value: Value) -> String { if case .entity(let id) = value { model.name(of: id) } else { "\(value)" } }
    let norms = decision.groups.flatMap(\.factors).flatMap(\.norms)
    let groups = decision.groups.sorted { ($0.element.map(text) ?? "") < ($1.element.map(text) ?? "") }
    let factors = groups.flatMap { group in
        group.factors.map { factor in
            DecisionRecord.Factor(name: group.element.map { "\(text($0)): \(factor.name)" } ?? factor.name, value: factor.value ?? "undetermined", norms: factor.norms)
        }
    }
    return DecisionRecord(
        decision: decision.decision, arguments: decision.arguments.map(text), conclusion: decision.conclusion ?? "undetermined", factors: factors,
        norms: Array(Set(norms)).sorted())
}

private func assessment(_ id: EntityID, _ model: Model) -> AssessmentRecord {
    var kind = "", conclusion: String?, by: String?
    if case .entity(let concept) = model.value("kind", of: id) { kind = model.name(of: concept) }
    if case .word(let word) = model.value("conclusion", of: id) { conclusion = word }
    if case .text(let person) = model.value("made_by", of: id) { by = person }
    var record = AssessmentRecord(name: model.name(of: id), kind: kind, conclusion: conclusion, by: by)
    if case .date(let day) = model.value("made", of: id) { record.made = day }
    if case .date(let day) = model.value("decided", of: id) { record.decided = day }
    if case .text(let person) = model.value("decided_by", of: id) { record.decidedBy = person }
    if conclusion != nil, case .text(let reason) = model.value("because", of: id) { record.because = reason }
    return record
}

private func budgets(_ steps: [Step], _ inputs: [Input]) -> [Budget] {
    steps.flatMap { step -> [Budget] in
        guard case .learn(let form) = step.action else { return [] }
        return inputs.filter { input in reads(form.from, input.dataset, steps) }.map { input in
            Budget(dataset: input.dataset, unit: form.unit, step: step.name, epsilon: form.epsilon, delta: form.delta)
        }
    }
}

/// Whether a relation is made from a dataset.
private func reads(_ relation: String, _ dataset: String, _ steps: [Step]) -> Bool {
    for step in steps {
        switch step.action {
        case .relational(let form) where step.name == relation:
            return form.relation.sources.contains { source in
                switch source {
                case .table(let table): table.dataset == dataset
                case .result(let earlier): reads(earlier, dataset, steps)
                default: false
                }
            }
        case .split(let form) where form.into.contains(relation): return reads(form.from, dataset, steps)
        default: continue
        }
    }
    return false
}

private func duties(_ steps: [Step], _ activity: EntityID, _ model: Model) -> [Duty] {
    let deletions = steps.flatMap { step -> [Duty] in
        if case .delete(let form) = step.action { form.relations.map { Duty(kind: .delete, what: $0) } } else { [] }
    }
    return deletions + model.list("notices", of: activity).map { Duty(kind: .inform, what: model.name(of: $0)) }
}

private func noPipeline(_ model: Model, _ activity: EntityID) -> Diagnostic {
    Diagnostic(
        code: "E003", slug: "no-pipeline", severity: .error, place: model.place(of: activity), title: Message(sv: "Inget att köra", en: "Nothing to run"),
        message: Message(sv: "`\(model.name(of: activity))` har inget flöde.", en: "`\(model.name(of: activity))` has no pipeline."),
        advice: Message(sv: "Lägg till ett block `pipeline { … }`.", en: "Add a block `pipeline { … }`."))
}

extension Relation {
    /// The tables and results that it is made from.
    public var sources: [Relation] {
        switch self {
        case .table, .result: [self]
        case .filter(let inner, _, _), .withoutObjectors(let inner, _, _), .project(let inner, _), .group(let inner, _, _), .distinct(let inner, _): inner.sources
        case .join(let left, let right, _): left.sources + right.sources
        }
    }
}
