// Reads one value by the shape that the kinds table wants.
import Source
import Syntax

extension Builder {
    /// As `value(of:_:key:from:)`, the usual ways first.
    func value(of expression: Expression, _ usual: UsualShape, _ shape: @autoclosure () -> Shape, key: @autoclosure () -> String, from here: Where) -> Value {
        value(of: expression, usual, shape(), key: key, from: here)
    }

    /// What is as it usually is asks for no shape: those stand in tables that all workers share.
    func value(of expression: Expression, _ usual: UsualShape, _ shape: @autoclosure () -> Shape, key: () -> String, from here: Where) -> Value {
        switch (expression.kind, usual) {
        case (.none, _): return .none
        case (.unknown, _), (.missing, _): return .unknown([])
        case (.path, .entity(let kind)):
            // An author's own purpose is wanted where the prelude has a kind of purpose only.
            if let id = find(expression, kind: kind, from: here), kind != .purpose || model.store.headers[Int(id.declaration)].scope.origin != .prelude { return .entity(id) }
        case (.path, .norm):
            if let norm = norm(expression) { return .norm(norm) }
        case (.text, .text):
            if case .text(let text) = expression.form { return .text(text) }
        case (.date, .date):
            if let day = expression.day { return .date(day) }
        case (.path, .word):
            if expression.singleName != nil { return .word(expression.source) }
        default: break
        }
        return value(of: expression, shape(), key: key(), from: here)
    }

    /// The name of a norm that some pack declares.
    private func norm(_ path: Expression) -> String? {
        let hash = path.tree.hash(of: path.span)
        part.pointee.lookups.names.append(hash)
        var declaration = model.names.first(at: path.span, of: path.tree, hash: hash)
        while declaration >= 0 {
            if model.store.headers[Int(declaration)].kind == .norm { return model.store.headers[Int(declaration)].name }
            declaration = model.names.after(declaration)
        }
        return nil
    }

    /// The value of an expression. What does not fit is a finding, and a value that no later finding follows from.
    func value(of expression: Expression, _ shape: Shape, key: String, from here: Where) -> Value {
        let form = expression.form
        switch form {
        case .none: return .none
        case .unknown, .missing: return .unknown([])
        default: if let value = plain(expression, form, shape, from: here) { return value }
        }
        switch shape {
        case .entity(let kind): return named(expression, kind, key: key, from: here)
        case .oneOf(let shapes):
            for shape in shapes { if let value = quietly(expression, shape, from: here) { return value } }
            let kinds = shapes.compactMap { if case .entity(let kind) = $0 { kind } else { nil } }
            if case .path(let names) = form, let first = kinds.first {
                let name = names.map(\.text).joined(separator: ".")
                if kinds.dropFirst().contains(where: { model.origins.isLost(name, Kind.ID(stringLiteral: $0), from: here.file) }) {
                    part.pointee.lookups.hasMissed = true
                    return .unknown([])
                }
                return named(expression, first, key: key, from: here)
            }
        case .table, .column: return reference(expression, shape, key: key, from: here)
        case .choice(let words):
            if case .path(let names) = form {
                report(ModelFinding.unknownName(names.map(\.text).joined(separator: "."), kind: "word", candidates: words, at: here.place(expression.span)))
                return .unknown([])
            }
        case .country:
            report(noCountry(expression, key: key, at: here.place(expression.span)))
            return .unknown([])
        case .ownDay: return ownDay(expression, key: key, from: here)
        case .norm:
            // `13.3` is a number until somebody says of which law.
            if case .number = form {
                report(bareNorm(expression.source, at: here.place(expression.span)))
                return .unknown([])
            }
        default: break
        }
        report(ModelFinding.wrongValue(key, wanted: describe(shape), at: here.place(expression.span)))
        return .unknown([])
    }

    /// A literal, or a word, that is what the shape wants.
    private func plain(_ expression: Expression, _ form: Expression.Form, _ shape: Shape, from here: Where) -> Value? {
        switch (form, shape) {
        case (.text(let text), .text), (.text(let text), .file), (.text(let text), .expression): return .text(text)
        case (.number(let number), .number): return .number(number)
        case (.percent(let percent), .number): return .number(percent.hundredth)
        case (.date(let day), .date): return .date(day)
        case (.duration(let duration), .duration): return .duration(duration)
        case (.truth(let truth), .truth): return .truth(truth)
        case (.path(let names), .word): return .word(names.map(\.text).joined(separator: "."))
        case (.path, .country): return Countries.isCode(expression.source) ? .word(expression.source) : nil
        case (.path(let names), .choice(let words)): return words.contains(names.map(\.text).joined(separator: ".")) ? .word(names[0].text) : nil
        case (.truth(let truth), .choice(let words)): return words.contains(truth ? "yes" : "no") ? .word(truth ? "yes" : "no") : nil
        case (.range(let low, let high), .range): return interval(expression, low, high, from: here)
        case (.path(let names), .norm):
            let name = names.map(\.text).joined(separator: ".")
            // The prelude names norms that only a pack in use declares.
            if here.origin != .prelude, !isNorm(name) {
                let known = model.names.declared(.norm).map { model.store.headers[Int($0)].name }
                part.pointee.lookups.hasMissed = true
                report(ModelFinding.unknownNorm(name, known: known, at: here.place(expression.span)))
                return .unknown([])
            }
            return .norm(name)
        case (_, .expression): return .text(expression.source)
        case (.call(let callee, let arguments), .source):
            guard callee.count == 1, ["sqlite", "csv"].contains(callee[0].text), arguments.count == 1, case .text(let path) = arguments[0].value.form
            else { return nil }
            return .list([.word(callee[0].text), .text(path)])
        default: return nil
        }
    }

