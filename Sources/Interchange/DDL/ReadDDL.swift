// CREATE TABLE and what belongs to it (keys, checks, comments, enumerations) as tables.
import Source

/// What a script declares.
struct DDL {
    var tables: [ImportedTable] = []
    var problems: [InterchangeProblem] = []
}

func readDDL(_ text: Text) -> DDL {
    var reader = DDLReader(tokens: sqlTokens(text.bytes)[...])
    reader.read()
    return reader.result
}

private struct DDLReader {
    var tokens: ArraySlice<SQLToken>
    var result = DDL()
    /// Enumerations and domains declared by CREATE TYPE and CREATE DOMAIN, in lower case.
    private var types: [String: ImportedType] = [:]

    init(tokens: ArraySlice<SQLToken>) { self.tokens = tokens }

    mutating func read() {
        while !tokens.isEmpty {
            let statement = next()
            guard let first = statement.first else { continue }
            switch first.key {
            case "CREATE": create(statement)
            case "ALTER": alter(statement)
            case "COMMENT": comment(statement)
            default: break
            }
        }
    }

    /// A statement: to its semicolon, to `GO`, or to the next CREATE TABLE where neither stands.
    private mutating func next() -> ArraySlice<SQLToken> {
        var depth = 0
        for index in tokens.indices {
            let key = tokens[index].key
            if key == "(" { depth += 1 } else if key == ")" { depth = max(0, depth - 1) }
            if key == ";" && depth == 0 || key == "GO" && depth == 0 || index > tokens.startIndex && key == "CREATE" && depth == 0 && index + 1 < tokens.endIndex && tokens[index + 1].key == "TABLE" {
                let statement = tokens[tokens.startIndex..<index]
                tokens = tokens[(key == "CREATE" ? index : index + 1)...]
                return statement
            }
        }
        defer { tokens = [] }
        return tokens
    }

    // MARK: Statements

    private mutating func create(_ statement: ArraySlice<SQLToken>) {
        var rest = statement.dropFirst()
        while let token = rest.first, ["OR", "REPLACE", "GLOBAL", "LOCAL", "TEMP", "TEMPORARY", "UNLOGGED", "EXTERNAL", "FOREIGN", "TRANSIENT", "VIRTUAL", "COLUMN"].contains(token.key) { rest = rest.dropFirst() }
        switch rest.first?.key {
        case "TABLE": table(rest.dropFirst())
        case "TYPE", "DOMAIN":
            let isDomain = rest.first?.key == "DOMAIN"
            rest = rest.dropFirst()
            guard let name = name(&rest)?.last?.text.lowercased() else { return }
            if rest.first?.key == "AS" { rest = rest.dropFirst() }
            if !isDomain, rest.first?.key == "ENUM" {
                let levels = rest.filter { $0.kind == .text }.map(\.text)
                if !levels.isEmpty, Set(levels).count == levels.count { types[name] = .choice(levels) }
            } else if isDomain {
                var column = ImportedColumn(name: "value", type: .text, span: Span(0..<0))
                self.column(rest, &column)
                types[name] = column.type
            }
        default: break
        }
    }

    private mutating func table(_ statement: ArraySlice<SQLToken>) {
        var rest = statement
        while let token = rest.first, ["IF", "NOT", "EXISTS"].contains(token.key) { rest = rest.dropFirst() }
        guard let parts = name(&rest), let own = parts.last else { return }
        var table = ImportedTable(name: own.text, span: own.span)
        if parts.count > 1, !["public", "dbo", "main"].contains(parts[parts.count - 2].text.lowercased()) { table.remarks.append("schema \(parts[parts.count - 2].text)") }
        guard !result.tables.contains(where: { $0.name == own.text }) else {
            return tell(own.span, Message(sv: "Tabellen `\(own.text)` skapas två gånger; den första gäller.", en: "The table `\(own.text)` is created twice; the first counts."))
        }
        guard rest.first?.key == "(" else {
            if rest.contains(where: { $0.key == "SELECT" || $0.key == "LIKE" || $0.key == "OF" }) || !rest.isEmpty {
                tell(own.span, Message(sv: "Tabellen `\(own.text)` räknar inte upp sina kolumner.", en: "The table `\(own.text)` doesn't list its columns."))
            }
            return
        }
        let (inside, after) = bracket(rest)
        for item in items(inside) { read(item, into: &table) }
        // MySQL: `) COMMENT='…'`.
        if let place = after.firstIndex(where: { $0.key == "COMMENT" }) { table.documentation = after[place...].first { $0.kind == .text }?.text }
        result.tables.append(table)
    }

