// Intervals, AUC, similarity, gates and pictures against values worked out by hand or published.
import Engine
import Evidence
import Plan
import Privacy
import Source
import Testing

@Suite struct EvaluationFigureTests {
    func near(_ a: Double, _ b: Double, _ within: Double = 1e-4) -> Bool { abs(a - b) <= within }

    /// Newcombe 1998, tables of part I and part II: 81/263, and 56/70 − 48/80.
    @Test func publishedIntervals() {
        let wilson = share(81, of: 263)
        #expect(near(wilson.low, 0.2553) && near(wilson.high, 0.3662))
        let apart = difference(share(56, of: 70), share(48, of: 80))
        #expect(near(apart.value, 0.2) && near(apart.low, 0.0524) && near(apart.high, 0.3339))
        let none = difference(share(0, of: 10), share(0, of: 20))
        #expect(near(none.low, -0.1611) && near(none.high, 0.2775))
    }

    @Test func riskIsTheExcessOverControl() {
        let risk = excess(600, 200, of: 1000)
        #expect(near(risk.value, 0.5) && risk.low > 0.45 && risk.high < 0.55)
        #expect(excess(200, 200, of: 1000).value == 0)
        #expect(excess(0, 0, of: 1000).high < 0.005)
        // Control always succeeds: no division by nothing, and never outside −1 … 1.
        for pair in [(1000, 1000), (0, 1000), (1000, 0), (0, 0)] {
            let risk = excess(pair.0, pair.1, of: 1000)
            #expect(risk.low >= -1 && risk.low <= risk.value && risk.value <= risk.high && risk.high <= 1)
        }
    }

    /// Simulated: the interval holds the true risk in about 95 of 100 cases.
    @Test func riskIntervalCovers() {
        var dice = Dice(state: 5)
        var held = 0
        for _ in 0..<1000 {
            let r = (0..<300).count { _ in dice.roll(100) < 28 }
            let c = (0..<300).count { _ in dice.roll(100) < 10 }
            let risk = excess(r, c, of: 300)
            held += risk.low <= 0.2 && 0.2 <= risk.high ? 1 : 0
        }
        #expect((930...975).contains(held), "\(held) of 1000, seed 5")
    }

    /// Positives 0.9 0.6 0.4, negatives 0.7 0.4 0.1 0.3. Wins: 4; 3; 2 and a tie ½. AUC = 9.5/12.
    /// Components: 1, 3/4, 2.5/4 and 2/3 (0.9, not 0.6, not 0.4: 1/3), …: V10 = (1, .75, .625), V01 = (1/3, 2.5/3, 1, 1).
    @Test func aucByHand() throws {
        let scores: [Float] = [0.9, 0.6, 0.4, 0.7, 0.4, 0.1, 0.3]
        let positive = [true, true, true, false, false, false, false]
        let auc = try #require(Discrimination(scores: scores, positive: positive))
        #expect(near(auc.auc, 9.5 / 12, 1e-12))
        // Sample variances: of (1, .75, .625) 0.0364583; of (1/3, 5/6, 1, 1) 0.0995370. DeLong: first/3 + second/4.
        #expect(near(auc.variance, 0.036_458_33 / 3 + 0.099_537_04 / 4, 1e-7))
        #expect(near(auc.covariance(with: auc), auc.variance, 1e-12))
        #expect(auc.interval.low < auc.auc && auc.interval.high > auc.auc && auc.interval.high < 1)
        let reversed = try #require(Discrimination(scores: scores.map { -$0 }, positive: positive))
        #expect(near(reversed.auc, 1 - auc.auc, 1e-12) && near(auc.covariance(with: reversed), -auc.variance, 1e-12))
        #expect(Discrimination(scores: [0.1], positive: [true]) == nil)
    }

