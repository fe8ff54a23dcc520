// The files of one check: from a place to its text and its bytes.

public struct Files: Sendable {
    private struct Entry: Sendable {
        var text: Text
        var memberStarts: [Int]
    }
    private var entries: [Entry] = []

    public init() {}

    /// `memberStarts` are the absolute offsets of the file's top-level members, in order.
    @discardableResult
    public mutating func add(_ text: Text, memberStarts: [Int]) -> FileID {
        entries.append(Entry(text: text, memberStarts: memberStarts))
        return FileID(index: Int32(entries.count - 1))
    }

    public mutating func replace(_ file: FileID, _ text: Text, memberStarts: [Int]) {
        guard entries.indices.contains(Int(file.index)) else { return }
        entries[Int(file.index)] = Entry(text: text, memberStarts: memberStarts)
    }

    public var count: Int { entries.count }

    public func text(of file: FileID) -> Text? {
        entries.indices.contains(Int(file.index)) ? entries[Int(file.index)].text : nil
    }

    /// The absolute byte range of a place; nil when its file or member does not exist.
    public func range(of place: Place) -> Range<Int>? {
        guard entries.indices.contains(Int(place.file.index)) else { return nil }
        let entry = entries[Int(place.file.index)]
        let start: Int
        if place.member < 0 {
            start = 0
        } else {
            guard entry.memberStarts.indices.contains(Int(place.member)) else { return nil }
            start = entry.memberStarts[Int(place.member)]
        }
        let range = start + Int(place.span.start)..<start + Int(place.span.end)
        return range.clamped(to: 0..<entry.text.bytes.count)
    }
}
