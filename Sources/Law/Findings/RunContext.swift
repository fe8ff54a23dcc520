// What does not change during a run of the law, and what its workers share.
import Model
import Source

/// What does not change during a run: the rules that count on the day, and what they are asked with.
struct RunContext: Sendable {
    let program: Program
    let model: Model
    let asOf: Day
    let norms: [String: Norm]
    let policy: [String: Value]
    let raised: [String: Severity]
    let concepts: [EntityID?]
    /// By rule: whether all norms that decide count on the day.
    let counting: [Bool]
    /// By exception in the program's table.
    let countingExceptions: [Bool]
    let turns: Turns
    /// Nanoseconds of a clock, where time is to be told.
    let clock: (@Sendable () -> UInt64)?
    /// Whether nothing is left to the machine: what a test compares it with.
    let explainsAll: Bool

    init(
        _ program: Program, _ packs: [Pack], over model: Model, asOf: Day, raised: [String: Severity],
        clock: (@Sendable () -> UInt64)?, explainsAll: Bool
    ) {
        let whole = Evaluation(packs, over: model, asOf: asOf)
        (self.program, self.model, self.asOf, self.raised, self.clock) = (program, model, asOf, raised, clock)
        self.explainsAll = explainsAll
        (norms, policy) = (whole.norms, whole.policy)
        concepts = program.concepts.map { model.lookup($0.name, kind: $0.kind) }
        var turns = Turns(asOf)
        /// Whether every norm that decides is in force and applies.
        func counts(_ authority: Authority) -> Bool {
            var all = true
            for id in authority.cites {
                guard let norm = whole.norms[id] else { continue }
                turns.formUnion(norm.turns)
                if !norm.counts(on: asOf) { all = false }
            }
            return all
        }
        var counting: [Bool] = []
        var countingExceptions = [Bool](repeating: false, count: program.exceptions.count)
        for (index, rule) in program.rules.enumerated() {
            counting.append(counts(rule.authority))
            guard counting[index] else { continue }
            let code = program.ruleCodes.base[index]
            for (offset, authority) in rule.exceptionAuthorities.enumerated() {
                let isCounting = counts(authority)
                if offset < code.exceptions.count { countingExceptions[Int(code.exceptions.from) + offset] = isCounting }
            }
        }
        (self.counting, self.countingExceptions, self.turns) = (counting, countingExceptions, turns)
    }

    func severity(_ rule: Rule) -> Severity { max(rule.severity, raised[rule.code] ?? rule.severity) }
}
