// The requirements that the plan set beforehand, and what was measured against them.
import Document
import Plan

extension Report {
    var gateSection: Page.Section? {
        guard !evidence.gates.isEmpty else { return nil }
        return .init(
            id: "gates", title: t("Krav som ska vara uppfyllda", "Requirements to be met"),
            blocks: [
                .paragraph([
                    .text(
                        t(
                            """
                            Gränserna stod i planen innan några uppgifter lästes. Det är den sämre änden av 95 %‑intervallet som ska \
                            ligga inom gränsen, inte punktskattningen. Det färgade fältet är det tillåtna.
                            """,
                            """
                            The limits stood in the plan before any data were read. It is the worse end of the 95% interval that must \
                            satisfy the limit, not the point estimate. The tinted field is what is allowed.
                            """))
                ]),
                .picture(.intervals(gateChart)),
                .table(gateTable),
            ])
    }

    private var gateChart: IntervalChart {
        IntervalChart(
            title: t("Mätt värde med 95 %‑intervall, och gränsen", "Measured value with 95% interval, and the limit"),
            description: evidence.gates.map { summary(of: $0, language: language) }.joined(separator: "; "),
            rows: evidence.gates.map { gate in
                .init(
                    name: language.measureName(gate.measure), reading: "\(passed(gate)) · \(language.value(gate.figure.value, of: gate.measure))",
                    value: gate.figure.value, low: gate.figure.low, high: gate.figure.high, limit: limit(gate),
                    verdict: gate.passed ? .good : .bad)
            }, scale: .each, numerals: numbers, limitWord: t("gräns", "limit"))
    }

    private func limit(_ gate: GateRecord) -> IntervalChart.Limit {
        switch gate.comparison {
        case .atLeast: .atLeast(gate.limit.double)
        case .atMost: .atMost(gate.limit.double)
        }
    }

    func passed(_ gate: GateRecord) -> String { gate.passed ? t("Uppfyllt", "Met") : t("Inte uppfyllt", "Not met") }

    private var gateTable: Page.Table {
        .init(
            caption: t("Kraven i siffror", "The requirements in figures"),
            columns: [
                .init(t("Krav", "Requirement")), .init(t("Gräns", "Limit"), .number), .init(t("Mätt", "Measured"), .number),
                .init(t("95 %‑intervall", "95% interval"), .number), .init(t("Underlag", "Sample"), .number), .init(t("Utfall", "Outcome")),
            ],
            rows: evidence.gates.map { gate in
                [
                    [.text(language.measureName(gate.measure))],
                    [.text("\(gate.comparison == .atLeast ? "≥" : "≤")\u{A0}\(language.value(gate.limit.double, of: gate.measure))")],
                    [.text(language.value(gate.figure.value, of: gate.measure))],
                    [.text(language.interval(gate.figure, of: gate.measure))],
                    [.text(numbers.integer(gate.figure.samples))],
                    [.verdict(gate.passed ? .good : .bad, passed(gate))],
                ]
            })
    }
}
