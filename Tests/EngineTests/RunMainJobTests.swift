// The main job's way, small: learn, generate, evaluate, train, audit, delete, release — and what a failed gate leaves.
import Engine
import Evidence
import Glibc
import Plan
import Privacy
import Source
import Synchronization
import Testing

private let people = TableReference(dataset: "People", table: "people")
private let known = TableReference(dataset: "Known", table: "known")
private let columns = [
    Column(name: "id", domain: .id), Column(name: "town", domain: .choice(["Umeå", "Lund", "Visby, Gotland"])),
    Column(name: "days", domain: .integer(low: 0, high: 99), optional: true),
    Column(name: "cost", domain: .decimal(low: 0, high: 9999, places: 2)),
    Column(name: "closed", domain: .date(low: 18_000, high: 18_999)), Column(name: "late", domain: .flag),
]
private let model = [
    ModelColumn(name: "town", domain: columns[1].domain, levels: Levels(.nominal(["Umeå", "Lund", "Visby, Gotland"]))),
    ModelColumn(
        name: "days", domain: columns[2].domain,
        levels: Levels(.bands(edges: [0, 25, 50, 75, 99], unit: .number, places: 0), optional: true)),
    ModelColumn(
        name: "cost", domain: columns[3].domain,
        levels: Levels(.bands(edges: [0, 2500, 5000, 9999], unit: .number, places: 2))),
    ModelColumn(
        name: "closed", domain: columns[4].domain,
        levels: Levels(.bands(edges: [18_000, 18_500, 18_999], unit: .day, places: 0))),
    ModelColumn(name: "late", domain: .flag, levels: Levels(.flag)),
]

func mainJob(gates: [Gate]) -> Plan {
    Plan(
        edition: 2026, activity: Named("Job"), controller: Named("Firm"), purpose: Named("Trying"),
        law: LawBasis(packs: []),
        inputs: [
            Input(
                dataset: "People", source: .csv(path: "people.csv"),
                tables: [Table(name: "people", named: "people", key: "id", columns: columns)]),
            Input(
                dataset: "Known", source: .csv(path: "known.csv"),
                tables: [
                    Table(
                        name: "known", named: "known", key: nil,
                        columns: [Column(name: "days", domain: .integer(low: 0, high: 500))])
                ]),
        ],
        steps: [
            Step(
                name: "all", verb: "clean",
                action: .relational(RelationalStep(relation: .table(people), columns: columns, key: "id"))),
            Step(
                name: "split_2", verb: "split",
                action: .split(
                    SplitStep(
                        from: "all", into: ["reference", "holdout"], share: Exact(7, places: 1), key: "id", salt: "s",
                        columns: columns))),
            Step(
                name: "synthesiser", verb: "learn",
                action: .learn(
                    LearnStep(
                        method: .mst, from: "reference", columns: model, unit: "id", epsilon: Exact(3),
                        delta: Exact(1, places: 9), seed: 1))),
            Step(name: "synthetic", verb: "generate", action: .generate(GenerateStep(from: "synthesiser", rows: 1500))),
            Step(
                name: "quality", verb: "evaluate",
                action: .evaluate(
                    EvaluateStep(
                        synthetic: "synthetic", reference: "reference", holdout: "holdout", columns: model,
                        combinedWith: [Auxiliary(table: known, columns: [model[1]])], secrets: ["late"], target: "late",
                        attacks: 200, gates: gates))),
            Step(
                name: "risk_model", verb: "train",
                action: .train(
                    TrainStep(
                        method: .gradientBoosting, on: "synthetic", target: "late", columns: model, rounds: 20, depth: 3
                    ))),
            Step(
                name: "fairness", verb: "audit",
                action: .audit(
                    AuditStep(
                        model: "risk_model", on: "holdout", groups: ["town"],
                        gates: [Gate(measure: "equal_opportunity_gap", comparison: .atMost, limit: Exact(1))]))),
            Step(
                name: "delete_8", verb: "delete",
                action: .delete(
                    DeleteStep(relations: ["all", "reference", "holdout"], after: ["quality", "fairness"]))),
            Step(
                name: "release_9", verb: "release", action: .release(ReleaseStep(results: ["synthetic", "risk_model"]))),
        ], testData: true)
}

func mainJobData() throws -> Scratch {
    let scratch = try Scratch()
    var generator = SeededGenerator(seed: 11)
    var text = "id,town,days,cost,closed,late\r\n"
    var other = "days\n"
    for row in 0..<2500 {
        let days = Int.random(in: 0...99, using: &generator)
        let late = Int.random(in: 0...99, using: &generator) < days ? "ja" : "nej"
        let town = ["Umeå", "Lund", "\"Visby, Gotland\""][min(2, days / 40)]
        let closed = Day(number: 18_000 + Int.random(in: 0...999, using: &generator))
        text +=
            "person-\(row),\(town),\(row % 10 == 0 ? "" : String(days)),\(row % 100).\(row % 90 + 10),\(closed),\(late)\r\n"
        other += "\(row % 200)\n"
    }
    _ = try scratch.file("people.csv", text)
    _ = try scratch.file("known.csv", other)
    return scratch
}

private func run(_ gates: [Gate]) throws -> (Scratch, Evidence) {
    let scratch = try mainJobData()
    return (
        scratch,
        try Engine.run(mainJob(gates: gates), options: RunOptions(base: scratch.path, runs: scratch.path + "/runs")) { _ in
        }
    )
}

