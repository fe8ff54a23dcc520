// Scripts of SQL as a specification: a dataset for each script that creates tables.
public import Source

/// Scripts of SQL as datasets, one for each script that creates tables; keys, columns and comments may stand in other scripts.
/// - Parameter language: of the comments.
public func importDDL(_ files: [Text], language: Language = .en) -> Imported {
    var draft = Draft(uses: ["gdpr"], from: Message(sv: "Gjord ur SQL (CREATE TABLE).", en: "Made from SQL (CREATE TABLE)."), language)
    var controllers: [String: String] = [:]
    var reader = DDLReader()
    reader.read(files)
    let hasTables = reader.tables.indices.contains { !reader.dropped.contains($0) }
    for (script, file) in files.enumerated() {
        draft.add(reader.problems[script].sorted { $0.span.start < $1.span.start }, of: file)
        let tables = reader.tables.indices.filter { reader.tables[$0].script == script && !reader.dropped.contains($0) }.map { reader.tables[$0].table }
        let isUndone = tables.isEmpty && reader.tables.contains { $0.script == script }
        guard hasTables, !isUndone, !tables.isEmpty || reader.taken.contains(script) else {
            let message =
                isUndone ? Message(sv: "Filen tar bort varje tabell som den skapar.", en: "The file drops every table that it creates.")
                : Message(sv: "Filen har ingen `CREATE TABLE` med kolumner.", en: "The file has no `CREATE TABLE` with columns.")
            draft.add([InterchangeProblem("C026", .error, Span(0..<0), message)], of: file)
            draft.refuse(file)
            continue
        }
        if let left = leftOut(reader.leftOut[script]) { draft.add([left], of: file) }
        if tables.isEmpty { continue }
        let controller = draft.controller("", &controllers), title = last(file.path)
        draft.writer.line(0, "")
        draft.writer.line(0, "dataset \(draft.names.name(Identifier.upper(title))) \(Identifier.quoted(title)) {")
        draft.writer.property(1, "controller", controller)
        draft.writer.property(1, "collected for", nil, fillIn: FillIn.purpose)
        draft.writer.property(1, "collected from", nil, fillIn: FillIn.origin)
        draft.writer.property(1, "basis", nil, fillIn: FillIn.basis)
        draft.writer.property(1, "retention", nil, fillIn: FillIn.retention)
        draft.writer.property(1, "source", nil, fillIn: Message(sv: "varifrån uppgifterna läses, som sqlite(\"data/cases.db\")", en: "where the data are read, as sqlite(\"data/cases.db\")"))
        draft.writer.line(1, "")
        draft.writer.comment(1, FillIn.columns)
        draft.writer.text += writeTables(tables, comments: language).text
        draft.writer.line(0, "}")
    }
    return draft.finished()
}

/// What was passed over, told once and counted: the commonest first.
private func leftOut(_ statements: (counts: [String: Int], first: Span?)) -> InterchangeProblem? {
    guard let first = statements.first else { return nil }
    let named = statements.counts.filter { !$0.key.isEmpty }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let total = statements.counts.values.reduce(0, +), listed = named.prefix(5)
    let others = total - listed.map(\.value).reduce(0, +)
    func list(_ word: String) -> String { (listed.map { "\($0.value) \($0.key)" } + (others > 0 ? ["\(others) \(word)"] : [])).joined(separator: ", ") }
    var problem = InterchangeProblem(
        "C027", .info, first,
        Message(
            sv: "Satser som inte deklarerar kolumner är inte med: \(list("av annat slag")).",
            en: "Statements that declare no columns are left out: \(list(others == 1 ? "other" : "others"))."))
    // `INSERT INTO` stands on one line with its values.
    problem.isOfRows = true
    return problem
}
