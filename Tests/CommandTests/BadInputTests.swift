// Bad input of every kind: a clear message, its place, and the right exit code. What a golden shows is what a user sees.
import Glibc
import TestKit
import Testing

struct BadInputTests {
    @Test(arguments: cases)
    func isTold(_ test: ProgramCase) throws {
        let text = try transcript(test.line, shown: test.shown) { try test.folder() }
        #expect(HelpTests.goldens.difference(text, test.golden) == nil)
        // Whatever went wrong, no row's value is told.
        #expect(!text.contains("KANARIE"))
    }

    /// A run that did not release leaves nothing of the data behind.
    @Test(arguments: cases.filter { $0.line.contains("lagrum run") })
    func nothingIsLeft(_ test: ProgramCase) throws {
        let folder = try test.folder()
        let said = try folder.shell(test.line)
        for run in folder.names("runs") {
            let names = folder.names("runs/" + run)
            #expect(!names.contains("work"))
            #expect(names.contains("release") == (said.code == 0))
            for name in ["evidence.json", "report.html"] where names.contains(name) { #expect(!(try folder.read("runs/\(run)/\(name)")).contains("KANARIE")) }
        }
    }

    static let cases: [ProgramCase] = specifications + tables + databases

    // MARK: Specifications

    private static func latin1(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }
    private static func utf16(_ text: String) -> [UInt8] { [0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] } }

    private static let specifications: [ProgramCase] = [
        ProgramCase("bad-missing", "lagrum check nowhere.lagrum", [:]),
        ProgramCase("bad-missing-beside-good", "lagrum check nowhere.lagrum spec.lagrum", ["spec.lagrum": Texts.specification()]),
        ProgramCase("bad-missing-run", "lagrum run nowhere.lagrum", [:]),
        ProgramCase("bad-empty-folder", "mkdir empty; lagrum check empty", [:]),
        ProgramCase("bad-folder-as-file", "mkdir spec.lagrum; lagrum run spec.lagrum", [:]),
        ProgramCase("bad-no-tests-there", "mkdir empty; lagrum test empty", [:]),
        ProgramCase("bad-latin1", "lagrum check --as-of 2026-11-21 spec.lagrum", bytes: ["spec.lagrum": latin1("edition 2026\n\n// Ärenden\ncontroller Firm \"Byrån\" { country: SE }\n")]),
        ProgramCase("bad-utf16", "lagrum check --as-of 2026-11-21 spec.lagrum", bytes: ["spec.lagrum": utf16("edition 2026\ncontroller Firm { country: SE }\n")]),
        ProgramCase("bad-binary", "lagrum check --as-of 2026-11-21 spec.lagrum", bytes: ["spec.lagrum": [0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x01, 0x00, 0x00, 0xFF, 0xFE, 0x00]]),
        ProgramCase("bad-import", "lagrum check --as-of 2026-11-21 spec.lagrum", ["spec.lagrum": "edition 2026\nimport \"parts/none.lagrum\"\n"]),
        ProgramCase("bad-empty-file", "lagrum check --as-of 2026-11-21 spec.lagrum", ["spec.lagrum": ""]),
        ProgramCase("bad-plan-file", "lagrum run plan.json", ["plan.json": "{}", "plan.sources.json": "{\"specification\":\"none.lagrum\",\"activity\":\"Act\",\"digest\":\"\",\"tool\":\"\"}"]),
        ProgramCase("bad-plan-alone", "lagrum run plan.json", ["plan.json": "{}"]),
        ProgramCase("bad-output-folder", "lagrum plan --as-of 2026-11-21 spec.lagrum -o none/plan.json", ["spec.lagrum": Texts.specification()]),
        ProgramCase("bad-runs-folder", "touch runs; lagrum run spec.lagrum", ["spec.lagrum": Texts.specification(), "cases.csv": Texts.rows]),
    ]

    // MARK: Tables

    private static func csv(_ name: String, _ text: String, pipeline: String? = nil) -> ProgramCase { csv(name, bytes: Array(text.utf8), pipeline: pipeline) }

