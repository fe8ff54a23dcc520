// Turns an expression of a pack into a typed node: resolves names, gives slots, checks types.
import Model
import Source
import Syntax

/// Compiles the expressions of one definition, decision or rule: they share a frame.
struct Compiler {
    let loader: PackLoader
    let unit: PackLoader.Unit
    var names = Names()
    /// The factors of the decision so far, which guards may name.
    var factors: [(name: String, values: [String], isWhole: Bool)] = []
    /// The conditions of a rule, to which its texts may refer.
    var mentioned: [Node] = []
    /// What should have named variables can't be read: a name that is not known may be one of them.
    var hasLostNames = false

    /// What has a slot.
    struct Names: Sendable {
        /// Variables in scope.
        var scope: [String: (slot: Int, type: FactType)] = [:]
        var slots = 0
        /// The variables of quantifiers, by slot.
        var witnesses: [Int: String] = [:]
    }

    var scope: [String: (slot: Int, type: FactType)] {
        get { names.scope }
        _modify { yield &names.scope }
    }
    var slots: Int { names.slots }

    mutating func declare(_ name: String, _ type: FactType) -> Int {
        names.scope[name] = (slots, type)
        names.slots += 1
        return slots - 1
    }

    func report(_ finding: Diagnostic) { loader.diagnostics.append(finding) }
    func place(_ span: Span) -> Place { unit.place(span) }
    func snippet(_ expression: Expression) -> Snippet {
        Snippet(place: place(expression.span), expression)
    }
    func wrong(_ expression: Expression) -> Node { Node(.wrong, .anything, snippet(expression)) }

    /// A condition: yes, no or unknown.
    mutating func condition(_ expression: Expression) -> Node {
        let node = compile(expression, expecting: .truth)
        if !fits(node.type, .truth) {
            report(
                PackFinding.wrongType(
                    Message(
                        sv: "Här ska stå ett villkor, inte \(node.type.words.sv).",
                        en: "A condition is wanted here, not \(node.type.words.en)."),
                    at: place(expression.span)))
            return wrong(expression)
        }
        return node
    }

    mutating func compile(_ expression: Expression, expecting expected: FactType? = nil) -> Node {
        let source = snippet(expression)
        switch expression.form {
        case .path(let names): return path(names, source, expected)
        case .text(let text): return Node(.constant(.text(text)), .text, source)
        case .number(let number): return Node(.constant(.number(number)), .number, source)
        case .percent(let share):
            return Node(.constant(.number(Exact(share.digits, places: share.places + 2))), .number, source)
        case .date(let day): return Node(.constant(.date(day)), .date, source)
        case .duration(let duration): return Node(.constant(.duration(duration)), .duration, source)
        case .truth(let truth): return Node(.constant(.truth(truth)), .truth, source)
        case .none: return Node(.constant(.none), .anything, source)
        case .group(let inner), .optional(let inner): return compile(inner, expecting: expected)
        case .list(let expressions):
            let wanted: FactType? = if case .list(let element)? = expected { element } else { expected }
            var nodes: [Node] = []
            var element: FactType?
            for expression in expressions {
                let node = compile(expression, expecting: wanted)
                nodes.append(node)
                element = element.map { $0 == node.type ? $0 : common($0, node.type) } ?? node.type
            }
            return Node(.list(nodes), .list(element ?? .anything), source)
        case .unary(.not, let inner): return Node(.not(condition(inner)), .truth, source)
        case .unary(.minus, let inner):
            let zero = Node(.constant(.number(Exact(0))), .number, source)
            return Node(.arithmetic(.subtract, zero, typed(inner, .number)), .number, source)
        case .binary(let operation, let left, let right): return binary(operation, left, right, expression)
        case .call(let callee, let arguments): return call(callee, arguments, expression)
        case .quantifier(let quantifier, let variable, let range, let body):
            return quantified(quantifier, variable, range, body, expression)
        case .unknown:
            report(
                PackFinding.wrongType(
                    Message(
                        sv: "`unknown` kan bara jämföras med `==` eller `!=`.",
                        en: "`unknown` can only be compared by `==` or `!=`."),
                    at: place(expression.span)))
            return wrong(expression)
        case .range:
            report(
                PackFinding.wrongType(
                    Message(
                        sv: "Ett intervall kan inte stå här; skriv två jämförelser.",
                        en: "A range can't stand here; write two comparisons."),
                    at: place(expression.span)))
            return wrong(expression)
        case .missing: return wrong(expression)
        }
    }

    /// An expression that must have a type.
    mutating func typed(_ expression: Expression, _ type: FactType) -> Node {
        let node = compile(expression, expecting: type)
        guard !fits(node.type, type) else { return node }
        report(
            PackFinding.wrongType(
                Message(
                    sv: "Här ska stå \(type.words.sv), inte \(node.type.words.sv).",
                    en: "\(type.words.en) is wanted here, not \(node.type.words.en).".sentence),
                at: place(expression.span), advice: Compiler.lineage(node.type, type)))
        return wrong(expression)
    }

