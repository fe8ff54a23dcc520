// A set of entities as a sorted array: small, quick to make and to join.

public struct EntitySet: Hashable, Sendable, Sequence, ExpressibleByArrayLiteral {
    private var members: [EntityID] = []

    public init() {}
    public init(arrayLiteral elements: EntityID...) { formUnion(elements) }
    public init(_ members: some Sequence<EntityID>) { formUnion(members) }

    public func makeIterator() -> IndexingIterator<[EntityID]> { members.makeIterator() }
    public var isEmpty: Bool { members.isEmpty }
    public var count: Int { members.count }
    /// In the order of their numbers.
    var all: [EntityID] { members }
    public var first: EntityID? { members.first }

    public func contains(_ id: EntityID) -> Bool {
        let index = place(of: id)
        return index < members.count && members[index] == id
    }

    public mutating func insert(_ id: EntityID) {
        guard let last = members.last, id <= last else { return members.append(id) }
        let index = place(of: id)
        if members[index] != id { members.insert(id, at: index) }
    }

    public mutating func formUnion(_ other: some Sequence<EntityID>) { for id in other { insert(id) } }
    public func isSuperset(of other: some Sequence<EntityID>) -> Bool { other.allSatisfy(contains) }
    public func isDisjoint(with other: EntitySet) -> Bool { !other.members.contains(where: contains) }

    /// The index of the first member that is not below `id`.
    private func place(of id: EntityID) -> Int {
        var low = 0, high = members.count
        while low < high {
            let middle = (low + high) / 2
            if members[middle] < id { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
