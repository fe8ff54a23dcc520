// Words, names, texts and signs of SQL in the dialects of PostgreSQL, SQLite, MySQL, Oracle and SQL Server, and of the programs that read scripts.
import Source

struct SQLToken {
    enum Kind { case word, name, text, number, sign }
    var kind: Kind
    /// Without quotation marks; words as they are written.
    var text: String
    var span: Span
    /// Words and signs in upper case, for comparison; a quoted name is never a word.
    var key: String { kind == .word || kind == .sign ? text.uppercased() : "" }
    /// What may name a table, a column or a type.
    var isName: Bool { kind == .word || kind == .name }
}

/// The tokens of a script. Never fails: what is no token is a sign. Left out are comments, the lines that only psql or SQL*Plus reads, rows
/// that stand in the script after `COPY … FROM stdin`, and all from where a migration begins to undo itself.
func sqlTokens(_ bytes: [UInt8]) -> [SQLToken] {
    var scanner = SQLScanner(bytes: bytes)
    scanner.scan()
    return scanner.tokens
}

private struct SQLScanner {
    let bytes: [UInt8]
    var tokens: [SQLToken] = []
    /// Behind the mark of byte order, where there is one.
    private let start: Int
    private var index: Int
    /// MySQL writes `\'` within a text; elsewhere a backslash is a character like others.
    private let escapes: Bool
    /// What `DELIMITER` of MySQL's shell has put in the place of the semicolon.
    private var delimiter: [UInt8] = []

    init(bytes: [UInt8]) {
        self.bytes = bytes
        start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        index = start
        escapes = bytes.contains(0x60) || SQLScanner.find(Array("ENGINE=".utf8), bytes) || SQLScanner.find(Array("AUTO_INCREMENT".utf8), bytes)
    }

    private static func find(_ word: [UInt8], _ bytes: [UInt8]) -> Bool {
        guard bytes.count >= word.count else { return false }
        for start in 0...(bytes.count - word.count) where bytes[start] & 0xDF == word[0] && word.indices.allSatisfy({ upper(bytes[start + $0]) == word[$0] }) { return true }
        return false
    }

    private static func upper(_ byte: UInt8) -> UInt8 { (97...122).contains(byte) ? byte - 32 : byte }

    // MARK: Bytes

