// Where a model keeps its declarations: fixed memory that stages fill, each declaration by one worker.

/// INVARIANT: a stage writes only the part (or the tables) of the declarations that it was given, and reads of others only what an
/// earlier stage finished: so workers need no lock, and reading a fact counts no reference. Nothing writes once the model is made.
final class Store: @unchecked Sendable {
    let count: Int
    let headers: UnsafeMutablePointer<Header>
    let parts: UnsafeMutablePointer<Part>

    init(_ headers: [Header]) {
        count = headers.count
        self.headers = .allocate(capacity: max(1, count))
        parts = .allocate(capacity: max(1, count))
        for (index, header) in headers.enumerated() { (self.headers + index).initialize(to: header) }
        parts.initialize(repeating: Part(), count: count)
    }

    deinit {
        headers.deinitialize(count: count)
        parts.deinitialize(count: count)
        headers.deallocate()
        parts.deallocate()
    }
}
