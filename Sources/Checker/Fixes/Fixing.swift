// `lagrum fix`: the fixes that are certain, made in the text until none is left, each proved by checking again.
import Law
import Model
import Source
import Syntax

/// What was mended, and how the texts read now.
public struct Fixing: Sendable {
    public struct Made: Sendable, Hashable {
        public var code: String
        public var title: Message
        public var path: String
        /// From 1, in the text that it was made in.
        public var line: Int
    }
    public struct FileEdit: Sendable {
        public var path: String
        public var old: [UInt8]
        public var new: [UInt8]
    }
    public let made: [Made]
    public let files: [FileEdit]
    /// The check of the mended texts.
    public let snapshot: Snapshot
    /// Findings with a fix that only a human can choose.
    public let left: Int

    /// Makes what is certain in the files that were asked for; with `unsafe`, also what most likely is meant.
    ///
    /// Pure. A fix is kept only when its finding is gone after it and no finding of form or names has come. A second call on its
    /// result makes nothing.
    /// - Parameter reader: reads what a fix imports and the check did not hold; without one, such a fix is left.
    public init(_ start: Snapshot, unsafe: Bool = false, reader: ((String) throws(ReadProblem) -> [UInt8])? = nil) {
        var snapshot = start, made: [Made] = [], refused: Set<String> = []
        // Each round makes all that do not overlap; what they uncover comes in the next.
        while true {
            let found = snapshot.fixable(unsafe: unsafe).filter { !refused.contains(Fixing.name(of: $0)) }
            if found.isEmpty { break }
            let chosen = Fixing.apart(found)
            if let (next, done) = Fixing.make(chosen, snapshot, reader) {
                (snapshot, made) = (next, made + done)
                continue
            }
            // Some fix of the round did not hold: one at a time tells which.
            for one in chosen {
                if let (next, done) = Fixing.make([one], snapshot, reader) {
                    (snapshot, made) = (next, made + done)
                    break
                }
                refused.insert(Fixing.name(of: one))
            }
        }
        self.made = made
        self.snapshot = snapshot
        files = zip(start.sources.files, snapshot.sources.files).compactMap { old, new in
            old.tree.text.bytes == new.tree.text.bytes ? nil : FileEdit(path: old.path, old: old.tree.text.bytes, new: new.tree.text.bytes)
        }
        left = unsafe ? 0 : snapshot.fixable(unsafe: true).count
    }

    struct Candidate {
        var finding: Diagnostic
        var fix: Fix
        /// Index of the source file, and byte ranges in it.
        var edits: [(file: Int, range: Range<Int>, text: String)]
    }

    private static func name(of one: Candidate) -> String {
        one.finding.code + " " + one.finding.message.en + " " + one.fix.title.en + one.edits.map { " \($0.file):\($0.range)" }.joined()
    }

    /// In the order of the text; a fix that overlaps an earlier one waits.
    private static func apart(_ found: [Candidate]) -> [Candidate] {
        var taken: [Int: [Range<Int>]] = [:], chosen: [Candidate] = []
        for one in found {
            let meets = one.edits.contains { edit in
                (taken[edit.file] ?? []).contains { $0.lowerBound <= edit.range.upperBound && edit.range.lowerBound <= $0.upperBound }
            }
            if meets { continue }
            for edit in one.edits { taken[edit.file, default: []].append(edit.range) }
            chosen.append(one)
        }
        return chosen
    }

    /// nil when the texts are not better for it.
    private static func make(_ chosen: [Candidate], _ snapshot: Snapshot, _ reader: ((String) throws(ReadProblem) -> [UInt8])?) -> (Snapshot, [Made])? {
        var byFile: [Int: TextEdits] = [:]
        for edit in chosen.flatMap(\.edits) { byFile[edit.file, default: TextEdits()].replace(edit.range, with: Array(edit.text.utf8)) }
        var trees: [Int: FileTree] = [:]
        for (file, edits) in byFile {
            let tree = snapshot.sources.files[file].tree
            trees[file] = parse(Text(path: tree.text.path, bytes: edits.applied(to: tree.text.bytes)), after: tree)
        }
        let edited = snapshot.sources.replacing(trees)
        let next = check(reader.map { edited.relinked(reader: $0) } ?? edited.relinked(), asOf: snapshot.asOf)
        let before = counted(snapshot), after = counted(next)
        for one in chosen where (after[key(one.finding)] ?? 0) >= (before[key(one.finding)] ?? 0) { return nil }
        // Behind a mistake of syntax others come to light, and on the mended line what the mistake hid: those are not of the fix.
        let isSyntax = chosen.allSatisfy { $0.finding.code.hasPrefix("X") }
        for finding in next.findings where !isSyntax && !late.contains(finding.code) && (after[key(finding)] ?? 0) > (before[key(finding)] ?? 0) {
            guard let text = next.files.text(of: finding.place.file), let range = next.files.range(of: finding.place) else { return nil }
            let line = text.string(in: text.range(ofLine: text.line(at: range.lowerBound)))
            guard chosen.contains(where: { $0.edits.contains { !$0.text.isEmpty && !$0.text.contains("\n") && line.contains($0.text) } }), finding.code != "N009" else { return nil }
        }
        let done = chosen.map { one -> Made in
            let text = snapshot.sources.files[one.edits[0].file].tree.text
            return Made(code: one.finding.code, title: one.fix.title, path: text.path, line: text.line(at: one.edits[0].range.lowerBound) + 1)
        }
        return (next, done)
    }
}

private func key(_ finding: Diagnostic) -> String { finding.code + " " + finding.message.en }

/// What is told only once the text reads well: it comes by no fix.
private let late: Set<String> = ["N048", "N049", "N903"]

/// Findings of form and names. What the law says of the mended text is what the author meant.
private func counted(_ snapshot: Snapshot) -> [String: Int] {
    let form = snapshot.findings.filter { ($0.code.hasPrefix("X") || $0.code.hasPrefix("N")) && !["N900", "N901"].contains($0.code) }
    return Dictionary(form.map { (key($0), 1) }, uniquingKeysWith: +)
}

extension Snapshot {
    /// Every fix of the files asked for, in the order of the text: those that findings carry, and those that need all files.
    func fixable(unsafe: Bool) -> [Fixing.Candidate] {
        findings.compactMap { finding in
            let fixes = allFixes(for: finding)
            guard let fix = fixes.first(where: \.isSafe) ?? (unsafe ? fixes.first : nil) else { return nil }
            var edits: [(file: Int, range: Range<Int>, text: String)] = []
            for edit in fix.edits {
                let file = Int(edit.place.file.index) - firstSource
                guard sources.files.indices.contains(file), sources.files[file].asked, let range = files.range(of: edit.place) else { return nil }
                edits.append((file, range, edit.text))
            }
            return edits.isEmpty ? nil : Fixing.Candidate(finding: finding, fix: fix, edits: edits)
        }
    }

    /// The fixes of a finding: its own, and those that only the whole of the files can tell. An editor offers all of them.
    public func allFixes(for finding: Diagnostic) -> [Fix] { finding.fixes + derived.value[finding] }
}
