// Declarations as a whole: those that nothing names, those that a namesake hides, and names that are declared where the file doesn't look.
import Checker
import FoundationEssentials
import Source
import Testing

struct DeclarationTests {
    // MARK: Texts

    private static let head = "edition 2026\nuse gdpr\n"
    private static let firm = "controller Firm { country: SE; sector: Private }\n"
    private static let purpose = "purpose SeeConflict \"See conflict early, so that mediation is offered in time\" is BusinessDevelopment\n"
    private static let activity = "activity Train { controller: Firm; purpose: SeeConflict; status: Planned }\n"

    /// - Parameter asked: those of the files that the check is asked for; nil: all.
    private func snapshot(_ files: [String: String], asked: [String]? = nil, folder: String? = nil) throws -> Snapshot {
        var sources = SourceSet()
        for path in (asked ?? Array(files.keys)).sorted() {
            try sources.add(path) { (path) throws(ReadProblem) in
                guard let text = files[path] else { throw .missing }
                return Array(text.utf8)
            }
        }
        if let folder { sources.ask(forAllOf: folder) }
        return check(sources, asOf: SampleTests.day)
    }

    /// "N048 purpose Count" of each finding of a code.
    private func told(_ code: String, _ snapshot: Snapshot) -> [String] {
        snapshot.findings.filter { $0.code == code }.map { finding in
            guard let text = snapshot.files.text(of: finding.place.file), let range = snapshot.files.range(of: finding.place) else { return "?" }
            return "\(text.string(in: range)) \(finding.severity.rawValue)"
        }
    }

    // MARK: Unused

    @Test func whatNothingNamesIsTold() throws {
        let text = DeclarationTests.head + DeclarationTests.firm + DeclarationTests.purpose + DeclarationTests.activity + """
            purpose Count "Count the cases by court and year, so that staffing follows the need" is Statistics
            category Temper is PrivacySensitive
            category Mood is Temper
            subject Guest is Adult { relation: NoRelation }
            notice Told { to: Guest; under: GDPR.13.3; sent: 2026-01-02 by Letter; tells: Purpose }
            processor Cloud { country: SE }
            dataset Spare { controller: Firm; collected for: SeeConflict; table t by a as Mood of Guest { a: id } }
            assessment Balance is Interests { of: Train; made: 2026-01-05 by "Chief counsel" }

            """
        let snapshot = try snapshot(["a.lagrum": text])
        // `Temper` is above `Mood`, `Mood` and `Guest` are named; the assessment is of something.
        #expect(told("N048", snapshot) == ["Count warning", "Told warning", "Cloud info", "Spare info"])
    }

    @Test func aTestOrARuleNamesItToo() throws {
        let text = DeclarationTests.head + DeclarationTests.firm + DeclarationTests.purpose + DeclarationTests.activity
            + "purpose Count \"Count the cases by court and year, so that staffing follows the need\" is Statistics\n"
        #expect(told("N048", try snapshot(["a.lagrum": text])) == ["Count warning"])
        let test = "test \"counted\" as of 2026-11-21 { change Train { purpose: Count }; silent: L005 }\n"
        #expect(told("N048", try snapshot(["a.lagrum": text + test])) == [])
        let rule = """
            rule H001 "Counting" { title sv: "Räkning"; severity: info; cites: GDPR.5.2; for: a in activities; when: a.purpose is Count; at: a
              message en: "{a} counts."; message sv: "{a} räknar." }

            """
        #expect(told("N048", try snapshot(["a.lagrum": text + rule])) == [])
    }

    @Test func definitionsThatNoRuleNames() throws {
        let rule = """
            edition 2026
            use gdpr
            define early(activity a) { holds: a.status is Planned }
            define late(activity a) { holds: not early(a) }
            define urgent(activity a) { holds: late(a) }
            rule H001 "Late" { title sv: "Sent"; severity: info; cites: GDPR.5.2; for: a in activities; when: late(a); at: a
              message en: "{a} is late."; message sv: "{a} är sen." }

            """
        #expect(told("N048", try snapshot(["a.lagrum": rule])) == ["urgent warning"])
        // Definitions without a rule beside them are for other files.
        let alone = rule.split(separator: "\n").filter { !$0.hasPrefix("rule") && !$0.hasPrefix("  message") }.joined(separator: "\n") + "\n"
        #expect(told("N048", try snapshot(["a.lagrum": alone])) == [])
    }

