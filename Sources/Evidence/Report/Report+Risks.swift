// Attack risks by the three criteria of WP29 Opinion 05/2014 on anonymisation techniques.
import Document

extension Report {
    var riskSection: Page.Section? {
        let attacks = evidence.evaluations.flatMap(\.attacks)
        guard !attacks.isEmpty else { return nil }
        var blocks: [Page.Block] = [
            .paragraph([
                .text(
                    t(
                        """
                        En angripare som bara har de syntetiska raderna försöker nå personer i underlaget. Varje angrepp riktas lika \
                        många gånger mot kontrollrader som inte ingick. Risken är det som lyckas utöver kontrollen: \
                        (r − c)/(1 − c), med 95 %‑intervall. Noll betyder att den som ingick inte är mer utsatt än den som inte gjorde det.
                        """,
                        """
                        An attacker who has only the synthetic rows tries to reach the people behind them. Each attack is aimed as many \
                        times at control rows that were never used. The risk is what succeeds beyond the control, (r − c)/(1 − c), with \
                        its 95% interval. Zero means that those who took part are no more exposed than those who did not.
                        """))
            ])
        ]
        let limit = evidence.gates.first { $0.measure == "worst_risk" }?.limit.double
        let ends = attacks.map(\.risk.low) + attacks.map(\.risk.high)
        let scale: [Double] = ends + [0] + (limit.map { [$0] } ?? [])
        for criterion in [AttackRecord.Criterion.singlingOut, .linkability, .inference] {
            let found = attacks.filter { $0.criterion == criterion }
            guard !found.isEmpty else { continue }
            blocks += [
                .heading(language.criterionName(criterion)), .paragraph([.text(meaning(of: criterion))]),
                .picture(.intervals(riskChart(found, criterion, limit: limit, scale: scale))),
            ]
        }
        blocks.append(.folded(t("Angreppen i siffror", "The attacks in figures"), [.table(attackTable(attacks))]))
        let copies = evidence.evaluations.flatMap(\.copies)
        if !copies.isEmpty {
            blocks += [
                .heading(t("Kopior", "Copies")),
                .table(figureTable(copies, caption: t("Syntetiska rader som är lika en verklig i alla variabler", "Synthetic rows that equal a real one in every column"))),
            ]
        }
        return .init(id: "risks", title: t("Risker för de registrerade", "Risks to the data subjects"), blocks: blocks)
    }

    private func meaning(of criterion: AttackRecord.Criterion) -> String {
        switch criterion {
        case .singlingOut:
            t("Går det att peka ut en enda person i underlaget med en kombination av uppgifter som ingen annan har?",
                "Can one single person in the data be picked out by a combination that only they have?")
        case .linkability:
            t("Går det att para ihop uppgifter om samma person, inom materialet eller med en annan källa?",
                "Can records on the same person be put together, within the material or with another source?")
        case .inference:
            t("Går det att sluta sig till en skyddsvärd uppgift om en person ur det som redan är känt om personen?",
                "Can a sensitive fact about a person be concluded from what one knows of them already?")
        }
    }

    private func riskChart(_ attacks: [AttackRecord], _ criterion: AttackRecord.Criterion, limit: Double?, scale: [Double])
        -> IntervalChart
    {
        IntervalChart(
            title: t("Risk utöver kontrollen, 95 %‑intervall", "Risk beyond the control, 95% interval"),
            description: "\(language.criterionName(criterion)): "
                + attacks.map { "\($0.about[language]) \(language.reading($0.risk))" }.joined(separator: "; "),
            rows: attacks.map { attack in
                let verdict: Page.Verdict = limit.map { attack.risk.high <= $0 ? .good : .bad } ?? .neutral
                let word = limit.map { attack.risk.high <= $0 ? t("inom gränsen · ", "within limit · ") : t("över gränsen · ", "above limit · ") }
                return .init(
                    name: attack.about[language], reading: (word ?? "") + numbers.percent(attack.risk.value), value: attack.risk.value,
                    low: attack.risk.low, high: attack.risk.high, limit: limit.map { .atMost($0) }, verdict: verdict)
            }, scale: .common(including: scale), numerals: numbers, limitWord: t("gräns", "limit"))
    }

    private func attackTable(_ attacks: [AttackRecord]) -> Page.Table {
        .init(
            caption: t("Angrepp, kontroll och risk", "Attack, control and risk"),
            columns: [
                .init(t("Angrepp", "Attack")), .init(t("Gäller", "About")), .init(t("Lyckas", "Succeeds"), .number),
                .init(t("Kontroll", "Control"), .number), .init(t("Risk", "Risk"), .number), .init(t("95 %‑intervall", "95% interval"), .number),
                .init(t("Försök", "Attempts"), .number),
            ],
            rows: attacks.map {
                [
                    [.text(language.criterionName($0.criterion))], [.text($0.about[language])], [.text(numbers.percent($0.successRate))],
                    [.text(numbers.percent($0.controlRate))], [.text(numbers.percent($0.risk.value))], [.text(language.interval($0.risk))],
                    [.text(numbers.integer($0.risk.samples))],
                ]
            })
    }

    func figureTable(_ figures: [Figure], caption: String) -> Page.Table {
        .init(
            caption: caption,
            columns: [
                .init(t("Mått", "Measure")), .init(t("Värde", "Value"), .number), .init(t("95 %‑intervall", "95% interval"), .number),
                .init(t("Underlag", "Sample"), .number),
            ],
            rows: figures.map {
                [
                    [.text(language.measureName($0.name))], [.text(language.value($0.value, of: $0.name))], [.text(language.interval($0))],
                    [.text(numbers.integer($0.samples))],
                ]
            })
    }
}
