// The nearest rows by a Gower-like distance, for many queries at once, over all cores.
import Plan
import Privacy

/// A row of the base and how far it is; `distance` in units of `1 / NearestRows.unit` column.
struct Neighbour: Sendable, Equatable {
    var row: Int32
    var distance: Int16
}

/// Gower's distance (1971) over coded columns: 0 or 1 for a nominal one, |rank difference| ⁄ largest for an ordered one, 1 between
/// missing and stated. Sums of 16-bit integers over blocks of rows that stay in the cache, so that the compiler uses the machine's vectors;
/// exact, and the same on every machine.
struct NearestRows: Sendable {
    /// What a whole column's difference counts. Three of them, and all columns' sum, fit in an Int16.
    let unit: Int16
    private let ordered: [Bool]
    private let base: [[Int16]]
    private let rows: Int

    /// `columns` are places in `table`.
    init(in table: CodedTable, columns: [Int]) {
        unit = Int16(max(1, min(10_000, Int(Int16.max) / max(1, columns.count))))
        ordered = columns.map { table.columns[$0].levels.isOrdered }
        let unit = self.unit
        base = columns.map { NearestRows.positions(table.codes[$0], table.columns[$0].levels, unit) }
        rows = table.rows
    }

    private static func positions(_ codes: [UInt16], _ levels: Levels, _ unit: Int16) -> [Int16] {
        guard levels.isOrdered else { return codes.map { Int16(bitPattern: $0) } }
        let stated = levels.count - (levels.optional ? 1 : 0)
        let span = max(1, stated - 1)
        // Missing stands so far off that every stated level is at the cap.
        let table = (0..<levels.count).map { $0 == levels.missingCode ? 3 * unit : Int16($0 * Int(unit) / span) }
        return codes.map { table[Int($0)] }
    }

    /// The `count` nearest base rows of each query row (fewer where the base is smaller), nearest first, ties by row.
    /// `columns` are the same columns' places in `queries`.
    func nearest(
        _ count: Int, to queries: CodedTable, columns: [Int], until isInterrupted: @Sendable () -> Bool = { false }
    ) throws(EvaluationError) -> [[Neighbour]] {
        let points = columns.map { NearestRows.positions(queries.codes[$0], queries.columns[$0].levels, unit) }
        let chunk = 32
        let found = try concurrently((queries.rows + chunk - 1) / chunk, until: isInterrupted) { part in
            search(points, part * chunk..<min(queries.rows, (part + 1) * chunk), count)
        }
        return found.flatMap(\.self)
    }

    private func search(_ points: [[Int16]], _ queries: Range<Int>, _ count: Int) -> [[Neighbour]] {
        var best = [[Neighbour]](repeating: [], count: queries.count)
        let block = 1024
        withUnsafeTemporaryAllocation(of: Int16.self, capacity: block) { sums in
            var start = 0
            while start < rows {
                let size = min(block, rows - start)
                for query in queries {
                    for row in 0..<size { sums[row] = 0 }
                    for column in base.indices {
                        base[column].withUnsafeBufferPointer { codes in
                            let part = UnsafeBufferPointer(rebasing: codes[start..<start + size])
                            NearestRows.add(part, points[column][query], ordered[column], unit, sums)
                        }
                    }
                    NearestRows.keep(sums, start, size, count, &best[query - queries.lowerBound])
                }
                start += size
            }
        }
        return best
    }

    @inline(__always)
    private static func add(
        _ codes: UnsafeBufferPointer<Int16>, _ point: Int16, _ ordered: Bool, _ unit: Int16,
        _ sums: UnsafeMutableBufferPointer<Int16>
    ) {
        guard let source = codes.baseAddress, let target = sums.baseAddress else { return }
        if ordered {
            for row in 0..<codes.count {
                let apart = source[row] &- point
                let size = apart < 0 ? 0 &- apart : apart
                target[row] = target[row] &+ (size < unit ? size : unit)
            }
        } else {
            for row in 0..<codes.count { target[row] = target[row] &+ (source[row] == point ? 0 : unit) }
        }
    }

    /// Merges a block into the best so far. A later row replaces an earlier one only when it is strictly nearer.
    private static func keep(
        _ sums: UnsafeMutableBufferPointer<Int16>, _ start: Int, _ size: Int, _ count: Int, _ best: inout [Neighbour]
    ) {
        guard let source = sums.baseAddress else { return }
        if best.count == count, let worst = best.last {
            var least = Int16.max
            for row in 0..<size { least = source[row] < least ? source[row] : least }
            if least >= worst.distance { return }
        }
        for row in 0..<size {
            let distance = source[row]
            if best.count == count {
                guard let worst = best.last, distance < worst.distance else { continue }
                best.removeLast()
            }
            var place = best.count
            while place > 0, best[place - 1].distance > distance { place -= 1 }
            best.insert(Neighbour(row: Int32(truncatingIfNeeded: start + row), distance: distance), at: place)
        }
    }

    /// The distance between a base row and a row of `other`, over the same columns; for few pairs.
    static func distance(_ a: CodedTable, _ rowA: Int, _ b: CodedTable, _ rowB: Int, columns: [Int]) -> Double {
        var sum = 0.0
        for column in columns {
            let x = a.codes[column][rowA]
            let y = b.codes[column][rowB]
            let levels = a.columns[column].levels
            if x == y { continue }
            let missing = levels.missingCode
            if levels.isOrdered, Int(x) != missing, Int(y) != missing {
                sum += Double(abs(Int(x) - Int(y))) / Double(max(1, levels.count - (levels.optional ? 1 : 0) - 1))
            } else {
                sum += 1
            }
        }
        return sum
    }
}
