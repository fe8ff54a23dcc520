// Whether what was measured satisfies the thresholds that were declared before the run.
import Evidence
import Plan
import Source

/// What a gate can be set on.
public enum Measure: String, CaseIterable, Sendable {
    case oneWaySimilarity = "one_way_similarity"
    case twoWaySimilarity = "two_way_similarity"
    case threeWaySimilarity = "three_way_similarity"
    case utilityRatio = "utility_ratio"
    case worstRisk = "worst_risk"
    case singlingOutRisk = "singling_out_risk"
    case linkabilityRisk = "linkability_risk"
    case inferenceRisk = "inference_risk"
    case exactCopyExcess = "exact_copy_excess"
    case equalOpportunityGap = "equal_opportunity_gap"
    case demographicParityGap = "demographic_parity_gap"
}

public func judge(_ gates: [Gate], of record: EvaluationRecord) throws(EvaluationError) -> [GateRecord] {
    try judge(gates, step: record.step) { measure in
        switch measure {
        case .worstRisk: record.attacks.map(\.risk)
        case .singlingOutRisk: record.attacks.filter { $0.criterion == .singlingOut }.map(\.risk)
        case .linkabilityRisk: record.attacks.filter { $0.criterion == .linkability }.map(\.risk)
        case .inferenceRisk: record.attacks.filter { $0.criterion == .inference }.map(\.risk)
        default: (record.similarity + record.utility + record.copies).filter { $0.name == measure.rawValue }
        }
    }
}

/// The records of one audit step: one for each column of groups.
public func judge(_ gates: [Gate], of records: [AuditRecord]) throws(EvaluationError) -> [GateRecord] {
    try judge(gates, step: records.first?.step ?? "") { measure in
        records.flatMap(\.gaps).filter { $0.name == measure.rawValue }
    }
}

/// The worse end of the interval is what must satisfy the limit; of several figures, that of the one where it is worst.
private func judge(
    _ gates: [Gate], step: String, figures: (Measure) -> [Figure]
) throws(EvaluationError) -> [GateRecord] {
    var records: [GateRecord] = []
    for gate in gates {
        guard let measure = Measure(rawValue: gate.measure) else { throw .unknownMeasure(gate.measure) }
        let candidates = figures(measure)
        let worst =
            switch gate.comparison {
            case .atMost: candidates.max { $0.high < $1.high }
            case .atLeast: candidates.min { $0.low < $1.low }
            }
        guard let worst else { throw .notMeasured(gate.measure) }
        let end = gate.comparison == .atMost ? worst.high : worst.low
        let limit = gate.limit.double
        records.append(
            GateRecord(
                step: step, measure: gate.measure, comparison: gate.comparison, limit: gate.limit, figure: worst,
                worst: end,
                passed: gate.comparison == .atMost ? end <= limit : end >= limit))
    }
    return records
}
