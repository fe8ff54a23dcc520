// `lagrum-engine run` as a program: exit codes, what it says, and what it leaves when it is stopped, killed for space or refused.
import Engine
import Evidence
import Glibc
import Plan
import Privacy
import Source
import Testing

/// Runs a shell line in a folder. `$ENGINE` is the program.
private func shell(_ line: String, in folder: String) throws -> (code: Int32, out: String, error: String) {
    var link = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &link, link.count - 1)
    try #require(length > 0)
    let bin = parent(of: String(decoding: link[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self))
    let candidates = [bin, parent(of: CommandLine.arguments[0])].map { $0 + "/lagrum-engine" }
    let engine = try #require(candidates.first { access($0, X_OK) == 0 }, "lagrum-engine is not built")
    let script = "cd '\(folder)'; ENGINE='\(engine)'; { \(line); } >out 2>err"
    var child = pid_t()
    let arguments: [UnsafeMutablePointer<CChar>?] = [strdup("sh"), strdup("-c"), strdup(script), nil]
    defer { for argument in arguments { free(argument) } }
    try #require(posix_spawn(&child, "/bin/sh", nil, nil, arguments, environ) == 0)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    func text(_ name: String) throws -> String { String(decoding: try readWhole(folder + "/" + name), as: UTF8.self) }
    return (code, try text("out"), try text("err"))
}

private let people = TableReference(dataset: "People", table: "people")
private let columns = [
    Column(name: "id", domain: .id), Column(name: "born", named: "Född", domain: .integer(low: 1900, high: 2026)),
    Column(name: "town", domain: .choice(["Umeå", "Lund"])),
]

private func plan(need: RowRange? = nil, path: String = "people.csv") -> Plan {
    Plan(
        edition: 2026, activity: Named("Try"), controller: Named("Firm"), purpose: Named("Trying"),
        law: LawBasis(packs: []),
        inputs: [
            Input(
                dataset: "People", source: .csv(path: path),
                tables: [Table(name: "people", named: "people", key: "id", columns: columns)])
        ],
        steps: [
            Step(
                name: "all", verb: "clean",
                action: .relational(RelationalStep(relation: .table(people), columns: columns, key: "id", need: need))),
            Step(name: "delete_2", verb: "delete", action: .delete(DeleteStep(relations: [], after: []))),
            Step(name: "release_3", verb: "release", action: .release(ReleaseStep(results: ["all"]))),
        ], testData: true)
}

private func prepared(_ plan: Plan, rows: Int = 10) throws -> Scratch {
    let scratch = try Scratch()
    _ = try scratch.file("plan.json", plan.canonicalBytes())
    var text = "id,Född,town\n"
    for row in 0..<rows { text += "person-\(row),\(1900 + row % 120),Umeå\n" }
    text += "KANARIE-1,31337,Lund\nKANARIE-2\n\"KANARIE-3,1950,Lund\nid9,1950,KANARIE-4\n"
    _ = try scratch.file("people.csv", text)
    return scratch
}

private func leftovers(_ scratch: Scratch) throws -> [String] {
    try names(in: scratch.path + "/runs").flatMap { run in try names(in: scratch.path + "/runs/" + run) }
}

