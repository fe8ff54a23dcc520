// Reads the properties of declarations by the kinds table: keys, values, clauses, records.
import Source
import Syntax

extension Builder {
    mutating func readProperties() {
        // Categories first: a column identifies as its category says. Then tables: properties such as `opt out:` name their columns.
        each({ $0 == .category }) { builder, id, header in builder.readProperties(of: id, header) }
        each({ $0 == .dataset }) { builder, id, header in builder.readTables(of: id, header) }
        // What a norm holds is read by the law, which owns it; here it is a name to refer to, and its days.
        each({ $0 == .norm }) { builder, id, header in builder.readDays(of: id, header) }
        each({ $0 != .category && $0 != .norm }) { builder, id, header in builder.readProperties(of: id, header) }
    }

    /// From when a norm is in force and applies. What is wrong with them is told by the law.
    private mutating func readDays(of id: EntityID, _ header: Header) {
        for part in header.member.members where part.form == .property {
            guard let key = part.key?.text, let fact = ["in force": "in_force", "applies": "applies", "older": "applies_to_older"][key].map(Fact.init(stringLiteral:)), let value = part.values.first else { continue }
            switch value.form {
            case .date(let day): set(fact, .date(day), on: id)
            case .range(let from, let until):
                if case .date(let day) = from.form { set(fact, .date(day), on: id) }
                if key == "in force", case .date(let day) = until.form { set("in_force_until", .date(day), on: id) }
            default: continue
            }
            if key == "in force", case .date(let day)? = clause("until", of: part)?.values.first?.form { set("in_force_until", .date(day), on: id) }
        }
    }

    private mutating func readProperties(of id: EntityID, _ header: Header) {
        if let kind = header.kind.row { readProperties(of: header.member, as: kind, on: id, from: header.scope) }
    }

    mutating func readProperties(of member: Member, as kind: Kind, on id: EntityID, from here: Where) {
        var seen: Set<String> = []
        for part in member.members {
            switch part.form {
            case .property:
                guard let key = part.key else { continue }
                guard let row = kind.properties.first(where: { $0.key == key.text }) else {
                    report(ModelFinding.unknownKey(key.text, in: kind.name, known: kind.properties.map(\.key), at: here.place(key.span)))
                    continue
                }
                if !seen.insert(row.key).inserted, !row.many {
                    report(ModelFinding.repeated(row.key, at: here.place(key.span)))
                    continue
                }
                read(row, part, on: id, from: here)
            case .step where part.word?.text == "allow": readAllow(part, on: id, from: here)
            case .declaration:
                guard let word = part.word else { continue }
                if kind.blocks.contains(word.text) {
                    // What another part of the model reads (tables, pipelines) has no row of its own.
                    if let inner = Kinds.named(word.text) { readBlock(part, as: inner, on: id, seen: &seen, from: here) }
                    continue
                }
                report(ModelFinding.general("N012", "misplaced-declaration", at: here.place(word.span), doc("Deklarationen kan inte stå här", "This declaration can't stand here"),
                    doc("I `\(kind.name)` kan inte `\(word.text)` stå.", "A `\(word.text)` can't stand in a `\(kind.name)`."),
                    kind.blocks.isEmpty ? nil : doc("Här kan stå: \(kind.blocks.joined(separator: ", ")).", "These may stand here: \(kind.blocks.joined(separator: ", ")).")))
            case .step, .row, .directive:
                report(ModelFinding.general("N012", "misplaced-member", at: here.place(part.span), doc("Raden kan inte stå här", "This line can't stand here"),
                    doc("I `\(kind.name)` står egenskaper: `nyckel: värde`.", "A `\(kind.name)` holds properties: `key: value`.")))
            }
        }
        for row in kind.properties where row.silence == .required && !seen.contains(row.key) {
            report(ModelFinding.missingKey(row.key, in: model.name(of: id), at: model.place(of: id)))
        }
    }

    /// A block with properties of its own (`oversight { … }`) is a record of the declaration that it stands in.
    private mutating func readBlock(_ part: Member, as kind: Kind, on id: EntityID, seen: inout Set<String>, from here: Where) {
        let place = here.place(part.word?.span ?? part.span)
        if !seen.insert(kind.name).inserted { return report(ModelFinding.repeated(kind.name, at: place)) }
        guard let own = Kind.ID(named: kind.name) else { return }
        let record = add(Entity(kind: own, name: kind.name, place: place, origin: here.origin))
        readProperties(of: part, as: kind, on: record, from: here)
        set(Fact(stringLiteral: kind.name), .entity(record), on: id, at: place)
    }

