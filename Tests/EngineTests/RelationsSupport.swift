// What the tests of relations, sources and runs share: a folder of their own, small tables, and rows as text.
import Engine
import Glibc
import Plan
import Privacy
import Source
import Testing

/// A folder that goes with the value.
final class Scratch {
    let path: String
    init() throws {
        var template = Array("/tmp/lagrum-test-XXXXXX".utf8CString)
        path = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) } ?? ""
        }
        try #require(!path.isEmpty)
    }
    deinit { _ = try? eraseFolder(path) }

    func file(_ name: String, _ text: String) throws -> String { try file(name, Array(text.utf8)) }
    func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        try writeWhole(path + "/" + name, bytes)
        return path + "/" + name
    }

    /// An SQLite file made by these statements.
    func database(_ name: String, _ statements: [String]) throws -> String {
        let database = try Database(path: path + "/" + name, mode: .create)
        for statement in statements { try database.run(SQL(statement)) }
        return path + "/" + name
    }
}

let testDay = Day(year: 2026, month: 11, day: 21) ?? Day(number: 0)

/// A table in the work database, with its rows.
struct Fixture {
    var reference: TableReference
    var columns: [String]
    var rows: [[Value]]
    init(_ name: String, _ columns: [String], _ rows: [[Value]]) {
        (reference, self.columns, self.rows) = (TableReference(dataset: "d", table: name), columns, rows)
    }
}

func workDatabase(_ scratch: Scratch, _ fixtures: [Fixture]) throws -> (WorkDatabase, Scope) {
    let work = try WorkDatabase(path: scratch.path + "/work.db")
    var scope = Scope()
    for fixture in fixtures {
        try fill(work, WorkName.input(fixture.reference), fixture.columns, fixture.rows)
        scope.tables[fixture.reference] = fixture.columns
    }
    return (work, scope)
}

func fill(_ work: WorkDatabase, _ table: String, _ columns: [String], _ rows: [[Value]]) throws {
    try work.create(table, columns)
    let statement = try work.inserting(into: table, columns.count)
    for row in rows {
        for (place, value) in row.enumerated() { try statement.bind(value, at: place) }
        _ = try statement.next()
        statement.reset()
    }
}

/// Rows as text, sorted, with `-` for missing.
func rows(_ work: WorkDatabase, _ table: String, _ columns: [String]) throws -> [String] {
    var lines: [String] = []
    try work.rows(of: table, columns) { row in
        lines.append(
            row.map { value in
                switch value {
                case .missing: "-"
                case .integer(let number): String(number)
                case .text(let text): text
                case .real(let number): "real \(number)"
                case .bytes: "bytes"
                }
            }.joined(separator: " "))
    }
    return lines.sorted()
}

/// The relation's rows and losses over these tables.
func evaluated(_ relation: Relation, key: String? = nil, over fixtures: [Fixture]) throws -> (
    rows: [String], losses: [String]
) {
    let scratch = try Scratch()
    let (work, scope) = try workDatabase(scratch, fixtures)
    let lowered = try lower(relation, as: "r", key: key, in: scope)
    let made = try work.make(lowered)
    let found = try rows(work, WorkName.result("r"), lowered.columns)
    #expect(found.count == made.rows)
    return (found, made.losses.map { "\($0.from): \($0.reason.message.en): \($0.rows)" })
}

func table(_ name: String) -> Relation { .table(TableReference(dataset: "d", table: name)) }
