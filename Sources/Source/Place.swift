// Where something stands: byte spans, files, and places that survive edits elsewhere in the file.

/// A half-open range of byte offsets. What it is relative to is said by whoever holds it.
public struct Span: BitwiseCopyable, Hashable, Sendable {
    public var start: UInt32
    public var end: UInt32

    public init(start: UInt32, end: UInt32) {
        self.start = start
        self.end = max(start, end)
    }

    public init(_ range: Range<Int>) {
        self.init(start: UInt32(clamping: range.lowerBound), end: UInt32(clamping: range.upperBound))
    }

    public var range: Range<Int> { Int(start)..<Int(end) }
    public var isEmpty: Bool { start == end }
    public var count: Int { Int(end - start) }

    public func contains(_ offset: Int) -> Bool { Int(start) <= offset && offset < Int(end) }
    /// True also just behind the last byte: where a cursor touches a word.
    public func touches(_ offset: Int) -> Bool { Int(start) <= offset && offset <= Int(end) }
    public func union(_ other: Span) -> Span { Span(start: min(start, other.start), end: max(end, other.end)) }
}

/// A file among the files of one check.
public struct FileID: Hashable, Sendable, Comparable {
    public var index: Int32
    public init(index: Int32) { self.index = index }
    public static func < (left: FileID, right: FileID) -> Bool { left.index < right.index }
}

/// A place relative to a top-level member, so that editing one member moves no place in another.
public struct Place: Hashable, Sendable {
    public var file: FileID
    /// The index of the top-level member in its file; −1 when `span` counts from the start of the file.
    public var member: Int32
    /// Relative to the member's first byte.
    public var span: Span

    public init(file: FileID, member: Int32, span: Span) {
        self.file = file
        self.member = member
        self.span = span
    }
}
