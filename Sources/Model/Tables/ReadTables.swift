// Reads a dataset's tables: keys, columns, types, labels.
import Privacy
import Source
import Syntax

extension Builder {
    mutating func readTables(of dataset: EntityID, _ header: Header) {
        let needsLabels = !header.member.members.contains { $0.form == .property && $0.key?.text == "state" }
        for member in header.member.members where member.form == .declaration && member.word?.text == "table" {
            guard let name = member.path.last else { continue }
            readTable(member, name, of: dataset, from: header.scope, needsLabels: needsLabels)
        }
    }

    private mutating func readTable(_ member: Member, _ name: Name, of dataset: EntityID, from here: Where, needsLabels: Bool) {
        if let other = model.tables(of: dataset).first(where: { $0.name == name.text }) {
            report(ModelFinding.duplicate(name.text, first: model.place(of: other.entity), at: here.place(name.span)))
            return
        }
        var entity = Entity(kind: "table", name: name.text, title: member.title?.text, place: here.place(name.span), origin: here.origin)
        entity.facts[.dataset] = .entity(dataset)
        let id = add(entity, owner: dataset)
        var table = TableModel(entity: id, dataset: dataset, name: name.text, named: name.text, key: nil, owner: nil, columns: [])
        var common = Labels()
        for clause in member.clauses { readTableClause(clause, &table, &common, from: here) }
        if let about = member.members.first(where: { $0.form == .property && $0.key?.text == "about" && $0.hasBlock }) {
            common.subjects = about.members.flatMap { row in
                row.values.compactMap { if case .entity(let id) = value(of: $0, .entity("subject"), key: "about", from: here) { id } else { nil } }
            }
        }
        for part in member.members {
            guard part.form == .property, let key = part.key else {
                report(ModelFinding.general("N012", "misplaced-member", at: here.place(part.span), doc("Raden kan inte stå här", "This line can't stand here"),
                    doc("I `table` står kolumner: `namn: typ`.", "A `table` holds columns: `name: type`.")))
                continue
            }
            if key.text == "about", part.hasBlock { continue }
            readColumn(part, key, into: &table, common, needsLabels: needsLabels, from: here)
        }
        checkKeys(of: table, member, from: here)
        model.store.parts[Int(dataset.declaration)].tables.append(table)
    }

    struct Labels {
        var category: EntityID?
        var subjects: [EntityID] = []
        /// A label was written but could not be read: no follow-on finding.
        var broken = false
    }

    private mutating func readTableClause(_ clause: Clause, _ table: inout TableModel, _ common: inout Labels, from here: Where) {
        switch clause.word.text {
        case "by", "key":
            if case .path(let names)? = clause.values.first?.form { table.key = names.last?.text }
        case "as", "of": readLabel(clause, &common, from: here)
        case "named": if case .text(let text)? = clause.values.first?.form { table.named = text }
        case "many per":
            if case .path(let names)? = clause.values.first?.form, names.count == 2 { table.owner = names.map(\.text) }
        default:
            report(ModelFinding.unknownClause(clause.word.text, after: "table", known: ["by", "as", "of", "many per", "named"], at: here.place(clause.word.span)))
        }
    }

    private mutating func readLabel(_ clause: Clause, _ labels: inout Labels, from here: Where) {
        let kind = clause.word.text == "as" ? "category" : "subject"
        let ids: [EntityID] = clause.values.compactMap {
            if case .entity(let id) = value(of: $0, .entity(kind), key: clause.word.text, from: here) { return id }
            labels.broken = true
            return nil
        }
        if kind == "category" { labels.category = ids.first } else { labels.subjects = ids }
    }

