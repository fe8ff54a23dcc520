// What is wrong with a test block as it is written: told at its place, by `check` and by `test` alike, and of no other test.
import Checker
import Law
import Source
import Testing

struct TestBlockTests {
    struct Slip: Sendable, CustomTestStringConvertible {
        var body: String
        /// Each finding as `CODE what it stands at`.
        var found: [String]
        var advice: String?
        init(_ body: String, _ found: [String], _ advice: String? = nil) { (self.body, self.found, self.advice) = (body, found, advice) }
        var testDescription: String { body }
    }

    static let slips: [Slip] = [
        Slip("expects: P004", ["T008 expects"], "Did you mean `expect:`?"),
        Slip("chang Synthesise { without opt out }; silent: P004", ["X014 chang"]),
        Slip("allow P004 because \"x\"; silent: P004", ["T008 allow"]),
        Slip("silent: P0O4", ["T009 P0O4"], "Did you mean `P004`?"),
        Slip("silent: P004, ABC", ["T009 ABC"]),
        Slip("silent: P004 at Nobody.purpose", ["T010 Nobody"]),
        Slip("silent: P004 at Synthesis.purpose", ["T010 Synthesis"], "Did you mean `Synthesise`?"),
        Slip("silent: P004 at Synthesise.purpos", ["T010 purpos"], "Did you mean `purpose`?"),
        Slip("silent: P004 on Synthesise.purpose", ["T012 on"]),
        Slip("change Synthesise { status: Planned }", ["T011 test"]),
        Slip("", ["T011 test"]),
        Slip("silent: \"P004\"", ["T012 \"P004\""]),
        Slip("plan: Synthesise is finished", ["T012 Synthesise is finished"]),
        Slip("plan: Synthesis is ready", ["T010 Synthesis"], "Did you mean `Synthesise`?"),
        Slip("verdict: compatibilty(Synthesise, Cases) is not compatible", ["T005 compatibilty"], "Did you mean `compatibility`?"),
        Slip("verdict: compatibility(Synthesise, Case) is compatible_with_conditions", ["T010 Case"], "Did you mean `Cases`?"),
        Slip("verdict: compatibility(Synthesise, Cases) is not compatble", ["T005 compatble"], "Did you mean `compatible`?"),
    ]

    @Test(arguments: slips)
    func toldByBoth(_ slip: Slip) throws {
        let sources = try Self.sources(Self.test("slip", slip.body) + Self.test("sound", "silent: P004; plan: Synthesise is ready"))
        let snapshot = check(sources, asOf: SampleTests.day), outcomes = runTests(sources, today: SampleTests.day)
        #expect(Self.shown(snapshot.findings, snapshot.files) == slip.found)
        #expect(Self.shown(outcomes[0].failures, outcomes[0].files) == slip.found)
        #expect(Self.shown(outcomes[1].failures, outcomes[1].files) == [], "what is wrong with one test is no other's")
        if let advice = slip.advice { #expect(outcomes[0].failures.first?.advice?.en == advice) }
    }

    /// What the tests of a text that other lines can be told of are: places that a test brings in itself, parts of several words, columns.
    @Test(arguments: [
        "silent: P004 at Synthesise.opt_out, Synthesise.purpose", "silent: P004 at Cases.matters.days", "silent: N002",
        "given { purpose Other \"Count what the firm does\" is Statistics }; silent: P004 at Other",
        "change Synthesise { safeguard: Encryption }; silent: P004 at Synthesise.safeguard",
        "verdict: compatibility(Synthesise, Cases) is not undetermined",
    ])
    func nothingIsTold(_ body: String) throws {
        let sources = try Self.sources(Self.test("sound", body))
        let snapshot = check(sources, asOf: SampleTests.day)
        #expect(Self.shown(snapshot.findings, snapshot.files) == [])
        #expect(runTests(sources, today: SampleTests.day).map(\.failures.count) == [0])
    }

    /// `silent: … at` is about that place alone.
    @Test func silenceHasAPlace() throws {
        let noOptOut = "change Synthesise { without opt out }; expect: P004 at Synthesise.purpose; "
        let outcomes = runTests(
            try Self.sources(Self.test("elsewhere", noOptOut + "silent: P004 at Synthesise.basis") + Self.test("there", noOptOut + "silent: P004 at Synthesise.purpose")),
            today: SampleTests.day)
        #expect(outcomes.map { $0.failures.map(\.code) } == [[], ["T003"]])
    }

    /// A wrong line in a change is told where the test wrote it, with what was meant.
    @Test func changesAreToldWhereTheyAreWritten() throws {
        let outcomes = runTests(
            try Self.sources(
                Self.test("key", "change Synthesise { without opt out; colour: Red; statuss: Planned }; silent: P004")
                    + Self.test("near", "change Synthesise { statuss: Planned }; silent: P004") + Self.test("gone", "change Synthesise { without controller }; silent: P004")),
            today: SampleTests.day)
        #expect(Self.shown(outcomes[0].failures, outcomes[0].files) == ["T007 colour"])
        #expect(Self.shown(outcomes[1].failures, outcomes[1].files) == ["T007 statuss"])
        #expect(outcomes[1].failures.first?.advice?.en == "Did you mean `status:`?")
        #expect(Self.shown(outcomes[2].failures, outcomes[2].files) == ["T007 test"])
        #expect(outcomes[2].failures.first?.notes.first?.place != nil)
    }

    private static func test(_ title: String, _ body: String) -> String { "\ntest \"\(title)\" as of 2026-11-21 {\n  \(body)\n}\n" }

    private static func sources(_ tests: String) throws -> SourceSet {
        var sources = SourceSet()
        try sources.add("x.lagrum") { (_) throws(ReadProblem) in Array((BuiltIn.exampleSpecification + tests).utf8) }
        sources.checkReferences { _ in true }
        return sources
    }

    private static func shown(_ findings: [Diagnostic], _ files: Files) -> [String] {
        // The specification that the examples change holds a notice that nothing names.
        findings.filter { $0.code != "N048" }.map { finding in
            guard let text = files.text(of: finding.place.file), let range = files.range(of: finding.place) else { return "\(finding.code) ?" }
            return "\(finding.code) \(text.string(in: range))"
        }
    }
}
