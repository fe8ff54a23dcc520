// Declared tables: columns with domains and labels.
import Privacy
import Source

/// A column of a declared table, or of a relation in a pipeline.
public struct RelationColumn: Hashable, Sendable {
    public var name: String
    /// Its name in the source.
    public var named: String
    public var domain: Domain
    public var optional = false
    public var elseMissing = false
    public var categories: [EntityID] = []
    public var subjects: [EntityID] = []
    public var identifies: Identification = .no
    /// The declared columns that it was computed from; for a declared column, itself.
    public var lineage: Set<EntityID> = []
    /// What its numbers count: `days`, `SEK`.
    public var unit: String?
    /// A text whose identifiers `mask` has covered.
    public var isMasked = false
    /// The edges that `bands` gave it.
    public var bands: [Int64]?
    /// Its own entity, where it is declared.
    public var entity: EntityID?

    public init(name: String, domain: Domain) { (self.name, self.named, self.domain) = (name, name, domain) }
}

/// How a column tells who it is about.
public enum Identification: String, Hashable, Sendable, Comparable {
    case no, indirectly, directly
    private var rank: Int { self == .no ? 0 : self == .indirectly ? 1 : 2 }
    public static func < (left: Identification, right: Identification) -> Bool { left.rank < right.rank }
}

public struct TableModel: Hashable, Sendable {
    public var entity: EntityID
    public var dataset: EntityID
    public var name: String
    public var named: String
    public var key: String?
    /// `many per cases.case_id`: the table and column that several rows here belong to.
    public var manyPer: (table: String, column: String)? { owner.map { ($0[0], $0[1]) } }
    var owner: [String]?
    public var columns: [RelationColumn]
}

extension Model {
    public func table(_ id: EntityID) -> TableModel? { store.parts[Int(id.declaration)].tables.first { $0.entity == id } }
    public func tables(of dataset: EntityID) -> [TableModel] { store.parts[Int(dataset.declaration)].tables }
}
