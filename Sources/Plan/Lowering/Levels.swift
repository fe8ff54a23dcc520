// The levels in which a column is counted: its own values where they are few, its bands, or bands of equal width.
import Model
import Privacy
import Source

/// A number with more values than this, and no bands of the author's, is put in `automaticBands` bands of equal width.
let mostValues: Int64 = 64
let automaticBands: Int64 = 32

func levels(of column: RelationColumn) -> Levels {
    let scale: Levels.Scale = switch column.domain {
    case .flag: .flag
    case .choice(let names): .nominal(names)
    case .integer(let low, let high): .bands(edges: column.bands ?? edges(low, high), unit: .number, places: 0)
    case .decimal(let low, let high, let places): .bands(edges: column.bands ?? edges(low, high), unit: .number, places: places)
    case .date(let low, let high): .bands(edges: column.bands ?? edges(low, high), unit: .day, places: 0)
    // Never learnt: the model refuses free text, and keys are no features.
    case .id, .text, .time, .personnummer, .organisationsnummer: .nominal([])
    }
    return Levels(scale, optional: column.optional)
}

private func edges(_ low: Int64, _ high: Int64) -> [Int64] {
    let width = high - low + 1
    if width <= mostValues { return Array(low...(high + 1)) }
    // In two parts: the product of a wide domain would overflow.
    return (0...automaticBands).map { low + width / automaticBands * $0 + width % automaticBands * $0 / automaticBands }
}
