// Packs of the house at the command line: first files, tests with coverage, packs by option, permissions, and the law of two days.
import TestKit
import Testing

struct PackCommandTests {
    @Test(arguments: cases)
    func says(_ test: ProgramCase) throws {
        let text = try transcript(test.line, shown: test.shown) { try test.folder() }
        #expect(HelpTests.goldens.difference(text, test.golden) == nil)
    }

    static let day = OutputTests.day

    /// Whoever names a pack asks by its rules, not for its files to be changed: that takes the file's own name.
    @Test func packsAreNotRewritten() throws {
        let imported = ["packs/house/house.lagrum": OptionTests.lawful["packs/house/house.lagrum"] ?? "", "packs/house/act.lagrum": OptionTests.lawful["spec.lagrum"] ?? "", "spec.lagrum": "edition 2026\nimport \"packs/house/act.lagrum\"\n"]
        let options = "--as-of 2026-11-21 --pack packs/house"
        let folder = try Folder(imported)
        let refused = try folder.shell("lagrum remedy \(options) --code H001 --apply 1 spec.lagrum")
        #expect(refused.code == 2 && refused.error.contains("`packs/house/act.lagrum` belongs to a law pack: nothing was written"), "\(refused)")
        #expect(try folder.read("packs/house/act.lagrum") == imported["packs/house/act.lagrum"])
        let written = try folder.shell("lagrum remedy \(options) --code H001 --apply 1 spec.lagrum packs/house/act.lagrum")
        #expect(written.code == 0, "\(written)")
        #expect(try !folder.read("packs/house/act.lagrum").contains("exemption"))

        let slip = (imported["packs/house/house.lagrum"] ?? "").replacingAll("is Ordinary", "is Ordinry")
        let faulty = try Folder(OptionTests.lawful.merging(["packs/house/house.lagrum": slip]) { $1 })
        try faulty.write(Array("edition 2026\nimport \"packs/house/house.lagrum\"\n".utf8), "bringing.lagrum")
        for name in ["spec.lagrum", "bringing.lagrum"] {
            let left = try faulty.shell("lagrum fix \(options) --unsafe \(name)")
            #expect(left.error == "Nothing to fix.\n", "\(left)")
            #expect(try faulty.read("packs/house/house.lagrum") == slip)
        }
        let mended = try faulty.shell("lagrum fix \(options) spec.lagrum packs/house/house.lagrum")
        #expect(mended.error == "1 fix made.\n", "\(mended)")
        #expect(try faulty.read("packs/house/house.lagrum") == imported["packs/house/house.lagrum"])
    }

    static let cases: [ProgramCase] = [
        ProgramCase("new-rule", "lagrum new rule H001 && lagrum test --as-of 2026-11-21 packs/house", [:]),
        ProgramCase("new-rule-again", "mkdir -p packs/house; touch packs/house/H001.lagrum\nlagrum new rule H001", [:]),
        ProgramCase("new-rule-code", "lagrum new rule house", [:]),
        ProgramCase("new-rule-taken", "lagrum new rule P004", [:]), ProgramCase("new-rule-of-the-tool", "lagrum new rule N005", [:]),
        ProgramCase("new-rule-there", "lagrum new rule H001", ["packs/house/house.lagrum": norm + rule("H001", "error", "a.environment == none")]),
        ProgramCase(
            "test-page-beside", "lagrum test \(day) packs/house",
            ["packs/house/house.lagrum": norm + rule("H002", "info", "a.environment == none") + rule("H001", "error", "a.environment == none"), "packs/house/H001.md": page]),
        ProgramCase("new-pack", "lagrum new pack packs/own && cat packs/own/norms.lagrum", [:]),
        ProgramCase("new-spec", "lagrum new spec case && lagrum check \(day) --quiet case.lagrum", [:]),
        ProgramCase("test-coverage-text", "lagrum test \(day) --coverage text packs/house", pack),
        ProgramCase("test-coverage-json", "lagrum test \(day) --coverage json packs/house", pack),
        ProgramCase("test-min-coverage", "lagrum test \(day) --min-coverage 60 packs/house", pack),
        ProgramCase("test-min-coverage-range", "lagrum test --min-coverage 101 packs/house", pack),
        ProgramCase("check-pack", "lagrum check \(day) --pack packs/house spec.lagrum", pack.merging(["spec.lagrum": Texts.specification()]) { $1 }),
        ProgramCase("check-pack-missing", "lagrum check \(day) --pack packs/hose spec.lagrum", pack.merging(["spec.lagrum": Texts.specification()]) { $1 }),
        ProgramCase(
            "check-pack-mistakes", "lagrum check \(day) --pack packs/house spec.lagrum",
            ["packs/house/H001.lagrum": norm + "rule H001 \"Bad\" {\n  severity: error\n  cites: House.1\n  for: a in activities\n  when: a.enviroment == none\n", "spec.lagrum": "edition 2026\n"]),
        ProgramCase("plan-allowed", "lagrum plan \(day) --pack packs/house spec.lagrum | grep -A 8 requiredApprovals", pack.merging(["spec.lagrum": allowed("by \"Anna Alm\"")]) { $1 }),
        ProgramCase("check-allowed-by-nobody", "lagrum check \(day) --pack packs/house spec.lagrum", pack.merging(["spec.lagrum": allowed("")]) { $1 }),
        ProgramCase("diff-law", "lagrum diff-law --from 2026-06-30 --to 2026-11-21 --pack packs/house spec.lagrum", pack.merging(["spec.lagrum": Texts.specification()]) { $1 }),
        ProgramCase("diff-law-json", "lagrum diff-law --from 2026-06-30 --to 2026-11-21 --format json --pack packs/house spec.lagrum", pack.merging(["spec.lagrum": Texts.specification()]) { $1 }),
        ProgramCase("diff-law-format-text", diff("--format text"), small), ProgramCase("diff-law-config", diff("--config other.yaml"), small.merging(["other.yaml": "language: sv\n"]) { $1 }),
        ProgramCase("diff-law-no-config", diff("--no-config"), small.merging(["lagrum.yaml": "language: sv\n"]) { $1 }),
        ProgramCase("diff-law-lang-sv", diff("--lang sv"), small), ProgramCase("diff-law-lang-en", diff("--lang en"), small),
        ProgramCase("diff-law-color-auto", diff("--color auto"), small), ProgramCase("diff-law-color-always", diff("--color always"), small), ProgramCase("diff-law-color-never", diff("--color never"), small),
        ProgramCase("diff-law-as-of", diff(day), small),
        ProgramCase("new-lang-sv", "lagrum new --lang sv rule H001", [:]), ProgramCase("new-lang-en", "lagrum new --lang en rule H001 --pack own", [:]),
        ProgramCase("test-pack", "lagrum test \(day) --pack packs/house spec.lagrum", pack.merging(["spec.lagrum": Texts.specification() + "test \"of the house\" as of 2026-11-21 { expect: H001 at Act }\n"]) { $1 }),
        ProgramCase("explain-pack", "lagrum explain --pack packs/house H001", pack),
        ProgramCase("explain-pack-page", "lagrum explain h001", pack.merging(["packs/house/H001.md": page, "lagrum.yaml": "packs: [packs/house]\n"]) { $1 }),
        ProgramCase("explain-own-rule", "lagrum explain H003", ["lagrum.yaml": "sources: [specs]\n", "specs/own.lagrum": norm + rule("H003", "info", "a.environment == none"), "specs/H003.md": page.replacing("H001", with: "H003")]),
        ProgramCase("explain-pack-near", "lagrum explain --pack packs/house H0011", pack),
        ProgramCase("check-pack-sarif", "lagrum check \(day) --pack packs/house --format sarif spec.lagrum | grep -E '\"markdown\"' | cut -c 1-160", pack.merging(["spec.lagrum": Texts.specification(), "packs/house/H001.md": page]) { $1 }),
        ProgramCase("plan-pack", "lagrum plan \(day) --pack packs/house spec.lagrum", pack.merging(["spec.lagrum": Texts.specification()]) { $1 }),
        ProgramCase("run-pack", "lagrum run \(day) --pack packs/house spec.lagrum", pack.merging(["spec.lagrum": Texts.specification(), "cases.csv": Texts.rows]) { $1 }),
        ProgramCase("diff-law-order", "lagrum diff-law --from 2026-11-21 --to 2026-06-30 spec.lagrum", ["spec.lagrum": "edition 2026\n"]),
    ]

