// Manifests of fides (systems, datasets, taxonomies) as a specification.
public import Source
import Yaml

/// Manifests as one specification: datasets with their fields, and an activity for each privacy declaration of a system.
/// - Parameter language: of the comments.
public func importFides(_ files: [Text], language: Language = .en) -> Imported {
    var draft = Draft(uses: ["gdpr"], from: Message(sv: "Gjord ur manifest för fides (fideslang).", en: "Made from fides manifests (fideslang)."), language)
    var manifests: [(file: Text, root: YamlNode)] = []
    for file in files {
        let documents = readYaml(file, several: true)
        draft.add(documents.problems.map { InterchangeProblem("C021", .error, $0.span, $0.message) }, of: file)
        let roots = documents.roots.filter { root in FidesReader.kinds.contains { root[$0] != nil } }
        if roots.isEmpty {
            if documents.problems.isEmpty {
                draft.add([InterchangeProblem("C026", .error, Span(0..<0), Message(sv: "Filen är inget manifest för fides: den har varken `dataset`, `system` eller en taxonomi.", en: "The file is no fides manifest: it has neither `dataset`, `system` nor a taxonomy."))], of: file)
            }
            draft.refuse(file)
        }
        manifests += roots.map { (file, $0) }
    }
    var reader = FidesReader(draft: draft)
    for kind in FidesReader.kinds { for (file, root) in manifests { reader.read(kind, root, file) } }
    return reader.finished()
}

private struct FidesReader {
    /// In the order in which they build on one another.
    static let kinds = ["organization", "data_category", "data_use", "data_subject", "dataset", "system", "policy"]

    var draft: Draft
    /// Parents of keys that a manifest's own taxonomy declares.
    private var categories: [String: String] = [:]
    private var uses: [String: String] = [:]
    private var titles: [String: String] = [:]
    private var controllers: [String: String] = [:]
    private var subjects: [String: String] = [:]
    private var datasets: [String: String] = [:]
    /// Written after subjects are known, since those come first.
    private var body: Writer
    private var controller: String?

    init(draft: Draft) {
        self.draft = draft
        body = Writer(language: draft.writer.language)
    }

    mutating func read(_ kind: String, _ root: YamlNode, _ file: Text) {
        let entries = root[kind]?.items ?? root[kind].map { [$0] } ?? []
        for entry in entries where entry.entries != nil {
            switch kind {
            case "organization": organisation(entry)
            case "data_category": taxonomy(entry, \.categories)
            case "data_use": taxonomy(entry, \.uses)
            case "data_subject": if let key = entry["fides_key"]?.said { titles[key] = entry["name"]?.said }
            case "dataset": dataset(entry, file)
            case "system": system(entry, file)
            default:
                let name = Identifier.comment(entry["name"]?.said ?? "")
                body.comment(0, Message(sv: "policyn \(name): skriv den som en egen regel (lagrum new rule).", en: "policy \(name): write it as a rule of the house (lagrum new rule)."))
            }
        }
    }

    private mutating func taxonomy(_ entry: YamlNode, _ table: WritableKeyPath<FidesReader, [String: String]>) {
        guard let key = entry["fides_key"]?.said else { return }
        if let parent = entry["parent_key"]?.said { self[keyPath: table][key] = parent }
        titles[key] = entry["name"]?.said
    }

    private mutating func organisation(_ entry: YamlNode) {
        guard controller == nil else { return }
        controller = draft.controller(entry["controller"]?["name"]?.said ?? entry["name"]?.said ?? entry["fides_key"]?.said ?? "", &controllers)
    }

    private mutating func theController() -> String {
        if let controller { return controller }
        let name = draft.controller("", &controllers)
        controller = name
        return name
    }

    /// The names of data subjects, declared when first met.
    private mutating func subject(_ key: String) -> String {
        if let known = subjects[key] { return known }
        let row = FidesTaxonomy.subjects[key]
        if let same = row?.same {
            subjects[key] = same
            return same
        }
        let name = draft.names.name(Identifier.upper(key))
        subjects[key] = name
        draft.writer.line(0, "")
        draft.writer.comment(0, Message(sv: "FYLL I: vuxna eller barn, relationen till dem, och vad de kan förvänta sig.", en: "FILL IN: whether adults or children, their relation, and what they may expect."))
        let title = titles[key].map { " " + Identifier.quoted($0) } ?? ""
        draft.writer.line(0, "subject \(name)\(title) is Person" + (row?.relation.map { " { relation: \($0) }" } ?? ""))
        return name
    }

    private func texts(_ node: YamlNode?) -> [String] { node?.items?.compactMap(\.text) ?? node.flatMap { $0.isNull ? nil : $0.text }.map { [$0] } ?? [] }

    // MARK: Datasets

