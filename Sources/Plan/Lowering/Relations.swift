// `consolidate` and `clean` in the algebra: objectors leave first, then what `where` leaves out, then columns are computed.
import Model
import Privacy
import Source

extension Lowering {
    func consolidate(_ form: Consolidation, _ step: PipelineStep) -> RelationalStep {
        var names = RowNames(form.sources)
        guard let base = form.sources.first else { return RelationalStep(relation: .result(of: ""), columns: [], key: nil) }
        var relation = withoutObjectors(scan(base), step)
        let early = form.filter.map { !names.needsJoin($0) } ?? false
        if early, let filter = form.filter { relation = .filter(relation, keep: names.lower(filter), reason: reason(form.filterText)) }
        let computed = names.compute(form.computed)
        let late = early ? nil : form.filter.map { names.lower($0) }
        let kept = form.keep.map { Derived($0.name, names.column($0.source, $0.name)) }
        for (index, source) in form.sources.enumerated() where index > 0 {
            if source.isMany {
                relation = .join(relation, .group(scan(source), key: form.key, names.aggregates[index] ?? []), key: form.key)
            } else {
                let columns = source.columns.filter { $0.name != form.key && step.reads.isSuperset(of: $0.lineage) }
                relation = .join(relation, .project(scan(source), [Derived(form.key, .column(form.key))] + columns.map { Derived("\(source.alias).\($0.name)", .column($0.name)) }), key: form.key)
            }
        }
        if let late { relation = .filter(relation, keep: late, reason: reason(form.filterText)) }
        relation = .project(relation, kept + computed)
        relation = within(form.computed, relation)
        return relational(relation, step, key: form.key, need: form.need)
    }

    func clean(_ form: Cleaning, _ step: PipelineStep) -> RelationalStep {
        var names = RowNames([form.source])
        var relation = withoutObjectors(scan(form.source), step)
        if let filter = form.filter { relation = .filter(relation, keep: names.lower(filter), reason: reason(form.filterText)) }
        for (condition, reason) in form.rejections {
            // What can't be told is not rejected.
            relation = .filter(relation, keep: .orElse(.not(names.lower(condition)), .integer(1)), reason: .stated(reason))
        }
        let bands = Dictionary(form.bands.map { ($0.column, $0.edges) }, uniquingKeysWith: { first, _ in first })
        let kept = form.keep.map { name in Derived(name, bands[name].map { .band(.column(name), edges: $0) } ?? .column(name)) }
        relation = .project(relation, kept + names.compute(form.computed))
        relation = within(form.computed, relation)
        if form.distinct { relation = .distinct(relation, reason: .duplicateRow) }
        let key = step.outputs.first.flatMap { id in pipeline.relations.values.first { $0.entity == id }?.key }
        return relational(relation, step, key: key, need: form.need)
    }

    private func relational(_ relation: Relation, _ step: PipelineStep, key: String?, need: (low: Int64, high: Int64)?) -> RelationalStep {
        let made = step.outputs.first.flatMap { id in pipeline.relations.values.first { $0.entity == id } }
        return RelationalStep(relation: relation, columns: (made?.columns ?? []).map(column), key: key, need: need.map { RowRange(low: $0.low, high: $0.high) })
    }

    private func scan(_ source: Consolidation.Source) -> Relation {
        if let table = source.table.flatMap({ model.table($0) }) { return .table(reference(table)) }
        return .result(of: source.relation ?? "")
    }

    private func withoutObjectors(_ relation: Relation, _ step: PipelineStep) -> Relation {
        var relation = relation
        for (index, optOut) in optOuts.enumerated() {
            if let key = model.filterKey(of: optOut.match, at: step) { relation = .withoutObjectors(relation, optOut: optOutName(index), key: key) }
        }
        return relation
    }

    func optOutName(_ index: Int) -> String { "opt_out_\(index + 1)" }

    /// A computed value outside its stated domain costs the row, under a reason of its own.
    private func within(_ computed: [Computation], _ relation: Relation) -> Relation {
        computed.reduce(relation) { relation, computation in
            guard let (low, high) = computation.within else { return relation }
            let inside = Expression.between(.column(computation.name), low: .integer(low), high: .integer(high))
            let keep = computation.column.optional ? Expression.binary(.or, .isMissing(.column(computation.name)), inside) : inside
            return .filter(relation, keep: keep, reason: .outside(column: computation.name, domain: computation.column.domain))
        }
    }

