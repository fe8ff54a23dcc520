// Expressions on SQLite against a naive evaluator that says what the algebra means.
import Engine
import Plan
import Privacy
import Testing

/// Numbers and truths; nil is missing.
private func meaning(_ expression: Expression, _ row: [String: Int64?]) -> Int64? {
    switch expression {
    case .column(let name): return row[name] ?? nil
    case .integer(let number): return number
    case .text: return nil
    case .isMissing(let of): return meaning(of, row) == nil ? 1 : 0
    case .orElse(let first, let second): return meaning(first, row) ?? meaning(second, row)
    case .not(let of): return meaning(of, row).map { $0 == 0 ? 1 : 0 }
    case .negated(let of): return meaning(of, row).map { -$0 }
    case .absolute(let of): return meaning(of, row).map { abs($0) }
    case .binary(.and, let left, let right):
        let (a, b) = (meaning(left, row), meaning(right, row))
        if a == 0 || b == 0 { return 0 }
        return a == nil || b == nil ? nil : 1
    case .binary(.or, let left, let right):
        let (a, b) = (meaning(left, row), meaning(right, row))
        if (a ?? 0) != 0 || (b ?? 0) != 0 { return 1 }
        return a == nil || b == nil ? nil : 0
    case .binary(let op, let left, let right):
        guard let a = meaning(left, row), let b = meaning(right, row) else { return nil }
        func truth(_ value: Bool) -> Int64 { value ? 1 : 0 }
        switch op {
        case .equal: return truth(a == b)
        case .unequal: return truth(a != b)
        case .less: return truth(a < b)
        case .lessOrEqual: return truth(a <= b)
        case .greater: return truth(a > b)
        case .greaterOrEqual: return truth(a >= b)
        case .plus: return a + b
        case .minus: return a - b
        case .times: return a * b
        case .and, .or: return nil
        }
    case .among(let of, let values):
        let tests = values.map { meaning(.binary(.equal, of, $0), row) }
        return tests.contains(1) ? 1 : tests.contains(nil) ? nil : 0
    case .between(let of, let low, let high):
        return meaning(.binary(.and, .binary(.lessOrEqual, low, of), .binary(.lessOrEqual, of, high)), row)
    case .band(let of, let edges):
        guard let number = meaning(of, row) else { return nil }
        for (place, low) in edges.dropLast().enumerated() {
            let high = edges[place + 1]
            let isLast = place == edges.count - 2
            if number >= low, number < high || isLast && number == high { return low }
        }
        return nil
    }
}

private struct Draw {
    var generator: SeededGenerator
    mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }

    mutating func number(_ depth: Int) -> Expression {
        if depth == 0 { return below(2) == 0 ? .integer(Int64(below(7)) - 3) : .column(["a", "b", "c"][below(3)]) }
        switch below(8) {
        case 6: return .orElse(number(depth - 1), number(depth - 1))
        case 0: return .negated(number(depth - 1))
        case 1: return .absolute(number(depth - 1))
        case 2: return .binary(.plus, number(depth - 1), number(depth - 1))
        case 3: return .binary(.minus, number(depth - 1), number(depth - 1))
        case 4: return .binary(.times, number(depth - 1), number(depth - 1))
        case 5: return .band(number(depth - 1), edges: [-4, -1, 0, 2, 5])
        default: return number(0)
        }
    }

    mutating func truth(_ depth: Int) -> Expression {
        if depth == 0 { return .isMissing(number(0)) }
        switch below(8) {
        case 0: return .not(truth(depth - 1))
        case 1: return .binary(.and, truth(depth - 1), truth(depth - 1))
        case 2: return .binary(.or, truth(depth - 1), truth(depth - 1))
        case 3: return .among(number(depth - 1), (0..<below(4)).map { _ in number(0) })
        case 4: return .between(number(depth - 1), low: number(0), high: number(0))
        case 5: return .isMissing(number(depth - 1))
        default:
            let ops: [Expression.Operator] = [.equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual]
            return .binary(ops[below(6)], number(depth - 1), number(depth - 1))
        }
    }
}

@Suite struct RelationsExpressionTests {
    @Test func everyFormOverEveryRow() throws {
        let values: [Int64?] = [nil, -2, 0, 1, 5]
        var rows: [[Int64?]] = []
        for a in values { for b in values { for c in values { rows.append([a, b, c]) } } }
        let fixture = Fixture(
            "t", ["n", "a", "b", "c"],
            rows.enumerated().map { number, row in
                [.integer(Int64(number))] + row.map { $0.map { .integer($0) } ?? .missing }
            })
        let scratch = try Scratch()
        let (work, scope) = try workDatabase(scratch, [fixture])
        var draw = Draw(generator: SeededGenerator(seed: 20_261_121))
        for round in 0..<300 {
            let expression = round % 3 == 0 ? draw.number(3) : draw.truth(3)
            let lowered = try lower(
                .project(table("t"), [Derived("n", .column("n")), Derived("v", expression)]), as: "r\(round)", key: nil,
                in: scope)
            _ = try work.make(lowered)
            var found: [Int64?] = []
            try work.rows(of: WorkName.result("r\(round)"), ["v"]) { row in
                if case .integer(let number) = row[0] { found.append(number) } else { found.append(nil) }
            }
            let expected = rows.map { meaning(expression, ["a": $0[0], "b": $0[1], "c": $0[2]]) }
            #expect(found == expected, "seed 20261121, round \(round): \(expression)")
            try work.drop(WorkName.result("r\(round)"))
        }
    }

    @Test func textComparesByCodePoint() throws {
        let fixture = Fixture(
            "t", ["s"], [[.text("Z")], [.text("a")], [.text("ö")], [.text("å")], [.text("10")], [.text("9")]])
        let relation = Relation.filter(table("t"), keep: .binary(.less, .column("s"), .text("a")), reason: .stated("where"))
        #expect(try evaluated(relation, over: [fixture]).rows == ["10", "9", "Z"])
        let high = Relation.filter(table("t"), keep: .binary(.greater, .column("s"), .text("å")), reason: .stated("where"))
        #expect(try evaluated(high, over: [fixture]).rows == ["ö"])
    }
}
