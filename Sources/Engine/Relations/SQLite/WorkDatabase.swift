// The run's own database: the accepted rows of the inputs and the relations made from them. It holds personal data, and nothing else does.
import CSQLite
import Glibc
import Plan
import Privacy
import Source

package final class WorkDatabase {
    package let path: String
    private(set) var database: Database
    private let isInterrupted: () -> Bool

    /// - Parameter path: of a file that does not exist yet, in a folder that only this user can enter.
    package init(path: String, isInterrupted: @escaping () -> Bool = { false }) throws(DatabaseError) {
        (self.path, self.isInterrupted) = (path, isInterrupted)
        database = try WorkDatabase.open(path, isInterrupted)
    }

    /// Sorting and rollback stay in memory: no file beside the work folder ever holds a row.
    private static func open(_ path: String, _ isInterrupted: @escaping () -> Bool) throws(DatabaseError) -> Database {
        let database = try Database(path: path, mode: .create)
        let settings: [SQL] = [
            "PRAGMA temp_store = MEMORY", "PRAGMA secure_delete = ON", "PRAGMA synchronous = OFF",
            "PRAGMA cache_size = -65536",
            "PRAGMA journal_mode = MEMORY", "PRAGMA locking_mode = EXCLUSIVE",
        ]
        for setting in settings { try database.run(setting) }
        try database.define("lagrum_first_part", arguments: 4, firstPart)
        database.interruptible(by: isInterrupted)
        return database
    }

    package func create(_ table: String, _ columns: [String], unique: String? = nil) throws(DatabaseError) {
        try database.run("CREATE TABLE \(.name(table)) (\(.names(columns)))")
        if let unique {
            try database.run("CREATE UNIQUE INDEX \(.name("unique \(table)")) ON \(.name(table)) (\(.name(unique)))")
        }
    }

    package func inserting(into table: String, _ count: Int) throws(DatabaseError) -> Statement {
        let places = SQL([String](repeating: "?", count: count).joined(separator: ", "))
        return try database.prepare("INSERT OR IGNORE INTO \(.name(table)) VALUES (\(places))")
    }

    package func count(_ table: String) throws(DatabaseError) -> Int {
        try database.number("SELECT count(*) FROM \(.name(table))")
    }

    package func drop(_ table: String) throws(DatabaseError) {
        try database.run("DROP TABLE IF EXISTS \(.name(table))")
    }

    package var tables: [String] {
        get throws(DatabaseError) {
            try database.texts("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        }
    }

    // MARK: Relations

    package struct Made: Equatable {
        package var rows: Int
        package var losses: [(from: String, reason: RowLoss, rows: Int)]
        package static func == (left: Made, right: Made) -> Bool {
            left.rows == right.rows && left.losses.elementsEqual(right.losses, by: ==)
        }
    }

    /// Runs the stages in order; the last one's table stays.
    /// - Throws: `DatabaseError.isDuplicate` when a join's right side has two rows of one key.
    package func make(_ lowered: Lowered, progress: (_ stage: Int, _ of: Int) throws -> Void = { _, _ in }) throws
        -> Made
    {
        var counts: [String: Int] = [:]
        func rows(of table: String) throws(DatabaseError) -> Int {
            if let known = counts[table] { return known }
            let number = try count(table)
            counts[table] = number
            return number
        }
        var made = Made(rows: 0, losses: [])
        for (index, stage) in lowered.stages.enumerated() {
            try progress(index, lowered.stages.count)
            try create(stage.table, stage.columns, unique: stage.unique)
            counts[stage.table] = try database.run("INSERT INTO \(.name(stage.table)) \(stage.select)")
            if let loss = stage.loss {
                let lost = try rows(of: loss.rowsOf) - rows(of: stage.table)
                if lost > 0 { made.losses.append((loss.from, loss.reason, lost)) }
            }
        }
        for stage in lowered.stages.dropLast() { try drop(stage.table) }
        if let last = lowered.stages.last { made.rows = try rows(of: last.table) }
        return made
    }

    /// Removes the rows of a result in which a column breaks its declaration, counted under the first column that does.
    package func enforce(_ columns: [Column], on table: String) throws(DatabaseError) -> [(reason: RowLoss, rows: Int)] {
        var losses: [(reason: RowLoss, rows: Int)] = []
        for column in columns {
            let name = SQL.name(column.name)
            if let (condition, rule) = column.domain.violation(of: name) {
                let change: SQL =
                    column.elseMissing ? "UPDATE \(.name(table)) SET \(name) = NULL" : "DELETE FROM \(.name(table))"
                let count = try database.run("\(change) WHERE \(name) IS NOT NULL AND \(condition)")
                if count > 0, !column.elseMissing { losses.append((.breaks(rule, column: column.name), count)) }
            }
            if !column.optional, !column.elseMissing {
                let count = try database.run("DELETE FROM \(.name(table)) WHERE \(name) IS NULL")
                if count > 0 { losses.append((.missing(column: column.name), count)) }
            }
        }
        return losses
    }

    /// Splits as `SplitStep` says. - Returns: the rows of each part.
    package func split(_ from: String, into parts: [String], columns: [String], key: String, salt: String, share: Exact)
        throws(DatabaseError)
        -> [Int]
    {
        var counts: [Int] = []
        for (place, part) in parts.prefix(2).enumerated() {
            try create(part, columns)
            counts.append(
                try database.run(
                    """
                    INSERT INTO \(.name(part)) SELECT \(.names(columns)) FROM \(.name(from)) WHERE lagrum_first_part(\(.value(.text(salt))), \
                    \(.name(key)), \(.integer(share.digits)), \(.integer(Int64(share.places)))) = \(.integer(place == 0 ? 1 : 0))
                    """))
        }
        return counts
    }

    /// Each row of a table, in the order in which it was made.
    package func rows(of table: String, _ columns: [String], _ take: ([RawValue]) throws -> Void) throws {
        let statement = try database.prepare("SELECT \(.names(columns)) FROM \(.name(table)) ORDER BY rowid")
        var values = [RawValue](repeating: .missing, count: columns.count)
        while try statement.next() {
            for place in values.indices { values[place] = statement.raw(at: place) }
            try take(values)
        }
    }

    // MARK: Erasure

    /// Drops tables so that nothing of them is left in the file: what stays is copied to a new one, and the old one is erased.
    package func erase(_ tables: [String]) throws -> Erasure {
        for table in tables { try drop(table) }
        let copy = path + ".new"
        unlink(copy)
        try database.run("VACUUM INTO \(.value(.text(copy)))")
        // Closing the old connection by opening another: the handle goes with its last reference.
        database = try Database(path: ":memory:", mode: .create)
        let erasure = try eraseFile(path)
        guard rename(copy, path) == 0 else { throw FileFault(path: path, errno: errno) }
        try syncFolder(of: path)
        database = try WorkDatabase.open(path, isInterrupted)
        return erasure
    }

    /// Lets go of the file, so that it can be erased.
    package func close() { if let none = try? Database(path: ":memory:", mode: .create) { database = none } }
}

extension Domain {
    /// The SQL that is true where a value that is not missing breaks the domain, and the rule that it breaks.
    fileprivate func violation(of name: SQL) -> (SQL, rule: RowLoss.Rule)? {
        func outside(_ low: Int64, _ high: Int64) -> SQL {
            "(typeof(\(name)) <> 'integer' OR \(name) NOT BETWEEN \(.integer(low)) AND \(.integer(high)))"
        }
        switch self {
        case .id, .text, .time, .personnummer, .organisationsnummer: return nil
        case .flag: return (outside(0, 1), .flag)
        case .integer(let low, let high), .decimal(let low, let high, _), .date(let low, let high):
            return (outside(low, high), .within(self))
        case .choice(let choices):
            let listed = choices.map { SQL.value(.text($0)) }.joined(", ")
            return ("\(name) NOT IN (\(listed))", .choice)
        }
    }
}

/// `lagrum_first_part(salt, key, digits, places)`: 1 when the key's row is of the first part.
private let firstPart: @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void = {
    context, count, values in
    guard count == 4, let values else { return }
    func text(_ place: Int) -> [UInt8] {
        guard let start = sqlite3_value_text(values[place]) else { return [] }
        return Array(UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(values[place]))))
    }
    let share = Exact(sqlite3_value_int64(values[2]), places: Int(sqlite3_value_int64(values[3])))
    sqlite3_result_int(context, isFirstPart(salt: text(0), key: text(1), share: share) ? 1 : 0)
}
