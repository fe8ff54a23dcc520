// `learn mst`: a synthesiser from noisy 1-way marginals and the 2-way marginals of a privately chosen tree.
import Evidence
import Plan
import Privacy

/// MST (McKenna, Miklau and Sheldon 2021, "Winning the NIST Contest"), under zCDP with neighbours that differ by one unit:
/// measure each column, merge the levels that noise hides, choose a maximum spanning tree by how far pairs are from
/// independence, measure its edges, fit Private-PGM.
///
/// `table` holds the step's columns, each coded by the step's levels, with at most `step.atMost` rows of a unit.
/// `progress` is told the share done at every step and iteration; what it throws ends the learning.
/// INVARIANT: everything but the three places that take `source` is post-processing of what those returned.
public func learnMST(_ table: CodedTable, _ step: LearnStep, progress: (Double) throws -> Void = { _ in }) throws
    -> Synthesiser
{
    let (columns, codes) = try relevant(table, step)
    let sizes = columns.map(\.levels.count)
    let rho = ZCDP.rho(epsilon: step.epsilon.double, delta: step.delta.double)
    let budget = MSTBudget(rho: rho, columns: columns.count)
    let tooSmall = SynthesisError.budgetTooSmall(epsilon: step.epsilon, columns: columns.count)
    var source = NoiseSource(seed: step.seed)

    // 1. Each column.
    let counted = try countColumns(codes, sizes: sizes, names: columns.map(\.name))
    let shares = MSTBudget.split(budget.oneWay, cells: sizes)
    let oneWay = try zip(counted, shares).map { marginal, share in
        guard let measurement = Measurement(marginal, rho: share, atMost: step.atMost, &source) else { throw tooSmall }
        return measurement
    }
    let total = Measurement.total(oneWay)
    let estimates = oneWay.map { projectedOntoSimplex($0.values, total: total) }
    let rare = zip(oneWay, estimates).map { RareLevels($0, estimate: $1) }
    let mergedSizes = rare.map(\.count)
    try progress(0.05)

    // 2. The tree.
    let pairs = candidatePairs(mergedSizes)
    let merged = zip(codes, rare).map { codes, rare in rare.merge(codes) }
    let pairCounts = countPairs(merged, sizes: mergedSizes, pairs: pairs)
    try progress(0.3)
    let tree = try spanningTree(
        pairCounts, independent: zip(rare, estimates).map { $0.merged($1) }, total: total, rho: budget.selection,
        atMost: step.atMost, tooSmall, &source)
    try progress(0.35)

    // 3. Its edges, with all that is left.
    let spent = oneWay.reduce(0) { $0 + $1.rho } + tree.rho
    let edges = tree.edges.map { pairCounts[$0] }
    let edgeShares = MSTBudget.split((rho - spent) * (1 - 1e-9), cells: edges.map(\.counts.count))
    let twoWay = try zip(edges, edgeShares).map { marginal, share in
        guard let measurement = Measurement(marginal, rho: share, atMost: step.atMost, &source) else { throw tooSmall }
        return measurement
    }
    try progress(0.4)

    // 4. The model.
    let observations = zip(oneWay, rare).map { $1.observation(of: $0) } + twoWay.map(Observation.init)
    let (model, report) = try fit(observations, sizes: mergedSizes, total: Measurement.total(oneWay + twoWay)) {
        try progress(0.4 + 0.6 * $0)
    }
    try progress(1)
    return Synthesiser(
        columns: columns, rare: rare, model: model, report: report,
        spent: (oneWay + twoWay).map {
            .init(columns: $0.attributes.map { columns[$0].name }, variance: $0.variance, rho: $0.rho)
        },
        selectionRho: tree.rho,
        budget: BudgetRecord(
            step: step.from, mechanism: "mst", unit: step.unit, epsilon: step.epsilon, delta: step.delta,
            rho: spent + twoWay.reduce(0) { $0 + $1.rho }, measurements: oneWay.count + twoWay.count,
            seeded: source.isSeeded))
}

/// The step's columns and their codes, or why it can't be learnt.
private func relevant(_ table: CodedTable, _ step: LearnStep) throws -> (columns: [ModelColumn], codes: [[UInt16]]) {
    guard !step.columns.isEmpty else { throw SynthesisError.noColumns }
    guard step.epsilon.double > 0, step.delta.double > 0, step.delta.double < 1 else {
        throw SynthesisError.budget(epsilon: step.epsilon, delta: step.delta)
    }
    guard step.atMost >= 1 else { throw SynthesisError.rowsOfAUnit(atMost: step.atMost) }
    let codes = try step.columns.map { column in
        guard let index = table.index(of: column.name) else { throw SynthesisError.missingColumn(column.name) }
        guard column.levels.count > 0 else { throw SynthesisError.columnWithoutLevels(column.name) }
        guard table.columns[index].levels == column.levels else {
            throw SynthesisError.levelsDiffer(column: column.name)
        }
        return table.codes[index]
    }
    return (step.columns, codes)
}

/// All pairs whose marginal is small enough to be worth a measurement; what merged levels leave is nearly always all of them.
private func candidatePairs(_ sizes: [Int], cells limit: Int = 1 << 22) -> [(Int, Int)] {
    sizes.indices.flatMap { a in sizes.indices[(a + 1)...].map { (a, $0) } }.filter { sizes[$0] * sizes[$1] <= limit }
}
