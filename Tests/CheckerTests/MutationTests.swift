// Inputs that are nearly right go through parse, format and check: nothing is lost, nothing traps, and every finding has its place.
// `lagrum-bench mutate` tries a million of them, in processes of their own; these are its first.
import FoundationEssentials
import Testing
import Trial

@Suite struct MutationTests {
    private static let corpus = Corpus(
        root: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path)

    @Test func corpusIsThere() {
        #expect(Self.corpus.samples.count > 100 && Self.corpus.files["fj.lagrum"] != nil)
    }

    @Test(arguments: 0..<8) func mutations(_ part: Int) {
        let mutator = Mutator(corpus: Self.corpus.samples), trial = Trial(others: Self.corpus.files)
        for number in UInt64(part) * 50..<UInt64(part + 1) * 50 {
            let input = mutator.input(seed: number)
            guard let complaint = trial.complaints(input).first else { continue }
            let smallest = shrink(input, attempts: 300) { trial.complaints($0).first == complaint }
            Issue.record("number \(number): \(complaint)\n\(String(decoding: smallest, as: UTF8.self))")
        }
    }

    @Test func theSameNumberIsTheSameInput() {
        let mutator = Mutator(corpus: Self.corpus.samples)
        #expect(mutator.input(seed: 7) == mutator.input(seed: 7) && mutator.input(seed: 7) != mutator.input(seed: 8))
    }

    @Test func shrinkingFindsTheSmallest() {
        let input = Array("dataset A {\n  zone: Hot\n  owner: \"x\"\n}\n".utf8)
        let needle = Array("own".utf8)
        let smallest = shrink(input) { candidate in
            candidate.indices.contains { candidate[$0...].starts(with: needle) }
        }
        #expect(smallest == needle)
    }
}
