// Looking for a byte at the speed of memory.
import Glibc

extension [UInt8] {
    /// The first place from `start` on that holds the byte.
    public func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        guard start < count else { return nil }
        return withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, let found = memchr(base + start, Int32(byte), bytes.count - start) else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }
}
