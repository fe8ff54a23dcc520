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
}
