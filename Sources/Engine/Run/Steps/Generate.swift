// `generate`: rows drawn from a synthesiser.
import Plan

extension Run {
    mutating func generate(_ step: GenerateStep, _ name: String) throws { throw RunError.plan("generate") }
}
