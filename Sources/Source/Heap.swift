// Memory for a run that makes much and ends soon: asked of the system in large pieces, and not given back before the end.
import CMalloc
import Glibc
import Synchronization

public enum Heap {
    /// How many threads may give it back.
    private static let hands = Atomic(1)

    /// From now on the process keeps what it has had: for a command that ends with its work, never for a server.
    /// - Parameter hands: how many threads the command works with.
    public static func keep(hands: Int) {
        Heap.hands.store(hands, ordering: .relaxed)
        mallopt(M_TRIM_THRESHOLD, 1 << 30)
        mallopt(M_MMAP_THRESHOLD, 1 << 25)
        // As much as a thread's heap may hold: a smaller one grows page by page, each with a call that the other threads wait for.
        mallopt(M_TOP_PAD, 1 << 26)
    }

    /// Ends the process. Much memory is given back by two threads at once: the system would take it page by page, which is a twentieth of the
    /// time of a large check.
    public static func leave(_ code: Int32) -> Never {
        var usage = rusage()
        getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        if hands.load(ordering: .relaxed) > 1, usage.ru_maxrss > 128 << 10 { lagrum_leave(code) }
        exit(code)
    }
}

/// Memory that is read soon: the processor fetches it while it does something else.
@inline(__always) public func fetchAhead(_ start: UnsafeRawPointer?, bytes: Int) {
    guard let start else { return }
    var offset = 0
    while offset < bytes {
        lagrum_expect(start + offset)
        offset += 64
    }
}
