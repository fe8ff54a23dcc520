// What was done: the steps with their rows, and why rows left.
import Document

extension Report {
    var flowSection: Page.Section? {
        guard !evidence.steps.isEmpty else { return nil }
        let losses = evidence.steps.flatMap { step in step.losses.map { (step, $0) } }.filter { $0.1.rows > 0 }
        var blocks: [Page.Block] = [
            .paragraph([
                .text(
                    t(
                        "Uppifrån och ned, med antalet rader som varje steg lämnade. Bandens bredd följer antalet rader.",
                        "From top to bottom, with the rows that each step left. The width of a band follows its number of rows."))
            ]),
            .picture(.flow(flowPicture)),
            .table(accountTable),
        ]
        if !losses.isEmpty {
            blocks.append(
                .table(
                    .init(
                        caption: t("Varför rader föll bort", "Why rows left"),
                        columns: [
                            .init(t("Steg", "Step")), .init(t("Ur", "From")), .init(t("Skäl", "Reason")), .init(t("Rader", "Rows"), .number),
                        ],
                        rows: losses.map { step, loss in
                            [[.text(language.stepName(step.step))], [.text(loss.from)], [.text(loss.reason[language])], [.text(numbers.integer(loss.rows))]]
                        })))
        }
        return .init(id: "done", title: t("Vad som gjordes", "What was done"), blocks: blocks)
    }

    private var accountTable: Page.Table {
        func counts(_ counts: [RowCount]) -> [Page.Span] {
            [.text(counts.map { numbers.integer($0.rows) }.joined(separator: "\u{A0}+ "))]
        }
        return .init(
            caption: t("Rader in och ut", "Rows in and out"),
            columns: [
                .init(t("Steg", "Step")), .init(t("Gör", "Does")), .init(t("In", "In"), .number), .init(t("Bort", "Left"), .number),
                .init(t("Ut", "Out"), .number), .init(t("Tid", "Time"), .number),
            ],
            rows: evidence.steps.flatMap(byTable).map { step in
                let lost = step.losses.reduce(0) { $0 + $1.rows }
                return [
                    [.text(step.step)], [.text(language.verbName(step.verb))], counts(step.rowsIn),
                    [.text(lost > 0 ? numbers.integer(lost) : "")], counts(step.rowsOut),
                    [.text(step.seconds > 0 ? numbers.seconds(step.seconds) : "")],
                ]
            })
    }

    /// Reading is told table by table, its time once.
    private func byTable(_ step: StepRecord) -> [StepRecord] {
        guard step.verb == "read" else { return [step] }
        return step.rowsIn.enumerated().map { place, table in
            StepRecord(
                step: table.of, verb: "read", rowsIn: [table], losses: step.losses.filter { $0.from == table.of },
                rowsOut: step.rowsOut.filter { $0.of == table.of }, seconds: place == 0 ? step.seconds : 0)
        }
    }

    /// The steps in order, and each source just before the step that first reads it.
    private var flowPicture: FlowPicture {
        var made: [String: FlowPicture.Band] = [:]
        var synthesiser: String?
        var steps: [FlowPicture.Step] = []
        for step in evidence.steps {
            if step.verb == "read" {
                // What is read for the opt-out alone goes on as nothing, and stands in the account.
                for count in step.rowsOut {
                    made[count.of] = .personal
                    steps.append(
                        .init(
                            name: count.of, note: t("källa", "source"), inputs: [],
                            outputs: [.init(name: count.of, rows: count.rows, band: .personal)],
                            losses: lossLines(step.losses.filter { $0.from == count.of }), figure: numbers.integer(count.rows)))
                }
                continue
            }
            for count in step.rowsIn where made[count.of] == nil {
                made[count.of] = .personal
                steps.append(
                    .init(
                        name: count.of, note: t("källa", "source"), inputs: [],
                        outputs: [.init(name: count.of, rows: count.rows, band: .personal)], figure: numbers.integer(count.rows)))
            }
            let inputs = inputs(of: step, synthesiser: synthesiser).filter { made[$0] != nil }
            let model = ["learn", "train"].contains(step.verb)
            let synthetic = step.verb == "generate" || (!inputs.isEmpty && inputs.allSatisfy { made[$0] != .personal })
            let outputs: [FlowPicture.Output] =
                model
                ? [.init(name: step.step, rows: nil, band: .model)]
                : step.rowsOut.map { .init(name: $0.of, rows: $0.rows, band: synthetic ? .synthetic : .personal) }
            for output in outputs { made[output.name] = output.band }
            if step.verb == "learn" { synthesiser = step.step }
            steps.append(
                .init(
                    name: step.step, note: step.verb == step.step ? "" : language.verbName(step.verb), inputs: inputs, outputs: outputs,
                    losses: lossLines(step.losses), figure: model ? "" : outputs.compactMap(\.rows).map(numbers.integer).joined(separator: " + ")))
        }
        let kinds = Set(steps.flatMap(\.outputs).map(\.band))
        let legend: [(kind: FlowPicture.Band, name: String)] = [
            (.personal, t("personuppgifter", "personal data")), (.synthetic, t("syntetiskt", "synthetic")), (.model, t("modell", "model")),
        ]
        let sentences = steps.map { "\($0.name): \($0.note) \($0.figure)" }.joined(separator: "; ")
        return FlowPicture(
            title: t("Uppgifternas väg genom körningen", "The data's way through the run"),
            description: t("Stegen i ordning med antal rader ut: ", "The steps in order with rows out: ") + sentences,
            steps: steps, legend: legend.filter { kinds.contains($0.kind) }, numerals: numbers)
    }

    /// What a step read: by its row account, and for what has no rows by the other records. A relation's name is the same in both languages.
    private func inputs(of step: StepRecord, synthesiser: String?) -> [String] {
        var names = step.rowsIn.map(\.of) + (step.reads ?? [])
        if step.verb == "generate", names.isEmpty, let synthesiser { names.append(synthesiser) }
        if step.verb == "delete" { names += evidence.deletions.filter { $0.step == step.step }.map(\.what.en) }
        if step.verb == "release" { names += evidence.releases.map(\.result) }
        if step.verb == "audit" { names += evidence.audits.filter { $0.step == step.step }.map(\.model) }
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    /// The largest losses, each as one line that fits beside the picture on a phone.
    private func lossLines(_ losses: [Loss]) -> [String] {
        let sorted = losses.filter { $0.rows > 0 }.sorted { $0.rows > $1.rows }
        let shown = sorted.prefix(sorted.count == 5 ? 5 : 4).map { loss in
            let line = "−\(numbers.integer(loss.rows))  \(loss.reason[language])"
            return line.count > 42 ? line.prefix(41) + "…" : line
        }
        let rest = sorted.count == 5 ? [] : sorted.dropFirst(4)
        guard !rest.isEmpty else { return Array(shown) }
        let rows = numbers.integer(rest.reduce(0) { $0 + $1.rows })
        return shown + [t("−\(rows)  av \(rest.count) skäl till", "−\(rows)  for \(rest.count) more reasons")]
    }
}
