// The edits of an activity that are more than a line: information, opt-out and their days, columns, and steps of the pipeline.
import Law
import Model
import Source

struct ActivityEdits {
    let space: RemedySpace
    let activity: EntityID

    private var snapshot: Snapshot { space.snapshot }
    private var model: Model { snapshot.model }
    private var pipeline: Pipeline? { space.pipeline }
    private var timeline: Timeline { space.timeline }

    /// In the order in which they are applied, whatever a dictionary gives.
    func all() -> [RemedyEdit] { information() + time() + pipelineEdits() + withdrawals() }

    // MARK: Groups

    /// The datasets that the activity reads, and the groups of which it reads anything.
    private var datasets: [EntityID] { model.entities(of: "uses", activity) }

    private var groups: [EntityID] {
        var groups: [EntityID] = []
        for dataset in datasets {
            let read = reached(dataset)
            let freeText = read.contains { column in isUnder(model.entity(of: "category", column), "FreeText", "category") }
            let subjects = freeText ? model.entities(of: "subjects", dataset) : read.flatMap { model.entities(of: "subjects", $0) }
            for subject in subjects where !groups.contains(subject) { groups.append(subject) }
        }
        return groups.sorted { model.name(of: $0) < model.name(of: $1) }
    }

    private func reached(_ dataset: EntityID) -> [EntityID] {
        guard case .list(let columns) = model.call("first_read", [.entity(activity), .entity(dataset)]) else { return [] }
        return columns.compactMap { if case .entity(let id) = $0 { id } else { nil } }
    }

    private func isUnder(_ concept: EntityID?, _ name: String, _ kind: String) -> Bool {
        guard let concept, let wanted = model.lookup(name, kind: kind) else { return false }
        return model.isA(concept, wanted)
    }

    private func isChild(_ group: EntityID) -> Bool { isUnder(group, "Child", "subject") || model.value("minor", of: group) == .truth(true) }

    /// Article 13 for a group that gave some of the data itself, article 14 for one that gave none; nil when that is not stated.
    private func article(_ group: EntityID) -> Int? {
        var isKnown = true
        for dataset in datasets where model.entities(of: "subjects", dataset).contains(group) {
            switch model.call("provided_own_data", [.entity(group), .entity(dataset)]) {
            case .truth(true): return 13
            case .truth: continue
            default: isKnown = false
            }
        }
        return isKnown ? 14 : nil
    }

    // MARK: Information

    /// The points that articles 13.2 and 14.2 ask for here.
    private func items(article: Int) -> [String] {
        var items = ["Purpose", "Retention", "Rights"]
        let bases = model.entities(of: "basis", activity).compactMap { record -> EntityID? in if case .entity(let id)? = model.head(of: record) { id } else { nil } }
        if bases.contains(where: { isUnder($0, "LegitimateInterest", "basis") || isUnder($0, "PublicTask", "basis") }) { items.append("Objection") }
        if bases.contains(where: { isUnder($0, "Consent", "basis") }) { items.append("Withdrawal") }
        items.append("Complaint")
        if article == 14 { items.append("Source") }
        if model.place(of: "automated_under", of: activity) != nil { items.append("Automated") }
        return items
    }

    private func isTold(_ group: EntityID, by notice: EntityID) -> Bool { model.entities(of: "to", notice).contains { model.isA(group, $0) } }

    /// Under the article that the notice is given under.
    func mayTell(_ group: EntityID, by notice: EntityID) -> Bool {
        guard case .norm(let under) = model.value("under", of: notice) else { return false }
        return article(group).map { under.hasPrefix("GDPR.\($0)") } ?? false
    }

    private func channels(_ groups: [EntityID]) -> [String] {
        let lists = groups.map { Set(model.entities(of: "reachable", $0).map { model.name(of: $0) }) }
        guard var common = lists.first else { return [] }
        for list in lists.dropFirst() { common.formIntersection(list) }
        return common.sorted()
    }

    /// One notice for each way of telling: children through their guardians, article 13 and article 14 apart. nil when a group's
    /// article is not known.
    func notices(to groups: [EntityID], telling more: [String] = []) -> [NoticeText]? {
        var parts: [String: (groups: [EntityID], article: Int, guardian: Bool)] = [:]
        for group in groups {
            guard let article = article(group) else { return nil }
            parts["\(isChild(group)) \(article)", default: ([], article, isChild(group))].groups.append(group)
        }
        return parts.sorted { $0.key < $1.key }.map { _, part in
            let names = part.groups.map { model.name(of: $0) }
            return NoticeText(
                name: space.freshName(names.joined() + "Notice"), groups: names, guardian: part.guardian, under: part.article == 13 ? "GDPR.13.3" : "GDPR.14.4",
                channels: channels(part.groups), items: items(article: part.article) + more)
        }
    }

