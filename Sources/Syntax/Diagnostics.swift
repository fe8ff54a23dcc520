// Syntax errors as findings.

public import Source

extension FileTree {
    /// All syntax errors of the file, in the order of the text.
    public func diagnostics(file: FileID) -> [Diagnostic] {
        // Every other byte of a text in UTF-16 is a mistake of its own, and one is told.
        if let first = members.first?.tree.errors.first(where: { $0.problem == .notUTF8(looksLikeUTF16: true) }) {
            return [first.diagnostic(file: file, member: 0)]
        }
        return members.enumerated().flatMap { index, member in
            member.tree.errors.map { $0.diagnostic(file: file, member: Int32(clamping: index)) }
        }
    }
}

extension SyntaxError {
    public func diagnostic(file: FileID, member: Int32) -> Diagnostic {
        let place = Place(file: file, member: member, span: span)
        return Diagnostic(
            code: problem.code, slug: problem.slug, severity: .error, place: place, title: problem.title, message: problem.message,
            label: problem.label, advice: problem.advice,
            fixes: problem.replacement.map { replacement in
                [Fix(title: replacement.title, edits: [.init(place: place, text: replacement.text)], isSafe: problem.isCertain)]
            } ?? [])
    }
}
