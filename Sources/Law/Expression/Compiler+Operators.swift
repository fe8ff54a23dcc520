// Operators of expressions: what each wants on its two sides.
import Model
import Source
import Syntax

extension Compiler {
    mutating func binary(_ operation: BinaryOperator, _ left: Expression, _ right: Expression, _ expression: Expression)
        -> Node
    {
        let source = snippet(expression)
        func negated(_ node: Node) -> Node { Node(.not(node), .truth, source) }
        switch operation {
        case .and: return Node(.and(condition(left), condition(right)), .truth, source)
        case .or: return Node(.or(condition(left), condition(right)), .truth, source)
        case .is: return isA(left, right, expression)
        case .isNot: return negated(isA(left, right, expression))
        case .in: return member(left, right, expression)
        case .notIn: return negated(member(left, right, expression))
        case .equal: return equal(left, right, expression)
        case .notEqual: return negated(equal(left, right, expression))
        case .less: return ordered(.less, left, right, expression)
        case .lessOrEqual: return ordered(.lessOrEqual, left, right, expression)
        // The other way round, and not negated: an order with none is no in both directions.
        case .greater: return ordered(.less, left, right, expression, swapped: true)
        case .greaterOrEqual: return ordered(.lessOrEqual, left, right, expression, swapped: true)
        case .precedes: return relation("precedes", left, right, expression)
        case .reaches: return relation("reaches", left, right, expression)
        case .overlaps:
            let a = compile(left)
            let b = compile(right, expecting: a.type)
            return Node(.overlaps(a, b), .truth, source)
        case .plus: return arithmetic(.add, left, right, expression)
        case .minus: return arithmetic(.subtract, left, right, expression)
        case .times: return arithmetic(.multiply, left, right, expression)
        case .divided: return arithmetic(.divide, left, right, expression)
        }
    }

    // MARK: is, in

    private mutating func isA(_ left: Expression, _ right: Expression, _ expression: Expression) -> Node {
        if let special = verdict(left, [right], expression) { return special }
        let a = compile(left)
        if case .list = a.type {
            report(
                PackFinding.wrongType(
                    Message(
                        sv: "`is` gäller ett ting, och detta är \(a.type.words.sv).",
                        en: "`is` is asked of one thing, and this is \(a.type.words.en)."),
                    at: place(left.span),
                    advice: Message(sv: "Skriv `exists x in … with x is …`.", en: "Write `exists x in … with x is …`."))
            )
            return wrong(expression)
        }
        if isLost(a), isName(right) { return wrong(expression) }
        return Node(.isA(a, comparable(right, to: a, taxonomic: true)), .truth, snippet(expression))
    }

    private mutating func member(_ left: Expression, _ right: Expression, _ expression: Expression) -> Node {
        if case .list(let values) = right.form, let special = verdict(left, values, expression) { return special }
        let a = compile(left)
        if case .range(let first, let last) = right.form { return within(a, left, first, last, expression) }
        if case .list(let values) = right.form {
            if isLost(a), values.allSatisfy(isName) { return wrong(expression) }
            let nodes = values.map { comparable($0, to: a, taxonomic: true) }
            return Node(.member(a, Node(.list(nodes), .list(a.type), snippet(right))), .truth, snippet(expression))
        }
        let b = compile(right, expecting: .list(a.type))
        if !fits(a.type, b.type.element) { mismatch(a, b, right) }
        return Node(.member(a, b), .truth, snippet(expression))
    }

    /// Told already. What can't be read may be anything.
    private func isLost(_ node: Node) -> Bool { node.type == .anything && node.isLost }

    /// A name that stands alone: what it means may rest on what it is compared with.
    private func isName(_ expression: Expression) -> Bool {
        if case .path(let names) = expression.form { names.count == 1 } else { false }
    }

    /// `date in first..last`: both of them are within.
    private mutating func within(_ value: Node, _ left: Expression, _ first: Expression, _ last: Expression, _ expression: Expression) -> Node {
        let source = snippet(expression)
        let (from, to) = (compile(first, expecting: value.type), compile(last, expecting: value.type))
        for (node, side) in [(value, left), (from, first), (to, last)] where !node.type.isOrdered {
            report(PackFinding.unordered(node, at: place(side.span)))
            return wrong(expression)
        }
        for (node, side) in [(from, first), (to, last)] where !fits(value.type, node.type) {
            mismatch(value, node, side)
            return wrong(expression)
        }
        func atMost(_ low: Node, _ high: Node) -> Node {
            Node(.compare(.lessOrEqual, low, high), .truth, Snippet(place: source.place, text: "\(low.source.text) <= \(high.source.text)"))
        }
        return Node(.and(atMost(from, value), atMost(value, to)), .truth, source)
    }

