// The algebra on SQLite: every operator on small tables, its row account, and the SQL that it becomes.
import Engine
import Plan
import Source
import Testing

private let cases = Fixture(
    "cases", ["id", "type", "days"],
    [
        [.text("a"), .text("x"), .integer(10)], [.text("b"), .text("x"), .missing],
        [.text("c"), .text("y"), .integer(30)],
        [.text("d"), .text("x"), .integer(10)],
    ])
private let parties = Fixture(
    "parties", ["id", "role", "born", "ill"],
    [
        [.text("a"), .text("child"), .integer(2010), .integer(0)],
        [.text("a"), .text("client"), .integer(1980), .integer(1)],
        [.text("a"), .text("child"), .integer(2012), .missing], [.text("c"), .text("client"), .missing, .integer(0)],
        [.text("c"), .text("client"), .integer(1970), .missing],
        [.missing, .text("child"), .integer(2000), .integer(1)],
    ])

@Suite struct RelationsTests {
    @Test func filterKeepsTrueOnly() throws {
        let long: Expression = .binary(.less, .column("days"), .integer(20))
        #expect(
            try evaluated(.filter(table("cases"), keep: long, reason: .stated("where")), over: [cases])
                == (["a x 10", "d x 10"], ["d.cases: where: 2"]))
        #expect(
            try evaluated(.filter(table("cases"), keep: .not(long), reason: .stated("where")), over: [cases])
                == (["c y 30"], ["d.cases: where: 3"]))
        #expect(
            try evaluated(.filter(table("cases"), keep: .isMissing(.column("days")), reason: .stated("where")), over: [cases])
                .rows
                == ["b x -"])
    }

    @Test func accountIsByOperator() throws {
        let relation = Relation.filter(
            .filter(table("cases"), keep: .not(.isMissing(.column("days"))), reason: .stated("open")),
            keep: .binary(.equal, .column("type"), .text("x")), reason: .stated("type"))
        #expect(
            try evaluated(relation, over: [cases]) == (["a x 10", "d x 10"], ["d.cases: open: 1", "d.cases: type: 1"]))
    }

    @Test func projectComputes() throws {
        let relation = Relation.project(
            table("cases"),
            [
                Derived("id", .column("id")), Derived("twice", .binary(.times, .column("days"), .integer(2))),
                Derived("is_x", .among(.column("type"), [.text("x"), .text("z")])),
            ])
        #expect(try evaluated(relation, over: [cases]).rows == ["a 20 1", "b - 1", "c 60 0", "d 20 1"])
    }

    @Test func groupAggregates() throws {
        let child: Expression = .binary(.equal, .column("role"), .text("child"))
        let relation = Relation.group(
            table("parties"), key: "id",
            [
                Aggregate("n", .count), Aggregate("children", .count, condition: child),
                Aggregate("ill", .any, of: .column("ill")),
                Aggregate("all_ill", .every, of: .column("ill")), Aggregate("first", .min, of: .column("born")),
                Aggregate("last", .max, of: .column("born"), condition: .not(child)),
                Aggregate("sum", .sum, of: .column("born"), condition: child),
            ])
        // a: ill is {0, 1, missing}: any is true, every is false. c: {0, missing}: any is missing, every is false.
        #expect(try evaluated(relation, over: [parties]).rows == ["a 3 2 1 0 1980 1980 4022", "c 2 0 - 0 1970 1970 -"])
    }

    @Test func joinKeepsEveryLeftRow() throws {
        let child: Expression = .binary(.equal, .column("role"), .text("child"))
        let groups = Relation.group(
            table("parties"), key: "id",
            [
                Aggregate("children", .count, condition: child), Aggregate("born", .max, of: .column("born")),
                Aggregate("all", .every, of: child),
            ])
        // b and d have no parties.
        #expect(
            try evaluated(.join(table("cases"), groups, key: "id"), over: [cases, parties]).rows
                == ["a x 10 2 2012 0", "b x - - - -", "c y 30 0 1970 0", "d x 10 - - -"])
    }

    @Test func joinRefusesASecondRow() throws {
        let relation = Relation.join(table("cases"), table("parties"), key: "id")
        #expect { try evaluated(relation, over: [cases, parties]) } throws: {
            ($0 as? DatabaseError)?.isDuplicate == true
        }
    }

    @Test func distinctKeepsTheLeastKey() throws {
        let twin = Fixture("cases", cases.columns, cases.rows + [[.text("0"), .text("x"), .missing]])
        #expect(
            try evaluated(.distinct(table("cases"), reason: .stated("duplicate")), key: "id", over: [twin])
                == (["0 x -", "a x 10", "c y 30"], ["d.cases: duplicate: 2"]))
        #expect(
            try evaluated(
                .distinct(.project(table("cases"), [Derived("t", .column("type"))]), reason: .stated("same")), over: [cases])
                == (["x", "y"], ["d.cases: same: 2"]))
    }

    @Test func resultsAreRead() throws {
        let scratch = try Scratch()
        let (work, tables) = try workDatabase(scratch, [cases])
        var scope = tables
        scope.results["first"] = try lowerAndMake(table("cases"), "first", work, scope)
        let relation = Relation.filter(
            .result(of: "first"), keep: .binary(.equal, .column("type"), .text("y")), reason: .stated("where"))
        let made = try work.make(lower(relation, as: "second", key: nil, in: scope))
        #expect(made.rows == 1)
        #expect(made.losses.map { "\($0.from) \($0.reason.message.en) \($0.rows)" } == ["first where 3"])
    }

    private func lowerAndMake(_ relation: Relation, _ name: String, _ work: WorkDatabase, _ scope: Scope) throws
        -> [String]
    {
        let lowered = try lower(relation, as: name, key: nil, in: scope)
        _ = try work.make(lowered)
        return lowered.columns
    }

    @Test func namesMustExist() {
        func fault(_ relation: Relation) -> RelationError? {
            do throws(RelationError) {
                _ = try lower(
                    relation, as: "r", key: nil,
                    in: Scope(tables: [cases.reference: cases.columns, parties.reference: parties.columns]))
                return nil
            } catch { return error }
        }
        #expect(fault(table("none")) == .unknownTable("d.none"))
        #expect(fault(.result(of: "r")) == .unknownResult("r"))
        #expect(fault(.filter(table("cases"), keep: .column("nope"), reason: .stated(""))) == .unknownColumn("nope"))
        #expect(fault(.withoutObjectors(table("cases"), optOut: "o", key: "id")) == .unknownOptOut("o"))
        #expect(
            fault(.project(table("cases"), [Derived("a", .column("id")), Derived("a", .column("id"))]))
                == .repeatedColumn("a"))
        #expect(fault(.group(table("cases"), key: "id", [Aggregate("a", .sum)])) == .noOperand(aggregate: "a"))
        #expect(
            fault(
                .join(
                    table("cases"),
                    .project(table("cases"), [Derived("id", .column("id")), Derived("days", .integer(1))]), key: "id"))
                == .repeatedColumn("days"))
    }

    @Test func namesAreQuotedAndValuesBound() throws {
        let evil = "x\" ; DROP TABLE t --"
        let fixture = Fixture(evil, ["id", evil], [[.text("1"), .text(evil)], [.text("2"), .text("y")]])
        let relation = Relation.filter(table(evil), keep: .binary(.equal, .column(evil), .text(evil)), reason: .stated("where"))
        #expect(try evaluated(relation, over: [fixture]).rows == ["1 \(evil)"])
    }

    /// The text of the statements, so that a change of the lowering is seen.
    @Test func loweringSnapshot() throws {
        let optOut = OptOut(
            name: "o", register: TableReference(dataset: "d", table: "objections"), person: "person",
            matchedBy: ColumnReference(table: parties.reference, column: "born"), groups: [], until: nil,
            excludesUnreached: true)
        let scope = Scope(
            tables: [cases.reference: cases.columns, parties.reference: parties.columns], optOuts: ["o": optOut])
        let groups = Relation.group(
            table("parties"), key: "id",
            [
                Aggregate("children", .count, condition: .binary(.equal, .column("role"), .text("child")))
            ])
        let relation = Relation.project(
            .join(
                .filter(
                    .withoutObjectors(table("cases"), optOut: "o", key: "id"),
                    keep: .binary(
                        .and, .binary(.equal, .column("type"), .text("x")), .not(.isMissing(.column("days")))),
                    reason: .stated("where")),
                groups, key: "id"),
            [
                Derived("id", .column("id")), Derived("days", .band(.column("days"), edges: [0, 30, 90])),
                Derived("children", .column("children")),
            ])
        let lowered = try lower(relation, as: "closed", key: "id", in: scope)
        let shown = lowered.stages.map {
            "\($0.table)(\($0.columns.joined(separator: ","))): \($0.select.text) \($0.select.values)"
        }
        #expect(
            shown == [
                #"stage closed 1(id,type,days): SELECT "id", "type", "days" FROM "input d.cases" WHERE "id" IS NULL OR "id" NOT IN (SELECT "key id" FROM "match o" WHERE "key id" IS NOT NULL AND "person" IN (SELECT "person" FROM "register o")) []"#,
                #"stage closed 2(id,type,days): SELECT "id", "type", "days" FROM "stage closed 1" WHERE "id" IN (SELECT "key id" FROM "match o" WHERE "key id" IS NOT NULL GROUP BY "key id" HAVING min("valid") = 1) []"#,
                #"stage closed 3(id,type,days): SELECT "id", "type", "days" FROM "stage closed 2" WHERE (("type" = ?) AND (NOT ("days" IS NULL))) [Engine.Value.text("x")]"#,
                #"stage closed 4(id,children): SELECT "id", count(*) FILTER (WHERE ("role" = ?)) AS "children" FROM "input d.parties" WHERE "id" IS NOT NULL GROUP BY "id" [Engine.Value.text("child")]"#,
                #"result closed(id,days,children): SELECT "id", "days", "children" FROM (SELECT "id" AS "id", (CASE WHEN "days" < ? OR "days" > ? THEN NULL WHEN "days" < ? THEN ? WHEN "days" <= ? THEN ? END) AS "days", "children" AS "children" FROM (SELECT l."id", l."type", l."days", r."children" FROM "stage closed 3" AS l LEFT JOIN "stage closed 4" AS r ON l."id" = r."id")) [Engine.Value.integer(0), Engine.Value.integer(90), Engine.Value.integer(30), Engine.Value.integer(0), Engine.Value.integer(90), Engine.Value.integer(30)]"#,
            ])
        #expect(lowered.stages.map { $0.loss?.reason } == [.objection, .unmatched, .planned(.stated("where")), nil, nil])
    }
}

