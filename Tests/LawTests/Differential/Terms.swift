// Random expressions, definitions, decisions and rules as plain trees, and how a pack writes them.
import Source

indirect enum Term: Hashable {
    case constant(Fact)
    case concept(Int)
    case variable(String)
    case today
    case policy(String)
    case all(String)
    case fact(Term, String)
    case call(Int, [Term])
    case not(Term)
    case and(Term, Term)
    case or(Term, Term)
    case compare(Comparison, Term, Term)
    case isA(Term, Term)
    case inList(Term, [Term])
    case inFact(Term, Term)
    case overlaps(Term, Term)
    case add(Term, Term)
    case subtract(Term, Term)
    case exists(String, Term, Term?)
    case every(String, Term, Term)
    case count(String, Term, Term?)
    case size(Term)
    case least([Term])
    case greatest([Term])
    case words(Term)
    case inForce(Term)
    case isStated(Term)
    case factor(Int, [Int])
    case concluded(Int, [Term], [String])
    case undetermined(Int, [Term])

    enum Comparison: String, CaseIterable { case equal = "==", notEqual = "!=", less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">=" }
}

struct RandomDefine: Hashable {
    var name: String
    var parameters: [(name: String, sort: Sort)]
    var body: Term
    /// With more than one part, it holds when all of them hold.
    var parts: [Term] = []
    var sort: Sort
    static func == (a: RandomDefine, b: RandomDefine) -> Bool { a.name == b.name && a.body == b.body && a.parts == b.parts }
    func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

struct RandomDecision: Hashable {
    struct Factor: Hashable {
        var name: String
        var values: [String]
        /// nil for `otherwise`.
        var rows: [Row]
        struct Row: Hashable {
            var value: Int
            var when: Term?
        }
    }
    struct Row: Hashable {
        var conclusion: String
        var when: Term?
        var needs: [Term] = []
    }
    var name: String
    var parameters: [(name: String, sort: Sort)]
    var each: Term?
    var worstOf: [String]
    var factors: [Factor]
    var rows: [Row]
    static func == (a: RandomDecision, b: RandomDecision) -> Bool {
        a.name == b.name && a.each == b.each && a.worstOf == b.worstOf && a.factors == b.factors && a.rows == b.rows
    }
    func hash(into hasher: inout Hasher) { hasher.combine(name) }

    /// Best first: what `worst of` does not list, in the order of the rows, then the listed.
    var conclusions: [String] {
        var all: [String] = []
        for row in rows where !worstOf.contains(row.conclusion) && !all.contains(row.conclusion) { all.append(row.conclusion) }
        return all + worstOf
    }
}

struct RandomRule: Hashable {
    struct Variable: Hashable {
        var name: String
        var range: Term
    }
    struct Exception: Hashable {
        var name: String
        var cites: [String]
        var when: Term
    }
    var code: String
    var severity: Severity
    var cites: [String]
    var variables: [Variable]
    var when: Term
    var exceptions: [Exception]
}

struct RandomPack: Hashable {
    var defines: [RandomDefine] = []
    var decisions: [RandomDecision] = []
    var rules: [RandomRule] = []
    var asOf = 0

    static let policy = ["limit": 2, "few": 1]
    /// First day in force, last day, first day of application.
    static let norms: [String: (from: String, until: String?, applies: String?)] = [
        "T.1": ("2000-01-01", nil, nil), "T.2": ("2020-01-01", nil, "2027-01-01"), "T.3": ("2000-01-01", "2026-06-30", nil),
        "T.3.1": ("2000-01-01", nil, nil),
    ]

    // MARK: Text

    func text(_ world: World) -> String {
        var text = "edition 2026\npack Random \"Random\" { owner: \"x\"\n limit: 2\n few: 1\n }\n"
        for (id, norm) in RandomPack.norms.sorted(by: { $0.key < $1.key }) {
            text += "norm \(id) { title sv: \"x\"; title en: \"x\"; in force: \(norm.from)"
            text += (norm.until.map { " until \($0)" } ?? "") + (norm.applies.map { "; applies: \($0)" } ?? "") + " }\n"
        }
        let writer = Writer(world: world, pack: self)
        for define in defines { text += writer.define(define) }
        for decision in decisions { text += writer.decision(decision) }
        for rule in rules { text += writer.rule(rule) }
        return text
    }
}

struct Writer {
    let world: World
    let pack: RandomPack
    /// The decision whose factors are named.
    var decision: RandomDecision?

    func define(_ define: RandomDefine) -> String {
        var text = "define \(define.name)(\(parameters(define.parameters))) {\n"
        if define.parts.isEmpty {
            text += "  \(define.sort == .truth ? "holds" : "gives"): \(bare(define.body))\n"
        } else {
            for (index, part) in define.parts.enumerated() {
                text += "  part p\(index) { says en: \"p\"; says sv: \"p\"; holds: \(bare(part)) }\n"
            }
        }
        return text + "}\n"
    }

    private func parameters(_ list: [(name: String, sort: Sort)]) -> String {
        list.map { parameter in
            switch parameter.sort {
            case .thing(let kind), .concept(let kind): "\(kind) \(parameter.name)"
            default: "\(parameter.name)"
            }
        }.joined(separator: ", ")
    }

