// Runs a plan: sources checked, rows read, steps in order, duties discharged on every path, and the evidence of it all.
import Evidence
import Plan
import Source

/// What the place that runs decides; the plan says everything else.
public struct RunOptions: Sendable {
    /// The folder that paths in the plan start from.
    public var base: String
    /// By dataset, a path to read instead of the plan's.
    public var data: [String: String]
    /// The folder that gets the run's folder.
    public var runs: String
    public var language: Language
    public var tool: String
    /// How long to wait for a locked source.
    public var waitSeconds: Int
    public var clock: @Sendable () -> UTC
    public var isInterrupted: @Sendable () -> Bool

    public init(
        base: String, data: [String: String] = [:], runs: String, language: Language = .en, tool: String = "lagrum",
        waitSeconds: Int = 5,
        clock: @escaping @Sendable () -> UTC = { .now }, isInterrupted: @escaping @Sendable () -> Bool = { false }
    ) {
        (self.base, self.data, self.runs, self.language, self.tool) = (base, data, runs, language, tool)
        (self.waitSeconds, self.clock, self.isInterrupted) = (waitSeconds, clock, isInterrupted)
    }
}

/// - Returns: the evidence, also written to the run's folder, whatever the outcome was.
/// - Throws: `RunError` when the run could not begin: today is no day for it, a source is not as the plan says, or the run's folder can't be made.
public func run(_ plan: Plan, options: RunOptions, events: @escaping (RunEvent) -> Void) throws -> Evidence {
    try checkDays(of: plan, today: options.clock().day)
    let files = dataFiles(of: plan, options)
    for file in files { try file.check() }
    var run = try Run(plan, options, files, events)
    let outcome = run.attempt { run in
        try run.readSources(files)
        for (number, step) in plan.steps.enumerated() {
            try run.execute(step, number: number + 2)
            if !run.failedGates.isEmpty { return .gateFailed(run.failedGates) }
        }
        return .released
    }
    return run.conclude(outcome)
}

private func dataFiles(of plan: Plan, _ options: RunOptions) -> [DataFile] {
    plan.inputs.map { input in
        let stated =
            switch input.source {
            case .csv(let path), .sqlite(let path): path
            }
        let path = options.data[input.dataset] ?? (stated.hasPrefix("/") ? stated : options.base + "/" + stated)
        return DataFile(input: input, path: path, waitSeconds: options.waitSeconds)
    }
}

extension Run {
    /// What `body` came to, an error included.
    mutating func attempt(_ body: (inout Run) throws -> Evidence.Outcome) -> Evidence.Outcome {
        do { return try body(&self) } catch {
            let error = RunError(error, step: currentStep, path: folder.work)
            return error.isInterrupted
                ? .interrupted : .failed(step: currentStep, reason: error.message)
        }
    }

    mutating func execute(_ step: Step, number: Int) throws {
        try timed(step.name, step.verb, number) { run in
            switch step.action {
            case .relational(let action): try run.relational(action, step.name)
            case .split(let action): try run.split(action, step.name)
            case .learn(let action): try run.learn(action, step.name)
            case .generate(let action): try run.generate(action, step.name)
            case .evaluate(let action): try run.evaluate(action, step.name)
            case .train(let action): try run.train(action, step.name)
            case .audit(let action): try run.audit(action, step.name)
            case .delete(let action): try run.delete(action, step.name)
            case .release(let action): try run.release(action, step.name)
            }
        }
    }

    /// On every path: the personal data first, then the proof, and last, as one renaming, what may leave. Nothing is released when the
    /// data could not be erased or the evidence not be written.
    mutating func conclude(_ attempted: Evidence.Outcome) -> Evidence {
        var outcome = attempted
        func worsen(_ fault: RunError?) {
            if let fault, outcome == .released {
                outcome = .failed(step: currentStep, reason: fault.message)
            }
        }
        if let fault = eraseWork() {
            events(.warning(fault.message))
            worsen(fault)
        }
        if outcome != .released { withdraw() }
        remarkOnEvidence()
        worsen(writeEvidence(outcome))
        if outcome == .released { worsen(publish()) }
        if outcome != attempted {
            withdraw()
            _ = writeEvidence(outcome)
        }
        events(
            .finished(
                outcome: outcome, folder: folder.path, released: evidence.releases.map { folder.path + "/" + $0.path }))
        return evidence
    }
}
