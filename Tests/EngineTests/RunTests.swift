// Runs from plan to evidence: row accounts, objections, dirt, failures, deletion on every path, and no value where none may be.
import Engine
import Evidence
import Glibc
import Plan
import Privacy
import Source
import Synchronization
import Testing

private func column(_ name: String, _ domain: Domain, optional: Bool = false) -> Column {
    Column(name: name, domain: domain, optional: optional)
}
private let caseTable = TableReference(dataset: "System", table: "cases")
private let partyTable = TableReference(dataset: "System", table: "parties")
private let registerTable = TableReference(dataset: "System", table: "objections")

/// What is planted in dirty places, and must be seen nowhere.
private let canaries = ["KANARIE", "194107086988", "4107086988", "410708-6988", "31337"]

private let statements = [
    "CREATE TABLE cases(case_id, case_type, handling_days, secret)",
    "CREATE TABLE parties(party_id, case_id, role, personal_no)",
    "CREATE TABLE objections(person, made_on)",
    """
    INSERT INTO cases VALUES ('case-1','custody',10,'KANARIE-u'), ('case-2','custody',20,'x'), ('case-3','custody',30,'x'),
    ('case-4','contact',40,'x'), ('case-5','custody',31337,'x'), ('case-6','KANARIE-t',60,'x'), ('case-7','custody','KANARIE-d','x'),
    ('case-1','custody',11,'x'), (NULL,'custody',12,'x'), ('case-8','custody',80,'x'), ('case-9','custody',90,'x'), ('case-10','custody',100,'x')
    """,
    // case-2: an objector, spelt otherwise. case-3: an objector whose party row is dirty. case-8: no number. case-9: a mistyped
    // number that stands in the register too. case-10: a party with a bad number, who has not objected.
    """
    INSERT INTO parties VALUES ('p1','case-1','client','811218-9876'), ('p2','case-2','client','900101+9802'),
    ('p3','case-3','KANARIE-r','197010632391'), ('p4','case-4','client','811218-9876'), ('p5','case-8','client',NULL),
    ('p6','case-9','client','410708-6988'), ('p7','case-10','child','KANARIE-p'), ('p8','case-10','client','19811218-9876')
    """,
    "INSERT INTO objections VALUES ('189001019802','2026-01-02'), ('701063-2391','2026-01-02'), ('19410708-6988','2026-01-03')",
]

private func plan(
    source: DataSource = .sqlite(path: "system.db"), need: RowRange? = nil, unreached: Bool = true, more: [Step] = []
) -> Plan {
    let cases = Table(
        name: "cases", named: "cases", key: "case_id",
        columns: [
            column("case_id", .id), column("case_type", .choice(["custody", "contact"])),
            column("handling_days", .integer(low: 0, high: 2000)),
        ])
    let parties = Table(
        name: "parties", named: "parties", key: "party_id",
        columns: [
            column("party_id", .id), column("case_id", .id), column("role", .choice(["client", "child"])),
            column("personal_no", .personnummer),
        ])
    let objections = Table(
        name: "objections", named: "objections", key: "person", columns: [column("person", .personnummer)])
    let kept = [
        column("case_id", .id), column("handling_days", .integer(low: 0, high: 2000)),
        column("children", .integer(low: 0, high: 10)),
    ]
    let children = Relation.group(
        .table(partyTable), key: "case_id",
        [
            Aggregate("children", .count, condition: .binary(.equal, .column("role"), .text("child")))
        ])
    let closed = Relation.project(
        .join(
            .filter(
                .withoutObjectors(.table(caseTable), optOut: "objections", key: "case_id"),
                keep: .binary(.equal, .column("case_type"), .text("custody")), reason: .stated("where")),
            children, key: "case_id"),
        [
            Derived("case_id", .column("case_id")), Derived("handling_days", .column("handling_days")),
            Derived("children", .orElse(.column("children"), .integer(0))),
        ])
    return Plan(
        edition: 2026, activity: Named("Test"), controller: Named("Firm"), purpose: Named("Trying"),
        law: LawBasis(packs: []),
        inputs: [Input(dataset: "System", source: source, tables: [cases, parties, objections])],
        optOuts: [
            OptOut(
                name: "objections", register: registerTable, person: "person",
                matchedBy: ColumnReference(table: partyTable, column: "personal_no"), groups: ["Client"], until: nil,
                excludesUnreached: unreached)
        ],
        steps: [
            Step(
                name: "closed", verb: "consolidate",
                action: .relational(RelationalStep(relation: closed, columns: kept, key: "case_id", need: need))),
            Step(
                name: "split_2", verb: "split",
                action: .split(
                    SplitStep(
                        from: "closed", into: ["reference", "holdout"], share: Exact(5, places: 1), key: "case_id",
                        salt: "s", columns: kept))),
        ] + more + [
            Step(
                name: "delete_9", verb: "delete",
                action: .delete(DeleteStep(relations: ["reference", "holdout"], after: []))),
            Step(name: "release_10", verb: "release", action: .release(ReleaseStep(results: ["closed"]))),
        ],
        testData: true)
}

