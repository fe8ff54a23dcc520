// Counts the marginals of a coded table: bound by memory, on every core.

/// The 1-way marginal of every column. Throws when a code stands for no level: everything after indexes by codes unchecked.
package func countColumns(_ codes: [[UInt16]], sizes: [Int], names: [String]) throws -> [Marginal] {
    let histograms = concurrently(codes.count) { column in
        codes[column].withUnsafeBufferPointer { values in
            [Int64](unsafeUninitializedCapacity: 1 << 16) { histogram, count in
                histogram.initialize(repeating: 0)
                for value in values { histogram[Int(value)] &+= 1 }
                count = 1 << 16
            }
        }
    }
    return try histograms.enumerated().map { column, histogram in
        guard !histogram[sizes[column]...].contains(where: { $0 != 0 }) else {
            throw SynthesisError.codeWithoutLevel(column: names[column])
        }
        return Marginal(attributes: [column], sizes: [sizes[column]], counts: Array(histogram[..<sizes[column]]))
    }
}

/// The 2-way marginals of these pairs of columns.
/// INVARIANT: every code of column `c` is below `sizes[c]`; `countColumns` has checked it.
package func countPairs(_ codes: [[UInt16]], sizes: [Int], pairs: [(Int, Int)]) -> [Marginal] {
    let rows = codes.first?.count ?? 0
    // Blocks of rows whose columns stay in the second-level cache while all pairs pass over them.
    let block = 1 << 14
    let blocks = (rows + block - 1) / block
    let workers = max(1, min(coreCount, blocks))
    let starts = pairs.reduce(into: [0]) { starts, pair in
        let size = sizes[pair.0] * sizes[pair.1]
        starts.append((starts.last ?? 0) + size * lanes(size))
    }
    let histograms = concurrently(workers) { worker in
        let first = min(rows, blocks * worker / workers * block)
        let end = min(rows, blocks * (worker + 1) / workers * block)
        return histogramsOfPairs(codes, sizes, pairs, starts, rows: first..<end, block)
    }
    return pairs.indices.map { index in
        let (a, b) = pairs[index]
        let size = sizes[a] * sizes[b]
        var counts = [Int64](repeating: 0, count: size)
        for histogram in histograms {
            for lane in 0..<lanes(size) {
                let start = starts[index] + lane * size
                for cell in 0..<size { counts[cell] += Int64(histogram[start + cell]) }
            }
        }
        return Marginal(attributes: [a, b], sizes: [sizes[a], sizes[b]], counts: counts)
    }
}

/// Small histograms are kept four times, so that equal neighbours don't wait for each other's increment.
private func lanes(_ cells: Int) -> Int { cells <= 2048 ? 4 : 1 }

private func histogramsOfPairs(
    _ codes: [[UInt16]], _ sizes: [Int], _ pairs: [(Int, Int)], _ starts: [Int], rows: Range<Int>, _ block: Int
) -> [UInt32] {
    precondition(rows.count <= Int(UInt32.max))
    let cells = starts.last ?? 0
    return [UInt32](unsafeUninitializedCapacity: max(1, cells)) { histogram, count in
        histogram.initialize(repeating: 0)
        count = cells
        guard let base = histogram.baseAddress else { return }
        for start in stride(from: rows.lowerBound, to: rows.upperBound, by: block) {
            let length = min(block, rows.upperBound - start)
            for (index, (a, b)) in pairs.enumerated() {
                codes[a].withUnsafeBufferPointer { first in
                    codes[b].withUnsafeBufferPointer { second in
                        guard let x = first.baseAddress, let y = second.baseAddress else { return }
                        let size = sizes[a] * sizes[b]
                        add(x + start, y + start, length, sizes[b], base + starts[index], lanes(size) == 4 ? size : 0)
                    }
                }
            }
        }
    }
}

/// `lane` is the distance between the four copies of the histogram, or 0 when there is one.
@inline(__always)
private func add(
    _ x: UnsafePointer<UInt16>, _ y: UnsafePointer<UInt16>, _ count: Int, _ width: Int,
    _ histogram: UnsafeMutablePointer<UInt32>,
    _ lane: Int
) {
    let (h0, h1, h2, h3) = (histogram, histogram + lane, histogram + 2 * lane, histogram + 3 * lane)
    var row = 0
    while row &+ 4 <= count {
        let (i, j) = (Int(x[row]) &* width &+ Int(y[row]), Int(x[row &+ 1]) &* width &+ Int(y[row &+ 1]))
        let (k, l) = (Int(x[row &+ 2]) &* width &+ Int(y[row &+ 2]), Int(x[row &+ 3]) &* width &+ Int(y[row &+ 3]))
        h0[i] &+= 1
        h1[j] &+= 1
        h2[k] &+= 1
        h3[l] &+= 1
        row &+= 4
    }
    while row < count {
        h0[Int(x[row]) &* width &+ Int(y[row])] &+= 1
        row &+= 1
    }
}
