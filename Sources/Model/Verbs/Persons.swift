// `score`, `select`, `communicate`, `review` and `decide`: what is said and decided of each person.
import Privacy
import Source
import Syntax

extension Builder {
    mutating func score(_ member: Member, _ step: inout PipelineStep, _ scope: inout PipelineScope) {
        let here = scope.here
        guard let from = input(member.values.first, scope, at: here.place(member.span)) else { return }
        step.inputs.append(from.entity)
        _ = count(property("reasons", of: member)?.values.first, "reasons", scope)
        if property("reasons", of: member) == nil { set("reasons_stated", .number(Exact(3)), on: step.entity) }
        guard let value = clause("with", of: member)?.values.first, let features = features(of: value, from, &step, scope) else { return }
        step.columnFacts.append(ColumnFact(fact: "features", columns: features, relation: from.name))
        var columns = from.columns
        for (name, domain) in [("score", Domain.decimal(low: 0, high: 1_000_000, places: 6)), ("reasons", .text)] {
            var made = RelationColumn(name: name, domain: domain)
            join(&made, Set(features.isEmpty ? from.columns : features))
            if name == "score", let assessment = model.lookup("Assessment", kind: "category") { made.categories = Set(made.categories + [assessment]).sorted() }
            add(made, to: &columns, at: here.place(value.span))
        }
        guard let result = member.results.first else { return }
        make(result, columns: columns, key: from.key, state: from.state, from: [from.name], &step, &scope)
    }

    /// The columns that a model, or a declared system, takes; nil when there is no such thing.
    private mutating func features(of value: Expression, _ from: PipelineRelation, _ step: inout PipelineStep, _ scope: PipelineScope) -> [RelationColumn]? {
        let place = scope.here.place(value.span)
        guard let name = word(value) else {
            report(ModelFinding.wrongValue("with", wanted: doc("en modell (av `train`) eller ett AI-system", "a model (made by `train`) or an AI system"), at: place))
            return nil
        }
        if scope.broken.contains(name) { return nil }
        var wanted: [String] = []
        if let model = scope.relation(name) {
            guard case .model = model.state else {
                report(wrongInput("score", wanted: doc("en modell (av `train`)", "a model (made by `train`)"), model, at: place))
                return nil
            }
            checkThere(name, at: place, scope)
            step.inputs.append(model.entity)
            set(.scoredWith, .entity(model.entity), on: step.entity, at: place)
            if let made = model.madeBy, case .train(let form) = scope.pipeline.steps[made].action { wanted = form.features.map(\.name) }
        } else {
            guard let system = resolve(name, kind: .system, at: place, from: scope.here) else { return nil }
            set(.scoredWith, .entity(system), on: step.entity, at: place)
            let header = model.store.headers[Int(system.declaration)], features = listed("features", header.member)
            wanted = features.map(\.word)
            for (feature, span) in features where !from.columns.contains(where: { $0.name == feature }) {
                // A slip stands where it was made, and not where the system is used.
                guard let near = nearest(to: feature, in: from.columns.map(\.name)) else { continue }
                lose(.noColumn(feature, near: near))
                var finding = ModelFinding.unknownName(feature, kind: "column", candidates: from.columns.map(\.name), at: header.scope.place(span))
                finding.notes = [Note(text: doc("`\(name)` får sina variabler ur `\(from.name)` här.", "`\(name)` gets its features from `\(from.name)` here."), place: place)]
                report(finding)
                wanted.removeAll { $0 == feature }
            }
        }
        for feature in wanted where !from.columns.contains(where: { $0.name == feature }) {
            reportNoColumn(feature, candidates: from.columns.map(\.name), at: place)
        }
        return from.columns.filter { wanted.contains($0.name) }
    }

    /// The words that a declaration lists, as it writes them: the declaration itself may be read after this one.
    private func listed(_ key: String, _ member: Member) -> [(word: String, span: Span)] {
        properties(key, of: member).flatMap(\.values).compactMap { value in word(value).map { ($0, value.span) } }
    }

