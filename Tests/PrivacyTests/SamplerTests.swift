// The exact samplers against their distributions: Pearson's χ² on seeded draws.
import Privacy
import Testing

/// χ² of `counts` (of the cells 0 ..< n, and a last one for all else) against probabilities; the tail takes the rest.
private func chiSquare(_ counts: [Int], _ probabilities: [Double]) -> Double {
    let n = Double(counts.reduce(0, +))
    return zip(counts, probabilities).reduce(0) { sum, cell in
        let expected = n * cell.1
        return sum + (Double(cell.0) - expected) * (Double(cell.0) - expected) / expected
    }
}

/// Beyond this a χ² of so many degrees of freedom falls with probability below 1e-6 (Wilson and Hilferty, z = 4.75).
private func limit(_ degrees: Int) -> Double {
    let k = Double(degrees)
    let root = 1 - 2 / (9 * k) + 4.75 * (2 / (9 * k)).squareRoot()
    return k * root * root * root
}

/// e^−x by its own series, so that the test owes nothing to the code under test.
private func decay(_ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    let part = x / 64
    for k in 1..<30 {
        term *= -part / Double(k)
        sum += term
    }
    var result = sum
    for _ in 0..<6 { result *= result }
    return result
}

/// σ², P(0…4), variance: computed with 50 digits.
@Test(arguments: [
    (0.25, [0.7865707070419479, 0.10645076942314471, 0.00026386507641542857], 0.21501267508813848),
    (
        1.0,
        [0.3989422782668617, 0.24197072322446062, 0.05399096622430528, 0.004431848388225066, 0.00013383022504881653],
        0.9999997887677281
    ),
    (
        4.0,
        [0.19947114020071635, 0.17603266338214973, 0.12098536225957168, 0.06475879783294587, 0.026995483256594024], 4.0
    ),
    (
        100.0,
        [0.039894228040143274, 0.039695254747701185, 0.0391042693975456, 0.038138781546052415, 0.03682701403033233],
        100.0
    ),
])
func discreteGaussianHasItsMass(_ variance: Double, _ mass: [Double], _ trueVariance: Double) throws {
    let gaussian = try #require(DiscreteGaussian(varianceAtLeast: variance))
    #expect(gaussian.variance.double == variance)
    var source = NoiseSource(seed: 20_201_121)
    let draws = 80_000
    // Cells −n…n, and one for the rest.
    let n = mass.count - 1
    var counts = [Int](repeating: 0, count: 2 * n + 2)
    var sum = 0.0
    var squares = 0.0
    for value in gaussian.samples(draws, &source) {
        counts[abs(value) <= Int64(n) ? Int(value) + n : 2 * n + 1] += 1
        sum += Double(value)
        squares += Double(value * value)
    }
    var probabilities = (-n...n).map { mass[abs($0)] }
    let rest = 1 - probabilities.reduce(0, +)
    if rest * Double(draws) > 5 { probabilities.append(rest) } else { counts.removeLast() }
    #expect(chiSquare(counts, probabilities) < limit(probabilities.count - 1))
    // Mean within 5 standard errors, variance within 3 % (6 deviations).
    #expect(abs(sum / Double(draws)) < 5 * (trueVariance / Double(draws)).squareRoot())
    #expect(abs(squares / Double(draws) / trueVariance - 1) < 0.03)
}

@Test func discreteGaussianTakesFractionalAndLargeVariances() throws {
    var source = NoiseSource(seed: 3)
    for variance in [0.01, 1.37, 1502.25, 3e6, 1e12] {
        let gaussian = try #require(DiscreteGaussian(varianceAtLeast: variance))
        let draws = gaussian.samples(20_000, &source).map(Double.init)
        let measured = draws.reduce(0) { $0 + $1 * $1 } / Double(draws.count)
        if variance > 1 {
            // The variance of a sample variance is 2σ⁴/n: 6 deviations are 6 %.
            #expect(abs(measured / variance - 1) < 0.06, "σ² \(variance)")
        } else {
            // P(±1) is 2e^−50: nothing but zeros.
            #expect(measured == 0)
        }
        #expect(gaussian.rho(sensitivity: 1) <= 1 / (2 * variance))
    }
    #expect(DiscreteGaussian(varianceAtLeast: 0) == nil)
    #expect(DiscreteGaussian(varianceAtLeast: 1e13) == nil)
}

