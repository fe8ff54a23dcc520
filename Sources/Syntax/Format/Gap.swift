// What stands between two tokens: comments, line ends and blanks.

struct Comment: Equatable {
    /// Without trailing blanks and carriage returns.
    var text: [UInt8]
    /// `//` and `///`; else `/* */`.
    var isLine: Bool
    /// Line ends since the token or comment before.
    var newlines: Int

    var spansLines: Bool { text.contains(0x0A) }
}

struct Gap {
    var comments: [Comment] = []
    /// Line ends since the last comment, or since the token before.
    var newlines = 0

    /// What follows has to begin a line.
    var isForced: Bool { comments.contains { $0.isLine || $0.spansLines } }
    /// A blank line stands somewhere in it.
    var hasBlank: Bool { newlines > 1 || comments.contains { $0.newlines > 1 } }

    /// Reads the bytes between two tokens. A `;` there is passed over: line ends take its place, or it is written anew.
    init(_ bytes: [UInt8], _ range: Range<Int>) {
        guard !range.isEmpty, range.count > 1 || bytes[range.lowerBound] != 0x20 else { return }
        var index = range.lowerBound
        while index < range.upperBound {
            switch bytes[index] {
            case 0x0A: newlines += 1; index += 1
            case 0x0D:
                if index + 1 >= bytes.count || bytes[index + 1] != 0x0A { newlines += 1 }
                index += 1
            case UInt8(ascii: "/"):
                let start = index, isLine = index + 1 < range.upperBound && bytes[index + 1] == UInt8(ascii: "/")
                if isLine {
                    while index < range.upperBound, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
                } else {
                    index += 2
                    while index + 1 < range.upperBound, bytes[index] != UInt8(ascii: "*") || bytes[index + 1] != UInt8(ascii: "/") { index += 1 }
                    index = min(range.upperBound, index + 2)
                }
                comments.append(Comment(text: clean(bytes[start..<index]), isLine: isLine, newlines: newlines))
                newlines = 0
            default: index += 1
            }
        }
    }

    init() {}
}

/// No blank before a line's end, and no carriage return.
private func clean(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = [], index = bytes.startIndex
    func trim() { while let last = result.last, last == 0x20 || last == 0x09 { result.removeLast() } }
    while index < bytes.endIndex {
        let byte = bytes[index]
        if byte == 0x0A || byte == 0x0D {
            trim()
            result.append(0x0A)
            if byte == 0x0D, index + 1 < bytes.endIndex, bytes[index + 1] == 0x0A { index += 1 }
        } else {
            result.append(byte)
        }
        index += 1
    }
    trim()
    return result
}

/// The columns that bytes take: one for each scalar.
func columnCount(_ bytes: some Sequence<UInt8>) -> Int { bytes.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 } }
