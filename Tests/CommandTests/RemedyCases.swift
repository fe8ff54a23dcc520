// `lagrum remedy` and `lagrum fix` with every option, as a user meets them.
import TestKit

extension OptionTests {
    /// A claim that does not fit: the smallest change is to withdraw it.
    private static let claimed = [
        "spec.lagrum": Texts.specification().replacingAll("  runs in:    Warm\n", "  runs in:    Warm\n  exemption:  Statistics  // as it was before\n"), "cases.csv": Texts.rows,
    ]
    private static let slips = [
        "spec.lagrum": """
            edition 2026
            use gdpr
            controller Firm "The firm" { country: SE; sectr: Private }  // one letter is missing
            subject Client is Adult { relation: OwnCleint; minor: no; minor: no }
            notice Told { to: Other }

            """,
        "other.lagrum": "edition 2026\nsubject Other is Adult { minor: no }\n",
    ]
    /// An expired permission: whether it is renewed is not the tool's to say.
    private static let expired = [
        "spec.lagrum": "edition 2026\nuse gdpr\ncontroller Firm { country: SE; sector: Private }\n"
            + "dataset D {\n  controller: Firm\n  allow P002 because \"old\" until 2026-01-01\n}\n"
    ]
    /// A rule and a category of the house, in a pack that only --pack names.
    private static let house = """
        edition 2026
        norm House.1 { title en: "Guideline 1"; title sv: "Riktlinje 1"; in force: 2026-07-01 }
        category HouseMood "Mood as the house takes it" is Ordinary
        rule H001 "No exemption is claimed" {
          title sv: "Inget undantag åberopas"
          severity: error
          cites: House.1
          for: a in activities
          when: a.exemption != none
          at: a
          message en: "{a} claims an exemption."
          message sv: "{a} åberopar ett undantag."
        }

        """
    private static let housed = [
        "packs/house/house.lagrum": house,
        "spec.lagrum": (claimed["spec.lagrum"] ?? "").replacingAll("won:  flag", "won:  flag as HouseMod"),
    ]
    static let lawful = ["packs/house/house.lagrum": house, "spec.lagrum": claimed["spec.lagrum"] ?? ""]
    private static let date = "--as-of 2026-11-21"

    static let remedies: [ProgramCase] = [
        ProgramCase("remedy", "lagrum remedy \(date) spec.lagrum", claimed),
        ProgramCase("remedy-nothing", "lagrum remedy \(date) spec.lagrum", ["spec.lagrum": Texts.specification()]),
        ProgramCase("remedy-none", "lagrum remedy \(date) spec.lagrum", ["spec.lagrum": "edition 2026\nuse gdpr\ndataset D { controller: Firm }\n"]),
        ProgramCase("remedy-code", "lagrum remedy \(date) --code P006 spec.lagrum", claimed),
        ProgramCase("remedy-at", "lagrum remedy \(date) --at spec.lagrum:1 spec.lagrum", claimed),
        ProgramCase("remedy-all", "lagrum remedy \(date) --all spec.lagrum", claimed),
        ProgramCase("remedy-format-text", "lagrum remedy \(date) --format text spec.lagrum", claimed),
        ProgramCase("remedy-format-json", "lagrum remedy \(date) --format json spec.lagrum", claimed),
        ProgramCase("remedy-format-edits", "lagrum remedy \(date) --format edits spec.lagrum", claimed),
        ProgramCase("remedy-apply", "lagrum remedy \(date) --apply 1 spec.lagrum; grep -c exemption spec.lagrum; lagrum remedy \(date) spec.lagrum", claimed),
        ProgramCase("remedy-apply-format", "lagrum remedy \(date) --apply 1 --format json spec.lagrum", claimed),
        ProgramCase("remedy-at-absolute", "lagrum remedy \(date) --at \"$PWD/spec.lagrum:1\" spec.lagrum", claimed),
        ProgramCase("remedy-apply-missing", "lagrum remedy \(date) --apply 9 spec.lagrum", claimed),
        ProgramCase("remedy-config", "lagrum remedy --config other.yaml", claimed.merging(["other.yaml": "as of: 2026-11-21\nsources: [.]\n"]) { $1 }),
        ProgramCase("remedy-no-config", "lagrum remedy \(date) --no-config spec.lagrum", claimed.merging(["lagrum.yaml": "packs: [gdpr, none]\n"]) { $1 }),
        ProgramCase("remedy-pack", "lagrum remedy \(date) --code H001 --pack packs/house spec.lagrum; lagrum remedy \(date) --code H001 spec.lagrum", lawful),
        ProgramCase("fix-pack", "lagrum fix \(date) --diff spec.lagrum; lagrum fix \(date) --pack packs/house spec.lagrum; grep -n 'House\\|won' spec.lagrum", housed),
        ProgramCase("fix", "lagrum fix \(date) .; cat spec.lagrum; lagrum fix \(date) .", slips),
        ProgramCase("fix-diff", "lagrum fix \(date) --diff .", slips),
        ProgramCase("fix-check", "lagrum fix \(date) --check .", slips),
        ProgramCase("fix-dry-run", "lagrum fix \(date) --dry-run .; head -n 3 spec.lagrum", slips),
        ProgramCase("fix-unsafe", "lagrum fix \(date) spec.lagrum; lagrum fix \(date) --unsafe spec.lagrum; cat spec.lagrum", expired),
        ProgramCase("fix-config", "lagrum fix --config other.yaml", slips.merging(["other.yaml": "as of: 2026-11-21\nsources: [.]\n"]) { $1 }),
        ProgramCase("fix-no-config", "lagrum fix \(date) --no-config spec.lagrum", slips.merging(["lagrum.yaml": "packs: [gdpr, none]\n"]) { $1 }),
    ] + ["auto", "always", "never"].map { ProgramCase("remedy-color-\($0)", "lagrum remedy \(date) --color \($0) spec.lagrum", claimed) }
        + ["sv", "en"].flatMap {
            [
                ProgramCase("remedy-lang-\($0)", "lagrum remedy \(date) --lang \($0) spec.lagrum", claimed),
                ProgramCase("fix-lang-\($0)", "lagrum fix \(date) --lang \($0) spec.lagrum", slips),
            ]
        }
}
