// One broken member never loses its neighbours, and every mistake is told once, at its place.

import Source
import Syntax
import Testing

@Suite struct RecoveryTests {
    /// Source, the errors as "code line:column", and the words of the members that must still be there.
    struct Case: CustomTestStringConvertible, Sendable {
        var source: String
        var errors: [String]
        var members: [String]
        var testDescription: String { source }
    }

    static let cases: [Case] = [
        // A clause word misspelt: told with the near miss, and the next line is its own.
        Case(source: "dataset A {\n  basis: Contract becuase \"x\"\n  zone: Hot\n}", errors: ["X015 2:19"], members: ["A", "basis", "zone"]),
        Case(source: "dataset A {\n  basis: \n  zone: Hot\n}", errors: ["X012 2:3"], members: ["A", "basis", "zone"]),
        Case(source: "dataset A {\n  basis: Contract for\n  zone: Hot\n}", errors: [], members: ["A", "basis", "zone"]),
        Case(source: "dataset A {\n  source: sqlite(\"x\"\n  zone: Hot\n}", errors: ["X006 2:17"], members: ["A", "source", "zone"]),
        Case(source: "dataset A {\n  keep: a, b,\n  zone: Hot\n}", errors: ["X024 2:13"], members: ["A", "keep", "zone"]),
        Case(source: "dataset A {\n  holds: a ==\n  zone: Hot\n}", errors: ["X013 2:14"], members: ["A", "holds", "zone"]),
        Case(source: "dataset A {\n  owner: \"Head\n  zone: Hot\n}", errors: ["X003 2:10"], members: ["A", "owner", "zone"]),
        Case(source: "dataset A {\n  owner: a zone: Hot\n}", errors: ["X016 2:11"], members: ["A", "owner", "zone"]),
        Case(source: "dataset A {\n  owner: a )\n  zone: Hot\n}", errors: ["X007 2:12"], members: ["A", "owner", "zone"]),
        Case(source: "dataset A {\n  ) zone: Hot\n}", errors: ["X007 2:3"], members: ["A", "zone"]),
        Case(source: "dataset A {\n  retention 10 years\n  zone: Hot\n}", errors: ["X014 2:3"], members: ["A", "retention", "zone"]),
        // Blocks that are not closed: told at the opening.
        Case(source: "dataset A {\n  zone: Hot\n\nactivity B {\n  starts: 2026-01-01\n}", errors: ["X005 1:11"], members: ["A", "zone", "B", "starts"]),
        Case(
            source: "dataset A {\n  table t by x {\n    x: id\n  table u by y {\n    y: id\n  }\n  zone: Hot\n}\nsubject S",
            errors: ["X005 2:16"], members: ["A", "t", "x", "u", "y", "zone", "S"]),
        Case(source: "activity A {\n  pipeline {\n    x = clean y\n}\nsubject S", errors: ["X005 2:12"], members: ["A", "pipeline", "clean", "S"]),
        Case(source: "subject S\n}\nsubject T", errors: ["X007 2:1"], members: ["S", "T"]),
        Case(source: "dataset A\n{\n  zone: Hot\n}", errors: ["X023 2:1"], members: ["A", "zone"]),
        Case(source: "subject S {} subject T {}", errors: ["X016 1:13"], members: ["S", "T"]),
        Case(source: "use gdpr, (se\n\nsubject S", errors: ["X006 1:11"], members: ["use", "S"]),
        Case(source: "define f(activity a, {\n  holds: a\n}\nsubject S", errors: ["X006 1:9"], members: ["f", "holds", "S"]),
        Case(source: "define f(a) { holds: a }", errors: ["X022 1:10"], members: ["f", "holds"]),
        Case(source: "define f() { holds: a }", errors: [], members: ["f", "holds"]),
        // Words.
        Case(source: "actvity A \"x\" {\n  starts: 2026-01-01\n}", errors: ["X014 1:1"], members: ["A", "starts"]),
        Case(source: "pipeline {\n  x = claen y\n  z = split x by 80%\n}", errors: ["X014 2:7"], members: ["pipeline", "claen", "split"]),
        Case(source: "dataset A {\n  zon\n  zone: Hot\n}", errors: ["X026 2:3"], members: ["A", "-", "zone"]),
        // Values.
        Case(source: "x: 2026-13-45", errors: ["X010 1:4"], members: ["x"]),
        Case(source: "x: 2026-1-5", errors: ["X010 1:4"], members: ["x"]),
        Case(source: "cites: 13.3", errors: ["X011 1:8"], members: ["cites"]),
        Case(source: "basis: C under 6.4, 9", errors: ["X011 1:16", "X011 1:21"], members: ["basis"]),
        Case(source: "cites: 6.4.c", errors: ["X009 1:8"], members: ["cites"]),
        Case(source: "x: 10a", errors: ["X009 1:4"], members: ["x"]),
        Case(source: "x: 12345678901234567890", errors: ["X009 1:4"], members: ["x"]),
        Case(source: "x: 1.5 years", errors: ["X027 1:4"], members: ["x"]),
        Case(source: "x: \"a\\qb\"", errors: ["X008 1:6"], members: ["x"]),
        Case(source: "x: a = b\ny: c", errors: ["X019 1:6"], members: ["x", "y"]),
        Case(source: "x: 1 < 2 < 3", errors: ["X020 1:10"], members: ["x"]),
        Case(source: "x: a.\ny: c", errors: ["X021 1:4"], members: ["x", "y"]),
        Case(source: "x: a == not b", errors: ["X028 1:9"], members: ["x"]),
        Case(source: "x: exists n a.notices\ny: c", errors: ["X025 1:4", "X015 1:11"], members: ["x", "y"]),
        Case(source: "x: and b", errors: ["X013 1:4"], members: ["x"]),
        Case(source: "x: [a, b,]", errors: ["X024 1:9"], members: ["x"]),
        Case(source: "x: a § b\ny: c", errors: ["X002 1:6"], members: ["x", "y"]),
        Case(source: "x: “a”\ny: c", errors: ["X002 1:4", "X002 1:8"], members: ["x", "y"]),
        Case(source: "x: a /* open\ny: c", errors: ["X004 1:6"], members: ["x", "y"]),
        Case(source: "x: \"\"\"open\ny: c", errors: ["X003 1:4"], members: ["x", "y"]),
        Case(source: "without\nx: a", errors: ["X029 1:8"], members: ["without", "x"]),
        Case(source: "use\nx: a", errors: ["X029 1:4"], members: ["use", "x"]),
        Case(source: "subject S is\nx: a", errors: ["X029 1:13"], members: ["S", "x"]),
    ]