    private mutating func alter(_ statement: ArraySlice<SQLToken>) {
        var rest = statement.dropFirst()
        guard rest.first?.key == "TABLE" else { return }
        rest = rest.dropFirst()
        while let token = rest.first, ["ONLY", "IF", "EXISTS"].contains(token.key) { rest = rest.dropFirst() }
        guard let own = name(&rest)?.last, let index = result.tables.firstIndex(where: { $0.name == own.text }) else { return }
        // SQL Server: `WITH CHECK ADD CONSTRAINT`.
        while let token = rest.first, token.key != "ADD" {
            if token.key == "DROP" || token.key == "ALTER" || token.key == "RENAME" { return }
            rest = rest.dropFirst()
        }
        for var item in items(rest) {
            if item.first?.key == "ADD" { item = item.dropFirst() }
            if item.first?.key == "COLUMN" { item = item.dropFirst() }
            var table = result.tables[index]
            read(item, into: &table)
            result.tables[index] = table
        }
    }

    private mutating func comment(_ statement: ArraySlice<SQLToken>) {
        var rest = statement.dropFirst(2)
        let kind = statement.dropFirst(2).first?.key
        rest = rest.dropFirst()
        guard let parts = name(&rest), rest.first?.key == "IS", let text = rest.dropFirst().first, text.kind == .text else { return }
        if kind == "TABLE", let index = result.tables.firstIndex(where: { $0.name == parts.last?.text }) { result.tables[index].documentation = text.text }
        if kind == "COLUMN", parts.count >= 2, let index = result.tables.firstIndex(where: { $0.name == parts[parts.count - 2].text }),
            let column = result.tables[index].columns.firstIndex(where: { $0.name == parts.last?.text })
        { result.tables[index].columns[column].documentation = text.text }
    }

    // MARK: Columns and constraints

    private static let constraints: Set = ["CONSTRAINT", "PRIMARY", "FOREIGN", "UNIQUE", "CHECK", "KEY", "INDEX", "EXCLUDE", "FULLTEXT", "SPATIAL", "LIKE", "PERIOD"]

    private mutating func read(_ item: ArraySlice<SQLToken>, into table: inout ImportedTable) {
        guard let first = item.first else { return }
        // A column may be called `key` or `index`: then a type follows, and no bracket or name.
        let isConstraint = DDLReader.constraints.contains(first.key) && !(["KEY", "INDEX", "PERIOD", "LIKE"].contains(first.key) && item.dropFirst().first.map { $0.kind == .word && SQLType.read($0.text) != nil } ?? false)
        if isConstraint { return constraint(item, &table) }
        guard first.kind == .word || first.kind == .name else { return }
        guard !table.columns.contains(where: { $0.name == first.text }) else { return tell(first.span, Message(sv: "Kolumnen `\(first.text)` står två gånger; den första gäller.", en: "The column `\(first.text)` stands twice; the first counts.")) }
        var column = ImportedColumn(name: first.text, type: .text, span: first.span)
        let (isKey, owner) = self.column(item.dropFirst(), &column)
        if isKey { key([column.name], &table) }
        table.columns.append(column)
        if isKey { settle(&table, [column.name]) }
        if let owner { relate(&table, [column.name], owner.table, owner.columns) }
    }

    /// The words that end a type.
    private static let after: Set = [
        "NOT", "NULL", "DEFAULT", "PRIMARY", "UNIQUE", "REFERENCES", "CHECK", "CONSTRAINT", "COLLATE", "COMMENT", "AUTO_INCREMENT", "AUTOINCREMENT", "IDENTITY", "GENERATED", "ON", "AS", "ROWGUIDCOL",
        "SPARSE", "ENCODE", "VISIBLE", "INVISIBLE", "KEY", "STORED", "VIRTUAL", "CHARSET", "MASKED", "DISTKEY", "SORTKEY",
    ]

