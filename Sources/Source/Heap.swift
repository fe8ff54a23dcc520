// Memory for a run that makes much and ends soon: asked of the system in large pieces, and not given back before the end.
import CMalloc

public enum Heap {
    /// From now on the process keeps what it has had: for a command that ends with its work, never for a server.
    public static func keep() {
        mallopt(M_TRIM_THRESHOLD, 1 << 30)
        mallopt(M_MMAP_THRESHOLD, 1 << 25)
        // As much as a thread's heap may hold: a smaller one grows page by page, each with a call that the other threads wait for.
        mallopt(M_TOP_PAD, 1 << 26)
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
