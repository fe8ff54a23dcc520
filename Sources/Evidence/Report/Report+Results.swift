// What was erased, what left the run, and what the reader must know of the evidence itself.
import Document
import Source

extension Report {
    var deletionSection: Page.Section? {
        guard !evidence.deletions.isEmpty else { return nil }
        var ways: [Message] = []
        for record in evidence.deletions where !ways.contains(record.verified) { ways.append(record.verified) }
        return .init(
            id: "deleted", title: t("Raderat", "Deleted"),
            blocks: [
                .table(
                    .init(
                        caption: t("Raderingskvitto", "Deletion receipt"),
                        columns: [
                            .init(t("Vad", "What")), .init(t("Rader", "Rows"), .number), .init(t("Storlek", "Size"), .number),
                            .init(t("När (UTC)", "When (UTC)")), .init(t("Steg", "Step")),
                        ],
                        rows: evidence.deletions.map {
                            [
                                [.text($0.what[language])], [.text(numbers.integer($0.rows))], [.text(numbers.bytes($0.bytes))],
                                [.text(String($0.at.map { $0 == "T" ? " " : $0 }.filter { $0 != "Z" }))], [.text(language.stepName($0.step))],
                            ]
                        })),
                .heading(t("Hur raderingen har visats", "How it was shown")),
                .list(ways.map { [.text(sentence($0[language]))] }),
            ])
    }

    var releaseSection: Page.Section? {
        guard !evidence.releases.isEmpty else { return nil }
        return .init(
            id: "released", title: t("Frigivet", "Released"),
            blocks: [
                .paragraph([
                    .text(
                        t(
                            "Bara detta får lämna körningen. Kontrollera en fils kontrollsumma med sha256sum.",
                            "Only this may leave the run. Check a file with sha256sum."))
                ]),
                .table(
                    .init(
                        caption: t("Frigivna filer", "Released files"),
                        columns: [
                            .init(t("Fil", "File")), .init(t("Rader", "Rows"), .number), .init(t("Storlek", "Size"), .number), .init("SHA-256"),
                        ],
                        rows: evidence.releases.map {
                            [
                                [.code($0.path)], [.text($0.rows.map(numbers.integer) ?? "–")], [.text(numbers.bytes($0.bytes))],
                                [.digest($0.sha256)],
                            ]
                        })),
            ])
    }

    var remarkSection: Page.Section? {
        var remarks = evidence.remarks.map { $0[language] }
        remarks.append(
            t(
                "Angreppen är vår egen konstruktion utifrån de tre kriterierna i Artikel 29-gruppens yttrande 05/2014. De visar vad just dessa angrepp når, inte vad varje tänkbart angrepp kan nå.",
                "The attacks are our own design from the three criteria of Article 29 Working Party Opinion 05/2014. They show what these attacks reach, not what every conceivable attack would."))
        var methods: [Message] = []
        for figure in figures where !figure.method.en.isEmpty && !methods.contains(figure.method) { methods.append(figure.method) }
        var blocks: [Page.Block] = [.list(remarks.map { [.text(sentence($0))] })]
        if !methods.isEmpty {
            blocks += [.heading(t("Metoder", "Methods")), .list(methods.map { [.text(sentence($0[language]))] })]
        }
        return .init(id: "remarks", title: t("Att känna till om redovisningen", "About this evidence"), blocks: blocks)
    }
    /// Every measured quantity, in the order in which the report shows them.
    private var figures: [Figure] {
        var figures: [Figure] = []
        for evaluation in evidence.evaluations {
            figures += evaluation.similarity + evaluation.utility + evaluation.copies
            figures += evaluation.attacks.map(\.risk)
        }
        for audit in evidence.audits {
            figures += audit.gaps
            figures += audit.groups.flatMap(\.figures)
        }
        return figures
    }
}
