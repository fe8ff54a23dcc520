// The same calibration on real data (UCI Adult), with the time it takes. Needs LAGRUM_BENCH_DATA; meant for a release build.
import Engine
import Evidence
import FoundationEssentials
import Glibc
import Plan
import Privacy
import Testing

private let benchFolder = ProcessInfo.processInfo.environment["LAGRUM_BENCH_DATA"]

@Suite struct EvaluationAdultTests {
    @Test(.enabled(if: benchFolder != nil, "skipped: LAGRUM_BENCH_DATA names no folder with data/adult"))
    func adult() throws {
        let folder = try #require(benchFolder) + "/data/adult"
        let columns = try Adult.columns(folder + "/schema.json")
        let reference = try Adult.table(folder + "/train.csv", columns)
        let holdout = try Adult.table(folder + "/holdout.csv", columns)
        let step = EvaluateStep(
            synthetic: "s", reference: "r", holdout: "h", columns: columns,
            combinedWith: [
                Auxiliary(
                    table: TableReference(dataset: "Register", table: "people"),
                    columns: columns.filter {
                        ["age", "sex", "race", "education", "native-country", "fnlwgt"].contains($0.name)
                    })
            ],
            secrets: columns.map(\.name), target: "income", gates: [])
        var copy: EvaluationRecord?
        for (name, synthetic) in [
            ("copy", reference), ("independent", Population.independent(reference, seed: 1)), ("holdout", holdout),
        ] {
            let start = (ContinuousClock.now, clock())
            let record = try evaluate(step, named: name, synthetic: synthetic, reference: reference, holdout: holdout)
            Adult.show(name, record, start: start)
            if name == "copy" {
                copy = record
            } else {
                for attack in record.attacks {
                    #expect(attack.risk.low < 0.02, "\(name): \(attack.about.en) \(attack.risk)")
                }
            }
        }
        // Education and its number tell each other for anybody, so nothing about one person can be inferred of them.
        for attack in try #require(copy).attacks where !attack.about.en.hasPrefix("education") {
            #expect(attack.risk.low > 0.05, "copy: \(attack.about.en) \(attack.risk)")
        }
    }

    /// Unseen rows as synthetic: half of the holdout against the other half.
    @Test(.enabled(if: benchFolder != nil, "skipped: LAGRUM_BENCH_DATA names no folder with data/adult"))
    func freshRows() throws {
        let folder = try #require(benchFolder) + "/data/adult"
        let columns = try Adult.columns(folder + "/schema.json")
        let all = try Adult.table(folder + "/train.csv", columns)
        func part(_ rows: Range<Int>) -> CodedTable {
            CodedTable(columns: columns, codes: all.codes.map { Array($0[rows]) }, rows: rows.count)
        }
        let step = EvaluateStep(
            synthetic: "s", reference: "r", holdout: "h", columns: columns, combinedWith: [],
            secrets: columns.map(\.name),
            target: "income", gates: [])
        // As many rows as the custody sample has, and a gate that such rows should pass, whatever the seed.
        var passed = 0
        for seed in 0..<5 as Range<UInt64> {
            let record = try evaluate(
                step, named: "fresh", synthetic: part(0..<20_000), reference: part(20_000..<33_600),
                holdout: part(33_600..<37_000), seed: seed)
            if seed == 0 { Adult.show("fresh", record, start: nil) }
            for attack in record.attacks { #expect(attack.risk.low < 0.03, "\(seed): \(attack.about.en) \(attack.risk)") }
            let worst = record.attacks.map(\.risk.high).max() ?? 1
            print("fresh, seed \(seed): worst risk at most \(worst)")
            passed += worst <= 0.05 ? 1 : 0
        }
        #expect(passed == 5)
    }
}

private enum Adult {
    struct Schema: Decodable {
        struct Entry: Decodable { var type: String, bins: [Double]?, categories: [String]? }
        var columns: [String: Entry]
    }
    /// In the CSV's order; edges are halved numbers in places, so that all are kept to one decimal.
    static func columns(_ path: String) throws -> [ModelColumn] {
        let schema = try JSONDecoder().decode(
            Schema.self, from: try #require(FileManager.default.contents(atPath: path)))
        let header =
            "age,workclass,fnlwgt,education,education-num,marital-status,occupation,relationship,race,sex,capital-gain,"
            + "capital-loss,hours-per-week,native-country,income"
        return try header.split(separator: ",").map { name in
            let entry = try #require(schema.columns[String(name)])
            if let categories = entry.categories {
                return ModelColumn(
                    name: String(name), domain: .choice(categories), levels: Levels(.nominal(categories)))
            }
            let edges = try #require(entry.bins).map { Int64($0 * 10) }
            return ModelColumn(
                name: String(name), domain: .decimal(low: edges[0], high: edges[edges.count - 1], places: 1),
                levels: Levels(.bands(edges: edges, unit: .number, places: 1)))
        }
    }
    static func table(_ path: String, _ columns: [ModelColumn]) throws -> CodedTable {
        let text = String(decoding: try #require(FileManager.default.contents(atPath: path)), as: UTF8.self)
        var codes = [[UInt16]](repeating: [], count: columns.count)
        for line in text.split(whereSeparator: \.isNewline).dropFirst() {
            for (place, field) in line.split(separator: ",", omittingEmptySubsequences: false).enumerated() {
                let levels = columns[place].levels
                let code =
                    if case .nominal(let names) = levels.scale { names.firstIndex(of: String(field)) } else {
                        Int64(field).flatMap { levels.code(of: $0 * 10) }
                    }
                codes[place].append(UInt16(try #require(code)))
            }
        }
        return CodedTable(columns: columns, codes: codes, rows: codes[0].count)
    }
    static func show(_ name: String, _ record: EvaluationRecord, start: (ContinuousClock.Instant, clock_t)?) {
        func short(_ x: Double) -> String { String(Double(Int((x * 10_000).rounded())) / 10_000) }
        func line(_ figure: Figure) -> String {
            "\(figure.name) \(short(figure.value)) [\(short(figure.low)), \(short(figure.high))] n=\(figure.samples)"
        }
        var text = "\(name):"
        if let start {
            let processor = Double(clock() - start.1) / Double(CLOCKS_PER_SEC)
            text += " \(start.0.duration(to: .now)), \(short(processor)) s of processor"
        }
        text += "\n"
        for figure in record.similarity + record.utility + record.copies { text += "  \(line(figure))\n" }
        for attack in record.attacks {
            text +=
                "  \(attack.about.en): \(line(attack.risk)) r=\(short(attack.successRate)) c=\(short(attack.controlRate))\n"
        }
        print(text)
    }
}