    /// A file of shared declarations is for files that may be elsewhere.
    @Test func aLibraryIsJudgedOnlyWithThoseThatImportIt() throws {
        let shared = "edition 2026\n" + DeclarationTests.firm + DeclarationTests.purpose + "subject Guest is Adult { relation: NoRelation }\n"
        let main = DeclarationTests.head + "import \"shared.lagrum\"\n" + DeclarationTests.activity
        let files = ["x/shared.lagrum": shared, "x/main.lagrum": main]
        #expect(told("N048", try snapshot(files, asked: ["x/shared.lagrum"])) == [])
        #expect(told("N048", try snapshot(files, asked: ["x/shared.lagrum"], folder: "x")) == [], "nothing here imports it")
        #expect(told("N048", try snapshot(files, asked: ["x/main.lagrum"])) == [], "brought in, not asked for")
        #expect(told("N048", try snapshot(files)) == [], "two files named one by one are not all there are")
        #expect(told("N048", try snapshot(files, folder: "x")) == ["Guest warning"])
        #expect(told("N048", try snapshot(files, folder: ".")) == ["Guest warning"])
        #expect(told("N048", try snapshot(files, folder: "other")) == [])
    }

    @Test func whileAnErrorStandsNothingLooksUnused() throws {
        let text = DeclarationTests.head + DeclarationTests.firm + DeclarationTests.purpose + DeclarationTests.activity.replacing("purpose: SeeConflict", with: "purpose: SeeConflct")
        #expect(try snapshot(["a.lagrum": text]).findings.map(\.code) == ["N005"])
    }

    // MARK: Hidden

    @Test func aNamesakeHides() throws {
        let court = "controller Court { country: SE; sector: Public }\n", authority = "authority Court { country: SE; sector: Public }\n"
        let both = try snapshot(["a.lagrum": "edition 2026\n" + court + authority])
        #expect(told("N049", both) == ["Court warning"])
        let finding = try #require(both.findings.first { $0.code == "N049" })
        #expect(finding.place.member == 2 && finding.notes.first?.place?.member == 1)
        // The first of the text is the one that counts, whichever kind it is.
        let other = try snapshot(["a.lagrum": "edition 2026\n" + authority + court])
        #expect(other.findings.first { $0.code == "N049" }?.message.en.contains("`authority`") == true)
        // In sight of one another by import, but not as strangers.
        #expect(told("N049", try snapshot(["a.lagrum": "import \"b.lagrum\"\n" + court, "b.lagrum": authority])).count == 1)
        #expect(told("N049", try snapshot(["a.lagrum": court, "b.lagrum": authority])) == [])
    }

    @Test func aVariableHidesAnother() throws {
        let rule = """
            edition 2026
            use gdpr
            rule H001 "Told" { title sv: "Berättat"; severity: info; cites: GDPR.5.2; for: a in activities; when: exists a in a.notices with a.sent == none; at: a
              message en: "{a} is told of."; message sv: "{a} berättas om." }

            """
        #expect(told("N520", try snapshot(["a.lagrum": rule])) == ["a warning"])
        #expect(told("N520", try snapshot(["a.lagrum": rule.replacing("exists a in a.notices with a.sent", with: "exists n in a.notices with n.sent")])) == [])
    }

    // MARK: Offers

