// What is wrong with a `test` block as it is written: one that asks for nothing passes whatever the law says.
import Law
import Model
import Source
import Syntax

/// The findings of all test blocks of the files asked for, at their places.
func testFindings(_ sources: SourceSet, first: Int, _ library: Library, _ model: Model) -> [Diagnostic] {
    TestBlock.all(in: sources).flatMap { test -> [Diagnostic] in
        // What can't be read is told as that, and may have been anything.
        guard sources.files[test.file].tree.members[test.member].tree.errors.isEmpty else { return [] }
        let place = Place(file: FileID(index: Int32(first + test.file)), member: Int32(test.member), span: test.node.span)
        var reader = TestReader(test: test, place: place, library: library, places: TestPlaces(model: model))
        return reader.findings()
    }
}

private struct TestReader {
    let test: TestBlock
    let place: Place
    let library: Library
    let places: TestPlaces
    private var found: [Diagnostic] = []

    init(test: TestBlock, place: Place, library: Library, places: TestPlaces) {
        (self.test, self.place, self.library, self.places) = (test, place, library, places)
    }

    private static let row = Kinds.forms.first { $0.name == "test" }
    private static let keys = (row?.properties ?? []).map(\.key)
    private static let blocks = ["change", "given"]

    mutating func findings() -> [Diagnostic] {
        day()
        for line in test.node.members { read(line) }
        if found.isEmpty, !Self.keys.contains(where: { !test.properties($0).isEmpty }) { expectsNothing() }
        return found
    }

    private mutating func day() {
        for clause in test.node.clauses {
            guard clause.word.text == "as of" else {
                unreadable(clause.span, stray(clause.word.text, after: "test", only: "as of"))
                continue
            }
            if clause.values.count == 1, case .date? = clause.values.first?.form { continue }
            unreadable(clause.span, Message(sv: "Efter `as of` står en dag, som 2026-11-21.", en: "A day stands after `as of`, such as 2026-11-21."))
        }
    }

    private mutating func read(_ line: Member) {
        switch (line.form, line.key?.text) {
        case (.property, "expect"?), (.property, "silent"?):
            line.values.forEach { code($0) }
            for clause in line.clauses {
                if clause.word.text == "at" { clause.values.forEach { pointed($0) } } else { unreadable(clause.word.span, stray(clause.word.text, after: line.key?.text ?? "", only: "at")) }
            }
        case (.property, "verdict"?):
            line.values.forEach { verdict($0) }
            nothingAfter(line)
        case (.property, "plan"?):
            line.values.forEach { plan($0) }
            nothingAfter(line)
        case (.declaration, _) where Self.blocks.contains(line.word?.text ?? ""): break
        default: unknown(line)
        }
    }

    private mutating func nothingAfter(_ line: Member) {
        for clause in line.clauses {
            unreadable(clause.word.span, Message(sv: "Inget kan följa på `\(line.key?.text ?? "")`.", en: "Nothing can follow `\(line.key?.text ?? "")`."))
        }
    }

    private func stray(_ word: String, after key: String, only: String) -> Message {
        Message(sv: "Efter `\(key)` kan bara `\(only)` stå, inte `\(word)`.", en: "Only `\(only)` can stand after `\(key)`, not `\(word)`.")
    }

    // MARK: Codes, places, verdicts

    private mutating func code(_ value: Syntax.Expression) {
        guard case .path(let names) = value.form else {
            return unreadable(value.span, Message(sv: "Här står en kod, som `P004`.", en: "A code stands here, such as `P004`."))
        }
        let code = names.map(\.text).joined(separator: ".")
        guard !KnownCodes.hold(code, library) else { return }
        let known = KnownCodes.all(library)
        tell("T009", "unknown-code", value.span, Message(sv: "Koden finns inte", en: "No such code"),
            Message(sv: "Ingen regel och inget verktyg har koden `\(code)`.", en: "No rule and no tool has the code `\(code)`."),
            near: code, among: known)
    }

    private mutating func pointed(_ value: Syntax.Expression) {
        guard case .path(let path) = value.form, let first = path.first else {
            return unreadable(value.span, Message(sv: "Efter `at` står ett namn, som `A.purpose`.", en: "A name stands after `at`, such as `A.purpose`."))
        }
        // What the test itself brings in is looked for when it runs.
        if test.brings.contains(first.text) { return }
        guard let id = places.entity(first.text) else { return unknownPlace(first, among: places.names) }
        guard path.count > 1, let last = path.last else { return }
        let rest = path.dropFirst().map(\.text), parts = places.parts(of: id)
        if parts.contains(rest.joined(separator: " ")) || parts.contains(rest.joined(separator: ".")) || test.brings.contains(last.text) { return }
        unknownPlace(Name(text: rest.joined(separator: "."), span: Span(start: path[1].span.start, end: last.span.end)), in: first.text, among: parts.filter { !$0.contains(" ") })
    }

