// `consolidate`: brings tables together by key into one row for each. It reads exactly the columns that it names.
import Privacy
import Source
import Syntax

extension Builder {
    mutating func consolidate(_ member: Member, _ step: inout PipelineStep, _ scope: inout PipelineScope) {
        guard let result = member.results.first else { return }
        var form = Consolidation()
        if member.values.isEmpty { _ = input(nil, scope, at: scope.here.place(member.span)) }
        for value in member.values {
            guard let source = source(value, isFirst: form.sources.isEmpty, &step, scope) else {
                lose(.columns)
                continue
            }
            if form.sources.contains(where: { $0.alias == source.alias }) {
                report(ModelFinding.general("N006", "duplicate", at: scope.here.place(value.span), doc("Samma namn två gånger", "Declared twice"),
                    doc("`\(source.alias)` står redan bland det som förs samman, och kolumner nämns efter det.", "`\(source.alias)` is already among what is brought together, and columns go by it.")))
            } else { form.sources.append(source) }
        }
        guard let base = form.sources.first else { return }
        let by = clause("by", of: member)?.values.first
        form.key = word(by) ?? word(property("each", of: member)?.values.first) ?? base.columns.first { $0.domain == .id }?.name ?? ""
        if by != nil, let each = property("each", of: member)?.values.first, word(each) != form.key {
            report(ModelFinding.wrongValue("each", wanted: doc("nyckeln `\(form.key)`, som tabellerna förs samman efter", "the key `\(form.key)` by which the tables are brought together"), at: scope.here.place(each.span)))
        }
        markMany(&form, by: by, scope)
        var rows = RowScope(sources: form.sources)
        if let part = property("where", of: member), let value = part.values.first {
            let typed = type(value, in: rows, from: scope.here)
            if typed.type == .flag { form.filter = typed } else { _ = mismatch(typed, doc("ett villkor", "a condition"), at: scope.here.place(value.span)) }
            form.filterText = value.canonical
        }
        var columns: [RelationColumn] = []
        for value in property("keep", of: member)?.values ?? [] {
            guard let (column, source) = kept(value, in: rows, besides: columns, scope) else { continue }
            columns.append(column)
            form.keep.append(Consolidation.Kept(name: column.name, source: source))
        }
        if let key = base.columns.first(where: { $0.name == form.key }), !columns.contains(where: { $0.name == key.name }) {
            columns.insert(key, at: 0)
            form.keep.insert(Consolidation.Kept(name: key.name, source: 0), at: 0)
        }
        form.computed = computations(member, &rows, scope, taken: &columns)
        form.need = integerRange(property("need", of: member)?.values.first, "need", scope)
        note(reads: [form.filter].compactMap { $0 } + form.computed.map(\.value), columns, keys: form, &step)
        let state = state(of: form.sources, scope)
        make(result, columns: columns, key: form.key, state: state, from: form.sources.compactMap(\.relation), &step, &scope)
        scope.pipeline.relations[result.text]?.atLeastRows = form.need?.low
        step.action = .consolidate(form)
    }

    /// A column that a step keeps as it is, and the source that it stands in.
    mutating func kept(_ value: Expression, in rows: RowScope, besides columns: [RelationColumn], _ scope: PipelineScope) -> (RelationColumn, Int)? {
        if value.singleName != nil, rows.inside == nil {
            let name = value.source
            if !rows.computed.contains(where: { $0.name == name }), !columns.contains(where: { $0.name == name }) {
                for index in rows.sources.indices where !rows.sources[index].isMany {
                    for column in rows.sources[index].columns where column.name == name { return (column, index) }
                }
            }
        }
        // Whatever is unusual or wrong.
        let typed = type(value, in: rows, from: scope.here), place = scope.here.place(value.span)
        if typed.type == .broken { return nil }
        guard case .column(let source, _) = typed.form, let column = typed.reads.first else {
            report(ModelFinding.wrongValue("keep", wanted: doc("kolumner; det som räknas ut får ett namn: `namn = uttryck`", "columns; what is computed gets a name: `name = expression`"), at: place))
            return nil
        }
        if columns.contains(where: { $0.name == column.name }) {
            report(ModelFinding.general("N006", "duplicate", at: place, doc("Samma namn två gånger", "Declared twice"),
                doc("`\(column.name)` finns redan i resultatet.", "`\(column.name)` already stands in the result.")))
            return nil
        }
        return (column, source)
    }

