// Draws rows from a synthesiser: column by column, each by the model given those it hangs on.
import Plan
import Privacy

extension Synthesiser {
    public func generate(rows: Int, seed: UInt64) -> CodedTable { generate(rows: rows, seed: seed) { _ in } }

    /// `rows` synthetic rows; the same seed gives the same rows. A group of rows that agree on what a column hangs on gets each
    /// of the column's levels as often as the model says, rounded up or down at random, and in random order: less noise
    /// than independent draws, and columns that are independent in the model stay so in the rows.
    /// `progress` is told the share done before each column; what it throws ends the drawing.
    public func generate(rows: Int, seed: UInt64, progress: (Double) throws -> Void) rethrows -> CodedTable {
        let rows = max(0, rows)
        var codes = [[UInt16]](repeating: [], count: columns.count)
        for (place, draw) in draws().enumerated() {
            try progress(Double(place) / Double(columns.count))
            let parents = draw.parents.map { (codes: codes[$0], size: model.sizes[$0]) }
            codes[draw.attribute] = sampled(rows, parents, draw.weights, seed: seed, stream: draw.attribute)
        }
        for column in columns.indices {
            codes[column] = rare[column].part(codes[column], seed: seed, stream: columns.count + column)
        }
        return CodedTable(columns: columns, codes: codes, rows: rows)
    }

    /// One column given others: `weights[g·levels + k]` is proportional to P(level k | parents' combination g).
    private struct Draw {
        var attribute: Int
        var parents: [Int]
        var weights: [Double]
    }

    /// Every column once, after those it hangs on: from the root clique outwards, a clique's new columns one by one.
    private func draws() -> [Draw] {
        var seen = Set<Int>()
        var draws: [Draw] = []
        for (clique, attributes) in model.tree.cliques.enumerated() {
            var given = attributes.filter(seen.contains)
            for attribute in attributes where !seen.contains(attribute) {
                let map = projection(from: attributes, onto: given + [attribute], sizes: model.sizes)
                var weights = [Double](
                    repeating: 0, count: JunctionTree.cells(of: given + [attribute], sizes: model.sizes))
                for (cell, probability) in model.beliefs[clique].enumerated() { weights[Int(map[cell])] += probability }
                draws.append(Draw(attribute: attribute, parents: given, weights: weights))
                given.append(attribute)
                seen.insert(attribute)
            }
        }
        return draws
    }
}

/// A column's codes, given the codes of its parents. `weights` are row-major over the parents and then the column.
private func sampled(
    _ rows: Int, _ parents: [(codes: [UInt16], size: Int)], _ weights: [Double], seed: UInt64, stream: Int
) -> [UInt16] {
    var generator = SeededGenerator(seed: seed, stream: stream)
    let groups = parents.reduce(1) { $0 * $1.size }
    let levels = weights.count / groups
    // The group of each row, and where each group's codes start.
    var group = [UInt32](repeating: 0, count: rows)
    for parent in parents {
        let size = UInt32(parent.size)
        for row in 0..<rows { group[row] = group[row] &* size &+ UInt32(parent.codes[row]) }
    }
    var starts = [Int](repeating: 0, count: groups + 1)
    for row in 0..<rows { starts[Int(group[row]) + 1] += 1 }
    for index in 0..<groups { starts[index + 1] += starts[index] }
    var pool = [UInt16](repeating: 0, count: rows)
    pool.withUnsafeMutableBufferPointer { pool in
        for index in 0..<groups where starts[index + 1] > starts[index] {
            let part = UnsafeMutableBufferPointer(rebasing: pool[starts[index]..<starts[index + 1]])
            deal(part, weights[(index * levels)..<((index + 1) * levels)], &generator)
        }
    }
    if parents.isEmpty { return pool }
    var next = starts
    return [UInt16](unsafeUninitializedCapacity: rows) { result, count in
        for row in 0..<rows {
            let index = Int(group[row])
            result.initializeElement(at: row, to: pool[next[index]])
            next[index] &+= 1
        }
        count = rows
    }
}

/// Fills `part` with codes 0 ..< weights.count in the proportions of `weights`, each count rounded up or down so that its
/// expectation is exact (systematic sampling with one uniform start), and shuffles it.
package func deal(
    _ part: UnsafeMutableBufferPointer<UInt16>, _ weights: ArraySlice<Double>, _ generator: inout SeededGenerator
) {
    let sum = weights.reduce(0, +)
    // A group that the model gives no mass has rows only by rounding; any level will do, so all alike.
    let scale = sum > 0 ? Double(part.count) / sum : Double(part.count) / Double(weights.count)
    let start = Double(generator.next() >> 11) * 0x1p-53
    var cumulative = 0.0
    var filled = 0
    for (code, weight) in weights.enumerated() {
        cumulative += (sum > 0 ? weight : 1) * scale
        let until = code == weights.count - 1 ? part.count : min(part.count, Int(cumulative + start))
        while filled < until {
            part[filled] = UInt16(code)
            filled += 1
        }
    }
    shuffle(part, &generator)
}

/// Fisher–Yates. Two indices out of each 64 random bits; the bias of a 32-bit multiply is below count / 2^32.
private func shuffle(_ part: UnsafeMutableBufferPointer<UInt16>, _ generator: inout SeededGenerator) {
    var left = part.count
    while left > 1 {
        let word = generator.next()
        let first = Int(((word & 0xFFFF_FFFF) &* UInt64(left)) >> 32)
        left -= 1
        part.swapAt(left, first)
        if left > 1 {
            let second = Int(((word >> 32) &* UInt64(left)) >> 32)
            left -= 1
            part.swapAt(left, second)
        }
    }
}

extension RareLevels {
    /// Codes of the column's own levels out of those of merged ones: the rare ones by their shares, in random order.
    package func part(_ codes: [UInt16], seed: UInt64, stream: Int) -> [UInt16] {
        if rare.isEmpty { return codes }
        let mergedCode = UInt16(kept.count)
        var generator = SeededGenerator(seed: seed, stream: stream)
        var pool = [UInt16](repeating: 0, count: codes.reduce(0) { $0 + ($1 == mergedCode ? 1 : 0) })
        pool.withUnsafeMutableBufferPointer { deal($0, shares[...], &generator) }
        var next = 0
        return codes.map { code in
            if code != mergedCode { return UInt16(kept[Int(code)]) }
            next += 1
            return UInt16(rare[Int(pool[next - 1])])
        }
    }
}
