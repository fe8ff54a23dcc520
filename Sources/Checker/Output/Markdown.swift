// The little Markdown that pages are written in: headings, paragraphs, lists, fenced code; strong, emphasis and code in lines.
import Document

/// A page's text in parts.
enum MarkdownBlock: Sendable, Equatable {
    case heading(level: Int, String)
    case paragraph(String)
    case list([String])
    /// Fenced, with its language.
    case code(language: String, String)
}

enum MarkdownText {
    static func blocks(_ source: String) -> [MarkdownBlock] {
        var blocks: [MarkdownBlock] = []
        var paragraph: [Substring] = []
        var items: [String] = []
        var code: (language: String, lines: [Substring])?
        func flush() {
            if !paragraph.isEmpty { blocks.append(.paragraph(paragraph.joined(separator: " "))) }
            if !items.isEmpty { blocks.append(.list(items)) }
            (paragraph, items) = ([], [])
        }
        for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
            if let open = code {
                if line.hasPrefix("```") {
                    blocks.append(.code(language: open.language, open.lines.joined(separator: "\n")))
                    code = nil
                } else {
                    code = (open.language, open.lines + [line])
                }
            } else if line.hasPrefix("```") {
                flush()
                code = (String(line.dropFirst(3)), [])
            } else if line.hasPrefix("#") {
                flush()
                let level = line.prefix { $0 == "#" }.count
                blocks.append(.heading(level: level, String(line.dropFirst(level).drop { $0 == " " })))
            } else if line.hasPrefix("- ") {
                if !paragraph.isEmpty { flush() }
                items.append(String(line.dropFirst(2)))
            } else if line.allSatisfy({ $0 == " " }) {
                flush()
            } else if !items.isEmpty, line.hasPrefix("  ") {
                items[items.count - 1] += " " + line.drop { $0 == " " }
            } else {
                paragraph.append(line)
            }
        }
        if let open = code { blocks.append(.code(language: open.language, open.lines.joined(separator: "\n"))) }
        flush()
        return blocks
    }

    /// For a terminal: wrapped lines, code indented, no marks of emphasis; a heading is painted by `strong`.
    static func plain(_ source: String, width: Int, strong: (String) -> String = { $0 }) -> String {
        var parts: [String] = []
        for block in blocks(source) {
            switch block {
            case .heading(_, let text): parts.append(strong(unmarked(text)))
            case .paragraph(let text): parts.append(wrap(unmarked(text), width).joined(separator: "\n"))
            case .list(let items):
                parts.append(
                    items.map {
                        wrap(unmarked($0), width - 2).enumerated().map { ($0 == 0 ? "· " : "  ") + $1 }.joined(
                            separator: "\n")
                    }.joined(separator: "\n"))
            case .code(_, let text):
                parts.append(
                    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    " + $0 }
                        .joined(separator: "\n"))
            }
        }
        return parts.joined(separator: "\n\n") + "\n"
    }

    static func page(_ blocks: [MarkdownBlock]) -> [Page.Block] {
        blocks.map { block in
            switch block {
            case .heading(_, let text): .heading(unmarked(text))
            case .paragraph(let text): .paragraph(spans(text))
            case .list(let items): .list(items.map(spans))
            case .code(_, let text): .listing(text)
            }
        }
    }

    /// `**strong**`, `*emphasis*` and code between grave accents; a mark without its partner is a character.
    static func spans(_ text: String) -> [Page.Span] {
        var result: [Page.Span] = []
        var plain = ""
        var rest = text[...]
        func take(_ mark: String) -> String? {
            guard rest.hasPrefix(mark) else { return nil }
            let inner = rest.dropFirst(mark.count)
            guard let end = inner.firstRange(of: mark), end.lowerBound > inner.startIndex else { return nil }
            rest = inner[end.upperBound...]
            return String(inner[..<end.lowerBound])
        }
        func emit(_ span: Page.Span) {
            if !plain.isEmpty { result.append(.text(plain)) }
            plain = ""
            result.append(span)
        }
        while let first = rest.first {
            if let code = take("`") {
                emit(.code(code))
            } else if let strong = take("**") {
                emit(.strong(unmarked(strong)))
            } else if first == "*", rest.dropFirst().first.map({ $0 != " " }) == true, let words = take("*") {
                emit(.emphasis(unmarked(words)))
            } else {
                plain.append(first)
                rest.removeFirst()
            }
        }
        if !plain.isEmpty { result.append(.text(plain)) }
        return result
    }

    /// Without marks of strength; code keeps its grave accents, as messages have them.
    static func unmarked(_ text: String) -> String {
        text.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { index, part in
            index % 2 == 1 ? String(part) : String(part.replacing("**", with: ""))
        }.joined(separator: "`")
    }

    /// Lines of words, never longer than the width unless one word is.
    static func wrap(_ text: String, _ width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? String(word) : " " + word
        }
        return lines + (line.isEmpty ? [] : [line])
    }
}
