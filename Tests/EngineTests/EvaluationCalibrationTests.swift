// The evaluation measures what it says: a copy is caught, independent columns are unlike, fresh rows of the population pass.
import Engine
import Evidence
import Plan
import Privacy
import Source
import Testing

@Suite struct EvaluationCalibrationTests {
    let reference = Population.rows(1000, seed: 1)
    let holdout = Population.rows(1000, seed: 2)

    func evaluated(_ synthetic: CodedTable, _ step: EvaluateStep) throws -> EvaluationRecord {
        try evaluate(step, named: "quality", synthetic: synthetic, reference: reference, holdout: holdout, seed: 7)
    }

    @Test func everyAttackCatchesACopy() throws {
        let record = try evaluated(reference, Population.step(combinedWith: [Population.register]))
        #expect(
            record.attacks.map(\.about.en) == [
                "one column", "several columns", "one half of the columns with the other", "Register.people", "job",
                "ill", "score",
            ])
        for attack in record.attacks { #expect(attack.risk.low > 0.1, "\(attack.about.en): \(attack.risk)") }
        let excess = try #require(record.copies.first { $0.name == "exact_copy_excess" })
        #expect(excess.low > 0.9)
        for name in ["one", "two", "three"] {
            #expect(record.similarity.first { $0.name == "\(name)_way_similarity" }?.value == 1)
        }
    }

    /// Half of the rows copied: a weaker leak is a smaller figure, and is still caught.
    @Test func aHalfCopyIsCaughtToo() throws {
        var mixed = Population.rows(1000, seed: 3)
        for column in mixed.codes.indices {
            for row in 0..<500 { mixed.codes[column][row] = reference.codes[column][row] }
        }
        let half = try evaluated(mixed, Population.step())
        let whole = try evaluated(reference, Population.step())
        for (weak, strong) in zip(half.attacks, whole.attacks) {
            #expect(weak.risk.low > 0.03, "\(weak.about.en): \(weak.risk)")
            #expect(weak.risk.value < strong.risk.value)
        }
    }

