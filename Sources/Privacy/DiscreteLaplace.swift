// Exact samples of the discrete Laplace distribution.

/// P(x) ∝ exp(−|x|/scale) on the integers, for a whole scale ≥ 1: CKS 2020, Algorithm 2. Integers only.
public struct DiscreteLaplace: Hashable, Sendable {
    public let scale: UInt64

    public init?(scale: UInt64) {
        guard scale >= 1, scale <= 1 << 40 else { return nil }
        self.scale = scale
    }

    public func sample(_ source: inout NoiseSource) -> Int64 {
        while true {
            let fraction = source.next(upperBound: scale)
            guard source.bernoulliExp(UInt128(fraction), of: UInt128(scale)) else { continue }
            var wholes: UInt64 = 0
            while wholes < 1 << 22, source.bernoulliExp(1, of: 1) { wholes += 1 }
            let magnitude = Int64(fraction + scale * wholes)
            let negative = source.next() & 1 == 1
            if negative, magnitude == 0 { continue }
            return negative ? -magnitude : magnitude
        }
    }
}
