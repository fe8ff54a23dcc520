// The diff that `lagrum fmt --diff` shows: applied to the old text it gives the new one.

import Source
import Testing

private func diff(_ old: String, _ new: String) -> String {
    String(decoding: unifiedDiff(Array(old.utf8), Array(new.utf8), oldName: "a", newName: "b"), as: UTF8.self)
}

/// Applies a diff by its line numbers and checks what it says stands there.
private func apply(_ diff: String, to old: String) -> String? {
    let lines = old.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var result: [String] = [], at = 0
    for line in diff.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2).dropLast() {
        if line.hasPrefix("@@") {
            let numbers = line.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
            let start = numbers[1] == 0 ? numbers[0] : numbers[0] - 1
            guard start >= at, start <= lines.count else { return nil }
            result += lines[at..<start]
            at = start
        } else if line.hasPrefix("+") {
            result.append(String(line.dropFirst()))
        } else {
            guard at < lines.count, lines[at] == line.dropFirst() else { return nil }
            if line.hasPrefix(" ") { result.append(lines[at]) }
            at += 1
        }
    }
    return (result + lines[at...]).joined(separator: "\n")
}

@Suite struct FormatDiffTests {
    @Test func shown() {
        #expect(diff("a\n", "a\n") == "")
        #expect(diff("a\nb\nc\n", "a\nB\nc\n") == "--- a\n+++ b\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n")
        #expect(diff("a", "a\n") == "--- a\n+++ b\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n")
        #expect(diff("", "a\n") == "--- a\n+++ b\n@@ -0,0 +1,1 @@\n+a\n")
        #expect(diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\n5\n6\n7\n8\nx\n") == "--- a\n+++ b\n@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+x\n")
    }

    @Test(arguments: 0..<200) func givesTheNewText(_ seed: Int) {
        var random = Seeded(state: UInt64(seed) &+ 1234)
        let old = (0..<Int.random(in: 0...40, using: &random)).map { _ in "\(Int.random(in: 0...20, using: &random))" }
        var new = old
        for _ in 0..<Int.random(in: 1...8, using: &random) {
            let index = Int.random(in: 0...new.count, using: &random)
            if index < new.count, Bool.random(using: &random) { new.remove(at: index) } else { new.insert("n\(index % 3)", at: index) }
        }
        let before = old.map { $0 + "\n" }.joined(), after = new.map { $0 + "\n" }.joined()
        let diff = diff(before, after)
        #expect(before == after ? diff.isEmpty : apply(diff, to: before) == after, "seed \(seed):\n\(diff)")
    }
}
