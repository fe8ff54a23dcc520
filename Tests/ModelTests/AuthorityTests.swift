// The sample of an authority, whole: every verb that acts on persons, without a finding of names or types, and what law may ask of it.
import Model
import Source
import Syntax
import TestKit
import Testing

struct AuthorityTests {
    static let folder = TestFile.root() + "/Samples/authority"
    static let norms = ["gdpr/norms", "gdpr/norms-guidance", "gdpr/norms-national", "se/norms", "ai_act/norms"].map { text(TestFile.root() + "/Sources/Law/Packs/\($0).lagrum") }.joined(separator: "\n")

    static func text(_ path: String) -> String { String(decoding: TestFile.read(path) ?? [], as: UTF8.self) }
    static func model(_ file: String) -> Model {
        Fixture.model(of: [text("\(folder)/\(file).lagrum"), text("\(folder)/fk.lagrum")], sees: [0: [1]], norms: norms).model
    }

    @Test(arguments: ["control", "parental", "documents", "research"])
    func hasNoFinding(_ file: String) { #expect(AuthorityTests.model(file).findings.map { "\($0.code) \($0.message.en)" } == []) }

    /// The verbs that act on persons, protect and hand over, are all shown.
    @Test func showsTheVerbs() {
        let verbs = ["control", "parental", "documents", "research"].flatMap { AuthorityTests.model($0).pipelines.values.flatMap(\.steps).map(\.verb) }
        #expect(Set(verbs).isSuperset(of: [.match, .score, .select, .review, .communicate, .decide, .mask, .pseudonymise, .aggregate, .disclose, .archive, .delete]))
    }

    @Test(arguments: [
        ("MatchDeclarations.acts_on_persons", "yes"),
        ("MatchDeclarations.uses", "[Declarations, Benefits]"),
        ("MatchDeclarations.systems", "[OverlapProfile]"),
        ("MatchDeclarations.assessments", "[ControlDpia, ControlDiscrimination]"),
        ("MatchDeclarations.rights_route", "\"dataskyddsombud@example.se\""),
        ("MatchDeclarations.objection_route", "none"),
        ("MatchDeclarations.objection_under", "SFB.114.6"),
        ("MatchDeclarations.environment", "Production"),
        ("OverlapProfile.assessments", "[ControlDiscrimination]"),
        ("OverlapProfile.activities", "[MatchDeclarations]"),
        ("OverlapProfile.target", "Deviation"),
        ("OverlapProfile.oversight", "oversight"),
        ("oversight.sees", "[WholeCase, ScoreAndReasons]"),
        ("oversight.competence", "\"completed training in control and in the profile\""),
        ("step/pairs.secrecy_rule", "OSL.10.28"),
        ("step/pairs.tables", "[Declarations.wages]"),
        ("step/pairs.params", "[by, deviation, keep, overlap, secrecy, with]"),
        ("step/scored.scored_with", "OverlapProfile"),
        ("step/scored.features", "[pairs.earlier_correction, pairs.overlap_days]"),
        ("column/pairs.overlap_days.feature_because", "\"wage and sick pay for one day is the wrong payment itself\""),
        ("step/scored.reasons_stated", "3"),
        ("step/picked.rows_stated", "1000"),
        ("step/picked.random", "0.2"),
        ("step/picked.selected_by", "scored.score"),
        ("step/checked.reviewer", "\"officer of control\""),
        ("step/checked.competence", "\"completed training in control and in the profile\""),
        ("step/checked.sees", "[WholeCase, ScoreAndReasons]"),
        ("step/checked.may", "[Dismiss, Change]"),
        ("step/checked.before", "[Reclaim]"),
        ("step/heard.told", "[Claimant]"),
        ("step/heard.shows", "[Declarations, pairs]"),
        ("step/heard.answer_within", "14 days"),
        ("step/decided.automated", "no"),
        ("step/decided.adverse", "yes"),
        ("step/decided.reasons", "written"),
        ("step/by_month.groups", "[decided.earlier_correction]"),
        ("relation/by_month.state", "Aggregated"),
        ("relation/by_month.smallest", "10"),
        ("step/archive.zone", "Cold"),
        ("step/sick.zone", "Warm"),
        ("step/delete.disposal", "ARK.10"),
    ])
    func control(_ path: String, _ expected: String) throws { #expect(try AuthorityTests.model("control").fact(path) == expected) }

    @Test(arguments: [
        ("step/granted.automated", "yes"), ("step/granted.adverse", "no"), ("step/granted.falls_to_human", "yes"),
        ("step/granted.falls_out", "[\"last_day < first_day\"]"), ("DecideParental.automated_under", "[FL.28, GDPR.22]"),
    ])
    func parental(_ path: String, _ expected: String) throws { #expect(try AuthorityTests.model("parental").fact(path) == expected) }

    @Test(arguments: [
        ("relation/covered.state", "Masked"), ("step/covered.masked_columns", "[Benefits.letters.body]"),
        ("step/covered.finds", "[Name, NationalId, ContactDetail, Address, BankAccount]"), ("step/disclose.recipient", "Asker"), ("step/disclose.disclosed_under", "OSL.28.1"),
    ])
    func documents(_ path: String, _ expected: String) throws { #expect(try AuthorityTests.model("documents").fact(path) == expected) }

    @Test(arguments: [
        ("StudyRequest.review", "StudySecrecy"), ("StudyRequest.datasets", "[StatisticsRegister]"), ("StudyRequest.reservations", "[]"),
        ("InstituteRequest.reservations", "[InstituteReservation]"), ("InstituteRequest.review", "none"), ("StudySecrecy.harm", "NoHarm"), ("StudySecrecy.handler", "\"A. Berg\""),
        ("StudySecrecy.decided_by", "\"Head of statistics\""), ("University.recipient_kind", "PublicBody"), ("University.activity_kind", "ResearchActivity"),
        ("2015..2022.from", "2015-01-01"), ("2015..2022.until", "2022-12-31"), ("relation/tokens.state", "Pseudonymised"), ("step/tokens.key_kept_by", "\"the archive of the authority\""),
        ("safeguard.status", "InOperation"), ("signers.on", "2025-11-01"), ("step/disclose.request", "StudyRequest"), ("step/disclose.destroyed", "2028-12-31"),
        ("StatisticsRegister.periods.diagnosis.meaning", "\"The diagnosis, in words, as the physician wrote it.\""),
        ("StatisticsRegister.periods.income.unit", "SEK"), ("StatisticsRegister.periods.income.domain", "\"decimal(0..5000000, 2)\""),
    ])
    func research(_ path: String, _ expected: String) throws { #expect(try AuthorityTests.model("research").fact(path) == expected) }
}
