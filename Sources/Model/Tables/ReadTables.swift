// Reads a dataset's tables: keys, columns, types, labels.
import Privacy
import Source
import Syntax

extension Builder {
    func readTables(of dataset: EntityID) {
        let header = model.store.headers + Int(dataset.declaration)
        let member = header.pointee.member, here = header.pointee.scope
        let needsLabels = !member.eachMember.contains { $0.form == .property && $0.hasKey("state") }
        for table in member.eachMember where table.form == .declaration && table.wordID == ColumnWords.table {
            guard let name = table.path.last else {
                if let word = table.word { report(FileNames.nameless(word, in: here)) }
                continue
            }
            readTable(table, name, of: dataset, from: here, needsLabels: needsLabels)
        }
    }

    private func readTable(_ member: Member, _ name: Name, of dataset: EntityID, from here: Where, needsLabels: Bool) {
        if let other = model.tables(of: dataset).first(where: { $0.name == name.text }) {
            report(ModelFinding.duplicate(name.text, first: model.place(of: other.entity), at: here.place(name.span)))
            return
        }
        let id = EntityID(declaration: current, local: part.pointee.add(.table, name: part.pointee.name(name.text), owner: dataset.local, span: name.span))
        set(.dataset, .entity(dataset), on: id)
        var table = TableModel(entity: id, dataset: dataset, name: name.text, named: name.text, title: member.title?.text, key: nil, owner: nil, columns: [])
        var common = Labels()
        for clause in member.eachClause { readTableClause(clause, &table, &common, from: here) }
        expectOnce(member.eachClause, after: "table", from: here)
        for about in member.eachMember where about.form == .property && about.hasKey("about") && about.hasBlock {
            common.subjects = about.members.flatMap { row in
                row.values.compactMap { if case .entity(let id) = value(of: $0, .entity("subject"), key: "about", from: here) { id } else { nil } }
            }
            break
        }
        common.subjectValues = .list(common.subjects.map { .entity($0) })
        common.categories = common.category.map { [$0] } ?? []
        var alike: [Alike] = [], hashes: [UInt64] = [], isRenamed = false, bare: [Bare] = []
        table.columns.reserveCapacity(24)
        for part in member.eachMember {
            guard part.form == .property, part.keySpan != nil else {
                if part.form == .property { continue }
                report(ModelFinding.general("N012", "misplaced-member", at: here.place(part.span), doc("Raden kan inte stå här", "This line can't stand here"),
                    doc("I `table` står kolumner: `namn: typ`.", "A `table` holds columns: `name: type`.")))
                continue
            }
            if part.hasBlock, part.hasKey("about") { continue }
            readColumn(part, into: &table, common, &alike, &hashes, &bare, &isRenamed, needsLabels: needsLabels, from: here)
        }
        if !bare.isEmpty { reportUnlabelled(bare, of: table) }
        if isRenamed { checkNames(of: table, from: here) }
        checkKey(of: &table, member, from: here)
        checkAbout(of: table, member, from: here)
        part.pointee.tables.append(table)
    }

    struct Labels {
        var category: EntityID?
        var subjects: [EntityID] = []
        /// The same as a fact, and as a column has its categories: made once for all columns that have them.
        var subjectValues = Value.list([])
        var categories: [EntityID] = []
        /// A label was written but could not be read: no follow-on finding.
        var broken = false
    }

    /// A column without all its labels.
    private struct Bare {
        let name: String
        let place: Place
        let lacksCategory: Bool
        let lacksSubject: Bool
    }

    /// Where no column has what the table could say for all of them, that is one mistake.
    private func reportUnlabelled(_ bare: [Bare], of table: TableModel) {
        guard let first = bare.first, bare.count > 1, bare.count == table.columns.count, bare.allSatisfy({ $0.lacksCategory == first.lacksCategory && $0.lacksSubject == first.lacksSubject }) else {
            for column in bare { report(ModelFinding.unlabelled(column.name, category: column.lacksCategory, subject: column.lacksSubject, at: column.place)) }
            return
        }
        report(ModelFinding.unlabelled(table: table.name, category: first.lacksCategory, subject: first.lacksSubject, at: model.place(of: table.entity)))
    }

    /// Columns of a table that have the same labels, type and way to identify: they share their facts.
    private struct Alike {
        let category: EntityID?
        let identifies: Identification
        let type: UInt8
        let base: Int32
    }

    private func readTableClause(_ clause: Clause, _ table: inout TableModel, _ common: inout Labels, from here: Where) {
        switch clause.word.text {
        case "by", "key":
            if case .path(let names)? = clause.firstValue?.form { table.key = names.last?.text }
        case "as", "of": readLabel(clause, &common, from: here)
        case "named": if case .text(let text)? = clause.firstValue?.form { table.named = text }
        case "many per":
            if case .path(let names)? = clause.firstValue?.form, names.count == 2 { table.owner = names.map(\.text) }
        default:
            report(ModelFinding.unknownClause(clause.word.text, after: "table", known: ["by", "as", "of", "many per", "named"], at: here.place(clause.word.span)))
        }
    }

