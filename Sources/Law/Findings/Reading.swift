// How a condition of a rule reads to people: in both languages, with the names of what it is about.
import Model
import Source

extension Evaluation {
    /// - Parameter open: the slot of a variable that stands for any element of a list: it reads as “it”.
    func reading(_ node: Node, _ frame: [Value], open: Int?) -> Message {
        Message(sv: reading(node, frame, open, .sv), en: reading(node, frame, open, .en))
    }

    private func reading(_ node: Node, _ frame: [Value], _ open: Int?, _ language: Language) -> String {
        let sv = language == .sv
        var frame = frame
        func read(_ node: Node) -> String { reading(node, frame, open, language) }
        func enclosed(_ node: Node) -> String {
            if case .or = node.form { return "(\(read(node)))" }
            if case .and = node.form { return "(\(read(node)))" }
            return read(node)
        }
        switch node.form {
        case .slot(let slot): return slot == open ? (sv ? "den" : "it") : words(frame[slot], language)
        case .constant(let value): return words(value, language)
        case .concept(let name, let kind):
            guard let id = concept(name, kind) else { return name }
            return words(.entity(id), language)
        case .today: return words(.date(asOf), language)
        case .policy(let name): return policy[name].map { words($0, language) } ?? name
        case .property(let base, let fact):
            if case .slot(open) = base.form { return "`\(key(fact, of: base, frame))`" }
            let owner = read(base)
            return sv ? "`\(key(fact, of: base, frame))` för \(owner)" : "`\(key(fact, of: base, frame))` of \(owner)"
        case .not(let inner):
            if case .compare(.equal, let left, let right) = inner.form {
                if case .constant(.none) = right.form { return sv ? "\(read(left)) är angivet" : "\(read(left)) is stated" }
                return sv ? "\(read(left)) är inte \(read(right))" : "\(read(left)) is not \(read(right))"
            }
            return sv ? "inte (\(read(inner)))" : "not (\(read(inner)))"
        case .and(let left, let right): return "\(enclosed(left)) \(sv ? "och" : "and") \(enclosed(right))"
        case .or(let left, let right): return "\(enclosed(left)) \(sv ? "eller" : "or") \(enclosed(right))"
        case .compare(.equal, let left, let right):
            if case .constant(.none) = right.form { return sv ? "\(read(left)) är inte angivet" : "\(read(left)) is not stated" }
            return "\(read(left)) \(sv ? "är" : "is") \(read(right))"
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
            for (index, argument) in arguments.enumerated() { if case .slot(open) = argument.form { inner[index] = .text(sv ? "den" : "it") } }
            if let says = define.says { return message(says, inner)[language] }
            return call(define.name, Array(inner.prefix(arguments.count)))
        case .function(let name, let arguments):
            // What it is asked of, by name: where that is said, the derivation says beneath.
            let parts = arguments.map { argument in
                open.map { argument.slots.contains($0) } ?? false ? read(argument) : words(plain(value(argument, &frame)), language)
            }
            return function(name, parts, language)
        case .quantified(let kind, let slot, let range, let body):
            let condition = body.map { reading($0, frame, slot, language) }
            let list = read(range)
            switch kind {
            case .exists: return (sv ? "det finns något i \(list)" : "there is something in \(list)") + (condition.map { sv ? " där \($0)" : " where \($0)" } ?? "")
            case .every: return (sv ? "allt i \(list)" : "everything in \(list)") + (condition.map { sv ? " uppfyller: \($0)" : " meets: \($0)" } ?? "")
            case .count: return (sv ? "antalet i \(list)" : "the number in \(list)") + (condition.map { sv ? " där \($0)" : " where \($0)" } ?? "")
            }
        case .stated(let inner): return sv ? "\(read(inner)) är angivet" : "\(read(inner)) is stated"
        case .inForce(let inner): return sv ? "\(read(inner)) är i kraft" : "\(read(inner)) is in force"
        case .size(let inner): return sv ? "antalet i \(read(inner))" : "the number in \(read(inner))"
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
