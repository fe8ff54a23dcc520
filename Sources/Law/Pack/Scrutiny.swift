// What is wrong with rules and decisions before any specification is asked: what can never hold, always holds, or can't both be followed.
import Model
import Source

extension PackLoader {
    /// Rules that can never fire or always do, exceptions that can never apply, rows that nothing reaches, and pairs of rules of which
    /// one always fires.
    func scrutiny() -> [Diagnostic] {
        let search = FormulaSearch(taxonomy: concepts)
        var found: [Diagnostic] = []
        var judged: [JudgedRule] = []
        for rule in pack.rules { judged.append(scrutinise(rule, search, &found)) }
        let others = earlier.flatMap(\.rules).map { JudgedRule($0) }
        for (index, one) in judged.enumerated() {
            for other in judged[..<index] + others where contradict(one, other, search) {
                found.append(PackFinding.contradiction(one.rule, other.rule))
            }
        }
        for decision in pack.decisions { found += unreached(decision, search) }
        return found
    }

    /// A rule as a formula over its variables' ranges.
    struct JudgedRule {
        let rule: Rule
        let names: [String]
        let ranges: [String]
        let when: Formula
        let fires: Formula
        /// Neither never nor always, so that a pair with it says something.
        var isOpen = true

        init(_ rule: Rule) {
            self.rule = rule
            let builder = FormulaBuilder()
            var names = [String](repeating: "?", count: max(rule.frame, rule.variables.count))
            var ranges: [String] = []
            for variable in rule.variables {
                let range = builder.reading(variable.range, names)
                ranges.append(range)
                names[variable.slot] = "\(range)#\(ranges.count)"
            }
            (self.names, self.ranges) = (names, ranges)
            when = builder.formula(rule.when, names)
            fires = .all([when] + rule.exceptions.map { .not(builder.formula($0.when, names)) })
        }
    }

    private func scrutinise(_ rule: Rule, _ search: FormulaSearch, _ found: inout [Diagnostic]) -> JudgedRule {
        var judged = JudgedRule(rule)
        let days = days(of: rule.authority)
        if days.isEmpty {
            found.append(PackFinding.neverOnOneDay(rule.code, at: rule.place))
            judged.isOpen = false
            return judged
        }
        if search.possible(judged.when) == .impossible {
            found.append(PackFinding.neverFires(rule, at: rule.when.source.place))
            judged.isOpen = false
            return judged
        }
        for exception in rule.exceptions {
            let when = FormulaBuilder().formula(exception.when, judged.names)
            if DaySpan.common(days, self.days(of: exception.authority)).isEmpty {
                found.append(PackFinding.neverOnOneDay(exception.name, at: exception.place))
            } else if search.possible(.and(judged.when, when)) == .impossible {
                found.append(PackFinding.neverApplies(exception.name, rule, at: exception.when.source.place))
            }
        }
        if search.possible(judged.fires) == .impossible {
            found.append(PackFinding.neverFires(rule, at: rule.when.source.place))
            judged.isOpen = false
        } else if search.possible(.not(judged.fires)) == .impossible {
            found.append(PackFinding.alwaysFires(rule, at: rule.when.source.place))
            judged.isOpen = false
        }
        return judged
    }

    /// Two errors over the same things, of which one fires whatever is stated: no specification that has such a thing can be put right.
    private func contradict(_ one: JudgedRule, _ other: JudgedRule, _ search: FormulaSearch) -> Bool {
        guard one.isOpen, one.ranges == other.ranges, !one.ranges.isEmpty, one.rule.severity == .error,
            other.rule.severity == .error,
            !DaySpan.common(days(of: one.rule.authority), days(of: other.rule.authority)).isEmpty
        else { return false }
        guard search.possible(.and(.not(one.fires), .not(other.fires))) == .impossible else { return false }
        // Another that always fires by itself is told as that.
        return search.possible(.not(other.fires)) != .impossible
    }

    // MARK: Decisions

    /// Rows whose guard fails whenever those above do. What the table search has told already is not told again.
    private func unreached(_ decision: Decision, _ search: FormulaSearch) -> [Diagnostic] {
        var found: [Diagnostic] = []
        let names = decision.parameters.map(\.name) + [String](repeating: "?", count: max(0, decision.frame - decision.parameters.count))
        for (index, factor) in decision.factors.enumerated() {
            let builder = FormulaBuilder(factors: Array(decision.factors[..<index]))
            let guards = factor.rows.map { row in row.guardNode.map { builder.formula($0, names) } }
            for (position, place) in unreached(guards, factor.rows.map(\.place), search) {
                found.append(PackFinding.unreachable(factor.values[factor.rows[position].value], at: place))
            }
        }
        let builder = FormulaBuilder(factors: decision.factors)
        let guards = decision.rows.map { row in row.guardNode.map { builder.formula($0, names) } }
        for (position, place) in unreached(guards, decision.rows.map(\.place), search) {
            let row = decision.rows[position]
            found.append(PackFinding.unreachable("conclude \(decision.conclusions[row.conclusion])", at: place))
        }
        return found.filter { finding in !diagnostics.contains { $0.code == finding.code && $0.place == finding.place } }
    }

    private func unreached(_ guards: [Formula?], _ places: [Place], _ search: FormulaSearch) -> [(Int, Place)] {
        var above: [Formula] = []
        var found: [(Int, Place)] = []
        for (index, condition) in guards.enumerated() {
            // `otherwise` is the net below the rows: it may be there for nothing.
            guard let condition else { continue }
            if search.possible(.all(above + [condition])) == .impossible { found.append((index, places[index])) }
            above.append(.not(condition))
        }
        return found
    }

    // MARK: Days

    /// The days on which all that decides is in force and applies.
    private func days(of authority: Authority) -> DaySpan {
        var span = DaySpan.always
        for id in authority.cites {
            guard let norm = pack.norms[id] ?? earlier.compactMap({ $0.norms[id] }).first else { continue }
            span = DaySpan.common(span, DaySpan(first: max(norm.inForce, norm.applies), last: norm.until))
        }
        return span
    }
}

/// Days in a row, without an end where `last` is nil.
struct DaySpan {
    var first: Day
    var last: Day?

    static let always = DaySpan(first: Day(number: Int(Int32.min)), last: nil)

    var isEmpty: Bool { last.map { $0 < first } ?? false }

    static func common(_ one: DaySpan, _ other: DaySpan) -> DaySpan {
        DaySpan(first: max(one.first, other.first), last: [one.last, other.last].compactMap { $0 }.min())
    }
}
