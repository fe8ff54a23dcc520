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
    func readParameters(_ member: Member, _ row: UnsafePointer<VerbRow>, _ step: PipelineStep, _ scope: PipelineScope) {
        let here = scope.here
        var stated: UInt64 = 0
        for clause in member.eachClause {
            guard let form = row.pointee.clauses[clause] else { continue }
            stated |= 1 << UInt64(form.pointee.parameter)
            if let fact = form.pointee.fact {
                setParameter(fact, form.pointee.usual, form.pointee.form.shape, clause.eachValue, isList: form.pointee.form.values > 1,
                    key: { "\(row.pointee.verb.pointee.name.rawValue) \(form.pointee.form.word)" }, at: here.place(clause.span), step, here)
            }
        }
        for part in member.eachMember where part.form == .property {
            guard let index = row.pointee.property(part) else { continue }
            let property = row.pointee.properties + index
            stated |= 1 << UInt64(property.pointee.parameter)
            if let fact = property.pointee.fact {
                setParameter(fact, property.pointee.usual, property.pointee.row.shape, part.eachValue, isList: property.pointee.row.many || property.pointee.row.list,
                    key: { property.pointee.row.key }, at: here.place(part.span), step, here)
            }
            for clause in part.eachClause {
                guard let form = property.pointee.clauses[clause], let fact = form.pointee.fact else { continue }
                setParameter(fact, form.pointee.usual, form.pointee.form.shape, clause.eachValue, isList: form.pointee.form.values > 1,
                    key: { "\(property.pointee.row.key) \(form.pointee.form.word)" }, at: here.place(clause.span), step, here)
            }
        }
        set(.params, .list(row.pointee.parameters.indices.filter { stated & 1 << UInt64($0) != 0 }.map { .word(row.pointee.parameters[$0]) }), on: step.entity)
        set(.selectsPersons, .truth(row.pointee.verb.pointee.selectsPersons), on: step.entity)
    }

    /// Columns, conditions and relations are read by the verb that knows what they are about.
    private func setParameter(
        _ fact: Fact, _ usual: UsualShape, _ shape: Shape, _ values: Values, isList: Bool, key: () -> String, at place: Place, _ step: PipelineStep, _ here: Where
    ) {
        var read: [Value] = []
        switch shape {
        case .inputColumn, .relation, .table: return
        case .oneOf(let shapes) where shapes.contains(.relation): return
        case .condition, .expression: for value in values { read.append(.text(value.canonical)) }
        // A verb that reads the value itself has told what is wrong with it.
        default: for value in values where !part.pointee.findings.contains(where: { $0.place == here.place(value.span) }) { read.append(self.value(of: value, usual, shape, key: key, from: here)) }
        }
        if isList { append(fact, read, on: step.entity, at: place) } else if let first = read.first { set(fact, first, on: step.entity, at: place) }
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
