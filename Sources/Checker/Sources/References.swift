// The files that a specification points at: a notice's text, an assessment's report. Whether they are there is asked at the edge.
import Model
import Source
import Syntax

extension SourceSet {
    /// Notes which of the files named by `text:`, `memo:` and their like are not there; paths count from the file that names them.
    /// - Parameter exists: asked by each worker once for a path.
    public mutating func checkReferences(jobs: Int = 1, exists: @Sendable (String) -> Bool) {
        let missing = inParallel(files.count, chunk: 8, jobs: jobs, state: { [String: Bool]() }) { [files] known, range in
            files[range].map { file in
                (file.references ?? references(in: file.tree)).filter { reference in
                    let target = Paths.resolve(reference.path, from: file.path)
                    if let isThere = known[target] { return !isThere }
                    let isThere = exists(target)
                    known[target] = isThere
                    return !isThere
                }
            }
        }.flatMap(\.self)
        for (index, missing) in missing.enumerated() where !missing.isEmpty || !files[index].missing.isEmpty { files[index].missing = missing }
    }
}

/// A path that a property names, and where.
struct FileReference: Sendable {
    var path: String
    var member: Int
    var span: Span
}

/// By the number of a kind's or a verb's word: the keys whose values are paths of files. Most have none, and are passed over.
private enum FileKeys {
    static let kinds = byWord(Kinds.all.map { ($0.name, $0.properties.filter { $0.shape == .file }.map(\.key)) })
    static let verbs = byWord(Verb.table.map { ($0.name.rawValue, $0.properties.filter { $0.shape == .file }.map(\.key)) })
    static let pipeline = Word("pipeline") ?? .unknown
    static let mayName = (0..<Word.count).map { !kinds[$0].isEmpty || $0 == Word.activity.index && verbs.contains { !$0.isEmpty } }

    private static func byWord(_ rows: [(name: String, keys: [String])]) -> [[String]] {
        var keys = [[String]](repeating: [], count: Word.count)
        for row in rows { if let word = Word(row.name) { keys[word.index] = row.keys } }
        return keys
    }
}

func references(in tree: FileTree) -> [FileReference] {
    var found: [FileReference] = []
    for (index, top) in tree.members.enumerated() where FileKeys.mayName[top.word.index] {
        guard let root = top.tree.root, root.form == .declaration else { continue }
        if top.word == .activity {
            for block in root.eachMember where block.form == .declaration && block.wordID == FileKeys.pipeline {
                for step in block.eachMember where step.form == .step { paths(of: step, FileKeys.verbs[step.wordID.index], index, &found) }
            }
        } else {
            paths(of: root, FileKeys.kinds[top.word.index], index, &found)
        }
    }
    return found
}

private func paths(of member: Member, _ keys: [String], _ index: Int, _ found: inout [FileReference]) {
    guard !keys.isEmpty else { return }
    for part in member.eachMember where part.form == .property && keys.contains(where: { part.hasKey($0) }) {
        for value in part.eachValue {
            if case .text(let path) = value.form { found.append(FileReference(path: path, member: index, span: value.span)) }
        }
    }
}

/// What is said to stand in a file that is not there can be shown to nobody.
func referenceFindings(_ file: SourceSet.File, _ id: FileID) -> [Diagnostic] {
    file.missing.map { reference in
        Diagnostic(
            code: "N047", slug: "no-such-file", severity: .warning, place: Place(file: id, member: Int32(reference.member), span: reference.span),
            title: Message(sv: "Filen finns inte", en: "No such file"),
            message: Message(sv: "`\(reference.path)` finns inte, så det som ska stå där kan inte visas.", en: "There is no `\(reference.path)`, so what should stand in it can't be shown."),
            advice: Message(sv: "Sökvägen räknas från specifikationens mapp.", en: "The path counts from the specification's folder."))
    }
}
