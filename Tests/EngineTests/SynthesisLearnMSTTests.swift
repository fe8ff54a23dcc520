// `learn mst` from table to model: recovery, budget, determinism, and what it refuses.
import Engine
import FoundationEssentials
import Plan
import Privacy
import Source
import Testing

@Test func countsEqualThoseOfALoop() throws {
    var generator = SeededGenerator(seed: 17)
    for rows in [0, 1, 5, 16_384, 50_003] {
        let sizes = [2, 70, 3, 40]
        let codes = sizes.map { size in (0..<rows).map { _ in UInt16.random(in: 0..<UInt16(size), using: &generator) } }
        let names = sizes.indices.map { "c\($0)" }
        for (column, marginal) in try countColumns(codes, sizes: sizes, names: names).enumerated() {
            var expected = [Int64](repeating: 0, count: sizes[column])
            for code in codes[column] { expected[Int(code)] += 1 }
            #expect(marginal.counts == expected)
        }
        let pairs = [(0, 1), (1, 3), (2, 3), (0, 2)]
        for ((a, b), marginal) in zip(pairs, countPairs(codes, sizes: sizes, pairs: pairs)) {
            var expected = [Int64](repeating: 0, count: sizes[a] * sizes[b])
            for row in 0..<rows { expected[Int(codes[a][row]) * sizes[b] + Int(codes[b][row])] += 1 }
            #expect(marginal.counts == expected && marginal.attributes == [a, b])
        }
    }
}

