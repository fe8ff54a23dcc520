// What a plan reads: the columns that its steps name, keys, and what the opt-out is matched by.
import Model
import Privacy
import Source

extension Lowering {
    func inputs() -> [Input] {
        var wanted: [EntityID: Set<String>] = [:], matchOnly: [EntityID: Set<String>] = [:]
        for step in pipeline.steps {
            for table in step.tables { wanted[table, default: []].formUnion([]) }
            for case .some(let id) in step.reads.map({ Optional($0) }) {
                guard let (table, column) = declared(id) else { continue }
                wanted[table.entity, default: []].insert(column.name)
            }
            if case .evaluate(let form) = step.action {
                for id in form.combinedWith {
                    guard let table = model.table(id), let relation = pipeline.relations[form.synthetic] else { continue }
                    wanted[id, default: []].formUnion(table.columns.map(\.name).filter { name in name == table.key || relation.columns.contains { $0.name == name } })
                }
            }
            for (_, match) in optOuts {
                guard let key = model.filterKey(of: match, at: step) else { continue }
                wanted[match.register.entity, default: []].insert(match.person.name)
                wanted[match.table.entity, default: []].insert(key)
                matchOnly[match.table.entity, default: []].insert(match.column.name)
            }
        }
        let datasets = Set(wanted.keys.compactMap { model.table($0)?.dataset }).sorted { model.name(of: $0) < model.name(of: $1) }
        return datasets.map { dataset in
            let tables = model.tables(of: dataset).filter { wanted[$0.entity] != nil || matchOnly[$0.entity] != nil }
            return Input(dataset: model.name(of: dataset), source: source(of: dataset), tables: tables.map { table in
                input(table, wanted[table.entity] ?? [], matchOnly[table.entity] ?? [])
            })
        }
    }

    private func input(_ table: TableModel, _ wanted: Set<String>, _ matchOnly: Set<String>) -> Table {
        let columns = table.columns.filter { wanted.contains($0.name) || matchOnly.contains($0.name) }.map { declared in
            var read = column(declared)
            if !wanted.contains(declared.name) {
                // Read for the opt-out alone: a value that is no number to match by costs no row.
                (read.optional, read.elseMissing) = (true, true)
            }
            return read
        }
        return Table(name: table.name, named: table.named, key: wanted.contains(table.key ?? "") ? table.key : nil, columns: columns)
    }

    private func declared(_ id: EntityID) -> (TableModel, RelationColumn)? {
        guard case .entity(let tableID) = model.value("table", of: id), let table = model.table(tableID),
            let column = table.columns.first(where: { $0.entity == id })
        else { return nil }
        return (table, column)
    }

    func source(of dataset: EntityID) -> DataSource {
        if case .list(let parts) = model.value("source", of: dataset), case .word(let kind)? = parts.first, case .text(let path)? = parts.last {
            return kind == "csv" ? .csv(path: path) : .sqlite(path: path)
        }
        return .csv(path: "")
    }

    /// A dataset that is read must say where it lies.
    mutating func checkSources(_ inputs: [Input]) {
        for input in inputs where input.source == .csv(path: "") {
            guard let id = model.lookup(input.dataset, kind: "dataset") else { continue }
            var finding = Diagnostic(
                code: "E002", slug: "no-source", severity: .error, place: model.place(of: id),
                title: Message(sv: "Datamängden saknar källa", en: "The dataset has no source"),
                message: Message(sv: "`\(input.dataset)` säger inte var data ligger.", en: "`\(input.dataset)` does not say where its data lie."))
            finding.advice = Message(sv: "Lägg till `source: sqlite(\"…\")` eller `source: csv(\"…\")`.", en: "Add `source: sqlite(\"…\")` or `source: csv(\"…\")`.")
            problems.append(finding)
        }
    }

    func optOutRecords() -> [OptOut] {
        optOuts.enumerated().map { index, optOut in
            let match = optOut.match
            let groups = model.list("groups", of: optOut.record).map { model.name(of: $0) }.sorted()
            var until: Day?
            if case .date(let day) = model.value("until", of: optOut.record) { until = day }
            return OptOut(
                name: optOutName(index), register: reference(match.register), person: match.person.name,
                matchedBy: ColumnReference(table: reference(match.table), column: match.column.name), groups: groups, until: until,
                excludesUnreached: model.value("unreached", of: optOut.record) == .word("excluded"))
        }
    }
}
