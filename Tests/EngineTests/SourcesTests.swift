// Sources as they are in life: spellings, dirt, damage, and what is said of each.
import Engine
import Glibc
import Plan
import Privacy
import Source
import Testing

private func read(_ bytes: [UInt8]) throws -> (header: [String], records: [[String]], bad: [String]) {
    let scratch = try Scratch()
    let path = try scratch.file("t.csv", bytes)
    var reader = CSVReader(file: open(path, O_RDONLY))
    var records: [[String]] = []
    var bad: [String] = []
    let header = reader.header
    while true {
        switch reader.next() {
        case .end: return (header, records, bad)
        case .record: records.append(header.indices.map { reader.text(at: $0) })
        case .bad(let line, let fault): bad.append("\(line) \(fault.message.en)")
        }
    }
}

private func read(_ text: String) throws -> (header: [String], records: [[String]], bad: [String]) {
    try read(Array(text.utf8))
}

@Suite struct SourcesCSVTests {
    @Test func recordsOfRFC4180() throws {
        let found = try read("a,b\r\n1,\"x, \"\"y\"\"\"\r\n\"multi\nline\",2\r\n,\r\n")
        #expect(found.header == ["a", "b"])
        #expect(found.records == [["1", "x, \"y\""], ["multi\nline", "2"], ["", ""]])
        #expect(found.bad.isEmpty)
    }

    @Test(arguments: ["a,b\n1,2", "a,b\n1,2\n", "\u{FEFF}a,b\r\n1,2\r\n", "a,b\n\n1,2\n\n", "\"a\",\"b\"\n\"1\",\"2\""])
    func spellingsOfOneRecord(text: String) throws {
        let found = try read(text)
        #expect(found.header == ["a", "b"])
        #expect(found.records == [["1", "2"]])
        #expect(found.bad.isEmpty)
    }

    @Test func badLinesAreToldByNumber() throws {
        let found = try read("a,b\n1,2\n3\n4,5,6\n7,8\n\"9\"x,0\n1,\"2\n3,4\n5,6\n")
        #expect(found.records == [["1", "2"], ["7", "8"], ["3", "4"], ["5", "6"]])
        #expect(
            found.bad == [
                "3 wrong number of fields", "4 wrong number of fields", "6 text after a closing quote",
                "7 unclosed quote",
            ])
    }

    @Test func linesAreCountedThroughQuotedLineEnds() throws {
        let found = try read("a,b\n\"1\n1\n1\",2\nbad\n3,4\n")
        #expect(found.records == [["1\n1\n1", "2"], ["3", "4"]])
        #expect(found.bad == ["5 wrong number of fields"])
    }

    @Test func notUTF8() throws {
        let found = try read(Array("a,b\n1,å\n".utf8) + [0x31, 0x2C, 0xE5, 0x0A] + Array("2,b\n".utf8))
        #expect(found.records == [["1", "å"], ["2", "b"]])
        #expect(found.bad == ["3 not UTF-8"])
    }

    @Test func noBytesCrashIt() throws {
        var generator = SeededGenerator(seed: 7)
        let alphabet: [UInt8] = Array("a\",\n\r1".utf8) + [0xFF, 0x00]
        for length in 0..<150 {
            _ = try read((0..<length).map { _ in alphabet.randomElement(using: &generator) ?? 0 })
        }
    }

    @Test func recordsOverChunksAreWhole() throws {
        let row = "\"" + String(repeating: "x\n", count: 300) + "\",1\n"
        let found = try read("a,b\n" + String(repeating: row, count: 8000))
        #expect(found.records.count == 8000)
        #expect(found.records.allSatisfy { $0[0].utf8.count == 600 && $0[1] == "1" })
    }
}

@Suite struct SourcesCoercionTests {
    private func check(_ domain: Domain, _ raw: RawValue, optional: Bool = false, elseMissing: Bool = false) -> String {
        switch Coercion(
            Column(name: "c", domain: domain, optional: optional, elseMissing: elseMissing), today: testDay)(raw)
        {
        case .accepted(.missing): "-"
        case .accepted(.integer(let number)): String(number)
        case .accepted(.text(let text)): text
        case .rejected(let reason): reason.message.en
        }
    }

