// Why: rule → definitions → facts → places, each with its norm. Made only for what fires.
import Model
import Source

struct Derivation {
    private(set) var notes: [Note] = []
    /// Each `every` over nothing that the answer rests on.
    private(set) var vacuous: [Node] = []
    var explained: Set<Told> = []

    /// What has been explained once: a definition, decision or factor of given values.
    struct Told: Hashable {
        var what: String
        var index = 0
        var values: [Value]
    }

    /// All factors of the decision have been told: its table's row need not tell them again.
    var factorsTold = false

    mutating func add(_ text: Message, _ depth: Int, place: Place? = nil, norm: String? = nil) {
        let note = Note(text: text, place: place, norm: norm, depth: depth)
        if notes.last.map({ $0.text == text && $0.depth == depth }) != true { notes.append(note) }
    }

    fileprivate mutating func rest(on node: Node) { vacuous.append(node) }
}

extension Evaluation {
    /// Explains why a condition came out as it did.
    func explain(_ node: Node, _ frame: inout [Value], _ depth: Int, _ out: inout Derivation) {
        let result = truth(node, &frame)
        (undecided, gaps) = (nil, [])
        switch node.form {
        case .not(let inner): explain(inner, &frame, depth, &out)
        case .and(let left, let right): explain([left, right], all: result == .yes, of: result, &frame, depth, &out)
        case .or(let left, let right): explain([left, right], all: result == .no, of: result, &frame, depth, &out)
        case .define(let define, let arguments):
            var inner = self.frame(define.frame, arguments, &frame)
            out.add(sentence(describe(node, frame), result), depth, norm: define.authority.cites.first)
            // What has been explained once is only named again.
            guard out.explained.insert(.init(what: define.name, values: Array(inner.prefix(arguments.count)))).inserted else { break }
            if define.parts.isEmpty {
                explain(define.body, &inner, depth + 1, &out)
            } else {
                for part in define.parts {
                    let partResult = truth(part.body, &inner)
                    guard result == .yes || partResult != .yes else { continue }
                    let text = message(part.says, inner)
                    out.add(sentence(text, partResult), depth + 1, norm: part.authority.cites.first)
                    explain(part.body, &inner, depth + 2, &out)
                }
            }
        case .quantified(let kind, let slot, let range, let body):
            explain(kind, slot, range, body, node, result, &frame, depth, &out)
        case .factor(let index, _):
            if !out.factorsTold { explain(factor: index, depth, &out) }
        case .concluded(let decision, let arguments, _), .undetermined(let decision, let arguments):
            explain(decide(decision, arguments, &frame), depth, &out)
        case .constant: break
        default:
            if let counted = node.counted {
                explain(count: counted, in: node, result, &frame, depth, &out)
                break
            }
            let before = out.notes.count
            facts(node, &frame, depth, &out)
            if out.notes.count == before, !saysNothing(node, frame) { out.add(sentence(describe(node, frame), result), depth) }
        }
        (undecided, gaps) = (nil, [])
    }

    /// A comparison of how many there are: what it asks, and the number that answers it.
    private func explain(count: Node, in node: Node, _ result: Three, _ frame: inout [Value], _ depth: Int, _ out: inout Derivation) {
        let text = sentence(describe(node, frame), result)
        guard case .known(let number) = value(count, &frame) else { return out.add(text, depth) }
        out.add(Message(sv: "\(text.sv) (\(words(number, .sv)))", en: "\(text.en) (\(words(number, .en)))"), depth)
        if case .quantified(let kind, let slot, let range, let body?) = count.form {
            explain(kind, slot, range, body, count, result, &frame, depth + 1, &out)
        }
    }

    /// `x is x`: where both sides read the same, nobody learns anything from it.
    private func saysNothing(_ node: Node, _ frame: [Value]) -> Bool {
        switch node.form {
        case .compare(.equal, let left, let right), .isA(let left, let right): describe(left, frame) == describe(right, frame)
        default: false
        }
    }

    private func explain(
        _ nodes: [Node], all: Bool, of result: Three, _ frame: inout [Value], _ depth: Int, _ out: inout Derivation
    ) {
        for node in nodes where truth(node, &frame) == result {
            explain(node, &frame, depth, &out)
            if !all, result.isDefinite { return }
        }
    }

