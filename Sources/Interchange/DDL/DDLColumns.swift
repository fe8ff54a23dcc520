// Columns, keys and references of CREATE TABLE, and what ALTER TABLE changes of them.
import Source

extension DDLReader {
    private static let constraints: Set = ["CONSTRAINT", "PRIMARY", "FOREIGN", "UNIQUE", "CHECK", "KEY", "INDEX", "EXCLUDE", "FULLTEXT", "SPATIAL", "LIKE", "PERIOD"]

    mutating func read(_ item: ArraySlice<SQLToken>, into table: inout DDLTable) {
        guard let first = item.first else { return }
        // A column may be called `key` or `fulltext`: then a type follows. `KEY date (date)` is a key all the same.
        let next = item.dropFirst().first, following = item.dropFirst(2)
        let isKey = ["USING", "ON"].contains(following.first?.key) || following.first?.key == "(" && following.dropFirst().first?.isName ?? false
        let isColumn = !isKey && ["KEY", "INDEX", "PERIOD", "LIKE", "FULLTEXT", "SPATIAL"].contains(first.key) && next.map { $0.kind == .word && SQLType.read($0.text) != nil } ?? false
        if DDLReader.constraints.contains(first.key) && !isColumn { return constraint(item, &table) }
        guard first.isName else { return }
        guard table.place(first.text) == nil else { return tell(first.span, Message(sv: "Kolumnen `\(first.text)` står två gånger; den första gäller.", en: "The column `\(first.text)` stands twice; the first counts.")) }
        let (column, isPrimary) = declared(first, item.dropFirst(), &table)
        table.append(column)
        if isPrimary { key([column.name], &table) }
    }

    private mutating func declared(_ name: SQLToken, _ rest: ArraySlice<SQLToken>, _ table: inout DDLTable) -> (ImportedColumn, isKey: Bool) {
        var column = ImportedColumn(name: name.text, type: .text, span: name.span)
        let (isKey, owner) = self.column(rest, &column)
        if let owner { table.relations.append(([column.name], owner.schema, owner.table, owner.columns)) }
        return (column, isKey)
    }

    /// The words that end a type.
    private static let after: Set = [
        "NOT", "NULL", "DEFAULT", "PRIMARY", "UNIQUE", "REFERENCES", "CHECK", "CONSTRAINT", "COLLATE", "COMMENT", "AUTO_INCREMENT", "AUTOINCREMENT", "IDENTITY", "GENERATED", "ON", "AS", "ROWGUIDCOL",
        "SPARSE", "ENCODE", "VISIBLE", "INVISIBLE", "KEY", "STORED", "VIRTUAL", "CHARSET", "MASKED", "DISTKEY", "SORTKEY", "AFTER", "FIRST", "STORAGE", "COMPRESSION", "ENABLE", "DISABLE", "FOREIGN", "INDEX", "OPTIONS",
        "CODEC", "TTL", "COMPRESS", "HIDDEN", "PERSISTED", "FILESTREAM", "ENCRYPTED", "ENCRYPT", "USING", "DEFERRABLE", "INITIALLY", "WITH", "TAG", "POLICY", "INLINE", "FORMAT", "TITLE",
    ]
    /// Types that hold values of other types.
    private static let nests: Set = ["ARRAY", "STRUCT", "MAP", "ROW", "RECORD"]

