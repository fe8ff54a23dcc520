// The model: what a specification means — entities, their facts and their pipelines — before any law is asked.
import Source

/// INVARIANT: immutable once built, and a pure function of the files it was built from. Places are relative to their declaration.
public struct Model: Sendable {
    let store: Store
    let names: NameIndex
    /// What is wrong with names, types and shapes, in the order of the text.
    public internal(set) var findings: [Diagnostic] = []
    /// What the model was built from, for the next one.
    let origins: Origins
    /// How it differs from the model that it was built after; nil for one built from scratch.
    public internal(set) var change: ModelChange?

    init(_ store: Store, _ names: NameIndex, _ origins: Origins) { (self.store, self.names, self.origins) = (store, names, origins) }
}

/// A declaration, concept, record, or thing that a pipeline makes: what `model[id]` shows of it, and what is made before it has a number.
public struct Entity: Sendable {
    public let kind: Kind.ID
    /// As messages name it.
    public var name: String
    public var title: String?
    public var place: Place
    public internal(set) var parents: [EntityID] = []
    var facts: Facts = [:]
    public var origin: Origin

    init(kind: Kind.ID, name: String, title: String? = nil, place: Place, origin: Origin) {
        (self.kind, self.name, self.title, self.place, self.origin) = (kind, name, title, place, origin)
    }

    /// Whose text it stands in.
    public enum Origin: Sendable, Hashable { case prelude, pack(String), specification }
}

extension Model {
    public subscript(id: EntityID) -> Entity {
        var entity = Entity(kind: kindID(of: id), name: name(of: id), title: ownTitle(of: id), place: place(of: id), origin: origin(of: id))
        entity.parents = parents(of: id)
        return entity
    }

    /// All entities, in the order of the declarations.
    public var ids: [EntityID] {
        names.order.flatMap { declaration in
            store.parts[Int(declaration)].entities.indices.map { EntityID(declaration: declaration, local: Int32($0)) }
        }
    }

    /// All entities of a rule's range: `activities`, `steps`; nil when there is no such range.
    public func all(_ plural: String) -> [EntityID]? {
        guard let name = Vocabulary.ranges[plural], let kind = Kind.ID(named: name) else { return nil }
        return all(kind)
    }

    /// What the specifications hold of a kind, and of the kinds that also are of it, in the order of their text.
    public func all(_ kind: Kind.ID) -> [EntityID] {
        var found: [EntityID] = []
        if Int(kind.raw) < Kinds.all.count {
            for declaration in names.declared(under: kind) where store.headers[Int(declaration)].scope.origin == .specification { found.append(EntityID(declaration: declaration)) }
            guard Kind.ID.alsoInner.contains(kind) else { return found }
        }
        for declaration in names.order where store.headers[Int(declaration)].scope.origin == .specification {
            let part = store.parts + Int(declaration)
            for local in part.pointee.entities.indices.dropFirst() where part.pointee.entities[local].kind == kind {
                found.append(EntityID(declaration: declaration, local: Int32(local)))
            }
        }
        return found
    }

    /// The concepts of a kind, those that ship too, in the order of their text.
    public func concepts(of kind: String) -> [EntityID] {
        Kind.ID(named: kind).map { names.declared(under: $0).map { EntityID(declaration: $0) } } ?? []
    }

    public func kindID(of id: EntityID) -> Kind.ID {
        id.local == 0 ? store.headers[Int(id.declaration)].kind : store.parts[Int(id.declaration)].entities[Int(id.local)].kind
    }
    public func kind(of id: EntityID) -> String { kindID(of: id).name }
    public func origin(of id: EntityID) -> Entity.Origin { store.headers[Int(id.declaration)].scope.origin }
    public func parents(of id: EntityID) -> [EntityID] { id.local == 0 ? store.headers[Int(id.declaration)].parents : [] }

    /// As messages name it: a column by its dataset and table.
    public func name(of id: EntityID) -> String {
        if id.local == 0 { return store.headers[Int(id.declaration)].name }
        let part = store.parts + Int(id.declaration), owner = part.pointee.entities[Int(id.local)].owner, own = part.pointee.name(of: id.local)
        return owner < 0 ? own : name(of: EntityID(declaration: id.declaration, local: owner)) + "." + own
    }

    /// Its name without its owner's: a column's as its table writes it.
    public func ownName(of id: EntityID) -> String {
        id.local == 0 ? store.headers[Int(id.declaration)].name : store.parts[Int(id.declaration)].name(of: id.local)
    }

    public func place(of id: EntityID) -> Place {
        let header = store.headers + Int(id.declaration)
        if id.local == 0 { return header.pointee.place }
        return header.pointee.scope.place(store.parts[Int(id.declaration)].entities[Int(id.local)].span)
    }

    /// Where a fact is stated.
    public func place(of fact: Fact, of id: EntityID) -> Place? {
        store.parts[Int(id.declaration)].span(of: fact, of: id.local).map { store.headers[Int(id.declaration)].scope.place($0) }
    }
    public func place(of property: String, of id: EntityID) -> Place? { Fact(named: property).flatMap { place(of: $0, of: id) } }

    /// What `is` and `==` on a record look at; nil for what is no record.
    public func head(of id: EntityID) -> Value? { stated(.head, of: id) }

    private func ownTitle(of id: EntityID) -> String? {
        if id.local == 0 { return store.headers[Int(id.declaration)].title }
        return kindID(of: id) == .table ? table(id)?.title : nil
    }

    /// The title in a language: the declaration's own, or the concept's in that language.
    public func title(of id: EntityID, _ language: Language) -> String {
        if case .text(let title)? = stated(language == .sv ? "title_sv" : "title_en", of: id) { return title }
        return ownTitle(of: id) ?? name(of: id)
    }

