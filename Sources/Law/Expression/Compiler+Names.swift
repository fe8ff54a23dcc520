// Names in expressions: variables, factors, words, concepts, norms, policy numbers and facts.
import Model
import Source
import Syntax

extension Compiler {
    mutating func path(_ names: [Name], _ source: Snippet, _ expected: FactType?) -> Node {
        guard let first = names.first else { return Node(.wrong, .anything, source) }
        if let variable = scope[first.text] {
            var node = Node(.slot(variable.slot), variable.type, source.prefix(names[...0]))
            for index in names.indices.dropFirst() { node = property(names[index], of: node, source.prefix(names[...index])) }
            return node
        }
        if first.text == "policy", names.count == 2 { return policy(names[1], source) }
        if names.count > 1 { return longPath(names, source, expected) }
        if first.text == "today" { return Node(.today, .date, source) }
        let wanted = expected.map(\.element)
        if wanted == .word || wanted == .text && expected != .text {
            return Node(.constant(.word(first.text)), .word, source)
        }
        if first.text.first?.isUppercase == true { return concept(first, wanted, source) }
        if let kind = Vocabulary.ranges[first.text] { return Node(.all(first.text), .list(.entity(kind)), source) }
        if !hasLostNames {
            report(
                PackFinding.unknownName(
                    first.text,
                    Message(sv: "varken variabel, faktor eller konstant här", en: "no variable, factor or constant here"),
                    known: scope.keys.sorted() + factors.map(\.name), also: Vocabulary.ranges.keys.sorted(), at: place(first.span)))
        }
        return Node(.wrong, .anything, source)
    }

    private mutating func property(_ name: Name, of base: Node, _ source: Snippet) -> Node {
        func wrong() -> Node { Node(.wrong, .anything, source) }
        switch base.type {
        case .anything where base.isLost: return wrong()
        case .anything: return Node(.property(base, name.text), .anything, source)
        case .entity(""):
            if name.text == "name" { return Node(.property(base, name.text), .text, source) }
            let types = Set(Vocabulary.kinds.compactMap { Vocabulary.property(name.text, of: $0)?.type })
            if types.isEmpty { report(PackFinding.unknownProperty(name.text, of: "", at: place(name.span))) }
            return types.isEmpty
                ? wrong()
                : Node(.property(base, name.text), types.count == 1 ? types.first ?? .anything : .anything, source)
        case .entity(let kind):
            if let fact = Vocabulary.property(name.text, of: kind) {
                return Node(.property(base, name.text), fact.type, source)
            }
            report(PackFinding.unknownProperty(name.text, of: kind, at: place(name.span)))
            return wrong()
        default:
            report(
                PackFinding.wrongType(
                    Message(
                        sv: "`\(base.source.text)` är \(base.type.words.sv) och har inga uppgifter.",
                        en: "`\(base.source.text)` is \(base.type.words.en) and has no facts."), at: place(name.span)))
            return wrong()
        }
    }

    private func policy(_ name: Name, _ source: Snippet) -> Node {
        guard let type = loader.policyType(name.text) else {
            report(
                PackFinding.unknownName(
                    name.text, Message(sv: "inget tal som något paket anger", en: "no number that a pack states"),
                    known: loader.policyNames,
                    at: place(name.span)))
            return Node(.wrong, .anything, source)
        }
        return Node(.policy(name.text), type, source)
    }

    private mutating func longPath(_ names: [Name], _ source: Snippet, _ expected: FactType?) -> Node {
        let id = names.map(\.text).joined(separator: ".")
        if names[0].text.first?.isUppercase == true,
            loader.knowsNorm(id) || expected?.element == .norm || loader.isNormFamily(names[0].text)
        {
            if !loader.knowsNorm(id), !loader.hasNameless("norm") { report(PackFinding.unknownNorm(id, known: loader.normNames, at: source.place)) }
            return Node(.constant(.norm(id)), .norm, source)
        }
        if !hasLostNames {
            report(
                PackFinding.unknownName(
                    names[0].text, Message(sv: "ingen variabel här", en: "no variable here"), known: scope.keys.sorted(),
                    at: place(names[0].span)))
        }
        return Node(.wrong, .anything, source)
    }

    /// A concept by name; what stands on the other side tells concepts of one name apart.
    private mutating func concept(_ name: Name, _ expected: FactType?, _ source: Snippet) -> Node {
        var wanted: String?
        if case .entity(let kind)? = expected, !kind.isEmpty {
            wanted = kind
            if case .entity(let head)? = Vocabulary.headType(of: kind) { wanted = head }
        }
        let kinds = loader.kinds(ofConcept: name.text)
        guard !kinds.isEmpty else {
            report(
                PackFinding.unknownName(
                    name.text,
                    Message(
                        sv: "inget begrepp i preludiet eller paketen", en: "no concept of the prelude or the packs"),
                    known: loader.conceptNames(of: wanted), at: place(name.span)))
            return Node(.wrong, .anything, source)
        }
        let fitting = kinds.filter { kind in
            wanted.map { Vocabulary.isKind(kind, under: $0) || Vocabulary.isKind($0, under: kind) } ?? true
        }
        guard let kind = fitting.first else {
            report(
                PackFinding.wrongType(
                    Message(
                        sv:
                            "`\(name.text)` är \(FactType.entity(kinds[0]).words.sv), men här ska stå \(FactType.entity(wanted ?? "").words.sv).",
                        en:
                            "`\(name.text)` is \(FactType.entity(kinds[0]).words.en), but \(FactType.entity(wanted ?? "").words.en) is wanted here."
                    ),
                    at: place(name.span)))
            return Node(.wrong, .anything, source)
        }
        if fitting.count > 1, wanted == nil {
            report(
                PackFinding.wrongType(
                    Message(
                        sv: "`\(name.text)` är flera begrepp: \(fitting.sorted().joined(separator: ", ")).",
                        en: "`\(name.text)` is more than one concept: \(fitting.sorted().joined(separator: ", "))."),
                    at: place(name.span)))
        }
        return Node(.concept(name.text, kind: kind), .entity(kind), source)
    }
}
