// A positive rational number, as the exact samplers take their parameters.

/// numerator / denominator, the denominator a power of two up to 2^20 and the numerator at most 2^40.
/// INVARIANT: with these bounds no product in the samplers leaves 128 bits.
public struct Ratio: Hashable, Sendable, Codable {
    public let numerator: UInt64
    public let denominator: UInt64

    static let largestNumerator = 1.0995e12  // just under 2^40

    /// The least representable ratio that is not below `value`; nil beyond 2^40 or when not positive.
    public init?(roundingUp value: Double) { self.init(value, .up) }

    /// The greatest representable ratio that is not above `value`; nil when that is 0, or beyond 2^40.
    public init?(roundingDown value: Double) { self.init(value, .down) }

    private init?(_ value: Double, _ rule: FloatingPointRoundingRule) {
        guard value > 0, value <= Ratio.largestNumerator else { return nil }
        var denominator = 1.0
        while denominator < 1_048_576, value * denominator * 2 <= Ratio.largestNumerator { denominator *= 2 }
        let numerator = (value * denominator).rounded(rule)
        guard numerator >= 1 else { return nil }
        (self.numerator, self.denominator) = (UInt64(numerator), UInt64(denominator))
    }

    public var double: Double { Double(numerator) / Double(denominator) }
}
