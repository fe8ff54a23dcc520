// Zero-concentrated differential privacy: what mechanisms cost in ρ, and what a ρ means in (ε, δ).
#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// ρ-zCDP (Bun and Steinke 2016): costs add, adaptively, so a run's budget is one number that is shared out.
public enum ZCDP {
    /// The least ε for which ρ-zCDP implies (ε, δ): Canonne, Kamath and Steinke 2020, Proposition 12, minimised over α.
    /// Every α gives a true bound, so an inexact minimum is never too small an ε.
    public static func epsilon(rho: Double, delta: Double) -> Double {
        guard rho > 0, delta > 0, delta < 1 else { return rho > 0 && delta <= 0 ? .infinity : 0 }
        // α = 1 + e^x; the bound is unimodal in x. Golden-section search.
        let bound = { (x: Double) in self.bound(excess: exp(x), rho: rho, delta: delta) }
        let golden = (5.0.squareRoot() - 1) / 2
        var low = -20.0
        var high = 40.0
        var left = high - golden * (high - low)
        var right = low + golden * (high - low)
        var atLeft = bound(left)
        var atRight = bound(right)
        for _ in 0..<120 {
            if atLeft <= atRight {
                (high, right, atRight) = (right, left, atLeft)
                left = high - golden * (high - low)
                atLeft = bound(left)
            } else {
                (low, left, atLeft) = (left, right, atRight)
                right = low + golden * (high - low)
                atRight = bound(right)
            }
        }
        return max(0, min(atLeft, atRight))
    }

    /// The greatest ρ, to a relative 1e-12 from below, whose `epsilon(rho:delta:)` is no more than ε.
    public static func rho(epsilon target: Double, delta: Double) -> Double {
        guard target > 0, delta > 0, delta < 1 else { return 0 }
        var low = 0.0
        var high = max(1, target)
        for _ in 0..<200 where high - low > high * 1e-13 {
            let middle = (low + high) / 2
            if epsilon(rho: middle, delta: delta) <= target { low = middle } else { high = middle }
        }
        return low
    }

    /// A (discrete) Gaussian of this variance on a query of this L2 sensitivity: Δ²/2σ² (CKS 2020, Theorem 14).
    public static func ofGaussian(sensitivity: Double, variance: Double) -> Double {
        sensitivity * sensitivity / (2 * variance)
    }

    /// An exponential mechanism that is ε-bounded-range (scores scaled by ε/2Δ): ε²/8 (Cesar and Rogers 2021).
    public static func ofExponential(epsilon: Double) -> Double { epsilon * epsilon / 8 }

    /// The inverse of `ofExponential`.
    public static func exponentialEpsilon(rho: Double) -> Double { (8 * rho).squareRoot() }

    /// The inverse of `ofGaussian`: the variance that costs ρ.
    public static func gaussianVariance(sensitivity: Double, rho: Double) -> Double {
        sensitivity * sensitivity / (2 * rho)
    }

    /// ε at α = 1 + `excess`, solved from δ = exp((α−1)(αρ−ε)) / (α−1) · (1−1/α)^α.
    private static func bound(excess: Double, rho: Double, delta: Double) -> Double {
        let alpha = 1 + excess
        return alpha * rho + log1p(-1 / alpha) - (log(delta) + log(alpha)) / excess
    }
}
