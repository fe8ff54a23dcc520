// What the rules' own pages say to avoid: each has a way out by the smallest edits, but for those that are listed.
import Checker
import Law
import Source
import Testing

struct RemedyPageTests {
    /// What no edit may answer: words that say what a purpose is, facts about what was collected and what people expect, conclusions that differ.
    static let human: Set = ["P001", "P002", "P014", "P023"]
    @Test(arguments: PageTests.codes)
    func everyPageHasAWayOut(_ code: String) throws {
        let base = PageTests.blocks(try PageTests.text(PageTests.packs + "/EXAMPLE.md")).joined()
        let avoid = try #require(PageTests.blocks(try PageTests.text("\(PageTests.packs)/gdpr/\(code).md")).first)
        let tests = changedByTests(try PageTests.sources("\(code).md", base + avoid))
        let test = try #require(tests.first)
        let snapshot = check(test.sources, asOf: test.asOf ?? SampleTests.day)
        let finding = try #require(snapshot.findings.first { $0.code == code })
        let answer = snapshot.remedies(for: finding, limit: 400)
        let said = "\(code): \(answer.remedies.count) remedies, \(answer.questions.count) questions, \(answer.checked) texts, \(answer.isLaw ? "of an activity" : "of no activity")"
        #expect(answer.complete, "\(said)")
        #expect(answer.remedies.isEmpty == (RemedyPageTests.human.contains(code)), "\(said)")
    }
}
