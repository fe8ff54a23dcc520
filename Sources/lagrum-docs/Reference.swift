// The reference as pages: every page in both languages, with what the search finds in it.
import Checker
import Document
import Help
import Law
import Source
import Syntax

/// What the pages are made of, read once.
struct Reference {
    /// The packs that ship, with their norms, rules and decisions.
    let packs: [Pack]
    /// The concepts that ship, in the order of the prelude's files.
    let concepts: [Concept]
    let tools: [Language: [Tool]]
    let grammar: Grammar
    let example: String

    init() throws {
        var files = Files()
        packs = BuiltIn.load(into: &files).packs
        concepts = Concept.all()
        tools = try Dictionary(uniqueKeysWithValues: Language.allCases.map { language in (language, [try tool("lagrum", language), try tool("lagrum-engine", language)]) })
        grammar = try Grammar()
        example = BuiltIn.exampleSpecification
    }

    var norms: [(pack: String, norm: Norm)] {
        packs.flatMap { pack in pack.norms.values.map { (pack.name, $0) } }.sorted { natural($0.norm.id) < natural($1.norm.id) }
    }
}

/// `GDPR.6.4.c` before `GDPR.13.3`: numbers as numbers.
func natural(_ id: String) -> String {
    var result = "", digits = ""
    for character in id + " " {
        if character.isNumber { digits.append(character) } else {
            if !digits.isEmpty { result += String(repeating: "0", count: max(0, 6 - digits.count)) + digits }
            digits = ""
            result.append(character)
        }
    }
    return result
}

/// A page of the site.
struct SitePage {
    var file: String
    var title: Message
    /// Shown in the menu.
    var inMenu = true
    var page: (Language) -> Page
    /// What the search finds: the title, what it is, where, and words about it.
    var index: (Language) -> [Found] = { _ in [] }
}

struct Found {
    var title: String
    var kind: String
    var place: String
    var words: String
    init(_ title: String, _ kind: String, _ place: String, _ words: String = "") { (self.title, self.kind, self.place, self.words) = (title, kind, place, words) }
}

func writeSite(to folder: String) throws {
    let reference = try Reference()
    let pages = try reference.pages()
    var written: [String: String] = [:]
    for language in Language.allCases {
        let site = Site(
            title: language == .sv ? "Lagrums språkreferens" : "Lagrum language reference", language: language.rawValue,
            menu: pages.filter(\.inMenu).map { .init($0.title[language], $0.file) }, words: .of(language), version: "0.1.0")
        var index: [Found] = []
        for page in pages {
            written["\(language.rawValue)/\(page.file)"] = site.html(page.page(language), file: page.file)
            if page.inMenu { index.append(Found(page.title[language], language == .sv ? "Sida" : "Page", page.file)) }
            index += page.index(language)
        }
        written["\(language.rawValue)/search.js"] = searchIndex(index)
    }
    written["index.html"] = Site.front(title: "Lagrum", languages: [("sv", "Svenska"), ("en", "English")])
    written["style.css"] = Site.css
    written["site.js"] = Site.script
    let broken = brokenLinks(written)
    guard broken.isEmpty else { throw DocsProblem("broken links:\n" + broken.joined(separator: "\n")) }
    for (path, text) in written { try write(text, to: folder + "/" + path) }
    let links = written.values.map { $0.split(separator: "href=\"").count - 1 }.reduce(0, +)
    print("lagrum-docs: \(written.count) files, \(links) links checked, in \(folder)")
}

extension Site.Words {
    static func of(_ language: Language) -> Site.Words {
        language == .sv
            ? .init(menu: "Innehåll", skip: "Till texten", search: "Sök", hint: "Tryck / för att söka", nothing: "Inget hittades.", other: "In English", otherCode: "en")
            : .init(menu: "Contents", skip: "To the text", search: "Search", hint: "Press / to search", nothing: "Nothing found.", other: "På svenska", otherCode: "sv")
    }
}

private func searchIndex(_ found: [Found]) -> String {
    func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n", "\r", "\t", "\u{2028}", "\u{2029}": result += " "
            case "<": result += "\\u003c"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
    let rows = found.map { "[" + [$0.title, $0.kind, $0.place, $0.words].map(quoted).joined(separator: ",") + "]" }
    return "window.lagrumIndex = [\n" + rows.joined(separator: ",\n") + "\n];\n"
}

/// Every `href` and `src` leads to a file of the site, and every `#` to an id in it; nothing leads outside but to official texts.
func brokenLinks(_ files: [String: String]) -> [String] {
    func values(_ attribute: String, in text: String) -> [String] {
        text.split(separator: "\(attribute)=\"", omittingEmptySubsequences: false).dropFirst().compactMap { $0.split(separator: "\"", omittingEmptySubsequences: false).first.map(String.init) }
    }
    let ids = files.filter { $0.key.hasSuffix(".html") }.mapValues { Set(values(" id", in: $0)) }
    var broken: [String] = []
    for (path, text) in files.sorted(by: { $0.key < $1.key }) where path.hasSuffix(".html") {
        for target in values("href", in: text) + values("src", in: text) {
            if target.hasPrefix("https://") { continue }
            let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
            let file = parts[0].isEmpty ? path : Paths.resolve(String(parts[0]), from: path)
            if files[file] == nil { broken.append("\(path): \(target)") } else if parts.count == 2, ids[file]?.contains(String(parts[1])) != true { broken.append("\(path): \(target)") }
        }
        // Two of one name, and a link leads to the first.
        let all = values(" id", in: text)
        if Set(all).count != all.count { broken.append("\(path): an id stands twice: \(Dictionary(grouping: all) { $0 }.filter { $1.count > 1 }.keys.sorted())") }
    }
    return broken
}