    @Test(arguments: [3, 4] as [UInt64]) func freshRowsOfThePopulationPass(seed: UInt64) throws {
        let record = try evaluated(
            Population.rows(1000, seed: seed * 1000),
            Population.step(attacks: 1000, combinedWith: [Population.register]))
        for attack in record.attacks {
            // Four standard errors, since many attacks are looked at.
            #expect(
                abs(attack.risk.value) < 2 * (attack.risk.high - attack.risk.value), "\(attack.about.en): \(attack.risk)")
            #expect(attack.risk.high < 0.15, "\(attack.about.en): \(attack.risk)")
        }
        let excess = try #require(record.copies.first { $0.name == "exact_copy_excess" })
        #expect(excess.high < 0.01 && excess.low <= 0)
        let two = try #require(record.similarity.first { $0.name == "two_way_similarity" })
        let baseline = try #require(record.similarity.first { $0.name == "two_way_similarity_of_holdout" })
        #expect(abs(two.value - baseline.value) < 0.02)
    }

    @Test func theHoldoutItselfPasses() throws {
        let record = try evaluated(holdout, Population.step())
        for attack in record.attacks { #expect(attack.risk.high < 0.05, "\(attack.about.en): \(attack.risk)") }
    }

    @Test func independentColumnsAreUnlikeInPairs() throws {
        // Of other people: the reference's own values, shuffled, would still single out those whose value nobody shares.
        let record = try evaluated(Population.independent(Population.rows(1000, seed: 8), seed: 9), Population.step())
        func figure(_ name: String) throws -> Figure { try #require(record.similarity.first { $0.name == name }) }
        #expect(abs(try figure("one_way_similarity").value - figure("one_way_similarity_of_holdout").value) < 0.02)
        let baseline = try figure("two_way_similarity_of_holdout")
        #expect(try figure("two_way_similarity").high < baseline.low - 0.05)
        #expect(try figure("three_way_similarity").value < figure("two_way_similarity").value)
        for attack in record.attacks { #expect(attack.risk.low < 0.03, "\(attack.about.en): \(attack.risk)") }
    }

    @Test func anAuxiliaryWithRowsGivesTheTargets() throws {
        let place = try Population.register.columns.map { try #require(reference.index(of: $0.name)) }
        func part(_ table: CodedTable) -> [[UInt16]] { place.map { table.codes[$0] } }
        let both = zip(part(reference), part(holdout)).map { $0 + $1 }
        let people = CodedTable(columns: Population.register.columns, codes: both, rows: 2000)
        func linked(_ rows: [TableReference: CodedTable]) throws -> AttackRecord {
            let record = try evaluate(
                Population.step(secrets: [], combinedWith: [Population.register]), named: "quality",
                synthetic: reference,
                reference: reference, holdout: holdout, auxiliaries: rows, seed: 7)
            return try #require(record.attacks.last)
        }
        let held = try linked([Population.register.table: people])
        #expect(held.about.en == "Register.people" && held.risk.method.en.contains("exactly once in Register.people"))
        #expect(held.risk.low > 0.1)
        #expect(try linked([:]).risk.method.en.contains("taken to know"))
    }

    @Test func theSameSeedGivesTheSameFigures() throws {
        let synthetic = Population.rows(900, seed: 5)
        let step = Population.step(attacks: 300, target: "ill", combinedWith: [Population.register])
        let once = try evaluated(synthetic, step)
        let again = try evaluated(synthetic, step)
        #expect(try CanonicalJSON.bytes(of: once) == CanonicalJSON.bytes(of: again))
        let other = try evaluate(
            step, named: "quality", synthetic: synthetic, reference: reference, holdout: holdout, seed: 8)
        #expect(try CanonicalJSON.bytes(of: once) != CanonicalJSON.bytes(of: other))
    }

    @Test func usefulRowsAreToldFromUseless() throws {
        func ratio(_ synthetic: CodedTable) throws -> Figure {
            let record = try evaluated(synthetic, Population.step(attacks: 50, secrets: [], target: "ill"))
            #expect(
                record.utility.map(\.name) == [
                    "auc_synthetic", "auc_real", "calibration_error_synthetic", "calibration_error_real",
                    "utility_ratio",
                ])
            return try #require(record.utility.last)
        }
        let fresh = try ratio(Population.rows(1000, seed: 11))
        let loose = try ratio(Population.independent(reference, seed: 4))
        #expect(fresh.low > 0.93 && fresh.low <= fresh.value && fresh.value <= fresh.high)
        #expect(loose.high < 0.85)
        // Synthetic rows that are all alike teach nothing: an AUC of one half, not an error.
        let flat = CodedTable(
            columns: reference.columns, codes: reference.codes.map { $0.map { _ in 0 } }, rows: reference.rows)
        let record = try evaluated(flat, Population.step(attacks: 50, secrets: ["job"], target: "ill"))
        #expect(record.utility.first?.value == 0.5)
        #expect(record.attacks.allSatisfy { $0.risk.value == 0 })
    }

    @Test func badInputIsATypedError() throws {
        let empty = CodedTable(columns: Population.columns, codes: Population.columns.map { _ in [] }, rows: 0)
        #expect(throws: EvaluationError.empty(relation: "synthetic")) { try evaluated(empty, Population.step()) }
        var strange = reference
        strange.codes[1][0] = 9
        #expect(throws: EvaluationError.codeOutsideLevels(column: "town", relation: "synthetic")) {
            try evaluated(strange, Population.step())
        }
        var narrow = reference
        narrow.columns[0].name = "years"
        #expect(throws: EvaluationError.column("age", relation: "synthetic")) {
            try evaluated(narrow, Population.step())
        }
        #expect(throws: EvaluationError.targetNotBinary("job")) {
            try evaluated(reference, Population.step(target: "job"))
        }
        #expect(throws: EvaluationError.column("absent", relation: "synthetic")) {
            try evaluated(reference, Population.step(secrets: ["absent"]))
        }
    }

    /// A handful of rows, one column, a column of one level: figures without sense would be worse than wide intervals.
    @Test func fewRowsAndColumnsGiveFiniteFigures() throws {
        let one = [Population.flag("ill")]
        let flat = [Population.flag("ill"), Population.nominal("town", 1)]
        for columns in [one, flat, Population.columns] {
            for rows in 1...3 {
                func draw(_ seed: UInt64) -> CodedTable {
                    let table = Population.rows(rows, seed: seed)
                    let codes = columns.map { column in
                        column.name == "town" && columns.count == 2
                            ? [UInt16](repeating: 0, count: rows) : table.codes[table.index(of: column.name) ?? 0]
                    }
                    return CodedTable(columns: columns, codes: codes, rows: rows)
                }
                let step = EvaluateStep(
                    synthetic: "s", reference: "r", holdout: "h", columns: columns, combinedWith: [],
                    secrets: columns.map(\.name), target: nil, gates: [])
                let record = try evaluate(
                    step, named: "quality", synthetic: draw(1), reference: draw(2), holdout: draw(3))
                for figure in record.similarity + record.copies + record.attacks.map(\.risk) {
                    #expect(
                        figure.low <= figure.value && figure.value <= figure.high && figure.low >= -1
                            && figure.high <= 1)
                }
                let risk = try judge([Gate(measure: "worst_risk", comparison: .atMost, limit: Exact(1))], of: record)
                #expect(risk.map(\.passed) == [true])
            }
        }
    }
}
