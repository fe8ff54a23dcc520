// The three attacks of WP29 Opinion 05/2014 on the synthetic rows, each on members and on controls.
//
// Our own design. Whatever an attacker learns of the population he learns of controls as well, and that is no breach;
// each attack is therefore made as it pays only for what is known of one person, which also keeps the control's rate low
// and so the interval narrow: 1 − c in (r − c)/(1 − c) must not vanish.
import Evidence
import Plan
import Privacy
import Source

/// Members are reference rows, controls holdout rows: equally many, drawn once for all attacks.
struct AttackSetting: Sendable {
    var synthetic: CodedTable
    var members: CodedTable
    var controls: CodedTable
    var attacks: Int
    var seed: UInt64
    /// Asked all along, so that an attack on many rows can be ended.
    var isInterrupted: @Sendable () -> Bool

    init(
        synthetic: CodedTable, reference: CodedTable, holdout: CodedTable, attacks: Int, seed: UInt64,
        isInterrupted: @escaping @Sendable () -> Bool = { false }
    ) {
        let size = min(reference.rows, holdout.rows)
        var draws = SeededDraws(seed: seed, stream: "setting")
        members = reference.rows(draws.sample(size, of: reference.rows))
        controls = holdout.rows(draws.sample(size, of: holdout.rows))
        // Shuffled, so that a tie between synthetic rows does not fall by the order in which they were generated.
        self.synthetic = synthetic.rows(draws.shuffled(synthetic.rows))
        (self.attacks, self.seed, self.isInterrupted) = (attacks, seed, isInterrupted)
    }
}

/// Every attack of the step.
func attacks(
    _ step: EvaluateStep, _ setting: AttackSetting, auxiliaries: [TableReference: CodedTable]
) throws(EvaluationError) -> [AttackRecord] {
    var records = try singlingOut(setting)
    records += try linkability(setting)
    for auxiliary in step.combinedWith {
        records += try linkability(setting, combinedWith: auxiliary, rows: auxiliaries[auxiliary.table])
    }
    for secret in step.secrets {
        guard let place = setting.synthetic.index(of: secret) else { throw .column(secret, relation: "synthetic") }
        records += try inference(setting, secret: place)
    }
    return records
}

/// `concurrently`, ended early when the caller wants it no more.
func concurrently<Result: Sendable>(
    _ count: Int, until isInterrupted: @Sendable () -> Bool, _ work: @Sendable (Int) -> Result
) throws(EvaluationError) -> [Result] {
    let results: [Result?] = concurrently(count) { isInterrupted() ? nil : work($0) }
    let done = results.compactMap(\.self)
    guard done.count == count else { throw .interrupted }
    return done
}

/// The record of an attack that was made `trials` times on members and as many times on controls.
func attackRecord(
    _ criterion: AttackRecord.Criterion, about: Message, members: Int, controls: Int, trials: Int, method: Message
) -> AttackRecord {
    let r = share(members, of: trials)
    let c = share(controls, of: trials)
    return AttackRecord(
        criterion: criterion, about: about,
        risk: Figure(
            "\(criterion.measure)", excess(members, controls, of: trials), samples: trials,
            method: Message(
                sv: "\(method.sv); risk = (r − c)/(1 − c), intervall med MOVER-R ur Wilsons intervall "
                    + "(Newcombe 2016; Donner, Zou 2012)",
                en: "\(method.en); risk = (r − c)/(1 − c), interval by MOVER-R from Wilson's "
                    + "(Newcombe 2016; Donner, Zou 2012)")),
        successRate: r.value, controlRate: c.value)
}

/// (r − c)/(1 − c), kept within −1 and 1.
package func excess(_ members: Int, _ controls: Int, of trials: Int) -> Estimate {
    guard trials > 0 else { return Estimate(0, low: 0, high: 0) }
    let left = ratio(share(trials - members, of: trials), share(trials - controls, of: trials))
    func bounded(_ risk: Double) -> Double { max(-1, min(1, risk)) }
    return Estimate(bounded(1 - left.value), low: bounded(1 - left.high), high: bounded(1 - left.low))
}

extension AttackRecord.Criterion {
    /// The gate's measure.
    var measure: String {
        switch self {
        case .singlingOut: "singling_out_risk"
        case .linkability: "linkability_risk"
        case .inference: "inference_risk"
        }
    }
}
