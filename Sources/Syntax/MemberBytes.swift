// The bytes of one top-level member: a stretch of its file's, counted from its own first byte.

/// The file's bytes are not copied. What an edit has parsed anew holds its own alone, so that no tree keeps every text that there was.
public struct MemberBytes: Sendable {
    private let file: [UInt8]
    private let start: Int
    public let count: Int

    init(_ file: [UInt8], _ range: Range<Int>) { (self.file, start, count) = (file, range.lowerBound, range.count) }

    /// Nothing around it.
    init(copying bytes: UnsafeBufferPointer<UInt8>) { self.init(Array(bytes), 0..<bytes.count) }

    public subscript(offset: Int) -> UInt8 {
        precondition(offset < count)
        return file[start + offset]
    }
    public subscript(range: Range<Int>) -> ArraySlice<UInt8> {
        precondition(range.upperBound <= count)
        return file[start + range.lowerBound..<start + range.upperBound]
    }
    public var all: ArraySlice<UInt8> { self[0..<count] }

    @inline(__always) public func withUnsafeBufferPointer<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        try file.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[start..<start + count])) }
    }
}
