// An explanation as text, as JSON and as one self-contained page.
import Document
import Law
import Plan
import Source

extension Explanation {
    /// For a terminal.
    public func text(_ language: Language, width: Int, colour: Colour) -> String {
        let sv = language == .sv
        let renderer = TextRenderer(language: language, colour: colour, width: width)
        var parts = findings.map { renderer.render($0, in: snapshot.files) }
        if findings.isEmpty { parts.append((sv ? "Ingen anmärkning här." : "No finding here.") + "\n") }
        if !nearby.isEmpty { parts.append(elsewhere(language) + "\n") }
        parts += decisions.map { decision in
            let heading =
                "\(decision.name)(\(decision.arguments.joined(separator: ", "))): \(decision.outcome(language))"
            return (colour == .on ? "\u{1B}[1m\(heading)\u{1B}[0m" : heading) + "\n"
                + decision.notes.dropFirst(decision.notes.first?.depth == 0 ? 1 : 0).map { reason($0, language, width) }
                .joined()
        }
        return parts.joined(separator: "\n")
    }

    private func elsewhere(_ language: Language) -> String {
        var places: [String] = []
        for finding in nearby {
            let spot = Spot(finding.place, snapshot.files).map { " \($0.line):\($0.column)" } ?? ""
            if !places.contains(finding.code + spot) { places.append(finding.code + spot) }
        }
        let list = places.joined(separator: ", ")
        let owner = declaration.map { "`\($0)`" } ?? path
        return language == .sv ? "På andra rader i \(owner): \(list)." : "On other lines of \(owner): \(list)."
    }

    private func reason(_ note: Note, _ language: Language, _ width: Int) -> String {
        let indent = String(repeating: "  ", count: min(max(1, note.depth), 20))
        let lines = MarkdownText.wrap(
            note.text[language] + (note.norm.map { " [\($0)]" } ?? ""), max(30, width - indent.count - 2))
        var result = lines.enumerated().map { indent + ($0 == 0 ? "· " : "  ") + $1 + "\n" }.joined()
        if let place = note.place, let spot = Spot(place, snapshot.files) {
            result += "\(indent)  \(spot.path):\(spot.line):\(spot.column)\n"
        }
        return result
    }

    /// One self-contained page.
    public func page(_ language: Language) -> Page {
        let sv = language == .sv
        var sections = findings.enumerated().map { index, finding in
            var blocks: [Page.Block] = [.paragraph(MarkdownText.spans(finding.message[language]))]
            if let spot = Spot(finding.place, snapshot.files), let text = snapshot.files.text(of: finding.place.file) {
                blocks.append(.small([.code("\(spot.path):\(spot.line):\(spot.column)")]))
                blocks.append(.listing(text.string(in: text.range(ofLine: spot.line - 1))))
            }
            if let advice = finding.advice {
                blocks.append(
                    .notice(.neutral, title: sv ? "Gör så här" : "What to do", MarkdownText.spans(advice[language])))
            }
            if !finding.notes.isEmpty {
                blocks += [.heading(sv ? "Därför att" : "Because")] + derivation(finding.notes, language)
            }
            if !finding.norms.isEmpty { blocks.append(norms(finding.norms, language)) }
            return Page.Section(
                id: "finding-\(index + 1)", title: "\(finding.code) \(finding.title[language])", blocks: blocks)
        }
        sections += decisions.enumerated().map { index, decision in
            Page.Section(
                id: "decision-\(index + 1)",
                title:
                    "\(decision.title[language]), \(decision.arguments.joined(separator: ", ")): \(decision.outcome(language))",
                blocks: [.paragraph([.code("\(decision.name)(\(decision.arguments.joined(separator: ", ")))")])]
                    + derivation(decision.notes, language))
        }
        var opening: [Page.Block] = [.listing(text)]
        if findings.isEmpty { opening.append(.paragraph([.text(sv ? "Ingen anmärkning här." : "No finding here.")])) }
        if !nearby.isEmpty { opening.append(.small(MarkdownText.spans(elsewhere(language)))) }
        return Page(
            language: language.rawValue, kind: sv ? "Förklaring" : "Explanation",
            title: "\(path):\(line)" + (column.map { ":\($0)" } ?? ""),
            lead: declaration.map { [.code($0)] } ?? [],
            facts: [.init(sv ? "Lagens dag" : "Day of the law", [.text(snapshot.asOf.description)])], opening: opening,
            contents: sv ? "Innehåll" : "Contents", sections: sections)
    }

    /// The steps, each indented under what it supports.
    private func derivation(_ notes: [Note], _ language: Language) -> [Page.Block] {
        let rows = notes.map { note -> [[Page.Span]] in
            let indent = String(repeating: "\u{2003}", count: min(max(0, note.depth), 20))
            let spot = note.place.flatMap { Spot($0, snapshot.files) }
            return [
                (indent.isEmpty ? [] : [.text(indent)]) + MarkdownText.spans(note.text[language]),
                note.norm.map { [.text($0)] } ?? [],
                spot.map { [.code("\(lastName($0.path)):\($0.line)")] } ?? [],
            ]
        }
        let sv = language == .sv
        return [
            .table(
                Page.Table(
                    caption: sv
                        ? "Härledning: varje rad stöder den närmast mindre indragna ovanför"
                        : "Derivation: each row supports the nearest row above with less indent",
                    columns: [.init(sv ? "Skäl" : "Reason"), .init("Norm"), .init(sv ? "Plats" : "Place")], rows: rows))
        ]
    }

    private func norms(_ ids: [String], _ language: Language) -> Page.Block {
        .list(
            ids.map { id in
                let norm = snapshot.packs.lazy.compactMap { $0.norms[id] }.first
                return [.strong(id)] + (norm.map { [.text(" " + ($0.says ?? $0.title)[language])] } ?? [])
            })
    }

    /// For machines.
    public func json(_ language: Language) throws -> [UInt8] { try CanonicalJSON.bytes(of: Form(self, language)) }

    struct Form: Encodable {
        struct Decision: Encodable {
            var decision: String
            var title: String
            var arguments: [String]
            var conclusion: String
            var derivation: [FindingsDocument.Reason]
        }
        var format = 1
        var asOf: String
        var language: String
        var file: String
        var line: Int
        var column: Int?
        var declaration: String?
        var findings: [FindingsDocument.Finding]
        var nearby: [FindingsDocument.Finding]
        var decisions: [Decision]

        init(_ explanation: Explanation, _ language: Language) {
            let snapshot = explanation.snapshot
            (asOf, self.language) = (snapshot.asOf.description, language.rawValue)
            (file, line, column, declaration) = (
                explanation.path, explanation.line, explanation.column, explanation.declaration
            )
            let items = Report(snapshot, language: language, toolVersion: "").items
            func shown(_ findings: [Diagnostic]) -> [FindingsDocument.Finding] {
                items.filter { findings.contains($0.finding) }.map {
                    FindingsDocument.finding($0, snapshot, language)
                }
            }
            (findings, nearby) = (shown(explanation.findings), shown(explanation.nearby))
            decisions = explanation.decisions.map { decision in
                Decision(
                    decision: decision.name, title: decision.title[language], arguments: decision.arguments,
                    conclusion: decision.conclusion ?? "undetermined",
                    derivation: decision.notes.map { .init($0, snapshot.files, language) })
            }
        }
    }
}

extension Explanation.Decision {
    func outcome(_ language: Language) -> String {
        words?[language] ?? conclusion ?? (language == .sv ? "inte avgjort" : "undetermined")
    }
}

extension Explanation {
    public func html(_ language: Language) -> String { Document.html(page(language)) }
}
