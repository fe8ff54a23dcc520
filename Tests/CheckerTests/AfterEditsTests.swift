// A check after the one before finds what a check from scratch finds: random edits of a specification in several files, by seed.
import Checker
import Source
import TestKit
import Testing
import Trial

struct AfterEditsTests {
    /// A failure names its seed, and the fewest of its edits that still make a difference.
    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func edits(_ seed: UInt64) throws {
        var random = SplitMix(state: seed)
        let start = AfterEditsTests.files()
        let edits = (0..<5).map { _ in Edit(&random, start.map(\.path)) }
        guard AfterEditsTests.difference(start, edits) != nil else { return }
        let (fewest, difference) = AfterEditsTests.shrunk(start, edits)
        Issue.record("seed \(seed): \(difference)\nby the edits \(fewest)")
    }

    /// An edit within a declaration touches what reads it and nothing else; one that puts the text back leaves nothing behind.
    @Test func backAndForth() throws {
        let start = AfterEditsTests.files()
        var rounds = Rounds(start)
        let before = rounds.next().findings
        let text = try #require(start.first { $0.path == "/data.lagrum" }).text
        rounds.texts["/data.lagrum"] = text.replacing("integer(0..2000)", with: "integer(0..9)")
        let change = try #require(rounds.next().model.change)
        #expect(change.declarations.count <= 4, "\(change.declarations.count) declarations were read again")
        #expect(!change.declarations.isEmpty)
        rounds.texts["/data.lagrum"] = text
        #expect(rounds.next().findings == before)
    }

    /// What a mistake left undeclared explains what others say of it, and a system's features are read where it is used.
    @Test func whatIsLostAndFound() throws {
        let start = """
            edition 2026
            controller Firm { country: SE; sector: Private }
            subject Client is Adult { relation: OwnClient }
            purpose Handle "Handle each case from engagement to judgment" is CaseHandling
            dataset Cases { controller: Firm; collected for: Handle
              table cases by id as FamilyConflict of Client { id: id; days: integer(0..2000); won: flag }
            }
            system Profile { features: days, won }
            activity Act { controller: Firm; purpose: Handle; status: Planned
              pipeline { a = clean Cases.cases { keep: days, won }
                b = score a with Profile }
            }

            """
        let changes = [
            ("controller Firm", "controller"), ("controller Firm", "controler Firm"), ("controller Firm", "controller Frim"), ("purpose Handle", "purpose"), ("system Profile", "system"),
            ("features: days", "features: dayz"), ("features: days", "features: elsewhere"), ("system Profile", "subject Other is Adult { relation: OwnClient }\nsystem Profile"),
            ("features: days, won }", "features: dayz, won }\nsubject Other is Adult { relation: OwnClient }"), ("dataset Cases", "dataset"), ("table cases", "table"),
        ]
        var rounds = Rounds([File(path: "/a.lagrum", text: start)])
        _ = rounds.next()
        for text in changes.flatMap({ [start.replacing($0, with: $1), start.replacing($0, with: $1).replacing("subject Client", with: "subject Moved is Adult { relation: OwnClient }\nsubject Client"), start] }) {
            rounds.texts["/a.lagrum"] = text
            #expect(rounds.next().findings == check(AfterEditsTests.sources([File(path: "/a.lagrum", text: text)]), asOf: Day(number: 20_500)).findings, "\(text)")
        }
    }

    /// The findings are the same for any number of threads.
    @Test func threads() throws {
        let day = Day(number: 20_500)
        func findings(_ jobs: Int) -> [Diagnostic] { check(AfterEditsTests.sources(AfterEditsTests.many()), asOf: day, jobs: jobs).findings }
        let one = findings(1)
        #expect(!one.isEmpty)
        #expect(findings(2) == one)
        #expect(findings(5) == one)
    }

    // MARK: Texts

    struct File {
        var path: String
        var text: String
    }

    /// Parties, data and two activities, each in a file of its own.
    static func files() -> [File] {
        let sample = String(decoding: TestFile.read(TestFile.root() + "/Samples/custody/custody.lagrum") ?? [], as: UTF8.self)
        let data = sample.range(of: "/// Everything the offices register"), information = sample.range(of: "notice ClientNotice"), head = "edition 2026\nuse gdpr, se\n"
        guard let data, let information else { return [] }
        return [
            File(path: "/work.lagrum", text: head + "import \"data.lagrum\"\nimport \"parties.lagrum\"\n" + sample[information.lowerBound...]),
            File(path: "/data.lagrum", text: head + "import \"parties.lagrum\"\n" + sample[data.lowerBound..<information.lowerBound]),
            File(path: "/parties.lagrum", text: String(sample[..<data.lowerBound])),
        ]
    }

    /// More files than one thread takes at once.
    static func many() -> [File] {
        (0..<40).map { number in
            File(path: "/\(number).lagrum", text: "edition 2026\nuse gdpr\nimport \"parties.lagrum\"\n" + (0..<8).map {
                "dataset D\(number)x\($0) {\n  controller: FamiljensJurist\n  context: Ordinry\n  table t by id as Ordinary of Client { id: id; a: integer(0..9); b: flag of Nobody }\n}\n"
            }.joined())
        } + files().suffix(1)
    }

    static func sources(_ files: [File]) -> SourceSet {
        let texts = Dictionary(uniqueKeysWithValues: files.map { ($0.path, Array($0.text.utf8)) })
        var sources = SourceSet()
        for file in files {
            try? sources.add(file.path) { path throws(ReadProblem) in
                guard let bytes = texts[path] else { throw .missing }
                return bytes
            }
        }
        return sources
    }

