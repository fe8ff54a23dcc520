// What the commands say of good and of faulty specifications, in Swedish and English, with their exit codes.
import TestKit
import Testing

struct OutputTests {
    @Test(arguments: cases)
    func says(_ test: ProgramCase) throws {
        let text = try transcript(test.line, shown: test.shown) { try test.folder() }
        #expect(HelpTests.goldens.difference(text, test.golden) == nil)
    }

    static let day = "--as-of 2026-11-21"
    static let test = """
        test "as it stands" as of 2026-11-21 { silent: P001, D007; plan: Act is ready }
        test "released without its step" as of 2026-11-21 { change Act.pipeline { without release }; silent: P001 }

        """

    static let cases: [ProgramCase] = [
        ProgramCase("check-clean", "lagrum check \(day) spec.lagrum", ["spec.lagrum": Texts.specification()]),
        ProgramCase("check-faulty", "lagrum check \(day) spec.lagrum", ["spec.lagrum": faulty]),
        ProgramCase("check-json", "lagrum check \(day) --format json spec.lagrum", ["spec.lagrum": "edition 2026\nuse gdpr\ndataset Åland { controler: Firm }\n"]),
        ProgramCase("check-folder", "lagrum check \(day) .", ["b.lagrum": "subject S is T\n", "a/a.lagrum": "edition 2026\n", ".git/x.lagrum": "dataset", "a/notes.txt": "no"]),
        // The name is declared in a file beside that the check was not asked for.
        ProgramCase("check-import-beside", "lagrum check \(day) a.lagrum", beside),
        ProgramCase("fix-import-beside", "lagrum fix \(day) a.lagrum; cat a.lagrum", beside),
        ProgramCase("test-passing", "lagrum test \(day) spec.lagrum", ["spec.lagrum": Texts.specification() + test]),
        ProgramCase("test-failing", "lagrum test \(day) spec.lagrum", ["spec.lagrum": Texts.specification() + "test \"wrong\" as of 2026-11-21 {\n  verdict: compatibility(Act, Cases) is compatible\n  expect:  P004 at Act.purpose\n  plan:    Act is blocked\n}\n"]),
        ProgramCase("test-none", "lagrum test spec.lagrum", ["spec.lagrum": Texts.specification()]),
        ProgramCase("plan-written", "lagrum plan \(day) spec.lagrum -o plan.json", ["spec.lagrum": Texts.specification()]),
        ProgramCase("plan-not-runnable", "lagrum plan \(day) spec.lagrum", ["spec.lagrum": Texts.specification(pipeline: "a = clean Cases.cases { keep: days, kind }\nb = aggregate a by kind { smallest: 10 }\nrelease b")]),
        ProgramCase("plan-several", "lagrum plan \(day) spec.lagrum", ["spec.lagrum": Texts.specification() + "activity Other { controller: Firm; purpose: Try; status: Planned; starts: 2026-12-01; runs in: Warm; pipeline { } }\n"]),
        ProgramCase("run-released", "lagrum run spec.lagrum", ["spec.lagrum": Texts.specification(), "cases.csv": Texts.rows]),
        ProgramCase("run-json-progress", "lagrum run --progress json spec.lagrum", ["spec.lagrum": Texts.specification(), "cases.csv": Texts.rows]),
    ]

    private static let beside = [
        "a.lagrum": "edition 2026\nuse gdpr\nsubject Client is Adult { relation: NoRelation }\nnotice Told { to: Guest, Client; under: GDPR.13.3; sent: 2026-01-02 by Letter; tells: Purpose }\n",
        "b.lagrum": "edition 2026\nsubject Guest is Adult { relation: NoRelation }\n",
    ]

    private static let faulty = """
        edition 2026
        use gdpr
        controller Firm "The firm" { country: SE; sector: Private; owner: 3 }
        purpose Keep "Keep" is CaseHandling
        dataset Cases {
          controller: Frim
          table cases by nummer {
            id:   id       as Ordinary of Person
            days: interger(0..2000) as Ordinary of Person
            kind: choice(custody) as Ordinary
          }
        """
}

/// Files, a shell line, and the golden that holds what it says.
struct ProgramCase: Sendable, CustomTestStringConvertible {
    var name: String
    var line: String
    var files: [String: [UInt8]]
    /// The command itself, without what prepares it.
    var shown: String { line.split(separator: "\n").last { $0.hasPrefix("lagrum") || $0.contains("; lagrum") }.map(String.init) ?? line }
    var golden: String { name + ".txt" }
    var testDescription: String { name }

    init(_ name: String, _ line: String, _ files: [String: String]) { self.init(name, line, bytes: files.mapValues { Array($0.utf8) }) }
    init(_ name: String, _ line: String, bytes: [String: [UInt8]]) { (self.name, self.line, files) = (name, line, bytes) }

    func folder() throws -> Folder {
        let folder = try Folder()
        for (name, bytes) in files { try folder.write(bytes, name) }
        return folder
    }
}
