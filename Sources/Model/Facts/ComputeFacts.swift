// Computes the facts that follow from taxonomies, tables and pipelines, so that a rule asks and never searches.
import Privacy
import Source

extension Builder {
    /// Facts that follow from what the declaration itself says.
    func ownFacts(of id: EntityID) {
        let header = model.store.headers + Int(id.declaration)
        switch header.pointee.kind {
        case .purpose:
            if let title = header.pointee.title { set(.text, .text(title), on: id) }
            if let parent = header.pointee.parents.first { set(.kind, .entity(parent), on: id) }
        case .controller, .authority: set(.kind, .word(header.pointee.kind.name), on: id)
        case .dataset: datasetFacts(id)
        case .assessment, .approval:
            set(.kind, header.pointee.parents.first.map { .entity($0) } ?? .unknown([]), on: id)
            checkKind(of: id)
            if header.pointee.kind == .assessment { checkOrder(.made, .decided, of: id) } else { checkOrder(.decided, .until, of: id) }
        case .activity, .request: checkOrder(.starts, .ends, of: id)
        default: break
        }
    }

    /// Facts that follow from who names it.
    func reverseFacts(of id: EntityID) {
        switch model.store.headers[Int(id.declaration)].kind {
        case .system: systemFacts(id)
        case .request: requestFacts(id)
        default: break
        }
    }

    private func datasetFacts(_ id: EntityID) {
        var all: [Value] = [], subjects = EntitySet(), hasFreeText = false, own: [(EntityID, [Value])] = [], before: [EntityID] = []
        for table in part.pointee.tables {
            var columns: [Value] = []
            columns.reserveCapacity(table.columns.count)
            for column in table.columns {
                if let entity = column.entity { columns.append(.entity(entity)) }
                if column.subjects != before {
                    before = column.subjects
                    subjects.formUnion(before)
                }
                if case .text = column.domain, column.identifies < .directly { hasFreeText = true }
            }
            all += columns
            own.append((table.entity, columns))
        }
        set(.tables, .list(own.map { .entity($0.0) }), on: id)
        set(.columns, .list(all), on: id)
        set(.subjects, .list(model.sorted(subjects).map { .entity($0) }), on: id)
        set(.hasFreeText, .truth(hasFreeText), on: id)
        set(.state, .word(declaredState(of: id).word), on: id)
        for (table, columns) in own { set(.columns, .list(columns), on: table) }
    }

    func activityFacts(of id: EntityID) {
        let here = model.store.headers[Int(id.declaration)].scope
        // Nothing is read before the first day; where that is not stated, it is asked for.
        set(.firstReading, model.stated(.starts, of: id) ?? .unknown([MissingFact(entity: id, fact: .starts)]), on: id, at: model.place(of: .starts, of: id))
        set(.assessments, .list(users?.naming(id, .assessment, in: model) ?? []), on: id)
        if model.stated(.rightsRoute, of: id) == nil, case .entity(let controller)? = model.stated("controller", of: id) {
            look(into: controller.declaration)
            for fact in ["rights_route", "rights_within"] as [Fact] { if let route = model.stated(fact, of: controller) { set(fact, route, on: id) } }
        }
        guard let pipeline = part.pointee.pipeline else { return }
        safeguardFacts(id, pipeline)
        relationFacts(pipeline)
        stepFacts(pipeline)
        pathFacts(pipeline)
        let steps = pipeline.steps
        set("steps", .list(steps.map { .entity($0.entity) }), on: id)
        if let first = steps.indices.first(where: { !steps[$0].reads.isEmpty }) { set("first_reading_step", .entity(steps[first].entity), on: id) }
        var read = EntitySet(), used = EntitySet(), leaving: [EntityID] = [], acts = false
        for index in steps.indices {
            read.formUnion(steps[index].reads)
            for table in steps[index].tables { used.insert(EntityID(declaration: table.declaration)) }
            if steps[index].verb == .release || steps[index].verb == .disclose { leaving += steps[index].inputs }
            if case .truth(true)? = model.stated(.selectsPersons, of: steps[index].entity) { acts = true }
        }
        set(.reached, .list(model.sorted(read).map { .entity($0) }), on: id)
        let datasets = model.sorted(used)
        if case .list(let stated)? = model.stated(.uses, of: id) { checkUses(stated, datasets, id, here) }
        set(.uses, .list(datasets.map { .entity($0) }), on: id, at: model.place(of: "uses" as Fact, of: id))
        set("outputs", .list(leaving.map { .entity($0) }), on: id)
        set("acts_on_persons", .truth(acts), on: id)
        optOutFacts(id, pipeline)
    }

