// What a plan reads: sources, tables and columns, and the register of those who opted out.
import Privacy
import Source

/// A dataset that the plan reads. INVARIANT: `tables` and their columns are exactly those that a step names.
public struct Input: Hashable, Sendable, Codable {
    public var dataset: String
    public var source: DataSource
    public var tables: [Table]
    public init(dataset: String, source: DataSource, tables: [Table]) {
        (self.dataset, self.source, self.tables) = (dataset, source, tables)
    }
}

/// Where data lie. A path is as the specification writes it; a run says which folder it starts from.
public enum DataSource: Hashable, Sendable, Codable {
    case csv(path: String)
    case sqlite(path: String)
}

public struct Table: Hashable, Sendable, Codable {
    public var name: String
    /// The table's name in the source.
    public var named: String
    public var key: String?
    public var columns: [Column]
    public init(name: String, named: String, key: String?, columns: [Column]) {
        (self.name, self.named, self.key, self.columns) = (name, named, key, columns)
    }
}

public struct Column: Hashable, Sendable, Codable {
    public var name: String
    /// The column's name in the source, where it differs.
    public var named: String
    public var domain: Domain
    public var optional: Bool
    /// `else missing`: a value outside the domain is taken as missing instead of costing the row.
    public var elseMissing: Bool
    public var label: Label
    public init(
        name: String, named: String? = nil, domain: Domain, optional: Bool = false, elseMissing: Bool = false,
        label: Label = Label()
    ) {
        (self.name, self.named, self.domain) = (name, named ?? name, domain)
        (self.optional, self.elseMissing, self.label) = (optional, elseMissing, label)
    }
}

/// Which data it is, and whose.
public struct Label: Hashable, Sendable, Codable {
    public var categories: [String]
    public var subjects: [String]
    public init(categories: [String] = [], subjects: [String] = []) { (self.categories, self.subjects) = (categories, subjects) }
}

/// The register of those who opted out, honoured before anything else, as it is at the run.
public struct OptOut: Hashable, Sendable, Codable {
    public var name: String
    public var register: TableReference
    /// The register's column that says who.
    public var person: String
    /// The column, in a table that a step reads, that says the same of a row.
    public var matchedBy: ColumnReference
    public var groups: [String]
    public var until: Day?
    /// `unreached: excluded`: rows whose person can't be matched leave too.
    public var excludesUnreached: Bool
    public init(
        name: String, register: TableReference, person: String, matchedBy: ColumnReference, groups: [String], until: Day?,
        excludesUnreached: Bool
    ) {
        (self.name, self.register, self.person, self.matchedBy) = (name, register, person, matchedBy)
        (self.groups, self.until, self.excludesUnreached) = (groups, until, excludesUnreached)
    }
}

public struct TableReference: Hashable, Sendable, Codable {
    public var dataset: String
    public var table: String
    public init(dataset: String, table: String) { (self.dataset, self.table) = (dataset, table) }
}

public struct ColumnReference: Hashable, Sendable, Codable {
    public var table: TableReference
    public var column: String
    public init(table: TableReference, column: String) { (self.table, self.column) = (table, column) }
}
