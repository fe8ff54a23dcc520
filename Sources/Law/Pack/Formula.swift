// Conditions of a pack without a model: what they ask of which facts, so that it can be searched which answers go together.
import Model
import Source

/// A condition as questions on named things, joined by not, and, or. Definitions are unfolded; a variable stands for its place in the
/// rule or decision, so that two conditions that say the same read the same.
indirect enum Formula {
    case constant(Bool)
    case asks(Question)
    case not(Formula)
    case and(Formula, Formula)
    case or(Formula, Formula)
}

/// A question on one thing: a fact, a value, or a whole condition that is not looked into.
struct Question: Hashable {
    let about: String
    let test: Test

    enum Test: Hashable {
        /// Yes or no, as a whole.
        case holds
        case isA(String, kind: String)
        case equalsWord(String)
        case less(Value)
        case lessOrEqual(Value)
        case equals(Value)
        /// How two values that are both open stand to each other.
        case isBelow, isBelowOrEqual, isEqual
        /// A decision's conclusion is one of these, of so many.
        case concludes(Set<Int>, of: Int)
    }
}

/// Turns typed expressions into formulas.
struct FormulaBuilder {
    /// The factors of the decision whose rows are read.
    var factors: [Decision.Factor] = []

    /// - Parameter names: what stands in each slot.
    func formula(_ node: Node, _ names: [String]) -> Formula {
        switch node.form {
        case .constant(.truth(let truth)): return .constant(truth)
        case .not(let inner): return .not(formula(inner, names))
        case .and(let left, let right): return .and(formula(left, names), formula(right, names))
        case .or(let left, let right): return .or(formula(left, names), formula(right, names))
        case .compare(let comparison, let left, let right): return compare(comparison, left, right, names)
        case .isA(let left, let right):
            guard case .concept(let name, let kind?) = right.form else { return whole(node, names) }
            return .asks(Question(about: reading(left, names), test: .isA(name, kind: kind)))
        case .member(let left, let right):
            guard case .list(let nodes) = right.form else { return whole(node, names) }
            let about = reading(left, names)
            let parts = nodes.map { node -> Formula in
                switch node.form {
                case .concept(let name, let kind?): .asks(Question(about: about, test: .isA(name, kind: kind)))
                case .constant(.word(let word)): .asks(Question(about: about, test: .equalsWord(word)))
                default: .asks(Question(about: "\(about) is \(reading(node, names))", test: .holds))
                }
            }
            return parts.dropFirst().reduce(parts.first ?? .constant(false)) { .or($0, $1) }
        case .define(let define, let arguments) where define.body.type == .truth:
            var inner = [String](repeating: "?", count: max(define.frame, arguments.count))
            for (index, argument) in arguments.enumerated() { inner[index] = reading(argument, names) }
            return formula(define.body, inner)
        case .factor(let index, let wanted): return factor(index, wanted, names)
        case .concluded(let decision, let arguments, let wanted):
            return .asks(
                Question(
                    about: call(decision.name, arguments, names),
                    test: .concludes(Set(wanted), of: decision.conclusions.count)))
        default: return whole(node, names)
        }
    }

    private func whole(_ node: Node, _ names: [String]) -> Formula {
        .asks(Question(about: reading(node, names), test: .holds))
    }

    /// The rows of an earlier factor: a value is had when one of its rows holds and none above does.
    private func factor(_ index: Int, _ wanted: [Int], _ names: [String]) -> Formula {
        guard factors.indices.contains(index) else { return .constant(false) }
        var result = Formula.constant(false)
        for row in factors[index].rows.reversed() {
            let has = Formula.constant(wanted.contains(row.value))
            guard let guardNode = row.guardNode else {
                result = has
                continue
            }
            let holds = formula(guardNode, names)
            result = wanted.contains(row.value) ? .or(holds, result) : .and(.not(holds), result)
        }
        return result
    }

