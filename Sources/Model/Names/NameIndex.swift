// From names to declarations, over all files: found by the hash of a name's bytes, and told by the bytes themselves.
import Source
import Syntax

/// INVARIANT: immutable once made. What has one name hangs together in the order of the files and their text.
final class NameIndex: @unchecked Sendable {
    private let headers: UnsafeMutablePointer<Header>
    private let slots: UnsafeMutablePointer<Int32>
    private let next: UnsafeMutablePointer<Int32>
    private let hashes: UnsafeMutablePointer<UInt64>
    private let mask: Int
    /// The declarations by kind, each in the order of the files and their text.
    private let byKind: [[Int32]]
    /// All declarations in that order.
    let order: [Int32]
    /// Where each declaration stands in `order`.
    let ranks: UnsafeMutablePointer<Int32>
    /// Whether the numbers of the declarations already are that order.
    let isOrdered: Bool
    private let store: Store

    init(_ store: Store, order: [Int32]) {
        let count = store.count
        var capacity = 16
        while capacity < count * 2 { capacity *= 2 }
        (self.store, self.order, headers, mask) = (store, order, store.headers, capacity - 1)
        slots = .allocate(capacity: capacity)
        slots.initialize(repeating: -1, count: capacity)
        next = .allocate(capacity: max(1, count))
        next.initialize(repeating: -1, count: count)
        hashes = .allocate(capacity: max(1, count))
        hashes.initialize(repeating: 0, count: count)
        ranks = .allocate(capacity: max(1, count))
        ranks.initialize(repeating: -1, count: count)
        var byKind: [[Int32]] = Array(repeating: [], count: Kinds.all.count)
        var isOrdered = true
        for (rank, id) in order.enumerated() {
            ranks[Int(id)] = Int32(rank)
            if rank != Int(id) { isOrdered = false }
            byKind[Int(store.headers[Int(id)].kind.raw)].append(id)
        }
        (self.byKind, self.isOrdered) = (byKind, isOrdered)
        // From the last to the first, so that each chain begins with the first.
        for id in order.reversed() {
            let hash = headers[Int(id)].hash
            hashes[Int(id)] = hash
            var slot = Int(truncatingIfNeeded: hash) & mask
            while slots[slot] >= 0, !isSame(slots[slot], id) { slot = (slot + 1) & mask }
            next[Int(id)] = slots[slot]
            slots[slot] = id
        }
    }

    deinit {
        slots.deallocate()
        next.deallocate()
        hashes.deallocate()
        ranks.deallocate()
    }

    private func isSame(_ a: Int32, _ b: Int32) -> Bool { hashes[Int(a)] == headers[Int(b)].hash && headers[Int(a)].name == headers[Int(b)].name }

    /// The first declaration of a name; −1 when there is none. The others follow by `after`.
    @inline(__always) private func first(_ hash: UInt64, _ isName: (Int32) -> Bool) -> Int32 {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] >= 0 {
            if hashes[Int(slots[slot])] == hash, isName(slots[slot]) { return slots[slot] }
            slot = (slot + 1) & mask
        }
        return -1
    }

    func first(_ name: String) -> Int32 { first(Syntax.hash(of: name)) { headers[Int($0)].name == name } }
    /// The name as it stands at a place of a tree.
    func first(at span: Span, of tree: Tree, hash: UInt64) -> Int32 {
        // A tree that many name is not counted by each of them.
        first(hash) { header in
            Unmanaged.passUnretained(headers[Int(header)].member.tree)._withUnsafeGuaranteedRef { tree.has(span, as: $0, headers[Int(header)].span) }
        }
    }
    func after(_ declaration: Int32) -> Int32 { next[Int(declaration)] }

    func named(_ name: String) -> [Int32] {
        var found: [Int32] = [], id = first(name)
        while id >= 0 {
            found.append(id)
            id = after(id)
        }
        return found
    }

    func declared(_ kind: Kind.ID) -> [Int32] { Int(kind.raw) < byKind.count ? byKind[Int(kind.raw)] : [] }

    func declared(under kind: Kind.ID) -> [Int32] {
        byKind.indices.filter { Kind.ID(raw: UInt8($0)).isUnder(kind) }.flatMap { byKind[$0] }
    }
}
