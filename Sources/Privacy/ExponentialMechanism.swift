// The private choice of one candidate among several by their scores.

/// Chooses i with probability ∝ exp(ε·score(i)/2Δ), exactly: scores and sensitivity are integers of one fixed-point scale,
/// ε is rounded down to a ratio, and the draw is by rejection with integer Bernoulli(exp(−γ)) trials. No floating point takes
/// part in the draw. How long it takes depends on the scores, so it says something to one who can time it.
public struct ExponentialMechanism: Hashable, Sendable {
    /// ε as used, a multiple of 2^−20 no greater than asked for.
    public let epsilon: Ratio
    /// How much one unit can change a score, in the scores' fixed-point scale.
    public let sensitivity: Int64

    public init?(epsilon: Double, sensitivity: Int64) {
        guard sensitivity > 0, let epsilon = Ratio(roundingDown: min(epsilon, 1e6)) else { return nil }
        (self.epsilon, self.sensitivity) = (epsilon, sensitivity)
    }

    /// The mechanism that costs at most ρ.
    public init?(rho: Double, sensitivity: Int64) {
        self.init(epsilon: ZCDP.exponentialEpsilon(rho: rho), sensitivity: sensitivity)
    }

    public var rho: Double { ZCDP.ofExponential(epsilon: epsilon.double) }

    /// The index of the chosen score; nil when there is none to choose.
    public func choose(_ scores: [Int64], _ source: inout NoiseSource) -> Int? {
        guard let best = scores.max() else { return nil }
        let denominator = 2 * UInt128(sensitivity) * UInt128(epsilon.denominator)
        while true {
            let candidate = Int(source.next(upperBound: UInt64(scores.count)))
            let behind = UInt128((Int128(best) - Int128(scores[candidate])).magnitude)
            if source.bernoulliExp(behind * UInt128(epsilon.numerator), of: denominator) { return candidate }
        }
    }
}
