// A page of numbers that a worker writes and its foreman reads: what is being tried outlives a crash.
import Glibc

/// Shared between processes by a mapped file. One writes; the other only reads, so a number half a moment old does no harm.
final class Board {
    enum Field: Int, CaseIterable { case current, started, done, longest, longestNumber, growth, growthNumber, peak, total, bytes }

    private let numbers: UnsafeMutablePointer<UInt64>
    private static let size = 4096

    /// The file is made when it does not exist; nil when it can't be mapped.
    init?(_ path: String) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        guard ftruncate(descriptor, off_t(Board.size)) == 0,
            let memory = mmap(nil, Board.size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0), memory != MAP_FAILED
        else { return nil }
        numbers = memory.bindMemory(to: UInt64.self, capacity: Board.size / 8)
    }

    deinit { munmap(numbers, Board.size) }

    subscript(field: Field) -> UInt64 {
        get { numbers[field.rawValue] }
        set { numbers[field.rawValue] = newValue }
    }
}
