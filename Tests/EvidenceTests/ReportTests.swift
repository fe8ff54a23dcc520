// The report says everything that the evidence holds, in both languages, and its goldens show how.
import Evidence
import Plan
import Source
import Testing

@Suite struct ReportTests {
    static let reports: [(name: String, text: String)] = [
        ("released.sv.html", report(released(), language: .sv)), ("released.en.html", report(released(), language: .en)),
        ("refused.en.html", report(refused(), language: .en)), ("empty.sv.html", report(empty(), language: .sv)),
    ]

    static func empty() -> Evidence {
        Evidence(
            run: "r", tool: "lagrum", planDigest: "00", activity: Named("A"), purpose: Named("P"), startedAt: "", finishedAt: "",
            outcome: .failed(step: "closed", reason: Message(sv: "data/cases.db går inte att läsa: filen är skadad", en: "data/cases.db can't be read: the file is damaged")))
    }

    @Test(arguments: reports.map(\.name)) func looksAsBlessed(name: String) {
        let text = Self.reports.first { $0.name == name }?.text ?? ""
        expectGolden(text, name)
    }

    @Test func noGoldenIsOrphaned() {
        #expect(goldens().subtracting(Self.reports.map(\.name)) == [])
    }

    @Test(arguments: Language.allCases) func everyNumberOfTheEvidenceIsThere(language: Language) {
        let text = report(released(), language: language)
        let group = language == .sv ? "\u{202F}" : ","
        for rows in ["26\(group)410", "93\(group)211", "17\(group)895", "14\(group)188", "20\(group)000", "3493", "7204", "891", "405"] {
            #expect(text.contains(">\(rows)<"), "\(rows)")
        }
        for name in ["2c26b46b68ff", "9f86d081884c", "release/synthetic.csv", "CourtJudgments.judgments", language == .sv ? "invändning" : "objection", "case_id", "age_gap"] {
            #expect(text.contains(name), "\(name)")
        }
    }

    @Test func aFailedGateIsToldFirstAndNothingIsSaidToBeReleased() throws {
        let text = report(refused(), language: .en)
        let main = try #require(text.firstRange(of: "<main>"))
        let first = text[main.upperBound...].prefix(600)
        #expect(first.firstRange(of: "Nothing is released: one requirement is not met.") != nil)
        #expect(first.firstRange(of: "Largest attack risk") != nil)
        #expect(text.firstRange(of: "id=\"released\"") == nil)
        #expect(text.firstRange(of: "Not met") != nil)
        #expect(text.firstRange(of: "The guarantee is void") != nil)
    }

    @Test func aReasonIsTextAndNeverMarkup() {
        var evidence = Self.empty()
        evidence.outcome = .failed(step: "<b>x</b>", reason: Message(both: "<img src=x>"))
        evidence.steps = [StepRecord(step: "a", verb: "clean", rowsIn: [], losses: [Loss(from: "<i>", reason: Message(both: "</svg>"), rows: 1)], rowsOut: [], seconds: 0)]
        let text = report(evidence, language: .en)
        #expect(text.firstRange(of: "<img") == nil && text.firstRange(of: "<b>") == nil && text.firstRange(of: "<i>") == nil)
    }

    @Test func oneLineEach() {
        #expect(summary(of: released(), language: .en) == "The run is done, and 2 files are released.")
        #expect(summary(of: released().steps[2], language: .en) == "relevant: 17,895 rows in, 214 left, 17,681 out")
        #expect(summary(of: released().steps[3], language: .sv) == "reference: 17\u{202F}681 rader in, 14\u{202F}188 + 3493 ut")
        #expect(summary(of: refused().gates[1], language: .en) == "not met: Largest attack risk 6.1% (2.4–9.8%), limit at most 5.0%")
    }

    @Test func evidenceSurvivesItsOwnDocument() throws {
        let bytes = try CanonicalJSON.bytes(of: released())
        let again = try CanonicalJSON.value(Evidence.self, from: bytes)
        #expect(try CanonicalJSON.bytes(of: again) == bytes)
        #expect(report(again, language: .sv) == report(released(), language: .sv))
    }
}

extension String {
    func contains(_ needle: String) -> Bool { firstRange(of: needle) != nil }
}
