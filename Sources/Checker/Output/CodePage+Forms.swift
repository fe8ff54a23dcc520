// A code's page as JSON and as one self-contained page.
import Document
import Plan
import Source

extension CodePage {
    /// One self-contained page.
    public func page(_ language: Language) -> Page {
        var opening: [Page.Block] = []
        var sections: [Page.Section] = []
        var lead: [Page.Span] = []
        if let severity {
            lead = [
                .verdict(
                    severity == .error ? .bad : severity == .warning ? .caution : .neutral, severity.word(language))
            ]
        }
        var part: (title: String, blocks: [MarkdownBlock])?
        func close() {
            if let part {
                sections.append(
                    .init(
                        id: "section-\(sections.count + 1)", title: part.title, blocks: MarkdownText.page(part.blocks)))
            }
        }
        for block in MarkdownText.blocks(body[language]) {
            if case .heading(2, let title) = block {
                close()
                part = (title, [])
            } else if part != nil {
                part?.blocks.append(block)
            } else {
                opening += MarkdownText.page([block])
            }
        }
        close()
        var facts: [Page.Fact] = []
        if !norms.isEmpty {
            facts.append(.init(language == .sv ? "Normer" : "Norms", [.text(norms.joined(separator: ", "))]))
        }
        if !see.isEmpty { facts.append(.init(language == .sv ? "Se" : "See", [.text(see.joined(separator: ", "))])) }
        return Page(
            language: language.rawValue, kind: language == .sv ? "Regel" : "Rule", title: "\(code) \(title[language])",
            lead: lead, facts: facts,
            opening: opening, contents: language == .sv ? "Innehåll" : "Contents", sections: sections)
    }

    public func json(_ language: Language) throws -> [UInt8] {
        struct Form: Encodable {
            var format = 1
            var code: String
            var title: String
            var severity: String?
            var norms: [String]
            var see: [String]
            var language: String
            var markdown: String
        }
        return try CanonicalJSON.bytes(
            of: Form(
                code: code, title: title[language], severity: severity?.rawValue, norms: norms, see: see,
                language: language.rawValue, markdown: markdown(language)))
    }

    public func html(_ language: Language) -> String { Document.html(page(language)) }
}
