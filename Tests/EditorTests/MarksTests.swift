// What an editor underlines, and what it says there.
import Checker
import Editor
import Source
import Testing

@Suite struct MarksTests {
    private func snapshot(_ text: String) throws -> Snapshot {
        var sources = SourceSet()
        try sources.add("a.lagrum") { (_: String) throws(ReadProblem) -> [UInt8] in Array(text.utf8) }
        return check(sources, asOf: Day(number: 20_778))
    }

    @Test func underlinesTheNameAndSaysWhatToDo() throws {
        let text = "edition 2026\nsubject Client { relaton: OwnClient }\n"
        let marks = try snapshot(text).marks(in: 0, language: .sv)
        let mark = try #require(marks.first)
        #expect(marks.count == 1)
        #expect(mark.code == "N002")
        #expect(String(decoding: Array(text.utf8)[mark.range], as: UTF8.self) == "relaton")
        #expect(mark.message.contains("Menade du `relation:`?"))
    }

    @Test func reasonsHaveTheirPlaces() throws {
        let text = "edition 2026\nsubject Client { relation: OwnClient }\nsubject Client { relation: OwnClient }\n"
        let mark = try #require(try snapshot(text).marks(in: 0, language: .en).first)
        let reason = try #require(mark.reasons.first)
        #expect(reason.text.path == "a.lagrum")
        #expect(reason.range.lowerBound < mark.range.lowerBound)
    }
}
