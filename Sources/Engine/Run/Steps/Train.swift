// `train` and `audit`: a model, and how it treats groups.
import Plan

struct TrainedModel { var json: [UInt8] = [] }
extension Run {
    mutating func train(_ step: TrainStep, _ name: String) throws { throw RunError.plan("train") }
    mutating func audit(_ step: AuditStep, _ name: String) throws { throw RunError.plan("audit") }
}
