// The private choice of a maximum spanning tree over the columns.
import Privacy

/// The chosen pairs, as indices into the candidates, and the ρ that choosing them cost.
package struct ChosenTree {
    package var edges: [Int]
    package var rho: Double
}

/// Kruskal's algorithm with each edge chosen by the exponential mechanism among those that join two components. A pair's score
/// is the L1 distance between its counts and those that independent columns would have; one unit of at most `atMost` rows
/// changes it by at most `atMost`, since the independent model is made of noisy marginals and stays as it is.
/// A forest where candidates run out.
package func spanningTree(
    _ candidates: [Marginal], independent: [[Double]], total: Double, rho: Double, atMost: Int,
    _ tooSmall: SynthesisError,
    _ source: inout NoiseSource
) throws -> ChosenTree {
    let joins = independent.count - 1
    guard joins > 0, !candidates.isEmpty else { return ChosenTree(edges: [], rho: 0) }
    // Two columns leave no choice, so it costs nothing.
    if candidates.count == 1 { return ChosenTree(edges: [0], rho: 0) }
    guard let mechanism = ExponentialMechanism(rho: rho / Double(joins), sensitivity: Int64(atMost) * fixedPoint) else {
        throw tooSmall
    }
    let scores = candidates.map { distance($0, independent, total) }
    var component = Array(independent.indices)
    var tree = ChosenTree(edges: [], rho: 0)
    for _ in 0..<joins {
        let open = candidates.indices.filter {
            component[candidates[$0].attributes[0]] != component[candidates[$0].attributes[1]]
        }
        guard let choice = mechanism.choose(open.map { scores[$0] }, &source) else { break }
        tree.edges.append(open[choice])
        tree.rho += mechanism.rho
        let (a, b) = (candidates[open[choice]].attributes[0], candidates[open[choice]].attributes[1])
        let (kept, gone) = (component[a], component[b])
        for column in component.indices where component[column] == gone { component[column] = kept }
    }
    return tree
}

/// Scores are counted in 1/256 of a row, so that they are integers and their sensitivity is exact.
private let fixedPoint: Int64 = 256

private func distance(_ pair: Marginal, _ independent: [[Double]], _ total: Double) -> Int64 {
    let (first, second) = (independent[pair.attributes[0]], independent[pair.attributes[1]])
    var distance: Int64 = 0
    var cell = 0
    for a in first {
        for b in second {
            let expected = Int64((a * b / total * Double(fixedPoint)).rounded())
            distance += abs(pair.counts[cell] * fixedPoint - expected)
            cell += 1
        }
    }
    return distance
}