    private mutating func verdict(_ value: Syntax.Expression) {
        guard let verdict = TestVerdict(value) else { return unreadableVerdict(value.span, TestVerdict.form) }
        guard let decision = library.packs.lazy.compactMap({ $0.decision(verdict.decision.text) }).first else {
            return unreadableVerdict(
                verdict.decision.span, Message(sv: "Det finns inget beslut `\(verdict.decision.text)`.", en: "There is no decision `\(verdict.decision.text)`."),
                near: verdict.decision.text, among: library.packs.flatMap(\.decisions).map(\.name))
        }
        for argument in verdict.arguments where places.entity(argument.text) == nil && !test.brings.contains(argument.text) { unknownPlace(argument, among: places.names) }
        guard verdict.conclusion.text != "undetermined", !decision.conclusions.contains(verdict.conclusion.text) else { return }
        unreadableVerdict(
            verdict.conclusion.span,
            Message(
                sv: "`\(decision.name)` slutar aldrig i `\(verdict.conclusion.text)`.", en: "`\(decision.name)` never ends in `\(verdict.conclusion.text)`."),
            near: verdict.conclusion.text, among: decision.conclusions + ["undetermined"])
    }

    private mutating func plan(_ value: Syntax.Expression) {
        guard let plan = TestPlan(value) else {
            return unreadable(value.span, Message(sv: "Skriv `A is ready` eller `A is blocked`, där A är en behandling.", en: "Write `A is ready` or `A is blocked`, where A is an activity."))
        }
        if places.model.lookup(plan.activity.text, kind: "activity") == nil, !test.brings.contains(plan.activity.text) {
            unknownPlace(plan.activity, among: places.model.names(ofKind: "activity"))
        }
    }

    // MARK: Words

    private mutating func unknown(_ line: Member) {
        let name = line.key ?? line.word ?? line.values.first.map { Name(text: $0.source, span: $0.span) } ?? Name(text: "", span: line.span)
        let known = Self.keys + Self.blocks, near = nearest(to: name.text, in: known)
        tell("T008", "unknown-test-line", name.span, Message(sv: "Okänd rad i ett test", en: "Unknown line in a test"),
            Message(sv: "Ett test har ingen rad `\(name.text)`.", en: "A test has no line `\(name.text)`."),
            near: name.text, among: known,
            otherwise: Message(sv: "Här kan stå: \(known.sorted().joined(separator: ", ")).", en: "These may stand here: \(known.sorted().joined(separator: ", "))."),
            shown: near.map { Self.keys.contains($0) ? "\($0):" : $0 })
    }

    private mutating func unknownPlace(_ name: Name, in owner: String? = nil, among known: [String]) {
        tell("T010", "unknown-place", name.span, Message(sv: "Inget av det namnet", en: "Nothing of that name"),
            owner.map { Message(sv: "`\($0)` har ingen del `\(name.text)` som ett test kan peka på.", en: "`\($0)` has no part `\(name.text)` that a test can point at.") }
                ?? Message(sv: "Det finns inget `\(name.text)` här.", en: "There is no `\(name.text)` here."),
            near: name.text, among: known)
    }

    private mutating func expectsNothing() {
        let head = test.node.word?.span ?? test.node.span
        tell("T011", "expects-nothing", head, Message(sv: "Testet väntar sig ingenting", en: "The test expects nothing"),
            Message(sv: "Testet säger inte vad som ska komma, och klaras därför alltid.", en: "The test does not say what must come, and so always passes."),
            otherwise: Message(sv: "Lägg till `verdict:`, `expect:`, `silent:` eller `plan:`.", en: "Add `verdict:`, `expect:`, `silent:` or `plan:`."))
    }

    private mutating func unreadable(_ span: Span, _ message: Message) {
        tell("T012", "unreadable-expectation", span, Message(sv: "Raden säger inget som kan prövas", en: "The line says nothing that can be tested"), message)
    }

    private mutating func unreadableVerdict(_ span: Span, _ message: Message, near name: String? = nil, among known: [String] = []) {
        tell("T005", "unreadable-verdict", span, Message(sv: "Utfallet kan inte läsas", en: "The verdict can't be read"), message, near: name, among: known)
    }

    private mutating func tell(
        _ code: String, _ slug: String, _ span: Span, _ title: Message, _ message: Message, near name: String? = nil, among known: [String] = [], otherwise: Message? = nil, shown: String? = nil
    ) {
        var place = place
        place.span = span
        var finding = Diagnostic(code: code, slug: slug, severity: .error, place: place, title: title, message: message)
        finding.advice = otherwise
        if let name, let near = shown ?? nearest(to: name, in: known) { finding.advice = Message(sv: "Menade du `\(near)`?", en: "Did you mean `\(near)`?") }
        if let name, let meant = certain(name, in: known) { finding.fixes = [.replacing(place, with: meant)] }
        found.append(finding)
    }
}

/// The codes that a finding can have: those of the tool, of the packs that ship, and of the files' own rules.
private enum KnownCodes {
    static func hold(_ code: String, _ library: Library) -> Bool {
        library.packs.contains { $0.rules.contains { $0.code == code } } || shipped.contains(code)
    }

    static func all(_ library: Library) -> [String] { Array(shipped.union(library.packs.flatMap(\.rules).map(\.code))).sorted() }

    /// Read once a process, and only where a test names what the packs in use don't have.
    private static let shipped = Set(CodePage.codes)
}
