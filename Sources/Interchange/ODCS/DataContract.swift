// An Open Data Contract Standard v3 document, as far as it says what tables hold (https://bitol.io, Apache-2.0 standard).
public import Source
import Yaml

public struct DataContract: Sendable {
    /// As `lagrum export odcs` writes the dataset's own name.
    public var id: String?
    public var name: String?
    public var purpose: String?
    public var tenant: String?
    public var domain: String?
    public var status: String?
    public var version: String?
    public var owners: [String] = []
    /// Where the data are, when a server is a file or a database that a source can name.
    public var servers: [String] = []
    public var retention: String?
    public var tables: [ImportedTable] = []
    public var problems: [InterchangeProblem] = []
}

/// Reads a data contract. Never fails: what is wrong, or can't be taken over, is a problem at its place.
public func readDataContract(_ text: Text) -> DataContract {
    let documents = readYaml(text)
    var reader = ContractReader()
    reader.result.problems = documents.problems.map { InterchangeProblem("C021", .error, $0.span, $0.message) }
    if documents.problems.contains(where: \.isFatal) { return reader.result }
    reader.read(documents.root)
    reader.result.problems.sort { ($0.span.start, $0.code) < ($1.span.start, $1.code) }
    return reader.result
}

private struct ContractReader {
    var result = DataContract()

    mutating func read(_ root: YamlNode?) {
        guard let root, root.entries != nil else { return notAContract(root?.span ?? Span(0..<0)) }
        let version = root["apiVersion"]?.said ?? ""
        guard root["kind"]?.said == "DataContract", version.hasPrefix("v3.") else {
            let isOther = root["dataContractSpecification"] != nil
            return notAContract(
                ((version.hasPrefix("v3.") ? nil : root.entry("apiVersion")) ?? root.entry("kind") ?? root.entry("dataContractSpecification"))?.value.span ?? Span(start: root.span.start, end: root.span.start),
                version: isOther ? nil : version)
        }
        result.id = root["id"]?.said
        result.name = root["name"]?.said ?? root["dataProduct"]?.said ?? result.id
        result.purpose = (root["description"]?.entries == nil ? root["description"] : root["description"]?["purpose"])?.said
        (result.tenant, result.domain) = (root["tenant"]?.said, root["domain"]?.said)
        (result.status, result.version) = (root["status"]?.said, root["version"]?.said)
        result.retention = root["slaProperties"]?.items?.first { $0["property"]?.said == "retention" }.flatMap { row in
            row["value"]?.said.map { value in (row["unit"]?.said).map { "\(value) \($0)" } ?? value }
        }
        let team = root["team"]?.items ?? root["team"]?["members"]?.items ?? []
        result.owners = team.filter { $0["role"]?.said?.lowercased().contains("owner") ?? false }.compactMap { $0["username"]?.said ?? $0["name"]?.said }
        result.servers = (root["servers"]?.items ?? []).compactMap { server in
            guard let type = server["type"]?.said else { return nil }
            return [type, server["host"]?.said, server["database"]?.said, server["location"]?.said ?? server["path"]?.said].compactMap { $0 }.joined(separator: " ")
        }
        guard let objects = root["schema"]?.items, !objects.isEmpty else {
            return tell("C024", root.entry("schema")?.key.span ?? Span(start: root.span.start, end: root.span.start), Message(sv: "Kontraktet beskriver inga tabeller (`schema`).", en: "The contract describes no tables (`schema`)."))
        }
        for object in objects { read(object: object) }
    }

    private mutating func notAContract(_ span: Span, version: String? = nil) {
        let advice = Message(sv: "Ett kontrakt börjar med `kind: DataContract` och `apiVersion: v3.1.0`.", en: "A contract begins with `kind: DataContract` and `apiVersion: v3.1.0`.")
        if let version, version.hasPrefix("v"), !version.hasPrefix("v3.") {
            return tell("C022", span, Message(sv: "Kontraktet är skrivet för ODCS \(version); här läses version 3.", en: "The contract is written for ODCS \(version); version 3 is read here."), advice)
        }
        tell("C022", span, Message(sv: "Filen är inget datakontrakt enligt Open Data Contract Standard 3.", en: "The file is no data contract of the Open Data Contract Standard 3."), advice)
    }

