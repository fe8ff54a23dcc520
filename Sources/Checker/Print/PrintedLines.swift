// Lines whose columns stand under one another still, when words in them have become longer or shorter.

/// Pieces of a text with others in their place. What stood in line over several lines stands in line again.
struct PrintedLines {
    private struct Word {
        var text: String
        /// Characters from the line's start, and blanks before it, as written.
        var column: Int
        var gap: Int
        var end: Int { column + text.count }
    }
    private struct Line {
        var indent: Int
        var words: [Word]
        /// Further in than its block: it goes on with the line before.
        var isContinuation: Bool
        /// What opens a block over the next lines is in line with nothing, but for a property.
        var isHead: Bool
    }
    /// Words of several lines that begin in one column.
    private struct Stop {
        var column: Int
        var gap: Int
        var members: [(line: Int, word: Int)]
    }
    private var lines: [Line] = []
    /// How much further in a block stands than what it belongs to.
    private static let step = 2

    /// - Parameter pieces: by where they begin, how long they are and what stands in their place.
    init(_ text: [UInt8], replacing pieces: [Int: (length: Int, text: String)]) {
        var scanner = Scanner(bytes: text, pieces: pieces)
        while true {
            let depth = scanner.depth
            guard let line = scanner.line() else { break }
            let words = line.map { Word(text: $0.text, column: $0.column, gap: $0.gap) }, indent = words.first?.column ?? 0
            lines.append(
                Line(
                    indent: indent, words: words, isContinuation: indent > PrintedLines.step * depth,
                    isHead: scanner.depth > depth && words.first?.text.hasSuffix(":") != true))
        }
    }

    func text() -> String {
        var placed = lines
        for line in placed.indices { PrintedLines.place(&placed[line], from: 1) }
        for stop in stops.sorted(by: { $0.column < $1.column }) {
            let column = (stop.members.filter { $0.word > 0 }.map { placed[$0.line].words[$0.word - 1].end }.max() ?? 0) + stop.gap
            for (line, word) in stop.members {
                placed[line].words[word].column = column
                PrintedLines.place(&placed[line], from: word + 1)
            }
        }
        return placed.map { line in
            var text = ""
            for word in line.words { text += String(repeating: " ", count: max(0, word.column - text.count)) + word.text }
            return text + "\n"
        }.joined()
    }

    /// Each word behind the one before it.
    private static func place(_ line: inout Line, from first: Int) {
        for word in line.words.indices where word >= max(1, first) { line.words[word].column = line.words[word - 1].end + line.words[word].gap }
    }

    /// Where more than one blank stands before a word, it was put in line with those above and below it.
    private var stops: [Stop] {
        var stops: [Stop] = [], seen: Set<[Int]> = []
        for line in lines.indices {
            for word in lines[line].words.indices.dropFirst() where lines[line].words[word].gap > 1 && !seen.contains([line, word]) {
                let column = lines[line].words[word].column
                let members = reach(line, -1, column).reversed() + [(line, word)] + reach(line, 1, column)
                for (line, word) in members { seen.insert([line, word]) }
                let gaps = members.filter { $0.word > 0 }.map { lines[$0.line].words[$0.word].gap }
                stops.append(Stop(column: column, gap: gaps.min() ?? 1, members: members))
            }
        }
        return stops
    }

    /// Words of the lines above or below in the same block that begin in a column; lines that end before it, and those that go on with another
    /// line, stand in no way.
    private func reach(_ start: Int, _ step: Int, _ column: Int) -> [(line: Int, word: Int)] {
        var found: [(line: Int, word: Int)] = [], line = start + step
        while lines.indices.contains(line), !lines[line].words.isEmpty, lines[line].isContinuation || lines[line].indent == lines[start].indent {
            let words = lines[line].words
            if lines[line].isContinuation {
                if words[0].column == column { found.append((line, 0)) }
            } else if let word = words.indices.dropFirst().first(where: { words[$0].column == column }), !lines[line].isHead || words[word].gap > 1 {
                found.append((line, word))
            } else if let last = words.last, last.column > column {
                break
            }
            line += step
        }
        return found
    }
}

/// Words between blanks; a text, a comment and a piece are each one word, whatever blanks they hold.
private struct Scanner {
    let bytes: [UInt8]
    let pieces: [Int: (length: Int, text: String)]
    private var at = 0
    /// Blocks that are open.
    private(set) var depth = 0
    /// A text or comment of several lines: its rest stands as it is written.
    private var closing: [UInt8] = []

    init(bytes: [UInt8], pieces: [Int: (length: Int, text: String)]) { (self.bytes, self.pieces) = (bytes, pieces) }

    private func starts(_ word: String) -> Bool { bytes[at...].starts(with: word.utf8) }

    mutating func line() -> [(text: String, column: Int, gap: Int)]? {
        guard at < bytes.count else { return nil }
        var words: [(text: String, column: Int, gap: Int)] = [], column = 0, gap = 0, text: [UInt8] = [], written: [UInt8] = []
        func characters(_ bytes: [UInt8]) -> Int { String(decoding: bytes, as: UTF8.self).count }
        func finish() {
            guard !text.isEmpty else { return }
            words.append((String(decoding: text, as: UTF8.self), column, gap))
            column += characters(written)
            (text, written, gap) = ([], [], 0)
        }
        func take(_ count: Int) {
            text += bytes[at..<at + count]
            written += bytes[at..<at + count]
            at += count
        }
        while at < bytes.count, bytes[at] != UInt8(ascii: "\n") {
            if !closing.isEmpty {
                if bytes[at...].starts(with: closing) {
                    take(closing.count)
                    closing = []
                } else {
                    take(1)
                }
            } else if bytes[at] == UInt8(ascii: " ") {
                finish()
                (gap, column, at) = (gap + 1, column + 1, at + 1)
            } else if let piece = pieces[at] {
                text += Array(piece.text.utf8)
                written += bytes[at..<at + piece.length]
                at += piece.length
            } else if starts("//") {
                take((bytes[at...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count) - at)
            } else if starts("/*") || starts("\"\"\"") {
                closing = Array(starts("/*") ? "*/".utf8 : "\"\"\"".utf8)
                take(closing.count)
            } else if bytes[at] == UInt8(ascii: "\"") {
                take(1)
                while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\n") {
                    take(bytes[at] == UInt8(ascii: "\\") && at + 1 < bytes.count ? 2 : 1)
                }
                if at < bytes.count, bytes[at] == UInt8(ascii: "\"") { take(1) }
            } else {
                if bytes[at] == UInt8(ascii: "{") { depth += 1 }
                if bytes[at] == UInt8(ascii: "}") { depth -= 1 }
                take(1)
            }
        }
        finish()
        at += 1
        return words
    }
}
