// Templates of messages: the same names and calls as in expressions, and what only a text can ask for.
import Model
import Source
import Syntax

extension Compiler {
    mutating func template(_ key: String, _ block: Block, head: Name? = nil, required: Bool) -> Template? {
        guard let texts = block.texts(key, head: head, required: required) else { return nil }
        return Template(sv: pieces(texts.sv.text, texts.sv.place), en: pieces(texts.en.text, texts.en.place))
    }

    private mutating func pieces(_ text: String, _ place: Place) -> [Template.Piece] {
        let raw = RawTemplate(text)
        if let mistake = raw.mistake { report(PackFinding.badTemplate(mistake, at: place)) }
        let pieces: [Template.Piece] = raw.pieces.compactMap { piece in
            switch piece {
            case .text(let text): .text(text)
            case .hole(let hole): self.piece(hole, place)
            }
        }
        // Where nothing of it can be filled in, it stands as it is written: a finding always says something.
        return pieces.isEmpty ? [.text(text)] : pieces
    }

    private mutating func piece(_ hole: RawTemplate.Hole, _ place: Place) -> Template.Piece? {
        switch hole {
        case .call("failed", let arguments):
            guard arguments.count == 1, case .path(let path) = arguments[0], path.count == 1 else {
                report(PackFinding.badTemplate("failed(…)", at: place))
                return nil
            }
            let calls = mentioned.flatMap(\.calls).compactMap { call -> (Define, [Node])? in
                if case .define(let define, let arguments) = call.form, define.name == path[0], !define.parts.isEmpty {
                    (define, arguments)
                } else {
                    nil
                }
            }
            guard let call = calls.first, calls.count == 1 else {
                report(PackFinding.badTemplate("failed(\(path[0]))", at: place))
                return nil
            }
            return .failed(call.0, call.1)
        case .path(let path) where path.count == 2 && scope[path[0]] == nil && loader.isDecision(path[0]):
            let calls = mentioned.flatMap(\.calls).compactMap { call -> (Decision, [Node])? in
                switch call.form {
                case .concluded(let decision, let arguments, _), .undetermined(let decision, let arguments),
                    .decision(let decision, let arguments):
                    decision.name == path[0] ? (decision, arguments) : nil
                default: nil
                }
            }
            let same = Set(calls.map { $0.1.map(\.source.text).joined(separator: ",") }).count == 1
            guard let call = calls.first, same, let wanted = Template.DecisionText(rawValue: path[1]) else {
                report(PackFinding.badTemplate(path.joined(separator: "."), at: place))
                return nil
            }
            return .decision(call.0, call.1, wanted)
        case .path(let path) where scope[path[0]] == nil && path[0].first?.isLowercase == true:
            guard let (witness, failing) = mentioned.first?.witness(of: path[0], names: names.witnesses),
                case .quantified(_, let slot, let range, _) = witness.form
            else {
                report(PackFinding.badTemplate(path.joined(separator: "."), at: place))
                return nil
            }
            scope[path[0]] = (slot, range.type.element)
            defer { scope[path[0]] = nil }
            return node(hole, place).map { .witnesses(witness, failing: failing, value: $0) }
        case .path(let path) where path.last == "title" && path.count > 1:
            return node(.path(Array(path.dropLast())), place).map(Template.Piece.title)
        default: return node(hole, place).map(Template.Piece.value)
        }
    }

    /// A hole as an expression, read by the same compiler. What is wrong in it is told at the text.
    private mutating func node(_ hole: RawTemplate.Hole, _ place: Place) -> Node? {
        let before = loader.diagnostics.count
        var node: Node?
        switch hole {
        case .path(let path):
            node = self.path(
                path.map { Name(text: $0, span: Span(0..<0)) },
                Snippet(place: place, text: path.joined(separator: ".")), nil)
        case .call: node = RawTemplate.expression(hole).map { compile($0) }
        }
        guard loader.diagnostics.count > before || node == nil else { return node }
        loader.diagnostics.removeLast(loader.diagnostics.count - before)
        report(PackFinding.badTemplate(hole.words, at: place))
        return nil
    }
}

extension RawTemplate {
    /// A call parsed as what a definition gives.
    static func expression(_ hole: Hole) -> Expression? {
        let tree = parse(Text(path: "", "define hole() { gives: \(hole.words) }"))
        return tree.members.first?.tree.root?.members.first?.values.first
    }
}

extension RawTemplate.Hole {
    var words: String {
        switch self {
        case .path(let path): path.joined(separator: ".")
        case .call(let name, let arguments): "\(name)(\(arguments.map(\.words).joined(separator: ", ")))"
        }
    }
}

extension Node {
    /// The calls of definitions and decisions in it.
    var calls: [Node] {
        let inner = form.children.flatMap(\.calls)
        switch form {
        case .define, .decision, .concluded, .undetermined: return [self] + inner
        default: return inner
        }
    }

    /// The `exists` over a variable of this name among the conditions that must all hold, or the `every` among those that must not.
    func witness(of name: String, names: [Int: String]) -> (node: Node, failing: Bool)? {
        switch form {
        case .and(let left, let right):
            return left.witness(of: name, names: names) ?? right.witness(of: name, names: names)
        case .quantified(.exists, let slot, _, _) where names[slot] == name: return (self, false)
        case .not(let inner):
            if case .quantified(.every, let slot, _, _) = inner.form, names[slot] == name { return (inner, true) }
            return nil
        default: return nil
        }
    }
}
