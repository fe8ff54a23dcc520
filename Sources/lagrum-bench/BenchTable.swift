// Reads and writes the benchmark's files: a plain CSV coded by a JSON schema of public bins and categories.
import ArgumentParser
import Engine
import FoundationEssentials
import Plan
import Privacy

private struct Schema: Decodable {
    var columns: [String: Entry]
    struct Entry: Decodable {
        var type: String
        var min: Double?
        var max: Double?
        var bins: [Double]?
        var categories: [String]?
    }
}

/// Whole numbers only; a fractional bin edge is the next whole number.
func readTable(csv: String, schema: String) throws -> CodedTable {
    let entries = try JSONDecoder().decode(Schema.self, from: try Data(contentsOf: URL(filePath: schema))).columns
    let text = String(decoding: try Data(contentsOf: URL(filePath: csv)), as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline)
    guard let header = lines.first else { throw ValidationError("\(csv) is empty") }
    let columns = try fields(header).map { name in
        guard let entry = entries[name] else { throw ValidationError("the schema has no column “\(name)”") }
        if let categories = entry.categories {
            return ModelColumn(name: name, domain: .choice(categories), levels: Levels(.nominal(categories)))
        }
        guard let bins = entry.bins, let low = entry.min, let high = entry.max else {
            throw ValidationError("“\(name)” has no bins")
        }
        return ModelColumn(
            name: name, domain: .integer(low: Int64(low), high: Int64(high)),
            levels: Levels(.bands(edges: bins.map { Int64($0.rounded(.up)) }, unit: .number, places: 0)))
    }
    let coders = columns.map { column -> [String: Int] in
        guard case .nominal(let names) = column.levels.scale else { return [:] }
        return Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    }
    var codes = [[UInt16]](repeating: [], count: columns.count)
    for line in lines.dropFirst() {
        let values = fields(line)
        guard values.count == columns.count else {
            throw ValidationError("a line of \(csv) has another number of fields than the header")
        }
        for (index, value) in values.enumerated() {
            let code = coders[index][value] ?? Int64(value).flatMap { columns[index].levels.code(of: $0) }
            guard let code else { throw ValidationError("a value of “\(columns[index].name)” is outside the schema") }
            codes[index].append(UInt16(code))
        }
    }
    return CodedTable(columns: columns, codes: codes, rows: lines.count - 1)
}

private func fields(_ line: Substring) -> [String] {
    line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
}

func writeCSV(_ table: CodedTable, seed: UInt64, to path: String) throws {
    var text = table.columns.map(\.name).joined(separator: ",") + "\n"
    for block in 0..<table.decodingBlocks {
        let columns = table.decoded(block: block, seed: seed)
        for row in 0..<min(CodedTable.decodingBlock, table.rows - block * CodedTable.decodingBlock) {
            text += columns.map { $0.field(row) ?? "" }.joined(separator: ",") + "\n"
        }
    }
    try Data(text.utf8).write(to: URL(filePath: path))
}
