// Memory for a run that makes much and ends soon: asked of the system in large pieces ahead of the work, and not given back before the end.
import CMalloc
import Glibc
import Synchronization

public enum Heap {
    private static let isKept = Atomic(false)

    /// From now on the process keeps what it has had: for a command that ends with its work, never for a server.
    public static func keep() {
        mallopt(M_TRIM_THRESHOLD, 1 << 30)
        mallopt(M_MMAP_THRESHOLD, 1 << 25)
        mallopt(M_TOP_PAD, 1 << 22)
        isKept.store(true, ordering: .relaxed)
    }

    /// Work that follows will make about so much. Otherwise a thread's heap grows page by page, each page with a call to the system and a
    /// fault when it is first written to; this is one call for all of them.
    public static func expect(_ bytes: Int) {
        guard isKept.load(ordering: .relaxed), bytes >= 1 << 16 else { return }
        var room: UnsafeMutableRawPointer?
        guard posix_memalign(&room, 16, min(bytes, 1 << 24)) == 0, let start = room else { return }
        defer { free(start) }
        let page = 4096, first = (Int(bitPattern: start) + page - 1) & ~(page - 1)
        let length = (Int(bitPattern: start) + min(bytes, 1 << 24) - first) & ~(page - 1)
        // A kernel that does not know the advice (before 5.14) refuses it, and nothing is lost.
        madvise(UnsafeMutableRawPointer(bitPattern: first), length, 23 /* MADV_POPULATE_WRITE */)
    }
}