    private static func csv(_ name: String, bytes: [UInt8], pipeline: String? = nil) -> ProgramCase {
        let specification = pipeline.map { Texts.specification(pipeline: $0) } ?? Texts.specification()
        return ProgramCase(name, "lagrum run spec.lagrum", bytes: ["spec.lagrum": Array(specification.utf8), "cases.csv": bytes])
    }

    private static let head = "id,days,kind,won\n"

    private static let tables: [ProgramCase] = [
        ProgramCase("bad-csv-missing", "lagrum run spec.lagrum", ["spec.lagrum": Texts.specification()]),
        csv("bad-csv-line", head + "1,10,custody,1\n2,20,KANARIE\n3,30,contact,0\n4,40,\"KANARIE\"x,0\n5,50,custody,1,KANARIE\n"),
        csv("bad-csv-open-quote", head + "1,10,custody,1\n2,20,\"KANARIE,1\n3,30,contact,0\n"),
        csv("bad-csv-values", head + "1,KANARIE,custody,1\n2,9999,custody,1\n3,1.5,contact,0\n4,40,custody,KANARIE\n5,,custody,1\n6,60,custody,1\n"),
        csv("bad-csv-choice", head + "1,10,KANARIE,1\n2,20,Custody,1\n3,30,contact,0\n"),
        csv("bad-csv-keys", head + "1,10,custody,1\n1,20,custody,1\n,30,custody,1\n2,40,custody,0\n"),
        csv("bad-csv-column", "id,days,sort,won\n1,10,KANARIE,1\n"),
        csv("bad-csv-column-twice", "id,days,kind,kind,won\n1,10,custody,custody,1\n"),
        csv("bad-csv-semicolon", "id;days;kind;won\n1;10;KANARIE;1\n"),
        csv("bad-csv-latin1", bytes: latin1(head + "1,10,vårdnad,1\n")),
        csv("bad-csv-utf16", bytes: utf16(head + "1,10,custody,1\n")),
        csv("bad-csv-empty", ""),
        csv("bad-csv-header-only", head),
        csv("bad-csv-need", Texts.rows, pipeline: "a = clean Cases.cases { keep: days, kind; need: 100..200 }\nrelease a"),
        csv("bad-csv-nothing-to-learn", head, pipeline: "a = clean Cases.cases { keep: days, kind }\nb, c = split a by 80%\ns = learn mst from b { epsilon: 1; delta: 1e-9 }\ny = generate 10 from s\nq = evaluate y against b, c { combined with: none because \"published\"; require: two_way_similarity >= 50%, worst_risk <= 50% }\nrelease y"),
        ProgramCase("bad-csv-folder", "mkdir cases.csv; lagrum run spec.lagrum", ["spec.lagrum": Texts.specification()]),
        ProgramCase("bad-data-option", "lagrum run --data Kases=cases.csv spec.lagrum", ["spec.lagrum": Texts.specification(), "cases.csv": Texts.rows]),
    ]

    // MARK: Databases, made by Python's SQLite

    private static func sqlite(_ name: String, _ statements: String, then line: String = "lagrum run spec.lagrum") -> ProgramCase {
        let make = "python3 -c 'import sqlite3; c = sqlite3.connect(\"cases.db\"); c.executescript(open(\"make.sql\").read()); c.commit()'"
        return ProgramCase(name, "\(make)\n\(line)", ["spec.lagrum": Texts.specification("sqlite(\"cases.db\")"), "make.sql": statements])
    }

    private static let table = "CREATE TABLE cases (id TEXT, days INTEGER, kind TEXT, won INTEGER); INSERT INTO cases VALUES ('1', 10, 'custody', 1), ('2', 20, 'contact', 0);"

