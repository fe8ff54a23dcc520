// The words of the language, one list each. A new kind of declaration is a row here and a row in the kinds table.

import Glibc

public enum Words {
    /// What a declaration may begin with.
    public static let kinds: [String] = [
        "controller", "processor", "authority", "recipient", "service", "dataset", "table", "activity", "pipeline", "notice",
        "assessment", "approval", "request", "reservation", "system", "oversight", "norm", "define", "decision", "factor", "rule",
        "unless", "part", "test", "given", "change", "pack", "subject", "purpose", "category", "basis", "exception", "safeguard",
        "context", "zone", "status", "sector", "relation", "expectation", "channel", "confidentiality", "item", "classification",
        "risk", "exemption", "override", "untold", "state", "assessment_kind", "approval_kind", "class", "role",
        "activity_kind", "recipient_kind", "service_kind", "environment", "power", "view", "outcome", "harm", "prediction",
    ]
    /// What a step may begin with.
    public static let verbs: [String] = [
        "consolidate", "clean", "mask", "pseudonymise", "aggregate", "match", "network", "split", "learn", "generate", "evaluate",
        "train", "audit", "score", "select", "communicate", "review", "decide", "disclose", "archive", "delete", "release",
        "conclude", "otherwise", "allow",
    ]
    /// What a clause may begin with. Which of them may follow what is a column of the kinds and verbs tables.
    public static let clauses: [String] = [
        "because", "for", "within", "of", "by", "as", "through", "after", "before", "until", "since", "from", "into", "to", "with",
        "against", "on", "at", "under", "per", "many", "matched", "named", "else", "every", "where", "when", "needs", "otherwise",
        "passed",
    ]
    /// Two words that make one clause word: `as of 2026-11-21` is one clause, whose word is "as of".
    public static let joined: [(first: String, second: String)] = [("as", "of"), ("matched", "by"), ("many", "per")]
    public static let directives: [String] = ["edition", "use", "import", "without"]
    public static let operators: [String] = ["or", "and", "not", "in", "is", "precedes", "reaches", "overlaps"]
    public static let quantifiers: [String] = ["exists", "every", "count"]
    public static let literals: [String] = ["yes", "no", "none", "unknown"]
    public static let units: [String] = ["day", "days", "week", "weeks", "month", "months", "year", "years"]
}

/// What a word may be, as bits: `every` is both a clause word and a quantifier.
struct WordSet: OptionSet, Sendable {
    let rawValue: UInt16
    static let kind = WordSet(rawValue: 1)
    static let verb = WordSet(rawValue: 2)
    static let clause = WordSet(rawValue: 4)
    static let directive = WordSet(rawValue: 8)
    static let operation = WordSet(rawValue: 16)
    static let quantifier = WordSet(rawValue: 32)
    static let literal = WordSet(rawValue: 64)
    static let unit = WordSet(rawValue: 128)
    /// A line that begins with it continues the one before.
    static let continues = WordSet(rawValue: 256)
    /// A clause word that is a plain name where an operand stands: `quality.result is passed`.
    static let weak = WordSet(rawValue: 512)
}

/// Every known word with what it may be, found by a hash of its bytes.
/// INVARIANT: written once, before `shared` is there for anyone, and never freed: so plain pointers are safe, and no
/// reference is counted in the lexer's loops.
struct WordTable: @unchecked Sendable {
    static let shared = WordTable()

    /// What each byte may begin.
    let classes: UnsafePointer<Class>
    /// 1 for an ASCII letter, digit or `_`.
    let isNamePart: UnsafePointer<UInt8>
    /// By word number. Word 0 is the empty text, for all that the language does not know.
    let texts: UnsafePointer<UnsafePointer<UInt8>>
    let lengths: UnsafePointer<Int>
    let sets: UnsafePointer<WordSet>
    /// The second word of a joined clause word, by the first; 0 elsewhere.
    let second: UnsafePointer<UInt8>
    /// The binary operator that a word is; `is not` and `not in` are put together by the parser.
    let operators: UnsafePointer<BinaryOperator?>
    /// Open addressing: a power of two, and several times as many slots as words.
    let slots: UnsafePointer<UInt8>
    static let slotCount = 1024
    /// No word is longer.
    let longest: Int
    /// Numbers are below it.
    let count: Int
    let not: UInt8, with: UInt8, when: UInt8, otherwise: UInt8, under: UInt8, `in`: UInt8, `is`: UInt8
    let exists: UInt8, every: UInt8, yes: UInt8, no: UInt8, none: UInt8, without: UInt8