/// A run in a folder of its own, and everything that it said.
private final class Trial {
    let scratch: Scratch
    let events = Mutex<[String]>([])
    var evidence: Evidence?
    var error: RunError?
    var runFolder: String = ""

    init(
        _ plan: Plan, statements made: [String] = statements, isInterrupted: @escaping @Sendable () -> Bool = { false }
    ) throws {
        scratch = try Scratch()
        _ = try scratch.database("system.db", made)
        try start(plan, isInterrupted)
    }

    private func start(_ plan: Plan, _ isInterrupted: @escaping @Sendable () -> Bool) throws {
        let options = RunOptions(
            base: scratch.path, runs: scratch.path + "/runs", waitSeconds: 0, clock: { UTC(seconds: 1_795_256_100) },
            isInterrupted: isInterrupted)
        do {
            evidence = try run(plan, options: options) { event in self.events.withLock { $0.append("\(event)") } }
            runFolder = scratch.path + "/runs/" + (evidence?.run ?? "")
        } catch {
            self.error = RunError(error, step: "", path: "")
            events.withLock { $0.append("\(error) \(self.error?.message.sv ?? "") \(self.error?.message.en ?? "")") }
        }
    }

    /// Everything that the run has told or left behind.
    func everything() throws -> String {
        var text = events.withLock { $0.joined(separator: "\n") }
        func collect(_ folder: String) throws {
            for name in try names(in: folder) {
                let path = folder + "/" + name
                if (try? names(in: path)) != nil {
                    try collect(path)
                } else {
                    text += String(decoding: try readWhole(path), as: UTF8.self)
                }
            }
        }
        if access(scratch.path + "/runs", F_OK) == 0 { try collect(scratch.path + "/runs") }
        return text
    }