    /// `2015..2022` is from the first day of 2015 through the last of 2022.
    private func interval(_ expression: Expression, _ low: Expression, _ high: Expression, from here: Where) -> Value? {
        func day(_ expression: Expression, isLast: Bool) -> Day? {
            if case .date(let day) = expression.form { return day }
            guard let year = number(expression)?.scaled(to: 0), (1...9999).contains(year) else { return nil }
            return Day("\(String(repeating: "0", count: 4 - "\(year)".count))\(year)-\(isLast ? "12-31" : "01-01")")
        }
        guard let from = day(low, isLast: false), let until = day(high, isLast: true), from <= until else { return nil }
        var record = Entity(kind: "interval", name: expression.source, place: here.place(expression.span), origin: here.origin)
        record.facts = ["from": .date(from), "until": .date(until)]
        return .entity(add(record))
    }

    private func bareNorm(_ number: String, at place: Place) -> Diagnostic {
        part.pointee.lookups.hasMissed = true
        let known = model.names.declared(.norm).map { model.name(of: EntityID(declaration: $0)) }.filter { $0.hasSuffix("." + number) }
        let near = known.first { $0 == "GDPR." + number } ?? known.min()
        return ModelFinding.make(
            "N021", "unknown-norm", at: place, title: doc("Ingen norm", "Not a norm"),
            doc("`\(number)` är ett tal; en norm säger också vilken lag den står i.", "`\(number)` is a number; a norm also says which law it stands in."),
            advice: near.map { doc("Menade du `\($0)`?", "Did you mean `\($0)`?") } ?? doc("Skriv till exempel `GDPR.13.3`.", "Write, for example, `GDPR.13.3`."))
    }

    /// The value if it fits, without a finding if it does not.
    private func quietly(_ expression: Expression, _ shape: Shape, from here: Where) -> Value? {
        let form = expression.form
        switch (form, shape) {
        case (.path(let names), .entity(let kind)):
            return find(names.map(\.text).joined(separator: "."), kind: Kind.ID(stringLiteral: kind), from: here).map { .entity($0) }
        case (.path(let names), .norm):
            let name = names.map(\.text).joined(separator: ".")
            return isNorm(name) ? .norm(name) : nil
        case (.path(let names), .table), (.path(let names), .column):
            guard names.count >= 2, let dataset = find(names[0].text, kind: .dataset, from: here), let table = model.tables(of: dataset).first(where: { $0.name == names[1].text }) else { return nil }
            if names.count == 2 { return .entity(table.entity) }
            return table.columns.first { $0.name == names[2].text }?.entity.map { .entity($0) }
        default: return plain(expression, form, shape, from: here)
        }
    }

    private func isNorm(_ name: String) -> Bool {
        part.pointee.lookups.names.append(Syntax.hash(of: name))
        return model.names.named(name).contains { model.store.headers[Int($0)].kind == .norm }
    }

    private func named(_ expression: Expression, _ kind: String, key: String, from here: Where) -> Value {
        guard case .path(let names) = expression.form else {
            report(ModelFinding.wrongValue(key, wanted: describe(.entity(kind)), at: here.place(expression.span)))
            return .unknown([])
        }
        let name = names.map(\.text).joined(separator: ".")
        guard let id = resolve(name, kind: Kind.ID(stringLiteral: kind), at: here.place(expression.span), from: here) else { return .unknown([]) }
        if kind == "purpose", here.origin == .specification, model.origin(of: id) == .prelude {
            report(ModelFinding.general("N035", "purpose-not-named", at: here.place(expression.span), doc("Ändamålet är bara ett slag", "Only a kind of purpose"),
                doc("`\(name)` är ett slag av ändamål och säger inte vad uppgifterna används till här.", "`\(name)` is a kind of purpose, and does not say what the data are used for here."),
                doc("Deklarera ett eget: `purpose Namn \"…\" is \(name)`.", "Declare one of your own: `purpose Name \"…\" is \(name)`.")))
        }
        return .entity(id)
    }

