// Writes members line by line: blocks, blank lines and comments. `Printer+Head` breaks lines, `Columns` aligns them.

struct Line {
    var text: [UInt8] = []
    /// Stands at the line's end, in a column with those of the lines beside it.
    var comment: [UInt8] = []
}

struct Printer {
    let bytes: [UInt8]
    let width: Int
    var lines: [Line] = []
    /// Nothing but a blank line would separate what comes from a block's beginning.
    private var atBlockStart = true

    init(bytes: [UInt8], width: Int) {
        self.bytes = bytes
        self.width = width
    }

    /// The members of a file or of a block and the comments between them; `from` and `to` are absolute.
    mutating func block(_ items: [Item], from: Int, to: Int, indent: Int, isTable: Bool) {
        atBlockStart = true
        var gaps: [Gap] = [], start = from
        for item in items {
            gaps.append(Gap(bytes, start..<item.start))
            start = item.end
        }
        let plans = columns(of: items, gaps, indent: indent, isTable: isTable)
        for (index, item) in items.enumerated() {
            comments(gaps[index], indent: indent, isFirst: from == 0 && index == 0)
            if gaps[index].newlines > 1 { blank() }
            head(item, plans[index], indent: indent)
            atBlockStart = false
        }
        comments(Gap(bytes, start..<to), indent: indent, isFirst: from == 0 && items.isEmpty, isLast: true)
    }

    /// The comments before a member or before a block's end: those behind the last line's words, then those on lines of their own.
    private mutating func comments(_ gap: Gap, indent: Int, isFirst: Bool, isLast: Bool = false) {
        var isTrailing = !isFirst
        for (index, comment) in gap.comments.enumerated() {
            let following = index + 1 < gap.comments.count ? gap.comments[index + 1].newlines : isLast ? 1 : gap.newlines
            let endsLine = following > 0 || gap.comments[index...].dropFirst().contains { $0.newlines > 0 }
            isTrailing = isTrailing && comment.newlines == 0 && (endsLine || comment.isLine)
            if isTrailing, let last = lines.indices.last {
                lines[last].comment += (lines[last].comment.isEmpty ? [] : [0x20]) + comment.text
            } else if index > 0, comment.newlines == 0, let last = lines.indices.last {
                // On its own line, a `///` would become documentation.
                lines[last].text += [0x20] + comment.text
            } else {
                if comment.newlines > 1 { blank() }
                lines.append(Line(text: spaces(indent) + comment.text))
                atBlockStart = false
            }
        }
    }

    private mutating func blank() {
        if !atBlockStart, lines.last.map({ !$0.text.isEmpty }) ?? false { lines.append(Line()) }
    }

    /// All lines as bytes, the comments at their ends aligned.
    mutating func finish() -> [UInt8] {
        alignComments()
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 8)
        for line in lines {
            result += line.text
            result += line.comment
            result.append(0x0A)
        }
        return result
    }

    /// Lines beside each other, equally far in, have the comments at their ends in one column.
    private mutating func alignComments() {
        var start = 0
        while start < lines.count {
            guard !lines[start].comment.isEmpty else {
                start += 1
                continue
            }
            let indent = lines[start].text.prefix { $0 == 0x20 }.count
            var end = start + 1
            while end < lines.count, !lines[end].comment.isEmpty, lines[end].text.prefix(while: { $0 == 0x20 }).count == indent { end += 1 }
            let ends = lines[start..<end].map { columnCount($0.text.suffix(while: { $0 != 0x0A })) }
            let column = (ends.max() ?? 0) + 2
            for index in start..<end { lines[index].text += spaces(column - ends[index - start]) }
            start = end
        }
    }
}

func spaces(_ count: Int) -> [UInt8] { Array(repeating: 0x20, count: max(0, count)) }

extension BidirectionalCollection {
    /// The longest end of which every element satisfies `condition`.
    fileprivate func suffix(while condition: (Element) -> Bool) -> SubSequence {
        var index = endIndex
        while index > startIndex, condition(self[self.index(before: index)]) { index = self.index(before: index) }
        return self[index...]
    }
}
