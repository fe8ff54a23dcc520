// Where a directive may be added to a file.
import Source
import Syntax

/// Read once a file, whatever is to be added to it.
struct TopOfFile: Sendable {
    private struct End { var member: Int, offset: Int }
    /// Where the last directive of each word ends.
    private var ends: [Word: End] = [:]

    init(_ tree: FileTree) {
        for (index, top) in tree.members.enumerated() {
            guard let root = top.tree.root, root.form == .directive else { continue }
            ends[root.wordID] = End(member: index, offset: Int(root.span.end))
        }
    }

    /// A directive behind the last of its kind, else behind `use`, else behind `edition`, else first.
    func adding(_ directive: String, id: FileID, title: Message) -> Fix {
        let end = Word(String(directive.prefix { $0 != " " })).flatMap { ends[$0] } ?? ends[.use] ?? ends[.edition]
        guard let end else { return Fix(title: title, edits: [.init(place: Place(file: id, member: -1, span: Span(0..<0)), text: directive + "\n")], isSafe: true) }
        return Fix(title: title, edits: [.init(place: Place(file: id, member: Int32(end.member), span: Span(end.offset..<end.offset)), text: "\n" + directive)], isSafe: true)
    }
}
