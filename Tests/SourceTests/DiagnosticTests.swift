// A finding is a value: what is written to one is not seen in another.
import Source
import Testing

struct DiagnosticTests {
    private let whole = Diagnostic(
        code: "N001", slug: "one", severity: .error, place: Place(file: FileID(index: 0), member: 1, span: Span(2..<3)), title: Message(both: "title"),
        message: Message(both: "message"), notes: [Note(text: Message(both: "note"))], norms: ["GDPR.5"])

    @Test(arguments: 0..<11) func aCopyIsItsOwn(_ part: Int) {
        var copy = whole
        #expect(copy == whole && copy.hashValue == whole.hashValue)
        switch part {
        case 0: copy.code = "N002"
        case 1: copy.slug = "two"
        case 2: copy.severity = .info
        case 3: copy.place.span.end = 9
        case 4: copy.title.sv = "titel"
        case 5: copy.message = Message(both: "")
        case 6: copy.label = Message(both: "label")
        case 7: copy.notes.append(Note(text: Message(both: "another")))
        case 8: copy.advice = Message(both: "advice")
        case 9: copy.norms.removeLast()
        default: copy.fixes.append(.replacing(copy.place, with: "x"))
        }
        #expect(copy != whole)
        #expect(whole.code == "N001" && whole.notes.count == 1 && whole.fixes.isEmpty && whole.place.span.end == 3 && whole.title.sv == "title" && whole.norms == ["GDPR.5"])
    }

    /// A list of findings is ordered, filtered and joined at a word each.
    @Test func isOneWordWide() { #expect(MemoryLayout<Diagnostic>.size == MemoryLayout<Int>.size) }
}
