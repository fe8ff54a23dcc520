// Computes the facts that follow from taxonomies, tables and pipelines, so that a rule asks and never searches.
import Privacy
import Source

extension Builder {
    mutating func computeFacts() {
        each({ _ in true }) { builder, id, header in
            switch header.kind {
            case .purpose: builder.purposeFacts(id, header)
            case .controller, .authority: builder.set(.kind, .word(header.kind.name), on: id)
            case .dataset: builder.datasetFacts(id)
            case .system: builder.systemFacts(id)
            case .request: builder.requestFacts(id)
            case .assessment, .approval: builder.set(.kind, header.parents.first.map { .entity($0) } ?? .unknown([]), on: id)
            default: break
            }
        }
        each({ $0 == .activity }) { builder, id, header in builder.activityFacts(id, header.scope) }
    }

    private mutating func purposeFacts(_ id: EntityID, _ header: Header) {
        if let title = header.title { set("text", .text(title), on: id) }
        if let parent = header.parents.first { set("kind", .entity(parent), on: id) }
    }

    private mutating func datasetFacts(_ id: EntityID) {
        let tables = model.tables(of: id)
        let columns = tables.flatMap(\.columns)
        set("tables", .list(tables.map { .entity($0.entity) }), on: id)
        set("columns", .list(columns.compactMap { $0.entity.map { .entity($0) } }), on: id)
        set("subjects", .list(Set(columns.flatMap(\.subjects)).sorted().map { .entity($0) }), on: id)
        set("has_free_text", .truth(columns.contains { $0.domain == .text && $0.identifies < .directly }), on: id)
        set("state", .word(declaredState(of: id).word), on: id)
        for table in tables { set("columns", .list(table.columns.compactMap { $0.entity.map { .entity($0) } }), on: table.entity) }
    }

    private mutating func activityFacts(_ id: EntityID, _ here: Where) {
        // Nothing is read before the first day; where that is not stated, it is asked for.
        set("first_reading", model.stated(.starts, of: id) ?? .unknown([MissingFact(entity: id, fact: .starts)]), on: id, at: model.place(of: .starts, of: id))
        set(.assessments, .list(declarations(.assessment, naming: id)), on: id)
        if model.stated("rights_route", of: id) == nil, case .entity(let controller)? = model.stated("controller", of: id) {
            for fact in ["rights_route", "rights_within"] as [Fact] { if let route = model.stated(fact, of: controller) { set(fact, route, on: id) } }
        }
        guard let pipeline = model.pipelines[id] else { return }
        safeguardFacts(id, pipeline)
        relationFacts(pipeline, here)
        stepFacts(pipeline)
        pathFacts(pipeline, here)
        let steps = pipeline.steps
        set("steps", .list(steps.map { .entity($0.entity) }), on: id)
        if let first = steps.first(where: { !$0.reads.isEmpty }) { set("first_reading_step", .entity(first.entity), on: id) }
        let read = steps.reduce(into: Set<EntityID>()) { $0.formUnion($1.reads) }
        set("reached", .list(read.sorted().map { .entity($0) }), on: id)
        let used = Set(steps.flatMap(\.tables).compactMap { model.table($0)?.dataset }).sorted()
        if case .list(let stated)? = model.stated("uses", of: id) { checkUses(stated, used, id, here) }
        set("uses", .list(used.map { .entity($0) }), on: id, at: model.place(of: "uses" as Fact, of: id))
        let leaving = steps.filter { [.release, .disclose].contains($0.verb) }.flatMap(\.inputs)
        set("outputs", .list(leaving.map { .entity($0) }), on: id)
        let acts = steps.contains { model.value("selects_persons" as Fact, of: $0.entity) == .truth(true) }
        set("acts_on_persons", .truth(acts), on: id)
        optOutFacts(id, pipeline)
    }

    /// The declarations of a kind whose `of:` names this one.
    private func declarations(_ kind: Kind.ID, naming id: EntityID) -> [Value] {
        model.names.declared(kind).map { EntityID(declaration: $0) }.filter { other in
            switch model.stated(.of, of: other) {
            case .list(let of)?: of.contains(.entity(id))
            case .entity(let of)?: of == id
            default: false
            }
        }.map { .entity($0) }
    }

