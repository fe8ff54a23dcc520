// Reads the pipelines: each step by its verb, in order, with what is in scope so far.
import Source
import Syntax

/// A pipeline while its steps are being typed.
struct PipelineScope {
    var activity: EntityID
    var here: Where
    var pipeline: Pipeline
    var member: Member
    /// Results of steps that could not be typed: what reads them is no second mistake.
    var broken: Set<String> = []

    func relation(_ name: String) -> PipelineRelation? { pipeline.relations[name] }
}

extension Builder {
    mutating func readPipelines() {
        each({ $0 == .activity }) { builder, id, header in
            let blocks = header.member.members.filter { $0.form == .declaration && $0.word?.text == "pipeline" }
            if blocks.count > 1 { builder.report(ModelFinding.repeated("pipeline", at: header.scope.place(blocks[1].span))) }
            guard let block = blocks.first else { return }
            var scope = PipelineScope(activity: id, here: header.scope, pipeline: Pipeline(activity: id), member: block)
            for step in block.members { builder.readStep(step, &scope) }
            builder.model.store.parts[Int(id.declaration)].pipeline = scope.pipeline
        }
    }

    private mutating func readStep(_ member: Member, _ scope: inout PipelineScope) {
        let here = scope.here
        guard member.form == .step, let word = member.word else {
            report(ModelFinding.general("N012", "misplaced-member", at: here.place(member.span), doc("Inget steg", "Not a step"),
                doc("I `pipeline` står steg: `resultat = verb …`.", "A `pipeline` holds steps: `result = verb …`.")))
            return
        }
        guard let name = VerbName(rawValue: word.text), let verb = Verb.named(name) else {
            report(ModelFinding.unknownName(word.text, kind: "verb", candidates: VerbName.allCases.map(\.rawValue), at: here.place(word.span)))
            scope.broken.formUnion(member.results.map(\.text))
            return
        }
        checkShape(member, verb, scope)
        let position = scope.pipeline.steps.count
        var entity = Entity(kind: "step", name: member.results.first?.text ?? name.rawValue, place: here.place(headSpan(of: member)), origin: here.origin)
        entity.facts = ["verb": .word(name.rawValue), "position": .number(Exact(Int64(position))), "activity": .entity(scope.activity)]
        let id = add(entity)
        var step = PipelineStep(entity: id, name: member.results.first?.text ?? "\(name.rawValue)_\(position + 1)", verb: name, action: .other)
        switch name {
        case .consolidate: consolidate(member, &step, &scope)
        case .clean: clean(member, &step, &scope)
        case .split: split(member, &step, &scope)
        case .learn: learn(member, &step, &scope)
        case .generate: generate(member, &step, &scope)
        case .evaluate: evaluate(member, &step, &scope)
        case .train: train(member, &step, &scope)
        case .audit: audit(member, &step, &scope)
        case .delete: delete(member, &step, &scope)
        case .release: release(member, &step, &scope)
        case .mask: mask(member, &step, &scope)
        case .pseudonymise: pseudonymise(member, &step, &scope)
        case .aggregate: aggregate(member, &step, &scope)
        case .match: match(member, &step, &scope)
        case .network: network(member, &step, &scope)
        case .score: score(member, &step, &scope)
        case .select: select(member, &step, &scope)
        case .communicate, .review: pass(member, &step, &scope)
        case .decide: decide(member, &step, &scope)
        case .disclose: disclose(member, &step, &scope)
        case .archive: archive(member, &step, &scope)
        }
        readParameters(member, verb, step, scope)
        scope.pipeline.steps.append(step)
        for result in member.results where scope.relation(result.text) == nil { scope.broken.insert(result.text) }
    }

    /// A step's head: from its results to the end of its own line, without the block.
    func headSpan(of member: Member) -> Span {
        var end = member.word?.span.end ?? member.span.end
        for value in member.values { end = max(end, value.span.end) }
        for clause in member.clauses { end = max(end, clause.span.end) }
        return Span(start: member.results.first?.span.start ?? member.span.start, end: end)
    }

