// How like the real data the synthetic are, and what they are good for.
import Document

extension Report {
    var likenessSection: Page.Section? {
        let similarity = evidence.evaluations.flatMap(\.similarity)
        let utility = evidence.evaluations.flatMap(\.utility)
        guard !similarity.isEmpty || !utility.isEmpty else { return nil }
        var blocks: [Page.Block] = []
        if !similarity.isEmpty {
            blocks += [
                .heading(t("Likhet", "Similarity")),
                .paragraph([
                    .text(
                        t(
                            """
                            100 % betyder att fördelningen är densamma. Måttet är ett minus den genomsnittliga totalvariationen mellan \
                            verkliga och syntetiska rader, för varje variabel, varje par och varje grupp om tre.
                            """,
                            """
                            100% means that the distribution is the same. The measure is one minus the mean total variation between \
                            real and synthetic rows, over every column, every pair and every set of three.
                            """))
                ]),
                .table(figureTable(similarity, caption: t("Likhet med referensraderna", "Similarity to the reference rows"))),
            ]
        }
        if !utility.isEmpty {
            blocks += [
                .heading(t("Nytta", "Utility")),
                .paragraph([
                    .text(
                        t(
                            """
                            Samma modell tränas två gånger, på verkliga och på syntetiska rader, och prövas båda gångerna på verkliga \
                            rader som ingen av dem har sett. AUC 0,5 är slump, 1 är utan fel.
                            """,
                            """
                            The same model is trained twice, on real and on synthetic rows, and tested both times on real rows that \
                            neither has seen. AUC 0.5 is chance, 1 is without error.
                            """))
                ])
            ]
            let auc = utility.filter { $0.name.hasPrefix("auc") }
            if !auc.isEmpty { blocks.append(.picture(.intervals(utilityChart(auc)))) }
            blocks.append(.table(figureTable(utility, caption: t("Nytta, prövad på verkliga rader", "Utility, tested on real rows"))))
        }
        return .init(id: "likeness", title: t("Likhet och nytta", "Similarity and utility"), blocks: blocks)
    }

    private func utilityChart(_ figures: [Figure]) -> IntervalChart {
        IntervalChart(
            title: t("Förmåga att skilja utfallen åt (AUC), 95 %‑intervall", "How well outcomes are told apart (AUC), 95% interval"),
            description: figures.map { "\(language.measureName($0.name)) \(language.reading($0))" }.joined(separator: "; "),
            rows: figures.map {
                .init(name: language.measureName($0.name), reading: language.value($0.value, of: $0.name), value: $0.value, low: $0.low, high: $0.high)
            }, scale: .common(including: [0.5, 1]), unit: .number, numerals: numbers, limitWord: "")
    }

    var marginalSection: Page.Section? {
        let marginals = evidence.evaluations.flatMap(\.marginals)
        guard !marginals.isEmpty else { return nil }
        return .init(
            id: "marginals", title: t("Variabel för variabel", "Column by column"),
            blocks: [
                .paragraph([
                    .text(
                        t(
                            "Andelen rader i varje nivå, i referensen och i de syntetiska raderna. Nivåer med färre än tio referensrader är slagna ihop.",
                            "The share of rows in each level, in the reference and in the synthetic rows. Levels of fewer than ten reference rows are pooled."))
                ]),
                .gallery(marginals.map { .bars(bars($0)) }),
                .folded(
                    t("Fördelningarna i siffror", "The distributions in figures"),
                    marginals.map { .table(marginalTable($0)) }),
            ])
    }

    /// INVARIANT: at most fourteen pairs of bars; the smallest of more levels are pooled, in the picture alone.
    private func bars(_ marginal: MarginalRecord) -> PairedBars {
        let levels = zip(marginal.levels, zip(marginal.reference, marginal.synthetic)).map {
            PairedBars.Level(name: $0[language], first: $1.0, second: $1.1)
        }
        let most = 14
        var shown = levels
        if levels.count > most {
            let kept = Set(levels.indices.sorted { levels[$0].first > levels[$1].first }.prefix(most - 1))
            shown = levels.indices.filter(kept.contains).map { levels[$0] }
            let rest = levels.indices.filter { !kept.contains($0) }.map { levels[$0] }
            shown.append(
                .init(
                    name: t("\(rest.count) nivåer till", "\(rest.count) more levels"), first: rest.reduce(0) { $0 + $1.first },
                    second: rest.reduce(0) { $0 + $1.second }))
        }
        return PairedBars(
            title: marginal.column,
            description: levels.map { "\($0.name): \(numbers.percent($0.first)), \(numbers.percent($0.second))" }.joined(separator: "; "),
            first: t("referens", "reference"), second: t("syntetiskt", "synthetic"), levels: shown, numerals: numbers)
    }

    private func marginalTable(_ marginal: MarginalRecord) -> Page.Table {
        .init(
            caption: marginal.column,
            columns: [.init(t("Nivå", "Level")), .init(t("Referens", "Reference"), .number), .init(t("Syntetiskt", "Synthetic"), .number)],
            rows: zip(marginal.levels, zip(marginal.reference, marginal.synthetic)).map {
                [[.text($0[language])], [.text(numbers.percent($1.0))], [.text(numbers.percent($1.1))]]
            })
    }
}