    @discardableResult
    mutating func column(_ item: ArraySlice<SQLToken>, _ column: inout ImportedColumn) -> (isKey: Bool, owner: (schema: String?, table: String, columns: [String])?) {
        var rest = item, words: [String] = [], arguments = "", isArray = false, isKey = false
        var owner: (schema: String?, table: String, columns: [String])?
        var levels: [String] = []
        while let token = rest.first, !DDLReader.after.contains(token.key) || words.isEmpty && rest.dropFirst().first?.key == "." {
            // `CHARACTER SET utf8` is no type; `WITH TIME ZONE` belongs to one.
            if token.key == "CHARACTER", rest.dropFirst().first?.key == "SET" { break }
            switch token.key {
            case "(":
                let (inside, following) = bracket(rest)
                if arguments.isEmpty { arguments = "(" + inside.map(\.text).joined() + ")" }
                levels = inside.filter { $0.kind == .text }.map(\.text)
                rest = following
                continue
            case "[": isArray = true
            case "<":
                // `ARRAY<STRUCT<a INT>>`: what is inside is told as a remark.
                var depth = 0
                while let inner = rest.first {
                    if inner.key == "<" { depth += 1 } else if inner.key == ">" { depth -= 1 }
                    rest = rest.dropFirst()
                    if depth == 0 { break }
                }
                continue
            // `sys.geography`, `public.citext`.
            case ".": words.removeLast(words.isEmpty ? 0 : 1)
            default: if token.isName { words.append(token.text) }
            }
            rest = rest.dropFirst()
        }
        let base = words.last.map { $0.lowercased() } ?? ""
        let written = words.joined(separator: " "), first = words.first?.lowercased() ?? ""
        if first == "enum", !levels.isEmpty, Set(levels).count == levels.count {
            column.type = .choice(levels)
        } else if isArray || base == "array" || first == "array" {
            column.remarks.append(.list(written + (isArray ? "[]" : "")))
        } else if let known = types[base] ?? types[first] {
            column.type = known
        } else if words.isEmpty {
            // SQLite needs no type.
            column.remarks.append(.untyped)
        } else if let type = SQLType.read(written + arguments) ?? SQLType.read(base + arguments) {
            column.type = type
            if DDLReader.nests.contains(first.uppercased()) { column.remarks.append(Message(sv: "har värden i sig: \(written)", en: "holds values within it: \(written)")) }
        } else {
            column.remarks.append(.unknownType(written + arguments))
            tell(column.span, Message(sv: "Typen `\(written)` för `\(column.name)` är okänd, och tas in som text.", en: "The type `\(written)` of `\(column.name)` is unknown, and is taken as text."))
        }
        while let token = rest.first {
            rest = rest.dropFirst()
            switch token.key {
            case "NOT": if rest.first?.key == "NULL" { column.isOptional = false }
            case "PRIMARY": (isKey, column.isOptional) = (true, false)
            case "COMMENT": if let text = rest.first(where: { $0.kind == .text })?.text { column.documentation = text }
            case "CHECK":
                let own = column.name
                if rest.first?.key == "(" { check(bracket(rest).inside, { $0.lowercased() == own.lowercased() ? own : nil }) { _, change in column = change(column) } }
            case "REFERENCES":
                if let parts = name(&rest), let table = parts.last?.text {
                    owner = (parts.count > 1 ? parts[parts.count - 2].text : nil, table, rest.first?.key == "(" ? bracket(rest).inside.filter(\.isName).map(\.text) : [])
                }
            // Not `GENERATED ALWAYS AS IDENTITY`, which counts rows, nor `AS ROW START`, which dates them.
            case "AS":
                if rest.first?.key == "(" || rest.first?.isName ?? false && !["IDENTITY", "ROW"].contains(rest.first?.key) {
                    column.remarks.removeAll { $0 == .untyped }
                    column.remarks.append(Message(sv: "beräknas", en: "computed"))
                }
            // What stands in a bracket is an expression.
            case "(":
                var depth = 1
                while depth > 0, let inner = rest.first {
                    depth += inner.key == "(" ? 1 : inner.key == ")" ? -1 : 0
                    rest = rest.dropFirst()
                }
            default: break
            }
        }
        if isKey { column.type = .id }
        if column.type.isUnbounded { column.remarks.append(.unbounded) }
        return (isKey, owner)
    }

    private mutating func constraint(_ item: ArraySlice<SQLToken>, _ table: inout DDLTable) {
        var rest = item
        if rest.first?.key == "CONSTRAINT" {
            rest = rest.dropFirst()
            if let token = rest.first, !["PRIMARY", "FOREIGN", "UNIQUE", "CHECK"].contains(token.key) { rest = rest.dropFirst() }
        }
        guard let open = rest.firstIndex(where: { $0.key == "(" }) else { return }
        switch rest.first?.key {
        case "PRIMARY": key(bracket(rest[open...]).inside.filter { $0.isName && !["ASC", "DESC"].contains($0.key) }.map(\.text), &table)
        case "FOREIGN":
            let (inside, after) = bracket(rest[open...])
            guard let place = after.firstIndex(where: { $0.key == "REFERENCES" }) else { return }
            var following = after[(place + 1)...]
            guard let other = name(&following), let own = other.last else { return }
            let target = following.first?.key == "(" ? bracket(following).inside.filter(\.isName).map(\.text) : []
            table.relations.append((inside.filter(\.isName).map(\.text), other.count > 1 ? other[other.count - 2].text : nil, own.text, target))
        case "CHECK":
            var columns = table.table.columns
            check(bracket(rest[open...]).inside, { name in table.place(name).map { columns[$0].name } }) { name, change in if let index = table.place(name) { columns[index] = change(columns[index]) } }
            table.table.columns = columns
        default: break
        }
    }

    /// What is the key is an identity, and always there.
    private func key(_ names: [String], _ table: inout DDLTable) {
        let places = names.compactMap { table.place($0) }
        guard places.count == names.count, let first = places.first else { return }
        for place in places { table.table.columns[place].isOptional = false }
        if places.count > 1 { return table.table.remarks.append(.key(places.map { table.table.columns[$0].name })) }
        table.table.key = table.table.columns[first].name
        table.table.columns[first].type = .id
        table.table.columns[first].remarks.removeAll { $0 == .unbounded }
    }

    // MARK: ALTER TABLE

