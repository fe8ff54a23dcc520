// The files that a specification points at: a notice's text, an assessment's report. Whether they are there is asked at the edge.
import Model
import Source
import Syntax

extension SourceSet {
    /// Notes which of the files named by `text:`, `memo:` and their like are not there; paths count from the file that names them.
    /// - Parameter exists: asked once for each path.
    public mutating func checkReferences(exists: (String) -> Bool) {
        var known: [String: Bool] = [:]
        for index in files.indices {
            files[index].missing = references(in: files[index].tree).filter { reference in
                let target = Paths.resolve(reference.path, from: files[index].path)
                if let isThere = known[target] { return !isThere }
                let isThere = exists(target)
                known[target] = isThere
                return !isThere
            }
        }
    }
}

/// A path that a property names, and where.
struct FileReference: Sendable {
    var path: String
    var member: Int
    var span: Span
}

private func references(in tree: FileTree) -> [FileReference] {
    tree.members.enumerated().flatMap { index, top -> [FileReference] in
        guard let root = top.tree.root, root.form == .declaration, let word = root.word?.text else { return [] }
        if word == "activity" {
            let steps = root.members.filter { $0.form == .declaration && $0.word?.text == "pipeline" }.flatMap(\.members)
            return steps.flatMap { step in
                paths(of: step, named: { key in VerbName(rawValue: step.word?.text ?? "").flatMap { Verb.named($0) }?.properties.contains { $0.key == key && $0.shape == .file } ?? false }, index)
            }
        }
        guard let kind = Kinds.named(word) else { return [] }
        return paths(of: root, named: { key in kind.properties.contains { $0.key == key && $0.shape == .file } }, index)
    }
}

private func paths(of member: Member, named: (String) -> Bool, _ index: Int) -> [FileReference] {
    member.members.flatMap { part -> [FileReference] in
        guard part.form == .property, let key = part.key?.text, named(key) else { return [] }
        return part.values.compactMap { value in
            if case .text(let path) = value.form { FileReference(path: path, member: index, span: value.span) } else { nil }
        }
    }
}

/// What is said to stand in a file that is not there can be shown to nobody.
func referenceFindings(_ sources: SourceSet, first: Int) -> [Diagnostic] {
    sources.files.enumerated().flatMap { index, file in
        file.missing.map { reference in
            Diagnostic(
                code: "N047", slug: "no-such-file", severity: .warning, place: Place(file: FileID(index: Int32(first + index)), member: Int32(reference.member), span: reference.span),
                title: Message(sv: "Filen finns inte", en: "No such file"),
                message: Message(sv: "`\(reference.path)` finns inte, så det som ska stå där kan inte visas.", en: "There is no `\(reference.path)`, so what should stand in it can't be shown."),
                advice: Message(sv: "Sökvägen räknas från specifikationens mapp.", en: "The path counts from the specification's folder."))
        }
    }
}
