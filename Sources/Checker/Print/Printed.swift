// A specification in a reader's words: kinds, keys, verbs, clause words and concepts in a language; names, texts and comments as they are.
import Model
import Source
import Syntax

extension Snapshot {
    /// A file as `lagrum print` shows it: to be read by people, and by nobody else.
    public func printed(_ index: Int, _ language: Language) -> String {
        let source = sources.files[index].tree
        let tree = parse(Text(path: source.text.path, bytes: format(source)))
        var words = PrintedWords(model: model, language: language)
        for top in tree.members { if let root = top.tree.root { words.read(root, from: top.start) } }
        let path = source.text.path
        let head = Message(
            sv: "// \(path) på svenska, återgiven av `lagrum print`: att läsa, inte att pröva. Det är filen själv som gäller.",
            en: "// \(path) in English, rendered by `lagrum print`: to read, not to check. What counts is the file itself.")
        return head[language] + "\n\n" + PrintedLines(tree.text.bytes, replacing: words.pieces).text()
    }
}

/// What stands in the place of which bytes of a file.
private struct PrintedWords {
    let model: Model
    let language: Language
    var pieces: [Int: (length: Int, text: String)] = [:]
    /// Where the member in hand begins in its file.
    private var start = 0
    private var isSwedish: Bool { language == .sv }

    init(model: Model, language: Language) { (self.model, self.language) = (model, language) }

    mutating func read(_ root: Member, from start: Int) {
        self.start = start
        read(root, in: nil)
    }

    private mutating func put(_ span: Span, _ swedish: String?) {
        guard isSwedish, let swedish else { return }
        pieces[start + Int(span.start)] = (span.range.count, swedish)
    }

    private mutating func put(title: String, at span: Span) { pieces[start + Int(span.start)] = (span.range.count, title) }

    private mutating func small(_ span: Span, _ word: String) { put(span, PrintWords.swedish[word]) }

    // MARK: Members

    private mutating func read(_ member: Member, in owner: Member?) {
        switch member.form {
        case .property: property(member, in: owner)
        case .declaration: declaration(member)
        case .step: step(member)
        case .directive: directive(member, in: owner)
        case .row:
            for value in member.values { expression(value, nil) }
            for clause in member.clauses { read(clause, of: "", nil) }
        }
        for inner in member.members { read(inner, in: member) }
    }

    private static func row(_ word: String?) -> Kind? {
        guard let word else { return nil }
        return Kinds.named(word) ?? Kinds.forms.first { $0.name == word }
    }

    private mutating func property(_ member: Member, in owner: Member?) {
        guard let key = member.key else { return }
        let word = owner?.word?.text
        if owner?.form == .step, let row = word.flatMap(VerbName.init(rawValue:)).flatMap(Verb.named)?.properties.first(where: { $0.key == key.text }) {
            put(key.span, row.swedish)
            for value in member.values { expression(value, row.shape) }
            for clause in member.clauses { read(clause, of: word, row.clauseRows.first { $0.word == clause.word.text }?.shape) }
        } else if owner?.form == .declaration, let row = (word == "change" ? target(of: owner) : Self.row(word))?.properties.first(where: { $0.key == key.text }) {
            put(key.span, row.swedish)
            for value in member.values { expression(value, row.shape) }
            for clause in member.clauses { read(clause, of: word, row.clauses.first { $0.word == clause.word.text }?.shape) }
        } else {
            // A column, or a word of the author's own.
            for value in member.values { expression(value, nil) }
            for clause in member.clauses { read(clause, of: word == "table" ? nil : "", Self.labels[clause.word.text]) }
        }
    }

    /// What follows a column's type.
    private static let labels: [String: Shape] = ["as": .entity("category"), "of": .entity("subject")]

    /// The kind of what a `change` of a test changes.
    private func target(of change: Member?) -> Kind? {
        change?.path.first.flatMap { model.declarations(named: $0.text).first }.flatMap { Self.row(model.kind(of: $0)) }
    }

    private mutating func declaration(_ member: Member) {
        guard let word = member.word else { return }
        if let row = Self.row(word.text) {
            put(word.span, row.swedish)
            if !isSwedish, word.text.contains("_") { put(title: word.text.replacing("_", with: " "), at: word.span) }
        }
        for (kind, _) in member.parameters { put(kind.span, Self.row(kind.text)?.swedish) }
        if let parent = member.parents.first?.first { wordBefore(parent.span.start, "is", in: member.tree) }
        // An assessment is of a kind of assessments; a concept is of another of its own kind.
        let kind = Kinds.named(word.text + "_kind") == nil ? word.text : word.text + "_kind"
        for parent in member.parents { if let first = parent.first, parent.count == 1 { concept(first, kind) } }
        for clause in member.clauses { read(clause, of: word.text, Self.labels[clause.word.text]) }
    }

