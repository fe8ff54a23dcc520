// Scripts of SQL as tables: which statement stands where, what each does to the tables so far, and what is left out.
import Source

/// A table as scripts declare it, one statement after the other.
struct DDLTable {
    var table: ImportedTable
    var schema: String?
    /// The script that creates it, among those that are read together.
    var script: Int
    /// Columns by name in lower case.
    var places: [String: Int] = [:]
    /// Every column or table that columns here refer to.
    var relations: [(columns: [String], schema: String?, table: String, target: [String])] = []

    func place(_ column: String) -> Int? { places[column.lowercased()] }
    mutating func append(_ column: ImportedColumn) {
        places[column.name.lowercased()] = table.columns.count
        table.columns.append(column)
    }
    mutating func reindex() { places = Dictionary(table.columns.enumerated().map { ($1.name.lowercased(), $0) }) { first, _ in first } }
}

/// Scripts that are read together: keys, columns and comments of one may belong to tables of another, in any order.
struct DDLReader {
    var tables: [DDLTable] = []
    /// By script.
    var problems: [[InterchangeProblem]] = []
    /// Statements that declare no columns, counted by their first words; and the first of them, by script.
    var leftOut: [(counts: [String: Int], first: Span?)] = []
    /// Scripts of which something was taken over.
    var taken: Set<Int> = []
    /// Tables that a script creates and drops again.
    var dropped: Set<Int> = []
    /// Enumerations and domains declared by CREATE TYPE and CREATE DOMAIN, in lower case.
    var types: [String: ImportedType] = [:]
    var script = 0
    private var named: [String: [Int]] = [:]
    private var waiting: [(script: Int, statement: ArraySlice<SQLToken>)] = []

    mutating func read(_ scripts: [Text]) {
        problems = Array(repeating: [], count: scripts.count)
        leftOut = Array(repeating: ([:], nil), count: scripts.count)
        let statements = scripts.map { statementsOf(sqlTokens($0.bytes)) }
        // Types first: a column's type may be declared in a script that comes later.
        for index in statements.indices {
            script = index
            for statement in statements[index] { type(statement) }
        }
        for index in statements.indices {
            script = index
            for statement in statements[index] { read(statement, mayWait: true) }
        }
        for (index, statement) in waiting {
            script = index
            read(statement, mayWait: false)
        }
        finish()
    }

    // MARK: Statements

    private mutating func read(_ statement: ArraySlice<SQLToken>, mayWait: Bool) {
        var rest = statement.dropFirst()
        switch statement.first?.key ?? "" {
        case "CREATE":
            var isTemporary = false
            while let token = rest.first, DDLReader.adjectives.contains(token.key) {
                isTemporary = isTemporary || token.key.hasPrefix("TEMP")
                rest = rest.dropFirst()
            }
            let kind = rest.first?.key ?? ""
            if kind == "TABLE" {
                let own = rest.dropFirst().first { !["IF", "NOT", "EXISTS"].contains($0.key) }
                // What only a session sees is not kept.
                if isTemporary || own?.text.hasPrefix("#") ?? false { return leave("CREATE TEMPORARY TABLE", statement) }
                return create(rest.dropFirst(), statement, mayWait)
            }
            if (kind == "TYPE" || kind == "DOMAIN"), rest.dropFirst().first?.isName ?? false { return }
            leave("CREATE " + (["UNIQUE", "CLUSTERED", "NONCLUSTERED", "BITMAP", "FULLTEXT", "SPATIAL"].contains(kind) ? "INDEX" : kind), statement)
        case "ALTER" where rest.first?.key == "TABLE":
            rest = rest.dropFirst()
            while let token = rest.first, ["ONLY", "IF", "EXISTS", "IGNORE"].contains(token.key) { rest = rest.dropFirst() }
            guard let own = name(&rest) else { return leave("ALTER TABLE", statement) }
            guard let index = find(own) else { return wait("ALTER TABLE", statement, mayWait) }
            taken.insert(script)
            alter(rest, index)
        case "COMMENT":
            guard let on = rest.first, on.key == "ON" else { return }
            rest = rest.dropFirst()
            let kind = rest.first?.key ?? ""
            rest = rest.dropFirst()
            guard ["TABLE", "COLUMN"].contains(kind), var parts = name(&rest), rest.first?.key == "IS", let text = rest.dropFirst().first, text.kind == .text else { return leave("COMMENT", statement) }
            let column = kind == "COLUMN" ? parts.popLast()?.text : nil
            guard let index = find(parts) else { return wait("COMMENT", statement, mayWait) }
            document(index, column, text.text)
        case "EXEC", "EXECUTE":
            // SQL Server keeps descriptions so: 'MS_Description', the text, and the names of what it is about.
            guard let place = rest.firstIndex(where: { $0.text.lowercased() == "sp_addextendedproperty" }) else { return leave("EXEC", statement) }
            let values = rest[(place + 1)...].filter { $0.kind == .text || $0.kind == .name }.map(\.text)
            func after(_ word: String) -> String? { values.firstIndex { $0.uppercased() == word }.flatMap { $0 + 1 < values.count ? values[$0 + 1] : nil } }
            guard values.count > 3, values[0] == "MS_Description", let table = after("TABLE") else { return leave("EXEC", statement) }
            let schema = after("SCHEMA").map { [SQLToken(kind: .name, text: $0, span: statement[statement.startIndex].span)] } ?? []
            guard let index = find(schema + [SQLToken(kind: .name, text: table, span: statement[statement.startIndex].span)]) else { return wait("EXEC", statement, mayWait) }
            document(index, after("COLUMN"), values[1])
        case "DROP" where rest.first?.key == "TABLE":
            rest = rest.dropFirst()
            while let token = rest.first, ["IF", "EXISTS"].contains(token.key) { rest = rest.dropFirst() }
            // Only what the script itself created: a script that undoes another may be read beside it.
            for var item in items(rest) {
                guard let own = name(&item), let index = find(own), tables[index].script == script, !dropped.contains(index) else { continue }
                dropped.insert(index)
            }
            leave("DROP", statement)
        case let word where DDLReader.others.contains(word): leave(word == "ALTER" || word == "DROP" ? word + " " + (rest.first?.key ?? "") : word, statement)
        case let word where DDLReader.silent.contains(word): return
        default: leave("", statement)
        }
    }

