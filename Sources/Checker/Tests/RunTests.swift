// Runs the tests of a specification or pack: each is a check of the changed text, and a comparison.
import Law
import Model
import Plan
import Source
import Syntax

public struct TestOutcome: Sendable {
    public var title: String
    public var path: String
    public var line: Int
    /// Empty when the test passed.
    public var failures: [Diagnostic]
    /// The files that the failures' places are in.
    public var files: Files
    /// What it tried; nil when it could not be made.
    public var trace: TestTrace?
    /// What each rule cost it, where the tests were given a clock.
    public var profile: [RuleProfile] = []
}

/// Every test of the files asked for, in order. A test sees its own file and what that imports.
public func runTests(_ sources: SourceSet, today: Day, clock: (@Sendable () -> UInt64)? = nil) -> [TestOutcome] {
    let tests = TestBlock.all(in: sources)
    let found = tests.isEmpty ? [:] : findingsOfTests(sources, today: today), ill = Set(found.keys)
    return tests.map { test in
        let part = sources.closure(of: test.file)
        let own = found[TestKey(path: sources.files[test.file].path, member: test.member)] ?? []
        var local = test
        local.file = 0
        return run(local, part, own, without: ill, today: today, clock)
    }
}

/// What is wrong with the tests as they are written, by test.
private func findingsOfTests(_ sources: SourceSet, today: Day) -> [TestKey: [Diagnostic]] {
    let snapshot = check(sources, asOf: today)
    var found: [TestKey: [Diagnostic]] = [:]
    for finding in snapshot.findings {
        let file = Int(finding.place.file.index) - snapshot.firstSource, member = Int(finding.place.member)
        guard sources.files.indices.contains(file), sources.files[file].tree.isTest(member) else { continue }
        found[TestKey(path: sources.files[file].path, member: member), default: []].append(finding)
    }
    return found
}

extension FileTree {
    fileprivate func isTest(_ member: Int) -> Bool { members.indices.contains(member) && members[member].word == .test }
}

/// The specifications that tests make by their changes, for those who ask of them something else than the test does.
package func changedByTests(_ sources: SourceSet) -> [(title: String, asOf: Day?, sources: SourceSet)] {
    TestBlock.all(in: sources).compactMap { test in
        var local = test
        local.file = 0
        return (try? changed(sources.closure(of: test.file), by: local)).map { (test.title, test.asOf, $0.sources) }
    }
}

/// - Parameter own: what is wrong with the test as it is written: then it fails, whatever comes out.
private func run(_ test: TestBlock, _ sources: SourceSet, _ own: [Diagnostic], without ill: Set<TestKey>, today: Day, _ clock: (@Sendable () -> UInt64)?) -> TestOutcome {
    let tree = sources.files[0].tree, text = tree.text
    let start = tree.members[test.member].start
    func outcome(_ failures: [Diagnostic], _ files: Files) -> TestOutcome {
        TestOutcome(title: test.title, path: text.path, line: text.line(at: start + Int(test.node.span.start)) + 1, failures: failures, files: files)
    }
    /// The test as it stands: in the unchanged file, so that failures point at its own lines.
    func told(_ failures: [Diagnostic], in file: FileID) -> [Diagnostic] {
        failures.map { failure in
            var failure = failure
            failure.place.file = file
            for fix in failure.fixes.indices { for edit in failure.fixes[fix].edits.indices { failure.fixes[fix].edits[edit].place.file = file } }
            return failure
        }
    }
    func alone(_ failures: (FileID) -> [Diagnostic]) -> TestOutcome {
        var files = Files()
        let file = files.add(text, memberStarts: tree.memberStarts)
        return outcome(told(failures(file), in: file), files)
    }
    // What can't be read may have been anything: nothing is tried then.
    if !tree.members[test.member].tree.errors.isEmpty { return alone { _ in own } }
    do {
        let changed = try changed(sources, by: test, without: ill)
        let snapshot = check(changed.sources, asOf: test.asOf ?? today, clock: clock)
        let trace = TestTrace(test, snapshot)
        var files = snapshot.files
        let file = files.add(text, memberStarts: tree.memberStarts)
        let judge = TestJudge(snapshot: snapshot, changed: changed, file: file, member: Int32(test.member), start: start)
        let mine = told(own, in: file)
        // What can't be read is told as that, and not as what became of it.
        let others = judge.failures(of: test).filter { failure in !mine.contains { failure.place.span.start <= $0.place.span.start && $0.place.span.end <= failure.place.span.end } }
        var result = outcome(mine + others, files)
        (result.trace, result.profile) = (trace, snapshot.law.profile)
        return result
    } catch {
        return alone { file in
            own + [Diagnostic(
                code: "T004", slug: "test-not-applicable", severity: .error, place: Place(file: file, member: Int32(test.member), span: error.span),
                title: Message(sv: "Testet kan inte utföras", en: "The test can't be made"), message: error.message)]
        }
    }
}
