// Asks rules of a model: over all bindings, with exceptions and dates, and gathers what fires and what waits.
import Model
import Source

struct RuleRun {
    let evaluation: Evaluation
    let raised: [String: Severity]
    private var firings: [LawResult.Firing] = []
    private var silenced: [LawResult.Silenced] = []
    private var waiting: [MissingFact: [Waiting]] = [:]
    private var factOrder: [MissingFact] = []
    private var unsettled: [Diagnostic] = []
    private var expired: [Place: Diagnostic] = [:]
    private var seen: Set<String> = []
    private var asked: Set<String> = []

    private struct Waiting {
        let rule: Rule
        let severity: Severity
        let told: String?
        let place: Place
    }

    init(_ evaluation: Evaluation, raised: [String: Severity]) { (self.evaluation, self.raised) = (evaluation, raised) }

    private var model: Model { evaluation.model }

    // MARK: One rule

    mutating func ask(_ rule: Rule) {
        guard counts(rule.authority) else { return }
        let exceptions = rule.exceptions.filter { counts($0.authority) }
        var frame = [Value](repeating: .none, count: rule.frame)
        bind(rule, exceptions, 0, &frame)
    }

    /// Whether every norm that decides is in force and applies.
    private mutating func counts(_ authority: Authority) -> Bool {
        var all = true
        for id in authority.cites {
            guard let norm = evaluation.norms[id] else { continue }
            evaluation.turns.formUnion(norm.turns)
            if !norm.counts(on: evaluation.asOf) { all = false }
        }
        return all
    }

    private mutating func bind(_ rule: Rule, _ exceptions: [Rule.Exception], _ index: Int, _ frame: inout [Value]) {
        guard index < rule.variables.count else { return judge(rule, exceptions, &frame) }
        let variable = rule.variables[index]
        (evaluation.undecided, evaluation.gaps) = (nil, [])
        switch evaluation.value(variable.range, &frame) {
        case .known(let list):
            for element in Evaluation.elements(list) {
                frame[variable.slot] = element
                bind(rule, exceptions, index + 1, &frame)
            }
        case .unknown(let unknown):
            let gaps = evaluation.gaps + unknown.missing.map { Evaluation.Gap(fact: $0, told: nil) }
            wait(rule, gaps, frame)
        }
    }

    private mutating func judge(_ rule: Rule, _ exceptions: [Rule.Exception], _ frame: inout [Value]) {
        (evaluation.undecided, evaluation.gaps) = (nil, [])
        var result = evaluation.truth(rule.when, &frame)
        for exception in exceptions where result != .no {
            result = min(result, !evaluation.truth(exception.when, &frame))
            if result == .no { evaluation.gaps = [] }
        }
        switch result {
        case .no: return
        case .unknown: wait(rule, evaluation.gaps, frame)
        case .yes: fire(rule, exceptions, &frame)
        }
        (evaluation.undecided, evaluation.gaps) = (nil, [])
    }

    private func severity(_ rule: Rule) -> Severity { max(rule.severity, raised[rule.code] ?? rule.severity) }

    private mutating func wait(_ rule: Rule, _ gaps: [Evaluation.Gap], _ frame: [Value]) {
        var frame = frame
        let place = site(rule, &frame).place
        for gap in gaps {
            if waiting[gap.fact] == nil { factOrder.append(gap.fact) }
            waiting[gap.fact, default: []].append(
                Waiting(rule: rule, severity: severity(rule), told: gap.told, place: place))
        }
        // What the model refused (an N-error) needs no second finding; otherwise nothing may pass in silence.
        guard gaps.isEmpty, !model.findings.contains(where: { $0.severity == .error }) else { return }
        unsettled.append(LawFinding.unsettled(rule, severity(rule), at: place))
    }

    // MARK: What fires