    static let adjectives: Set = ["OR", "REPLACE", "GLOBAL", "LOCAL", "TEMP", "TEMPORARY", "UNLOGGED", "EXTERNAL", "FOREIGN", "TRANSIENT", "VIRTUAL", "COLUMN", "ROW", "MULTISET", "PRIVATE", "HYBRID", "ICEBERG", "DYNAMIC", "CACHED", "MEMORY"]
    private static let others: Set = ["INSERT", "UPDATE", "DELETE", "MERGE", "WITH", "GRANT", "REVOKE", "COPY", "DO", "CALL", "DECLARE", "IF", "TRUNCATE", "ALTER", "DROP"]
    /// What only sets up the session that reads the script.
    private static let silent: Set = ["SELECT", "SET", "USE", "BEGIN", "START", "COMMIT", "END", "PRINT", "LOCK", "UNLOCK", "ANALYZE", "PRAGMA", "SHOW"]

    private mutating func leave(_ words: String, _ statement: ArraySlice<SQLToken>) {
        leftOut[script].counts[words, default: 0] += 1
        if leftOut[script].first == nil { leftOut[script].first = statement.first?.span }
    }

    /// A statement about a table that no script has created yet.
    private mutating func wait(_ words: String, _ statement: ArraySlice<SQLToken>, _ mayWait: Bool) {
        if mayWait { waiting.append((script, statement)) } else { leave(words, statement) }
    }

    // MARK: Types

    private mutating func type(_ statement: ArraySlice<SQLToken>) {
        var rest = statement.dropFirst()
        guard statement.first?.key == "CREATE", let kind = rest.first?.key, kind == "TYPE" || kind == "DOMAIN" else { return }
        rest = rest.dropFirst()
        guard let name = name(&rest)?.last?.text.lowercased(), let next = rest.first?.key else { return }
        taken.insert(script)
        if kind == "TYPE", next == "AS", rest.dropFirst().first?.key == "ENUM" {
            let levels = rest.filter { $0.kind == .text }.map(\.text)
            if !levels.isEmpty, Set(levels).count == levels.count { types[name] = .choice(levels) }
        } else if kind == "DOMAIN" || next == "FROM" {
            if next == "AS" || next == "FROM" { rest = rest.dropFirst() }
            var column = ImportedColumn(name: "value", type: .text, span: Span(0..<0))
            self.column(rest, &column)
            types[name] = column.type
        }
    }

    // MARK: Tables

