// One file's share of the first stage: its top-level declarations, and the lines that stand outside of every declaration.
import Source
import Syntax

struct FileNames: Sendable {
    let id: FileID
    let origin: Entity.Origin
    let tree: FileTree
    private(set) var headers: [Header] = []
    private(set) var findings: [Diagnostic] = []
    /// What the file meant to declare and did not.
    private(set) var lost: [LostName] = []

    init(_ file: ModelFile) {
        (id, origin, tree) = (file.id, file.origin, file.tree)
        for (index, top) in file.tree.members.enumerated() {
            guard let member = top.tree.root else { continue }
            let here = Where(file: file.id, index: Int32(index), origin: file.origin)
            switch member.form {
            case .property, .step, .row: findings.append(FileNames.misplaced(member, in: here))
            case .declaration: if let header = FileNames.header(member, here) { headers.append(header) } else { lose(member, here) }
            case .directive: break
            }
        }
    }

    /// Whether it is what this file would give.
    func serves(_ file: ModelFile) -> Bool { file.id == id && file.tree.text === tree.text && file.origin == origin }

    private static func header(_ member: Member, _ here: Where) -> Header? {
        let index = forms[member.wordID.index].kind
        guard index >= 0 else { return nil }
        let path = member.path
        guard let first = path.first, let last = path.last else { return nil }
        let name = path.count == 1 ? first.text : path.map(\.text).joined(separator: ".")
        return Header(
            kind: Kind.ID(raw: UInt8(index)), name: name, hash: Syntax.hash(of: name), title: member.title?.text,
            span: Span(start: first.span.start, end: last.span.end), member: member, scope: here)
    }

    /// A declaration that can't be referred to: it has no name, stands where it counts for nothing, or is of no kind that there is.
    private mutating func lose(_ member: Member, _ here: Where) {
        let form = FileNames.forms[member.wordID.index]
        guard form.isKnown else {
            // The parser told of the word.
            if case let path = member.path, !path.isEmpty { lost.append(LostName(kind: nil, name: path.map(\.text).joined(separator: "."))) }
            return
        }
        guard form.isInner || form.needsName && member.headingSpan == nil, let word = member.word else { return }
        if form.isInner { return findings.append(FileNames.misplaced(word, in: here)) }
        findings.append(FileNames.nameless(word, in: here))
        if let kind = Kind.ID(named: word.text) { lost.append(LostName(kind: kind, name: nil)) }
    }

    /// What a word begins, as the first stage asks: a row of the kinds table, without its texts.
    private struct Form {
        /// A kind of declaration that becomes an entity; −1 for others.
        var kind: Int16 = -1
        var isKnown = false
        var needsName = false
        var isInner = false
    }

    /// By the number of a word.
    private static let forms: [Form] = {
        var forms = [Form](repeating: Form(), count: Word.count)
        for (index, kind) in (Kinds.all + Kinds.forms).enumerated() {
            guard let word = Word(kind.name) else { continue }
            let isEntity = index < Kinds.all.count && !kind.isInner
            forms[word.index] = Form(kind: isEntity ? Int16(clamping: index) : -1, isKnown: true, needsName: kind.needsName, isInner: kind.isInner)
        }
        return forms
    }()

    /// Outside every declaration nothing says whose line it is: it would be read by nobody, and look as if it counted.
    private static func misplaced(_ member: Member, in here: Where) -> Diagnostic {
        ModelFinding.general("N012", "misplaced-member", at: here.place(member.span), doc("Raden kan inte stå här", "This line can't stand here"),
            doc("Raden står utanför varje deklaration, och gäller därför inget.", "This line stands outside every declaration, and so is about nothing."),
            doc("Flytta in den i den deklaration som den gäller; kanske är ett block stängt för tidigt.", "Move it into the declaration that it is about; perhaps a block is closed too early."))
    }

    private static func misplaced(_ word: Name, in here: Where) -> Diagnostic {
        let outer = Kinds.all.filter { $0.blocks.contains(word.text) }.map { "`\($0.name)`" }.joined(separator: ", ")
        return ModelFinding.general("N012", "misplaced-declaration", at: here.place(word.span), doc("Deklarationen kan inte stå här", "This declaration can't stand here"),
            doc("`\(word.text)` står bara i en annan deklaration, och gäller inget för sig.", "\(article(word.text)) `\(word.text)` stands in another declaration only, and counts for nothing by itself."),
            outer.isEmpty ? doc("Flytta in den i den deklaration som den hör till.", "Move it into the declaration that it belongs to.")
                : doc("Flytta in den i den \(outer) som den hör till.", "Move it into the \(outer) that it belongs to."))
    }

    static func nameless(_ word: Name, in here: Where) -> Diagnostic {
        let example = ["norm": "GDPR.6.4", "rule": "H001", "define": "notion", "decision": "question", "pack": "house", "table": "cases"][word.text] ?? "Name"
        return ModelFinding.general("N056", "nameless-declaration", at: here.place(word.span), doc("Deklaration utan namn", "Declaration without a name"),
            doc("`\(word.text)` saknar namn, och utan namn gäller det som står i den ingenting.", "`\(word.text)` lacks a name, and without one what stands in it counts for nothing."),
            doc("Skriv ett namn efter ordet: `\(word.text) \(example) …`. En titel inom citattecken är inget namn.", "Write a name after the word: `\(word.text) \(example) …`. A title in quotes is no name."))
    }
}

/// What a mistake that is told already left undeclared: whoever names it makes no second one.
struct LostName: Hashable, Sendable {
    /// nil where the kind could not be read.
    let kind: Kind.ID?
    /// nil where the name was left out.
    let name: String?
}
