// Confidence intervals of 95 %: of shares, of differences and ratios of two estimates, of means.

/// An estimate with its 95 % limits.
package struct Estimate: Sendable, Equatable {
    package var value: Double
    package var low: Double
    package var high: Double
    package init(_ value: Double, low: Double, high: Double) { (self.value, self.low, self.high) = (value, low, high) }
}

/// The 97.5 % point of the normal distribution.
let normal975 = 1.959_963_984_540_054

/// A share with Wilson's score limits (Wilson 1927).
package func share(_ hits: Int, of trials: Int) -> Estimate {
    guard trials > 0 else { return Estimate(0, low: 0, high: 1) }
    let n = Double(trials)
    let p = Double(hits) / n
    let square = normal975 * normal975
    let centre = (p + square / (2 * n)) / (1 + square / n)
    let half = normal975 / (1 + square / n) * (p * (1 - p) / n + square / (4 * n * n)).squareRoot()
    return Estimate(p, low: hits == 0 ? 0 : max(0, centre - half), high: hits == trials ? 1 : min(1, centre + half))
}

/// a − b of independent estimates: the hybrid score method (Newcombe 1998, method 10).
package func difference(_ a: Estimate, _ b: Estimate) -> Estimate {
    let value = a.value - b.value
    let below = (square(a.value - a.low) + square(b.high - b.value)).squareRoot()
    let above = (square(a.high - a.value) + square(b.value - b.low)).squareRoot()
    return Estimate(value, low: value - below, high: value + above)
}

/// a / b of estimates with this correlation: MOVER-R (Donner, Zou 2012; Newcombe 2016). `high` is infinite where b may be 0.
/// - Precondition: no value is negative.
package func ratio(_ a: Estimate, _ b: Estimate, correlation: Double = 0) -> Estimate {
    let lowCentre = a.value * b.value - correlation * (a.value - a.low) * (b.high - b.value)
    let lowTop = a.low * (2 * a.value - a.low)
    let lowBottom = b.high * (2 * b.value - b.high)
    let lowRoot = max(0, lowCentre * lowCentre - lowTop * lowBottom).squareRoot()
    // The root's conjugate, which stays finite where lowBottom is 0.
    let low = lowCentre + lowRoot > 0 ? lowTop / (lowCentre + lowRoot) : 0

    let highCentre = a.value * b.value - correlation * (a.high - a.value) * (b.value - b.low)
    let highTop = a.high * (2 * a.value - a.high)
    let highBottom = b.low * (2 * b.value - b.low)
    let highRoot = max(0, highCentre * highCentre - highTop * highBottom).squareRoot()
    let high = highBottom > 0 ? (highCentre + highRoot) / highBottom : .infinity
    let value = b.value > 0 ? a.value / b.value : (a.value > 0 ? .infinity : 1)
    return Estimate(value, low: min(low, value), high: max(high, value))
}

/// value ± 1.96 standard errors, kept within `range`.
func normal(_ value: Double, variance: Double, within range: ClosedRange<Double>) -> Estimate {
    let half = normal975 * max(0, variance).squareRoot()
    return Estimate(value, low: max(range.lowerBound, value - half), high: min(range.upperBound, value + half))
}

func square(_ x: Double) -> Double { x * x }