    private mutating func fire(_ rule: Rule, _ exceptions: [Rule.Exception], _ frame: inout [Value]) {
        let site = site(rule, &frame)
        let message = evaluation.message(rule.message, frame)
        guard seen.insert("\(rule.code) \(site.place) \(message.en)").inserted else { return }
        var derivation = Derivation()
        evaluation.explain(rule.when, &frame, 0, &derivation)
        for exception in exceptions {
            derivation.add(
                Message(
                    sv: "undantaget \(exception.name) gäller inte", en: "the exception \(exception.name) does not apply"
                ), 0,
                norm: exception.authority.cites.first)
            evaluation.explain(exception.when, &frame, 1, &derivation)
        }
        for id in rule.authority.see { derivation.add(see(id), 0, norm: id) }
        var diagnostic = Diagnostic(
            code: rule.code, slug: rule.slug, severity: severity(rule), place: site.place, title: rule.title,
            message: message)
        diagnostic.label = rule.label.map { evaluation.message($0, frame) }
        diagnostic.advice = rule.advice.map { evaluation.message($0, frame) }
        diagnostic.norms = rule.authority.cites
        diagnostic.notes = derivation.notes
        let bindings = rule.variables.map { (name: $0.name, value: frame[$0.slot]) }
        let permitted = permission(
            rule.code, diagnostic, among: [site.entity].compactMap { $0 } + bindings.compactMap(\.value.id))
        if let note = permitted.note { diagnostic.notes.append(note) }
        if let permission = permitted.silenced { silenced.append(permission) }
        firings.append(
            LawResult.Firing(
                code: rule.code, diagnostic: diagnostic, entity: site.entity, property: site.property,
                bindings: bindings,
                silenced: permitted.silenced != nil))
    }

    private func see(_ id: String) -> Message {
        guard let norm = evaluation.norms[id] else { return Message(sv: "se \(id)", en: "see \(id)") }
        return Message(sv: "se \(id), \(norm.title.sv)", en: "see \(id), \(norm.title.en)")
    }

    /// Where a finding stands: where the property is written, else at the thing that it names, else at whose it is.
    private func site(_ rule: Rule, _ frame: inout [Value]) -> (place: Place, entity: EntityID?, property: String?) {
        defer { (evaluation.undecided, evaluation.gaps) = (nil, []) }
        let first = rule.variables.compactMap { frame[$0.slot].id }.first
        guard let node = rule.at else { return (first.map { model.place(of: $0) } ?? rule.place, first, nil) }
        if case .property(let base, let name) = node.form,
            case .known(.entity(let owner)) = evaluation.value(base, &frame)
        {
            if let place = model.place(of: name, of: owner) { return (place, owner, name) }
            if case .known(.entity(let named)) = evaluation.value(node, &frame), model[named].origin == .specification {
                return (model.place(of: named), named, nil)
            }
            return (model.place(of: owner), owner, name)
        }
        if case .known(.entity(let id)) = evaluation.value(node, &frame) { return (model.place(of: id), id, nil) }
        return (first.map { model.place(of: $0) } ?? rule.place, first, nil)
    }

    // MARK: Permissions

    /// `allow CODE because "…" until DATE` on what the finding is about. An expired one silences nothing.
    private mutating func permission(
        _ code: String, _ diagnostic: Diagnostic, among entities: [EntityID]
    ) -> (silenced: LawResult.Silenced?, note: Note?) {
        var note: Note?
        for entity in entities {
            guard Vocabulary.property("allows", of: model.kind(of: entity)) != nil else { continue }
            for case .entity(let allow) in Evaluation.elements(model.value("allows", of: entity)) {
                guard model.value("code", of: allow).plainText == code else { continue }
                var until: Day?
                if case .date(let day) = model.value("until", of: allow) { until = day }
                if let until {
                    evaluation.turns.insert(Day(number: until.number + 1))
                    if until < evaluation.asOf {
                        expired[model.place(of: allow)] = LawFinding.expired(code, until, at: model.place(of: allow))
                        continue
                    }
                }
                let by = Vocabulary.property("by", of: "allow") == nil ? nil : model.value("by", of: allow).plainText
                if diagnostic.severity == .error, by == nil {
                    note = LawFinding.needsRole(at: model.place(of: allow))
                    continue
                }
                let because = model.value("because", of: allow).plainText ?? ""
                return (
                    LawResult.Silenced(diagnostic: diagnostic, because: because, until: until, by: by, entity: entity),
                    nil
                )
            }
        }
        return (nil, note)
    }

