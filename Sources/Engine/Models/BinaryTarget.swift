// What a model predicts: yes or no of a row.
import Plan
import Privacy

/// A flag (yes) or a choice of two (the last one), and the rows where it is stated.
struct BinaryTarget: Sendable {
    var column: ModelColumn
    /// Rows of the table whose target is not missing, in order.
    var rows: [Int]
    /// By place in `rows`.
    var positive: [Bool]

    init(_ name: String, in table: CodedTable, relation: String = "holdout") throws(EvaluationError) {
        guard let place = table.index(of: name) else { throw .column(name, relation: relation) }
        let column = table.columns[place]
        guard BinaryTarget.fits(column) else { throw .targetNotBinary(name) }
        let codes = table.codes[place]
        self.column = column
        rows = codes.indices.filter { codes[$0] < 2 }
        positive = rows.map { codes[$0] == 1 }
    }

    static func fits(_ column: ModelColumn) -> Bool {
        switch column.levels.scale {
        case .flag: true
        case .nominal(let names): names.count == 2
        case .bands: false
        }
    }

    var hasBothClasses: Bool { positive.contains(true) && positive.contains(false) }
}
