// What was spent of privacy, and what that promises to one person, in plain words.
import Document
import Glibc

extension Report {
    var budgetSection: Page.Section? {
        guard !evidence.budgets.isEmpty else { return nil }
        var blocks: [Page.Block] = []
        for budget in evidence.budgets {
            let epsilon = budget.epsilon.double
            let belief = 1 / (1 + exp(-epsilon))
            let odds = exp(epsilon)
            if budget.seeded {
                blocks.append(
                    .notice(
                        .bad, title: t("Garantin gäller inte", "The guarantee is void"),
                        [
                            .text(
                                t(
                                    "Bruset i \(budget.step) drogs med ett fast slumptalsfrö och kan återskapas. Det är tillåtet bara för testdata.",
                                    "The noise in \(budget.step) was drawn with a seed and can be repeated. Only test data may be treated so."))
                        ]))
            }
            let oddsText = odds < 1e6 ? decimalRounded(odds) : "10^\(numbers.decimal(log10(odds), places: 0))"
            blocks.append(
                .paragraph([
                    .text(t("Steget ", "Step ")), .code(budget.step),
                    .text(
                        t(
                            """
                             lade brus i \(budget.measurements) mätningar. Löftet gäller allt som hör till ett och samma värde i \(budget.unit): \
                            hade just det saknats, hade samma resultat varit nästan lika sannolikt. Den som ser allt som friges, och \
                            redan vet allt om alla andra, kan få oddsen för att det fanns med ändrade med en faktor på högst \
                            \(oddsText) (e^ε, ε = \(budget.epsilon.localized(numbers))). Den som på förhand höll det för lika troligt \
                            som inte kan alltså bli högst \(numbers.percent(belief)) säker. Med sannolikheten δ = \
                            \(scientific(budget.delta.double)) kan löftet brista.
                            """,
                            """
                             added noise to \(budget.measurements) measurements. The promise holds for everything under one value of \
                            \(budget.unit): had just that been absent, the result would have been almost as likely. Whoever sees all that \
                            is released, and knows everything about everyone else, can have their odds that it took part changed by a \
                            factor of at most \(oddsText) (e^ε, ε = \(budget.epsilon.localized(numbers))). Someone who first thought it \
                            as likely as not can become at most \(numbers.percent(belief)) sure. With probability δ = \(scientific(budget.delta.double)) \
                            the promise may fail.
                            """))
                ]))
        }
        blocks += [
            .small([
                .text(
                    t(
                        """
                        Enheten är det som skyddas. Skyddet för ett ärende är inte ett skydd för en person som förekommer i flera. \
                        Budgeten gäller det som lärdes; frågan om kraven i den här rapporten är uppfyllda ligger utanför den.
                        """,
                        """
                        The unit is what is protected. Protection of a case is not protection of a person who is in several. \
                        The budget covers what was learnt; whether the requirements in this report were met lies outside it.
                        """))
            ]),
            .table(
                .init(
                    caption: t("Förbrukad budget", "Budget spent"),
                    columns: [
                        .init(t("Steg", "Step")), .init(t("Mekanism", "Mechanism")), .init(t("Enhet", "Unit")), .init("ε", .number), .init("δ", .number),
                        .init("ρ (zCDP)", .number), .init(t("Mätningar", "Measurements"), .number),
                    ],
                    rows: evidence.budgets.map {
                        [
                            [.text($0.step)], [.text($0.mechanism)], [.text($0.unit)], [.text($0.epsilon.localized(numbers))],
                            [.text(scientific($0.delta.double))], [.text(numbers.decimal($0.rho, places: 4))],
                            [.text(numbers.integer($0.measurements))],
                        ]
                    })),
        ]
        return .init(id: "budget", title: t("Integritetsbudget", "Privacy budget"), blocks: blocks)
    }

    private func decimalRounded(_ value: Double) -> String {
        numbers.decimal(value, places: value < 10 ? 1 : 0)
    }

    /// `10⁻⁹`, `5 · 10⁻⁷`; a number that is not small as it is.
    private func scientific(_ value: Double) -> String {
        guard value > 0, value < 0.001 else { return language.decimal(value) }
        var exponent = Int(log10(value).rounded(.down))
        var digits = value / pow(10, Double(exponent))
        if digits >= 9.995 { (digits, exponent) = (1, exponent + 1) }
        let power = "10⁻" + String(String(-exponent).compactMap { $0.wholeNumberValue.map { Array("⁰¹²³⁴⁵⁶⁷⁸⁹")[$0] } })
        return digits < 1.005 ? power : "\(language.decimal((digits * 100).rounded() / 100)) · \(power)"
    }
}