    func decision(_ decision: RandomDecision) -> String {
        var inner = self
        inner.decision = decision
        var text = "decision \(decision.name)(\(parameters(decision.parameters))) {\n"
        if let each = decision.each, let last = decision.parameters.last { text += "  each: \(last.name) in \(bare(each))\n" }
        if !decision.worstOf.isEmpty { text += "  worst of: \(decision.worstOf.joined(separator: ", "))\n" }
        if !decision.worstOf.isEmpty {
            for name in Set(decision.rows.map(\.conclusion)).subtracting(decision.worstOf).sorted() { text += "  says \(name) sv: \"\(name)\"; says \(name) en: \"\(name)\"\n" }
        }
        for factor in decision.factors {
            text += "  factor \(factor.name) {\n"
            for row in factor.rows {
                text += "    \(factor.values[row.value]) " + (row.when.map { "when \(inner.bare($0))" } ?? "otherwise") + "\n"
            }
            text += "  }\n"
        }
        for row in decision.rows {
            if let when = row.when {
                text += "  conclude \(row.conclusion) when \(inner.bare(when))"
                if !row.needs.isEmpty { text += " needs " + row.needs.map { inner.bare($0) }.joined(separator: ", ") }
                text += "\n"
            } else {
                text += "  otherwise \(row.conclusion)\n"
            }
        }
        return text + "}\n"
    }

    func rule(_ rule: RandomRule) -> String {
        let message = rule.variables.map { "{\($0.name)}" }.joined(separator: " ")
        var text = """
            rule \(rule.code) "x" {
              title sv: "x"
              severity: \(rule.severity)
              cites: \(rule.cites.joined(separator: ", "))
              for: \(rule.variables.map { "\($0.name) in \(bare($0.range))" }.joined(separator: ", "))
              when: \(bare(rule.when))
              message en: "\(message)"
              message sv: "\(message)"

            """
        for exception in rule.exceptions {
            text += "  unless \(exception.name) { cites: \(exception.cites.joined(separator: ", ")); when: \(bare(exception.when)) }\n"
        }
        return text + "}\n"
    }

    /// An operand: in parentheses wherever it is more than a name.
    func operand(_ term: Term) -> String {
        switch term {
        case .constant, .concept, .variable, .today, .policy, .all, .fact, .call, .size, .least, .greatest, .words, .inForce: bare(term)
        default: "(\(bare(term)))"
        }
    }

    func bare(_ term: Term) -> String {
        func list(_ terms: [Term]) -> String { terms.map(bare).joined(separator: ", ") }
        switch term {
        case .constant(let fact): return fact.written(world)
        case .concept(let index): return world.things[index].name
        case .variable(let name), .all(let name): return name
        case .today: return "today"
        case .policy(let name): return "policy.\(name)"
        case .fact(let base, let name): return "\(operand(base)).\(name)"
        case .call(let index, let arguments): return "\(pack.defines[index].name)(\(list(arguments)))"
        case .not(let inner): return "not \(operand(inner))"
        case .and(let a, let b): return "\(operand(a)) and \(operand(b))"
        case .or(let a, let b): return "\(operand(a)) or \(operand(b))"
        case .compare(let comparison, let a, let b): return "\(operand(a)) \(comparison.rawValue) \(operand(b))"
        case .isA(let a, let b): return "\(operand(a)) is \(operand(b))"
        case .inList(let a, let terms): return "\(operand(a)) in [\(list(terms))]"
        case .inFact(let a, let b): return "\(operand(a)) in \(operand(b))"
        case .overlaps(let a, let b): return "\(operand(a)) overlaps \(operand(b))"
        case .add(let a, let b): return "\(operand(a)) + \(operand(b))"
        case .subtract(let a, let b): return "\(operand(a)) - \(operand(b))"
        case .exists(let name, let range, let body):
            return "exists \(name) in \(operand(range))" + (body.map { " with \(operand($0))" } ?? "")
        case .every(let name, let range, let body): return "every \(name) in \(operand(range)) with \(operand(body))"
        case .count(let name, let range, let body):
            return "count \(name) in \(operand(range))" + (body.map { " with \(operand($0))" } ?? "")
        case .size(let inner): return "count(\(bare(inner)))"
        case .least(let terms): return "min(\(list(terms)))"
        case .greatest(let terms): return "max(\(list(terms)))"
        case .words(let inner): return "words(\(bare(inner)))"
        case .inForce(let inner): return "in_force(\(bare(inner)))"
        case .isStated(let inner): return "\(operand(inner)) != unknown"
        case .factor(let index, let values):
            guard let factor = decision?.factors[index] else { return "?" }
            let names = values.map { factor.values[$0] }
            return names.count == 1 ? "\(factor.name) is \(names[0])" : "\(factor.name) in [\(names.joined(separator: ", "))]"
        case .concluded(let index, let arguments, let wanted):
            let call = "\(pack.decisions[index].name)(\(list(arguments)))"
            return wanted.count == 1 ? "\(call) is \(wanted[0])" : "\(call) in [\(wanted.joined(separator: ", "))]"
        case .undetermined(let index, let arguments): return "\(pack.decisions[index].name)(\(list(arguments))) is undetermined"
        }
    }
}
