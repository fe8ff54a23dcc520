// What tests have tried of a pack: each rule seen to fire and to keep silent, and each combination of a decision's factors met.
import Law
import Model
import Source
import Syntax

/// What one test tried.
public struct TestTrace: Sendable {
    /// Codes that fired where the test expects them.
    public var fired: Set<String> = []
    /// Codes that kept silent where the test says that they must.
    public var silent: Set<String> = []
    /// By decision, the values of the factors that weigh facts, for each group that was settled.
    public var combinations: [String: Set<[String: String]>] = [:]

    init(_ test: TestBlock, _ snapshot: Snapshot) {
        func codes(_ key: String) -> [String] {
            test.properties(key).flatMap(\.values).compactMap { value in
                if case .path(let names) = value.form { names.map(\.text).joined(separator: ".") } else { nil }
            }
        }
        let came = Set(snapshot.findings.map(\.code))
        fired = Set(codes("expect")).intersection(came)
        silent = Set(codes("silent")).subtracting(came)
        for result in snapshot.law.decisions {
            for group in result.groups {
                var values: [String: String] = [:]
                for factor in group.factors { if let value = factor.value { values[factor.name] = value } }
                combinations[result.decision, default: []].insert(values)
            }
        }
    }
}

/// What a set of tests has tried of the law of its files.
public struct Coverage: Sendable {
    public struct RuleRow: Sendable {
        public var code: String
        public var title: Message
        /// How many tests saw it fire, and how many that it kept silent.
        public var fired: Int
        public var silent: Int
        public var isWhole: Bool { fired > 0 && silent > 0 }
    }
    public struct DecisionRow: Sendable {
        public var name: String
        public var met: Int
        /// nil where there are too many to count.
        public var reachable: Int?
        /// Some that no test met.
        public var missed: [[String: String]]
    }
    public var rules: [RuleRow] = []
    public var decisions: [DecisionRow] = []

    /// The share of rules that tests have seen both fire and keep silent, in whole percent downwards; 100 where there is no rule.
    public var percent: Int { rules.isEmpty ? 100 : rules.count(where: \.isWhole) * 100 / rules.count }

    /// - Parameter sources: the files that were tested. Of law: what they and the house's packs declare, or the built-in packs that they
    ///   use where they declare none.
    public init(_ outcomes: [TestOutcome], of sources: SourceSet, asOf: Day) {
        let library = check(sources, asOf: asOf).library
        let own = library.packs.filter { !BuiltIn.names.contains($0.name) }
        let packs = own.contains { !$0.rules.isEmpty || !$0.decisions.isEmpty } ? own : library.packs
        let traces = outcomes.compactMap(\.trace)
        rules = packs.flatMap(\.rules).map { rule in
            RuleRow(
                code: rule.code, title: rule.title, fired: traces.count { $0.fired.contains(rule.code) },
                silent: traces.count { $0.silent.contains(rule.code) })
        }.sorted { $0.code < $1.code }
        for decision in packs.flatMap(\.decisions).sorted(by: { $0.name < $1.name }) {
            let free = Set(decision.factors.filter(\.weighsFacts).map(\.name))
            guard !free.isEmpty else { continue }
            let met = Set(traces.flatMap { $0.combinations[decision.name] ?? [] }.map { $0.filter { free.contains($0.key) } }.filter { $0.count == free.count })
            let reachable = library.combinations(of: decision)
            let missed = (reachable ?? []).filter { !met.contains($0) }
            decisions.append(DecisionRow(name: decision.name, met: met.count, reachable: reachable?.count, missed: Array(missed.prefix(8))))
        }
    }
}

// MARK: Text and JSON

extension Coverage {
    public func text(_ language: Language) -> String {
        func t(_ sv: String, _ en: String) -> String { language == .sv ? sv : en }
        var lines = [t("Täckning", "Coverage")]
        let width = rules.map(\.code.count).max() ?? 4
        func padded(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(0, width - text.count)) }
        for rule in rules {
            let state =
                rule.isWhole
                ? t("slår till i \(rule.fired), tiger i \(rule.silent)", "fires in \(rule.fired), silent in \(rule.silent)")
                : rule.fired > 0
                    ? t("slår till i \(rule.fired), tiger inte i något test", "fires in \(rule.fired), never tested silent")
                    : rule.silent > 0 ? t("tiger i \(rule.silent), slår aldrig till", "silent in \(rule.silent), never fires") : t("inget test", "no test")
            lines.append("  \(padded(rule.code, width))  \(padded(state, 38))  \(rule.title[language])")
        }
        for decision in decisions {
            let of = decision.reachable.map(String.init) ?? t("fler än 5000", "more than 5000")
            lines.append("  \(decision.name): " + t("\(decision.met) av \(of) kombinationer av faktorer", "\(decision.met) of \(of) combinations of factors"))
            for missed in decision.missed.prefix(3) {
                lines.append("    " + t("inte prövad: ", "not tried: ") + missed.sorted { $0.key < $1.key }.map { "\($0.key) is \($0.value)" }.joined(separator: ", "))
            }
        }
        let whole = rules.count(where: \.isWhole)
        lines.append(t("  \(whole) av \(rules.count) regler prövade åt båda hållen, \(percent) %", "  \(whole) of \(rules.count) rules tested both ways, \(percent) %"))
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Coverage: Encodable {
    private enum Keys: String, CodingKey { case format, percent, rules, decisions, code, fired, silent, name, met, reachable, missed }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(1, forKey: .format)
        try container.encode(percent, forKey: .percent)
        var list = container.nestedUnkeyedContainer(forKey: .rules)
        for rule in rules {
            var row = list.nestedContainer(keyedBy: Keys.self)
            try row.encode(rule.code, forKey: .code)
            try row.encode(rule.fired, forKey: .fired)
            try row.encode(rule.silent, forKey: .silent)
        }
        var table = container.nestedUnkeyedContainer(forKey: .decisions)
        for decision in decisions {
            var row = table.nestedContainer(keyedBy: Keys.self)
            try row.encode(decision.name, forKey: .name)
            try row.encode(decision.met, forKey: .met)
            try row.encodeIfPresent(decision.reachable, forKey: .reachable)
            try row.encode(decision.missed, forKey: .missed)
        }
    }
}
