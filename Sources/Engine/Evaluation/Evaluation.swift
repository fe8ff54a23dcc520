// One evaluation: fidelity, utility and attacks of the synthetic rows, against reference and holdout.
import Evidence
import Plan
import Privacy

/// What `evaluate` measures. Every figure has its 95 % interval, its sample size and its method; the same seed gives the same figures
/// on any number of threads. The figures are computed from personal data without a budget: internal, never for release.
///
/// - Parameters:
///   - auxiliaries: rows of the tables of `combinedWith`, coded by the same levels; one that is absent counts as columns known of everyone.
///   - clock: seconds since any fixed time. - isInterrupted: asked all along; when it is true, `EvaluationError.interrupted` is thrown.
public func evaluate(
    _ step: EvaluateStep, named name: String, synthetic: CodedTable, reference: CodedTable, holdout: CodedTable,
    auxiliaries: [TableReference: CodedTable] = [:], seed: UInt64 = 0, clock: () -> Double = { 0 },
    isInterrupted: @escaping @Sendable () -> Bool = { false }
) throws(EvaluationError) -> EvaluationRecord {
    let start = clock()
    let columns = step.columns.filter { $0.domain != .id }
    let synthetic = try synthetic.aligned(to: columns, relation: "synthetic")
    let reference = try reference.aligned(to: columns, relation: "reference")
    let holdout = try holdout.aligned(to: columns, relation: "holdout")
    let setting = AttackSetting(
        synthetic: synthetic, reference: reference, holdout: holdout, attacks: step.attacks, seed: seed,
        isInterrupted: isInterrupted)

    let similar =
        try similarity(of: synthetic, to: reference, until: isInterrupted)
        + similarity(of: holdout, to: reference, suffix: "_of_holdout", until: isInterrupted)
    let useful =
        if let target = step.target {
            try utility(target: target, synthetic: synthetic, reference: reference, holdout: holdout, seed: seed,
                until: isInterrupted)
        } else { [Figure]() }
    return EvaluationRecord(
        step: name, similarity: similar, utility: useful,
        attacks: try attacks(step, setting, auxiliaries: auxiliaries), copies: copies(setting, reference: reference),
        marginals: marginals(reference: reference, synthetic: synthetic), seconds: clock() - start)
}
