// Source rows into the work database: each checked against its declaration, and every row that is not accepted counted by its reason.
import Plan
import Source

/// What a table is read for. INVARIANT: a column that no step names is not read, and a row's match value goes nowhere but into the match.
package struct LoadTask: Sendable {
    package var file: DataFile
    package var table: Table
    /// Some relation reads it.
    package var isRead: Bool
    /// The opt-outs that are matched by it, each with the columns whose values leave with a person.
    package var matches: [Match] = []
    /// The opt-outs whose register it is.
    package var registers: [OptOut] = []

    package struct Match: Sendable {
        package var optOut: OptOut
        package var keys: [String]
    }
    package var reference: TableReference { TableReference(dataset: file.input.dataset, table: table.name) }
}

/// The account of one table's reading: `read` is `accepted` and all losses.
package struct LoadAccount: Sendable, Equatable {
    package var table: TableReference
    package var read = 0
    package var accepted = 0
    package var losses: [(reason: RowLoss, rows: Int)] = []
    /// The first lines that are no record, by what is wrong with them.
    package var badLines: [CSVReader.Fault: [Int]] = [:]
    /// Objections in a register that are no valid personnummer; they match an equal text only.
    package var doubtfulObjections = 0
    /// Objections in a register that say nobody.
    package var emptyObjections = 0

    package init(table: TableReference) { self.table = table }
    package static func == (left: LoadAccount, right: LoadAccount) -> Bool {
        left.table == right.table && left.read == right.read && left.accepted == right.accepted
            && left.losses.elementsEqual(right.losses, by: ==) && left.badLines == right.badLines
    }
}

/// The tables that the plan's steps read or match by, with what each is read for.
package func loadTasks(of plan: Plan, files: [DataFile]) -> [LoadTask] {
    var read: Set<TableReference> = []
    var keys: [String: [String]] = [:]
    for step in plan.steps {
        switch step.action {
        case .relational(let relational):
            for part in relational.relation.parts {
                switch part {
                case .table(let reference): read.insert(reference)
                case .withoutObjectors(_, let optOut, let key):
                    if keys[optOut]?.contains(key) != true { keys[optOut, default: []].append(key) }
                default: continue
                }
            }
        case .evaluate(let evaluate): for auxiliary in evaluate.combinedWith { read.insert(auxiliary.table) }
        default: continue
        }
    }
    return files.flatMap { file in
        file.input.tables.map { table in
            var task = LoadTask(file: file, table: table, isRead: false)
            task.isRead = read.contains(task.reference)
            for optOut in plan.optOuts {
                if optOut.matchedBy.table == task.reference {
                    task.matches.append(.init(optOut: optOut, keys: keys[optOut.name] ?? []))
                }
                if optOut.register == task.reference { task.registers.append(optOut) }
            }
            return task
        }
    }
}

