// The smallest input that still fails: lines first, then bytes (delta debugging, Zeller and Hildebrandt 2002).

/// - Parameters:
///   - attempts: how often `fails` may be asked.
///   - fails: the same failure, not any.
public func shrink(_ input: [UInt8], attempts: Int = 2000, while fails: ([UInt8]) -> Bool) -> [UInt8] {
    var left = attempts
    func ask(_ candidate: [UInt8]) -> Bool {
        left -= 1
        return left >= 0 && fails(candidate)
    }
    var lines = input.split(separator: 10, omittingEmptySubsequences: false).map { Array($0) }
    lines = reduced(lines) { ask(Array($0.joined(separator: [10]))) }
    let bytes = Array(lines.joined(separator: [10]))
    return reduced(bytes, ask)
}

/// Takes out runs, from half of the whole down to single elements, as long as that fails too.
private func reduced<Element>(_ elements: [Element], _ fails: ([Element]) -> Bool) -> [Element] {
    var elements = elements, length = elements.count / 2
    while length >= 1 {
        var start = 0, hasShrunk = false
        while start < elements.count {
            let candidate = Array(elements[..<start] + elements[min(elements.count, start + length)...])
            if fails(candidate) {
                elements = candidate
                hasShrunk = true
            } else {
                start += length
            }
        }
        if length > 1 || !hasShrunk { length /= 2 }
    }
    return elements
}