    private mutating func dataset(_ entry: YamlNode, _ file: Text) {
        let key = entry["fides_key"]?.said ?? entry["name"]?.said ?? last(file.path)
        let title = entry["name"]?.said ?? key
        let name = draft.names.name(Identifier.upper(key))
        datasets[key] = name
        let common = texts(entry["data_categories"])
        var tables: [ImportedTable] = []
        for collection in entry["collections"]?.items ?? [] {
            guard let name = collection["name"]?.said else { continue }
            var table = ImportedTable(name: name, span: collection["name"]?.span ?? collection.span)
            table.documentation = collection["description"]?.said
            let inherited = texts(collection["data_categories"]) + common
            for field in collection["fields"]?.items ?? [] { add(field, prefix: "", inherited, to: &table, file) }
            if table.columns.isEmpty { table.remarks.append(Message(sv: "har inga fält i manifestet", en: "has no fields in the manifest")) }
            tables.append(table)
        }
        let controller = theController()
        body.line(0, "")
        body.documentation(0, entry["description"]?.said)
        body.line(0, "dataset \(name) \(Identifier.quoted(title)) {")
        body.property(1, "controller", controller)
        body.property(1, "collected for", nil, fillIn: FillIn.purpose)
        body.property(1, "collected from", nil, fillIn: FillIn.origin)
        body.property(1, "basis", nil, fillIn: FillIn.basis)
        if let retention = entry["retention"]?.said.flatMap(period) { body.property(1, "retention", retention) } else { body.property(1, "retention", nil, fillIn: FillIn.retention) }
        if !tables.isEmpty { body.comment(1, Message(sv: "FYLL I vems uppgifter varje tabell håller, `of Customer` på dess rad, och varje kolumns typ och gränser: ett manifest har inga.", en: "FILL IN whose data each table holds, `of Customer` on its line, and each column's type and bounds: a manifest has none.")) }
        body.line(1, "")
        body.text += writeTables(tables, comments: body.language).text
        body.line(0, "}")
    }

    /// A field, or the fields within it: a field of a field gets both names.
    private mutating func add(_ field: YamlNode, prefix: String, _ inherited: [String], to table: inout ImportedTable, _ file: Text, depth: Int = 0) {
        guard let own = field["name"]?.said, depth < 16 else { return }
        let name = prefix.isEmpty ? own : prefix + "." + own
        let stated = texts(field["data_categories"])
        if let inner = field["fields"]?.items, !inner.isEmpty {
            for part in inner { add(part, prefix: name, stated.isEmpty ? inherited : stated, to: &table, file, depth: depth + 1) }
            return
        }
        guard !table.columns.contains(where: { $0.name == name }) else { return }
        let meta = field["fides_meta"] ?? field["fidesops_meta"]
        let isKey = meta?["primary_key"]?.truth ?? false
        var column = ImportedColumn(name: name, type: type(meta?["data_type"]?.said, isKey: isKey), span: field["name"]?.span ?? field.span)
        column.isOptional = !isKey
        if meta?["data_type"]?.said?.hasSuffix("[]") ?? false { column.remarks.append(.list("")) }
        column.documentation = field["description"]?.said
        if isKey, table.key == nil { table.key = name }
        let keys = stated.isEmpty ? inherited : stated
        let found = keys.compactMap { FidesTaxonomy.category($0, categories) }
        // The gravest of several: what is forbidden unless excepted, before what identifies, before the rest.
        column.category = found.max { FidesReader.weight($0) < FidesReader.weight($1) }
        if column.category == nil || Set(found).count > 1 || found.count < keys.count, !keys.isEmpty { column.remarks.append(Message(both: "fides: " + keys.joined(separator: ", "))) }
        for reference in meta?["references"]?.items ?? [] {
            guard let dataset = reference["dataset"]?.said, let target = reference["field"]?.said else { continue }
            column.remarks.append(Message(sv: "pekar på \(dataset).\(target)", en: "refers to \(dataset).\(target)"))
        }
        table.columns.append(column)
    }

    private static func weight(_ category: String) -> Int {
        switch category {
        case "Health", "Ethnicity", "PoliticalOpinion", "Religion", "UnionMembership", "Genetic", "Biometric", "SexLife", "CriminalOffence": 3
        case "Name", "NationalId", "ContactDetail", "Address", "Photo", "BankAccount", "Identity": 2
        case "Ordinary": 0
        default: 1
        }
    }

    private func type(_ word: String?, isKey: Bool) -> ImportedType {
        if isKey { return .id }
        switch word {
        case "integer": return .integer(low: nil, high: nil)
        case "float": return .decimal(low: nil, high: nil, places: 6)
        case "boolean": return .flag
        case "object_id": return .id
        default: return .text
        }
    }

    // MARK: Systems

    private mutating func system(_ entry: YamlNode, _ file: Text) {
        let key = entry["fides_key"]?.said ?? entry["name"]?.said ?? last(file.path)
        let title = entry["name"]?.said ?? key
        let declarations = entry["privacy_declarations"]?.items ?? []
        if declarations.isEmpty {
            body.line(0, "")
            body.documentation(0, entry["description"]?.said)
            body.line(0, "service \(draft.names.name(Identifier.upper(key))) \(Identifier.quoted(title))")
            return
        }
        for declaration in declarations where declaration.entries != nil {
            activity(declaration, of: entry, key: key, title: title)
        }
    }

