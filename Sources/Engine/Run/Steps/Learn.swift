// `learn`: a synthesiser from a relation, within its privacy budget.
import Plan

struct Synthesiser {}
extension Run {
    mutating func learn(_ step: LearnStep, _ name: String) throws { throw RunError.plan("learn") }
}