    /// The same files checked again and again, as `check --watch` and the server do it: each time after the check before.
    struct Rounds {
        static let day = Day(number: 20_500)
        private let paths: [String]
        var texts: [String: String]
        private var last: Snapshot?

        init(_ files: [File]) { (paths, texts) = (files.map(\.path), Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.text) })) }

        mutating func next() -> Snapshot {
            var sources = SourceSet()
            let texts = texts
            _ = sources.add(paths, after: last?.sources) { path throws(ReadProblem) in
                guard let text = texts[path] else { throw .missing }
                return Array(text.utf8)
            }
            let snapshot = check(sources, asOf: Rounds.day, after: last)
            last = snapshot
            return snapshot
        }
    }

    // MARK: Edits

    /// A place by share of the text, so that it means something whatever edits came before.
    struct Edit: CustomStringConvertible {
        let path: String
        let at: Double
        let form: Form
        enum Form {
            case deleteLine, repeatLine, deleteWord
            case insert(String)
            case rename(String, String)
            /// The next line that states this, so that the law says something else.
            case withdraw(String)
        }

        static let snippets = [
            "\n", " ", "// note\n", "}\n", "{", "subject Extra is Adult { relation: OwnClient }\n", "category Secret is SpecialCategory { under: GDPR.9.1 }\n",
            "purpose Other \"Something quite different from all before\" is Marketing\n", "as Health", "  basis: Consent\n", "allow P004 because \"known\" until 2027-01-01\n",
            "subject Client is Child { relation: NoRelation }\n", "import \"data.lagrum\"\n", "category Health is Ordinary { }\n",
        ]
        static let names = ["Client", "cases", "CaseSystem", "ClientNotice", "Health", "Ordinary", "closed", "reference", "GDPR", "Heightened", "SynthesiseCases", "personnummer"]

        static let stated = ["sent:", "basis:", "article 9:", "article 10:", "opt out:", "notice:", "expectation:", "tells:", "under:", "serves:", "retention:", "context:", "keep:"]

        init(_ random: inout SplitMix, _ paths: [String]) {
            path = paths[Int(random.next() % UInt64(paths.count))]
            at = Double(random.next() % 10_000) / 10_000
            switch random.next() % 12 {
            case 0: form = .deleteLine
            case 1: form = .repeatLine
            case 2: form = .deleteWord
            case 3, 4: form = .rename(Edit.names[Int(random.next() % UInt64(Edit.names.count))], Edit.names[Int(random.next() % UInt64(Edit.names.count))] + (random.next() % 2 == 0 ? "" : "2"))
            case 5, 6, 7, 8: form = .withdraw(Edit.stated[Int(random.next() % UInt64(Edit.stated.count))])
            default: form = .insert(Edit.snippets[Int(random.next() % UInt64(Edit.snippets.count))])
            }
        }

        var description: String { "\(path) at \(at): \(form)" }

        func applied(to text: String) -> String {
            var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let line = min(lines.count - 1, Int(at * Double(lines.count)))
            switch form {
            case .deleteLine: lines.remove(at: line)
            case .repeatLine: lines.insert(lines[line], at: line)
            case .deleteWord: lines[line] = lines[line].split(separator: " ").dropLast().joined(separator: " ")
            case .withdraw(let key):
                func states(_ line: String) -> Bool { line.drop { $0 == " " }.hasPrefix(key) }
                if let found = lines[line...].firstIndex(where: states) ?? lines.firstIndex(where: states) { lines.remove(at: found) }
            case .insert(let snippet): lines.insert(snippet.hasSuffix("\n") ? String(snippet.dropLast()) : snippet, at: line)
            case .rename(let old, let new): lines[line] = lines[line].split(separator: " ", omittingEmptySubsequences: false).map { $0 == old ? new : String($0) }.joined(separator: " ")
            }
            return lines.joined(separator: "\n")
        }
    }

    /// The first place where a check after the one before and one from scratch part ways; nil when they never do.
    static func difference(_ start: [File], _ edits: [Edit]) -> String? {
        var files = start, rounds = Rounds(start)
        _ = rounds.next()
        for (number, edit) in edits.enumerated() {
            guard let index = files.firstIndex(where: { $0.path == edit.path }) else { continue }
            files[index].text = edit.applied(to: files[index].text)
            rounds.texts[edit.path] = files[index].text
            let kept = rounds.next(), fresh = check(sources(files), asOf: Rounds.day)
            if kept.findings == fresh.findings { continue }
            func lines(_ snapshot: Snapshot) -> [String] { snapshot.findings.map { "\($0.code) \($0.place.file.index):\($0.place.member):\($0.place.span.start) \($0.message.en)" } }
            let (a, b) = (lines(kept), lines(fresh))
            return "after edit \(number): only kept \(a.filter { !b.contains($0) }), only fresh \(b.filter { !a.contains($0) })"
        }
        return nil
    }

    /// As few of the edits as still make a difference.
    static func shrunk(_ start: [File], _ edits: [Edit]) -> ([Edit], String) {
        var edits = edits, told = difference(start, edits) ?? ""
        var index = 0
        while index < edits.count {
            var fewer = edits
            fewer.remove(at: index)
            if let difference = difference(start, fewer) { (edits, told) = (fewer, difference) } else { index += 1 }
        }
        return (edits, told)
    }
}

extension String {
    /// The range of the first occurrence, without Foundation.
    fileprivate func range(of other: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(other) { return start..<index(start, offsetBy: other.count) }
            start = index(after: start)
        }
        return nil
    }

    fileprivate func replacing(_ old: String, with new: String) -> String {
        guard let range = range(of: old) else { return self }
        return self[..<range.lowerBound] + new + self[range.upperBound...]
    }
}
