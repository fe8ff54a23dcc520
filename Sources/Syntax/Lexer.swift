// From bytes to tokens, one at a time and without allocating. Never fails: what it can't read is `junk`, or marked faulty.

import Source

struct Lexer {
    let bytes: UnsafeBufferPointer<UInt8>
    let table: WordTable
    private(set) var offset: Int
    /// A `"""` or `/*` was found to have no end in the file: its meaning depends on every byte behind it.
    private(set) var reachedEndInside = false
    private var noBlockTextEnd = false
    private var noCommentEnd = false

    init(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int, table: WordTable) {
        self.bytes = bytes
        self.table = table
        self.offset = offset
    }

    @inline(__always) private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

    /// Reads on, some tokens at a time, so that what the lexer needs stays in registers.
    mutating func fill(_ tokens: inout TokenBuffer) {
        tokens.reserve(Lexer.batch)
        for _ in 0..<Lexer.batch {
            let token = next()
            tokens.append(token)
            if token.kind == .end { return }
        }
    }

    private static let batch = 256

    @inline(__always) mutating func next() -> Token {
        var flags = skipTrivia()
        let start = offset
        guard start < bytes.count else {
            return Token(start: UInt32(clamping: start), end: UInt32(clamping: start), kind: .end, flags: flags)
        }
        let lead = bytes[start]
        var word: UInt8 = 0
        let kind: TokenKind
        switch table.classes[Int(lead)] {
        case .letter: kind = name(&word, &flags)
        case .digit: kind = number(&flags)
        case .quote: kind = text(&flags)
        case .high:
            if letterLength(start) > 0 { kind = name(&word, &flags) } else { kind = junk() }
        default: kind = punctuation(lead, &flags)
        }
        return Token(start: UInt32(clamping: start), end: UInt32(clamping: offset), kind: kind, word: word, flags: flags)
    }

    // MARK: Trivia

