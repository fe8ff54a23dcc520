// Remedies: each removes its finding, none is missed that an exhaustive search finds, and none is smaller than it could be.
import Checker
import Law
import Source
import Testing

struct RemedyTests {
    // MARK: Against every set of edits

    /// A small specification with mistakes switched on by bits.
    static func specification(_ bits: Int) -> String {
        func on(_ bit: Int) -> Bool { bits >> bit & 1 == 1 }
        let notices = on(0) ? "" : "  notice: ClientNotice\n"
        let optOut = on(1) ? "" : "  opt out: Files.objections until \(on(2) ? "2026-07-01" : "2026-04-01") for Client matched by cases.person\n"
        let late = on(3) ? "2026-06-15" : "2026-01-15"
        return """
            edition 2026
            use gdpr
            controller Firm "The firm" { country: SE; sector: Private; dpo: "dpo@example.se" }
            subject Client is Adult {
              relation:    OwnClient
              expectation: Heightened because "seeks a lawyer in a private conflict"
              reached by:  Letter
              dependent:   no
            }
            purpose HandleCases "Handle custody cases for the client, from engagement to judgment" is CaseHandling
            purpose TrainModel "Train a model that sees conflict risk early, so that mediation is offered" is BusinessDevelopment {
              serves: HandleCases because "it improves the work that the data was collected for"
            }
            dataset Files "Files" {
              controller:     Firm
              collected for:  HandleCases
              collected from: Client
              basis:          Contract
              article 9:      LegalClaims for Health
              context:        LegalCounsel
              confidentiality: Contractual
              zone:           Hot
              retention:      10 years
              source:         csv("files.csv")
              table cases by case_id as FamilyConflict of Client {
                case_id:   id
                person:    personnummer as NationalId
                days:      integer(0..2000)
                invoiced:  integer(0..9000) as Economy
                illness:   flag as Health
                litigated: flag
              }
              table objections by person as Ordinary of Client { person: personnummer as NationalId }
            }
            dataset Public "Judgments" {
              controller:     Firm
              collected for:  HandleCases
              collected from: "the courts"
              basis:          LegitimateInterest because "needed"
              context:        Ordinary
              zone:           Warm
              source:         csv("public.csv")
              table judgments by number as FamilyConflict of Client { number: id; days: integer(0..2000) }
            }
            notice ClientNotice {
              to:    Client
              under: GDPR.13.3
              sent:  \(late) by Letter
              tells: Purpose, Retention, Rights, Objection, Complaint
              text:  "client.md"
            }
            activity Synthesise "Synthesise" {
              controller: Firm
              purpose:    TrainModel
              basis:      LegitimateInterest because "calmer cases"
              status:     Planned
              starts:     2026-06-01
              runs in:    Warm
            \(notices)\(optOut)\(on(4) ? "  article 9: LegalClaims for Health\n" : "")  pipeline {
                chosen = clean Files.cases { keep: case_id, days, litigated\(on(4) ? ", illness" : ", invoiced") }
                reference, holdout = split chosen by 80%
                synthesiser = learn mst from reference { epsilon: 3.0; delta: 1e-9; unit: case_id }
                synthetic = generate 20_000 from synthesiser
            \(on(5) ? "" : "    quality = evaluate synthetic against reference, holdout { combined with: Public.judgments; require: worst_risk <= 5% }\n")\
                delete chosen, reference, holdout\(on(5) ? "" : " after quality\(on(6) ? " passed" : "")")
                release synthetic
              }
            }

            """
    }

    static func snapshot(_ text: String, asOf day: String = "2026-02-01") throws -> Snapshot {
        check(try OutputSample.sources(text, "case.lagrum"), asOf: try #require(Day(day)))
    }

    @Test func theSpecificationOfTheseTestsIsSoundWithoutItsMistakes() throws {
        let findings = try RemedyTests.snapshot(RemedyTests.specification(0)).findings
        #expect(findings.filter { $0.severity == .error }.map { "\($0.code) \($0.message.en)" } == [])
    }

    /// Every set of at most three edits of the same space is applied and checked: what remains when larger ones are struck out is
    /// exactly what the search finds.
    @Test(arguments: [0b000_0001, 0b000_0010, 0b000_0100, 0b000_1011, 0b001_0000, 0b010_0000, 0b100_0000, 0b001_0010, 0b010_0011])
    func nothingSmallerAndNothingElse(_ bits: Int) throws {
        let snapshot = try RemedyTests.snapshot(RemedyTests.specification(bits))
        var seen: Set<String> = []
        for firing in snapshot.law.firings where firing.diagnostic.severity == .error && seen.insert(firing.code).inserted {
            let space = RemedySpace(snapshot, [firing])
            var search = RemedySearch(space, limit: .max)
            search.run { _ in true }
            #expect(search.complete)
            let expected = RemedyTests.exhaustive(space, search.edits)
            #expect(Set(search.found.map { Set($0.edits) }) == expected, "\(firing.code), \(String(bits, radix: 2))")
            #expect(!search.found.isEmpty, "\(firing.code), \(String(bits, radix: 2))")
        }
        #expect(!seen.isEmpty)
    }

    /// INVARIANT: what declares a thing stands before what changes it.
    static func exhaustive(_ space: RemedySpace, _ edits: [RemedyEdit]) -> Set<Set<RemedyEdit>> {
        var solved: [(edits: [RemedyEdit], atoms: Set<String>, cost: Int)] = []
        func attempt(_ set: [RemedyEdit]) {
            guard set.enumerated().allSatisfy({ index, one in RemedySearch.fits(one, Array(set[..<index]), space) }) else { return }
            if case .solved = space.judge(set) { solved.append((set, RemedySearch.atoms(of: set), RemedySearch.cost(of: set))) }
        }
        for a in edits.indices {
            attempt([edits[a]])
            for b in edits.indices.dropFirst(a + 1) {
                attempt([edits[a], edits[b]])
                for c in edits.indices.dropFirst(b + 1) { attempt([edits[a], edits[b], edits[c]]) }
            }
        }
        let least = solved.enumerated().filter { index, one in
            !solved.enumerated().contains { other, two in
                other != index && (two.atoms.isStrictSubset(of: one.atoms) || two.atoms == one.atoms && (two.cost, other) < (one.cost, index))
            }
        }
        return Set(least.map { Set($0.element.edits) })
    }
}
