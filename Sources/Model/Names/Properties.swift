// Reads the properties of declarations by the kinds table: keys, values, clauses, records.
import Source
import Syntax

extension Builder {
    func readProperties(of id: EntityID) {
        let header = model.store.headers + Int(id.declaration)
        guard let kind = KindRow.of(header.pointee.kind) else { return }
        readProperties(of: header.pointee.member, as: kind, on: id, from: header.pointee.scope)
        if kind.pointee.kind.pointee.isConcept, header.pointee.scope.origin == .specification { checkLanguages(of: id) }
    }

    /// What is said in one language is said in both: else readers of the other get the bare name.
    private func checkLanguages(of id: EntityID) {
        // The title of the first line serves where a language has none of its own.
        if model.store.headers[Int(id.declaration)].title == nil { checkLanguages(of: id, "title", .titleEnglish, .titleSwedish) }
        checkLanguages(of: id, "says", .saysEnglish, .saysSwedish)
    }

    private func checkLanguages(of id: EntityID, _ key: String, _ english: Fact, _ swedish: Fact) {
        let hasEnglish = model.stated(english, of: id) != nil
        guard hasEnglish != (model.stated(swedish, of: id) != nil) else { return }
        let (lacking, name) = (hasEnglish ? "sv" : "en", model.name(of: id))
        let place = model.place(of: hasEnglish ? english : swedish, of: id) ?? model.place(of: id)
        var finding = ModelFinding.make(
            "N063", "missing-language", at: place, severity: .warning, title: doc("Ett språk saknas", "A language is missing"),
            hasEnglish ? doc("`\(name)` har `\(key) en:` men inte `\(key) sv:`, så svenska läsare får inget.", "`\(name)` has `\(key) en:` and no `\(key) sv:`, so that Swedish readers get nothing.")
                : doc("`\(name)` har `\(key) sv:` men inte `\(key) en:`, så engelska läsare får inget.", "`\(name)` has `\(key) sv:` and no `\(key) en:`, so that English readers get nothing."),
            advice: doc("Lägg till `\(key) \(lacking): \"…\"`.", "Add `\(key) \(lacking): \"…\"`."))
        let end = Place(file: place.file, member: place.member, span: Span(start: place.span.end, end: place.span.end))
        finding.fixes = [Fix(title: doc("Lägg till “\(key) \(lacking):”", "Add “\(key) \(lacking):”"), edits: [.init(place: end, text: "; \(key) \(lacking): \"…\"")])]
        report(finding)
    }

    /// From when a norm is in force and applies. What is wrong with them is told by the law.
    func readDays(of id: EntityID) {
        let scope = model.store.headers[Int(id.declaration)].scope
        for part in model.store.headers[Int(id.declaration)].member.eachMember where part.form == .property {
            let isInForce = part.hasKey("in force")
            let fact: Fact = isInForce ? "in_force" : part.hasKey("applies") ? "applies" : part.hasKey("older") ? "applies_to_older" : .none
            guard fact != .none, let value = part.firstValue else { continue }
            switch value.form {
            case .date(let day): set(fact, .date(day), on: id)
            case .range(let from, let until):
                if case .date(let day) = from.form { set(fact, .date(day), on: id) }
                if isInForce, case .date(let day) = until.form { set("in_force_until", .date(day), on: id, at: scope.place(until.span)) }
            default: continue
            }
            if isInForce, let until = clause("until", of: part), case .date(let day)? = until.firstValue?.form { set("in_force_until", .date(day), on: id, at: scope.place(until.span)) }
            if isInForce { checkOrder(.inForce, .inForceUntil, of: id) }
        }
    }

    private func readProperties(of member: Member, as kind: UnsafePointer<KindRow>, on id: EntityID, from here: Where) {
        var seen = Seen()
        for part in member.eachMember {
            switch part.form {
            case .property:
                let index = kind.pointee.property(part)
                guard index >= 0 else {
                    guard let key = part.key else { continue }
                    report(ModelFinding.unknownKey(key.text, in: kind.pointee.kind.pointee.name, known: kind.pointee.kind.pointee.properties.map(\.key), at: here.place(key.span)))
                    continue
                }
                let row = kind.pointee.properties + index
                if !seen.insert(index), !row.pointee.row.many {
                    if let key = part.key { report(ModelFinding.repeated(row.pointee.row.key, at: here.place(key.span))) }
                    continue
                }
                read(row, part, on: id, from: here)
            case .step where part.word?.text == "allow": readAllow(part, on: id, from: here)
            case .declaration:
                guard let word = part.word else { continue }
                if kind.pointee.kind.pointee.blocks.contains(word.text) {
                    // What another part of the model reads (tables, pipelines) has no row of its own.
                    if let inner = Kind.ID(named: word.text), let row = KindRow.of(inner), inner != .table { readBlock(part, inner, as: row, on: id, seen: &seen, from: here) }
                    continue
                }
                report(ModelFinding.general("N012", "misplaced-declaration", at: here.place(word.span), doc("Deklarationen kan inte stå här", "This declaration can't stand here"),
                    doc("I `\(kind.pointee.kind.pointee.name)` kan inte `\(word.text)` stå.", "\(article(word.text)) `\(word.text)` can't stand in \(article(kind.pointee.kind.pointee.name).lowercased()) `\(kind.pointee.kind.pointee.name)`."),
                    kind.pointee.kind.pointee.blocks.isEmpty ? nil
                        : doc("Här kan stå: \(kind.pointee.kind.pointee.blocks.joined(separator: ", ")).", "These may stand here: \(kind.pointee.kind.pointee.blocks.joined(separator: ", ")).")))
            case .step, .row, .directive:
                report(ModelFinding.general("N012", "misplaced-member", at: here.place(part.span), doc("Raden kan inte stå här", "This line can't stand here"),
                    doc("I `\(kind.pointee.kind.pointee.name)` står egenskaper: `nyckel: värde`.", "\(article(kind.pointee.kind.pointee.name)) `\(kind.pointee.kind.pointee.name)` holds properties: `key: value`.")))
            }
        }
        for index in kind.pointee.required where !seen.contains(index) {
            report(ModelFinding.missingKey(kind.pointee.properties[index].row.key, in: model.name(of: id), at: model.place(of: id)))
        }
    }

