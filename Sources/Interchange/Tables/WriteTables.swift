// Tables as the text of the language, with a map from each line back to where it was declared.
public import Source

/// Bytes of a made text, and the bytes of the other file that they say.
public struct SourceMap: Sendable {
    var rows: [(made: Range<Int>, origin: Span)] = []

    public init() {}

    /// Where a range of the made text comes from: the smallest row that holds it, or else the one that begins last before it.
    public func origin(of range: Range<Int>) -> Span? {
        let holding = rows.filter { $0.made.lowerBound <= range.lowerBound && range.lowerBound < $0.made.upperBound }
        return (holding.min { $0.made.count < $1.made.count } ?? rows.last { $0.made.lowerBound <= range.lowerBound })?.origin
    }
}

/// Text of the language as it grows.
struct Writer {
    var text = ""
    var map = SourceMap()
    /// Of comments.
    var language: Language = .en

    mutating func line(_ depth: Int, _ words: String) { text += String(repeating: " ", count: 2 * depth) + words + "\n" }

    mutating func documentation(_ depth: Int, _ words: String?) {
        guard let words else { return }
        for part in words.split(whereSeparator: \.isNewline).prefix(12) {
            let plain = Identifier.comment(String(part))
            if !plain.isEmpty { line(depth, "/// " + plain) }
        }
    }

    mutating func marked(_ origin: Span, _ body: (inout Writer) -> Void) {
        let start = text.utf8.count
        body(&self)
        map.rows.append((start..<text.utf8.count, origin))
    }
}

/// The tables as `table` blocks.
/// - Parameters:
///   - common: the labels that the table's line says for all columns, "as Economy of Client"; empty for none.
///   - comments: the language of remarks, which then are written, and documentation too.
public func writeTables(_ tables: [ImportedTable], common: String = "", comments: Language?, depth: Int = 1) -> (text: String, map: SourceMap) {
    var writer = Writer(language: comments ?? .en), names = UniqueNames()
    let known = names.tables(tables)
    for (table, name) in zip(tables, known) { writer.table(table, name, tables, known, common: common, comments: comments != nil, depth) }
    return (writer.text, writer.map)
}

extension UniqueNames {
    fileprivate mutating func tables(_ tables: [ImportedTable]) -> [String] { tables.map { name(Identifier.named($0.name)) } }

    fileprivate mutating func column(_ column: ImportedColumn, of table: ImportedTable) -> String {
        name(column.name == table.key ? Identifier.named(column.name) : Identifier.lower(column.name))
    }
}

extension Writer {
    fileprivate mutating func table(_ table: ImportedTable, _ name: String, _ all: [ImportedTable], _ known: [String], common: String, comments: Bool, _ depth: Int) {
        var unique = UniqueNames()
        let columns = table.columns.map { unique.column($0, of: table) }
        func column(_ name: String, of other: ImportedTable) -> String? {
            var unique = UniqueNames()
            for column in other.columns {
                let own = unique.column(column, of: other)
                if column.name == name { return own }
            }
            return nil
        }
        if comments {
            documentation(depth, table.documentation)
            for remark in table.remarks { line(depth, "// " + Identifier.comment(remark[language])) }
        }
        var head = "table \(name)"
        if let title = table.title, !title.isEmpty { head += " " + Identifier.quoted(title) }
        if let key = table.key, let index = table.columns.firstIndex(where: { $0.name == key }) { head += " by \(columns[index])" }
        if let owner = table.owner, let index = all.firstIndex(where: { $0.name == owner.table }), let column = column(owner.column, of: all[index]) {
            head += " many per \(known[index]).\(column)"
        }
        let real = table.physicalName ?? table.name
        if real != name { head += " named " + Identifier.quoted(real) }
        if !common.isEmpty { head += " " + common }
        marked(table.span) { $0.line(depth, head + " {") }
        for (column, name) in zip(table.columns, columns) { self.column(column, name, comments: comments, depth + 1) }
        line(depth, "}")
    }

    private mutating func column(_ column: ImportedColumn, _ name: String, comments: Bool, _ depth: Int) {
        if comments { documentation(depth, column.documentation) }
        var words = "\(name): \(column.type.words)" + (column.isOptional ? "?" : "")
        if let category = column.category { words += " as \(category)" }
        if !column.subjects.isEmpty { words += " of " + column.subjects.joined(separator: ", ") }
        if column.isElseMissing { words += " else missing" }
        let real = column.physicalName ?? column.name
        if real != name { words += " named " + Identifier.quoted(real) }
        if comments, !column.remarks.isEmpty { words += "  // " + column.remarks.map { Identifier.comment($0[language]) }.joined(separator: "; ") }
        marked(column.span) { $0.line(depth, words) }
    }
}

extension ImportedType {
    /// Whether nobody has said what the column can hold.
    public var isUnbounded: Bool {
        switch self {
        case .integer(let low, let high), .decimal(let low, let high, _): low == nil || high == nil
        case .date(let low, let high): low == nil || high == nil
        default: false
        }
    }

    /// In the language. Bounds that nobody has stated are wide.
    var words: String {
        switch self {
        case .id: return "id"
        case .text: return "text"
        case .flag: return "flag"
        case .time: return "time"
        case .personnummer: return "personnummer"
        case .organisationsnummer: return "organisationsnummer"
        case .integer(let low, let high):
            return "integer(\(ImportedType.grouped(low ?? min(-ImportedType.wide, high ?? 0)))..\(ImportedType.grouped(high ?? max(ImportedType.wide, low ?? 0))))"
        case .decimal(let low, let high, let places):
            let least = low ?? min(-ImportedType.wide, high ?? 0), most = high ?? max(ImportedType.wide, low ?? 0)
            return "decimal(\(Exact(least, places: places))..\(Exact(most, places: places)), \(places))"
        case .date(let low, let high):
            let first = Day(year: 1900, month: 1, day: 1) ?? Day(number: 0), last = Day(year: 2100, month: 12, day: 31) ?? Day(number: 0)
            return "date(\((low ?? min(first, high ?? first)).description)..\((high ?? max(last, low ?? last)).description))"
        case .choice(let levels): return "choice(\(levels.map(Identifier.choice).joined(separator: ", ")))"
        }
    }

    /// Wide enough for an identity or a time in nanoseconds, and narrow enough for the difference of two.
    static let wide: Int64 = 4_000_000_000_000_000_000

    private static func grouped(_ number: Int64) -> String {
        let digits = Array(String(number.magnitude))
        if digits.count < 5 { return String(number) }
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result += "_" }
            result.append(digit)
        }
        return (number < 0 ? "-" : "") + result
    }
}
