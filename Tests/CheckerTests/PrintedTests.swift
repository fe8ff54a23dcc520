// `lagrum print`: the tables carry both languages, so that a specification reads in either, and nothing in it is lost or aligned otherwise.
import Checker
import Source
import Syntax
import TestKit
import Testing

struct PrintedTests {
    static let goldens = Goldens()

    @Test(arguments: ["Samples/custody/custody.lagrum", "Samples/authority/control.lagrum"], Language.allCases)
    func samples(_ path: String, _ language: Language) throws {
        let name = path.split(separator: "/").last?.dropLast(7) ?? ""
        #expect(PrintedTests.goldens.difference(try Self.printed(path, language), "print.\(name).\(language.rawValue).txt") == nil)
    }

    /// Names, texts, numbers and comments stand as they are written, line by line.
    @Test(arguments: SampleTests.specifications(below: "Samples"), Language.allCases)
    func nothingIsLost(_ path: String, _ language: Language) throws {
        let source = format(parse(Text(path: path, bytes: try SampleTests.read(path))))
        let lines = String(decoding: source, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let printed = try Self.printed(path, language).split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2)
        #expect(lines.count == printed.count)
        var depth = 0
        for (line, shown) in zip(lines, printed) {
            #expect(Self.kept(line) == Self.kept(shown))
            #expect(Self.numbers(line).allSatisfy(Self.numbers(shown).contains))
            // A line that goes on with the one before stands under its value.
            let indent = line.prefix { $0 == " " }
            if indent.count == 2 * depth { #expect(indent == shown.prefix { $0 == " " }) }
            for sign in Self.kept(line).joined() { depth += sign == "{" ? 1 : sign == "}" ? -1 : 0 }
        }
    }

    private static func numbers(_ line: Substring) -> [Substring] { line.split { !$0.isNumber } }

    /// Texts, comments and signs: what no language changes.
    private static func kept(_ line: Substring) -> [String] {
        let parts = line.split(separator: "//", maxSplits: 1).map(String.init)
        let code = parts.first ?? "", quoted = code.split(separator: "\"", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
        let signs = code.split(separator: "\"", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 0 }.map { $0.element.filter { ":{}=<>%".contains($0) } }
        return quoted + signs + parts.dropFirst()
    }

    /// No English word of the language is left where one of the tables has a Swedish word.
    @Test func swedishIsWhole() throws {
        let printed = try Self.printed("Samples/custody/custody.lagrum", .sv)
        let code = printed.split(separator: "\n").map { line in
            line.split(separator: "//", omittingEmptySubsequences: false)[0].split(separator: "\"", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 0 }.map(\.element).joined()
        }.joined(separator: "\n")
        for word in ["controller", "collected for", "because", "purpose:", "dataset", "retention", "years", "consolidate", "exists", "matched by", "LegitimateInterest", "OwnClient", " and ", "integer("] {
            #expect(!code.contains(word), "\(word)")
        }
        for text in ["personuppgiftsansvarig FamiljensJurist", "berättigat intresse", "10 år", "därför att \"", "test \""] { #expect(printed.contains(text), "\(text)") }
    }

    /// What stood in line stands in line.
    @Test func columnsStandUnderOneAnother() throws {
        var sources = SourceSet()
        let text = "edition 2026\ncontroller Firm \"F\" {\n  country:          SE\n  sector:           Private\n  route for rights: \"a@b.se\" within 30 days // a comment\n}\n"
        try sources.add("x.lagrum") { (_) throws(ReadProblem) in Array(text.utf8) }
        let lines = check(sources, asOf: SampleTests.day).printed(0, .sv).split(separator: "\n").map(String.init)
        #expect(lines.dropFirst() == [
            "utgåva 2026", "personuppgiftsansvarig Firm \"F\" {", "  land:                SE", "  sektor:              privat sektor", "  väg för rättigheter: \"a@b.se\" inom 30 dagar  // a comment", "}",
        ])
    }

    private static func printed(_ path: String, _ language: Language) throws -> String { check(try SampleTests.sources(path), asOf: SampleTests.day).printed(0, language) }
}
