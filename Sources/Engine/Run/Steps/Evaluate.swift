// `evaluate`: fidelity, utility and attack risk of synthetic rows, and the gates on them.
import Evidence
import Plan

extension Run {
    mutating func evaluate(_ step: EvaluateStep, _ name: String) throws {
        for relation in [step.synthetic, step.reference, step.holdout] { countIn(relation) }
        var auxiliaries: [TableReference: CodedTable] = [:]
        for auxiliary in step.combinedWith {
            // A row outside the levels of the evaluated relation can't be linked to it.
            auxiliaries[auxiliary.table] = try coded(
                table: WorkName.input(auxiliary.table), called: auxiliary.table.label, auxiliary.columns.learnt,
                strict: false)
            account.rowsIn.append(RowCount(of: auxiliary.table.label, rows: inputRows[auxiliary.table] ?? 0))
        }
        let start = ContinuousClock.now
        let record = try Engine.evaluate(
            step, named: name, synthetic: coded(step.synthetic, step.columns.learnt),
            reference: coded(step.reference, step.columns.learnt),
            holdout: coded(step.holdout, step.columns.learnt), auxiliaries: auxiliaries, seed: seed("evaluate \(name)"),
            clock: { start.duration(to: .now).seconds }, isInterrupted: options.isInterrupted)
        evidence.evaluations.append(record)
        evidence.gates += try judge(step.gates, of: record)
    }
}

extension [ModelColumn] {
    /// Without the identifiers, which are never counted, learnt or compared.
    var learnt: [ModelColumn] { filter { $0.domain != .id } }
}