    mutating func alter(_ rest: ArraySlice<SQLToken>, _ index: Int) {
        var table = tables[index], verb = ""
        for var item in items(rest) {
            // SQL Server: `WITH CHECK ADD CONSTRAINT`.
            if item.first?.key == "WITH" { item = item.drop { $0.key != "ADD" } }
            if let key = item.first?.key, ["ADD", "DROP", "ALTER", "MODIFY", "CHANGE", "RENAME", "ATTACH", "OWNER", "ENABLE", "DISABLE", "SET", "CHECK", "NOCHECK", "VALIDATE", "SWITCH", "REBUILD", "INHERIT", "CLUSTER", "REPLICA", "CONVERT"].contains(key) {
                verb = key
                item = item.dropFirst()
            }
            change(verb, item, index, &table)
        }
        tables[index] = table
    }

    private mutating func change(_ verb: String, _ item: ArraySlice<SQLToken>, _ index: Int, _ table: inout DDLTable) {
        var rest = item
        let isColumn = ["COLUMN", "COLUMNS"].contains(rest.first?.key)
        if isColumn { rest = rest.dropFirst() }
        while let token = rest.first, ["IF", "EXISTS"].contains(token.key) || token.key == "NOT" && verb == "ADD" { rest = rest.dropFirst() }
        switch verb {
        case "ADD":
            if rest.first?.key == "PARTITION" { return }
            for part in rest.first?.key == "(" ? items(bracket(rest).inside) : [rest] { read(part, into: &table) }
        case "DROP":
            guard let own = rest.first, own.isName, isColumn || !["CONSTRAINT", "PRIMARY", "FOREIGN", "INDEX", "KEY", "CHECK", "PARTITION", "DEFAULT", "UNIQUE"].contains(own.key), let place = table.place(own.text) else { return }
            let name = table.table.columns.remove(at: place).name
            if table.table.key == name { table.table.key = nil }
            table.relations.removeAll { $0.columns.contains { $0.lowercased() == name.lowercased() } }
            table.reindex()
        case "ALTER":
            guard let own = rest.first, own.isName, let place = table.place(own.text) else { return }
            rest = rest.dropFirst()
            let words = rest.prefix(3).map(\.key)
            if words == ["SET", "NOT", "NULL"] { return table.table.columns[place].isOptional = false }
            if words == ["DROP", "NOT", "NULL"] { return table.table.columns[place].isOptional = true }
            if words.first == "SET", words.dropFirst().first == "DATA" { rest = rest.dropFirst(2) }
            if rest.first?.key == "TYPE" { rest = rest.dropFirst() } else if ["SET", "DROP", "ADD", "RESET", "RESTART"].contains(words.first) { return }
            retype(place, rest, keepsNull: words.contains("TYPE"), &table)
        case "MODIFY":
            for part in rest.first?.key == "(" ? items(bracket(rest).inside) : [rest] {
                if let own = part.first, own.isName, let place = table.place(own.text) { retype(place, part.dropFirst(), keepsNull: false, &table) }
            }
        case "CHANGE":
            guard let own = rest.first, own.isName, let place = table.place(own.text), let name = rest.dropFirst().first, name.isName else { return }
            rename(place, name.text, &table)
            retype(place, rest.dropFirst(2), keepsNull: false, &table)
        case "RENAME":
            if let first = rest.first, ["INDEX", "KEY", "CONSTRAINT", "PARTITION"].contains(first.key) { return }
            let names = rest.filter { $0.isName && !["TO", "AS"].contains($0.key) }.map(\.text)
            if rest.dropFirst().first?.key == "TO", names.count == 2, let place = table.place(names[0]) { return rename(place, names[1], &table) }
            if !isColumn, ["TO", "AS"].contains(rest.first?.key) || rest.count == 1, let name = names.last {
                rename(index, name)
                table.table.name = name
            }
        case "ATTACH":
            var rest = rest.dropFirst()
            if let other = name(&rest).flatMap({ find($0) }), other != index { tables[other].table.remarks.append(Message(sv: "en del av \(table.table.name)", en: "a part of \(table.table.name)")) }
        default: break
        }
    }

    private mutating func rename(_ place: Int, _ name: String, _ table: inout DDLTable) {
        let old = table.table.columns[place].name
        table.table.columns[place].name = name
        if table.table.key == old { table.table.key = name }
        for index in table.relations.indices { table.relations[index].columns = table.relations[index].columns.map { $0.lowercased() == old.lowercased() ? name : $0 } }
        table.reindex()
    }

    private mutating func retype(_ place: Int, _ rest: ArraySlice<SQLToken>, keepsNull: Bool, _ table: inout DDLTable) {
        let old = table.table.columns[place]
        var (column, isKey) = declared(SQLToken(kind: .name, text: old.name, span: old.span), rest, &table)
        column.documentation = column.documentation ?? old.documentation
        if keepsNull { column.isOptional = old.isOptional }
        table.table.columns[place] = column
        if isKey || table.table.key == old.name { key([column.name], &table) }
    }
}
