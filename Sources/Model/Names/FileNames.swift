// One file's share of the first stage: its top-level declarations, and the lines that stand outside of every declaration.
import Source
import Syntax

struct FileNames: Sendable {
    let id: FileID
    let origin: Entity.Origin
    let tree: FileTree
    private(set) var headers: [Header] = []
    private(set) var findings: [Diagnostic] = []

    init(_ file: ModelFile) {
        (id, origin, tree) = (file.id, file.origin, file.tree)
        for (index, top) in file.tree.members.enumerated() {
            guard let member = top.tree.root else { continue }
            let here = Where(file: file.id, index: Int32(index), origin: file.origin)
            switch member.form {
            case .property, .step, .row: findings.append(FileNames.misplaced(member, in: here))
            case .declaration: if let header = FileNames.header(member, here) { headers.append(header) }
            case .directive: break
            }
        }
    }

    /// Whether it is what this file would give.
    func serves(_ file: ModelFile) -> Bool { file.id == id && file.tree.text === tree.text && file.origin == origin }

    private static func header(_ member: Member, _ here: Where) -> Header? {
        let index = kinds[member.wordID.index]
        guard index >= 0 else { return nil }
        let path = member.path
        guard let first = path.first, let last = path.last else { return nil }
        let name = path.count == 1 ? first.text : path.map(\.text).joined(separator: ".")
        return Header(
            kind: Kind.ID(raw: UInt8(index)), name: name, hash: Syntax.hash(of: name), title: member.title?.text,
            span: Span(start: first.span.start, end: last.span.end), member: member, scope: here)
    }

    /// By the number of a word: the kind of declaration that it begins, −1 for other words.
    private static let kinds: [Int16] = {
        var kinds = [Int16](repeating: -1, count: Word.count)
        for (index, kind) in Kinds.all.enumerated() { if let word = Word(kind.name) { kinds[word.index] = Int16(clamping: index) } }
        return kinds
    }()

    /// Outside every declaration nothing says whose line it is: it would be read by nobody, and look as if it counted.
    private static func misplaced(_ member: Member, in here: Where) -> Diagnostic {
        ModelFinding.general("N012", "misplaced-member", at: here.place(member.span), doc("Raden kan inte stå här", "This line can't stand here"),
            doc("Raden står utanför varje deklaration, och gäller därför inget.", "This line stands outside every declaration, and so is about nothing."),
            doc("Flytta in den i den deklaration som den gäller; kanske är ett block stängt för tidigt.", "Move it into the declaration that it is about; perhaps a block is closed too early."))
    }
}