@Test func withoutNoiseTheTreeIsFoundAndItsMarginalsAreExact() throws {
    let table = treeTable(rows: 20_000, seed: 1)
    let synthesiser = try learnMST(table, learnStep(table.columns, epsilon: Exact(1_000_000)))
    #expect(Set(synthesiser.edges.map(Set.init)).isSuperset(of: [["a", "b"], ["b", "c"], ["b", "d"]]))
    #expect(synthesiser.edges.count == 4)
    #expect(abs(synthesiser.estimatedRows - 20_000) < 0.5)
    for edge in synthesiser.edges {
        let pair = edge.compactMap(table.index).sorted()
        let found = try #require(synthesiser.model.marginal(of: pair))
        #expect(totalVariation(found, shares(table, pair)) < 1e-3)
    }
    // Generated rows have the same marginals, also of pairs that are no edges, since the data are a tree.
    let synthetic = synthesiser.generate(rows: 20_000, seed: 3)
    for a in 0..<5 {
        #expect(totalVariation(shares(synthetic, [a]), shares(table, [a])) < 2e-3)
        for b in (a + 1)..<5 { #expect(totalVariation(shares(synthetic, [a, b]), shares(table, [a, b])) < 0.015) }
    }
}

@Test func theBudgetIsSpentAndNeverOverspent() throws {
    let table = treeTable(rows: 3000, seed: 5)
    for (epsilon, atMost) in [(Exact(1, places: 1), 1), (Exact(1), 1), (Exact(1), 4), (Exact(10), 1), (Exact(100), 2)] {
        let rho = ZCDP.rho(epsilon: epsilon.double, delta: 1e-9)
        let synthesiser = try learnMST(table, learnStep(table.columns, epsilon: epsilon, atMost: atMost))
        let parts = synthesiser.spent.reduce(0) { $0 + $1.rho } + synthesiser.selectionRho
        #expect(abs(parts - synthesiser.budget.rho) < 1e-12 * rho)
        #expect(synthesiser.budget.rho <= rho && synthesiser.budget.rho > rho * (1 - 1e-5))
        #expect(ZCDP.epsilon(rho: synthesiser.budget.rho, delta: 1e-9) <= epsilon.double)
        #expect(synthesiser.budget.measurements == 9)
        for spending in synthesiser.spent {
            #expect(spending.rho == ZCDP.ofGaussian(sensitivity: Double(atMost), variance: spending.variance))
        }
    }
}

@Test func aMeasurementIsUnbiasedWithItsVariance() throws {
    let marginal = Marginal(attributes: [0], sizes: [4], counts: [0, 10, 1000, 3])
    var source = NoiseSource(seed: 12)
    var sums = [0.0, 0, 0, 0]
    var squares = 0.0
    let runs = 4000
    for _ in 0..<runs {
        let measured = try #require(Measurement(marginal, rho: 0.02, atMost: 2, &source))
        #expect(measured.variance >= 100 && measured.variance < 100.001)
        for cell in 0..<4 {
            sums[cell] += measured.values[cell]
            squares +=
                (measured.values[cell] - Double(marginal.counts[cell]))
                * (measured.values[cell] - Double(marginal.counts[cell]))
        }
    }
    for cell in 0..<4 {
        #expect(abs(sums[cell] / Double(runs) - Double(marginal.counts[cell])) < 5 * 10 / Double(runs).squareRoot())
    }
    #expect(abs(squares / Double(4 * runs) / 100 - 1) < 0.06)
}

@Test func theNumberOfRowsIsEstimatedFromNoiseAlone() throws {
    // σ² of a sum is cells · σ²; two measurements are weighed by its inverse.
    let measurements = [
        Measurement(attributes: [0], values: [40, 62], variance: 1, rho: 0),
        Measurement(attributes: [1], values: [20, 30, 10, 30], variance: 2, rho: 0),
    ]
    #expect(abs(Measurement.total(measurements) - (102 / 2.0 + 90 / 8.0) / (1 / 2.0 + 1 / 8.0)) < 1e-12)
    #expect(Measurement.total([Measurement(attributes: [0], values: [-5], variance: 1, rho: 0)]) == 1)
}

@Test func aSeedRepeatsTheNoiseAndIsToldOf() throws {
    let table = treeTable(rows: 500, seed: 2)
    let first = try learnMST(table, learnStep(table.columns, epsilon: Exact(1), seed: 9))
    let second = try learnMST(table, learnStep(table.columns, epsilon: Exact(1), seed: 9))
    #expect(first.generate(rows: 200, seed: 4).codes == second.generate(rows: 200, seed: 4).codes)
    #expect(first.generate(rows: 200, seed: 4).codes != first.generate(rows: 200, seed: 5).codes)
    #expect(first.budget.seeded)
    let third = try learnMST(table, learnStep(table.columns, epsilon: Exact(1), seed: nil))
    let fourth = try learnMST(table, learnStep(table.columns, epsilon: Exact(1), seed: nil))
    #expect(!third.budget.seeded)
    #expect(third.estimatedRows != fourth.estimatedRows)
}

@Test func aSynthesiserSurvivesItsJSON() throws {
    let table = treeTable(rows: 800, seed: 6)
    let synthesiser = try learnMST(table, learnStep(table.columns, epsilon: Exact(2)))
    let copy = try JSONDecoder().decode(Synthesiser.self, from: JSONEncoder().encode(synthesiser))
    #expect(copy.generate(rows: 300, seed: 1).codes == synthesiser.generate(rows: 300, seed: 1).codes)
}

@Test func oddTablesAreLearntToo() throws {
    // No rows, one column, a column of one level, and more rows asked for than learnt.
    for columns in [
        [nominal("a", 3)], [nominal("a", 3), nominal("b", 1)], [nominal("a", 1), nominal("b", 1), nominal("c", 2)],
    ] {
        for rows in [0, 1, 40] {
            let codes = columns.map { column in (0..<rows).map { UInt16($0 % column.levels.count) } }
            let table = CodedTable(columns: columns, codes: codes, rows: rows)
            let synthetic = try learnMST(table, learnStep(columns, epsilon: Exact(1))).generate(rows: 100, seed: 0)
            #expect(synthetic.rows == 100 && synthetic.codes.allSatisfy { $0.count == 100 })
            for (column, codes) in zip(columns, synthetic.codes) {
                #expect(codes.allSatisfy { Int($0) < column.levels.count })
            }
            #expect(try learnMST(table, learnStep(columns, epsilon: Exact(1))).generate(rows: 0, seed: 0).rows == 0)
        }
    }
}

@Test func onlyTheStepsColumnsAreLearnt() throws {
    let table = treeTable(rows: 400, seed: 3)
    let synthesiser = try learnMST(table, learnStep([table.columns[3], table.columns[1]], epsilon: Exact(5)))
    #expect(synthesiser.columns.map(\.name) == ["d", "b"])
    // Two columns leave no choice of a tree, so it costs nothing.
    #expect(synthesiser.selectionRho == 0)
    #expect(synthesiser.generate(rows: 10, seed: 1).columns.map(\.name) == ["d", "b"])
}

@Test func whatCantBeLearntIsSaid() {
    let table = treeTable(rows: 10, seed: 3)
    func error(_ table: CodedTable, _ step: LearnStep) -> SynthesisError? {
        do {
            _ = try learnMST(table, step)
            return nil
        } catch { return error as? SynthesisError }
    }
    #expect(error(table, learnStep([], epsilon: Exact(1))) == .noColumns)
    #expect(error(table, learnStep([nominal("z", 2)], epsilon: Exact(1))) == .missingColumn("z"))
    #expect(error(table, learnStep([nominal("a", 4)], epsilon: Exact(1))) == .levelsDiffer(column: "a"))
    #expect(
        error(table, learnStep(table.columns, epsilon: Exact(0)))
            == .budget(epsilon: Exact(0), delta: Exact(1, places: 9)))
    #expect(
        error(table, learnStep(table.columns, epsilon: Exact(1, places: 9)))
            == .budgetTooSmall(epsilon: Exact(1, places: 9), columns: 5))
    #expect(error(table, learnStep(table.columns, epsilon: Exact(1), atMost: 0)) == .rowsOfAUnit(atMost: 0))
    var bad = table
    bad.codes[1][4] = 77
    #expect(error(bad, learnStep(table.columns, epsilon: Exact(1))) == .codeWithoutLevel(column: "b"))
    #expect(
        error(
            CodedTable(columns: [nominal("n", 0)], codes: [[]], rows: 0),
            learnStep([nominal("n", 0)], epsilon: Exact(1))) == .columnWithoutLevels("n"))
}

@Test func progressEndsWhereItShould() throws {
    let table = treeTable(rows: 2000, seed: 4)
    var told: [Double] = []
    _ = try learnMST(table, learnStep(table.columns, epsilon: Exact(1))) { told.append($0) }
    #expect(told.last == 1)
    #expect(told.allSatisfy { (0...1).contains($0) })
}