@Suite struct RunMainJobTests {
    @Test func theWholeWay() throws {
        let (scratch, evidence) = try run([
            Gate(measure: "two_way_similarity", comparison: .atLeast, limit: Exact(3, places: 1)),
            Gate(measure: "worst_risk", comparison: .atMost, limit: Exact(1)),
        ])
        #expect(evidence.outcome == .released, "\(evidence.outcome)")
        let folder = scratch.path + "/runs/" + evidence.run
        #expect(try names(in: folder) == ["evidence.json", "plan.json", "release", "report.html"])
        #expect(try names(in: folder + "/release") == ["gates.json", "risk_model.json", "synthetic.csv"])
        #expect(evidence.gates.count == 3 && evidence.gates.allSatisfy(\.passed))
        #expect(evidence.budgets.count == 1 && evidence.budgets[0].step == "synthesiser" && evidence.budgets[0].seeded)
        #expect(evidence.remarks.contains { $0.en.contains("seed") })
        #expect(evidence.evaluations.count == 1 && evidence.models.count == 1 && evidence.audits.count == 1)
        #expect(
            evidence.steps.map(\.verb) == [
                "read", "clean", "split", "learn", "generate", "evaluate", "train", "audit", "delete", "release",
            ])

        var reader = CSVReader(file: open(folder + "/release/synthetic.csv", O_RDONLY))
        #expect(reader.header == ["town", "days", "cost", "closed", "late"])
        var rows = 0
        var missing = 0
        let coercions = columns.dropFirst().map { Coercion($0, today: testDay) }
        while case .record = reader.next() {
            rows += 1
            for (place, coercion) in coercions.enumerated() {
                let text = reader.text(at: place)
                if text.isEmpty { missing += 1 }
                if case .rejected(let reason) = coercion(.text(text)) { Issue.record("row \(rows): \(reason.message.en)") }
            }
        }
        #expect(rows == 1500 && missing > 50)
        // What leaves holds no figure that was computed from personal data.
        let gates = String(decoding: try readWhole(folder + "/release/gates.json"), as: UTF8.self)
        #expect(gates.contains("two_way_similarity") && !gates.contains("figure") && !gates.contains("worst\""))
    }

    @Test func aFailedGateReleasesNothing() throws {
        let (scratch, evidence) = try run([Gate(measure: "two_way_similarity", comparison: .atLeast, limit: Exact(1))])
        #expect(evidence.outcome == .gateFailed(["quality.two_way_similarity"]))
        #expect(evidence.models.isEmpty && evidence.releases.isEmpty)
        #expect(evidence.deletions.map(\.what.en) == ["all", "reference", "holdout", "work/"])
        #expect(evidence.deletions.allSatisfy { $0.bytes > 0 && $0.verified.en.contains("zeros") })
        #expect(evidence.deletions.prefix(3).allSatisfy { $0.rows > 0 })
        #expect(try names(in: scratch.path + "/runs/" + evidence.run) == ["evidence.json", "plan.json", "report.html"])
    }

    @Test func noiseIsSeededOnTestDataOnly() throws {
        let scratch = try mainJobData()
        var plan = mainJob(gates: [])
        plan.testData = false
        let evidence = try Engine.run(plan, options: RunOptions(base: scratch.path, runs: scratch.path + "/runs")) {
            _ in
        }
        guard case .failed("synthesiser", let reason) = evidence.outcome else {
            Issue.record("it went on")
            return
        }
        #expect(reason.en.contains("test data"))
    }

    @Test func aValueOutsideTheLevelsIsAnError() throws {
        let scratch = try mainJobData()
        var plan = mainJob(gates: [])
        if case .learn(var step) = plan.steps[2].action {
            step.columns[0].levels = Levels(.nominal(["Umeå", "Lund"]))
            plan.steps[2].action = .learn(step)
        }
        let evidence = try Engine.run(plan, options: RunOptions(base: scratch.path, runs: scratch.path + "/runs")) {
            _ in
        }
        guard case .failed("synthesiser", let reason) = evidence.outcome else {
            Issue.record("it went on")
            return
        }
        #expect(reason.en.contains("reference.town") && !reason.en.contains("Visby"))
    }

    @Test func aUnitHasNoMoreRowsThanItsProtectionCounts() throws {
        let scratch = try mainJobData()
        var plan = mainJob(gates: [])
        if case .learn(var step) = plan.steps[2].action {
            (step.unit, step.atMost) = ("town", 5)
            plan.steps[2].action = .learn(step)
        }
        let evidence = try Engine.run(plan, options: RunOptions(base: scratch.path, runs: scratch.path + "/runs")) {
            _ in
        }
        let account = try #require(evidence.steps.first { $0.step == "synthesiser" })
        let beyond = try #require(account.losses.first)
        #expect(account.losses.count == 1 && account.rowsIn[0].rows - beyond.rows == 3 * 5)
    }

    /// Whoever interrupts in the middle of a step does not wait for its end.
    @Test(arguments: ["synthesiser", "synthetic", "quality", "risk_model"]) func interruptEndsAStep(step: String) throws {
        let scratch = try mainJobData()
        let asked = Flag()
        let evidence = try Engine.run(
            mainJob(gates: []),
            options: RunOptions(base: scratch.path, runs: scratch.path + "/runs", isInterrupted: { asked.isSet })
        ) { event in
            if case .stepStarted(step, _, _, _) = event { asked.set() }
        }
        #expect(evidence.outcome == .interrupted && evidence.steps.last?.step == step)
        #expect(evidence.deletions.last?.what.en == "work/" && evidence.releases.isEmpty)
    }
}

private final class Flag: Sendable {
    private let value = Atomic<Bool>(false)
    var isSet: Bool { value.load(ordering: .relaxed) }
    func set() { value.store(true, ordering: .relaxed) }
}