    private mutating func step(_ member: Member) {
        let verb = member.word.flatMap { VerbName(rawValue: $0.text) }.flatMap(Verb.named)
        if let word = member.word { put(word.span, verb?.swedish ?? PrintWords.swedish[word.text]) }
        for value in member.values { expression(value, nil) }
        for clause in member.clauses { read(clause, of: member.word?.text ?? "", verb?.clauseRows.first { $0.word == clause.word.text }?.shape) }
    }

    private mutating func directive(_ member: Member, in owner: Member?) {
        guard let word = member.word else { return }
        small(word.span, word.text)
        if let key = member.key, let row = target(of: owner)?.properties.first(where: { $0.key == key.text }) { put(key.span, row.swedish) }
    }

    /// - Parameter owner: the kind or verb that the clause belongs to; nil for a column.
    private mutating func read(_ clause: Clause, of owner: String?, _ shape: Shape?) {
        put(clause.word.span, PrintWords.clause(clause.word.text, of: owner, shape))
        for value in clause.values { expression(value, shape) }
    }

    // MARK: Values

    private mutating func expression(_ value: Syntax.Expression, _ shape: Shape?) {
        switch value.form {
        case .path(let names): if names.count == 1, let name = names.first { self.name(name, shape) }
        case .truth(let truth): small(value.span, truth ? "yes" : "no")
        case .none: small(value.span, "none")
        case .unknown: small(value.span, "unknown")
        case .duration: if let unit = value.source.split(separator: " ").last { small(Span(start: value.span.end - UInt32(unit.utf8.count), end: value.span.end), String(unit)) }
        case .list(let parts): for part in parts { expression(part, shape) }
        case .group(let inner), .optional(let inner): expression(inner, shape)
        case .unary(let operation, let inner):
            if operation == .not { small(Span(start: value.span.start, end: value.span.start + 3), "not") }
            expression(inner, nil)
        case .binary(let operation, let left, let right):
            wordBefore(right.span.start, operation.sign, in: value.tree)
            expression(left, nil)
            expression(right, operation == .is || operation == .isNot ? .entity("") : nil)
        case .range(let low, let high):
            expression(low, nil)
            expression(high, nil)
        case .call(let names, let arguments):
            if names.count == 1, let name = names.first { small(name.span, name.text) }
            for argument in arguments {
                // The words that a choice lists are the data's own.
                if names.first?.text != "choice" { expression(argument.value, nil) }
                for clause in argument.clauses { read(clause, of: "", nil) }
            }
        case .quantifier(let quantifier, _, let source, let body):
            let word = quantifier.word
            small(Span(start: value.span.start, end: value.span.start + UInt32(word.utf8.count)), word)
            wordBefore(source.span.start, "in", in: value.tree)
            expression(source, nil)
            if let body {
                wordBefore(body.span.start, "with", in: value.tree)
                expression(body, nil)
            }
        case .text, .number, .percent, .date, .missing: break
        }
    }

    private mutating func name(_ name: Name, _ shape: Shape?) {
        switch shape {
        case .entity(let kind)?: concept(name, kind)
        case .choice(let words)? where words.contains(name.text): put(name.span, ChoiceWords.swedish[name.text])
        case .oneOf(let shapes)?: for shape in shapes { self.name(name, shape) }
        case nil: if ColumnTypes.table.contains(where: { $0.word == name.text }) || ["ready", "blocked", "passed", "missing"].contains(name.text) { small(name.span, name.text) }
        default: break
        }
    }

    /// A concept by its title; what the specification declares goes by its name.
    private mutating func concept(_ name: Name, _ kind: String) {
        guard let id = model.lookup(name.text, kind: kind), model.origin(of: id) != .specification, Kinds.named(model.kind(of: id))?.isConcept == true else { return }
        put(title: model.title(of: id, language), at: name.span)
    }

    /// A word that stands before a place with nothing but blanks between: an operator, `is` before a parent.
    private mutating func wordBefore(_ end: UInt32, _ word: String, in tree: Tree) {
        guard let swedish = PrintWords.swedish[word] else { return }
        // No word is longer, and a line has no more blanks.
        let near = Span(start: end - min(end, 200), end: end)
        let before = tree.text(near).utf8.reversed().drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
        let blanks = tree.text(near).utf8.count - before.count, letters = Array(word.utf8)
        guard before.starts(with: letters.reversed()) else { return }
        let last = end - UInt32(blanks)
        put(Span(start: last - UInt32(letters.count), end: last), swedish)
    }
}
