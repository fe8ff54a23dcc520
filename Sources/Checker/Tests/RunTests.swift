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
    TestBlock.all(in: sources).map { test in
        let part = sources.closure(of: test.file)
        var local = test
        local.file = 0
        return run(local, part, today: today, clock)
    }
}

/// The specifications that tests make by their changes, for those who ask of them something else than the test does.
package func changedByTests(_ sources: SourceSet) -> [(title: String, asOf: Day?, sources: SourceSet)] {
    TestBlock.all(in: sources).compactMap { test in
        var local = test
        local.file = 0
        return (try? changed(sources.closure(of: test.file), by: local)).map { (test.title, test.asOf, $0) }
    }
}

private func run(_ test: TestBlock, _ sources: SourceSet, today: Day, _ clock: (@Sendable () -> UInt64)?) -> TestOutcome {
    let text = sources.files[0].tree.text
    let start = sources.files[0].tree.members[test.member].start
    func outcome(_ failures: [Diagnostic], _ files: Files) -> TestOutcome {
        TestOutcome(title: test.title, path: text.path, line: text.line(at: start + Int(test.node.span.start)) + 1, failures: failures, files: files)
    }
    do {
        let changedSources = try changed(sources, by: test)
        let snapshot = check(changedSources, asOf: test.asOf ?? today, clock: clock)
        let trace = TestTrace(test, snapshot)
        // The unchanged test file, so that failures point at the lines of the test itself.
        var files = snapshot.files
        let original = files.add(text, memberStarts: sources.files[0].tree.memberStarts)
        let judge = TestJudge(snapshot: snapshot, file: original, member: Int32(test.member))
        var result = outcome(judge.failures(of: test), files)
        (result.trace, result.profile) = (trace, snapshot.law.profile)
        return result
    } catch {
        var files = Files()
        let id = files.add(text, memberStarts: sources.files[0].tree.memberStarts)
        let finding = Diagnostic(
            code: "T004", slug: "test-not-applicable", severity: .error, place: Place(file: id, member: Int32(test.member), span: error.span),
            title: Message(sv: "Testet kan inte utföras", en: "The test can't be made"), message: error.message)
        return outcome([finding], files)
    }
}
