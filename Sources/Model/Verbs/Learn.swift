// `learn` and `generate`: a synthesiser with its privacy budget, and rows drawn from it.
import Privacy
import Source
import Syntax

extension Builder {
    static let methods = ["mst", "aim", "gan", "copula"]

    mutating func learn(_ member: Member, _ step: inout PipelineStep, _ scope: inout PipelineScope) {
        let here = scope.here
        guard let method = method(member, Builder.methods, &step, scope) else { return }
        guard let from = input(clause("from", of: member)?.values.first, scope, at: here.place(member.span)) else { return }
        step.inputs.append(from.entity)
        let epsilon = decimal("epsilon", of: member, scope), delta = decimal("delta", of: member, scope)
        for (fact, value) in [("epsilon", epsilon), ("delta", delta), ("clip", decimal("clip", of: member, scope))] as [(Fact, Exact?)] {
            if let value { set(fact, .number(value), on: step.entity) }
        }
        let unitValue = property("unit", of: member)?.values.first
        let unit = column(unitValue, of: from.columns, "unit", scope) ?? from.key ?? ""
        set("unit", .text(unit), on: step.entity)
        let atMost = count(property("at most", of: member)?.values.first, "at most", scope) ?? 1
        set("at_most", .number(Exact(Int64(atMost))), on: step.entity)
        let features = from.columns.filter { $0.name != unit && $0.domain != .id }
        if ["mst", "aim"].contains(method) {
            for key in ["epsilon", "delta"] where property(key, of: member) == nil {
                report(ModelFinding.missingKey(key, in: member.results.first?.text ?? "learn", at: here.place(member.span)))
            }
            for column in features where column.domain.rowType == .text && column.identifies < .directly {
                report(ModelFinding.general("N026", "not-learnable", at: here.place(member.span), doc("Kolumnen kan inte läras", "Column can't be learnt"),
                    doc("`\(column.name)` är fri text, utan en offentlig domän att räkna i.", "`\(column.name)` is free text, without a public domain to count in."),
                    doc("Lämna den utanför `keep:`.", "Leave it out of `keep:`.")))
            }
        }
        if let epsilon, epsilon <= Exact(0) { report(positive("epsilon", at: here.place(property("epsilon", of: member)?.span ?? member.span))) }
        if let delta, delta <= Exact(0) || delta >= Exact(1) {
            report(ModelFinding.wrongValue("delta", wanted: doc("större än 0 och mindre än 1", "above 0 and below 1"), at: here.place(property("delta", of: member)?.span ?? member.span)))
        }
        guard let result = member.results.first else { return }
        make(result, columns: from.columns, key: nil, state: .synthesiser(epsilon: epsilon, delta: delta, from: from.state), from: [from.name], &step, &scope)
        let seed = seed(of: member, scope)
        guard let epsilon, let delta else { return }
        step.action = .learn(Learning(method: method, from: from.name, features: features, unit: unit, atMost: atMost, epsilon: epsilon, delta: delta, seed: seed))
    }

    mutating func generate(_ member: Member, _ step: inout PipelineStep, _ scope: inout PipelineScope) {
        guard let rows = count(member.values.first, "generate", scope) else {
            if member.values.isEmpty { report(ModelFinding.wrongValue("generate", wanted: doc("ett antal rader, till exempel `generate 20_000 from synthesiser`", "a number of rows, such as `generate 20_000 from synthesiser`"), at: scope.here.place(member.span))) }
            return
        }
        guard let from = input(clause("from", of: member)?.values.first, scope, at: scope.here.place(member.span)), let result = member.results.first else { return }
        step.inputs.append(from.entity)
        set("rows_stated", .number(Exact(Int64(rows))), on: step.entity)
        guard case .synthesiser(let epsilon, let delta, let origin) = from.state else {
            report(wrongInput("generate", wanted: doc("en syntetiserare (av `learn`)", "a synthesiser (made by `learn`)"), from, at: scope.here.place(member.span)))
            return
        }
        let unit = from.madeBy.flatMap { index -> String? in if case .learn(let form) = scope.pipeline.steps[index].action { form.unit } else { nil } }
        let columns = from.columns.filter { $0.name != unit && $0.domain != .id }
        make(result, columns: columns, key: nil, state: .synthetic(epsilon: epsilon, delta: delta, from: origin), from: [from.name], &step, &scope)
        step.action = .generate(from: from.name, rows: rows)
    }

    /// The method's word that follows the verb: `learn mst`, `train gradient_boosting`.
    mutating func method(_ member: Member, _ known: [String], _ step: inout PipelineStep, _ scope: PipelineScope) -> String? {
        guard let value = member.values.first, let name = word(value) else {
            report(ModelFinding.wrongValue(member.word?.text ?? "", wanted: doc("en metod: \(known.joined(separator: ", "))", "a method: \(known.joined(separator: ", "))"), at: scope.here.place(member.span)))
            return nil
        }
        guard known.contains(name) else {
            report(ModelFinding.unknownName(name, kind: "method", candidates: known, at: scope.here.place(value.span)))
            return nil
        }
        set("method", .word(name), on: step.entity)
        return name
    }

    mutating func decimal(_ key: String, of member: Member, _ scope: PipelineScope) -> Exact? {
        guard let part = property(key, of: member), let value = part.values.first else { return nil }
        if let number = number(value) { return number }
        report(ModelFinding.wrongValue(key, wanted: doc("ett tal", "a number"), at: scope.here.place(value.span)))
        return nil
    }

    func positive(_ key: String, at place: Place) -> Diagnostic {
        ModelFinding.wrongValue(key, wanted: doc("större än noll", "above zero"), at: place)
    }

    func wrongInput(_ verb: String, wanted: Message, _ relation: PipelineRelation, at place: Place) -> Diagnostic {
        ModelFinding.general("N027", "wrong-input", at: place, doc("Fel slags indata", "Wrong kind of input"),
            doc("`\(verb)` vill ha \(wanted.sv); `\(relation.name)` är något annat.", "`\(verb)` wants \(wanted.en); `\(relation.name)` is something else."))
    }
}