@Suite struct RelationsSplitTests {
    /// Against hashes computed with another tool.
    @Test func knownHashes() {
        func part(_ key: String, _ share: Exact) -> Bool {
            isFirstPart(salt: Array("salt".utf8), key: Array(key.utf8), share: share)
        }
        for (key, place) in knownPlaces {
            #expect(part(key, Exact(place + 1, places: 4)), "\(key)")
            #expect(!part(key, Exact(place, places: 4)), "\(key)")
        }
        #expect(!part("a", Exact(0)))
        #expect(part("a", Exact(1)))
    }

    @Test func partsAreDisjointAndWhole() throws {
        let scratch = try Scratch()
        let (work, _) = try workDatabase(scratch, [])
        let keys = (0..<5000).map { "case-\($0)" }
        try fill(work, "result r", ["id"], keys.map { [.text($0)] })
        let counts = try work.split(
            "result r", into: ["result a", "result b"], columns: ["id"], key: "id", salt: "s",
            share: Exact(8, places: 1))
        #expect(counts.reduce(0, +) == 5000)
        #expect((3900...4100).contains(counts[0]))
        let expected = keys.filter {
            isFirstPart(salt: Array("s".utf8), key: Array($0.utf8), share: Exact(8, places: 1))
        }
        #expect(try rows(work, "result a", ["id"]) == expected.sorted())
    }
}

/// By key, the hash's first 8 bytes as a share of 2^64, in whole ten-thousandths; from Python's hashlib.
private let knownPlaces: [(String, Int64)] = [
    ("a", 5888),
    ("b", 4399),
    ("case-1", 1233),
    ("case-2", 3966),
    ("Ärende 7", 1632),
    ("", 259),
]
