// What one top-level declaration means: its entities and their facts, flat, so that a fact is found by an index.
import Source

/// INVARIANT: once built it never changes, and it is a function of the declaration's tree, of what its names lead to, and of the
/// parts that it looked into. `entities[0]` is the declaration itself.
struct Part: Sendable {
    var entities: [Node] = []
    /// What the entities are called, by `Node.name`: a column and what is handed on of it have one name.
    var names: [String] = []
    /// Where the facts of the entities stand among `values`, each entity's from its `base` on, by the slots of its kind.
    var index = FactIndex()
    var values: [Value] = []
    /// Where facts are stated.
    var stated: [Stated] = []
    /// The tables of a dataset, in the order of the text.
    var tables: [TableModel] = []
    var pipeline: Pipeline?
    /// What is wrong with it.
    var findings: [Diagnostic] = []
    /// While its pipeline is read: what later findings may be a consequence of.
    var losses: [Loss] = []
    /// What it looked up, and whose parts it looked into: with those unchanged it would come out the same.
    var lookups = Lookups()
    /// The vocabulary's, at hand.
    nonisolated(unsafe) private let slots = Vocabulary.tables.slots, slotCounts = Vocabulary.tables.slotCounts
    private let factCount = Vocabulary.tables.factCount

    @inline(__always) private func slot(_ fact: Fact, of local: Int32) -> UInt8 { slots[Int(entities[Int(local)].kind.raw) * factCount + Int(fact.id)] }

    struct Node: BitwiseCopyable, Sendable, Equatable {
        var kind: Kind.ID
        /// Its facts are another entity's too, which says the same: whoever sets one takes a copy first.
        var isShared = false
        /// Where its facts begin in `index`.
        var base: Int32
        /// The table or relation that a column stands in; −1 for what has no owner.
        var owner: Int32 = -1
        /// Relative to the declaration's member.
        var span: Span
        /// Its own name, without its owner's: an index into `names`; −1 for what has none.
        var name: Int32
    }

    struct Stated: BitwiseCopyable, Sendable, Equatable {
        var local: Int32
        var fact: Fact
        var span: Span
    }

    @inline(__always) func value(_ fact: Fact, of local: Int32) -> Value? {
        let place = place(fact, of: local)
        return place < 0 ? nil : values[Int(place)]
    }

    /// Where the value of a fact stands among `values`; −1 where there is none.
    @inline(__always) func place(_ fact: Fact, of local: Int32) -> Int32 {
        let slot = slot(fact, of: local)
        return slot == VocabularyTables.noSlot ? -1 : index[Int(entities[Int(local)].base) + Int(slot)]
    }

    /// Makes a name that entities may have.
    mutating func name(_ text: String) -> Int32 {
        names.append(text)
        return Int32(names.count - 1)
    }

    func name(of local: Int32) -> String {
        let index = entities[Int(local)].name
        return index < 0 ? "" : names[Int(index)]
    }

    /// Adds an entity without facts.
    mutating func add(_ kind: Kind.ID, name: Int32 = -1, owner: Int32 = -1, span: Span) -> Int32 {
        let local = Int32(entities.count)
        entities.append(Node(kind: kind, base: Int32(index.count), owner: owner, span: span, name: name))
        index.append(silent: Int(slotCounts[Int(kind.raw)]))
        return local
    }

    /// Adds an entity that says the same as one of its kind before it.
    mutating func add(_ kind: Kind.ID, name: Int32, owner: Int32, span: Span, sharing base: Int32) -> Int32 {
        entities.append(Node(kind: kind, isShared: true, base: base, owner: owner, span: span, name: name))
        return Int32(entities.count - 1)
    }

    mutating func set(_ fact: Fact, _ value: consuming Value, of local: Int32) {
        let slot = slot(fact, of: local)
        assert(slot != VocabularyTables.noSlot, "the vocabulary has no `\(fact)` of a `\(entities[Int(local)].kind)`")
        guard slot != VocabularyTables.noSlot else { return }
        if entities[Int(local)].isShared { unshare(local) }
        // What was there before may be another entity's too, which shares it.
        index[Int(entities[Int(local)].base) + Int(slot)] = Int32(values.count)
        values.append(value)
    }

    private mutating func unshare(_ local: Int32) {
        let base = Int(entities[Int(local)].base), count = Int(slotCounts[Int(entities[Int(local)].kind.raw)])
        entities[Int(local)].base = Int32(index.count)
        entities[Int(local)].isShared = false
        for slot in 0..<count { index.append(index[base + slot]) }
    }

    /// Says where a fact is stated, instead of what was said before.
    mutating func place(_ fact: Fact, of local: Int32, at span: Span) {
        if let index = stated.lastIndex(where: { $0.local == local && $0.fact == fact }) { stated[index].span = span } else {
            stated.append(Stated(local: local, fact: fact, span: span))
        }
    }

    @inline(__always) func span(of fact: Fact, of local: Int32) -> Span? {
        var index = stated.count - 1
        while index >= 0, stated[index].local != local || stated[index].fact != fact { index -= 1 }
        return index < 0 ? nil : stated[index].span
    }

    /// Whether somebody who looks into it finds the same.
    func says(theSameAs other: Part) -> Bool {
        entities == other.entities && names == other.names && index == other.index && values == other.values && stated == other.stated && tables == other.tables && findings == other.findings
    }
}

/// What a part was made from besides its own tree.
struct Lookups: Sendable {
    /// Hashes of the names that it looked up.
    var names: [UInt64] = []
    /// The declarations that it looked into, beyond their first lines.
    var declarations: [Int32] = []
    /// A name was not found, and what was told of it depends on all names.
    var hasMissed = false
}
