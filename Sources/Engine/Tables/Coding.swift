// Values to codes: from a relation's rows to a `CodedTable`; and values as a released file holds them.
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
            for (code, name) in stated.enumerated() where names[name] == nil {
                names[name] = UInt16(truncatingIfNeeded: code)
            }
        }
        self.names = names
    }

    /// Nil where the levels hold no such value.
    package func code(of raw: RawValue) -> UInt16? {
        switch raw {
        case .missing: levels.missingCode.map { UInt16(truncatingIfNeeded: $0) }
        case .integer(let number):
            if case .nominal = levels.scale {
                names[String(number)]
            } else {
                levels.code(of: number).map { UInt16(truncatingIfNeeded: $0) }
            }
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

extension Domain {
    /// A number of this domain as people write it.
    package func text(of number: Int64) -> String {
        switch self {
        case .date: return Day(number: Int(number)).description
        case .flag: return number == 1 ? "true" : "false"
        case .decimal(_, _, let places) where places > 0:
            let digits = String(number.magnitude)
            let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
            return (number < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
        default: return String(number)
        }
    }
}

/// A field of a CSV file, quoted where RFC 4180 asks for it.
package func csvField(_ text: String) -> String {
    guard text.utf8.contains(where: { [UInt8(ascii: ","), UInt8(ascii: "\""), 10, 13].contains($0) }) else {
        return text
    }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}
