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
    /// What steps before have deleted, and where; not sure where only a passed gate leads there.
    var deleted: [(name: String, span: Span, isSure: Bool)] = []

    func relation(_ name: String) -> PipelineRelation? { pipeline.relations[name] }
}

extension Builder {
    mutating func readPipeline(of id: EntityID) {
        let header = model.store.headers + Int(id.declaration), here = header.pointee.scope
        var block: Member?
        for member in header.pointee.member.eachMember where member.form == .declaration && member.wordID == PipelineWords.pipeline {
            if block != nil {
                report(ModelFinding.repeated("pipeline", at: here.place(member.span)))
                break
            }
            block = member
        }
        guard let block else { return }
        var scope = PipelineScope(activity: id, here: here, pipeline: Pipeline(activity: id), member: block)
        let before = part.pointee.findings.count
        for step in block.eachMember { readStep(step, &scope) }
        if !part.pointee.losses.isEmpty || part.pointee.findings.count > before + 1 { dropConsequences(from: before) }
        if part.pointee.findings.count == before { checkUse(of: scope.pipeline) }
        part.pointee.pipeline = scope.pipeline
    }

    private mutating func readStep(_ member: Member, _ scope: inout PipelineScope) {
        let here = scope.here
        guard member.form == .step, member.wordID != .unknown || member.word != nil else {
            report(ModelFinding.general("N012", "misplaced-member", at: here.place(member.span), doc("Inget steg", "Not a step"),
                doc("I `pipeline` står steg: `resultat = verb …`.", "A `pipeline` holds steps: `result = verb …`.")))
            return
        }
        guard let row = VerbRow.of(member.wordID) else {
            guard let word = member.word else { return }
            report(ModelFinding.unknownName(word.text, kind: "verb", candidates: VerbName.allCases.map(\.rawValue), at: here.place(word.span)))
            scope.broken.formUnion(member.results.map(\.text))
            return
        }
        let name = row.pointee.verb.pointee.name, results = member.results
        checkShape(member, results, row, scope)
        let position = scope.pipeline.steps.count
        let resultName = results.first?.text
        let id = EntityID(declaration: current, local: part.pointee.add(.step, name: part.pointee.name(resultName ?? name.rawValue), span: headSpan(of: member)))
        set(.verb, .word(name.rawValue), on: id)
        set(.position, .number(Exact(Int64(position))), on: id)
        set(.activity, .entity(scope.activity), on: id)
        var step = PipelineStep(entity: id, name: resultName ?? "\(name.rawValue)_\(position + 1)", verb: name, action: .other)
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
        readParameters(member, row, step, scope)
        scope.pipeline.steps.append(consume step)
        for result in results where !scope.pipeline.relations.contains(result.text) { scope.broken.insert(result.text) }
    }

    /// A step's head: from its results to the end of its own line, without the block.
    func headSpan(of member: Member) -> Span {
        var end = member.word?.span.end ?? member.span.end
        for value in member.eachValue { end = max(end, value.span.end) }
        for clause in member.eachClause { end = max(end, clause.span.end) }
        return Span(start: member.firstResult?.start ?? member.span.start, end: end)
    }

