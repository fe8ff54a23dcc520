// What was erased, what left the run, and what the reader must know of the evidence itself.
import Document

extension Report {
    var deletionSection: Page.Section? {
        guard !evidence.deletions.isEmpty else { return nil }
        var ways: [String] = []
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
                                [.text($0.what)], [.text(numbers.integer($0.rows))], [.text(numbers.bytes($0.bytes))],
                                [.text(String($0.at.map { $0 == "T" ? " " : $0 }.filter { $0 != "Z" }))], [.text($0.step)],
                            ]
                        })),
                .heading(t("Hur det är visat", "How it was shown")),
                .list(ways.map { [.text($0)] }),
            ])
    }

    var releaseSection: Page.Section? {
        guard !evidence.releases.isEmpty else { return nil }
        return .init(
            id: "released", title: t("Släppt", "Released"),
            blocks: [
                .paragraph([
                    .text(
                        t(
                            "Bara detta får lämna körningen. Kontrollera en fil med sha256sum.",
                            "Only this may leave the run. Check a file with sha256sum."))
                ]),
                .table(
                    .init(
                        caption: t("Släppta filer", "Released files"),
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
        var remarks = evidence.remarks
        remarks.append(
            t(
                "Angreppen är vår egen konstruktion efter de tre kriterierna i artikel 29-gruppens yttrande 05/2014. De visar vad dessa angrepp når, inte vad varje tänkbart angrepp når.",
                "The attacks are our own design from the three criteria of Article 29 Working Party Opinion 05/2014. They show what these attacks reach, not what every conceivable attack would."))
        var methods: [String] = []
        for figure in figures where !figure.method.isEmpty && !methods.contains(figure.method) { methods.append(figure.method) }
        var blocks: [Page.Block] = [.list(remarks.map { [.text($0)] })]
        if !methods.isEmpty {
            blocks += [.heading(t("Metoder", "Methods")), .list(methods.map { [.text($0)] })]
        }
        return .init(id: "remarks", title: t("Att veta om beviset", "About this evidence"), blocks: blocks)
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
