// Declared tables: columns with domains and labels.
import Privacy
import Source

/// A column of a declared table, or of a relation in a pipeline. Copies share what they hold until one of them is changed.
public struct RelationColumn: Sendable {
    private var box: Box

    private final class Box: @unchecked Sendable {
        @exclusivity(unchecked) var name: String
        @exclusivity(unchecked) var named: String
        @exclusivity(unchecked) var domain: Domain
        @exclusivity(unchecked) var optional = false
        @exclusivity(unchecked) var elseMissing = false
        @exclusivity(unchecked) var categories: [EntityID] = []
        @exclusivity(unchecked) var subjects: [EntityID] = []
        @exclusivity(unchecked) var identifies: Identification = .no
        @exclusivity(unchecked) var unit: String?
        @exclusivity(unchecked) var isMasked = false
        @exclusivity(unchecked) var bands: [Int64]?
        @exclusivity(unchecked) var entity: EntityID?
        @exclusivity(unchecked) var sources: EntitySet?

        init(_ name: String, _ named: String, _ domain: Domain) { (self.name, self.named, self.domain) = (name, named, domain) }

        func copy() -> Box {
            let box = Box(name, named, domain)
            (box.optional, box.elseMissing, box.categories, box.subjects) = (optional, elseMissing, categories, subjects)
            (box.identifies, box.bands, box.entity, box.sources) = (identifies, bands, entity, sources)
            (box.unit, box.isMasked) = (unit, isMasked)
            return box
        }
    }

    public init(name: String, domain: Domain) { box = Box(name, name, domain) }

    /// A declared column, whole.
    init(
        _ name: String, named: String, _ domain: Domain, optional: Bool, elseMissing: Bool, unit: String?, categories: [EntityID], subjects: [EntityID],
        identifies: Identification, entity: EntityID
    ) {
        box = Box(name, named, domain)
        (box.optional, box.elseMissing, box.unit, box.categories, box.subjects) = (optional, elseMissing, unit, categories, subjects)
        (box.identifies, box.entity) = (identifies, entity)
    }

    /// INVARIANT: a box is written only while one copy holds it.
    private mutating func own() {
        if !isKnownUniquelyReferenced(&box) { box = box.copy() }
    }

    public var name: String {
        get { box.name }
        set { own(); box.name = newValue }
    }
    /// Its name in the source.
    public var named: String {
        get { box.named }
        set { own(); box.named = newValue }
    }
    public var domain: Domain {
        get { box.domain }
        set { own(); box.domain = newValue }
    }
    public var optional: Bool {
        get { box.optional }
        set { own(); box.optional = newValue }
    }
    public var elseMissing: Bool {
        get { box.elseMissing }
        set { own(); box.elseMissing = newValue }
    }
    public var categories: [EntityID] {
        get { box.categories }
        set { own(); box.categories = newValue }
    }
    public var subjects: [EntityID] {
        get { box.subjects }
        set { own(); box.subjects = newValue }
    }
    public var identifies: Identification {
        get { box.identifies }
        set { own(); box.identifies = newValue }
    }
    /// What its numbers count: `days`, `SEK`.
    public var unit: String? {
        get { box.unit }
        set { own(); box.unit = newValue }
    }
    /// A text whose identifiers `mask` has covered.
    public var isMasked: Bool {
        get { box.isMasked }
        set { own(); box.isMasked = newValue }
    }
    /// The edges that `bands` gave it.
    public var bands: [Int64]? {
        get { box.bands }
        set { own(); box.bands = newValue }
    }
    /// Its own entity, where it is declared.
    public var entity: EntityID? {
        get { box.entity }
        set { own(); box.entity = newValue }
    }
    /// The declared columns that it was computed from; for a declared column, itself.
    public var lineage: EntitySet {
        get { box.sources ?? box.entity.map { [$0] } ?? [] }
        set { own(); box.sources = newValue }
    }

    /// They are one column, handed on unchanged.
    func isSame(as other: RelationColumn) -> Bool { box === other.box }

    func addLineage(to set: inout EntitySet) {
        if let sources = box.sources { set.formUnion(sources) } else if let entity = box.entity { set.insert(entity) }
    }
}

extension RelationColumn: Hashable {
    public static func == (a: RelationColumn, b: RelationColumn) -> Bool {
        if a.box === b.box { return true }
        return a.box.name == b.box.name && a.box.entity == b.box.entity && a.box.named == b.box.named && a.box.domain == b.box.domain
            && a.box.optional == b.box.optional && a.box.elseMissing == b.box.elseMissing && a.box.categories == b.box.categories
            && a.box.subjects == b.box.subjects && a.box.identifies == b.box.identifies && a.box.bands == b.box.bands && a.box.unit == b.box.unit && a.box.isMasked == b.box.isMasked && a.lineage == b.lineage
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(box.name)
        hasher.combine(box.entity)
    }
}

/// How a column tells who it is about.
public enum Identification: String, Hashable, Sendable, Comparable {
    case no, indirectly, directly
    var rank: Int { self == .no ? 0 : self == .indirectly ? 1 : 2 }
    /// By rank.
    static let ranked: [Identification] = [.no, .indirectly, .directly]
    public static func < (left: Identification, right: Identification) -> Bool { left.rank < right.rank }
}

public struct TableModel: Hashable, Sendable {
    public var entity: EntityID
    public var dataset: EntityID
    public var name: String
    public var named: String
    var title: String?
    public var key: String?
    /// `many per cases.case_id`: the table and column that several rows here belong to.
    public var manyPer: (table: String, column: String)? { owner.map { ($0[0], $0[1]) } }
    var owner: [String]?
    public var columns: [RelationColumn]
    /// Columns whose types can't be read.
    var lost: [String] = []
}

extension Model {
    public func table(_ id: EntityID) -> TableModel? {
        let part = store.parts + Int(id.declaration)
        for index in part.pointee.tables.indices where part.pointee.tables[index].entity == id { return part.pointee.tables[index] }
        return nil
    }
    public func tables(of dataset: EntityID) -> [TableModel] { store.parts[Int(dataset.declaration)].tables }

    /// Facts of a column that are made when somebody asks: its domain, and the declared columns that it was computed from.
    func ofColumn(_ fact: Fact, _ id: EntityID) -> Value? {
        guard fact == .domain || fact == .lineage, let column = column(id) else { return nil }
        return fact == .domain ? .text(column.domain.canonical) : .list(sorted(column.lineage).map { .entity($0) })
    }

    /// A declared column, or one of a pipeline's relation.
    func column(_ id: EntityID) -> RelationColumn? {
        let part = store.parts + Int(id.declaration)
        guard id.local > 0, kindID(of: id) == .column else { return nil }
        let owner = EntityID(declaration: id.declaration, local: part.pointee.entities[Int(id.local)].owner)
        if let table = table(owner) { return table.columns.first { $0.entity == id } }
        guard case .list(let columns)? = stated(.columns, of: owner), let index = columns.firstIndex(of: .entity(id)),
            let relation = part.pointee.pipeline?.relations.values.first(where: { $0.entity == owner }), relation.columns.indices.contains(index)
        else { return nil }
        return relation.columns[index]
    }
}
