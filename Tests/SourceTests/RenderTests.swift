// What the reader sees, whole: a change of the look shows here as a change of text.

import Source
import Testing

/// A finding over the first occurrence of `mark` in `source`, with everything a finding can have.
private func rendered(
    _ source: String, mark: String, label: String? = nil, notes: [Note] = [], advice: String? = nil, norms: [String] = [],
    message: String = "The message.", language: Language = .en, colour: Colour = .off, width: Int = 80
) -> String {
    var files = Files()
    let text = Text(path: "specs/a.lagrum", source)
    files.add(text, memberStarts: [0])
    let range = text.bytes.firstRange(of: Array(mark.utf8)) ?? 0..<0
    func both(_ text: String) -> Message { Message(sv: text, en: text) }
    let diagnostic = Diagnostic(
        code: "P004", slug: "not-compatible", severity: .error, place: Place(file: FileID(index: 0), member: 0, span: Span(range)),
        title: both("Further processing that is not compatible"), message: both(message), label: label.map(both), notes: notes,
        advice: advice.map(both), norms: norms)
    return TextRenderer(language: language, colour: colour, width: width).render(diagnostic, in: files)
}

extension Array where Element == UInt8 {
    fileprivate func firstRange(of other: [UInt8]) -> Range<Int>? {
        guard !other.isEmpty, count >= other.count else { return nil }
        for start in 0...(count - other.count) where Array(self[start..<start + other.count]) == other { return start..<start + other.count }
        return nil
    }
}

@Suite struct RenderTests {
    @Test func whole() {
        let place = Place(file: FileID(index: 0), member: 0, span: Span(0..<8))
        let notes = [
            Note(text: Message(sv: "regel P004", en: "rule P004 holds for SynthesiseCases and CaseSystem"), norm: "GDPR.6.4"),
            Note(text: Message(sv: "sammanhanget är negativt", en: "context is adverse"), place: place, norm: "GDPR.6.4.b", depth: 1),
            Note(text: Message(sv: "förväntan", en: "expectation of CaseChild is Heightened, since it is the subject of the dispute and has no say in it"), depth: 2),
        ]
        let result = rendered(
            "activity A {\n  purpose:    TrainRiskModel\n}\n", mark: "TrainRiskModel", label: "not what the data was collected for", notes: notes,
            advice: "Tell the data subjects first, and let them opt out.", norms: ["GDPR.5.1.b", "GDPR.6.4"],
            message: "SynthesiseCases uses CaseSystem to TrainRiskModel, but the data was collected to HandleCases, and the two are not compatible.")
        #expect(
            result == """
                error[P004]: Further processing that is not compatible
                 --> specs/a.lagrum:2:15
                  |
                2 |   purpose:    TrainRiskModel
                  |               ^^^^^^^^^^^^^^ not what the data was collected for
                  |
                  SynthesiseCases uses CaseSystem to TrainRiskModel, but the data was collected
                  to HandleCases, and the two are not compatible.
                  = because:
                    · rule P004 holds for SynthesiseCases and CaseSystem [GDPR.6.4]
                      · context is adverse [GDPR.6.4.b]
                        specs/a.lagrum:1:1
                        · expectation of CaseChild is Heightened, since it is the subject of the
                          dispute and has no say in it
                  = help: Tell the data subjects first, and let them opt out.
                  = norm: GDPR.5.1.b, GDPR.6.4

                """)
    }

    @Test func tabsAndWideCharacters() {
        #expect(
            rendered("\tå\t漢字😀: X\n", mark: "X").split(separator: "\n")[3...4].joined(separator: "\n") == """
                1 |     å   漢字😀: X
                  |                 ^
                """)
    }

    @Test func longLinesAreCut() {
        let source = String(repeating: "a ", count: 100) + "HERE" + String(repeating: " b", count: 100)
        let lines = rendered(source, mark: "HERE", width: 60).split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= 60 })
        let column = lines[3].firstRange(of: "HERE").map { lines[3].distance(from: lines[3].startIndex, to: $0.lowerBound) }
        let caret = lines[4].firstIndex(of: "^").map { lines[4].distance(from: lines[4].startIndex, to: $0) }
        #expect(column != nil && column == caret)
        #expect(lines[3].contains("…"))
    }

    @Test func severalLines() {
        #expect(
            rendered("table t {\n  a: id\n  b: id\n  c: id\n}\nx", mark: "t {\n  a: id\n  b: id\n  c: id\n}", label: "all of it") == """
                error[P004]: Further processing that is not compatible
                 --> specs/a.lagrum:1:7
                  |
                1 | table t {
                  |       ^^^
                  ⋮
                5 | }
                  | ^ all of it
                  |
                  The message.

                """)
    }

    @Test func emptyPlaceAtTheEnd() {
        #expect(
            rendered("a:\n", mark: "", label: "here").split(separator: "\n")[3...4].joined(separator: "\n") == """
                1 | a:
                  | ^ here
                """)
    }

    @Test func swedish() {
        #expect(rendered("x", mark: "x", advice: "Gör om.", language: .sv).hasSuffix("  = gör så här: Gör om.\n"))
        #expect(rendered("x", mark: "x", language: .sv).hasPrefix("fel[P004]: "))
    }

    @Test func colourOnlyWhenAsked() {
        #expect(!rendered("x", mark: "x", label: "l", advice: "a").contains("\u{1B}"))
        let coloured = rendered("x", mark: "x", label: "l", advice: "a", colour: .on)
        #expect(coloured.contains("\u{1B}[1;31merror[P004]\u{1B}[0m"))
    }

    @Test func nothingReachesTheTerminalThatSteersIt() {
        let result = rendered("a \u{1B}[2J \u{202E} x", mark: "x", message: "bad \u{7} bell")
        #expect(!result.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E || $0.value == 7 })
    }

    @Test func summaries() {
        let renderer = TextRenderer(language: .en)
        #expect(renderer.summary([]) == "No findings.")
        #expect(TextRenderer(language: .sv).summary([]) == "Inga anmärkningar.")
    }
}
