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
        let unit = unit(member, of: from, scope) ?? ""
        set(.unit, .text(unit), on: step.entity)
        if let rows = from.atLeastRows { set("at_least_rows", .number(Exact(rows)), on: step.entity) }
        checkSplit(of: from, unit, member, scope)
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
        checkBudget(member, epsilon, delta, scope)
        guard let result = member.results.first else { return }
        make(result, columns: from.columns, key: nil, state: .synthesiser(epsilon: epsilon, delta: delta, from: from.state), from: [from.name], &step, &scope)
        let seed = seed(of: member, scope)
        guard let epsilon, let delta else { return }
        step.action = .learn(Learning(method: method, from: from.name, features: features, unit: unit, atMost: atMost, epsilon: epsilon, delta: delta, seed: seed))
    }

    /// δ is the chance that the guarantee fails whole: of a hundred persons, one would lie open at a hundredth.
    static let mostDelta = Exact(1, places: 2)

    mutating func checkBudget(_ member: Member, _ epsilon: Exact?, _ delta: Exact?, _ scope: PipelineScope) {
        if let epsilon, epsilon <= Exact(0) { report(positive("epsilon", at: scope.here.place(property("epsilon", of: member)?.span ?? member.span))) }
        if let delta, delta <= Exact(0) || delta >= Builder.mostDelta {
            report(ModelFinding.wrongValue("delta", wanted: doc("större än 0 och mindre än 0.01, helst mindre än 1 / antalet personer", "above 0 and below 0.01, and rather below 1 / the number of persons"),
                at: scope.here.place(property("delta", of: member)?.span ?? member.span)))
        }
    }

    /// What is protected: a column, or the row with its reason. Data on persons must say which, since a person may have several rows.
    mutating func unit(_ member: Member, of from: PipelineRelation, _ scope: PipelineScope) -> String? {
        guard let part = property("unit", of: member), let value = part.values.first else {
            if property("unit", of: member) == nil, from.state.isPersonal {
                report(ModelFinding.make(
                    "N003", "missing-key", at: scope.here.place(member.span), title: doc("Egenskap saknas", "Missing property"),
                    doc("`\(member.results.first?.text ?? "learn")` säger inte vad skyddet gäller: en person kan ha flera rader.", "`\(member.results.first?.text ?? "learn")` does not say what is protected: a person may have several rows."),
                    advice: doc("Lägg till `unit: kolumn` med ärendets eller personens kolumn, eller `unit: row because \"…\"` där var och en har en enda rad.",
                        "Add `unit: column` with the column of the case or the person, or `unit: row because \"…\"` where each has one row only.")))
            }
            return from.key
        }
        if word(value) == "row", !from.columns.contains(where: { $0.name == "row" }) {
            if from.state.isPersonal, clause("because", of: part) == nil {
                report(ModelFinding.general("N023", "row-without-reason", at: scope.here.place(part.span), doc("`row` utan skäl", "`row` without a reason"),
                    doc("Att var och en har en enda rad ska motiveras.", "That each person has one row only needs a reason."), doc("Lägg till `because \"…\"`.", "Add `because \"…\"`.")))
            }
            return from.key
        }
        return column(value, of: from.columns, "unit", scope) ?? from.key
    }

    /// Rows of one unit on both sides of a split make the holdout a copy of what was learnt.
    private mutating func checkSplit(of from: PipelineRelation, _ unit: String, _ member: Member, _ scope: PipelineScope) {
        guard let parted = from.splitBy, parted != unit, from.state.isPersonal, let value = property("unit", of: member)?.values.first, word(value) == unit else { return }
        report(ModelFinding.general("N042", "split-across-units", at: scope.here.place(value.span), doc("Delningen skär genom enheten", "The split cuts through the unit"),
            doc("`\(from.name)` delades efter `\(parted)`, så rader för samma `\(unit)` kan stå i båda delarna.", "`\(from.name)` was split by `\(parted)`, so that rows of one `\(unit)` may stand in both parts."),
            doc("Lägg till `unit: \(unit)` i `split`.", "Add `unit: \(unit)` to the `split`.")))
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
        make(result, columns: columns, key: nil, state: .synthetic(epsilon: epsilon, delta: delta, gated: false, from: origin), from: [from.name], &step, &scope)
        scope.pipeline.relations[result.text]?.atLeastRows = Int64(rows)
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