    private mutating func tell(_ code: String, _ span: Span, _ message: Message, _ advice: Message? = nil) { tell(code, .error, span, message, advice) }

    private mutating func tell(_ code: String, _ severity: Severity, _ span: Span, _ message: Message, _ advice: Message? = nil) {
        result.problems.append(InterchangeProblem(code, severity, span, message, advice: advice))
    }

    // MARK: Tables

    private mutating func read(object: YamlNode) {
        guard let name = object["name"]?.said, !name.isEmpty else {
            return tell("C024", Span(start: object.span.start, end: object.span.start), Message(sv: "Tabellen har inget namn (`name`).", en: "The table has no name (`name`)."))
        }
        var table = ImportedTable(name: name, span: object["name"]?.span ?? object.span)
        if result.tables.contains(where: { $0.name == name }) {
            return tell("C024", table.span, Message(sv: "Tabellen `\(name)` står redan i kontraktet.", en: "The table `\(name)` stands in the contract already."))
        }
        table.physicalName = object["physicalName"]?.said
        table.title = object["businessName"]?.said
        table.documentation = object["description"]?.said
        var keys: [(position: Int, name: String)] = [], names: Set<String> = []
        for property in object["properties"]?.items ?? [] {
            guard let column = read(property: property, of: table, &keys, &names) else { continue }
            table.columns.append(column)
        }
        if table.columns.isEmpty {
            tell("C024", .warning, table.span, Message(sv: "Tabellen `\(name)` har inga kolumner.", en: "The table `\(name)` has no columns."))
        }
        let ordered = keys.sorted { $0.position < $1.position }.map(\.name)
        if ordered.count == 1 { table.key = ordered.first } else if ordered.count > 1 {
            table.remarks.append(.key(ordered))
        }
        if let owner = object["customProperties"]?.items?.first(where: { $0["property"]?.said == "lagrumManyPer" })?["value"]?.said?.split(separator: ".").map(String.init), owner.count == 2 {
            table.owner = (owner[0], owner[1])
        }
        // A column's own relations say only where they lead.
        for property in object["properties"]?.items ?? [] {
            for relation in property["relationships"]?.items ?? [] {
                guard let name = property["name"]?.said, let to = relation["to"].map(texts) else { continue }
                relate(&table, from: [name], to: to)
            }
        }
        for relation in object["relationships"]?.items ?? [] {
            guard let from = relation["from"].map(texts), let to = relation["to"].map(texts) else { continue }
            relate(&table, from: from, to: to)
        }
        result.tables.append(table)
    }

    private func texts(_ node: YamlNode) -> [String] { node.items?.compactMap(\.said) ?? node.said.map { [$0] } ?? [] }

    private mutating func relate(_ table: inout ImportedTable, from: [String], to: [String]) {
        let parts = to.first?.split(separator: ".").map(String.init) ?? []
        // What refers to an identity is one.
        if to.count == 1, let own = from.first?.split(separator: ".").last, let index = table.columns.firstIndex(where: { $0.name == own }) {
            table.columns[index].type = .id
            table.columns[index].remarks.removeAll { $0 == .unbounded }
        }
        if to.count == 1, parts.count == 2, table.owner == nil, parts[0] != table.name {
            table.owner = (parts[0], parts[1])
        } else {
            table.remarks.append(.refers(from, to.joined(separator: ", ")))
        }
    }

