// Comma-separated records (RFC 4180), streamed from a file: fields, and the lines that are none.
import Glibc

/// Reads records one by one. A record that is none costs its first line only, and reading goes on with the next line: an unclosed
/// quote never swallows the rest of a file.
package struct CSVReader: ~Copyable {
    package enum Fault: CaseIterable, Sendable { case fieldCount, unclosedQuote, afterQuote, encoding }
    package enum Next {
        case record
        case bad(line: Int, Fault)
        case end
    }

    /// A record longer than this is taken for an unclosed quote.
    static let longestRecord = 1 << 20
    static let chunk = 4 << 20

    private let file: Int32
    private var buffer: [UInt8]
    private var start = 0
    private var filled = 0
    private var atEnd = false
    private var line = 0
    private var ranges: [Field] = []
    /// Bytes read so far, for progress.
    package private(set) var bytesRead = 0
    /// The first record: the columns' names.
    package private(set) var header: [String] = []
    package private(set) var failure: Int32?
    package private(set) var isUTF16 = false
    package private(set) var hasBadHeader = false

    private struct Field {
        var start: Int
        var end: Int
        /// Holds doubled quotes.
        var escaped: Bool
    }

    /// Takes over the open file. `header` is empty when the file is, and `failure` says why when it can't be read.
    package init(file: Int32) {
        self.file = file
        buffer = [UInt8](repeating: 0, count: CSVReader.chunk)
        refill()
        if filled >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF { start = 3 }
        isUTF16 = filled >= 2 && (buffer[0] == 0xFF && buffer[1] == 0xFE || buffer[0] == 0xFE && buffer[1] == 0xFF)
        switch step(fields: nil) {
        case .record: header = ranges.indices.map { text(at: $0) }
        case .bad: hasBadHeader = true
        case .end: break
        }
    }

    deinit { close(file) }

    /// The next record, with as many fields as the header.
    package mutating func next() -> Next { step(fields: header.count) }

    /// The field's text. It must be one of the record last read.
    package func text(at index: Int) -> String {
        let field = ranges[index]
        if field.escaped {
            var bytes: [UInt8] = []
            var skip = false
            for byte in buffer[field.start..<field.end] {
                if byte == quote, !skip {
                    skip = true
                    continue
                }
                skip = false
                bytes.append(byte)
            }
            return String(decoding: bytes, as: UTF8.self)
        }
        return buffer.withUnsafeBufferPointer { String(decoding: $0[field.start..<field.end], as: UTF8.self) }
    }

    private mutating func step(fields expected: Int?) -> Next {
        while true {
            if start >= filled, !more() { return .end }
            var (end, fault) = scan()
            while end == nil, fault == nil {
                if atEnd || filled - start >= CSVReader.longestRecord {
                    fault = .unclosedQuote
                    break
                }
                _ = more()
                (end, fault) = scan()
            }
            line += 1
            let here = line
            if let end, fault == nil {
                let blank = ranges.count == 1 && ranges[0].start == ranges[0].end && expected != 1
                if let expected, ranges.count != expected, !blank {
                    fault = .fieldCount
                } else if !isUTF8(start..<end) {
                    fault = .encoding
                } else {
                    line += lineEnds(in: start..<end) - (buffer[end - 1] == newline ? 1 : 0)
                    start = end
                    if blank { continue }
                    return .record
                }
            }
            skipLine()
            return .bad(line: here, fault ?? .unclosedQuote)
        }
    }

    private let quote = UInt8(ascii: "\""), comma = UInt8(ascii: ","), newline = UInt8(ascii: "\n"),
        carriage = UInt8(ascii: "\r")

    /// Finds the record at `start`: its end, behind the line's; or its fault; or neither, when the buffer ends within it.
    private mutating func scan() -> (end: Int?, fault: Fault?) {
        ranges.removeAll(keepingCapacity: true)
        let (quote, comma, newline, carriage) = (quote, comma, newline, carriage)
        let (filled, atEnd) = (filled, atEnd)
        var found: [Field] = []
        swap(&found, &ranges)
        defer { swap(&found, &ranges) }
        let start = start
        return buffer.withUnsafeBufferPointer { bytes in
            var place = start
            while true {
                var field = Field(start: place, end: place, escaped: false)
                if place < filled, bytes[place] == quote {
                    place += 1
                    field.start = place
                    while true {
                        while place < filled, bytes[place] != quote { place += 1 }
                        if place >= filled || (place + 1 >= filled && !atEnd) { return (nil, nil) }
                        guard place + 1 < filled, bytes[place + 1] == quote else { break }
                        field.escaped = true
                        place += 2
                    }
                    field.end = place
                    place += 1
                } else {
                    while place < filled, bytes[place] != comma, bytes[place] != newline { place += 1 }
                    if place >= filled, !atEnd { return (nil, nil) }
                    field.end = place
                    if place > field.start, place >= filled || bytes[place] == newline, bytes[place - 1] == carriage {
                        field.end -= 1
                    }
                }
                found.append(field)
                if place >= filled { return (place, nil) }
                if bytes[place] == comma {
                    place += 1
                    continue
                }
                if bytes[place] == carriage {
                    if place + 1 >= filled { return atEnd ? (place + 1, nil) : (nil, nil) }
                    if bytes[place + 1] == newline { return (place + 2, nil) }
                    return (nil, .afterQuote)
                }
                if bytes[place] == newline { return (place + 1, nil) }
                return (nil, .afterQuote)
            }
        }
    }

    private mutating func skipLine() {
        while true {
            if let end = buffer[start..<filled].firstIndex(of: newline) {
                start = end + 1
                return
            }
            start = filled
            if !more() { return }
        }
    }

    private func lineEnds(in range: Range<Int>) -> Int {
        buffer.withUnsafeBufferPointer { bytes in
            var count = 0
            for place in range where bytes[place] == newline { count += 1 }
            return count
        }
    }

    private func isUTF8(_ range: Range<Int>) -> Bool {
        buffer.withUnsafeBufferPointer { bytes in
            let slice = UnsafeBufferPointer(rebasing: bytes[range])
            if slice.allSatisfy({ $0 < 0x80 }) { return true }
            return String(validating: slice, as: UTF8.self) != nil
        }
    }

    /// Reads on; false when there is nothing more.
    private mutating func more() -> Bool {
        guard !atEnd else { return false }
        let before = filled - start
        refill()
        return filled - start > before
    }

    /// Moves what is left to the front, and fills the rest.
    private mutating func refill() {
        let left = filled - start
        if start > 0 {
            buffer.withUnsafeMutableBytes { bytes in
                if let base = bytes.baseAddress, left > 0 { memmove(base, base + start, left) }
            }
            start = 0
            filled = left
        }
        if filled == buffer.count { buffer.append(contentsOf: repeatElement(0, count: CSVReader.chunk)) }
        let room = buffer.count - filled
        let at = filled
        let file = file
        var count = 0
        repeat {
            count = buffer.withUnsafeMutableBytes { bytes in
                bytes.baseAddress.map { read(file, $0 + at, room) } ?? 0
            }
        } while count < 0 && errno == EINTR
        if count < 0 { failure = errno }
        if count <= 0 {
            atEnd = true
        } else {
            filled += count
            bytesRead += count
        }
    }
}
