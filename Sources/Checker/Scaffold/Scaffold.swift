// The first files of a pack, a rule and a specification: whole, so that what is written runs before a word is changed.
import Law
import Source
import Syntax

/// Files to be written, by path from the folder of the pack or specification.
public struct Scaffold: Sendable {
    public var files: [(path: String, text: String)]

    /// A pack with its policy and one norm.
    public static func pack(_ name: String) -> Scaffold {
        let prefix = normPrefix(name)
        return Scaffold(files: [
            (
                "pack.lagrum",
                """
                edition 2026

                pack \(prefix) "\(prefix)" {
                  owner: "Who answers for the rules of the house"
                }

                """
            ),
            (
                "norms.lagrum",
                """
                edition 2026

                norm \(prefix).1 {
                  title en: "The house's guideline, item 1"
                  title sv: "Husets riktlinje, punkt 1"
                  in force: 2026-01-01
                }

                """
            ),
        ])
    }

    /// A rule with its page. The page's examples run on the example of the built-in packs.
    public static func rule(_ code: String, norm: String, day: Day) -> Scaffold {
        Scaffold(files: [
            (
                "\(code).lagrum",
                """
                edition 2026

                rule \(code) "No environment stated" {
                  title sv:   "Ingen driftmiljö angiven"
                  severity:   warning
                  cites:      \(norm)
                  for:        a in activities
                  when:       a.environment == none
                  at:         a
                  message en: "{a} does not say in which environment it runs."
                  message sv: "{a} säger inte i vilken miljö den körs."
                  advice en:  "State `environment:`."
                  advice sv:  "Ange `environment:`."
                }

                """
            ),
            (
                "\(code).md",
                """
                # \(code) No environment stated

                `warning` · \(norm)

                **What.** What the rule finds, in one sentence.

                **Why.** What the norm asks for, and what goes wrong without it.

                ## Avoid

                ```lagrum
                test "\(code) fires where no environment is stated" as of \(day) {
                  expect: \(code)
                }
                ```

                ## Prefer

                ```lagrum
                test "\(code) keeps silent where it is" as of \(day) {
                  change Synthesise { environment: Production }
                  silent: \(code)
                }
                ```

                ## Fix

                What to write instead.

                ## På svenska: Ingen driftmiljö angiven

                Vad regeln finner, varför, och vad som ska skrivas i stället.

                """
            ),
        ])
    }

    /// A specification that reads, and whose findings say what is left to state.
    public static func specification(_ name: String) -> Scaffold {
        Scaffold(files: [
            (
                name.hasSuffix(".lagrum") ? name : name + ".lagrum",
                """
                edition 2026
                use gdpr

                controller Us "The organisation" { country: SE }

                subject Client {
                  relation: OwnClient
                }

                purpose HandleCases "Handle the client's case from engagement to settlement" is CaseHandling
                purpose LearnFromCases "See early which cases take long, so that they are staffed in time" is BusinessDevelopment {
                  serves: HandleCases because "the same clients are helped sooner"
                }

                dataset Cases "The case system" {
                  controller:    Us
                  collected for: HandleCases
                  basis:         Contract for Client
                  source:        csv("cases.csv")
                  table cases by case_no as Ordinary of Client {
                    case_no: id
                    days:    integer(0..2000)
                    settled: flag
                  }
                }

                activity Learn "Learn from closed cases" {
                  controller: Us
                  purpose:    LearnFromCases
                  basis:      LegitimateInterest because "cases are staffed in time"
                  status:     Planned
                  pipeline {
                    kept = clean Cases.cases { keep: days, settled }
                    delete kept
                  }
                }

                """
            )
        ])
    }

    /// `packs/my-house` has the norms `MyHouse.1`.
    public static func normPrefix(_ name: String) -> String {
        let words = name.split { !($0.isLetter || $0.isNumber) }
        let joined = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        return joined.first?.isLetter == true ? joined : "House"
    }

    /// The first norm that a pack's files declare.
    public static func firstNorm(in files: [[UInt8]]) -> String? {
        for bytes in files {
            for top in parse(Text(path: "", bytes: bytes)).members {
                guard let root = top.tree.root, root.form == .declaration, root.word?.text == "norm", root.path.count > 1 else { continue }
                return root.path.map(\.text).joined(separator: ".")
            }
        }
        return nil
    }
}
