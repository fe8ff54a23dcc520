// Inputs that are nearly right: samples with some bytes, words, lines and blocks changed. A seed gives the same input for good.

public struct Mutator: Sendable {
    private let corpus: [Sample]

    private struct Sample: Sendable {
        var bytes: [UInt8]
        /// Where lines begin that something stands at the margin of.
        var margins: [Int]
    }

    public init(corpus: [[UInt8]]) {
        self.corpus = corpus.filter { !$0.isEmpty }.map { bytes in
            let margins = bytes.indices.filter { ($0 == 0 || bytes[$0 - 1] == 10) && bytes[$0] > 0x20 && bytes[$0] != UInt8(ascii: "}") }
            return Sample(bytes: bytes, margins: margins)
        }
    }

    public func input(seed: UInt64) -> [UInt8] {
        var random = SplitMix(state: seed)
        guard let sample = random.pick(corpus) else { return [] }
        var bytes = start(of: sample, &random)
        // Mostly few, so that most of the structure stands.
        for _ in 0..<(random.below(10) == 0 ? random.below(40) + 1 : random.below(4) + 1) { change(&bytes, &random) }
        return bytes
    }

    /// One time in twelve a whole sample; else some of its declarations, most often under a head that asks the law.
    private func start(of sample: Sample, _ random: inout SplitMix) -> [UInt8] {
        if random.below(12) == 0 || sample.margins.count < 3 { return sample.bytes }
        var bytes = random.below(3) > 0 ? Array("edition 2026\nuse gdpr, se, ai_act\n\n".utf8) : []
        for _ in 0...random.below(3) {
            let first = random.below(sample.margins.count), last = first + 1 + random.below(4)
            let end = last < sample.margins.count ? sample.margins[last] : sample.bytes.count
            bytes += sample.bytes[sample.margins[first]..<min(end, sample.margins[first] + 6000)]
            if bytes.last != 10 { bytes.append(10) }
        }
        return bytes
    }

    private func change(_ bytes: inout [UInt8], _ random: inout SplitMix) {
        guard !bytes.isEmpty else { return bytes = [UInt8(random.below(256))] }
        let index = random.below(bytes.count)
        switch random.below(18) {
        case 0: bytes.remove(at: index)
        case 1: bytes.insert(random.pick(Mutator.signs) ?? 0, at: index)
        case 2: bytes[index] = UInt8(random.below(256))
        case 3: bytes.removeSubrange(index..<min(bytes.count, index + 1 + random.below(40)))
        case 4: bytes.insert(contentsOf: Array(bytes[index..<min(bytes.count, index + 1 + random.below(60))]), at: random.below(bytes.count))
        case 5...7: replaceWord(&bytes, at: index, by: Array((random.pick(Mutator.words) ?? "").utf8))
        case 8, 9:
            // Another word of the same text: a name where another was.
            let other = wordRange(bytes, at: random.below(bytes.count))
            replaceWord(&bytes, at: index, by: Array(bytes[other]))
        case 10: bytes.removeSubrange(line(bytes, at: index))
        case 11:
            let line = line(bytes, at: index), copy = Array(bytes[line])
            let times = random.below(20) == 0 ? random.below(200) : 1
            bytes.insert(contentsOf: (0..<times).flatMap { _ in copy }, at: line.upperBound)
        case 12:
            let one = line(bytes, at: index), moved = Array(bytes[one])
            bytes.removeSubrange(one)
            bytes.insert(contentsOf: moved, at: bytes.isEmpty ? 0 : line(bytes, at: random.below(bytes.count)).lowerBound)
        case 13:
            guard let other = random.pick(corpus), let from = random.pick(other.margins) else { return }
            bytes.insert(contentsOf: other.bytes[from..<min(other.bytes.count, from + random.below(1500))], at: line(bytes, at: index).lowerBound)
        case 14:
            let pair = random.pick(Mutator.pairs) ?? ("(", ")"), depth = random.below(8) == 0 ? random.below(400) : random.below(4) + 1
            let end = min(bytes.count, index + random.below(30))
            bytes.insert(contentsOf: Array(String(repeating: pair.1, count: depth).utf8), at: end)
            bytes.insert(contentsOf: Array(String(repeating: pair.0, count: depth).utf8), at: index)
        case 15: bytes.removeSubrange(index...)
        case 16: replaceNumber(&bytes, near: index, by: Array((random.pick(Mutator.numbers) ?? "").utf8))
        default: bytes.insert(contentsOf: Array((random.pick(Mutator.blanks) ?? "").utf8), at: index)
        }
    }

