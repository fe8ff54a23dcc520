// What stands behind a backslash in a text, and the value of a whole text.

enum Escape {
    /// Bytes of the escape at `index`, its backslash included: `\" \\ \n \r \t \u{e5}`; 0 when there is no such escape.
    static func length(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        guard index + 1 < bytes.count else { return 0 }
        switch Unicode.Scalar(bytes[index + 1]) {
        case "\"", "\\", "n", "r", "t": return 2
        case "u":
            guard index + 2 < bytes.count, bytes[index + 2] == UInt8(ascii: "{") else { return 0 }
            var end = index + 3
            while end < bytes.count, end < index + 10, bytes[end] != UInt8(ascii: "}") { end += 1 }
            guard end < bytes.count, bytes[end] == UInt8(ascii: "}"),
                let value = UInt32(String(decoding: bytes[index + 3..<end], as: UTF8.self), radix: 16), Unicode.Scalar(value) != nil
            else { return 0 }
            return end + 1 - index
        default: return 0
        }
    }

    /// The value of a text token, quotes and all; also of one that is not closed.
    static func value(_ token: ArraySlice<UInt8>) -> String {
        let quote = UInt8(ascii: "\"")
        var body = token
        if body.count >= 3, body.prefix(3).allSatisfy({ $0 == quote }) {
            body = body.dropFirst(3)
            if body.count >= 3, body.suffix(3).allSatisfy({ $0 == quote }) { body = body.dropLast(3) }
            return unescaped(block(body)[...])
        }
        body = body.dropFirst()
        if isClosed(body) { body = body.dropLast() }
        return unescaped(body)
    }

    /// A text token as the formatter writes it: a block text's lines end in LF. Its value says nothing of how they end, so it stays the same;
    /// of two carriage returns before a line's end one is the value's, and both are kept.
    static func canonical(_ token: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let quote = UInt8(ascii: "\""), feed: UInt8 = 0x0A, turn: UInt8 = 0x0D
        guard token.prefix(3).count(where: { $0 == quote }) == 3, token.contains(turn) else { return token }
        var result: [UInt8] = []
        for index in token.indices {
            let isEnd = token[index] == turn && index + 1 < token.endIndex && token[index + 1] == feed
            if !isEnd || result.last == turn { result.append(token[index]) }
        }
        return result[...]
    }

    /// Ends with a quote that no backslash stands before.
    static func isClosed(_ body: ArraySlice<UInt8>) -> Bool {
        guard body.last == UInt8(ascii: "\"") else { return false }
        var backslashes = 0, index = body.endIndex - 2
        while index >= body.startIndex, body[index] == UInt8(ascii: "\\") { backslashes += 1; index -= 1 }
        return backslashes % 2 == 0
    }

    /// A block text: a first line that is empty and a last line of blanks fall away, and so does the indentation that all lines share.
    private static func block(_ body: ArraySlice<UInt8>) -> [UInt8] {
        let newline = UInt8(ascii: "\n")
        var lines = body.split(separator: newline, omittingEmptySubsequences: false).map { line in
            line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        }
        guard lines.count > 1 else { return Array(body) }
        func blanks(_ line: ArraySlice<UInt8>) -> Int { line.prefix { $0 == 0x20 || $0 == 0x09 }.count }
        func isBlank(_ line: ArraySlice<UInt8>) -> Bool { blanks(line) == line.count }
        let first = lines.removeFirst()
        var indentation = Int.max
        if let last = lines.last, isBlank(last) {
            indentation = last.count
            lines.removeLast()
        }
        for line in lines where !isBlank(line) { indentation = min(indentation, blanks(line)) }
        var result: [UInt8] = isBlank(first) ? [] : Array(first) + (lines.isEmpty ? [] : [newline])
        for (index, line) in lines.enumerated() {
            if index > 0 { result.append(newline) }
            result += line.dropFirst(min(indentation, blanks(line)))
        }
        return result
    }

    private static func unescaped(_ body: ArraySlice<UInt8>) -> String {
        body.withUnsafeBufferPointer { bytes in
            guard bytes.contains(UInt8(ascii: "\\")) else { return String(decoding: bytes, as: UTF8.self) }
            var result: [UInt8] = [], index = 0
            while index < bytes.count {
                let length = bytes[index] == UInt8(ascii: "\\") ? Escape.length(bytes, at: index) : 0
                switch length {
                case 0:
                    result.append(bytes[index])
                    index += 1
                case 2:
                    switch Unicode.Scalar(bytes[index + 1]) {
                    case "n": result.append(0x0A)
                    case "r": result.append(0x0D)
                    case "t": result.append(0x09)
                    default: result.append(bytes[index + 1])
                    }
                    index += 2
                default:
                    let digits = String(decoding: bytes[index + 3..<index + length - 1], as: UTF8.self)
                    if let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) { result += String(Character(scalar)).utf8 }
                    index += length
                }
            }
            return String(decoding: result, as: UTF8.self)
        }
    }
}