    private mutating func read(property: YamlNode, of table: ImportedTable, _ keys: inout [(position: Int, name: String)], _ names: inout Set<String>) -> ImportedColumn? {
        guard let name = property["name"]?.said, !name.isEmpty, let span = property["name"]?.span else {
            tell("C024", Span(start: property.span.start, end: property.span.start), Message(sv: "En kolumn i `\(table.name)` har inget namn (`name`).", en: "A column of `\(table.name)` has no name (`name`)."))
            return nil
        }
        if !names.insert(name).inserted {
            tell("C024", span, Message(sv: "Kolumnen `\(name)` står redan i `\(table.name)`.", en: "The column `\(name)` stands in `\(table.name)` already."))
            return nil
        }
        let isKey = property["primaryKey"]?.truth ?? false
        var column = ImportedColumn(name: name, type: .text, span: span)
        column.type = type(of: property, name, isKey: isKey, &column.remarks)
        column.physicalName = property["physicalName"]?.said
        column.documentation = property["description"]?.said ?? property["businessName"]?.said
        column.isOptional = !(property["required"]?.truth ?? false) && !isKey
        if isKey { keys.append((property["primaryKeyPosition"]?.integer ?? keys.count + 1, name)) }
        label(&column, property)
        return column
    }

    /// The contract's own words for Lagrum, and its classification and tags as they are.
    private mutating func label(_ column: inout ImportedColumn, _ property: YamlNode) {
        for custom in property["customProperties"]?.items ?? [] {
            switch custom["property"]?.said {
            case "lagrumCategory": column.category = custom["value"]?.said
            case "lagrumType":
                switch custom["value"]?.said {
                case "id": column.type = .id
                case "personnummer": column.type = .personnummer
                case "organisationsnummer": column.type = .organisationsnummer
                default: break
                }
            case "lagrumElse": column.isElseMissing = custom["value"]?.said == "missing"
            case "lagrumSubjects": column.subjects = custom["value"].map(texts) ?? []
            default: break
            }
        }
        column.classification = property["classification"]?.said
        column.tags = property["tags"].map(texts) ?? []
        // What is said of a part of an object holds for what is read with it.
        for word in within(property, 0) where word != column.classification && !column.tags.contains(word) { column.tags.append(word) }
    }

    private func within(_ property: YamlNode, _ depth: Int) -> [String] {
        guard depth < 16 else { return [] }
        return ((property["properties"]?.items ?? []) + (property["items"].map { [$0] } ?? [])).flatMap { part in
            ([part["classification"]?.said].compactMap { $0 }) + (part["tags"].map(texts) ?? []) + within(part, depth + 1)
        }
    }

    // MARK: Types