    @inline(__always) private mutating func skipTrivia() -> Token.Flags {
        var flags: Token.Flags = []
        if offset == 0 {
            flags.insert(.newline)
            if byte(0) == 0xEF, byte(1) == 0xBB, byte(2) == 0xBF { offset = 3 }
        }
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == 0x20 {
                offset += 1
                if offset + 8 <= bytes.count, word(offset) == 0x2020_2020_2020_2020 { offset += 8 }
            } else if byte == 0x0A {
                flags.insert(.newline)
                offset += 1
            } else if byte != 0x2F, byte > 0x20, byte != 0xC2 {
                return flags
            } else if !skipRareTrivia(byte, &flags) {
                return flags
            }
        }
        return flags
    }

    /// Tabs, other line ends, comments, and the no-break space of a word processor; false when something else begins here.
    private mutating func skipRareTrivia(_ lead: UInt8, _ flags: inout Token.Flags) -> Bool {
        switch lead {
        case 0x09: offset += 1
        case 0x0D:
            flags.insert(.newline)
            offset += 1
        case UInt8(ascii: "/"):
            if byte(offset + 1) == UInt8(ascii: "/") {
                if byte(offset + 2) == UInt8(ascii: "/"), byte(offset + 3) != UInt8(ascii: "/") { flags.insert(.documented) }
                skipLine()
            } else if byte(offset + 1) == UInt8(ascii: "*"), let end = commentEnd(offset) {
                if bytes[offset..<end].contains(where: { $0 == 0x0A || $0 == 0x0D }) { flags.insert(.newline) }
                offset = end
            } else {
                return false
            }
        case 0xC2 where byte(offset + 1) == 0xA0: offset += 2
        default: return false
        }
        return true
    }

    /// Eight bytes from an offset that has so many behind it.
    @inline(__always) private func word(_ offset: Int) -> UInt64 {
        UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }

    /// One of the eight bytes is zero. The lowest bit set is exact, those above it need not be.
    @inline(__always) private func zeroes(_ word: UInt64) -> UInt64 { (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 }

    private mutating func skipLine() {
        while offset + 8 <= bytes.count {
            let word = word(offset)
            let ends = zeroes(word ^ 0x0A0A_0A0A_0A0A_0A0A) | zeroes(word ^ 0x0D0D_0D0D_0D0D_0D0D)
            if ends != 0 {
                offset += ends.trailingZeroBitCount / 8
                return
            }
            offset += 8
        }
        while offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
    }

    /// The offset behind the `*/` of the comment that begins here; nil when the file ends first.
    private mutating func commentEnd(_ start: Int) -> Int? {
        guard !noCommentEnd else { return nil }
        var index = start + 2
        while index + 1 < bytes.count {
            if bytes[index] == UInt8(ascii: "*"), bytes[index + 1] == UInt8(ascii: "/") { return index + 2 }
            index += 1
        }
        noCommentEnd = true
        reachedEndInside = true
        return nil
    }

    // MARK: Names and paths

    @inline(__always) private mutating func name(_ word: inout UInt8, _ flags: inout Token.Flags) -> TokenKind {
        let start = offset
        var index = offset, isPlain = true
        while true {
            index = namePartEnd(index)
            guard index < bytes.count, bytes[index] >= 0x80 else { break }
            let length = letterLength(index)
            guard length > 0 else { break }
            isPlain = false
            index += length
        }
        offset = index
        if byte(index) == UInt8(ascii: "."), byte(index + 1) != UInt8(ascii: ".") {
            pathRest(&flags)
            return .path
        }
        if isPlain, let base = bytes.baseAddress { word = table.number(base + start, index - start) }
        return .name
    }

    /// The offset behind the ASCII letters, digits and low lines that stand here, eight at a time.
    @inline(__always) private func namePartEnd(_ start: Int) -> Int {
        var index = start
        while index + 8 <= bytes.count {
            let others = notNameParts(word(index))
            if others != 0 { return index + others.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < bytes.count, table.isNamePart[Int(bytes[index])] != 0 { index += 1 }
        return index
    }

    /// The high bit of each of eight bytes that is no ASCII letter, digit or low line. Sums of seven bits carry nothing over.
    @inline(__always) private func notNameParts(_ word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101, low = word & 0x7F7F_7F7F_7F7F_7F7F, lower = low | 0x2020_2020_2020_2020
        let letters = (lower &+ ones &* (0x80 - 0x61)) & ~(lower &+ ones &* (0x80 - 0x7B))
        let digits = (low &+ ones &* (0x80 - 0x30)) & ~(low &+ ones &* (0x80 - 0x3A))
        let others = (low ^ ones &* 0x5F) &+ ones &* 0x7F
        return (~(letters | digits) & others | word) & 0x8080_8080_8080_8080
    }

    /// The segments behind the first name; `d.` without a name behind the dot is faulty.
    private mutating func pathRest(_ flags: inout Token.Flags) {
        while byte(offset) == UInt8(ascii: "."), byte(offset + 1) != UInt8(ascii: ".") {
            var index = offset + 1
            while index < bytes.count {
                let kind = table.classes[Int(bytes[index])]
                if kind == .letter || kind == .digit {
                    index += 1
                } else if kind == .high, letterLength(index) > 0 {
                    index += letterLength(index)
                } else {
                    break
                }
            }
            if index == offset + 1 { flags.insert(.faulty) }
            offset = index
        }
    }

    /// Bytes of the letter, digit or mark beyond ASCII that stands at `index`; 0 when it is none.
    private func letterLength(_ index: Int) -> Int {
        // å ä ö and their kin: C3 80 to C3 BF, the signs × and ÷ left out.
        if bytes[index] == 0xC3, byte(index + 1) & 0xC0 == 0x80, byte(index + 1) & 0x9F != 0x97 { return 2 }
        guard let (scalar, length) = UTF8Scalar.decode(bytes, at: index) else { return 0 }
        let latin = (0xC0...0x24F).contains(scalar.value) && scalar.value != 0xD7 && scalar.value != 0xF7
        return latin || scalar.properties.isXIDContinue ? length : 0
    }

    // MARK: Numbers and dates

    private mutating func number(_ flags: inout Token.Flags) -> TokenKind {
        let start = offset
        func digits(_ from: Int) -> Int {
            var index = from
            while table.classes[Int(byte(index))] == .digit { index += 1 }
            return index
        }
        var index = digits(start)
        if index - start == 4, byte(index) == UInt8(ascii: "-") {
            let month = digits(index + 1)
            if (1...2).contains(month - index - 1), byte(month) == UInt8(ascii: "-") {
                let day = digits(month + 1)
                if (1...2).contains(day - month - 1), table.classes[Int(byte(day))] != .letter {
                    offset = day
                    if !isDate(start..<day) { flags.insert(.faulty) }
                    return .date
                }
            }
        }
        func digitsAndUnderscores(_ from: Int) -> Int {
            var index = from
            while table.classes[Int(byte(index))] == .digit || byte(index) == UInt8(ascii: "_") { index += 1 }
            return index
        }
        index = digitsAndUnderscores(index)
        if byte(index) == UInt8(ascii: "."), table.classes[Int(byte(index + 1))] == .digit { index = digitsAndUnderscores(index + 1) }
        if byte(index) | 0x20 == UInt8(ascii: "e") {
            let sign = byte(index + 1) == UInt8(ascii: "-") || byte(index + 1) == UInt8(ascii: "+") ? 1 : 0
            if table.classes[Int(byte(index + 1 + sign))] == .digit { index = digits(index + 1 + sign) }
        }
        // What hangs on to a number without a space makes it no number: `10a`, `6.4.c`, `1.2.3`.
        var tail = index
        while tail < bytes.count {
            let kind = table.classes[Int(bytes[tail])]
            let after = table.classes[Int(byte(tail + 1))]
            if kind == .letter || kind == .digit {
                tail += 1
            } else if bytes[tail] == UInt8(ascii: "."), after == .letter || after == .digit {
                tail += 1
            } else {
                break
            }
        }
        let tooLong = index - start > 15 || bytes[start..<index].contains { $0 | 0x20 == UInt8(ascii: "e") }
        if tail > index || (tooLong && Exact(String(decoding: bytes[start..<index], as: UTF8.self)) == nil) { flags.insert(.faulty) }
        offset = tail
        if byte(offset) == UInt8(ascii: "%") {
            offset += 1
            return .percent
        }
        return .number
    }

    /// Digits and two signs stand there: `2026-01-15`, and there is such a day.
    private func isDate(_ range: Range<Int>) -> Bool {
        guard range.count == 10 else { return false }
        func value(_ offset: Int, _ count: Int) -> Int {
            (0..<count).reduce(0) { $0 * 10 + Int(bytes[range.lowerBound + offset + $1]) - 48 }
        }
        return byte(range.lowerBound + 7) == UInt8(ascii: "-") && Day(year: value(0, 4), month: value(5, 2), day: value(8, 2)) != nil
    }

    // MARK: Texts

    private mutating func text(_ flags: inout Token.Flags) -> TokenKind {
        let start = offset
        let quote = UInt8(ascii: "\"")
        if byte(start + 1) == quote, byte(start + 2) == quote {
            if let end = blockTextEnd(start + 3, &flags) {
                offset = end
            } else {
                flags.insert(.faulty)
                skipLine()
            }
            return .text
        }
        var index = start + 1
        while index < bytes.count {
            if index + 8 <= bytes.count {
                let word = word(index)
                let signs = zeroes(word ^ 0x2222_2222_2222_2222) | zeroes(word ^ 0x5C5C_5C5C_5C5C_5C5C)
                    | zeroes(word ^ 0x0A0A_0A0A_0A0A_0A0A) | zeroes(word ^ 0x0D0D_0D0D_0D0D_0D0D)
                if signs == 0 {
                    index += 8
                    continue
                }
                index += signs.trailingZeroBitCount / 8
            }
            let byte = bytes[index]
            if byte == quote {
                offset = index + 1
                return .text
            }
            if byte == 0x0A || byte == 0x0D { break }
            if byte == UInt8(ascii: "\\") {
                let length = Escape.length(bytes, at: index)
                if length == 0 { flags.insert(.faulty) }
                index += max(1, length)
                if length == 0, index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D, bytes[index] < 0x80 { index += 1 }
            } else {
                index += 1
            }
        }
        flags.insert(.faulty)
        offset = index
        return .text
    }

    private mutating func blockTextEnd(_ start: Int, _ flags: inout Token.Flags) -> Int? {
        guard !noBlockTextEnd else { return nil }
        let quote = UInt8(ascii: "\"")
        var index = start, faulty = false
        while index < bytes.count {
            if bytes[index] == quote, byte(index + 1) == quote, byte(index + 2) == quote {
                if faulty { flags.insert(.faulty) }
                return index + 3
            }
            if bytes[index] == UInt8(ascii: "\\") {
                let length = Escape.length(bytes, at: index)
                if length == 0 { faulty = true }
                index += max(1, length)
            } else {
                index += 1
            }
        }
        noBlockTextEnd = true
        reachedEndInside = true
        return nil
    }

    // MARK: Signs

    private mutating func punctuation(_ lead: UInt8, _ flags: inout Token.Flags) -> TokenKind {
        let second = byte(offset + 1)
        func two(_ sign: Unicode.Scalar, _ double: TokenKind, _ single: TokenKind) -> (TokenKind, Int) {
            second == UInt8(ascii: sign) ? (double, 2) : (single, 1)
        }
        let (kind, length): (TokenKind, Int) =
            switch Unicode.Scalar(lead) {
            case "{": (.leftBrace, 1)
            case "}": (.rightBrace, 1)
            case "(": (.leftParenthesis, 1)
            case ")": (.rightParenthesis, 1)
            case "[": (.leftBracket, 1)
            case "]": (.rightBracket, 1)
            case ",": (.comma, 1)
            case ":": (.colon, 1)
            case ";": (.semicolon, 1)
            case "?": (.question, 1)
            case "+": (.plus, 1)
            case "-": (.minus, 1)
            case "*": (.star, 1)
            case "=": two("=", .equal, .assign)
            case "!": two("=", .notEqual, .junk)
            case "<": two("=", .lessOrEqual, .less)
            case ">": two("=", .greaterOrEqual, .greater)
            case ".": two(".", .range, .junk)
            case "/": (second == UInt8(ascii: "*") ? .junk : .slash, 1)
            default: (.junk, 0)
            }
        guard length > 0 else { return junk() }
        offset += length
        if kind == .junk, lead == UInt8(ascii: "/") {
            flags.insert(.faulty)  // a comment without an end
            skipLine()
        }
        return kind
    }

    /// A run of bytes that mean nothing, up to the next that may.
    private mutating func junk() -> TokenKind {
        offset += 1
        while offset < bytes.count {
            switch table.classes[Int(bytes[offset])] {
            case .other: offset += 1
            case .high where letterLength(offset) == 0 && !(bytes[offset] == 0xC2 && byte(offset + 1) == 0xA0): offset += 1
            default: return .junk
            }
        }
        return .junk
    }
}

/// What a byte may begin.
enum Class: UInt8 {
    case other, space, letter, digit, quote, sign, high

    init(_ byte: UInt8) {
        self =
            switch byte {
            case 0x09, 0x0A, 0x0D, 0x20: .space
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): .letter
            case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
            case UInt8(ascii: "\""): .quote
            case 0x80...0xFF: .high
            case let byte where "{}()[],:;?+-*=!<>./".utf8.contains(byte): .sign
            default: .other
            }
    }
}
