// A typed expression of the rule language: names are resolved, variables are slots, types have been checked.
import Model
import Source
import Syntax

/// INVARIANT: a node that carries `.wrong` was reported when the pack was loaded; it evaluates to unknown.
final class Node: Sendable {
    let form: Form
    let type: FactType
    let source: Snippet
    /// The slots of its frame that its value depends on: the key under which an opaque unknown is the same unknown.
    let slots: SlotSet
    /// The fact that a `property` reads.
    let fact: Fact?
    /// The relation or function that a `function` asks.
    let function: FunctionCode?
    /// What asking it may cost, with the definitions and decisions that it calls written out.
    let extent: Extent
    /// Whether it looks through all things of a kind, itself or in what it calls.
    let listsAll: Bool

    init(_ form: Form, _ type: FactType, _ source: Snippet) {
        (self.form, self.type, self.source) = (form, type, source)
        fact = if case .property(_, let name) = form { Fact(named: name) } else { nil }
        function = if case .function(let name, _) = form { FunctionCode(named: name) } else { nil }
        var slots = SlotSet()
        var (extent, listsAll) = form.called
        form.eachChild { child in
            slots.formUnion(child.slots)
            extent.add(child.extent)
            listsAll = listsAll || child.listsAll
        }
        (self.extent, self.listsAll) = (extent, listsAll)
        switch form {
        case .slot(let slot): slots.insert(slot)
        case .quantified(_, let slot, let range, let body):
            slots = (body?.slots ?? SlotSet())
            slots.remove(slot)
            slots.formUnion(range.slots)
        default: break
        }
        self.slots = slots
    }

    indirect enum Form: Sendable {
        case constant(Value)
        /// A concept of the prelude or a pack, found in the model by name and kind.
        case concept(String, kind: String?)
        case slot(Int)
        case today
        /// A number of the packs' policy.
        case policy(String)
        /// All entities of a kind: `activities`.
        case all(String)
        case property(Node, String)
        case function(String, [Node])
        case define(Define, [Node])
        /// A decision's call; with `each` left out, the worst over the group.
        case decision(Decision, [Node])
        case not(Node)
        case and(Node, Node)
        case or(Node, Node)
        case compare(Comparison, Node, Node)
        case isA(Node, Node)
        case member(Node, Node)
        case overlaps(Node, Node)
        case arithmetic(Arithmetic, Node, Node)
        case quantified(Quantification, slot: Int, Node, Node?)
        case list([Node])
        case size(Node)
        case least([Node])
        case greatest([Node])
        case inForce(Node)
        /// Whether an open fact is stated: never unknown.
        case stated(Node)
        /// Whether an earlier factor of the same decision has one of these values.
        case factor(Int, in: [Int])
        case concluded(Decision, [Node], in: [Int])
        case undetermined(Decision, [Node])
        case wrong
    }

    enum Comparison: Sendable { case equal, less, lessOrEqual }
    enum Arithmetic: Sendable { case add, subtract, multiply, divide }
    enum Quantification: Sendable { case exists, every, count }
}

extension Node {
    /// Whether something in it could not be read, and was told.
    var isLost: Bool {
        if case .wrong = form { return true }
        return form.children.contains(where: \.isLost)
    }
}

extension Node.Form {
    var children: [Node] {
        var children: [Node] = []
        eachChild { children.append($0) }
        return children
    }

    func eachChild(_ body: (Node) -> Void) {
        switch self {
        case .constant, .concept, .slot, .today, .policy, .all, .factor, .wrong: break
        case .property(let node, _), .not(let node), .size(let node), .inForce(let node), .stated(let node): body(node)
        case .function(_, let nodes), .define(_, let nodes), .decision(_, let nodes), .list(let nodes),
            .least(let nodes), .greatest(let nodes),
            .concluded(_, let nodes, _), .undetermined(_, let nodes):
            nodes.forEach(body)
        case .and(let left, let right), .or(let left, let right), .compare(_, let left, let right),
            .isA(let left, let right),
            .member(let left, let right), .overlaps(let left, let right), .arithmetic(_, let left, let right):
            body(left)
            body(right)
        case .quantified(_, _, let range, let condition):
            body(range)
            condition.map(body)
        }
    }
}

extension Node.Form {
    /// What stands in the definition or decision that it calls.
    fileprivate var called: (extent: Extent, listsAll: Bool) {
        switch self {
        case .all: (Extent(), true)
        case .define(let define, _): (define.body.extent.called, define.body.listsAll)
        case .decision(let decision, _), .concluded(let decision, _, _), .undetermined(let decision, _): (decision.extent.called, decision.listsAll)
        default: (Extent(), false)
        }
    }
}

/// How deep and how large a condition is. Definitions don't recurse, but a short chain of them that each ask twice is as long as it likes.
struct Extent: Sendable {
    private(set) var depth = 1
    private(set) var size = 1

    static let deepest = 1000
    static let largest = 200_000
    /// A call counts for several levels; more calls inside one another than this would be too deep.
    private static let callDepth = 16
    static let longestChain = deepest / callDepth + 2

    mutating func add(_ below: Extent) {
        depth = max(depth, below.depth + 1)
        // What is too large stays so, and never overflows.
        size = min(size + below.size, Extent.largest + 1)
    }

    var called: Extent {
        var called = self
        called.depth += Extent.callDepth
        return called
    }

    var isTooLarge: Bool { depth > Extent.deepest || size > Extent.largest }
}

/// A set of slots of one frame.
struct SlotSet: Hashable, Sendable {
    /// The first 64, as bits; few frames have more.
    private var first: UInt64 = 0
    private var others: Set<Int> = []

    func contains(_ slot: Int) -> Bool { slot < 64 ? first & 1 << UInt64(slot) != 0 : others.contains(slot) }
    mutating func insert(_ slot: Int) { if slot < 64 { first |= 1 << UInt64(slot) } else { others.insert(slot) } }
    mutating func remove(_ slot: Int) { if slot < 64 { first &= ~(1 << UInt64(slot)) } else { others.remove(slot) } }
    mutating func formUnion(_ other: SlotSet) {
        first |= other.first
        if !other.others.isEmpty { others.formUnion(other.others) }
    }
    /// In the order of the slots.
    func values(in frame: [Value]) -> [Value] {
        let members = (0..<64).filter { first & 1 << UInt64($0) != 0 } + others.sorted()
        return members.map { $0 < frame.count ? frame[$0] : .none }
    }
}

/// Where an expression stands in a pack, and how it reads there: few are ever read.
struct Snippet: Sendable {
    let place: Place
    private let source: Source

    private enum Source: Sendable {
        case text(String)
        case tree(Tree, Span)
    }

    init(place: Place, text: String) { (self.place, source) = (place, .text(text)) }
    init(place: Place, _ expression: Expression) { (self.place, source) = (place, .tree(expression.tree, expression.span)) }
    private init(place: Place, _ source: Source) { (self.place, self.source) = (place, source) }

    var text: String {
        switch source {
        case .text(let text): text
        case .tree(let tree, let span): tree.text(span)
        }
    }

    /// Of a path, the names up to one of them.
    func prefix(_ names: ArraySlice<Name>) -> Snippet {
        if case .tree(let tree, let span) = source, let last = names.last { return Snippet(place: place, .tree(tree, Span(start: span.start, end: last.span.end))) }
        return Snippet(place: place, text: names.map(\.text).joined(separator: "."))
    }
}
