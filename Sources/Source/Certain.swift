// What a slip of the hand certainly meant: the one candidate that can be written in its place without asking.

/// The candidate that a slip certainly meant: one letter off (two, in eight or more), no digit among them, and no other candidate
/// within the same distance. What is written in its place needs no second look.
public func certain(_ word: String, in candidates: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased()), bound = letters.count >= 8 ? 2 : 1
    guard (3...40).contains(letters.count) else { return nil }
    let mask = LetterMask(word)
    var found: String?
    for candidate in Set(candidates.lazy.filter { mask.mayBeWithin(bound, of: LetterMask($0)) }) {
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
