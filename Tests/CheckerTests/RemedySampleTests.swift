// Remedies of the refused samples: each error has one, each holds when it is written down, and each reads well.
import Checker
import Law
import Source
import Testing

struct RemedySampleTests {
    static let refused = [
        "children-not-told", "claimed-as-statistics", "delete-only-on-success", "identifiers-in-training", "legal-claims-for-training", "no-holdout",
        "no-opt-out", "not-combined", "notice-too-late", "opt-out-ends-too-late", "real-data-without-opt-out", "release-without-gate", "same-purpose-claimed",
        "special-categories", "wrong-article",
    ]

    static func snapshot(_ name: String) throws -> Snapshot {
        var sources = SourceSet()
        try sources.add("Samples/custody/refused/\(name).lagrum") { (path) throws(ReadProblem) in
            do { return try SampleTests.read(path) } catch { throw .missing }
        }
        return check(sources, asOf: SampleTests.day)
    }

    /// The text that a remedy would write, checked from the start: its finding is gone, and no error stands that did not stand.
    @Test(arguments: refused)
    func everyErrorHasARemedyThatHolds(_ name: String) throws {
        let snapshot = try RemedySampleTests.snapshot(name)
        var seen: Set<String> = []
        for finding in snapshot.findings where finding.severity == .error && seen.insert(finding.code).inserted {
            let answer = snapshot.remedies(for: finding)
            #expect(!answer.remedies.isEmpty && answer.complete && answer.isLaw, "\(finding.code)")
            #expect(answer.remedies.allSatisfy { $0.parts.count <= RemedyLimits.edits && !$0.files.isEmpty })
            #expect(zip(answer.remedies, answer.remedies.dropFirst()).allSatisfy { $0.cost <= $1.cost })
            for remedy in answer.remedies {
                var sources = SourceSet()
                try sources.add("Samples/custody/refused/\(name).lagrum") { (path) throws(ReadProblem) in
                    if let file = remedy.files.first(where: { $0.path == path }) { return file.new }
                    do { return try SampleTests.read(path) } catch { throw .missing }
                }
                let after = check(sources, asOf: SampleTests.day)
                let before = Set(snapshot.findings.filter { $0.severity == .error }.map(\.code))
                let left = after.findings.filter { $0.severity == .error }
                #expect(!left.contains { $0.code == finding.code && $0.message == finding.message }, "\(finding.code)")
                #expect(Set(left.map(\.code)).subtracting(before).isSubset(of: remedy.blanks > 0 ? ["N039"] : []), "\(finding.code)")
                #expect(left.count { $0.code == "N039" } == remedy.blanks)
            }
        }
        #expect(!seen.isEmpty)
    }

    @Test(arguments: ["no-opt-out", "release-without-gate", "wrong-article"])
    func readsWell(_ name: String) throws {
        let snapshot = try RemedySampleTests.snapshot(name)
        let answers = snapshot.findings.filter { $0.severity == .error }.map { snapshot.remedies(for: $0) }
        for language in Language.allCases {
            let report = RemedyReport(snapshot, answers, language: language)
            expectOutput(report.text(width: 100, colour: .off), "remedy.\(name).\(language.rawValue).txt")
            if name == "no-opt-out" {
                expectOutput(String(decoding: try report.json(), as: UTF8.self), "remedy.\(name).\(language.rawValue).json")
                expectOutput(String(decoding: try report.edits(), as: UTF8.self), "remedy.\(name).edits.\(language.rawValue).json")
            }
        }
    }

    /// What has happened is not changed, and no ground in law is made up.
    @Test(arguments: refused)
    func nothingIsInvented(_ name: String) throws {
        let snapshot = try RemedySampleTests.snapshot(name)
        for finding in snapshot.findings where finding.severity == .error {
            for file in snapshot.remedies(for: finding).remedies.flatMap(\.files) {
                let old = String(decoding: file.old, as: UTF8.self), new = String(decoding: file.new, as: UTF8.self)
                for key in ["basis:", "article 9:", "article 10:", "expectation:", "context:", "collected from:", "serves:", "allowed by:", "not told:"] {
                    #expect(count(key, new) <= count(key, old), "\(finding.code) \(key)")
                }
                for line in new.split(separator: "\n") where !old.contains(line) {
                    for day in line.split(whereSeparator: { " ,".contains($0) }).compactMap({ Day($0) }) { #expect(day >= SampleTests.day || old.contains(day.description), "\(line)") }
                }
            }
        }
    }

    private func count(_ key: String, _ text: String) -> Int { text.split(separator: "\n").count { $0.drop { $0 == " " }.hasPrefix(key) } }
}
