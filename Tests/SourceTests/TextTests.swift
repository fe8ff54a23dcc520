// Lines, columns and back again, in bytes and in UTF-16.

import Source
import Testing

@Suite struct TextTests {
    @Test func lineEnds() {
        let text = Text(path: "t", "a\nb\r\nc\rd")
        #expect(text.lineStarts == [0, 2, 5, 7])
        #expect(text.position(at: 4).line == 1)
        #expect(text.range(ofLine: 1) == 2..<3)
        #expect(text.range(ofLine: 9).isEmpty)
    }

    @Test func columns() {
        let text = Text(path: "t", "å😀x\ny")
        #expect(text.utf16Column(at: 6) == 3)
        #expect(text.offset(line: 0, utf16: 3) == 6)
        #expect(text.offset(line: 0, utf16: 2) == 2, "never inside a character")
        #expect(text.offset(line: 0, utf16: 99) == 7)
        #expect(text.offset(line: 0, utf8: 2) == 2)
        #expect(text.offset(line: 7, utf8: 2) == text.bytes.count)
    }

    @Test func nearestName() {
        #expect(nearest(to: "becuase", in: ["before", "because"]) == "because")
        #expect(nearest(to: "Counterpary", in: ["Client", "Counterparty"]) == "Counterparty")
        #expect(nearest(to: "xyz", in: ["because"]) == nil)
    }

    @Test func durations() {
        #expect(Period(months: 120).description == "10 years")
        #expect(Period(months: 6, days: 1).description == "6 months 1 day")
        let day = Day("2026-01-31")
        #expect(day.map { $0 + Period(months: 1) } == Day("2026-02-28"))
        #expect(day.map { $0 - Period(days: 31) } == Day("2025-12-31"))
    }
}
