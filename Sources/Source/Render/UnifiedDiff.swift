// Two texts as a unified diff: what `--diff` shows.

/// Lines of `old` and `new` that differ, three lines around them; empty when the texts are equal.
/// Lines that both texts hold exactly once are held to be the same line (patience diff, B. Cohen), which reads well and takes
/// n log n steps.
public func unifiedDiff(_ old: [UInt8], _ new: [UInt8], oldName: String, newName: String, context: Int = 3) -> [UInt8] {
    guard old != new else { return [] }
    let left = lines(old), right = lines(new), changes = changedLines(left, right)
    var result = Array("--- \(oldName)\n+++ \(newName)\n".utf8), index = 0
    while index < changes.count {
        var end = index + 1
        while end < changes.count, changes[end].old.lowerBound - changes[end - 1].old.upperBound <= 2 * context { end += 1 }
        hunk(Array(changes[index..<end]), left, right, context, &result)
        index = end
    }
    return result
}

/// The stretches of whole lines in which two texts differ, as byte ranges of both, in order.
public func changedRanges(_ old: [UInt8], _ new: [UInt8]) -> [(old: Range<Int>, new: Range<Int>)] {
    guard old != new else { return [] }
    let left = lines(old), right = lines(new)
    func bytes(_ range: Range<Int>, of lines: [ArraySlice<UInt8>], _ end: Int) -> Range<Int> {
        let start = range.lowerBound < lines.count ? lines[range.lowerBound].startIndex : end
        return start..<(range.isEmpty ? start : lines[range.upperBound - 1].endIndex)
    }
    return changedLines(left, right).map { (bytes($0.old, of: left, old.count), bytes($0.new, of: right, new.count)) }
}

/// Stretches that differ, as ranges of the lines of both.
private func changedLines(_ left: [ArraySlice<UInt8>], _ right: [ArraySlice<UInt8>]) -> [(old: Range<Int>, new: Range<Int>)] {
    var common: [(Int, Int)] = []
    match(left, 0..<left.count, right, 0..<right.count, &common)
    common.append((left.count, right.count))
    var changes: [(old: Range<Int>, new: Range<Int>)] = [], at = (0, 0)
    for (one, other) in common {
        if one > at.0 || other > at.1 { changes.append((at.0..<one, at.1..<other)) }
        at = (one + 1, other + 1)
    }
    return changes
}

private func hunk(
    _ changes: [(old: Range<Int>, new: Range<Int>)], _ left: [ArraySlice<UInt8>], _ right: [ArraySlice<UInt8>], _ context: Int,
    _ result: inout [UInt8]
) {
    guard let first = changes.first, let last = changes.last else { return }
    let before = min(context, first.old.lowerBound, first.new.lowerBound)
    let after = min(context, left.count - last.old.upperBound, right.count - last.new.upperBound)
    func range(_ from: Int, _ to: Int) -> String { "\(to > from ? from + 1 : from),\(to - from)" }
    let old = first.old.lowerBound - before..<last.old.upperBound + after, new = first.new.lowerBound - before..<last.new.upperBound + after
    result += "@@ -\(range(old.lowerBound, old.upperBound)) +\(range(new.lowerBound, new.upperBound)) @@\n".utf8
    func write(_ sign: Unicode.Scalar, _ lines: ArraySlice<ArraySlice<UInt8>>) {
        for line in lines {
            result.append(UInt8(ascii: sign))
            result += line
            if line.last != 0x0A { result += "\n\\ No newline at end of file\n".utf8 }
        }
    }
    var start = old.lowerBound
    for change in changes {
        write(" ", left[start..<change.old.lowerBound])
        write("-", left[change.old])
        write("+", right[change.new])
        start = change.old.upperBound
    }
    write(" ", left[start..<old.upperBound])
}

/// Lines with their ends.
private func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = [], start = 0
    for index in bytes.indices where bytes[index] == 0x0A {
        result.append(bytes[start...index])
        start = index + 1
    }
    if start < bytes.count { result.append(bytes[start...]) }
    return result
}

/// Pairs of equal lines, in order.
private func match(
    _ left: [ArraySlice<UInt8>], _ one: Range<Int>, _ right: [ArraySlice<UInt8>], _ other: Range<Int>, _ result: inout [(Int, Int)]
) {
    var (start, end) = (one.lowerBound, one.upperBound), (from, to) = (other.lowerBound, other.upperBound)
    while start < end, from < to, left[start] == right[from] {
        result.append((start, from))
        (start, from) = (start + 1, from + 1)
    }
    var tail: [(Int, Int)] = []
    while start < end, from < to, left[end - 1] == right[to - 1] {
        (end, to) = (end - 1, to - 1)
        tail.append((end, to))
    }
    if start < end, from < to {
        for (place, peer) in anchors(left, start..<end, right, from..<to) {
            match(left, start..<place, right, from..<peer, &result)
            result.append((place, peer))
            (start, from) = (place + 1, peer + 1)
        }
        // Without a line of their own on both sides, what is left is told as taken out and put in.
        if (start, from) != (one.lowerBound, other.lowerBound), start < end, from < to, end - start < one.count {
            match(left, start..<end, right, from..<to, &result)
        }
    }
    result += tail.reversed()
}

/// Lines that stand exactly once on each side, the longest run of them that is in order on both.
private func anchors(
    _ left: [ArraySlice<UInt8>], _ one: Range<Int>, _ right: [ArraySlice<UInt8>], _ other: Range<Int>
) -> [(Int, Int)] {
    var places: [ArraySlice<UInt8>: (count: Int, left: Int, peers: Int, right: Int)] = [:]
    for index in one { places[left[index], default: (0, 0, 0, 0)].count += 1; places[left[index]]?.left = index }
    for index in other { places[right[index]]?.peers += 1; places[right[index]]?.right = index }
    let pairs = places.values.filter { $0.count == 1 && $0.peers == 1 }.map { ($0.left, $0.right) }.sorted { $0.0 < $1.0 }
    // The longest increasing run of the right places: `ends[k]` ends the best run of k + 1 pairs so far.
    var ends: [Int] = [], before = [Int](repeating: -1, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
        var low = 0, high = ends.count
        while low < high {
            let middle = (low + high) / 2
            if pairs[ends[middle]].1 < pair.1 { low = middle + 1 } else { high = middle }
        }
        before[index] = low > 0 ? ends[low - 1] : -1
        if low < ends.count { ends[low] = index } else { ends.append(index) }
    }
    var result: [(Int, Int)] = [], index = ends.last ?? -1
    while index >= 0 {
        result.append(pairs[index])
        index = before[index]
    }
    return result.reversed()
}