    private mutating func read(_ row: Property, _ part: Member, on id: EntityID, from here: Where) {
        let place = here.place(part.span)
        for clause in part.clauses where !row.clauses.contains(where: { $0.word == clause.word.text }) {
            report(ModelFinding.unknownClause(clause.word.text, after: row.key + ":", known: row.clauses.map(\.word), at: here.place(clause.word.span)))
        }
        // A contract has no value of its own: what counts is where it is, and the labels it leaves out.
        if row.key == "tables", part.values.isEmpty, !part.clauses.isEmpty { return readClauses(row, part, on: id, from: here) }
        if row.key == "repeat" { return readRecord(row, part, head: .none, on: id, from: here) }
        guard !part.values.isEmpty else {
            // A key with nothing at all after it is a finding of syntax already.
            if part.hasBlock || !part.clauses.isEmpty { report(ModelFinding.wrongValue(row.key, wanted: describe(row.shape), at: place)) }
            return set(row.factID, .unknown([]), on: id, at: place)
        }
        let values = part.values.map { value(of: $0, row.shape, key: row.key, from: here) }
        if row.record == "state_record", !part.clauses.contains(where: { $0.word.text == "because" }) {
            report(ModelFinding.general("N023", "claim-without-reason", at: place, doc("Påstående utan skäl", "Claim without a reason"),
                doc("`\(row.key):` ska säga varför.", "`\(row.key):` must say why."), doc("Lägg till `because \"…\"`.", "Add `because \"…\"`.")))
        }
        if let fact = row.record.map({ _ in row.fact }) {
            for value in values { readRecord(row, part, head: value, on: id, from: here, fact: fact) }
        } else if row.many {
            if values == [.none] { return set(row.factID, .list([]), on: id, at: place) }
            append(row.factID, values, on: id, at: place)
            readClauses(row, part, on: id, from: here)
        } else {
            if part.values.count > 1 {
                report(ModelFinding.wrongValue(row.key, wanted: doc("ett enda värde", "one single value"), at: here.place(part.values[1].span)))
            }
            set(row.factID, values[0], on: id, at: place)
            readClauses(row, part, on: id, from: here)
        }
    }

    private mutating func readClauses(_ row: Property, _ part: Member, on id: EntityID, from here: Where) {
        for clause in part.clauses {
            guard let form = row.clauses.first(where: { $0.word == clause.word.text }) else { continue }
            set(form.factID, clauseValue(form, clause, key: row.key, from: here), on: id, at: here.place(clause.span))
        }
    }

    private mutating func clauseValue(_ form: ClauseRow, _ clause: Clause, key: String, from here: Where) -> Value {
        let values = clause.values.map { value(of: $0, form.shape, key: "\(key) \(form.word)", from: here) }
        return form.many ? .list(values) : values.first ?? .none
    }

    /// A value with its clauses, as an entity of its own.
    private mutating func readRecord(_ row: Property, _ part: Member, head: Value, on id: EntityID, from here: Where, fact: String? = nil) {
        guard let kind = row.record.flatMap({ Kind.ID(named: $0) }) else { return }
        let place = here.place(part.span)
        var record = Entity(kind: kind, name: row.key, place: place, origin: here.origin)
        record.facts[.head] = head
        record.facts[Fact(stringLiteral: Vocabulary.headFact(of: row))] = head
        let recordID = add(record)
        for form in row.clauses where form.many { set(form.factID, .list([]), on: recordID) }
        readClauses(row, part, on: recordID, from: here)
        if row.many { append(row.factID, [.entity(recordID)], on: id, at: place) } else { set(row.factID, .entity(recordID), on: id, at: place) }
    }

    /// `allow P014 because "…" until 2027-01-01`: a finding silenced with a reason and a date.
    mutating func readAllow(_ part: Member, on id: EntityID, from here: Where) {
        var record = Entity(kind: "allow", name: "allow", place: here.place(part.span), origin: here.origin)
        if case .path(let names)? = part.values.first?.form { record.facts["code"] = .word(names.map(\.text).joined(separator: ".")) }
        record.facts[.head] = record.facts["code"]
        for clause in part.clauses {
            switch (clause.word.text, clause.values.first?.form) {
            case ("because", .text(let text)?): record.facts["because"] = .text(text)
            case ("until", .date(let day)?): record.facts["until"] = .date(day)
            default: report(ModelFinding.unknownClause(clause.word.text, after: "allow", known: ["because", "until"], at: here.place(clause.word.span)))
            }
        }
        for (fact, word) in [("because", "because \"…\""), ("until", "until 2027-01-01")] as [(Fact, String)] where record.facts[fact] == nil {
            report(ModelFinding.general("N013", "allow-without-reason", at: record.place, doc("Tystad utan skäl och slutdag", "Silenced without reason and end"),
                doc("`allow` ska säga varför och till när.", "`allow` must say why and until when."), doc("Lägg till `\(word)`.", "Add `\(word)`.")))
        }
        append("allows", [.entity(add(record))], on: id, at: record.place)
    }
}