    /// `factor is value` and `decision(…) is conclusion`, which are neither facts nor concepts.
    private mutating func verdict(_ left: Expression, _ right: [Expression], _ expression: Expression) -> Node? {
        let source = snippet(expression)
        let names = right.compactMap { value -> Name? in
            if case .path(let path) = value.form, path.count == 1 { path[0] } else { nil }
        }
        /// nil where one of them is no value: what would be asked is not known then.
        func indices(_ known: [String], _ owner: String, isWhole: Bool = true) -> [Int]? {
            if names.count < right.count, let value = right.first(where: { if case .path = $0.form { false } else { true } }) {
                report(
                    PackFinding.wrongForm(
                        owner, wanted: Message(sv: "ett av \(listed(known))", en: "one of \(listed(known))"), at: place(value.span)))
                return nil
            }
            let unknown = names.filter { !known.contains($0.text) }
            for name in unknown where isWhole {
                report(
                    PackFinding.unknownName(
                        name.text, Message(sv: "inget värde av `\(owner)`", en: "no value of `\(owner)`"),
                        known: known, at: place(name.span)))
            }
            return unknown.isEmpty ? names.compactMap { known.firstIndex(of: $0.text) } : nil
        }
        func listed(_ values: [String]) -> String { values.map { "`\($0)`" }.joined(separator: ", ") }
        if case .path(let path) = left.form, path.count == 1, scope[path[0].text] == nil,
            let index = factors.firstIndex(where: { $0.name == path[0].text })
        {
            guard let wanted = indices(factors[index].values, path[0].text, isWhole: factors[index].isWhole) else { return wrong(expression) }
            return Node(.factor(index, in: wanted), .truth, source)
        }
        if case .call(let callee, let arguments) = left.form, callee.count == 1, loader.isDecision(callee[0].text) {
            guard let decision = loader.decision(callee[0].text, at: place(callee[0].span)),
                let nodes = self.arguments(arguments, of: decision, left)
            else {
                return wrong(expression)
            }
            if names.count == 1, right.count == 1, names[0].text == "undetermined" {
                return Node(.undetermined(decision, nodes), .truth, source)
            }
            guard let wanted = indices(decision.conclusions, decision.name) else { return wrong(expression) }
            return Node(.concluded(decision, nodes, in: wanted), .truth, source)
        }
        return nil
    }

    // MARK: Comparison

    private mutating func equal(_ left: Expression, _ right: Expression, _ expression: Expression) -> Node {
        let source = snippet(expression)
        if case .unknown = right.form {
            return Node(.not(Node(.stated(compile(left)), .truth, source)), .truth, source)
        }
        if case .unknown = left.form {
            return Node(.not(Node(.stated(compile(right)), .truth, source)), .truth, source)
        }
        if let special = verdict(left, [right], expression) { return special }
        let a = compile(left)
        if isLost(a), isName(right) { return wrong(expression) }
        return Node(.compare(.equal, a, comparable(right, to: a)), .truth, source)
    }

    /// The right side, read in the light of the left; a finding when the two can never be equal.
    /// - Parameter taxonomic: asked by `is`, where an assessment or an approval stands under a concept of a kind of its own.
    private mutating func comparable(_ expression: Expression, to left: Node, taxonomic: Bool = false) -> Node {
        var expected = left.type
        if case .entity(let kind) = expected {
            if let head = Vocabulary.headType(of: kind) { expected = head }
            if taxonomic, case .entity(let concept)? = Vocabulary.property("kind", of: kind)?.type {
                expected = .entity(concept)
            }
        }
        let node = compile(expression, expecting: expected)
        if !fits(left.type, node.type), !fits(expected, node.type) { mismatch(left, node, expression) }
        return node
    }

    private func mismatch(_ left: Node, _ right: Node, _ expression: Expression) {
        report(
            PackFinding.wrongType(
                Message(
                    sv:
                        "`\(left.source.text)` är \(left.type.words.sv) och kan inte jämföras med \(right.type.words.sv).",
                    en:
                        "`\(left.source.text)` is \(left.type.words.en) and can't be compared with \(right.type.words.en)."
                ), at: place(expression.span)))
    }

    private mutating func ordered(
        _ comparison: Node.Comparison, _ left: Expression, _ right: Expression, _ expression: Expression,
        swapped: Bool = false
    ) -> Node {
        let a = compile(left)
        let b = compile(right, expecting: a.type)
        let source = snippet(expression)
        for (node, side) in [(a, left), (b, right)] where !node.type.isOrdered {
            report(PackFinding.unordered(node, at: place(side.span)))
            return wrong(expression)
        }
        if !fits(a.type, b.type) { mismatch(a, b, right) }
        return Node(swapped ? .compare(comparison, b, a) : .compare(comparison, a, b), .truth, source)
    }

