// Evaluates law packs over a model: findings with their derivations, decisions, and what is not stated.
import Model
import Source

/// Asks every rule of the packs about the model, as the law stands on a day.
///
/// Pure: the same packs, model and day give the same result, in the same order, for any number of jobs, and whether or not
/// results are taken over from before.
/// - Parameter raised: severities that a configuration sets higher than the packs do; a lower one counts for nothing.
/// - Parameter previous: the memory of an earlier result over the same packs. Its declarations have the same numbers in `model`.
/// - Parameter changed: what is another in `model` than it was then; nil: everything may be.
/// - Parameter clock: nanoseconds; with one, the result tells what each rule cost.
public func evaluate(
    _ packs: [Pack], over model: Model, asOf: Day, raised: [String: Severity] = [:], after previous: LawMemory? = nil,
    changed: LawChange? = nil, jobs: Int = coreCount, clock: (@Sendable () -> UInt64)? = nil
) -> LawResult {
    run(packs, over: model, asOf: asOf, raised: raised, after: previous, changed: changed, jobs: jobs, clock: clock)
}

/// The same, with every binding asked of the evaluator that explains: what a test compares the machine with.
package func evaluateExplainingAll(_ packs: [Pack], over model: Model, asOf: Day) -> LawResult {
    run(packs, over: model, asOf: asOf, explainsAll: true)
}

private func run(
    _ packs: [Pack], over model: Model, asOf: Day, raised: [String: Severity] = [:], after previous: LawMemory? = nil,
    changed: LawChange? = nil, jobs: Int = 1, clock: (@Sendable () -> UInt64)? = nil, explainsAll: Bool = false
) -> LawResult {
    let rules = packs.flatMap(\.rules)
    let program = previous.flatMap { $0.program.serves(rules, over: model) ? $0.program : nil } ?? Program(rules, over: model)
    let context = RunContext(
        program, packs, over: model, asOf: asOf, raised: raised, clock: clock, explainsAll: explainsAll)
    return LawRun(context, after: previous, changed: changed, jobs: jobs).result(packs, jobs: jobs)
}

/// Weighs one decision of the packs, named by its name and arguments; nil when no pack has it or the arguments don't fit.
public func decide(_ name: String, _ arguments: [Value], _ packs: [Pack], over model: Model, asOf: Day)
    -> DecisionResult?
{
    guard let decision = packs.lazy.compactMap({ $0.decision(name) }).first else { return nil }
    let least = decision.parameters.count - (decision.each == nil ? 0 : 1)
    guard (least...decision.parameters.count).contains(arguments.count) else { return nil }
    let evaluation = Evaluation(packs, over: model, asOf: asOf)
    return evaluation.explained(evaluation.decide(decision, arguments))
}

/// What the law says of a model on a day.
public struct LawResult: Sendable {
    /// What stands: findings of the rules, and what is not stated (N900). In the order of their places.
    public let findings: [Diagnostic]
    /// Each finding of a rule, fired or silenced, with what it is about.
    public let firings: [Firing]
    /// Findings that the specification allows, with its reasons.
    public let silenced: [Silenced]
    /// Every fact that some rule waits for.
    public let missing: [Missing]
    /// The first day from which the results are as on the day of the check; nil: since ever.
    public let sameFrom: Day?
    /// The last day to which they stay the same; nil: for good, as far as the packs know.
    public let sameThrough: Day?
    public let asOf: Day
    /// By rule in the order of the packs, where the run was given a clock.
    public let profile: [RuleProfile]
    /// What the next run may take over.
    public let memory: LawMemory
    let model: Model
    let packs: [Pack]

    /// A rule that holds of something.
    public struct Firing: Sendable {
        public let code: String
        public let diagnostic: Diagnostic
        /// What the rule's `at` points at, and by which property.
        public let entity: EntityID?
        public let property: String?
        /// What the rule's variables stand for.
        public let bindings: [(name: String, value: Value)]
        public let silenced: Bool
    }

    public struct Silenced: Sendable {
        public let diagnostic: Diagnostic
        public let because: String
        public let until: Day?
        /// The role that must sign for it, where the finding is an error.
        public let by: String?
        public let entity: EntityID
    }

    /// A fact that is not stated, and the rules that wait for it.
    public struct Missing: Sendable, Hashable {
        public let fact: MissingFact
        public let rules: [String]
        /// The strictest of their severities.
        public let severity: Severity
        /// The rule that tells of it in a decision's name; otherwise it has a finding N900.
        public let toldBy: String?
    }
}

extension LawResult {
    /// Every decision that a rule asked for, weighed anew: a run keeps what it came to, and makes the rest when somebody asks.
    public var decisions: [DecisionResult] { weighed(memory.asked(about: nil)) }

    /// The decisions whose first argument is this.
    public func decisions(about entity: EntityID) -> [DecisionResult] { weighed(memory.asked(about: entity)) }

    private func weighed(_ asked: [RootResult.Asked]) -> [DecisionResult] {
        let evaluation = Evaluation(packs, over: model, asOf: asOf)
        return asked.map { evaluation.decide($0.decision, $0.arguments) }
    }

    /// One of the decisions with its derivation and the words of its conclusion: made when somebody asks.
    public func explained(_ decision: DecisionResult) -> DecisionResult {
        Evaluation(packs, over: model, asOf: asOf).explained(decision)
    }
}

extension Evaluation {
    convenience init(_ packs: [Pack], over model: Model, asOf: Day) {
        var norms: [String: Norm] = [:]
        var policy: [String: Value] = [:]
        for pack in packs {
            norms.merge(pack.norms) { first, _ in first }
            policy.merge(pack.policy) { _, later in later }
        }
        self.init(model: model, asOf: asOf, norms: norms, policy: policy)
    }

    /// A decision with its derivation.
    func explained(_ result: DecisionResult) -> DecisionResult {
        var result = result
        var derivation = Derivation()
        explain(result, 0, &derivation)
        result.derivation = derivation.notes
        result.conclusionText = conclusionText(result.source, result.conclusion, result.worst.first)
        return result
    }
}
