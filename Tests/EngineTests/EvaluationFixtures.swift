// A made population whose columns depend on each other, for the tests of evaluation and models.
import Engine
import Plan
import Privacy

/// SplitMix64: the tests' own draws.
struct Dice {
    var state: UInt64
    mutating func roll(_ sides: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(sides))
    }
}

enum Population {
    static func nominal(_ name: String, _ count: Int, optional: Bool = false) -> ModelColumn {
        let names = (0..<count).map { "\(name)\($0)" }
        return ModelColumn(name: name, domain: .choice(names), levels: Levels(.nominal(names), optional: optional))
    }
    static func bands(_ name: String, _ count: Int, width: Int64 = 10, optional: Bool = false) -> ModelColumn {
        let edges = (0...count).map { Int64($0) * width }
        return ModelColumn(
            name: name, domain: .integer(low: 0, high: Int64(count) * width),
            levels: Levels(.bands(edges: edges, unit: .number, places: 0), optional: optional))
    }
    static func flag(_ name: String) -> ModelColumn { ModelColumn(name: name, domain: .flag, levels: Levels(.flag)) }

    static let columns = [
        bands("age", 30), nominal("town", 9), nominal("job", 7), bands("income", 2500, width: 1),
        bands("score", 20, optional: true),
        flag("ill"),
    ]

    /// Rows whose columns all depend on a hidden class.
    static func rows(_ count: Int, seed: UInt64) -> CodedTable {
        var dice = Dice(state: seed)
        var codes = [[UInt16]](repeating: [], count: columns.count)
        for _ in 0..<count {
            let hidden = dice.roll(5)
            let score = (dice.roll(8) + hidden * 3) % 20
            codes[0].append(UInt16(min(29, hidden * 5 + dice.roll(10))))
            codes[1].append(UInt16(dice.roll(3) == 0 ? dice.roll(9) : hidden))
            codes[2].append(UInt16(dice.roll(4) == 0 ? dice.roll(7) : hidden + dice.roll(2)))
            codes[3].append(UInt16(hidden * 450 + dice.roll(700)))
            codes[4].append(dice.roll(20) == 0 ? 20 : UInt16(score))
            codes[5].append(dice.roll(10) < (hidden >= 3 ? 7 : 2) ? 1 : 0)
        }
        return CodedTable(columns: columns, codes: codes, rows: count)
    }

    /// The same columns, each shuffled by itself.
    static func independent(_ table: CodedTable, seed: UInt64) -> CodedTable {
        var dice = Dice(state: seed)
        var table = table
        for column in table.codes.indices {
            for row in stride(from: table.rows - 1, to: 0, by: -1) {
                table.codes[column].swapAt(row, dice.roll(row + 1))
            }
        }
        return table
    }

    static func step(
        attacks: Int = 400, secrets: [String] = ["job", "ill", "score"], target: String? = nil,
        combinedWith: [Auxiliary] = []
    ) -> EvaluateStep {
        EvaluateStep(
            synthetic: "synthetic", reference: "reference", holdout: "holdout", columns: columns,
            combinedWith: combinedWith,
            secrets: secrets, target: target, attacks: attacks, gates: [])
    }

    static let register = Auxiliary(
        table: TableReference(dataset: "Register", table: "people"),
        columns: columns.filter { ["age", "town", "income"].contains($0.name) })
}