    private mutating func type(of property: YamlNode, _ name: String, isKey: Bool, _ remarks: inout [Message]) -> ImportedType {
        let physical = property["physicalType"]?.said, logical = property["logicalType"]?.said
        let options = property["logicalTypeOptions"], span = property["logicalType"]?.span ?? property["physicalType"]?.span ?? property["name"]?.span ?? property.span
        if let levels = levels(property), !levels.isEmpty, Set(levels).count == levels.count, !isKey { return .choice(levels) }
        let stored = physical.flatMap(SQLType.read)
        switch logical {
        case "string":
            if isKey || stored == .id || options?["format"]?.said == "uuid" { return .id }
            return .text
        case "integer":
            if isKey { return .id }
            var type = stored ?? .integer(low: nil, high: nil)
            if case .integer = type {} else { type = .integer(low: nil, high: nil) }
            return bounded(type, options, name, span, &remarks)
        case "number":
            if isKey { return .id }
            var type = stored ?? .decimal(low: nil, high: nil, places: 6)
            switch type {
            case .integer, .decimal: break
            default: type = .decimal(low: nil, high: nil, places: 6)
            }
            if let most = options?["multipleOf"]?.number, case .decimal(let low, let high, _) = type { type = .decimal(low: low, high: high, places: min(9, most.places)) }
            return bounded(type, options, name, span, &remarks)
        case "boolean": return .flag
        case "date":
            // Before v3.1 a time, and a time of day, was a date with a format.
            let format = options?["format"]?.said ?? "", hasDay = ["y", "Y", "d", "D"].contains { format.contains($0) }
            if stored == .time || hasDay && (format.contains("H") || format.contains("h")) { return .time }
            if stored == .text, physical?.lowercased().hasPrefix("time") ?? false { return .text }
            return bounded(.date(low: nil, high: nil), options, name, span, &remarks)
        case "timestamp": return .time
        case "time": return .text
        case "object", "array":
            let words = logical == "object" ? Message(sv: "ett objekt", en: "an object") : Message(sv: "en lista", en: "a list")
            tell(
                "C024", .warning, span, Message(sv: "`\(name)` är \(words.sv), och tas in som text: en tabell här har inga kolumner i kolumner.", en: "`\(name)` is \(words.en), and is taken as text: a table here has no columns within columns."),
                Message(sv: "Låt kategorin gälla allt som kan stå i den.", en: "Let its category cover all that can stand in it."))
            let inner = (property["properties"]?.items ?? property["items"]?["properties"]?.items ?? []).compactMap { $0["name"]?.said }
            let names = inner.joined(separator: ", ")
            remarks.append(inner.isEmpty ? words : Message(sv: "\(words.sv) med \(names)", en: "\(words.en) of \(names)"))
            return .text
        case nil:
            guard let physical else {
                tell("C024", .warning, span, Message(sv: "`\(name)` har ingen typ, och tas in som text.", en: "`\(name)` has no type, and is taken as text."), Message(sv: "Skriv `logicalType`.", en: "Write `logicalType`."))
                remarks.append(.untyped)
                return isKey ? .id : .text
            }
            guard let stored else {
                tell("C024", .warning, span, Message(sv: "Typen `\(physical)` för `\(name)` är okänd, och tas in som text.", en: "The type `\(physical)` of `\(name)` is unknown, and is taken as text."), Message(sv: "Skriv `logicalType`.", en: "Write `logicalType`."))
                remarks.append(.unknownType(physical))
                return isKey ? .id : .text
            }
            return isKey ? .id : bounded(stored, options, name, span, &remarks)
        case .some(let other):
            tell("C024", span, Message(sv: "Det finns ingen `logicalType` `\(other)`.", en: "There is no `logicalType` `\(other)`."), Message(sv: "De som finns: string, integer, number, boolean, date, timestamp, time, object, array.", en: "Those that exist: string, integer, number, boolean, date, timestamp, time, object, array."))
            return stored ?? .text
        }
    }

    /// Values that a check of quality, or an option, counts up.
    private func levels(_ property: YamlNode) -> [String]? {
        for rule in property["quality"]?.items ?? [] {
            let metric = rule["metric"]?.said ?? rule["rule"]?.said
            guard metric == "invalidValues" || metric == "validValues" else { continue }
            if let values = (rule["arguments"]?["validValues"] ?? rule["validValues"])?.items?.compactMap(\.text) { return values }
        }
        for custom in property["customProperties"]?.items ?? [] where custom["property"]?.said == "enum" {
            if let values = custom["value"]?.items?.compactMap(\.text) { return values }
            if let text = custom["value"]?.said, let values = readYaml(Text(path: "enum", text)).root?.items?.compactMap(\.text) { return values }
        }
        return (property["logicalTypeOptions"]?["enum"] ?? property["enum"])?.items?.compactMap(\.text)
    }

