// A relation as the engine counts, learns, attacks and trains on it: one code a value, column by column.
import Plan
import Privacy

/// Rows in columns of codes. Code `k` of column `c` stands for level `k` of `columns[c].levels`.
public struct CodedTable: Sendable {
    public var columns: [ModelColumn]
    /// `codes[c][r]`; every column has `rows` codes.
    public var codes: [[UInt16]]
    public var rows: Int

    public init(columns: [ModelColumn], codes: [[UInt16]], rows: Int) {
        precondition(columns.count == codes.count && codes.allSatisfy { $0.count == rows })
        (self.columns, self.codes, self.rows) = (columns, codes, rows)
    }

    public func index(of name: String) -> Int? { columns.firstIndex { $0.name == name } }
}
