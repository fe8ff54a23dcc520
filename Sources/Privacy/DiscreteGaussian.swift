// Exact samples of the discrete Gaussian distribution: the noise of every measured marginal.

/// P(x) ∝ exp(−x²/2σ²) on the integers: Canonne, Kamath and Steinke 2020, Algorithm 3, by rejection from the discrete Laplace.
/// Integers only, so that no floating-point grid shows which database it was (Mironov 2012).
public struct DiscreteGaussian: Hashable, Sendable, Codable {
    public let variance: Ratio

    public init(variance: Ratio) { self.variance = variance }

    /// With the least representable variance that is not below `variance`; nil beyond 2^40 or when not positive.
    public init?(varianceAtLeast variance: Double) {
        guard let ratio = Ratio(roundingUp: variance) else { return nil }
        self.variance = ratio
    }

    /// zCDP of one release of a query of this L2 sensitivity.
    public func rho(sensitivity: Double) -> Double {
        ZCDP.ofGaussian(sensitivity: sensitivity, variance: variance.double)
    }

    public func sample(_ source: inout NoiseSource) -> Int64 {
        // σ² = p/q, t = ⌊σ⌋ + 1; accept y with exp(−(|y| − σ²/t)²/2σ²) = exp(−(|y|qt − p)²/2pqt²).
        let p = UInt128(variance.numerator)
        let q = UInt128(variance.denominator)
        let t = DiscreteGaussian.root(variance.numerator / variance.denominator) + 1
        let qt = q * UInt128(t)
        guard let proposal = DiscreteLaplace(scale: t) else { return 0 }
        while true {
            let y = proposal.sample(&source)
            let scaled = UInt128(y.magnitude) * qt
            let distance = scaled > p ? scaled - p : p - scaled
            if source.bernoulliExp(distance * distance, of: 2 * p * qt * UInt128(t)) { return y }
        }
    }

    public func samples(_ count: Int, _ source: inout NoiseSource) -> [Int64] {
        (0..<count).map { _ in sample(&source) }
    }

    /// ⌊√n⌋.
    private static func root(_ n: UInt64) -> UInt64 {
        var root = UInt64(Double(n).squareRoot())
        while root * root > n { root -= 1 }
        while (root + 1) * (root + 1) <= n { root += 1 }
        return root
    }
}