    private func checkShape(_ member: Member, _ results: [Name], _ row: UnsafePointer<VerbRow>, _ scope: PipelineScope) {
        let here = scope.here, name = row.pointee.verb.pointee.name
        if !row.pointee.verb.pointee.results.contains(results.count) {
            if results.count < row.pointee.verb.pointee.results.lowerBound { lose(.relations) }
            let wanted = row.pointee.verb.pointee.results.upperBound
            report(ModelFinding.general("N020", "wrong-number-of-results", at: here.place(headSpan(of: member)), doc("Fel antal resultat", "Wrong number of results"),
                wanted == 0 ? doc("`\(name.rawValue)` ger inget resultat.", "`\(name.rawValue)` gives no result.")
                    : doc("`\(name.rawValue)` ger \(wanted) resultat.", "`\(name.rawValue)` gives \(wanted) result\(wanted == 1 ? "" : "s")."),
                wanted == 0 ? doc("Ta bort `… =`.", "Remove `… =`.") : doc("Skriv \(wanted == 1 ? "`namn = " : "`a, b = ")\(name.rawValue) …`.", "Write \(wanted == 1 ? "`name = " : "`a, b = ")\(name.rawValue) …`.")))
        }
        for result in results where scope.pipeline.relations.contains(result.text) {
            report(ModelFinding.duplicate(result.text, first: scope.relation(result.text).map { model.place(of: $0.entity) } ?? here.place(result.span), at: here.place(result.span)))
        }
        var said: UInt64 = 0, isRepeated = false
        for clause in member.eachClause {
            guard let form = row.pointee.clauses[clause] else {
                report(ModelFinding.unknownClause(clause.word.text, after: name.rawValue, known: row.pointee.verb.pointee.clauses, at: here.place(clause.word.span)))
                continue
            }
            let bit = UInt64(1) << UInt64(form.pointee.parameter)
            isRepeated = isRepeated || said & bit != 0
            said |= bit
            expectOne(clause.eachValue, { "\(name.rawValue) \(form.pointee.form.word)" }, most: form.pointee.form.values, here)
        }
        if isRepeated { expectOnce(member.eachClause, after: name.rawValue, from: here) }
        var seen: UInt64 = 0
        for part in member.eachMember where part.form == .property {
            guard let index = row.pointee.property(part) else {
                guard let key = part.key else { continue }
                report(ModelFinding.unknownKey(key.text, in: name.rawValue, known: row.pointee.verb.pointee.properties.map(\.key), at: here.place(key.span)))
                continue
            }
            let property = row.pointee.properties + index, bit = UInt64(1) << UInt64(index)
            if seen & bit != 0, !property.pointee.row.many, let key = part.key { report(ModelFinding.repeated(property.pointee.row.key, at: here.place(key.span))) }
            seen |= bit
            if !property.pointee.row.list { expectOne(part.eachValue, { property.pointee.row.key }, most: 1, here) }
            var count = 0
            for clause in part.eachClause {
                count += 1
                if property.pointee.clauses[clause] == nil {
                    report(ModelFinding.unknownClause(clause.word.text, after: property.pointee.row.key + ":", known: property.pointee.row.clauses, at: here.place(clause.word.span)))
                }
            }
            if count > 1 { expectOnce(part.eachClause, after: property.pointee.row.key + ":", from: here) }
        }
        expectOne(member.eachValue, { name.rawValue }, most: row.pointee.verb.pointee.values, here)
        // A relation that is wanted and missing is told by the verb that wants it.
        for form in row.pointee.verb.pointee.clauseRows where form.required && form.shape != .relation && name != .split && clause(form.word, of: member) == nil {
            report(ModelFinding.general("N045", "missing-clause", at: here.place(headSpan(of: member)), doc("Något saknas i steget", "Something is missing in the step"),
                doc("`\(name.rawValue)` ska säga `\(form.word)`: \(describe(form.shape).sv).", "`\(name.rawValue)` must say `\(form.word)`: \(describe(form.shape).en).")))
        }
        if !row.pointee.verb.pointee.computes {
            for part in member.eachMember where part.form == .step {
                report(ModelFinding.general("N012", "misplaced-member", at: here.place(part.span), doc("Raden kan inte stå här", "This line can't stand here"),
                    doc("I `\(name.rawValue)` står egenskaper: `nyckel: värde`.", "A `\(name.rawValue)` holds properties: `key: value`.")))
            }
        }
        for index in row.pointee.required where seen & (1 << UInt64(index)) == 0 {
            report(ModelFinding.missingKey(row.pointee.properties[index].row.key, in: results.first?.text ?? name.rawValue, at: here.place(headSpan(of: member))))
        }
    }

    /// What is more than a verb or a key takes would be left unread.
    private func expectOne(_ values: Values, _ key: () -> String, most: Int, _ here: Where) {
        var count = 0
        for value in values {
            count += 1
            guard count > most else { continue }
            let wanted = most == 1 ? doc("ett enda värde", "one single value") : doc("högst \(most) värden", "at most \(most) values")
            return report(ModelFinding.wrongValue(key(), wanted: wanted, at: here.place(value.span)))
        }
    }

    // MARK: What the verbs share

    func property(_ key: String, of member: Member) -> Member? {
        var key = key
        return key.withUTF8 { key in
            for part in member.eachMember where part.form == .property && part.hasKey(key) { return part }
            return nil
        }
    }
    func properties(_ key: String, of member: Member) -> [Member] {
        var found: [Member] = []
        for part in member.eachMember where part.form == .property && part.hasKey(key) { found.append(part) }
        return found
    }
    func clause(_ word: String, of member: Member) -> Clause? {
        guard let wanted = Word(word) else { return member.clauses.first { $0.word.text == word } }
        for clause in member.eachClause where clause.wordID == wanted && clause.secondWordID == .unknown { return clause }
        return nil
    }

