// Templates of messages: the same names and calls as in expressions, and what only a text can ask for.
import Model
import Source
import Syntax

extension Compiler {
    mutating func template(_ key: String, _ block: Block, head: Name? = nil, required: Bool) -> Template? {
        guard let texts = block.texts(key, head: head, required: required) else { return nil }
        let before = loader.diagnostics.count
        let sv = pieces(texts.sv.text, texts.sv.place), between = loader.diagnostics.count
        let en = pieces(texts.en.text, texts.en.place)
        if loader.diagnostics.count > between, between > before { joinLanguages(before, between) }
        return Template(sv: sv, en: en)
    }

    /// The same slip in both languages is one mistake, told where it stands first.
    private func joinLanguages(_ first: Int, _ second: Int) {
        var (one, other) = (Array(loader.diagnostics[first..<second]), Array(loader.diagnostics[second...]))
        if let a = one.first, let b = other.first, b.place.span.start < a.place.span.start { swap(&one, &other) }
        for finding in other {
            guard let index = one.firstIndex(where: { $0.message == finding.message && $0.notes.isEmpty }) else {
                one.append(finding)
                continue
            }
            one[index].notes = [Note(text: Message(sv: "i det andra språket står samma", en: "the other language says the same"), place: finding.place)]
        }
        loader.diagnostics.replaceSubrange(first..., with: one)
    }

    private mutating func pieces(_ text: String, _ place: Place) -> [Template.Piece] {
        let raw = RawTemplate(text)
        if let mistake = raw.mistake { report(PackFinding.badTemplate(mistake.text, at: HolePlace(text, place, mistake.range).whole)) }
        let pieces: [Template.Piece] = raw.pieces.compactMap { piece in
            switch piece {
            case .text(let text): .text(text)
            case .hole(let hole, let range): self.piece(hole, HolePlace(text, place, range))
            }
        }
        // Where nothing of it can be filled in, it stands as it is written: a finding always says something.
        return pieces.isEmpty ? [.text(text)] : pieces
    }

    private mutating func piece(_ hole: RawTemplate.Hole, _ place: HolePlace) -> Template.Piece? {
        switch hole {
        case .call("failed", let arguments):
            guard arguments.count == 1, case .path(let path) = arguments[0], path.count == 1 else {
                report(PackFinding.badTemplate("failed(…)", at: place.whole))
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
                unfilled(
                    hole, path[0], place.whole,
                    Message(
                        sv: "`\(path[0])` är ingen definition med delar som regeln anropar en gång",
                        en: "`\(path[0])` is no definition with parts that the rule calls once"),
                    known: defined)
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
            guard let call = calls.first, same else {
                unfilled(
                    hole, path[0], place.name(0, of: path),
                    Message(sv: "regeln frågar inte `\(path[0])` en enda gång", en: "the rule does not ask `\(path[0])` of one thing only"), known: [])
                return nil
            }
            guard let wanted = Template.DecisionText(rawValue: path[1]) else {
                unfilled(
                    hole, path[1], place.name(1, of: path), Message(sv: "`\(path[1])` är inget som ett beslut säger", en: "`\(path[1])` is nothing that a decision tells"),
                    known: Template.DecisionText.allCases.map(\.rawValue))
                return nil
            }
            return .decision(call.0, call.1, wanted)
        case .path(let path) where scope[path[0]] == nil && path[0].first?.isLowercase == true:
            guard let (witness, failing) = mentioned.first?.witness(of: path[0], names: names.witnesses),
                case .quantified(_, let slot, let range, _) = witness.form
            else {
                unfilled(
                    hole, path[0], place.name(0, of: path),
                    Message(
                        sv: "`\(path[0])` är ingen variabel här, och inget beslut som regeln frågar",
                        en: "`\(path[0])` is no variable here, and no decision that the rule asks"),
                    known: scope.keys.sorted() + defined + names.witnesses.values.sorted())
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

    /// The definitions and decisions that the rule calls.
    private var defined: [String] {
        Set(
            mentioned.flatMap(\.calls).compactMap { call in
                switch call.form {
                case .define(let define, _): define.name
                case .decision(let decision, _), .concluded(let decision, _, _), .undetermined(let decision, _): decision.name
                default: nil
                }
            }
        ).sorted()
    }

    private func unfilled(_ hole: RawTemplate.Hole, _ name: String, _ place: Place, _ message: Message, known: [String]) {
        guard !hasLostNames else { return }
        report(PackFinding.badTemplate(hole.words, (Message(sv: message.sv + ".", en: message.en + "."), PackFinding.near(name, known)), at: place))
    }

    /// A hole as an expression, read by the same compiler. What is wrong in it is told as a mistake of the text, at its place there.
    private mutating func node(_ hole: RawTemplate.Hole, _ place: HolePlace) -> Node? {
        let before = loader.diagnostics.count
        var node: Node?, shift = 0
        switch hole {
        case .path(let path):
            node = self.path(
                path.indices.map { Name(text: path[$0], span: place.name($0, of: path).span) },
                Snippet(place: place.whole, text: path.joined(separator: ".")), nil)
        case .call:
            let (read, start) = RawTemplate.expression(place.text)
            node = read.map { compile($0) }
            shift = Int(place.whole.span.start) - start
        }
        guard loader.diagnostics.count > before else {
            if node == nil { report(PackFinding.badTemplate(hole.words, at: place.whole)) }
            return node
        }
        let first = loader.diagnostics[before]
        loader.diagnostics.removeLast(loader.diagnostics.count - before)
        var at = first.place
        at.span = Span(Int(at.span.start) + shift..<Int(at.span.end) + shift)
        report(PackFinding.badTemplate(hole.words, (first.message, first.advice), at: place.isPlain ? at : place.whole))
        return nil
    }
}

/// Where a hole of a text stands. In a text that is written with escapes or in several lines, that is the whole of it.
private struct HolePlace {
    private let source: String
    private let range: Range<Int>
    let whole: Place
    let isPlain: Bool

    init(_ text: String, _ place: Place, _ range: Range<Int>) {
        let quote = 1
        (source, self.range) = (text, range)
        isPlain = place.span.count == text.utf8.count + 2 * quote
        var place = place
        if isPlain { place.span = Span(Int(place.span.start) + quote + range.lowerBound..<Int(place.span.start) + quote + range.upperBound) }
        whole = place
    }

    /// What stands between the braces.
    var text: String { String(decoding: source.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self) }

    /// One of the names of the path that it is.
    func name(_ index: Int, of path: [String]) -> Place {
        guard isPlain, text == path.joined(separator: ".") || text.hasPrefix(path.joined(separator: ".") + ".") else { return whole }
        var place = whole
        let start = Int(whole.span.start) + path[..<index].reduce(0) { $0 + $1.utf8.count + 1 }
        place.span = Span(start..<start + path[index].utf8.count)
        return place
    }
}

extension RawTemplate {
    /// A call parsed as what a definition gives, and where it begins there.
    static func expression(_ hole: String) -> (Expression?, start: Int) {
        let head = "define hole() { gives: "
        let tree = parse(Text(path: "", head + hole + " }"))
        return (tree.members.first?.tree.root?.members.first?.values.first, head.utf8.count)
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