    private func explain(
        _ kind: Node.Quantification, _ slot: Int, _ range: Node, _ body: Node?, _ node: Node, _ result: Three,
        _ frame: inout [Value], _ depth: Int,
        _ out: inout Derivation
    ) {
        guard case .known(let list) = value(range, &frame) else {
            facts(range, &frame, depth, &out)
            return
        }
        let elements = Evaluation.elements(list)
        let named = reading(range, frame)
        if elements.isEmpty {
            if kind == .every { out.rest(on: node) }
            let place = place(of: range, &frame)
            out.add(
                kind == .every
                    ? Message(
                        sv: "det finns inget i \(named.sv): villkoret gäller bara därför att det är tomt",
                        en: "there is nothing in \(named.en): it holds only because it is empty")
                    : Message(sv: "det finns inget i \(named.sv)", en: "there is nothing in \(named.en)"), depth,
                place: place)
            return
        }
        let decisive: Three = kind == .exists ? .yes : .no
        if result == decisive || result == .unknown, kind != .count {
            for element in elements {
                frame[slot] = element
                guard (body.map { truth($0, &frame) } ?? .yes) == result else { continue }
                out.add(Message(sv: words(element, .sv), en: words(element, .en)), depth, place: place(of: element))
                if let body { explain(body, &frame, depth + 1, &out) }
                return
            }
        }
        // Where nothing can meet the condition for one and the same reason, that is the reason.
        if kind == .exists, result == .no, let common = body.flatMap({ hindrance($0, besides: slot, &frame) }) {
            explain(common, &frame, depth, &out)
            return
        }
        let condition = body.map { reading($0, frame, open: slot) } ?? Message(both: "")
        switch kind {
        case .exists:
            out.add(
                Message(
                    sv: "inget i \(named.sv) (\(count(elements, .sv))) uppfyller: \(condition.sv)",
                    en: "nothing in \(named.en) (\(count(elements, .en))) meets: \(condition.en)"),
                depth, place: place(of: range, &frame))
            if let body, let only = elements.first, elements.count == 1 {
                frame[slot] = only
                explain(body, &frame, depth + 1, &out)
            }
        case .every:
            out.add(
                Message(
                    sv: "allt i \(named.sv) (\(count(elements, .sv))) uppfyller: \(condition.sv)",
                    en: "everything in \(named.en) (\(count(elements, .en))) meets: \(condition.en)"),
                depth, place: place(of: range, &frame))
            if let body, let first = elements.first, elements.count == 1 {
                frame[slot] = first
                explain(body, &frame, depth + 1, &out)
            }
        case .count:
            for element in elements {
                frame[slot] = element
                guard let body, truth(body, &frame) == .yes else { continue }
                out.add(Message(sv: words(element, .sv), en: words(element, .en)), depth, place: place(of: element))
                explain(body, &frame, depth + 1, &out)
            }
        }
    }

    /// What fails in a condition whatever the variable is: a part that doesn't name it, or a list of its own that is empty.
    private func hindrance(_ body: Node, besides slot: Int, _ frame: inout [Value]) -> Node? {
        switch body.form {
        case .and(let left, let right): return hindrance(left, besides: slot, &frame) ?? hindrance(right, besides: slot, &frame)
        case .quantified(.exists, _, let range, _) where !range.slots.contains(slot):
            guard case .known(let list) = value(range, &frame) else { return nil }
            if Evaluation.elements(list).isEmpty { return body }
        default: break
        }
        return !body.slots.contains(slot) && truth(body, &frame) == .no ? body : nil
    }

    private func count(_ elements: [Value], _ language: Language) -> String {
        elements.count > 4 ? String(elements.count) : words(.list(elements), language)
    }

    // MARK: Facts

