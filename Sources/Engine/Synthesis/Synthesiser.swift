// A fitted synthesiser: what `learn` leaves and `generate` draws from. It holds no row and no exact count.
import Evidence
import Plan

/// INVARIANT: made of noisy measurements alone, so it is as private as they are, and can be kept and released as they can.
public struct Synthesiser: Sendable, Codable {
    public let columns: [ModelColumn]
    /// How each column's levels were merged for the model.
    let rare: [RareLevels]
    /// Over merged levels.
    public let model: GraphicalModel
    public let report: FitReport
    public let spent: [Spending]
    /// ρ spent on choosing which pairs to measure.
    public let selectionRho: Double
    /// Its `step` is the relation learnt from until the caller names the step.
    public var budget: BudgetRecord

    /// One measurement: of which columns, with what noise, for how much.
    public struct Spending: Sendable, Codable {
        public var columns: [String]
        public var variance: Double
        public var rho: Double
    }

    /// The number of rows as measured, with noise.
    public var estimatedRows: Double { model.total }

    /// The pairs of columns that the model joins, by name.
    public var edges: [[String]] { spent.map(\.columns).filter { $0.count > 1 } }
}
