// The kinds table as the reader of properties wants it: keys by their hash, facts by number, and what is usual told apart.
import Syntax

/// A kind's row, with its keys found by hash.
/// INVARIANT: written once and never freed, and plain pointers all through: reading or copying a row counts no reference.
struct KindRow {
    let kind: UnsafePointer<Kind>
    let properties: UnsafePointer<PropertyRow>
    let count: Int
    /// Open addressing by the key's hash: an index into `properties`, −1 is free.
    private let slots: UnsafePointer<Int16>
    private let mask: Int
    /// Indices of the properties that must be stated.
    let required: UnsafeBufferPointer<Int>

    init(_ kind: Kind) {
        self.kind = immortal([kind])
        let rows = kind.properties.map(PropertyRow.init)
        var size = 8
        while size < 4 * rows.count { size *= 2 }
        var slots = [Int16](repeating: -1, count: size)
        for (index, row) in rows.enumerated() {
            var slot = Int(truncatingIfNeeded: row.hash) & (size - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int16(clamping: index)
        }
        (properties, count, self.slots, mask) = (immortal(rows), rows.count, immortal(slots), size - 1)
        required = immortalTable(rows.indices.filter { rows[$0].row.silence == .required })
    }

    /// The property that a member's key names; −1 when the kind has none.
    func property(_ member: Member) -> Int {
        let hash = member.keyHash
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] >= 0 {
            let row = properties + Int(slots[slot])
            if row.pointee.hash == hash, member.hasKey(row.pointee.key) { return Int(slots[slot]) }
            slot = (slot + 1) & mask
        }
        return -1
    }

    nonisolated(unsafe) static let all = immortal(Kinds.all.map(KindRow.init))
    static func of(_ kind: Kind.ID) -> UnsafePointer<KindRow>? { Int(kind.raw) < Kinds.all.count ? all + Int(kind.raw) : nil }
}

struct PropertyRow {
    let row: Property
    /// The key's bytes, and their hash.
    let key: UnsafeBufferPointer<UInt8>
    let hash: UInt64
    let fact: Fact
    let shape: UsualShape
    let record: Kind.ID?
    let headFact: Fact
    let clauses: UnsafeBufferPointer<ClauseForm>

    init(_ row: Property) {
        self.row = row
        (key, hash) = (immortalTable(Array(row.key.utf8)), Syntax.hash(of: row.key))
        (fact, shape) = (row.factID, UsualShape(row.shape))
        record = row.record.flatMap { Kind.ID(named: $0) }
        headFact = Fact(Vocabulary.headFact(of: row))
        clauses = immortalTable(row.clauses.map(ClauseForm.init))
    }

    /// The form of a clause; nil where the property has no such clause.
    func clause(_ clause: Clause) -> Int? {
        let (first, second) = (clause.wordID, clause.secondWordID)
        if first == .unknown { return nil }
        return clauses.firstIndex { $0.first == first && $0.second == second }
    }
}

struct ClauseForm {
    let row: ClauseRow
    let first: Word
    let second: Word
    let fact: Fact
    let shape: UsualShape

    init(_ row: ClauseRow) {
        self.row = row
        let words = row.word.split(separator: " ").map { Word(String($0)) ?? .unknown }
        (first, second) = (words.first ?? .unknown, words.count > 1 ? words[1] : .unknown)
        (fact, shape) = (row.factID, UsualShape(row.shape))
    }
}

/// The shapes that most values have, read without making their expression's form; `other` takes the long way.
enum UsualShape {
    case entity(Kind.ID)
    case text, date, truth, number, norm, word
    case other

    init(_ shape: Shape) {
        switch shape {
        case .entity(let kind): self = Kind.ID(named: kind).map { .entity($0) } ?? .other
        case .text, .file: self = .text
        case .date: self = .date
        case .truth: self = .truth
        case .number: self = .number
        case .norm: self = .norm
        case .word: self = .word
        default: self = .other
        }
    }
}
