// The model that was trained, and how it treats groups.
import Document

extension Report {
    var modelSection: Page.Section? {
        guard !evidence.models.isEmpty else { return nil }
        var blocks: [Page.Block] = []
        for model in evidence.models {
            let total = model.importance.values.reduce(0, +)
            let ranked = model.importance.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            blocks.append(
                .paragraph([
                    .code(model.step),
                    .text(
                        t(
                            " förutsäger \(model.target) av \(model.features.count) variabler. Metoden är \(methodName(model.method)), tränad på \(numbers.integer(model.rows)) rader i \(numbers.integer(model.rounds)) omgångar.",
                            " predicts \(model.target) from \(model.features.count) columns. The method is \(methodName(model.method)), trained on \(numbers.integer(model.rows)) rows in \(numbers.integer(model.rounds)) rounds."))
                ]))
            if !ranked.isEmpty {
                blocks.append(
                    .table(
                        .init(
                            caption: t("Variablernas vikt i \(model.step) (genomsnittlig förbättring per delning)", "Weight of columns in \(model.step) (mean gain by split)"),
                            columns: [.init(t("Variabel", "Column")), .init(t("Vikt", "Gain"), .number), .init(t("Andel", "Share"), .number)],
                            rows: ranked.map { name, gain in
                                [[.text(name)], [.text(numbers.quantity(gain))], [.text(total > 0 ? numbers.percent(gain / total) : "–")]]
                            })))
            }
        }
        return .init(id: "model", title: t("Modellen", "The model"), blocks: blocks)
    }

    private func methodName(_ method: String) -> String {
        method == "gradient_boosting" ? t("gradientförstärkta träd", "gradient-boosted trees") : method
    }

    var auditSection: Page.Section? {
        guard !evidence.audits.isEmpty else { return nil }
        var blocks: [Page.Block] = [
            .paragraph([
                .text(
                    t(
                        """
                        Modellen är prövad på verkliga rader som den inte har sett, innan de raderades. Att den är jämn på syntetiska \
                        rader hade inte visat något. Grupper som är för små visas inte.
                        """,
                        """
                        The model is tested on real rows that it has not seen, before they were deleted. On synthetic rows an even model \
                        proves nothing. Groups that are too small are not shown.
                        """))
            ])
        ]
        for audit in evidence.audits {
            let groups = audit.groups.filter { $0.suppressed == 0 }
            let hidden = audit.groups.first { $0.suppressed > 0 }
            var names: [String] = []
            for figure in groups.flatMap(\.figures) where !names.contains(figure.name) { names.append(figure.name) }
            blocks.append(.heading(t("\(audit.model) efter \(audit.by)", "\(audit.model) by \(audit.by)")))
            if !audit.gaps.isEmpty {
                blocks.append(
                    .picture(
                        .intervals(
                            IntervalChart(
                                title: t("Största skillnad mellan grupper, 95 %‑intervall", "Largest difference between groups, 95% interval"),
                                description: audit.gaps.map { "\(language.measureName($0.name)) \(language.reading($0))" }.joined(separator: "; "),
                                rows: audit.gaps.map { gap in
                                    let gate = evidence.gates.first { $0.measure == gap.name && $0.step == audit.step }
                                    return .init(
                                        name: language.measureName(gap.name), reading: language.value(gap.value, of: gap.name), value: gap.value, low: gap.low,
                                        high: gap.high, limit: gate.map { .atMost($0.limit.double) },
                                        verdict: gate.map { $0.passed ? .good : .bad } ?? .neutral)
                                }, scale: .common(including: [0]), numerals: numbers, limitWord: t("gräns", "limit")))))
            }
            blocks.append(
                .table(
                    .init(
                        caption: t("Utfall efter \(audit.by), med 95 %‑intervall", "Outcome by \(audit.by), with 95% interval"),
                        columns: [.init(audit.by), .init(t("Rader", "Rows"), .number)] + names.map { .init(language.measureName($0), .number) },
                        rows: groups.map { group in
                            [[.text(group.group[language])], [.text(numbers.integer(group.rows))]]
                                + names.map { name in
                                    [.text(group.figures.first { $0.name == name }.map { language.reading($0) } ?? "–")]
                                }
                        })))
            if let hidden {
                blocks.append(
                    .small([
                        .text(
                            t(
                                hidden.suppressed == 1
                                    ? "En grupp med \(numbers.integer(hidden.rows)) rader är för liten för att visas."
                                    : "\(hidden.suppressed) grupper med tillsammans \(numbers.integer(hidden.rows)) rader är för små för att visas.",
                                hidden.suppressed == 1
                                    ? "One group of \(numbers.integer(hidden.rows)) rows is too small to be shown."
                                    : "\(hidden.suppressed) groups of \(numbers.integer(hidden.rows)) rows together are too small to be shown."))
                    ]))
            }
        }
        return .init(id: "audit", title: t("Granskning efter grupp", "Audit by group"), blocks: blocks)
    }
}
