// The columns that an expression reads: a handful, each once, in the order in which they were met.

public struct ColumnSet: Hashable, Sendable, Sequence, ExpressibleByArrayLiteral {
    private var members: [RelationColumn] = []

    public init() {}
    public init(arrayLiteral elements: RelationColumn...) { formUnion(elements) }

    public func makeIterator() -> IndexingIterator<[RelationColumn]> { members.makeIterator() }
    public var first: RelationColumn? { members.first }
    public var isEmpty: Bool { members.isEmpty }

    public mutating func insert(_ column: RelationColumn) {
        if !members.contains(where: { $0.name == column.name && $0.entity == column.entity && $0 == column }) { members.append(column) }
    }

    public mutating func formUnion(_ other: some Sequence<RelationColumn>) { for column in other { insert(column) } }

    public mutating func formUnion(_ other: ColumnSet) {
        if members.isEmpty { members = other.members } else { for column in other.members { insert(column) } }
    }

    public func union(_ other: ColumnSet) -> ColumnSet {
        var union = self
        union.formUnion(other)
        return union
    }
}
