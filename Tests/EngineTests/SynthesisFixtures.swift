// Small tables and steps for the tests of synthesis.
import Engine
import Plan
import Privacy
import Source

func nominal(_ name: String, _ levels: Int) -> ModelColumn {
    let names = (0..<levels).map { "\(name)\($0)" }
    return ModelColumn(name: name, domain: .choice(names), levels: Levels(.nominal(names)))
}

func learnStep(_ columns: [ModelColumn], epsilon: Exact, atMost: Int = 1, seed: UInt64? = 1) -> LearnStep {
    LearnStep(
        method: .mst, from: "reference", columns: columns, unit: "person", atMost: atMost, epsilon: epsilon,
        delta: Exact(1, places: 9), seed: seed)
}

/// Rows of a chain and a branch, 0 → 1 → 2 and 1 → 3, column 4 on its own: level counts 3, 4, 2, 3, 5.
func treeTable(rows: Int, seed: UInt64) -> CodedTable {
    var generator = SeededGenerator(seed: seed)
    let columns = [nominal("a", 3), nominal("b", 4), nominal("c", 2), nominal("d", 3), nominal("e", 5)]
    var codes = [[UInt16]](repeating: [], count: 5)
    for _ in 0..<rows {
        func mostly(_ code: Int, of levels: Int, _ share: Double) -> Int {
            Double.random(in: 0..<1, using: &generator) < share
                ? code % levels : Int.random(in: 0..<levels, using: &generator)
        }
        let a = Int.random(in: 0..<3, using: &generator)
        let b = mostly(a + 1, of: 4, 0.8)
        let row = [a, b, mostly(b, of: 2, 0.7), mostly(b + 2, of: 3, 0.75), mostly(0, of: 5, 0.2)]
        for (column, code) in row.enumerated() { codes[column].append(UInt16(code)) }
    }
    return CodedTable(columns: columns, codes: codes, rows: rows)
}

/// Shares of each combination of levels of some columns, counted row by row.
func shares(_ table: CodedTable, _ columns: [Int]) -> [Double] {
    var counts = [Double](repeating: 0, count: columns.reduce(1) { $0 * table.columns[$1].levels.count })
    for row in 0..<table.rows {
        counts[columns.reduce(0) { $0 * table.columns[$1].levels.count + Int(table.codes[$1][row]) }] +=
            1 / Double(table.rows)
    }
    return counts
}

func totalVariation(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + abs($1.0 - $1.1) } / 2
}
