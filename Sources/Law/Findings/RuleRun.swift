// Asks rules about one root after another: what is silent costs an answer, and what is told is made here.
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
            for (offset, exception) in rule.exceptions.enumerated() {
                countingExceptions[Int(code.exceptions.from) + offset] = counts(exception.authority)
            }
        }
        (self.counting, self.countingExceptions, self.turns) = (counting, countingExceptions, turns)
    }

    func severity(_ rule: Rule) -> Severity { max(rule.severity, raised[rule.code] ?? rule.severity) }
}

/// What the rules came to about one root, and what they read to come there.
struct RootResult: Sendable {
    var fired: [Fired] = []
    var waits: [Wait] = []
    var asked: [Asked] = []
    var turns: Turns
    /// The declarations and kinds that it was read from.
    var declarations: [Int32] = []
    var kinds: Set<String> = []

    struct Fired: Sendable {
        let rule: Int32
        let firing: LawResult.Firing
        let silenced: LawResult.Silenced?
        let expired: [Diagnostic]
        /// Of what is told of it alone.
        let turns: Turns
        var key: Key { Key(code: firing.code, place: firing.diagnostic.place, message: firing.diagnostic.message.en) }
    }

    /// Two findings of one rule that read alike at one place are one.
    struct Key: Hashable {
        let code: String
        let place: Place
        let message: String
    }

    struct Wait: Sendable {
        let rule: Int32
        let facts: [Evaluation.Gap]
        let place: Place
    }

    struct Asked: Sendable {
        let rule: Int32
        let decision: Decision
        let arguments: [Value]
        /// The facts that are not stated, where it is undetermined.
        let missing: [MissingFact]?
        /// Conclusions that rest on an `every` over nothing.
        let vacuous: [Diagnostic]
    }
}

/// One worker of a run. INVARIANT: lives on one thread, and what it says of a root does not depend on the roots before.
final class RuleRun {
    let context: RunContext
    let evaluation: Evaluation
    private let machine: Machine
    private var result: RootResult
    private var seen: Set<RootResult.Key> = []
    private var rule: Int32 = 0
    private var askedByMachine = 0
    private var askedByEvaluation = 0
    private(set) var profile: [RuleProfile]

    init(_ context: RunContext) {
        self.context = context
        evaluation = Evaluation(model: context.model, asOf: context.asOf, norms: context.norms, policy: context.policy)
        machine = Machine(context.program, evaluation, context.concepts)
        result = RootResult(turns: Turns(context.asOf))
        profile = context.clock == nil ? [] : context.program.rules.map { RuleProfile(code: $0.code) }
    }

    private var program: Program { context.program }
    private var model: Model { evaluation.model }

    /// What the rules come to about a root; without one, about everything that they range over.
    func ask(_ rules: [Int32], about root: EntityID?) -> RootResult {
        evaluation.begin()
        machine.begin()
        (askedByMachine, askedByEvaluation) = (0, 0)
        if !seen.isEmpty { seen = [] }
        result = RootResult(turns: Turns(context.asOf))
        if let root { evaluation.reads.note(root) }
        for rule in rules where context.counting[Int(rule)] {
            if let clock = context.clock {
                let start = clock()
                ask(rule, about: root)
                profile[Int(rule)].nanoseconds += clock() - start
            } else {
                ask(rule, about: root)
            }
        }
        result.turns.formUnion(machine.turns)
        result.turns.formUnion(evaluation.turns)
        result.declarations = evaluation.reads.declarations
        result.kinds = evaluation.reads.ranges
        return result
    }

    private func ask(_ index: Int32, about root: EntityID?) {
        rule = index
        if context.explainsAll { return explain(index, about: root) }
        let code = program.ruleCodes.base[Int(index)]
        guard let frame = machine.enter(code.frame) else { return }
        defer { machine.leave(code.frame) }
        for slot in 0..<Int(code.frame) { frame[slot] = .none }
        var first = 0
        if let root {
            frame[Int(program.variables.base[Int(code.variables.from)].slot)] = .entity(root)
            first = 1
        }
        bind(code, first, frame)
        noteAsked()
    }

    private func explain(_ index: Int32, about root: EntityID?) {
        let source = program.rules[Int(index)]
        var frame = [Value](repeating: .none, count: source.frame)
        if let root, let slot = source.variables.first?.slot { frame[slot] = .entity(root) }
        bind(exceptions, root == nil ? 0 : 1, &frame)
        noteAsked()
    }

