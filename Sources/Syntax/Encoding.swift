// UTF-8 read by hand: one character at a time, and the runs of bytes that are not UTF-8.

enum UTF8Scalar {
    /// The character that begins at `index` and its length in bytes; nil when the bytes are not UTF-8.
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: Unicode.Scalar, length: Int)? {
        guard index < bytes.count else { return nil }
        let lead = bytes[index]
        let length: Int, minimum: UInt32
        var value: UInt32
        switch lead {
        case 0..<0x80: return (Unicode.Scalar(lead), 1)
        case 0xC2...0xDF: (length, minimum, value) = (2, 0x80, UInt32(lead & 0x1F))
        case 0xE0...0xEF: (length, minimum, value) = (3, 0x800, UInt32(lead & 0x0F))
        case 0xF0...0xF4: (length, minimum, value) = (4, 0x10000, UInt32(lead & 0x07))
        default: return nil
        }
        guard index + length <= bytes.count else { return nil }
        for next in index + 1..<index + length {
            guard bytes[next] & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(bytes[next] & 0x3F)
        }
        guard value >= minimum, let scalar = Unicode.Scalar(value) else { return nil }
        return (scalar, length)
    }

    /// The offset of the first byte at or behind `index` that is not ASCII; the end when all are. Eight bytes a step.
    static func plainLength(_ bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = index
        while index + 8 <= raw.count, raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 { index += 8 }
        while index < raw.count, raw[index] < 0x80 { index += 1 }
        return index
    }

    /// Runs of bytes that are not UTF-8, in order.
    static func invalidRuns(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var runs: [Range<Int>] = [], index = 0
        while index < bytes.count {
            if bytes[index] < 0x80 {
                index = plainLength(bytes, from: index)
            } else if let (_, length) = decode(bytes, at: index) {
                index += length
            } else {
                if let last = runs.last, last.upperBound == index {
                    runs[runs.count - 1] = last.lowerBound..<index + 1
                } else {
                    runs.append(index..<index + 1)
                }
                index += 1
            }
        }
        return runs
    }
}
