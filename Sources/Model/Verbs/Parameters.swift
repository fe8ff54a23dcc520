// What every step says besides its inputs: clauses and properties, as facts that a rule may ask for.
import Source
import Syntax

/// Columns that a step names, which become a fact once the columns of relations have numbers of their own.
public struct ColumnFact: Sendable {
    var fact: Fact
    var columns: [RelationColumn]
    /// The relation that they stand in; nil for those of a declared table.
    var relation: String?
}

extension Builder {
    /// Reads the clauses and properties of a step whose values say enough by themselves, and notes which are stated.
    mutating func readParameters(_ member: Member, _ verb: Verb, _ step: PipelineStep, _ scope: PipelineScope) {
        let here = scope.here
        var stated: [String] = []
        for clause in member.clauses {
            guard let row = verb.clause(clause.word.text) else { continue }
            stated.append(Property.fact(of: row.word))
            if let fact = row.fact { setParameter(fact, row.shape, clause.values, isList: row.values > 1, key: "\(verb.name.rawValue) \(row.word)", at: here.place(clause.span), step, here) }
        }
        for part in member.members where part.form == .property {
            guard let key = part.key?.text, let row = verb.properties.first(where: { $0.key == key }) else { continue }
            stated.append(Property.fact(of: key))
            if let fact = row.fact { setParameter(fact, row.shape, part.values, isList: row.many || row.list, key: key, at: here.place(part.span), step, here) }
            for clause in part.clauses {
                guard let form = row.clauseRows.first(where: { $0.word == clause.word.text }), let fact = form.fact else { continue }
                setParameter(fact, form.shape, clause.values, isList: form.values > 1, key: "\(key) \(form.word)", at: here.place(clause.span), step, here)
            }
        }
        set("params", .list(Set(stated).sorted().map { .word($0) }), on: step.entity)
        set(.selectsPersons, .truth(verb.selectsPersons), on: step.entity)
    }

    /// Columns, conditions and relations are read by the verb that knows what they are about.
    private mutating func setParameter(_ fact: String, _ shape: Shape, _ values: [Expression], isList: Bool, key: String, at place: Place, _ step: PipelineStep, _ here: Where) {
        let fact = Fact(stringLiteral: fact)
        switch shape {
        case .inputColumn, .relation, .table: return
        case .oneOf(let shapes) where shapes.contains(.relation): return
        case .condition, .expression:
            let texts = values.map { Value.text($0.canonical) }
            if isList { append(fact, texts, on: step.entity, at: place) } else if let text = texts.first { set(fact, text, on: step.entity, at: place) }
        default:
            let read = values.map { value(of: $0, shape, key: key, from: here) }
            if isList { append(fact, read, on: step.entity, at: place) } else if let first = read.first { set(fact, first, on: step.entity, at: place) }
        }
    }

    // MARK: What verbs over one table or relation share

    /// The columns that a step takes along: those of `keep:` and the key of a table, or all of a relation.
    mutating func taken(_ member: Member, _ source: Consolidation.Source, with named: [RelationColumn], _ scope: PipelineScope) -> [RelationColumn] {
        let key = source.table.flatMap { model.table($0)?.key }
        var names: [String]
        if let part = property("keep", of: member) {
            names = part.values.compactMap { column($0, of: source.columns, "keep", scope) }
        } else {
            names = source.relation == nil ? [] : source.columns.map(\.name)
        }
        names += [key].compactMap { $0 } + named.map(\.name)
        // The table's own order, so that the same columns come out the same however they were asked for.
        return source.columns.filter { names.contains($0.name) }
    }

    /// Columns named by a property, each once.
    mutating func named(_ key: String, of member: Member, in columns: [RelationColumn], _ scope: PipelineScope) -> [RelationColumn] {
        let names = (property(key, of: member)?.values ?? []).compactMap { column($0, of: columns, key, scope) }
        return columns.filter { names.contains($0.name) }
    }

    /// A condition over the rows of a step; what it reads is noted.
    mutating func condition(_ value: Expression, _ rows: RowScope, _ step: inout PipelineStep, _ scope: PipelineScope) -> RowExpression? {
        let typed = type(value, in: rows, from: scope.here)
        guard typed.type == .flag else {
            _ = mismatch(typed, doc("ett villkor", "a condition"), at: scope.here.place(value.span))
            return nil
        }
        for column in typed.reads { step.reads.formUnion(column.lineage) }
        return typed
    }

    /// Conditions that must say why.
    mutating func reasonedConditions(_ key: String, of member: Member, _ rows: RowScope, _ step: inout PipelineStep, _ scope: PipelineScope) -> [RowExpression] {
        var result: [RowExpression] = []
        for part in properties(key, of: member) {
            guard let value = part.values.first, let typed = condition(value, rows, &step, scope) else { continue }
            if clause("because", of: part) == nil {
                report(ModelFinding.general("N023", "condition-without-reason", at: scope.here.place(part.span), doc("Villkor utan skäl", "Condition without a reason"),
                    doc("`\(key):` ska säga varför.", "`\(key):` must say why."), doc("Lägg till `because \"…\"`.", "Add `because \"…\"`.")))
            }
            result.append(typed)
        }
        return result
    }

    /// What still identifies directly takes away nothing: the state that the verb promises would be untrue.
    mutating func stillIdentifies(_ columns: [RelationColumn], _ step: PipelineStep, _ advice: Message, at place: Place) {
        guard let column = columns.first(where: { $0.identifies == .directly }) else { return }
        report(ModelFinding.general("N040", "still-identifies", at: place, doc("Något identifierar fortfarande", "Something still identifies"),
            doc("`\(column.name)` följer med ur `\(step.verb.rawValue)` och identifierar fortfarande direkt.", "`\(column.name)` comes out of `\(step.verb.rawValue)` and still identifies directly."), advice))
    }
}
