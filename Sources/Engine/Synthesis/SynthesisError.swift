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
    public var description: String { message.en }

    /// Without a full stop.
    public var message: Message {
        switch self {
        case .noColumns: Message(sv: "det finns ingen kolumn att lära", en: "there is no column to learn")
        case .missingColumn(let name):
            Message(sv: "relationen saknar kolumnen \(name)", en: "the relation has no column \(name)")
        case .columnWithoutLevels(let name):
            Message(sv: "kolumnen \(name) har inga nivåer", en: "column \(name) has no levels")
        case .levelsDiffer(let name):
            Message(
                sv: "kolumnen \(name) är kodad med andra nivåer än planens",
                en: "column \(name) is coded by other levels than the plan says")
        case .codeWithoutLevel(let name):
            Message(
                sv: "kolumnen \(name) har en kod som inte står för någon nivå",
                en: "column \(name) has a code that stands for no level")
        case .budget(let epsilon, let delta):
            Message(
                sv: "ε = \(epsilon), δ = \(delta) är ingen budget: ε ska vara större än 0 och δ mellan 0 och 1",
                en: "ε = \(epsilon), δ = \(delta) is no budget: ε must be above 0 and δ between 0 and 1")
        case .budgetTooSmall(let epsilon, let columns):
            Message(
                sv: "ε = \(epsilon) är för litet för att mäta \(columns) kolumner med",
                en: "ε = \(epsilon) is too small to measure \(columns) columns with")
        case .rowsOfAUnit(let atMost):
            Message(
                sv: "en enhet får ha \(atMost) rader; det ska vara minst en",
                en: "a unit may have \(atMost) rows; it must be at least one")
        }
    }
}
