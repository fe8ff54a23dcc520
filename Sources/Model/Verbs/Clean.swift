// `clean`: keeps chosen variables, computes, bands, and rejects rows with a stated reason.
import Privacy
import Source
import Syntax

extension Builder {
    mutating func clean(_ member: Member, _ step: inout PipelineStep, _ scope: inout PipelineScope) {
        guard let first = member.values.first else { return _ = input(nil, scope, at: scope.here.place(member.span)) }
        guard let result = member.results.first, let source = source(first, isFirst: true, &step, scope) else { return }
        var form = Cleaning(source: source)
        let relation = source.relation.flatMap { scope.relation($0) }
        let key = relation?.key ?? source.table.flatMap { model.table($0)?.key }
        var rows = RowScope(sources: [source])
        var read = ColumnSet()
        if let value = property("where", of: member)?.values.first {
            let typed = type(value, in: rows, from: scope.here)
            if typed.type == .flag { form.filter = typed } else { _ = mismatch(typed, doc("ett villkor", "a condition"), at: scope.here.place(value.span)) }
            form.filterText = value.canonical
            read.formUnion(typed.reads)
        }
        for part in properties("reject", of: member) {
            guard let value = part.values.first else { continue }
            let typed = type(value, in: rows, from: scope.here)
            guard typed.type == .flag else { _ = mismatch(typed, doc("ett villkor", "a condition"), at: scope.here.place(value.span)); continue }
            guard case .text(let reason)? = part.clauses.first(where: { $0.word.text == "because" })?.values.first?.form else {
                report(ModelFinding.general("N023", "rejection-without-reason", at: scope.here.place(part.span), doc("Avvisning utan skäl", "Rejection without a reason"),
                    doc("`reject:` ska säga varför.", "`reject:` must say why."), doc("Lägg till `because \"…\"`.", "Add `because \"…\"`.")))
                continue
            }
            form.rejections.append((typed, reason))
            read.formUnion(typed.reads)
        }
        var columns: [RelationColumn] = []
        if let part = property("keep", of: member) {
            for value in part.values { if let (column, _) = kept(value, in: rows, besides: columns, scope) { columns.append(column) } }
            if let key, let column = source.columns.first(where: { $0.name == key }), !columns.contains(where: { $0.name == key }) { columns.insert(column, at: 0) }
        } else if relation != nil {
            columns = source.columns
        } else {
            report(ModelFinding.missingKey("keep", in: result.text, at: scope.here.place(result.span)))
        }
        form.keep = columns.map(\.name)
        form.computed = computations(member, &rows, scope, taken: &columns)
        for part in properties("bands", of: member) { band(part, &form, &columns, scope) }
        form.distinct = isYes("distinct", of: member, scope)
        form.need = integerRange(property("need", of: member)?.values.first, "need", scope)
        for column in read { column.addLineage(to: &step.reads) }
        for column in columns { column.addLineage(to: &step.reads) }
        make(result, columns: columns, key: key, state: state(of: [source], scope), from: [source.relation].compactMap { $0 }, &step, &scope)
        scope.pipeline.relations[result.text]?.atLeastRows = form.need?.low
        step.action = .clean(form)
    }

    private mutating func isYes(_ key: String, of member: Member, _ scope: PipelineScope) -> Bool {
        guard let value = property(key, of: member)?.values.first else { return false }
        if case .truth(let truth) = value.form { return truth }
        report(ModelFinding.wrongValue(key, wanted: describe(.truth), at: scope.here.place(value.span)))
        return false
    }

    /// `bands: handling_days into 0, 30, 90`: precision is lowered to the band.
    private mutating func band(_ part: Member, _ form: inout Cleaning, _ columns: inout [RelationColumn], _ scope: PipelineScope) {
        guard let value = part.values.first, let name = word(value), let into = part.clauses.first(where: { $0.word.text == "into" }) else {
            report(ModelFinding.wrongValue("bands", wanted: doc("`kolumn into 0, 30, 90`", "`column into 0, 30, 90`"), at: scope.here.place(part.span)))
            return
        }
        guard let index = columns.firstIndex(where: { $0.name == name }) else {
            reportNoColumn(name, candidates: columns.map(\.name), at: scope.here.place(value.span))
            return
        }
        let domain = columns[index].domain
        guard case .number = domain.rowType else {
            if domain.rowType == .date { return bandDates(into, index, name, &form, &columns, scope) }
            report(ModelFinding.general("N018", "types-disagree", at: scope.here.place(value.span), doc("Bara tal och dagar kan bandas", "Only numbers and dates have bands"),
                doc("`\(name)` är \(domain.rowType.words.sv).", "`\(name)` is \(domain.rowType.words.en).")))
            return
        }
        let edges = into.values.compactMap { number($0)?.scaled(to: domain.places) }
        finish(edges, count: into.values.count, at: scope.here.place(into.span), index, name, &form, &columns)
    }

    private mutating func bandDates(_ into: Clause, _ index: Int, _ name: String, _ form: inout Cleaning, _ columns: inout [RelationColumn], _ scope: PipelineScope) {
        let edges = into.values.compactMap { value -> Int64? in if case .date(let day) = value.form { Int64(day.number) } else { nil } }
        finish(edges, count: into.values.count, at: scope.here.place(into.span), index, name, &form, &columns)
    }

    private mutating func finish(_ stated: [Int64], count: Int, at place: Place, _ index: Int, _ name: String, _ form: inout Cleaning, _ columns: inout [RelationColumn]) {
        let bounds = columns[index].domain.bounds
        // Bands may reach beyond the domain; a value is told by its band's low edge, which must lie within.
        var edges = stated
        if let bounds, let first = edges.first { edges[0] = max(first, bounds.low) }
        let rising = zip(edges, edges.dropFirst()).allSatisfy { $0 < $1 } && zip(stated, stated.dropFirst()).allSatisfy { $0 < $1 }
        guard stated.count == count, edges.count >= 2, rising, let bounds, edges[0] == bounds.low, edges[edges.count - 2] <= bounds.high,
            edges[edges.count - 1] >= bounds.high
        else {
            report(ModelFinding.general("N024", "bad-bands", at: place, doc("Banden täcker inte domänen", "The bands don't cover the domain"),
                doc("Kanterna ska stiga och täcka hela domänen av `\(name)`, och inget band får ligga helt utanför den.", "The edges must rise and cover the whole domain of `\(name)`, and no band may lie outside it."),
                columns[index].domain.boundsText.map { doc("Domänen är \($0).", "The domain is \($0).") }))
            return
        }
        columns[index].bands = edges
        columns[index].identifies = .no
        form.bands.append((name, edges))
    }
}

extension Domain {
    /// Scaled bounds of what is ordered.
    public var bounds: (low: Int64, high: Int64)? {
        switch self {
        case .integer(let low, let high), .date(let low, let high), .decimal(let low, let high, _): (low, high)
        default: nil
        }
    }
    /// The bounds as an author writes them.
    var boundsText: String? {
        guard let (low, high) = bounds else { return nil }
        if case .date = self { return "\(Day(number: Int(low)))..\(Day(number: Int(high)))" }
        return "\(Exact(low, places: places))..\(Exact(high, places: places))"
    }
    public var places: Int {
        if case .decimal(_, _, let places) = self { places } else { 0 }
    }
}