    private func information() -> [RemedyEdit] {
        let mine = model.entities(of: "notices", activity), groups = groups
        let untold = groups.filter { group in !mine.contains { isTold(group, by: $0) && model.value("sent", of: $0) != .none } }
        var edits: [RemedyEdit] = []
        if let all = notices(to: untold), !all.isEmpty {
            edits += all.map { .tell([$0]) }
            if all.count > 1 { edits.append(.tell(all)) }
        } else {
            for group in untold { if let one = notices(to: [group]) { edits.append(.tell(one)) } }
        }
        // A notice that stands unused beside the activity.
        let used = Set((model.all("activities") ?? []).flatMap { model.entities(of: "notices", $0) })
        for notice in model.all("notices") ?? [] where !used.contains(notice) && model.place(of: notice).file == model.place(of: activity).file {
            let names = untold.filter { isTold($0, by: notice) }.map { model.name(of: $0) }
            if !names.isEmpty { edits.append(.link(notice: model.name(of: notice), to: names)) }
        }
        for notice in mine {
            let name = model.name(of: notice)
            let sent: Day? = if case .date(let day) = model.value("sent", of: notice) { day } else { nil }
            let isOpen = sent.map { $0 >= snapshot.asOf } ?? true
            var under = ""
            if case .norm(let norm) = model.value("under", of: notice) { under = norm }
            let told = model.entities(of: "to", notice)
            let wrong = told.filter { under.hasPrefix("GDPR.13") && article($0) == 14 }
            // What has been sent is a fact: who got it and what it said are not changed afterwards.
            if isOpen {
                for group in untold where article(group).map({ under.hasPrefix("GDPR.\($0)") }) ?? false { edits.append(.widen(notice: name, by: [model.name(of: group)])) }
                if sent.map({ $0 > snapshot.asOf }) ?? false { edits.append(.sendEarlier(notice: name)) }
                if !wrong.isEmpty, wrong.count == told.count {
                    edits.append(.reword(notice: name, under: "GDPR.14.4", items: missing(items(article: 14), in: notice)))
                }
                let lacking = missing(items(article: under.hasPrefix("GDPR.14") ? 14 : 13), in: notice)
                if !lacking.isEmpty { edits.append(.cover(notice: name, items: lacking)) }
            }
            // Who got what was sent is a fact: the activity no longer rests on it, and whoever it was sent to is told anew, or by another.
            if !isOpen, !wrong.isEmpty {
                if let anew = notices(to: told) { edits.append(.renew(notice: name, lacking: [], anew: anew)) }
                edits.append(.renew(notice: name, lacking: [], anew: []))
            } else if !wrong.isEmpty, let anew = notices(to: wrong) {
                edits.append(.retell(notice: name, groups: wrong.map { model.name(of: $0) }, anew: anew))
                // Another that stands beside the activity may tell them.
                let others = (model.all("notices") ?? []).filter { !mine.contains($0) }
                if wrong.allSatisfy({ group in others.contains { isTold(group, by: $0) } }) {
                    edits.append(.retell(notice: name, groups: wrong.map { model.name(of: $0) }, anew: []))
                }
            }
            if !isOpen, wrong.isEmpty, let renewal = renewal(of: notice) { edits.append(renewal) }
        }
        return edits
    }

