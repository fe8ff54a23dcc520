// `lagrum fix`: only what is certain, with every comment kept, and a second time nothing.
import Checker
import Source
import Testing

struct FixTests {
    private func fixing(_ files: [String: String], unsafe: Bool = false) throws -> Fixing {
        var sources = SourceSet()
        for path in files.keys.sorted() {
            try sources.add(path) { (path) throws(ReadProblem) in
                guard let text = files[path] else { throw .missing }
                return Array(text.utf8)
            }
        }
        return Fixing(check(sources, asOf: SampleTests.day), unsafe: unsafe)
    }

    private func text(_ fixing: Fixing, _ path: String, _ files: [String: String]) -> String {
        fixing.files.first { $0.path == path }.map { String(decoding: $0.new, as: UTF8.self) } ?? files[path] ?? ""
    }

    @Test func whatIsCertainIsMendedAndNothingElse() throws {
        let files = [
            "a.lagrum": """
                edition 2026
                use gdrp
                subject Client is Adult {
                  relaton:  OwnCleint  // who they are
                  minor:    no
                  minor:    no  // and once more
                }
                notice Told { to: Other; tells: Purpose, }

                """,
            "sub/b.lagrum": "edition 2026\nsubject Other is Adult { minor: no }\n",
        ]
        let fixed = try fixing(files)
        #expect(text(fixed, "a.lagrum", files) == """
            edition 2026
            use gdpr
            import "sub/b.lagrum"
            subject Client is Adult {
              relation:  OwnClient  // who they are
              minor:    no
              // and once more
            }
            notice Told { to: Other; tells: Purpose }

            """)
        #expect(Set(fixed.made.map(\.code)) == ["N002", "N005", "N009", "N010", "N033", "X024"])
        #expect(fixed.snapshot.findings.filter { $0.severity == .error }.isEmpty)
        var again = files
        again["a.lagrum"] = text(fixed, "a.lagrum", files)
        #expect(try fixing(again).made.isEmpty && fixing(again).files.isEmpty)
    }

    /// Only the name goes: what stands around it is no mistake.
    @Test(arguments: [
        ("handling_days:    integer(0..2000)\n    hearings:         ", "integer(0..2000)", "interger(0..2000)"), ("consolidate CaseSystem.cases", "CaseSystem.cases", "CaseSystm.cases"),
        ("CaseSystem.parties by case_id", "parties", "partis"), ("= count(parties", "count(parties", "cuont(parties"), ("opt out:    CaseSystem.objections", "CaseSystem.objections", "CaseSystem.objectons"),
        ("combined with: CourtJudgments.judgments", "CourtJudgments.", "CourtJudgmnts."), ("table cases by case_id", "by case_id", "by cse_id"),
    ]) func aNameIsMendedInItsPlace(_ line: String, _ right: String, _ wrong: String) throws {
        let sample = String(decoding: try SampleTests.read("Samples/custody/custody.lagrum"), as: UTF8.self)
        try #require(sample.contains(line))
        let mistaken = sample.replacing(line, with: line.replacing(right, with: wrong))
        try #require(mistaken != sample)
        let fixed = try fixing(["a.lagrum": mistaken])
        #expect(text(fixed, "a.lagrum", [:]) == sample && fixed.made.map(\.code) == ["N005"])
    }

    /// Two names as near, digits, another value of a key that stands twice: a human chooses.
    @Test(arguments: [
        "subject S is Adult { reached by: Leter, Mial }\nchannel Mail\nchannel Mial2\nchannel Mill",
        "subject Year2024 is Adult\nsubject Year2025 is Adult\nnotice N { to: Year2026 }",
        "subject S is Adult { minor: yes; minor: no }",
        "notice N { under: GDPR.13.9 }",
    ])
    func whatIsNotCertainIsLeft(_ text: String) throws {
        let file = "edition 2026\nuse gdpr\n" + text + "\n"
        let fixed = try fixing(["a.lagrum": file])
        let new = self.text(fixed, "a.lagrum", ["a.lagrum": file])
        for word in ["Mial }", "Year2026", "minor: yes; minor: no", "GDPR.13.9"] where text.contains(word) { #expect(new.contains(word)) }
    }

    /// What a fix would break is not made: the name that is meant is taken by another kind.
    @Test func aFixThatBringsAnotherMistakeIsNotKept() throws {
        let file = "edition 2026\nuse gdpr\nsubject Client is Adult {\n  minr: no\n  minor: yes\n}\n"
        let fixed = try fixing(["a.lagrum": file])
        #expect(fixed.made.isEmpty && fixed.files.isEmpty)
    }

    @Test func anExpiredPermissionGoesOnlyWhenAsked() throws {
        let files = ["a.lagrum": "edition 2026\nuse gdpr\ncontroller Firm { country: SE; sector: Private }\ndataset D {\n  controller: Firm\n  allow P002 because \"old\" until 2026-01-01  // by whom?\n}\n"]
        #expect(try fixing(files).made.isEmpty)
        let fixed = try fixing(files, unsafe: true)
        #expect(fixed.made.map(\.code) == ["N902"] && text(fixed, "a.lagrum", files).contains("// by whom?"))
    }

    @Test func anIdlePermissionGoesOnlyWhenAsked() throws {
        let files = ["a.lagrum": "edition 2026\nuse gdpr\npurpose P \"Handle the cases of each client from engagement to settlement\" is CaseHandling {\n  allow P001 because \"told so\" until 2027-01-01  // by whom?\n}\n"]
        #expect(try fixing(files).made.isEmpty)
        let fixed = try fixing(files, unsafe: true)
        #expect(fixed.made.map(\.code) == ["N903"] && text(fixed, "a.lagrum", files).contains("// by whom?"))
    }
}
