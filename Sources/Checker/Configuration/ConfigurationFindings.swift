// A configuration's problems as findings, the severities it raises, and what it names that is not there.
import Law
import Model
import Source

extension Configuration.Problem {
    fileprivate var title: (slug: String, severity: Severity, text: Message) {
        switch code {
        case "C001": ("not-yaml", .error, Message(sv: "Inställningarna går inte att läsa", en: "The configuration can't be read"))
        case "C002": ("several-documents", .error, Message(sv: "Flera dokument", en: "Several documents"))
        case "C003": ("duplicate-setting", .error, Message(sv: "Nyckeln står två gånger", en: "A key stands twice"))
        case "C004": ("unknown-setting", .error, Message(sv: "Okänd inställning", en: "Unknown setting"))
        case "C006": ("bad-day", .error, Message(sv: "Ingen dag", en: "Not a day"))
        case "C007": ("lowered-severity", .error, Message(sv: "Allvaret kan inte sänkas", en: "A severity can't be lowered"))
        case "C008": ("unknown-code", .error, Message(sv: "Okänd kod", en: "Unknown code"))
        case "C009": ("missing-path", .error, Message(sv: "Det som nämns finns inte", en: "What is named is not there"))
        case "C010": ("missing-pack", .error, Message(sv: "Lagpaketet finns inte", en: "The law pack is not there"))
        case "C011": ("unknown-edition", .error, Message(sv: "Okänd utgåva", en: "Unknown edition"))
        case "C013": ("unknown-label", .error, Message(sv: "Okänd kategori eller registrerad", en: "Unknown category or data subject"))
        case "C014": ("idle-setting", .warning, Message(sv: "Gäller inte i den här versionen", en: "Not in effect in this version"))
        case "C015": ("unknown-dataset", .error, Message(sv: "Okänd datamängd", en: "Unknown dataset"))
        default: ("wrong-setting", .error, Message(sv: "Fel slags värde", en: "The wrong kind of value"))
        }
    }

    func finding(in file: FileID) -> Diagnostic {
        let place = Place(file: file, member: -1, span: span), title = title
        return Diagnostic(
            code: code, slug: title.slug, severity: title.severity, place: place, title: title.text, message: message, advice: advice,
            fixes: fix.map { fix in
                [Fix(title: Message(sv: "Skriv `\(fix)`", en: "Write `\(fix)`"), edits: [.init(place: place, text: fix)])]
            } ?? [])
    }
}

extension Configuration {
    /// What can be told only when packs and specifications are known.
    /// - Parameters:
    ///   - isWhole: the check holds all that the configuration is about, so that a name that is not there is nowhere.
    ///   - labels: data contracts are read, which ask for labels.
    func problems(_ library: Library, _ model: Model, isWhole: Bool, labels: Bool) -> [Problem] {
        severity.flatMap { row in problems(of: row.code, row.severity, library) }
            + (isWhole || labels ? classifications.flatMap { row in problems(of: row, model) } : [])
            + (isWhole ? budgets.compactMap { unknownDataset($0, model) } : []) + idle
    }

    /// What is read and checked, and carried out by nothing in this version: whoever wrote it would think that it counts.
    private var idle: [Problem] {
        func problem(_ span: Span, _ message: Message, _ advice: Message) -> Problem { Problem(code: "C014", span: span, message: message, advice: advice) }
        var idle: [Problem] = []
        if let role = approvals.required.first {
            idle.append(problem(
                role.span, Message(sv: "Den här versionen prövar inga underskrifter.", en: "This version verifies no signatures."),
                Message(sv: "Tills den gör det kör `lagrum run` ingen plan under den här filen.", en: "Until it does, `lagrum run` runs no plan under this file.")))
        }
        for engine in engines where ["postgresql", "duckdb", "spark"].contains(engine.kind) {
            idle.append(problem(
                engine.name.span, Message(sv: "Den här versionen kör planer bara i sin egen SQLite.", en: "This version runs plans only in its own SQLite."),
                Message(sv: "`\(engine.name.value)` används inte.", en: "`\(engine.name.value)` is not used.")))
        }
        for budget in budgets where budget.per != "run" {
            idle.append(problem(
                budget.dataset.span, Message(sv: "Budgeten hålls för varje körning för sig: vad tidigare körningar har använt räknas inte.", en: "The budget is held for each run alone: what earlier runs have spent is not counted."),
                Message(sv: "För själv bok över körningarna, eller skriv `per: run`.", en: "Keep account of the runs yourself, or write `per: run`.")))
        }
        return idle
    }

