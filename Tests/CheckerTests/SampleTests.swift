// The samples: every test block in them passes, the lawful ones have no finding, and each refused one has an error.
import Checker
import FoundationEssentials
import Source
import Testing

struct SampleTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let day = Day(year: 2026, month: 11, day: 21) ?? Day(number: 0)

    static func specifications(below folder: String) -> [String] {
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
        return paths.filter { $0.hasSuffix(".lagrum") }.sorted().map { folder + "/" + $0 }
    }

    static func read(_ path: String) throws(ReadProblem) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: root.appending(path: path).path) else { throw .missing }
        return [UInt8](data)
    }

    static func sources(_ path: String) throws -> SourceSet {
        var sources = SourceSet()
        try sources.add(path, reader: read)
        return sources
    }

    @Test(arguments: specifications(below: "Samples"))
    func blocksPass(_ path: String) throws {
        for outcome in runTests(try SampleTests.sources(path), today: SampleTests.day) {
            let failures = outcome.failures.map { "\($0.code) \($0.message.en)" }
            #expect(failures == [], "\(outcome.path):\(outcome.line) \(outcome.title)")
        }
    }

    @Test(arguments: [
        "Samples/custody/custody.lagrum", "Samples/census/adult.lagrum", "Samples/census/adult-epsilon-10.lagrum",
        "Samples/cases/C12.lagrum",
    ])
    func lawfulHasNoFinding(_ path: String) throws {
        let snapshot = check(try SampleTests.sources(path), asOf: SampleTests.day)
        #expect(snapshot.findings.map(\.code) == [])
    }

    @Test(arguments: specifications(below: "Samples/custody/refused"))
    func refusedIsRefused(_ path: String) throws {
        let snapshot = check(try SampleTests.sources(path), asOf: SampleTests.day)
        let errors = snapshot.findings.filter { $0.severity == .error }
        #expect(!errors.isEmpty)
        // Names and types are in order: it is the law that refuses.
        #expect(!errors.contains { $0.code.hasPrefix("N0") || $0.code.hasPrefix("X") })
        #expect(!runTests(try SampleTests.sources(path), today: SampleTests.day).isEmpty)
    }
}
