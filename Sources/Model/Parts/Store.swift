// Where a model keeps its declarations: fixed memory that stages fill, each declaration by one worker.
import Source
import Syntax

/// INVARIANT: a stage writes only the part (or the tables) of the declarations that it was given, and reads of others only what an
/// earlier stage finished: so workers need no lock, and reading a fact counts no reference. Nothing writes once the model is made.
final class Store: @unchecked Sendable {
    let count: Int
    let headers: UnsafeMutablePointer<Header>
    let parts: UnsafeMutablePointer<Part>

    /// The declarations by their numbers, with parts that say nothing yet.
    init(_ numbering: Numbering, _ namer: Namer, after old: Model?, jobs: Int) {
        count = numbering.declared.count
        headers = .allocate(capacity: max(1, count))
        parts = .allocate(capacity: max(1, count))
        nonisolated(unsafe) let (headers, parts) = (headers, parts)
        _ = inParallel(count, chunk: 1024, jobs: jobs, state: {}) { _, range in
            for id in range {
                (headers + id).initialize(to: numbering.declared[id].map { namer[$0] } ?? Store.gone(id, old))
                (parts + id).initialize(to: Part())
            }
        }
    }

    /// What was taken away keeps its number, and leads nowhere.
    private static func gone(_ id: Int, _ old: Model?) -> Header {
        guard let old else { preconditionFailure("only an edit takes a declaration away") }
        var header = old.store.headers[id]
        (header.isGone, header.parents, header.above) = (true, [], [])
        return header
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