    private func readLabel(_ clause: Clause, _ labels: inout Labels, from here: Where) {
        let isCategory = clause.wordID == ofColumn.as, kind: Kind.ID = isCategory ? .category : .subject
        var ids: [EntityID] = []
        for expression in clause.eachValue {
            if case .entity(let id) = value(of: expression, .entity(kind), isCategory ? ColumnWords.categoryShape : ColumnWords.subjectShape, key: isCategory ? "as" : "of", from: here) {
                ids.append(id)
            } else { labels.broken = true }
        }
        if isCategory {
            labels.category = ids.first
        } else {
            labels.subjects = ids
            labels.subjectValues = .list(ids.map { .entity($0) })
        }
    }

    private func readColumn(_ part: Member, into table: inout TableModel, _ common: Labels, _ alike: inout [Alike], _ hashes: inout [UInt64], _ bare: inout [Bare], _ isRenamed: inout Bool, needsLabels: Bool, from here: Where) {
        guard let key = part.key else { return }
        let place = here.place(key.span), hash = part.keyHash
        for other in table.columns.indices where hashes[other] == hash && table.columns[other].name == key.text {
            guard let first = table.columns[other].entity else { continue }
            return report(ModelFinding.duplicate(key.text, first: model.place(of: first), at: place))
        }
        guard let expression = part.firstValue, let type = usualType(expression) ?? measured(expression, column: key.text, from: here) else { return table.lost.append(key.text) }
        var own = Labels(), named = key.text, isOptional = type.optional, elseMissing = false, hasAs = false, hasOf = false, hasOther = false, isRepeated = false
        for clause in part.eachClause {
            let word = clause.secondWordID == .unknown ? clause.wordID : .unknown
            if word == ofColumn.as || word == ofColumn.of {
                isRepeated = isRepeated || (word == ofColumn.as ? hasAs : hasOf)
                if word == ofColumn.as { hasAs = true } else { hasOf = true }
                readLabel(clause, &own, from: here)
                continue
            }
            isRepeated = isRepeated || hasOther
            hasOther = true
            switch clause.word.text {
            case "named": if case .text(let text)? = clause.firstValue?.form { (named, isRenamed) = (text, true) }
            case "else":
                if case .path(let names)? = clause.firstValue?.form, names.first?.text == "missing" {
                    (elseMissing, isOptional) = (true, true)
                }
            default:
                report(ModelFinding.unknownClause(clause.word.text, after: key.text + ":", known: ["as", "of", "named", "else missing"], at: here.place(clause.word.span)))
            }
        }
        if isRepeated { expectOnce(part.eachClause, after: key.text + ":", from: here) }
        let category = own.category ?? common.category
        let subjects = own.subjects.isEmpty ? common.subjects : own.subjects, identifies = identification(category, domain: type.domain)
        if needsLabels, category == nil || subjects.isEmpty, !common.broken, !own.broken {
            bare.append(Bare(name: key.text, place: place, lacksCategory: category == nil, lacksSubject: subjects.isEmpty))
        }
        let tag = type.domain.tag
        let known = own.subjects.isEmpty ? alike.first { $0.category == category && $0.identifies == identifies && $0.type == tag } : nil
        let local: Int32
        if let known {
            local = self.part.pointee.add(.column, name: self.part.pointee.name(key.text), owner: table.entity.local, span: key.span, sharing: known.base)
        } else {
            local = self.part.pointee.add(.column, name: self.part.pointee.name(key.text), owner: table.entity.local, span: key.span)
            let id = EntityID(declaration: current, local: local)
            set(ofColumn.category, category.map { .entity($0) } ?? .unknown([]), on: id)
            set(ofColumn.subjects, own.subjects.isEmpty ? common.subjectValues : own.subjectValues, on: id)
            set(ofColumn.identifies, ofColumn.word(identifies), on: id)
            set(ofColumn.table, .entity(table.entity), on: id)
            set(ofColumn.dataset, .entity(table.dataset), on: id)
            set(ofColumn.type, ofColumn.type(type.domain), on: id)
            if own.subjects.isEmpty {
                let base = self.part.pointee.entities[Int(local)].base
                self.part.pointee.entities[Int(local)].isShared = true
                alike.append(Alike(category: category, identifies: identifies, type: tag, base: base))
            }
        }
        let id = EntityID(declaration: current, local: local)
        if let unit = type.unit { set(.unit, .word(unit), on: id) }
        let column = RelationColumn(
            key.text, named: named, type.domain, optional: isOptional, elseMissing: elseMissing, unit: type.unit,
            categories: own.category.map { [$0] } ?? common.categories, subjects: subjects, identifies: identifies, entity: id)
        if !needsLabels { checkClaim(column, category, at: place, of: table.dataset) }
        // What `///` says above a column is what it means.
        if let meaning = part.documentation { set("meaning", .text(meaning), on: id) }
        table.columns.append(column)
        hashes.append(hash)
    }

