// What a run holds between its steps, and how a step is timed, counted and told.
import Evidence
import Plan
import Source

/// One result: a relation in the work database, drawn rows, or something learnt.
enum Made {
    case relation(columns: [Column], key: String?, rows: Int)
    case drawn(CodedTable)
    case synthesiser(Synthesiser)
    case model(GradientBoosting)
}

struct Run {
    let plan: Plan
    let options: RunOptions
    let folder: RunFolder
    let digest: Digest
    let events: (RunEvent) -> Void
    var work: WorkDatabase
    var made: [String: Made] = [:]
    /// By table, the accepted rows.
    var inputRows: [TableReference: Int] = [:]
    var evidence: Evidence
    var currentStep = "read"
    /// What the step has counted so far.
    var account = StepRecord(step: "", verb: "", rowsIn: [], losses: [], rowsOut: [], seconds: 0)
    /// The relations whose deletion the plan asks for, and which still lie in the work folder.
    var erased: Set<String> = []

    init(_ plan: Plan, _ options: RunOptions, _ files: [DataFile], _ events: @escaping (RunEvent) -> Void) throws {
        (self.plan, self.options, self.events) = (plan, options, events)
        do {
            let bytes = try plan.canonicalBytes()
            digest = Digest(of: bytes)
            let started = options.clock()
            folder = try RunFolder(under: options.runs, digest: digest.hex, at: started)
            evidence = Evidence(
                run: folder.name, tool: options.tool, planDigest: digest.hex, activity: plan.activity,
                purpose: plan.purpose,
                startedAt: started.description, finishedAt: started.description, outcome: .interrupted)
            evidence.legal = LegalRecord(plan)
            do {
                try writeWhole(folder.path + "/plan.json", bytes)
                work = try WorkDatabase(path: folder.database, isInterrupted: options.isInterrupted)
            } catch {
                _ = try? eraseFolder(folder.work)
                throw error
            }
        } catch { throw RunError(error, step: "start", path: options.runs) }
        events(.started(run: folder.name, folder: folder.path, steps: plan.steps.count + 1))
    }

    var failedGates: [String] { evidence.gates.filter { !$0.passed }.map { "\($0.step).\($0.measure)" } }

    /// Runs one step with its own row account and time.
    mutating func timed(_ name: String, _ verb: String, _ number: Int, _ body: (inout Run) throws -> Void) throws {
        currentStep = name
        account = StepRecord(step: name, verb: verb, rowsIn: [], losses: [], rowsOut: [], seconds: 0)
        try checkInterrupt()
        events(.stepStarted(step: name, verb: verb, number: number, of: plan.steps.count + 1))
        let begun = ContinuousClock.now
        let gates = evidence.gates.count
        func close(_ run: inout Run) {
            run.account.seconds = begun.duration(to: .now).seconds
            run.evidence.steps.append(run.account)
            run.events(.stepFinished(run.account))
        }
        // The account of a step that fails is kept: it is what explains, say, too few rows.
        do { try body(&self) } catch {
            close(&self)
            throw error
        }
        close(&self)
        for gate in evidence.gates.dropFirst(gates) { events(.gate(gate)) }
    }

    func checkInterrupt() throws { if options.isInterrupted() { throw RunError.interrupted } }

    func progress(_ done: Int, _ share: Double?) throws {
        try checkInterrupt()
        events(.progress(step: currentStep, done: done, share: share))
    }

    mutating func warn(_ message: Message) {
        evidence.remarks.append(message)
        events(.warning(message))
    }

    /// The same for the same plan and step: for drawing what needs no secrecy.
    func seed(_ purpose: String) -> UInt64 {
        Digest(of: digest.bytes + Array(purpose.utf8)).bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// A result of an earlier step as codes; one that was drawn has them already.
    func coded(_ result: String, _ columns: [ModelColumn]) throws -> CodedTable {
        switch made[result] {
        case .drawn(let table):
            let places = columns.compactMap { column in table.columns.firstIndex { $0 == column } }
            guard places.count == columns.count else {
                throw RunError.plan(
                    Message(
                        sv: "\(result) saknar kolumner som \(currentStep) läser",
                        en: "\(result) lacks columns that \(currentStep) reads"))
            }
            return CodedTable(columns: columns, codes: places.map { table.codes[$0] }, rows: table.rows)
        case .relation: return try coded(table: WorkName.result(result), called: result, columns)
        case .synthesiser, .model, nil:
            throw RunError.plan(
                Message(
                    sv: "\(currentStep) läser \(result), som inte är en relation",
                    en: "\(currentStep) reads \(result), which is no relation"))
        }
    }

    /// - Parameter strict: a value outside the levels is an error; else its row is left out, and counted.
    func coded(table: String, called name: String, _ columns: [ModelColumn], strict: Bool = true) throws -> CodedTable {
        var builder = CodedTableBuilder(columns)
        var rows = 0
        try work.rows(of: table, columns.map(\.name)) { row in
            if let place = builder.add(row), strict { throw CodingError(relation: name, column: columns[place].name) }
            rows += 1
            if rows % 65_536 == 0 { try checkInterrupt() }
        }
        return builder.table
    }

    func rows(of result: String) -> Int? {
        switch made[result] {
        case .relation(_, _, let rows): rows
        case .drawn(let table): table.rows
        case .synthesiser, .model, nil: nil
        }
    }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
