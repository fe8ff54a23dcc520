// Private-PGM: the graphical model whose marginals are closest to the noisy ones (McKenna, Sheldon and Miklau 2019).
import Glibc
import Privacy

/// Noisy counts of a marginal as the fit sees them: each cell with the inverse of its variance.
package struct Observation: Sendable {
    package var attributes: [Int]
    package var values: [Double]
    package var precisions: [Double]
    package init(attributes: [Int], values: [Double], precisions: [Double]) {
        (self.attributes, self.values, self.precisions) = (attributes, values, precisions)
    }
}

extension Observation {
    package init(_ measurement: Measurement) {
        let precisions = [Double](repeating: 1 / measurement.variance, count: measurement.values.count)
        self.init(attributes: measurement.attributes, values: measurement.values, precisions: precisions)
    }
}

/// How a fit ended. `gap` bounds how far the loss is above the least possible one.
public struct FitReport: Sendable, Codable {
    public var iterations: Int
    public var loss: Double
    public var gap: Double
}

/// Minimises f(p) = ½ Σ precision · (total · p − value)² over the marginal polytope of the observations' junction tree, by mirror
/// descent with entropy: a step on the potentials is θ ← θ − η∇f(p), and p comes from θ by exact belief propagation. The step
/// size is found by line search (Armijo's rule), and momentum is taken in θ and dropped when it stops helping
/// (O'Donoghue and Candès 2015). Stops when the Frank–Wolfe gap ⟨∇f(p), p⟩ − min ⟨∇f(p), q⟩ over the polytope, which bounds
/// f(p) − min f, falls under `tolerance` times the number of observed cells (the noise's own share of f is about half of
/// that), or when a hundred steps lower f by less than its share `improvement`.
package func fit(
    _ observations: [Observation], sizes: [Int], total: Double, tolerance: Double = 1e-3, improvement: Double = 1e-3,
    iterations limit: Int = 2000, progress: (Double) throws -> Void = { _ in }
) rethrows -> (model: GraphicalModel, report: FitReport) {
    let tree = JunctionTree(of: observations.map(\.attributes), sizes: sizes)
    let propagation = BeliefPropagation(tree, sizes: sizes)
    let loss = QuadraticLoss(observations, propagation, sizes: sizes, total: total)
    let enough = tolerance * Double(observations.reduce(0) { $0 + $1.values.count })

    // `ahead` is where the gradient is taken: `potentials` and the momentum that led there.
    var potentials = start(observations, propagation, sizes: sizes)
    var ahead = potentials
    var beliefs = propagation.beliefs(ahead)
    var (value, gradient) = loss.at(beliefs)
    var step = 1 / max(1e-300, total * total * (observations.flatMap(\.precisions).max() ?? 1))
    var age = 0.0
    var report = FitReport(iterations: 0, loss: value, gap: .infinity)
    var firstGap: Double?
    var checkpoint = value
    var share = 0.0
    while true {
        if report.iterations % 10 == 0 {
            report.gap = dot(gradient, beliefs) + propagation.maximum(gradient.map(-))
            let first = firstGap ?? report.gap
            firstGap = first
            if report.gap <= enough { break }
            share = min(1, max(0, log(first / report.gap) / log(first / enough)))
        }
        try progress(share)
        if report.iterations == limit || step < 1e-200 { break }
        if report.iterations % 100 == 99 {
            if checkpoint - value <= improvement * value { break }
            checkpoint = value
        }
        report.iterations += 1
        let stepped = zip(ahead, gradient).map { $0 - step * $1 }
        let weight = age / (age + 3)
        let trial = age == 0 ? stepped : zip(stepped, potentials).map { $0 + weight * ($0 - $1) }
        let trialBeliefs = propagation.beliefs(trial)
        let (trialValue, trialGradient) = loss.at(trialBeliefs)
        let needed = age > 0 ? 0 : 0.5 * (dot(gradient, beliefs) - dot(gradient, trialBeliefs))
        if value - trialValue >= needed {
            (potentials, ahead, beliefs, value, gradient) = (stepped, trial, trialBeliefs, trialValue, trialGradient)
            age += 1
            step *= 1.1
        } else if age > 0 {
            (potentials, age) = (ahead, 0)
        } else {
            step /= 2
        }
    }
    report.loss = value
    let byClique = tree.cliques.indices.map { Array(beliefs[propagation.offsets[$0]..<propagation.offsets[$0 + 1]]) }
    return (GraphicalModel(sizes: sizes, tree: tree, beliefs: byClique, total: total), report)
}

/// Where the descent starts: on a clique that was observed as such, its values, with a floor far below the noise, as the
/// conditional distribution given the clique's separator; elsewhere uniform. Near the answer when there is little noise.
private func start(_ observations: [Observation], _ propagation: BeliefPropagation, sizes: [Int]) -> [Double] {
    let tree = propagation.tree
    var potentials = [Double](repeating: 0, count: propagation.cells)
    for observation in observations {
        guard let clique = tree.cliques.firstIndex(of: observation.attributes) else { continue }
        let estimate = zip(observation.values, observation.precisions).map { max($0, 0.05 / $1.squareRoot()) }
        let map = projection(from: observation.attributes, onto: tree.separators[clique], sizes: sizes)
        var given = [Double](repeating: 0, count: JunctionTree.cells(of: tree.separators[clique], sizes: sizes))
        for (cell, value) in estimate.enumerated() { given[Int(map[cell])] += value }
        for (cell, value) in estimate.enumerated() {
            potentials[propagation.offsets[clique] + cell] = log(value / given[Int(map[cell])])
        }
    }
    return potentials
}

/// ½ Σ precision · (total · p − value)², and its gradient in the cliques' cells.
private struct QuadraticLoss {
    private let total: Double
    private let terms: [Term]
    private struct Term {
        var observation: Observation
        var start: Int
        /// For every cell of the clique that holds the observation, the cell observed.
        var map: [Int32]
    }

    init(_ observations: [Observation], _ propagation: BeliefPropagation, sizes: [Int], total: Double) {
        self.total = total
        terms = observations.compactMap { observation in
            guard let clique = propagation.tree.clique(holding: observation.attributes) else { return nil }
            return Term(
                observation: observation, start: propagation.offsets[clique],
                map: projection(from: propagation.tree.cliques[clique], onto: observation.attributes, sizes: sizes))
        }
    }

    func at(_ beliefs: [Double]) -> (value: Double, gradient: [Double]) {
        var value = 0.0
        var gradient = [Double](repeating: 0, count: beliefs.count)
        for term in terms {
            var slope = [Double](repeating: 0, count: term.observation.values.count)
            for cell in term.map.indices { slope[Int(term.map[cell])] += beliefs[term.start + cell] }
            for cell in slope.indices {
                let residual = total * slope[cell] - term.observation.values[cell]
                let weighed = term.observation.precisions[cell] * residual
                value += 0.5 * weighed * residual
                slope[cell] = total * weighed
            }
            for cell in term.map.indices { gradient[term.start + cell] += slope[Int(term.map[cell])] }
        }
        return (value, gradient)
    }
}

private func dot(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in left.indices { sum += left[index] * right[index] }
    return sum
}
