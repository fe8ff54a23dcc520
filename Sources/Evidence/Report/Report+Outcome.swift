// How it ended, in plain words, before anything else.
import Document

extension Report {
    var outcome: [Page.Block] {
        [.notice(verdict, title: outcomeTitle, [.text(outcomeText)])]
            + (highlights.isEmpty ? [] : [.highlights(highlights)])
            + [
                .notice(
                    .caution, title: t("Rapporten är en intern handling", "This report is an internal document"),
                    [.text(internalText)])
            ]
    }

    private var verdict: Page.Verdict {
        switch evidence.outcome {
        case .released: .good
        case .gateFailed, .failed: .bad
        case .interrupted: .caution
        }
    }

    var outcomeTitle: String {
        switch evidence.outcome {
        case .released:
            switch evidence.releases.count {
            case 0: t("Körningen är klar. Inget skulle släppas.", "The run is done. Nothing was to be released.")
            case 1: t("Körningen är klar, och en fil är släppt.", "The run is done, and one file is released.")
            case let count: t("Körningen är klar, och \(count) filer är släppta.", "The run is done, and \(count) files are released.")
            }
        case .gateFailed: t("Inget är släppt: ett krav höll inte.", "Nothing is released: a gate did not hold.")
        case .failed(let step, _): t("Inget är släppt: steget \(step) gick inte.", "Nothing is released: step \(step) failed.")
        case .interrupted: t("Inget är släppt: körningen avbröts.", "Nothing is released: the run was interrupted.")
        }
    }

    private var outcomeText: String {
        var sentences: [String] = []
        let passed = evidence.gates.filter(\.passed).count
        switch evidence.outcome {
        case .released:
            if evidence.gates.isEmpty {
                sentences.append(t("Planen ställde inga krav på resultaten.", "The plan set no requirement on the results."))
            } else {
                sentences.append(
                    t(
                        "\(passed) av \(evidence.gates.count) krav som stod i planen är uppfyllda, också i den sämre änden av sitt intervall.",
                        "\(passed) of the \(evidence.gates.count) requirements in the plan are met, at the worse end of their intervals too."))
            }
        case .gateFailed(let names):
            let list = names.map { name in
                // `fairness.equal_opportunity_gap`: the step, and the measure.
                let measure = language.measureName(String(name.split(separator: ".").last ?? ""))
                return t("”\(measure)”", "“\(measure)”")
            }.joined(separator: ", ")
            sentences.append(
                t(
                    "Kravet som inte uppfylldes gällde \(list). Därför stannade körningen innan något lämnade den.",
                    "The requirement that was not met concerned \(list). The run stopped before anything left it."))
        case .failed(_, let reason): sentences.append(reason)
        case .interrupted:
            sentences.append(
                t("Den kan tas upp igen från det sista färdiga steget.", "It can be resumed from the last finished step."))
        }
        if !evidence.deletions.isEmpty {
            let names = evidence.deletions.map(\.what).joined(separator: ", ")
            sentences.append(
                t(
                    "Raderat: \(names). Kvittot står nedan.", "Deleted: \(names). The receipt is below."))
        }
        return sentences.joined(separator: " ")
    }

    private var internalText: String {
        t(
            """
            Likheten, riskerna, fördelningarna och granskningen är räknade på personuppgifter och omfattas inte av (ε, δ). \
            Också svaret att ett krav är uppfyllt är ett svar ur uppgifterna. Dela de släppta filerna, inte rapporten.
            """,
            """
            Similarity, risks, distributions and the audit are computed on personal data and are not covered by (ε, δ). \
            Whether a requirement was met is itself an answer from those data. Share the released files, not this report.
            """)
    }

    private var highlights: [Page.Highlight] {
        var items: [Page.Highlight] = []
        if let learn = evidence.steps.first(where: { $0.verb == "learn" }), let rows = learn.rowsIn.first?.rows {
            items.append(
                .init(name: t("Lärt av", "Learnt from"), figure: numbers.integer(rows), note: t("rader, efter rensning", "rows, after cleaning")))
        }
        if let budget = evidence.budgets.first {
            items.append(
                .init(
                    name: t("Integritetsbudget", "Privacy budget"), figure: "ε = \(language.decimal(evidence.budgets.dropFirst().reduce(budget.epsilon.double) { $0 + $1.epsilon.double }))",
                    note: evidence.budgets.contains(where: \.seeded)
                        ? t("garantin gäller inte: bruset är upprepbart", "guarantee void: the noise is repeatable")
                        : t("skyddsenhet: \(budget.unit)", "unit of privacy: \(budget.unit)")))
        }
        let attacks = evidence.evaluations.flatMap(\.attacks)
        if let worst = attacks.max(by: { $0.risk.high < $1.risk.high }) {
            items.append(
                .init(
                    name: t("Största risk", "Largest risk"), figure: numbers.percent(worst.risk.value),
                    note: t("högst \(numbers.percent(worst.risk.high)), ", "at most \(numbers.percent(worst.risk.high)), ")
                        + language.criterionName(worst.criterion).lowercased()))
        }
        let utility = evidence.evaluations.flatMap(\.utility)
        if let synthetic = utility.first(where: { $0.name == "auc_synthetic" }), let real = utility.first(where: { $0.name == "auc_real" }) {
            items.append(
                .init(
                    name: t("Nytta (AUC)", "Utility (AUC)"), figure: language.value(synthetic.value, of: synthetic.name),
                    note: t("mot \(language.value(real.value, of: real.name)) med verkliga data", "against \(language.value(real.value, of: real.name)) on real data")))
        }
        return items
    }
}
