// From codes back to values: the level's name, or a number drawn from within its band.
import Plan
import Privacy
import Source

/// A column's values, row by row; nil is missing. Decimals are scaled integers and dates day numbers, as everywhere.
public struct DecodedColumn: Sendable {
    public enum Values: Sendable {
        case text([String?])
        case flag([Bool?])
        case number([Int64?])
    }
    public var column: ModelColumn
    public var values: Values
    public init(column: ModelColumn, values: Values) { (self.column, self.values) = (column, values) }
}

extension CodedTable {
    /// Rows of a decoding block: a file can be written block by block without all values in memory.
    public static let decodingBlock = 1 << 16

    public var decodingBlocks: Int { (rows + CodedTable.decodingBlock - 1) / CodedTable.decodingBlock }

    /// The values of rows `block` · 65 536 and on. Numbers are drawn uniformly from the whole (scaled) numbers of their band that
    /// the column's domain holds; the same seed gives the same values.
    public func decoded(block: Int, seed: UInt64) -> [DecodedColumn] {
        let range = min(rows, block * CodedTable.decodingBlock)..<min(rows, (block + 1) * CodedTable.decodingBlock)
        return columns.indices.map { index in
            var generator = SeededGenerator(seed: seed, stream: block * columns.count + index)
            return DecodedColumn(
                column: columns[index], values: values(of: columns[index], codes[index][range], &generator))
        }
    }

    /// All values, block after block.
    public func decoded(seed: UInt64) -> [DecodedColumn] {
        var all = decoded(block: 0, seed: seed)
        for block in 1..<max(1, decodingBlocks) {
            for (index, more) in decoded(block: block, seed: seed).enumerated() { all[index].append(more.values) }
        }
        return all
    }

    private func values(of column: ModelColumn, _ codes: ArraySlice<UInt16>, _ generator: inout SeededGenerator)
        -> DecodedColumn.Values
    {
        let missing = column.levels.missingCode.map { UInt16($0) }
        switch column.levels.scale {
        case .nominal(let names): return .text(codes.map { $0 == missing ? nil : names[Int($0)] })
        case .flag: return .flag(codes.map { $0 == missing ? nil : $0 == 1 })
        case .bands(let edges, _, _):
            let bands = bounds(of: edges, within: column.domain)
            var values: [Int64?] = []
            values.reserveCapacity(codes.count)
            for code in codes {
                values.append(code == missing ? nil : Int64.random(in: bands[Int(code)], using: &generator))
            }
            return .number(values)
        }
    }
}

/// The whole numbers of each band: the low edge belongs to it, the high one to the next, the last band is closed, and nothing
/// leaves the domain. A band wholly outside the domain gives the domain's closest number.
package func bounds(of edges: [Int64], within domain: Domain) -> [ClosedRange<Int64>] {
    let allowed: ClosedRange<Int64> =
        switch domain {
        case .integer(let low, let high) where low <= high: low...high
        case .decimal(let low, let high, _) where low <= high: low...high
        case .date(let low, let high) where low <= high: low...high
        default: Int64.min...Int64.max
        }
    return edges.indices.dropLast().map { band in
        let last = band == edges.count - 2
        let low = edges[band]
        let high = max(low, last ? edges[band + 1] : edges[band + 1] - 1)
        return (low...high).clamped(to: allowed)
    }
}

extension DecodedColumn {
    fileprivate mutating func append(_ more: Values) {
        switch (values, more) {
        case (.text(let first), .text(let second)): values = .text(first + second)
        case (.flag(let first), .flag(let second)): values = .flag(first + second)
        case (.number(let first), .number(let second)): values = .number(first + second)
        default: break
        }
    }

    /// One value as a file holds it, or nil when missing: a choice's text, `true` or `false`, a decimal number, an ISO date.
    public func field(_ row: Int) -> String? {
        switch values {
        case .text(let texts): return texts[row]
        case .flag(let flags): return flags[row].map(String.init)
        case .number(let numbers):
            guard let number = numbers[row], case .bands(_, let unit, let places) = column.levels.scale else {
                return nil
            }
            return unit == .day ? Day(number: Int(number)).description : DecodedColumn.decimal(number, places)
        }
    }

    private static func decimal(_ number: Int64, _ places: Int) -> String {
        guard places > 0 else { return String(number) }
        let digits = String(number.magnitude)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        return (number < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
    }
}
