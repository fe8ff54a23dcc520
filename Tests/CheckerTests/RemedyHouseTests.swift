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
            recipient Court { users: "A judge" }
            system Risk { controller: Firm }
            system Seen { controller: Firm; oversight { by: "the office"; may: Dismiss } }
            approval Old is ResearchPlan { by: "The board"; decided: 2026-01-10; purposes: HandleCases }
            assessment Made is Interests { of: Files; made: 2026-01-05 by "Counsel" }
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

    private static let obtained = [
        "Obtain archive decision: `SynthesiseArchiveDecision`.", "Obtain ethics approval: `SynthesiseEthics`.", "Obtain research plan: `SynthesiseResearchPlan`.",
        "Obtain sandbox plan: `SynthesiseSandboxPlan`.",
    ]

    /// What is asked, the condition, and the cheapest ways out.
    static let offered: [(asked: String, condition: String, titles: [String])] = [
        ("a in activities", "a.environment == none", ["Development", "Production", "Test"].map { "State `environment: \($0)` on `Synthesise`." }),
        ("a in activities", "not (a.environment is Test)", ["State `environment: Test` on `Synthesise`."]),
        ("a in activities", "not (a.environment in [Test, Development])", ["State `environment: Development` on `Synthesise`.", "State `environment: Test` on `Synthesise`."]),
        ("d in datasets", "d.classification == none and d.owner == none", ["Confidential", "Internal", "Open", "Secret"].map { "State `classification: \($0)` on `Files`." } + ["State `owner:` on `Files`."]),
        ("d in datasets", "d.retention.term > 5 years", ["State `retention: 5 years` on `Files`."]),
        ("d in datasets", "d.retention.term >= 5 years", ["State `retention: 59 months` on `Files`."]),
        ("c in controllers", "c.incident_plan == none", ["State `incident plan:` on `Firm`."]),
        // `Old` is about another purpose.
        ("a in activities", "not (exists p in a.approvals)", obtained), ("a in activities", "count(a.approvals) == 0 and a.approvals == []", obtained),
        ("a in activities", "not (exists p in a.approvals with p is Ethics and p.number != none)", ["Obtain ethics approval: `SynthesiseEthics`."]),
        ("a in activities", "not (exists p in a.approvals with p is Ethics and p.until >= 2027-01-01)", ["Obtain ethics approval: `SynthesiseEthics`."]),
        ("a in activities", "not (exists m in a.assessments with m is Dpia)", ["Have a named person assess and decide: data protection impact assessment."]),
        ("a in activities", "not (exists m in assessments with a in m.of and m is Fria)", ["Have a named person assess and decide: fundamental rights impact assessment."]),
        ("a in activities", "not (exists n in a.notices with Recipients in n.tells)", ["Name `Spare` on the activity: it informs `Client`."]),
        ("a in activities, s in subjects", "not (exists n in a.notices with s in n.to) and s is Witness", ["Inform `Witness` under GDPR.14.4 before processing begins."]),
        ("a in activities, n in a.notices", "not (Recipients in n.tells)", ["Inform `Client` anew, also on `Recipients`, instead of by `ClientNotice`."]),
        ("a in activities, d in a.uses", "count c in first_read(a, d) > 3", ["Leave `invoiced` (`Economy`) out of the pipeline.", "Leave `litigated` out of the pipeline."]),
        ("a in activities, o in a.outputs", "o.epsilon > 1", ["State `epsilon: 1` in `synthesiser`."]),
        // Bounds and days, however they are written.
        ("a in activities", "a.starts < 2026-08-01", ["Let the activity start on 2026-08-01."]),
        ("a in activities", "a.ends == none or a.ends - a.starts > 30 days", ["State `ends: 2026-07-01` on `Synthesise`."]),
        ("a in activities, o in a.opt_outs", "o.until <= 2026-04-10", ["Move the last day to opt out to 2026-04-11."]),
        ("n in notices", "n is Spare and n.sent > 2026-02-15", ["Send `Spare` on 2026-02-15."]),
        ("n in notices", "n is Spare and not (Portal in n.by)", ["State `by Letter, Portal` in `sent:` of `Spare`."]),
        ("n in notices", "n is Spare and (not (Source in n.tells) or not (Dpo in n.tells))", ["Let `Spare` tell `Source` and `Dpo` too."]),
        ("n in notices", "n is Spare and not (exists s in n.adapted_for)", ["Name `Client` in `adapted for:` of `Spare`.", "Name `Witness` in `adapted for:` of `Spare`."]),
        // Counts, and what counts.
        ("a in activities", "(count d in a.uses with d.owner != none) < 1", ["State `owner:` on `Files`.", "State `owner:` on `Public`."]),
        ("a in activities", "owners(a) != 1", ["State `owner:` on `Files`.", "State `owner:` on `Public`."]),
        ("r in recipients", "count(r.users) < 2", ["Add to `users:` of `Court`."]),
        // What is about something else than an activity, and what is beside it.
        ("s in systems", "s is Risk and not (exists m in s.assessments with m is Classification)", ["Have a named person assess and decide: classification of an AI system."]),
        ("d in datasets", "not (exists m in assessments with m is Dpia and d in m.of) and d.classification == none and d.owner == none", [
            "State `classification: Confidential` on `Files`.", "State `classification: Internal` on `Files`.", "State `classification: Open` on `Files`.", "State `classification: Secret` on `Files`.",
            "State `owner:` on `Files`.",
        ]),
        ("s in systems", "s is Risk and not (exists o in s.oversight with Stop in o.may)", ["State `oversight { … }` on `Risk`."]),
        ("s in systems", "s is Seen and not (exists o in s.oversight with Stop in o.may)", ["Name `Stop` in `may:` of `Seen`."]),
        ("s in systems", "s is Seen and s.oversight.bias == none", ["State `bias:` on `Seen`."]),
        ("c in controllers", "c.rights_within == none or c.rights_within > 20 days", ["State `route for rights: \"…\" within 20 days` on `Firm`."]),
        ("a in activities", "not (a.dpia is Dpia and a.dpia.decided != none)", ["Have a named person assess and decide: data protection impact assessment."]),
        ("a in activities", "not (exists f in a.safeguards with f is Encryption)", ["State `safeguard: Encryption` on `Synthesise`. State `by chosen` in `safeguard:` of `Synthesise`."]),
        ("a in activities", "not (exists f in a.safeguards with f is DifferentialPrivacy)", [
            "State `safeguard: DifferentialPrivacy` on `Synthesise`. State `by synthesiser` in `safeguard:` of `Synthesise`.",
            "State `safeguard: DifferentialPrivacy` on `Synthesise`. State `by synthetic` in `safeguard:` of `Synthesise`.",
        ]),
        ("a in activities", "risky(a)", ["State `environment: Test` on `Synthesise`."]),
        ("a in activities", "worth(a) is bad", ["State `environment: Test` on `Synthesise`."]),
    ]

    private static let helpers = """
        define owners(activity a) { gives: count d in a.uses with d.owner != none }
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
        ("a in activities", "not (exists g in a.article9 with g is LegalClaims)"),
        // What somebody has decided, and what they came to.
        ("p in approvals", "not (TrainModel in p.purposes)"), ("p in approvals", "p.until == none"), ("p in approvals", "p.conditions == []"), ("m in assessments", "m.risk_left == none"),
        ("m in assessments", "not (exists x in m.of with x is Synthesise)"), ("p in approvals", "p.decided < 2026-02-01"), ("m in assessments", "m.conclusion == none"),
        ("m in assessments", "m.consulted == none"), ("n in notices", "n is ClientNotice and n.sent < 2026-02-01"), ("n in notices", "n.sent < 2026-02-01 and Purpose in n.tells and not (Source in n.tells) and n.by == none"),
    ])
    func factsOfTheWorldAreNotOffered(_ asked: String, _ condition: String) throws {
        let snapshot = try RemedyTests.snapshot(RemedyHouseTests.text(RemedyHouseTests.rule("H900", asked, condition)))
        for finding in snapshot.findings where finding.code == "H900" {
            let answer = snapshot.remedies(for: finding)
            #expect(answer.remedies.isEmpty && answer.complete, "\(RemedyHouseTests.titles(answer))")
        }
    }

    /// Who got a notice that was sent is a fact, and so is a safeguard that a step carries out: neither is written otherwise to be rid of a finding.
    @Test func whatWasDoneStaysDone() throws {
        let sent = RemedyHouseTests.text(RemedyHouseTests.rule("H900", "a in activities, n in a.notices", "n.under is GDPR.13 and exists s in n.to with s is Client"))
        let snapshot = try RemedyTests.snapshot(sent)
        for remedy in snapshot.remedies(for: try #require(snapshot.findings.first { $0.code == "H900" })).remedies {
            #expect(remedy.files.allSatisfy { String(decoding: $0.new, as: UTF8.self).contains("notice ClientNotice {\n  to:    Client\n") })
        }
        let kept = RemedyHouseTests.text(RemedyHouseTests.rule("H900", "a in activities, f in a.safeguards", "f.since < 2026-12-31"))
            .replacing("  status:     Planned\n", with: "  status:     Planned\n  safeguard:  DifferentialPrivacy by synthesiser since 2026-01-10\n")
        let safe = try RemedyTests.snapshot(kept)
        #expect(safe.remedies(for: try #require(safe.findings.first { $0.code == "H900" })).remedies.isEmpty)
    }

    /// `none under …` is what a law says.
    @Test func whatALawLimitsIsLeft() throws {
        let text = RemedyHouseTests.text(RemedyHouseTests.rule("H900", "a in activities", "a.objection_route == none"))
            .replacing("  status:     Planned\n", with: "  status:     Planned\n  objection:  none under GDPR.21\n")
        let snapshot = try RemedyTests.snapshot(text)
        #expect(snapshot.remedies(for: try #require(snapshot.findings.first { $0.code == "H900" })).remedies.isEmpty)
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
        // With the comment on its line, and before the comment that belongs to the other.
        let told = late.replacing(gate, with: gate.dropLast() + " // the gate\n").replacing(release, with: "    // out\n" + release)
        #expect(try RemedyHouseTests.written(told, "D001").contains("from synthesiser\n" + gate.dropLast() + " // the gate\n    // out\n" + release))
    }

    // MARK: The text around an edit

    private static func written(_ text: String, _ code: String = "H900") throws -> String {
        let snapshot = try RemedyTests.snapshot(text), finding = try #require(snapshot.findings.first { $0.code == code })
        return String(decoding: try #require(snapshot.remedies(for: finding).remedies.first).files[0].new, as: UTF8.self)
    }

    /// Whatever line ends a file has, what comes new has too, and nothing is left where something goes.
    @Test func lineEndsStayAsTheyAre() throws {
        let rule = RemedyHouseTests.rule("H900", "a in activities", "a.environment == none or a.recipients != []")
        let text = RemedyHouseTests.text(rule).replacing("  status:     Planned\n", with: "  status:     Planned\n  recipients: Court\n").replacing("\n", with: "\r\n")
        let new = try RemedyHouseTests.written(text)
        #expect(!new.replacing("\r\n", with: "").contains("\n") && !new.contains("\r\n\r\n  starts"))
        #expect(new.contains("environment: ") && !new.contains("recipients:"))
    }

    @Test func commentsStay() throws {
        let listed = RemedyHouseTests.text(RemedyHouseTests.rule("H900", "a in activities", "exists r in a.recipients with r is Court"))
            .replacing("  status:     Planned\n", with: "  status:     Planned\n  recipients: Court, // the court\n    Other /* another */, // and\n    Third // last\n")
            .replacing("recipient Court", with: "recipient Other { users: \"B\" }\nrecipient Third { users: \"C\" }\nrecipient Court")
        let new = try RemedyHouseTests.written(listed)
        #expect(new.contains("/* another */") && new.contains("// and") && new.contains("// last") && !new.contains("Court,"), "\(new)")
        let last = try RemedyHouseTests.written(listed.replacing("with r is Court", with: "with r is Third"))
        #expect(last.contains("Court, // the court\n    Other /* another */ // and\n  starts") && !last.contains("// last"), "\(last)")
        let long = RemedyHouseTests.text(RemedyHouseTests.rule("H900", "d in datasets", "d is Files and d.owner == none"))
            .replacing("  zone:           Hot\n", with: "  zone:           Hot /* in the\n  cellar */\n")
        #expect(try RemedyHouseTests.written(long).contains("/* in the\n  cellar */"))
    }

    /// A declaration may follow another on its line.
    @Test func aDeclarationOnTheLineOfAnother() throws {
        let text = RemedyHouseTests.text(RemedyHouseTests.rule("H900", "a in activities", "not (exists m in a.assessments with m is Dpia)"))
        let joined = text.replacing("}\nactivity Synthesise", with: "}; activity Synthesise")
        #expect(joined != text)
        #expect(try RemedyHouseTests.written(joined).contains("assessment SynthesiseDpia is Dpia {"))
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
