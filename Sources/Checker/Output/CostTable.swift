// `--profile`: what each rule cost, slowest first, as a table for people and as a field of the findings' document.
import Document
import Law
import Source

/// The rules of a check by what they cost.
public struct CostTable: Sendable {
    /// Those that were asked of something, slowest first; rules as slow as one another by code.
    let rows: [RuleProfile]
    /// Those that met nothing to be asked of.
    let idle: [RuleProfile]
    private let all: UInt64

    /// - Parameter profile: empty where the check was given no clock.
    public init(_ profile: [RuleProfile]) {
        all = profile.reduce(0) { $0 + $1.nanoseconds }
        rows = profile.filter { $0.bindings > 0 }.sorted { ($1.nanoseconds, $0.code) < ($0.nanoseconds, $1.code) }
        idle = profile.filter { $0.bindings == 0 }
    }

    /// Of all tests together.
    public init(_ outcomes: [TestOutcome]) { self.init(RuleProfile.sum(outcomes.map(\.profile))) }

    func share(_ nanoseconds: UInt64) -> Double { all == 0 ? 0 : Double(nanoseconds) / Double(all) }

    /// One line a rule, the sum last. A rule that is asked of nothing still looks for something to be asked of.
    public func text(_ language: Language) -> String {
        let sv = language == .sv, numerals = sv ? Numerals.swedish : .english
        func cells(_ name: String, _ nanoseconds: UInt64, _ counts: [Int]) -> [String] {
            [name, numerals.decimal(Double(nanoseconds) / 1e6, places: 3), numerals.percent(share(nanoseconds))] + counts.map(numerals.integer)
        }
        var lines = [sv ? ["regel", "ms", "andel", "prövad", "slog till", "väntar"] : ["rule", "ms", "share", "asked", "fired", "waiting"]]
        lines += rows.map { cells($0.code, $0.nanoseconds, [$0.bindings, $0.fired, $0.waiting]) }
        if !idle.isEmpty {
            lines.append(cells(sv ? "\(idle.count) utan fall" : "\(idle.count) with no case", idle.reduce(0) { $0 + $1.nanoseconds }, [0, 0, 0]))
        }
        lines.append(cells(sv ? "alla" : "all", all, [rows.reduce(0) { $0 + $1.bindings }, rows.reduce(0) { $0 + $1.fired }, rows.reduce(0) { $0 + $1.waiting }]))
        let widths = lines[0].indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        let heading = sv ? "Tid per regel, sammanlagt över alla trådar:" : "Time by rule, summed over all threads:"
        return ([heading] + lines.map { line in
            "  " + line.enumerated().map { column, cell in
                let blanks = String(repeating: " ", count: widths[column] - cell.count)
                return column == 0 ? cell + blanks : blanks + cell
            }.joined(separator: "  ")
        }).joined(separator: "\n") + "\n"
    }
}

extension FindingsDocument {
    /// What a rule cost: of `--profile`, and of no other document.
    public struct Cost: Encodable, Sendable {
        public var code: String
        /// Over all threads.
        public var nanoseconds: UInt64
        /// Of the time of all rules, from 0 to 1.
        public var share: Double
        /// Combinations of its variables that it was asked of.
        public var asked: Int
        public var fired: Int
        /// Those of them that wait for what is not stated.
        public var waiting: Int
    }

    static func costs(_ profile: [RuleProfile]) -> [Cost]? {
        guard !profile.isEmpty else { return nil }
        let table = CostTable(profile)
        return (table.rows + table.idle).map {
            Cost(
                code: $0.code, nanoseconds: $0.nanoseconds, share: (table.share($0.nanoseconds) * 10_000).rounded() / 10_000, asked: $0.bindings,
                fired: $0.fired, waiting: $0.waiting)
        }
    }
}