    /// The properties of a kind that were met, by index; blocks come after them.
    private struct Seen {
        private var low: UInt64 = 0, high: UInt64 = 0, blocks: Set<Kind.ID> = []
        func contains(_ index: Int) -> Bool { index < 64 ? low & (1 << UInt64(index)) != 0 : high & (1 << UInt64(index & 63)) != 0 }
        mutating func insert(_ index: Int) -> Bool {
            if contains(index) { return false }
            if index < 64 { low |= 1 << UInt64(index) } else { high |= 1 << UInt64(index & 63) }
            return true
        }
        mutating func insert(_ block: Kind.ID) -> Bool { blocks.insert(block).inserted }
    }

    /// A block with properties of its own (`oversight { … }`) is a record of the declaration that it stands in.
    private func readBlock(_ part: Member, _ own: Kind.ID, as kind: UnsafePointer<KindRow>, on id: EntityID, seen: inout Seen, from here: Where) {
        let place = here.place(part.word?.span ?? part.span)
        if !seen.insert(own) { return report(ModelFinding.repeated(own.name, at: place)) }
        let record = add(Entity(kind: own, name: own.name, place: place, origin: here.origin))
        readProperties(of: part, as: kind, on: record, from: here)
        set(Fact(own.name), .entity(record), on: id, at: place)
    }

    private func read(_ row: UnsafePointer<PropertyRow>, _ part: Member, on id: EntityID, from here: Where) {
        let place = here.place(part.span)
        var hasClauses = false, isRepeated = false, seen: UInt32 = 0
        for clause in part.eachClause {
            hasClauses = true
            if let index = row.pointee.clause(clause) {
                let bit = UInt32(1) << UInt32(index)
                isRepeated = isRepeated || seen & bit != 0
                seen |= bit
            } else if !row.pointee.row.clauses.contains(where: { $0.word == clause.word.text }) {
                report(ModelFinding.unknownClause(clause.word.text, after: row.pointee.row.key + ":", known: row.pointee.row.clauses.map(\.word), at: here.place(clause.word.span)))
            }
        }
        if isRepeated { expectOnce(part.eachClause, after: row.pointee.row.key + ":", from: here) }
        // A contract has no value of its own: what counts is where it is, and the labels it leaves out.
        if hasClauses, row.pointee.row.key == "tables", part.values.isEmpty { return readClauses(row, part, on: id, from: here) }
        if row.pointee.row.key == "repeat" { return readRecord(row, part, head: .none, on: id, from: here) }
        var expressions = part.eachValue
        guard let first = expressions.next() else {
            // A key with nothing at all after it is a finding of syntax already.
            if part.hasBlock || hasClauses { report(ModelFinding.wrongValue(row.pointee.row.key, wanted: describe(row.pointee.row.shape), at: place)) }
            return set(row.pointee.fact, .unknown([]), on: id, at: place)
        }
        if row.pointee.row.isReasoned, first.kind != .none, first.kind != .unknown, part.eachClause.first(where: { $0.word.text == "because" }) == nil {
            report(ModelFinding.general("N023", "claim-without-reason", at: place, doc("Påstående utan skäl", "Claim without a reason"),
                doc("`\(row.pointee.row.key):` ska säga varför.", "`\(row.pointee.row.key):` must say why."), doc("Lägg till `because \"…\"`.", "Add `because \"…\"`.")))
        }
        let value = value(of: first, row.pointee.shape, row.pointee.row.shape, key: row.pointee.row.key, from: here)
        if !row.pointee.row.many {
            var more = 0
            while let next = expressions.next() {
                if row.pointee.record == nil {
                    // What is too much is one mistake, whatever else is wrong with it.
                    report(ModelFinding.wrongValue(row.pointee.row.key, wanted: doc("ett enda värde", "one single value"), at: here.place(next.span)))
                    break
                }
                more += 1
                let other = self.value(of: next, row.pointee.shape, row.pointee.row.shape, key: row.pointee.row.key, from: here)
                if more == 1 { readRecord(row, part, head: value, on: id, from: here) }
                readRecord(row, part, head: other, on: id, from: here)
            }
            if row.pointee.record != nil {
                if more == 0 { readRecord(row, part, head: value, on: id, from: here) }
                return
            }
            set(row.pointee.fact, value, on: id, at: place)
            if hasClauses { readClauses(row, part, on: id, from: here) }
            return
        }
        var values = [value]
        while let next = expressions.next() { values.append(self.value(of: next, row.pointee.shape, row.pointee.row.shape, key: row.pointee.row.key, from: here)) }
        if row.pointee.record != nil {
            for value in values { readRecord(row, part, head: value, on: id, from: here) }
            return
        }
        if values.count == 1, case .none = values[0] { return set(row.pointee.fact, .list([]), on: id, at: place) }
        append(row.pointee.fact, values, on: id, at: place)
        if hasClauses { readClauses(row, part, on: id, from: here) }
    }

