// What a run did, measured and decided: the document `evidence.json`, and what the report is drawn from.
import Plan
import Source

/// INVARIANT: holds no value of a personal column of a single row, ever: counts, shares, intervals and digests only.
/// INVARIANT: a sentence is a `Message`, in both languages, so that every reader's report comes from the same evidence. A `String` is a
/// name: of the specification, a measure, a method, a file.
public struct Evidence: Sendable, Codable {
    public var run: String
    public var tool: String
    public var planDigest: String
    public var activity: Named
    public var purpose: Named
    /// What the plan says it may rest on.
    public var legal: LegalRecord?
    public var startedAt: String
    public var finishedAt: String
    public var outcome: Outcome
    public var steps: [StepRecord] = []
    public var budgets: [BudgetRecord] = []
    public var evaluations: [EvaluationRecord] = []
    public var models: [ModelRecord] = []
    public var audits: [AuditRecord] = []
    public var gates: [GateRecord] = []
    public var deletions: [DeletionRecord] = []
    public var releases: [ReleaseRecord] = []
    /// What the reader must know of the evidence itself: which parts are internal, which guarantees are void.
    public var remarks: [Message] = []

    public init(
        run: String, tool: String, planDigest: String, activity: Named, purpose: Named, startedAt: String, finishedAt: String,
        outcome: Outcome
    ) {
        (self.run, self.tool, self.planDigest, self.activity, self.purpose) = (run, tool, planDigest, activity, purpose)
        (self.startedAt, self.finishedAt, self.outcome) = (startedAt, finishedAt, outcome)
    }

    public enum Outcome: Sendable, Codable, Equatable {
        case released
        case gateFailed([String])
        /// The reason never holds a value of a personal column.
        case failed(step: String, reason: Message)
        case interrupted

        enum GateFailedCodingKeys: String, CodingKey { case _0 = "gates" }
    }
}

/// The row account of a step.
public struct StepRecord: Sendable, Codable {
    public var step: String
    public var verb: String
    /// By source: a table or an earlier step's result.
    public var rowsIn: [RowCount]
    public var losses: [Loss]
    public var rowsOut: [RowCount]
    public var seconds: Double
    /// Earlier results that the step read and that have no rows: a synthesiser, a model.
    public var reads: [String]?
    public init(
        step: String, verb: String, rowsIn: [RowCount], losses: [Loss], rowsOut: [RowCount], seconds: Double,
        reads: [String]? = nil
    ) {
        (self.step, self.verb, self.rowsIn, self.losses) = (step, verb, rowsIn, losses)
        (self.rowsOut, self.seconds, self.reads) = (rowsOut, seconds, reads)
    }
}

public struct RowCount: Sendable, Codable, Equatable {
    public var of: String
    public var rows: Int
    public init(of: String, rows: Int) { (self.of, self.rows) = (of, rows) }
}

/// Rows that left, and why: by type, domain, objection, `where`, `reject`, duplicate…
public struct Loss: Sendable, Codable, Equatable {
    public var from: String
    public var reason: Message
    public var rows: Int
    public init(from: String, reason: Message, rows: Int) { (self.from, self.reason, self.rows) = (from, reason, rows) }
}

public struct BudgetRecord: Sendable, Codable {
    public var step: String
    public var mechanism: String
    public var unit: String
    public var epsilon: Exact
    public var delta: Exact
    /// zCDP, spent.
    public var rho: Double
    public var measurements: Int
    /// The noise was seeded, so the guarantee is void.
    public var seeded: Bool
    public init(
        step: String, mechanism: String, unit: String, epsilon: Exact, delta: Exact, rho: Double, measurements: Int, seeded: Bool
    ) {
        (self.step, self.mechanism, self.unit, self.epsilon, self.delta) = (step, mechanism, unit, epsilon, delta)
        (self.rho, self.measurements, self.seeded) = (rho, measurements, seeded)
    }
}

/// A measured quantity with its 95 % interval, how many trials it rests on, and where its method is described.
public struct Figure: Sendable, Codable, Equatable {
    public var name: String
    public var value: Double
    public var low: Double
    public var high: Double
    public var samples: Int
    public var method: Message
    public init(name: String, value: Double, low: Double, high: Double, samples: Int, method: Message) {
        (self.name, self.value, self.low, self.high, self.samples, self.method) = (name, value, low, high, samples, method)
    }
}

