// Exact inference on a junction tree in log space: from potentials to the probabilities of every clique's cells.
import Glibc
import Privacy

/// Two passes over the tree (Lauritzen and Spiegelhalter 1988; Hugin's form): towards the root with log-sum-exp, and back with
/// the ratio of the separators' marginals. All cliques' cells lie in one array, clique after clique.
package struct BeliefPropagation: Sendable {
    package let tree: JunctionTree
    /// Where each clique's cells start, and after the last one their number.
    package let offsets: [Int]
    private let separatorSizes: [Int]
    /// For every cell of the clique, and of its parent, the cell of their separator.
    private let inClique: [[Int32]]
    private let inParent: [[Int32]]

    package init(_ tree: JunctionTree, sizes: [Int]) {
        self.tree = tree
        var offsets = [0]
        for clique in tree.cliques {
            offsets.append((offsets.last ?? 0) + JunctionTree.cells(of: clique, sizes: sizes))
        }
        self.offsets = offsets
        separatorSizes = tree.separators.map { JunctionTree.cells(of: $0, sizes: sizes) }
        inClique = tree.cliques.indices.map {
            projection(from: tree.cliques[$0], onto: tree.separators[$0], sizes: sizes)
        }
        inParent = tree.cliques.indices.map { clique in
            tree.parents[clique].map { projection(from: tree.cliques[$0], onto: tree.separators[clique], sizes: sizes) }
                ?? []
        }
    }

    package var cells: Int { offsets.last ?? 0 }

    /// Probabilities ∝ exp(Σ potentials), as the marginal of each clique.
    package func beliefs(_ potentials: [Double]) -> [Double] {
        var logs = potentials
        var beliefs = [Double](repeating: 0, count: cells)
        logs.withUnsafeMutableBufferPointer { logs in
            beliefs.withUnsafeMutableBufferPointer { beliefs in
                let messages = collect(logs, logSumExp)
                distribute(logs, beliefs, messages)
            }
        }
        return beliefs
    }

    /// The greatest Σ potentials over all cells of the whole domain: max-product, the linear optimum over the marginal polytope.
    package func maximum(_ potentials: [Double]) -> Double {
        var logs = potentials
        return logs.withUnsafeMutableBufferPointer { logs in
            _ = collect(logs) { values, map, result in
                for cell in map.indices { result[Int(map[cell])] = max(result[Int(map[cell])], values[cell]) }
            }
            return logs[..<offsets[1]].max() ?? 0
        }
    }

    /// Adds every clique's message to its parent, leaves first, and returns the messages by clique.
    private func collect(
        _ logs: UnsafeMutableBufferPointer<Double>,
        _ summarise: (UnsafeMutablePointer<Double>, [Int32], inout [Double]) -> Void
    ) -> [[Double]] {
        var messages = [[Double]](repeating: [], count: tree.cliques.count)
        guard let base = logs.baseAddress else { return messages }
        for clique in tree.cliques.indices.reversed() {
            guard let parent = tree.parents[clique] else { continue }
            var message = [Double](repeating: -.infinity, count: separatorSizes[clique])
            summarise(base + offsets[clique], inClique[clique], &message)
            let target = base + offsets[parent]
            let map = inParent[clique]
            for cell in map.indices { target[cell] += message[Int(map[cell])] }
            messages[clique] = message
        }
        return messages
    }

    private func distribute(
        _ logs: UnsafeMutableBufferPointer<Double>, _ beliefs: UnsafeMutableBufferPointer<Double>,
        _ messages: [[Double]]
    ) {
        for clique in tree.cliques.indices {
            let range = offsets[clique]..<offsets[clique + 1]
            guard let parent = tree.parents[clique] else {
                let top = logs[range].max() ?? 0
                var sum = 0.0
                for cell in range {
                    beliefs[cell] = exp(logs[cell] - top)
                    sum += beliefs[cell]
                }
                for cell in range { beliefs[cell] /= sum }
                continue
            }
            var ratio = [Double](repeating: 0, count: separatorSizes[clique])
            let map = inParent[clique]
            let start = offsets[parent]
            for cell in map.indices { ratio[Int(map[cell])] += beliefs[start + cell] }
            for cell in ratio.indices {
                // A separator cell that underflowed has no mass to pass on.
                let message = messages[clique][cell]
                ratio[cell] = ratio[cell] > 0 && message > -.infinity ? log(ratio[cell]) - message : -.infinity
            }
            let own = inClique[clique]
            for cell in own.indices {
                let index = range.lowerBound + cell
                beliefs[index] = exp(logs[index] + ratio[Int(own[cell])])
            }
        }
    }
}

/// result[s] = log Σ exp(values) over the cells that map to s. `result` comes in as −∞.
private func logSumExp(_ values: UnsafeMutablePointer<Double>, _ map: [Int32], _ result: inout [Double]) {
    var top = result
    for cell in map.indices { top[Int(map[cell])] = max(top[Int(map[cell])], values[cell]) }
    var sums = [Double](repeating: 0, count: result.count)
    for cell in map.indices {
        let target = Int(map[cell])
        if top[target] > -.infinity { sums[target] += exp(values[cell] - top[target]) }
    }
    for target in result.indices { result[target] = top[target] + log(sums[target]) }
}