    @discardableResult
    private mutating func column(_ item: ArraySlice<SQLToken>, _ column: inout ImportedColumn) -> (isKey: Bool, owner: (table: String, columns: [String])?) {
        var rest = item, words: [String] = [], arguments = "", isArray = false, isKey = false
        var owner: (table: String, columns: [String])?
        var levels: [String] = []
        while let token = rest.first, !DDLReader.after.contains(token.key) {
            // `CHARACTER SET utf8` is no type.
            if token.key == "CHARACTER", rest.dropFirst().first?.key == "SET" { break }
            if token.key == "(" {
                let (inside, following) = bracket(rest)
                arguments = "(" + inside.map(\.text).joined() + ")"
                levels = inside.filter { $0.kind == .text }.map(\.text)
                rest = following
                continue
            }
            if token.key == "[" { isArray = true }
            if token.kind == .word || token.kind == .name { words.append(token.text) }
            rest = rest.dropFirst()
        }
        let base = words.last.map { $0.lowercased() } ?? ""
        let written = words.joined(separator: " ")
        if words.first?.uppercased() == "ENUM", !levels.isEmpty, Set(levels).count == levels.count {
            column.type = .choice(levels)
        } else if isArray {
            column.remarks.append("a list: \(written)[]")
        } else if let known = types[base] ?? types[words.first?.lowercased() ?? ""] {
            column.type = known
        } else if words.isEmpty {
            // SQLite needs no type.
            column.remarks.append("no type")
        } else if let first = words.first, let type = SQLType.read(first + arguments + (words.contains { $0.uppercased() == "UNSIGNED" } ? " unsigned" : "")) ?? SQLType.read(base + arguments) {
            column.type = type
        } else {
            column.remarks.append("type \(written)\(arguments)")
            tell(column.span, Message(sv: "Typen `\(written)` för `\(column.name)` är okänd, och tas in som text.", en: "The type `\(written)` of `\(column.name)` is unknown, and is taken as text."))
        }
        while let token = rest.first {
            rest = rest.dropFirst()
            switch token.key {
            case "NOT": if rest.first?.key == "NULL" { column.isOptional = false }
            case "PRIMARY": (isKey, column.isOptional) = (true, false)
            case "COMMENT": column.documentation = rest.first { $0.kind == .text }?.text
            case "CHECK": if rest.first?.key == "(" { check(bracket(rest).inside, [column.name]) { _, change in column = change(column) } }
            case "REFERENCES":
                if let parts = name(&rest), let table = parts.last?.text { owner = (table, rest.first?.key == "(" ? bracket(rest).inside.filter { $0.kind != .sign }.map(\.text) : []) }
            case "GENERATED", "AS": column.remarks.append("computed")
            default: break
            }
        }
        if isKey { column.type = .id }
        if column.type.isUnbounded { column.remarks.append("state its bounds") }
        return (isKey, owner)
    }

    private mutating func constraint(_ item: ArraySlice<SQLToken>, _ table: inout ImportedTable) {
        var rest = item
        if rest.first?.key == "CONSTRAINT" {
            rest = rest.dropFirst()
            if let token = rest.first, !["PRIMARY", "FOREIGN", "UNIQUE", "CHECK"].contains(token.key) { rest = rest.dropFirst() }
        }
        switch rest.first?.key {
        case "PRIMARY":
            guard let open = rest.firstIndex(where: { $0.key == "(" }) else { return }
            let names = bracket(rest[open...]).inside.filter { $0.kind == .word || $0.kind == .name }.map(\.text).filter { !["ASC", "DESC"].contains($0.uppercased()) }
            key(names, &table)
            settle(&table, names)
        case "FOREIGN":
            guard let open = rest.firstIndex(where: { $0.key == "(" }) else { return }
            let (inside, after) = bracket(rest[open...])
            guard let place = after.firstIndex(where: { $0.key == "REFERENCES" }) else { return }
            var following = after[(place + 1)...]
            guard let other = name(&following)?.last?.text else { return }
            let target = following.first?.key == "(" ? bracket(following).inside.filter { $0.kind != .sign }.map(\.text) : []
            relate(&table, inside.filter { $0.kind != .sign }.map(\.text), other, target)
        case "CHECK":
            guard let open = rest.firstIndex(where: { $0.key == "(" }) else { return }
            var columns = table.columns
            check(bracket(rest[open...]).inside, columns.map(\.name)) { name, change in
                if let index = columns.firstIndex(where: { $0.name == name }) { columns[index] = change(columns[index]) }
            }
            table.columns = columns
        default: break
        }
    }

    private func key(_ names: [String], _ table: inout ImportedTable) {
        if names.count == 1 { table.key = names.first } else if names.count > 1 { table.remarks.append("key of several columns: " + names.joined(separator: ", ")) }
    }

