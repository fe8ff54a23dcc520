// How a condition of a rule reads to people: in both languages, with the names of what it is about.
import Model
import Source

extension Evaluation {
    /// - Parameter open: the slot of a variable that stands for any element of a list: it reads as “it”.
    func reading(_ node: Node, _ frame: [Value], open: Int?) -> Message {
        let open = open.map { [$0] } ?? []
        return Message(sv: reading(node, frame, open, .sv), en: reading(node, frame, open, .en))
    }

    /// - Parameter open: such variables from the outermost inwards: the last is “it”, those around it go by their kind.
    private func reading(_ node: Node, _ frame: [Value], _ open: [Int], _ language: Language) -> String {
        let sv = language == .sv
        var frame = frame
        func read(_ node: Node) -> String { reading(node, frame, open, language) }
        /// In parentheses where it is joined by the other word.
        func enclosed(_ node: Node, inAnd: Bool) -> String {
            switch node.form {
            case .or where inAnd, .and where !inAnd: "(\(read(node)))"
            default: read(node)
            }
        }
        switch node.form {
        case .slot(let slot): return open.contains(slot) ? pronoun(slot, node.type, open, language) : words(frame[slot], language)
        case .constant(let value): return words(value, language)
        case .concept(let name, let kind):
            guard let id = concept(name, kind) else { return name }
            return words(.entity(id), language)
        case .today: return words(.date(asOf), language)
        case .policy(let name): return policy[name].map { words($0, language) } ?? name
        case .property(let base, let fact):
            if case .slot(let slot) = base.form, slot == open.last { return "`\(key(fact, of: base, frame))`" }
            let owner = read(base)
            return sv ? "`\(key(fact, of: base, frame))` för \(owner)" : "`\(key(fact, of: base, frame))` of \(owner)"
        case .not(let inner):
            if case .compare(.equal, let left, let right) = inner.form {
                if case .constant(.none) = right.form { return sv ? "\(read(left)) är angivet" : "\(read(left)) is stated" }
                return sv ? "\(read(left)) är inte \(read(right))" : "\(read(left)) is not \(read(right))"
            }
            return sv ? "inte (\(read(inner)))" : "not (\(read(inner)))"
        case .and(let left, let right): return "\(enclosed(left, inAnd: true)) \(sv ? "och" : "and") \(enclosed(right, inAnd: true))"
        case .or(let left, let right): return "\(enclosed(left, inAnd: false)) \(sv ? "eller" : "or") \(enclosed(right, inAnd: false))"
        case .compare(.equal, let left, let right):
            if case .constant(.none) = right.form { return sv ? "\(read(left)) är inte angivet" : "\(read(left)) is not stated" }
            return "\(read(left)) \(sv ? "är" : "is") \(read(right))"
        case .compare(let order, let left, let right) where order != .equal && left.isNumber && !right.isNumber:
            // What is asked about comes first, whichever side the rule writes it on.
            let than = sv ? (order == .less ? "är större än" : "är minst") : order == .less ? "is greater than" : "is at least"
            return "\(read(right)) \(than) \(read(left))"
        case .compare(.less, let left, let right):
            if left.type == .date { return sv ? "\(read(left)) är före \(read(right))" : "\(read(left)) is before \(read(right))" }
            return sv ? "\(read(left)) är mindre än \(read(right))" : "\(read(left)) is less than \(read(right))"
        case .compare(.lessOrEqual, let left, let right):
            if left.type == .date { return sv ? "\(read(left)) är senast \(read(right))" : "\(read(left)) is no later than \(read(right))" }
            return sv ? "\(read(left)) är högst \(read(right))" : "\(read(left)) is at most \(read(right))"
        case .isA(let left, let right): return "\(read(left)) \(sv ? "är" : "is") \(read(right))"
        case .member(let left, let right):
            if case .list(let values) = right.form { return "\(read(left)) \(sv ? "är" : "is") \(alternatives(values.map(read), sv))" }
            return sv ? "\(read(left)) finns i \(read(right))" : "\(read(left)) is in \(read(right))"
        case .list(let nodes): return joined(nodes.map(read), language)
        case .define(let define, let arguments):
            var inner = self.frame(define.frame, arguments, &frame)
            for (index, argument) in arguments.enumerated() {
                if case .slot(let slot) = argument.form, open.contains(slot) { inner[index] = .text(pronoun(slot, argument.type, open, language)) }
            }
            if let says = define.says { return message(says, inner)[language] }
            return call(define.name, Array(inner.prefix(arguments.count)))
        case .function(let name, let arguments):
            // What it is asked of, by name: where that is said, the derivation says beneath.
            let parts = arguments.map { argument in
                open.contains(where: argument.slots.contains) ? read(argument) : words(plain(value(argument, &frame)), language)
            }
            return function(name, parts, language)
        case .quantified(let kind, let slot, let range, let body):
            let condition = body.map { reading($0, frame, open + [slot], language) }
            let list = read(range)
            switch kind {
            case .exists: return (sv ? "det finns något i \(list)" : "there is something in \(list)") + (condition.map { sv ? " där \($0)" : " where \($0)" } ?? "")
            case .every: return (sv ? "allt i \(list)" : "everything in \(list)") + (condition.map { sv ? " uppfyller: \($0)" : " meets: \($0)" } ?? "")
            case .count: return number(of: range, list, frame, language) + (condition.map { sv ? " där \($0)" : " where \($0)" } ?? "")
            }
        case .stated(let inner): return sv ? "\(read(inner)) är angivet" : "\(read(inner)) is stated"
        case .inForce(let inner): return sv ? "\(read(inner)) är i kraft" : "\(read(inner)) is in force"
        case .size(let inner): return number(of: inner, read(inner), frame, language)
        case .factor(let index, let wanted):
            guard let factor = weighing.last?.decision.factors[index] else { return Evaluation.flat(node.source.text) }
            let values = alternatives(wanted.map { factor.title(of: $0)[language] }, sv)
            return "\(factor.title[language]) \(sv ? "är" : "is") \(values)"
        case .decision(let decision, let arguments): let asked = joined(arguments.map(read), language)
            return sv ? "vad \(decision.title.sv) blir för \(asked)" : "what \(decision.title.en) comes to for \(asked)"
        case .concluded(let decision, let arguments, let wanted):
            let values = alternatives(wanted.map { conclusionText(decision, decision.conclusions[$0], nil)[language] }, sv)
            return "\(decision.title[language]), \(joined(arguments.map(read), language)), \(sv ? "är" : "is") \(values)"
        case .undetermined(let decision, let arguments):
            return "\(decision.title[language]), \(joined(arguments.map(read), language)), \(sv ? "är inte avgjord" : "is undetermined")"
        case .arithmetic(let operation, let left, let right):
            let sign = switch operation {
            case .add: "+"
            case .subtract: "−"
            case .multiply: "·"
            case .divide: "/"
            }
            return "\(read(left)) \(sign) \(read(right))"
        default: return Evaluation.flat(node.source.text)
        }
    }

