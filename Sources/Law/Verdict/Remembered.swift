// Answers of definitions for the things that they were asked of, so that the rules of one root work each out once.
import Model

/// A table of fixed size: what finds its place taken is worked out anew. Forgotten as a whole at the next root.
struct Remembered: ~Copyable {
    struct Entry {
        var stamp: UInt32 = 0
        var define: Int32 = 0
        var things: (Int64, Int64, Int64, Int64) = (0, 0, 0, 0)
        var answer = Three.unknown
        /// How often something unknown was met. Of a decision, its conclusion.
        var unknowns: Int32 = 0
        var metVacuous = false
    }

    private static let size = 256
    private let entries: UnsafeMutablePointer<Entry>
    private var stamp: UInt32 = 1

    init() {
        entries = .allocate(capacity: Remembered.size)
        entries.initialize(repeating: Entry(), count: Remembered.size)
    }

    deinit { entries.deallocate() }

    mutating func clear() { stamp += 1 }

    /// Where the answer stands or may be put; nil for arguments that are not things.
    func place(of define: Int32, _ frame: UnsafeMutablePointer<Term>, _ count: Int) -> Int? {
        guard count <= 4 else { return nil }
        var hash = UInt64(truncatingIfNeeded: define) &* 0x9E37_79B9_7F4A_7C15
        for index in 0..<count {
            guard case .entity(let id) = frame[index] else { return nil }
            hash = (hash ^ UInt64(bitPattern: id.packed)) &* 0xBF58_476D_1CE4_E5B9
            hash ^= hash >> 29
        }
        let place = Int(truncatingIfNeeded: hash >> 17) & (Remembered.size - 1)
        let entry = entries + place
        guard entry.pointee.stamp == stamp else { return place }
        return entry.pointee.define == define && entry.pointee.things == Remembered.things(frame, count) ? place : nil
    }

    subscript(place: Int) -> Entry? { entries[place].stamp == stamp ? entries[place] : nil }

    /// What stands in the place since it was asked for is overwritten.
    mutating func keep(
        _ answer: Three, unknowns: Int32, metVacuous: Bool, _ define: Int32, _ frame: UnsafeMutablePointer<Term>, _ count: Int, at place: Int
    ) {
        entries[place] = Entry(
            stamp: stamp, define: define, things: Remembered.things(frame, count), answer: answer,
            unknowns: unknowns, metVacuous: metVacuous)
    }

    private static func things(_ frame: UnsafeMutablePointer<Term>, _ count: Int) -> (Int64, Int64, Int64, Int64) {
        func thing(_ index: Int) -> Int64 { index < count ? frame[index].id?.packed ?? -1 : -1 }
        return (thing(0), thing(1), thing(2), thing(3))
    }
}

extension EntityID {
    fileprivate var packed: Int64 { Int64(declaration) << 32 | Int64(local) }
}
