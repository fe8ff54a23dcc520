// A plan's steps as text, one operator a line: what the lowering's goldens hold.
import Plan
import Privacy
import Source

extension Plan {
    var printed: String {
        var text = ""
        for input in inputs {
            text += "input \(input.dataset) \(input.source)\n"
            for table in input.tables {
                text += "  \(table.name)\(table.named == table.name ? "" : " named \(table.named)") by \(table.key ?? "nothing")\n"
                for column in table.columns { text += "    \(describe(column))\n" }
            }
        }
        for optOut in optOuts {
            text += "\(optOut.name): \(optOut.register.dataset).\(optOut.register.table).\(optOut.person) = "
            text += "\(optOut.matchedBy.table.dataset).\(optOut.matchedBy.table.table).\(optOut.matchedBy.column) for \(optOut.groups.joined(separator: ", "))"
            text += "\(optOut.until.map { " until \($0)" } ?? "")\(optOut.excludesUnreached ? ", unreached excluded" : "")\n"
        }
        for step in steps { text += "\n\(step.name) = \(step.verb)\n\(describe(step.action))" }
        for budget in budgets { text += "\nbudget \(budget.dataset) by \(budget.unit) in \(budget.step): ε \(budget.epsilon) δ \(budget.delta)\n" }
        if !duties.isEmpty { text += "\nduties \(duties.map { "\($0.kind.rawValue) \($0.what)" }.joined(separator: ", "))\n" }
        return text
    }

    private func describe(_ action: Action) -> String {
        switch action {
        case .relational(let form):
            var text = describe(form.relation, 1)
            text += "  → \(form.columns.map(describe).joined(separator: "; ")) by \(form.key ?? "nothing")\n"
            if let need = form.need { text += "  needs \(need.low)..\(need.high)\n" }
            return text
        case .split(let form): return "  \(form.into.joined(separator: ", ")) from \(form.from), \(form.share) by \(form.key), salt \(form.salt)\n"
        case .learn(let form):
            return "  \(form.method.rawValue) from \(form.from), ε \(form.epsilon) δ \(form.delta), unit \(form.unit) at most \(form.atMost), seed \(form.seed.map(String.init) ?? "none")\n"
                + form.columns.map { "    \(describe($0))\n" }.joined()
        case .generate(let form): return "  \(form.rows) from \(form.from)\n"
        case .evaluate(let form):
            return "  \(form.synthetic) against \(form.reference), \(form.holdout); \(form.attacks) attacks; target \(form.target ?? "none"); secrets \(form.secrets.joined(separator: ", "))\n"
                + form.combinedWith.map { "    combined with \($0.table.dataset).\($0.table.table) by \($0.columns.map(\.name).joined(separator: ", "))\n" }.joined()
                + form.gates.map { "    \($0.measure) \($0.comparison == .atLeast ? ">=" : "<=") \($0.limit)\n" }.joined()
        case .train(let form):
            return "  \(form.method.rawValue) on \(form.on) for \(form.target), \(form.rounds) rounds, depth \(form.depth), seed \(form.seed)\n    of \(form.columns.map(\.name).joined(separator: ", "))\n"
        case .audit(let form):
            return "  \(form.model) on \(form.on) by \(form.groups.joined(separator: ", ")), groups of \(form.smallest)\n"
                + form.gates.map { "    \($0.measure) \($0.comparison == .atLeast ? ">=" : "<=") \($0.limit)\n" }.joined()
        case .delete(let form): return "  \(form.relations.joined(separator: ", ")) after \(form.after.joined(separator: ", "))\n"
        case .release(let form): return "  \(form.results.joined(separator: ", "))\n"
        }
    }

    private func describe(_ column: Column) -> String {
        var text = "\(column.name): \(column.domain)"
        if column.named != column.name { text += " named \(column.named)" }
        if column.optional { text += "?" }
        if column.elseMissing { text += " else missing" }
        let labels = [("as", column.label.categories), ("of", column.label.subjects)].filter { !$0.1.isEmpty }
        return text + labels.map { " \($0.0) \($0.1.joined(separator: ", "))" }.joined()
    }

    private func describe(_ column: ModelColumn) -> String { "\(column.name): \(column.domain) in \(column.levels)" }

    private func describe(_ relation: Relation, _ depth: Int) -> String {
        let indent = String(repeating: "  ", count: depth)
        func line(_ text: String, _ inner: Relation...) -> String { "\(indent)\(text)\n" + inner.map { describe($0, depth + 1) }.joined() }
        switch relation {
        case .table(let table): return line("table \(table.dataset).\(table.table)")
        case .result(let name): return line("result \(name)")
        case .filter(let inner, let keep, let reason): return line("filter \(describe(keep)) — \(describe(reason))", inner)
        case .withoutObjectors(let inner, let optOut, let key): return line("without objectors of \(optOut) by \(key)", inner)
        case .project(let inner, let columns):
            return line("project \(columns.map { $0.value == .column($0.name) ? $0.name : "\($0.name) = \(describe($0.value))" }.joined(separator: ", "))", inner)
        case .join(let left, let right, let key): return line("join by \(key)", left, right)
        case .group(let inner, let key, let aggregates):
            let texts = aggregates.map { "\($0.name) = \($0.function.rawValue)(\($0.of.map(describe) ?? "")\($0.condition.map { " where \(describe($0))" } ?? ""))" }
            return line("group by \(key): \(texts.joined(separator: ", "))", inner)
        case .distinct(let inner, let reason): return line("distinct — \(describe(reason))", inner)
        }
    }

    private func describe(_ reason: LossReason) -> String {
        switch reason {
        case .notWhere(let text): "not where \(text)"
        case .outside(let column, let domain): "\(column) outside \(domain)"
        case .duplicateRow: "duplicate row"
        case .stated(let words): "“\(words)”"
        }
    }

    private func describe(_ expression: Plan.Row) -> String {
        switch expression {
        case .column(let name): name
        case .integer(let value): "\(value)"
        case .text(let text): "\"\(text)\""
        case .isMissing(let a): "missing(\(describe(a)))"
        case .orElse(let a, let b): "(\(describe(a)) ?? \(describe(b)))"
        case .not(let a): "not \(describe(a))"
        case .negated(let a): "-\(describe(a))"
        case .absolute(let a): "|\(describe(a))|"
        case .binary(let op, let a, let b): "(\(describe(a)) \(op.rawValue) \(describe(b)))"
        case .among(let a, let others): "\(describe(a)) among [\(others.map(describe).joined(separator: ", "))]"
        case .between(let a, let low, let high): "\(describe(low)) ≤ \(describe(a)) ≤ \(describe(high))"
        case .band(let a, let edges): "band(\(describe(a)), \(edges))"
        }
    }

    fileprivate typealias Row = Expression
}
