// The junction tree of a set of cliques: what exact inference over those marginals runs on, and what it costs.

/// A tree of maximal cliques of a triangulated graph over attributes 0 ..< n.
/// INVARIANT: parents precede children; clique 0 is the root; every attribute is in some clique; the cliques that hold an
/// attribute are connected (running intersection).
public struct JunctionTree: Hashable, Sendable, Codable {
    /// Each ascending.
    public let cliques: [[Int]]
    /// nil for the root alone: components are joined by empty separators.
    public let parents: [Int?]
    /// What a clique shares with its parent, ascending; empty for the root.
    public let separators: [[Int]]

    /// The junction tree of the graph in which every given clique is complete, triangulated by eliminating the attribute with
    /// the least fill-in, then the fewest cells. `sizes[a]` is attribute `a`'s number of levels.
    public init(of cliques: [[Int]], sizes: [Int]) {
        let maximal = JunctionTree.triangulated(cliques, sizes: sizes)
        var order: [Int] = []
        var parents: [Int?] = []
        var separators: [[Int]] = []
        // Prim's maximum spanning tree by separator size has running intersection on the cliques of a triangulated graph.
        var best: [(shared: [Int], at: Int)?] = maximal.map { _ in nil }
        var waiting = Set(maximal.indices)
        while let next = waiting.max(by: { a, b in
            let (x, y) = (best[a]?.shared.count ?? -1, best[b]?.shared.count ?? -1)
            return x != y ? x < y : a > b
        }) {
            waiting.remove(next)
            if let link = best[next] {
                parents.append(link.at)
                separators.append(link.shared)
            } else {
                parents.append(order.isEmpty ? nil : 0)
                separators.append([])
            }
            order.append(next)
            for other in waiting {
                let shared = maximal[other].filter(Set(maximal[next]).contains)
                if shared.count > best[other]?.shared.count ?? 0 { best[other] = (shared, order.count - 1) }
            }
        }
        (self.cliques, self.parents, self.separators) = (order.map { maximal[$0] }, parents, separators)
    }

    /// Cells of every clique, saturating at `Int.max`: what a model on this tree takes, in numbers of 8 bytes.
    public func cells(sizes: [Int]) -> Int {
        cliques.reduce(0) { total, clique in
            let (sum, overflow) = total.addingReportingOverflow(JunctionTree.cells(of: clique, sizes: sizes))
            return overflow ? .max : sum
        }
    }

    /// Cells of one clique, saturating at `Int.max`.
    public static func cells(of clique: some Sequence<Int>, sizes: [Int]) -> Int {
        clique.reduce(1) { product, attribute in
            let (cells, overflow) = product.multipliedReportingOverflow(by: sizes[attribute])
            return overflow ? .max : cells
        }
    }

    /// The first clique that holds all of these attributes.
    public func clique(holding attributes: [Int]) -> Int? {
        cliques.firstIndex { Set($0).isSuperset(of: attributes) }
    }

    private static func triangulated(_ cliques: [[Int]], sizes: [Int]) -> [[Int]] {
        var neighbours = [Set<Int>](repeating: [], count: sizes.count)
        for clique in cliques {
            for attribute in clique { neighbours[attribute].formUnion(clique.filter { $0 != attribute }) }
        }
        func cost(_ attribute: Int) -> (fill: Int, cells: Int) {
            let around = Array(neighbours[attribute])
            var fill = 0
            for (i, a) in around.enumerated() {
                for b in around[(i + 1)...] where !neighbours[a].contains(b) { fill += 1 }
            }
            return (fill, cells(of: around + [attribute], sizes: sizes))
        }
        var eliminated: [Set<Int>] = []
        var left = Array(sizes.indices)
        while let index = left.indices.min(by: { cost(left[$0]) < cost(left[$1]) }) {
            let attribute = left.remove(at: index)
            let around = neighbours[attribute]
            eliminated.append(around.union([attribute]))
            for a in around {
                neighbours[a].formUnion(around)
                neighbours[a].subtract([a, attribute])
            }
        }
        // A clique of elimination can only lie within an earlier one.
        var maximal: [Set<Int>] = []
        for clique in eliminated where !maximal.contains(where: { $0.isSuperset(of: clique) }) {
            maximal.append(clique)
        }
        return maximal.map { $0.sorted() }
    }
}
