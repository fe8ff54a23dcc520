// Memory for a run that makes much and ends soon: asked of the system in large pieces, and not given back before the end.
import CMalloc

public enum Heap {
    /// From now on the process keeps what it has had: for a command that ends with its work, never for a server.
    public static func keep() {
        mallopt(M_TRIM_THRESHOLD, 1 << 30)
        mallopt(M_MMAP_THRESHOLD, 1 << 25)
        mallopt(M_TOP_PAD, 1 << 25)
    }
}