    private func systemFacts(_ id: EntityID) {
        set(.assessments, .list(users?.naming(id, .assessment, in: model) ?? []), on: id)
        set("activities", .list(users?.activities(of: id) ?? []), on: id)
    }

    /// Who has reviewed the request, who has signed for it, and whose data it asks for.
    private func requestFacts(_ id: EntityID) {
        let reviews = (users?.naming(id, .assessment, in: model) ?? []).filter { review in
            guard case .entity(let review) = review else { return false }
            look(into: review.declaration)
            return model.parents(of: review).contains { model.name(of: $0) == "Secrecy" }
        }
        if let review = reviews.first { set("review", review, on: id) }
        set("reservations", .list(users?.naming(id, "reservation", in: model) ?? []), on: id)
        guard case .list(let variables)? = model.stated("variables", of: id) else { return }
        let datasets = variables.compactMap { variable -> EntityID? in
            guard case .entity(let record) = variable, case .entity(let column)? = model.head(of: record), column.local > 0, case .entity(let dataset)? = model.stated(.dataset, of: column) else { return nil }
            return dataset
        }
        set("datasets", .list(model.sorted(EntitySet(datasets)).map { .entity($0) }), on: id)
    }

    /// What a step of the pipeline carries out is in operation with it; what an organisation is to do must say how far it has come.
    private func safeguardFacts(_ id: EntityID, _ pipeline: Pipeline) {
        guard case .list(let records)? = model.stated("safeguards", of: id), let operating = model.lookup("InOperation", kind: "status") else { return }
        for case .entity(let record) in records where model.stated("status", of: record) == nil {
            guard case .text(let by)? = model.stated("carried_by", of: record) else { continue }
            if pipeline.relations[by] != nil || pipeline.steps.contains(where: { $0.name == by }) { set("status", .entity(operating), on: record) }
        }
    }

