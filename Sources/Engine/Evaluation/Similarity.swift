// How alike two relations are: 1 − total variation, over every set of one, two and three columns.
import Evidence
import Plan
import Privacy
import Source

/// `one_way_similarity`, `two_way_similarity`, `three_way_similarity` of `other` to `reference`, as far as there are columns.
///
/// The interval is the delta method's: the mean distance is ½ Σ|p − q|, so a row moves it by ½ of the mean sign of p − q over the
/// cells it falls in, and the variance is that of these influences (the infinitesimal jackknife, Efron 1982). It holds the
/// dependence between the sets. Sampling noise can only add to a total variation, so the figure errs towards the unlike.
package func similarity(
    of other: CodedTable, to reference: CodedTable, suffix: String = "", until isInterrupted: @Sendable () -> Bool = { false }
) throws(EvaluationError) -> [Figure] {
    let names = ["one", "two", "three"]
    return try meanDistances(reference, other, until: isInterrupted).enumerated().map { place, distance in
        Figure(
            "\(names[place])_way_similarity\(suffix)",
            normal(1 - distance.mean, variance: distance.variance, within: 0...1), samples: reference.rows,
            method: Message(
                sv: "1 − genomsnittlig totalvariation över alla \(distance.sets) \(setWords[place].sv); "
                    + "intervall med infinitesimal jackknife (Efron 1982)",
                en: "1 − mean total variation over all \(distance.sets) \(setWords[place].en); "
                    + "interval by the infinitesimal jackknife (Efron 1982)"))
    }
}

private let setWords = [
    Message(sv: "variabler", en: "columns"), Message(sv: "par av variabler", en: "pairs of columns"),
    Message(sv: "grupper om tre variabler", en: "sets of three columns"),
]

struct MeanDistance { var mean: Double, variance: Double, sets: Int }

/// By the size of the set, 1 to 3. Three sizes of work: all columns, one column with each later one, one pair with each later one.
private func meanDistances(
    _ left: CodedTable, _ right: CodedTable, until isInterrupted: @Sendable () -> Bool
) throws(EvaluationError) -> [MeanDistance] {
    let width = left.columns.count
    var prefixes: [[Int]] = [[]]
    for a in 0..<width where a + 1 < width { prefixes.append([a]) }
    for a in 0..<width { for b in 0..<width where a < b && b + 1 < width { prefixes.append([a, b]) } }

    // The lanes are few and fixed; each sums its rows' signs as integers, so that the sums do not depend on the order.
    let lanes = 8
    let work = prefixes
    let done = concurrently(lanes) { lane in
        var counter = SetCounter(left, right)
        for place in stride(from: lane, to: work.count, by: lanes) {
            if isInterrupted() { break }
            counter.count(prefix: work[place], place: place)
        }
        return counter
    }
    if isInterrupted() { throw .interrupted }
    return (0..<min(3, width)).map { size in
        let distances = done.flatMap { $0.distances[size] }.sorted { $0.place < $1.place }.flatMap(\.values)
        let sets = Double(distances.count)
        func variance(_ signs: [[Int32]], rows: Int) -> Double {
            var sum = 0.0
            var squares = 0.0
            for row in 0..<rows {
                let influence = Double(signs.reduce(0) { $0 + $1[row] }) / (2 * sets)
                sum += influence
                squares += influence * influence
            }
            let n = Double(rows)
            return max(0, squares / n - (sum / n) * (sum / n)) / n
        }
        return MeanDistance(
            mean: distances.reduce(0, +) / sets,
            variance: variance(done.map { $0.leftSigns[size] }, rows: left.rows)
                + variance(done.map { $0.rightSigns[size] }, rows: right.rows),
            sets: distances.count)
    }
}

/// Counts column sets of two tables against each other. A cell holds left count × right rows − right count × left rows: exact.
private struct SetCounter: Sendable {
    let left: CodedTable, right: CodedTable
    let levels: [Int]
    /// By set size − 1: the total variations of one prefix's sets, and each row's sum of the signs of its cells.
    var distances: [[(place: Int, values: [Double])]] = [[], [], []]
    var leftSigns: [[Int32]], rightSigns: [[Int32]]
    private var leftPrefix: [UInt32], rightPrefix: [UInt32]
    private var leftSlots: [UInt32], rightSlots: [UInt32]
    private var balance: [Int64] = []
    private var keys: [UInt64] = []

    init(_ left: CodedTable, _ right: CodedTable) {
        (self.left, self.right) = (left, right)
        levels = left.columns.map(\.levels.count)
        leftSigns = Array(repeating: Array(repeating: 0, count: left.rows), count: 3)
        rightSigns = Array(repeating: Array(repeating: 0, count: right.rows), count: 3)
        leftPrefix = Array(repeating: 0, count: left.rows)
        rightPrefix = Array(repeating: 0, count: right.rows)
        leftSlots = leftPrefix
        rightSlots = rightPrefix
    }