public struct EvaluationRecord: Sendable, Codable {
    public var step: String
    public var similarity: [Figure]
    public var utility: [Figure]
    public var attacks: [AttackRecord]
    public var copies: [Figure]
    /// Shares by level, for the pictures; internal.
    public var marginals: [MarginalRecord]
    public var seconds: Double
    public init(
        step: String, similarity: [Figure], utility: [Figure], attacks: [AttackRecord], copies: [Figure],
        marginals: [MarginalRecord], seconds: Double
    ) {
        (self.step, self.similarity, self.utility, self.attacks) = (step, similarity, utility, attacks)
        (self.copies, self.marginals, self.seconds) = (copies, marginals, seconds)
    }
}

/// One attack: `risk` is the excess of success over control, (r − c)/(1 − c).
public struct AttackRecord: Sendable, Codable {
    public enum Criterion: String, Sendable, Codable { case singlingOut, linkability, inference }
    public var criterion: Criterion
    /// The column, columns or dataset attacked.
    public var about: Message
    public var risk: Figure
    public var successRate: Double
    public var controlRate: Double
    public init(criterion: Criterion, about: Message, risk: Figure, successRate: Double, controlRate: Double) {
        (self.criterion, self.about, self.risk) = (criterion, about, risk)
        (self.successRate, self.controlRate) = (successRate, controlRate)
    }
}

/// A column's distribution in reference and synthetic rows. Levels of fewer than ten reference rows are pooled as `other`.
public struct MarginalRecord: Sendable, Codable {
    public var column: String
    public var levels: [Message]
    public var reference: [Double]
    public var synthetic: [Double]
    public init(column: String, levels: [Message], reference: [Double], synthetic: [Double]) {
        (self.column, self.levels, self.reference, self.synthetic) = (column, levels, reference, synthetic)
    }
}

public struct ModelRecord: Sendable, Codable {
    public var step: String
    public var method: String
    public var target: String
    public var features: [String]
    public var rows: Int
    public var rounds: Int
    /// Mean gain, by feature.
    public var importance: [String: Double]
    public init(
        step: String, method: String, target: String, features: [String], rows: Int, rounds: Int, importance: [String: Double]
    ) {
        (self.step, self.method, self.target, self.features) = (step, method, target, features)
        (self.rows, self.rounds, self.importance) = (rows, rounds, importance)
    }
}

public struct AuditRecord: Sendable, Codable {
    public var step: String
    public var model: String
    public var by: String
    public var groups: [GroupRecord]
    public var gaps: [Figure]
    public init(step: String, model: String, by: String, groups: [GroupRecord], gaps: [Figure]) {
        (self.step, self.model, self.by, self.groups, self.gaps) = (step, model, by, groups, gaps)
    }
}

public struct GroupRecord: Sendable, Codable {
    /// A level's name; for small groups counted together, what they are.
    public var group: Message
    public var rows: Int
    /// How many groups are too small to be shown, and are counted here together; 0 for a group that is shown.
    public var suppressed: Int
    /// Selection rate, true and false positive rate, calibration error, AUC.
    public var figures: [Figure]
    public init(group: Message, rows: Int, suppressed: Int = 0, figures: [Figure]) {
        (self.group, self.rows, self.suppressed, self.figures) = (group, rows, suppressed, figures)
    }
}

public struct GateRecord: Sendable, Codable {
    public var step: String
    public var measure: String
    public var comparison: Gate.Comparison
    public var limit: Exact
    public var figure: Figure
    /// The worse end of the interval, which is what is compared.
    public var worst: Double
    public var passed: Bool
    public init(
        step: String, measure: String, comparison: Gate.Comparison, limit: Exact, figure: Figure, worst: Double, passed: Bool
    ) {
        (self.step, self.measure, self.comparison, self.limit) = (step, measure, comparison, limit)
        (self.figure, self.worst, self.passed) = (figure, worst, passed)
    }
}

public struct DeletionRecord: Sendable, Codable {
    public var step: String
    /// A relation by its name, or in words what else there was.
    public var what: Message
    public var rows: Int
    public var bytes: Int
    /// How it was shown that it is gone, and what a file system can't promise.
    public var verified: Message
    public var at: String
    public init(step: String, what: Message, rows: Int, bytes: Int, verified: Message, at: String) {
        (self.step, self.what, self.rows, self.bytes, self.verified, self.at) = (step, what, rows, bytes, verified, at)
    }
}

public struct ReleaseRecord: Sendable, Codable {
    public var result: String
    /// Relative to the run's folder.
    public var path: String
    public var rows: Int?
    public var bytes: Int
    public var sha256: String
    public init(result: String, path: String, rows: Int?, bytes: Int, sha256: String) {
        (self.result, self.path, self.rows, self.bytes, self.sha256) = (result, path, rows, bytes, sha256)
    }
}
