// Findings for people at a terminal: title, place, excerpt with carets, derivation, advice.

public struct TextRenderer: Sendable {
    public var language: Language
    public var colour: Colour
    /// Columns of the terminal: longer lines of an excerpt are cut around the carets, and texts are wrapped.
    public var width: Int

    public init(language: Language, colour: Colour = .off, width: Int = 100) {
        self.language = language
        self.colour = colour
        self.width = max(40, width)
    }

    /// One finding, with a line's end behind its last line.
    public func render(_ diagnostic: Diagnostic, in files: Files) -> String {
        let ink = Ink(diagnostic.severity)
        var lines = [
            colour.paint("\(severityWord(diagnostic.severity))[\(diagnostic.code)]", ink)
                + colour.paint(": " + Columns.visible(diagnostic.title[language]), .bold)
        ]
        let excerpt = files.text(of: diagnostic.place.file).flatMap { text in
            files.range(of: diagnostic.place).map { Excerpt(text: text, range: $0) }
        }
        let gutter = String(repeating: " ", count: excerpt.map { String($0.lastLine + 1).count } ?? 1)
        if let excerpt {
            lines.append("\(gutter)\(colour.paint("-->", .frame)) \(excerpt.location)")
            lines.append("\(gutter) \(bar)")
            if !diagnostic.hidesText { lines += quoted(excerpt, diagnostic, gutter, ink) }
        }
        lines += wrapped(diagnostic.message[language], first: "\(gutter) ", rest: "\(gutter) ")
        lines += derivation(diagnostic.notes, gutter, files)
        if let advice = diagnostic.advice {
            let word = language == .sv ? "gör så här" : "help"
            lines += wrapped(
                advice[language], first: "\(gutter) \(colour.paint("=", .frame)) \(colour.paint(word, .advice)): ",
                rest: "\(gutter)   ", firstWidth: gutter.count + 5 + word.count)
        }
        if !diagnostic.norms.isEmpty {
            let word = language == .sv ? "norm" : "norm"
            lines += wrapped(
                diagnostic.norms.joined(separator: ", "), first: "\(gutter) \(colour.paint("=", .frame)) \(word): ", rest: "\(gutter)   ")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The lines of the text with carets, and a bar to end with.
    private func quoted(_ excerpt: Excerpt, _ diagnostic: Diagnostic, _ gutter: String, _ ink: Ink) -> [String] {
        let label = diagnostic.label.map { Columns.visible($0[language]) } ?? ""
        return excerpt.lines(width: width - gutter.count - 3, label: label).map { line in
            switch line {
            case .source(let number, let text):
                let number = String(number)
                let padding = String(repeating: " ", count: gutter.count - number.count)
                return (colour.paint("\(padding)\(number)", .frame) + " \(bar) \(text)").trimmedEnd
            case .marks(let blanks, let marks): return "\(gutter) \(bar) \(blanks)\(colour.paint(marks, ink))"
            case .omission: return colour.paint("\(gutter) ⋮", .frame)
            }
        } + ["\(gutter) \(bar)"]
    }

    /// All findings, a blank line between, and a count at the end.
    public func render(_ diagnostics: [Diagnostic], in files: Files) -> String {
        let bodies = diagnostics.map { render($0, in: files) }
        return (bodies + [summary(diagnostics) + "\n"]).joined(separator: "\n")
    }

    /// "2 errors and 1 warning", "no findings".
    public func summary(_ diagnostics: [Diagnostic]) -> String {
        let words: [(Severity, [String])] =
            language == .sv
            ? [(.error, ["fel", "fel"]), (.warning, ["varning", "varningar"]), (.info, ["upplysning", "upplysningar"])]
            : [(.error, ["error", "errors"]), (.warning, ["warning", "warnings"]), (.info, ["note", "notes"])]
        let parts = words.compactMap { severity, forms -> String? in
            let count = diagnostics.count { $0.severity == severity }
            return count == 0 ? nil : "\(count) \(count == 1 ? forms[0] : forms[1])"
        }
        guard let last = parts.last else { return language == .sv ? "Inga anmärkningar." : "No findings." }
        let and = language == .sv ? " och " : " and "
        return parts.count == 1 ? last + "." : parts.dropLast().joined(separator: ", ") + and + last + "."
    }

    // MARK: Parts

    private var bar: String { colour.paint("|", .frame) }

    private func severityWord(_ severity: Severity) -> String {
        switch (severity, language) {
        case (.error, .sv): "fel"
        case (.warning, .sv): "varning"
        case (.info, .sv): "upplysning"
        case (.error, .en): "error"
        case (.warning, .en): "warning"
        case (.info, .en): "info"
        }
    }

    /// Each step with its norm and its place, indented under what it supports.
    private func derivation(_ notes: [Note], _ gutter: String, _ files: Files) -> [String] {
        guard !notes.isEmpty else { return [] }
        let heading = language == .sv ? "därför att" : "because"
        var lines = ["\(gutter) \(colour.paint("=", .frame)) \(heading):"]
        for note in notes {
            let indent = "\(gutter)   " + String(repeating: "  ", count: min(max(0, note.depth), 20))
            var text = note.text[language]
            if let norm = note.norm { text += " [\(norm)]" }
            lines += wrapped(text, first: indent + colour.paint("·", .frame) + " ", rest: indent + "  ", firstWidth: indent.count + 2)
            if let place = note.place, let source = files.text(of: place.file), let range = files.range(of: place) {
                lines.append(indent + "  " + colour.paint(Excerpt(text: source, range: range).location, .faint))
            }
        }
        return lines
    }

    /// Lines of words, never longer than the width unless one word is.
    private func wrapped(_ text: String, first: String, rest: String, firstWidth: Int? = nil) -> [String] {
        var lines: [String] = [], line = first, column = firstWidth ?? Columns.width(first), isEmpty = true
        if column + text.utf8.count <= width, Columns.isOneLine(text) { return [first + text] }
        for paragraph in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            for word in Columns.visible(Substring(paragraph)).utf8.split(separator: UInt8(ascii: " ")) {
                let word = Substring(word), width = Columns.width(word)
                if !isEmpty, column + 1 + width > self.width {
                    lines.append(line)
                    (line, column, isEmpty) = (rest, Columns.width(rest), true)
                }
                if !isEmpty { line += " " }
                line += word
                column += isEmpty ? width : width + 1
                isEmpty = false
            }
            lines.append(line)
            (line, column, isEmpty) = (rest, Columns.width(rest), true)
        }
        return lines
    }
}

extension String {
    fileprivate var trimmedEnd: String {
        guard utf8.last == UInt8(ascii: " ") else { return self }
        let end = Array(utf8).lastIndex { $0 != UInt8(ascii: " ") }.map { $0 + 1 } ?? 0
        return String(decoding: utf8.prefix(end), as: UTF8.self)
    }
}
