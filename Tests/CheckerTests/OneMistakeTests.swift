// One mistake, one finding: a sample with a single slip in it has that one finding more than without, at the slip.
import Checker
import Source
import TestKit
import Testing

struct OneMistakeTests {
    struct Mutant: Sendable, CustomTestStringConvertible {
        var name: String
        var sample: String
        var right: String
        var wrong: String
        /// The code, and the text that it stands at: its first line.
        var finding: String
        init(_ name: String, _ sample: String, _ right: String, _ wrong: String, _ finding: String) { (self.name, self.sample, self.right, self.wrong, self.finding) = (name, sample, right, wrong, finding) }
        var testDescription: String { name }
    }

    @Test(arguments: mutants)
    func one(_ mutant: Mutant) throws {
        let text = String(decoding: try SampleTests.read(mutant.sample), as: UTF8.self)
        let mistaken = text.replacing(mutant.right, with: mutant.wrong, maxReplacements: 1)
        try #require(mistaken != text, "the sample no longer holds: \(mutant.right)")
        let before = try OneMistakeTests.told(mutant.sample, text), after = try OneMistakeTests.told(mutant.sample, mistaken)
        #expect(after.filter { !before.contains($0) }.map(\.place) == [mutant.finding])
    }

    @Test func thereAreMany() { #expect(OneMistakeTests.mutants.count >= 75) }

    /// One name that is nowhere is one finding: eight more places are shown, and the others counted.
    @Test(arguments: [(9, nil), (10, "and in one place more"), (11, "and in 2 places more")] as [(Int, String?)])
    func placesAreCounted(_ uses: Int, _ note: String?) throws {
        let text = "edition 2026\ncontroller Firm { country: SE; sector: Private }\n" + (0..<uses).map { "dataset D\($0) { controller: Frim }\n" }.joined()
        var sources = SourceSet()
        try sources.add("x.lagrum") { (_) throws(ReadProblem) in Array(text.utf8) }
        let found = check(sources, asOf: SampleTests.day).findings.filter { $0.code == "N005" }
        #expect(found.count == 1 && found.first?.notes.count { $0.place != nil } == 8)
        #expect(found.first?.notes.last { $0.place == nil }?.text.en == note)
    }

    private struct Told: Equatable {
        var place: String
        var message: String
        static func == (a: Told, b: Told) -> Bool { a.message == b.message }
    }

    private static func told(_ path: String, _ text: String) throws -> [Told] {
        var sources = SourceSet()
        try sources.add(path) { (asked) throws(ReadProblem) in
            if asked == path { return Array(text.utf8) }
            guard let bytes = TestFile.read(TestFile.root() + "/" + asked) else { throw .missing }
            return bytes
        }
        let snapshot = check(sources, asOf: SampleTests.day)
        return snapshot.findings.map { finding in
            var place = "?"
            if let text = snapshot.files.text(of: finding.place.file), let range = snapshot.files.range(of: finding.place) { place = text.string(in: range) }
            return Told(place: "\(finding.code) \(place.split(separator: "\n").first ?? "")", message: "\(finding.code) \(finding.message.en)")
        }
    }

    private static let custody = "Samples/custody/custody.lagrum", control = "Samples/authority/control.lagrum", documents = "Samples/authority/documents.lagrum"
    private static let research = "Samples/authority/research.lagrum", parental = "Samples/authority/parental.lagrum"

    static let mutants: [Mutant] = [
        Mutant("country value", custody, "country:          SE", "country:          3", "N004 3"),
        Mutant("key misspelt", custody, "sector:           Private", "sektor:           Private", "N002 sektor"),
        Mutant("concept misspelt", custody, "relation:    OwnClient", "relation:    OwnClent", "N005 OwnClent"),
        Mutant("concept unknown", custody, "context:         LegalCounsel", "context:         Lawyer", "N005 Lawyer"),
        Mutant("subject misspelt in table", custody, "by case_id as FamilyConflict of Client, Counterparty", "by case_id as FamilyConflict of Clint, Counterparty", "N005 Clint"),
        Mutant("subject undeclared", custody, "subject Counterparty is Adult", "subject Opponent is Adult", "N005 Counterparty"),
        Mutant("category misspelt", custody, "as Health\n    violence", "as Helth\n    violence", "N005 Helth"),
        Mutant("category unknown on table", custody, "by invoice_id many per cases.case_id as Economy of Client", "by invoice_id many per cases.case_id as Money of Client", "N005 Money"),
        Mutant("column type misspelt", custody, "handling_days:    integer(0..2000)\n    hearings:         ", "handling_days:    interger(0..2000)\n    hearings:         ", "N005 interger"),
        Mutant("column type wrong bounds", custody, "hearings:         integer(0..20)", "hearings:         integer(20..0)", "N015 integer(20..0)"),
        Mutant("table key unknown", custody, "table cases by case_id", "table cases by case_no", "N005 case_no"),
        Mutant("dataset misspelt in pipeline", custody, "consolidate CaseSystem.cases, CaseSystem.parties", "consolidate CaseSystm.cases, CaseSystem.parties", "N005 CaseSystm"),
        Mutant("table misspelt in pipeline", custody, "consolidate CaseSystem.cases, CaseSystem.parties by", "consolidate CaseSystem.cases, CaseSystem.partys by", "N005 partys"),
        Mutant("column misspelt in keep", custody, "keep:          case_id, region, handling_days", "keep:          case_id, region, handling_day", "N005 handling_day"),
        Mutant("column misspelt in where", custody, "where:         case_type == custody", "where:         casetype == custody", "N005 casetype"),
        Mutant("level unknown", custody, "case_type == custody and", "case_type == custdy and", "N005 custdy"),
        Mutant("relation misspelt", custody, "relevant = clean closed {", "relevant = clean close {", "N005 close"),
        Mutant("relation result renamed", custody, "closed = consolidate", "closd = consolidate", "N005 closed"),
        Mutant("verb misspelt", custody, "relevant = clean closed", "relevant = cleen closed", "X014 cleen"),
        Mutant("percent misread", custody, "split relevant by 80%", "split relevant by 80", "N004 by 80"),
        Mutant("split one name", custody, "reference, holdout = split", "reference = split", "N020 reference = split relevant by 80%"),
        Mutant("epsilon text", custody, "epsilon: 3.0", "epsilon: \"3\"", "N004 \"3\""),
        Mutant("unit unknown", custody, "unit: case_id }", "unit: case }", "N005 case"),
        Mutant("model unknown verb arg", custody, "learn mst from", "learn msk from", "N005 msk"),
        Mutant("target misspelt", custody, "on synthetic { target: litigated }", "on synthetic { target: litigatd }", "N005 litigatd"),
        Mutant("measure misspelt", custody, "two_way_similarity >= 95%", "two_way_similarty >= 95%", "N005 two_way_similarty"),
        Mutant("limit wrong unit", custody, "worst_risk <= 5%", "worst_risk <= 5 days", "N004 worst_risk <= 5 days"),
        Mutant("clause misspelt", custody, "because \"hearings in a case that never ran\"", "becuase \"hearings in a case that never ran\"", "X015 becuase"),
        Mutant("clause unknown on basis", custody, "basis:           Contract for Client", "basis:           Contract of Client", "N008 of"),
        Mutant("date wrong", custody, "starts:     2026-03-15", "starts:     2026-02-30", "X010 2026-02-30"),
        Mutant("date as text", custody, "starts:     2026-03-15", "starts:     \"2026-03-15\"", "N004 \"2026-03-15\""),
        Mutant("norm misspelt", custody, "to:    Client\n  under: GDPR.13.3", "to:    Client\n  under: GDPR.13.9", "N021 GDPR.13.9"),
        Mutant("norm number", custody, "to:    Client\n  under: GDPR.13.3", "to:    Client\n  under: 13.3", "X011 13.3"),
        Mutant("notice misspelt", custody, "notice:     ClientNotice, Counter", "notice:     ClientNotise, Counter", "N005 ClientNotise"),
        Mutant("purpose misspelt", custody, "purpose:    TrainRiskModel", "purpose:    TrainRiskModle", "N005 TrainRiskModle"),
        Mutant("controller missing", custody, "activity SynthesiseCases \"Syntetisera avslutade vårdnadsärenden\" {\n  controller: FamiljensJurist\n", "activity SynthesiseCases \"Syntetisera avslutade vårdnadsärenden\" {\n", "N003 SynthesiseCases"),
        Mutant("purpose missing", custody, "  purpose:    TrainRiskModel\n", "", "N003 SynthesiseCases"),
        Mutant("dataset without controller", custody, "\"Ärende- och dokumenthanteringssystemet\" {\n  controller:      FamiljensJurist\n", "\"Ärende- och dokumenthanteringssystemet\" {\n", "N003 CaseSystem"),
        Mutant("optout table misspelt", custody, "opt out:    CaseSystem.objections", "opt out:    CaseSystem.objection", "N005 objection"),
        Mutant("optout match misspelt", custody, "matched by parties.personal_no", "matched by parties.personalno", "N005 matched by parties.personalno"),
        Mutant("duration wrong", custody, "repeat:     every 12 months", "repeat:     every 12 monts", "X015 monts"),
        Mutant("item misspelt", custody, "tells: Purpose, Retention, Rights, Objection, Complaint\n", "tells: Purpose, Retention, Rigths, Objection, Complaint\n", "N005 Rigths"),
        Mutant("missing brace", custody, "  sent:  2026-01-15 by Letter, Portal\n  tells: Purpose, Retention, Rights, Objection, Complaint\n  text:  \"notices/client.sv.md\"\n}", "  sent:  2026-01-15 by Letter, Portal\n  tells: Purpose, Retention, Rights, Objection, Complaint\n  text:  \"notices/client.sv.md\"\n", "X005 {"),
        Mutant("about role unknown", custody, "about:          role {", "about:          rol {", "N005 rol"),
        Mutant("about level unknown", custody, "child: CaseChild }", "chld: CaseChild }", "N005 chld"),
        Mutant("within missing range", custody, "within 0..10", "within 0", "N004 0"),
        Mutant("aggregate misspelt", custody, "= count(parties where", "= cuont(parties where", "N005 cuont"),
        Mutant("bands outside", custody, "handling_days into 0, 30, 90, 180, 365, 730, 2000", "handling_days into 0, 30, 90, 90, 365, 730, 2000", "N024 into 0, 30, 90, 90, 365, 730, 2000"),
        Mutant("release unknown", custody, "release synthetic, risk_model", "release synthetic, riskmodel", "N005 riskmodel"),
        Mutant("delete unknown", custody, "delete closed, relevant, reference, holdout", "delete closed, relevant, refrence, holdout", "N005 refrence"),
        Mutant("evaluate against missing", custody, "evaluate synthetic against reference, holdout", "evaluate synthetic against refrence, holdout", "N005 refrence"),
        Mutant("assessment of misspelt", custody, "assessment SynthesisDpia is Dpia {\n  of:        SynthesiseCases", "assessment SynthesisDpia is Dpia {\n  of:        SynthesizeCases", "N005 SynthesizeCases"),
        Mutant("assessment kind", custody, "SynthesisDpia is Dpia", "SynthesisDpia is Dpai", "N005 Dpai"),
        Mutant("pack misspelt", custody, "use gdpr, se, ai_act", "use gpdr, se, ai_act", "N033 gpdr"),
        Mutant("edition", custody, "edition 2026", "edition 2025", "N038 2025"),
        Mutant("import misspelt", control, "import \"fk.lagrum\"", "import \"kf.lagrum\"", "N031 \"kf.lagrum\""),
        Mutant("system misspelt", control, "system:          OverlapProfile", "system:          OverlapProfil", "N005 OverlapProfil"),
        Mutant("score system misspelt", control, "score pairs with OverlapProfile", "score pairs with OverlapProfil", "N005 OverlapProfil"),
        Mutant("match column", control, "paid_from..paid_to", "paid_form..paid_to", "N005 paid_form"),
        Mutant("match by", control, "with Declarations.wages by person", "with Declarations.wages by persons", "N005 persons"),
        Mutant("select count", control, "select 1_000 from", "select many from", "N008 many"),
        Mutant("communicate to", control, "communicate checked to Claimant by", "communicate checked to Claimnt by", "N005 Claimnt"),
        Mutant("channel", control, "to Claimant by Letter {", "to Claimant by Lettr {", "N005 Lettr"),
        Mutant("answer within", control, "answer within: 14 days", "answer within: 14", "N004 14"),
        Mutant("outcome", control, "outcome: Reclaim\n", "outcome: Reclaimed\n", "N005 Reclaimed"),
        Mutant("feature of a system", control, "features:        overlap_days", "features:        overlap_dayz", "N005 overlap_dayz"),
        Mutant("key of a kind misspelt", custody, "controller FamiljensJurist", "controler FamiljensJurist", "X014 controler"),
        Mutant("a name left out", custody, "controller FamiljensJurist", "controller", "N056 controller"),
        Mutant("a notice's name left out", custody, "notice ClientNotice", "notice", "N056 notice"),
        Mutant("a dataset's name left out", custody, "dataset CaseSystem", "dataset", "N056 dataset"),
        Mutant("a subject's name left out", custody, "subject Counterparty is", "subject is", "N056 subject"),
        Mutant("a purpose's name left out", custody, "purpose TrainRiskModel \"", "purpose \"", "N056 purpose"),
        Mutant("a table's name left out", custody, "table objections by", "table by", "N056 table"),
        Mutant("a table's key misspelt", custody, "table cases by case_id", "table cases by caseid", "N005 caseid"),
        Mutant("a flag misspelt", custody, "litigated:        flag", "litigated:        flga", "N005 flga"),
        Mutant("two categories", custody, "as Health\n    violence", "as Health as Ordinary\n    violence", "N009 as Ordinary"),
        Mutant("matched by a column of another type", custody, "matched by parties.personal_no", "matched by parties.role", "N018 matched by parties.role"),
        Mutant("aggregate col", control, "average = mean(overlap_days)", "average = mean(overlap_day)", "N005 overlap_day"),
        Mutant("aggregate by", control, "aggregate decided by earlier_correction", "aggregate decided by earlier_corr", "N005 earlier_corr"),
        Mutant("sees", control, "sees:   WholeCase, ScoreAndReasons\n      may:    Dismiss, Change", "sees:   WholeCase, ScoresAndReasons\n      may:    Dismiss, Change", "N005 ScoresAndReasons"),
        Mutant("authority misspelt", control, "activity MatchDeclarations \"Jämför sjukpenning med arbetsgivardeklarationer\" {\n  controller:      Forsakringskassan", "activity MatchDeclarations \"Jämför sjukpenning med arbetsgivardeklarationer\" {\n  controller:      Forsakringskasan", "N005 Forsakringskasan"),
        Mutant("class", control, "class:           High under", "class:           Hgh under", "N005 Hgh"),
        Mutant("mask columns", documents, "columns: body", "columns: bdy", "N005 bdy"),
        Mutant("mask finds", documents, "finds:   Name,", "finds:   Nam,", "N005 Nam"),
        Mutant("disclose to", documents, "disclose approved to Asker", "disclose approved to Askr", "N005 Askr"),
        Mutant("year range", research, "where: year in 2015..2022", "where: year in 2022..2015", "N015 2022..2015"),
        Mutant("request misspelt", research, "request:   StudyRequest", "request:   StudyReqest", "N005 StudyReqest"),
        Mutant("decided as text", research, "decided:    2025-09-01", "decided:    \"2025-09-01\"", "N004 \"2025-09-01\""),
        Mutant("variables col", research, "variables:             StatisticsRegister.periods.region because", "variables:             StatisticsRegister.periods.regions because", "N005 regions"),
        Mutant("unit in days", parental, "days <= 480 days and", "days <= 480 SEK and", "X015 SEK"),
        Mutant("approve missing col", parental, "approve:  days <= 480", "approve:  day <= 480", "N005 day"),
    ]
}