    mutating func select(_ member: Member, _ step: inout PipelineStep, _ scope: inout PipelineScope) {
        let here = scope.here
        guard let from = input(clause("from", of: member)?.values.first, scope, at: here.place(member.span)) else { return }
        step.inputs.append(from.entity)
        if let value = member.values.first, case .percent = value.form, let share = number(value), share > Exact(0), share <= Exact(1) {} else if let value = member.values.first {
            if let rows = count(value, "select", scope) { set("rows_stated", .number(Exact(Int64(rows))), on: step.entity) }
        } else {
            report(ModelFinding.wrongValue("select", wanted: doc("hur många, till exempel `select 500 from scored` eller `select 5% from scored`", "how many, such as `select 500 from scored` or `select 5% from scored`"), at: here.place(headSpan(of: member))))
        }
        if let value = property("random", of: member)?.values.first {
            if let share = number(value), share >= Exact(0), share <= Exact(1) {} else {
                report(ModelFinding.wrongValue("random", wanted: doc("en andel mellan 0% och 100%", "a share between 0% and 100%"), at: here.place(value.span)))
            }
        }
        let rows = RowScope(sources: [Consolidation.Source(alias: from.name, table: nil, relation: from.name, columns: from.columns, isMany: false)])
        if let value = property("where", of: member)?.values.first { _ = condition(value, rows, &step, scope) }
        let by = property("by", of: member)?.values.first
        if let name = by == nil ? (from.columns.contains { $0.name == "score" } ? "score" : nil) : column(by, of: from.columns, "by", scope),
            let order = from.columns.first(where: { $0.name == name })
        {
            step.columnFacts.append(ColumnFact(fact: "selected_by", columns: [order], relation: from.name))
            if case .number = order.domain.rowType {} else if order.domain.rowType != .date {
                report(ModelFinding.general("N018", "types-disagree", at: here.place(by?.span ?? member.span), doc("Fel slags värde", "Wrong type"),
                    doc("Ett urval går efter ett tal eller en dag; `\(name)` är \(order.domain.rowType.words.sv).", "A selection goes by a number or a date; `\(name)` is \(order.domain.rowType.words.en).")))
            }
        } else if by == nil {
            report(ModelFinding.missingKey("by", in: member.results.first?.text ?? "select", at: here.place(headSpan(of: member))))
        }
        guard let result = member.results.first else { return }
        make(result, columns: from.columns, key: from.key, state: from.state, from: [from.name], &step, &scope)
    }

    /// `communicate` and `review`: the rows pass as they are.
    mutating func pass(_ member: Member, _ step: inout PipelineStep, _ scope: inout PipelineScope) {
        guard let from = input(member.values.first, scope, at: scope.here.place(member.span)) else { return }
        step.inputs.append(from.entity)
        shows(member, step, scope)
        for result in member.results { make(result, columns: from.columns, key: from.key, state: from.state, from: [from.name], &step, &scope) }
    }

    /// What the person is shown: datasets, tables or what earlier steps made.
    private mutating func shows(_ member: Member, _ step: PipelineStep, _ scope: PipelineScope) {
        guard let part = property("shows", of: member) else { return }
        var shown: [Value] = []
        for value in part.values {
            guard let name = word(value) else {
                report(ModelFinding.wrongValue("shows", wanted: doc("en datamängd, eller något som ett tidigare steg gav", "a dataset, or what an earlier step gave"), at: scope.here.place(value.span)))
                continue
            }
            if let relation = scope.relation(name) {
                checkThere(name, at: scope.here.place(value.span), scope)
                shown.append(.entity(relation.entity))
            } else if !scope.broken.contains(name), let dataset = resolve(name, kind: .dataset, at: scope.here.place(value.span), from: scope.here) {
                shown.append(.entity(dataset))
            }
        }
        set("shows", .list(shown), on: step.entity, at: scope.here.place(part.span))
    }

    mutating func decide(_ member: Member, _ step: inout PipelineStep, _ scope: inout PipelineScope) {
        guard let from = input(member.values.first, scope, at: scope.here.place(member.span)) else { return }
        step.inputs.append(from.entity)
        let rows = RowScope(sources: [Consolidation.Source(alias: from.name, table: nil, relation: from.name, columns: from.columns, isMany: false)])
        for part in properties("approve", of: member) { if let value = part.values.first { _ = condition(value, rows, &step, scope) } }
        _ = reasonedConditions("fall out", of: member, rows, &step, scope)
        // Rules decide by themselves; a named role or person does not.
        let isAutomated = word(clause("by", of: member)?.values.first) == "Rules"
        set("automated", .truth(isAutomated), on: step.entity)
        if isAutomated, property("approve", of: member) == nil {
            report(ModelFinding.missingKey("approve", in: member.results.first?.text ?? "decide", at: scope.here.place(headSpan(of: member))))
        }
        for result in member.results { make(result, columns: from.columns, key: from.key, state: from.state, from: [from.name], &step, &scope) }
    }
}
