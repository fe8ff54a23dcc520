// "Did you mean …?": the known name that a mistyped one is nearest to.

/// The candidate within an edit distance that a slip of the hand explains (a third of the word, at most 3); nil when none is.
/// Two letters that changed places count as one edit. The first of equally near candidates wins. Most candidates are told apart by their
/// letters alone, so that a hundred thousand names cost milliseconds.
public func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased())
    guard (2...40).contains(letters.count) else { return nil }
    var search = NearestSearch(letters)
    var best: String?
    for var candidate in candidates {
        let isNearer: Bool? = candidate.withUTF8 { search.isNearer($0) }
        if isNearer ?? search.isNearer(Array(candidate.lowercased())) { best = candidate }
    }
    return best
}

private struct NearestSearch {
    private let letters: [Character]
    /// The same where all are ASCII.
    private let bytes: [UInt8]?
    private let mask: UInt32
    /// A candidate must be nearer than this.
    private var bound: Int
    private var older: [Int]
    private var last: [Int]
    private var row: [Int]
    private var other: [UInt8]

    init(_ letters: [Character]) {
        self.letters = letters
        let ascii = letters.compactMap(\.asciiValue)
        bytes = ascii.count == letters.count ? ascii : nil
        mask = ascii.reduce(0) { $0 | NearestSearch.bit($1) }
        bound = min(3, max(1, (letters.count + 1) / 3)) + 1
        (older, last, row) = ([], [], [])
        other = []
        other.reserveCapacity(64)
    }

    /// Of thirty-two kinds of letters: an edit takes at most one away and brings one.
    private static func bit(_ byte: UInt8) -> UInt32 { 1 << UInt32(byte & 31) }

    /// nil when either is more than ASCII, and letters have to be compared as characters.
    mutating func isNearer(_ candidate: UnsafeBufferPointer<UInt8>) -> Bool? {
        guard let bytes else { return nil }
        // More bytes than any near candidate has, even where a letter takes four of them.
        if candidate.count >= 4 * (bytes.count + bound) { return false }
        var otherMask: UInt32 = 0, high: UInt8 = 0
        for byte in candidate {
            high |= byte
            otherMask |= NearestSearch.bit(byte)
        }
        if high >= 0x80 { return nil }
        guard abs(candidate.count - bytes.count) < bound, (mask ^ otherMask).nonzeroBitCount <= 2 * (bound - 1) else { return false }
        other.removeAll(keepingCapacity: true)
        for byte in candidate { other.append((65...90).contains(byte) ? byte | 32 : byte) }
        return isNearer(bytes, other)
    }

    mutating func isNearer(_ candidate: [Character]) -> Bool {
        guard abs(candidate.count - letters.count) < bound else { return false }
        return isNearer(letters, candidate)
    }

    /// Optimal string alignment: insertions, deletions, changes and swaps of neighbours. Given up when no alignment can be near enough.
    private mutating func isNearer<Letter: Equatable>(_ left: [Letter], _ right: [Letter]) -> Bool {
        older = [Int](repeating: 0, count: right.count + 1)
        last = Array(0...right.count)
        for i in 1...max(1, left.count) where i <= left.count {
            row.removeAll(keepingCapacity: true)
            row.append(i)
            var least = i
            for j in 1...max(1, right.count) where j <= right.count {
                var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1))
                if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] { cost = min(cost, older[j - 2] + 1) }
                row.append(cost)
                least = min(least, cost)
            }
            // A swap looks two rows back, and adds one: so the row before has to be hopeless too.
            if least >= bound, (last.min() ?? 0) >= bound { return false }
            (older, last, row) = (last, row, older)
        }
        guard last[right.count] < bound else { return false }
        bound = last[right.count]
        return true
    }
}

/// Which of thirty-two kinds of letters a word has: tells most words apart without measuring their distance.
struct LetterMask {
    private var mask: UInt32 = 0
    private var count = 0
    private var isASCII = true

    init(_ word: String) {
        for byte in word.utf8 {
            mask |= 1 << UInt32(byte & 31)
            count += 1
            if byte >= 0x80 { isASCII = false }
        }
    }

    /// False only where the distance is certainly greater.
    func mayBeWithin(_ distance: Int, of other: LetterMask) -> Bool {
        guard isASCII, other.isASCII else { return true }
        return abs(count - other.count) <= distance && (mask ^ other.mask).nonzeroBitCount <= 2 * distance
    }
}
