// lagrum.yaml as the commands take it: found upwards, overruled by options, told in both languages.
import TestKit
import Testing

struct ConfigurationCommandTests {
    @Test(arguments: cases)
    func says(_ test: ProgramCase) throws {
        let text = try transcript(test.line, shown: test.shown) { try test.folder() }
        #expect(HelpTests.goldens.difference(text, test.golden) == nil)
    }

    static let house = """
        norm HOUSE.1 { title sv: "Husets regel"; title en: "The rule of the house"; in force: 2026-01-01 }
        rule H001 "No DPO" {
          title sv: "Inget ombud"
          severity: warning
          cites:    HOUSE.1
          for:      c in controllers
          when:     c.dpo == none
          at:       c
          message en: "{c} has no DPO."
          message sv: "{c} saknar dataskyddsombud."
        }

        """
    static let yaml = "edition: 2026\nsources: [specs]\nas of: 2026-11-21\npacks: [gdpr, packs/]\nfail on: warning\n"
    static let firm = "edition 2026\ncontroller Firm \"The firm\" { country: SE; sector: Private }\n"
    static let files = ["lagrum.yaml": yaml, "packs/house.lagrum": house, "specs/a.lagrum": firm]

    static let cases: [ProgramCase] = [
        ProgramCase("config-check-sources", "lagrum check", files),
        ProgramCase("config-check-upwards", "cd specs; lagrum check .", files),
        ProgramCase("config-check-none", "lagrum check --no-config specs", files),
        ProgramCase("config-check-option-wins", "lagrum check --fail-on error", files),
        ProgramCase("config-check-day-and-language-win", "lagrum check --as-of 2025-12-31; lagrum check --lang en", files.merging(["lagrum.yaml": yaml + "language: sv\n"]) { $1 }),
        ProgramCase("config-check-other-file", "lagrum check --config ci/other.yaml specs", files.merging(["ci/other.yaml": "edition: 2026\n"]) { $1 }),
        ProgramCase("config-check-missing-file", "lagrum check --config none.yaml specs", files),
        ProgramCase("config-check-two", "lagrum check specs other", files.merging(["other/b.lagrum": "edition 2026\n", "other/lagrum.yaml": "edition: 2026\n"]) { $1 }),
        ProgramCase("config-check-no-paths", "lagrum check", ["a.lagrum": firm]),
        ProgramCase("config-check-missing-source", "lagrum check", ["lagrum.yaml": "sources: [specs, none]\n", "specs/a.lagrum": firm]),
        ProgramCase(
            "config-check-mistakes", "lagrum check",
            ["lagrum.yaml": "# åäö 🙂\nsources: [specs]\nlanguage: \"svenska 🙂\"\nfail_on: warning\nseverity: { N005: warning }\npacks: [gdpr, paket/hus.lagrum]\napprovals: { allowed signers: signers }\n", "specs/a.lagrum": firm]),
        ProgramCase("config-check-pack-mistake", "lagrum check", files.merging(["packs/house.lagrum": house.replacing("c.dpo", "c.dpoo")]) { $1 }),
        ProgramCase("config-plan", "lagrum plan spec.lagrum", ["spec.lagrum": Texts.specification(), "lagrum.yaml": "packs: [house.lagrum]\nseverity: { H001: error }\nas of: 2026-11-21\n", "house.lagrum": house]),
        ProgramCase("config-test", "lagrum test", ["specs/spec.lagrum": Texts.specification() + OutputTests.test, "lagrum.yaml": yaml, "packs/house.lagrum": house]),
        ProgramCase("config-explain", "lagrum explain H001", files),
        ProgramCase("config-baseline", "lagrum check --write-baseline known.json; lagrum check", files.merging(["lagrum.yaml": yaml + "baseline: known.json\n"]) { $1 }),
        ProgramCase("config-baseline-missing", "lagrum check", files.merging(["lagrum.yaml": yaml + "baseline: known.json\n"]) { $1 }),
        ProgramCase("config-baseline-other-kind", "cd specs; lagrum check", files.merging(["lagrum.yaml": yaml + "baseline: known.json\n", "known.json": "{}"]) { $1 }),
        ProgramCase("config-mistake-without-path", "lagrum check", ["lagrum.yaml": "sourcs: [specs]\n", "specs/a.lagrum": firm]),
        ProgramCase("config-not-in-effect", "lagrum check", files.merging(["lagrum.yaml": yaml + "approvals: { required: [dpo, controller] }\nengines: { default: { kind: spark } }\nbudgets: { Case: { epsilon: 1, per: year } }\n"]) { $1 }),
        // Its subject is declared in a file that is not in this check.
        ProgramCase("config-part-of-sources", "lagrum check specs/b.lagrum", files.merging(["lagrum.yaml": yaml + "classifications: { journal: { as: Health, of: [Guest] } }\n", "specs/b.lagrum": "edition 2026\n"]) { $1 }),
        ProgramCase("config-run-unapproved", "lagrum run spec.lagrum", ["spec.lagrum": Texts.specification(), "lagrum.yaml": "as of: 2026-11-21\napprovals: { required: [dpo] }\n", "cases.csv": Texts.rows]),
        ProgramCase("config-fmt-language", "lagrum fmt specs; lagrum new rule H001 --pack packs; lagrum new rule h-1", ["lagrum.yaml": "language: sv\n", "specs/a.lagrum": firm, "packs/H001.lagrum": house]),
        ProgramCase("config-show", "lagrum config --as-of 2026-12-01", files.merging(["lagrum.yaml": yaml + "budgets:\n  Cases: &b { epsilon: 1, per: year }\n  Other: { <<: *b, epsilon: 0.5 }\n"]) { $1 }),
        ProgramCase("config-show-json", "lagrum config --format json specs", files),
        ProgramCase("config-show-none", "lagrum config --as-of 2026-12-01", ["a.lagrum": firm]),
        ProgramCase("config-show-mistakes", "lagrum config --as-of 2026-12-01", ["lagrum.yaml": "edition: 2025\npacks: gdpr\n"]),
        ProgramCase("config-folder", "mkdir specs/lagrum.yaml; lagrum check specs; lagrum check specs --no-config", files),
        ProgramCase("config-tags", "lagrum check specs", files.merging(["lagrum.yaml": "sources: !!python/object:os.system [specs]\nseverity:\n  !!python/object\n  N005: warning\n"]) { $1 }),
        ProgramCase("config-binary", "lagrum check a.lagrum", bytes: ["a.lagrum": Array(firm.utf8), "lagrum.yaml": [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0]]),
    ]

    @Test func schemaIsPublished() throws {
        let root = TestFile.root()
        #expect(try Folder().shell("lagrum config --schema").out == String(decoding: TestFile.read("\(root)/Grammar/lagrum.schema.json") ?? [], as: UTF8.self))
    }

    @Test func bothOptionsAreRefused() throws {
        let said = try Folder().shell("lagrum check --config a.yaml --no-config a.lagrum")
        #expect(said.code == 2 && said.error.contains("exclude each other"))
    }
}

extension String {
    fileprivate func replacing(_ old: String, _ new: String) -> String { split(separator: old, omittingEmptySubsequences: false).joined(separator: new) }
}