    @Test func integers() {
        let domain = Domain.integer(low: 0, high: 2000)
        #expect(
            ["0", "2000", "-1", "2001", "1.0", "+1", "1 ", "12a", "99999999999999999999"].map {
                check(domain, .text($0))
            } == [
                "0", "2000", "c: outside 0..2000", "c: outside 0..2000", "c: not an integer", "c: not an integer",
                "c: not an integer",
                "c: not an integer", "c: not an integer",
            ])
        #expect(
            [RawValue.integer(7), .real(7), .real(7.5), .real(.nan), .bytes].map { check(domain, $0) }
                == ["7", "7", "c: not an integer", "c: not an integer", "c: not an integer"])
    }

    @Test func decimalsAreExact() {
        let domain = Domain.decimal(low: 0, high: 50_000_000, places: 2)
        #expect(
            ["0.1", "0.10", "19.99", "500000", "500000.01", "1.005", "1,5", "1e2", ""].map { check(domain, .text($0)) }
                == [
                    "10", "10", "1999", "50000000", "c: outside 0..500000", "c: more than 2 decimals",
                    "c: not a decimal number", "10000",
                    "c: missing",
                ])
        #expect(
            [RawValue.real(19.99), .real(0.07), .integer(3), .real(.infinity)].map { check(domain, $0) }
                == ["1999", "7", "300", "c: not a decimal number"])
    }

    @Test func dates() {
        let domain = Domain.date(
            low: Int64(Day("2005-01-01")?.number ?? 0), high: Int64(Day("2026-12-31")?.number ?? 0))
        #expect(
            ["2005-01-01", "2027-01-01", "2026-02-30", "01/02/2006"].map { check(domain, .text($0)) } == [
                "12784", "c: outside 2005-01-01..2026-12-31", "c: not a date (YYYY-MM-DD)",
                "c: not a date (YYYY-MM-DD)",
            ])
        #expect(check(domain, .integer(12_784)) == "c: not a date (YYYY-MM-DD)")
    }

    @Test func flagsChoicesAndTimes() {
        #expect(
            ["1", "ja", "TRUE", "yes", "0", "nej", "false", "No", "2"].map { check(.flag, .text($0)) }
                == ["1", "1", "1", "1", "0", "0", "0", "0", "c: not a flag"])
        #expect(
            [RawValue.integer(0), .integer(1), .integer(2)].map { check(.flag, $0) } == ["0", "1", "c: not a flag"])
        let choice = Domain.choice(["a", "b c", "1"])
        #expect(
            [RawValue.text("a"), .text("b c"), .text("A"), .integer(1)].map { check(choice, $0) }
                == ["a", "b c", "c: not one of its declared choices", "1"])
        #expect(
            ["10:15", "2026-01-15T10:15:00Z", "2026-01-15 23:59:59.25", "24:00", "10:60", "x"].map {
                check(.time, .text($0)) == "c: not a time"
            }
                == [false, false, false, true, true, true])
    }

    @Test func missingAndElseMissing() {
        #expect(check(.id, .missing) == "c: missing")
        #expect(check(.id, .text("")) == "c: missing")
        #expect(check(.id, .missing, optional: true) == "-")
        #expect(check(.integer(low: 0, high: 1), .text("9"), optional: true) == "c: outside 0..1")
        #expect(check(.integer(low: 0, high: 1), .text("9"), elseMissing: true) == "-")
    }

    @Test func numbersOfPersonsAndFirms() {
        #expect(check(.personnummer, .text("900101+9802")) == "189001019802")
        #expect(check(.personnummer, .integer(189_001_019_802)) == "189001019802")
        #expect(check(.personnummer, .text("189001019803")) == "c: not a valid personnummer")
        #expect(check(.organisationsnummer, .text("556036-0793")) == "5560360793")
        #expect(check(.organisationsnummer, .text("556036-0794")) == "c: not a valid organisationsnummer")
    }
}

@Suite struct SourcesErrorTests {
    private func problem(
        _ source: DataSource, _ path: String, table: String = "t", columns: [String] = ["a"], wait: Int = 0
    ) -> SourceError.Problem? {
        let columns = columns.map { Column(name: $0, domain: .text) }
        let input = Input(
            dataset: "D", source: source, tables: [Table(name: "t", named: table, key: nil, columns: columns)])
        do throws(SourceError) {
            try DataFile(input: input, path: path, waitSeconds: wait).check()
            return nil
        } catch {
            #expect(error.message.sv.contains(path) && error.message.en.contains(path))
            return error.problem
        }
    }