    private mutating func relation(_ name: String, _ left: Expression, _ right: Expression, _ expression: Expression)
        -> Node
    {
        guard let function = Vocabulary.functions[name], function.parameters.count == 2 else {
            return wrong(expression)
        }
        let first = typed(left, function.parameters[0])
        if isLost(first) { return wrong(expression) }
        let nodes = [first, typed(right, function.parameters[1])]
        return Node(.function(name, nodes), .truth, snippet(expression))
    }

    // MARK: Arithmetic

    private mutating func arithmetic(
        _ operation: Node.Arithmetic, _ left: Expression, _ right: Expression, _ expression: Expression
    ) -> Node {
        let a = compile(left)
        let b = compile(right)
        let source = snippet(expression)
        let type: FactType? =
            switch (operation, a.type, b.type) {
            case (_, .anything, _), (_, _, .anything): .anything
            case (_, .number, .number): .number
            case (.add, .date, .duration), (.add, .duration, .date), (.subtract, .date, .duration): .date
            case (.subtract, .date, .date), (.add, .duration, .duration), (.subtract, .duration, .duration): .duration
            default: nil
            }
        guard let type else {
            report(
                PackFinding.wrongType(
                    Message(
                        sv: "Det går inte att räkna med \(a.type.words.sv) och \(b.type.words.sv) så.",
                        en: "\(a.type.words.en) and \(b.type.words.en) can't be combined like this.".sentence),
                    at: place(expression.span)))
            return wrong(expression)
        }
        return Node(.arithmetic(operation, a, b), type, source)
    }

    // MARK: Calls

    mutating func call(_ callee: [Name], _ arguments: [Argument], _ expression: Expression) -> Node {
        let source = snippet(expression)
        guard let name = callee.last else { return wrong(expression) }
        guard callee.count == 1 else {
            report(
                PackFinding.wrongForm(
                    callee.map(\.text).joined(separator: ".") + "(…)",
                    wanted: Message(
                        sv: "ett anrop `\(name.text)(x, …)`, utan punkt",
                        en: "a call `\(name.text)(x, …)`, without a dot"), at: place(expression.span)))
            return wrong(expression)
        }
        for clause in arguments.flatMap(\.clauses) {
            report(
                PackFinding.unknownMember(
                    clause.word.text, in: name.text + "(…)", known: [], at: place(clause.word.span)))
        }
        switch name.text {
        case "count" where arguments.count == 1: return Node(.size(range(arguments[0].value)), .number, source)
        case "min", "max":
            let nodes = arguments.map { compile($0.value) }
            let type = nodes.first?.type.element ?? .anything
            return Node(name.text == "min" ? .least(nodes) : .greatest(nodes), type, source)
        case "in_force" where arguments.count == 1:
            return Node(.inForce(typed(arguments[0].value, .norm)), .truth, source)
        default: break
        }
        if loader.isDecision(name.text) {
            guard let decision = loader.decision(name.text, at: place(name.span)),
                let nodes = self.arguments(arguments, of: decision, expression)
            else {
                return wrong(expression)
            }
            return Node(.decision(decision, nodes), .word, source)
        }
        if let declared = loader.parameters(ofDefine: name.text) {
            guard let nodes = self.arguments(arguments, declared.map { PackLoader.type(ofParameter: $0.kind) }, name.text, expression),
                let define = loader.define(name.text, at: place(name.span))
            else { return wrong(expression) }
            return Node(.define(define, nodes), define.body.type, source)
        }
        guard let function = Vocabulary.functions[name.text] else {
            if !loader.hasNameless("define"), !loader.hasNameless("decision") {
                report(
                    PackFinding.unknownName(
                        name.text,
                        Message(sv: "varken funktion, definition eller beslut", en: "no function, definition or decision"),
                        known: loader.callables,
                        at: place(name.span)))
            }
            return wrong(expression)
        }
        guard let nodes = self.arguments(arguments, function.parameters, name.text, expression) else {
            return wrong(expression)
        }
        return Node(.function(name.text, nodes), function.result, source)
    }

    private mutating func arguments(
        _ arguments: [Argument], _ types: [FactType], _ name: String, _ expression: Expression
    ) -> [Node]? {
        guard arguments.count == types.count else {
            report(
                PackFinding.wrongArguments(
                    name, wanted: String(types.count), found: arguments.count, at: place(expression.span)))
            return nil
        }
        return zip(arguments, types).map { typed($0.value, $1) }
    }

    /// Arguments of a decision: what its `each` runs through may be left out.
    private mutating func arguments(_ arguments: [Argument], of decision: Decision, _ expression: Expression) -> [Node]?
    {
        let all = decision.parameters.count
        let least = decision.each == nil ? all : all - 1
        guard (least...all).contains(arguments.count) else {
            report(
                PackFinding.wrongArguments(
                    decision.name, wanted: least == all ? "\(all)" : "\(least)–\(all)", found: arguments.count,
                    at: place(expression.span)))
            return nil
        }
        return zip(arguments, decision.parameters).map { typed($0.value, PackLoader.type(ofParameter: $1.kind)) }
    }
}
