// `disclose`, `archive`, `delete` and `release`: how data leave a run, or end.
import Privacy
import Source
import Syntax

extension Builder {
    mutating func delete(_ member: Member, _ step: inout PipelineStep, _ scope: inout PipelineScope) {
        let relations = inputs(member, &step, scope, toDelete: true)
        let after = clause("after", of: member)?.values.compactMap { value -> String? in
            guard let gate = input(value, scope, at: scope.here.place(value.span)) else { return nil }
            guard case .evidence = gate.state else {
                report(wrongInput("after", wanted: doc("ett krav (av `evaluate` eller `audit`)", "a gate (made by `evaluate` or `audit`)"), gate, at: scope.here.place(value.span)))
                return nil
            }
            return gate.name
        } ?? []
        let passedOnly = clause("passed", of: member) != nil
        set("after_passed_only", .truth(passedOnly), on: step.entity)
        // One that could not be found is told of, and what stands beside it is not followed further.
        let values = member.values
        if values.count == relations.count { for (value, name) in zip(values, relations) { scope.deleted.append((name, value.span, !passedOnly)) } }
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

    private mutating func inputs(_ member: Member, _ step: inout PipelineStep, _ scope: PipelineScope, toDelete: Bool = false) -> [String] {
        if member.values.isEmpty { _ = input(nil, scope, at: scope.here.place(member.span)) }
        return member.values.compactMap { value in
            guard let relation = input(value, scope, at: scope.here.place(value.span), toDelete: toDelete) else { return nil }
            step.inputs.append(relation.entity)
            return relation.name
        }
    }

    /// Handed to a recipient: what it is, and under which decision, is for the law to ask.
    mutating func disclose(_ member: Member, _ step: inout PipelineStep, _ scope: inout PipelineScope) {
        for value in member.values {
            guard let relation = input(value, scope, at: scope.here.place(value.span)) else { continue }
            step.inputs.append(relation.entity)
            if case .evidence = relation.state { report(wrongInput("disclose", wanted: doc("uppgifter eller en modell", "data or a model"), relation, at: scope.here.place(value.span))) }
        }
        if member.values.isEmpty { _ = input(nil, scope, at: scope.here.place(member.span)) }
    }

    /// To the cold zone, where it is read and never changed.
    mutating func archive(_ member: Member, _ step: inout PipelineStep, _ scope: inout PipelineScope) { _ = inputs(member, &step, scope) }
}
