// The concepts that ship: read from the prelude's own texts, with their titles, norms and comments.
import Law
import Source
import Syntax

struct Concept {
    var kind: String
    var name: String
    var parents: [String]
    var title: Message
    var documentation: String?
    var norms: [String]

    static func all() -> [Concept] {
        BuiltIn.texts(of: BuiltIn.prelude).flatMap { text in
            parse(text).members.compactMap { top -> Concept? in
                guard let member = top.tree.root, member.form == .declaration, let kind = member.word?.text, let name = member.path.first?.text else { return nil }
                func said(_ key: String) -> String? {
                    member.members.first { $0.key?.text == key }?.values.first.flatMap { if case .text(let text) = $0.form { text } else { nil } }
                }
                let norms = member.members.filter { $0.key?.text == "under" }.flatMap(\.values).compactMap { value -> String? in
                    if case .path(let names) = value.form { names.map(\.text).joined(separator: ".") } else { nil }
                }
                return Concept(
                    kind: kind, name: name, parents: member.parents.map { $0.map(\.text).joined(separator: ".") },
                    title: Message(sv: said("title sv") ?? name, en: said("title en") ?? name), documentation: member.documentation, norms: norms)
            }
        }
    }
}
