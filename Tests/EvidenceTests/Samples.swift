// Evidence as a run of the custody sample writes it, for the tests.
import Evidence
import Plan
import Source

func exact(_ text: String) -> Exact { Exact(text) ?? Exact(0) }

func figure(_ name: String, _ value: Double, _ low: Double, _ high: Double, _ samples: Int = 2000, method: Message = Message(both: "")) -> Figure {
    Figure(name: name, value: value, low: low, high: high, samples: samples, method: method)
}

/// A run that released its results.
func released() -> Evidence {
    var evidence = Evidence(
        run: "2026-11-21T10-15-00Z-3f9a1c2e", tool: "lagrum 0.1.0",
        planDigest: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        activity: Named("SynthesiseCases", title: "Syntetisera avslutade vårdnadsärenden"),
        purpose: Named("TrainRiskModel", title: "Train a model that sees conflict risk early, so that mediation is offered in time"),
        startedAt: "2026-11-21T10:15:00Z", finishedAt: "2026-11-21T10:15:31Z", outcome: .released)
    var plan = Plan(
        edition: 2026, activity: evidence.activity, controller: Named("FamiljensJurist", title: "Familjens Jurist"), purpose: evidence.purpose,
        law: LawBasis(packs: []))
    plan.grounds = [
        GroundRecord(article: .basis, ground: "LegitimateInterest", of: ["CaseChild", "Client"], because: "shorter and calmer custody cases")
    ]
    plan.notices = [NoticeRecord(name: "ClientNotice", to: ["Client"], under: "GDPR.13.3", sent: Day("2026-01-15"))]
    plan.decisions = [
        DecisionRecord(
            decision: "compatibility", arguments: ["SynthesiseCases", "CaseSystem"], conclusion: "compatible_with_conditions", factors: [],
            norms: ["GDPR.6.4.a", "GDPR.6.4.b"])
    ]
    plan.assessments = [AssessmentRecord(name: "Balancing", kind: "Interests", conclusion: nil, by: "Chief counsel")]
    evidence.legal = LegalRecord(plan)
    evidence.legal?.optOuts = [.init(groups: ["CaseChild", "Client"], until: Day("2026-02-28"))]
    evidence.steps = [
        StepRecord(
            step: "read", verb: "read",
            rowsIn: [
                RowCount(of: "CaseSystem.cases", rows: 26410), RowCount(of: "CaseSystem.parties", rows: 93211),
                RowCount(of: "CaseSystem.objections", rows: 1494), RowCount(of: "CourtJudgments.judgments", rows: 4000),
            ],
            losses: [
                Loss(from: "CaseSystem.cases", reason: Message(sv: "case_id: nyckeln förekommer redan", en: "case_id: duplicate key"), rows: 312),
                Loss(from: "CaseSystem.cases", reason: Message(sv: "handling_days: inget heltal", en: "handling_days: not an integer"), rows: 77),
                Loss(from: "CaseSystem.cases", reason: Message(sv: "invoiced: utanför 0..500000", en: "invoiced: outside 0..500000"), rows: 31),
                Loss(from: "CaseSystem.parties", reason: Message(sv: "personal_no: inget giltigt personnummer", en: "personal_no: not a valid personnummer"), rows: 405),
            ],
            rowsOut: [
                RowCount(of: "CaseSystem.cases", rows: 25990), RowCount(of: "CaseSystem.parties", rows: 92806),
                RowCount(of: "CourtJudgments.judgments", rows: 4000),
            ], seconds: 1.1),
        StepRecord(
            step: "closed", verb: "consolidate",
            rowsIn: [RowCount(of: "CaseSystem.cases", rows: 25990), RowCount(of: "CaseSystem.parties", rows: 92806)],
            losses: [
                Loss(from: "closed", reason: Message(sv: "where gäller inte: case_type == custody and closed_on != none", en: "where does not hold: case_type == custody and closed_on != none"), rows: 7204),
                Loss(from: "closed", reason: Message(sv: "invändning", en: "objection"), rows: 891),
            ],
            rowsOut: [RowCount(of: "closed", rows: 17895)], seconds: 1.42),
        StepRecord(
            step: "relevant", verb: "clean", rowsIn: [RowCount(of: "closed", rows: 17895)],
            losses: [Loss(from: "closed", reason: Message(both: "hearings in a case that never ran"), rows: 214)],
            rowsOut: [RowCount(of: "relevant", rows: 17681)], seconds: 0.21),
        StepRecord(
            step: "reference", verb: "split", rowsIn: [RowCount(of: "relevant", rows: 17681)], losses: [],
            rowsOut: [RowCount(of: "reference", rows: 14188), RowCount(of: "holdout", rows: 3493)], seconds: 0.09),
        StepRecord(
            step: "synthesiser", verb: "learn", rowsIn: [RowCount(of: "reference", rows: 14188)], losses: [], rowsOut: [], seconds: 1.9),
        StepRecord(
            step: "synthetic", verb: "generate", rowsIn: [], losses: [], rowsOut: [RowCount(of: "synthetic", rows: 20000)], seconds: 0.14,
            reads: ["synthesiser"]),
        StepRecord(
            step: "quality", verb: "evaluate",
            rowsIn: [
                RowCount(of: "synthetic", rows: 20000), RowCount(of: "reference", rows: 14188), RowCount(of: "holdout", rows: 3493),
                RowCount(of: "CourtJudgments.judgments", rows: 4000),
            ], losses: [], rowsOut: [], seconds: 11.3),
        StepRecord(
            step: "risk_model", verb: "train", rowsIn: [RowCount(of: "synthetic", rows: 20000)], losses: [], rowsOut: [], seconds: 0.8),
        StepRecord(
            step: "fairness", verb: "audit", rowsIn: [RowCount(of: "holdout", rows: 3493)], losses: [], rowsOut: [], seconds: 0.05,
            reads: ["risk_model"]),
        StepRecord(
            step: "delete", verb: "delete",
            rowsIn: [
                RowCount(of: "closed", rows: 17895), RowCount(of: "relevant", rows: 17681), RowCount(of: "reference", rows: 14188),
                RowCount(of: "holdout", rows: 3493),
            ], losses: [], rowsOut: [], seconds: 0.3),
        StepRecord(
            step: "release", verb: "release", rowsIn: [RowCount(of: "synthetic", rows: 20000)], losses: [], rowsOut: [], seconds: 0.02,
            reads: ["risk_model"]),
    ]
    evidence.budgets = [
        BudgetRecord(
            step: "synthesiser", mechanism: "mst", unit: "case_id", epsilon: exact("3.0"), delta: exact("1e-9"), rho: 0.0971, measurements: 23,
            seeded: false)
    ]
    let variation = Message(
        sv: "1 − genomsnittlig totalvariation över alla grupper; bootstrapintervall",
        en: "1 − mean total variation over all k-sets; bootstrap interval")
    let excess = Message(
        sv: "det som lyckas utöver kontrollen; Wilsons intervall, fortplantade",
        en: "Excess of success over control; Wilson intervals, propagated")
    let tested = Message(sv: "XGBoost på de undanhållna raderna; DeLongs intervall", en: "XGBoost on the real holdout; DeLong interval")
    evidence.evaluations = [
        EvaluationRecord(
            step: "quality",
            similarity: [
                figure("one_way_similarity", 0.9952, 0.9941, 0.9963, 14188, method: variation),
                figure("two_way_similarity", 0.9731, 0.9702, 0.9748, 14188, method: variation),
                figure("three_way_similarity", 0.9412, 0.9388, 0.9431, 14188, method: variation),
                figure("two_way_similarity_of_holdout", 0.9811, 0.9802, 0.9819, 3493, method: variation),
            ],
            utility: [
                figure("auc_real", 0.853, 0.839, 0.867, 3493, method: tested),
                figure("auc_synthetic", 0.831, 0.816, 0.846, 3493, method: tested),
                figure("utility_ratio", 0.974, 0.961, 0.988, 3493, method: tested),
            ],
            attacks: [
                AttackRecord(criterion: .singlingOut, about: Message(sv: "en variabel", en: "one column"), risk: figure("risk", 0.002, -0.004, 0.009, method: excess), successRate: 0.021, controlRate: 0.019),
                AttackRecord(criterion: .singlingOut, about: Message(sv: "flera variabler", en: "several columns"), risk: figure("risk", 0.011, -0.005, 0.027, method: excess), successRate: 0.093, controlRate: 0.083),
                AttackRecord(criterion: .linkability, about: Message(sv: "halva raden med andra halvan", en: "one half of the columns with the other"), risk: figure("risk", 0.004, -0.003, 0.011, method: excess), successRate: 0.012, controlRate: 0.008),
                AttackRecord(criterion: .linkability, about: Message(both: "CourtJudgments.judgments"), risk: figure("risk", 0.009, 0.001, 0.017, method: excess), successRate: 0.021, controlRate: 0.012),
                AttackRecord(criterion: .inference, about: Message(both: "hearings"), risk: figure("risk", -0.003, -0.028, 0.022, method: excess), successRate: 0.411, controlRate: 0.413),
                AttackRecord(criterion: .inference, about: Message(both: "litigated"), risk: figure("risk", 0.006, -0.031, 0.043, method: excess), successRate: 0.792, controlRate: 0.791),
                AttackRecord(criterion: .inference, about: Message(both: "age_gap"), risk: figure("risk", 0.001, -0.017, 0.019, method: excess), successRate: 0.224, controlRate: 0.223),
            ],
            copies: [
                figure("exact_copies", 0.0112, 0.0098, 0.0127, 20000), figure("exact_copies_of_members", 0.0041, 0.003, 0.0053, 20000),
                figure("exact_copies_of_controls", 0.0038, 0.0027, 0.005, 20000),
                figure("exact_copy_excess", 0.0003, -0.0017, 0.0023, 20000),
            ],
            marginals: [
                MarginalRecord(
                    column: "handling_days", levels: ["0 – <30", "30 – <90", "90 – <180", "180 – <365", "365 – <730", "730 – 2000"].map { Message(both: $0) },
                    reference: [0.051, 0.183, 0.262, 0.287, 0.171, 0.046], synthetic: [0.053, 0.181, 0.266, 0.283, 0.170, 0.047]),
                MarginalRecord(
                    column: "hearings", levels: (0...6).map { Message(both: "\($0)") } + [Message(sv: "övriga", en: "other")],
                    reference: [0.331, 0.241, 0.172, 0.114, 0.071, 0.038, 0.021, 0.012],
                    synthetic: [0.329, 0.243, 0.169, 0.117, 0.070, 0.039, 0.020, 0.013]),
                MarginalRecord(column: "litigated", levels: [Message(sv: "nej", en: "no"), Message(sv: "ja", en: "yes")], reference: [0.683, 0.317], synthetic: [0.679, 0.321]),
                MarginalRecord(
                    column: "region", levels: (1...21).map { Message(both: "Län \($0)") }, reference: (1...21).map { Double($0) / 231 },
                    synthetic: (1...21).map { Double(22 - $0) / 231 }),
            ], seconds: 11.3)
    ]
    evidence.models = [
        ModelRecord(
            step: "risk_model", method: "gradient_boosting", target: "litigated", features: ["handling_days", "hearings", "children", "age_gap"],
            rows: 20000, rounds: 200, importance: ["hearings": 48.2, "handling_days": 22.9, "children": 6.1, "age_gap": 5.4])
    ]
    func group(_ name: String, _ rows: Int, _ base: Double) -> GroupRecord {
        GroupRecord(
            group: Message(both: name), rows: rows,
            figures: [
                figure("selection_rate", base, base - 0.02, base + 0.02, rows), figure("true_positive_rate", base + 0.35, base + 0.31, base + 0.39, rows),
                figure("auc", 0.83, 0.81, 0.85, rows),
            ])
    }
    evidence.audits = [
        AuditRecord(
            step: "fairness", model: "risk_model", by: "children", groups: [group("1", 1480, 0.291), group("2", 1391, 0.312), group("3", 544, 0.334), GroupRecord(group: Message(both: "…"), rows: 41, suppressed: 2, figures: [])],
            gaps: [figure("equal_opportunity_gap", 0.043, 0.012, 0.086, 3415), figure("demographic_parity_gap", 0.043, 0.021, 0.067, 3415)])
    ]
    evidence.gates = [
        GateRecord(step: "quality", measure: "two_way_similarity", comparison: .atLeast, limit: exact("0.95"), figure: figure("two_way_similarity", 0.9731, 0.9702, 0.9748, 14188), worst: 0.9702, passed: true),
        GateRecord(step: "quality", measure: "worst_risk", comparison: .atMost, limit: exact("0.05"), figure: figure("worst_risk", 0.006, -0.031, 0.043), worst: 0.043, passed: true),
        GateRecord(step: "fairness", measure: "equal_opportunity_gap", comparison: .atMost, limit: exact("0.10"), figure: figure("equal_opportunity_gap", 0.043, 0.012, 0.086, 3415), worst: 0.086, passed: true),
    ]
    let verified = Message(
        sv: "filen skrevs över, togs bort och dess mapp synkades; en SSD eller en ögonblicksbild kan ändå ha kvar block",
        en: "Overwritten, unlinked, folder synced, database vacuumed and read again: no row is left. A solid-state disk or a snapshot may keep blocks that no program can reach.")
    evidence.deletions = [("closed", 17895, 2_419_712), ("relevant", 17681, 1_917_952), ("reference", 14188, 851_280), ("holdout", 3493, 209_580)].map {
        DeletionRecord(step: "delete", what: Message(both: $0.0), rows: $0.1, bytes: $0.2, verified: verified, at: "2026-11-21T10:15:30Z")
    }
    evidence.releases = [
        ReleaseRecord(result: "synthetic", path: "release/synthetic.csv", rows: 20000, bytes: 911_204, sha256: "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"),
        ReleaseRecord(result: "risk_model", path: "release/risk_model.json", rows: nil, bytes: 1_204_551, sha256: "fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9"),
    ]
    evidence.remarks = [
        Message(
            sv: "De syntetiska raderna drogs ur brusiga marginaler; ingen verklig rad har kopierats eller ändrats.",
            en: "The synthetic rows were generated from noisy marginals only; no real row was copied or altered.")
    ]
    return evidence
}

/// The same run, stopped by a gate: nothing released, and the noise was seeded.
func refused() -> Evidence {
    var evidence = released()
    evidence.outcome = .gateFailed(["quality.worst_risk"])
    evidence.gates[1].figure = figure("worst_risk", 0.061, 0.024, 0.098)
    (evidence.gates[1].worst, evidence.gates[1].passed) = (0.098, false)
    evidence.evaluations[0].attacks[5].risk = figure("risk", 0.061, 0.024, 0.098)
    evidence.releases = []
    evidence.budgets[0].seeded = true
    evidence.steps.removeLast()
    return evidence
}
