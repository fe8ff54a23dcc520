// `lagrum-bench mst`: learns and samples a synthesiser from a CSV file, and prints what each stage cost.
import ArgumentParser
import Engine
import FoundationEssentials
import Glibc
import Plan
import Privacy
import Source

struct BenchMST: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mst", abstract: "Learn MST from a CSV file, and sample it.")

    @Option(help: "The training rows: CSV with a header.") var csv: String
    @Option(help: "The public domain: JSON with columns of numeric bins or categories.") var schema: String
    @Option var epsilon = "1"
    @Option var delta = "1e-9"
    @Option(help: "Of noise and sampling. The guarantee is void.") var seed: UInt64 = 0
    @Option(help: "Synthetic rows to draw.") var rows = 48_842
    @Option(help: "Repeat the training rows this many times, to measure scale.") var times = 1
    @Option(help: "Where the synthetic rows go, as CSV.") var out: String?

    func run() throws {
        guard let epsilon = Exact(epsilon), let delta = Exact(delta) else {
            throw ValidationError("ε and δ are decimal numbers")
        }
        var clock = StageClock()
        var table = try readTable(csv: csv, schema: schema)
        if times > 1 {
            table = CodedTable(
                columns: table.columns,
                codes: table.codes.map { codes in Array((0..<times).map { _ in codes }.joined()) },
                rows: table.rows * times)
        }
        clock.lap("read")
        let step = LearnStep(
            method: .mst, from: "reference", columns: table.columns, unit: "row", epsilon: epsilon, delta: delta,
            seed: seed)
        var stages = StageClock()
        var last = 0.0
        let synthesiser = try learnMST(table, step) { done in
            // `learnMST` says 0.4 when counting, choosing and measuring are done.
            if last < 0.4, done >= 0.4 { stages.lap("count, choose, measure") }
            last = done
        }
        stages.lap("fit")
        clock.lap("learn")
        let synthetic = synthesiser.generate(rows: rows, seed: seed)
        clock.lap("sample")
        if let out { try writeCSV(synthetic, seed: seed, to: out) }
        clock.lap("decode, write")

        let figures = BenchFigures(
            rows: table.rows, epsilon: epsilon.double, rho: synthesiser.budget.rho,
            measurements: synthesiser.budget.measurements,
            estimatedRows: synthesiser.estimatedRows, iterations: synthesiser.report.iterations,
            gap: synthesiser.report.gap,
            loss: synthesiser.report.loss, edges: synthesiser.edges, stages: clock.stages + stages.stages,
            peakMegabytes: peakMegabytes())
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        print(String(decoding: try encoder.encode(figures), as: UTF8.self))
    }
}

struct BenchFigures: Encodable {
    var rows: Int
    var epsilon: Double
    var rho: Double
    var measurements: Int
    var estimatedRows: Double
    var iterations: Int
    var gap: Double
    var loss: Double
    var edges: [[String]]
    var stages: [Stage]
    var peakMegabytes: Double
}

struct Stage: Encodable {
    var name: String
    var seconds: Double
    var cpuSeconds: Double
}

/// Wall and CPU seconds between laps.
struct StageClock {
    private(set) var stages: [Stage] = []
    private var wall = StageClock.now(CLOCK_MONOTONIC), cpu = StageClock.now(CLOCK_PROCESS_CPUTIME_ID)

    mutating func lap(_ name: String) {
        let (wallNow, cpuNow) = (StageClock.now(CLOCK_MONOTONIC), StageClock.now(CLOCK_PROCESS_CPUTIME_ID))
        stages.append(Stage(name: name, seconds: wallNow - wall, cpuSeconds: cpuNow - cpu))
        (wall, cpu) = (wallNow, cpuNow)
    }

    private static func now(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}

func peakMegabytes() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
}