    private func reason(_ text: String?) -> LossReason { .notWhere(text ?? "") }
}

/// The names that a step's rows have in the algebra, and the aggregates that it needs of its many-row sources.
struct RowNames {
    let sources: [Consolidation.Source]
    var aggregates: [Int: [Aggregate]] = [:]
    /// What the step's own computed columns are, for those computed from them.
    private var computed: [String: Expression] = [:]

    init(_ sources: [Consolidation.Source]) { self.sources = sources }

    /// Whether the expression can be read only once the other tables are joined.
    func needsJoin(_ expression: RowExpression) -> Bool {
        switch expression.form {
        case .column(let source, _): source != 0
        case .aggregate: true
        case .integer, .text, .truth, .missing: false
        case .not(let a), .negated(let a), .absolute(let a), .isMissing(let a): needsJoin(a)
        case .binary(_, let a, let b): needsJoin(a) || needsJoin(b)
        case .among(let a, let others): needsJoin(a) || others.contains(where: needsJoin)
        case .between(let a, let b, let c): needsJoin(a) || needsJoin(b) || needsJoin(c)
        }
    }

    /// A step's computed columns, in order: one may be computed from those before it.
    mutating func compute(_ computations: [Computation]) -> [Derived] {
        computations.map { computation in
            let value = lower(computation.value)
            computed[computation.name] = value
            return Derived(computation.name, value)
        }
    }

    /// A column as the rows have it: a joined table's stand behind its name.
    func column(_ source: Int, _ name: String) -> Expression { source > 0 ? .column("\(sources[source].alias).\(name)") : .column(name) }

    mutating func lower(_ expression: RowExpression, inside: Int? = nil) -> Expression {
        switch expression.form {
        case .column(-1, let name): return computed[name] ?? .column(name)
        case .column(let source, let name): return source == inside ? .column(name) : column(source, name)
        case .integer(let value): return .integer(value)
        case .text(let text): return .text(text)
        case .truth(let truth): return .integer(truth ? 1 : 0)
        // `x == none` is typed as `isMissing`; a bare `none` has no use of its own and is never true.
        case .missing: return .isMissing(.integer(0))
        case .not(let a): return .not(lower(a, inside: inside))
        case .negated(let a): return .negated(lower(a, inside: inside))
        case .absolute(let a): return .absolute(lower(a, inside: inside))
        case .isMissing(let a): return .isMissing(lower(a, inside: inside))
        case .binary(let op, let a, let b): return .binary(RowNames.operators[op] ?? .and, lower(a, inside: inside), lower(b, inside: inside))
        case .among(let a, let others):
            let value = lower(a, inside: inside)
            return .among(value, others.map { lower($0, inside: inside) })
        case .between(let a, let low, let high):
            return .between(lower(a, inside: inside), low: lower(low, inside: inside), high: lower(high, inside: inside))
        case .aggregate(let function, let source, let of, let condition):
            let operand = of.map { lower($0, inside: source) }, filter = condition.map { lower($0, inside: source) }
            return aggregate(function, source, operand, filter)
        }
    }

    /// One name for one aggregate, however often it is used. An empty group counts 0, has none and has all.
    private mutating func aggregate(_ function: RowAggregate, _ source: Int, _ of: Expression?, _ condition: Expression?) -> Expression {
        let known = aggregates[source] ?? []
        let kind = Aggregate.Function(rawValue: function.rawValue) ?? .count
        let name: String
        if let same = known.first(where: { $0.function == kind && $0.of == of && $0.condition == condition }) { name = same.name } else {
            name = "\(sources[source].alias).\(function.rawValue)_\(known.count + 1)"
            aggregates[source, default: []].append(Aggregate(name, kind, of: of, condition: condition))
        }
        switch function {
        case .count, .any, .sum: return .orElse(.column(name), .integer(0))
        case .every: return .orElse(.column(name), .integer(1))
        case .min, .max, .mean, .median, .share: return .column(name)
        }
    }

    private static let operators: [RowOperator: Expression.Operator] = [
        .and: .and, .or: .or, .equal: .equal, .unequal: .unequal, .less: .less, .lessOrEqual: .lessOrEqual, .greater: .greater,
        .greaterOrEqual: .greaterOrEqual, .plus: .plus, .minus: .minus, .times: .times,
    ]
}