@Test(arguments: [1, 3, 20] as [UInt64])
func discreteLaplaceHasItsMass(_ scale: UInt64) throws {
    let laplace = try #require(DiscreteLaplace(scale: scale))
    var source = NoiseSource(seed: 99)
    let ratio = decay(1 / Double(scale))
    let n = Int(4 * scale)
    var counts = [Int](repeating: 0, count: 2 * n + 2)
    for _ in 0..<40_000 {
        let value = laplace.sample(&source)
        counts[abs(value) <= Int64(n) ? Int(value) + n : 2 * n + 1] += 1
    }
    var probabilities = (-n...n).map { at in (1 - ratio) / (1 + ratio) * (0..<abs(at)).reduce(1.0) { p, _ in p * ratio }
    }
    probabilities.append(1 - probabilities.reduce(0, +))
    #expect(chiSquare(counts, probabilities) < limit(probabilities.count - 1))
    #expect(DiscreteLaplace(scale: 0) == nil)
}

@Test func bernoulliExpHasItsProbability() {
    var source = NoiseSource(seed: 1)
    let draws = 40_000
    for (numerator, denominator) in [(0, 1), (1, 3), (1, 1), (7, 3), (5, 1)] as [(UInt128, UInt128)] {
        let probability = decay(Double(numerator) / Double(denominator))
        let hits = (0..<draws).reduce(0) { hits, _ in hits + (source.bernoulliExp(numerator, of: denominator) ? 1 : 0) }
        let tolerance = 5 * (probability * (1 - probability) / Double(draws)).squareRoot()
        #expect(abs(Double(hits) / Double(draws) - probability) <= tolerance, "exp(−\(numerator)/\(denominator))")
    }
    // Beyond 64 bits too.
    let large = UInt128(1) << 90
    let hits = (0..<draws).reduce(0) { hits, _ in hits + (source.bernoulliExp(large, of: 2 * large) ? 1 : 0) }
    #expect(abs(Double(hits) / Double(draws) - decay(0.5)) < 0.0125)
}

@Test func exponentialMechanismFollowsItsWeights() throws {
    // ε/2Δ = 1/4 for each point of score: weights e^(score/4).
    let mechanism = try #require(ExponentialMechanism(epsilon: 1, sensitivity: 2))
    let scores: [Int64] = [0, 8, 3, 8, -4]
    let weights = scores.map { 1 / decay(Double($0 + 4) / 4) }
    let sum = weights.reduce(0, +)
    var source = NoiseSource(seed: 5)
    var counts = [0, 0, 0, 0, 0]
    for _ in 0..<40_000 { counts[try #require(mechanism.choose(scores, &source))] += 1 }
    #expect(chiSquare(counts, weights.map { $0 / sum }) < limit(4))
    #expect(mechanism.rho == 0.125)
    #expect(mechanism.choose([], &source) == nil)
    #expect(mechanism.choose([.min, .max], &source) == 1)
    #expect(ExponentialMechanism(epsilon: 0, sensitivity: 1) == nil)
    #expect(ExponentialMechanism(epsilon: 1, sensitivity: 0) == nil)
    #expect(try #require(ExponentialMechanism(rho: 0.01, sensitivity: 1)).rho <= 0.01)
}

@Test func theSystemsNoiseIsNotSeededAndTheSeededIsRepeated() throws {
    let gaussian = try #require(DiscreteGaussian(varianceAtLeast: 1e6))
    var first = NoiseSource()
    var second = NoiseSource()
    #expect(!first.isSeeded)
    #expect(gaussian.samples(20, &first) != gaussian.samples(20, &second))
    var third = NoiseSource(seed: 11)
    var fourth = NoiseSource(seed: 11)
    #expect(third.isSeeded)
    #expect(gaussian.samples(20, &third) == gaussian.samples(20, &fourth))
}
