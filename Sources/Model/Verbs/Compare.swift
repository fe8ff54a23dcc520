// `match` and `network`: what persons have in two places, and what they share.
import Privacy
import Source
import Syntax

extension Builder {
    mutating func match(_ member: Member, _ step: inout PipelineStep, _ scope: inout PipelineScope) {
        let here = scope.here
        guard let value = member.values.first else { return _ = input(nil, scope, at: here.place(member.span)) }
        guard let left = source(value, isFirst: true, &step, scope), let other = clause("with", of: member)?.values.first, let right = source(other, isFirst: true, &step, scope) else { return }
        var rows = RowScope(sources: [left, right])
        var columns: [RelationColumn] = []
        if let by = clause("by", of: member)?.values.first {
            let names = [left, right].map { column(by, of: $0.columns, "by", scope) }
            let keys = zip([left, right], names).compactMap { source, name in source.columns.first { $0.name == name } }
            if keys.count == 2 {
                if keys[0].domain.word != keys[1].domain.word {
                    report(ModelFinding.general("N018", "types-disagree", at: here.place(by.span), doc("Nycklarna är av olika slag", "The keys are of different types"),
                        doc("Det ena är `\(keys[0].domain.word)`, det andra `\(keys[1].domain.word)`: inget skulle passa ihop.", "One is `\(keys[0].domain.word)`, the other `\(keys[1].domain.word)`: nothing would match.")))
                }
                columns.append(keys[0])
                for key in keys { step.reads.formUnion(key.lineage) }
            }
        }
        overlap(member, left, right, &step, scope)
        for value in property("keep", of: member)?.values ?? [] {
            if let (column, _) = kept(value, in: rows, besides: columns, scope) { columns.append(column) }
        }
        let computed = computations(member, &rows, scope, taken: &columns)
        let deviations = reasonedConditions("deviation", of: member, rows, &step, scope)
        for column in computed.flatMap(\.value.reads) + columns { step.reads.formUnion(column.lineage) }
        if !deviations.isEmpty {
            var marked = RelationColumn(name: "deviates", domain: .flag)
            join(&marked, deviations.reduce(into: []) { $0.formUnion($1.reads) })
            add(marked, to: &columns, at: here.place(member.span))
        } else if property("deviation", of: member) != nil { lose(.column("deviates")) }
        guard let result = member.results.first else { return }
        // Several rows for a key: a person may have many pairs.
        make(result, columns: columns, key: nil, state: state(of: [left, right], scope), from: [left.relation, right.relation].compactMap { $0 }, &step, &scope)
    }

    /// `overlap: first_day..last_day, paid_from..paid_to`: one's own period and the other's.
    private mutating func overlap(_ member: Member, _ left: Consolidation.Source, _ right: Consolidation.Source, _ step: inout PipelineStep, _ scope: PipelineScope) {
        guard let part = property("overlap", of: member) else { return }
        guard part.values.count == 2 else {
            return report(ModelFinding.wrongValue("overlap", wanted: doc("två perioder: `first_day..last_day, paid_from..paid_to`", "two periods: `first_day..last_day, paid_from..paid_to`"), at: scope.here.place(part.span)))
        }
        for (value, source) in zip(part.values, [left, right]) {
            guard case .range(let low, let high) = value.form else {
                report(ModelFinding.wrongValue("overlap", wanted: doc("en period mellan två dagar: `first_day..last_day`", "a period between two days: `first_day..last_day`"), at: scope.here.place(value.span)))
                continue
            }
            for end in [low, high] {
                guard let name = column(end, of: source.columns, "overlap", scope), let day = source.columns.first(where: { $0.name == name }) else { continue }
                step.reads.formUnion(day.lineage)
                guard day.domain.rowType != .date else { continue }
                report(ModelFinding.general("N018", "types-disagree", at: scope.here.place(end.span), doc("Fel slags värde", "Wrong type"),
                    doc("En period går mellan två dagar; `\(name)` är \(day.domain.rowType.words.sv).", "A period runs between two days; `\(name)` is \(day.domain.rowType.words.en).")))
            }
        }
    }

    mutating func network(_ member: Member, _ step: inout PipelineStep, _ scope: inout PipelineScope) {
        let here = scope.here
        guard let from = input(member.values.first, scope, at: here.place(member.span)) else { return }
        step.inputs.append(from.entity)
        let person = column(clause("by", of: member)?.values.first, of: from.columns, "by", scope)
        let links = named("links", of: member, in: from.columns, scope)
        for value in property("links", of: member)?.values ?? [] where word(value) != nil && word(value) == person {
            report(ModelFinding.wrongValue("links", wanted: doc("det som flera personer kan dela, till exempel en adress", "what several persons can share, such as an address"), at: here.place(value.span)))
        }
        step.columnFacts.append(ColumnFact(fact: "links", columns: links, relation: from.name))
        _ = count(property("hops", of: member)?.values.first, "hops", scope)
        let rows = RowScope(sources: [Consolidation.Source(alias: from.name, table: nil, relation: from.name, columns: from.columns, isMany: false)])
        for key in ["risk from", "own fact"] {
            if let value = property(key, of: member)?.values.first { _ = condition(value, rows, &step, scope) }
        }
        var columns = from.columns
        let read = Set(links + from.columns.filter { $0.name == person })
        for (name, domain) in [("component", Domain.id), ("degree", .integer(low: 0, high: 1_000_000))] + (property("risk from", of: member) == nil ? [] : [("association", .decimal(low: 0, high: 10_000, places: 4))]) {
            var made = RelationColumn(name: name, domain: domain)
            join(&made, read)
            add(made, to: &columns, at: here.place(member.span))
        }
        guard let result = member.results.first else { return }
        make(result, columns: columns, key: from.key, state: from.state, from: [from.name], &step, &scope)
    }

    /// A column that a verb makes itself.
    mutating func add(_ column: RelationColumn, to columns: inout [RelationColumn], at place: Place) {
        if columns.contains(where: { $0.name == column.name }) {
            report(ModelFinding.general("N006", "duplicate", at: place, doc("Samma namn två gånger", "Declared twice"),
                doc("Steget gör själv en kolumn `\(column.name)`, och en sådan finns redan.", "The step makes a column `\(column.name)` itself, and one is there already.")))
        } else {
            columns.append(column)
        }
    }
}