    func expectClean() throws {
        let all = try everything()
        for canary in canaries { #expect(!all.contains(canary), "\(canary) got out") }
        for run in (try? names(in: scratch.path + "/runs")) ?? [] {
            let left = try names(in: scratch.path + "/runs/" + run)
            #expect(!left.contains("work") && !left.contains { $0.hasSuffix(".part") }, "\(left)")
        }
    }

    func losses(_ step: String) -> [String] {
        evidence?.steps.first { $0.step == step }?.losses.map { "\($0.from): \($0.reason.en): \($0.rows)" } ?? []
    }
}

@Suite struct RunTests {
    @Test func accountsForEveryRow() throws {
        let trial = try Trial(plan())
        let evidence = try #require(trial.evidence)
        #expect(evidence.outcome == .released)
        #expect(evidence.run == "2026-11-21T10-15-00Z-\(evidence.planDigest.prefix(8))")
        #expect(
            trial.losses("read") == [
                "System.cases: handling_days: outside 0..2000: 1",
                "System.cases: case_type: not one of its declared choices: 1",
                "System.cases: handling_days: not an integer: 1", "System.cases: case_id: duplicate key: 1",
                "System.cases: case_id: missing: 1",
                "System.parties: role: not one of its declared choices: 1", "System.parties: personal_no: missing: 1",
                "System.parties: personal_no: not a valid personnummer: 2",
            ])
        #expect(
            trial.losses("closed") == [
                "System.cases: objection: 3", "System.cases: cannot be matched to the register: 2",
                "System.cases: where: 1",
            ])
        let closed = try #require(evidence.steps.first { $0.step == "closed" })
        #expect(closed.rowsIn == [RowCount(of: "System.cases", rows: 7), RowCount(of: "System.parties", rows: 4)])
        #expect(closed.rowsOut == [RowCount(of: "closed", rows: 1)])
        let read = try #require(evidence.steps.first { $0.step == "read" })
        for table in ["System.cases", "System.parties"] {
            let lost = read.losses.filter { $0.from == table }.reduce(0) { $0 + $1.rows }
            #expect(
                read.rowsIn.first { $0.of == table }?.rows == lost + (read.rowsOut.first { $0.of == table }?.rows ?? 0))
        }
        try trial.expectClean()
    }

    @Test func objectionsAreHonouredWithoutExclusionToo() throws {
        let trial = try Trial(plan(unreached: false))
        #expect(trial.losses("closed") == ["System.cases: objection: 3", "System.cases: where: 1"])
        #expect(
            try String(decoding: readWhole(trial.runFolder + "/release/closed.csv"), as: UTF8.self)
                == "case_id,handling_days,children\ncase-1,10,0\ncase-8,80,0\ncase-10,100,0\n")
        try trial.expectClean()
    }

    @Test func releasesWithDigestsAndGates() throws {
        let trial = try Trial(plan())
        let evidence = try #require(trial.evidence)
        #expect(try names(in: trial.runFolder) == ["evidence.json", "plan.json", "release", "report.html"])
        #expect(try names(in: trial.runFolder + "/release") == ["closed.csv", "gates.json"])
        #expect(evidence.releases.map(\.path) == ["release/closed.csv", "release/gates.json"])
        for record in evidence.releases {
            let bytes = try readWhole(trial.runFolder + "/" + record.path)
            #expect(record.sha256 == Digest(of: bytes).hex && record.bytes == bytes.count)
        }
        #expect(try Digest(of: readWhole(trial.runFolder + "/plan.json")).hex == evidence.planDigest)
        let kept: Evidence = try CanonicalJSON.value(from: readWhole(trial.runFolder + "/evidence.json"))
        #expect(kept.outcome == .released && kept.steps.count == 5)
        #expect(evidence.deletions.map(\.what.en) == ["reference", "holdout", "input rows", "work/"])
        #expect(evidence.deletions.allSatisfy { $0.verified.en.contains("read back as zeros") && $0.bytes > 0 })
    }

    @Test func tooFewRowsStop() throws {
        let trial = try Trial(plan(need: RowRange(low: 100, high: 200)))
        guard case .failed(let step, let reason) = trial.evidence?.outcome else {
            Issue.record("it went on")
            return
        }
        #expect(step == "closed")
        #expect(reason.en.contains("1 rows") && reason.en.contains("100..200"))
        #expect(!trial.losses("closed").isEmpty)
        #expect(trial.evidence?.deletions.map(\.what.en) == ["reference", "holdout", "work/"])
        #expect(try names(in: trial.runFolder) == ["evidence.json", "plan.json", "report.html"])
        try trial.expectClean()
    }

    @Test func interruptedRunErases() throws {
        for after in [0, 1, 3, 6] {
            let calls = Atomic<Int>(0)
            let trial = try Trial(plan(), isInterrupted: { calls.wrappingAdd(1, ordering: .relaxed).oldValue >= after })
            #expect(trial.evidence?.outcome == .interrupted)
            #expect(trial.evidence?.releases.isEmpty == true)
            #expect(trial.evidence?.deletions.last?.what.en == "work/")
            try trial.expectClean()
        }
    }

    @Test func brokenPlanStops() throws {
        let bad = Step(
            name: "more", verb: "clean",
            action: .relational(
                RelationalStep(
                    relation: .filter(.result(of: "closed"), keep: .column("nope"), reason: .stated("where")), columns: [],
                    key: nil)))
        let trial = try Trial(plan(more: [bad]))
        guard case .failed(let step, _) = trial.evidence?.outcome else {
            Issue.record("it went on")
            return
        }
        #expect(step == "more")
        try trial.expectClean()
    }

    @Test func declaredColumnsHold() throws {
        let columns = [
            column("case_id", .id), column("n", .integer(low: 0, high: 50)),
            column("k", .choice(["custody"]), optional: true),
        ]
        let relation = Relation.project(
            .table(caseTable),
            [
                Derived("case_id", .column("case_id")), Derived("n", .column("handling_days")),
                Derived("k", .column("case_type")),
            ])
        let trial = try Trial(
            plan(more: [
                Step(
                    name: "narrow", verb: "clean",
                    action: .relational(
                        RelationalStep(relation: relation, columns: columns, key: "case_id")))
            ]))
        #expect(
            trial.losses("narrow") == ["narrow: n: outside 0..50: 3", "narrow: k: not one of its declared choices: 1"])
    }

    @Test func emptyTableIsNoCrash() throws {
        let trial = try Trial(plan(), statements: Array(statements.prefix(3)))
        #expect(trial.evidence?.outcome == .released)
        #expect(trial.evidence?.releases.first?.rows == 0)
    }

    @Test func missingSourceStopsBeforeAnything() throws {
        let trial = try Trial(plan(source: .sqlite(path: "none.db")))
        #expect(trial.error?.isSource == true)
        #expect(access(trial.scratch.path + "/runs", F_OK) != 0)
    }

    @Test func lockedWhileReadingIsTold() throws {
        let trial = try Trial(
            plan(source: .sqlite(path: "system.db")),
            statements: statements.map {
                $0.replacing("handling_days, secret", with: "handling_days_, secret")
            })
        guard case .source(let error) = trial.error else {
            Issue.record("it went on")
            return
        }
        #expect(
            error.problem
                == .noColumns(
                    ["handling_days"], table: "cases", existing: ["case_id", "case_type", "handling_days_", "secret"]))
    }

    @Test func objectionOnABadLineStops() throws {
        let scratch = try Scratch()
        _ = try scratch.file("cases.csv", "case_id,case_type,handling_days\nc,custody,1\n")
        _ = try scratch.file("parties.csv", "party_id,case_id,role,personal_no\np,c,client,189001019802\n\"KANARIE\n")
        _ = try scratch.file("objections.csv", "person,made_on\n189001019802,2026-01-01\nKANARIE\n")
        var plan = plan()
        let tables = plan.inputs[0].tables
        plan.inputs = tables.map { Input(dataset: $0.name, source: .csv(path: $0.name + ".csv"), tables: [$0]) }
        plan.optOuts[0].register = TableReference(dataset: "objections", table: "objections")
        plan.optOuts[0].matchedBy.table = TableReference(dataset: "parties", table: "parties")
        plan.steps = Array(plan.steps.suffix(1))
        plan.steps[0].action = .release(ReleaseStep(results: []))
        let said = Mutex<[String]>([])
        func start() throws -> Evidence {
            try run(plan, options: RunOptions(base: scratch.path, runs: scratch.path + "/runs")) { event in
                said.withLock { $0.append("\(event)") }
            }
        }
        let evidence = try start()
        guard case .failed(_, let reason) = evidence.outcome else {
            Issue.record("it went on")
            return
        }
        #expect(reason.en.contains("line 3") && !reason.en.contains("KANARIE"))
        _ = try scratch.file("objections.csv", "person,made_on\n189001019802,2026-01-01\n")
        let mended = try start()
        #expect(mended.outcome == .released)
        #expect(mended.remarks.contains { $0.en.contains("unclosed quote") && $0.en.contains("3") })
        #expect(!said.withLock { $0.joined() }.contains("KANARIE"))
    }
}

