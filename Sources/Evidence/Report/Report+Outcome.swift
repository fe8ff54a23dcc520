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
            case 0: t("Körningen är klar. Inget skulle friges.", "The run is done. Nothing was to be released.")
            case 1: t("Körningen är klar och en fil är frigiven.", "The run is done, and one file is released.")
            case let count: t("Körningen är klar och \(count) filer är frigivna.", "The run is done, and \(count) files are released.")
            }
        case .gateFailed(let names):
            names.count == 1
                ? t("Inget är frigivet: ett krav är inte uppfyllt.", "Nothing is released: one requirement is not met.")
                : t("Inget är frigivet: \(names.count) krav är inte uppfyllda.", "Nothing is released: \(names.count) requirements are not met.")
        case .failed(let step, _): t("Inget är frigivet: steget \(step) misslyckades.", "Nothing is released: step \(step) failed.")
        case .interrupted: t("Inget är frigivet: körningen avbröts.", "Nothing is released: the run was interrupted.")
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
                        "\(passed) av planens \(evidence.gates.count) krav är uppfyllda, även räknat på den sämre änden av konfidensintervallet.",
                        "\(passed) of the plan's \(evidence.gates.count) requirements are met, at the worse end of their intervals too."))
            }
        case .gateFailed(let names):
            let list = names.map { name in
                // `fairness.equal_opportunity_gap`: the step, and the measure.
                let measure = language.measureName(String(name.split(separator: ".").last ?? ""))
                return t("”\(measure)”", "“\(measure)”")
            }.joined(separator: ", ")
            sentences.append(
                t(
                    "Det gällde \(list). Därför stannade körningen innan något frigavs.",
                    "It concerned \(list). The run therefore stopped before anything was released."))
        case .failed(_, let reason): sentences.append(sentence(reason[language]))
        case .interrupted:
            sentences.append(
                t("Kör om den från början.", "Run it again from the start."))
        }
        if !evidence.deletions.isEmpty {
            let names = evidence.deletions.map { $0.what[language] }.joined(separator: ", ")
            sentences.append(
                t(
                    "Raderat: \(names). Kvittot finns nedan.", "Deleted: \(names). The receipt is below."))
        }
        return sentences.joined(separator: " ")
    }

    /// A message that begins small, as it stands after a colon, as a sentence of its own.
    func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    private var internalText: String {
        t(
            """
            Likheten, riskerna, fördelningarna och granskningen är beräknade på personuppgifter och omfattas inte av (ε, δ). \
            Även uppgiften om att ett krav är uppfyllt bygger på personuppgifterna. Dela de frigivna filerna, inte rapporten.
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
                .init(name: t("Lärt ur", "Learnt from"), figure: numbers.integer(rows), note: t("rader, efter rensning", "rows, after cleaning")))
        }
        if let budget = evidence.budgets.first {
            items.append(
                .init(
                    name: t("Integritetsbudget", "Privacy budget"), figure: "ε = \(language.decimal(evidence.budgets.dropFirst().reduce(budget.epsilon.double) { $0 + $1.epsilon.double }))",
                    note: evidence.budgets.contains(where: \.seeded)
                        ? t("garantin gäller inte: bruset kan återskapas", "guarantee void: the noise can be repeated")
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
