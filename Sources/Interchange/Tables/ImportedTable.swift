// A table as another format declares it, before it is Lagrum: what ODCS, fides and SQL have in common.
public import Source

public struct ImportedTable: Sendable {
    /// As its own format writes it.
    public var name: String
    /// The name in the source, where it is another.
    public var physicalName: String?
    public var title: String?
    public var documentation: String?
    public var key: String?
    /// The table and column that several rows here belong to.
    public var owner: (table: String, column: String)?
    public var columns: [ImportedColumn] = []
    /// What a human has to know of it: keys of several columns, further relations.
    public var remarks: [Message] = []
    /// Where it is declared.
    public var span: Span

    public init(name: String, span: Span) { (self.name, self.span) = (name, span) }
}

public struct ImportedColumn: Sendable {
    public var name: String
    public var physicalName: String?
    public var type: ImportedType
    public var isOptional = true
    /// A value outside the domain counts as missing, and costs no row.
    public var isElseMissing = false
    /// A category of the prelude or the specification, where the format or a mapping says it.
    public var category: String?
    public var subjects: [String] = []
    /// The format's own words for what the data are, which a mapping may translate.
    public var classification: String?
    public var tags: [String] = []
    public var documentation: String?
    /// What a human has to know or fill in.
    public var remarks: [Message] = []
    public var span: Span

    public init(name: String, type: ImportedType, span: Span) { (self.name, self.type, self.span) = (name, type, span) }
}

/// A column's type with its domain. Bounds that nobody has stated are nil.
public enum ImportedType: Sendable, Equatable {
    case id, text, flag, time, personnummer, organisationsnummer
    case integer(low: Int64?, high: Int64?)
    /// Bounds are in the smallest unit: 0.50 with two places is 50.
    case decimal(low: Int64?, high: Int64?, places: Int)
    case date(low: Day?, high: Day?)
    case choice([String])
}

/// Something that the other format says and Lagrum can't take over as it stands.
public struct InterchangeProblem: Error, Sendable, Equatable {
    public var code: String
    public var severity: Severity
    public var span: Span
    public var message: Message
    public var advice: Message?
    /// It stands on rows of a table, which nobody quotes.
    public var isOfRows = false

    public init(_ code: String, _ severity: Severity = .error, _ span: Span, _ message: Message, advice: Message? = nil) {
        (self.code, self.severity, self.span, self.message, self.advice) = (code, severity, span, message, advice)
    }
}

extension ImportedTable {
    /// With categories and subjects where a mapping says what a classification or tag means; a column's own words for Lagrum go first.
    /// - Parameter labels: by classification or tag in lower case.
    public func labelled(_ labels: [String: LabelMapping]) -> ImportedTable {
        var table = self
        for index in table.columns.indices {
            let column = table.columns[index]
            for name in [column.classification].compactMap({ $0 }) + column.tags {
                guard let mapping = labels[name.lowercased()] else { continue }
                if table.columns[index].category == nil { table.columns[index].category = mapping.category }
                if table.columns[index].subjects.isEmpty { table.columns[index].subjects = mapping.subjects }
            }
        }
        return table
    }
}

/// What several formats have to say of their tables.
extension Message {
    static let unbounded = Message(sv: "ange gränser", en: "state its bounds")
    static let untyped = Message(sv: "ingen typ", en: "no type")
    static func unknownType(_ type: String) -> Message { Message(sv: "typ \(type)", en: "type \(type)") }
    static func list(_ type: String) -> Message { Message(sv: "en lista" + (type.isEmpty ? "" : ": " + type), en: "a list" + (type.isEmpty ? "" : ": " + type)) }
    static func key(_ columns: [String]) -> Message {
        let names = columns.joined(separator: ", ")
        return Message(sv: "nyckel av flera kolumner: \(names)", en: "key of several columns: \(names)")
    }
    static func refers(_ columns: [String], _ target: String) -> Message {
        let names = columns.joined(separator: ", ")
        return Message(sv: "\(names) pekar på \(target)", en: "\(names) refers to \(target)")
    }
}

/// What a classification or tag of another format means here.
public struct LabelMapping: Sendable {
    public var category: String?
    public var subjects: [String]
    public init(category: String?, subjects: [String]) { (self.category, self.subjects) = (category, subjects) }
}
