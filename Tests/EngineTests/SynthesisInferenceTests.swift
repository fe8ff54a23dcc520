// Belief propagation and Private-PGM against enumeration of the whole domain.
import Engine
import Privacy
import Testing

/// Every combination of levels, as codes.
private func domain(_ sizes: [Int]) -> [[Int]] {
    sizes.reduce([[]]) { rows, size in rows.flatMap { row in (0..<size).map { row + [$0] } } }
}

private func cell(_ row: [Int], _ attributes: [Int], _ sizes: [Int]) -> Int {
    attributes.reduce(0) { $0 * sizes[$1] + row[$1] }
}

/// e^x by repeated squaring of its series.
private func power(_ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    for k in 1..<25 {
        term *= x / 256 / Double(k)
        sum += term
    }
    for _ in 0..<8 { sum *= sum }
    return sum
}

@Test func beliefPropagationEqualsEnumeration() {
    for seed in 0..<60 as Range<UInt64> {
        var generator = SeededGenerator(seed: seed)
        let n = Int.random(in: 1...6, using: &generator)
        let sizes = (0..<n).map { _ in Int.random(in: 1...4, using: &generator) }
        let cliques = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
            Array((0..<n).shuffled(using: &generator).prefix(Int.random(in: 1...3, using: &generator))).sorted()
        }
        let tree = JunctionTree(of: cliques, sizes: sizes)
        let propagation = BeliefPropagation(tree, sizes: sizes)
        let potentials = (0..<propagation.cells).map { _ in Double.random(in: -4...4, using: &generator) }
        let beliefs = propagation.beliefs(potentials)

        let rows = domain(sizes)
        let scores = rows.map { row in
            tree.cliques.indices.reduce(0) {
                $0 + potentials[propagation.offsets[$1] + cell(row, tree.cliques[$1], sizes)]
            }
        }
        let weights = scores.map(power)
        let sum = weights.reduce(0, +)
        var expected = [Double](repeating: 0, count: propagation.cells)
        for (row, weight) in zip(rows, weights) {
            for (index, clique) in tree.cliques.enumerated() {
                expected[propagation.offsets[index] + cell(row, clique, sizes)] += weight / sum
            }
        }
        for (found, true_) in zip(beliefs, expected) { #expect(abs(found - true_) < 1e-10, "seed \(seed)") }
        #expect(abs(propagation.maximum(potentials) - (scores.max() ?? 0)) < 1e-9, "seed \(seed)")
    }
}

@Test func beliefsStandExtremePotentials() {
    let tree = JunctionTree(of: [[0, 1], [1, 2]], sizes: [2, 2, 2])
    let propagation = BeliefPropagation(tree, sizes: [2, 2, 2])
    let beliefs = propagation.beliefs([5000, -5000, -5000, -5000, 0, 3000, -9000, 9000])
    #expect(beliefs.allSatisfy { $0.isFinite && $0 >= 0 })
    #expect(abs(beliefs[0..<4].reduce(0, +) - 1) < 1e-12 && abs(beliefs[4..<8].reduce(0, +) - 1) < 1e-12)
}

/// Noisy, inconsistent observations of a distribution, some of whose cells are empty.
private func observations(_ attributes: [[Int]], sizes: [Int], total: Double, deviation: Double, seed: UInt64)
    -> [Observation]
{
    var generator = SeededGenerator(seed: seed)
    let rows = domain(sizes)
    let weights = rows.map { _ in
        Double.random(in: 0..<1, using: &generator) < 0.4 ? 0 : Double.random(in: 0..<1, using: &generator)
    }
    let sum = weights.reduce(0, +)
    return attributes.map { attributes in
        var values = [Double](repeating: 0, count: attributes.reduce(1) { $0 * sizes[$1] })
        for (row, weight) in zip(rows, weights) { values[cell(row, attributes, sizes)] += total * weight / sum }
        let precisions = values.map { _ in Double.random(in: 0.5...2, using: &generator) / (deviation * deviation) }
        // Sum of twelve uniforms: near enough to a Gaussian.
        for at in values.indices {
            values[at] +=
                deviation * ((0..<12).reduce(-6) { sum, _ in sum + Double.random(in: 0..<1, using: &generator) })
        }
        return Observation(attributes: attributes, values: values, precisions: precisions)
    }
}