    private func pronoun(_ slot: Int, _ type: FactType, _ open: [Int], _ language: Language) -> String {
        let sv = language == .sv
        if slot == open.last { return sv ? "den" : "it" }
        guard case .entity(let name) = type, let swedish = Kinds.named(name)?.swedish ?? Evaluation.computed[name] else { return sv ? "den förra" : "the former" }
        return sv ? "samma \(swedish)" : "the same \(name)"
    }

    /// What a pipeline makes has no row among the kinds that an author declares.
    private static let computed = ["step": "steg", "relation": "relation", "column": "kolumn", "table": "tabell", "gate": "krav", "opt_out": "bortval"]

    /// How many there are of what a list holds.
    private func number(of range: Node, _ list: String, _ frame: [Value], _ language: Language) -> String {
        let sv = language == .sv
        if case .function("first_read", let arguments) = range.form, arguments.count == 2 {
            var frame = frame
            let names = arguments.map { words(plain(value($0, &frame)), language) }
            return sv ? "antalet kolumner som \(names[0]) läser i \(names[1])" : "the number of columns that \(names[0]) reads in \(names[1])"
        }
        return sv ? "antalet i \(list)" : "the number in \(list)"
    }

    private func key(_ fact: String, of base: Node, _ frame: [Value]) -> String {
        var frame = frame
        if case .known(.entity(let id)) = value(base, &frame) { return Evaluation.key(fact, model.kind(of: id)) }
        if case .entity(let kind) = base.type { return Evaluation.key(fact, kind) }
        return fact.replacing("_", with: " ")
    }

    private func alternatives(_ parts: [String], _ sv: Bool) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + (sv ? " eller " : " or ") + last
    }

    /// The functions between facts, as a reader would say them.
    private func function(_ name: String, _ arguments: [String], _ language: Language) -> String {
        let sv = language == .sv, a = arguments.first ?? "", b = arguments.dropFirst().first ?? ""
        switch name {
        case "personal": return sv ? "\(a) är personuppgifter" : "\(a) is personal data"
        case "same": return sv ? "\(a) är samma ändamål som \(b)" : "\(a) is the same purpose as \(b)"
        case "serves_directly": return sv ? "\(a) gagnar \(b) direkt" : "\(a) serves \(b) directly"
        case "serves_indirectly": return sv ? "\(a) gagnar \(b) genom ett annat ändamål" : "\(a) serves \(b) through another purpose"
        case "first_read": return sv ? "det som \(a) läser i \(b)" : "what \(a) reads in \(b)"
        case "provided_own_data": return sv ? "\(a) har själva lämnat uppgifter i \(b)" : "\(a) gave data in \(b) themselves"
        case "precedes": return sv ? "\(a) kommer alltid före \(b)" : "\(a) always comes before \(b)"
        case "reaches": return sv ? "\(b) är gjord av \(a)" : "\(b) is made from \(a)"
        case "bound_to": return sv ? "\(a) utförs av \(b)" : "\(a) is carried out by \(b)"
        case "paths_after": return sv ? "hur körningen kan sluta efter \(a)" : "how the run may end after \(a)"
        case "kinds_of": return sv ? "slagen av \(a)" : "the kinds of \(a)"
        case "words": return sv ? "antalet ord i \(a)" : "the number of words in \(a)"
        default: return "\(name)(\(arguments.map { $0.replacing("`", with: "") }.joined(separator: ", ")))"
        }
    }
}

extension Node {
    /// A number that the rule or its pack fixes.
    fileprivate var isNumber: Bool {
        switch form {
        case .constant(.number), .policy: true
        default: false
        }
    }
}