    private func compare(_ comparison: Node.Comparison, _ left: Node, _ right: Node, _ names: [String]) -> Formula {
        func asks(_ node: Node, _ test: Question.Test) -> Formula { .asks(Question(about: reading(node, names), test: test)) }
        switch (left.form, right.form) {
        case (.constant, .constant): return whole(Node(.compare(comparison, left, right), .truth, left.source), names)
        case (_, .constant(.truth(let truth))): return truth ? formula(left, names) : .not(formula(left, names))
        case (.constant(.truth(let truth)), _): return truth ? formula(right, names) : .not(formula(right, names))
        case (_, .constant(.word(let word))): return asks(left, .equalsWord(word))
        case (.constant(.word(let word)), _): return asks(right, .equalsWord(word))
        case (_, .constant(let value)) where FormulaBuilder.isOrdered(value):
            switch comparison {
            case .equal: return asks(left, .equals(value))
            case .less: return asks(left, .less(value))
            case .lessOrEqual: return asks(left, .lessOrEqual(value))
            }
        case (.constant(let value), _) where FormulaBuilder.isOrdered(value):
            // `c < x` is `x is there and not x <= c`.
            let about = reading(right, names)
            let isThere = Formula.asks(Question(about: about, test: .lessOrEqual(value)))
            switch comparison {
            case .equal: return asks(right, .equals(value))
            case .less: return .and(.not(isThere), .asks(Question(about: about, test: .less(FormulaBuilder.beyond))))
            case .lessOrEqual:
                return .and(
                    .not(.asks(Question(about: about, test: .less(value)))),
                    .asks(Question(about: about, test: .less(FormulaBuilder.beyond))))
            }
        default:
            let (a, b) = (reading(left, names), reading(right, names))
            guard a != b else { return .constant(comparison != .less) }
            switch comparison {
            case .equal: return .asks(Question(about: a < b ? "\(a) ? \(b)" : "\(b) ? \(a)", test: .isEqual))
            case .less, .lessOrEqual:
                let strict = comparison == .less
                if a < b { return .asks(Question(about: "\(a) ? \(b)", test: strict ? .isBelow : .isBelowOrEqual)) }
                // Turned round: a < b is b > a, which is there and not b <= a.
                let turned = "\(b) ? \(a)"
                let there = Formula.asks(Question(about: turned, test: .isA("", kind: "")))
                return .and(there, .not(.asks(Question(about: turned, test: strict ? .isBelowOrEqual : .isBelow))))
            }
        }
    }

    /// Above every constant; below it stands all that is there at all.
    static let beyond = Value.word("beyond")

    static func isOrdered(_ value: Value) -> Bool {
        switch value {
        case .number, .date, .duration: true
        default: false
        }
    }

    // MARK: Reading

    private func call(_ name: String, _ arguments: [Node], _ names: [String]) -> String {
        "\(name)(\(arguments.map { reading($0, names) }.joined(separator: ", ")))"
    }

    /// A text that is the same for expressions that are the same but for the names of their variables.
    func reading(_ node: Node, _ names: [String]) -> String {
        func list(_ nodes: [Node]) -> String { nodes.map { reading($0, names) }.joined(separator: ", ") }
        switch node.form {
        case .constant(let value): return "\(value)"
        case .concept(let name, let kind): return "\(kind ?? "").\(name)"
        case .slot(let slot): return names.indices.contains(slot) ? names[slot] : "?\(slot)"
        case .today: return "today"
        case .policy(let name): return "policy.\(name)"
        case .all(let plural): return plural
        case .property(let base, let name): return "\(reading(base, names)).\(name)"
        case .function(let name, let arguments): return call(name, arguments, names)
        case .define(let define, let arguments): return call(define.name, arguments, names)
        case .decision(let decision, let arguments): return call(decision.name, arguments, names)
        case .not(let inner): return "not(\(reading(inner, names)))"
        case .and(let left, let right): return "and(\(list([left, right])))"
        case .or(let left, let right): return "or(\(list([left, right])))"
        case .compare(let comparison, let left, let right): return "\(comparison)(\(list([left, right])))"
        case .isA(let left, let right): return "is(\(list([left, right])))"
        case .member(let left, let right): return "in(\(list([left, right])))"
        case .overlaps(let left, let right): return "overlaps(\(list([left, right])))"
        case .arithmetic(let operation, let left, let right): return "\(operation)(\(list([left, right])))"
        case .quantified(let kind, let slot, let range, let body):
            var inner = names
            while inner.count <= slot { inner.append("?\(inner.count)") }
            inner[slot] = "each(\(reading(range, names)))"
            return "\(kind)(\(reading(range, names)); \(body.map { reading($0, inner) } ?? ""))"
        case .list(let nodes): return "[\(list(nodes))]"
        case .size(let inner): return "count(\(reading(inner, names)))"
        case .least(let nodes): return "min(\(list(nodes)))"
        case .greatest(let nodes): return "max(\(list(nodes)))"
        case .inForce(let inner): return "in_force(\(reading(inner, names)))"
        case .stated(let inner): return "stated(\(reading(inner, names)))"
        case .factor(let index, let wanted): return "factor(\(index), \(wanted))"
        case .concluded(let decision, let arguments, let wanted): return "\(call(decision.name, arguments, names)) in \(wanted)"
        case .undetermined(let decision, let arguments): return "\(call(decision.name, arguments, names)) open"
        case .wrong: return "wrong at \(node.source.place)"
        }
    }
}

extension Formula {
    var questions: [Question] {
        switch self {
        case .constant: []
        case .asks(let question): [question]
        case .not(let inner): inner.questions
        case .and(let left, let right), .or(let left, let right): left.questions + right.questions
        }
    }

    static func all(_ parts: [Formula]) -> Formula { parts.dropFirst().reduce(parts.first ?? .constant(true)) { .and($0, $1) } }
}