    private mutating func checkShape(_ member: Member, _ verb: Verb, _ scope: PipelineScope) {
        let here = scope.here
        if !verb.results.contains(member.results.count) {
            let wanted = verb.results.upperBound
            report(ModelFinding.general("N020", "wrong-number-of-results", at: here.place(headSpan(of: member)), doc("Fel antal resultat", "Wrong number of results"),
                wanted == 0 ? doc("`\(verb.name.rawValue)` ger inget resultat.", "`\(verb.name.rawValue)` gives no result.")
                    : doc("`\(verb.name.rawValue)` ger \(wanted) resultat.", "`\(verb.name.rawValue)` gives \(wanted) result\(wanted == 1 ? "" : "s")."),
                wanted == 0 ? doc("Ta bort `… =`.", "Remove `… =`.") : doc("Skriv \(wanted == 1 ? "`namn = " : "`a, b = ")\(verb.name.rawValue) …`.", "Write \(wanted == 1 ? "`name = " : "`a, b = ")\(verb.name.rawValue) …`.")))
        }
        for result in member.results where scope.relation(result.text) != nil {
            report(ModelFinding.duplicate(result.text, first: scope.relation(result.text).map { model.place(of: $0.entity) } ?? here.place(result.span), at: here.place(result.span)))
        }
        for clause in member.clauses where !verb.clauses.contains(clause.word.text) {
            report(ModelFinding.unknownClause(clause.word.text, after: verb.name.rawValue, known: verb.clauses, at: here.place(clause.word.span)))
        }
        var seen: Set<String> = []
        for part in member.members where part.form == .property {
            guard let key = part.key else { continue }
            guard let row = verb.properties.first(where: { $0.key == key.text }) else {
                report(ModelFinding.unknownKey(key.text, in: verb.name.rawValue, known: verb.properties.map(\.key), at: here.place(key.span)))
                continue
            }
            if !seen.insert(row.key).inserted, !row.many { report(ModelFinding.repeated(row.key, at: here.place(key.span))) }
            if !row.list { expectOne(part.values, row.key, most: 1, here) }
            for clause in part.clauses where !row.clauses.contains(clause.word.text) {
                report(ModelFinding.unknownClause(clause.word.text, after: row.key + ":", known: row.clauses, at: here.place(clause.word.span)))
            }
        }
        expectOne(member.values, verb.name.rawValue, most: verb.values, here)
        for clause in member.clauses {
            guard let row = verb.clause(clause.word.text) else { continue }
            expectOne(clause.values, "\(verb.name.rawValue) \(row.word)", most: row.values, here)
        }
        // A relation that is wanted and missing is told by the verb that wants it.
        for row in verb.clauseRows where row.required && row.shape != .relation && verb.name != .split && clause(row.word, of: member) == nil {
            report(ModelFinding.general("N045", "missing-clause", at: here.place(headSpan(of: member)), doc("Något saknas i steget", "Something is missing in the step"),
                doc("`\(verb.name.rawValue)` ska säga `\(row.word)`: \(describe(row.shape).sv).", "`\(verb.name.rawValue)` must say `\(row.word)`: \(describe(row.shape).en).")))
        }
        if !verb.computes {
            for part in member.members where part.form == .step {
                report(ModelFinding.general("N012", "misplaced-member", at: here.place(part.span), doc("Raden kan inte stå här", "This line can't stand here"),
                    doc("I `\(verb.name.rawValue)` står egenskaper: `nyckel: värde`.", "A `\(verb.name.rawValue)` holds properties: `key: value`.")))
            }
        }
        for row in verb.properties where row.required && !seen.contains(row.key) {
            report(ModelFinding.missingKey(row.key, in: member.results.first?.text ?? verb.name.rawValue, at: here.place(headSpan(of: member))))
        }
    }

    /// What is more than a verb or a key takes would be left unread.
    private mutating func expectOne(_ values: [Expression], _ key: String, most: Int, _ here: Where) {
        guard values.count > most else { return }
        let wanted = most == 1 ? doc("ett enda värde", "one single value") : doc("högst \(most) värden", "at most \(most) values")
        report(ModelFinding.wrongValue(key, wanted: wanted, at: here.place(values[most].span)))
    }

    // MARK: What the verbs share

    func property(_ key: String, of member: Member) -> Member? { member.members.first { $0.form == .property && $0.key?.text == key } }
    func properties(_ key: String, of member: Member) -> [Member] { member.members.filter { $0.form == .property && $0.key?.text == key } }
    func clause(_ word: String, of member: Member) -> Clause? { member.clauses.first { $0.word.text == word } }