    private mutating func create(_ statement: ArraySlice<SQLToken>, _ whole: ArraySlice<SQLToken>, _ mayWait: Bool) {
        var rest = statement
        while let token = rest.first, ["IF", "NOT", "EXISTS"].contains(token.key) { rest = rest.dropFirst() }
        guard let parts = name(&rest), let own = parts.last else { return leave("CREATE TABLE", whole) }
        // Its rows are those of the table that it is a part of.
        if rest.first?.key == "PARTITION" { return leave("CREATE TABLE … PARTITION OF", whole) }
        var table = DDLTable(table: ImportedTable(name: own.text, span: own.span), schema: schema(parts), script: script)
        if let schema = table.schema { table.table.remarks.append(Message(both: "schema \(schema)")) }
        if let known = find(parts), tables[known].script == script, tables[known].schema == table.schema, !dropped.contains(known) {
            return tell(own.span, Message(sv: "Tabellen `\(own.text)` skapas två gånger; den första gäller.", en: "The table `\(own.text)` is created twice; the first counts."))
        }
        /// Columns of another table, which must have been read.
        func copied(_ rest: ArraySlice<SQLToken>) -> DDLTable? {
            var rest = rest
            return name(&rest).flatMap { find($0) }.map { tables[$0] }
        }
        var like = rest
        if like.first?.key == "(" { like = like.dropFirst() }
        if let first = like.first, first.key == "LIKE" || first.key == "CLONE" {
            guard let other = copied(like.dropFirst()) else {
                if mayWait { return waiting.append((script, whole)) }
                return unlisted(own)
            }
            for column in other.table.columns { table.append(column) }
            table.table.key = other.table.key
            return add(table)
        }
        // SQLite: `USING fts5(title, body, tokenize = porter)`.
        if rest.first?.key == "USING" {
            rest = rest.dropFirst(2)
            guard rest.first?.key == "(" else { return unlisted(own) }
            for item in items(bracket(rest).inside) {
                guard let first = item.first, first.isName, !item.contains(where: { $0.key == "=" }) else { continue }
                table.append(ImportedColumn(name: first.text, type: .text, span: first.span))
            }
            return table.table.columns.isEmpty ? unlisted(own) : add(table)
        }
        guard rest.first?.key == "(" else { return rest.isEmpty ? leave("CREATE TABLE", whole) : unlisted(own) }
        let (inside, after) = bracket(rest)
        if inside.first?.key == "SELECT" || inside.first?.key == "WITH" { return unlisted(own) }
        if let place = after.firstIndex(where: { $0.key == "INHERITS" }), after[(place + 1)...].first?.key == "(" {
            for parent in items(bracket(after[(place + 1)...]).inside) { for column in copied(parent)?.table.columns ?? [] where table.place(column.name) == nil { table.append(column) } }
        }
        for item in items(inside) { read(item, into: &table) }
        if DDLReader.isOpen(rest) {
            tell(own.span, Message(
                sv: "Parentesen efter `\(own.text)` stängs aldrig: skriptet är avhugget, eller satsen fel, och tabellen kan sakna kolumner.",
                en: "The bracket behind `\(own.text)` is never closed: the script is cut off, or the statement wrong, and the table may lack columns."))
        }
        // MySQL: `) COMMENT='…'`.
        if let place = after.firstIndex(where: { $0.key == "COMMENT" }) { table.table.documentation = after[place...].first { $0.kind == .text }?.text }
        add(table)
    }

    private mutating func add(_ table: DDLTable) {
        taken.insert(script)
        named[table.table.name.lowercased(), default: []].append(tables.count)
        tables.append(table)
    }

    /// Whether more brackets are opened than closed.
    private static func isOpen(_ tokens: ArraySlice<SQLToken>) -> Bool {
        tokens.reduce(0) { $0 + ($1.kind != .sign ? 0 : $1.text == "(" ? 1 : $1.text == ")" ? -1 : 0) } > 0
    }

    private mutating func unlisted(_ own: SQLToken) {
        tell(own.span, Message(sv: "Tabellen `\(own.text)` räknar inte upp sina kolumner.", en: "The table `\(own.text)` doesn't list its columns."))
    }

    /// The schema, where it is not the one that tables stand in when none is named.
    private func schema(_ parts: [SQLToken]) -> String? {
        guard parts.count > 1 else { return nil }
        let schema = parts[parts.count - 2].text
        return ["public", "dbo", "main"].contains(schema.lowercased()) ? nil : schema
    }

    /// A table by its name, in any case of letters: of the same schema and script before others, and the latest.
    func find(_ parts: [SQLToken]) -> Int? { parts.last.flatMap { find($0.text, schema(parts)) } }

    func find(_ name: String, _ schema: String?) -> Int? {
        let wanted = schema?.lowercased()
        return (named[name.lowercased()] ?? []).filter { !dropped.contains($0) }.max { one, other in
            func rank(_ index: Int) -> (Int, Int, Int) { (tables[index].schema?.lowercased() == wanted ? 1 : 0, tables[index].script == script ? 1 : 0, index) }
            return rank(one) < rank(other)
        }
    }

    mutating func rename(_ index: Int, _ name: String) {
        named[tables[index].table.name.lowercased()]?.removeAll { $0 == index }
        tables[index].table.name = name
        named[name.lowercased(), default: []].append(index)
    }

    private mutating func document(_ index: Int, _ column: String?, _ text: String) {
        taken.insert(script)
        guard let column else { return tables[index].table.documentation = text }
        if let place = tables[index].place(column) { tables[index].table.columns[place].documentation = text }
    }

    // MARK: What refers to what

