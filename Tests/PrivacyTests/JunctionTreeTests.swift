// The junction tree's properties on random graphs, and its cost on known ones.
import Privacy
import Testing

@Test func everyRandomGraphGetsAJunctionTree() {
    for seed in 0..<300 as Range<UInt64> {
        var generator = SeededGenerator(seed: seed)
        let n = Int.random(in: 1...12, using: &generator)
        let sizes = (0..<n).map { _ in Int.random(in: 1...9, using: &generator) }
        let cliques = (0..<Int.random(in: 0...14, using: &generator)).map { _ in
            Array((0..<n).shuffled(using: &generator).prefix(Int.random(in: 1...3, using: &generator))).sorted()
        }
        let tree = JunctionTree(of: cliques, sizes: sizes)
        for clique in cliques { #expect(tree.clique(holding: clique) != nil, "seed \(seed): a clique is covered") }
        #expect(Set(tree.cliques.joined()) == Set(0..<n), "seed \(seed): every attribute stands somewhere")
        for (index, clique) in tree.cliques.enumerated() {
            #expect(clique == clique.sorted() && Set(clique).count == clique.count)
            for (other, larger) in tree.cliques.enumerated() where other != index {
                #expect(!Set(larger).isSuperset(of: clique), "seed \(seed): cliques are maximal")
            }
            if let parent = tree.parents[index] {
                #expect(parent < index, "seed \(seed): parents come first")
                #expect(
                    tree.separators[index] == clique.filter(tree.cliques[parent].contains), "seed \(seed): separators")
            } else {
                #expect(index == 0 && tree.separators[index].isEmpty, "seed \(seed): one root")
            }
        }
        // Running intersection: of the cliques that hold an attribute, all but one have a parent that holds it.
        for attribute in 0..<n {
            let holders = tree.cliques.indices.filter { tree.cliques[$0].contains(attribute) }
            let tops = holders.filter { index in
                tree.parents[index].map { !tree.cliques[$0].contains(attribute) } ?? true
            }
            #expect(tops.count == 1, "seed \(seed): attribute \(attribute) is connected")
        }
        #expect(tree.cells(sizes: sizes) == tree.cliques.reduce(0) { $0 + $1.reduce(1) { $0 * sizes[$1] } })
    }
}

@Test func aTreeOfPairsStaysAsItIs() {
    let pairs = [[0, 1], [1, 2], [1, 3], [3, 4]]
    let tree = JunctionTree(of: pairs, sizes: [2, 3, 4, 5, 6])
    #expect(Set(tree.cliques) == Set(pairs))
    #expect(tree.cells(sizes: [2, 3, 4, 5, 6]) == 6 + 12 + 15 + 30)
}

@Test func aCycleIsTriangulatedByItsSmallestChord() {
    // A square 0-1-2-3 with large 0 and 2: the chord is 1-3.
    let tree = JunctionTree(of: [[0, 1], [1, 2], [2, 3], [0, 3]], sizes: [50, 2, 50, 2])
    #expect(Set(tree.cliques) == [[0, 1, 3], [1, 2, 3]])
    #expect(tree.separators.last == [1, 3])
}

@Test func sizesThatOverflowSaturate() {
    let sizes = [Int](repeating: 1 << 20, count: 5)
    #expect(JunctionTree(of: [[0, 1, 2, 3, 4]], sizes: sizes).cells(sizes: sizes) == .max)
}
