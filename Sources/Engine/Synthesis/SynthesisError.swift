// Why a synthesiser could not be learnt. INVARIANT: names columns and quantities, never a value.
import Source

public enum SynthesisError: Error, Equatable, Sendable {
    case noColumns
    case missingColumn(String)
    case columnWithoutLevels(String)
    case levelsDiffer(column: String)
    case codeWithoutLevel(column: String)
    /// ε must be positive and δ between 0 and 1.
    case budget(epsilon: Exact, delta: Exact)
    /// Noise would need a deviation beyond a million rows.
    case budgetTooSmall(epsilon: Exact, columns: Int)
    case rowsOfAUnit(atMost: Int)
}

extension SynthesisError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noColumns: "there is no column to learn"
        case .missingColumn(let name): "the relation has no column “\(name)”"
        case .columnWithoutLevels(let name): "column “\(name)” has no levels"
        case .levelsDiffer(let name): "column “\(name)” is coded by other levels than the plan says"
        case .codeWithoutLevel(let name): "column “\(name)” has a code that stands for no level"
        case .budget(let epsilon, let delta):
            "ε = \(epsilon), δ = \(delta) is no budget: ε must be above 0 and δ between 0 and 1"
        case .budgetTooSmall(let epsilon, let columns): "ε = \(epsilon) is too small to measure \(columns) columns with"
        case .rowsOfAUnit(let atMost): "a unit may have \(atMost) rows; it must be at least one"
        }
    }
}
