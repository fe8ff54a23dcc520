// A plan is named by its bytes: the same meaning gives the same, another meaning never does.
import Checker
import Plan
import Source
import Testing

struct CanonicalTests {
    /// Nothing but how the text stands.
    @Test(arguments: [
        ("a comment", "controller FamiljensJurist", "// a comment\n/* and\nanother */ controller FamiljensJurist"),
        ("a doc comment", "purpose HandleCases", "/// What the firm lives by.\npurpose HandleCases"),
        ("blanks", "status: Planned", "\n\n status :Planned "),
        ("one line", "relation: OwnClient\n", "relation: OwnClient;"),
        ("brackets over lines", "integer(0..2000)", "integer(\n 0..2000\n)"),
        ("a number's underscores", "15_000..20_000", "15000..20000"),
        ("a decimal's zeros", "epsilon: 3.0", "epsilon: 3.00"),
        ("an exponent", "delta: 1e-9", "delta: 0.000000001"),
        ("a share as a decimal", "worst_risk <= 5%", "worst_risk <= 0.05"),
        ("brackets around a condition", "case_type == custody and closed_on != none", "((case_type == custody) and (closed_on != none))"),
        ("a semicolon", "sector: Private\n", "sector: Private;"),
    ])
    func sameBytes(_ what: String, _ old: String, _ new: String) throws {
        let sample = try Fixture.sample()
        #expect(try Fixture.plan(try sample.with(old, new)).canonicalBytes() == Fixture.plan(sample).canonicalBytes())
    }

    /// Line ends, a byte order mark, and where the file lies.
    @Test func sameBytesOfOtherFiles() throws {
        let sample = try Fixture.sample(), bytes = try Fixture.plan(sample).canonicalBytes()
        #expect(try Fixture.plan(try sample.with("\n", "\r\n")).canonicalBytes() == bytes)
        #expect(try Fixture.plan("\u{FEFF}" + sample).canonicalBytes() == bytes)
        #expect(try Fixture.plan(["a/b/c.lagrum": sample], "a/b/c.lagrum").canonicalBytes() == bytes)
    }

