// A dataset in an SQLite file: opened read-only, each value as it is stored.
import Glibc
import Plan

extension DataFile {
    func openDatabase() throws(SourceError) -> Database {
        try asking { () throws(DatabaseError) in
            let database = try Database(path: path, mode: .readOnly, waitSeconds: waitSeconds)
            _ = try database.number("SELECT count(*) FROM sqlite_schema")
            return database
        }
    }

    func check(_ table: Table, in database: Database) throws(SourceError) {
        let columns = try asking { () throws(DatabaseError) in
            try database.texts("SELECT name FROM pragma_table_xinfo(\(.value(.text(table.named))))")
        }
        guard !columns.isEmpty else {
            let tables = try asking { () throws(DatabaseError) in
                try database.texts(
                    "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name"
                )
            }
            throw error(.noTable(table.named, existing: tables))
        }
        let lacking = table.columns.map(\.named).filter { !columns.contains($0) }
        guard lacking.isEmpty else { throw error(.noColumns(lacking, table: table.named, existing: columns)) }
        // A damaged page or a lock shows at the first row, before anything is read in earnest.
        _ = try asking { () throws(DatabaseError) in
            try database.number("SELECT count(*) FROM (SELECT 1 FROM \(.name(table.named)) LIMIT 1)")
        }
    }

    func readDatabase(_ table: Table, row: ([RawValue]) throws -> Void, progress: (Place) throws -> Void) throws {
        let database = try openDatabase()
        let (total, statement) = try asking { () throws(DatabaseError) in
            (
                try database.number("SELECT count(*) FROM \(.name(table.named))"),
                try database.prepare("SELECT \(.names(table.columns.map(\.named))) FROM \(.name(table.named))")
            )
        }
        var values = [RawValue](repeating: .missing, count: table.columns.count)
        var rows = 0
        while try asking({ () throws(DatabaseError) in try statement.next() }) {
            for place in values.indices { values[place] = statement.raw(at: place) }
            try row(values)
            rows += 1
            if rows % 4096 == 0 { try progress(Place(rows: rows, share: min(1, Double(rows) / Double(max(1, total))))) }
        }
        try progress(Place(rows: rows, share: 1))
    }

    private func asking<Answer>(_ question: () throws(DatabaseError) -> Answer) throws(SourceError) -> Answer {
        do throws(DatabaseError) { return try question() } catch {
            if error.isLocked { throw self.error(.locked(seconds: waitSeconds)) }
            if error.isCorrupt { throw self.error(.corrupt) }
            throw self.error(.unreadable(errno: error.errno == 0 ? EIO : error.errno))
        }
    }
}
