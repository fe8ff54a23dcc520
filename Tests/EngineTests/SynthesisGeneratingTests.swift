// Sampling: right on average, right to rounding, and without dependence that the model doesn't have.
import Engine
import Plan
import Privacy
import Source
import Testing

/// A fair coin and two noisy readings of it: the readings are independent given the coin.
private func coinTable(rows: Int, seed: UInt64) -> CodedTable {
    var generator = SeededGenerator(seed: seed)
    var codes: [[UInt16]] = [[], [], []]
    for _ in 0..<rows {
        let coin = UInt16.random(in: 0...1, using: &generator)
        codes[0].append(coin)
        // Strong enough that the tree is coin–left, coin–right.
        for child in 1...2 { codes[child].append(Double.random(in: 0..<1, using: &generator) < 0.6 ? coin : 1 - coin) }
    }
    return CodedTable(columns: [nominal("coin", 2), nominal("left", 2), nominal("right", 2)], codes: codes, rows: rows)
}

@Test func twoChildrenOfOneCoinDoNotCorrelate() throws {
    let synthesiser = try learnMST(
        coinTable(rows: 40_000, seed: 1), learnStep(coinTable(rows: 1, seed: 1).columns, epsilon: Exact(1000)))
    #expect(Set(synthesiser.edges.map(Set.init)) == [["coin", "left"], ["coin", "right"]])
    // Correlation within each side of the coin: mean 0, deviation 1/√(rows of the side) if the order is random.
    var sum = 0.0
    var squares = 0.0
    var samples = 0.0
    let rows = 400
    for seed in 0..<200 as Range<UInt64> {
        let codes = synthesiser.generate(rows: rows, seed: seed).codes
        for side in 0...1 as ClosedRange<UInt16> {
            let chosen = (0..<rows).filter { codes[0][$0] == side }
            let n = Double(chosen.count)
            let left = chosen.map { Double(codes[1][$0]) }
            let right = chosen.map { Double(codes[2][$0]) }
            let (l, r) = (left.reduce(0, +) / n, right.reduce(0, +) / n)
            let covariance = zip(left, right).reduce(0) { $0 + ($1.0 - l) * ($1.1 - r) } / n
            let correlation = covariance / (l * (1 - l) * r * (1 - r)).squareRoot()
            sum += correlation
            squares += correlation * correlation * n
            samples += 1
        }
    }
    #expect(abs(sum / samples) < 5 / (samples * Double(rows) / 2).squareRoot())
    // n·correlation² has mean 1 and deviation √2 by row; 400 of them.
    #expect(abs(squares / samples - 1) < 0.35)
}

@Test func generatedMarginalsMatchTheModelToRounding() throws {
    let table = treeTable(rows: 5000, seed: 8)
    let synthesiser = try learnMST(table, learnStep(table.columns, epsilon: Exact(50)))
    // No level is rare here, so the model's levels are the table's.
    #expect(synthesiser.model.sizes == table.columns.map(\.levels.count))
    for rows in [7, 1000, 12_345] {
        let synthetic = synthesiser.generate(rows: rows, seed: 2)
        let model = synthesiser.model
        for (index, clique) in model.tree.cliques.enumerated() {
            // The child's counts within each level of its parent; the root's first column within all rows.
            let given = index == 0 ? [] : model.tree.separators[index]
            let fresh = clique.filter { !given.contains($0) }
            guard let child = index == 0 ? clique.first : fresh.first else { continue }
            let parentSize = given.first.map { model.sizes[$0] } ?? 1
            let weights = try #require(model.marginal(of: (given + [child]).sorted()))
            for level in 0..<parentSize {
                let group = (0..<rows).filter { row in
                    given.first.map { Int(synthetic.codes[$0][row]) == level } ?? true
                }
                func weight(_ code: Int) -> Double {
                    guard let parent = given.first else { return weights[code] }
                    return parent < child
                        ? weights[level * model.sizes[child] + code] : weights[code * parentSize + level]
                }
                let mass = (0..<model.sizes[child]).reduce(0) { $0 + weight($1) }
                for code in 0..<model.sizes[child] {
                    let count = group.count { Int(synthetic.codes[child][$0]) == code }
                    #expect(abs(Double(count) - Double(group.count) * weight(code) / mass) < 1 + 1e-6)
                }
            }
        }
    }
}

@Test func dealingIsUnbiasedAndRounds() {
    let weights = [0.05, 0.6, 0.0, 0.35]
    let runs = 20_000
    var sums = [0.0, 0, 0, 0]
    var firsts = [0.0, 0, 0, 0]
    var generator = SeededGenerator(seed: 77)
    var part = [UInt16](repeating: 0, count: 7)
    for _ in 0..<runs {
        part.withUnsafeMutableBufferPointer { deal($0, weights[...], &generator) }
        for code in 0..<4 {
            let count = part.count { $0 == code }
            #expect(abs(Double(count) - 7 * weights[code]) < 1)
            sums[code] += Double(count)
        }
        firsts[Int(part[0])] += 1
    }
    for code in 0..<4 {
        // A rounded count deviates by at most ½, a first card as a coin does.
        #expect(abs(sums[code] / Double(runs) - 7 * weights[code]) < 5 * 0.5 / Double(runs).squareRoot())
        #expect(abs(firsts[code] / Double(runs) - weights[code]) < 5 * 0.5 / Double(runs).squareRoot())
    }
    // Every place is as good as any other: the one card of its kind ends on each of 8 places alike.
    var places = [Double](repeating: 0, count: 8)
    var hand = [UInt16](repeating: 0, count: 8)
    for _ in 0..<runs {
        hand.withUnsafeMutableBufferPointer { deal($0, [0.875, 0.125], &generator) }
        if let place = hand.firstIndex(of: 1) { places[place] += 1 }
    }
    let expected = Double(runs) / 8
    #expect(places.reduce(0) { $0 + ($1 - expected) * ($1 - expected) / expected } < 45)
}

