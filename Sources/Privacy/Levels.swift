// The finite levels in which a column is counted, learnt, compared and attacked: a coarsening of its public domain.

/// A column's levels. Code `k` stands for level `k`; where `optional`, the last code stands for a missing value.
public struct Levels: Hashable, Sendable, Codable {
    public enum Scale: Hashable, Sendable, Codable {
        /// Unordered, named levels.
        case nominal([String])
        /// no = 0, yes = 1.
        case flag
        /// Ordered bands of a (scaled) integer or day number: band k is edges[k] ..< edges[k+1], the last one closed.
        /// `unit` says what an edge is, and `places` how it is scaled.
        case bands(edges: [Int64], unit: Unit, places: Int)

        enum NominalCodingKeys: String, CodingKey { case _0 = "levels" }
    }
    public enum Unit: String, Hashable, Sendable, Codable { case number, day }

    public var scale: Scale
    public var optional: Bool

    public init(_ scale: Scale, optional: Bool = false) {
        self.scale = scale
        self.optional = optional
    }

    /// How many codes there are, the missing one included.
    public var count: Int {
        let stated =
            switch scale {
            case .nominal(let names): names.count
            case .flag: 2
            case .bands(let edges, _, _): edges.count - 1
            }
        return stated + (optional ? 1 : 0)
    }

    public var missingCode: Int? { optional ? count - 1 : nil }

    public var isOrdered: Bool {
        if case .bands = scale { true } else { false }
    }

    /// The band that a number falls in; nil outside all of them.
    public func code(of number: Int64) -> Int? {
        switch scale {
        case .nominal: return nil
        case .flag: return (0...1).contains(number) ? Int(number) : nil
        case .bands(let edges, _, _):
            guard let first = edges.first, let last = edges.last, number >= first, number <= last else { return nil }
            var low = 0
            var high = edges.count - 1
            while high - low > 1 {
                let middle = (low + high) / 2
                if edges[middle] <= number { low = middle } else { high = middle }
            }
            return low
        }
    }
}
