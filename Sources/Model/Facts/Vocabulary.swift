// The contract between model and law: every fact a rule may ask for, its type, and what its absence means.

public enum Vocabulary {
    /// The facts of a kind, stated and computed.
    public static func properties(of kind: String) -> [FactProperty] { table[kind]?.map(\.value).sorted { $0.name < $1.name } ?? [] }

    public static func property(_ name: String, of kind: String) -> FactProperty? { table[kind]?[name] }

    public static func property(_ fact: Fact, of kind: Kind.ID) -> FactProperty? { tables.rows[Int(kind.raw)][fact.name] }

    /// Numbers and slots for all of it.
    static let tables = VocabularyTables(table, besides: inner, functions: Array(functions.keys))

    /// What the model keeps of things for itself, by kind.
    private static let inner: [String: [String]] = Dictionary(
        [("relation", ["@personal", "@ancestry"]), ("step", ["@paths"]), ("allow", ["@head"])] + heads.keys.map { ($0, ["@head"]) },
        uniquingKeysWith: { first, _ in first })

    public static var kinds: [String] { table.keys.sorted() }

    /// Whether something of kind `a` serves where a `b` is wanted.
    public static func isKind(_ a: String, under b: String) -> Bool {
        if b.isEmpty || a == b { return true }
        guard let parent = Kinds.named(a)?.under else { return false }
        return isKind(parent, under: b)
    }

    public static func isKind(_ a: Kind.ID, under b: Kind.ID) -> Bool { a.isUnder(b) }

    /// What a rule's `for: x in NAME` may range over: the plural of a kind, and the kind.
    public static let ranges: [String: String] = Dictionary(
        Kinds.all.map { ($0.plural, $0.name) } + [("steps", "step"), ("relations", "relation"), ("columns", "column"), ("gates", "gate")],
        uniquingKeysWith: { first, _ in first })

    /// Record kinds, with the fact that is the record's head.
    public static let heads: [String: String] = Dictionary(
        Kinds.all.flatMap(\.properties).compactMap { property in property.record.map { ($0, headFact(of: property)) } },
        uniquingKeysWith: { first, _ in first })

    /// The type of what `is` and `==` on a record look at; nil for what is no record.
    public static func headType(of kind: String) -> FactType? {
        guard let head = heads[kind] else { return nil }
        return property(head, of: kind)?.type
    }

    static func headFact(of property: Property) -> String { Records.head[property.record ?? ""] ?? "head" }

    public static let functions: [String: FactFunction] = Dictionary(
        uniqueKeysWithValues: [
            FactFunction("precedes", [.entity("step"), .entity("step")], .truth),
            FactFunction("reaches", [.entity("relation"), .entity("relation")], .truth),
            FactFunction("bound_to", [.entity("safeguard_record"), .entity("step")], .truth),
            FactFunction("same", [.entity("purpose"), .list(.entity("purpose"))], .truth),
            FactFunction("serves_directly", [.entity("purpose"), .list(.entity("purpose"))], .truth),
            FactFunction("serves_indirectly", [.entity("purpose"), .list(.entity("purpose"))], .truth),
            FactFunction("first_read", [.entity("activity"), .entity("dataset")], .list(.entity("column"))),
            FactFunction("provided_own_data", [.entity("subject"), .entity("dataset")], .truth),
            FactFunction("paths_after", [.entity("step")], .list(.entity("path"))),
            FactFunction("personal", [.entity("")], .truth),
            FactFunction("kinds_of", [.entity("")], .list(.entity(""))),
            FactFunction("in_force", [.norm], .truth),
            FactFunction("due", [.entity("system"), .norm], .date),
            FactFunction("words", [.text], .number),
        ].map { ($0.name, $0) })

    private static let table: [String: [String: FactProperty]] = {
        var table: [String: [String: FactProperty]] = [:]
        func add(_ row: FactProperty, to kind: String) { table[kind, default: [:]][row.name] = row }
        for kind in Kinds.all {
            table[kind.name] = table[kind.name] ?? [:]
            for row in ComputedFacts.everywhere { add(row, to: kind.name) }
            for property in kind.properties {
                addStated(property, to: kind.name, add)
            }
        }
        for (kind, rows) in ComputedFacts.rows { rows.forEach { add($0, to: kind) } }
        for row in Verb.facts where table["step"]?[row.name] == nil { add(row, to: "step") }
        for kind in Kinds.all where kind.under != nil {
            for (name, row) in table[kind.under ?? ""] ?? [:] where table[kind.name]?[name] == nil { table[kind.name]?[name] = row }
        }
        return table
    }()

    private static func addStated(_ property: Property, to kind: String, _ add: (FactProperty, String) -> Void) {
        let single: FactType = property.record.map { .entity($0) } ?? property.shape.factType
        add(FactProperty(property.fact, property.many ? .list(single) : single, property.silence, change: property.change, key: property.key), kind)
        let owner = property.record ?? kind
        for clause in property.clauses {
            let type = clause.many ? FactType.list(clause.shape.factType) : clause.shape.factType
            add(FactProperty(clause.fact, type, clause.silence, change: clause.change, key: clause.word), owner)
        }
        if let record = property.record {
            // What a clause says of the head (`every 12 months`) is its type.
            let head = headFact(of: property)
            if !property.clauses.contains(where: { $0.fact == head }) { add(FactProperty(head, property.shape.factType, .no, change: property.change.intersection([.set]), key: property.key), record) }
            ComputedFacts.everywhere.forEach { add($0, record) }
        }
    }
}
