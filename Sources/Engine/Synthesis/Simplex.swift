// The closest non-negative counts with a given sum.

/// The Euclidean projection of `values` onto {x ≥ 0, Σx = total}: for one marginal, the least-squares estimate under its noise
/// (Duchi et al. 2008).
package func projectedOntoSimplex(_ values: [Double], total: Double) -> [Double] {
    var sum = 0.0
    var threshold = 0.0
    for (index, value) in values.sorted(by: >).enumerated() {
        sum += value
        let candidate = (sum - total) / Double(index + 1)
        if value - candidate > 0 { threshold = candidate }
    }
    return values.map { max(0, $0 - threshold) }
}
