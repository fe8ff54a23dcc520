// The lines of a text around a place, with carets under it.

struct Excerpt {
    let text: Text
    let range: Range<Int>

    enum Line: Equatable {
        /// The number counts from 1; the text is fit for a terminal.
        case source(number: Int, text: String)
        case marks(blanks: String, marks: String)
        case omission
    }

    var firstLine: Int { text.line(at: range.lowerBound) }
    /// The line of the last byte; an end that is just behind a line's end belongs to that line.
    var lastLine: Int { max(firstLine, text.line(at: max(range.lowerBound, range.upperBound - 1))) }

    /// "file.lagrum:3:7"; the column counts characters, from 1.
    var location: String {
        "\(Columns.visible(text.path)):\(firstLine + 1):\(text.characterColumn(at: range.lowerBound) + 1)"
    }

    /// A place on one line has its carets under it; one over several shows its first and last lines and marks both.
    func lines(width: Int, label: String) -> [Line] {
        if firstLine == lastLine { return marked(firstLine, range, width, label) }
        let first = text.range(ofLine: firstLine), last = text.range(ofLine: lastLine)
        var result = marked(firstLine, range.lowerBound..<max(range.lowerBound, first.upperBound), width, "")
        switch lastLine - firstLine {
        case 1: break
        case 2: result.append(.source(number: firstLine + 2, text: cut(plain(near(first.upperBound + 1, in: text.range(ofLine: firstLine + 1))), to: width)))
        default: result.append(.omission)
        }
        var start = last.lowerBound
        while start < range.upperBound, text.bytes[start] == 0x20 || text.bytes[start] == 0x09 { start += 1 }
        return result + marked(lastLine, min(start, range.upperBound)..<range.upperBound, width, label)
    }

    /// More of a line than this is never looked at: no terminal is so wide.
    private static let reach = 4096

    private func plain(_ bounds: Range<Int>) -> String { Columns.visible(text.string(in: bounds)) }

    /// The part of a line around an offset that can be shown; it begins and ends between characters.
    private func near(_ offset: Int, in bounds: Range<Int>) -> Range<Int> {
        guard bounds.count > 2 * Excerpt.reach else { return bounds }
        func isInside(_ offset: Int) -> Bool { offset < bounds.upperBound && text.bytes[offset] & 0xC0 == 0x80 }
        var low = max(bounds.lowerBound, offset - Excerpt.reach), high = min(bounds.upperBound, offset + Excerpt.reach)
        while low > bounds.lowerBound, isInside(low), low > offset - Excerpt.reach - 3 { low -= 1 }
        while isInside(high), high > offset { high -= 1 }
        return low..<high
    }

    /// A line and the carets under `range`, both cut to the width around the carets.
    private func marked(_ line: Int, _ range: Range<Int>, _ width: Int, _ label: String) -> [Line] {
        let whole = text.range(ofLine: line)
        let low = min(max(range.lowerBound, whole.lowerBound), whole.upperBound)
        let bounds = near(low, in: whole), high = min(max(range.upperBound, low), bounds.upperBound)
        // Tabs widen with the column they stand in, so widths are those of whole prefixes.
        let start = Columns.width(Columns.visible(text.string(in: bounds.lowerBound..<low)))
        let end = max(start + 1, Columns.width(Columns.visible(text.string(in: bounds.lowerBound..<high))))
        let shown = plain(bounds)
        let (window, source) = window(of: shown, around: start..<end, width)
        let count = max(1, min(end, window.upperBound) - start)
        let blanks = String(repeating: " ", count: max(0, start - window.lowerBound) + (window.lowerBound > 0 ? 1 : 0))
        let marks = String(repeating: "^", count: count) + (label.isEmpty ? "" : " " + label)
        return [.source(number: line + 1, text: source), .marks(blanks: blanks, marks: marks)]
    }

    private func cut(_ line: String, to width: Int) -> String { window(of: line, around: 0..<1, width).text }

    /// The part of a line that fits, with `…` where it was cut; its columns before the cut.
    private func window(of line: String, around marks: Range<Int>, _ width: Int) -> (columns: Range<Int>, text: String) {
        let total = Columns.width(line)
        guard total > width else { return (0..<max(total, marks.upperBound), line) }
        let room = max(10, width - 2)
        var start = 0
        if marks.upperBound > room { start = max(0, min(marks.lowerBound - room / 4, total - room)) }
        if Columns.isPlain(line) {
            let body = String(Substring(line.utf8.dropFirst(start).prefix(room)))
            return (start..<min(total, start + room), (start > 0 ? "…" : "") + body + (start + room < total ? "…" : ""))
        }
        var column = 0, first = -1, body = ""
        for character in line {
            let width = Columns.width(character)
            if column >= start, column + width <= start + room {
                if first < 0 { first = column }
                body.append(character)
            }
            column += width
        }
        let from = max(0, first)
        let cutEnd = start + room < total
        return (from..<min(total, start + room), (from > 0 ? "…" : "") + body + (cutEnd ? "…" : ""))
    }
}