    /// A table `Dataset.table`, or a relation made earlier.
    mutating func source(_ value: Expression, isFirst: Bool, _ step: inout PipelineStep, _ scope: PipelineScope) -> Consolidation.Source? {
        guard case .path(let names) = value.form else {
            if case .missing = value.form { return nil }
            report(notARelation(at: scope.here.place(value.span)))
            return nil
        }
        if names.count == 1, let relation = scope.relation(names[0].text) {
            checkThere(relation.name, at: scope.here.place(value.span), scope)
            step.inputs.append(relation.entity)
            return Consolidation.Source(alias: names[0].text, table: nil, relation: relation.name, columns: relation.columns, isMany: false)
        }
        if names.count == 1, scope.broken.contains(names[0].text) { return nil }
        guard names.count == 2 else {
            if names.count == 1 { lose(.noRelation(names[0].text)) }
            report(ModelFinding.unknownName(names.map(\.text).joined(separator: "."), kind: "table", candidates: tableNames(scope) + scope.pipeline.relations.keys, at: scope.here.place(value.span)))
            return nil
        }
        guard let table = table(names[0], names[1], from: scope.here) else { return nil }
        step.tables.append(table.entity)
        for name in table.lost { lose(.column(name)) }
        return Consolidation.Source(alias: table.name, table: table.entity, relation: nil, columns: table.columns, isMany: !isFirst && table.manyPer != nil)
    }

    private func tableNames(_ scope: PipelineScope) -> [String] { model.names.declared(.dataset).flatMap { model.tables(of: EntityID(declaration: $0)) }.map { model.name(of: $0.entity) } }

    /// Sources after the first have many rows unless their own key is the one they are joined by.
    private mutating func markMany(_ form: inout Consolidation, by: Expression?, _ scope: PipelineScope) {
        for index in form.sources.indices {
            if !form.sources[index].columns.contains(where: { $0.name == form.key }), let by {
                reportNoColumn(form.key, candidates: form.sources[index].columns.map(\.name), at: scope.here.place(by.span))
            }
            guard index > 0 else { continue }
            let source = form.sources[index]
            let own = source.table.flatMap { model.table($0)?.key } ?? source.relation.flatMap { scope.relation($0)?.key }
            form.sources[index].isMany = own != form.key
        }
    }

    /// Columns computed in the step's block: `children = count(parties where role == child) within 0..10`.
    mutating func computations(_ member: Member, _ rows: inout RowScope, _ scope: PipelineScope, taken columns: inout [RelationColumn]) -> [Computation] {
        var result: [Computation] = []
        for part in computedParts(of: member, taken: columns, scope) {
            guard let name = part.results.first, let value = part.values.first else { continue }
            let typed = type(value, in: rows, from: scope.here)
            let range = part.clauses.first { $0.word.text == "within" }?.values.first
            guard let computation = computation(name, typed, range, scope) else {
                lose(.column(name.text))
                continue
            }
            columns.append(computation.column)
            rows.computed.append(computation.column)
            result.append(computation)
        }
        return result
    }

    /// The lines `name = expression` of a step's block that make a column of a name of its own.
    mutating func computedParts(of member: Member, taken columns: [RelationColumn], _ scope: PipelineScope) -> [Member] {
        var names = columns.map(\.name)
        return member.members.filter { part in
            guard part.form == .step else { return false }
            guard part.word == nil, let name = part.results.first, part.values.first != nil else {
                report(ModelFinding.general("N012", "misplaced-member", at: scope.here.place(part.span), doc("Raden kan inte stå här", "This line can't stand here"),
                    doc("Här står egenskaper och beräknade kolumner: `namn = uttryck`.", "Properties and computed columns stand here: `name = expression`.")))
                return false
            }
            expectOnce(part.eachClause, after: name.text, from: scope.here)
            for clause in part.clauses where clause.word.text != "within" {
                report(ModelFinding.unknownClause(clause.word.text, after: name.text, known: ["within"], at: scope.here.place(clause.word.span)))
            }
            if !names.contains(name.text) {
                names.append(name.text)
                return true
            }
            report(ModelFinding.general("N006", "duplicate", at: scope.here.place(name.span), doc("Samma namn två gånger", "Declared twice"),
                doc("`\(name.text)` finns redan i resultatet.", "`\(name.text)` already stands in the result.")))
            return false
        }
    }

