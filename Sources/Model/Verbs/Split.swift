// `split`: divides a relation in two by a seeded share.
import Source
import Syntax

extension Builder {
    mutating func split(_ member: Member, _ step: inout PipelineStep, _ scope: inout PipelineScope) {
        guard let from = input(member.values.first, scope, at: scope.here.place(member.span)) else { return }
        step.inputs.append(from.entity)
        guard let value = clause("by", of: member)?.values.first, case .percent = value.form, let share = number(value), share > Exact(0), share < Exact(1) else {
            report(ModelFinding.wrongValue("by", wanted: doc("en andel mellan 0% och 100%, till exempel `by 80%`", "a share between 0% and 100%, such as `by 80%`"), at: scope.here.place(clause("by", of: member)?.span ?? member.span)))
            return
        }
        if from.key == nil {
            report(ModelFinding.general("N025", "no-key", at: scope.here.place(member.span), doc("Relationen har ingen nyckel", "The relation has no key"),
                doc("`\(from.name)` har ingen kolumn som skiljer raderna åt, så delningen blir inte densamma igen.", "`\(from.name)` has no column that tells rows apart, so the split would not be the same again."),
                doc("Ge tabellen en nyckel (`table … by kolumn`).", "Give the table a key (`table … by column`).")))
            return
        }
        for result in member.results { make(result, columns: from.columns, key: from.key, state: from.state, from: [from.name], &step, &scope) }
        let names = member.results.map(\.text)
        for name in names { scope.pipeline.relations[name]?.siblings = names.filter { $0 != name } }
        var salt: String?
        if let value = property("salt", of: member)?.values.first {
            if case .text(let text) = value.form { salt = text } else { report(ModelFinding.wrongValue("salt", wanted: describe(.text), at: scope.here.place(value.span))) }
        }
        step.action = .split(from: from.name, into: names, share: share, salt: salt)
    }
}
