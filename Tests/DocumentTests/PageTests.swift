// A page is one safe, well-formed, self-contained file.
import Document
import Testing

@Suite struct PageTests {
    let hostile = "<script>alert('x')</script> & \"quoted\" \u{1}"

    /// Every place where a text can stand, filled with the same text.
    func page(_ text: String) -> Page {
        let bars = PairedBars(
            title: text, description: text, first: text, second: text,
            levels: [.init(name: text, first: 0.25, second: 0.5), .init(name: "b", first: .nan, second: -1)], numerals: .english)
        let chart = IntervalChart(
            title: text, description: text,
            rows: [
                .init(name: text, reading: text, value: 0.5, low: 0.4, high: 0.6, limit: .atMost(0.55), verdict: .bad),
                .init(name: text, reading: text, value: .infinity, low: .nan, high: 0, verdict: .good),
            ], scale: .common(including: [0]), numerals: .swedish, limitWord: text)
        var own = chart
        own.scale = .each
        let flow = FlowPicture(
            title: text, description: text,
            steps: [
                .init(name: text, note: text, inputs: [], outputs: [.init(name: "a", rows: 10, band: .personal)], losses: [text], figure: text),
                .init(name: "b", note: text, inputs: ["a"], outputs: [], figure: text),
            ], legend: [(.personal, text)], numerals: .english)
        return Page(
            language: "en", kind: text, title: text, lead: [.text(text)], facts: [.init(text, [.code(text), .digest(text)])],
            opening: [.notice(.good, title: text, [.strong(text), .emphasis(text)]), .highlights([.init(name: text, figure: text, note: text)])],
            contents: text,
            sections: [
                .init(
                    id: "one", title: text,
                    blocks: [
                        .heading(text), .paragraph([.verdict(.caution, text)]), .small([.text(text)]), .list([[.text(text)]]),
                        .table(.init(caption: text, columns: [.init(text), .init(text, .number)], rows: [[[.text(text)], [.text(text)]]])),
                        .picture(.bars(bars)), .picture(.intervals(chart)), .picture(.intervals(own)),
                        .gallery([.flow(flow)]), .folded(text, [.paragraph([.text(text)])]),
                    ])
            ], closing: [.text(text)])
    }

    @Test func everyTextIsEscapedOnce() {
        let file = html(page(hostile))
        #expect(!file.contains("<script"))
        #expect(!file.contains("alert('x')"))
        #expect(!file.contains("\u{1}"))
        #expect(!file.contains("&amp;lt;"), "escaped twice")
        for tag in ["p", "span", "div", "section", "svg", "text", "li", "td"] {
            #expect(!file.contains("&lt;\(tag)"), "markup taken for a text: \(tag)")
        }
    }

    @Test func tagsAreBalancedAndIdsUnique() throws {
        let file = html(page("plain"))
        #expect(try unbalanced(file) == [])
        let ids = file.components(after: " id=\"")
        #expect(Set(ids).count == ids.count)
        for name in file.components(after: "aria-labelledby=\"").flatMap({ $0.split(separator: " ").map(String.init) }) {
            #expect(ids.contains(name), "\(name) labels something and is nowhere")
        }
    }

    @Test func nothingComesFromOutside() {
        let file = html(page("plain"))
        for needle in ["http:", "https:", "src=", "url(", "@import", "<script", "<link", "javascript:"] {
            #expect(!file.contains(needle), "\(needle)")
        }
        #expect(file.contains("default-src 'none'"))
    }

    @Test func picturesHaveTitleAndDescriptionAndNoNumberThatIsNone() {
        let file = html(page("plain"))
        let pictures = file.components(after: "<svg role=\"img\"")
        #expect(file.count(of: "<svg role=\"img\"") == 4)
        #expect(file.count(of: "<title id=") == 4)
        #expect(file.count(of: "<desc id=") == 4)
        #expect(pictures.count == 4)
        #expect(!file.contains("nan") && !file.contains("inf%"))
    }

    @Test func aPassedAndAFailedGateDifferByMoreThanColour() {
        let good = html(Page(language: "en", kind: "k", title: "t", opening: [.notice(.good, title: "x", [])], contents: "c", sections: []))
        let bad = html(Page(language: "en", kind: "k", title: "t", opening: [.notice(.bad, title: "x", [])], contents: "c", sections: []))
        let shapes = [good, bad].map { $0.components(after: "<path d=\"").first }
        #expect(shapes[0] != nil && shapes[0] != shapes[1])
    }
}

/// The tags that are closed without being open, or the other way round.
func unbalanced(_ file: String) throws -> [String] {
    let void: Set = ["meta", "!doctype", "line", "rect", "circle", "path"]
    var open: [String] = [], wrong: [String] = []
    let body = file.components(after: "</style>", until: nil).first ?? ""
    for piece in body.split(separator: "<").dropFirst() {
        let tag = piece.prefix { $0 != ">" }
        let name = String(tag.drop { $0 == "/" }.prefix { $0 != " " && $0 != "/" && $0 != "\n" })
        if tag.hasPrefix("/") {
            if open.last == name { open.removeLast() } else if name != "head" && name != "html" { wrong.append(name) }
        } else if !tag.hasSuffix("/"), !void.contains(name) {
            open.append(name)
        }
    }
    return wrong + open
}

extension String {
    /// What follows each occurrence of `needle`, as far as the next quote, or to the end.
    func components(after needle: String, until end: Character? = "\"") -> [String] {
        var found: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: needle) {
            rest = rest[range.upperBound...]
            found.append(String(end.map { end in rest.prefix { $0 != end } } ?? rest))
        }
        return found
    }

    func count(of needle: String) -> Int { components(after: needle).count }

    func contains(_ needle: String) -> Bool { firstRange(of: needle) != nil }
}
