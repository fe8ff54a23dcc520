// A typed expression of the rule language: names are resolved, variables are slots, types have been checked.
import Model
import Source

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
        for child in form.children {
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

extension Node.Form {
    var children: [Node] {
        switch self {
        case .constant, .concept, .slot, .today, .policy, .all, .factor, .wrong: []
        case .property(let node, _), .not(let node), .size(let node), .inForce(let node), .stated(let node): [node]
        case .function(_, let nodes), .define(_, let nodes), .decision(_, let nodes), .list(let nodes),
            .least(let nodes), .greatest(let nodes),
            .concluded(_, let nodes, _), .undetermined(_, let nodes):
            nodes
        case .and(let left, let right), .or(let left, let right), .compare(_, let left, let right),
            .isA(let left, let right),
            .member(let left, let right), .overlaps(let left, let right), .arithmetic(_, let left, let right):
            [left, right]
        case .quantified(_, _, let range, let body): [range] + (body.map { [$0] } ?? [])
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
    private(set) var members: Set<Int> = []
    func contains(_ slot: Int) -> Bool { members.contains(slot) }
    mutating func insert(_ slot: Int) { members.insert(slot) }
    mutating func remove(_ slot: Int) { members.remove(slot) }
    mutating func formUnion(_ other: SlotSet) { members.formUnion(other.members) }
    func values(in frame: [Value]) -> [Value] { members.sorted().map { $0 < frame.count ? frame[$0] : .none } }
}

/// Where an expression stands in a pack, and how it reads there.
struct Snippet: Sendable {
    let place: Place
    let text: String
}
