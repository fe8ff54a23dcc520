// Numbers are written as the language writes them, and rounded as people do.
import Document
import Testing

@Suite struct NumeralsTests {
    @Test(arguments: [
        (0, "0", "0"), (1234, "1234", "1234"), (12345, "12\u{202F}345", "12,345"), (-1_234_567, "−1\u{202F}234\u{202F}567", "−1,234,567"),
    ]) func integers(value: Int, swedish: String, english: String) {
        #expect(Numerals.swedish.integer(value) == swedish)
        #expect(Numerals.english.integer(value) == english)
    }

    @Test(arguments: [
        (0.0, 2, "0.00"), (0.005, 2, "0.01"), (-0.055, 2, "−0.06"), (2.5, 0, "3"), (99.995, 2, "100.00"), (12345.678, 1, "12,345.7"),
        (-0.001, 2, "0.00"), (Double.nan, 1, "–"), (Double.infinity, 1, "–"), (1e300, 2, "–"), (7.04, 2, "7.04"),
    ]) func decimals(value: Double, places: Int, text: String) {
        #expect(Numerals.english.decimal(value, places: places) == text)
    }

    @Test func sharesSizesAndTimes() {
        #expect(Numerals.swedish.percent(0.0512) == "5,1\u{202F}%")
        #expect(Numerals.english.percent(.nan) == "–")
        #expect(Numerals.english.bytes(999) == "999\u{A0}B")
        #expect(Numerals.english.bytes(1_234_567) == "1.23\u{A0}MB")
        #expect(Numerals.english.seconds(0.012) == "12\u{A0}ms")
        #expect(Numerals.english.seconds(75) == "75\u{A0}s")
    }
}
