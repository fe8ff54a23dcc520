// `lagrum explain`: every code has a page in both languages, the tool itself shows each example, and a place tells what touches it.
import Checker
import FoundationEssentials
import Law
import Source
import Testing

struct OutputExplainTests {
    // MARK: Codes

    /// Every code that a Swift file of the tool gives a finding.
    static let given: [String] = {
        var codes: Set<String> = []
        let paths =
            (try? FileManager.default.subpathsOfDirectory(atPath: SampleTests.root.appending(path: "Sources").path))
            ?? []
        for path in paths
        where path.hasSuffix(".swift") && !path.contains("Output/Codes+") && !path.hasSuffix("Embedded.swift") {
            guard let bytes = try? SampleTests.read("Sources/" + path) else { continue }
            for word in String(decoding: bytes, as: UTF8.self).split(separator: "\"") where word.utf8.count == 4 {
                guard let first = word.first, "XNET".contains(first), word.dropFirst().allSatisfy(\.isNumber) else {
                    continue
                }
                codes.insert(String(word))
            }
        }
        return codes.sorted()
    }()

    @Test func theSearchFindsCodes() { #expect(OutputExplainTests.given.count > 80) }

    @Test(arguments: given)
    func everyCodeOfTheToolIsShownByTheTool(_ code: String) throws {
        let page = try #require(CodePage.of(code), "\(code) has no page: add it to the table of codes")
        for language in Language.allCases {
            let text = page.markdown(language)
            #expect(page.title[language] != code && text.hasPrefix("# \(code) \(page.title[language])\n"))
            // Nothing but N901, which only a mistake of the tool gives, goes without an example.
            guard code != "N901" else { continue }
            #expect(text.contains("[\(code)]: \(page.title[language])"), "the example of \(code) does not give it")
            #expect(text.contains("```lagrum\n"))
        }
        #expect(page.markdown(.sv) != page.markdown(.en))
    }

    @Test func noPageIsOfACodeThatNothingGives() {
        let own = CodePage.codes.filter { "XNET".contains($0.prefix(1)) && CodePage.of($0)?.norms.isEmpty == true }
        #expect(Set(own).subtracting(OutputExplainTests.given) == [])
    }

    @Test func everyRuleHasItsPageInBothLanguages() throws {
        var files = Files()
        let rules = BuiltIn.load(into: &files).packs.flatMap(\.rules)
        #expect(rules.count >= 30)
        for rule in rules {
            let page = try #require(CodePage.of(rule.code))
            let english = page.markdown(.en)
            let swedish = page.markdown(.sv)
            #expect(
                english.contains("**What.**") && english.contains("## Avoid") && english.contains("## Prefer")
                    && english.contains("## Fix"), "\(rule.code)")
            #expect(!english.contains("På svenska") && !swedish.contains("**What.**"), "\(rule.code)")
            #expect(
                swedish.contains("## Undvik\n\n```lagrum") && swedish.contains("## Föredra\n\n```lagrum"),
                "\(rule.code)")
            #expect(swedish.hasPrefix("# \(rule.code) \(rule.title.sv)\n"), "\(rule.code)")
            #expect(page.norms == rule.authority.cites)
        }
    }

    @Test func aRuleOfTheHouseIsExplained() throws {
        #expect(CodePage.of("H001") == nil)
        let text = OutputSample.text.replacing(
            "rule H002", with: "/// What is planned is looked at each month.\nrule H002")
        let packs = check(try OutputSample.sources(text), asOf: SampleTests.day).packs
        let page = try #require(CodePage.of("H002", packs))
        #expect(
            page.markdown(.en)
                == "# H002 Not begun\n\n`warning` · HOUSE.1\n\nWhat is planned is looked at each month.\n")
    }

    @Test(arguments: Language.allCases)
    func codeGoldens(_ language: Language) throws {
        let page = try #require(CodePage.of("X003"))
        expectOutput(page.text(language, width: 80, colour: .off), "explain.X003.\(language.rawValue).txt")
        expectOutput(page.html(language), "explain.X003.\(language.rawValue).html")
        expectOutput(String(decoding: try page.json(language), as: UTF8.self), "explain.X003.\(language.rawValue).json")
    }

    // MARK: Places

    @Test func places() {
        #expect(ExplainedPlace("a.lagrum:3") == ExplainedPlace("a.lagrum:3"))
        #expect(
            ExplainedPlace("a.lagrum:3").map { ($0.path, $0.line, $0.column ?? 0) }.map { "\($0)" }
                == "(\"a.lagrum\", 3, 0)")
        #expect(
            ExplainedPlace("a:b.lagrum:3:14").map { ($0.path, $0.line, $0.column ?? 0) }.map { "\($0)" }
                == "(\"a:b.lagrum\", 3, 14)")
        for text in [
            "P004", "a.lagrum", "a.lagrum:", ":3", "a.lagrum:0", "a.lagrum:x", "a.lagrum:3:0",
            "a.lagrum:99999999999999999999",
        ] {
            #expect(ExplainedPlace(text).map { $0.column == nil && $0.path.hasSuffix("x") } ?? true, "\(text)")
        }
    }

    private static let refused = "Samples/custody/refused/notice-too-late.lagrum"

    private func explanation(_ line: Int, _ column: Int? = nil, path: String = refused) throws -> Explanation? {
        Explanation(check(try SampleTests.sources(path), asOf: SampleTests.day), path: path, line: line, column: column)
    }

    @Test func aLineTellsItsFindings() throws {
        let text = String(decoding: try SampleTests.read(OutputExplainTests.refused), as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let purpose = try #require(lines.firstIndex { $0.hasPrefix("  purpose:") }) + 1
        let here = try #require(try explanation(purpose))
        // One for the cases, one for what they are combined with.
        #expect(here.findings.map(\.code) == ["P004", "P004"])
        #expect(here.declaration == "activity SynthesiseThenTell")
        #expect(here.nearby.map(\.code).contains("P017"))
        let whole = try #require(
            here.decisions.first { $0.name == "compatibility" && $0.arguments == ["SynthesiseThenTell", "CaseSystem"] })
        #expect(whole.conclusion == "not_compatible")
        // Each step of the finding's derivation is in every form.
        let finding = try #require(here.findings.first)
        #expect(finding.notes.count > 20)
        for language in Language.allCases {
            let json = try JSON(try here.json(language))
            #expect(
                json["findings"]?[0]?["derivation"]?.items.compactMap { $0["text"]?.string }
                    == finding.notes.map { $0.text[language] })
            let shown = here.text(language, width: 10_000, colour: .off)
            for note in finding.notes { #expect(shown.contains(note.text[language])) }
            let html = here.html(language)
            #expect(html.hasPrefix("<!doctype html>") && html.contains("lang=\"\(language.rawValue)\""))
            for word in ["<script", "http:", "https:", "src=", "@import"] { #expect(!html.contains(word)) }
        }
    }

    @Test func aColumnIsAPoint() throws {
        let on = try #require(try explanation(17, 3))
        let beyond = try #require(try explanation(16, 3))
        #expect(on.findings.map(\.code) == ["P004", "P004"])
        #expect(beyond.findings.isEmpty && beyond.nearby.contains { $0.code == "P004" })
        // A name in another declaration leads to the decisions on what it names.
        let custody = "Samples/custody/custody.lagrum"
        let text = String(decoding: try SampleTests.read(custody), as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let dataset = try #require(lines.firstIndex { $0.hasPrefix("dataset CaseSystem") }) + 1
        let named = try #require(try explanation(dataset, 10, path: custody))
        #expect(
            named.findings.isEmpty
                && named.decisions.contains { $0.name == "compatibility" && $0.arguments.contains("CaseSystem") })
        let empty = try #require(try explanation(1, 1, path: custody))
        #expect(empty.decisions.isEmpty && empty.findings.isEmpty)
    }

    @Test func thereIsNoSuchPlace() throws {
        #expect(try explanation(10_000) == nil)
        let snapshot = check(try SampleTests.sources(OutputExplainTests.refused), asOf: SampleTests.day)
        #expect(Explanation(snapshot, path: "other.lagrum", line: 1, column: nil) == nil)
        #expect(Explanation(snapshot, path: OutputExplainTests.refused, line: 0, column: nil) == nil)
    }

    @Test(arguments: Language.allCases)
    func placeGoldens(_ language: Language) throws {
        let snapshot = check(try OutputSample.sources(), asOf: SampleTests.day)
        let line =
            try #require(
                OutputSample.text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
                    $0.hasPrefix("  status:")
                }) + 1
        let explanation = try #require(Explanation(snapshot, path: OutputSample.path, line: line, column: nil))
        expectOutput(explanation.text(language, width: 80, colour: .off), "explain.place.\(language.rawValue).txt")
        expectOutput(explanation.html(language), "explain.place.\(language.rawValue).html")
        expectOutput(
            String(decoding: try explanation.json(language), as: UTF8.self), "explain.place.\(language.rawValue).json")
    }
}
