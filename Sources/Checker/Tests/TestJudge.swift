// Compares what came out with what a test says must.
import Law
import Model
import Plan
import Source
import Syntax

struct TestJudge {
    var snapshot: Snapshot
    var changed: ChangedText
    /// The test's own file and member: where its failures are told.
    var file: FileID
    var member: Int32
    /// Where that member begins in the file.
    var start: Int

    private var places: TestPlaces { TestPlaces(model: snapshot.model) }

    func failures(of test: TestBlock) -> [Diagnostic] {
        var failures: [Diagnostic] = test.properties("verdict").flatMap(\.values).compactMap(verdict)
        for part in test.properties("expect") {
            failures += part.values.flatMap { expected($0, at: TestJudge.wanted(part)) }
        }
        for part in test.properties("silent") {
            failures += part.values.compactMap { silent($0, at: TestJudge.wanted(part)) }
        }
        failures += test.properties("plan").flatMap(\.values).compactMap(plan)
        return failures + brokenness(test)
    }

    private func place(_ span: Span) -> Place { Place(file: file, member: member, span: span) }

    private func failure(_ code: String, _ slug: String, _ span: Span, _ title: Message, _ message: Message, notes: [Note] = []) -> Diagnostic {
        Diagnostic(code: code, slug: slug, severity: .error, place: place(span), title: title, message: message, notes: notes)
    }

    /// What stands after `at`.
    private static func wanted(_ line: Member) -> [(path: [String], span: Span)] {
        line.clauses.filter { $0.word.text == "at" }.flatMap(\.values).compactMap { value in
            if case .path(let names) = value.form { (names.map(\.text), value.span) } else { nil }
        }
    }

    private func verdict(_ expression: Syntax.Expression) -> Diagnostic? {
        func unreadable(_ span: Span, _ message: Message) -> Diagnostic {
            failure("T005", "unreadable-verdict", span, Message(sv: "Utfallet kan inte läsas", en: "The verdict can't be read"), message)
        }
        guard let verdict = TestVerdict(expression) else { return unreadable(expression.span, TestVerdict.form) }
        let entities = verdict.arguments.compactMap { places.entity($0.text).map { Value.entity($0) } }
        guard entities.count == verdict.arguments.count, let result = decide(verdict.decision.text, entities, snapshot.packs, over: snapshot.model, asOf: snapshot.asOf) else {
            return unreadable(expression.span,
                Message(sv: "Det finns inget sådant beslut, eller inget av det namnet att pröva.", en: "There is no such decision, or nothing of that name to decide."))
        }
        let came = result.conclusion ?? "undetermined"
        guard (came == verdict.conclusion.text) == verdict.isDenied else { return nil }
        return failure("T001", "other-verdict", expression.span, Message(sv: "Ett annat utfall", en: "Another verdict"),
            Message(sv: "Utfallet blev `\(came)`.", en: "The verdict came out as `\(came)`."), notes: result.derivation)
    }

    private func expected(_ value: Syntax.Expression, at wanted: [(path: [String], span: Span)]) -> [Diagnostic] {
        guard case .path(let names) = value.form else { return [] }
        let code = names.map(\.text).joined(separator: ".")
        let came = snapshot.findings.filter { $0.code == code }
        if came.isEmpty {
            let others = Array(Set(snapshot.findings.map(\.code))).sorted().joined(separator: ", ")
            return [failure("T002", "not-found", value.span, Message(sv: "Anmärkningen kom inte", en: "The finding did not come"),
                Message(sv: "`\(code)` kom inte. Det som kom: \(others.isEmpty ? "inget" : others).", en: "`\(code)` did not come. What came: \(others.isEmpty ? "nothing" : others)."))]
        }
        return wanted.compactMap { path, span in
            let asked = places.places(path), shown = path.joined(separator: ".")
            if came.contains(where: { asked.contains($0.place) }) { return nil }
            return failure("T002", "not-found-there", span, Message(sv: "Anmärkningen kom på ett annat ställe", en: "The finding came elsewhere"),
                Message(sv: "`\(code)` kom, men inte vid `\(shown)`.", en: "`\(code)` came, but not at `\(shown)`."),
                notes: came.map { Note(text: $0.message, place: $0.place) })
        }
    }

    private func silent(_ value: Syntax.Expression, at wanted: [(path: [String], span: Span)]) -> Diagnostic? {
        guard case .path(let names) = value.form else { return nil }
        let code = names.map(\.text).joined(separator: ".")
        let asked = wanted.isEmpty ? nil : wanted.reduce(into: Set<Place>()) { $0.formUnion(places.places($1.path)) }
        guard let finding = snapshot.findings.first(where: { finding in finding.code == code && asked.map { $0.contains(finding.place) } ?? true }) else { return nil }
        return failure("T003", "not-silent", value.span, Message(sv: "Anmärkningen skulle inte komma", en: "The finding should not come"),
            Message(sv: "`\(code)` kom: \(finding.message.sv)", en: "`\(code)` came: \(finding.message.en)"), notes: finding.notes)
    }

    private func plan(_ expression: Syntax.Expression) -> Diagnostic? {
        guard let plan = TestPlan(expression), let activity = places.entity(plan.activity.text) else { return nil }
        let ready = (try? snapshot.plan(of: activity)) != nil
        guard ready != plan.isReady else { return nil }
        return failure("T006", "other-plan", expression.span, Message(sv: "Planen blev en annan", en: "The plan came out otherwise"),
            ready ? Message(sv: "Planen är klar att köra.", en: "The plan is ready.") : Message(sv: "Planen är spärrad.", en: "The plan is blocked."))
    }

    /// A text that does not read is no test of the law: unless a test expects such a finding, it fails. What the test wrote itself is told where it
    /// wrote it.
    private func brokenness(_ test: TestBlock) -> [Diagnostic] {
        let expected = Set(test.properties("expect").flatMap { $0.values.compactMap { if case .path(let names) = $0.form { names.first?.text } else { nil } } })
        let broken = snapshot.findings.filter { finding in
            finding.severity == .error && !expected.contains(finding.code) && finding.code != "N900" && (finding.code.hasPrefix("X") || finding.code.hasPrefix("N"))
        }
        let placed = broken.lazy.compactMap { finding in written(finding).map { (finding, Optional($0)) } }.first
        guard let (finding, span) = placed ?? broken.first.map({ ($0, nil) }) else { return [] }
        var failure = failure("T007", "does-not-read", span ?? test.node.word?.span ?? test.node.span, Message(sv: "Det ändrade går inte att läsa", en: "What was changed does not read"),
            Message(sv: "\(finding.code): \(finding.message.sv)", en: "\(finding.code): \(finding.message.en)"))
        failure.advice = finding.advice
        if span == nil { failure.notes = [Note(text: Message(sv: "det står här", en: "it stands here"), place: finding.place)] }
        return [failure]
    }

    /// Where the test wrote what a finding is about, counted from the test.
    private func written(_ finding: Diagnostic) -> Span? {
        guard let range = snapshot.files.range(of: finding.place),
            let own = changed.written(range, file: Int(finding.place.file.index) - snapshot.firstSource), own.lowerBound >= start
        else { return nil }
        return Span(own.lowerBound - start..<own.upperBound - start)
    }
}
