// The grammar's rules out of Grammar/lagrum.ebnf, each with its railroad picture and the comment that stands before it.
import Document
import Source
import Syntax

struct Grammar {
    struct Rule {
        var name: String
        var text: String
        /// The picture, its rules linked; without its own colours, which the site has.
        var svg: String
    }
    let rules: [Rule]
    /// What the tokens are, in the words of the grammar's last comment.
    let tokens: String
    /// The tables of Grammar/README.md, which are made from those of Syntax.
    let readme: String

    init() throws {
        let source = try repositoryFile("Grammar/lagrum.ebnf")
        readme = try repositoryFile("Grammar/README.md")
        let comments = source.split(separator: "(*", omittingEmptySubsequences: false)
        tokens = comments.last.map { String($0.split(separator: "*)").first ?? "") } ?? ""
        var code = String(comments.first ?? "")
        for comment in comments.dropFirst() { code += comment.split(separator: "*)", maxSplits: 1, omittingEmptySubsequences: false).dropFirst().joined() }
        var found: [(name: String, text: String)] = []
        for line in code.split(separator: "\n") where !line.allSatisfy({ $0 == " " }) {
            if let first = line.first, first.isLetter, let name = line.split(separator: " ").first { found.append((String(name), String(line))) } else if !found.isEmpty { found[found.count - 1].text += "\n" + line }
        }
        let names = Set(found.map(\.name))
        rules = try found.map { rule in
            Rule(name: rule.name, text: rule.text, svg: linked(try repositoryFile("Grammar/pictures/\(rule.name).svg"), names))
        }
    }
}

/// The drawing alone, each rule in it a link to its own picture.
private func linked(_ svg: String, _ names: Set<String>) -> String {
    var rest = svg[...], result = ""
    if let style = rest.firstRange(of: "<style"), let end = rest.firstRange(of: "</style>") { rest = (svg[..<style.lowerBound] + svg[end.upperBound...])[...] }
    if let start = rest.firstRange(of: "<svg") { rest = rest[start.lowerBound...] }
    while let start = rest.firstRange(of: "<text") {
        result += rest[..<start.lowerBound]
        rest = rest[start.lowerBound...]
        guard let end = rest.firstRange(of: "</text>") else { break }
        let element = rest[..<end.upperBound]
        let name = element.split(separator: ">").dropFirst().first.flatMap { $0.split(separator: "<").first }.map(String.init) ?? ""
        result += names.contains(name) ? "<a href=\"#rule-\(name)\">\(element)</a>" : String(element)
        rest = rest[end.upperBound...]
    }
    return result + rest
}

extension Reference {
    var grammarPage: SitePage {
        let title = Message(sv: "Grammatik", en: "Grammar")
        return SitePage(file: "grammar.html", title: title) { language in
            page(
                language, language("Språket", "The language"), title[language],
                lead: language(
                    "Hela grammatiken i EBNF (ISO 14977), en bild för varje regel. Den prövas mot verktygets läsare och mot en oberoende läsare.",
                    "The whole grammar in EBNF (ISO 14977), a picture for each rule. It is held to the tool's own parser and to an independent one."),
                [
                    .init(id: "operators", title: language("Operatorer, lösast först", "Operators, loosest first"), blocks: [table("precedence", [language("Nivå", "Level"), language("Operatorer", "Operators"), ""], language("Operatorer", "Operators"), language)]),
                    .init(id: "words", title: language("Ord", "Words"), blocks: [
                        .paragraph([.text(language("Ett ord kan vara flera av dem: platsen avgör. Efter en punkt är varje ord ett namn.", "A word may be several of these: where it stands decides. Behind a dot every word is a name."))]),
                        table("words", [language("Vad det kan vara", "What it may be"), language("Ord", "Words")], language("Språkets ord", "The words of the language"), language),
                    ]),
                    .init(id: "rules", title: language("Regler", "Rules"), blocks: grammar.rules.flatMap { rule in
                        [.anchored(id: "rule-\(rule.name)", [code(rule.name)]), .drawing(svg: rule.svg, label: rule.text), .listing(rule.text)]
                    }),
                    .init(id: "tokens", title: language("Tecken och ord", "Tokens"), blocks: [.listing(unindented(grammar.tokens))]),
                ])
        } index: { language in
            grammar.rules.map { Found($0.name, language("Grammatikregel", "Grammar rule"), "grammar.html#rule-\($0.name)") }
        }
    }

    private func table(_ name: String, _ heads: [String], _ caption: String, _ language: Language) -> Page.Block {
        let part = grammar.readme.firstRange(of: "<!-- \(name):").map { grammar.readme[$0.upperBound...] } ?? ""
        let lines = part.split(separator: "\n").prefix { !$0.hasPrefix("<!-- end") }.filter { $0.hasPrefix("| ") }.dropFirst()
        return .table(.init(
            caption: caption, columns: heads.map { .init($0) },
            rows: lines.map { line in line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map { marked(language == .sv ? Reference.swedish[$0.trimmed] ?? $0.trimmed : $0.trimmed) } }))
    }

    /// What Grammar/README.md says in English beside the words themselves.
    private static let swedish = [
        "to the left": "åt vänster", "before its operand": "före sin operand", "don't chain": "kedjas inte", "doesn't chain": "kedjas inte", "kind": "slag", "verb": "steg",
        "clause word": "satsord", "directive": "direktiv", "operator": "operator", "quantifier": "kvantor", "literal": "värde", "unit": "enhet",
        "`f(x)`, paths, literals, lists, `( … )`, `exists` `every` `count … in … with …`": "`f(x)`, sökvägar, värden, listor, `( … )`, `exists` `every` `count … in … with …`",
    ]

    private func unindented(_ text: String) -> String { text.split(separator: "\n").map { $0.hasPrefix("   ") ? String($0.dropFirst(3)) : $0.trimmed }.joined(separator: "\n") }
}

extension Substring {
    var trimmed: String {
        var part = drop { $0 == " " }
        while part.last == " " { part.removeLast() }
        return String(part)
    }
}
