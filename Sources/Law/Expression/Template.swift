// A text to the user with places to fill in, in both languages.
import Model
import Source

struct Template: Sendable {
    let sv: [Piece]
    let en: [Piece]

    enum Piece: Sendable {
        case text(String)
        case value(Node)
        case title(Node)
        /// A value of each thing that an `exists` at the top of the rule's condition found, or that a `not every` found to fail.
        case witnesses(Node, failing: Bool, value: Node)
        /// The texts of the parts of a definition that do not hold.
        case failed(Define, [Node])
        case decision(Decision, [Node], DecisionText)
    }

    enum DecisionText: String, CaseIterable, Sendable {
        case conclusion, against, groups, owed, conditions, missing, factors
    }

    subscript(language: Language) -> [Piece] { language == .sv ? sv : en }
}

/// A template as it is written: text, and the source of each `{…}`.
struct RawTemplate {
    enum Piece {
        case text(String)
        case hole(Hole, in: Range<Int>)
    }
    /// `a.purpose.kind`, `failed(f)`, `f(x, y)`, `compatibility.against`.
    indirect enum Hole {
        case path([String])
        case call(String, [Hole])
    }

    var pieces: [Piece] = []
    /// The first hole that can't be read, and the bytes of the text that it is.
    var mistake: (text: String, range: Range<Int>)?

    init(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.contains(UInt8(ascii: "{")) || bytes.contains(UInt8(ascii: "}")) else {
            pieces = [.text(text)]
            return
        }
        var plain: [UInt8] = []
        var index = 0
        func string(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            let doubled = index < bytes.count && bytes[index] == byte
            switch byte {
            case UInt8(ascii: "{") where doubled, UInt8(ascii: "}") where doubled:
                plain.append(byte)
                index += 1
            case UInt8(ascii: "{"):
                guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")) else {
                    mistake = mistake ?? (string(bytes[index...]), index - 1..<bytes.count)
                    continue
                }
                let (inner, range) = (string(bytes[index..<end]), index..<end)
                index = end + 1
                var scanner = Scanner(rest: inner[...])
                guard let hole = scanner.hole(), scanner.isAtEnd else {
                    mistake = mistake ?? (inner, range)
                    continue
                }
                if !plain.isEmpty { pieces.append(.text(string(plain))) }
                plain = []
                pieces.append(.hole(hole, in: range))
            default: plain.append(byte)
            }
        }
        if !plain.isEmpty { pieces.append(.text(string(plain))) }
    }

    private struct Scanner {
        var rest: Substring
        var isAtEnd: Bool {
            mutating get {
                skip()
                return rest.isEmpty
            }
        }
        mutating func skip() { rest = rest.drop { $0 == " " } }

        mutating func word() -> String? {
            skip()
            let word = rest.prefix { $0.isASCII ? $0.isWordSign || $0 == "_" : $0.isLetter || $0.isNumber }
            rest = rest.dropFirst(word.count)
            return word.isEmpty ? nil : String(word)
        }

        mutating func hole() -> Hole? {
            guard let first = word() else { return nil }
            skip()
            if rest.first == "(" {
                rest.removeFirst()
                var arguments: [Hole] = []
                skip()
                if rest.first == ")" {
                    rest.removeFirst()
                    return .call(first, [])
                }
                while let argument = hole() {
                    arguments.append(argument)
                    skip()
                    guard let next = rest.first else { return nil }
                    rest.removeFirst()
                    if next == ")" { return .call(first, arguments) }
                    guard next == "," else { return nil }
                }
                return nil
            }
            var path = [first]
            while rest.first == "." {
                rest.removeFirst()
                guard let next = word() else { return nil }
                path.append(next)
            }
            return .path(path)
        }
    }
}
