// What one top-level declaration means: its entities and their facts, flat, so that a fact is found by an index.
import Source

/// INVARIANT: once built it never changes, and it is a function of the declaration's tree, of what its names lead to, and of the
/// parts that it looked into. `entities[0]` is the declaration itself.
struct Part: Sendable {
    var entities: [Node] = []
    /// The facts of all entities, each entity's from its `base` on, by the slots of its kind. nil is silence.
    var values: [Value?] = []
    /// Where facts are stated.
    var stated: [Stated] = []
    /// The tables of a dataset, in the order of the text.
    var tables: [TableModel] = []
    var pipeline: Pipeline?
    /// What is wrong with it.
    var findings: [Diagnostic] = []

    struct Node: Sendable {
        var kind: Kind.ID
        /// Where its facts begin among `values`.
        var base: Int32
        /// The table or relation that a column stands in; −1 for what has no owner.
        var owner: Int32 = -1
        /// Relative to the declaration's member.
        var span: Span
        /// Its own name, without its owner's.
        var name: String
        var title: String?
    }

    struct Stated: Sendable {
        var local: Int32
        var fact: Fact
        var span: Span
    }

    @inline(__always) func value(_ fact: Fact, of local: Int32) -> Value? {
        let node = entities[Int(local)]
        let slot = Vocabulary.tables.slot(fact, node.kind)
        return slot == VocabularyTables.noSlot ? nil : values[Int(node.base) + Int(slot)]
    }

    /// Adds an entity without facts.
    mutating func add(_ kind: Kind.ID, name: String, title: String? = nil, owner: Int32 = -1, span: Span) -> Int32 {
        let local = Int32(entities.count)
        entities.append(Node(kind: kind, base: Int32(values.count), owner: owner, span: span, name: name, title: title))
        for _ in 0..<Vocabulary.tables.slotCounts[Int(kind.raw)] { values.append(nil) }
        return local
    }

    mutating func set(_ fact: Fact, _ value: Value, of local: Int32) {
        let node = entities[Int(local)]
        let slot = Vocabulary.tables.slot(fact, node.kind)
        assert(slot != VocabularyTables.noSlot, "the vocabulary has no `\(fact)` of a `\(node.kind)`")
        guard slot != VocabularyTables.noSlot else { return }
        values[Int(node.base) + Int(slot)] = value
    }

    /// Says where a fact is stated, instead of what was said before.
    mutating func place(_ fact: Fact, of local: Int32, at span: Span) {
        if let index = stated.lastIndex(where: { $0.local == local && $0.fact == fact }) { stated[index].span = span } else {
            stated.append(Stated(local: local, fact: fact, span: span))
        }
    }

    func span(of fact: Fact, of local: Int32) -> Span? { stated.last { $0.local == local && $0.fact == fact }?.span }
}
