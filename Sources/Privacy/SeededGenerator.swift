// A seeded generator of random bits, for sampling, splits and tests: never the noise of a guarantee.

/// xoshiro256++ (Blackman and Vigna 2019), its state filled from the seed by SplitMix64. Not cryptographic.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    @usableFromInline var state: (UInt64, UInt64, UInt64, UInt64)

    public init(seed: UInt64) {
        var counter = seed
        func fill() -> UInt64 {
            counter &+= 0x9E37_79B9_7F4A_7C15
            var word = counter
            word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
            word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
            return word ^ (word >> 31)
        }
        state = (fill(), fill(), fill(), fill())
    }

    /// An independent stream of the same seed: column 3's numbers stay the same whatever the other columns draw.
    public init(seed: UInt64, stream: Int) {
        var root = SeededGenerator(seed: seed)
        self.init(seed: root.next() &+ UInt64(truncatingIfNeeded: stream) &* 0xD134_2543_DE82_EF95)
    }

    @inlinable
    public mutating func next() -> UInt64 {
        let result = rotated(state.0 &+ state.3, 23) &+ state.0
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = rotated(state.3, 45)
        return result
    }
}

@inlinable
func rotated(_ word: UInt64, _ by: UInt64) -> UInt64 { (word << by) | (word >> (64 - by)) }
