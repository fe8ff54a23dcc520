// How the budget is shared out, and whether the predicted error is the one that comes.
import Privacy
import Testing

@Test func sharesSumToTheWhole() {
    for columns in 1...30 {
        let budget = MSTBudget(rho: 0.3, columns: columns)
        #expect(abs(budget.oneWay + budget.selection + budget.twoWay - 0.3) < 1e-15)
        #expect(budget.oneWay > 0 && budget.selection >= 0 && budget.twoWay >= 0)
        let parts = MSTBudget.split(budget.rho, cells: (1...columns).map { $0 * 7 })
        #expect(abs(parts.reduce(0, +) - 0.3) < 1e-12)
    }
    #expect(MSTBudget(rho: 1, columns: 1).oneWay == 1)
}

@Test func theSplitIsTheBestOne() {
    let cells = [2, 30, 400]
    func error(_ shares: [Double]) -> Double { zip(cells, shares).reduce(0) { $0 + Double($1.0) / $1.1.squareRoot() } }
    let best = MSTBudget.split(1, cells: cells)
    for (give, take) in [(0, 1), (1, 2), (2, 0), (1, 0), (2, 1), (0, 2)] {
        var other = best
        other[give] *= 0.99
        other[take] += best[give] * 0.01
        #expect(error(other) > error(best))
    }
}

@Test func predictedErrorIsTheMeasuredOne() throws {
    // 200 cells of 50 rows each, σ = 10: ½ · 200 · 10 · √(2/π) / 10 000 = 0.0798.
    let predicted = MarginalError.expectedTotalVariation(cells: 200, variance: 100, rows: 10_000)
    #expect(abs(predicted - 0.0797885) < 1e-6)
    let gaussian = try #require(DiscreteGaussian(varianceAtLeast: 100))
    var source = NoiseSource(seed: 8)
    let runs = (0..<100).map { _ in gaussian.samples(200, &source).reduce(0) { $0 + 0.5 * Double(abs($1)) } / 10_000 }
    #expect(abs(runs.reduce(0, +) / 100 / predicted - 1) < 0.03)
    #expect(MarginalError.expectedTotalVariation(cells: 200, variance: 100, rows: 0) == 1)
}

@Test func moreBudgetAndMoreRowsMeanLessError() {
    let levels = [2, 5, 16, 42]
    func error(_ rho: Double, _ rows: Double, _ atMost: Int = 1) -> (oneWay: Double, twoWay: Double) {
        MSTBudget(rho: rho, columns: 4).expectedError(levels: levels, rows: rows, atMost: atMost)
    }
    #expect(error(0.1, 1e4).twoWay < error(0.01, 1e4).twoWay)
    #expect(error(0.1, 1e5).oneWay < error(0.1, 1e4).oneWay)
    #expect(abs(error(0.1, 1e5, 3).oneWay / error(0.1, 1e5).oneWay - 3) < 1e-9)
    #expect(MSTBudget(rho: 0.1, columns: 1).expectedError(levels: [4], rows: 100, atMost: 1).twoWay == 0)
}