    func word(_ expression: Expression?) -> String? {
        guard case .path(let names)? = expression?.form else { return nil }
        return names.map(\.text).joined(separator: ".")
    }

    /// A relation made earlier, by an expression that names it.
    mutating func input(_ expression: Expression?, _ scope: PipelineScope, at fallback: Place) -> PipelineRelation? {
        guard let expression else {
            report(ModelFinding.general("N022", "missing-input", at: fallback, doc("Inget att arbeta på", "Nothing to work on"),
                doc("Steget säger inte vilken relation det gäller.", "The step does not say which relation it works on.")))
            return nil
        }
        guard let name = word(expression) else {
            if case .missing = expression.form { return nil }
            report(notARelation(at: scope.here.place(expression.span)))
            return nil
        }
        if let relation = scope.relation(name) { return relation }
        if scope.broken.contains(name) { return nil }
        report(ModelFinding.unknownName(name, kind: "relation", candidates: Array(scope.pipeline.relations.keys), at: scope.here.place(expression.span)))
        return nil
    }

    func notARelation(at place: Place) -> Diagnostic {
        ModelFinding.general("N022", "missing-input", at: place, doc("Inget att arbeta på", "Nothing to work on"),
            doc("Här ska stå en tabell (`Datamängd.tabell`) eller något som ett tidigare steg gav.", "A table (`Dataset.table`) or what an earlier step gave must stand here."))
    }

    /// A column by its name: anything else is a finding.
    mutating func column(_ value: Expression?, of columns: [RelationColumn], _ key: String, _ scope: PipelineScope) -> String? {
        guard let value else { return nil }
        let place = scope.here.place(value.span)
        guard let name = word(value) else {
            report(ModelFinding.wrongValue(key, wanted: doc("en kolumns namn", "a column's name"), at: place))
            return nil
        }
        if columns.contains(where: { $0.name == name }) { return name }
        report(ModelFinding.unknownName(name, kind: "column", candidates: columns.map(\.name), at: place))
        return nil
    }

    /// A seed: a whole number from 0.
    mutating func seed(of member: Member, _ scope: PipelineScope) -> UInt64? {
        guard let value = property("seed", of: member)?.values.first else { return nil }
        if let seed = number(value)?.scaled(to: 0).flatMap({ UInt64(exactly: $0) }) { return seed }
        report(ModelFinding.wrongValue("seed", wanted: doc("ett heltal från 0", "a whole number from 0"), at: scope.here.place(value.span)))
        return nil
    }

    /// Makes a relation that later steps can name.
    mutating func make(
        _ result: Name, columns: [RelationColumn], key: String?, state: RelationState, from parents: [String], _ step: inout PipelineStep,
        _ scope: inout PipelineScope
    ) {
        let id = add(Entity(kind: "relation", name: result.text, place: scope.here.place(result.span), origin: scope.here.origin))
        var relation = PipelineRelation(entity: id, name: result.text, columns: columns, key: key, state: state, madeBy: scope.pipeline.steps.count)
        relation.ancestry = parents.reduce(into: [result.text]) { $0.formUnion(scope.relation($1)?.ancestry ?? []) }
        if scope.relation(result.text) == nil { scope.pipeline.relations[result.text] = relation }
        step.outputs.append(id)
    }

    /// - Parameter key: as the finding names it.
    mutating func count(_ expression: Expression?, _ key: String, _ scope: PipelineScope) -> Int? {
        guard let expression else { return nil }
        if case .number(let number) = expression.form, let value = number.scaled(to: 0), value > 0 { return Int(value) }
        report(ModelFinding.wrongValue(key, wanted: doc("ett positivt heltal", "a positive integer"), at: scope.here.place(expression.span)))
        return nil
    }

    mutating func integerRange(_ expression: Expression?, _ key: String, places: Int = 0, _ scope: PipelineScope) -> (low: Int64, high: Int64)? {
        guard let expression else { return nil }
        if case .range(let low, let high) = expression.form, let a = number(low)?.scaled(to: places), let b = number(high)?.scaled(to: places), a <= b,
            !b.subtractingReportingOverflow(a).overflow, b - a < Int64.max
        {
            return (a, b)
        }
        report(ModelFinding.wrongValue(key, wanted: doc("ett intervall, till exempel 0..10", "a range, such as 0..10"), at: scope.here.place(expression.span)))
        return nil
    }

}
