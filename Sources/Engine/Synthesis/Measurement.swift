// A marginal measured with noise, and what was spent on it.
import Privacy

/// INVARIANT: `values` are the only trace of the data; the variance and ρ are those of the noise actually drawn.
public struct Measurement: Sendable, Codable {
    public var attributes: [Int]
    /// Noisy counts in row-major order.
    public var values: [Double]
    public var variance: Double
    public var rho: Double

    public init(attributes: [Int], values: [Double], variance: Double, rho: Double) {
        (self.attributes, self.values, self.variance, self.rho) = (attributes, values, variance, rho)
    }

    /// A marginal with discrete Gaussian noise. One unit, of at most `atMost` rows, changes the counts by at most `atMost` in L2:
    /// all its rows may fall in one cell. nil when the noise would be beyond what the sampler represents.
    package init?(_ marginal: Marginal, rho: Double, atMost: Int, _ source: inout NoiseSource) {
        let sensitivity = Double(atMost)
        guard let noise = DiscreteGaussian(varianceAtLeast: ZCDP.gaussianVariance(sensitivity: sensitivity, rho: rho))
        else { return nil }
        attributes = marginal.attributes
        values = marginal.counts.map { Double($0 + noise.sample(&source)) }
        variance = noise.variance.double
        self.rho = noise.rho(sensitivity: sensitivity)
    }

    /// The number of rows as the measurements have it, at least 1: each one's sum, weighed by the inverse of its variance.
    package static func total(_ measurements: [Measurement]) -> Double {
        var (sum, weights) = (0.0, 0.0)
        for measurement in measurements {
            let weight = 1 / (measurement.variance * Double(measurement.values.count))
            sum += weight * measurement.values.reduce(0, +)
            weights += weight
        }
        return weights > 0 ? max(1, sum / weights) : 1
    }
}
