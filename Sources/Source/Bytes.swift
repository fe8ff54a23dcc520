// Looking for a byte, and comparing bytes, at the speed of memory.
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

/// The same bytes stand at both places.
@inline(__always) public func areEqual(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, count: Int) -> Bool {
    memcmp(left, right, count) == 0
}
