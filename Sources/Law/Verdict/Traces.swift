// What an evaluation leaves behind besides its answer: the days on which the answer turns, and the declarations that it read.
import Glibc
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

    /// The kinds of which all things were listed.
    private(set) var ranges: Set<String> = []
    /// By declaration: when it was last noted.
    private let stamps: UnsafeMutablePointer<UInt32>
    private let now: UnsafeMutablePointer<Now>
    /// The declarations before it are the prelude's and the packs', which no edit changes.
    private let first: Int32

    private struct Now {
        var stamp: UInt32 = 0
        var last: Int32 = -1
        var declarations: [Int32] = []
    }

    init(_ model: Model) {
        first = model.firstOwnDeclaration
        let count = max(1, model.declarationCount)
        // Zeroed by the system, page by page as they are touched.
        if let bytes = calloc(count, MemoryLayout<UInt32>.stride) {
            stamps = bytes.bindMemory(to: UInt32.self, capacity: count)
        } else {
            stamps = .allocate(capacity: count)
            stamps.initialize(repeating: 0, count: count)
        }
        now = .allocate(capacity: 1)
        now.initialize(to: Now())
    }

    deinit {
        now.deinitialize(count: 1)
        now.deallocate()
        free(stamps)
    }

    /// In the order in which they were first read.
    var declarations: [Int32] { now.pointee.declarations }

    func isOwn(_ id: EntityID) -> Bool { id.declaration >= first }

    func begin() {
        now.pointee.declarations.removeAll(keepingCapacity: true)
        if !ranges.isEmpty { ranges = [] }
        now.pointee.stamp += 1
        now.pointee.last = -1
    }

    @inline(__always) func note(_ id: EntityID) {
        if id.declaration != now.pointee.last { noteOther(id.declaration) }
    }

    private func noteOther(_ declaration: Int32) {
        now.pointee.last = declaration
        guard declaration >= first, stamps[Int(declaration)] != now.pointee.stamp else { return }
        stamps[Int(declaration)] = now.pointee.stamp
        now.pointee.declarations.append(declaration)
    }

    func noteAll(of kind: String) { if !ranges.contains(kind) { ranges.insert(kind) } }
}
