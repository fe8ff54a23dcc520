// Cursors over calls and literals without a String or an array: arguments one after the other, whole numbers and days by their bytes.

public import Source

/// The values of a call's arguments, in the order of the text, without their clauses.
public struct ArgumentValues: Sequence, IteratorProtocol, Sendable {
    let tree: Tree
    var child: Int32

    public mutating func next() -> Expression? {
        while child >= 0 {
            let node = tree.nodes[Int(child)]
            child = node.next
            if node.kind == .argument, node.child >= 0 { return Expression(tree: tree, index: node.child) }
        }
        return nil
    }
}

extension Expression {
    public var eachArgument: ArgumentValues { ArgumentValues(tree: tree, child: node.kind == .call ? node.child : -1) }

    /// What a call calls, dots included; nil for every other expression.
    public var calleeSpan: Span? {
        let node = node
        guard node.kind == .call, node.child >= 0 else { return nil }
        return tree.nodes[Int(node.child)].span
    }

    /// A number without point or exponent; nil for every other expression, and beyond 18 digits.
    public var wholeNumber: Int64? {
        let node = node
        guard node.kind == .number, node.end - node.start <= 18 else { return nil }
        return tree.bytes.withUnsafeBufferPointer { bytes in
            var value: Int64 = 0
            for offset in Int(node.start)..<Int(node.end) {
                let byte = bytes[offset]
                if byte == UInt8(ascii: "_") { continue }
                guard byte >= 48, byte <= 57 else { return nil }
                value = value * 10 + Int64(byte - 48)
            }
            return value
        }
    }

    /// A date; nil for every other expression, and for a day that does not exist.
    public var day: Day? {
        let node = node
        guard node.kind == .date, node.end - node.start == 10 else { return nil }
        return tree.bytes.withUnsafeBufferPointer { bytes in
            func number(_ from: Int, _ count: Int) -> Int? {
                var value = 0
                for offset in Int(node.start) + from..<Int(node.start) + from + count {
                    guard bytes[offset] >= 48, bytes[offset] <= 57 else { return nil }
                    value = value * 10 + Int(bytes[offset] - 48)
                }
                return value
            }
            guard let year = number(0, 4), let month = number(5, 2), let day = number(8, 2) else { return nil }
            return Day(year: year, month: month, day: day)
        }
    }
}
