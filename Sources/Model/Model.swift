// The model: what a specification means — entities, their facts and their pipelines — before any law is asked.
import Source

/// INVARIANT: immutable, and a pure function of the files it was built from. Places are relative to their declaration.
public struct Model: Sendable {
    public internal(set) var entities: [Entity] = []
    /// Typed pipelines, by activity.
    public internal(set) var pipelines: [EntityID: Pipeline] = [:]
    /// What is wrong with names, types and shapes.
    public internal(set) var findings: [Diagnostic] = []
    var byName: [String: [EntityID]] = [:]
    var byKind: [String: [EntityID]] = [:]
    /// Columns of the tables of each dataset, and the tables.
    var computed = ComputedTables()

    public subscript(id: EntityID) -> Entity { entities[Int(id.index)] }
}

/// A declaration, concept, record, or thing that a pipeline makes.
public struct Entity: Sendable {
    public var kind: String
    /// As messages name it.
    public var name: String
    public var title: String?
    public var place: Place
    public var parents: [EntityID] = []
    /// By fact name; what is absent is silence.
    var facts: [String: Value] = [:]
    var places: [String: Place] = [:]
    /// What `is` and `==` on a record look at.
    var head: Value?
    public var origin: Origin

    /// Whose text it stands in.
    public enum Origin: Sendable, Hashable { case prelude, pack(String), specification }
}

extension Model {
    /// All entities of a rule's range: `activities`, `steps`; nil when there is no such range.
    public func all(_ plural: String) -> [EntityID]? {
        guard let kind = Vocabulary.ranges[plural] else { return nil }
        let kinds = [kind] + Kinds.all.filter { $0.under == kind }.map(\.name)
        return kinds.flatMap { byKind[$0] ?? [] }.filter { self[$0].origin == .specification }
    }

    public func kind(of id: EntityID) -> String { self[id].kind }
    public func name(of id: EntityID) -> String { self[id].name }
    public func place(of id: EntityID) -> Place { self[id].place }
    public func head(of id: EntityID) -> Value? { self[id].head }
    public func place(of property: String, of id: EntityID) -> Place? { self[id].places[property] }

    /// The title in a language: the declaration's own, or the concept's in that language.
    public func title(of id: EntityID, _ language: Language) -> String {
        let entity = self[id]
        let key = language == .sv ? "title_sv" : "title_en"
        if case .text(let title)? = entity.facts[key] { return title }
        return entity.title ?? entity.name
    }

    /// Whether `a` stands at or below `b` in the taxonomy. INVARIANT: `resolveParents` lets no circle in.
    public func isA(_ a: EntityID, _ b: EntityID) -> Bool {
        a == b || entities[Int(a.index)].parents.contains { isA($0, b) }
    }

    /// A concept or declaration by name. `kind` tells concepts of one name apart.
    public func lookup(_ name: String, kind: String?) -> EntityID? {
        byName[name]?.first { id in kind.map { Vocabulary.isKind(self[id].kind, under: $0) } ?? true }
    }

    /// The concepts at or below `id` that have none below them.
    public func leaves(of id: EntityID) -> [EntityID] {
        let kin = (byKind[self[id].kind] ?? []).filter { isA($0, id) }
        let parents = Set(kin.flatMap { self[$0].parents })
        return kin.filter { !parents.contains($0) }
    }

    /// A fact, by the vocabulary's silence: stated, inherited in the taxonomy, computed, none or unknown.
    public func value(_ property: String, of id: EntityID) -> Value {
        let entity = self[id]
        if let stated = entity.facts[property] { return stated }
        var pending = entity.parents, seen: Set<EntityID> = []
        while !pending.isEmpty {
            let next = pending.removeFirst()
            guard seen.insert(next).inserted else { continue }
            if !Model.ownOnly.contains(property), let inherited = self[next].facts[property] { return inherited }
            pending += self[next].parents
        }
        guard let row = Vocabulary.property(property, of: entity.kind) else { return .none }
        switch row.silence {
        case .unknown: return .unknown([MissingFact(entity: id, property: property)])
        case .required: return .unknown([])
        case .no, .computed:
            switch row.type {
            case .list: return .list([])
            case .truth: return .truth(false)
            default: return .none
            }
        }
    }

    /// Facts that say something of the declaration itself and are never inherited.
    private static let ownOnly: Set<String> = ["title_sv", "title_en", "says_sv", "says_en", "serves", "text", "allows", "name"]
}
