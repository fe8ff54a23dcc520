// The operators of expressions and how tightly each binds.

public enum UnaryOperator: String, Sendable { case not, minus = "-" }

public enum BinaryOperator: UInt8, Sendable, CaseIterable {
    case or, and
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    case `in`, notIn, `is`, isNot, precedes, reaches, overlaps
    case plus, minus, times, divided

    /// As it is written.
    public var sign: String {
        switch self {
        case .or: "or"
        case .and: "and"
        case .equal: "=="
        case .notEqual: "!="
        case .less: "<"
        case .lessOrEqual: "<="
        case .greater: ">"
        case .greaterOrEqual: ">="
        case .in: "in"
        case .notIn: "not in"
        case .is: "is"
        case .isNot: "is not"
        case .precedes: "precedes"
        case .reaches: "reaches"
        case .overlaps: "overlaps"
        case .plus: "+"
        case .minus: "-"
        case .times: "*"
        case .divided: "/"
        }
    }
}

public enum Quantifier: UInt8, Sendable, CaseIterable {
    case exists, every, count
    public var word: String {
        switch self {
        case .exists: "exists"
        case .every: "every"
        case .count: "count"
        }
    }
}

/// Loosest first. An operand of a level is an expression of the next one; comparisons and ranges don't chain.
enum Level: UInt8, Comparable {
    case or = 1, and, not, comparison, range, sum, product, negation

    static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
    var tighter: Level { Level(rawValue: rawValue + 1) ?? .negation }
}

extension BinaryOperator {
    var level: Level {
        switch self {
        case .or: .or
        case .and: .and
        case .plus, .minus: .sum
        case .times, .divided: .product
        default: .comparison
        }
    }

    init?(_ kind: TokenKind) {
        switch kind {
        case .equal: self = .equal
        case .notEqual: self = .notEqual
        case .less: self = .less
        case .lessOrEqual: self = .lessOrEqual
        case .greater: self = .greater
        case .greaterOrEqual: self = .greaterOrEqual
        case .plus: self = .plus
        case .minus: self = .minus
        case .star: self = .times
        case .slash: self = .divided
        default: return nil
        }
    }
}