    /// What was sent and lacked something is said again, whole, to those of its groups that the activity reads of.
    func renewal(of notice: EntityID, telling more: [String] = []) -> RemedyEdit? {
        guard let anew = notices(to: groups.filter { isTold($0, by: notice) }, telling: more), !anew.isEmpty else { return nil }
        let lacking = missing(anew.flatMap(\.items).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }, in: notice)
        return lacking.isEmpty ? nil : .renew(notice: model.name(of: notice), lacking: lacking, anew: anew)
    }

    private func missing(_ items: [String], in notice: EntityID) -> [String] {
        let told = Set(model.entities(of: "tells", notice).map { model.name(of: $0) })
        return items.filter { !told.contains($0) }
    }

    // MARK: Opt-out and time

    private func time() -> [RemedyEdit] {
        var edits: [RemedyEdit] = []
        let records = model.entities(of: "opt_outs", activity), groups = groups
        if records.isEmpty, !groups.isEmpty, let (register, match) = register() {
            // Whoever can't be reached is left out, where no channel is stated that reaches them.
            let excluded = groups.contains { channels([$0]).isEmpty }
            edits.append(.optOut(register: register, matchedBy: match, groups: groups.map { model.name(of: $0) }, excluded: excluded))
        }
        for (index, record) in records.enumerated() {
            let covered = model.entities(of: "groups", record)
            let rest = groups.filter { group in !covered.contains { model.isA(group, $0) } }
            if !rest.isEmpty, !covered.isEmpty { edits.append(.widenOptOut(index: index, by: rest.map { model.name(of: $0) })) }
        }
        if !timeline.until.isEmpty { edits.append(.moveOptOut) }
        // What has begun has begun.
        let status = model.entity(of: "status", activity)
        if timeline.starts != nil, status.map({ isUnder($0, "Planned", "status") || isUnder($0, "BeingEstablished", "status") }) ?? false { edits.append(.moveStart) }
        return edits
    }

    /// A table that no step reads and whose persons a read table can be matched with.
    private func register() -> (register: String, matchedBy: String?)? {
        guard let pipeline else { return nil }
        let read = pipeline.steps.flatMap(\.tables).compactMap { model.table($0) }
        for dataset in datasets {
            for table in model.tables(of: dataset) where !read.contains(where: { $0.entity == table.entity }) {
                guard let key = table.key, let person = table.columns.first(where: { $0.name == key }), person.domain == .personnummer else { continue }
                for other in read + model.tables(of: dataset) where other.entity != table.entity {
                    guard let column = other.columns.first(where: { $0.domain == person.domain }) else { continue }
                    return ("\(model.name(of: dataset)).\(table.name)", "\(other.name).\(column.name)")
                }
            }
        }
        return nil
    }

    // MARK: Claims

    private func withdrawals() -> [RemedyEdit] {
        var edits: [RemedyEdit] = []
        func drop(_ fact: String, _ key: String) {
            guard let row = Kinds.named("activity")?.properties.first(where: { $0.fact == fact }) else { return }
            if row.many {
                for (index, record) in model.entities(of: fact, activity).enumerated() {
                    let name = model.head(of: record).flatMap { if case .entity(let id) = $0 { model.name(of: id) } else { nil } } ?? ""
                    edits.append(.drop(kind: "activity", name: space.activityName, key: key, index: index, line: "\(key): \(name)"))
                }
            } else if model.place(of: fact, of: activity) != nil {
                edits.append(.drop(kind: "activity", name: space.activityName, key: key, index: 0, line: "\(key):"))
            }
        }
        drop("exemption", "exemption")
        drop("same_purpose_claimed", "same purpose")
        drop("article9", "article 9")
        if !model.entities(of: "safeguards", activity).allSatisfy(isCarriedOut) { drop("safeguards", "safeguard") }
        return edits
    }

    // MARK: Pipeline

    private func pipelineEdits() -> [RemedyEdit] {
        guard let pipeline else { return [] }
        return columnEdits() + synthesisEdits(pipeline) + gateEdits(pipeline) + deletionEdits(pipeline)
    }

    /// Columns by name, where no other column of the pipeline has the name.
    private func leavingOut(_ columns: [EntityID], as label: String) -> RemedyEdit? {
        func name(_ column: EntityID) -> String { model.name(of: column).split(separator: ".").last.map(String.init) ?? "" }
        let names = Set(columns.map(name)), others = datasets.flatMap(reached).filter { !columns.contains($0) }.map(name)
        return names.isEmpty || !names.isDisjoint(with: others) ? nil : .leaveOut(columns: names.sorted(), as: label)
    }

    /// Columns of the first reading, by their full names.
    func leavingOut(_ names: [String]) -> RemedyEdit? {
        let columns = datasets.flatMap(reached).filter { names.contains(model.name(of: $0)) }
        return columns.count == names.count ? leavingOut(columns, as: columns.count == 1 ? model.name(of: columns[0]) : names.joined(separator: ", ")) : nil
    }

    /// Columns go by what the law asks of them: a category, a group, or the very column that the finding names.
    private func columnEdits() -> [RemedyEdit] {
        let read = datasets.flatMap(reached)
        var edits: [RemedyEdit] = []
        func add(_ columns: [EntityID], _ label: String) {
            if let edit = leavingOut(columns, as: label), !edits.contains(where: { $0.atoms == edit.atoms }) { edits.append(edit) }
        }
        for firing in space.targets {
            for binding in firing.bindings {
                if case .entity(let id) = binding.value, model.kind(of: id) == "column", read.contains(id) { add([id], model.name(of: id)) }
            }
        }
        let categories = Set(read.compactMap { model.entity(of: "category", $0) }).filter { !isUnder($0, "Ordinary", "category") }
        for category in categories.sorted(by: { model.name(of: $0) < model.name(of: $1) }) {
            add(read.filter { model.entity(of: "category", $0) == category }, model.name(of: category))
        }
        for group in groups { add(read.filter { model.entities(of: "subjects", $0).contains(group) }, model.name(of: group)) }
        return edits
    }

    private func isCarriedOut(_ safeguard: EntityID) -> Bool {
        model.entities(of: "steps", activity).contains { model.call("bound_to", [.entity(safeguard), .entity($0)]) == .truth(true) }
    }

    /// What another gate here is combined with; else a table that nothing here reads, of persons that may be in the data.
    private func combined() -> String? {
        for step in pipeline?.steps ?? [] {
            if case .evaluate(let form) = step.action, let table = form.combinedWith.first { return model.name(of: table) }
        }
        for dataset in (model.all("datasets") ?? []) where !datasets.contains(dataset) {
            if let table = model.tables(of: dataset).first { return "\(model.name(of: dataset)).\(table.name)" }
        }
        return nil
    }

    private func synthesisEdits(_ pipeline: Pipeline) -> [RemedyEdit] {
        pipeline.steps.compactMap { step -> RemedyEdit? in
            guard case .train(let form) = step.action, let relation = pipeline.relations[form.on], let holdout = relation.siblings.first, let key = relation.key,
                [.personal, .pseudonymised, .masked].contains(relation.state)
            else { return nil }
            return .synthesise(
                SynthesisText(model: step.name, reference: form.on, holdout: holdout, unit: key, rows: 10_000, combined: combined()))
        }
    }

    private func gateEdits(_ pipeline: Pipeline) -> [RemedyEdit] {
        var edits: [RemedyEdit] = []
        let gated = Set(pipeline.steps.compactMap { step -> String? in if case .evaluate(let form) = step.action { form.synthetic } else { nil } })
        for step in pipeline.steps {
            switch step.action {
            case .learn(let form):
                if pipeline.relations[form.from]?.siblings.isEmpty ?? false { edits.append(.split(learner: step.name)) }
            case .generate(let from, _):
                guard !gated.contains(step.name), let learner = pipeline.steps.first(where: { $0.name == from }), case .learn(let form) = learner.action else { continue }
                let holdout = pipeline.relations[form.from]?.siblings.first
                edits.append(.gate(relation: step.name, reference: form.from, holdout: holdout, combined: combined()))
            case .evaluate(let form):
                if !form.requirements.contains(where: { $0.measure.hasSuffix("risk") }) { edits.append(.require(step: step.name)) }
                if model.place(of: "tests", of: step.entity) != nil || model.entities(of: "gates", activity).contains(where: { hasOwnTests($0, step) }) {
                    edits.append(.allTests(step: step.name))
                }
                if form.combinedWith.isEmpty {
                    if let table = combined() { edits.append(.combine(step: step.name, table: table)) }
                    edits.append(.combine(step: step.name, table: nil))
                }
                if form.holdout == nil, let sibling = pipeline.relations[form.reference]?.siblings.first { edits.append(.control(step: step.name, sibling: sibling)) }
            case .train(let form):
                if let relation = pipeline.relations[form.on], [.personal, .pseudonymised, .masked].contains(relation.state), model.value("because", of: step.entity) == .none {
                    edits.append(.reason(step: step.name))
                }
            default: continue
            }
        }
        return edits
    }

    private func hasOwnTests(_ gate: EntityID, _ step: PipelineStep) -> Bool {
        guard model.entity(of: "step", gate) == step.entity, case .list(let tests) = model.value("tests", of: gate) else { return false }
        return tests.count < Measures.tests.count
    }

    private func deletionEdits(_ pipeline: Pipeline) -> [RemedyEdit] {
        var edits: [RemedyEdit] = [], deleted: Set<String> = []
        for (index, step) in pipeline.steps.enumerated() {
            guard case .delete(let relations, _, let passedOnly) = step.action else { continue }
            if passedOnly { edits.append(.deleteAlways(step: index)) } else { deleted.formUnion(relations) }
        }
        let personal = pipeline.steps.flatMap(\.outputs).filter { ["Personal", "Pseudonymised", "Masked"].contains(model.word(of: "state", $0) ?? "") }
        let rest = personal.map { model.name(of: $0) }.filter { !deleted.contains($0) }
        // A deletion that happens only on success keeps its line; another can't name the same relations.
        if !rest.isEmpty, !edits.contains(where: { if case .deleteAlways = $0 { true } else { false } }) { edits.append(.delete(rest)) }
        return edits
    }
}