    private func unknownDataset(_ budget: Budget, _ model: Model) -> Problem? {
        let name = budget.dataset
        if model.lookup(name.value, kind: "dataset") != nil { return nil }
        let near = nearest(to: name.value, in: model.names(ofKind: "dataset"))
        return Problem(
            code: "C015", span: name.span, message: Message(sv: "Det finns ingen datamängd `\(name.value)`.", en: "There is no dataset `\(name.value)`."),
            advice: near.map { Message(sv: "Menade du `\($0)`?", en: "Did you mean `\($0)`?") }, fix: near)
    }

    private func problems(of code: Sited<String>, _ severity: Severity, _ library: Library) -> [Problem] {
        guard let own = Configuration.severity(of: code.value, library) else {
            let codes = library.packs.flatMap(\.rules).map(\.code) + CodeEntry.table.keys.sorted()
            let near = nearest(to: code.value, in: codes)
            return [
                Problem(
                    code: "C008", span: code.span,
                    message: Message(sv: "Det finns ingen kod `\(code.value)`.", en: "There is no code `\(code.value)`."),
                    advice: near.map { Message(sv: "Menade du `\($0)`?", en: "Did you mean `\($0)`?") }
                        ?? Message(sv: "`lagrum explain KOD` visar vad en kod betyder.", en: "`lagrum explain CODE` shows what a code means."))
            ]
        }
        guard let own, severity < own else { return [] }
        return [
            Problem(
                code: "C007", span: code.span,
                message: Message(
                    sv: "`\(code.value)` står som \(own.word(.sv)) och kan inte sänkas till \(severity.word(.sv)).",
                    en: "`\(code.value)` is \(own == .error ? "an" : "a") \(own.word(.en)), and can't be lowered to \(severity.word(.en))."),
                advice: Message(
                    sv: "Ett enskilt fall tillåts där det står, med skäl och slutdag: `allow \(code.value) because \"…\" until …`.",
                    en: "A single case is allowed where it stands, with a reason and a last day: `allow \(code.value) because \"…\" until …`."))
        ]
    }

    /// A rule's own severity, or an error for a code of the tool; `.some(nil)` where it depends on the finding; nil for no such code.
    private static func severity(of code: String, _ library: Library) -> Severity?? {
        if let rule = library.packs.lazy.flatMap(\.rules).first(where: { $0.code == code }) { return .some(rule.severity) }
        if let rule = BuiltInLaw.of(BuiltIn.names).library.packs.lazy.flatMap(\.rules).first(where: { $0.code == code }) { return .some(rule.severity) }
        guard CodeEntry.table[code] != nil else { return nil }
        return .some(CodePage.of(code)?.severity)
    }

    private func problems(of row: Classification, _ model: Model) -> [Problem] {
        ([row.category].map { ($0, "category") } + row.subjects.map { (Optional($0), "subject") }).compactMap { name, kind in
            guard let name, model.lookup(name.value, kind: kind) == nil else { return nil }
            let near = nearest(to: name.value, in: model.names(ofKind: kind))
            return Problem(
                code: "C013", span: name.span,
                message: kind == "category"
                    ? Message(sv: "Det finns ingen kategori `\(name.value)`.", en: "There is no category `\(name.value)`.")
                    : Message(sv: "Det finns ingen registrerad `\(name.value)`.", en: "There is no data subject `\(name.value)`."),
                advice: near.map { Message(sv: "Menade du `\($0)`?", en: "Did you mean `\($0)`?") })
        }
    }

    /// What is wrong in the file itself, for one who asks of nothing else.
    public func findings() -> (findings: [Diagnostic], files: Files) {
        var files = Files()
        let file = files.add(text, memberStarts: [0])
        return (problems.map { $0.finding(in: file) }, files)
    }

    /// A baseline that can't be used, told where the file names it.
    /// - Parameter problem: what is wrong, given its path.
    public func findings(ofBaseline problem: (String) -> Message, isThere: Bool) -> (findings: [Diagnostic], files: Files)? {
        guard let baseline else { return nil }
        var own = self
        let line = "`lagrum check --write-baseline \(resolve(baseline.value))`"
        own.problems = [
            Problem(
                code: isThere ? "C005" : "C009", span: baseline.span, message: problem(baseline.value),
                advice: isThere
                    ? Message(sv: "Skriv en ny med \(line).", en: "Write a new one by \(line).")
                    : Message(
                        sv: "Sökvägen räknas från mappen där `lagrum.yaml` ligger. Skriv baslinjen med \(line).",
                        en: "The path counts from the folder that holds `lagrum.yaml`. Write the baseline by \(line)."))
        ]
        return own.findings()
    }

    /// Findings with the severities that are raised here.
    func raising(_ findings: [Diagnostic]) -> [Diagnostic] {
        guard !severity.isEmpty else { return findings }
        let raised = Dictionary(severity.map { ($0.code.value, $0.severity) }) { first, _ in first }
        return findings.map { finding in
            guard let severity = raised[finding.code], severity > finding.severity else { return finding }
            var finding = finding
            finding.severity = severity
            return finding
        }
    }
}