    private mutating func systemFacts(_ id: EntityID) {
        set(.assessments, .list(declarations(.assessment, naming: id)), on: id)
        let users = model.names.declared(.activity).map { EntityID(declaration: $0) }.filter { activity in
            guard case .list(let systems)? = model.stated("systems", of: activity) else { return false }
            return systems.contains(.entity(id))
        }
        set("activities", .list(users.map { .entity($0) }), on: id)
    }

    /// Who has reviewed the request, who has signed for it, and whose data it asks for.
    private mutating func requestFacts(_ id: EntityID) {
        let reviews = declarations(.assessment, naming: id).filter { review in
            guard case .entity(let review) = review else { return false }
            return model.parents(of: review).contains { model.name(of: $0) == "Secrecy" }
        }
        if let review = reviews.first { set("review", review, on: id) }
        set("reservations", .list(declarations("reservation", naming: id)), on: id)
        guard case .list(let variables)? = model.stated("variables", of: id) else { return }
        let datasets = variables.compactMap { variable -> EntityID? in
            guard case .entity(let record) = variable, case .entity(let column)? = model.head(of: record), case .entity(let dataset)? = model.stated(.dataset, of: column) else { return nil }
            return dataset
        }
        set("datasets", .list(Set(datasets).sorted().map { .entity($0) }), on: id)
    }

    /// What a step of the pipeline carries out is in operation with it; what an organisation is to do must say how far it has come.
    private mutating func safeguardFacts(_ id: EntityID, _ pipeline: Pipeline) {
        guard case .list(let records)? = model.stated("safeguards", of: id), let operating = model.lookup("InOperation", kind: "status") else { return }
        for case .entity(let record) in records where model.stated("status", of: record) == nil {
            guard case .text(let by)? = model.stated("carried_by", of: record) else { continue }
            if pipeline.relations[by] != nil || pipeline.steps.contains(where: { $0.name == by }) { set("status", .entity(operating), on: record) }
        }
    }

    private mutating func checkUses(_ stated: [Value], _ used: [EntityID], _ id: EntityID, _ here: Where) {
        let names = stated.compactMap { if case .entity(let id) = $0 { id } else { nil } }
        for extra in names where !used.contains(extra) {
            report(ModelFinding.general("N030", "uses-differ", at: model.place(of: "uses" as Fact, of: id) ?? model.place(of: id), doc("`uses:` stämmer inte med flödet", "`uses:` differs from the pipeline"),
                doc("Flödet läser inte `\(model.name(of: extra))`.", "The pipeline does not read `\(model.name(of: extra))`.")))
        }
        for lacking in used where !names.contains(lacking) {
            report(ModelFinding.general("N030", "uses-differ", at: model.place(of: "uses" as Fact, of: id) ?? model.place(of: id), doc("`uses:` stämmer inte med flödet", "`uses:` differs from the pipeline"),
                doc("Flödet läser också `\(model.name(of: lacking))`.", "The pipeline also reads `\(model.name(of: lacking))`.")))
        }
    }

    /// An opt-out is filtered when its register can be matched with a table that the pipeline reads.
    private mutating func optOutFacts(_ id: EntityID, _ pipeline: Pipeline) {
        guard case .list(let records)? = model.stated("opt_outs", of: id) else { return }
        let unreached = model.stated("unreached", of: id) ?? .none
        for case .entity(let record) in records {
            set("unreached", unreached, on: record)
            set("filtered", .truth(model.match(of: record, in: pipeline) != nil), on: record)
            if case .date(let until)? = model.stated("until", of: record), let sent = latestNotice(for: record, of: id) {
                set("window", .duration(Period(months: 0, days: until.number - sent.number)), on: record)
            }
        }
    }

    /// The last day on which any of the opt-out's groups was told: the window runs from there.
    private func latestNotice(for record: EntityID, of activity: EntityID) -> Day? {
        guard case .list(let groups)? = model.stated("groups", of: record), case .list(let notices)? = model.stated("notices", of: activity) else { return nil }
        var latest: Day?
        for group in groups {
            let days = notices.compactMap { notice -> Day? in
                guard case .entity(let notice) = notice, case .list(let to)? = model.stated("to", of: notice), to.contains(group), case .date(let sent)? = model.stated("sent", of: notice)
                else { return nil }
                return sent
            }
            if let first = days.min() { latest = max(latest ?? first, first) }
        }
        return latest
    }