    /// What is the key is an identity, and always there.
    private func settle(_ table: inout ImportedTable, _ names: [String]) {
        for index in table.columns.indices where names.contains(table.columns[index].name) {
            table.columns[index].isOptional = false
            if names.count == 1 {
                table.columns[index].type = .id
                table.columns[index].remarks.removeAll { $0 == "state its bounds" }
            }
        }
    }

    private func relate(_ table: inout ImportedTable, _ columns: [String], _ other: String, _ target: [String]) {
        let column = target.first ?? result.tables.first { $0.name == other }?.key
        // What refers to an identity is one.
        if columns.count == 1, let index = table.columns.firstIndex(where: { $0.name == columns[0] }) {
            table.columns[index].type = .id
            table.columns[index].remarks.removeAll { $0 == "state its bounds" }
        }
        if columns.count == 1, table.owner == nil, other != table.name, let column {
            table.owner = (other, column)
        } else {
            table.remarks.append("\(columns.joined(separator: ", ")) refers to \(other)" + (target.isEmpty ? "" : "." + target.joined(separator: ", ")))
        }
    }

    // MARK: Checks

    /// Domains that a check states: `x IN (…)`, `x BETWEEN a AND b`, `x >= a AND x <= b`, `x = ANY (ARRAY[…])`. Others are left to people.
    private func check(_ tokens: ArraySlice<SQLToken>, _ names: [String], _ change: (String, (ImportedColumn) -> ImportedColumn) -> Void) {
        // A condition of alternatives states no bound of one column.
        if tokens.contains(where: { $0.key == "OR" || $0.key == "CASE" }) { return }
        let plain = tokens.filter { $0.key != "(" && $0.key != ")" && $0.key != "[" && $0.key != "]" }
        var index = 0
        let list = Array(plain)
        while index < list.count {
            let token = list[index]
            guard token.kind == .word || token.kind == .name, let name = names.first(where: { $0.lowercased() == token.text.lowercased() }) else {
                index += 1
                continue
            }
            var at = index + 1
            // `kind::text`
            while at + 1 < list.count, list[at].key == "::" { at += list[at + 1].key == "CHARACTER" ? 3 : 2 }
            guard at < list.count else { return }
            switch list[at].key {
            case "IN", "=":
                if list[at].key == "=", !(at + 1 < list.count && list[at + 1].key == "ANY") { break }
                var levels: [String] = [], end = at + 1
                while end < list.count, list[end].key != "AND" {
                    if list[end].kind == .text || list[end].kind == .number { levels.append(list[end].text) }
                    end += 1
                }
                if !levels.isEmpty, Set(levels).count == levels.count { change(name) { $0.with(levels: levels) } }
                at = end
            case "BETWEEN":
                if at + 3 < list.count, list[at + 2].key == "AND" { change(name) { $0.with(low: list[at + 1].text, high: list[at + 3].text) } }
                at += 3
            case ">=", ">":
                if let (value, next) = literal(list, at + 1) { change(name) { $0.with(low: value, isOpen: list[at].key == ">") }; at = next }
            case "<=", "<":
                if let (value, next) = literal(list, at + 1) { change(name) { $0.with(high: value, isOpen: list[at].key == "<") }; at = next }
            default: break
            }
            index = max(index + 1, at)
        }
    }

    private func literal(_ list: [SQLToken], _ at: Int) -> (String, Int)? {
        guard at < list.count else { return nil }
        if list[at].key == "-", at + 1 < list.count, list[at + 1].kind == .number { return ("-" + list[at + 1].text, at + 1) }
        return list[at].kind == .number || list[at].kind == .text ? (list[at].text, at) : nil
    }

    // MARK: Pieces

    /// `schema.table`, with or without quotation marks.
    private func name(_ rest: inout ArraySlice<SQLToken>) -> [SQLToken]? {
        var parts: [SQLToken] = []
        while let token = rest.first, token.kind == .word || token.kind == .name {
            parts.append(token)
            rest = rest.dropFirst()
            guard rest.first?.key == "." else { break }
            rest = rest.dropFirst()
        }
        return parts.isEmpty ? nil : parts
    }

    /// What stands within the bracket that begins, and what comes after it.
    private func bracket(_ tokens: ArraySlice<SQLToken>) -> (inside: ArraySlice<SQLToken>, after: ArraySlice<SQLToken>) {
        var depth = 0
        for index in tokens.indices {
            if tokens[index].key == "(" { depth += 1 }
            if tokens[index].key == ")" {
                depth -= 1
                if depth == 0 { return (tokens[(tokens.startIndex + 1)..<index], tokens[(index + 1)...]) }
            }
        }
        return (tokens.dropFirst(), [])
    }

