// `consolidate`, `clean`, `split`: relations made in the work database, with the account of every row that leaves.
import Evidence
import Plan
import Source

extension Run {
    private var scope: Scope {
        var scope = Scope(of: plan)
        for (name, made) in made {
            if case .relation(let columns, _, _) = made { scope.results[name] = columns.map(\.name) }
        }
        return scope
    }

    mutating func relational(_ step: RelationalStep, _ name: String) throws {
        for part in step.relation.parts {
            switch part {
            case .table(let table): account.rowsIn.append(RowCount(of: table.label, rows: inputRows[table] ?? 0))
            case .result(let result): account.rowsIn.append(RowCount(of: result, rows: rows(of: result) ?? 0))
            default: continue
            }
        }
        let columns = step.columns.map(\.name)
        let lowered = try lower(step.relation, as: name, key: step.key, in: scope)
        guard Set(lowered.columns) == Set(columns) else {
            throw RunError.plan(
                Message(
                    sv: "\(name) har inte de kolumner som det anger", en: "\(name) does not have the columns that it declares"))
        }
        let result = try work.make(lowered) { try progress($0, Double($0) / Double(max(1, $1))) }
        account.losses += result.losses.map { Loss(from: $0.from, reason: $0.reason.message, rows: $0.rows) }
        let broken = try work.enforce(step.columns, on: WorkName.result(name))
        account.losses += broken.map { Loss(from: name, reason: $0.reason.message, rows: $0.rows) }
        let rows = result.rows - broken.reduce(0) { $0 + $1.rows }
        account.rowsOut.append(RowCount(of: name, rows: rows))
        made[name] = .relation(columns: step.columns, key: step.key, rows: rows)
        if let need = step.need, !(need.low...max(need.low, need.high)).contains(Int64(rows)) {
            throw RunError.need(result: name, rows: rows, range: need)
        }
    }

    mutating func split(_ step: SplitStep, _ name: String) throws {
        guard case .relation(let columns, let key, let rows) = made[step.from], step.into.count == 2 else {
            throw RunError.plan(
                Message(
                    sv: "\(name) kan inte dela \(step.from) i \(step.into.count) delar",
                    en: "\(name) can't split \(step.from) into \(step.into.count) parts"))
        }
        guard columns.contains(where: { $0.name == step.key }) else { throw RelationError.unknownColumn(step.key) }
        account.rowsIn.append(RowCount(of: step.from, rows: rows))
        let counts = try work.split(
            WorkName.result(step.from), into: step.into.map { WorkName.result($0) }, columns: step.columns.map(\.name),
            key: step.key,
            salt: step.salt, share: step.share)
        for (part, count) in zip(step.into, counts) {
            made[part] = .relation(columns: step.columns, key: key, rows: count)
            account.rowsOut.append(RowCount(of: part, rows: count))
        }
    }
}
