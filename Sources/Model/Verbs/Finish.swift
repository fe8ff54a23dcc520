// `delete`, `release`, and the verbs that are typed by the shape of what flows through them.
import Privacy
import Source
import Syntax

extension Builder {
    mutating func delete(_ member: Member, _ step: inout PipelineStep, _ scope: inout PipelineScope) {
        let relations = inputs(member, &step, scope)
        let after = clause("after", of: member)?.values.compactMap { value -> String? in
            guard let gate = input(value, scope, at: scope.here.place(value.span)) else { return nil }
            guard case .evidence = gate.state else {
                report(wrongInput("after", wanted: doc("en grind (av `evaluate` eller `audit`)", "a gate (made by `evaluate` or `audit`)"), gate, at: scope.here.place(value.span)))
                return nil
            }
            return gate.name
        } ?? []
        let passedOnly = clause("passed", of: member) != nil
        set("after_passed_only", .truth(passedOnly), on: step.entity)
        step.action = .delete(relations: relations, after: after, passedOnly: passedOnly)
    }

    mutating func release(_ member: Member, _ step: inout PipelineStep, _ scope: inout PipelineScope) {
        let names = inputs(member, &step, scope)
        for value in member.values {
            guard case .path(let path) = value.form, path.count == 1, let relation = scope.relation(path[0].text) else { continue }
            if let finding = stays(relation, at: scope.here.place(value.span)) { report(finding) }
        }
        step.action = .release(names)
    }

    /// What may leave a run is no longer about persons, or is a model; personal data themselves go to a recipient by `disclose`.
    private func stays(_ relation: PipelineRelation, at place: Place) -> Diagnostic? {
        switch relation.state {
        case .synthetic, .model, .aggregated, .anonymous: nil
        case .personal, .pseudonymised, .masked:
            ModelFinding.general("N037", "release-of-personal-data", at: place, doc("Personuppgifter släpps", "Personal data released"),
                doc("`\(relation.name)` är personuppgifter, och `release` släpper dem ur körningen.", "`\(relation.name)` is personal data, and `release` would let it out of the run."),
                doc("Släpp syntetiska uppgifter, en modell eller en sammanställning av grupper.", "Release synthetic data, a model or a table of groups."))
        case .synthesiser, .evidence:
            wrongInput("release", wanted: doc("syntetiska uppgifter, en modell eller en sammanställning av grupper", "synthetic data, a model or a table of groups"), relation, at: place)
        }
    }

    private mutating func inputs(_ member: Member, _ step: inout PipelineStep, _ scope: PipelineScope) -> [String] {
        if member.values.isEmpty { _ = input(nil, scope, at: scope.here.place(member.span)) }
        return member.values.compactMap { value in
            guard let relation = input(value, scope, at: scope.here.place(value.span)) else { return nil }
            step.inputs.append(relation.entity)
            return relation.name
        }
    }

    /// A verb that the engine can't run yet: its inputs are resolved, and labels and state flow by the table's rule.
    mutating func flow(_ member: Member, _ verb: Verb, _ step: inout PipelineStep, _ scope: inout PipelineScope) {
        var sources: [Consolidation.Source] = []
        for value in member.values + (clause("with", of: member)?.values ?? []) + (clause("from", of: member)?.values ?? []) + (clause("of", of: member)?.values ?? []) {
            guard case .path(let names) = value.form else { continue }
            let known = names.count == 2 || names.first.map { scope.relation($0.text) != nil || scope.broken.contains($0.text) } == true
            if known, let source = source(value, isFirst: true, &step, scope) { sources.append(source) }
        }
        for source in sources where source.table != nil { for column in source.columns { step.reads.formUnion(column.lineage) } }
        let acts: Set<VerbName> = [.score, .select, .communicate, .review, .decide]
        set("selects_persons", .truth(acts.contains(verb.name)), on: step.entity)
        guard let result = member.results.first, let first = sources.first else { return }
        var columns = sources.flatMap(\.columns).reduce(into: [RelationColumn]()) { kept, column in
            if !kept.contains(where: { $0.name == column.name }) { kept.append(column) }
        }
        var state = state(of: sources, scope)
        switch verb.flow {
        case .masked: (state, columns) = (.masked, columns.map(withoutIdentity))
        case .pseudonymised: (state, columns) = (.pseudonymised, columns.map(withoutIdentity))
        case .aggregated:
            let smallest = property("smallest", of: member)?.values.first.flatMap { number($0)?.scaled(to: 0) }.map(Int.init)
            columns = columns.map(withoutIdentity)
            // Groups of one are the persons themselves: only a least size, or noise, makes something else of them.
            if (smallest ?? 0) > 1 || property("epsilon", of: member) != nil { state = .aggregated(smallest: smallest) }
        case .same, .none, .own: break
        }
        make(result, columns: columns, key: first.relation.flatMap { scope.relation($0)?.key }, state: state, from: sources.compactMap(\.relation), &step, &scope)
    }

    private func withoutIdentity(_ column: RelationColumn) -> RelationColumn {
        var column = column
        column.identifies = min(column.identifies, .indirectly)
        return column
    }
}