    // MARK: Bindings

    private func bind(_ code: RuleCode, _ index: Int, _ frame: Machine.Frame) {
        guard index < Int(code.variables.count) else { return judge(code, frame) }
        let variable = program.variables.base[Int(code.variables.from) + index]
        let range = machine.value(variable.range, frame)
        guard !machine.isLost, !range.isUnknown else {
            machine.isLost = false
            var frame = values(frame, code)
            return bind(exceptions, index, &frame)
        }
        let elements = Elements(range)
        for element in 0..<elements.count {
            frame[Int(variable.slot)] = elements[element]
            bind(code, index + 1, frame)
        }
    }

    private func judge(_ code: RuleCode, _ frame: Machine.Frame) {
        if context.clock != nil { profile[Int(rule)].bindings += 1 }
        var answer = machine.truth(code.condition, frame)
        for index in Int(code.exceptions.from)..<Int(code.exceptions.from + code.exceptions.count)
        where answer != .no && context.countingExceptions[index] {
            answer = min(answer, !machine.truth(program.exceptions.base[index].condition, frame))
        }
        if answer == .no, !machine.isLost { return }
        machine.isLost = false
        var frame = values(frame, code)
        noteAsked()
        judge(exceptions, &frame)
    }

    private func values(_ frame: Machine.Frame, _ code: RuleCode) -> [Value] { (0..<Int(code.frame)).map { frame[$0].value } }

    private var exceptions: [Rule.Exception] {
        let source = program.rules[Int(rule)]
        let from = Int(program.ruleCodes.base[Int(rule)].exceptions.from)
        return source.exceptions.indices.filter { context.countingExceptions[from + $0] }.map { source.exceptions[$0] }
    }

    /// Decisions in the order in which they were first asked for.
    private func noteAsked() {
        while askedByMachine < machine.asked.count {
            let asked = machine.asked[askedByMachine]
            askedByMachine += 1
            let decision = program.decisions[Int(asked.decision)]
            note(decision, asked.arguments.map(Value.entity), asked.result, metVacuous: asked.metVacuous)
        }
        while askedByEvaluation < evaluation.decisionOrder.count {
            let known = evaluation.decisionCache[evaluation.decisionOrder[askedByEvaluation]]
            askedByEvaluation += 1
            if let known { note(known.source, known.arguments, known, metVacuous: known.metVacuous) }
        }
    }

    private func note(_ decision: Decision, _ arguments: [Value], _ known: DecisionResult?, metVacuous: Bool) {
        guard !result.asked.contains(where: { $0.decision === decision && $0.arguments == arguments }) else { return }
        var vacuous: [Diagnostic] = []
        if metVacuous, decision.ranked { vacuous = evaluation.vacuous(known ?? evaluation.decide(decision, arguments)) }
        let missing = known.flatMap { $0.conclusion == nil ? $0.missing : nil }
        result.asked.append(
            RootResult.Asked(rule: rule, decision: decision, arguments: arguments, missing: missing, vacuous: vacuous))
    }

    // MARK: What is told

    /// The rest of a rule's variables, from one whose range only `Evaluation` can tell.
    private func bind(_ exceptions: [Rule.Exception], _ index: Int, _ frame: inout [Value]) {
        let source = program.rules[Int(rule)]
        guard index < source.variables.count else {
            if context.clock != nil { profile[Int(rule)].bindings += 1 }
            return judge(exceptions, &frame)
        }
        let variable = source.variables[index]
        (evaluation.undecided, evaluation.gaps) = (nil, [])
        switch evaluation.value(variable.range, &frame) {
        case .known(let list):
            for element in Evaluation.elements(list) {
                frame[variable.slot] = element
                bind(exceptions, index + 1, &frame)
            }
        case .unknown(let unknown):
            wait(source, evaluation.gaps + unknown.missing.map { Evaluation.Gap(fact: $0, told: nil) }, frame)
        }
    }

    private func judge(_ exceptions: [Rule.Exception], _ frame: inout [Value]) {
        let source = program.rules[Int(rule)]
        (evaluation.undecided, evaluation.gaps) = (nil, [])
        var answer = evaluation.truth(source.when, &frame)
        for exception in exceptions where answer != .no {
            answer = min(answer, !evaluation.truth(exception.when, &frame))
            if answer == .no { evaluation.gaps = [] }
        }
        switch answer {
        case .no: return
        case .unknown: wait(source, evaluation.gaps, frame)
        case .yes: fire(source, exceptions, &frame)
        }
        (evaluation.undecided, evaluation.gaps) = (nil, [])
    }

