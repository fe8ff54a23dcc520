// The nodes of the member in work, in memory that is used again for every member of a file.

/// As `TokenBuffer`: a growing array without the checks of one.
/// INVARIANT: indices are below `count`; whoever made it calls `free` once and no copy outlives that. Only `Parser` holds one.
struct NodeBuffer {
    private var start: UnsafeMutablePointer<Node>
    private var capacity = 1024
    private(set) var count = 0

    init() { start = .allocate(capacity: capacity) }

    func free() { start.deallocate() }

    @inline(__always) subscript(index: Int) -> Node {
        get {
            assert(index >= 0 && index < count)
            return start[index]
        }
        nonmutating _modify {
            assert(index >= 0 && index < count)
            yield &start[index]
        }
    }

    @inline(__always) mutating func append(_ node: Node) {
        if count == capacity { grow() }
        (start + count).initialize(to: node)
        count += 1
    }

    mutating func removeAll() { count = 0 }

    func all(isShort: Bool) -> Nodes { Nodes(start, count: count, isShort: isShort) }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<Node>.allocate(capacity: 2 * capacity)
        larger.moveInitialize(from: start, count: count)
        start.deallocate()
        (start, capacity) = (larger, 2 * capacity)
    }
}
