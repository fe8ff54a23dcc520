// "Did you mean …?": the known name that a mistyped one is nearest to.

/// The candidate within an edit distance that a slip of the hand explains (a third of the word, at most 3); nil when none is.
/// Two letters that changed places count as one edit. The first of equally near candidates wins.
public func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    let word = Array(word.lowercased())
    guard (2...40).contains(word.count) else { return nil }
    var best: String?, bound = min(3, max(1, (word.count + 1) / 3)) + 1
    for candidate in candidates {
        let other = Array(candidate.lowercased())
        guard abs(other.count - word.count) < bound else { continue }
        let distance = editDistance(word, other)
        if distance < bound { (best, bound) = (candidate, distance) }
    }
    return best
}

/// The candidate that a slip certainly meant: one letter off (two, in eight or more), no digit among them, and no other candidate
/// within the same distance. What is written in its place needs no second look.
public func certain(_ word: String, in candidates: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased()), bound = letters.count >= 8 ? 2 : 1
    guard letters.count >= 3 else { return nil }
    var found: String?
    for candidate in Set(candidates) {
        let other = Array(candidate.lowercased())
        guard abs(other.count - letters.count) <= bound, editDistance(letters, other) <= bound else { continue }
        guard found == nil, other.filter(\.isNumber) == letters.filter(\.isNumber) else { return nil }
        found = candidate
    }
    return found
}

/// Optimal string alignment: insertions, deletions, changes and swaps of neighbours.
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    var older = [Int](repeating: 0, count: right.count + 1), last = Array(0...right.count)
    for i in 1...max(1, left.count) where i <= left.count {
        var row = [i] + [Int](repeating: 0, count: right.count)
        for j in 1...max(1, right.count) where j <= right.count {
            row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1))
            if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] { row[j] = min(row[j], older[j - 2] + 1) }
        }
        (older, last) = (last, row)
    }
    return last[right.count]
}