    private func wait(_ source: Rule, _ gaps: [Evaluation.Gap], _ frame: [Value]) {
        if context.clock != nil { profile[Int(rule)].waiting += 1 }
        var frame = frame
        result.waits.append(RootResult.Wait(rule: rule, facts: gaps, place: site(source, &frame).place))
    }

    private func fire(_ source: Rule, _ exceptions: [Rule.Exception], _ frame: inout [Value]) {
        let site = site(source, &frame)
        let message = evaluation.message(source.message, frame)
        let key = RootResult.Key(code: source.code, place: site.place, message: message.en)
        guard seen.insert(key).inserted else { return }
        if context.clock != nil { profile[Int(rule)].fired += 1 }
        // What follows is told once, whichever root comes first.
        let outer = evaluation.turns
        evaluation.turns = Turns(context.asOf)
        defer { evaluation.turns = outer }
        var derivation = Derivation()
        evaluation.explain(source.when, &frame, 0, &derivation)
        for exception in exceptions {
            derivation.add(
                Message(
                    sv: "undantaget \(exception.name) gäller inte", en: "the exception \(exception.name) does not apply"
                ), 0,
                norm: exception.authority.cites.first)
            evaluation.explain(exception.when, &frame, 1, &derivation)
        }
        for id in source.authority.see { derivation.add(see(id), 0, norm: id) }
        var diagnostic = Diagnostic(
            code: source.code, slug: source.slug, severity: context.severity(source), place: site.place, title: source.title,
            message: message)
        diagnostic.label = source.label.map { evaluation.message($0, frame) }
        diagnostic.advice = source.advice.map { evaluation.message($0, frame) }
        diagnostic.norms = source.authority.cites
        diagnostic.notes = derivation.notes
        let bindings = source.variables.map { (name: $0.name, value: frame[$0.slot]) }
        let permitted = evaluation.permission(
            source.code, diagnostic, among: [site.entity].compactMap { $0 } + bindings.compactMap(\.value.id))
        if let note = permitted.note { diagnostic.notes.append(note) }
        let firing = LawResult.Firing(
            code: source.code, diagnostic: diagnostic, entity: site.entity, property: site.property, bindings: bindings,
            silenced: permitted.silenced != nil)
        result.fired.append(
            RootResult.Fired(
                rule: rule, firing: firing, silenced: permitted.silenced, expired: permitted.expired,
                turns: evaluation.turns))
    }

    private func see(_ id: String) -> Message {
        guard let norm = evaluation.norms[id] else { return Message(sv: "se \(id)", en: "see \(id)") }
        return Message(sv: "se \(id), \(norm.title.sv)", en: "see \(id), \(norm.title.en)")
    }

    /// Where a finding stands: where the property is written, else at the thing that it names, else at whose it is.
    private func site(_ rule: Rule, _ frame: inout [Value]) -> (place: Place, entity: EntityID?, property: String?) {
        defer { (evaluation.undecided, evaluation.gaps) = (nil, []) }
        let first = rule.variables.compactMap { frame[$0.slot].id }.first
        guard let node = rule.at else { return (first.map { evaluation.place(of: $0) } ?? rule.place, first, nil) }
        if case .property(let base, let name) = node.form,
            case .known(.entity(let owner)) = evaluation.value(base, &frame)
        {
            if let place = evaluation.place(of: name, of: owner) { return (place, owner, name) }
            if case .known(.entity(let named)) = evaluation.value(node, &frame), model[named].origin == .specification {
                return (evaluation.place(of: named), named, nil)
            }
            return (evaluation.place(of: owner), owner, name)
        }
        if case .known(.entity(let id)) = evaluation.value(node, &frame) { return (evaluation.place(of: id), id, nil) }
        return (first.map { evaluation.place(of: $0) } ?? rule.place, first, nil)
    }
}

extension Value {
    var id: EntityID? {
        if case .entity(let id) = self { return id }
        return nil
    }

    var plainText: String? {
        switch self {
        case .text(let text), .word(let text), .norm(let text): text
        default: nil
        }
    }
}
