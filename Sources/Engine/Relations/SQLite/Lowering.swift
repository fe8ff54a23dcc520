// Relation to SQL: a pure function from the algebra to the statements that make a result, with the rows that each of them loses.
import Plan

/// The statements that make one result, in order. Every operator that can lose rows has a stage of its own, so that each row is
/// counted once; what keeps every row (projection, join) is folded into the stage that reads it.
package struct Lowered: Equatable, Sendable {
    package var stages: [Stage] = []
    package var columns: [String] = []
}

/// One table made by one `INSERT … SELECT`.
package struct Stage: Equatable, Sendable {
    package var table: String
    package var columns: [String]
    /// No two rows may be equal in it.
    package var unique: String?
    package var select: SQL
    package var loss: Account?

    /// `rows of` less the stage's own is what was lost.
    package struct Account: Equatable, Sendable {
        package var rowsOf: String
        package var from: String
        package var reason: RowLoss
    }
}

/// The names of tables in the work database.
package enum WorkName {
    package static func input(_ table: TableReference) -> String { "input \(table.label)" }
    package static func result(_ name: String) -> String { "result \(name)" }
    package static func stage(_ name: String, _ number: Int) -> String { "stage \(name) \(number)" }
    /// Every row of the table that an opt-out is matched by, also those that were rejected: `key …`, `person`, `valid`.
    package static func match(_ optOut: String) -> String { "match \(optOut)" }
    /// Who opted out: `person`.
    package static func register(_ optOut: String) -> String { "register \(optOut)" }
    package static func matchKey(_ column: String) -> String { "key \(column)" }
}

/// - Parameters:
///   - name: the result's name; its table is `WorkName.result(name)`.
///   - key: the column that tells the result's rows apart.
package func lower(_ relation: Relation, as name: String, key: String?, in scope: Scope) throws(RelationError)
    -> Lowered
{
    var lowering = Lowering(name: name, key: key, scope: scope)
    let operand = try lowering.lower(relation)
    if operand.isStage, let last = lowering.stages.indices.last, lowering.stages[last].table == operand.rowsOf {
        lowering.stages[last].table = WorkName.result(name)
    } else {
        lowering.stages.append(
            Stage(
                table: WorkName.result(name), columns: operand.columns,
                select: "SELECT \(.names(operand.columns)) FROM \(operand.sql)"))
    }
    return Lowered(stages: lowering.stages, columns: operand.columns)
}

private struct Operand {
    /// What stands after FROM.
    var sql: SQL
    var columns: [String]
    /// The table or result that its rows come from, as the account names it.
    var from: String
    /// The table that has as many rows.
    var rowsOf: String
    /// It is that table, made by this lowering.
    var isStage = false
    /// The column in which no two rows are equal.
    var unique: String?
}

private struct Lowering {
    let name: String
    let key: String?
    let scope: Scope
    var stages: [Stage] = []

    mutating func lower(_ relation: Relation) throws(RelationError) -> Operand {
        switch relation {
        case .table(let reference):
            guard let columns = scope.tables[reference] else { throw .unknownTable(reference.label) }
            return base(WorkName.input(reference), columns, from: reference.label)
        case .result(let of):
            guard let columns = scope.results[of] else { throw .unknownResult(of) }
            return base(WorkName.result(of), columns, from: of)
        case .filter(let relation, let keep, let reason):
            let operand = try lower(relation)
            let condition = try sql(keep, over: operand.columns)
            return stage(
                operand, "SELECT \(.names(operand.columns)) FROM \(operand.sql) WHERE \(condition)", losing: .planned(reason))
        case .withoutObjectors(let relation, let optOut, let key):
            return try withoutObjectors(lower(relation), optOut, key)
        case .project(let relation, let derived): return try project(lower(relation), derived)
        case .join(let left, let right, let key): return try join(lower(left), lower(right), key)
        case .group(let relation, let key, let aggregates): return try group(lower(relation), key, aggregates)
        case .distinct(let relation, let reason): return distinct(try lower(relation), reason)
        }
    }

    private func base(_ table: String, _ columns: [String], from: String) -> Operand {
        Operand(sql: .name(table), columns: columns, from: from, rowsOf: table)
    }

    private mutating func stage(
        _ operand: Operand, columns: [String]? = nil, _ select: SQL, losing reason: RowLoss?, unique: String? = nil
    )
        -> Operand
    {
        let table = WorkName.stage(name, stages.count + 1)
        let account = reason.map { Stage.Account(rowsOf: operand.rowsOf, from: operand.from, reason: $0) }
        stages.append(
            Stage(table: table, columns: columns ?? operand.columns, unique: unique, select: select, loss: account))
        return Operand(
            sql: .name(table), columns: columns ?? operand.columns, from: operand.from, rowsOf: table, isStage: true,
            unique: unique ?? operand.unique)
    }

