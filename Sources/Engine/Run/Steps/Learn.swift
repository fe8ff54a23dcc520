// `learn` and `generate`: a synthesiser from a relation, within its privacy budget, and rows drawn from it.
import Evidence
import Plan
import Source

extension Run {
    mutating func learn(_ step: LearnStep, _ name: String) throws {
        countIn(step.from)
        guard step.seed == nil || plan.testData else {
            throw RunError.plan(
                Message(
                    sv: "\(name) ger bruset ett fast slumptalsfrö, men uppgifterna är inte markerade som testdata",
                    en: "\(name) seeds its noise, and the data are not marked as test data"))
        }
        let table = try bounded(step)
        var told = -1.0
        var synthesiser = try learnMST(table, step) { share in
            try checkInterrupt()
            guard share != told else { return }
            told = share
            events(.progress(step: name, done: 0, share: share))
        }
        synthesiser.budget.step = name
        evidence.budgets.append(synthesiser.budget)
        made[name] = .synthesiser(synthesiser)
    }

    /// The relation with at most as many rows a unit as the step allows: the noise protects no more than that.
    private mutating func bounded(_ step: LearnStep) throws -> CodedTable {
        guard !step.unit.isEmpty, case .relation = made[step.from] else { return try coded(step.from, step.columns) }
        var builder = CodedTableBuilder(step.columns)
        var rowsOf: [RawValue: Int] = [:], beyond = 0
        try work.rows(of: WorkName.result(step.from), [step.unit] + step.columns.map(\.name)) { row in
            let count = rowsOf[row[0], default: 0]
            guard count < step.atMost else { return beyond += 1 }
            rowsOf[row[0]] = count + 1
            if let place = builder.add(Array(row.dropFirst())) { throw CodingError(relation: step.from, column: step.columns[place].name) }
        }
        if beyond > 0 {
            let reason = RowLoss.beyondUnit(column: step.unit, atMost: step.atMost)
            account.losses.append(Loss(from: step.from, reason: reason.message, rows: beyond))
        }
        return builder.table
    }

    mutating func generate(_ step: GenerateStep, _ name: String) throws {
        guard case .synthesiser(let synthesiser) = made[step.from] else {
            throw RunError.plan(
                Message(
                    sv: "\(name) drar rader ur \(step.from), som inte är en syntetiserare",
                    en: "\(name) draws from \(step.from), which is no synthesiser"))
        }
        let table = try synthesiser.generate(rows: step.rows, seed: seed("generate \(name)")) {
            try progress(0, $0)
        }
        account.rowsOut.append(RowCount(of: name, rows: table.rows))
        made[name] = .drawn(table)
    }
}