    private static let signs = Array("{}()[],:;=\"/*\n \\.?-<>%_'".utf8)
    private static let pairs = [("(", ")"), ("[", "]"), ("{\n", "\n}"), ("not ", ""), ("- ", ""), ("f(", ")"), ("dataset A {\n", ""), ("\"\"\"", "\"\"\""), ("/*", "*/")]
    private static let blanks = ["\n", "\r\n", "\r", "\t", "\u{a0}", "\u{feff}", "\0", "// c\n", "/// d\n", "/* c */", "\u{202e}", "\u{301}", "😀", "å", ";", "\n\n\n"]
    private static let numbers = [
        "0", "-1", "1", "9223372036854775807", "9223372036854775808", "99999999999999999999", "1e308", "1e-400", "1e999999999", "0.1", "1_000", "0000-00-00",
        "9999-12-31", "2024-02-29", "2026-13-01", "1000000 years", "100%", "1e9%", "0..0", "5..1", "-9223372036854775808..9223372036854775807",
    ]
    private static let words = [
        "and", "or", "not", "in", "is", "precedes", "overlaps", "exists", "every", "count", "with", "where", "when", "because", "as", "of", "many", "per",
        "matched", "by", "otherwise", "table", "dataset", "activity", "pipeline", "rule", "define", "decision", "factor", "norm", "subject", "purpose", "test",
        "change", "given", "clean", "consolidate", "split", "learn", "generate", "evaluate", "train", "audit", "delete", "release", "use", "import", "edition",
        "without", "needs", "unless", "allow", "yes", "no", "none", "unknown", "role", "id", "text", "flag", "integer", "decimal", "date", "choice", "GDPR.6.4.c",
        "2026-01-15", "3 months", "Child", "Health", "Ordinary", "Person", "A", "x", "a.b.c", "\"\"", "\"å\"", "max", "sum", "compatibility", "today",
    ]

    private func isWord(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 95 || byte >= 0x80
    }

    private func wordRange(_ bytes: [UInt8], at index: Int) -> Range<Int> {
        var start = index, end = index
        while start > 0, isWord(bytes[start - 1]) { start -= 1 }
        while end < bytes.count, isWord(bytes[end]) { end += 1 }
        return start..<end
    }

    private func replaceWord(_ bytes: inout [UInt8], at index: Int, by word: [UInt8]) { bytes.replaceSubrange(wordRange(bytes, at: index), with: word) }

    private func replaceNumber(_ bytes: inout [UInt8], near index: Int, by number: [UInt8]) {
        guard let found = bytes[index...].firstIndex(where: { (48...57).contains($0) }) else { return }
        bytes.replaceSubrange(wordRange(bytes, at: found), with: number)
    }

    /// With its line's end.
    private func line(_ bytes: [UInt8], at index: Int) -> Range<Int> {
        let start = bytes[..<index].lastIndex(of: 10).map { $0 + 1 } ?? 0
        return start..<(bytes[index...].firstIndex(of: 10).map { $0 + 1 } ?? bytes.count)
    }
}

/// SplitMix64: the same on every machine, and not the standard library's, whose draws may change.
package struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    package init(state: UInt64) { self.state = state }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }
    mutating func pick<Element>(_ elements: [Element]) -> Element? { elements.isEmpty ? nil : elements[below(elements.count)] }
}
