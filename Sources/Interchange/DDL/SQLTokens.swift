// Words, names, texts and signs of SQL in the dialects of PostgreSQL, SQLite, MySQL and SQL Server.
import Source

struct SQLToken {
    enum Kind { case word, name, text, number, sign }
    var kind: Kind
    /// Without quotation marks; words as they are written.
    var text: String
    var span: Span
    /// Words and signs in upper case, for comparison; a quoted name is never a word.
    var key: String { kind == .word || kind == .sign ? text.uppercased() : "" }
}

/// The tokens of a script; comments are left out. Never fails: what is no token is a sign.
func sqlTokens(_ bytes: [UInt8]) -> [SQLToken] {
    var tokens: [SQLToken] = [], index = 0
    func at(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }
    func isWord(_ byte: UInt8) -> Bool { (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 95 || byte == 36 || byte >= 0x80 || byte == 64 || byte == 35 }
    /// To the closing sign, which stands for itself when doubled; with `escapes`, also behind a backslash.
    func quoted(_ close: UInt8, from start: Int, escapes: Bool) -> (text: String, end: Int) {
        var inner: [UInt8] = [], place = start
        while place < bytes.count {
            if bytes[place] == close {
                if at(place + 1) == close, close != 93 || true {
                    inner.append(close)
                    place += 2
                    continue
                }
                return (String(decoding: inner, as: UTF8.self), place + 1)
            }
            if escapes, bytes[place] == 0x5C, place + 1 < bytes.count {
                inner.append(bytes[place + 1])
                place += 2
                continue
            }
            inner.append(bytes[place])
            place += 1
        }
        return (String(decoding: inner, as: UTF8.self), place)
    }
    func add(_ kind: SQLToken.Kind, _ text: String, _ start: Int, _ end: Int) { tokens.append(SQLToken(kind: kind, text: text, span: Span(start..<end))) }
    while index < bytes.count {
        let byte = bytes[index], start = index
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D, 0x0C: index += 1
        case 0x2D where at(index + 1) == 0x2D, 0x23 where start == 0 || bytes[start - 1] == 0x0A:
            while index < bytes.count, bytes[index] != 0x0A { index += 1 }
        case 0x2F where at(index + 1) == 0x2A:
            index += 2
            while index < bytes.count, !(bytes[index] == 0x2A && at(index + 1) == 0x2F) { index += 1 }
            index = min(bytes.count, index + 2)
        case 0x27:
            let (text, end) = quoted(0x27, from: index + 1, escapes: false)
            add(.text, text, start, end)
            index = end
        case 0x22, 0x60, 0x5B:
            // `[` opens a name in SQL Server, and a list in PostgreSQL: `ARRAY[`.
            if byte == 0x5B, tokens.last.map({ $0.key == "ARRAY" || $0.text == "]" || ["INT", "INTEGER", "TEXT", "VARCHAR", ")"].contains($0.key) }) ?? false || byte == 0x5B && (at(index + 1) == 0x5D || (48...57).contains(at(index + 1))) {
                add(.sign, "[", start, start + 1)
                index += 1
            } else {
                let (text, end) = quoted(byte == 0x5B ? 0x5D : byte, from: index + 1, escapes: false)
                add(.name, text, start, end)
                index = end
            }
        case 0x24 where at(index + 1) == 0x24 || isDollar(bytes, index):
            let tagEnd = (bytes[(index + 1)...].firstIndex(of: 0x24) ?? bytes.count - 1) + 1
            let tag = Array(bytes[index..<tagEnd])
            index = tagEnd
            while index < bytes.count, !(bytes[index] == 0x24 && bytes[index...].starts(with: tag)) { index += 1 }
            index = min(bytes.count, index + tag.count)
            add(.text, "", start, index)
        case 48...57:
            while index < bytes.count, isWord(bytes[index]) || bytes[index] == 46 { index += 1 }
            add(.number, String(decoding: bytes[start..<index], as: UTF8.self), start, index)
        case _ where isWord(byte):
            while index < bytes.count, isWord(bytes[index]) { index += 1 }
            let word = String(decoding: bytes[start..<index], as: UTF8.self)
            // `N'text'` and `E'text'`.
            if at(index) == 0x27, ["N", "E"].contains(word.uppercased()) {
                let (text, end) = quoted(0x27, from: index + 1, escapes: word.uppercased() == "E")
                add(.text, text, start, end)
                index = end
            } else {
                add(.word, word, start, index)
            }
        default:
            let two = String(decoding: bytes[index..<min(index + 2, bytes.count)], as: UTF8.self)
            let sign = ["<=", ">=", "<>", "!=", "::"].contains(two) ? two : String(decoding: [byte], as: UTF8.self)
            index += sign.utf8.count == 2 && ["<=", ">=", "<>", "!=", "::"].contains(two) ? 2 : 1
            add(.sign, sign, start, index)
        }
    }
    return tokens
}

/// `$body$`
private func isDollar(_ bytes: [UInt8], _ index: Int) -> Bool {
    var place = index + 1
    while place < bytes.count, place < index + 64, (97...122).contains(bytes[place]) || (65...90).contains(bytes[place]) || bytes[place] == 95 { place += 1 }
    return place > index + 1 && place < bytes.count && bytes[place] == 0x24
}
