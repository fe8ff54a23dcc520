// A marginal: how many rows have each combination of levels of some columns.

/// Cells in row-major order: the last attribute runs fastest. Cell of (i, j) in sizes (m, n) is i·n + j.
public struct Marginal: Sendable {
    public var attributes: [Int]
    public var sizes: [Int]
    public var counts: [Int64]

    public init(attributes: [Int], sizes: [Int], counts: [Int64]) {
        precondition(attributes.count == sizes.count && counts.count == sizes.reduce(1, *))
        (self.attributes, self.sizes, self.counts) = (attributes, sizes, counts)
    }

    /// Levels merged: level `k` of attribute `a` becomes `merging[a][k]`, of `into[a]` levels. One or two attributes.
    func merged(_ merging: [[Int]], into: [Int]) -> Marginal {
        let sizes = attributes.map { into[$0] }
        var counts = [Int64](repeating: 0, count: sizes.reduce(1, *))
        for (cell, count) in self.counts.enumerated() {
            var rest = cell, target = 0, stride = 1
            for position in attributes.indices.reversed() {
                target += merging[attributes[position]][rest % self.sizes[position]] * stride
                stride *= sizes[position]
                rest /= self.sizes[position]
            }
            counts[target] += count
        }
        return Marginal(attributes: attributes, sizes: sizes, counts: counts)
    }
}
