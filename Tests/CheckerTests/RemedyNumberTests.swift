// Remedies that set a number, make a test, or say again what was left out: they hold when they are written down, and come of no rule's name.
import Checker
import Law
import Source
import Testing

struct RemedyNumberTests {
    private static func base() throws -> String { PageTests.blocks(try PageTests.text(PageTests.packs + "/EXAMPLE.md")).joined() }

    private static func snapshot(_ text: String) throws -> Snapshot { check(try PageTests.sources("case.lagrum", text), asOf: SampleTests.day) }

    private static func remedies(_ code: String, _ text: String) throws -> [Remedy] {
        let snapshot = try snapshot(text)
        return snapshot.remedies(for: try #require(snapshot.findings.first { $0.code == code })).remedies
    }

    private static func lines(_ remedy: Remedy, _ sign: String = "+") -> [String] {
        remedy.files.flatMap { String(decoding: unifiedDiff($0.old, $0.new, oldName: "", newName: "", context: 0), as: UTF8.self).split(separator: "\n").map(String.init) }
            .filter { $0.hasPrefix(sign) && !$0.hasPrefix(sign + sign) }
    }

    // MARK: Numbers

    private static func learning(_ parameters: String) throws -> String {
        let text = try base(), learnt = text.replacing("learn mst from reference { epsilon: 3.0; delta: 1e-9; unit: matter_id }", with: "learn \(parameters)")
        #expect(learnt != text)
        return learnt
    }

    /// Each number that is wrong is set to where it may be, in one remedy.
    @Test func aLargeBudgetIsLowered() throws {
        let remedies = try RemedyNumberTests.remedies("D004", RemedyNumberTests.learning("mst from reference { epsilon: 50.0; delta: 1e-9; unit: matter_id }"))
        #expect(remedies.map { $0.parts.map(\.title.en) } == [["State `epsilon: 3` in `synthesiser`."]])
        #expect(remedies.map(\.cost) == [1] && remedies.map { $0.parts.map(\.kind) } == [["number"]])
    }

    @Test func whatIsMissingIsStatedBesides() throws {
        let remedies = try RemedyNumberTests.remedies("D004", RemedyNumberTests.learning("gan from reference { epsilon: 50.0; delta: 1e-9; unit: matter_id }"))
        #expect(remedies.map { $0.parts.map(\.title.en) } == [["State `epsilon: 3` in `synthesiser`.", "State `clip: 1.0` in `synthesiser`."]])
    }

    /// A rule of the house is asked in the same way: the bound is its own, whichever way it is written.
    @Test(arguments: [
        ("t.epsilon > 1", "epsilon: 1"), ("not (t.epsilon <= 2)", "epsilon: 2"), ("t.epsilon >= 2", "epsilon: 1"), ("t.at_most < 4", "at most: 4"),
        ("t.delta * 1_000_000_000 >= 1", "delta: 1e-10"), ("t.epsilon * 2 > 1", "epsilon: 0.1"), ("small(t)", "epsilon: 0.5"),
    ])
    func aRuleOfTheHouse(_ condition: String, _ number: String) throws {
        let rule = """

            define small(step t) { holds: t.epsilon > 0.5 }
            rule H900 "House" {
              title sv: "Hus"
              severity: error
              cites: GDPR.25
              for: a in activities, t in a.steps
              when: t.verb == learn and \(condition)
              message en: "{t}"
              message sv: "{t}"
            }
            """
        let remedies = try RemedyNumberTests.remedies("H900", RemedyNumberTests.base() + rule)
        #expect(remedies.contains { $0.parts.map(\.title.en) == ["State `\(number)` in `synthesiser`."] }, "\(remedies.map { $0.parts.map(\.title.en) })")
    }

    /// What the world is has no number to choose: the rows that there are, the columns that persons fill.
    @Test func whatIsComputedIsNotSet() throws {
        let rule = """

            rule H901 "House" {
              title sv: "Hus"
              severity: error
              cites: GDPR.25
              for: a in activities, t in a.steps
              when: t.verb == generate and t.rows_stated > 100
              message en: "{t}"
              message sv: "{t}"
            }
            """
        #expect(try RemedyNumberTests.remedies("H901", RemedyNumberTests.base() + rule).allSatisfy { !$0.parts.map(\.kind).contains("number") })
    }

    // MARK: Tests and notices

    @Test func aGateThatMeasuresNoLikenessMakesAllTests() throws {
        let text = try RemedyNumberTests.base(), few = text.replacing("require: worst_risk <= 5%", with: "require: worst_risk <= 5%\n      tests: singling_out, linkability, inference")
        #expect(few != text)
        let remedies = try RemedyNumberTests.remedies("D005", few)
        #expect(remedies.map { $0.parts.map(\.title.en) } == [["Take `tests:` out of `quality`, so that all tests are made."]])
    }

    /// What was sent is a fact: the notice stays as it is, and whoever got it is told anew.
    @Test func whatANoticeLeftOutIsSaidAgain() throws {
        let text = try RemedyNumberTests.base(), old = "tells: Purpose, Retention, Rights, Objection, Complaint\n  text:  \"notices/client.md\""
        let short = text.replacing(old, with: "tells: Purpose, Retention, Rights, Objection\n  text:  \"notices/client.md\"")
        #expect(short != text)
        let remedies = try RemedyNumberTests.remedies("R003", short)
        let best = try #require(remedies.first)
        #expect(best.parts.contains { $0.title.en == "Inform `Client` anew, also on `Complaint`, instead of by `ClientNotice`." })
        for remedy in remedies {
            let new = String(decoding: try #require(remedy.files.first).new, as: UTF8.self)
            #expect(new.contains("notice ClientNotice {\n  to:    Client\n  under: GDPR.13.3\n  sent:  2026-01-15 by Letter, Portal\n  tells: Purpose, Retention, Rights, Objection\n"))
            #expect(RemedyNumberTests.lines(remedy).flatMap { $0.split { " ,".contains($0) } }.compactMap { Day($0) }.allSatisfy { $0 >= SampleTests.day })
        }
    }

    /// A notice that is still to be sent is mended as it stands.
    @Test func aNoticeThatIsNotSentTellsMore() throws {
        let text = RemedyTests.specification(0).replacing("Objection, Complaint", with: "Objection").replacing("sent:  2026-01-15", with: "sent:  2026-02-20")
        let snapshot = try RemedyTests.snapshot(text)
        let remedies = snapshot.remedies(for: try #require(snapshot.findings.first { $0.code == "R003" })).remedies
        #expect(remedies.first.map { $0.parts.map(\.title.en) } == ["Let `ClientNotice` tell `Complaint` too."])
    }

    /// Written down and checked from the start: the finding is gone, and no error stands that did not.
    @Test(arguments: ["D004", "D005", "R003"])
    func holds(_ code: String) throws {
        let avoid = try #require(PageTests.blocks(try PageTests.text("\(PageTests.packs)/gdpr/\(code).md")).first)
        let test = try #require(changedByTests(try PageTests.sources("\(code).md", try RemedyNumberTests.base() + avoid)).first)
        let snapshot = check(test.sources, asOf: test.asOf ?? SampleTests.day), finding = try #require(snapshot.findings.first { $0.code == code })
        let remedies = snapshot.remedies(for: finding).remedies, before = Set(snapshot.findings.filter { $0.severity == .error }.map(\.code))
        #expect(!remedies.isEmpty)
        for remedy in remedies {
            let text = String(decoding: try #require(remedy.files.first).new, as: UTF8.self)
            let after = check(try PageTests.sources("\(code).md", text), asOf: snapshot.asOf).findings
            #expect(!after.contains { $0.code == code && $0.message == finding.message })
            #expect(Set(after.filter { $0.severity == .error }.map(\.code)).subtracting(before).isSubset(of: remedy.blanks > 0 ? ["N039"] : []), "\(remedy.parts.map(\.title.en))")
        }
    }
}