    /// What a column is made of is a fact of it, and no relation between things.
    private static func lineage(_ type: FactType, _ wanted: FactType) -> Message? {
        guard type == .entity("column"), wanted == .entity("relation") else { return nil }
        return Message(sv: "Fråga en kolumn efter det som den är gjord av: `k in c.lineage`.", en: "Ask a column what it is made of: `k in c.lineage`.")
    }

    // MARK: Quantifiers

    private mutating func quantified(
        _ quantifier: Quantifier, _ variable: Name, _ range: Expression, _ body: Expression?, _ expression: Expression
    ) -> Node {
        let list = self.range(range)
        let outer = scope
        if scope[variable.text] != nil || factors.contains(where: { $0.name == variable.text }) {
            report(PackFinding.hiddenVariable(variable.text, at: place(variable.span)))
        }
        let slot = declare(variable.text, list.type.element)
        names.witnesses[slot] = variable.text
        var condition: Node?
        if let body { condition = self.condition(body) }
        scope = outer
        let kind: Node.Quantification =
            switch quantifier {
            case .exists: .exists
            case .every: .every
            case .count: .count
            }
        if kind == .every, condition == nil {
            report(
                PackFinding.wrongForm(
                    "every", wanted: Message(sv: "`every x in … with …`", en: "`every x in … with …`"),
                    at: place(expression.span)))
        }
        return Node(
            .quantified(kind, slot: slot, list, condition), kind == .count ? .number : .truth, snippet(expression))
    }

    /// What a variable may run through: a list; a single thing is a list of one.
    mutating func range(_ expression: Expression) -> Node {
        let node = compile(expression)
        switch node.type {
        case .list, .entity, .anything: return node
        default:
            report(
                PackFinding.wrongType(
                    Message(
                        sv: "Här ska stå en lista, inte \(node.type.words.sv).",
                        en: "A list is wanted here, not \(node.type.words.en)."),
                    at: place(expression.span)))
            return wrong(expression)
        }
    }

    // MARK: Types

    /// Whether a value of one type may stand where the other is wanted.
    func fits(_ actual: FactType, _ wanted: FactType) -> Bool {
        switch (actual, wanted) {
        case (.anything, _), (_, .anything): return true
        case (.entity(let a), .entity(let b)):
            if a.isEmpty || b.isEmpty || Vocabulary.isKind(a, under: b) || Vocabulary.isKind(b, under: a) {
                return true
            }
            if let head = Vocabulary.headType(of: a), head != actual { return fits(head, wanted) }
            if let head = Vocabulary.headType(of: b), head != wanted { return fits(actual, head) }
            return false
        case (.entity(let a), _):
            guard let head = Vocabulary.headType(of: a), head != actual else { return false }
            return fits(head, wanted)
        case (_, .entity(let b)):
            guard let head = Vocabulary.headType(of: b), head != wanted else { return false }
            return fits(actual, head)
        case (.list(let a), .list(let b)): return fits(a, b)
        default: return actual == wanted
        }
    }

    private func common(_ left: FactType, _ right: FactType) -> FactType {
        if case .entity = left, case .entity = right { return .entity("") }
        return .anything
    }
}

extension FactType {
    /// What a variable that runs through it is.
    var element: FactType {
        if case .list(let element) = self { return element }
        return self
    }

    /// Whether one value comes before another.
    var isOrdered: Bool {
        switch self {
        case .number, .date, .duration, .anything: true
        default: false
        }
    }

    var words: Message {
        switch self {
        case .truth: Message(sv: "ja eller nej", en: "yes or no")
        case .number: Message(sv: "ett tal", en: "a number")
        case .date: Message(sv: "ett datum", en: "a date")
        case .duration: Message(sv: "en tid", en: "a length of time")
        case .text: Message(sv: "en text", en: "a text")
        case .word: Message(sv: "ett ord", en: "a word")
        case .norm: Message(sv: "en norm", en: "a norm")
        case .anything: Message(sv: "vad som helst", en: "anything")
        case .entity(let kind):
            kind.isEmpty
                ? Message(sv: "något deklarerat", en: "something declared")
                : Message(sv: "`\(kind)`", en: "\("aeiou".contains(kind.prefix(1)) ? "an" : "a") `\(kind)`")
        case .list(.list): Message(sv: "en lista av listor", en: "a list of lists")
        case .list(let element): element.listed
        }
    }

    private var listed: Message {
        switch self {
        case .truth: Message(sv: "en lista av ja och nej", en: "a list of yes and no")
        case .number: Message(sv: "en lista av tal", en: "a list of numbers")
        case .date: Message(sv: "en lista av datum", en: "a list of dates")
        case .duration: Message(sv: "en lista av tider", en: "a list of lengths of time")
        case .text: Message(sv: "en lista av texter", en: "a list of texts")
        case .word: Message(sv: "en lista av ord", en: "a list of words")
        case .norm: Message(sv: "en lista av normer", en: "a list of norms")
        case .entity(let kind) where !kind.isEmpty: Message(sv: "en lista av `\(kind)`", en: "a list of `\(kind)`")
        case .entity, .anything, .list: Message(sv: "en lista", en: "a list")
        }
    }
}

extension String {
    var sentence: String { prefix(1).uppercased() + dropFirst() }
}