    private mutating func relationFacts(_ pipeline: Pipeline, _ here: Where) {
        for relation in pipeline.relations.values.sorted(by: { $0.entity < $1.entity }) {
            let id = relation.entity
            set("state", .word(relation.state.word), on: id)
            set("subjects", .list(relation.subjects.map { .entity($0) }), on: id)
            if let made = relation.madeBy { set("made_by", .entity(pipeline.steps[made].entity), on: id) }
            switch relation.state {
            case .synthetic(let epsilon, let delta, _, _), .synthesiser(let epsilon, let delta, _):
                if let epsilon { set("epsilon", .number(epsilon), on: id) }
                if let delta { set("delta", .number(delta), on: id) }
            case .model(let origin): set("trained_on", .word(origin.word), on: id)
            default: break
            }
            if case .synthetic(_, _, let gated, _) = relation.state { set("gated", .truth(gated), on: id) }
            if let rows = relation.atLeastRows { set("at_least_rows", .number(Exact(rows)), on: id) }
            if case .aggregated(let smallest?) = relation.state { set("smallest", .number(Exact(Int64(smallest))), on: id) }
            set("columns", .list(columnEntities(relation, here)), on: id)
            set(.isPersonal, .truth(relation.state.isPersonal), on: id)
            set(.ancestry, .list(relation.ancestry.compactMap { pipeline.relations[$0]?.entity }.sorted().map { .entity($0) }), on: id)
        }
    }

    /// How a run can end after a step, and the steps that still run then. A delete waits for its gates and then happens on
    /// every path, unless the author said that only a passed gate leads to it.
    private mutating func pathFacts(_ pipeline: Pipeline, _ here: Where) {
        for (index, step) in pipeline.steps.enumerated() {
            var paths: [EntityID] = []
            for end in ["ok", "gate_failed", "cancelled", "crashed"] {
                let running = pipeline.steps.suffix(from: index + 1).filter { later in
                    if end == "ok" { return true }
                    if case .delete(_, _, let passedOnly) = later.action { return !passedOnly }
                    return false
                }
                var entity = Entity(kind: "path", name: end, place: model.place(of: step.entity), origin: here.origin)
                entity.facts = ["end": .word(end), "steps": .list(running.map { .entity($0.entity) })]
                paths.append(add(entity))
            }
            set(.paths, .list(paths.map { .entity($0) }), on: step.entity)
            for output in step.outputs { set("paths", .list(paths.map { .entity($0) }), on: output) }
        }
    }

    private mutating func columnEntities(_ relation: PipelineRelation, _ here: Where) -> [Value] {
        relation.columns.map { column in
            var entity = Entity(kind: "column", name: column.name, place: model.place(of: relation.entity), origin: here.origin)
            entity.facts = [
                "category": mostSensitive(column.categories).map { .entity($0) } ?? .none,
                "subjects": .list(column.subjects.map { .entity($0) }), "identifies": .word(column.identifies.rawValue), "type": .word(column.domain.word),
                "domain": .text(column.domain.canonical), "lineage": .list(column.lineage.sorted().map { .entity($0) }),
            ]
            if let unit = column.unit { entity.facts["unit"] = .word(unit) }
            if column.isMasked { entity.facts["masked"] = .truth(true) }
            return .entity(add(entity, owner: relation.entity))
        }
    }

    /// Of several categories that flowed together, the one that the law is strictest about.
    private func mostSensitive(_ categories: [EntityID]) -> EntityID? {
        func rank(_ id: EntityID) -> Int {
            if let special = model.lookup("SpecialCategory", kind: "category"), model.isA(id, special) { return 3 }
            if let crime = model.lookup("CriminalOffence", kind: "category"), model.isA(id, crime) { return 2 }
            return model.name(of: id) == "Ordinary" ? 0 : 1
        }
        return categories.max { rank($0) < rank($1) }
    }

