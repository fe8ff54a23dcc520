// What an author may leave out or misspell without meaning to: none of it may come out as lawful.
import Checker
import Source
import Testing

/// The sample C12, which is lawful, with one thing in it written otherwise: only what is said here follows.
struct SilenceTests {
    @Test func asItStands() throws {
        #expect(try codes() == [])
    }

    @Test("A limit on likeness is none on what leaks") func onlySimilarity() throws {
        #expect(
            try codes(("      require:       singling_out_risk <= 5%, linkability_risk <= 5%, inference_risk <= 10%\n", ""))
                .contains("D001"))
    }

    @Test("One way to leak with a limit leaves the others open") func oneRisk() throws {
        #expect(
            try codes(("singling_out_risk <= 5%, linkability_risk <= 5%, inference_risk", "linkability_risk")).contains(
                "D001"))
    }

    @Test(arguments: [
        "linkability_risk <= 5", "linkability_risk <= 100%", "linkability_risk <= -5%", "linkability_risk < 100%",
    ])
    func limitWithoutEffect(_ limit: String) throws {
        #expect(try codes(("linkability_risk <= 5%", limit)) == ["N036"])
    }

    @Test(arguments: ["two_way_similarity >= 95", "two_way_similarity >= 0%", "two_way_similarity >= -1"])
    func lowerLimitWithoutEffect(_ limit: String) throws {
        #expect(try codes(("two_way_similarity >= 95%", limit)) == ["N036"])
    }

    @Test(arguments: ["rows", "reference", "reference, synthetic"]) func personalDataReleased(_ what: String) throws {
        #expect(try codes(("release synthetic", "release \(what)")).contains("N037"))
    }

    @Test(arguments: ["synthesiser", "quality"]) func notForRelease(_ what: String) throws {
        #expect(try codes(("release synthetic", "release \(what)")).contains("N027"))
    }

    @Test(arguments: ["", "use se\n", "use ai_act\n"]) func noGDPR(_ other: String) throws {
        let codes = try codes(("use gdpr\n", other), ("  under: GDPR.13.3\n", ""))
        #expect(codes.contains("N034"))
    }

    @Test(arguments: ["2027", "next", "\"2026\""]) func edition(_ year: String) throws {
        #expect(try codes(("edition 2026", "edition \(year)")) == ["N038"])
    }

    @Test("What can't be read is no value of the wrong kind too", arguments: ["1e300", "123_456_789_012_345_678_901"])
    func unreadableNumber(_ number: String) throws {
        #expect(try codes(("epsilon: 3.0", "epsilon: \(number)")) == ["X009"])
    }

    @Test func dayThatDoesNotExist() throws {
        #expect(try codes(("starts:     2026-03-15", "starts:     2026-02-30")).filter { $0 != "P003" } == ["X010"])
    }

    /// The mistake is told, and not what the law would say of an opt-out that leaves nobody out.
    @Test("An opt-out that is matched by a column of another type") func matchedByAnotherType() throws
    {
        var sources = SourceSet()
        let text = try SampleTests.read("Samples/custody/custody.lagrum")
        let changed = String(decoding: text, as: UTF8.self).replacing(
            "matched by parties.personal_no", with: "matched by parties.role")
        try sources.add("custody.lagrum") { path throws(ReadProblem) in Array(changed.utf8) }
        let codes = check(sources, asOf: SampleTests.day).findings.map(\.code)
        #expect(codes == ["N018"])
    }

    @Test(
        "A line outside every declaration",
        arguments: ["hello: 5", "x = clean Formations.matters { keep: fee_band }", "natural when 5"])
    func looseLine(_ line: String) throws {
        #expect(try codes(("notice FormationNotice", line + "\nnotice FormationNotice")) == ["N012"])
    }

    /// The codes of the errors, without those of `fj.lagrum`, which it imports.
    private func codes(_ edits: (String, String)...) throws -> [String] {
        var text = String(decoding: try SampleTests.read("Samples/cases/C12.lagrum"), as: UTF8.self)
        if let end = text.firstRange(of: "\ntest \"") { text = String(text[..<end.lowerBound]) }
        var shared = String(decoding: try SampleTests.read("Samples/cases/fj.lagrum"), as: UTF8.self)
        for (old, new) in edits {
            try #require(text.contains(old), "the sample no longer holds: \(old)")
            text = text.replacing(old, with: new)
            if old == "use gdpr\n" { shared = shared.replacing(old, with: new) }
        }
        var sources = SourceSet()
        try sources.add("C12.lagrum") { path throws(ReadProblem) in
            switch path {
            case "C12.lagrum": Array(text.utf8)
            case "fj.lagrum": Array(shared.utf8)
            default: throw .missing
            }
        }
        return check(sources, asOf: SampleTests.day).findings.filter { $0.severity == .error }.map(\.code)
    }
}
