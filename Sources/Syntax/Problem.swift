// What can be wrong with the form of a text: one case for each X-code. The words for readers are in `ProblemMessages`.

public import Source

/// One syntax error; `span` is relative to its top-level member.
public struct SyntaxError: Hashable, Sendable {
    public let problem: Problem
    public let span: Span

    public init(_ problem: Problem, _ span: Span) {
        self.problem = problem
        self.span = span
    }
}

/// Payloads are the author's own words, as far as a message needs them.
public enum Problem: Hashable, Sendable {
    case notUTF8(looksLikeUTF16: Bool)
    case strayCharacter(String)
    case unclosedText
    case unclosedBlockText
    case unclosedComment
    case unclosedBlock
    case unclosedBracket(String)
    case strayCloser(String)
    case badEscape(String)
    case badNumber(String)
    case badDate(String)
    case numberForNorm(String)
    case missingValue(key: String)
    case missingOperand(after: String, found: String)
    case unknownWord(String, near: String?)
    case unknownClauseWord(String, near: String?)
    case missingLineEnd
    case unexpected(String)
    case nestedTooDeep
    case loneEquals
    case chainedComparison(String)
    case trailingDot(String)
    case badParameters
    case blockOnOwnLine
    case trailingComma
    case badQuantifier(String)
    case bareValue(String)
    case badDuration(String)
    case looseNot
    case missingName(after: String)

    public static let nestingLimit = 256

    /// Stable for good: a code is never given to another problem.
    public var code: String {
        switch self {
        case .notUTF8: "X001"
        case .strayCharacter: "X002"
        case .unclosedText, .unclosedBlockText: "X003"
        case .unclosedComment: "X004"
        case .unclosedBlock: "X005"
        case .unclosedBracket: "X006"
        case .strayCloser: "X007"
        case .badEscape: "X008"
        case .badNumber: "X009"
        case .badDate: "X010"
        case .numberForNorm: "X011"
        case .missingValue: "X012"
        case .missingOperand: "X013"
        case .unknownWord: "X014"
        case .unknownClauseWord: "X015"
        case .missingLineEnd: "X016"
        case .unexpected: "X017"
        case .nestedTooDeep: "X018"
        case .loneEquals: "X019"
        case .chainedComparison: "X020"
        case .trailingDot: "X021"
        case .badParameters: "X022"
        case .blockOnOwnLine: "X023"
        case .trailingComma: "X024"
        case .badQuantifier: "X025"
        case .bareValue: "X026"
        case .badDuration: "X027"
        case .looseNot: "X028"
        case .missingName: "X029"
        }
    }

    public var slug: String {
        switch self {
        case .notUTF8: "not-utf-8"
        case .strayCharacter: "stray-character"
        case .unclosedText, .unclosedBlockText: "unclosed-text"
        case .unclosedComment: "unclosed-comment"
        case .unclosedBlock: "unclosed-block"
        case .unclosedBracket: "unclosed-bracket"
        case .strayCloser: "stray-closer"
        case .badEscape: "bad-escape"
        case .badNumber: "bad-number"
        case .badDate: "bad-date"
        case .numberForNorm: "number-for-norm"
        case .missingValue: "missing-value"
        case .missingOperand: "missing-operand"
        case .unknownWord: "unknown-word"
        case .unknownClauseWord: "unknown-clause-word"
        case .missingLineEnd: "missing-line-end"
        case .unexpected: "unexpected"
        case .nestedTooDeep: "nested-too-deep"
        case .loneEquals: "lone-equals"
        case .chainedComparison: "chained-comparison"
        case .trailingDot: "trailing-dot"
        case .badParameters: "bad-parameters"
        case .blockOnOwnLine: "block-on-own-line"
        case .trailingComma: "trailing-comma"
        case .badQuantifier: "bad-quantifier"
        case .bareValue: "bare-value"
        case .badDuration: "bad-duration"
        case .looseNot: "loose-not"
        case .missingName: "missing-name"
        }
    }
}