    private func checkUses(_ stated: [Value], _ used: [EntityID], _ id: EntityID, _ here: Where) {
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
    private func optOutFacts(_ id: EntityID, _ pipeline: Pipeline) {
        guard case .list(let records)? = model.stated("opt_outs", of: id) else { return }
        let unreached = model.stated("unreached", of: id) ?? .none
        for case .entity(let record) in records {
            set("unreached", unreached, on: record)
            let match = model.match(of: record, in: pipeline)
            if match == nil { checkMatch(of: record, in: pipeline) }
            set("filtered", .truth(match != nil), on: record)
            if case .date(let until)? = model.stated("until", of: record), let sent = latestNotice(for: record, of: id) {
                set("window", .duration(Period(months: 0, days: until.number - sent.number)), on: record)
            }
        }
    }

    /// `matched by parties.personal_no` names a column of the register's dataset, or of one that is read. Whether rows can be told apart by
    /// it is for the law to weigh; a name that is nobody's is a mistake.
    private func checkMatch(of record: EntityID, in pipeline: Pipeline) {
        guard case .text(let stated)? = model.stated("matched_by", of: record), let place = model.place(of: "matched_by" as Fact, of: record),
            case .entity(let register)? = model.stated("register", of: record), !part.pointee.findings.contains(where: { $0.severity == .error })
        else { return }
        let names = dotted(stated)
        let datasets = Set(pipeline.steps.flatMap(\.tables).map(\.declaration) + [register.declaration])
        let tables = datasets.sorted().flatMap { model.tables(of: EntityID(declaration: $0)) }
        guard names.count >= 2 else { return report(ModelFinding.wrongValue("matched by", wanted: describe(.column), at: place)) }
        let named = tables.filter { $0.name == names[names.count - 2] }
        if named.contains(where: { $0.lost.contains(names[names.count - 1]) }) { return }
        let columns = named.flatMap(\.columns).filter { $0.name == names[names.count - 1] }
        if let column = columns.first {
            guard let person = model.table(register).flatMap(model.person), !columns.contains(where: { $0.domain == person.domain }) else { return }
            return report(ModelFinding.general("N018", "types-disagree", at: place, doc("Säger inte samma sak", "Does not say the same"),
                doc("`\(column.name)` är \(column.domain.rowType.words.sv) (`\(column.domain.word)`), och registrets `\(person.name)` är `\(person.domain.word)`: de blir aldrig lika, så ingen skulle lämnas utanför.",
                    "`\(column.name)` is \(column.domain.rowType.words.en) (`\(column.domain.word)`), and the register's `\(person.name)` is `\(person.domain.word)`: they are never equal, so nobody would be left out.")))
        }
        var finding = named.isEmpty
            ? ModelFinding.unknownName(names[names.count - 2], kind: "table", candidates: tables.map(\.name), at: place)
            : ModelFinding.unknownName(names[names.count - 1], kind: "column", candidates: named.flatMap { $0.columns.map(\.name) }, at: place)
        // The place is the whole clause.
        finding.fixes = []
        report(finding)
    }

    /// The last day on which any of the opt-out's groups was told: the window runs from there.
    private func latestNotice(for record: EntityID, of activity: EntityID) -> Day? {
        guard case .list(let groups)? = model.stated("groups", of: record), case .list(let notices)? = model.stated("notices", of: activity) else { return nil }
        var latest: Day?
        for group in groups {
            let days = notices.compactMap { notice -> Day? in
                guard case .entity(let notice) = notice else { return nil }
                look(into: notice.declaration)
                guard case .list(let to)? = model.stated("to", of: notice), to.contains(group), case .date(let sent)? = model.stated("sent", of: notice)
                else { return nil }
                return sent
            }
            if let first = days.min() { latest = max(latest ?? first, first) }
        }
        return latest
    }

    private func relationFacts(_ pipeline: Pipeline) {
        var alike: [Alike] = [], before: [Placed] = []
        let relations = pipeline.relations.values
        for number in relations.indices {
            let id = relations[number].entity
            set(.state, .word(relations[number].state.word), on: id)
            set(.subjects, .list(model.sorted(relations[number].subjects).map { .entity($0) }), on: id)
            if let made = relations[number].madeBy { set(.madeBy, .entity(pipeline.steps[made].entity), on: id) }
            switch relations[number].state {
            case .synthetic(let epsilon, let delta, _, _), .synthesiser(let epsilon, let delta, _):
                if let epsilon { set("epsilon", .number(epsilon), on: id) }
                if let delta { set("delta", .number(delta), on: id) }
            case .model(let origin): set("trained_on", .word(origin.word), on: id)
            case .aggregated(let smallest?): set("smallest", .number(Exact(Int64(smallest))), on: id)
            default: break
            }
            if case .synthetic(_, _, let gated, _) = relations[number].state { set("gated", .truth(gated), on: id) }
            if let rows = relations[number].atLeastRows { set("at_least_rows", .number(Exact(rows)), on: id) }
            var columns: [Value] = [], own: [Placed] = []
            columns.reserveCapacity(relations[number].columns.count)
            own.reserveCapacity(relations[number].columns.count)
            for index in relations[number].columns.indices {
                // Mostly a relation has the columns of the one before it, in the same order.
                let isHandedOn = index < before.count && relations[number - 1].columns[index].isSame(as: relations[number].columns[index])
                let placed = columnEntity(relations[number].columns[index], of: id, isHandedOn ? before[index] : nil, &alike)
                columns.append(.entity(EntityID(declaration: current, local: placed.local)))
                own.append(placed)
            }
            before = own
            set(.columns, .list(columns), on: id)
            set(.isPersonal, .truth(relations[number].state.isPersonal), on: id)
            set(.ancestry, .list(EntitySet(relations[number].ancestry.compactMap { pipeline.relations[$0]?.entity }).map { .entity($0) }), on: id)
        }
    }

    /// Columns of the activity's relations that say the same: they share their facts.
    private struct Alike {
        let identifies: Identification
        let type: UInt8
        let categories: [EntityID]
        let subjects: [EntityID]
        let base: Int32
    }

    /// A column's entity, its name, and where the facts lie that it has in common with others.
    private struct Placed {
        let local: Int32
        let name: Int32
        let base: Int32
    }

    /// - Parameter known: the same column, as another relation has it.
    private func columnEntity(_ column: RelationColumn, of relation: EntityID, _ known: Placed?, _ alike: inout [Alike]) -> Placed {
        let span = part.pointee.entities[Int(relation.local)].span, name = known?.name ?? part.pointee.name(column.name)
        if let base = known?.base ?? facts(of: column, among: alike) {
            let local = part.pointee.add(.column, name: name, owner: relation.local, span: span, sharing: base)
            own(column, EntityID(declaration: current, local: local))
            return Placed(local: local, name: name, base: base)
        }
        let id = EntityID(declaration: current, local: part.pointee.add(.column, name: name, owner: relation.local, span: span))
        set(ofColumn.category, mostSensitive(column.categories).map { .entity($0) } ?? .none, on: id)
        set(ofColumn.subjects, .list(column.subjects.map { .entity($0) }), on: id)
        set(ofColumn.identifies, ofColumn.word(column.identifies), on: id)
        set(ofColumn.type, ofColumn.type(column.domain), on: id)
        let base = part.pointee.entities[Int(id.local)].base
        part.pointee.entities[Int(id.local)].isShared = true
        alike.append(Alike(identifies: column.identifies, type: column.domain.tag, categories: column.categories, subjects: column.subjects, base: base))
        own(column, id)
        return Placed(local: id.local, name: name, base: base)
    }

    /// Where the facts lie of a column that says the same.
    private func facts(of column: RelationColumn, among alike: [Alike]) -> Int32? {
        let type = column.domain.tag
        for index in alike.indices where alike[index].type == type && alike[index].identifies == column.identifies {
            if alike[index].categories == column.categories, alike[index].subjects == column.subjects { return alike[index].base }
        }
        return nil
    }

    /// What few columns have is kept by each that has it.
    private func own(_ column: RelationColumn, _ id: EntityID) {
        if let unit = column.unit { set(.unit, .word(unit), on: id) }
        if column.isMasked { set(.masked, .truth(true), on: id) }
    }

    /// How a run can end after a step, and the steps that still run then. A delete waits for its gates and then happens on
    /// every path, unless the author said that only a passed gate leads to it.
    private func pathFacts(_ pipeline: Pipeline) {
        guard !pipeline.steps.isEmpty else { return }
        var all: [Value] = [], always: [Value] = [], sure = Value.list([])
        let (endFact, stepsFact) = (Fact.end, Fact.steps)
        let ends = ([ComputedFacts.goodEnd] + ComputedFacts.badEnds).map { (word: Value.word($0), name: part.pointee.name($0)) }
        // Where the facts of the bad ends lie: the same for all steps between two deletes.
        var bases: [Int32] = []
        for index in pipeline.steps.indices.reversed() {
            let entity = pipeline.steps[index].entity
            let span = part.pointee.entities[Int(entity.local)].span
            var paths: [Value] = []
            paths.reserveCapacity(ends.count)
            for end in ends.indices {
                let local: Int32
                if end > 0, end <= bases.count {
                    local = part.pointee.add(.path, name: ends[end].name, owner: -1, span: span, sharing: bases[end - 1])
                } else {
                    local = part.pointee.add(.path, name: ends[end].name, span: span)
                    let path = EntityID(declaration: current, local: local)
                    set(endFact, ends[end].word, on: path)
                    set(stepsFact, end == 0 ? .list(all.reversed()) : sure, on: path)
                    if end > 0 {
                        part.pointee.entities[Int(local)].isShared = true
                        bases.append(part.pointee.entities[Int(local)].base)
                    }
                }
                paths.append(.entity(EntityID(declaration: current, local: local)))
            }
            set(.pathsAfter, .list(paths), on: entity)
            for output in pipeline.steps[index].outputs { set(.paths, .list(paths), on: output) }
            all.append(.entity(entity))
            if case .delete(_, _, let passedOnly) = pipeline.steps[index].action, !passedOnly {
                always.append(.entity(entity))
                (sure, bases) = (.list(always.reversed()), [])
            }
        }
    }

    /// Of several categories that flowed together, the one that the law is strictest about.
    private func mostSensitive(_ categories: [EntityID]) -> EntityID? {
        categories.max { model.store.headers[Int($0.declaration)].strictness < model.store.headers[Int($1.declaration)].strictness }
    }

    private func stepFacts(_ pipeline: Pipeline) {
        for index in pipeline.steps.indices { facts(of: pipeline.steps[index], pipeline) }
    }

    private func facts(of step: PipelineStep, _ pipeline: Pipeline) {
        set(.inputs, .list(step.inputs.map { .entity($0) }), on: step.entity)
        set(.outputs, .list(step.outputs.map { .entity($0) }), on: step.entity)
        let personal = step.inputs.filter { model.stated(.isPersonal, of: $0) == .truth(true) }
        set(.personalInputs, .list(personal.map { .entity($0) }), on: step.entity)
        set(.readColumns, .list(model.sorted(step.reads).map { .entity($0) }), on: step.entity)
        set(.tables, .list(step.tables.map { .entity($0) }), on: step.entity)
        columnFacts(step, pipeline)
        personFacts(step, pipeline)
        featureReasons(step)
        switch step.action {
        case .learn(let form): set(.features, features(form.features, of: form.from, pipeline), on: step.entity)
        case .train(let form):
            set(.features, features(form.features, of: form.on, pipeline), on: step.entity)
            target(form.target, of: form.on, pipeline, of: step)
        case .evaluate(let form): if let name = form.target { target(name, of: form.synthetic, pipeline, of: step) }
        default: break
        }
    }

    private func target(_ name: String, of relation: String, _ pipeline: Pipeline, of step: PipelineStep) {
        guard let column = pipeline.relations[relation]?.columns.first(where: { $0.name == name }), case .list(let found) = features([column], of: relation, pipeline) else { return }
        if let entity = found.first { set("target", entity, on: step.entity) }
    }

    private func columnFacts(_ step: PipelineStep, _ pipeline: Pipeline) {
        for stated in step.columnFacts {
            let value = stated.relation.map { features(stated.columns, of: $0, pipeline) } ?? .list(stated.columns.compactMap { $0.entity.map { .entity($0) } })
            if case .list(let columns) = value, stated.fact == "selected_by" { set(stated.fact, columns.first ?? .none, on: step.entity) } else { set(stated.fact, value, on: step.entity) }
        }
    }

    /// Why a declared system takes a column: its own words, on the column that it is given.
    private func featureReasons(_ step: PipelineStep) {
        guard case .entity(let system)? = model.stated(.scoredWith, of: step.entity), model.kindID(of: system) == .system, case .list(let records)? = model.stated(.features, of: system),
            case .list(let columns)? = model.stated(.features, of: step.entity)
        else { return }
        for case .entity(let record) in records {
            guard case .word(let name)? = model.head(of: record), case .text(let reason)? = model.stated("because", of: record) else { continue }
            for case .entity(let column) in columns where model.ownName(of: column) == name { set("feature_because", .text(reason), on: column) }
        }
    }

    /// Whether a decision goes against the person, and whether what it does not settle reaches a human.
    private func personFacts(_ step: PipelineStep, _ pipeline: Pipeline) {
        if step.verb == .archive, let cold = model.lookup("Cold", kind: "zone") { set(.zone, .entity(cold), on: step.entity) } else if let zone = model.stated(.zone, of: pipeline.activity) { set(.zone, zone, on: step.entity) }
        guard step.verb == .decide else { return }
        if case .list(let outcomes)? = model.stated("outcomes", of: step.entity), let adverse = model.lookup("Adverse", kind: "outcome") {
            set("adverse", .truth(outcomes.contains { if case .entity(let outcome) = $0 { model.isA(outcome, adverse) } else { false } }), on: step.entity)
        }
        let fallen = step.outputs.dropFirst()
        set("falls_to_human", .truth(fallen.contains { output in pipeline.steps.contains { $0.verb == .review && $0.inputs.contains(output) } }), on: step.entity)
    }

    private func features(_ columns: [RelationColumn], of relation: String, _ pipeline: Pipeline) -> Value {
        guard let relation = pipeline.relations[relation], case .list(let entities)? = model.stated(.columns, of: relation.entity) else { return .list([]) }
        var features: [Value] = []
        features.reserveCapacity(columns.count)
        for (index, column) in relation.columns.enumerated() where index < entities.count && columns.contains(where: { $0.name == column.name }) { features.append(entities[index]) }
        return .list(features)
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