    private mutating func readColumn(
        _ part: Member, _ key: Name, into table: inout TableModel, _ common: Labels, needsLabels: Bool, from here: Where
    ) {
        let place = here.place(key.span)
        if let other = table.columns.first(where: { $0.name == key.text }), let first = other.entity {
            return report(ModelFinding.duplicate(key.text, first: model.place(of: first), at: place))
        }
        guard let type = part.values.first.flatMap({ measured($0, column: key.text, from: here) }) else { return }
        var column = RelationColumn(name: key.text, domain: type.domain)
        (column.optional, column.unit) = (type.optional, type.unit)
        var labels = common, own = Labels()
        for clause in part.clauses {
            switch clause.word.text {
            case "as", "of": readLabel(clause, &own, from: here)
            case "named": if case .text(let text)? = clause.values.first?.form { column.named = text }
            case "else":
                if case .path(let names)? = clause.values.first?.form, names.first?.text == "missing" {
                    (column.elseMissing, column.optional) = (true, true)
                }
            default:
                report(ModelFinding.unknownClause(clause.word.text, after: key.text + ":", known: ["as", "of", "named", "else missing"], at: here.place(clause.word.span)))
            }
        }
        if let category = own.category { labels.category = category }
        if !own.subjects.isEmpty { labels.subjects = own.subjects }
        labels.broken = labels.broken || own.broken
        if needsLabels, !labels.broken {
            if labels.category == nil { report(ModelFinding.unlabelled(key.text, missingCategory: true, at: place)) }
            if labels.subjects.isEmpty { report(ModelFinding.unlabelled(key.text, missingCategory: false, at: place)) }
        }
        column.categories = labels.category.map { [$0] } ?? []
        column.subjects = labels.subjects
        column.identifies = identification(labels.category, domain: type.domain)
        var entity = Entity(kind: "column", name: key.text, place: place, origin: here.origin)
        entity.facts = [
            "category": labels.category.map { .entity($0) } ?? .unknown([]),
            "subjects": .list(labels.subjects.map { .entity($0) }), "identifies": .word(column.identifies.rawValue),
            "table": .entity(table.entity), "dataset": .entity(table.dataset), "type": .word(type.domain.word), "domain": .text(type.domain.canonical),
        ]
        if let unit = type.unit { entity.facts["unit"] = .word(unit) }
        // What `///` says above a column is what it means.
        if let meaning = part.documentation { entity.facts["meaning"] = .text(meaning) }
        if !needsLabels { checkClaim(column, labels.category, at: place, of: table.dataset) }
        let id = add(entity, owner: table.entity)
        set("lineage", .list([.entity(id)]), on: id)
        column.entity = id
        column.lineage = [id]
        table.columns.append(column)
    }

    /// A category says how it identifies; an `id` or a national number identifies whatever its category.
    private func identification(_ category: EntityID?, domain: Domain) -> Identification {
        switch domain {
        case .personnummer, .organisationsnummer: return .directly
        case .id: return .indirectly
        default: break
        }
        guard let category, case .word(let word) = model.value(.identifies, of: category) else { return .no }
        return Identification(rawValue: word) ?? .no
    }

    /// Who says that the data are on nobody can't hold what names somebody.
    private mutating func checkClaim(_ column: RelationColumn, _ category: EntityID?, at place: Place, of dataset: EntityID) {
        let isIdentity = category.flatMap { category in model.lookup("Identity", kind: "category").map { model.isA(category, $0) } } ?? false
        guard column.domain == .personnummer || isIdentity else { return }
        report(ModelFinding.general("N043", "claim-against-columns", at: place, doc("Påståendet motsägs av kolumnen", "The claim is contradicted by the column"),
            doc("`\(model.name(of: dataset))` sägs inte längre peka ut någon, men `\(column.name)` gör det.", "`\(model.name(of: dataset))` is said to point out nobody any more, but `\(column.name)` does."),
            doc("Ta bort kolumnen, eller raden `state:`.", "Remove the column, or the line `state:`.")))
    }

    private mutating func checkKeys(of table: TableModel, _ member: Member, from here: Where) {
        guard let key = table.key else { return }
        if !table.columns.contains(where: { $0.name == key }), !table.columns.isEmpty {
            let place = member.clauses.first { $0.word.text == "by" || $0.word.text == "key" }.map { here.place($0.span) } ?? model.place(of: table.entity)
            report(ModelFinding.unknownName(key, kind: "column", candidates: table.columns.map(\.name), at: place))
        }
    }

    /// A table of a dataset, by names seen from a place.
    mutating func table(_ dataset: String, _ name: String, at place: Place, from here: Where) -> TableModel? {
        guard let id = resolve(dataset, kind: .dataset, at: place, from: here) else { return nil }
        let tables = model.tables(of: id)
        if let table = tables.first(where: { $0.name == name }) { return table }
        report(ModelFinding.unknownName(name, kind: "table", candidates: tables.map(\.name), at: place))
        return nil
    }
}