    /// The facts that a comparison reads, each with its place.
    private func facts(_ node: Node, _ frame: inout [Value], _ depth: Int, _ out: inout Derivation) {
        switch node.form {
        case .property(let base, let name):
            guard case .known(.entity(let id)) = value(base, &frame) else { return facts(base, &frame, depth, &out) }
            let fact = plain(value(node, &frame))
            let owner = words(.entity(id), .en)
            let key = Evaluation.key(name, model.kind(of: id))
            out.add(
                Message(
                    sv: "`\(key)` för \(owner): \(words(fact, .sv))", en: "`\(key)` of \(owner): \(words(fact, .en))"),
                depth,
                place: place(of: name, of: id) ?? place(of: fact) ?? place(of: id))
        case .function(let name, let arguments):
            let values = arguments.map { plain(value($0, &frame)) }
            // Everything is made from itself: what is said of it stands in what it is asked of.
            let isPlain = name == "reaches" && values.count == 2 && values[0] == values[1]
            if !isPlain { out.add(sentence(describe(node, frame), truth(node, &frame), plain(value(node, &frame))), depth) }
            for argument in arguments { facts(argument, &frame, isPlain ? depth : depth + 1, &out) }
        case .define(let define, let arguments) where define.body.type != .truth:
            var inner = self.frame(define.frame, arguments, &frame)
            let fact = plain(value(node, &frame))
            let reading = describe(node, frame)
            out.add(
                Message(sv: "\(reading.sv): \(words(fact, .sv))", en: "\(reading.en): \(words(fact, .en))"), depth,
                norm: define.authority.cites.first)
            facts(define.body, &inner, depth + 1, &out)
        case .quantified(let kind, let slot, let range, let body):
            explain(kind, slot, range, body, node, .unknown, &frame, depth, &out)
        case .define, .not, .and, .or, .concluded, .undetermined, .factor: explain(node, &frame, depth, &out)
        case .decision(let decision, let arguments):
            let result = decide(decision, arguments, &frame), head = heading(of: result)
            let text = conclusionText(decision, result.conclusion, result.worst.first)
            out.add(Message(sv: "\(head.sv): \(text.sv)", en: "\(head.en): \(text.en)"), depth, norm: decision.authority.cites.first)
        case .slot(let slot):
            if case .entity(let id) = frame[slot], model.head(of: id) != nil {
                out.add(
                    Message(sv: words(frame[slot], .sv), en: words(frame[slot], .en)), depth, place: place(of: id)
                )
            }
        default: for child in node.form.children { facts(child, &frame, depth, &out) }
        }
    }

    private func place(of range: Node, _ frame: inout [Value]) -> Place? {
        guard case .property(let base, let name) = range.form, case .known(.entity(let id)) = value(base, &frame) else {
            return nil
        }
        return place(of: name, of: id) ?? place(of: id)
    }

    func place(of value: Value) -> Place? {
        guard case .entity(let id) = value, model[id].origin == .specification else { return nil }
        return place(of: id)
    }

    // MARK: Reading

    /// How a condition reads: a definition's own words, a fact with its key and owner.
    func describe(_ node: Node, _ frame: [Value]) -> Message { reading(node, frame, open: nil) }

    /// "förenlighet med insamlingsändamålet för `A` och `D`"
    func heading(of result: DecisionResult) -> Message {
        let title = result.source.title
        func joined(_ language: Language) -> String { self.joined(result.arguments.map { words($0, language) }, language) }
        return Message(sv: "\(title.sv), \(joined(.sv))", en: "\(title.en), \(joined(.en))")
    }

    func call(_ name: String, _ arguments: [Value]) -> String {
        "\(name)(\(arguments.map { words($0, .en).replacing("`", with: "") }.joined(separator: ", ")))"
    }

    private func sentence(_ text: Message, _ result: Three, _ value: Value? = nil) -> Message {
        if let value, value != .truth(true), value != .truth(false) {
            return Message(sv: "\(text.sv): \(words(value, .sv))", en: "\(text.en): \(words(value, .en))")
        }
        return switch result {
        case .yes: Message(sv: "\(text.sv): ja", en: "\(text.en): yes")
        case .no: Message(sv: "\(text.sv): nej", en: "\(text.en): no")
        case .unknown: Message(sv: "\(text.sv): inte angivet", en: "\(text.en): not stated")
        }
    }

    /// A list as the author would point at it: `notices` of `SynthesiseCases`.
    private func reading(_ range: Node, _ frame: [Value]) -> Message {
        var frame = frame
        if case .property(let base, let name) = range.form, case .known(.entity(let id)) = value(base, &frame) {
            return Message(both: "`\(model.name(of: id)).\(name)`")
        }
        return describe(range, frame)
    }

    static func flat(_ text: String) -> String {
        text.split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
    }
}

extension Node {
    /// What a comparison of a number of things counts.
    var counted: Node? {
        guard case .compare(_, let left, let right) = form else { return nil }
        return [left, right].first { side in
            switch side.form {
            case .size, .quantified(.count, _, _, _): true
            default: false
            }
        }
    }

    var mentionsFactor: Bool {
        if case .factor = form { return true }
        return form.children.contains { $0.mentionsFactor }
    }

    /// Whether it is made of earlier factors alone, which are explained on their own.
    var onlyFactors: Bool {
        switch form {
        case .factor: true
        case .not(let inner): inner.onlyFactors
        case .and(let left, let right), .or(let left, let right): left.onlyFactors && right.onlyFactors
        default: false
        }
    }
}
