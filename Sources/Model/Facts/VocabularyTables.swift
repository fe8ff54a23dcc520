// The vocabulary as dense tables: from a kind and a fact to the slot where an entity of that kind keeps it.

/// INVARIANT: written once, before `Vocabulary.tables` is there for anyone, and never freed: so plain pointers are safe, and
/// reading a fact counts no reference.
struct VocabularyTables: @unchecked Sendable {
    let factNames: [String]
    private let factTexts: FactTexts
    let kindNames: [String]
    let kindIDs: [String: UInt8]
    /// By kind, then by fact.
    let rows: [[String: FactProperty]]
    let factCount: Int
    /// By kind × facts: where an entity of the kind keeps the fact; `noSlot` where it has none.
    let slots: UnsafePointer<UInt8>
    /// How many slots an entity of each kind has.
    let slotCounts: UnsafePointer<UInt8>
    /// By kind × facts: what it means that the fact is absent.
    let absent: UnsafePointer<Absence>
    /// By fact: whether what stands above in the taxonomy says it too.
    let isInherited: UnsafePointer<Bool>
    /// By kind: the kind that it also is; itself where there is none.
    let under: UnsafePointer<UInt8>

    static let noSlot = UInt8.max

    init(_ table: [String: [String: FactProperty]], besides inner: [String: [String]], functions: [String]) {
        // The kinds of the kinds table come first, in its order, so that a number is an index into it.
        let listed = Kinds.all.map(\.name)
        let kindNames = listed + Set(table.keys).subtracting(listed).sorted()
        self.kindNames = kindNames
        kindIDs = Dictionary(kindNames.enumerated().map { ($1, UInt8(clamping: $0)) }, uniquingKeysWith: { first, _ in first })
        var names: Set<String> = ["is"]
        for facts in table.values { for name in facts.keys { names.insert(name) } }
        names.formUnion(functions)
        names.formUnion(inner.values.joined())
        factNames = [""] + names.sorted()
        var size = 256
        while size < 4 * factNames.count { size *= 2 }
        var factSlots = [UInt16](repeating: 0, count: size)
        for (id, name) in factNames.enumerated().dropFirst() {
            var name = name
            var slot = name.withUTF8(FactTexts.mix) & (size - 1)
            while factSlots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            factSlots[slot] = UInt16(clamping: id)
        }
        let texts = FactTexts(slots: immortal(factSlots), mask: size - 1, texts: immortal(factNames.map { immortalTable(Array($0.utf8)) }))
        func id(_ name: String) -> Int {
            var name = name
            return Int(name.withUTF8(texts.fact))
        }
        factTexts = texts
        factCount = factNames.count
        rows = kindNames.map { table[$0] ?? [:] }
        var slots = [UInt8](repeating: VocabularyTables.noSlot, count: kindNames.count * factNames.count)
        var absent = [Absence](repeating: .none, count: slots.count), counts: [UInt8] = []
        for (kind, name) in kindNames.enumerated() {
            let first = kind * factNames.count
            // Numbers are in the order of the names.
            var facts: [Int] = []
            for (fact, row) in table[name] ?? [:] {
                facts.append(id(fact))
                absent[first + id(fact)] = Absence(row)
            }
            facts.sort()
            facts += (inner[name] ?? []).map(id)
            for (slot, fact) in facts.enumerated() { slots[first + fact] = UInt8(clamping: slot) }
            counts.append(UInt8(clamping: facts.count))
        }
        var under = kindNames.indices.map { UInt8(clamping: $0) }
        for (index, kind) in Kinds.all.enumerated() { if let above = kind.under, let parent = kindIDs[above] { under[index] = parent } }
        self.slots = immortal(slots)
        self.absent = immortal(absent)
        slotCounts = immortal(counts)
        self.under = immortal(under)
        isInherited = immortal(factNames.map { !VocabularyTables.ownOnly.contains($0) })
    }

    /// The fact of a name; 0 when there is none.
    func fact(_ name: UnsafeBufferPointer<UInt8>) -> UInt16 { factTexts.fact(name) }

    /// Facts that say something of the declaration itself.
    private static let ownOnly: Set<String> = ["title_sv", "title_en", "says_sv", "says_en", "serves", "text", "allows", "name"]
}

extension Absence {
    init(_ row: FactProperty) {
        switch (row.silence, row.type) {
        case (.unknown, _): self = .unstated
        case (.required, _): self = .unknown
        case (_, .list): self = .emptyList
        case (_, .truth): self = .falsehood
        default: self = .none
        }
    }
}

/// The names of facts by their bytes.
private struct FactTexts {
    /// Open addressing: 0 is free.
    let slots: UnsafePointer<UInt16>
    let mask: Int
    /// By number.
    let texts: UnsafePointer<UnsafeBufferPointer<UInt8>>

    func fact(_ name: UnsafeBufferPointer<UInt8>) -> UInt16 {
        var slot = FactTexts.mix(name) & mask
        while slots[slot] != 0 {
            let text = texts[Int(slots[slot])]
            if text.count == name.count, text.elementsEqual(name) { return slots[slot] }
            slot = (slot + 1) & mask
        }
        return 0
    }

    static func mix(_ name: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash >> 20)
    }
}

func immortalTable<Element>(_ elements: [Element]) -> UnsafeBufferPointer<Element> {
    UnsafeBufferPointer(start: immortal(elements), count: elements.count)
}

func immortal<Element>(_ elements: [Element]) -> UnsafePointer<Element> {
    let pointer = UnsafeMutablePointer<Element>.allocate(capacity: elements.count)
    pointer.initialize(from: elements, count: elements.count)
    return UnsafePointer(pointer)
}
