// What the synthetic rows are good for: train on them, test on real rows, beside training on real rows.
import Evidence
import Plan
import Privacy
import Source

/// `auc_synthetic`, `auc_real`, `calibration_error_…`, `utility_ratio`: all on the holdout, trained on equally many rows.
/// The intervals are of the holdout's sampling; both models are taken as they are.
func utility(
    target: String, synthetic: CodedTable, reference: CodedTable, holdout: CodedTable, seed: UInt64,
    until isInterrupted: @Sendable () -> Bool = { false }
) throws(EvaluationError) -> [Figure] {
    var draws = SeededDraws(seed: seed, stream: "utility")
    let size = min(synthetic.rows, reference.rows)
    let truth = try BinaryTarget(target, in: holdout)
    let tested = holdout.rows(truth.rows)
    func test(_ training: CodedTable, _ relation: String) throws(EvaluationError) -> (Discrimination, Estimate) {
        let rows = training.rows == size ? training : training.rows(draws.sample(size, of: training.rows))
        let scores = try scores(target: target, training: rows, relation: relation, tested: tested, until: isInterrupted)
        guard let discrimination = Discrimination(scores: scores, positive: truth.positive)
        else { throw .targetHasOneClass(target, relation: "holdout") }
        return (discrimination, calibrationError(scores: scores, positive: truth.positive))
    }
    let real = try test(reference, "reference")
    let made = try test(synthetic, "synthetic")
    let spread = (made.0.variance * real.0.variance).squareRoot()
    let correlation = spread > 0 ? max(-1, min(1, made.0.covariance(with: real.0) / spread)) : 0
    func trained(_ method: Message) -> Message {
        Message(
            sv: "gradientförstärkta träd, tränade på \(size) rader; \(method.sv)",
            en: "gradient boosting, trained on \(size) rows; \(method.en)")
    }
    return [
        Figure("auc_synthetic", made.0.interval, samples: tested.rows, method: trained(aucMethod)),
        Figure("auc_real", real.0.interval, samples: tested.rows, method: trained(aucMethod)),
        Figure("calibration_error_synthetic", made.1, samples: tested.rows, method: trained(calibrationMethod)),
        Figure("calibration_error_real", real.1, samples: tested.rows, method: trained(calibrationMethod)),
        Figure(
            "utility_ratio", ratio(made.0.interval, real.0.interval, correlation: correlation), samples: tested.rows,
            method: Message(
                sv: "AUC tränad på syntetiska data delad med AUC tränad på verkliga; intervall med MOVER-R (Donner, Zou 2012), "
                    + "korrelation enligt DeLong m.fl. 1988",
                en: "AUC trained on synthetic data over AUC trained on real data; interval by MOVER-R (Donner, Zou 2012), "
                    + "correlation by DeLong et al. 1988")),
    ]
}

/// A synthetic relation whose target has one value teaches nothing: every row gets the same score, and the AUC is ½.
private func scores(
    target: String, training: CodedTable, relation: String, tested: CodedTable, until isInterrupted: @Sendable () -> Bool
) throws(EvaluationError) -> [Float] {
    do throws(EvaluationError) {
        let model = try GradientBoosting.train(training, target: target, columns: training.columns, isInterrupted: isInterrupted)
        return try model.predict(tested)
    } catch .targetHasOneClass where relation == "synthetic" {
        let known = try BinaryTarget(target, in: training, relation: relation).positive.contains(true)
        return [Float](repeating: known ? 1 : 0, count: tested.rows)
    } catch .targetHasOneClass {
        throw .targetHasOneClass(target, relation: relation)
    }
}
