// Where the facts of a declaration's entities stand among its values: a number for each slot, most of them silent.

/// Two bytes a slot, and four in a declaration of more than 65 534 values.
struct FactIndex: Sendable, Equatable {
    static let silent: Int32 = -1

    /// In a worker's room while the part is made.
    var short: [UInt16] = []
    private var long: [Int32] = []
    private var isLong = false

    var count: Int { isLong ? long.count : short.count }

    subscript(place: Int) -> Int32 {
        @inline(__always) get {
            if isLong { return long[place] }
            let value = short[place]
            return value == .max ? FactIndex.silent : Int32(value)
        }
        @inline(__always) set {
            if !isLong, newValue < Int32(UInt16.max) { short[place] = UInt16(truncatingIfNeeded: newValue) } else { setLong(place, newValue) }
        }
    }

    mutating func append(_ value: Int32) {
        if isLong { return long.append(value) }
        short.append(.max)
        if value != FactIndex.silent { self[count - 1] = value }
    }

    /// So many slots in which nothing is said.
    mutating func append(silent count: Int) {
        if isLong { long.append(contentsOf: repeatElement(FactIndex.silent, count: count)) } else { short.append(contentsOf: repeatElement(.max, count: count)) }
    }

    @inline(never) private mutating func setLong(_ place: Int, _ value: Int32) {
        if !isLong {
            long = short.indices.map { self[$0] }
            short.removeAll(keepingCapacity: true)
            isLong = true
        }
        long[place] = value
    }

    /// For a reader that counts no references.
    @inline(__always) func read(_ place: Int) -> Int32 {
        if isLong { return long.withUnsafeBufferPointer { $0.baseAddress.map { $0[place] } ?? FactIndex.silent } }
        let value = short.withUnsafeBufferPointer { $0.baseAddress.map { $0[place] } ?? .max }
        return value == .max ? FactIndex.silent : Int32(value)
    }
}