    @Test func csv() throws {
        let scratch = try Scratch()
        let csv = DataSource.csv(path: "")
        #expect(problem(csv, try scratch.file("ok.csv", "b,a\n")) == nil)
        #expect(problem(csv, scratch.path + "/none.csv") == .missing)
        #expect(problem(csv, scratch.path) == .directory)
        #expect(problem(csv, try scratch.file("empty.csv", "")) == .empty)
        #expect(problem(csv, try scratch.file("latin.csv", Array("a,".utf8) + [0xE5, 0x0A])) == .encoding)
        #expect(problem(csv, try scratch.file("utf16.csv", [0xFF, 0xFE, 0x61, 0x00])) == .encoding)
        #expect(problem(csv, try scratch.file("semi.csv", "b;a\n")) == .separator)
        #expect(problem(csv, try scratch.file("lacks.csv", "b,c\n")) == .noColumns(["a"], table: "t", existing: []))
        #expect(problem(csv, try scratch.file("twice.csv", "a,a\n")) == .repeatedColumn("a"))
    }

    @Test func unreadable() throws {
        try #require(geteuid() != 0 || access("/proc/self/mem", F_OK) == 0)
        let scratch = try Scratch()
        let path = try scratch.file("x.csv", "a\n1\n")
        chmod(path, 0)
        // The superuser reads everything.
        #expect(problem(.csv(path: ""), path) == (geteuid() == 0 ? nil : .unreadable(errno: EACCES)))
    }

    @Test func sqlite() throws {
        let scratch = try Scratch()
        let sqlite = DataSource.sqlite(path: "")
        let path = try scratch.database("ok.db", ["CREATE TABLE t(a, b)", "CREATE TABLE u(c)"])
        #expect(problem(sqlite, path) == nil)
        #expect(problem(sqlite, path, table: "v") == .noTable("v", existing: ["t", "u"]))
        #expect(problem(sqlite, path, columns: ["a", "x"]) == .noColumns(["x"], table: "t", existing: ["a", "b"]))
        #expect(problem(sqlite, try scratch.file("text.db", "this is no database, whatever its name says")) == .corrupt)
        #expect(problem(sqlite, scratch.path + "/none.db") == .missing)
        #expect(problem(sqlite, scratch.path) == .directory)
        #expect(problem(sqlite, try scratch.file("empty.db", "")) == .empty)
    }

    @Test func sqliteDamaged() throws {
        let scratch = try Scratch()
        let path = try scratch.database("t.db", ["CREATE TABLE t(a)", "INSERT INTO t VALUES (1)"])
        var bytes = try readWhole(path)
        for place in 4096..<bytes.count { bytes[place] = 0x5A }
        #expect(problem(.sqlite(path: ""), try scratch.file("damaged.db", bytes)) == .corrupt)
    }

    @Test func sqliteLocked() throws {
        let scratch = try Scratch()
        let path = try scratch.database("t.db", ["CREATE TABLE t(a)"])
        let other = try Database(path: path, mode: .create)
        try other.run("BEGIN EXCLUSIVE")
        let begun = ContinuousClock.now
        #expect(problem(.sqlite(path: ""), path, wait: 1) == .locked(seconds: 1))
        #expect((0.5...30).contains(begun.duration(to: .now) / .seconds(1)))
        try other.run("COMMIT")
        #expect(problem(.sqlite(path: ""), path) == nil)
    }

    /// A system that is in use writes ahead; what it has committed is read, and the reader does not wait.
    @Test func sqliteInUse() throws {
        let scratch = try Scratch()
        let path = try scratch.database("t.db", ["PRAGMA journal_mode = WAL", "CREATE TABLE t(a)", "INSERT INTO t VALUES ('old')"])
        let other = try Database(path: path, mode: .create)
        try other.run("INSERT INTO t VALUES ('new')")
        try other.run("BEGIN IMMEDIATE")
        try other.run("INSERT INTO t VALUES ('uncommitted')")
        let table = Table(name: "t", named: "t", key: nil, columns: [Column(name: "a", domain: .text)])
        let file = DataFile(input: Input(dataset: "D", source: .sqlite(path: path), tables: [table]), path: path, waitSeconds: 0)
        try file.check()
        var found: [RawValue] = []
        try file.read(table, row: { found += $0 }, bad: { _, _ in }, progress: { _ in })
        #expect(found == [.text("old"), .text("new")])
    }
}