    /// A declaration may move to a file that is imported, and stand in another order: it means the same.
    @Test func sameBytesInSeveralFiles() throws {
        let sample = try Fixture.sample()
        func cut(_ from: String, _ to: String) throws -> Substring {
            sample[try #require(sample.range(of: from))..<(try #require(sample.range(of: to)))]
        }
        let controller = try cut("\n/// Sweden's", "\nsubject Client"), client = try cut("\nsubject Client", "\nsubject CaseChild")
        let child = try cut("\nsubject CaseChild", "\npurpose HandleCases"), purposes = try cut("\npurpose HandleCases", "\n/// Everything the offices")
        let system = try cut("\n/// Everything the offices", "\n/// What an attacker"), judgments = try cut("\n/// What an attacker", "\nnotice ClientNotice")
        let assessments = try cut("\nassessment SynthesisDpia", "\nactivity"), notices = try cut("\nnotice ClientNotice", "\nassessment SynthesisDpia")
        let activity = sample[try #require(sample.range(of: "\nactivity"))...]
        let turned = try assessments.split(by: "\nassessment ").reversed().joined()
        let spec = "edition 2026\nimport \"parts/data.lagrum\"\nuse gdpr, se, ai_act\n\(turned)\(activity)\(notices)"
        let data = "edition 2026\nimport \"../firm.lagrum\"\nuse gdpr\(judgments)\(system)\(child)\(client)\(purposes)"
        let files = ["spec.lagrum": spec, "parts/data.lagrum": data, "firm.lagrum": "edition 2026\(controller)"]
        #expect(try Fixture.plan(files).canonicalBytes() == Fixture.plan(sample).canonicalBytes())
    }

    /// What the law makes of a fact is part of what was approved.
    @Test func verdicts() throws {
        let sample = try Fixture.sample()
        let changed = try sample.with("context: LegalCounsel", "context: Ordinary").with("confidentiality: Contractual", "confidentiality: none")
            .with("Heightened", "Ordinary").with("relation: OwnClient\n", "relation: OwnClient\ndependent: no\n")
        let (before, after) = (try Fixture.plan(sample), try Fixture.plan(changed))
        #expect(before.decisions.map { "\($0.arguments.last ?? ""): \($0.conclusion)" }
            // What an attacker might hold is read too, and asked about as any other data.
            == ["CaseSystem", "CourtJudgments"].flatMap { ["\($0): compatible_with_conditions", "CaseChild: compatible_with_conditions", "Client: compatible", "Counterparty: compatible"] })
        #expect(after.decisions.flatMap(\.factors).filter { $0.name == "Client: context" }.map(\.value) == ["neutral", "adverse"])
        #expect(before.decisions.flatMap(\.factors).filter { $0.name == "Client: context" }.map(\.value) == ["adverse", "adverse"])
        #expect(try before.digest() != after.digest())
    }

    /// One change of what the plan means.
    @Test(arguments: [
        ("a column more", "keep: case_id, region,", "keep: case_id, region, opened_on,"),
        ("a column less", "keep: case_id, region,", "keep: case_id,"),
        ("the filter", "case_type == custody", "case_type == residence"),
        ("a computed column", "count(parties where role == child)", "count(parties where role != child)"),
        ("a domain", "hearings: integer(0..20)", "hearings: integer(0..21)"),
        ("a choice", "choice(custody, residence, contact)", "choice(custody, residence, contact, other)"),
        ("a column's category", "integer(1930..2026) else missing as Age", "integer(1930..2026) else missing as Ordinary"),
        ("a column's real name", "litigated: flag", "litigated: flag named \"Tvist\""),
        ("else missing", "integer(1930..2026) else missing ", "integer(1930..2026)"),
        ("the source", "data/cases.db", "data/cases2.db"),
        ("the rows needed", "15_000..20_000", "14_000..20_000"),
        ("a reason to reject", "hearings in a case that never ran", "another reason"),
        ("a band", "0, 30, 90, 180,", "0, 30, 180,"),
        ("the split", "by 80%", "by 70%"),
        ("the budget", "epsilon: 3.0", "epsilon: 3.1"),
        ("the leak", "delta: 1e-9", "delta: 1e-8"),
        ("rows to generate", "generate 20_000", "generate 20_001"),
        ("a gate", "worst_risk <= 5%", "worst_risk <= 6%"),
        ("a gate less", "require: two_way_similarity >= 95%\n", ""),
        ("what an attacker holds", "combined with: CourtJudgments.judgments", "combined with: none because \"no other list\""),
        ("attacks", "attacks: 3_500", "attacks: 3_501"),
        ("the target", "{ target: litigated }", "{ target: mediation }"),
        ("what is deleted", "delete closed, relevant, reference, holdout", "delete relevant, closed, reference, holdout"),
        ("what is released", "release synthetic, risk_model", "release synthetic"),
        ("the opt-out's last day", "until 2026-02-28", "until 2026-02-27"),
        ("those not reached", "unreached: excluded\n", ""),
        ("an assessor", "by \"Chief counsel\"", "by \"Another\""),
        ("the purpose's words", "Train a model that sees conflict risk early", "Train a model that sees risk early"),
        ("the activity's words", "Syntetisera avslutade vårdnadsärenden", "Syntetisera vårdnadsärenden"),
    ])
    func anotherDigest(_ what: String, _ old: String, _ new: String) throws {
        let sample = try Fixture.sample(), changed = try sample.with(old, new)
        #expect(try Fixture.plan(changed).digest() != Fixture.plan(sample).digest())
    }

    private let house = """
        edition 2026
        norm HOUSE.1 { title en: "Our rule"; title sv: "Vår regel"; in force: 2020-01-01 }
        // A comment.
        rule H001 "Our own" {
          title sv: "Vår egen"
          severity: warning
          cites:    HOUSE.1
          for:      a in activities
          when:     a.starts > 2030-01-01
          at:       a.purpose
          message en: "{a} starts late."
          message sv: "{a} börjar sent."
        }

        """

    /// The law is part of what was approved: a word of a pack, and not its comments.
    @Test func packs() throws {
        let sample = try Fixture.sample()
        func digest(_ house: String) throws -> Digest { try Fixture.plan(house + sample.with("edition 2026\n", "")).digest() }
        #expect(try Fixture.plan(sample).law.packs.map(\.name) == ["gdpr", "se", "ai_act"])
        #expect(try Fixture.plan(house + sample.with("edition 2026\n", "")).law.packs.map(\.name) == ["gdpr", "se", "ai_act", "house"])
        #expect(try digest(house) == digest(try house.with("// A comment.", "/* Another,\n\n longer. */")))
        #expect(try digest(house) == digest(try house.with("  severity: warning\n", "severity:warning;")))
        #expect(try digest(house) != digest(try house.with("2030-01-01", "2031-01-01")))
        #expect(try digest(house) != digest(try house.with("starts late", "starts too late")))
        #expect(try digest(house) != Fixture.plan(sample).digest())
    }

    /// A finding that stands, and one that is allowed with its reason, are part of what is approved.
    @Test func standingFindings() throws {
        let house = try house.with("2030-01-01", "2020-01-01"), sample = try Fixture.sample().with("edition 2026\n", "")
        let standing = try Fixture.plan(house + sample)
        #expect(standing.findings.map { "\($0.code) \($0.severity) \($0.at) \($0.norms)" } == ["H001 warning SynthesiseCases [\"HOUSE.1\"]"])
        let allowing = try sample.with("status: Planned\n", "status: Planned\nallow H001 because \"agreed with the board\" until 2030-01-01\n")
        let allowed = try Fixture.plan(house + allowing)
        #expect(allowed.findings.map(\.severity) == ["silenced"])
        #expect(allowed.findings.map { $0.message.contains("agreed with the board") } == [true])
        #expect(try allowed.digest() != standing.digest())
    }

    /// The day itself is no part of a plan: the span of days over which its norms stay the same is.
    @Test func theLawsSpan() throws {
        let sample = try Fixture.sample(), plan = try Fixture.plan(sample)
        let next = Day(number: Fixture.day.number + 1)
        #expect(try Fixture.plan(sample, asOf: next).canonicalBytes() == plan.canonicalBytes())
        let dated = """
            norm HOUSE.1 { title en: "Ours"; title sv: "Vår"; in force: 2020-01-01 until 2027-05-31 }
            rule H001 "Ours" { title sv: "Vår"; severity: warning; cites: HOUSE.1; for: a in activities; when: a.starts > 2030-01-01; at: a.purpose; message en: "x"; message sv: "x" }

            """
        let before = try Fixture.plan(sample + dated), after = try Fixture.plan(sample + dated, asOf: Day("2027-06-01") ?? next)
        #expect(before.law.holdsUntil == Day("2027-05-31"))
        #expect(after.law.holdsFrom == Day("2027-06-01"))
        #expect(try before.digest() != after.digest())
    }

    /// Decimals stand as they were written, never as a float's digits.
    @Test func noFloats() throws {
        let text = String(decoding: try Fixture.plan(try Fixture.sample().with("epsilon: 3.0", "epsilon: 0.1")).canonicalBytes(), as: UTF8.self)
        #expect(text.contains("\"epsilon\" : \"0.1\"") && text.contains("\"0.000000001\""))
        #expect(text.hasSuffix("}\n") && !text.contains("\r"))
        let numbers = text.split(separator: "\n").filter { $0.contains(" : ") && !$0.contains("\"" + " : \"") }.compactMap { $0.split(separator: ":").last }
        #expect(!numbers.contains { $0.contains(".") })
    }

    @Test func digestIsSHA256() {
        #expect(Digest(of: "abc").hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        // More than a block, a block with no room for its length, and a whole one.
        #expect(Digest(of: "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq").hex == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
        #expect(Digest(of: [UInt8](repeating: 0, count: 64)).hex == "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b")
        #expect(Digest(of: String(repeating: "a", count: 1_000_000)).hex == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
        #expect(Digest(of: "").hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }
}

extension Substring {
    /// The parts that begin with a text, each with it.
    fileprivate func split(by start: String) throws -> [String] {
        var parts = [""], rest = self
        while !rest.isEmpty {
            if rest.hasPrefix(start) { parts.append("") }
            parts[parts.count - 1].append(rest.removeFirst())
        }
        return parts
    }
}

extension String {
    fileprivate func range(of part: String) -> Index? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(part) { return start }
            start = index(after: start)
        }
        return nil
    }

    /// A list that is written some at a time is written as the whole is.
    @Test(arguments: [0, 1, 255, 256, 257, 600])
    func aListInParts(_ count: Int) throws {
        struct Element: Encodable {
            var text: String
            var list: [String]
        }
        struct Whole: Encodable {
            var before = "\n  \"elements\" : [\n\n  ]"
            var elements: [Element]
            var inner = ["elements": [Int]()]
        }
        let elements = (0..<count).map { Element(text: "\($0)\n  \"elements\" : [\n\n  ]", list: $0 % 3 == 0 ? [] : ["a\"b", "å/ö"]) }
        #expect(try CanonicalJSON.bytes(of: Whole(elements: []), with: elements, under: "elements") == CanonicalJSON.bytes(of: Whole(elements: elements)))
    }
}