extension WorkDatabase {
    package func load(_ task: LoadTask, today: Day, progress: (DataFile.Place) throws -> Void = { _ in }) throws
        -> LoadAccount
    {
        var account = LoadAccount(table: task.reference)
        let coercions = task.table.columns.map { Coercion($0, today: today) }
        func place(of column: String) throws(RelationError) -> Int {
            guard let place = task.table.columns.firstIndex(where: { $0.name == column }) else {
                throw .unknownColumn(column)
            }
            return place
        }

        var input: Statement?
        if task.isRead {
            let table = WorkName.input(task.reference)
            try create(table, task.table.columns.map(\.name), unique: task.table.key)
            input = try inserting(into: table, task.table.columns.count)
        }
        var matches: [(statement: Statement, person: Person, keys: [Int])] = []
        for match in task.matches {
            let table = WorkName.match(match.optOut.name)
            try create(table, match.keys.map { WorkName.matchKey($0) } + ["person", "valid"])
            let column = task.table.columns[try place(of: match.optOut.matchedBy.column)]
            var keys: [Int] = []
            for key in match.keys { keys.append(try place(of: key)) }
            matches.append(
                (try inserting(into: table, keys.count + 2), Person(column, try place(of: column.name), today), keys))
        }
        var registers: [(statement: Statement, person: Person)] = []
        for optOut in task.registers {
            let table = WorkName.register(optOut.name)
            try create(table, ["person"], unique: "person")
            let column = try place(of: optOut.person)
            registers.append((try inserting(into: table, 1), Person(task.table.columns[column], column, today)))
        }

        var reasons: [RowLoss] = []
        var counts: [RowLoss: Int] = [:]
        func lose(_ reason: RowLoss) {
            if counts[reason] == nil { reasons.append(reason) }
            counts[reason, default: 0] += 1
        }
        try database.transaction {
            try task.file.read(task.table) { raw in
                account.read += 1
                for (statement, person, keys) in matches {
                    for (index, key) in keys.enumerated() {
                        let value: Value =
                            if case .accepted(let value) = coercions[key](raw[key]) { value } else { .missing }
                        try statement.bind(value, at: index)
                    }
                    let found = person.read(raw[person.place])
                    try statement.bind(found.text, at: keys.count)
                    try statement.bind(.integer(found.isValid ? 1 : 0), at: keys.count + 1)
                    try run(statement)
                }
                for (statement, person) in registers {
                    let found = person.read(raw[person.place])
                    if found.text == .missing {
                        account.emptyObjections += 1
                        continue
                    }
                    if !found.isValid { account.doubtfulObjections += 1 }
                    try statement.bind(found.text, at: 0)
                    try run(statement)
                }
                guard let input else {
                    account.accepted += 1
                    return
                }
                for (place, coercion) in coercions.enumerated() {
                    switch coercion(raw[place]) {
                    case .accepted(let value): try input.bind(value, at: place)
                    case .rejected(let reason): return lose(reason)
                    }
                }
                try run(input)
                if changes == 0 { lose(.duplicateKey(column: task.table.key ?? "")) } else { account.accepted += 1 }
            } bad: { line, fault in
                account.read += 1
                lose(.badLine(fault))
                if account.badLines[fault, default: []].count < 20 { account.badLines[fault, default: []].append(line) }
            } progress: {
                try progress($0)
            }
        }
        if !registers.isEmpty, !account.badLines.isEmpty {
            throw SourceError(
                dataset: task.file.input.dataset, path: task.file.path,
                problem: .registerLines(account.badLines.values.flatMap { $0 }.sorted()))
        }
        account.losses = reasons.map { ($0, counts[$0] ?? 0) }
        return account
    }

    private var changes: Int { database.changes }

    private func run(_ statement: Statement) throws(DatabaseError) {
        _ = try statement.next()
        statement.reset()
    }
}

/// Who a row is about, in the one form in which persons are compared; a mistyped number still equals itself.
private struct Person {
    let column: Column
    let place: Int
    let today: Day
    let coercion: Coercion

    init(_ column: Column, _ place: Int, _ today: Day) {
        (self.column, self.place, self.today) = (column, place, today)
        coercion = Coercion(column, today: today)
    }

    func read(_ raw: RawValue) -> (text: Value, isValid: Bool) {
        if case .accepted(let value) = coercion(raw), value != .missing {
            // A column that is not declared as a personnummer may hold one, and the other side be declared as it.
            guard case .text(let text) = value, column.domain != .personnummer else { return (value, true) }
            return (.text(Personnummer.normalised(text, today: today) ?? text), true)
        }
        let text: String
        switch raw {
        case .text(let written): text = written
        case .integer(let number): text = String(number)
        case .missing, .real, .bytes: return (.missing, false)
        }
        let trimmed = text.filter { $0 != " " && $0 != "-" && $0 != "+" }
        guard !trimmed.isEmpty else { return (.missing, false) }
        return (.text(Personnummer.normalised(text, today: today) ?? trimmed), false)
    }
}