@Test func rareLevelsAreMergedAndPartedByTheirShares() throws {
    let measured = Measurement(attributes: [0], values: [900, 20, 500, -7, 40, 8], variance: 400, rho: 0)
    let rare = RareLevels(measured, estimate: [890, 15, 490, 0, 30, 5])
    #expect(rare.count == 3 && rare.kept == [0, 2] && rare.rare == [1, 3, 4, 5])
    #expect(rare.merging == [0, 2, 1, 2, 2, 2])
    #expect(rare.merged([900, 20, 500, -7, 40, 8]) == [900, 500, 61])
    #expect(rare.observation(of: measured).precisions == [0.0025, 0.0025, 0.000625])
    #expect(rare.merge([0, 1, 2, 3, 5]) == [0, 2, 1, 2, 2])
    let parted = rare.part([UInt16](repeating: 2, count: 1000) + [0, 1], seed: 1, stream: 0)
    #expect((1...5).map { code in parted.dropLast(2).count { $0 == code } } == [300, 0, 0, 600, 100])
    #expect(Array(parted.suffix(2)) == [0, 2])
    // One hidden level alone is kept: merging it with nothing gains nothing.
    #expect(
        RareLevels(Measurement(attributes: [0], values: [900, 2], variance: 400, rho: 0), estimate: [900, 2]).count == 2
    )
}

@Test func manyRareLevelsKeepTheirPlaceInTheRows() throws {
    // 200 levels, of which 195 have five rows each.
    let column = nominal("place", 200)
    let flag = nominal("flag", 2)
    var codes: [[UInt16]] = [[], []]
    for code in 0..<200 {
        for copy in 0..<(code < 5 ? 2000 : 5) {
            codes[0].append(UInt16(code))
            codes[1].append(UInt16(copy % 2))
        }
    }
    let table = CodedTable(columns: [column, flag], codes: codes, rows: codes[0].count)
    let synthesiser = try learnMST(table, learnStep([column, flag], epsilon: Exact(1)))
    #expect(synthesiser.model.sizes[0] < 30)
    let synthetic = synthesiser.generate(rows: table.rows, seed: 1)
    #expect(totalVariation(shares(synthetic, [1]), shares(table, [1])) < 0.03)
    #expect(synthetic.codes[0].contains { $0 >= 5 })
}

@Test func numbersAreDrawnWithinTheirBandAndDomain() {
    let age = ModelColumn(
        name: "age", domain: .integer(low: 17, high: 90),
        levels: Levels(.bands(edges: [15, 20, 25, 90, 95], unit: .number, places: 0), optional: true))
    let price = ModelColumn(
        name: "price", domain: .decimal(low: 0, high: 1000, places: 2),
        levels: Levels(.bands(edges: [0, 500, 1000], unit: .number, places: 2)))
    let born = ModelColumn(
        name: "born", domain: .date(low: 0, high: 20_000),
        levels: Levels(.bands(edges: [0, 10_957, 10_958], unit: .day, places: 0)))
    let flag = ModelColumn(name: "flag", domain: .flag, levels: Levels(.flag, optional: true))
    let rows = CodedTable.decodingBlock + 4000
    let table = CodedTable(
        columns: [age, price, born, flag, nominal("n", 3)],
        codes: [5, 2, 2, 3, 3].map { (levels: Int) in (0..<rows).map { UInt16($0 % levels) } }, rows: rows)
    let decoded = table.decoded(seed: 6)
    guard case .number(let ages) = decoded[0].values, case .number(let prices) = decoded[1].values,
        case .flag(let flags) = decoded[3].values, case .text(let names) = decoded[4].values
    else {
        Issue.record("values of another kind")
        return
    }
    func seen(_ values: [Int64?], _ code: UInt16, _ column: Int) -> Set<Int64?> {
        Set((0..<rows).filter { table.codes[column][$0] == code }.map { values[$0] })
    }
    #expect(seen(ages, 0, 0) == [17, 18, 19])
    #expect(seen(ages, 1, 0) == [20, 21, 22, 23, 24])
    #expect(seen(ages, 3, 0) == [90])
    #expect(seen(ages, 4, 0) == [nil])
    #expect(seen(prices, 1, 1).contains(1000) && !seen(prices, 0, 1).contains(500))
    #expect(flags[0..<3] == [false, true, nil])
    #expect(names[0..<3] == ["n0", "n1", "n2"])
    #expect(decoded[2].field(1).map { ["2000-01-01", "2000-01-02"].contains($0) } == true)
    #expect(decoded[3].field(1) == "true" && decoded[3].field(2) == nil)
    let cents = DecodedColumn(column: price, values: .number([5, 1000, nil]))
    #expect(cents.field(0) == "0.05" && cents.field(1) == "10.00" && cents.field(2) == nil)
    // Block by block gives the same values.
    guard case .number(let tail) = table.decoded(block: 1, seed: 6)[0].values else {
        Issue.record("no second block")
        return
    }
    #expect(table.decodingBlocks == 2 && tail.elementsEqual(ages.suffix(4000)))
    // A band outside the domain gives the domain's closest number.
    #expect(bounds(of: [0, 5, 20], within: .integer(low: 10, high: 12)) == [10...10, 10...12])
}
