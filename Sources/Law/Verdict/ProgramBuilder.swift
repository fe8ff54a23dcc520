// Lays typed trees out as a program: operands before operations, every name a number.
import Model
import Source

struct ProgramBuilder {
    var rules: [RuleCode] = []
    var variables: [(range: Int32, slot: Int32)] = []
    var exceptions: [(authority: Int32, condition: Int32)] = []
    var ops: [Op] = []
    var operands: [Int32] = []
    var constants: [Value] = []
    var concepts: [(name: String, kind: String?)] = []
    var policies: [String] = []
    var ranges: [String] = []
    var facts: [Fact] = []
    var defines: [DefineCode] = []
    var decisions: [Decision] = []
    var decisionCodes: [DecisionCode] = []
    var factors: [FactorCode] = []
    var rowCodes: [RowCode] = []
    var masks: [UInt64] = []
    var askings: [(decision: Int32, wanted: UInt64)] = []
    var authorities: [Authority] = []

    private var defineNumbers: [ObjectIdentifier: Int32] = [:]
    private var decisionNumbers: [ObjectIdentifier: Int32] = [:]
    private var names: [String: Int32] = [:]
    /// What leaves traces, by define and decision.
    private var tracing: [ObjectIdentifier: Bool] = [:]

    mutating func add(_ rule: Rule) {
        let variables = rule.variables.map { (range: add($0.range), slot: Int32($0.slot)) }
        let condition = add(rule.when)
        let exceptions = rule.exceptions.map { (authority: add($0.authority), condition: add($0.when)) }
        rules.append(
            RuleCode(
                variables: (Int32(self.variables.count), Int32(variables.count)), condition: condition, ahead: ahead(of: rule, condition),
                exceptions: (Int32(self.exceptions.count), Int32(exceptions.count)), frame: Int32(rule.frame)))
        self.variables += variables
        self.exceptions += exceptions
    }

    /// In the place of a rule that nothing is asked of.
    mutating func pass() {
        rules.append(
            RuleCode(variables: (0, 0), condition: Op.nothing, ahead: Op.nothing, exceptions: (Int32(exceptions.count), 0), frame: 0))
    }

    /// The first conditions of a rule that do not ask about its last variable: where they say no, no value of it has to be tried.
    private func ahead(of rule: Rule, _ condition: Int32) -> Int32 {
        guard rule.variables.count > 1, let last = rule.variables.last?.slot else { return Op.nothing }
        var node = rule.when, place = condition
        while case .and(let left, _) = node.form, ops[Int(place)].code == .and {
            (node, place) = (left, ops[Int(place)].a)
            if !node.mentions(slot: last) { return place }
        }
        return Op.nothing
    }

    private mutating func add(_ authority: Authority) -> Int32 {
        authorities.append(authority)
        return Int32(authorities.count - 1)
    }

    // MARK: Nodes

    private mutating func add(_ node: Node) -> Int32 {
        var op = op(of: node)
        if node.type == .truth { op.flags.insert(.truth) }
        ops.append(op)
        return Int32(ops.count - 1)
    }