    /// Each limit satisfies its defining equation |θ − auc| = 1.96 √V(θ), and a perfect score has no empty interval.
    @Test func aucLimits() throws {
        let perfect = try #require(
            Discrimination(scores: [0.9, 0.8, 0.7, 0.2, 0.1], positive: [true, true, true, false, false]))
        #expect(perfect.auc == 1 && perfect.interval.high == 1 && perfect.interval.low < 0.8)
        let theta = perfect.interval.low
        let m = 3.0
        let n = 2.0
        let variance =
            theta * (1 - theta) * (1 + ((m + n) / 2 - 1) * ((1 - theta) / (2 - theta) + theta / (1 + theta))) / (m * n)
        #expect(near(1 - theta, 1.959964 * variance.squareRoot(), 1e-5))
    }

    /// Two bins: scores .2 .2 with one yes (sum of residuals −.6), .9 .9 with two (−.2): error .8/4.
    @Test func calibrationByHand() {
        let error = calibrationError(scores: [0.2, 0.2, 0.9, 0.9], positive: [true, false, true, true])
        #expect(near(error.value, 0.2, 1e-6) && error.low >= 0 && error.high > 0.2)
    }

    func table(_ columns: [ModelColumn], _ codes: [[UInt16]]) -> CodedTable {
        CodedTable(columns: columns, codes: codes, rows: codes.first?.count ?? 0)
    }

    /// Against counting by dictionary, on small and on large domains: those counted by table and those by hash.
    @Test(arguments: [3, 60, 2000]) func similarityEqualsTheNaiveCount(levels: Int) throws {
        let columns = [
            Population.bands("a", levels), Population.nominal("b", levels), Population.bands("c", levels),
            Population.nominal("d", 2),
        ]
        var dice = Dice(state: UInt64(levels))
        func draw(_ rows: Int) -> CodedTable {
            var codes = [[UInt16]](repeating: [], count: 4)
            for _ in 0..<rows {
                let a = dice.roll(levels)
                codes[0].append(UInt16(a))
                codes[1].append(UInt16(dice.roll(2) == 0 ? a : dice.roll(levels)))
                codes[2].append(UInt16((a + dice.roll(3)) % levels))
                codes[3].append(UInt16(a % 2))
            }
            return table(columns, codes)
        }
        let left = draw(300)
        let right = draw(200)
        func naive(_ sets: [[Int]]) -> Double {
            let distances = sets.map { set in
                var balance: [[UInt16]: Double] = [:]
                for row in 0..<left.rows { balance[set.map { left.codes[$0][row] }, default: 0] += 1.0 / 300 }
                for row in 0..<right.rows { balance[set.map { right.codes[$0][row] }, default: 0] -= 1.0 / 200 }
                return balance.values.reduce(0) { $0 + abs($1) } / 2
            }
            return 1 - distances.reduce(0, +) / Double(sets.count)
        }
        let figures = try similarity(of: right, to: left)
        #expect(figures.count == 3)
        #expect(near(figures[0].value, naive([[0], [1], [2], [3]]), 1e-9))
        #expect(near(figures[1].value, naive([[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]]), 1e-9))
        #expect(near(figures[2].value, naive([[0, 1, 2], [0, 1, 3], [0, 2, 3], [1, 2, 3]]), 1e-9))
    }

    /// One column of two levels: the distance is |p − q|, whose standard error is the textbook's.
    @Test func similarityIntervalOfOneColumn() throws {
        let column = [Population.flag("x")]
        let left = table(column, [(0..<400).map { $0 < 120 ? 1 : 0 }])
        let right = table(column, [(0..<500).map { $0 < 300 ? 1 : 0 }])
        let figure = try similarity(of: right, to: left)[0]
        let error = (0.3 * 0.7 / 400 + 0.6 * 0.4 / 500).squareRoot()
        #expect(near(figure.value, 0.7, 1e-9) && near(figure.low, 0.7 - 1.959964 * error, 1e-6))
        #expect(try similarity(of: right, to: left).count == 1)
    }

    @Test func smallLevelsArePooledInPictures() {
        let columns = [Population.nominal("x", 4), Population.bands("y", 2, optional: true)]
        let codes: [[UInt16]] = [
            (0..<100).map { $0 < 60 ? 0 : $0 < 91 ? 1 : $0 < 97 ? 2 : 3 },
            (0..<100).map { $0 < 50 ? 0 : $0 < 80 ? 1 : 2 },
        ]
        let records = marginals(reference: table(columns, codes), synthetic: table(columns, codes))
        #expect(records[0].levels.map(\.en) == ["x0", "x1", "other"])
        #expect(records[0].reference == [0.6, 0.31, 0.09] && records[0].synthetic == records[0].reference)
        #expect(records[1].levels.map(\.en) == ["0 – <10", "10 – 20", "missing"])
    }

    func record(_ risks: [Figure]) -> EvaluationRecord {
        let similarity = Figure(name: "two_way_similarity", value: 0.96, low: 0.94, high: 0.98, samples: 9, method: Message(both: ""))
        let attacks = risks.map {
            AttackRecord(criterion: .inference, about: Message(both: "x"), risk: $0, successRate: 0, controlRate: 0)
        }
        return EvaluationRecord(
            step: "quality", similarity: [similarity], utility: [], attacks: attacks, copies: [], marginals: [],
            seconds: 0)
    }

    @Test func gatesCompareTheWorseEnd() throws {
        func gate(_ measure: String, _ comparison: Gate.Comparison, _ limit: Exact) -> Gate {
            Gate(measure: measure, comparison: comparison, limit: limit)
        }
        let steady = Figure(name: "inference_risk", value: 0.03, low: 0.02, high: 0.04, samples: 9, method: Message(both: ""))
        let unsure = Figure(name: "inference_risk", value: 0.01, low: -0.06, high: 0.08, samples: 9, method: Message(both: ""))
        let judged = try judge(
            [
                gate("two_way_similarity", .atLeast, Exact(95, places: 2)),
                gate("two_way_similarity", .atLeast, Exact(94, places: 2)),
                gate("worst_risk", .atMost, Exact(5, places: 2)), gate("inference_risk", .atMost, Exact(8, places: 2)),
            ], of: record([steady, unsure]))
        #expect(judged.map(\.passed) == [false, true, false, true])
        #expect(judged.map(\.worst) == [0.94, 0.94, 0.08, 0.08])
        #expect(judged[2].figure == unsure)
        #expect(throws: EvaluationError.unknownMeasure("beauty")) {
            try judge([gate("beauty", .atLeast, Exact(1))], of: record([steady]))
        }
        #expect(throws: EvaluationError.notMeasured("utility_ratio")) {
            try judge([gate("utility_ratio", .atLeast, Exact(1))], of: record([steady]))
        }
    }
}
