// Why: rule → definitions → facts → places, each with its norm. Made only for what fires.
import Model
import Source

struct Derivation {
    private(set) var notes: [Note] = []
    /// Each `every` over nothing that the answer rests on.
    private(set) var vacuous: [Node] = []
    fileprivate var explained: Set<Told> = []

    /// What has been explained once: a definition, decision or factor of given values.
    fileprivate struct Told: Hashable {
        var what: String
        var index = 0
        var values: [Value]
    }

    /// All factors of the decision have been told: its table's row need not tell them again.
    fileprivate var factorsTold = false

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
            let before = out.notes.count
            facts(node, &frame, depth, &out)
            if out.notes.count == before { out.add(sentence(describe(node, frame), result), depth) }
        }
        (undecided, gaps) = (nil, [])
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
        let condition = body.map { reading($0, frame, open: slot) } ?? Message(both: "")
        switch kind {
        case .exists:
            out.add(
                Message(
                    sv: "inget i \(named.sv) (\(count(elements, .sv))) uppfyller: \(condition.sv)",
                    en: "nothing in \(named.en) (\(count(elements, .en))) meets: \(condition.en)"),
                depth, place: place(of: range, &frame))
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
        case .function(_, let arguments):
            out.add(sentence(describe(node, frame), truth(node, &frame), plain(value(node, &frame))), depth)
            for argument in arguments { facts(argument, &frame, depth + 1, &out) }
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

    private func place(of value: Value) -> Place? {
        guard case .entity(let id) = value, model[id].origin == .specification else { return nil }
        return place(of: id)
    }

    // MARK: Decisions

    func explain(_ result: DecisionResult, _ depth: Int, _ out: inout Derivation) {
        let decision = result.source
        let head = heading(of: result)
        let text =
            result.worst.first.map { conclusionText(decision, result.conclusion, $0) }
            ?? conclusionText(decision, result.conclusion, nil)
        out.add(
            Message(sv: "\(head.sv): \(text.sv)", en: "\(head.en): \(text.en)"), depth, norm: decision.authority.cites.first)
        guard out.explained.insert(.init(what: decision.name, index: -1, values: result.arguments)).inserted else { return }
        var explainedWorst = false
        for group in result.groups {
            var inner = depth + 1
            if let element = group.element {
                let conclusion = conclusionText(decision, group.conclusion, group)
                out.add(
                    Message(
                        sv: "för \(words(element, .sv)): \(conclusion.sv)",
                        en: "for \(words(element, .en)): \(conclusion.en)"), inner,
                    place: place(of: element))
                inner += 1
            }
            // The group that decides is explained whole, the others in one line.
            guard group.conclusion == result.conclusion, !explainedWorst else { continue }
            explainedWorst = true
            explain(group, of: decision, inner, &out)
        }
    }

    private func explain(_ group: DecisionResult.Group, of decision: Decision, _ depth: Int, _ out: inout Derivation) {
        weighing.append(Weighing(decision, group.frame))
        defer { weighing.removeLast() }
        // The table is left early when a row that weighs no factor decides: only what it names is told then.
        var frame = group.frame
        let row = group.rows.count == 1 ? decision.rows[group.rows[0]] : nil
        let weighs = row.map { row in row.guardNode.map { $0.mentionsFactor } ?? true } ?? true
        if weighs {
            for index in decision.factors.indices { explain(factor: index, depth, &out) }
        }
        let outer = out.factorsTold
        out.factorsTold = weighs
        if let guardNode = row?.guardNode { explain(guardNode, &frame, depth, &out) }
        out.factorsTold = outer
        for condition in group.conditions {
            let state: Message =
                switch condition.met {
                case .yes: Message(sv: "uppfyllt", en: "met")
                case .no: Message(sv: "inte uppfyllt", en: "not met")
                case .unknown: Message(sv: "inte angivet", en: "not stated")
                }
            out.add(
                Message(
                    sv: "villkor: \(condition.text.sv) (\(state.sv))",
                    en: "condition: \(condition.text.en) (\(state.en))"), depth,
                norm: condition.norms.first)
        }
    }

    private func explain(factor index: Int, _ depth: Int, _ out: inout Derivation) {
        guard let current = weighing.last else { return }
        let factor = current.decision.factors[index]
        let state = state(of: index)
        let values = state.values.sorted()
        var text = Message(sv: factor.title.sv, en: factor.title.en)
        if values.count == 1 {
            let says = factor.says[values[0]].map { message($0, current.frame) }
            let title = factor.title(of: values[0])
            text.sv += ": \(title.sv)" + (says.map { " (\($0.sv))" } ?? "")
            text.en += ": \(title.en)" + (says.map { " (\($0.en))" } ?? "")
        } else {
            let open = values.map(factor.title(of:))
            text.sv += ": inte avgjort (\(open.map(\.sv).joined(separator: " eller ")))"
            text.en += ": open (\(open.map(\.en).joined(separator: " or ")))"
        }
        out.add(text, depth, norm: factor.authority.cites.first)
        guard out.explained.insert(.init(what: current.decision.name, index: index, values: current.frame)).inserted else { return }
        var frame = current.frame
        for row in factor.rows {
            guard let guardNode = row.guardNode else { return }
            let result = truth(guardNode, &frame)
            (undecided, gaps) = (nil, [])
            if result == .no { continue }
            if !guardNode.onlyFactors { explain(guardNode, &frame, depth + 1, &out) }
            if result == .yes { return }
        }
    }

    // MARK: Reading

    /// How a condition reads: a definition's own words, a fact with its key and owner.
    func describe(_ node: Node, _ frame: [Value]) -> Message { reading(node, frame, open: nil) }

    /// "förenlighet med insamlingsändamålet för `A` och `D`"
    private func heading(of result: DecisionResult) -> Message {
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
