// What an evaluation leaves behind besides its answer: the days on which the answer turns, and the declarations that it read.
import Model
import Source

/// The nearest days on which an answer may change, before and after the day of the check.
struct Turns: Sendable, Hashable {
    let asOf: Day
    /// The last that is not after the day of the check.
    private(set) var last: Day?
    /// The first that is after it.
    private(set) var next: Day?

    init(_ asOf: Day) { self.asOf = asOf }

    mutating func insert(_ day: Day) {
        if day <= asOf {
            if last.map({ $0 < day }) ?? true { last = day }
        } else if next.map({ day < $0 }) ?? true {
            next = day
        }
    }

    mutating func formUnion(_ days: [Day]) { for day in days { insert(day) } }

    mutating func formUnion(_ other: Turns) {
        if let day = other.last { insert(day) }
        if let day = other.next { insert(day) }
    }
}

/// The declarations that one evaluation read. Noting one again costs a comparison.
final class Reads {
    /// Instead of a kind: everything that the specifications hold.
    static let everything = "*"

    private(set) var declarations: [Int32] = []
    /// The kinds of which all things were listed.
    private(set) var ranges: Set<String> = []
    private var stamps: [UInt32] = []
    private var stamp: UInt32 = 0
    private var last: Int32 = -1
    /// The declarations before it are the prelude's and the packs', which no edit changes.
    private let first: Int32

    init(from first: Int32) { self.first = first }

    func isOwn(_ id: EntityID) -> Bool { id.declaration >= first }

    func begin() {
        declarations.removeAll(keepingCapacity: true)
        if !ranges.isEmpty { ranges = [] }
        stamp += 1
        last = -1
    }

    @inline(__always) func note(_ id: EntityID) {
        let declaration = id.declaration
        if declaration != last { noteOther(declaration) }
    }

    private func noteOther(_ declaration: Int32) {
        last = declaration
        let index = Int(declaration)
        guard declaration >= first, index >= 0 else { return }
        if index >= stamps.count { stamps += [UInt32](repeating: 0, count: max(index + 1 - stamps.count, stamps.count, 1024)) }
        guard stamps[index] != stamp else { return }
        stamps[index] = stamp
        declarations.append(declaration)
    }

    func noteAll(of kind: String) { if !ranges.contains(kind) { ranges.insert(kind) } }
}