    /// A category says how it identifies; an `id` or a national number identifies whatever its category.
    private func identification(_ category: EntityID?, domain: Domain) -> Identification {
        switch domain {
        case .personnummer, .organisationsnummer: return .directly
        case .id: return .indirectly
        default: break
        }
        return category.map { model.store.headers[Int($0.declaration)].identifies } ?? .no
    }

    /// Who says that the data are on nobody can't hold what names somebody.
    private func checkClaim(_ column: RelationColumn, _ category: EntityID?, at place: Place, of dataset: EntityID) {
        let isIdentity = category.flatMap { category in model.lookup("Identity", kind: "category").map { model.isA(category, $0) } } ?? false
        guard column.domain == .personnummer || isIdentity else { return }
        report(ModelFinding.general("N043", "claim-against-columns", at: place, doc("Påståendet motsägs av kolumnen", "The claim is contradicted by the column"),
            doc("`\(model.name(of: dataset))` sägs inte längre peka ut någon, men `\(column.name)` gör det.", "`\(model.name(of: dataset))` is said to point out nobody any more, but `\(column.name)` does."),
            doc("Ta bort kolumnen, eller raden `state:`.", "Remove the column, or the line `state:`.")))
    }

    /// One column of the source is one column here: its second name would hide its other labels.
    private func checkNames(of table: TableModel, from here: Where) {
        var first: [String: RelationColumn] = [:]
        for column in table.columns {
            guard let other = first.updateValue(column, forKey: column.named), let entity = column.entity, let before = other.entity else { continue }
            first[column.named] = other
            report(ModelFinding.make(
                "N006", "read-twice", at: model.place(of: entity), title: doc("Samma kolumn två gånger", "The same column twice"),
                doc("`\(other.name)` och `\(column.name)` läser båda kolumnen “\(column.named)” i källan.", "`\(other.name)` and `\(column.name)` both read the source's column “\(column.named)”."),
                advice: doc("Ta bort den ena, eller rätta `named`.", "Remove one of them, or correct `named`."), notes: [Note(text: doc("Den första står här.", "The first stands here."), place: model.place(of: before))]))
        }
    }

    /// Which column was meant can't be told: it may be one that tells rows apart, and then it is what steps take along.
    private func checkKey(of table: inout TableModel, _ member: Member, from here: Where) {
        guard let key = table.key else { return }
        if !table.columns.contains(where: { $0.name == key }), !table.columns.isEmpty, !table.lost.contains(key) {
            let place = member.clauses.first { $0.word.text == "by" || $0.word.text == "key" }.map { here.place($0.firstValue?.span ?? $0.span) } ?? model.place(of: table.entity)
            report(ModelFinding.unknownName(key, kind: "column", candidates: table.columns.map(\.name), at: place))
            table.lost += table.columns.filter { $0.domain == .id || $0.domain.isDesignation && $0.identifies > .no }.map(\.name)
            if let near = nearest(to: key, in: table.columns.map(\.name)) { table.lost.append(near) }
        }
    }

    /// `about: role { client: Client }`: a column of the table, and values that it can hold.
    private func checkAbout(of table: TableModel, _ member: Member, from here: Where) {
        for about in member.eachMember where about.form == .property && about.hasKey("about") && about.hasBlock {
            guard let value = about.firstValue, let name = word(value), !table.lost.contains(name) else { continue }
            guard let column = table.columns.first(where: { $0.name == name }) else {
                report(ModelFinding.unknownName(name, kind: "column", candidates: table.columns.map(\.name), at: here.place(value.span)))
                continue
            }
            guard case .choice(let levels) = column.domain else { continue }
            for row in about.members where row.form == .property {
                guard let key = row.key, !levels.contains(key.text) else { continue }
                report(ModelFinding.unknownName(key.text, kind: "choice", candidates: levels, at: here.place(key.span)))
            }
        }
    }

    /// A table of a dataset, by names seen from a place.
    func table(_ dataset: Name, _ name: Name, from here: Where) -> TableModel? {
        guard let id = resolve(dataset.text, kind: .dataset, at: here.place(dataset.span), from: here) else { return nil }
        let tables = model.tables(of: id)
        if let table = tables.first(where: { $0.name == name.text }) { return table }
        // It may be the one that lacks its name.
        let isLost = model.store.headers[Int(id.declaration)].member.eachMember.contains { $0.form == .declaration && $0.wordID == ColumnWords.table && $0.headingSpan == nil }
        if isLost { return nil }
        report(ModelFinding.unknownName(name.text, kind: "table", candidates: tables.map(\.name), at: here.place(name.span)))
        return nil
    }
}