    private mutating func stepFacts(_ pipeline: Pipeline) {
        let byEntity = Dictionary(pipeline.relations.values.map { ($0.entity, $0) }, uniquingKeysWith: { first, _ in first })
        for step in pipeline.steps {
            set("inputs", .list(step.inputs.map { .entity($0) }), on: step.entity)
            set("outputs", .list(step.outputs.map { .entity($0) }), on: step.entity)
            let personal = step.inputs.filter { byEntity[$0].map { $0.state.isPersonal } ?? false }
            set("personal_inputs", .list(personal.map { .entity($0) }), on: step.entity)
            set("read_columns", .list(step.reads.sorted().map { .entity($0) }), on: step.entity)
            set(.tables, .list(step.tables.map { .entity($0) }), on: step.entity)
            columnFacts(step, pipeline)
            personFacts(step, pipeline)
            featureReasons(step)
            switch step.action {
            case .learn(let form): set("features", features(form.features, of: form.from, pipeline), on: step.entity)
            case .train(let form):
                set("features", features(form.features, of: form.on, pipeline), on: step.entity)
            default: break
            }
        }
    }

    private mutating func columnFacts(_ step: PipelineStep, _ pipeline: Pipeline) {
        for stated in step.columnFacts {
            let value = stated.relation.map { features(stated.columns, of: $0, pipeline) } ?? .list(stated.columns.compactMap { $0.entity.map { .entity($0) } })
            if case .list(let columns) = value, stated.fact == "selected_by" { set(stated.fact, columns.first ?? .none, on: step.entity) } else { set(stated.fact, value, on: step.entity) }
        }
    }

    /// Why a declared system takes a column: its own words, on the column that it is given.
    private mutating func featureReasons(_ step: PipelineStep) {
        guard case .entity(let system)? = model.stated("scored_with", of: step.entity), model.kindID(of: system) == .system, case .list(let records)? = model.stated("features", of: system),
            case .list(let columns)? = model.stated("features", of: step.entity)
        else { return }
        for case .entity(let record) in records {
            guard case .word(let name)? = model.head(of: record), case .text(let reason)? = model.stated("because", of: record) else { continue }
            for case .entity(let column) in columns where model.ownName(of: column) == name { set("feature_because", .text(reason), on: column) }
        }
    }

    /// Whether a decision goes against the person, and whether what it does not settle reaches a human.
    private mutating func personFacts(_ step: PipelineStep, _ pipeline: Pipeline) {
        if step.verb == .archive, let cold = model.lookup("Cold", kind: "zone") { set("zone", .entity(cold), on: step.entity) } else if let zone = model.stated("zone", of: pipeline.activity) { set("zone", zone, on: step.entity) }
        guard step.verb == .decide else { return }
        if case .list(let outcomes)? = model.stated("outcomes", of: step.entity), let adverse = model.lookup("Adverse", kind: "outcome") {
            set("adverse", .truth(outcomes.contains { if case .entity(let outcome) = $0 { model.isA(outcome, adverse) } else { false } }), on: step.entity)
        }
        let fallen = step.outputs.dropFirst()
        set("falls_to_human", .truth(fallen.contains { output in pipeline.steps.contains { $0.verb == .review && $0.inputs.contains(output) } }), on: step.entity)
    }

    private func features(_ columns: [RelationColumn], of relation: String, _ pipeline: Pipeline) -> Value {
        guard let relation = pipeline.relations[relation], case .list(let entities)? = model.stated(.columns, of: relation.entity) else { return .list([]) }
        let names = Set(columns.map(\.name))
        return .list(zip(relation.columns, entities).filter { names.contains($0.0.name) }.map(\.1))
    }
}

extension RelationState {
    /// Whether it is data on persons: everything but what is aggregated, synthetic behind a gate, made of what is not on persons, or stated anonymous.
    public var isPersonal: Bool {
        switch self {
        case .personal, .pseudonymised, .masked: true
        case .synthesiser(_, _, let origin), .model(let origin): origin.isPersonal
        case .synthetic(_, _, let gated, let origin): !gated && origin.isPersonal
        case .aggregated, .anonymous, .evidence: false
        }
    }

    /// Its place in the lattice: the higher, the more personal. What flows together is as personal as the most personal of it.
    var rank: Int {
        switch self {
        case .personal: 8
        case .pseudonymised: 7
        case .masked: 6
        case .synthesiser, .model: isPersonal ? 5 : 3
        case .aggregated: 4
        case .synthetic: isPersonal ? 5 : 2
        case .anonymous: 1
        case .evidence: 0
        }
    }
}