    private mutating func op(of node: Node) -> Op {
        switch node.form {
        case .constant(let value): return Op(code: .constant, a: constant(value))
        case .concept(let name, let kind):
            let key = "concept \(kind ?? "") \(name)"
            let number = number(key, Int32(concepts.count))
            if number == concepts.count { concepts.append((name, kind)) }
            return Op(code: .concept, a: number)
        case .slot(let slot): return Op(code: .slot, a: Int32(slot))
        case .today: return Op(code: .today)
        case .policy(let name): return Op(code: .policy, a: named(name, "policy", \.policies))
        case .all(let plural): return Op(code: .all, a: named(plural, "all", \.ranges))
        case .property(let base, _):
            guard let fact = node.fact else { return Op(code: .property, a: add(base), b: Op.nothing) }
            let number = number("fact \(fact.id)", Int32(facts.count))
            if number == facts.count { facts.append(fact) }
            return Op(code: .property, a: add(base), b: Int32(fact.id), c: number)
        case .function(_, let nodes):
            let (from, count) = add(nodes)
            return Op(code: .function, a: from, b: count, c: node.function.map { Int32($0.rawValue) } ?? Op.nothing)
        case .define(let define, let nodes):
            let (from, count) = add(nodes)
            return Op(code: .define, a: from, b: count, c: number(of: define))
        case .decision(let decision, let nodes): return asking(.decision, decision, nodes)
        case .undetermined(let decision, let nodes): return asking(.undetermined, decision, nodes)
        case .concluded(let decision, let nodes, let wanted):
            var op = asking(.concluded, decision, nodes)
            askings.append((op.c, ProgramBuilder.mask(wanted)))
            op.c = Int32(askings.count - 1)
            return op
        case .not(let inner): return Op(code: .not, a: add(inner))
        case .and(let left, let right): return binary(.and, left, right)
        case .or(let left, let right): return binary(.or, left, right)
        case .compare(let comparison, let left, let right):
            var op =
                switch comparison {
                case .equal: binary(.equal, left, right)
                case .less: binary(.less, left, right)
                case .lessOrEqual: binary(.lessOrEqual, left, right)
                }
            if case .today = left.form { op.flags.insert(.leftIsToday) }
            if case .today = right.form { op.flags.insert(.rightIsToday) }
            if left.usesToday || right.usesToday { op.flags.insert(.usesToday) }
            return op
        case .isA(let left, let right): return binary(.isA, left, right)
        case .member(let left, let right):
            var op = binary(.member, left, right)
            if case .list(let nodes) = right.form, nodes.allSatisfy(\.isConstant) { op.flags.insert(.constants) }
            return op
        case .overlaps(let left, let right): return binary(.overlaps, left, right)
        case .arithmetic(let operation, let left, let right):
            switch operation {
            case .add: return binary(.add, left, right)
            case .subtract: return binary(.subtract, left, right)
            case .multiply: return binary(.multiply, left, right)
            case .divide: return binary(.divide, left, right)
            }
        case .quantified(let kind, let slot, let range, let body):
            let code: Op.Code =
                switch kind {
                case .exists: .exists
                case .every: .every
                case .count: .count
                }
            let list = add(range)
            return Op(code: code, a: list, b: body.map { add($0) } ?? Op.nothing, c: Int32(slot))
        case .list(let nodes): return list(.list, nodes)
        case .least(let nodes): return list(.least, nodes)
        case .greatest(let nodes): return list(.greatest, nodes)
        case .size(let inner): return Op(code: .size, a: add(inner))
        case .inForce(let inner): return Op(code: .inForce, a: add(inner))
        case .stated(let inner): return Op(code: .stated, a: add(inner))
        case .factor(let index, let wanted):
            masks.append(ProgramBuilder.mask(wanted))
            return Op(code: .factor, a: Int32(index), b: Int32(masks.count - 1))
        case .wrong: return Op(code: .wrong)
        }
    }

    private mutating func binary(_ code: Op.Code, _ left: Node, _ right: Node) -> Op {
        let a = add(left)
        return Op(code: code, a: a, b: add(right))
    }

    private mutating func list(_ code: Op.Code, _ nodes: [Node]) -> Op {
        let (from, count) = add(nodes)
        return Op(code: code, a: from, b: count)
    }

    private mutating func asking(_ code: Op.Code, _ decision: Decision, _ nodes: [Node]) -> Op {
        let (from, count) = add(nodes)
        return Op(code: code, a: from, b: count, c: number(of: decision))
    }

    private mutating func add(_ nodes: [Node]) -> (from: Int32, count: Int32) {
        let places = nodes.map { add($0) }
        operands += places
        return (Int32(operands.count - places.count), Int32(places.count))
    }

    /// One bit for each; nothing beyond 64, which the machine leaves to the evaluator that explains.
    private static func mask(_ wanted: [Int]) -> UInt64 {
        wanted.reduce(0) { $1 < 64 ? $0 | 1 << UInt64($1) : $0 }
    }

    // MARK: Names

    private mutating func constant(_ value: Value) -> Int32 {
        constants.append(value)
        return Int32(constants.count - 1)
    }

    private mutating func number(_ key: String, _ next: Int32) -> Int32 {
        if let known = names[key] { return known }
        names[key] = next
        return next
    }