    mutating func computation(_ name: Name, _ typed: RowExpression, _ range: Expression?, _ scope: PipelineScope) -> Computation? {
        var within: (low: Int64, high: Int64)?
        let domain: Domain
        switch typed.type {
        case .broken: return nil
        case .flag: domain = .flag
        case .choice(let levels): domain = .choice(levels)
        case .number(let places):
            guard let range else { return unbounded(name, "within 0..10", scope) }
            guard let bounds = integerRange(range, "within", places: places, scope) else { return nil }
            within = bounds
            domain = places == 0 ? .integer(low: bounds.low, high: bounds.high) : .decimal(low: bounds.low, high: bounds.high, places: places)
        case .date:
            guard case .range(let low, let high)? = range?.form, case .date(let a) = low.form, case .date(let b) = high.form, a <= b else {
                return unbounded(name, "within 2005-01-01..2026-12-31", scope)
            }
            within = (Int64(a.number), Int64(b.number))
            domain = .date(low: Int64(a.number), high: Int64(b.number))
        case .text, .missing:
            report(ModelFinding.general("N018", "types-disagree", at: scope.here.place(name.span), doc("Kan inte bli en kolumn", "Can't become a column"),
                doc("`\(name.text)` är \(typed.type.words.sv); en beräknad kolumn är ett tal, en dag, ett val eller ja/nej.", "`\(name.text)` is \(typed.type.words.en); a computed column is a number, a date, a choice or a flag.")))
            return nil
        }
        var column = RelationColumn(name: name.text, domain: domain)
        (column.optional, column.unit) = (typed.optional, typed.unit)
        join(&column, typed.reads)
        return Computation(name: name.text, value: typed, within: within, column: column)
    }

    private mutating func unbounded(_ name: Name, _ example: String, _ scope: PipelineScope) -> Computation? {
        report(ModelFinding.general("N014", "unbounded-type", at: scope.here.place(name.span), doc("Beräknad kolumn utan gränser", "Computed column without bounds"),
            doc("`\(name.text)` ska säga vad den kan innehålla; domänen lärs aldrig ur data.", "`\(name.text)` must say what it can hold; a domain is never learnt from data."),
            doc("Lägg till `\(example)`.", "Add `\(example)`.")))
        return nil
    }

    /// A computed column carries the join of the labels it was computed from, without direct identification.
    func join(_ column: inout RelationColumn, _ reads: some Collection<RelationColumn>) {
        var set = ColumnSet()
        set.formUnion(reads)
        join(&column, set)
    }

    func join(_ column: inout RelationColumn, _ reads: ColumnSet) {
        var categories = EntitySet(), subjects = EntitySet(), lineage = EntitySet()
        for read in reads {
            categories.formUnion(read.categories)
            subjects.formUnion(read.subjects)
            read.addLineage(to: &lineage)
        }
        (column.categories, column.subjects, column.lineage) = (model.sorted(categories), model.sorted(subjects), lineage)
        column.identifies = min(.indirectly, reads.map(\.identifies).max() ?? .no)
    }

    private func note(reads expressions: [RowExpression], _ columns: [RelationColumn], keys form: Consolidation, _ step: inout PipelineStep) {
        for expression in expressions { for column in expression.reads { column.addLineage(to: &step.reads) } }
        for column in columns { column.addLineage(to: &step.reads) }
        for source in form.sources where source.table != nil {
            // The join's key, and the table's own key, by which repeated rows are told.
            let own = source.table.flatMap { model.table($0)?.key }
            for key in source.columns where key.name == form.key || key.name == own { key.addLineage(to: &step.reads) }
        }
    }

    func state(of sources: [Consolidation.Source], _ scope: PipelineScope) -> RelationState {
        let states = sources.map { source -> RelationState in
            if let name = source.relation { return scope.relation(name)?.state ?? .personal }
            guard let table = source.table.flatMap({ model.table($0) }) else { return .personal }
            return declaredState(of: table.dataset)
        }
        // The most personal of them decides.
        return states.max { $0.rank < $1.rank } ?? .personal
    }

    /// What a dataset says of itself: personal, unless it states otherwise with its reason.
    func declaredState(of dataset: EntityID) -> RelationState {
        look(into: dataset.declaration)
        guard case .entity(let record)? = model.stated(.identityClaim, of: dataset), case .entity(let state)? = model.head(of: record) else { return .personal }
        switch model.name(of: state) {
        case "Anonymous": return .anonymous
        case "Pseudonymised": return .pseudonymised
        case "Masked": return .masked
        case "Aggregated": return .aggregated(smallest: nil)
        // Whose gate it passed is the claim's own reason to give.
        case "Synthetic": return .synthetic(epsilon: nil, delta: nil, gated: true, from: .personal)
        default: return .personal
        }
    }
}
