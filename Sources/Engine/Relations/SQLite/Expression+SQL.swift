// Expressions and aggregates to SQL. SQL's NULL is the algebra's missing, and its `AND OR NOT` are strong Kleene already.
import Plan

/// - Parameter columns: those of the row. A name that is not among them is an error, since SQLite would take it for a text.
func sql(_ expression: Expression, over columns: [String]) throws(RelationError) -> SQL {
    switch expression {
    case .column(let name):
        guard columns.contains(name) else { throw .unknownColumn(name) }
        return .name(name)
    case .integer(let number): return .integer(number)
    case .text(let text): return .value(.text(text))
    case .isMissing(let of): return "(\(try sql(of, over: columns)) IS NULL)"
    case .orElse(let first, let second):
        return "coalesce(\(try sql(first, over: columns)), \(try sql(second, over: columns)))"
    case .not(let of): return "(NOT \(try sql(of, over: columns)))"
    case .negated(let of): return "(- \(try sql(of, over: columns)))"
    case .absolute(let of): return "abs(\(try sql(of, over: columns)))"
    case .binary(let op, let left, let right):
        return "(\(try sql(left, over: columns)) \(op.sql) \(try sql(right, over: columns)))"
    case .among(let of, let values):
        guard !values.isEmpty else { return .integer(0) }
        var listed: [SQL] = []
        for value in values { listed.append(try sql(value, over: columns)) }
        return "(\(try sql(of, over: columns)) IN (\(listed.joined(", "))))"
    case .between(let of, let low, let high):
        return
            "(\(try sql(of, over: columns)) BETWEEN \(try sql(low, over: columns)) AND \(try sql(high, over: columns)))"
    case .band(let of, let edges): return band(try sql(of, over: columns), edges)
    }
}

/// Band k is edges[k] ..< edges[k+1], the last one closed.
private func band(_ number: SQL, _ edges: [Int64]) -> SQL {
    guard edges.count >= 2, let first = edges.first, let last = edges.last else { return "NULL" }
    var cases: SQL = "CASE WHEN \(number) < \(.integer(first)) OR \(number) > \(.integer(last)) THEN NULL"
    for (low, high) in zip(edges, edges.dropFirst()).dropLast() {
        cases = cases + " WHEN \(number) < \(.integer(high)) THEN \(.integer(low))"
    }
    return "(\(cases) WHEN \(number) <= \(.integer(last)) THEN \(.integer(edges[edges.count - 2])) END)"
}

/// `any` and `every` are the strong Kleene `or` and `and` over the rows; `min`, `max` and `sum` pass over missing
/// values, and are missing over nothing.
func sql(_ aggregate: Aggregate, over columns: [String]) throws(RelationError) -> SQL {
    let condition: SQL? = if let condition = aggregate.condition { try sql(condition, over: columns) } else { nil }
    func counting(_ test: SQL) -> SQL {
        "count(*) FILTER (WHERE \(condition.map { "\(test) AND \($0)" } ?? test))"
    }
    let chosen: SQL = condition.map { " FILTER (WHERE \($0))" } ?? ""
    if aggregate.function == .count { return "count(*)\(chosen)" }
    guard let operand = aggregate.of else { throw .noOperand(aggregate: aggregate.name) }
    let of = try sql(operand, over: columns)
    switch aggregate.function {
    case .count: return "count(*)\(chosen)"
    case .any:
        return """
            CASE WHEN \(counting(of)) > 0 THEN 1 WHEN \(counting("(\(of) IS NULL)")) > 0 THEN NULL ELSE 0 END
            """
    case .every:
        return """
            CASE WHEN \(counting("(NOT \(of))")) > 0 THEN 0 WHEN \(counting("(\(of) IS NULL)")) > 0 THEN NULL ELSE 1 END
            """
    case .min: return "min(\(of))\(chosen)"
    case .max: return "max(\(of))\(chosen)"
    case .sum: return "sum(\(of))\(chosen)"
    }
}

extension Expression.Operator {
    fileprivate var sql: SQL {
        switch self {
        case .and: "AND"
        case .or: "OR"
        case .equal: "="
        case .unequal: "<>"
        case .less: "<"
        case .lessOrEqual: "<="
        case .greater: ">"
        case .greaterOrEqual: ">="
        case .plus: "+"
        case .minus: "-"
        case .times: "*"
        }
    }
}
