// From a cleared model to a plan: each step by its verb, and what the steps read.
import Model
import Privacy
import Source

/// Why a lawful activity can't become a plan that this version runs. Each is told at its place.
public struct LoweringProblem: Error, Sendable {
    public var findings: [Diagnostic]
    public init(findings: [Diagnostic]) { self.findings = findings }
}

/// The plan of one activity, but for what the law says of it.
struct Lowering {
    let model: Model
    let activity: EntityID
    let pipeline: Pipeline
    var problems: [Diagnostic] = []

    /// Opt-outs with how they are matched, in the order of the text.
    let optOuts: [(record: EntityID, match: OptOutMatch)]

    init(_ model: Model, _ activity: EntityID, _ pipeline: Pipeline) {
        (self.model, self.activity, self.pipeline) = (model, activity, pipeline)
        let records = model.list("opt_outs", of: activity)
        optOuts = records.compactMap { record in model.match(of: record, in: pipeline).map { (record, $0) } }
    }

    mutating func steps() -> [Step] {
        pipeline.steps.compactMap { step in
            lower(step).map { Step(name: step.name, verb: step.verb.rawValue, action: $0) }
        }
    }

    private mutating func lower(_ step: PipelineStep) -> Action? {
        switch step.action {
        case .consolidate(let form): return .relational(consolidate(form, step))
        case .clean(let form): return .relational(clean(form, step))
        case .split(let from, let into, let share, let key, let stated):
            guard let relation = pipeline.relations[from] else { return nil }
            let salt = "\(model.name(of: activity)).\(into.joined(separator: "."))" + (stated.map { ".\($0)" } ?? "")
            return .split(SplitStep(from: from, into: into, share: share, key: key, salt: salt, columns: relation.columns.map(column)))
        case .learn(let form):
            guard let method = LearnStep.Method(rawValue: form.method) else { return cannotRun("learn \(form.method)", step) }
            return .learn(LearnStep(
                method: method, from: form.from, columns: form.features.map(modelColumn), unit: form.unit, atMost: form.atMost,
                epsilon: form.epsilon, delta: form.delta, seed: form.seed))
        case .generate(let from, let rows): return .generate(GenerateStep(from: from, rows: rows))
        case .evaluate(let form): return evaluate(form, step)
        case .train(let form):
            guard let method = TrainStep.Method(rawValue: form.method) else { return cannotRun("train \(form.method)", step) }
            let columns = (pipeline.relations[form.on]?.columns ?? []).filter { column in column.name == form.target || form.features.contains { $0.name == column.name } }
            return .train(TrainStep(
                method: method, on: form.on, target: form.target, columns: columns.map(modelColumn), rounds: form.rounds ?? 200, depth: form.depth ?? 6, seed: form.seed ?? 0))
        case .audit(let form):
            return .audit(AuditStep(model: form.model, on: form.on, groups: form.groups, gates: form.requirements.map(gate)))
        case .delete(let relations, let after, _): return .delete(DeleteStep(relations: relations, after: after))
        case .release(let results): return .release(ReleaseStep(results: results))
        case .other: return cannotRun(step.verb.rawValue, step)
        }
    }

    /// A typed and checked step that this version's engine does not run.
    mutating func cannotRun(_ what: String, _ step: PipelineStep) -> Action? {
        var finding = Diagnostic(
            code: "E001", slug: "not-runnable", severity: .error, place: model.place(of: step.entity),
            title: Message(sv: "Motorn kan inte köra steget än", en: "The engine can't run this step yet"),
            message: Message(
                sv: "`\(what)` är kontrollerat enligt lag, men den här versionens motor kan inte köra det.",
                en: "`\(what)` is checked against the law, but this version's engine can't run it."))
        finding.advice = Message(sv: "`lagrum check` gäller ändå hela specifikationen.", en: "`lagrum check` covers the whole specification all the same.")
        problems.append(finding)
        return nil
    }

    private mutating func evaluate(_ form: Evaluation, _ step: PipelineStep) -> Action? {
        guard let synthetic = pipeline.relations[form.synthetic], let holdout = form.holdout else { return nil }
        let columns = synthetic.columns.map(modelColumn)
        let sensitive = synthetic.columns.filter { column in column.categories.contains { model.name(of: $0) != "Ordinary" } }.map(\.name)
        let auxiliaries = form.combinedWith.compactMap { model.table($0) }.map { table in
            Auxiliary(table: reference(table), columns: columns.filter { column in table.columns.contains { $0.name == column.name } })
        }
        let trained = pipeline.steps.compactMap { step -> String? in if case .train(let training) = step.action, training.on == form.synthetic { training.target } else { nil } }
        return .evaluate(EvaluateStep(
            synthetic: form.synthetic, reference: form.reference, holdout: holdout, columns: columns, combinedWith: auxiliaries,
            secrets: sensitive.isEmpty ? columns.map(\.name) : sensitive, target: form.target ?? trained.first, attacks: form.attacks ?? 2000,
            gates: form.requirements.map(gate)))
    }

    private func gate(_ requirement: Requirement) -> Gate {
        Gate(measure: requirement.measure, comparison: requirement.atLeast ? .atLeast : .atMost, limit: requirement.limit)
    }

    // MARK: Names of the plan

    func reference(_ table: TableModel) -> TableReference { TableReference(dataset: model.name(of: table.dataset), table: table.name) }

    func column(_ column: RelationColumn) -> Column {
        Column(
            name: column.name, named: column.named, domain: column.domain, optional: column.optional, elseMissing: column.elseMissing,
            label: Label(categories: column.categories.map { model.name(of: $0) }.sorted(), subjects: column.subjects.map { model.name(of: $0) }.sorted()))
    }

    func modelColumn(_ column: RelationColumn) -> ModelColumn {
        ModelColumn(name: column.name, named: column.named, domain: column.domain, levels: levels(of: column))
    }
}

extension Model {
    /// The entities of a fact that is a list.
    func list(_ fact: String, of id: EntityID) -> [EntityID] {
        guard case .list(let values) = value(fact, of: id) else { return [] }
        return values.compactMap { if case .entity(let id) = $0 { id } else { nil } }
    }
}
