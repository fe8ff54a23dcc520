// The report of a run: everything that its evidence holds, in the order in which a reader asks.
import Document
import Source

/// One self-contained HTML file. Pure: the same evidence and language give the same bytes.
public func report(_ evidence: Evidence, language: Language) -> String {
    html(Report(evidence: evidence, language: language).page)
}

/// The evidence as it is being told in one language. Each section stands in a file of its own.
struct Report {
    let evidence: Evidence
    let language: Language

    var numbers: Numerals { language.numerals }

    /// The text of the reader's language.
    func t(_ sv: String, _ en: String) -> String { language.t(sv, en) }

    var page: Page {
        Page(
            language: language.rawValue,
            kind: t("Lagrum · Redovisning av en körning · Intern handling", "Lagrum · Evidence of a run · Internal document"),
            title: evidence.activity.title ?? evidence.activity.name,
            lead: [.text(t("Ändamål: ", "Purpose: ") + (evidence.purpose.title ?? evidence.purpose.name))],
            facts: [
                .init(t("Körning", "Run"), [.text(evidence.run)]),
                .init(t("Tid", "Time"), [.text(span)]),
                .init(t("Verktyg", "Tool"), [.text(evidence.tool)]),
                .init(t("Plan (SHA-256)", "Plan (SHA-256)"), [.digest(evidence.planDigest)]),
            ],
            opening: outcome,
            contents: t("Innehåll", "Contents"),
            sections: [
                lawSection, flowSection, gateSection, riskSection, likenessSection, marginalSection, budgetSection, modelSection, auditSection,
                deletionSection, releaseSection, remarkSection,
            ].compactMap { $0 },
            closing: [
                .text(
                    t(
                        "Skapad av \(evidence.tool) ur evidence.json för körningen \(evidence.run). Samma evidence.json ger samma rapport.",
                        "Written by \(evidence.tool) from evidence.json of run \(evidence.run). The same evidence gives the same report."))
            ])
    }

    private var span: String {
        func readable(_ time: String) -> String {
            String(time.map { $0 == "T" ? " " : $0 }.filter { $0 != "Z" })
        }
        let (start, end) = (readable(evidence.startedAt), readable(evidence.finishedAt))
        let sameDay = start.prefix(11) == end.prefix(11) && start.count > 11
        return "\(start)–\(sameDay ? String(end.dropFirst(11)) : end) UTC"
    }
}
