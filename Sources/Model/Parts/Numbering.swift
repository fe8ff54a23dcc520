// Numbers for declarations: those of a model before keep theirs while their file, kind and name stay.

struct Numbering {
    /// By number; those taken away stay as `isGone`.
    private(set) var headers: [Header]
    /// The numbers in the order of the files and their text.
    private(set) var order: [Int32]

    init(_ ordered: [Header], after old: Model?) {
        guard let old else {
            (headers, order) = (ordered, Array(0..<Int32(ordered.count)))
            return
        }
        struct Key: Hashable {
            let file: Int32, kind: Kind.ID, hash: UInt64, name: String
            init(_ header: Header) { (file, kind, hash, name) = (header.scope.file.index, header.kind, header.hash, header.name) }
            func hash(into hasher: inout Hasher) { hasher.combine(hash ^ UInt64(truncatingIfNeeded: file) << 8 ^ UInt64(kind.raw)) }
            static func == (a: Key, b: Key) -> Bool { a.hash == b.hash && a.file == b.file && a.kind == b.kind && a.name == b.name }
        }
        let before = old.store
        headers = []
        headers.reserveCapacity(before.count + 16)
        var taken = [Bool](repeating: false, count: before.count)
        order = []
        order.reserveCapacity(ordered.count)
        // Mostly all stand as they stood: the number at the same rank is tried first.
        var numbers: [Key: Int32]?
        var fresh: [(rank: Int, header: Header)] = [], placed: [(Int32, Header)] = []
        placed.reserveCapacity(ordered.count)
        var shift = 0
        for (rank, header) in ordered.enumerated() {
            let key = Key(header)
            var found: Int32?
            for guess in [rank + shift, rank] where guess >= 0 && guess < old.names.order.count {
                let id = old.names.order[guess]
                if !taken[Int(id)], Key(before.headers[Int(id)]) == key { found = id; shift = guess - rank; break }
            }
            if found == nil {
                if numbers == nil {
                    numbers = [:]
                    for id in old.names.order { numbers?[Key(before.headers[Int(id)])] = id }
                }
                if let id = numbers?[key], !taken[Int(id)] {
                    found = id
                    shift = Int(old.names.ranks[Int(id)]) - rank
                }
            }
            if let found {
                taken[Int(found)] = true
                placed.append((found, header))
                order.append(found)
            } else {
                fresh.append((rank, header))
                order.append(-1)
            }
        }
        for id in 0..<before.count {
            headers.append(before.headers[id])
            headers[id].isGone = !taken[id]
            headers[id].parents = []
            headers[id].above = []
        }
        for (id, header) in placed { headers[Int(id)] = header }
        for (rank, header) in fresh {
            order[rank] = Int32(headers.count)
            headers.append(header)
        }
    }
}
