// A `test` block as it is written: the day, what is changed, and what must come out.
import Source
import Syntax

/// `test "…" as of 2026-11-21 { change X { … } verdict: … expect: … silent: … }`
struct TestBlock {
    var title: String
    /// Index of the file, and of the member in it.
    var file: Int
    var member: Int
    var node: Member
    var asOf: Day?

    static func all(in sources: SourceSet) -> [TestBlock] {
        sources.files.indices.filter { sources.files[$0].asked }.flatMap { file in
            sources.files[file].tree.roots(.test).map { index, root in
                var day: Day?
                if case .date(let stated)? = root.clauses.first(where: { $0.word.text == "as of" })?.values.first?.form { day = stated }
                return TestBlock(title: root.title?.text ?? "", file: file, member: index, node: root, asOf: day)
            }
        }
    }

    var changes: [Member] { node.members.filter { $0.form == .declaration && $0.word?.text == "change" } }
    var givens: [Member] { node.members.filter { $0.form == .declaration && $0.word?.text == "given" } }
    func properties(_ key: String) -> [Member] { node.members.filter { $0.form == .property && $0.key?.text == key } }
}
