// Merges the levels of a column that noise hides, and parts them again.

/// Levels whose noisy count is below three deviations become one, so that pairs have fewer cells to be noisy in
/// (McKenna, Miklau and Sheldon 2021, § 4).
public struct RareLevels: Sendable, Codable {
    /// Merged level of each level.
    package let merging: [Int]
    /// How many merged levels there are.
    package let count: Int
    /// The levels of the last merged level and their shares, which sum to 1; empty when nothing was merged.
    package let rare: [Int]
    package let shares: [Double]
    /// The level of each merged level that is one.
    package let kept: [Int]

    /// `estimate` are the noisy counts made non-negative: the shares follow them.
    package init(_ measurement: Measurement, estimate: [Double]) {
        let threshold = 3 * measurement.variance.squareRoot()
        let hidden = measurement.values.indices.filter { measurement.values[$0] < threshold }
        rare = hidden.count > 1 ? hidden : []
        let rareSet = Set(rare)
        kept = measurement.values.indices.filter { !rareSet.contains($0) }
        count = kept.count + (rare.isEmpty ? 0 : 1)
        var merging = [Int](repeating: kept.count, count: measurement.values.count)
        for (merged, level) in kept.enumerated() { merging[level] = merged }
        self.merging = merging
        let sum = rare.reduce(0) { $0 + estimate[$1] }
        shares = rare.map { sum > 0 ? estimate[$0] / sum : 1 / Double(max(1, hidden.count)) }
    }

    /// Counts by merged level.
    package func merged(_ values: [Double]) -> [Double] {
        var result = [Double](repeating: 0, count: count)
        for (level, value) in values.enumerated() { result[merging[level]] += value }
        return result
    }

    /// The column's measurement in merged levels: a sum of k noisy counts has k times the variance.
    package func observation(of measurement: Measurement) -> Observation {
        var precisions = [Double](repeating: 1 / measurement.variance, count: count)
        if !rare.isEmpty { precisions[count - 1] /= Double(rare.count) }
        return Observation(
            attributes: measurement.attributes, values: merged(measurement.values), precisions: precisions)
    }

    /// Codes of merged levels. INVARIANT: every code stands for a level.
    package func merge(_ codes: [UInt16]) -> [UInt16] {
        if rare.isEmpty { return codes }
        let table = merging.map { UInt16($0) }
        return table.withUnsafeBufferPointer { table in codes.map { table[Int($0)] } }
    }
}
