// The area under the ROC curve, its interval, and how two scores on the same rows vary together.
import Source

/// AUC with the structural components of DeLong, DeLong, Clarke-Pearson 1988, by midranks (Sun, Xu 2014).
package struct Discrimination: Sendable {
    package let auc: Double
    package let positives: Int
    package let negatives: Int
    /// For each positive, the share of negatives it beats (a tie is half); for each negative, the share of positives that beat it.
    private let overNegatives: [Double]
    private let underPositives: [Double]

    /// Nil where either class is missing. INVARIANT: scores are finite.
    package init?(scores: [Float], positive: [Bool]) {
        precondition(scores.count == positive.count)
        let above = scores.indices.filter { positive[$0] }
        let below = scores.indices.filter { !positive[$0] }
        guard !above.isEmpty, !below.isEmpty else { return nil }
        let all = Discrimination.midranks(scores)
        let withinAbove = Discrimination.midranks(above.map { scores[$0] })
        let withinBelow = Discrimination.midranks(below.map { scores[$0] })
        let m = Double(above.count)
        let n = Double(below.count)
        overNegatives = above.indices.map { (all[above[$0]] - withinAbove[$0]) / n }
        underPositives = below.indices.map { 1 - (all[below[$0]] - withinBelow[$0]) / m }
        auc = overNegatives.reduce(0, +) / m
        (positives, negatives) = (above.count, below.count)
    }

    /// Newcombe's score-type limits with the Hanley–McNeil variance (Newcombe 2006, method 5): |θ − auc| = 1.96 √V(θ).
    /// They hold, and do not vanish, for few rows and for an AUC of 1.
    package var interval: Estimate {
        let m = Double(positives)
        let n = Double(negatives)
        func variance(_ theta: Double) -> Double {
            let half = (m + n) / 2 - 1
            return theta * (1 - theta) * (1 + half * ((1 - theta) / (2 - theta) + theta / (1 + theta))) / (m * n)
        }
        func limit(towards end: Double) -> Double {
            var inside = auc
            var outside = end
            for _ in 0..<60 {
                let middle = (inside + outside) / 2
                if square(middle - auc) <= normal975 * normal975 * variance(middle) {
                    inside = middle
                } else {
                    outside = middle
                }
            }
            return inside
        }
        return Estimate(auc, low: limit(towards: 0), high: limit(towards: 1))
    }

    /// DeLong's covariance of two AUCs on the same rows.
    package func covariance(with other: Discrimination) -> Double {
        func sample(_ a: [Double], _ meanA: Double, _ b: [Double], _ meanB: Double) -> Double {
            guard a.count > 1 else { return 0 }
            return zip(a, b).reduce(0) { $0 + ($1.0 - meanA) * ($1.1 - meanB) } / Double(a.count - 1) / Double(a.count)
        }
        return sample(overNegatives, auc, other.overNegatives, other.auc)
            + sample(underPositives, auc, other.underPositives, other.auc)
    }

    package var variance: Double { covariance(with: self) }

    private static func midranks(_ scores: [Float]) -> [Double] {
        let order = scores.indices.sorted { scores[$0] < scores[$1] }
        var ranks = [Double](repeating: 0, count: scores.count)
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, scores[order[end]] == scores[order[start]] { end += 1 }
            for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
            start = end
        }
        return ranks
    }
}

/// The expected calibration error over ten equally wide bins of the score (Naeini, Cooper, Hauskrecht 2015): Σ |Σ(p − y)| ⁄ n.
/// The interval is the delta method's, with each row's signed residual as its influence.
package func calibrationError(scores: [Float], positive: [Bool]) -> Estimate {
    guard !scores.isEmpty else { return Estimate(0, low: 0, high: 1) }
    let bins = scores.map { min(9, max(0, Int($0 * 10))) }
    let residuals = scores.indices.map { Double(scores[$0]) - (positive[$0] ? 1 : 0) }
    var sums = [Double](repeating: 0, count: 10)
    for row in scores.indices { sums[bins[row]] += residuals[row] }
    let n = Double(scores.count)
    let error = sums.reduce(0) { $0 + abs($1) } / n
    let spread = scores.indices.reduce(0) { $0 + square((sums[bins[$1]] < 0 ? -1 : 1) * residuals[$1] - error) } / n
    return normal(error, variance: spread / n, within: 0...1)
}

let aucMethod = Message(
    sv: "AUC; intervall enligt Newcombe 2006, metod 5 (Hanleys och McNeils varians)",
    en: "AUC; interval by Newcombe 2006, method 5 (Hanley–McNeil variance)")
let calibrationMethod = Message(
    sv: "förväntat kalibreringsfel, tio lika breda klasser (Naeini m.fl. 2015); intervall med deltametoden",
    en: "expected calibration error, ten equally wide bins (Naeini et al. 2015); interval by the delta method")
let shareMethod = Message(sv: "andel; intervall enligt Wilson 1927", en: "share; interval by Wilson 1927")
