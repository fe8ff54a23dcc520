// `aggregate`: groups instead of persons, by a least group or a privacy budget.
import Privacy
import Source
import Syntax

extension Builder {
    mutating func aggregate(_ member: Member, _ step: inout PipelineStep, _ scope: inout PipelineScope) {
        let here = scope.here
        guard let from = input(member.values.first, scope, at: here.place(member.span)) else { return }
        step.inputs.append(from.entity)
        var columns: [RelationColumn] = []
        for value in clause("by", of: member)?.values ?? [] {
            guard let name = column(value, of: from.columns, "by", scope), var group = from.columns.first(where: { $0.name == name }) else { continue }
            if group.identifies == .directly || group.domain == .id || group.domain == .text {
                report(ModelFinding.general("N041", "group-of-one", at: here.place(value.span), doc("Gruppen är en person", "The group is a person"),
                    doc("`\(name)` pekar ut rader var för sig, så varje grupp blir en person.", "`\(name)` points out rows one by one, so that every group is a person."),
                    doc("Gruppera efter något som flera delar, eller banda det först.", "Group by what several share, or band it first.")))
            }
            group.identifies = min(group.identifies, .indirectly)
            columns.append(group)
        }
        step.columnFacts.append(ColumnFact(fact: "groups", columns: columns, relation: from.name))
        let source = Consolidation.Source(alias: from.name, table: nil, relation: from.name, columns: from.columns, isMany: true)
        var rows = RowScope(sources: [source])
        rows.isGrouping = true
        for part in computedParts(of: member, taken: columns, scope) {
            guard let name = part.results.first, let value = part.values.first, let measure = measure(name, value, part, rows, scope) else { continue }
            columns.append(measure)
        }
        let limit = groupLimit(member, scope)
        let isNoisy = budget(member, of: from, &step, scope)
        guard let result = member.results.first else { return }
        var state = from.state
        // Groups of one are the persons themselves: only a least size, or noise, makes something else of them.
        // A limit or a budget that can't be read is told of, and may have been enough.
        let isLost = limit == nil && property("smallest", of: member) != nil || !isNoisy && property("epsilon", of: member) != nil
        if limit ?? 0 > 1 || isNoisy || isLost, state.rank > RelationState.aggregated(smallest: nil).rank { state = .aggregated(smallest: limit) }
        make(result, columns: columns, key: nil, state: state, from: [from.name], &step, &scope)
    }

    private mutating func groupLimit(_ member: Member, _ scope: PipelineScope) -> Int? { count(property("smallest", of: member)?.values.first, "smallest", scope) }

    /// Whether noise with a stated budget protects the counts.
    private mutating func budget(_ member: Member, of from: PipelineRelation, _ step: inout PipelineStep, _ scope: PipelineScope) -> Bool {
        guard property("epsilon", of: member) != nil || property("delta", of: member) != nil else { return false }
        let epsilon = decimal("epsilon", of: member, scope), delta = decimal("delta", of: member, scope)
        checkBudget(member, epsilon, delta, scope)
        for key in ["epsilon", "delta"] where property(key, of: member) == nil {
            report(ModelFinding.missingKey(key, in: member.results.first?.text ?? "aggregate", at: scope.here.place(member.span)))
        }
        if let unit = unit(member, of: from, scope) { set(.unit, .text(unit), on: step.entity) }
        return epsilon != nil && delta != nil
    }

    /// `average = mean(days)`: within the column's own bounds, unless the author sets others.
    private mutating func measure(_ name: Name, _ value: Expression, _ part: Member, _ rows: RowScope, _ scope: PipelineScope) -> RelationColumn? {
        let typed = type(value, in: rows, from: scope.here)
        if typed.type == .broken { return nil }
        let range = part.clauses.first { $0.word.text == "within" }?.values.first
        var derived: (low: Int64, high: Int64)?
        if case .aggregate(let function, _, let of, _) = typed.form, case .number(let places) = typed.type, range == nil {
            derived = switch function {
            case .count: (0, 1_000_000_000_000)
            case .mean, .median: bounds(of: of, places: places)
            case .share: (0, 10_000)
            default: nil
            }
        }
        if let derived, case .number(let places) = typed.type {
            let domain: Domain = places == 0 ? .integer(low: derived.low, high: derived.high) : .decimal(low: derived.low, high: derived.high, places: places)
            var column = RelationColumn(name: name.text, domain: domain)
            (column.optional, column.unit) = (typed.optional, typed.unit)
            join(&column, typed.reads)
            return column
        }
        return computation(name, typed, range, scope)?.column
    }

    private func bounds(of operand: RowExpression?, places: Int) -> (low: Int64, high: Int64)? {
        guard let operand, case .column = operand.form, let column = operand.reads.first, let (low, high) = column.domain.bounds else { return nil }
        var factor: Int64 = 1
        for _ in column.domain.places..<max(places, column.domain.places) { factor *= 10 }
        let (a, x) = low.multipliedReportingOverflow(by: factor), (b, y) = high.multipliedReportingOverflow(by: factor)
        return x || y ? nil : (a, b)
    }
}
