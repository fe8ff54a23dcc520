// The invariants of a tree as a check, for tests and fuzzing.

import Source

extension Tree {
    /// Calls `broken` with a sentence for each invariant that does not hold.
    package func verify(_ broken: (String) -> Void) {
        var end = 0
        for token in tokens {
            if Int(token.start) < end || token.end <= token.start || Int(token.end) > bytes.count { broken("token out of order at \(token.start)") }
            if !isTrivia(end..<max(end, Int(token.start))) { broken("bytes lost before \(token.start)") }
            end = Int(token.end)
        }
        if end <= bytes.count, !isTrivia(end..<bytes.count) { broken("bytes lost at the end, from \(end)") }
        for error in errors where Int(error.span.end) > bytes.count { broken("error \(error.problem.code) outside the member") }
        if rootIndex >= 0 { verify(node: rootIndex, within: 0..<bytes.count, depth: 0, broken) }
    }

    private func verify(node index: Int32, within range: Range<Int>, depth: Int, _ broken: (String) -> Void) {
        let node = nodes[Int(index)]
        if node.end < node.start { return broken("node \(node.kind) ends before it starts") }
        if Int(node.start) < range.lowerBound || Int(node.end) > range.upperBound { return broken("node \(node.kind) \(node.start)..<\(node.end) outside \(range)") }
        if depth > 4 * Problem.nestingLimit { return broken("nodes nested too deep") }
        var start = range.lowerBound
        for child in children(of: index) {
            let next = nodes[Int(child)]
            if Int(next.start) < start { return broken("node \(next.kind) before its elder sibling's start") }
            start = Int(next.start)
            verify(node: child, within: node.span.range, depth: depth + 1, broken)
        }
    }

    private func isTrivia(_ range: Range<Int>) -> Bool {
        range.isEmpty
            || bytes[range].withUnsafeBufferPointer { slice in
                var lexer = Lexer(slice, from: 0, table: WordTable.shared)
                return lexer.next().kind == .end
            }
    }
}