    /// With the contract's bounds; where it has none, the type's own are told.
    private mutating func bounded(_ type: ImportedType, _ options: YamlNode?, _ name: String, _ span: Span, _ remarks: inout [Message]) -> ImportedType {
        var type = type
        switch type {
        case .integer(var low, var high):
            let stated = number(options, "minimum", 0, isLow: true), most = number(options, "maximum", 0, isLow: false)
            (low, high) = (stated ?? low, most ?? high)
            type = .integer(low: low, high: high)
            if stated == nil || most == nil { unbounded(name, span, low == nil || high == nil, &remarks) }
            if let low, let high, low > high { return crossed(options, name, span, .integer(low: nil, high: nil)) }
        case .decimal(var low, var high, let places):
            let stated = number(options, "minimum", places, isLow: true), most = number(options, "maximum", places, isLow: false)
            (low, high) = (stated ?? low, most ?? high)
            type = .decimal(low: low, high: high, places: places)
            if stated == nil || most == nil { unbounded(name, span, low == nil || high == nil, &remarks) }
            if let low, let high, low > high { return crossed(options, name, span, .decimal(low: nil, high: nil, places: places)) }
        case .date:
            let low = day(options, "minimum", 1), high = day(options, "maximum", -1)
            type = .date(low: low, high: high)
            if low == nil || high == nil { unbounded(name, span, true, &remarks) }
            if let low, let high, low > high { return crossed(options, name, span, .date(low: nil, high: nil)) }
        default: break
        }
        return type
    }

    /// A bound in the type's smallest unit. An exclusive one moves a unit inwards.
    private func number(_ options: YamlNode?, _ key: String, _ places: Int, isLow: Bool) -> Int64? {
        func read(_ key: String) -> Int64? {
            guard let number = options?[key]?.number else { return nil }
            // A bound with more places than the column is drawn inwards, so that it still holds.
            if let exact = number.scaled(to: places) { return exact }
            var unit = 1.0
            for _ in 0..<places { unit *= 10 }
            let value = (number.double * unit).rounded(isLow ? .up : .down)
            return Int64(exactly: value)
        }
        let limit: Int64 = 4_000_000_000_000_000_000
        func kept(_ value: Int64?) -> Int64? { value.flatMap { abs($0 == Int64.min ? limit + 1 : $0) <= limit ? $0 : nil } }
        let exclusive = isLow ? "exclusiveMinimum" : "exclusiveMaximum"
        return kept(read(key)) ?? kept(read(exclusive)).map { isLow ? $0 + 1 : $0 - 1 }
    }

    private mutating func day(_ options: YamlNode?, _ key: String, _ step: Int) -> Day? {
        let exclusive = key == "minimum" ? "exclusiveMinimum" : "exclusiveMaximum"
        for (name, move) in [(key, 0), (exclusive, step)] {
            guard let node = options?[name], let text = node.text else { continue }
            if let day = Day(text.prefix(10)) { return Day(number: day.number + move) }
            tell("C024", node.span, Message(sv: "`\(text)` är ingen dag (ÅÅÅÅ-MM-DD).", en: "`\(text)` is no day (YYYY-MM-DD)."))
        }
        return nil
    }

    private mutating func crossed(_ options: YamlNode?, _ name: String, _ span: Span, _ type: ImportedType) -> ImportedType {
        tell("C024", options?.span ?? span, Message(sv: "Gränserna för `\(name)` korsar varandra.", en: "The bounds of `\(name)` cross."))
        return type
    }

    private mutating func unbounded(_ name: String, _ span: Span, _ isWide: Bool, _ remarks: inout [Message]) {
        tell(
            "C025", .info, span,
            isWide ? Message(sv: "Kontraktet säger inte vad `\(name)` kan innehålla; den tas in med vida gränser.", en: "The contract doesn't say what `\(name)` can hold; it is taken with wide bounds.")
                : Message(sv: "Kontraktet säger inte vad `\(name)` kan innehålla; typens egna gränser gäller.", en: "The contract doesn't say what `\(name)` can hold; the type's own bounds count."),
            Message(sv: "Skriv `minimum` och `maximum` under `logicalTypeOptions`: domänen är offentlig och lärs aldrig ur data.", en: "Write `minimum` and `maximum` under `logicalTypeOptions`: a domain is public and never learnt from data."))
        remarks.append(.unbounded)
    }
}
