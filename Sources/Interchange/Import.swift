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
    var writer = Writer()
    var names = UniqueNames()
    private(set) var problems: [(file: Text, problem: InterchangeProblem)] = []
    private(set) var refused: [Text] = []

    init(uses: [String], from: String) {
        writer.line(0, "edition 2026")
        if !uses.isEmpty { writer.line(0, "use " + uses.joined(separator: ", ")) }
        writer.line(0, "")
        writer.line(0, "// \(from) What it does not say is marked FILL IN.")
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
    mutating func property(_ depth: Int, _ key: String, _ value: String?, fillIn: String? = nil) {
        if let value { return line(depth, "\(key): \(value)" + (fillIn.map { "  // FILL IN: \($0)" } ?? "")) }
        if let fillIn { line(depth, "// FILL IN \(key): \(fillIn)") }
    }
}

/// Data contracts as datasets.
/// - Parameter labels: what classifications and tags mean, in lower case.
public func importContracts(_ files: [Text], labels: [String: LabelMapping] = [:]) -> Imported {
    var draft = Draft(uses: ["gdpr"], from: "Made from data contracts (Open Data Contract Standard 3).")
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
        draft.writer.line(0, "dataset \(draft.names.name(Identifier.upper(title))) \(Identifier.quoted(title)) {")
        draft.writer.property(1, "controller", controller)
        draft.writer.property(1, "collected for", nil, fillIn: "the purpose that the data were collected for")
        draft.writer.property(1, "collected from", nil, fillIn: "whom the data come from")
        draft.writer.property(1, "basis", nil, fillIn: "the legal basis, for whom")
        draft.writer.property(1, "context", nil, fillIn: "the context of collection, as LegalCounsel or Ordinary")
        draft.writer.property(1, "owner", contract.owners.first.map(Identifier.quoted), fillIn: contract.owners.isEmpty ? "who answers for the dataset" : nil)
        if let retention = contract.retention.flatMap(period) { draft.writer.property(1, "retention", retention) } else { draft.writer.property(1, "retention", nil, fillIn: "how long, after what") }
        for server in contract.servers { draft.writer.line(1, "// source: \(Identifier.comment(server))") }
        draft.writer.line(1, "")
        if tables.flatMap(\.columns).contains(where: { $0.category == nil || $0.subjects.isEmpty }) {
            draft.writer.line(1, "// FILL IN what each column is and whose: `as Health of Patient`, on a column or on its table.")
        }
        draft.writer.text += writeTables(tables, comments: true).text
        draft.writer.line(0, "}")
    }
    return draft.finished()
}

/// The contract's own words for a column's data, where no mapping has told what they mean.
private func remarked(_ table: ImportedTable) -> ImportedTable {
    var table = table
    for index in table.columns.indices where table.columns[index].category == nil {
        let column = table.columns[index]
        if let classification = column.classification { table.columns[index].remarks.append("classification: " + classification) }
        if !column.tags.isEmpty { table.columns[index].remarks.append("tags: " + column.tags.joined(separator: " ")) }
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
        writer.line(0, "// FILL IN: who determines purposes and means; country and sector.")
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
