// Remedies for rules of the house: whatever the vocabulary lets an author choose is offered, and nothing that is a fact of the world.
import Checker
import Law
import Source
import Testing

struct RemedyHouseTests {
    private static func text(_ rules: String) -> String {
        RemedyTests.specification(0) + """
            norm House.1 { title sv: "Riktlinje"; title en: "Guideline"; in force: 2026-01-01 }
            notice Spare { to: Client; under: GDPR.13.3; sent: 2026-03-01 by Letter; tells: Purpose, Retention, Rights, Objection, Complaint, Recipients }
            subject Witness is Adult { relation: NoRelation; expectation: Ordinary because "was there"; reached by: Letter; dependent: no }
            \(rules)

            """
    }

    private static func rule(_ code: String, _ asked: String, _ condition: String) -> String {
        """
        rule \(code) "House" {
          title sv: "Hus"
          severity: error
          cites: House.1
          for: \(asked)
          when: \(condition)
          message en: "House."
          message sv: "Hus."
        }
        """
    }

    private static func answer(_ rules: String, _ code: String = "H900") throws -> RemedyAnswer {
        let snapshot = try RemedyTests.snapshot(text(rules))
        return snapshot.remedies(for: try #require(snapshot.findings.first { $0.code == code }))
    }

    private static func titles(_ answer: RemedyAnswer) -> [String] { answer.remedies.map { $0.parts.map(\.title.en).joined(separator: " ") } }

    /// What is asked, the condition, and the cheapest ways out.
    static let offered: [(asked: String, condition: String, titles: [String])] = [
        ("a in activities", "a.environment == none", ["Development", "Production", "Test"].map { "State `environment: \($0)` on `Synthesise`." }),
        ("a in activities", "not (a.environment is Test)", ["State `environment: Test` on `Synthesise`."]),
        ("a in activities", "not (a.environment in [Test, Development])", ["State `environment: Development` on `Synthesise`.", "State `environment: Test` on `Synthesise`."]),
        ("d in datasets", "d.classification == none and d.owner == none", ["Confidential", "Internal", "Open", "Secret"].map { "State `classification: \($0)` on `Files`." } + ["State `owner:` on `Files`."]),
        ("d in datasets", "d.retention.term > 5 years", ["State `retention: 5 years` on `Files`."]),
        ("d in datasets", "d.retention.term >= 5 years", ["State `retention: 59 months` on `Files`."]),
        ("c in controllers", "c.incident_plan == none", ["State `incident plan:` on `Firm`."]),
        ("a in activities", "not (exists p in a.approvals)", ["archive decision", "ethics approval", "research plan", "sandbox plan"].map { kind in
            "Obtain \(kind): `Synthesise\(kind.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined().replacing("EthicsApproval", with: "Ethics"))`."
        }),
        ("a in activities", "count(a.approvals) == 0 and a.approvals == []", ["archive decision", "ethics approval", "research plan", "sandbox plan"].map { kind in
            "Obtain \(kind): `Synthesise\(kind.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined().replacing("EthicsApproval", with: "Ethics"))`."
        }),
        ("a in activities", "not (exists p in a.approvals with p is Ethics and p.number != none)", ["Obtain ethics approval: `SynthesiseEthics`."]),
        ("a in activities", "not (exists m in a.assessments with m is Dpia)", ["Have a named person assess and decide: data protection impact assessment."]),
        ("a in activities", "not (exists m in assessments with a in m.of and m is Fria)", ["Have a named person assess and decide: fundamental rights impact assessment."]),
        ("a in activities", "not (exists n in a.notices with Recipients in n.tells)", ["Name `Spare` on the activity: it informs `Client`."]),
        ("a in activities, s in subjects", "not (exists n in a.notices with s in n.to) and s is Witness", ["Inform `Witness` under GDPR.14.4 before processing begins."]),
        ("a in activities, n in a.notices", "not (Recipients in n.tells)", ["Inform `Client` anew, also on `Recipients`, instead of by `ClientNotice`."]),
        ("a in activities, d in a.uses", "count c in first_read(a, d) > 3", ["Leave `invoiced` (`Economy`) out of the pipeline.", "Leave `litigated` out of the pipeline."]),
        ("a in activities, o in a.outputs", "o.epsilon > 1", ["State `epsilon: 1` in `synthesiser`."]),
        ("a in activities", "risky(a)", ["State `environment: Test` on `Synthesise`."]),
        ("a in activities", "worth(a) is bad", ["State `environment: Test` on `Synthesise`."]),
    ]

    private static let helpers = """
        define risky(activity a) { holds: not (a.environment is Test) }
        decision worth(activity a) {
          cites: House.1
          worst of: good, bad
          factor place { against: elsewhere; tested when a.environment is Test; elsewhere otherwise }
          conclude good when place is tested
          otherwise bad
        }
        """

    @Test(arguments: offered.indices)
    func cheapestWaysOut(_ index: Int) throws {
        let (asked, condition, wanted) = RemedyHouseTests.offered[index]
        let answer = try RemedyHouseTests.answer(RemedyHouseTests.helpers + "\n" + RemedyHouseTests.rule("H900", asked, condition))
        let least = answer.remedies.first?.cost
        #expect(answer.complete && answer.isLaw)
        #expect(answer.remedies.filter { $0.cost == least }.map { $0.parts.map(\.title.en).joined(separator: " ") } == wanted, "\(RemedyHouseTests.titles(answer))")
    }

    /// What is the case is never changed, and no ground in law is made up.
    @Test(arguments: [
        ("d in datasets", "d.context is LegalCounsel"), ("s in subjects", "s.relation is OwnClient"), ("d in datasets", "not d.test_data"), ("a in activities", "a.status is Planned"),
        ("d in datasets", "d.identity_claim == none and d.test_data == no"), ("a in activities", "not (exists g in a.basis with g is Consent)"), ("d in datasets", "d.received_under == none"),
        ("a in activities, p in purposes", "a.purpose == p and not (exists s in p.serves with s is TrainModel)"),
        ("a in activities", "not (exists g in a.article9 with g is LegalClaims)"), ("n in notices", "n.sent < 2026-02-01 and Purpose in n.tells and not (Source in n.tells) and n.by == none"),
    ])
    func factsOfTheWorldAreNotOffered(_ asked: String, _ condition: String) throws {
        let snapshot = try RemedyTests.snapshot(RemedyHouseTests.text(RemedyHouseTests.rule("H900", asked, condition)))
        for finding in snapshot.findings where finding.code == "H900" {
            let answer = snapshot.remedies(for: finding)
            #expect(answer.remedies.isEmpty && answer.complete, "\(RemedyHouseTests.titles(answer))")
        }
    }

    /// What nobody but the author knows is asked for.
    @Test func whatMayNotBeProposedIsAskedFor() throws {
        let answer = try RemedyHouseTests.answer(RemedyHouseTests.rule("H900", "d in datasets", "d.received_under == none"))
        #expect(answer.questions.map(\.text.en) == ["Not stated: `received under` of `Files`. State what is true."])
    }

    /// A step that stands too late is moved, with its lines, before the one that it has to precede.
    @Test func aStepIsMovedBeforeAnother() throws {
        let gate = "    quality = evaluate synthetic against reference, holdout { combined with: Public.judgments; require: worst_risk <= 5% }\n"
        let release = "    release synthetic\n", text = RemedyTests.specification(0)
        let late = text.replacing(gate, with: "").replacing(" after quality", with: "").replacing("    delete chosen", with: release + gate + "    delete chosen")
            .replacing("delete chosen, reference, holdout\n" + release, with: "delete chosen, reference, holdout\n")
        #expect(late != text)
        let snapshot = try RemedyTests.snapshot(late)
        let remedies = snapshot.remedies(for: try #require(snapshot.findings.first { $0.code == "D001" })).remedies
        #expect(remedies.first.map { $0.parts.map(\.title.en) } == ["Move `quality` before `release`."], "\(remedies.map { $0.parts.map(\.title.en) })")
        let new = try #require(remedies.first.map { String(decoding: $0.files[0].new, as: UTF8.self) })
        #expect(new.contains("from synthesiser\n" + gate + release))
    }

    /// An edit may bring what another rule asks for: the way on is searched too, and every set of the edits that were met agrees.
    @Test(arguments: [
        ("a in activities", "not (exists p in a.approvals with p is Ethics)", "Obtain ethics approval: `SynthesiseEthics`. State `number:` on `SynthesiseEthics`."),
        ("a in activities", "a.environment == none", "State `environment: Production` on `Synthesise`. State `evaluated by:` on `Synthesise`."),
    ])
    func whatAnEditBringsIsMendedToo(_ asked: String, _ condition: String, _ title: String) throws {
        let more = RemedyHouseTests.rule("H901", "p in approvals", "p.number == none") + "\n"
            + RemedyHouseTests.rule("H902", "a in activities", "a.environment is Production and a.evaluated_by == none")
        let snapshot = try RemedyTests.snapshot(RemedyHouseTests.text(RemedyHouseTests.rule("H900", asked, condition) + "\n" + more))
        let firing = try #require(snapshot.law.firings.first { $0.code == "H900" })
        let space = RemedySpace(snapshot, [firing])
        var search = RemedySearch(space, limit: .max)
        search.run { _ in true }
        #expect(search.complete && search.edits.count > space.edits.count)
        #expect(Set(search.found.map { Set($0.edits) }) == RemedyTests.exhaustive(space, search.edits))
        #expect(RemedyHouseTests.titles(snapshot.remedies(for: firing.diagnostic)).contains(title))
    }

    /// Written down and checked from the start: the finding is gone, and no error stands that did not.
    @Test(arguments: offered.indices)
    func holds(_ index: Int) throws {
        let (asked, condition, _) = RemedyHouseTests.offered[index]
        let rules = RemedyHouseTests.helpers + "\n" + RemedyHouseTests.rule("H900", asked, condition)
        let snapshot = try RemedyTests.snapshot(RemedyHouseTests.text(rules)), finding = try #require(snapshot.findings.first { $0.code == "H900" })
        let before = Set(snapshot.findings.filter { $0.severity == .error }.map(\.code))
        let targets = snapshot.findings.count { $0.code == "H900" }
        for remedy in snapshot.remedies(for: finding).remedies {
            let after = try RemedyTests.snapshot(String(decoding: try #require(remedy.files.first).new, as: UTF8.self)).findings
            #expect(after.count { $0.code == "H900" } < targets, "\(remedy.parts.map(\.title.en))")
            #expect(Set(after.filter { $0.severity == .error }.map(\.code)).subtracting(before).isSubset(of: remedy.blanks > 0 ? ["N039"] : []), "\(remedy.parts.map(\.title.en))")
        }
    }
}