    /// `Dataset.table` or `Dataset.table.column`.
    private func reference(_ expression: Expression, _ shape: Shape, key: String, from here: Where) -> Value {
        guard case .path(let names) = expression.form, names.count >= 2 else {
            report(ModelFinding.wrongValue(key, wanted: describe(shape), at: here.place(expression.span)))
            return .unknown([])
        }
        guard let table = table(names[0], names[1], from: here) else { return .unknown([]) }
        guard shape == .column, names.count == 3 else { return .entity(table.entity) }
        guard let column = table.columns.first(where: { $0.name == names[2].text }), let id = column.entity else {
            if !table.lost.contains(names[2].text) { report(ModelFinding.unknownName(names[2].text, kind: "column", candidates: table.columns.map(\.name), at: here.place(names[2].span))) }
            return .unknown([])
        }
        return .entity(id)
    }

    private func noCountry(_ expression: Expression, key: String, at place: Place) -> Diagnostic {
        var written = expression.source
        if case .text(let text) = expression.form { written = text }
        var finding = ModelFinding.wrongValue(key, wanted: describe(.country), at: place)
        guard let meant = Countries.meant(by: written) else { return finding }
        finding.advice = doc("Menade du `\(meant)`?", "Did you mean `\(meant)`?")
        finding.fixes = [.replacing(place, with: meant)]
        return finding
    }

    /// `cases.closed_on`: from when a term runs, by the rows themselves.
    private func ownDay(_ expression: Expression, key: String, from here: Where) -> Value {
        let tables = part.pointee.tables
        guard case .path(let names) = expression.form, names.count == 2 else {
            report(ModelFinding.wrongValue(key, wanted: describe(.ownDay), at: here.place(expression.span)))
            return .unknown([])
        }
        // Where the tables stand elsewhere, nobody here knows their columns.
        if tables.isEmpty { return .text(expression.source) }
        guard let table = tables.first(where: { $0.name == names[0].text }) else {
            report(ModelFinding.unknownName(names[0].text, kind: "table", candidates: tables.map(\.name), at: here.place(names[0].span)))
            return .unknown([])
        }
        guard let column = table.columns.first(where: { $0.name == names[1].text }) else {
            if !table.lost.contains(names[1].text) {
                report(ModelFinding.unknownName(names[1].text, kind: "column", candidates: table.columns.map(\.name), at: here.place(names[1].span)))
            }
            return .unknown([])
        }
        guard column.domain.rowType == .date || column.domain == .time else {
            report(ModelFinding.general("N018", "types-disagree", at: here.place(expression.span), doc("Fel slags värde", "Wrong type"),
                doc("En tid löper från en dag; `\(column.name)` är \(column.domain.rowType.words.sv).", "A term runs from a day; `\(column.name)` is \(column.domain.rowType.words.en).")))
            return .unknown([])
        }
        return .text(expression.source)
    }

    private func list(_ words: [String], _ last: String) -> String {
        guard let final = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + last + final
    }

    func describe(_ shape: Shape) -> Message {
        switch shape {
        case .text: doc("en text inom citattecken", "a text in quotes")
        case .file: doc("en fils sökväg inom citattecken", "the path of a file in quotes")
        case .choice(let words): doc(list(words, " eller "), list(words, " or "))
        case .range: doc("en period, till exempel 2015..2022", "a period, such as 2015..2022")
        case .relation: doc("något som ett tidigare steg gav", "what an earlier step gave")
        case .inputColumn: doc("en kolumns namn", "a column's name")
        case .condition: doc("ett villkor över kolumner", "a condition over columns")
        case .number: doc("ett tal", "a number")
        case .date: doc("en dag, till exempel 2026-01-15", "a day, such as 2026-01-15")
        case .duration: doc("en tid, till exempel 6 months", "a duration, such as 6 months")
        case .truth: doc("yes eller no", "yes or no")
        case .country: doc("en landskod med två bokstäver (ISO 3166), till exempel SE", "a country code of two letters (ISO 3166), such as SE")
        case .ownDay: doc("en kolumn med dagar i en egen tabell, till exempel cases.closed_on", "a column of days in a table of its own, such as cases.closed_on")
        case .norm: doc("en norm, till exempel GDPR.13.3", "a norm, such as GDPR.13.3")
        case .word: doc("ett ord", "a word")
        case .entity(let kind): doc("ett namn (\(Kinds.named(kind)?.swedish ?? kind))", "a name (\(kind))")
        case .table: doc("en tabell, till exempel CaseSystem.objections", "a table, such as CaseSystem.objections")
        case .column: doc("en kolumn, till exempel CaseSystem.cases.closed_on", "a column, such as CaseSystem.cases.closed_on")
        case .source: doc("sqlite(\"…\") eller csv(\"…\")", "sqlite(\"…\") or csv(\"…\")")
        case .oneOf(let shapes): doc(shapes.map { describe($0).sv }.joined(separator: " eller "), shapes.map { describe($0).en }.joined(separator: " or "))
        case .expression: doc("ett uttryck", "an expression")
        }
    }
}