    private mutating func activity(_ declaration: YamlNode, of system: YamlNode, key: String, title: String) {
        let controller = theController()
        let use = declaration["data_use"]?.said ?? "", said = declaration["name"]?.said ?? titles[use] ?? use
        let groups = texts(declaration["data_subjects"]).isEmpty ? (declaration["data_subjects"]?.items ?? []).compactMap { $0["name"]?.said } : texts(declaration["data_subjects"])
        let names = groups.map { subject($0) }
        let purpose = draft.names.name(Identifier.upper(said.isEmpty ? key + " purpose" : said))
        let kind = FidesTaxonomy.purpose(use, uses)
        draft.writer.line(0, "")
        let unknown = kind == nil ? Message(sv: " FYLL I vilket slags ändamål det är, `is ServiceDelivery`.", en: " FILL IN what kind of purpose it is, `is ServiceDelivery`.") : Message(both: "")
        draft.writer.line(0, "// data_use: \(Identifier.comment(use))" + unknown[draft.writer.language])
        draft.writer.line(0, "purpose \(purpose) \(Identifier.quoted(said.isEmpty ? title : said))" + (kind.map { " is \($0)" } ?? ""))
        body.line(0, "")
        body.documentation(0, system["description"]?.said)
        body.line(0, "activity \(draft.names.name(Identifier.upper(key + "_" + use))) \(Identifier.quoted(said.isEmpty ? title : "\(title): \(said)")) {")
        body.property(1, "controller", controller)
        body.property(1, "purpose", purpose)
        let stated = declaration["legal_basis_for_processing"]?.said
        if let basis = stated.flatMap({ FidesTaxonomy.bases[$0.lowercased()] }) {
            body.property(1, "basis", basis + (names.isEmpty ? "" : " for " + names.joined(separator: ", ")))
        } else {
            body.property(1, "basis", nil, fillIn: stated.map { Message(sv: "den rättsliga grunden, som fides kallar \(Identifier.comment($0)), och för vilka", en: "the legal basis, which fides calls \(Identifier.comment($0)), for whom") } ?? FillIn.basis)
        }
        if let special = declaration["special_category_legal_basis"]?.said { body.property(1, "article 9", nil, fillIn: Message(sv: "undantaget, som fides kallar \(Identifier.comment(special))", en: "the exception that fides calls \(Identifier.comment(special))")) }
        body.property(1, "status", nil, fillIn: Message(both: "Planned, Pilot, InOperation …"))
        let categories = texts(declaration["data_categories"])
        if !categories.isEmpty { body.comment(1, Message(sv: "uppgifter: \(Identifier.comment(categories.joined(separator: ", ")))", en: "data: \(Identifier.comment(categories.joined(separator: ", ")))")) }
        if stated == nil, !names.isEmpty { body.comment(1, Message(sv: "registrerade: \(names.joined(separator: ", "))", en: "subjects: \(names.joined(separator: ", "))")) }
        let read = texts(declaration["dataset_references"]) + texts(system["dataset_references"]) + texts(declaration["ingress"]) + (system["ingress"]?.items ?? []).compactMap { $0["fides_key"]?.said }
        if !read.isEmpty {
            let names = Identifier.comment(read.map { datasets[$0] ?? $0 }.joined(separator: ", "))
            body.comment(1, Message(sv: "läser: \(names)", en: "reads: \(names)"))
        }
        let sent = texts(declaration["egress"]) + (system["egress"]?.items ?? []).compactMap { $0["fides_key"]?.said }
        if !sent.isEmpty { body.comment(1, Message(sv: "lämnar till: \(Identifier.comment(sent.joined(separator: ", ")))", en: "sends to: \(Identifier.comment(sent.joined(separator: ", ")))")) }
        if let period = declaration["retention_period"]?.said, !period.isEmpty { body.comment(1, Message(sv: "bevaras: \(Identifier.comment(period))", en: "retention: \(Identifier.comment(period))")) }
        if declaration["data_shared_with_third_parties"]?.truth == true {
            let with = declaration["third_parties"]?.said.map { Message(both: Identifier.comment($0)) } ?? Message(sv: "FYLL I vilka", en: "FILL IN with whom")
            body.comment(1, Message(sv: "delas med tredje part: \(with.sv)", en: "shared with third parties: \(with.en)"))
        }
        body.comment(1, Message(sv: "FYLL I en pipeline: vad som läses, kolumn för kolumn, och vad det blir av det.", en: "FILL IN a pipeline: what is read, column by column, and what is made of it."))
        body.line(0, "}")
    }

    func finished() -> Imported {
        var draft = draft
        draft.writer.text += body.text
        return draft.finished()
    }
}
