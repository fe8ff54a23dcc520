// How `learn mst` shares out its ρ, and what error its noise is expected to leave: the same numbers for plan and run.
#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Shares of ρ: 1-way marginals, the choice of the tree, and the tree's 2-way marginals, which get what is left.
public struct MSTBudget: Hashable, Sendable, Codable {
    public let rho: Double
    public let oneWay: Double
    public let selection: Double
    public var twoWay: Double { rho - oneWay - selection }

    /// A single column has no pairs, and two columns no choice.
    public init(rho: Double, columns: Int) {
        self.rho = rho
        oneWay = columns > 1 ? rho * 0.25 : rho
        selection = columns > 2 ? rho * 0.1 : 0
    }

    /// ρ of each marginal out of `rho`: the split that minimises the sum of their expected L1 errors. With n cells and
    /// deviation σ the error is ∝ nσ, and ρ ∝ 1/σ², so ρ of each is ∝ n^⅔.
    public static func split(_ rho: Double, cells: [Int]) -> [Double] {
        let weights = cells.map { cbrt(Double(max(1, $0)) * Double(max(1, $0))) }
        let total = weights.reduce(0, +)
        return weights.map { rho * $0 / total }
    }

    /// Expected total variation that the noise alone leaves in the measured marginals, before a model smooths it: the mean over
    /// the columns, and over all pairs as if each were as likely to stand in the tree. `levels` are the columns' numbers of
    /// levels, `rows` the expected number of rows, `atMost` the rows that one unit may have. Rare levels are merged before
    /// pairs are measured, so the figure for pairs is an upper one.
    public func expectedError(levels: [Int], rows: Double, atMost: Int) -> (oneWay: Double, twoWay: Double) {
        func mean(_ cells: [Int], _ rho: Double) -> Double {
            let errors = zip(cells, MSTBudget.split(rho, cells: cells)).map { cells, rho in
                MarginalError.expectedTotalVariation(
                    cells: cells, variance: ZCDP.gaussianVariance(sensitivity: Double(atMost), rho: rho), rows: rows)
            }
            return errors.isEmpty ? 0 : errors.reduce(0, +) / Double(errors.count)
        }
        guard levels.count > 1 else { return (mean(levels, oneWay), 0) }
        let pairs = levels.indices.flatMap { a in levels[(a + 1)...].map { levels[a] * $0 } }.sorted()
        // As many pairs as the tree has edges, evenly spread over all of them.
        let edges = (1..<levels.count).map { pairs[(2 * $0 - 1) * pairs.count / (2 * (levels.count - 1))] }
        return (mean(levels, oneWay), mean(edges, twoWay))
    }
}
