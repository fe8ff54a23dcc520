// The pages of the rules: each has its sections, and its examples run as tests on the specification of EXAMPLE.md.
import Checker
import FoundationEssentials
import Source
import Testing

struct PageTests {
    static let packs = "Sources/Law/Packs"

    static let codes: [String] = {
        let folder = SampleTests.root.appending(path: packs + "/gdpr").path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".lagrum") && $0.first?.isUppercase == true }.map { String($0.dropLast(7)) }
            .sorted()
    }()

    static func text(_ path: String) throws -> String { String(decoding: try SampleTests.read(path), as: UTF8.self) }

    /// The fenced blocks of the language in a page.
    static func blocks(_ page: String) -> [String] {
        var blocks: [String] = []
        var current: String?
        for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
            guard let open = current else {
                if line == "```lagrum" { current = "" }
                continue
            }
            if line == "```" {
                blocks.append(open)
                current = nil
            } else {
                current = open + line + "\n"
            }
        }
        return blocks
    }

    static func sources(_ path: String, _ text: String) throws -> SourceSet {
        var sources = SourceSet()
        try sources.add(path) { (_) throws(ReadProblem) in Array(text.utf8) }
        return sources
    }

    @Test func everyRuleHasAPage() { #expect(PageTests.codes.count >= 30) }

    @Test func theExampleIsLawful() throws {
        let base = PageTests.blocks(try PageTests.text(PageTests.packs + "/EXAMPLE.md"))
        let snapshot = check(try PageTests.sources("EXAMPLE.md", base.joined()), asOf: SampleTests.day)
        // One notice is there for the pages' examples to name.
        #expect(snapshot.findings.map(\.code).filter { $0 != "N048" } == [])
    }

    /// The Swedish part stands alone in `lagrum explain --lang sv`, and says all that the English does.
    @Test(arguments: codes)
    func theSwedishPartIsWhole(_ code: String) throws {
        let swedish = try #require(CodePage.of(code)).markdown(.sv)
        for heading in ["**Vad.**", "**Varför.**", "**Rätta.**"] {
            #expect(swedish.contains("\n\n\(heading) "), "\(code).md lacks \(heading)")
        }
    }

    @Test(arguments: codes)
    func page(_ code: String) throws {
        let page = try PageTests.text("\(PageTests.packs)/gdpr/\(code).md")
        for heading in ["# \(code) ", "**What.**", "**Why.**", "## Avoid", "## Prefer", "## Fix", "## På svenska"] {
            #expect(page.contains(heading), "\(code).md lacks \(heading)")
        }
        let blocks = PageTests.blocks(page)
        try #require(blocks.count == 2)
        #expect(blocks[0].contains("expect: \(code)"))
        #expect(blocks[1].contains("silent: \(code)"))
        let base = PageTests.blocks(try PageTests.text(PageTests.packs + "/EXAMPLE.md")).joined()
        let outcomes = runTests(try PageTests.sources("\(code).md", base + blocks.joined()), today: SampleTests.day)
        #expect(outcomes.count == 2)
        for outcome in outcomes {
            let failures = outcome.failures.map { "\($0.code) \($0.message.en)" }
            #expect(failures == [], "\(code).md, \(outcome.title)")
        }
    }
}
