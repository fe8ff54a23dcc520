// `split`: divides a relation in two: by a seeded share, or before and after a day, or by what a column says.
import Source
import Syntax

extension Builder {
    mutating func split(_ member: Member, _ step: inout PipelineStep, _ scope: inout PipelineScope) {
        guard let from = input(member.values.first, scope, at: scope.here.place(member.span)) else { return }
        step.inputs.append(from.entity)
        guard let value = clause("by", of: member)?.values.first else { return report(badSplit(at: scope.here.place(member.span))) }
        if case .binary = value.form { return splitByCondition(member, value, from, &step, &scope) }
        guard case .percent = value.form, let share = number(value), share > Exact(0), share < Exact(1) else {
            return report(badSplit(at: scope.here.place(clause("by", of: member)?.span ?? member.span)))
        }
        let unit = column(property("unit", of: member)?.values.first, of: from.columns, "unit", scope)
        guard let key = unit ?? from.key else {
            report(ModelFinding.general("N025", "no-key", at: scope.here.place(member.span), doc("Relationen har ingen nyckel", "The relation has no key"),
                doc("`\(from.name)` har ingen kolumn som skiljer raderna åt, så delningen blir inte densamma igen.", "`\(from.name)` has no column that tells rows apart, so the split would not be the same again."),
                doc("Ge tabellen en nyckel (`table … by kolumn`), eller ange `unit:`.", "Give the table a key (`table … by column`), or state `unit:`.")))
            return
        }
        parts(member, of: from, by: key, [share, rest(of: share)], &step, &scope)
        var salt: String?
        if let value = property("salt", of: member)?.values.first {
            if case .text(let text) = value.form { salt = text } else { report(ModelFinding.wrongValue("salt", wanted: describe(.text), at: scope.here.place(value.span))) }
        }
        step.action = .split(from: from.name, into: member.results.map(\.text), share: share, key: key, salt: salt)
    }

    /// `by closed_on < 2025-01-01`: the first part is where it holds. A test on a later time than the training is the honest one.
    private mutating func splitByCondition(_ member: Member, _ value: Expression, _ from: PipelineRelation, _ step: inout PipelineStep, _ scope: inout PipelineScope) {
        let rows = RowScope(sources: [Consolidation.Source(alias: from.name, table: nil, relation: from.name, columns: from.columns, isMany: false)])
        guard condition(value, rows, &step, scope) != nil else { return }
        for key in ["unit", "salt"] {
            guard let part = property(key, of: member) else { continue }
            report(ModelFinding.wrongValue("by", wanted: doc("en andel, om `\(key):` ska betyda något", "a share, if `\(key):` is to mean anything"), at: scope.here.place(part.span)))
        }
        parts(member, of: from, by: nil, nil, &step, &scope)
    }

    private mutating func parts(_ member: Member, of from: PipelineRelation, by key: String?, _ shares: [Exact]?, _ step: inout PipelineStep, _ scope: inout PipelineScope) {
        let names = member.results.map(\.text)
        for (index, result) in member.results.enumerated() {
            make(result, columns: from.columns, key: from.key, state: from.state, from: [from.name], &step, &scope)
            scope.pipeline.relations[result.text]?.siblings = names.filter { $0 != result.text }
            scope.pipeline.relations[result.text]?.splitBy = key
            if let rows = from.atLeastRows, let shares, index < shares.count { scope.pipeline.relations[result.text]?.atLeastRows = part(shares[index], of: rows) }
        }
    }

    private func rest(of share: Exact) -> Exact {
        share.scaled(to: share.places).map { digits in
            var whole: Int64 = 1
            for _ in 0..<min(share.places, 17) { whole *= 10 }
            return Exact(whole - digits, places: share.places)
        } ?? Exact(0)
    }

    /// So many rows at the least, give or take what a seeded share gives: told as a tenth less.
    private func part(_ share: Exact, of rows: Int64) -> Int64 {
        guard let percent = share.scaled(to: 4), rows < Int64.max / 10_000 else { return 0 }
        return rows * percent / 10_000 / 10 * 9
    }

    private func badSplit(at place: Place) -> Diagnostic {
        ModelFinding.wrongValue("by", wanted: doc("en andel mellan 0% och 100%, till exempel `by 80%`, eller ett villkor som `by closed_on < 2025-01-01`", "a share between 0% and 100%, such as `by 80%`, or a condition such as `by closed_on < 2025-01-01`"), at: place)
    }
}
