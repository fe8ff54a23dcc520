// The compact form of a condition: operations in one flat table, each naming its operands by their places in it.

/// INVARIANT: an operation stands after its operands, and owns nothing.
struct Op {
    var code: Code
    var flags: Flags = []
    var a: Int32 = 0
    var b: Int32 = 0
    var c: Int32 = 0

    enum Code: UInt8 {
        /// a: place in the table of constants, of concepts, of policy, of ranges.
        case constant, concept, policy, all
        /// a: slot.
        case slot
        case today
        /// a: operand, b: the fact's number, c: its place in the table of facts.
        case property
        /// a, b: operands from and count in the table of operands; c: the code of the function, or the definition's or decision's number.
        case function, define, decision, undetermined
        /// As `decision`, but c: place in the table of askings.
        case concluded
        case list, least, greatest
        /// a, b: operands.
        case and, or, equal, less, lessOrEqual, isA, member, overlaps, add, subtract, multiply, divide
        /// a: operand.
        case not, size, inForce, stated
        /// a: range, b: body or `nothing`, c: slot.
        case exists, every, count
        /// a: the factor, b: place in the table of masks.
        case factor
        case wrong
    }

    struct Flags: OptionSet {
        let rawValue: UInt8
        static let leftIsToday = Flags(rawValue: 1)
        static let rightIsToday = Flags(rawValue: 2)
        /// The day of the check goes into one of the sides.
        static let usesToday = Flags(rawValue: 4)
        /// The list on the right is made of constants alone.
        static let constants = Flags(rawValue: 8)
        /// The operation is a condition, and not a value of another type.
        static let truth = Flags(rawValue: 16)
    }

    static let nothing: Int32 = -1
}

/// A row of a factor or of a decision's table.
struct RowCode {
    /// `Op.nothing` for `otherwise`.
    var condition: Int32
    /// The value or conclusion that it gives.
    var result: Int32
    /// Further conditions that a conclusion owes: from and count in the table of operands.
    var needs: (from: Int32, count: Int32) = (0, 0)
}

struct DefineCode {
    var body: Int32
    var frame: Int32
}

struct FactorCode {
    var rows: (from: Int32, count: Int32)
    /// Whether weighing it can tell a day on which an answer turns, or an `every` over nothing.
    var leavesTraces: Bool
    /// Whether it rests on earlier factors.
    var isDerived: Bool
}

struct DecisionCode {
    var frame: Int32
    var parameters: Int32
    /// `Op.nothing` where there is no `each`.
    var eachRange: Int32
    var eachSlot: Int32
    var factors: (from: Int32, count: Int32)
    var rows: (from: Int32, count: Int32)
    var conclusions: Int32
    /// Place in the table of constants of the word of the first conclusion; after the last stands `undetermined`.
    var words: Int32
    /// Whether the words about a factor can tell a day on which an answer turns: then they are always made.
    var wordsLeaveTraces: Bool
}

struct RuleCode {
    /// From and count in the table of variables.
    var variables: (from: Int32, count: Int32)
    var condition: Int32
    /// The part of the condition that is asked before the last variable has a value; `Op.nothing` where there is none.
    var ahead: Int32
    /// From and count in the table of exceptions.
    var exceptions: (from: Int32, count: Int32)
    var frame: Int32
}