    private mutating func named(_ name: String, _ table: String, _ path: WritableKeyPath<ProgramBuilder, [String]>) -> Int32 {
        let number = number("\(table) \(name)", Int32(self[keyPath: path].count))
        if number == self[keyPath: path].count { self[keyPath: path].append(name) }
        return number
    }

    // MARK: Definitions and decisions

    private mutating func number(of define: Define) -> Int32 {
        if let known = defineNumbers[ObjectIdentifier(define)] { return known }
        let body = add(define.body)
        defines.append(DefineCode(body: body, frame: Int32(define.frame)))
        let number = Int32(defines.count - 1)
        defineNumbers[ObjectIdentifier(define)] = number
        return number
    }

    private mutating func number(of decision: Decision) -> Int32 {
        if let known = decisionNumbers[ObjectIdentifier(decision)] { return known }
        var factors: [FactorCode] = []
        for factor in decision.factors {
            let rows = factor.rows.map { row in
                RowCode(condition: row.guardNode.map { add($0) } ?? Op.nothing, result: Int32(row.value))
            }
            factors.append(
                FactorCode(
                    rows: (Int32(rowCodes.count), Int32(rows.count)),
                    leavesTraces: factor.rows.contains { $0.guardNode.map { leavesTraces($0) } ?? false },
                    isDerived: factor.rows.contains { $0.guardNode?.mentionsFactor ?? false }))
            rowCodes += rows
        }
        let rows = decision.rows.map { row in
            let condition = row.guardNode.map { add($0) } ?? Op.nothing
            return RowCode(
                condition: condition, result: Int32(row.conclusion), needs: add(row.needs.filter { leavesTraces($0) }))
        }
        let range = decision.each.map { add($0.range) } ?? Op.nothing
        let words = Int32(constants.count)
        constants += decision.conclusions.map { .word($0) } + [.word("undetermined")]
        decisionCodes.append(
            DecisionCode(
                frame: Int32(decision.frame), parameters: Int32(decision.parameters.count), eachRange: range,
                eachSlot: Int32(decision.each?.slot ?? 0), factors: (Int32(self.factors.count), Int32(factors.count)),
                rows: (Int32(rowCodes.count), Int32(rows.count)), conclusions: Int32(decision.conclusions.count),
                words: words, wordsLeaveTraces: decision.factors.flatMap(\.says.values).contains { leavesTraces($0) }))
        self.factors += factors
        rowCodes += rows
        decisions.append(decision)
        let number = Int32(decisions.count - 1)
        decisionNumbers[ObjectIdentifier(decision)] = number
        return number
    }

    /// Whether weighing it can tell a day on which an answer turns, or meet an `every` over nothing.
    private mutating func leavesTraces(_ node: Node) -> Bool {
        func inner(_ key: ObjectIdentifier, _ nodes: [Node]) -> Bool {
            if let known = tracing[key] { return known }
            let answer = nodes.contains { leavesTraces($0) }
            tracing[key] = answer
            return answer
        }
        switch node.form {
        case .inForce, .quantified(.every, _, _, _): return true
        case .compare(_, let left, let right) where left.usesToday || right.usesToday: return true
        case .define(let define, _):
            if inner(ObjectIdentifier(define), [define.body]) { return true }
        // Asking a decision is noted too.
        case .decision, .concluded, .undetermined: return true
        default: break
        }
        return node.form.children.contains { leavesTraces($0) }
    }
}

extension ProgramBuilder {
    private mutating func leavesTraces(_ words: Template) -> Bool {
        for piece in words.sv + words.en {
            switch piece {
            case .text: continue
            case .value(let node), .title(let node): if leavesTraces(node) { return true }
            case .witnesses, .failed, .decision: return true
            }
        }
        return false
    }
}

extension Node {
    /// Whether its answer can depend on what stands in a slot.
    fileprivate func mentions(slot: Int) -> Bool {
        if case .slot(slot) = form { return true }
        return form.children.contains { $0.mentions(slot: slot) }
    }

    /// The same for every binding.
    var isConstant: Bool {
        switch form {
        case .constant, .concept, .policy: true
        default: false
        }
    }
}
