// What can't become a plan, and what is said of it.
import Checker
import Model
import Plan
import Testing

struct RefusalTests {
    private static let rows = "a = clean Cases.cases { keep: days, won, kind }\nb, c = split a by 80%\n"

    /// Every verb of the language that this version's engine does not run is told by name, at its step.
    @Test(arguments: [
        ("mask", "x = mask Cases.notes { keep: day }"), ("pseudonymise", "x = pseudonymise a { columns: id; key: \"k\" }"), ("aggregate", "x = aggregate a by kind { smallest: 10\n n = count(a) }"),
        ("match", "x = match a with Cases.scores by id"), ("network", "x = network a by id { links: kind; hops: 1 }"), ("score", "m = train gradient_boosting on a { target: won }\nx = score a with m"),
        ("select", "x = select 10 from a { by: days }"), ("communicate", "x = communicate a to Person { shows: a; answer within: 14 days }"), ("review", "x = review a { by: \"handler\" }"),
        ("decide", "x = decide a by Officer { outcome: Grant }"), ("disclose", "disclose a to Bureau"), ("split", "x, y = split a by days > 3"), ("archive", "archive a"),
        ("learn aim", "x = learn aim from a { epsilon: 1; delta: 1e-9 }"), ("learn gan", "x = learn gan from a { epsilon: 1; delta: 1e-9; clip: 1 }"),
        ("learn copula", "x = learn copula from a { epsilon: 1; delta: 1e-9 }"), ("train logistic", "x = train logistic on a { target: won }"),
    ])
    func cannotRun(_ what: String, _ step: String) throws {
        let text = Fixture.base + Fixture.activity(RefusalTests.rows + step)
        #expect(try Fixture.refusal(text).filter { $0.hasPrefix("E") } == ["E001 `\(what)` is checked against the law, but this version's engine can't run it."])
    }

    /// The list above is whole: a verb that does not run and is not in it would pass unseen.
    @Test func everyVerbIsTried() {
        let tried: Set<String> = ["mask", "pseudonymise", "aggregate", "match", "network", "score", "select", "communicate", "review", "decide", "disclose", "archive"]
        #expect(Set(Verb.table.filter { !$0.runs }.map(\.name.rawValue)) == tried)
    }

    @Test func severalAreToldAtOnce() throws {
        let text = Fixture.base + Fixture.activity(RefusalTests.rows + "x = mask Cases.notes { keep: day }\ny = review x { by: \"handler\" }")
        #expect(try Fixture.refusal(text).count == 2)
    }

    @Test func noSource() throws {
        let text = try (Fixture.base + Fixture.activity(RefusalTests.rows)).with("  source:        sqlite(\"cases.db\")\n", "")
        #expect(try Fixture.refusal(text) == ["E002 `Cases` does not say where its data lie."])
    }

    @Test func noPipeline() throws {
        let head = "activity Act { controller: Firm; purpose: Try; status: Planned; starts: 2026-11-21; runs in: Warm"
        #expect(try Fixture.refusal(Fixture.base + head + " }") == ["E003 `Act` has no pipeline."])
        #expect(try Fixture.refusal(Fixture.base + head + "\npipeline { }\n}") == ["E003 `Act` has no pipeline."])
    }

    /// An error of the law, or of names, stands in the way; the plan is then never made.
    @Test func errors() throws {
        #expect(try Fixture.refusal(Fixture.sample().with("opt out: CaseSystem.objections until 2026-02-28 for Client, Counterparty, CaseChild matched by parties.personal_no\n", "")).contains { $0.hasPrefix("P004") })
        #expect(try Fixture.refusal(Fixture.base + Fixture.activity("a = clean Cases.cases { keep: dayz }")).map { $0.prefix(4) } == ["N005"])
        #expect(try Fixture.refusal("}" + Fixture.base + Fixture.activity(RefusalTests.rows)).map { $0.prefix(1) } == ["X"])
    }

    /// No step is ever left out of a plan in silence.
    @Test func aStepThatCannotBeLoweredIsTold() throws {
        let text = Fixture.base + Fixture.activity(RefusalTests.rows + """
            s = learn mst from b { epsilon: 1; delta: 1e-9 }
            y = generate 10 from s
            q = evaluate y against b { require: two_way_similarity >= 95%, worst_risk <= 5%; combined with: none because "x" }
            release y
            """)
        let refusal = try Fixture.refusal(text)
        #expect(!refusal.isEmpty)
    }
}