    @Test func anImportIsOffered() throws {
        let files = ["x/main.lagrum": DeclarationTests.head + DeclarationTests.firm + DeclarationTests.activity, "shared/purposes.lagrum": "edition 2026\n" + DeclarationTests.purpose]
        let snapshot = try snapshot(files)
        let finding = try #require(snapshot.findings.first { $0.code == "N010" })
        #expect(finding.advice?.en == "Add `import \"../shared/purposes.lagrum\"` at the top of the file.")
        #expect(finding.notes.first?.place != nil)
        let fixed = Fixing(snapshot)
        #expect(fixed.made.map(\.code) == ["N010"] && fixed.snapshot.findings.allSatisfy { $0.severity != .error || !$0.code.hasPrefix("N0") })
        let json = try JSON(try FindingsDocument(Report(snapshot, language: .en, toolVersion: "0.0.0")).bytes())
        let told = try #require(json["findings"]?.items.first { $0["code"]?.string == "N010" })
        let fix = try #require(told["fixes"]?[0])
        #expect(fix["edits"]?[0]?["text"]?.string == "\nimport \"../shared/purposes.lagrum\"")
        #expect(fix["edits"]?[0]?["at"]?["line"]?.int == 2)
        let results = try JSON(try sarif(Report(snapshot, language: .en, toolVersion: "0.0.0")))["runs"]?[0]?["results"]?.items ?? []
        #expect(results.contains { $0["fixes"]?[0]?["artifactChanges"]?[0]?["replacements"]?[0]?["insertedContent"]?["text"]?.string?.contains("purposes.lagrum") == true })
    }

    @Test func ofTwoThatDeclareItTheAuthorChooses() throws {
        let finding = try #require(try snapshot([
            "a.lagrum": DeclarationTests.head + DeclarationTests.firm + DeclarationTests.activity, "b.lagrum": DeclarationTests.purpose, "c.lagrum": DeclarationTests.purpose,
        ]).findings.first { $0.code == "N010" })
        #expect(finding.fixes.isEmpty && finding.notes.count == 2)
    }

    @Test func whereTheOtherImportsThisOneNoCircleIsOffered() throws {
        let finding = try #require(try snapshot([
            "a.lagrum": DeclarationTests.head + DeclarationTests.firm + DeclarationTests.activity, "b.lagrum": "import \"a.lagrum\"\n" + DeclarationTests.purpose,
        ]).findings.first { $0.code == "N010" })
        #expect(finding.fixes.isEmpty && finding.advice?.en.contains("file of its own") == true)
    }

    @Test(arguments: [
        ("dataset D { received under: OSL.10.28 }", "N021", "se"),
        ("system S { class: High under AIA.5 }", "N021", "ai_act"),
        ("norm H.1 { title en: \"One\"; title sv: \"Ett\"; in force: 2026-01-01 }\nrule H001 \"R\" { title sv: \"R\"; severity: info; cites: OSL.10.28; for: a in activities; when: a.status is Planned; at: a; message en: \"{a}\"; message sv: \"{a}\" }", "N503", "se"),
    ]) func aPackIsOffered(_ text: String, _ code: String, _ pack: String) throws {
        let snapshot = try snapshot(["a.lagrum": DeclarationTests.head + text + "\n"])
        let finding = try #require(snapshot.findings.first { $0.code == code }, "\(snapshot.findings.map(\.code))")
        #expect(finding.advice?.en == "Add `use \(pack)` at the top of the file.")
        let fixed = Fixing(snapshot)
        #expect(fixed.made.map(\.code).contains(code) && !fixed.snapshot.findings.contains { $0.code == code })
    }

    @Test func aPackIsOfferedForADefinition() throws {
        let rule = """
            edition 2026
            use se
            norm H.1 { title en: "One"; title sv: "Ett"; in force: 2026-01-01 }
            rule H001 "Told" { title sv: "Berättat"; severity: info; cites: H.1; for: a in activities, n in a.notices; when: not notice_complete(a, n); at: a
              message en: "{a} is told of."; message sv: "{a} berättas om." }

            """
        let snapshot = try snapshot(["a.lagrum": rule])
        let finding = try #require(snapshot.findings.first { $0.code == "N504" }, "\(snapshot.findings.map(\.code))")
        #expect(finding.advice?.en == "Add `use gdpr` at the top of the file.")
        let fixed = Fixing(snapshot)
        #expect(fixed.made.map(\.code).contains("N504") && !fixed.snapshot.findings.contains { $0.code == "N504" })
    }
}
