// Facts where they lie, for a reader that copies none: the law reads each of them for every rule.
import Source

/// INVARIANT: a pointer leads into the model, and holds for as long as the model is kept.
public enum StoredFact {
    case stated(UnsafePointer<Value>)
    case silent(Absence)
    /// Silent, unless something above it in its taxonomy states it.
    case inherited(Absence)
    /// It lies nowhere: `Model.value` makes it.
    case made
}

/// What the vocabulary makes of silence.
public enum Absence: UInt8, Sendable { case none, falsehood, emptyList, unknown, unstated }

/// Reads one model's facts. Plain pointers: whoever holds it keeps the model.
public struct FactReader {
    private let parts: UnsafeMutablePointer<Part>
    private let slots: UnsafePointer<UInt8>
    private let absent: UnsafePointer<Absence>
    private let isInherited: UnsafePointer<Bool>
    private let factCount: Int
    private let name: Int
    private let head: Int
    private let column: Int, domain: Int, lineage: Int

    public init(_ model: Model) {
        let tables = Vocabulary.tables
        parts = model.store.parts
        (slots, absent, isInherited, factCount) = (tables.slots, tables.absent, tables.isInherited, tables.factCount)
        (name, head) = (Int(Fact.name.id), Int(Fact.head.id))
        (column, domain, lineage) = (Int(Kind.ID.column.raw), Int(Fact.domain.id), Int(Fact.lineage.id))
    }

    /// - Parameter fact: the number of a fact, `Fact.id`.
    public func stored(_ fact: Int, of id: EntityID) -> StoredFact {
        let part = parts + Int(id.declaration)
        let (kind, base) = node(part, id.local)
        let place = kind * factCount + fact
        let slot = slots[place]
        if slot != VocabularyTables.noSlot, let value = value(part, base + Int(slot)) { return .stated(value) }
        if fact == name || kind == column && (fact == domain || fact == lineage) { return .made }
        return id.local == 0 && isInherited[fact] ? .inherited(absent[place]) : .silent(absent[place])
    }

    /// What `is` and `==` on a record look at; nil for what is no record.
    public func head(of id: EntityID) -> UnsafePointer<Value>? {
        let part = parts + Int(id.declaration)
        let (kind, base) = node(part, id.local)
        let slot = slots[kind * factCount + head]
        return slot == VocabularyTables.noSlot ? nil : value(part, base + Int(slot))
    }

    @inline(__always) private func node(_ part: UnsafeMutablePointer<Part>, _ local: Int32) -> (kind: Int, base: Int) {
        part.pointee.entities.withUnsafeBufferPointer { nodes in
            guard let node = nodes.baseAddress.map({ $0 + Int(local) }) else { return (0, 0) }
            return (Int(node.pointee.kind.raw), Int(node.pointee.base))
        }
    }

    @inline(__always) private func value(_ part: UnsafeMutablePointer<Part>, _ index: Int) -> UnsafePointer<Value>? {
        let place = part.pointee.index.read(index)
        guard place >= 0 else { return nil }
        return part.pointee.values.withUnsafeBufferPointer { $0.baseAddress.map { $0 + Int(place) } }
    }
}

extension Model {
    /// The facts of a declaration are read soon.
    public func expect(_ declaration: Int32) {
        let part = store.parts + Int(declaration)
        part.pointee.entities.withUnsafeBytes { fetchAhead($0.baseAddress, bytes: $0.count) }
        part.pointee.index.short.withUnsafeBytes { fetchAhead($0.baseAddress, bytes: $0.count) }
        part.pointee.values.withUnsafeBytes { fetchAhead($0.baseAddress, bytes: $0.count) }
    }

    /// How many declarations there are: their numbers are 0..<count.
    public var declarationCount: Int { store.count }

    /// The declarations before this one are the prelude's and the packs'.
    public var firstOwnDeclaration: Int32 {
        Int32((0..<store.count).first { origin(of: EntityID(declaration: Int32($0))) == .specification } ?? store.count)
    }
}
