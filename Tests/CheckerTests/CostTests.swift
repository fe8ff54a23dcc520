// `--profile`: what each rule cost, by a clock that goes one step at each look.
import Checker
import FoundationEssentials
import Source
import Synchronization
import Testing

struct CostTests {
    /// A millisecond at each look: a rule costs as many as the things that it was asked about.
    private static func report(_ language: Language) throws -> Report {
        let time = Mutex<UInt64>(0)
        let clock: @Sendable () -> UInt64 = { time.withLock { $0 += 1_000_000; return $0 } }
        let snapshot = check(try OutputSample.sources(), asOf: SampleTests.day, jobs: 1, clock: clock)
        return Report(snapshot, language: language, toolVersion: "0.0.0")
    }

    @Test(arguments: Language.allCases)
    func goldens(_ language: Language) throws {
        let report = try CostTests.report(language)
        expectOutput(CostTable(report.snapshot.law.profile).text(language), "profile.\(language.rawValue).txt")
        let json = try JSON(try FindingsDocument(report).bytes())
        let costs = try #require(json["profile"]?.items)
        #expect(costs.count == report.snapshot.packs.flatMap(\.rules).count)
        let schema = Schema(root: try JSON(try SampleTests.read("Grammar/findings.schema.json")))
        #expect(try schema.problems(json) == [])
    }

    @Test func withoutAClockNothingIsTold() throws {
        let report = try OutputSample.report()
        #expect(report.snapshot.law.profile.isEmpty)
        #expect(try JSON(try FindingsDocument(report).bytes())["profile"] == nil)
    }

    /// What it counts is the same for any number of threads; only the times may differ.
    @Test func countsAreTheSameForAnyJobs() throws {
        let sources = AfterEditsTests.sources(AfterEditsTests.many().dropLast() + AfterEditsTests.files())
        func counts(_ jobs: Int) -> [[Int]] {
            check(sources, asOf: SampleTests.day, jobs: jobs, clock: { 0 }).law.profile.map { [$0.bindings, $0.fired, $0.waiting] }
        }
        let one = counts(1)
        #expect(one.contains { $0[0] > 40 })
        #expect(counts(3) == one)
        #expect(check(sources, asOf: SampleTests.day, jobs: 2, clock: { 0 }).findings == check(sources, asOf: SampleTests.day, jobs: 2).findings)
    }
}
