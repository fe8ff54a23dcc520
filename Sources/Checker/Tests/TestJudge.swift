// Compares what came out with what a test says must.
import Law
import Model
import Plan
import Source
import Syntax

struct TestJudge {
    var snapshot: Snapshot
    /// The test's own file and member: where its failures are told.
    var file: FileID
    var member: Int32

    func failures(of test: TestBlock) -> [Diagnostic] {
        var failures: [Diagnostic] = test.properties("verdict").flatMap(\.values).compactMap(verdict)
        for part in test.properties("expect") {
            let at = part.clauses.first { $0.word.text == "at" }
            failures += part.values.compactMap { expected($0, at: at) }
        }
        failures += test.properties("silent").flatMap(\.values).compactMap(silent)
        failures += test.properties("plan").flatMap(\.values).compactMap(plan)
        return failures + brokenness(test)
    }

    private func place(_ span: Span) -> Place { Place(file: file, member: member, span: span) }

    private func failure(_ code: String, _ slug: String, _ span: Span, _ title: Message, _ message: Message, notes: [Note] = []) -> Diagnostic {
        Diagnostic(code: code, slug: slug, severity: .error, place: place(span), title: title, message: message, notes: notes)
    }

    /// `compatibility(SynthesiseCases, CaseSystem) is compatible`
    private func verdict(_ expression: Syntax.Expression) -> Diagnostic? {
        guard case .binary(let op, let left, let right) = expression.form, op == .is || op == .isNot || op == .equal, case .call(let callee, let arguments) = left.form,
            case .path(let wanted) = right.form
        else {
            return failure("T005", "unreadable-verdict", expression.span, Message(sv: "Utfallet kan inte läsas", en: "The verdict can't be read"),
                Message(sv: "Skriv `beslut(behandling, datamängd) is utfall`.", en: "Write `decision(activity, dataset) is conclusion`."))
        }
        let name = callee.map(\.text).joined(separator: ".")
        let entities = arguments.compactMap { argument -> Value? in
            guard case .path(let names) = argument.value.form else { return nil }
            return entity(names.map(\.text).joined(separator: ".")).map { .entity($0) }
        }
        guard entities.count == arguments.count, let result = decide(name, entities, snapshot.packs, over: snapshot.model, asOf: snapshot.asOf) else {
            return failure("T005", "unreadable-verdict", left.span, Message(sv: "Utfallet kan inte läsas", en: "The verdict can't be read"),
                Message(sv: "Det finns inget sådant beslut, eller inget av det namnet att pröva.", en: "There is no such decision, or nothing of that name to decide."))
        }
        let came = result.conclusion ?? "undetermined", conclusion = wanted.map(\.text).joined(separator: ".")
        guard (came == conclusion) == (op == .isNot) else { return nil }
        return failure("T001", "other-verdict", expression.span, Message(sv: "Ett annat utfall", en: "Another verdict"),
            Message(sv: "Utfallet blev `\(came)`.", en: "The verdict came out as `\(came)`."), notes: result.derivation)
    }

    private func expected(_ value: Syntax.Expression, at clause: Clause?) -> Diagnostic? {
        guard case .path(let names) = value.form else { return nil }
        let code = names.map(\.text).joined(separator: ".")
        let came = snapshot.findings.filter { $0.code == code }
        if came.isEmpty {
            let others = Array(Set(snapshot.findings.map(\.code))).sorted().joined(separator: ", ")
            return failure("T002", "not-found", value.span, Message(sv: "Anmärkningen kom inte", en: "The finding did not come"),
                Message(sv: "`\(code)` kom inte. Det som kom: \(others.isEmpty ? "inget" : others).", en: "`\(code)` did not come. What came: \(others.isEmpty ? "nothing" : others)."))
        }
        guard let at = clause?.values.first, case .path(let path) = at.form else { return nil }
        let wanted = places(path.map(\.text))
        if came.contains(where: { wanted.contains($0.place) }) { return nil }
        return failure("T002", "not-found-there", at.span, Message(sv: "Anmärkningen kom på ett annat ställe", en: "The finding came elsewhere"),
            Message(sv: "`\(code)` kom, men inte vid `\(at.source)`.", en: "`\(code)` came, but not at `\(at.source)`."),
            notes: came.map { Note(text: $0.message, place: $0.place) })
    }

    private func silent(_ value: Syntax.Expression) -> Diagnostic? {
        guard case .path(let names) = value.form else { return nil }
        let code = names.map(\.text).joined(separator: ".")
        guard let finding = snapshot.findings.first(where: { $0.code == code }) else { return nil }
        return failure("T003", "not-silent", value.span, Message(sv: "Anmärkningen skulle inte komma", en: "The finding should not come"),
            Message(sv: "`\(code)` kom: \(finding.message.sv)", en: "`\(code)` came: \(finding.message.en)"), notes: finding.notes)
    }

    /// `plan: SynthesiseCases is ready` or `… is blocked`.
    private func plan(_ expression: Syntax.Expression) -> Diagnostic? {
        guard case .binary(_, let left, let right) = expression.form, case .path(let names) = left.form, case .path(let state) = right.form,
            let activity = entity(names.map(\.text).joined(separator: "."))
        else { return nil }
        let ready = (try? snapshot.plan(of: activity)) != nil
        guard ready != (state.first?.text == "ready") else { return nil }
        return failure("T006", "other-plan", expression.span, Message(sv: "Planen blev en annan", en: "The plan came out otherwise"),
            ready ? Message(sv: "Planen är klar att köra.", en: "The plan is ready.") : Message(sv: "Planen är spärrad.", en: "The plan is blocked."))
    }

    /// A text that does not read is no test of the law: unless a test expects such a finding, it fails.
    private func brokenness(_ test: TestBlock) -> [Diagnostic] {
        let expected = Set(test.properties("expect").flatMap { $0.values.compactMap { if case .path(let names) = $0.form { names.first?.text } else { nil } } })
        let broken = snapshot.findings.first { finding in
            finding.severity == .error && !expected.contains(finding.code) && finding.code != "N900" && (finding.code.hasPrefix("X") || finding.code.hasPrefix("N"))
        }
        guard let broken else { return [] }
        return [failure("T007", "does-not-read", test.node.word?.span ?? test.node.span, Message(sv: "Det ändrade går inte att läsa", en: "What was changed does not read"),
            Message(sv: "\(broken.code): \(broken.message.sv)", en: "\(broken.code): \(broken.message.en)"))]
    }

    private func entity(_ name: String) -> EntityID? {
        for kind in ["activity", "dataset", "purpose", "subject", "system", "request", "controller", "notice", "assessment"] {
            if let id = snapshot.model.lookup(name, kind: kind), snapshot.model[id].origin == .specification { return id }
        }
        return nil
    }

    /// The places that `X`, `X.property` or `X.step` may mean.
    private func places(_ path: [String]) -> Set<Place> {
        guard let first = path.first, let id = entity(first) else { return [] }
        let model = snapshot.model
        guard path.count > 1 else { return [model.place(of: id)] }
        let rest = path.dropFirst().joined(separator: " ")
        var places: Set<Place> = []
        if let row = Kinds.named(model.kind(of: id))?.properties.first(where: { $0.key == rest || $0.fact == rest }), let place = model.place(of: row.fact, of: id) { places.insert(place) }
        if let pipeline = model.pipelines[id] {
            for step in pipeline.steps where step.name == rest || model.name(of: step.entity) == rest { places.insert(model.place(of: step.entity)) }
            if let relation = pipeline.relations[rest] { places.insert(model.place(of: relation.entity)) }
        }
        return places
    }
}
