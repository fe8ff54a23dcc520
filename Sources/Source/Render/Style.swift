// Colour, and how wide a text stands in a terminal.

/// Whether the reader's terminal takes colours. Asked of the terminal at the edge, never here.
public enum Colour: Sendable { case off, on }

enum Ink: String {
    case error = "\u{1B}[1;31m", warning = "\u{1B}[1;33m", info = "\u{1B}[1;36m"
    case frame = "\u{1B}[34m", bold = "\u{1B}[1m", faint = "\u{1B}[2m", advice = "\u{1B}[1;32m"

    init(_ severity: Severity) {
        switch severity {
        case .info: self = .info
        case .warning: self = .warning
        case .error: self = .error
        }
    }
}

extension Colour {
    func paint(_ text: String, _ ink: Ink) -> String {
        self == .on && !text.isEmpty ? ink.rawValue + text + "\u{1B}[0m" : text
    }
}

extension String {
    /// Fit for a terminal and a log: a file's name may hold line ends and colours of its own.
    public var shown: String { Columns.visible(self) }
}

enum Columns {
    /// Columns of a terminal that a character takes: 0 for marks and joiners, 2 for wide East Asian characters and emoji.
    static func width(_ character: Character) -> Int {
        var widest = 0
        for scalar in character.unicodeScalars { widest = max(widest, width(scalar)) }
        return widest
    }

    static func width(_ text: some StringProtocol) -> Int { isPlain(text) ? text.utf8.count : text.reduce(0) { $0 + width($1) } }

    /// Printable ASCII alone, as most of what is shown: as wide as it is long.
    static func isPlain(_ text: some StringProtocol) -> Bool { text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }

    /// Printable ASCII, words with one blank between: where there is room for it, it is shown as it is.
    static func isOneLine(_ text: String) -> Bool {
        var before = UInt8(ascii: " ")
        for byte in text.utf8 {
            if byte < 0x20 || byte >= 0x7F || byte == UInt8(ascii: " ") && before == byte { return false }
            before = byte
        }
        return before != UInt8(ascii: " ")
    }

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20..<0x7F, 0xA0..<0x300: return 1
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
            0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default:
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format: return 0
            default: return 1
            }
        }
    }

    /// Without what would move the cursor or hide text: tabs become blanks, other control characters and stray bytes `·`-like marks.
    static func visible(_ text: some StringProtocol, tab: Int = 4) -> String {
        if isPlain(text) { return String(text) }
        var result = "", column = 0
        for character in text {
            let shown: String
            if character == "\t" {
                shown = String(repeating: " ", count: tab - column % tab)
            } else if character.unicodeScalars.contains(where: isDangerous) {
                shown = "\u{FFFD}"
            } else {
                shown = String(character)
            }
            result += shown
            column += width(shown)
        }
        return result
    }

    /// Control characters, and the marks that turn the reading direction ("Trojan source").
    private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: true
        default: false
        }
    }
}
