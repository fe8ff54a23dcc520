// Numbers for declarations: those of a model before keep theirs while their file, kind and name stay.

struct Numbering {
    /// By number; nil for one that was taken away, whose number is given to no other.
    private(set) var declared: [Namer.Declared?]
    /// The numbers in the order of the files and their text.
    private(set) var order: [Int32]

    init(_ namer: Namer, after old: Model?) {
        let ordered = namer.declared
        guard let old else {
            (declared, order) = (ordered, Array(0..<Int32(ordered.count)))
            return
        }
        struct Key: Hashable {
            let file: Int32, kind: Kind.ID, hash: UInt64, name: String
            init(_ header: Header) { (file, kind, hash, name) = (header.scope.file.index, header.kind, header.hash, header.name) }
            func hash(into hasher: inout Hasher) { hasher.combine(hash ^ UInt64(truncatingIfNeeded: file) << 8 ^ UInt64(kind.raw)) }
            static func == (a: Key, b: Key) -> Bool { a.hash == b.hash && a.file == b.file && a.kind == b.kind && a.name == b.name }
        }
        let before = old.store
        declared = Array(repeating: nil, count: before.count)
        var taken = [Bool](repeating: false, count: before.count)
        order = []
        order.reserveCapacity(ordered.count)
        // Mostly all stand as they stood: the number at the same rank is tried first.
        var numbers: [Key: Int32]?
        var fresh: [(rank: Int, new: Namer.Declared)] = []
        var shift = 0
        for (rank, new) in ordered.enumerated() {
            let key = Key(namer[new])
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
                declared[Int(found)] = new
                order.append(found)
            } else {
                fresh.append((rank, new))
                order.append(-1)
            }
        }
        for (rank, new) in fresh {
            order[rank] = Int32(declared.count)
            declared.append(new)
        }
    }
}
