// The page of a code: a rule's own page, or what the table of codes says of syntax, names, plans and tests.
import Law
import Source

public struct CodePage: Sendable {
    public let code: String
    public let title: Message
    /// nil where it depends on the finding.
    public let severity: Severity?
    public let norms: [String]
    public let see: [String]
    /// Markdown, each language whole, below the heading and the line of norms.
    let body: Message

    /// The page of a code of the tool or of the packs; nil when nothing has it.
    /// - Parameters:
    ///   - packs: those of a check, so that rules of the house are found; the built-in ones are always looked in.
    ///   - pages: what stands beside the house's rules.
    public static func of(_ code: String, _ packs: [Pack] = [], pages: HousePages = HousePages()) -> CodePage? {
        let all = packs + BuiltInLaw.of(BuiltIn.names).library.packs
        if let rule = all.lazy.flatMap(\.rules).first(where: { $0.code == code }) { return CodePage(rule, page: pages[code]) }
        return CodeEntry.table[code].map { CodePage($0) }
    }

    /// Every code that has a page without a specification of the user's.
    public static var codes: [String] {
        (BuiltInLaw.of(BuiltIn.names).library.packs.flatMap(\.rules).map(\.code) + CodeEntry.table.keys).sorted()
    }

    /// The whole page.
    public func markdown(_ language: Language) -> String {
        "# \(code) \(title[language])\n\n" + (line(language).map { $0 + "\n\n" } ?? "") + body[language] + "\n"
    }

    /// The whole page for a terminal.
    public func text(_ language: Language, width: Int, colour: Colour) -> String {
        MarkdownText.plain(markdown(language), width: min(100, max(40, width))) {
            colour == .on ? "\u{1B}[1m\($0)\u{1B}[0m" : $0
        }
    }

    /// What it means, in one paragraph.
    func summary(_ language: Language) -> String {
        for case .paragraph(let text) in MarkdownText.blocks(body[language]) {
            let words = MarkdownText.unmarked(text)
            for opening in ["What. ", "Vad. "] where words.hasPrefix(opening) {
                return String(words.dropFirst(opening.count))
            }
            return words
        }
        return title[language]
    }

    private func line(_ language: Language) -> String? {
        var parts: [String] = []
        if let severity { parts.append("`\(severity.word(language))`") }
        if !norms.isEmpty { parts.append(norms.joined(separator: ", ")) }
        if !see.isEmpty { parts.append((language == .sv ? "se " : "see ") + see.joined(separator: ", ")) }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }
}

extension Severity {
    func word(_ language: Language) -> String {
        switch (self, language) {
        case (.error, .sv): "fel"
        case (.warning, .sv): "varning"
        case (.info, .sv): "upplysning"
        case (_, .en): rawValue
        }
    }
}

// MARK: Rules

extension CodePage {
    init(_ rule: Rule, page: String? = nil) {
        (code, title, severity) = (rule.code, rule.title, rule.severity)
        (norms, see) = (rule.authority.cites, rule.authority.see)
        body = (BuiltIn.page(of: rule.code, in: rule.pack) ?? page).map(CodePage.split) ?? CodePage.ownWords(rule)
    }

    /// A page is written in English with a Swedish part at its end; the examples serve both. A page of the house without such a part is
    /// in the house's own language, and the same for all.
    private static func split(_ page: String) -> Message {
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false).map { $0.hasSuffix("\r") ? $0.dropLast() : $0 }
        guard let swedish = lines.firstIndex(where: { $0.hasPrefix("## På svenska") }) else {
            return Message(both: trimmed(lines.drop { $0.hasPrefix("# ") || $0.isEmpty || $0.hasPrefix("`") && !$0.hasPrefix("```") }))
        }
        // The heading and the line of norms are made from the rule itself.
        let english = lines[..<swedish].drop { $0.hasPrefix("# ") || $0.isEmpty || $0.hasPrefix("`") }
        let own = trimmed(lines[swedish...].dropFirst())
        var examples = ""
        for (heading, word) in [("## Avoid", "## Undvik"), ("## Prefer", "## Föredra")] {
            guard let start = english.firstIndex(of: heading[...]) else { continue }
            let section = english[(start + 1)...].prefix { !$0.hasPrefix("## ") }
            examples += "\n\n\(word)\n\n" + trimmed(section)
        }
        return Message(sv: own + examples, en: trimmed(english))
    }

    private static func trimmed(_ lines: some Sequence<Substring>) -> String {
        var lines = Array(lines.drop { $0.isEmpty })
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    /// A rule of the house that has no page: its own comment.
    private static func ownWords(_ rule: Rule) -> Message {
        let words = rule.documentation ?? ""
        return Message(
            sv: words.isEmpty ? "Regeln står i paketet `\(rule.pack)` och har ingen sida." : words,
            en: words.isEmpty ? "The rule stands in the pack `\(rule.pack)` and has no page." : words)
    }
}
