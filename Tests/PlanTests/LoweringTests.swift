// What steps become in the plan's algebra: a pipeline as text in, the plan's steps as text out.
import Checker
import Plan
import Source
import TestKit
import Testing

struct LoweringTests {
    static let goldens = Goldens()

    @Test(arguments: pipelines)
    func steps(_ test: Pipeline) throws {
        let plan = try Fixture.plan(Fixture.base + Fixture.activity(test.text))
        #expect(LoweringTests.goldens.difference(plan.printed, test.name + ".txt") == nil)
        // What is written is what is read.
        let bytes = try plan.canonicalBytes()
        let again: Plan = try CanonicalJSON.value(from: bytes)
        #expect(again == plan)
        #expect(try again.canonicalBytes() == bytes)
    }

    /// The custody sample: two datasets, an opt-out, every kind of step.
    @Test func custody() throws {
        let plan = try Fixture.plan(try Fixture.sample())
        #expect(LoweringTests.goldens.difference(plan.printed, "custody.txt") == nil)
        #expect(try CanonicalJSON.value(Plan.self, from: try plan.canonicalBytes()) == plan)
        // No path of a specification, no line number, no digest of its own.
        let text = String(decoding: try plan.canonicalBytes(), as: UTF8.self)
        #expect(!text.contains("spec.lagrum") && !text.contains("\"line\""))
    }

    @Test func noOrphans() { #expect(LoweringTests.goldens.orphans(besides: LoweringTests.pipelines.map { $0.name + ".txt" } + ["custody.txt"]) == []) }

    struct Pipeline: Sendable, CustomTestStringConvertible {
        var name: String, text: String
        var testDescription: String { name }
        init(_ name: String, _ text: String) { (self.name, self.text) = (name, text) }
    }

    static let pipelines = [
        // A filter on the first table alone goes before the join.
        Pipeline("filter-early", "a = consolidate Cases.cases, Cases.parties by id { where: kind == custody and closed != none; keep: days; children = count(parties where role == child) within 0..10 }"),
        // One that needs the other table goes after it.
        Pipeline("filter-late", "a = consolidate Cases.cases, Cases.parties by id { where: count(parties) > 1 or won; keep: days }"),
        // The same aggregate twice is computed once; empty groups count 0, have none and have all.
        Pipeline("aggregates", """
            a = consolidate Cases.cases, Cases.parties by id {
              keep:    id
              n        = count(parties) within 0..20
              children = count(parties where role == child) within 0..20
              adults   = count(parties) - count(parties where role == child) within 0..20
              sick     = any(ill)
              all_sick = every(ill)
              oldest   = min(born) within 1930..2026
              gap      = abs(max(born where role != child) - min(born where role != child)) within 0..100
              years    = sum(born) within 0..50_000
            }
            """),
        // A table with one row for each is joined as it is.
        Pipeline("join-of-one", "a = consolidate Cases.cases, Cases.scores by id { keep: days, points; good = points > 5; where: points != none }"),
        // A column of each table, of the same name; a computed column from those before it.
        Pipeline("names", "a = consolidate Cases.cases, Cases.scores by id { keep: cases.days; points = scores.days + 1 within 0..9; both = points + days within 0..2100; much = both > 5 }"),
        // What an earlier step made, joined by its key, or with several rows for each.
        Pipeline("relations", """
            c = clean Cases.cases { keep: days, won }
            s = clean Cases.scores { keep: points }
            p = consolidate Cases.parties by party { keep: party, id, born }
            a = consolidate c, s, p by id { keep: days, points; youngest = max(born) within 1930..2026 }
            b, d = split a by 50% { salt: "second" }
            """),
        Pipeline("clean", """
            a = clean Cases.cases {
              where:    won
              keep:     days, cost, opened, kind
              reject:   cost > 1000.50 because "dear"
              reject:   closed < opened because "closed before it was opened"
              bands:    days into 0, 30, 2000
              bands:    cost into 0, 1_000, 500_000
              bands:    opened into 2005-01-01, 2015-01-01, 2026-12-31
              distinct: yes
              need:     100..2_000_000
              length  = closed - opened within 0..8000
              twice   = cost * 2 within 0..1_000_000
              is_new  = opened >= 2020-01-01
              some    = kind in [custody, contact] and not days in 10..20
            }
            b = clean a { where: is_new; keep: days, twice }
            """),
        // Numbers of different places meet in the one with more.
        Pipeline("places", "a = clean Cases.cases { keep: days; where: cost > 10.5 and cost + days < 300 and -cost < 0 and days * 1.25 <= 99.99 }"),
        Pipeline("levels", "a = clean Cases.cases { keep: kind, opened, closed, days, cost, won; bands: cost into 0, 100, 500_000; week = days - 7 within -7..1993; small = days within 0..9 }\ns = learn mst from a { epsilon: 1; delta: 1e-9 }"),
        Pipeline("every-step", """
            a = clean Cases.cases { keep: days, won }
            b, c = split a by 75%
            s = learn mst from b { epsilon: 0.5; delta: 1e-9; unit: id; at most: 2 }
            y = generate 1_000 from s
            q = evaluate y against b, c { combined with: Judgments.judgments; attacks: 500; require: two_way_similarity >= 95%, worst_risk <= 5% }
            m = train gradient_boosting on y { target: won; rounds: 50; depth: 3; seed: 7 }
            f = audit m on c { groups: won; require: equal_opportunity_gap <= 10% }
            delete a, b, c after q, f
            release y, m
            """),
    ]
}
