// `learn` and `generate`: a synthesiser from a relation, within its privacy budget, and rows drawn from it.
import Evidence
import Plan

extension Run {
    mutating func learn(_ step: LearnStep, _ name: String) throws {
        countIn(step.from)
        guard step.seed == nil || plan.testData else {
            throw RunError.plan("\(name) seeds its noise, and the data are not marked as test data")
        }
        let table = try coded(step.from, step.columns)
        let events = events
        var synthesiser = try learnMST(table, step) { events(.progress(step: name, done: 0, share: $0)) }
        try checkInterrupt()
        synthesiser.budget.step = name
        evidence.budgets.append(synthesiser.budget)
        made[name] = .synthesiser(synthesiser)
    }

    mutating func generate(_ step: GenerateStep, _ name: String) throws {
        guard case .synthesiser(let synthesiser) = made[step.from] else {
            throw RunError.plan("\(name) draws from \(step.from), which is no synthesiser")
        }
        let table = synthesiser.generate(rows: step.rows, seed: seed("generate \(name)"))
        account.rowsOut.append(RowCount(of: name, rows: table.rows))
        made[name] = .drawn(table)
    }
}
