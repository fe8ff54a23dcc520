// A file's bytes with an index of its lines: from a byte offset to line and column, and back.

import Synchronization

/// Immutable: an edit makes a new `Text`. Lines end at `\n`, `\r\n` or a lone `\r`; lines and columns count from 0.
public final class Text: Sendable {
    public let path: String
    public let bytes: [UInt8]
    /// Empty until a line is asked for: most files of an estate are read and never told about.
    private let lines = Mutex<[UInt32]>([])
    /// Marks along the long line that was last asked about: a machine's file is often one line, with findings all over it.
    private let ruler = Mutex(Ruler())

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// The offset of each line's first byte; never empty.
    public var lineStarts: [UInt32] {
        lines.withLock { lines in
            if lines.isEmpty { lines = Text.index(bytes) }
            return lines
        }
    }

    public convenience init(path: String, _ string: String) {
        self.init(path: path, bytes: Array(string.utf8))
    }

    public var string: String { String(decoding: bytes, as: UTF8.self) }
    public func string(in range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    /// The line that holds `offset`. An offset beyond the end counts as the end.
    public func line(at offset: Int) -> Int {
        let lineStarts = lineStarts
        var low = 0, high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The bytes of a line without its line end; empty for a line that does not exist.
    public func range(ofLine line: Int) -> Range<Int> {
        let lineStarts = lineStarts
        guard lineStarts.indices.contains(line) else { return bytes.count..<bytes.count }
        let start = Int(lineStarts[line])
        var end = line + 1 < lineStarts.count ? Int(lineStarts[line + 1]) : bytes.count
        while end > start, bytes[end - 1] == 10 || bytes[end - 1] == 13 { end -= 1 }
        return start..<end
    }

    /// Line and column of a byte offset; the column counts bytes.
    public func position(at offset: Int) -> (line: Int, utf8: Int) {
        let offset = min(max(0, offset), bytes.count)
        let line = line(at: offset)
        return (line, offset - Int(lineStarts[line]))
    }

    /// The column of a byte offset in UTF-16 code units, as editors count.
    public func utf16Column(at offset: Int) -> Int {
        let offset = min(max(0, offset), bytes.count)
        let line = line(at: offset), mark = mark(before: offset, in: line)
        return mark.utf16 + Text.utf16Count(bytes[mark.offset..<offset])
    }

    /// The column of a byte offset in characters, as readers count. Along a line of many thousand bytes, characters are counted a stretch
    /// at a time.
    public func characterColumn(at offset: Int) -> Int {
        let offset = min(max(0, offset), bytes.count)
        let line = line(at: offset), mark = mark(before: offset, in: line)
        return mark.characters + string(in: mark.offset..<max(mark.offset, offset)).count
    }

    /// The last mark at or before an offset of a line; the line's start where it is short.
    private func mark(before offset: Int, in line: Int) -> Ruler.Mark {
        let range = range(ofLine: line), start = Ruler.Mark(offset: Int(lineStarts[line]))
        guard offset - start.offset >= 2 * Ruler.stretch else { return start }
        return ruler.withLock { ruler in
            if ruler.line != line { ruler = Ruler(line: line, marks: marks(along: range)) }
            let index = min((offset - start.offset) / Ruler.stretch, ruler.marks.count - 1)
            return ruler.marks[max(0, ruler.marks[index].offset <= offset ? index : index - 1)]
        }
    }

    private func marks(along range: Range<Int>) -> [Ruler.Mark] {
        var marks = [Ruler.Mark(offset: range.lowerBound)], mark = marks[0]
        while mark.offset < range.upperBound {
            let start = mark.offset, goal = min(range.upperBound, range.lowerBound + marks.count * Ruler.stretch)
            while mark.offset < goal {
                let (length, width) = Text.scalar(bytes[mark.offset])
                mark.offset = min(mark.offset + length, range.upperBound)
                mark.utf16 += width
            }
            mark.characters += string(in: start..<mark.offset).count
            marks.append(mark)
        }
        return marks
    }

    /// The byte offset of a line and a column in bytes; a column beyond the line's end counts as its end.
    public func offset(line: Int, utf8 column: Int) -> Int {
        guard line >= 0 else { return 0 }
        let range = range(ofLine: line)
        return min(range.lowerBound + max(0, column), range.upperBound)
    }

    /// The byte offset of a line and a column in UTF-16 code units; clamped to the line, never inside a character.
    public func offset(line: Int, utf16 column: Int) -> Int {
        guard line >= 0 else { return 0 }
        let range = range(ofLine: line)
        var offset = range.lowerBound, units = 0
        while offset < range.upperBound {
            let (length, width) = Text.scalar(bytes[offset])
            if units + width > column { break }
            units += width
            offset = min(offset + length, range.upperBound)
        }
        return offset
    }

    /// UTF-16 code units of UTF-8 bytes; each byte that is not UTF-8 counts as one, as its replacement character does.
    static func utf16Count(_ bytes: ArraySlice<UInt8>) -> Int {
        var count = 0, index = bytes.startIndex
        while index < bytes.endIndex {
            let (length, width) = scalar(bytes[index])
            count += width
            index += length
        }
        return count
    }

    /// Bytes and UTF-16 units of the character that begins with `lead`.
    private static func scalar(_ lead: UInt8) -> (length: Int, width: Int) {
        switch lead {
        case 0xC2...0xDF: (2, 1)
        case 0xE0...0xEF: (3, 1)
        case 0xF0...0xF4: (4, 2)
        default: (1, 1)
        }
    }

    private static func index(_ bytes: [UInt8]) -> [UInt32] {
        var starts: [UInt32] = [0]
        starts.reserveCapacity(bytes.count / 32 + 1)
        // Most texts know one line end alone.
        if bytes.firstIndex(of: 13, from: 0) == nil {
            var offset = 0
            while let end = bytes.firstIndex(of: 10, from: offset) {
                offset = end + 1
                starts.append(UInt32(clamping: offset))
            }
            return starts
        }
        bytes.withUnsafeBufferPointer { bytes in
            var offset = 0
            while offset < bytes.count {
                let byte = bytes[offset]
                offset += 1
                guard byte <= 13, byte == 10 || byte == 13 else { continue }
                if byte == 13, offset < bytes.count, bytes[offset] == 10 { offset += 1 }
                starts.append(UInt32(clamping: offset))
            }
        }
        return starts
    }
}

private struct Ruler: Sendable {
    struct Mark: Sendable {
        var offset: Int
        var utf16 = 0
        var characters = 0
    }
    static let stretch = 1024
    var line = -1
    /// One for each stretch of bytes, at the first character that begins there.
    var marks: [Mark] = []
}
