// Types the calls of row expressions: aggregates over the many rows of a table, and `abs`.
import Source
import Syntax

extension Builder {
    mutating func call(_ callee: [Name], _ arguments: [Argument], in scope: RowScope, at place: Place, from here: Where) -> RowExpression {
        let word = callee.map(\.text).joined(separator: ".")
        let named = callee.first.flatMap { first in callee.last.map { here.place(Span(start: first.span.start, end: $0.span.end)) } } ?? place
        let functions = scope.isGrouping ? Builder.groupFunctions : Builder.functions
        guard arguments.count == 1, let argument = arguments.first else {
            report(ModelFinding.unknownName(word, kind: "function", candidates: functions, at: named))
            return .broken
        }
        if word == "abs" {
            let operand = type(argument.value, in: scope, from: here)
            guard case .number = operand.type else { return mismatch(operand, doc("ett tal", "a number"), at: here.place(argument.value.span)) }
            return node(.absolute(operand), operand.type, [operand]).counted(in: operand.unit)
        }
        guard functions.contains(word), let function = RowAggregate(rawValue: word) else {
            if scope.isGrouping, ["min", "max", "any", "every"].contains(word) {
                report(ModelFinding.general("N044", "one-persons-value", at: place, doc("En enda persons värde", "One person's value"),
                    doc("`\(word)` i en grupp säger vad som gäller en enda person i den.", "`\(word)` of a group tells what holds of one person in it."),
                    doc("Använd \(Builder.groupFunctions.joined(separator: ", ")).", "Use \(Builder.groupFunctions.joined(separator: ", ")).")))
            } else {
                report(ModelFinding.unknownName(word, kind: "function", candidates: functions, at: named))
            }
            return .broken
        }
        return aggregate(function, argument, in: scope, at: place, from: here)
    }

    private static let functions = ["abs", "count", "any", "every", "min", "max", "sum"]
    /// Of groups of persons: what says something of all of them.
    private static let groupFunctions = ["count", "sum", "mean", "median", "share"]

    private mutating func aggregate(_ function: RowAggregate, _ argument: Argument, in scope: RowScope, at place: Place, from here: Where) -> RowExpression {
        expectOnce(argument.clauses, after: function.rawValue, from: here)
        for clause in argument.clauses where clause.word.text != "where" {
            report(ModelFinding.unknownClause(clause.word.text, after: function.rawValue, known: ["where"], at: here.place(clause.word.span)))
        }
        let condition = argument.clauses.first { $0.word.text == "where" }?.values.first
        guard let source = aggregated(function, argument.value, condition, in: scope) else {
            if reportUnknown(argument.value, function, in: scope, from: here) { return .broken }
            report(ModelFinding.general("N019", "aggregate-of-nothing", at: place, doc("Oklart vilken tabell", "Unclear which table"),
                doc("`\(function.rawValue)` ska gälla en tabell som har flera rader för varje: \(scope.sources.filter(\.isMany).map(\.alias).joined(separator: ", ")).",
                    "`\(function.rawValue)` must be over a table that has several rows for each: \(scope.sources.filter(\.isMany).map(\.alias).joined(separator: ", ")).")))
            return .broken
        }
        var inner = scope
        (inner.inside, inner.computed) = (source, [])
        let filter = condition.map { type($0, in: inner, from: here) }
        if let filter, filter.type == .broken { return .broken }
        let reads = filter?.reads ?? []
        if function == .count {
            return RowExpression(form: .aggregate(.count, source: source, of: nil, condition: filter), type: .number(places: 0), optional: false, reads: reads)
        }
        let operand = type(argument.value, in: inner, from: here)
        switch (function, operand.type) {
        case (_, .broken): return .broken
        case (.any, .flag), (.every, .flag):
            return RowExpression(form: .aggregate(function, source: source, of: operand, condition: filter), type: .flag, optional: false, reads: operand.reads.union(reads))
        case (.min, .number), (.max, .number), (.min, .date), (.max, .date), (.sum, .number), (.median, .number):
            return RowExpression(form: .aggregate(function, source: source, of: operand, condition: filter), type: operand.type, optional: function != .sum, reads: operand.reads.union(reads), unit: operand.unit)
        case (.mean, .number(let places)):
            return RowExpression(form: .aggregate(.mean, source: source, of: operand, condition: filter), type: .number(places: max(places, 2)), optional: true, reads: operand.reads.union(reads), unit: operand.unit)
        case (.share, .flag):
            return RowExpression(form: .aggregate(.share, source: source, of: operand, condition: filter), type: .number(places: 4), optional: true, reads: operand.reads.union(reads))
        default:
            let wanted = [.any, .every, .share].contains(function) ? doc("ja eller nej", "a flag") : doc("ett tal eller en dag", "a number or a date")
            return mismatch(operand, wanted, at: here.place(argument.value.span))
        }
    }

    /// The one source with many rows that the argument speaks of: named, or holding every column that it names.
    private func aggregated(_ function: RowAggregate, _ value: Expression, _ condition: Expression?, in scope: RowScope) -> Int? {
        let many = scope.sources.indices.filter { scope.sources[$0].isMany }
        if case .path(let names) = value.form, let index = many.first(where: { scope.sources[$0].alias == names.first?.text }) { return index }
        let names = columnNames(value) + (condition.map(columnNames) ?? [])
        let holding = many.filter { index in
            let columns = scope.sources[index].columns
            return names.contains { name in columns.contains { $0.name == name } }
        }
        let best = holding.filter { index in columnNames(value).allSatisfy { name in scope.sources[index].columns.contains { $0.name == name } } }
        return best.count == 1 ? best[0] : holding.count == 1 ? holding[0] : nil
    }

    /// A name that is nobody's: no table or column that could be summed up has it.
    private func reportUnknown(_ value: Expression, _ function: RowAggregate, in scope: RowScope, from here: Where) -> Bool {
        let many = scope.sources.filter(\.isMany), columns = scope.sources.flatMap(\.columns) + scope.computed
        guard !many.isEmpty, let unknown = columnPaths(value).first(where: { path in !columns.contains { $0.name == path.last?.text } }), let name = unknown.last else { return false }
        if function == .count, case .path = value.form {
            guard unknown.count == 1, !scope.sources.contains(where: { $0.alias == name.text }) else { return false }
            report(ModelFinding.unknownName(name.text, kind: "table", candidates: many.map(\.alias), at: here.place(name.span)))
        } else {
            reportNoColumn(name.text, candidates: many.flatMap { $0.columns.map(\.name) }, at: here.place(name.span))
        }
        return true
    }

    private func columnNames(_ expression: Expression) -> [String] { columnPaths(expression).compactMap { $0.last?.text } }

    /// The paths of an expression that may name columns: beside `==`, a bare word may be a level.
    private func columnPaths(_ expression: Expression) -> [[Name]] {
        switch expression.form {
        case .path(let names): [names]
        case .unary(_, let inner), .group(let inner), .optional(let inner): columnPaths(inner)
        case .binary(let op, let left, let right): columnPaths(left) + ([.equal, .notEqual, .in, .notIn].contains(op) ? [] : columnPaths(right))
        default: []
        }
    }
}