@Suite struct RunProgramTests {
    @Test func doneSaysWhereThingsAre() throws {
        let scratch = try prepared(plan())
        let said = try shell("$ENGINE run --plan plan.json --lang en", in: scratch.path)
        #expect(said.code == 0)
        #expect(
            said.out.contains("Report: runs/") && said.out.contains("Released: runs/")
                && said.out.contains("/release/all.csv"))
        #expect(said.error.contains("born: outside 1900..2026") && said.error.contains("People.people 10"))
        #expect(!(said.out + said.error).contains("KANARIE"))
        #expect(try leftovers(scratch) == ["evidence.json", "plan.json", "release", "report.html"])
    }

    @Test func swedishAndPlainAndNone() throws {
        let scratch = try prepared(plan())
        let said = try shell(
            "LANG=sv_SE.UTF-8 LC_ALL= LC_MESSAGES= $ENGINE run --plan plan.json --progress plain", in: scratch.path)
        #expect(said.code == 0 && said.out.contains("Körningen är klar.") && said.out.contains("Rapport: "))
        #expect(said.error.contains("born: utanför 1900..2026") && said.error.contains("oläslig rad: fel antal fält"))
        let silent = try shell("$ENGINE run --plan plan.json --progress none --lang sv", in: scratch.path)
        #expect(silent.code == 0 && silent.error.isEmpty)
    }

    @Test func jsonLines() throws {
        let scratch = try prepared(plan())
        let said = try shell("$ENGINE run --plan plan.json --progress json", in: scratch.path)
        #expect(said.code == 0 && said.error.isEmpty)
        let lines = said.out.split(separator: "\n")
        #expect(lines.allSatisfy { $0.hasPrefix(#"{"event":""#) && $0.hasSuffix("}") })
        #expect(
            lines.first?.hasPrefix(#"{"event":"started""#) == true
                && lines.last?.hasPrefix(#"{"event":"finished""#) == true)
    }

    @Test func usageIsTwo() throws {
        let scratch = try prepared(plan())
        for line in [
            "run", "run --plan none.json", "run --plan people.csv", "run --plan plan.json --lang no",
            "run --plan plan.json --data x", "fly",
        ] {
            let said = try shell("$ENGINE \(line)", in: scratch.path)
            #expect(said.code == 2, "\(line)")
            #expect(!said.error.isEmpty && !said.error.contains("KANARIE"), "\(line)")
        }
        #expect(try shell("$ENGINE --help", in: scratch.path).code == 0)
    }

    @Test func unreadableInputIsTwo() throws {
        let scratch = try prepared(plan(path: "none.csv"))
        #expect(try shell("$ENGINE run --plan plan.json", in: scratch.path).code == 2)
        #expect(try shell("$ENGINE run --plan plan.json --data People=people.csv", in: scratch.path).code == 0)
        let said = try shell("$ENGINE run --plan plan.json --data People=plan.json --lang sv", in: scratch.path)
        #expect(said.code == 2 && said.error.contains("saknar"))
    }

    @Test func failureIsFive() throws {
        let scratch = try prepared(plan(need: RowRange(low: 100, high: 200)))
        let said = try shell("$ENGINE run --plan plan.json --lang en", in: scratch.path)
        #expect(said.code == 5 && said.error.contains("has 10 rows") && said.error.contains("100..200"))
        #expect(try leftovers(scratch) == ["evidence.json", "plan.json", "report.html"])
    }

    @Test func failedGateIsThree() throws {
        let scratch = try mainJobData()
        let gates = [Gate(measure: "two_way_similarity", comparison: .atLeast, limit: Exact(1))]
        _ = try scratch.file("plan.json", mainJob(gates: gates).canonicalBytes())
        let said = try shell("$ENGINE run --plan plan.json --lang en", in: scratch.path)
        #expect(said.code == 3)
        #expect(said.out.contains("quality.two_way_similarity") && said.out.contains("Nothing is released"))
        #expect(try leftovers(scratch) == ["evidence.json", "plan.json", "report.html"])
    }

    /// A limit on the size of a file stops the work database, and later the released file, in the middle of a write.
    @Test(arguments: [200, 1200]) func fullDisk(limit: Int) throws {
        let scratch = try prepared(plan(), rows: 60_000)
        let said = try shell("(ulimit -f \(limit); exec $ENGINE run --plan plan.json --lang en)", in: scratch.path)
        #expect(said.code == 5, "\(said)")
        #expect(said.error.contains("no room left"))
        #expect(try leftovers(scratch) == ["evidence.json", "plan.json", "report.html"])
        #expect(!said.error.contains("KANARIE") && !said.error.contains("person-"))
    }

    @Test func interruptErases() throws {
        for delay in ["0.02", "0.1", "0.3"] {
            let scratch = try prepared(plan(), rows: 50_000)
            let said = try shell(
                "$ENGINE run --plan plan.json --lang en & P=$!; sleep \(delay); kill -INT $P; wait $P", in: scratch.path
            )
            // It may have been done, or not yet begun to listen.
            #expect([0, 130].contains(said.code), "\(said)")
            guard access(scratch.path + "/runs", F_OK) == 0 else { continue }
            #expect(try !leftovers(scratch).contains("work"))
            if said.code == 130, said.error.contains("interrupted") {
                #expect(try leftovers(scratch) == ["evidence.json", "plan.json", "report.html"])
            }
        }
    }
}
