// Remedies as text, as JSON, and as edits that an editor or a script can apply.
import Law
import Plan
import Source

/// Everything that `lagrum remedy` has to tell: remedies are numbered through all findings.
public struct RemedyReport: Sendable {
    public let snapshot: Snapshot
    public let language: Language
    public let answers: [RemedyAnswer]
    /// How many remedies of a finding the text shows.
    public let shown: Int

    public init(_ snapshot: Snapshot, _ answers: [RemedyAnswer], language: Language, shown: Int = 5) {
        (self.snapshot, self.answers, self.language, self.shown) = (snapshot, answers, language, shown)
    }

    /// With its number, from 1.
    public func remedy(_ number: Int) -> (remedy: Remedy, finding: Diagnostic)? {
        var rest = number - 1
        guard rest >= 0 else { return nil }
        for answer in answers {
            if rest < answer.remedies.count { return (answer.remedies[rest], answer.finding) }
            rest -= answer.remedies.count
        }
        return nil
    }

    public var count: Int { answers.reduce(0) { $0 + $1.remedies.count } }
    /// Findings for which nothing was found.
    public var open: [RemedyAnswer] { answers.filter(\.remedies.isEmpty) }

    private var sv: Bool { language == .sv }

    // MARK: Text

    public func text(width: Int, colour: Colour) -> String {
        var parts: [String] = [], number = 1
        for answer in answers {
            parts.append(text(answer, from: number, width, colour))
            number += answer.remedies.count
        }
        return parts.joined(separator: "\n")
    }

    private func text(_ answer: RemedyAnswer, from number: Int, _ width: Int, _ colour: Colour) -> String {
        func bold(_ text: String) -> String { colour == .on ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
        let finding = answer.finding
        var result = bold("\(finding.code) \(finding.title[language])") + "\n"
        if let spot = Spot(finding.place, snapshot.files) { result += "  \(spot.path):\(spot.line):\(spot.column)\n" }
        result += wrapped(finding.message[language], "  ", "  ", width)
        for (index, remedy) in answer.remedies.prefix(shown).enumerated() {
            result += "\n" + bold("  \(number + index). " + heading(remedy)) + "\n"
            for part in remedy.parts {
                result += wrapped(part.title[language], "     · ", "       ", width)
                if let human = part.human { result += wrapped((sv ? "Kvar för en människa: " : "Left for a human: ") + human[language], "       ", "       ", width) }
            }
            result += effects(remedy, width)
            if index == 0 || answer.remedies.count <= 2 { result += diff(remedy, colour) }
        }
        if answer.remedies.count > shown {
            let more = answer.remedies.count - shown
            result += sv ? "\n  … och \(more) till: --all visar alla.\n" : "\n  … and \(more) more: --all shows them.\n"
        }
        if !answer.questions.isEmpty {
            result += sv ? "\n  Det kan bara ni svara på:\n" : "\n  Only you can answer:\n"
            for question in answer.questions {
                let spot = question.place.flatMap { Spot($0, snapshot.files) }.map { " (\($0.path):\($0.line))" } ?? ""
                result += wrapped(question.text[language] + spot, "     ? ", "       ", width)
            }
        }
        return result + "\n" + wrapped(bound(answer), "  ", "  ", width)
    }

    private func heading(_ remedy: Remedy) -> String {
        let blanks = remedy.blanks
        let words = blanks == 0 ? "" : sv ? ", \(blanks) \(blanks == 1 ? "text" : "texter") att skriva" : ", \(blanks) text\(blanks == 1 ? "" : "s") to write"
        return (sv ? "Kostnad \(remedy.cost)" : "Cost \(remedy.cost)") + words
    }

    private func effects(_ remedy: Remedy, _ width: Int) -> String {
        var result = ""
        if !remedy.alsoRemoves.isEmpty {
            result += wrapped((sv ? "Tar även bort " : "Also removes ") + remedy.alsoRemoves.joined(separator: ", ") + ".", "     ", "     ", width)
        }
        if !remedy.brings.isEmpty {
            result += wrapped((sv ? "Ger i stället " : "Brings ") + remedy.brings.joined(separator: ", ") + (sv ? " (inget fel)." : " (no error)."), "     ", "     ", width)
        }
        return result
    }

    private func diff(_ remedy: Remedy, _ colour: Colour) -> String {
        var result = ""
        for file in remedy.files {
            result += "\n     \(file.path)\n"
            if !(snapshot.sources.files.first { $0.path == file.path }?.asked ?? true) {
                result += sv ? "     (importeras, kanske av fler: pröva dem också)\n" : "     (imported, perhaps by others: check them too)\n"
            }
            let lines = String(decoding: unifiedDiff(file.old, file.new, oldName: file.path, newName: file.path, context: 1), as: UTF8.self)
                .split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2)
            for line in lines where !line.isEmpty {
                if line.hasPrefix("@@") { continue }
                let text = "     │ " + line
                let code = line.hasPrefix("+") ? "32" : line.hasPrefix("-") ? "31" : nil
                result += (colour == .on ? code.map { "\u{1B}[\($0)m\(text)\u{1B}[0m" } : nil) ?? text
                result += "\n"
            }
        }
        return result
    }