    private init() {
        var texts: [[UInt8]] = [[]], sets: [WordSet] = [[]], index: [String: Int] = [:]
        func add(_ words: [String], _ set: WordSet) {
            for word in words {
                if let known = index[word] {
                    sets[known].insert(set)
                } else {
                    index[word] = texts.count
                    texts.append(Array(word.utf8))
                    sets.append(set)
                }
            }
        }
        add(Words.kinds, .kind)
        add(Words.verbs, .verb)
        add(Words.clauses, .clause)
        add(Words.directives, .directive)
        add(Words.operators, .operation)
        add(Words.quantifiers, .quantifier)
        add(Words.literals, .literal)
        add(Words.units, .unit)
        add(["and", "or", "because", "needs"], .continues)
        add(["passed"], .weak)
        func number(_ word: String) -> UInt8 { UInt8(clamping: index[word] ?? 0) }
        var second = [UInt8](repeating: 0, count: texts.count)
        for pair in Words.joined { second[Int(number(pair.first))] = number(pair.second) }
        var operators = [BinaryOperator?](repeating: nil, count: texts.count)
        for operation in BinaryOperator.allCases where index[operation.sign] != nil { operators[Int(number(operation.sign))] = operation }
        var slots = [UInt8](repeating: 0, count: WordTable.slotCount)
        for number in 1..<texts.count {
            var slot = texts[number].withUnsafeBufferPointer { text in text.baseAddress.map { WordTable.slot($0, text.count) } ?? 0 }
            while slots[slot] != 0 { slot = (slot + 1) & (WordTable.slotCount - 1) }
            slots[slot] = UInt8(clamping: number)
        }
        classes = immortal((0...255).map { Class(UInt8($0)) })
        isNamePart = immortal((0...255).map { [.letter, .digit].contains(Class(UInt8($0))) ? 1 : 0 })
        longest = texts.map(\.count).max() ?? 0
        count = texts.count
        self.texts = immortal(texts.map { immortal($0) })
        lengths = immortal(texts.map(\.count))
        self.sets = immortal(sets)
        self.second = immortal(second)
        self.operators = immortal(operators)
        self.slots = immortal(slots)
        not = number("not")
        with = number("with")
        when = number("when")
        otherwise = number("otherwise")
        under = number("under")
        `in` = number("in")
        `is` = number("is")
        exists = number("exists")
        every = number("every")
        yes = number("yes")
        no = number("no")
        none = number("none")
        without = number("without")
    }

    @inline(__always) func set(_ token: Token) -> WordSet { sets[Int(token.word)] }

    /// The word's number; 0 for a text that is none.
    func number(of text: UnsafeBufferPointer<UInt8>) -> UInt8 { text.baseAddress.map { number($0, text.count) } ?? 0 }

    @inline(__always) func number(_ start: UnsafePointer<UInt8>, _ length: Int) -> UInt8 {
        guard length >= 2, length <= longest else { return 0 }
        var slot = WordTable.slot(start, length)
        while true {
            let number = slots[slot]
            if number == 0 { return 0 }
            if lengths[Int(number)] == length, memcmp(texts[Int(number)], start, length) == 0 { return number }
            slot = (slot + 1) & (WordTable.slotCount - 1)
        }
    }

    func text(_ number: UInt8) -> String {
        String(decoding: UnsafeBufferPointer(start: texts[Int(number)], count: lengths[Int(number)]), as: UTF8.self)
    }

    /// Of the length, the first two letters and the last: enough to tell the words apart, and read in no loop. No word has one letter.
    @inline(__always) private static func slot(_ start: UnsafePointer<UInt8>, _ length: Int) -> Int {
        let letters = UInt32(start[0]) | UInt32(start[1]) << 8 | UInt32(start[length - 1]) << 16 | UInt32(truncatingIfNeeded: length) << 24
        return Int((letters &* 0x9E37_79B1) >> 22)
    }
}

private func immortal<Element>(_ elements: [Element]) -> UnsafePointer<Element> {
    let pointer = UnsafeMutablePointer<Element>.allocate(capacity: elements.count)
    pointer.initialize(from: elements, count: elements.count)
    return UnsafePointer(pointer)
}
