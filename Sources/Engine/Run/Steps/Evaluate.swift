// `evaluate`: fidelity, utility and attack risk of synthetic rows, and the gates on them.
import Plan

extension Run {
    mutating func evaluate(_ step: EvaluateStep, _ name: String) throws { throw RunError.plan("evaluate") }
}