    /// Relations are settled when all tables are known: a table may refer to one that comes later.
    private mutating func finish() {
        for index in tables.indices {
            script = tables[index].script
            for relation in tables[index].relations {
                let other = find(relation.table, relation.schema), target = relation.target.first ?? other.flatMap { tables[$0].table.key }
                // What refers to an identity is one.
                let places = relation.columns.compactMap { tables[index].place($0) }
                if relation.columns.count == 1, let place = places.first {
                    tables[index].table.columns[place].type = .id
                    tables[index].table.columns[place].remarks.removeAll { $0 == .unbounded }
                }
                if relation.columns.count == 1, tables[index].table.owner == nil, let other, other != index, tables[other].script == script, let target, let column = tables[other].place(target) {
                    tables[index].table.owner = (tables[other].table.name, tables[other].table.columns[column].name)
                } else {
                    let own = places.count == relation.columns.count ? places.map { tables[index].table.columns[$0].name } : relation.columns
                    tables[index].table.remarks.append(.refers(own, relation.table + (relation.target.isEmpty ? "" : "." + relation.target.joined(separator: ", "))))
                }
            }
        }
    }

    mutating func tell(_ span: Span, _ message: Message) { problems[script].append(InterchangeProblem("C027", .warning, span, message)) }
}

// MARK: Pieces

/// A script's statements: each to its semicolon, to `GO`, or to where the next one begins on a line of its own.
private func statementsOf(_ tokens: [SQLToken]) -> [ArraySlice<SQLToken>] {
    var result: [ArraySlice<SQLToken>] = [], start = 0, depth = 0
    func close(_ end: Int) { if end > start { result.append(tokens[start..<end]) } }
    for index in tokens.indices {
        let token = tokens[index]
        if token.kind == .sign {
            switch token.text {
            case "(": depth += 1
            case ")": depth = max(0, depth - 1)
            // No bracket holds a semicolon: one that was never closed costs its own statement alone.
            case ";":
                close(index)
                (start, depth) = (index + 1, 0)
            default: break
            }
        } else if depth == 0, token.kind == .word, index > start {
            let key = token.key
            if key == "GO" {
                close(index)
                start = index + 1
            } else if ["CREATE", "ALTER", "DROP", "COMMENT"].contains(key), begins(key, tokens[(index + 1)...]) {
                close(index)
                start = index
            }
        }
    }
    close(tokens.count)
    return result
}

/// Whether a word within a statement begins the next one: not `ON UPDATE …`, `DROP COLUMN …`, `ALTER COLUMN …`, `COMMENT '…'`.
private func begins(_ key: String, _ rest: ArraySlice<SQLToken>) -> Bool {
    var rest = rest
    if key == "COMMENT" { return rest.first?.key == "ON" }
    if key == "CREATE" { while let token = rest.first, DDLReader.adjectives.contains(token.key) { rest = rest.dropFirst() } }
    return rest.first?.key == "TABLE"
}

/// `schema.table`, with or without quotation marks.
func name(_ rest: inout ArraySlice<SQLToken>) -> [SQLToken]? {
    var parts: [SQLToken] = []
    while let token = rest.first, token.isName {
        parts.append(token)
        rest = rest.dropFirst()
        guard rest.first?.key == "." else { break }
        while rest.first?.key == "." { rest = rest.dropFirst() }
    }
    return parts.isEmpty ? nil : parts
}

/// What stands within the bracket that begins, and what comes after it.
func bracket(_ tokens: ArraySlice<SQLToken>) -> (inside: ArraySlice<SQLToken>, after: ArraySlice<SQLToken>) {
    var depth = 0
    for index in tokens.indices where tokens[index].kind == .sign {
        if tokens[index].text == "(" { depth += 1 }
        if tokens[index].text == ")" {
            depth -= 1
            if depth == 0 { return (tokens[(tokens.startIndex + 1)..<index], tokens[(index + 1)...]) }
        }
    }
    return (tokens.dropFirst(), [])
}

/// Parts between commas that stand in no bracket; `STRUCT<a INT, b INT>` is one.
func items(_ tokens: ArraySlice<SQLToken>) -> [ArraySlice<SQLToken>] {
    var result: [ArraySlice<SQLToken>] = [], depth = 0, angles = 0, start = tokens.startIndex
    for index in tokens.indices where tokens[index].kind == .sign {
        switch tokens[index].text {
        case "(": depth += 1
        case ")": depth -= 1
        case "<" where index > tokens.startIndex && ["STRUCT", "ARRAY", "MAP", "ROW", "RECORD"].contains(tokens[index - 1].key): angles += 1
        case ">" where angles > 0: angles -= 1
        case "," where depth == 0 && angles == 0:
            result.append(tokens[start..<index])
            start = index + 1
        default: break
        }
    }
    result.append(tokens[start...])
    return result
}