    func word(_ expression: Expression?) -> String? {
        guard let expression, expression.kind == .path else { return nil }
        if expression.singleName != nil { return expression.source }
        guard case .path(let names) = expression.form else { return nil }
        return names.map(\.text).joined(separator: ".")
    }

    /// A relation made earlier, by an expression that names it.
    func input(_ expression: Expression?, _ scope: PipelineScope, at fallback: Place, toDelete: Bool = false) -> PipelineRelation? {
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
        if let relation = scope.relation(name) {
            checkThere(name, toDelete: toDelete, at: scope.here.place(expression.span), scope)
            return relation
        }
        if scope.broken.contains(name) { return nil }
        reportNoRelation(name, candidates: scope.pipeline.relations.keys, at: scope.here.place(expression.span))
        return nil
    }

    /// What was deleted before is not there to be read, nor to be deleted once more.
    func checkThere(_ name: String, toDelete: Bool = false, at place: Place, _ scope: PipelineScope) {
        guard !scope.deleted.isEmpty, let deletion = scope.deleted.last(where: { $0.name == name && ($0.isSure || !toDelete) }) else { return }
        report(ModelFinding.make(
            "N060", "deleted-before", at: place, title: doc("Det är redan raderat", "It is deleted already"),
            doc("`\(name)` raderas av ett tidigare steg, så här finns inget kvar av det.", "`\(name)` is deleted by an earlier step, so nothing of it is left here."),
            advice: doc("Flytta steget före raderingen, eller radera senare.", "Move the step before the deletion, or delete later."),
            notes: [Note(text: doc("Det raderas här.", "It is deleted here."), place: scope.here.place(deletion.span))]))
    }

    func notARelation(at place: Place) -> Diagnostic {
        ModelFinding.general("N022", "missing-input", at: place, doc("Inget att arbeta på", "Nothing to work on"),
            doc("Här ska stå en tabell (`Datamängd.tabell`) eller något som ett tidigare steg gav.", "A table (`Dataset.table`) or what an earlier step gave must stand here."))
    }

    /// A column by its name: anything else is a finding.
    func column(_ value: Expression?, of columns: [RelationColumn], _ key: String, _ scope: PipelineScope) -> String? {
        guard let value else { return nil }
        let place = scope.here.place(value.span)
        guard let name = word(value) else {
            report(ModelFinding.wrongValue(key, wanted: doc("en kolumns namn", "a column's name"), at: place))
            return nil
        }
        if columns.contains(where: { $0.name == name }) { return name }
        reportNoColumn(name, candidates: columns.map(\.name), at: place)
        return nil
    }

    /// A seed: a whole number from 0.
    func seed(of member: Member, _ scope: PipelineScope) -> UInt64? {
        guard let value = property("seed", of: member)?.values.first else { return nil }
        if let seed = number(value)?.scaled(to: 0).flatMap({ UInt64(exactly: $0) }) { return seed }
        report(ModelFinding.wrongValue("seed", wanted: doc("ett heltal från 0", "a whole number from 0"), at: scope.here.place(value.span)))
        return nil
    }

    /// Makes a relation that later steps can name.
    func make(
        _ result: Name, columns: [RelationColumn], key: String?, state: RelationState, from parents: [String], _ step: inout PipelineStep,
        _ scope: inout PipelineScope
    ) {
        let id = EntityID(declaration: current, local: part.pointee.add(.relation, name: part.pointee.name(result.text), span: result.span))
        var relation = PipelineRelation(entity: id, name: result.text, columns: columns, key: key, state: state, madeBy: scope.pipeline.steps.count)
        relation.ancestry = [result.text]
        for parent in parents {
            for name in scope.relation(parent)?.ancestry ?? [] where !relation.ancestry.contains(name) { relation.ancestry.append(name) }
        }
        if !scope.pipeline.relations.contains(result.text) { scope.pipeline.relations[result.text] = relation }
        step.outputs.append(id)
    }

    /// - Parameter key: as the finding names it.
    func count(_ expression: Expression?, _ key: String, _ scope: PipelineScope) -> Int? {
        guard let expression else { return nil }
        if let value = expression.wholeNumber, value > 0 { return Int(value) }
        if case .number(let number) = expression.form, let value = number.scaled(to: 0), value > 0 { return Int(value) }
        report(ModelFinding.wrongValue(key, wanted: doc("ett positivt heltal", "a positive integer"), at: scope.here.place(expression.span)))
        return nil
    }

    func integerRange(_ expression: Expression?, _ key: String, places: Int = 0, _ scope: PipelineScope) -> (low: Int64, high: Int64)? {
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