    // MARK: The whole

    mutating func result(_ packs: [Pack]) -> LawResult {
        let standing = firings.filter { !$0.silenced }
        var missing: [LawResult.Missing] = []
        var findings = standing.map(\.diagnostic)
        let firedCodes = Set(standing.map(\.code))
        let toldFacts = Set(
            evaluation.decisionCache.values.flatMap { result in
                result.source.undetermined.map { firedCodes.contains($0) } == true && result.conclusion == nil
                    ? result.missing : []
            })
        for fact in factOrder {
            let list = waiting[fact] ?? []
            let direct = list.filter { $0.told == nil }
            let rules = Array(Set(list.map(\.rule.code))).sorted()
            let strictest = list.map(\.severity).max() ?? .error
            let teller = list.compactMap(\.told).first
            let heard = teller.map { code in firings.contains { $0.code == code } } ?? false
            let told =
                heard && direct.isEmpty
                || toldFacts.contains(fact)
                    && strictest <= standing.filter { $0.code == teller }.map(\.diagnostic.severity).max() ?? .info
            missing.append(
                LawResult.Missing(fact: fact, rules: rules, severity: strictest, toldBy: told ? teller : nil))
            guard !told else { continue }
            // Where the decision's own rule keeps silent, every rule that waits is told of here.
            let tell = direct.isEmpty ? list : direct
            let norms = Array(Set(tell.flatMap(\.rule.authority.cites))).sorted()
            let mine = model[fact.entity].origin == .specification
            findings.append(
                LawFinding.notStated(
                    fact, evaluation, rules: Array(Set(tell.map(\.rule.code))).sorted(),
                    severity: tell.map(\.severity).max() ?? .error,
                    at: mine ? model.place(of: fact.entity) : tell.first?.place ?? model.place(of: fact.entity),
                    norms: norms))
        }
        let decisions = evaluation.decisionOrder.compactMap { evaluation.decisionCache[$0] }
        findings += vacuous(decisions) + unsettled + expired.values
        findings.sort(by: LawFinding.precedes)
        let turns = evaluation.turns.sorted()
        return LawResult(
            findings: findings, firings: firings, silenced: silenced, decisions: decisions, missing: missing,
            sameFrom: turns.last { $0 <= evaluation.asOf },
            sameThrough: turns.first { $0 > evaluation.asOf }.map { Day(number: $0.number - 1) },
            asOf: evaluation.asOf, model: model, packs: packs)
    }

    /// A conclusion better than the worst that rests on an `every` over nothing is a mistake of the pack, told where it stands.
    private func vacuous(_ decisions: [DecisionResult]) -> [Diagnostic] {
        guard evaluation.metVacuous else { return [] }
        var found: [Diagnostic] = []
        for result in decisions where result.source.ranked {
            for group in result.groups {
                guard let conclusion = group.conclusion, conclusion != result.source.conclusions.last else { continue }
                for node in evaluation.vacuousGrounds(of: group, in: result.source)
                where !found.contains(where: { $0.place == node.source.place }) {
                    found.append(PackFinding.vacuous(node, result.decision, conclusion))
                }
            }
        }
        return found
    }
}

extension Evaluation {
    /// Each `every` over nothing that a group's conclusion rests on.
    func vacuousGrounds(of group: DecisionResult.Group, in decision: Decision) -> [Node] {
        weighing.append(Weighing(decision, group.frame))
        defer { weighing.removeLast() }
        var derivation = Derivation()
        var frame = group.frame
        for row in group.rows {
            if let guardNode = decision.rows[row].guardNode { explain(guardNode, &frame, 0, &derivation) }
        }
        return derivation.vacuous
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