    /// Parts between commas that stand in no bracket.
    private func items(_ tokens: ArraySlice<SQLToken>) -> [ArraySlice<SQLToken>] {
        var result: [ArraySlice<SQLToken>] = [], depth = 0, start = tokens.startIndex
        for index in tokens.indices {
            if tokens[index].key == "(" { depth += 1 } else if tokens[index].key == ")" { depth -= 1 }
            if tokens[index].key == ",", depth == 0 {
                result.append(tokens[start..<index])
                start = index + 1
            }
        }
        result.append(tokens[start...])
        return result
    }

    private mutating func tell(_ span: Span, _ message: Message) { result.problems.append(InterchangeProblem("C027", .warning, span, message)) }
}

extension ImportedColumn {
    /// With the values that a check lists.
    fileprivate func with(levels: [String]) -> ImportedColumn {
        guard type != .id, type != .flag else { return self }
        var column = self
        column.type = .choice(levels)
        column.remarks.removeAll { $0 == "state its bounds" }
        return column
    }

    /// With a bound, where the type has bounds and the text is one.
    fileprivate func with(low: String? = nil, high: String? = nil, isOpen: Bool = false) -> ImportedColumn {
        var column = self
        func number(_ text: String?, _ places: Int, _ step: Int64) -> Int64? {
            guard let value = text.flatMap({ Exact($0) })?.scaled(to: places), abs(value.clamped) < ImportedType.wide else { return nil }
            return value + step
        }
        let inwards: Int64 = isOpen ? 1 : 0
        switch type {
        case .integer(let a, let b): column.type = .integer(low: number(low, 0, inwards) ?? a, high: number(high, 0, -inwards) ?? b)
        case .decimal(let a, let b, let places): column.type = .decimal(low: number(low, places, inwards) ?? a, high: number(high, places, -inwards) ?? b, places: places)
        case .date(let a, let b): column.type = .date(low: low.flatMap { Day($0.prefix(10)) } ?? a, high: high.flatMap { Day($0.prefix(10)) } ?? b)
        default: return self
        }
        if case .integer(let a?, let b?) = column.type, a > b { return self }
        if case .decimal(let a?, let b?, _) = column.type, a > b { return self }
        if case .date(let a?, let b?) = column.type, a > b { return self }
        if !column.type.isUnbounded { column.remarks.removeAll { $0 == "state its bounds" } }
        return column
    }
}

extension Int64 {
    /// So that its magnitude can be taken.
    fileprivate var clamped: Int64 { self == .min ? .max : self }
}

/// Scripts of SQL as datasets, one a file.
public func importDDL(_ files: [Text]) -> Imported {
    var draft = Draft(uses: ["gdpr"], from: "Made from SQL (CREATE TABLE).")
    var controllers: [String: String] = [:]
    for file in files {
        let read = readDDL(file)
        draft.add(read.problems, of: file)
        guard !read.tables.isEmpty else {
            draft.add([InterchangeProblem("C026", .error, Span(0..<0), Message(sv: "Filen har ingen `CREATE TABLE` med kolumner.", en: "The file has no `CREATE TABLE` with columns."))], of: file)
            draft.refuse(file)
            continue
        }
        let controller = draft.controller("", &controllers), title = last(file.path)
        draft.writer.line(0, "")
        draft.writer.line(0, "dataset \(draft.names.name(Identifier.upper(title))) \(Identifier.quoted(title)) {")
        draft.writer.property(1, "controller", controller)
        draft.writer.property(1, "collected for", nil, fillIn: "the purpose that the data were collected for")
        draft.writer.property(1, "collected from", nil, fillIn: "whom the data come from")
        draft.writer.property(1, "basis", nil, fillIn: "the legal basis, for whom")
        draft.writer.property(1, "retention", nil, fillIn: "how long, after what")
        draft.writer.property(1, "source", nil, fillIn: "where the data are read, as sqlite(\"data/cases.db\")")
        draft.writer.line(1, "")
        draft.writer.line(1, "// FILL IN what each column is and whose: `as Health of Patient`, on a column or on its table.")
        draft.writer.text += writeTables(read.tables, comments: true).text
        draft.writer.line(0, "}")
    }
    return draft.finished()
}