@Test(arguments: [
    [[0, 1], [1, 2]], [[0], [1], [0, 1], [1, 2], [2]], [[0, 1], [1, 2], [0, 2]], [[0, 1], [2, 3], [1, 2], [0, 3]],
    [[0, 1, 3], [2]],
])
func privatePGMEqualsBruteForce(_ attributes: [[Int]]) throws {
    let sizes = [2, 3, 3, 2]
    let total = 500.0
    for seed in 0..<2 as Range<UInt64> {
        let observed = observations(attributes, sizes: sizes, total: total, deviation: 20, seed: seed)
        let (model, report) = try fit(
            observed, sizes: sizes, total: total, tolerance: 1e-5, improvement: 0, iterations: 100_000)
        #expect(report.gap <= 1e-5 * Double(observed.reduce(0) { $0 + $1.values.count }), "seed \(seed): converged")

        // Accelerated projected gradient over the joint distribution of all 36 cells.
        let rows = domain(sizes)
        let maps = observed.map { observation in rows.map { cell($0, observation.attributes, sizes) } }
        func marginal(_ joint: [Double], _ index: Int) -> [Double] {
            var result = [Double](repeating: 0, count: observed[index].values.count)
            for (at, mass) in zip(maps[index], joint) { result[at] += mass }
            return result
        }
        var joint = [Double](repeating: total / 36, count: 36)
        var ahead = joint
        let top = observed.flatMap(\.precisions).max() ?? 1
        let step = 1 / (top * Double(observed.count) * 36)
        for round in 0..<8_000 {
            var slope = [Double](repeating: 0, count: 36)
            for (index, observation) in observed.enumerated() {
                let found = marginal(ahead, index)
                let residual = found.indices.map { observation.precisions[$0] * (found[$0] - observation.values[$0]) }
                for at in rows.indices { slope[at] += residual[maps[index][at]] }
            }
            let next = projectedOntoSimplex(zip(ahead, slope).map { $0 - step * $1 }, total: total)
            let momentum = Double(round % 500) / Double(round % 500 + 3)
            ahead = zip(next, joint).map { $0 + momentum * ($0 - $1) }
            joint = next
        }
        var least = 0.0
        for (index, observation) in observed.enumerated() {
            let best = marginal(joint, index)
            least += zip(zip(best, observation.values), observation.precisions).reduce(0) {
                $0 + 0.5 * $1.1 * ($1.0.0 - $1.0.1) * ($1.0.0 - $1.0.1)
            }
            guard let found = model.marginal(of: observation.attributes) else {
                Issue.record("the model holds no \(observation.attributes)")
                continue
            }
            for (a, b) in zip(found, best) { #expect(abs(a - b / total) < 2e-3, "seed \(seed)") }
        }
        #expect(abs(report.loss - least) < 1e-3 * max(1, least), "seed \(seed)")
    }
}

@Test func neighboursAgreeOnTheirSeparator() throws {
    let sizes = [3, 2, 4, 2]
    let observed = observations([[0, 1], [1, 2], [2, 3]], sizes: sizes, total: 200, deviation: 9, seed: 2)
    let model = try fit(observed, sizes: sizes, total: 200).model
    for (clique, parent) in model.tree.parents.enumerated() {
        guard let parent else { continue }
        func onSeparator(_ index: Int) -> [Double] {
            let map = projection(from: model.tree.cliques[index], onto: model.tree.separators[clique], sizes: sizes)
            var result = [Double](repeating: 0, count: (map.max().map(Int.init) ?? 0) + 1)
            for (cell, mass) in model.beliefs[index].enumerated() { result[Int(map[cell])] += mass }
            return result
        }
        for (a, b) in zip(onSeparator(clique), onSeparator(parent)) { #expect(abs(a - b) < 1e-12) }
    }
}

@Test func simplexProjectionIsTheClosestPoint() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<200 {
        let values = (0..<6).map { _ in Double.random(in: -5...10, using: &generator) }
        let point = projectedOntoSimplex(values, total: 7)
        #expect(point.allSatisfy { $0 >= 0 } && abs(point.reduce(0, +) - 7) < 1e-9)
        func distance(_ other: [Double]) -> Double {
            zip(values, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        }
        for _ in 0..<20 {
            let corner = Int.random(in: 0..<6, using: &generator)
            let other = point.indices.map { point[$0] * 0.9 + ($0 == corner ? 0.7 : 0) }
            #expect(distance(point) <= distance(other) + 1e-9)
        }
    }
}
