// The base protocol's framing: bytes in any portions → message bodies, and back. Finds its feet again after a bad frame.

/// Collects bytes and gives whole bodies.
struct FrameReader {
    enum Frame: Equatable {
        case body([UInt8])
        /// A header that can't be read; it was dropped.
        case bad
    }

    private var buffer: [UInt8] = []
    private var start = 0
    /// How far the search for a header's end has come.
    private var searched = 0
    static let longest = 1 << 30

    mutating func feed(_ bytes: some Sequence<UInt8>) {
        if start > 1 << 16, start * 2 > buffer.count {
            buffer.removeSubrange(..<start)
            searched -= start
            start = 0
        }
        buffer.append(contentsOf: bytes)
    }

    /// The next frame; nil when more bytes are needed.
    mutating func next() -> Frame? {
        guard let headerEnd = findHeaderEnd() else { return nil }
        guard let length = FrameReader.contentLength(buffer[start..<headerEnd]) else {
            start = headerEnd
            searched = headerEnd
            return .bad
        }
        guard buffer.count - headerEnd >= length else { return nil }
        let body = Array(buffer[headerEnd..<headerEnd + length])
        start = headerEnd + length
        searched = start
        return .body(body)
    }

    /// A body that was no JSON may have swallowed the next frame, when its length was too large: reads on from that frame's header.
    mutating func resynchronise(after body: [UInt8]) {
        guard let index = FrameReader.lastHeader(in: body[...]) else { return }
        buffer.replaceSubrange(..<start, with: body[index...])
        start = 0
        searched = 0
    }

    private mutating func findHeaderEnd() -> Int? {
        var index = max(start, searched)
        while index + 3 < buffer.count {
            if buffer[index] == 13, buffer[index + 1] == 10, buffer[index + 2] == 13, buffer[index + 3] == 10 { return index + 4 }
            index += 1
        }
        searched = max(start, buffer.count - 3)
        return nil
    }

    /// The length that a header gives, whatever junk stands before it; the last one counts.
    private static func contentLength(_ header: ArraySlice<UInt8>) -> Int? {
        guard let field = lastHeader(in: header) else { return nil }
        var index = field + name.count, value = 0, digits = 0
        while index < header.endIndex, header[index] == 0x20 || header[index] == 0x09 { index += 1 }
        while index < header.endIndex, (48...57).contains(header[index]) {
            value = value * 10 + Int(header[index] - 48)
            digits += 1
            guard value <= longest else { return nil }
            index += 1
        }
        guard digits > 0, index < header.endIndex, header[index] == 13 else { return nil }
        return value
    }

    private static let name = Array("content-length:".utf8)

    private static func lastHeader(in bytes: ArraySlice<UInt8>) -> Int? {
        var index = bytes.endIndex - name.count
        while index >= bytes.startIndex {
            var matched = 0
            while matched < name.count, lower(bytes[index + matched]) == name[matched] { matched += 1 }
            if matched == name.count { return index }
            index -= 1
        }
        return nil
    }

    private static func lower(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte | 0x20 : byte }
}

func frame(_ body: some Collection<UInt8>) -> [UInt8] { Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body }
