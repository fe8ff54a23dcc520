// Asks rules about one root after another: what is silent costs an answer, and what is told is made here.
import Model
import Source

/// One worker of a run. INVARIANT: lives on one thread, and what it says of a root does not depend on the roots before.
final class RuleRun {
    let context: RunContext
    let evaluation: Evaluation
    private let machine: Machine
    @exclusivity(unchecked) private var result = RootResult.Told()
    @exclusivity(unchecked) private var seen: Set<RootResult.Key> = []
    @exclusivity(unchecked) private var rule: Int32 = 0
    @exclusivity(unchecked) private var askedByMachine = 0
    @exclusivity(unchecked) private var askedByEvaluation = 0
    private(set) var profile: [RuleProfile]

    init(_ context: RunContext) {
        self.context = context
        evaluation = Evaluation(model: context.model, asOf: context.asOf, norms: context.norms, policy: context.policy)
        machine = Machine(context.program, evaluation, context.concepts)
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
        result = RootResult.Told()
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
        var turns = machine.turns
        turns.formUnion(evaluation.turns)
        return RootResult(result, turns, declarations: evaluation.reads.declarations, kinds: evaluation.reads.ranges)
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
        if index == Int(code.variables.count) - 1, elements.count > 0, isRefused(ahead: code, frame) { return }
        for element in 0..<elements.count {
            frame[Int(variable.slot)] = elements[element]
            bind(code, index + 1, frame)
        }
    }

    /// Whether what is asked before the last variable says no already.
    private func isRefused(ahead code: RuleCode, _ frame: Machine.Frame) -> Bool {
        guard code.ahead != Op.nothing else { return false }
        let answer = machine.truth(code.ahead, frame)
        defer { machine.isLost = false }
        guard answer == .no, !machine.isLost else { return false }
        if context.clock != nil { profile[Int(rule)].bindings += 1 }
        return true
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

    /// Decisions in the order in which they were settled, by the machine or by `Evaluation`.
    private func noteAsked() {
        while true {
            let byMachine = askedByMachine < machine.asked.count ? machine.asked[askedByMachine].time : .max
            let byEvaluation =
                askedByEvaluation < evaluation.decisionTimes.count ? evaluation.decisionTimes[askedByEvaluation] : .max
            if byMachine == .max, byEvaluation == .max { return }
            if byMachine < byEvaluation {
                let asked = machine.asked[askedByMachine]
                askedByMachine += 1
                let decision = program.decisions[Int(asked.decision)]
                note(decision, asked.arguments.map(Value.entity), asked.result, metVacuous: asked.metVacuous)
            } else {
                let known = evaluation.decisionCache[evaluation.decisionOrder[askedByEvaluation]]
                askedByEvaluation += 1
                if let known { note(known.source, known.arguments, known, metVacuous: known.metVacuous) }
            }
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
        if frame.count < source.wholeFrame { frame += [Value](repeating: .none, count: source.wholeFrame - frame.count) }
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
                rule: rule, firing: firing, silenced: permitted.silenced, expired: permitted.expired, met: permitted.met,
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
