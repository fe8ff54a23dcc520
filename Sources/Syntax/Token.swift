// A token: where it stands, what it is, and which known word it is.

enum TokenKind: UInt8, Sendable {
    /// `Counterparty`, `by`: one word. A path is words joined by dots, with digits allowed after the first dot: `GDPR.6.4.c`.
    case name, path
    case number, percent, date, text
    case leftBrace, rightBrace, leftParenthesis, rightParenthesis, leftBracket, rightBracket
    case comma, colon, semicolon, question, assign
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, range, plus, minus, star, slash
    /// Bytes that mean nothing.
    case junk
    case end
}

struct Token: Sendable {
    /// Absolute while the file is lexed, relative to the member in a `Tree`.
    var start: UInt32
    var end: UInt32
    var kind: TokenKind
    /// A number in `WordTable`; 0 for a word that the language does not know, and for every other token.
    var word: UInt8 = 0
    var flags: Flags = []

    struct Flags: OptionSet, Sendable {
        let rawValue: UInt8
        /// Begins a line.
        static let newline = Flags(rawValue: 1)
        /// `///` stands before it.
        static let documented = Flags(rawValue: 2)
        /// Not closed, a bad date, a bad escape…: `TokenProblems` says what.
        static let faulty = Flags(rawValue: 4)
    }

    var startsLine: Bool { flags.contains(.newline) }
}
