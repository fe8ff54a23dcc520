// The evidence and the report, written whole.
import Evidence
import Plan
import Source

extension Run {
    /// - Returns: what kept them from being written.
    mutating func writeEvidence(_ outcome: Evidence.Outcome) -> RunError? {
        evidence.outcome = outcome
        evidence.finishedAt = options.clock().description
        do {
            try writeWhole(folder.evidence, try CanonicalJSON.bytes(of: evidence))
            try writeWhole(folder.report, Array(report(evidence, language: options.language).utf8))
            return nil
        } catch {
            let fault = RunError(error, step: "evidence", path: folder.evidence)
            events(.warning(fault.message))
            return fault
        }
    }

    /// What the reader must know of the evidence itself.
    mutating func remarkOnEvidence() {
        func add(_ sv: String, _ en: String) { evidence.remarks.append(Message(sv: sv, en: en)) }
        if !evidence.evaluations.isEmpty || !evidence.audits.isEmpty {
            add(
                "Måtten på likhet, nytta, risk och rättvisa är beräknade på personuppgifter utan integritetsbudget: de är interna och friges inte.",
                "The figures of similarity, utility, risk and fairness are computed from personal data without a privacy budget: they are internal, and are not released."
            )
        }
        if !evidence.gates.isEmpty {
            add(
                "Att ett krav är uppfyllt eller inte är i sig ett svar ur personuppgifter, utanför (ε, δ). Gränserna bestämdes före körningen.",
                "Whether a requirement is met is itself an answer from personal data, outside (ε, δ). The limits were declared before the run."
            )
        }
        if evidence.budgets.contains(where: \.seeded) {
            add(
                "Bruset hade ett fast slumptalsfrö: garantin (ε, δ) gäller inte för den här körningen.",
                "The noise had a seed: the guarantee (ε, δ) does not hold for this run.")
        }
    }
}