    @Test(arguments: cases) func recovers(_ test: Case) {
        #expect(errors(test.source) == test.errors)
        #expect(roots(test.source).flatMap(names) == test.members)
        checkInvariants(Text(path: "t", test.source))
    }

    private func names(_ member: Member) -> [String] {
        [member.path.first?.text ?? member.key?.text ?? member.word?.text ?? "-"] + member.members.flatMap(names)
    }

    @Test func wrongEncoding() {
        let text = Text(path: "t", bytes: Array("x: \"h".utf8) + [0xE5] + Array("r\"\ny: c\n".utf8) + [0xFF, 0xFE] + Array("\nz: d".utf8))
        let file = parse(text)
        #expect(file.members.flatMap { $0.tree.errors.map(\.problem.code) } == ["X001", "X001"])
        #expect(file.members.compactMap { $0.tree.root?.key?.text } == ["x", "y", "z"])
        checkInvariants(text)
        let wide = Text(path: "t", bytes: [0xFF, 0xFE] + "x: a".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
        let first = parse(wide).members.first?.tree.errors
        #expect(first?.count == 1 && first?.first?.problem == .notUTF8(looksLikeUTF16: true))
    }

    @Test func everyProblemSpeaksBothLanguages() {
        for error in Self.cases.flatMap({ roots($0.source).flatMap(\.tree.errors) }) {
            let diagnostic = error.diagnostic(file: FileID(index: 0), member: 0)
            for message in [diagnostic.title, diagnostic.message, diagnostic.advice] {
                #expect(message.map { !$0.sv.isEmpty && !$0.en.isEmpty && $0.sv != $0.en } == true, "\(diagnostic.code)")
            }
            #expect(diagnostic.code.first == "X" && diagnostic.code.count == 4)
        }
    }

    @Test func nearMisses() {
        func near(_ source: String) -> Problem? { roots(source).first?.tree.errors.first?.problem }
        #expect(near("basis: C becuase \"x\"") == .unknownClauseWord("becuase", near: "because"))
        #expect(near("actvity A {}") == .unknownWord("actvity", near: "activity"))
        #expect(near("cites: 13.3") == .numberForNorm("13.3"))
    }

    @Test(arguments: [
        String(repeating: "(", count: 50_000), String(repeating: "part a { ", count: 50_000), String(repeating: "not ", count: 50_000),
        "x: " + String(repeating: "[", count: 50_000) + String(repeating: "]", count: 50_000), "x: " + String(repeating: "f(", count: 50_000),
        "x: 1" + String(repeating: " + 1", count: 50_000), "x: " + String(repeating: "- ", count: 50_000),
        "x: " + String(repeating: "exists a in b with ", count: 50_000), "x: " + String(repeating: "a or (", count: 50_000),
    ]) func nestingIsBounded(_ source: String) {
        #expect(codes(source + "\ny: b").contains("X018"))
        checkInvariants(Text(path: "t", source))
    }
}