    /// A typed pipeline; nil for what has none.
    public func pipeline(of activity: EntityID) -> Pipeline? { activity.local == 0 ? store.parts[Int(activity.declaration)].pipeline : nil }

    /// Typed pipelines, by activity.
    public var pipelines: [EntityID: Pipeline] {
        var pipelines: [EntityID: Pipeline] = [:]
        for id in names.declared(.activity).map({ EntityID(declaration: $0) }) { pipelines[id] = pipeline(of: id) }
        return pipelines
    }

    /// Whether `a` stands at or below `b` in the taxonomy. INVARIANT: `resolveParents` lets no circle in.
    public func isA(_ a: EntityID, _ b: EntityID) -> Bool {
        if a == b { return true }
        guard a.local == 0, b.local == 0 else { return false }
        var at = a
        while true {
            let header = store.headers + Int(at.declaration)
            // Straight up, as long as there is one way.
            guard header.pointee.parents.count == 1 else { return header.pointee.parents.count > 1 && isAbove(b, header.pointee.parents) }
            at = header.pointee.parents[0]
            if at == b { return true }
        }
    }

    /// Every declaration is looked at once, however many ways lead up to it.
    private func isAbove(_ wanted: EntityID, _ first: [EntityID]) -> Bool {
        var pending = first, seen = Set(first)
        while let next = pending.popLast() {
            if next == wanted { return true }
            for parent in (store.headers + Int(next.declaration)).pointee.parents where seen.insert(parent).inserted { pending.append(parent) }
        }
        return false
    }

    /// A concept or declaration by name. `kind` tells concepts of one name apart.
    public func lookup(_ name: String, kind: String?) -> EntityID? {
        guard let kind, !kind.isEmpty else { return lookup(name) { _ in true } }
        guard let kind = Kind.ID(named: kind) else { return nil }
        return lookup(name) { store.headers[$0].kind.isUnder(kind) }
    }

    private func lookup(_ name: String, where fits: (Int) -> Bool) -> EntityID? {
        var declaration = names.first(name)
        while declaration >= 0 {
            if fits(Int(declaration)) { return EntityID(declaration: declaration) }
            declaration = names.after(declaration)
        }
        return nil
    }

    /// A set is in the order of its numbers, which is that of the text until an edit gives new ones.
    func sorted(_ ids: EntitySet) -> [EntityID] { names.isOrdered ? ids.all : sorted(ids.all) }

    /// In the order of the files and their text, whatever numbers an edit gave.
    func sorted(_ ids: some Sequence<EntityID>) -> [EntityID] {
        if names.isOrdered { return ids.sorted() }
        return ids.sorted { a, b in
            let (x, y) = (names.ranks[Int(a.declaration)], names.ranks[Int(b.declaration)])
            return (x, a.local) < (y, b.local)
        }
    }

    /// The names of all declarations and concepts of a kind, in the order of the texts.
    public func names(ofKind kind: String) -> [String] {
        Kind.ID(named: kind).map { names.declared($0).map { name(of: EntityID(declaration: $0)) } } ?? []
    }

    /// The concepts at or below `id` that have none below them.
    public func leaves(of id: EntityID) -> [EntityID] {
        let kin = names.declared(kindID(of: id)).map { EntityID(declaration: $0) }.filter { isA($0, id) }
        let parents = Set(kin.flatMap { self.parents(of: $0) })
        return kin.filter { !parents.contains($0) }
    }

    /// What is stated or computed of the thing itself; nil where it is silent.
    @inline(__always) func stated(_ fact: Fact, of id: EntityID) -> Value? { store.parts[Int(id.declaration)].value(fact, of: id.local) }

    /// A fact, by the vocabulary's silence: stated, inherited in the taxonomy, computed, none or unknown.
    public func value(_ fact: Fact, of id: EntityID) -> Value {
        if let stated = stated(fact, of: id) { return stated }
        return silent(fact, of: id)
    }

    public func value(_ property: String, of id: EntityID) -> Value { Fact(named: property).map { value($0, of: id) } ?? .none }

    private func silent(_ fact: Fact, of id: EntityID) -> Value {
        let tables = Vocabulary.tables
        if fact == .name { return isNamed(id) ? .text(ownName(of: id)) : .none }
        if kindID(of: id) == .column, let made = ofColumn(fact, id) { return made }
        if id.local == 0, tables.isInherited[Int(fact.id)], let value = inherited(fact, of: id) { return value }
        switch tables.absent[Int(kindID(of: id).raw) * tables.factCount + Int(fact.id)] {
        case .none: return .none
        case .falsehood: return .truth(false)
        case .emptyList: return .list([])
        case .unknown: return .unknown([])
        case .unstated: return .unknown([MissingFact(entity: id, fact: fact)])
        }
    }

    /// The nearest concept above that states it, level by level.
    private func inherited(_ fact: Fact, of id: EntityID) -> Value? {
        var level = parents(of: id), seen: Set<EntityID> = []
        while !level.isEmpty {
            for parent in level { if let value = stated(fact, of: parent) { return value } }
            // Ways that part and meet again would double from level to level.
            level = level.count == 1 ? parents(of: level[0]) : level.flatMap { parents(of: $0) }.filter { seen.insert($0).inserted }
        }
        return nil
    }

    /// Records and the ways in which a run can end have no names of their own.
    private func isNamed(_ id: EntityID) -> Bool {
        if id.local == 0 { return true }
        switch kindID(of: id) {
        case .table, .column, .step, .relation: return true
        default: return false
        }
    }
}