    /// All sets of `prefix` and one later column.
    mutating func count(prefix: [Int], place: Int) {
        SetCounter.fill(&leftPrefix, left, prefix, levels)
        SetCounter.fill(&rightPrefix, right, prefix, levels)
        let prefixCells = prefix.reduce(1) { $0 * levels[$1] }
        let values = ((prefix.last ?? -1) + 1..<levels.count).map { column in
            distance(column: column, prefixCells: prefixCells, size: prefix.count)
        }
        distances[prefix.count].append((place, values))
    }

    private static func fill(_ index: inout [UInt32], _ table: CodedTable, _ prefix: [Int], _ levels: [Int]) {
        guard let first = prefix.first else {
            for row in index.indices { index[row] = 0 }
            return
        }
        table.codes[first].withUnsafeBufferPointer { codes in
            for row in index.indices { index[row] = UInt32(codes[row]) }
        }
        for column in prefix.dropFirst() {
            let factor = UInt32(levels[column])
            table.codes[column].withUnsafeBufferPointer { codes in
                for row in index.indices { index[row] = index[row] &* factor &+ UInt32(codes[row]) }
            }
        }
    }

    private mutating func distance(column: Int, prefixCells: Int, size: Int) -> Double {
        let factor = UInt64(levels[column])
        let total = UInt64(prefixCells) * factor
        let rows = left.rows + right.rows
        // A table of all cells where that is small; else a hash table of those that occur.
        let dense = total <= UInt64(max(1 << 16, 8 * rows))
        var slots = Int(dense ? total : 1)
        if !dense { while slots < 2 * rows { slots *= 2 } }
        if balance.count < slots { balance = Array(repeating: 0, count: slots) }
        if !dense {
            if keys.count < slots {
                keys = Array(repeating: .max, count: slots)
            } else {
                for slot in 0..<slots { keys[slot] = .max }
            }
        }
        let hashed = dense ? nil : slots
        SetCounter.place(
            left.codes[column], leftPrefix, factor: factor, hashed: hashed, weight: Int64(right.rows), cells: &balance,
            keys: &keys, slotOf: &leftSlots)
        SetCounter.place(
            right.codes[column], rightPrefix, factor: factor, hashed: hashed, weight: -Int64(left.rows),
            cells: &balance,
            keys: &keys, slotOf: &rightSlots)

        var sum: UInt64 = 0
        balance.withUnsafeMutableBufferPointer { cells in
            for slot in 0..<slots where cells[slot] != 0 {
                sum &+= cells[slot].magnitude
                cells[slot] = cells[slot].signum()
            }
            SetCounter.addSigns(&leftSigns[size], leftSlots, cells, 1)
            SetCounter.addSigns(&rightSigns[size], rightSlots, cells, -1)
            for slot in 0..<slots { cells[slot] = 0 }
        }
        return Double(sum) / (2 * Double(left.rows) * Double(right.rows))
    }

    private static func addSigns(
        _ signs: inout [Int32], _ slots: [UInt32], _ cells: UnsafeMutableBufferPointer<Int64>, _ factor: Int32
    ) {
        signs.withUnsafeMutableBufferPointer { signs in
            slots.withUnsafeBufferPointer { slots in
                for row in 0..<slots.count {
                    signs[row] &+= factor &* Int32(truncatingIfNeeded: cells[Int(slots[row])])
                }
            }
        }
    }

    /// Adds `weight` to the cell of each row, and remembers the cell's slot.
    private static func place(
        _ codes: [UInt16], _ prefix: [UInt32], factor: UInt64, hashed: Int?, weight: Int64, cells: inout [Int64],
        keys: inout [UInt64], slotOf: inout [UInt32]
    ) {
        guard let slots = hashed else {
            let factor = UInt32(truncatingIfNeeded: factor)
            for row in 0..<codes.count {
                let slot = prefix[row] &* factor &+ UInt32(codes[row])
                slotOf[row] = slot
                cells[Int(slot)] &+= weight
            }
            return
        }
        let mask = slots - 1
        for row in 0..<codes.count {
            let key = UInt64(prefix[row]) &* factor &+ UInt64(codes[row])
            var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
            while keys[slot] != key && keys[slot] != .max { slot = (slot + 1) & mask }
            keys[slot] = key
            slotOf[row] = UInt32(truncatingIfNeeded: slot)
            cells[slot] &+= weight
        }
    }
}