    private static let databases: [ProgramCase] = [
        ProgramCase("bad-db-missing", "lagrum run spec.lagrum", ["spec.lagrum": Texts.specification("sqlite(\"cases.db\")")]),
        ProgramCase("bad-db-not-one", "lagrum run spec.lagrum", ["spec.lagrum": Texts.specification("sqlite(\"cases.db\")"), "cases.db": "KANARIE, this is no database, and is long enough to be looked at as one. " + Texts.rows]),
        sqlite("bad-db-no-table", "CREATE TABLE kases (id TEXT);"),
        sqlite("bad-db-no-column", "CREATE TABLE cases (id TEXT, days INTEGER, sort TEXT, won INTEGER); INSERT INTO cases VALUES ('1', 10, 'KANARIE', 1);"),
        sqlite("bad-db-empty-table", "CREATE TABLE cases (id TEXT, days INTEGER, kind TEXT, won INTEGER);"),
        sqlite("bad-db-values", table + "INSERT INTO cases VALUES ('3', 'KANARIE', 'custody', 1), ('4', 40, 'KANARIE', 1), ('5', NULL, 'custody', 1), (NULL, 50, 'custody', 1), ('1', 60, 'custody', 0), ('7', x'00FF', 'custody', 1);"),
        sqlite("bad-db-torn", table + "CREATE TABLE more AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 5000) SELECT x, hex(randomblob(50)) AS y FROM n; UPDATE cases SET kind = 'custody';",
            then: "python3 -c 'f = open(\"cases.db\", \"r+b\"); f.seek(4096); f.write(b\"KANARIE!\" * 512); f.close()'\nlagrum run spec.lagrum"),
        sqlite("bad-db-locked", table, then: """
            mkfifo ready hold
            python3 -c 'import sqlite3; c = sqlite3.connect("cases.db"); c.execute("BEGIN EXCLUSIVE"); open("ready", "w").close(); open("hold").read()' &
            cat ready
            lagrum run spec.lagrum
            code=$?; : > hold; wait; (exit $code)
            """),
    ]

    // MARK: What needs the machine's help

    /// A specification and a table that may not be read: by someone who is not root.
    @Test(arguments: ["spec.lagrum", "cases.csv"])
    func unreadable(_ name: String) throws {
        let folder = try Folder(["spec.lagrum": Texts.specification(), "cases.csv": Texts.rows])
        chmod(folder.path, 0o777)
        chmod(folder.path + "/" + name, 0o000)
        var run = "lagrum run spec.lagrum"
        if geteuid() == 0 {
            // The programs are copied, since where they were built may be closed to others.
            run = "mkdir bin; cp \"$LAGRUM\" \"$ENGINE\" bin; chmod 777 \"$TMPDIR\"; setpriv --reuid=65534 --regid=65534 --clear-groups bin/lagrum run spec.lagrum"
            guard try folder.shell("setpriv --reuid=65534 --regid=65534 --clear-groups true").code == 0 else { return withKnownIssue("can't run as another user here") { Issue.record("skipped") } }
        }
        let said = try folder.shell(run)
        #expect(said.code == 2, "\(said)")
        #expect(said.error.contains(name) && said.error.contains(name == "spec.lagrum" ? "may not be read" : "the file can't be read: permission denied"), "\(said.error)")
        #expect(folder.names("runs") == [])
    }

    /// A limit on the size of files ends the work database, or the released file, in the middle of a write.
    @Test(arguments: [64, 1200])
    func fullDisk(_ limit: Int) throws {
        var rows = "id,days,kind,won\n"
        for row in 0..<40_000 { rows += "person-\(row),\(row % 2000),custody,1\n" }
        let folder = try Folder(["spec.lagrum": Texts.specification(), "cases.csv": rows])
        let said = try folder.shell("ulimit -f \(limit); lagrum run spec.lagrum")
        #expect(said.code == 5, "\(said)")
        #expect(said.error.contains("no room left"), "\(said.error)")
        #expect(!said.error.contains("person-") && !said.out.contains("person-"))
        for run in folder.names("runs") { #expect(!folder.names("runs/" + run).contains { ["work", "release"].contains($0) }) }
    }

    /// Not even room for the run's folder, or for the plan on its way to the engine.
    @Test func noRoomAtAll() throws {
        let folder = try Folder(["spec.lagrum": Texts.specification(), "cases.csv": Texts.rows])
        let said = try folder.shell("ulimit -f 0; lagrum run spec.lagrum 2>&1 | cat")
        _ = said
        #expect(folder.names("runs").allSatisfy { !folder.names("runs/" + $0).contains("work") })
    }
}