    /// A row without a key is nobody's that is known: it stays, unless those who can't be matched leave. The same holds for a row whose key has
    /// no row at all in the table of the match: nobody can say that its person has not objected.
    private mutating func withoutObjectors(_ operand: Operand, _ name: String, _ key: String) throws(RelationError)
        -> Operand
    {
        guard let optOut = scope.optOuts[name] else { throw .unknownOptOut(name) }
        try check(key, in: operand.columns)
        let (columns, row, match) = (SQL.names(operand.columns), SQL.name(key), SQL.name(WorkName.match(name)))
        let matched = SQL.name(WorkName.matchKey(key))
        let staying = stage(
            operand,
            """
            SELECT \(columns) FROM \(operand.sql) WHERE \(row) IS NULL OR \(row) NOT IN (SELECT \(matched) FROM \(match) \
            WHERE \(matched) IS NOT NULL AND "person" IN (SELECT "person" FROM \(.name(WorkName.register(name)))))
            """, losing: .objection)
        guard optOut.excludesUnreached else { return staying }
        return stage(
            staying,
            """
            SELECT \(columns) FROM \(staying.sql) WHERE \(row) IN (SELECT \(matched) FROM \(match) \
            WHERE \(matched) IS NOT NULL GROUP BY \(matched) HAVING min("valid") = 1)
            """, losing: .unmatched)
    }

    private func project(_ operand: Operand, _ derived: [Derived]) throws(RelationError) -> Operand {
        try distinctNames(derived.map(\.name))
        var columns: [SQL] = []
        for column in derived {
            columns.append("\(try sql(column.value, over: operand.columns)) AS \(.name(column.name))")
        }
        var result = operand
        result.sql = "(SELECT \(columns.joined(", ")) FROM \(operand.sql))"
        result.columns = derived.map(\.name)
        result.isStage = false
        result.unique = derived.first { $0.value == operand.unique.map { .column($0) } }?.name
        return result
    }

    /// The right side becomes a table in which the key is unique: a second row of one key is an error, never a doubled left row.
    private mutating func join(_ left: Operand, _ right: Operand, _ key: String) throws(RelationError) -> Operand {
        try check(key, in: left.columns)
        try check(key, in: right.columns)
        var right = right
        if right.unique != key {
            right = stage(
                right, "SELECT \(.names(right.columns)) FROM \(right.sql) WHERE \(.name(key)) IS NOT NULL", losing: nil,
                unique: key)
        }
        let added = right.columns.filter { $0 != key }
        try distinctNames(left.columns + added)
        let columns: [SQL] = left.columns.map { "l.\(.name($0))" } + added.map { "r.\(.name($0))" }
        var result = left
        result.sql = """
            (SELECT \(columns.joined(", ")) FROM \(left.sql) AS l LEFT JOIN \(right.sql) AS r ON l.\(.name(key)) = r.\(.name(key)))
            """
        result.columns = left.columns + added
        result.isStage = false
        return result
    }

    private mutating func group(_ operand: Operand, _ key: String, _ aggregates: [Aggregate]) throws(RelationError)
        -> Operand
    {
        try check(key, in: operand.columns)
        let columns = [key] + aggregates.map(\.name)
        try distinctNames(columns)
        var selected = [SQL.name(key)]
        for aggregate in aggregates {
            selected.append("\(try sql(aggregate, over: operand.columns)) AS \(.name(aggregate.name))")
        }
        return stage(
            operand, columns: columns,
            "SELECT \(selected.joined(", ")) FROM \(operand.sql) WHERE \(.name(key)) IS NOT NULL GROUP BY \(.name(key))",
            losing: nil,
            unique: key)
    }

    /// Of equal rows, the one with the least key by code point stays, in every backend.
    private mutating func distinct(_ operand: Operand, _ reason: LossReason) -> Operand {
        let others = operand.columns.filter { $0 != key }
        guard let key, operand.columns.contains(key), !others.isEmpty else {
            return stage(operand, "SELECT DISTINCT \(.names(operand.columns)) FROM \(operand.sql)", losing: .planned(reason))
        }
        let columns = operand.columns.map { $0 == key ? "min(\(.name(key))) AS \(.name(key))" : SQL.name($0) }
        return stage(
            operand, "SELECT \(columns.joined(", ")) FROM \(operand.sql) GROUP BY \(.names(others))",
            losing: .planned(reason))
    }

    private func check(_ column: String, in columns: [String]) throws(RelationError) {
        guard columns.contains(column) else { throw .unknownColumn(column) }
    }

    private func distinctNames(_ names: [String]) throws(RelationError) {
        var seen: Set<String> = []
        for name in names where !seen.insert(name).inserted { throw .repeatedColumn(name) }
    }
}
