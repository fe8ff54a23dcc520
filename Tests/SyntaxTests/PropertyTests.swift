// What holds for every text: nothing is lost, nothing traps. Mutated samples and random bytes; a failure names its seed.

import Source
import Syntax
import Testing

@Suite struct PropertyTests {
    static let samples = [Inputs.specification, Inputs.rules]

    @Test(arguments: 0..<300) func mutations(_ seed: Int) {
        var random = Seeded(state: UInt64(seed) &* 7919 &+ 1)
        var bytes = Array((Self.samples.randomElement(using: &random) ?? "").utf8)
        // A window keeps a test short; mutations are few, so that most of the structure stands.
        let start = Int.random(in: 0..<bytes.count, using: &random)
        bytes = Array(bytes[start..<min(bytes.count, start + 1500)])
        for _ in 0..<Int.random(in: 1...8, using: &random) { Self.mutate(&bytes, &random) }
        checkInvariants(Text(path: "t", bytes: bytes), "seed \(seed)")
    }

    @Test(arguments: 0..<100) func randomBytes(_ seed: Int) {
        var random = Seeded(state: UInt64(seed) &+ 77)
        let bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        checkInvariants(Text(path: "t", bytes: bytes), "seed \(seed)")
    }

    @Test(arguments: 0..<300) func randomTokens(_ seed: Int) {
        var random = Seeded(state: UInt64(seed) &+ 4711)
        let words = [
            "{", "}", "(", ")", "[", "]", ",", ":", ";", "=", "==", "?", "..", ".", "-", "\n", "\n", "\n  ", "\"a\"", "\"", "\"\"\"", "/*", "*/",
            "//", "///", "a", "B", "a.b", "GDPR.6", "1", "5%", "2026-01-01", "3 months", "and", "or", "not", "in", "is", "exists", "every", "count",
            "with", "where", "when", "because", "as", "of", "many", "per", "otherwise", "table", "dataset", "rule", "clean", "split", "use", "without",
            "needs", "å", "§",
        ]
        let source = (0..<Int.random(in: 1...80, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
        checkInvariants(Text(path: "t", source), "seed \(seed)")
    }

    /// A mistake in one line of the specification costs no other top-level member, unless it opens or closes something.
    @Test(arguments: 0..<150) func neighboursStay(_ seed: Int) {
        var random = Seeded(state: UInt64(seed) &+ 99)
        var lines = Inputs.specification.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let index = Int.random(in: 0..<lines.count, using: &random)
        guard !lines[index].contains(where: { "{}".contains($0) }) else { return }
        let junk = ["becuase \"x\"", "= 3", "§", "a b c", "x: (", "x: [a,", "\"open", ": x", "and", "x ==", "otherwise", "5 5", "a.", ")"]
        let indentation = String(lines[index].prefix { $0 == " " })
        let broken = junk.randomElement(using: &random) ?? ""
        lines[index] = indentation + broken
        func names(_ source: String) -> [String] { roots(source).filter { $0.form == .declaration }.map { $0.path.first?.text ?? $0.title?.text ?? "-" } }
        let expected = names(Inputs.specification)
        let found = names(lines.joined(separator: "\n"))
        // A line at the margin may be a member of its own that is now gone.
        if indentation.isEmpty { #expect(found.count >= expected.count - 1, "seed \(seed): \(broken)") } else { #expect(found == expected, "seed \(seed): \(broken)") }
    }

    /// Reading on from the tree before an edit gives the very tree that reading from the start gives.
    @Test(arguments: 0..<120) func incremental(_ seed: Int) {
        var random = Seeded(state: UInt64(seed) &* 31 &+ 5)
        var bytes = Array((Self.samples.randomElement(using: &random) ?? "").utf8)
        var file = parse(Text(path: "t", bytes: bytes))
        for _ in 0..<6 {
            Self.mutate(&bytes, &random)
            let text = Text(path: "t", bytes: bytes)
            file = parse(text, after: file)
            let fresh = parse(text)
            #expect(file.memberStarts == fresh.memberStarts, "seed \(seed)")
            for (one, other) in zip(file.members, fresh.members) {
                #expect(one.tree.bytes.all == other.tree.bytes.all && one.tree.errors == other.tree.errors, "seed \(seed)")
                #expect(one.tree.root.map { print($0) } == other.tree.root.map { print($0) }, "seed \(seed)")
            }
        }
    }

    @Test func unchangedMembersKeepTheirTrees() {
        let text = Text(path: "t", Inputs.specification)
        let file = parse(text)
        let edited = Text(path: "t", Inputs.specification.replacing("SynthesisDpia is Dpia ", with: "SynthesisDpia2 is Dpia"))
        let next = parse(edited, after: file)
        #expect(next.members.count == file.members.count)
        let kept = zip(file.members, next.members).count { $0.tree === $1.tree }
        #expect(kept >= file.members.count - 4 && kept < file.members.count)
    }

    static func mutate(_ bytes: inout [UInt8], _ random: inout Seeded) {
        guard !bytes.isEmpty else { return bytes = [UInt8.random(in: 0...255, using: &random)] }
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes.remove(at: index)
        case 1: bytes.insert(Array("{}()[],:;=\"/*\n \\.?-".utf8).randomElement(using: &random) ?? 0, at: index)
        case 2: bytes[index] = UInt8.random(in: 0...255, using: &random)
        case 3: bytes.removeSubrange(index..<min(bytes.count, index + Int.random(in: 1...30, using: &random)))
        default:
            let other = Int.random(in: 0..<bytes.count, using: &random)
            bytes.insert(contentsOf: Array(bytes[other..<min(bytes.count, other + 20)]), at: index)
        }
    }
}
