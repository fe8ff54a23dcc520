// Text of the language made from another format: what it says, in the one style, with comments where only a human knows.
public import Source
import Syntax

/// What an import gave.
public struct Imported: Sendable {
    /// In the one style of the language.
    public var text: [UInt8]
    /// What could not be taken over, at its place in the file it came from.
    public var problems: [(file: Text, problem: InterchangeProblem)]
    /// Nothing at all could be made of this file: it is not what it was said to be.
    public var refused: [Text] = []
}

/// A specification as it is put together out of several files.
struct Draft {
    var writer: Writer
    var names = UniqueNames()
    private(set) var problems: [(file: Text, problem: InterchangeProblem)] = []
    private(set) var refused: [Text] = []

    init(uses: [String], from: Message, _ language: Language) {
        writer = Writer(language: language)
        writer.line(0, "edition 2026")
        if !uses.isEmpty { writer.line(0, "use " + uses.joined(separator: ", ")) }
        writer.line(0, "")
        writer.comment(0, Message(sv: "\(from.sv) Det som saknas där är märkt FYLL I.", en: "\(from.en) What it does not say is marked FILL IN."))
    }

    mutating func add(_ problems: [InterchangeProblem], of file: Text) { self.problems += problems.map { (file, $0) } }
    mutating func refuse(_ file: Text) { refused.append(file) }

    func finished() -> Imported {
        let tree = parse(Text(path: "import.lagrum", writer.text))
        return Imported(text: format(tree), problems: problems, refused: refused)
    }
}

extension Writer {
    /// `key: value` with the comment that says what a human must state.
    mutating func property(_ depth: Int, _ key: String, _ value: String?, fillIn: Message? = nil) {
        if let value { return line(depth, "\(key): \(value)") }
        if let fillIn { comment(depth, Message(sv: "FYLL I \(key): \(fillIn.sv)", en: "FILL IN \(key): \(fillIn.en)")) }
    }

    mutating func comment(_ depth: Int, _ words: Message) { line(depth, "// " + words[language]) }
}

/// What only a human can state, wherever an import comes from.
enum FillIn {
    static let purpose = Message(sv: "ändamålet som uppgifterna samlades in för", en: "the purpose that the data were collected for")
    static let origin = Message(sv: "vem uppgifterna kommer från", en: "whom the data come from")
    static let basis = Message(sv: "den rättsliga grunden, och för vilka", en: "the legal basis, for whom")
    static let retention = Message(sv: "hur länge, räknat från vad", en: "how long, after what")
    static let columns = Message(
        sv: "FYLL I vad varje kolumn är och vems: `as Health of Patient`, på kolumnen eller på dess tabell.",
        en: "FILL IN what each column is and whose: `as Health of Patient`, on a column or on its table.")
}

/// Data contracts as datasets.
/// - Parameters:
///   - labels: what classifications and tags mean, in lower case.
///   - language: of the comments.
public func importContracts(_ files: [Text], labels: [String: LabelMapping] = [:], language: Language = .en) -> Imported {
    var draft = Draft(uses: ["gdpr"], from: Message(sv: "Gjord ur datakontrakt (Open Data Contract Standard 3).", en: "Made from data contracts (Open Data Contract Standard 3)."), language)
    var controllers: [String: String] = [:]
    for file in files {
        let contract = readDataContract(file)
        draft.add(contract.problems, of: file)
        guard !contract.tables.isEmpty else {
            draft.refuse(file)
            continue
        }
        let tables = contract.tables.map { $0.labelled(labels) }.map(remarked)
        let owner = contract.tenant ?? contract.domain ?? ""
        let controller = draft.controller(owner, &controllers)
        draft.writer.line(0, "")
        if let purpose = contract.purpose { draft.writer.documentation(0, purpose) }
        let title = contract.name ?? last(file.path)
        let name = contract.id.flatMap { Identifier.upper($0) == $0 ? $0 : nil } ?? Identifier.upper(title)
        draft.writer.line(0, "dataset \(draft.names.name(name)) \(Identifier.quoted(title)) {")
        draft.writer.property(1, "controller", controller)
        draft.writer.property(1, "collected for", nil, fillIn: FillIn.purpose)
        draft.writer.property(1, "collected from", nil, fillIn: FillIn.origin)
        draft.writer.property(1, "basis", nil, fillIn: FillIn.basis)
        draft.writer.property(1, "context", nil, fillIn: Message(sv: "sammanhanget vid insamlingen, som LegalCounsel eller Ordinary", en: "the context of collection, as LegalCounsel or Ordinary"))
        draft.writer.property(1, "owner", contract.owners.first.map(Identifier.quoted), fillIn: contract.owners.isEmpty ? Message(sv: "vem som svarar för datamängden", en: "who answers for the dataset") : nil)
        if let retention = contract.retention.flatMap(period) { draft.writer.property(1, "retention", retention) } else { draft.writer.property(1, "retention", nil, fillIn: FillIn.retention) }
        for server in contract.servers { draft.writer.comment(1, Message(sv: "källa: \(Identifier.comment(server))", en: "source: \(Identifier.comment(server))")) }
        draft.writer.line(1, "")
        if tables.flatMap(\.columns).contains(where: { $0.category == nil || $0.subjects.isEmpty }) {
            draft.writer.comment(1, FillIn.columns)
        }
        draft.writer.text += writeTables(tables, comments: language).text
        draft.writer.line(0, "}")
    }
    return draft.finished()
}

/// The contract's own words for a column's data, where no mapping has told what they mean.
private func remarked(_ table: ImportedTable) -> ImportedTable {
    var table = table
    for index in table.columns.indices where table.columns[index].category == nil {
        let column = table.columns[index]
        if let classification = column.classification { table.columns[index].remarks.append(Message(sv: "klass: " + classification, en: "classification: " + classification)) }
        if !column.tags.isEmpty { table.columns[index].remarks.append(Message(sv: "etiketter: " + column.tags.joined(separator: " "), en: "tags: " + column.tags.joined(separator: " "))) }
    }
    return table
}

extension Draft {
    /// The controller of a name, declared once.
    mutating func controller(_ owner: String, _ known: inout [String: String]) -> String {
        if let name = known[owner] { return name }
        let name = names.name(owner.isEmpty ? "Controller" : Identifier.upper(owner))
        known[owner] = name
        writer.line(0, "")
        writer.comment(0, Message(sv: "FYLL I: vem som bestämmer ändamål och medel; land och sektor.", en: "FILL IN: who determines purposes and means; country and sector."))
        writer.line(0, "controller \(name)\(owner.isEmpty ? "" : " " + Identifier.quoted(owner))")
        return name
    }
}

/// `3 years` of `3 y`, `P3Y`, `365 d`; nil for anything else.
func period(_ text: String) -> String? {
    var text = text.lowercased()
    if text.hasPrefix("p"), !text.contains("t") { text = String(text.dropFirst()) }
    let digits = text.drop { $0 == " " }.prefix { $0.isNumber }
    guard let count = Int(digits), count > 0, digits.count < 6 else { return nil }
    let unit = text.drop { $0 == " " }.dropFirst(digits.count).filter(\.isLetter)
    switch unit {
    case "y", "yr", "yrs", "year", "years": return "\(count) years"
    case "m", "mo", "month", "months": return "\(count) months"
    case "w", "week", "weeks": return "\(count) weeks"
    case "d", "day", "days": return "\(count) days"
    default: return nil
    }
}

/// A path's last name, without its endings.
func last(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return String(name.split(separator: ".").first ?? Substring(name))
}