    /// What the search covers, told plainly.
    func bound(_ answer: RemedyAnswer) -> String {
        let edits = RemedyLimits.edits
        if answer.finding.code == "N900" {
            return sv ? "Det som inte är angivet kan bara ni ange: inget föreslås." : "What is not stated only you can state: nothing is proposed."
        }
        guard answer.isLaw else {
            return sv
                ? "Ingen ändring av de slag som åtgärder görs av når det här. `lagrum explain \(answer.finding.code)` säger vad som är fel, och `lagrum fix` rättar det som är säkert."
                : "No edit of the kinds that remedies are made of reaches this. `lagrum explain \(answer.finding.code)` says what is wrong, and `lagrum fix` mends what is certain."
        }
        guard answer.complete else {
            return sv
                ? "Sökningen avbröts efter \(answer.checked) prövade texter: det kan finnas fler."
                : "The search stopped after \(answer.checked) texts: there may be more."
        }
        let kinds = sv
            ? "information, opt-out, datum, krav, radering, kolumner, syntes, uppgifter som ni råder över, återkallade påståenden, beslut"
            : "information, opt-out, dates, gates, deletion, columns, synthesis, facts that are yours to choose, withdrawn claims, decisions"
        if answer.remedies.isEmpty {
            return sv
                ? "Inget sätt hittades. Sökningen är fullständig upp till \(edits) ändringar av dessa slag: \(kinds) (\(answer.checked) \(answer.checked == 1 ? "text prövad" : "texter prövade"))."
                : "No way out was found. The search is complete up to \(edits) edits of these kinds: \(kinds) (\(answer.checked) \(answer.checked == 1 ? "text" : "texts") checked)."
        }
        return sv
            ? "Fullständigt upp till \(edits) ändringar av dessa slag: \(kinds) (\(answer.checked) \(answer.checked == 1 ? "text prövad" : "texter prövade")). Var och en är prövad: anmärkningen försvinner och inget nytt fel kommer."
            : "Complete up to \(edits) edits of these kinds: \(kinds) (\(answer.checked) \(answer.checked == 1 ? "text" : "texts") checked). Each was checked: the finding goes, and no new error comes."
    }

    private func wrapped(_ text: String, _ first: String, _ rest: String, _ width: Int) -> String {
        MarkdownText.wrap(text, max(30, width - rest.count)).enumerated().map { ($0 == 0 ? first : rest) + $1 + "\n" }.joined()
    }

    // MARK: JSON

    public func json() throws -> [UInt8] { try CanonicalJSON.bytes(of: Form(self, whole: true)) }

    /// The edits alone: for each remedy, files with ranges and new text. Lines and columns count from 1, columns in UTF-8 bytes.
    public func edits() throws -> [UInt8] { try CanonicalJSON.bytes(of: Form(self, whole: false)) }

    struct Form: Encodable {
        struct Change: Encodable {
            var line: Int
            var column: Int
            var endLine: Int
            var endColumn: Int
            var text: String
        }
        struct FileForm: Encodable {
            var file: String
            var changes: [Change]
        }
        struct Part: Encodable {
            var kind: String
            var cost: Int
            var title: String
            var human: String?
        }
        struct RemedyForm: Encodable {
            var number: Int
            var cost: Int
            var edits: [Part]?
            var textsToWrite: Int
            var alsoRemoves: [String]?
            var brings: [String]?
            var files: [FileForm]
        }
        struct Question: Encodable {
            var kind: String
            var text: String
            var at: FindingsDocument.Position?
        }
        struct Finding: Encodable {
            var code: String
            var title: String?
            var message: String?
            var at: FindingsDocument.Position?
            var remedies: [RemedyForm]
            var questions: [Question]?
            var textsChecked: Int?
            var complete: Bool
        }
        var format = 1
        var asOf: String
        var language: String
        var editsAtMost = RemedyLimits.edits
        var findings: [Finding]

        init(_ report: RemedyReport, whole: Bool) {
            let snapshot = report.snapshot, language = report.language
            (asOf, self.language) = (snapshot.asOf.description, language.rawValue)
            var number = 0
            findings = report.answers.map { answer in
                let finding = answer.finding
                let remedies = answer.remedies.map { remedy in
                    number += 1
                    return RemedyForm(
                        number: number, cost: remedy.cost,
                        edits: whole ? remedy.parts.map { Part(kind: $0.kind, cost: $0.cost, title: $0.title[language], human: $0.human?[language]) } : nil,
                        textsToWrite: remedy.blanks, alsoRemoves: whole ? remedy.alsoRemoves : nil, brings: whole ? remedy.brings : nil,
                        files: remedy.files.map(FileForm.init))
                }
                return Finding(
                    code: finding.code, title: whole ? finding.title[language] : nil, message: whole ? finding.message[language] : nil,
                    at: FindingsDocument.Position(finding.place, snapshot.files), remedies: remedies,
                    questions: whole ? answer.questions.map { Question(kind: $0.kind.rawValue, text: $0.text[language], at: $0.place.flatMap { .init($0, snapshot.files) }) } : nil,
                    textsChecked: whole ? answer.checked : nil, complete: answer.complete)
            }
        }
    }
}

extension RemedyReport.Form.FileForm {
    init(_ edit: Remedy.FileEdit) {
        let text = Text(path: edit.path, bytes: edit.old)
        file = edit.path
        changes = changedRanges(edit.old, edit.new).map { old, new in
            let start = text.position(at: old.lowerBound), end = text.position(at: old.upperBound)
            return .init(
                line: start.line + 1, column: start.utf8 + 1, endLine: end.line + 1, endColumn: end.utf8 + 1, text: String(decoding: edit.new[new], as: UTF8.self))
        }
    }
}
