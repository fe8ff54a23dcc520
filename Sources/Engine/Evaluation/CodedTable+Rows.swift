// Parts of a coded table, and which of its rows are equal.
import Plan
import Privacy

extension CodedTable {
    func rows(_ chosen: [Int]) -> CodedTable {
        CodedTable(columns: columns, codes: codes.map { column in chosen.map { column[$0] } }, rows: chosen.count)
    }

    /// Exactly these columns, in their order; checked, so that a code can be used as an index.
    func aligned(to wanted: [ModelColumn], relation: String) throws(EvaluationError) -> CodedTable {
        guard rows > 0 else { throw .empty(relation: relation) }
        var aligned: [[UInt16]] = []
        for column in wanted {
            guard let place = index(of: column.name), columns[place].levels == column.levels
            else { throw .column(column.name, relation: relation) }
            guard Int(codes[place].max() ?? 0) < column.levels.count
            else { throw .codeOutsideLevels(column: column.name, relation: relation) }
            aligned.append(codes[place])
        }
        return CodedTable(columns: wanted, codes: aligned, rows: rows)
    }
}

/// For each table, a number a row that is the same for two rows, of whichever table, exactly when they agree in `columns`.
func cells(of tables: [CodedTable], columns: [Int]) -> [[Int32]] {
    var cells = tables.map { [Int32](repeating: 0, count: $0.rows) }
    for column in columns {
        var numbers: [UInt64: Int32] = [:]
        for (place, table) in tables.enumerated() {
            let codes = table.codes[column]
            for row in 0..<table.rows {
                let key = UInt64(UInt32(bitPattern: cells[place][row])) << 16 | UInt64(codes[row])
                let fresh = Int32(truncatingIfNeeded: numbers.count)
                cells[place][row] = numbers[key] ?? fresh
                if cells[place][row] == fresh { numbers[key] = fresh }
            }
        }
    }
    return cells
}
