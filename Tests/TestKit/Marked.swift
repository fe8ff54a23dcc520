// Findings as marks in a text: `«N005 Pary»` is a finding N005 at `Pary`. Text in, text out.

/// A finding's code and the bytes that it is about.
public struct Mark: Hashable, Sendable {
    public var code: String
    public var range: Range<Int>
    public init(_ code: String, _ range: Range<Int>) { (self.code, self.range) = (code, range) }
}

/// Takes the marks out of a text. A mark holds its code, a blank, and what it is about; marks may nest.
public func unmarked(_ text: String) -> (text: String, marks: [Mark]) {
    var plain: [UInt8] = [], marks: [Mark] = [], open: [(code: String, start: Int)] = []
    var rest = Substring(text)
    while let character = rest.popFirst() {
        switch character {
        case "«":
            let code = rest.prefix { $0 != " " }
            rest = rest.dropFirst(code.count + 1)
            open.append((String(code), plain.count))
        case "»":
            if let (code, start) = open.popLast() { marks.append(Mark(code, start..<plain.count)) }
        default: plain += Array(String(character).utf8)
        }
    }
    return (String(decoding: plain, as: UTF8.self), marks)
}

/// Puts marks into a text, always in the same order, so that two sets of marks are compared as two texts.
public func marked(_ text: String, _ marks: [Mark]) -> String {
    let bytes = Array(text.utf8)
    // At one offset: what ends, the longest first to begin, and what is empty.
    var insertions: [(at: Int, rank: Int, order: Int, text: String)] = []
    let sorted = marks.sorted { ($0.range.lowerBound, -$0.range.upperBound, $0.code) < ($1.range.lowerBound, -$1.range.upperBound, $1.code) }
    for (order, mark) in sorted.enumerated() {
        if mark.range.isEmpty { insertions.append((mark.range.lowerBound, 2, order, "«\(mark.code) »")) } else {
            insertions.append((mark.range.lowerBound, 1, order, "«\(mark.code) "))
            insertions.append((mark.range.upperBound, 0, -order, "»"))
        }
    }
    var result: [UInt8] = [], offset = 0
    for insertion in insertions.sorted(by: { ($0.at, $0.rank, $0.order) < ($1.at, $1.rank, $1.order) }) {
        let at = min(max(insertion.at, offset), bytes.count)
        result += bytes[offset..<at]
        offset = at
        result += Array(insertion.text.utf8)
    }
    return String(decoding: result + bytes[offset...], as: UTF8.self)
}
