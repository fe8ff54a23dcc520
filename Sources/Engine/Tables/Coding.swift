// Values to codes and back: from a relation's rows to a `CodedTable`, and from drawn codes to what is released.
import Plan
import Privacy
import Source

/// A value that its column's levels do not hold. After the domain checks that is a fault of the plan. It never says the value.
package struct CodingError: Error, Equatable {
    package var relation: String
    package var column: String
}

/// The code of each value of one column.
package struct Coder: Sendable {
    private let levels: Levels
    private let names: [String: UInt16]

    package init(_ column: ModelColumn) {
        levels = column.levels
        var names: [String: UInt16] = [:]
        if case .nominal(let stated) = column.levels.scale {
            for (code, name) in stated.enumerated() where names[name] == nil { names[name] = UInt16(truncatingIfNeeded: code) }
        }
        self.names = names
    }

    /// Nil where the levels hold no such value.
    package func code(of raw: RawValue) -> UInt16? {
        switch raw {
        case .missing: levels.missingCode.map { UInt16(truncatingIfNeeded: $0) }
        case .integer(let number):
            if case .nominal = levels.scale { names[String(number)] } else { levels.code(of: number).map { UInt16(truncatingIfNeeded: $0) } }
        case .text(let text): names[text]
        case .real, .bytes: nil
        }
    }
}

/// Collects rows into codes.
package struct CodedTableBuilder {
    private let columns: [ModelColumn]
    private let coders: [Coder]
    private var codes: [[UInt16]]
    private var rows = 0

    package init(_ columns: [ModelColumn]) {
        self.columns = columns
        coders = columns.map { Coder($0) }
        codes = columns.map { _ in [] }
    }

    /// - Returns: the place of the first column whose levels do not hold the row's value; the row is then left out.
    package mutating func add(_ row: [RawValue]) -> Int? {
        for place in columns.indices {
            guard let code = coders[place].code(of: row[place]) else {
                for added in 0..<place { codes[added].removeLast() }
                return place
            }
            codes[place].append(code)
        }
        rows += 1
        return nil
    }

    package var table: CodedTable { CodedTable(columns: columns, codes: codes, rows: rows) }
}

extension CodedTable {
    /// A row's value as it is released: a band becomes a number drawn evenly within it and the column's domain.
    package func text(row: Int, column: Int, drawing generator: inout SplitMix) -> String {
        let model = columns[column], code = Int(codes[column][row])
        if code == model.levels.missingCode { return "" }
        switch model.levels.scale {
        case .nominal(let names): return names.indices.contains(code) ? names[code] : ""
        case .flag: return code == 1 ? "1" : "0"
        case .bands(let edges, _, _):
            guard code + 1 < edges.count else { return "" }
            var low = edges[code], high = code + 2 == edges.count ? edges[code + 1] : edges[code + 1] - 1
            if let bounds = model.domain.bounds { (low, high) = (max(low, bounds.low), min(high, bounds.high)) }
            return model.domain.text(of: low < high ? Int64.random(in: low...high, using: &generator) : low)
        }
    }
}

extension Domain {
    package var bounds: (low: Int64, high: Int64)? {
        switch self {
        case .integer(let low, let high), .date(let low, let high), .decimal(let low, let high, _): (low, high)
        default: nil
        }
    }

    /// A number of this domain as people write it.
    package func text(of number: Int64) -> String {
        switch self {
        case .date: return Day(number: Int(number)).description
        case .decimal(_, _, let places) where places > 0:
            let digits = String(number.magnitude)
            let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
            return (number < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
        default: return String(number)
        }
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): for drawing what needs no secrecy, the same again by its seed.
package struct SplitMix: RandomNumberGenerator, Sendable {
    private var state: UInt64
    package init(seed: UInt64) { state = seed }
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// A field of a CSV file, quoted where RFC 4180 asks for it.
package func csvField(_ text: String) -> String {
    guard text.utf8.contains(where: { [UInt8(ascii: ","), UInt8(ascii: "\""), 10, 13].contains($0) }) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}
