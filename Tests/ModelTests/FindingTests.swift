// One mistake, one finding: each text is marked with the findings that must come, at their places, and no others.
import Model
import Source
import Syntax
import TestKit
import Testing

struct FindingTests {
    static let goldens = Goldens()
    static let all = FindingCase.declarations + FindingCase.pipelines + FindingCase.verbs

    /// The text marked with what came is the text marked with what must come.
    @Test(arguments: all)
    func marks(_ test: FindingCase) {
        let (text, marks) = unmarked(test.text)
        let result = Fixture.model(test.isPipeline ? Fixture.head + text + Fixture.foot : text)
        let shift = test.isPipeline ? Fixture.head.utf8.count : 0
        let came = result.marks(in: text).map { Mark($0.code, ($0.range.lowerBound - shift)..<($0.range.upperBound - shift)) }
        #expect(marked(text, came) == marked(text, marks), "\(test.name)")
    }

    /// The words of every finding, in both languages, by code.
    @Test(arguments: Set(all.flatMap(\.codes)).sorted())
    func words(of code: String) {
        var text = ""
        for test in FindingTests.all where test.codes.contains(code) {
            let plain = unmarked(test.text).text
            let result = Fixture.model(test.isPipeline ? Fixture.head + plain + Fixture.foot : plain)
            text += "# \(test.name)\n\n"
            for finding in result.model.findings where finding.code == code {
                for language in Language.allCases {
                    text += "\(language.rawValue)  \(finding.severity.rawValue) \(finding.slug): \(finding.title[language])\n    \(finding.message[language])\n"
                    if let advice = finding.advice { text += "    → \(advice[language])\n" }
                    for note in finding.notes { text += "    · \(note.text[language])\n" }
                }
                text += "\n"
            }
        }
        #expect(FindingTests.goldens.difference(text, code + ".txt") == nil)
    }

    /// A code without a case is a promise without a proof.
    @Test func everyCodeHasACase() throws {
        var codes: Set<String> = []
        for path in sources(below: TestFile.root() + "/Sources/Model") {
            let text = String(decoding: try #require(TestFile.read(path)), as: UTF8.self)
            for part in text.split(separator: "\"") where part.utf8.count == 4 && part.first == "N" && part.dropFirst().allSatisfy(\.isNumber) { codes.insert(String(part)) }
        }
        #expect(codes.count > 25)
        #expect(codes.subtracting(FindingTests.all.flatMap(\.codes)).sorted() == [])
    }

    @Test func noOrphans() {
        #expect(FindingTests.goldens.orphans(besides: FindingTests.all.flatMap(\.codes).map { $0 + ".txt" } + FlowTests.goldenNames) == [])
    }

    private func sources(below folder: String) -> [String] {
        TestFile.names(in: folder).flatMap { name in name.hasSuffix(".swift") ? ["\(folder)/\(name)"] : sources(below: "\(folder)/\(name)") }
    }
}

/// A text with its findings marked in it.
struct FindingCase: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    /// Steps, to be read in an activity.
    var isPipeline = false
    var testDescription: String { name }
    var codes: Set<String> { Set(unmarked(text).marks.map(\.code)) }

    init(_ name: String, _ text: String) { (self.name, self.text) = (name, text) }

    static func steps(_ name: String, _ text: String) -> FindingCase {
        var test = FindingCase(name, text)
        test.isPipeline = true
        return test
    }
}