    private func at(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }
    private func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) || byte == 95 || byte >= 0x80 }
    private func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || (48...57).contains(byte) || byte == 36 || byte == 64 || byte == 35 }

    /// Whether only blanks stand before on the line.
    private var isFirst: Bool {
        var place = index - 1
        while place >= 0, bytes[place] == 0x20 || bytes[place] == 0x09 { place -= 1 }
        return place < start || bytes[place] == 0x0A || bytes[place] == 0x0D
    }

    private func line(from start: Int) -> Range<Int> {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        return start..<end
    }

    private mutating func add(_ kind: SQLToken.Kind, _ text: String, _ start: Int) { tokens.append(SQLToken(kind: kind, text: text, span: Span(start..<index))) }

    // MARK: Tokens

    mutating func scan() {
        while index < bytes.count {
            if isDelimiter {
                index += delimiter.count
                add(.sign, ";", index - delimiter.count)
                continue
            }
            let before = index
            step(bytes[index])
            // INVARIANT: every step goes on, so that any bytes end.
            if index == before { index += 1 }
        }
    }

    private var isDelimiter: Bool { !delimiter.isEmpty && bytes[index...].starts(with: delimiter) }

    private mutating func step(_ byte: UInt8) {
        let start = index
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D, 0x0C: index += 1
        case 0x2D where at(index + 1) == 0x2D: comment()
        // MySQL's comment; `#name` is a table of a session in SQL Server.
        case 0x23 where isFirst || [0, 0x09, 0x0A, 0x0D, 0x20, 0x23, 0x2D, 0x3D].contains(at(index + 1)): comment()
        // `\connect` of psql.
        case 0x5C where isFirst: index = line(from: index).upperBound
        case 0x2F where at(index + 1) == 0x2A:
            index += 2
            while index < bytes.count, !(bytes[index] == 0x2A && at(index + 1) == 0x2F) { index += 1 }
            index = min(bytes.count, index + 2)
        case 0x27:
            let text = quoted(0x27, escapes: escapes)
            add(.text, text, start)
        case 0x22, 0x60:
            let text = quoted(byte, escapes: false)
            add(.name, SQLScanner.plain(text), start)
        case 0x5B:
            // `[` opens a name in SQL Server, and a list in PostgreSQL: `ARRAY[`.
            if isList {
                index += 1
                add(.sign, "[", start)
            } else {
                let text = quoted(0x5D, escapes: false)
                add(.name, text, start)
            }
        case 0x24 where at(index + 1) == 0x24 || isDollar: dollars()
        case 48...57:
            while index < bytes.count, isWord(bytes[index]) || bytes[index] == 46 { index += 1 }
            add(.number, String(decoding: bytes[start..<index], as: UTF8.self), start)
        case _ where placeholder(index) != nil: placeholder()
        case _ where isWord(byte): word()
        default:
            let two = String(decoding: bytes[index..<min(index + 2, bytes.count)], as: UTF8.self)
            let isTwo = ["<=", ">=", "<>", "!=", "::"].contains(two)
            index += isTwo ? 2 : 1
            add(.sign, isTwo ? two : String(decoding: [byte], as: UTF8.self), start)
        }
    }

    /// To the closing sign, which stands for itself when doubled; with `escapes`, also behind a backslash.
    private mutating func quoted(_ close: UInt8, escapes: Bool) -> String {
        var inner: [UInt8] = []
        index += 1
        while index < bytes.count {
            if bytes[index] == close {
                guard at(index + 1) == close else {
                    index += 1
                    break
                }
                index += 1
            } else if escapes, bytes[index] == 0x5C, index + 1 < bytes.count {
                index += 1
            }
            inner.append(bytes[index])
            index += 1
        }
        return String(decoding: inner, as: UTF8.self)
    }

    private var isList: Bool {
        let next = at(index + 1), before = tokens.last
        return next == 0x5D || (48...57).contains(next) || before.map { $0.text == "]" || ["ARRAY", "INT", "INTEGER", "TEXT", "VARCHAR", ")"].contains($0.key) } ?? false
    }

    private mutating func comment() {
        let line = line(from: index)
        index = line.upperBound
        // `-- +goose Down`, `-- +migrate Down`, `-- migrate:down`, `--//@UNDO`: what follows takes back what was made.
        let words = String(decoding: bytes[line].prefix(40), as: UTF8.self).lowercased().filter { !$0.isWhitespace }
        if ["--+goosedown", "--+migratedown", "--migrate:down", "--//@undo"].contains(where: words.hasPrefix) { index = bytes.count }
    }

    private mutating func word() {
        let start = index
        var name: [UInt8] = []
        let isFirst = isFirst
        while index < bytes.count, !isDelimiter {
            if isWord(bytes[index]), !(bytes[index] == 0x24 && at(index + 1) == 0x7B) {
                name.append(bytes[index])
                index += 1
            } else if let end = placeholder(index), bytes[index] != 0x3A {
                index = end
            } else {
                break
            }
        }
        guard index > start else { return }
        let word = String(decoding: name, as: UTF8.self), key = word.uppercased()
        if at(index) == 0x27, ["N", "E", "B", "X", "U"].contains(key) {
            let text = quoted(0x27, escapes: key == "E" || escapes)
            return add(.text, text, start)
        }
        if isFirst, ["PROMPT", "REM", "DELIMITER"].contains(key), at(index) == 0x20 || at(index) == 0x09 {
            let line = line(from: index)
            index = line.upperBound
            if key == "DELIMITER" {
                let sign = bytes[line].filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
                delimiter = sign == [0x3B] ? [] : sign
            }
            return
        }
        add(.word, word, start)
        if key == "STDIN", tokens.count > 1, tokens[tokens.count - 2].key == "FROM" { rows() }
    }

    /// Rows within the script, to the line `\.`.
    private mutating func rows() {
        add(.sign, ";", index)
        index = line(from: index).upperBound
        while index < bytes.count {
            let line = line(from: index + 1)
            index = line.upperBound
            if bytes[line].starts(with: [0x5C, 0x2E]) { return }
        }
    }

    // MARK: Texts between dollars

    /// `$body$`
    private var isDollar: Bool {
        var place = index + 1
        while place < bytes.count, place < index + 64, isLetter(bytes[place]) || place > index + 1 && (48...57).contains(bytes[place]) { place += 1 }
        return place > index + 1 && place < bytes.count && bytes[place] == 0x24
    }

    private mutating func dollars() {
        let start = index
        let end = (bytes[(index + 1)...].firstIndex(of: 0x24) ?? bytes.count - 1) + 1
        let tag = Array(bytes[index..<end])
        index = end
        while index < bytes.count, !(bytes[index] == 0x24 && bytes[index...].starts(with: tag)) { index += 1 }
        index = min(bytes.count, index + tag.count)
        add(.text, "", start)
    }

    // MARK: Placeholders

    /// The end of what a program fills in before the database reads the script: `${schema}`, `$(schema)`, `{{ prefix }}`, `%PREFIX%`, `:schema`.
    private func placeholder(_ start: Int) -> Int? {
        func run(_ from: Int, _ close: [UInt8]) -> Int? {
            var place = from, letters = 0
            while place < bytes.count, place < from + 64, isWord(bytes[place]) || [0x20, 0x2E, 0x2D].contains(bytes[place]) {
                letters += 1
                place += 1
            }
            return letters > 0 && bytes[place...].starts(with: close) ? place + close.count : nil
        }
        switch bytes[start] {
        case 0x24 where at(start + 1) == 0x7B: return run(start + 2, [0x7D])
        case 0x24 where at(start + 1) == 0x28: return run(start + 2, [0x29])
        case 0x7B where at(start + 1) == 0x7B: return run(start + 2, [0x7D, 0x7D])
        case 0x7B: return run(start + 1, [0x7D])
        case 0x25:
            var place = start + 1
            while isLetter(at(place)) { place += 1 }
            return place > start + 1 && at(place) == 0x25 ? place + 1 : nil
        case 0x3A where isLetter(at(start + 1)) && (start == 0 || bytes[start - 1] == 0x20 || bytes[start - 1] == 0x0A):
            var place = start + 1
            while isWord(at(place)) { place += 1 }
            return place
        default: return nil
        }
    }

    /// A placeholder that a name goes on from is only its beginning; else it is a name of its own, mostly of a schema.
    private mutating func placeholder() {
        let start = index
        guard let end = placeholder(index) else { return index += 1 }
        if isWord(at(end)), bytes[index] != 0x3A { return index = end }
        index = end
        add(.name, SQLScanner.trimmed(String(decoding: bytes[start..<end], as: UTF8.self)), start)
    }

    private static func trimmed(_ text: String) -> String { String(text.filter { $0.isLetter || $0.isNumber || $0 == "_" }) }

    /// A quoted name without a placeholder before it: "`%PREFIX%users`", "`#__users`".
    private static func plain(_ name: String) -> String {
        for (open, close) in [("${", "}"), ("{{", "}}"), ("{", "}"), ("%", "%"), ("#_", "_")] where name.hasPrefix(open) {
            let rest = name.dropFirst(open.count)
            guard let end = rest.firstIndex(of: close.last ?? " ") else { continue }
            let plain = rest[rest.index(after: end)...].drop { close.contains($0) }
            if !plain.isEmpty { return String(plain) }
        }
        return name
    }
}

/// The bytes of a script as UTF-8: scripts of SQL Server are often UTF-16, and older ones are in Latin 1.
public func scriptBytes(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
        let isLittle = bytes[0] == 0xFF
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0 + (isLittle ? 1 : 0)]) << 8 | UInt16(bytes[$0 + (isLittle ? 0 : 1)]) }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
    if String(validating: bytes, as: UTF8.self) != nil { return bytes }
    return bytes.flatMap { Array(String(Character(Unicode.Scalar($0))).utf8) }
}
