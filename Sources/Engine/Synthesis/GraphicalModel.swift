// A distribution over all columns as the product of small factors over a junction tree's cliques.
import Privacy

public struct GraphicalModel: Sendable, Codable {
    /// Levels of each attribute.
    public let sizes: [Int]
    public let tree: JunctionTree
    /// Probabilities of each clique's cells in row-major order.
    /// INVARIANT: each sums to 1, and neighbours agree on their separator, to rounding.
    public internal(set) var beliefs: [[Double]]
    /// Rows that the model stands for.
    public internal(set) var total: Double

    /// The probabilities of some attributes, ascending, that stand in one clique; nil when none holds them all.
    public func marginal(of attributes: [Int]) -> [Double]? {
        guard let clique = tree.clique(holding: attributes) else { return nil }
        let map = projection(from: tree.cliques[clique], onto: attributes, sizes: sizes)
        var result = [Double](repeating: 0, count: JunctionTree.cells(of: attributes, sizes: sizes))
        for (cell, probability) in beliefs[clique].enumerated() { result[Int(map[cell])] += probability }
        return result
    }
}

/// For every cell over `attributes`, the cell over `subset` that it falls in; both row-major, both in the order given.
package func projection(from attributes: [Int], onto subset: [Int], sizes: [Int]) -> [Int32] {
    var strides = [Int](repeating: 0, count: attributes.count)
    var stride = 1
    for attribute in subset.reversed() {
        if let position = attributes.firstIndex(of: attribute) { strides[position] = stride }
        stride *= sizes[attribute]
    }
    var map: [Int32] = [0]
    for (position, attribute) in attributes.enumerated() {
        map = map.flatMap { base in (0..<sizes[attribute]).map { base + Int32($0 * strides[position]) } }
    }
    return map
}
