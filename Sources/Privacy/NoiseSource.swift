// Where the random bits of a mechanism come from: the system's secure generator, or a seed on data marked as test data.

/// INVARIANT: seeded only when a seed was given; the guarantee of what is drawn is then void, and `isSeeded` says so.
public struct NoiseSource: RandomNumberGenerator, Sendable {
    private var seeded: SeededGenerator?
    private var system = SystemRandomNumberGenerator()

    public init(seed: UInt64? = nil) { seeded = seed.map(SeededGenerator.init(seed:)) }

    public var isSeeded: Bool { seeded != nil }

    public mutating func next() -> UInt64 { seeded?.next() ?? system.next() }

    /// Uniform on 0 ..< bound, exactly: no modulo bias.
    mutating func below(_ bound: UInt128) -> UInt128 {
        if bound <= UInt128(UInt64.max) { return UInt128(next(upperBound: UInt64(bound))) }
        let surplus = (UInt128.max % bound + 1) % bound
        while true {
            let word = UInt128(next()) << 64 | UInt128(next())
            if word <= UInt128.max - surplus { return word % bound }
        }
    }

    /// True with probability numerator / denominator.
    mutating func bernoulli(_ numerator: UInt128, of denominator: UInt128) -> Bool { below(denominator) < numerator }

    /// True with probability exp(−numerator/denominator): CKS 2020, Algorithm 1. Integers only.
    public mutating func bernoulliExp(_ numerator: UInt128, of denominator: UInt128) -> Bool {
        var rest = numerator
        while rest > denominator {
            if !bernoulliExpUnit(1, of: 1) { return false }
            rest -= denominator
        }
        return bernoulliExpUnit(rest, of: denominator)
    }

    /// As `bernoulliExp`, for numerator ≤ denominator: the parity of a run of Bernoulli(γ/k), von Neumann's trick.
    private mutating func bernoulliExpUnit(_ numerator: UInt128, of denominator: UInt128) -> Bool {
        var k: UInt128 = 1
        while bernoulli(numerator, of: denominator * k) { k += 1 }
        return k % 2 == 1
    }
}
