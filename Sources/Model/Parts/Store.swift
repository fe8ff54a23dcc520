// Where a model keeps its declarations: fixed memory that stages fill, each declaration by one worker.
import Source
import Syntax

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

    /// The trees of the next declarations are read soon.
    func expect(_ declarations: [Int32], after index: Int) {
        if index + 2 < declarations.count {
            fetchAhead(Unmanaged.passUnretained(headers[Int(declarations[index + 2])].member.tree).toOpaque(), bytes: 64)
        }
        if index + 1 < declarations.count { headers[Int(declarations[index + 1])].member.tree.expect() }
    }

    deinit {
        headers.deinitialize(count: count)
        parts.deinitialize(count: count)
        headers.deallocate()
        parts.deallocate()
    }
}