@Suite struct RunFilesTests {
    @Test func wholeOrNotAtAll() throws {
        let scratch = try Scratch()
        let path = scratch.path + "/f"
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            try writeWhole(path) { writer in
                try writer.write(String(repeating: "x", count: 200_000))
                throw Stop()
            }
        }
        #expect(try names(in: scratch.path).isEmpty)
        try writeWhole(path, Array("ok".utf8))
        #expect(throws: Stop.self) { try writeWhole(path) { _ in throw Stop() } }
        #expect(try readWhole(path) == Array("ok".utf8))
    }

    @Test func erasingLeavesNothing() throws {
        let scratch = try Scratch()
        try makeFolder(scratch.path + "/a/b")
        _ = try scratch.file("a/x", "KANARIE")
        _ = try scratch.file("a/b/y", String(repeating: "z", count: 3_000_000))
        symlink("/etc/hostname", scratch.path + "/a/link")
        let erased = try eraseFolder(scratch.path + "/a")
        #expect(erased.bytes == 3_000_007 && erased.overwritten)
        #expect(access("/etc/hostname", F_OK) == 0 && access(scratch.path + "/a", F_OK) != 0)
    }

    /// A second name of the same blocks shows that they were overwritten, not only unlinked.
    @Test func erasingOverwrites() throws {
        let scratch = try Scratch()
        let path = try scratch.file("x", "KANARIE")
        link(path, scratch.path + "/y")
        _ = try eraseFile(path)
        #expect(try readWhole(scratch.path + "/y") == [UInt8](repeating: 0, count: 7))
    }

    @Test func deletedRelationsLeaveTheDatabase() throws {
        let scratch = try Scratch()
        let work = try WorkDatabase(path: scratch.path + "/work.db")
        try fill(work, "result a", ["id"], (0..<2000).map { [.text("KANARIE-\($0)")] })
        try fill(work, "result b", ["id"], [[.text("stays")]])
        link(work.path, scratch.path + "/second")
        let erasure = try work.erase(["result a"])
        #expect(erasure.overwritten)
        #expect(try work.tables == ["result b"])
        #expect(try rows(work, "result b", ["id"]) == ["stays"])
        #expect(!String(decoding: try readWhole(work.path), as: UTF8.self).contains("KANARIE"))
        #expect(try readWhole(scratch.path + "/second").allSatisfy { $0 == 0 })
    }

    @Test func fullDatabaseIsFull() throws {
        let scratch = try Scratch()
        let database = try Database(path: scratch.path + "/t.db", mode: .create)
        try database.run("CREATE TABLE t(a)")
        try database.run("PRAGMA max_page_count = 10")
        #expect { try database.run("INSERT INTO t SELECT zeroblob(100000)") } throws: {
            ($0 as? DatabaseError)?.isFull == true
        }
    }

    @Test func moments() {
        #expect(UTC(seconds: 0).description == "1970-01-01T00:00:00Z")
        #expect(UTC(seconds: 1_795_256_100).description == "2026-11-21T10:15:00Z")
    }
}
