// Room in which a worker makes one part after the other, so that growing costs nothing and a finished part holds no more than it needs.
import Source

/// INVARIANT: empty between two parts; only its worker touches it.
final class Scratch {
    @exclusivity(unchecked) private var entities: [Part.Node] = []
    @exclusivity(unchecked) private var texts: [String] = []
    @exclusivity(unchecked) private var index: [UInt16] = []
    @exclusivity(unchecked) private var values: [Value] = []
    @exclusivity(unchecked) private var stated: [Part.Stated] = []
    @exclusivity(unchecked) private var names: [UInt64] = []
    @exclusivity(unchecked) private var declarations: [Int32] = []

    /// The part goes on in this room.
    func lend(to part: inout Part) {
        lend(&entities, to: &part.entities, blank: Scratch.entity)
        lend(&texts, to: &part.names, blank: "")
        lend(&index, to: &part.index.short, blank: .max)
        lend(&values, to: &part.values, blank: .none)
        lend(&stated, to: &part.stated, blank: Scratch.statement)
        lend(&names, to: &part.lookups.names, blank: 0)
        lend(&declarations, to: &part.lookups.declarations, blank: 0)
    }

    /// The part is finished: it gets what it holds, and the room is free for the next.
    func settle(_ part: inout Part) {
        settle(&part.entities, &entities)
        settle(&part.names, &texts, blank: "")
        settle(&part.index.short, &index)
        settle(&part.values, &values, blank: .none)
        settle(&part.stated, &stated)
        settle(&part.lookups.names, &names)
        settle(&part.lookups.declarations, &declarations)
    }

    private static let entity = Part.Node(kind: Kind.ID(raw: 0), base: 0, span: Span(start: 0, end: 0), name: -1)
    private static let statement = Part.Stated(local: 0, fact: .none, span: Span(start: 0, end: 0))

    /// What it holds already is moved into the room.
    private func lend<Element>(_ room: inout [Element], to held: inout [Element], blank: Element) {
        if !held.isEmpty {
            room.append(contentsOf: repeatElement(blank, count: held.count))
            held.withUnsafeMutableBufferPointer { old in room.withUnsafeMutableBufferPointer { new in for index in old.indices { swap(&old[index], &new[index]) } } }
        }
        swap(&room, &held)
        room = []
    }

    private func settle<Element: BitwiseCopyable>(_ held: inout [Element], _ room: inout [Element]) {
        swap(&room, &held)
        guard !room.isEmpty else { return }
        held = room.withUnsafeBufferPointer { Array($0) }
        room.removeAll(keepingCapacity: true)
    }

    /// Moves the elements over, which counts no reference; what is left behind needs no taking apart.
    private func settle<Element>(_ held: inout [Element], _ room: inout [Element], blank: Element) {
        swap(&room, &held)
        let count = room.count
        guard count > 0 else { return }
        held = Array(unsafeUninitializedCapacity: count) { new, filled in
            room.withUnsafeMutableBufferPointer { old in
                guard let from = old.baseAddress, let to = new.baseAddress else { return }
                to.moveInitialize(from: from, count: count)
                from.initialize(repeating: blank, count: count)
                filled = count
            }
        }
        room.removeAll(keepingCapacity: true)
    }
}
