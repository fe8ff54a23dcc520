// The seeded draws of evaluation: which rows are attacked, in which order, and how ties fall. Never for noise.

/// xoshiro256** (Blackman, Vigna 2021), seeded by SplitMix64. The same seed and stream give the same draws on every machine,
/// whatever the standard library does with a generator: hence `below` and `shuffled` here.
struct SeededDraws {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    /// `stream` keeps the parts of an evaluation apart, so that one more attack does not move the draws of another.
    init(seed: UInt64, stream: String) {
        var mix = seed
        for byte in stream.utf8 { mix = SeededDraws.split(&mix) ^ UInt64(byte) }
        state = (SeededDraws.split(&mix), SeededDraws.split(&mix), SeededDraws.split(&mix), SeededDraws.split(&mix))
    }

    private static func split(_ state: inout UInt64) -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func next() -> UInt64 {
        let product = state.1 &* 5
        let result = ((product << 7) | (product >> 57)) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = (state.3 << 45) | (state.3 >> 19)
        return result
    }

    /// Uniform over 0 ..< bound, by multiplication and rejection (Lemire 2019).
    mutating func below(_ bound: Int) -> Int {
        let bound = UInt64(bound)
        var product = next().multipliedFullWidth(by: bound)
        if product.low < bound {
            let threshold = (0 &- bound) % bound
            while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
        }
        return Int(product.high)
    }

    mutating func shuffled(_ count: Int) -> [Int] {
        var order = Array(0..<count)
        guard count > 1 else { return order }
        for last in stride(from: count - 1, to: 0, by: -1) { order.swapAt(last, below(last + 1)) }
        return order
    }

    /// `some` different numbers of 0 ..< count, in random order.
    mutating func sample(_ some: Int, of count: Int) -> [Int] { Array(shuffled(count).prefix(some)) }
}