    private func readClauses(_ row: UnsafePointer<PropertyRow>, _ part: Member, on id: EntityID, from here: Where) {
        for clause in part.eachClause {
            guard let index = row.pointee.clause(clause) else { continue }
            let fact = row.pointee.clauses[index].fact
            set(fact, clauseValue(row, index, clause, from: here), on: id, at: here.place(clause.span))
        }
    }

    private func clauseValue(_ row: UnsafePointer<PropertyRow>, _ index: Int, _ clause: Clause, from here: Where) -> Value {
        let isMany = row.pointee.clauses[index].row.many
        var values: [Value] = [], first: Value?
        for expression in clause.eachValue {
            let read = value(of: expression, row.pointee.clauses[index].shape, row.pointee.clauses[index].row.shape,
                key: { "\(row.pointee.row.key) \(row.pointee.clauses[index].row.word)" }, from: here)
            if isMany { values.append(read) }
            if first == nil { first = read }
        }
        return isMany ? .list(values) : first ?? .none
    }

    /// A value with its clauses, as an entity of its own.
    private func readRecord(_ row: UnsafePointer<PropertyRow>, _ part: Member, head: Value, on id: EntityID, from here: Where) {
        guard let kind = row.pointee.record else { return }
        let place = here.place(part.span)
        let record = EntityID(declaration: current, local: self.part.pointee.add(kind, name: self.part.pointee.name(row.pointee.row.key), span: place.span))
        set(.head, head, on: record)
        set(row.pointee.headFact, head, on: record)
        for form in row.pointee.clauses where form.row.many { set(form.fact, .list([]), on: record) }
        readClauses(row, part, on: record, from: here)
        if row.pointee.row.many { append(row.pointee.fact, [.entity(record)], on: id, at: place) } else { set(row.pointee.fact, .entity(record), on: id, at: place) }
    }

    /// `allow P014 because "…" until 2027-01-01 by "Name"`: a finding silenced with a reason and a date; an error, by whom.
    func readAllow(_ part: Member, on id: EntityID, from here: Where) {
        var record = Entity(kind: "allow", name: "allow", place: here.place(part.span), origin: here.origin)
        if case .path(let names)? = part.values.first?.form { record.facts["code"] = .word(names.map(\.text).joined(separator: ".")) }
        record.facts[.head] = record.facts["code"]
        let allowed = ["because": doc("en text", "a text"), "until": doc("en dag, som 2027-01-01", "a day, such as 2027-01-01"), "by": doc("en text eller ett namn", "a text or a name")]
        var misread: Set<String> = []
        expectOnce(part.eachClause, after: "allow", from: here)
        for clause in part.clauses {
            switch (clause.word.text, clause.values.first?.form) {
            case ("because", .text(let text)?): record.facts["because"] = .text(text)
            case ("until", .date(let day)?): record.facts["until"] = .date(day)
            // A person by name, or a role by its word: whose signature an allowed error asks for.
            case ("by", .text(let person)?): record.facts["by"] = .text(person)
            case ("by", .path(let names)?): record.facts["by"] = .text(names.map(\.text).joined(separator: "."))
            case (let word, _):
                guard let wanted = allowed[word] else {
                    report(ModelFinding.unknownClause(word, after: "allow", known: ["because", "until", "by"], at: here.place(clause.word.span)))
                    continue
                }
                misread.insert(word)
                report(ModelFinding.wrongValue(word, wanted: wanted, at: here.place(clause.values.first?.span ?? clause.word.span)))
            }
        }
        for (fact, word) in [("because", "because \"…\""), ("until", "until 2027-01-01")] as [(Fact, String)] where record.facts[fact] == nil && !misread.contains(fact.name) {
            report(ModelFinding.general("N013", "allow-without-reason", at: record.place, doc("Tystad utan skäl och slutdag", "Silenced without reason and end"),
                doc("`allow` ska säga varför och till när.", "`allow` must say why and until when."), doc("Lägg till `\(word)`.", "Add `\(word)`.")))
        }
        append("allows", [.entity(add(record))], on: id, at: record.place)
    }
}