    private static let small = ["spec.lagrum": "edition 2026\n" + norm.split(separator: "\n").dropFirst().joined(separator: "\n") + "\n" + rule("H001", "error", "a.environment == none") + "activity A { controller: C }\ncontroller C { country: SE }\n"]

    private static func diff(_ options: String) -> String { "lagrum diff-law --from 2026-06-30 --to 2026-11-21 \(options) spec.lagrum" }

    private static func allowed(_ by: String) -> String {
        Texts.specification().replacing("activity Act", with: "// The house allows it.\nactivity Act").replacing("  pipeline {", with: "  allow H001 because \"the test server is being moved\" until 2027-01-31 \(by)\n  pipeline {")
    }

    private static let norm = """
        edition 2026
        norm House.1 { title en: "Guideline 1"; title sv: "Riktlinje 1"; in force: 2026-07-01 }

        """

    /// H001 is tested both ways, H002 only fires.
    private static let pack: [String: String] = [
        "packs/house/H001.lagrum": norm + rule("H001", "error", "a.environment == none"),
        "packs/house/H001.md": """
            # H001 No environment

            ```lagrum
            test "without one" as of 2026-11-21 { expect: H001 }
            ```

            ```lagrum
            test "with one" as of 2026-11-21 { change Synthesise { environment: Production }; silent: H001 }
            ```

            """,
        "packs/house/H002.lagrum": "edition 2026\n" + rule("H002", "info", "urgency(a) is high") + """
            decision urgency(activity a) {
              worst of: low, high
              factor stage { early when a.status is Planned
                             late otherwise }
              factor place { known when a.environment != none
                             unknown_place otherwise }
              conclude high when stage is early and place is unknown_place
              otherwise low
            }

            """,
        "packs/house/H002.md": "# H002\n\n```lagrum\ntest \"planned\" as of 2026-11-21 { expect: H002 }\n```\n",
    ]

    private static let page = """
        # H001 No environment stated

        `error` · House.1

        **What.** An activity that does not say where it runs.

        ## Prefer

        ```lagrum
        test "with one" as of 2026-11-21 { change Synthesise { environment: Production }; silent: H001 }
        ```

        ## På svenska: Ingen driftmiljö angiven

        **Vad.** En behandling som inte säger var den körs.

        """

    private static func rule(_ code: String, _ severity: String, _ when: String) -> String {
        """
        rule \(code) "Rule \(code)" {
          title sv: "Regel \(code)"
          severity: \(severity)
          cites: House.1
          for: a in activities
          when: \(when)
          at: a
          message en: "{a} has no environment."
          message sv: "{a} har ingen driftmiljö."
        }

        """
    }
}
