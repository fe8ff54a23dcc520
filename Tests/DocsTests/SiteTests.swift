// The reference as a reader gets it: whole in both languages, every row of every table, no link that leads nowhere, nothing from outside.
import Checker
import Glibc
import Law
import Model
import Source
import TestKit
import Testing

/// The site, written once for all tests.
private let site: [String: String] = {
    var template = Array("/tmp/lagrum-site-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return [:] }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var link = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &link, link.count - 1)
    let own = String(decoding: link[..<max(0, length)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let programs = [own, CommandLine.arguments[0]].map { $0.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/lagrum-docs" }
    guard let program = programs.first(where: { access($0, X_OK) == 0 }), system("cd '\(TestFile.root())' && '\(program)' site '\(folder)/site' > '\(folder)/said' 2>&1") == 0 else {
        return ["failed": String(decoding: TestFile.read(folder + "/said") ?? [], as: UTF8.self)]
    }
    var files: [String: String] = [:]
    for path in ["", "sv/", "en/", "sv/code/", "en/code/"] {
        for name in TestFile.names(in: "\(folder)/site/\(path)") where name.contains(".") {
            files[path + name] = String(decoding: TestFile.read("\(folder)/site/\(path)\(name)") ?? [], as: UTF8.self)
        }
    }
    system("rm -r '\(folder)'")
    return files
}()

struct SiteTests {
    private func values(_ attribute: String, _ text: String) -> [String] {
        text.split(separator: "\(attribute)=\"", omittingEmptySubsequences: false).dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }

    private func file(_ language: Language, _ name: String) throws -> String { try #require(site["\(language.rawValue)/\(name)"], "\(site["failed"] ?? "no such page")") }

    @Test func bothLanguagesHaveEveryPage() throws {
        let swedish = Set(site.keys.filter { $0.hasPrefix("sv/") }.map { $0.dropFirst(3) }), english = Set(site.keys.filter { $0.hasPrefix("en/") }.map { $0.dropFirst(3) })
        #expect(swedish == english && swedish.count > 100, "\(site["failed"] ?? "")")
        for name in swedish where name.hasSuffix(".html") {
            let (sv, en) = (try file(.sv, String(name)), try file(.en, String(name)))
            #expect(sv.contains("<html lang=\"sv\">") && en.contains("<html lang=\"en\">") && sv != en)
            // Each leads to the same page in the other language.
            #expect(values("href", sv).contains { $0.hasSuffix("../en/\(name)") } && values("href", en).contains { $0.hasSuffix("../sv/\(name)") })
        }
    }

    /// Found anew here, apart from the check that the generator makes.
    @Test func everyLinkLeadsSomewhere() {
        var count = 0
        for (path, text) in site where path.hasSuffix(".html") {
            for target in values("href", text) + values("src", text) where !target.hasPrefix("https://eur-lex.europa.eu") && !target.hasPrefix("https://") {
                count += 1
                let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                let file = parts[0].isEmpty ? path : Paths.resolve(parts[0], from: path)
                #expect(site[file] != nil, "\(path) → \(target)")
                if parts.count == 2 { #expect(site[file]?.contains(" id=\"\(parts[1])\"") == true, "\(path) → \(target)") }
            }
        }
        #expect(count > 1000)
    }

    /// Nothing is fetched: links to official texts are for people to follow.
    @Test func nothingComesFromOutside() {
        for (path, text) in site {
            for word in ["src=\"http", "@import", "url(http", "fetch(", "XMLHttpRequest", "<iframe", "<link rel=\"stylesheet\" href=\"http"] { #expect(!text.contains(word), "\(path): \(word)") }
        }
    }

    @Test(arguments: Language.allCases) func everyRowIsThere(_ language: Language) throws {
        let kinds = try file(language, "kinds.html"), verbs = try file(language, "verbs.html"), facts = try file(language, "facts.html")
        func has(_ page: String, _ id: String, _ text: String) { #expect(page.contains(" id=\"\(id)\"") && page.contains(escaped(text)), "\(language): \(id)") }
        for kind in Kinds.all {
            has(kinds, kind.name, kind.documentation[language])
            for property in kind.properties { has(kinds, "\(kind.name)-\(property.key.split(separator: " ").joined(separator: "_"))", "\(property.key):") }
        }
        for verb in Verb.table {
            has(verbs, verb.name.rawValue, verb.name.rawValue)
            for property in verb.properties { has(verbs, "\(verb.name.rawValue)-\(property.key.split(separator: " ").joined(separator: "_"))", "\(property.key):") }
        }
        for kind in Vocabulary.kinds { for fact in Vocabulary.properties(of: kind) { has(facts, "\(kind)-\(fact.name)", fact.name) } }
        for function in Vocabulary.functions.keys { has(facts, "function-\(function)", function) }
        let columns = try file(language, "columns.html")
        for type in ColumnTypes.table { has(columns, type.word, type.example) }
    }

    @Test(arguments: Language.allCases) func lawIsThere(_ language: Language) throws {
        let codes = try file(language, "codes.html"), norms = try file(language, "norms.html"), concepts = try file(language, "concepts.html"), rules = try file(language, "rules.html")
        for code in CodePage.codes {
            #expect(codes.contains("code/\(code).html"))
            #expect(try file(language, "code/\(code).html").contains(code))
        }
        var files = Files()
        let library = BuiltIn.load(into: &files)
        for pack in library.packs {
            for norm in pack.norms.values { #expect(norms.contains(" id=\"\(norm.id)\"") && norms.contains(escaped(norm.title[language])), "\(norm.id)") }
            for rule in pack.rules { #expect(rules.contains("code/\(rule.code).html") && rules.contains(escaped(rule.title[language]))) }
            for decision in pack.decisions { #expect(rules.contains(" id=\"decision-\(decision.name)\"")) }
        }
        for (name, kinds) in library.concepts.kinds { for kind in kinds { #expect(concepts.contains(" id=\"\(kind)-\(name)\""), "\(kind) \(name)") } }
    }

    @Test(arguments: Language.allCases) func searchFindsThem(_ language: Language) throws {
        let index = try file(language, "search.js")
        #expect(index.hasPrefix("window.lagrumIndex = ["))
        for word in ["\"activity\"", "\"consolidate\"", "\"P004\"", "\"GDPR.6.4\"", "\"Health\"", "\"--as-of\"", "\"expression\"", "\"first_read()\""] { #expect(index.contains("[" + word), "\(word)") }
        // Every place that it leads to is there.
        for row in index.split(separator: "\n").dropFirst().dropLast() {
            let fields = row.split(separator: "\",\"", omittingEmptySubsequences: false).map(String.init)
            try #require(fields.count >= 3, "\(row)")
            let parts = fields[2].split(separator: "#", maxSplits: 1).map(String.init)
            let page = try file(language, parts[0])
            if parts.count == 2 { #expect(page.contains(" id=\"\(parts[1])\""), "\(row)") }
        }
    }

    /// A page can be read without sight and without a mouse.
    @Test(arguments: Language.allCases) func isAccessible(_ language: Language) throws {
        for (path, text) in site where path.hasPrefix(language.rawValue + "/") && path.hasSuffix(".html") {
            #expect(text.split(separator: "<h1").count == 2 && text.contains("<main id=\"main\"") && text.contains("class=\"skip\" href=\"#main\""), "\(path)")
            #expect(text.split(separator: "<table>").count == text.split(separator: "<caption>").count, "\(path): a table without a caption")
            #expect(text.contains("aria-label=\"\(language == .sv ? "Sök" : "Search")\""))
        }
    }

    private func escaped(_ text: String) -> String {
        // Code within the text stands in elements of its own: only what is before it is looked for.
        let plain = text.split(separator: "`", omittingEmptySubsequences: false).first.map(String.init) ?? ""
        return plain.map { ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;"][$0] ?? String($0) }.joined()
    }
}
