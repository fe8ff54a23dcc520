// Which words may follow where an unknown one stands: syntax knows no kinds, and can only name all clause words of the language.
import Model
import Source
import Syntax

extension FileTree {
    /// Its mistakes of form; of an unknown word behind a value with the words that may stand there, the nearest first.
    func diagnosticsNamingFollowers(file: FileID) -> [Diagnostic] {
        var lines = Lines()
        return diagnostics(file: file).map { finding in
            guard finding.code == "X015", members.indices.contains(Int(finding.place.member)), let root = members[Int(finding.place.member)].tree.root,
                let words = Followers(of: finding.place.span, in: root, Int(finding.place.member), &lines)
            else { return finding }
            let word = root.tree.text(finding.place.span), near = nearest(to: word, in: words.all)
            var finding = finding
            finding.label = near.map { Message(sv: "menar du “\($0)”?", en: "did you mean “\($0)”?") }
            finding.advice = words.advice(near, word)
            finding.fixes = near.map { [.replacing(finding.place, with: $0, isSafe: certain(word, in: words.all) == $0)] } ?? []
            return finding
        }
    }
}

/// What stands in the blocks and lines of a declaration, made once for all that is wrong in it.
private struct Lines {
    private var top = -1
    private var blocks: [Int: [Member]] = [:]
    private var values: [Int: [Syntax.Expression]] = [:]
    private var clauses: [Int: [Clause]] = [:]

    /// The innermost line at a place, and what it stands in.
    mutating func line(at span: Span, in root: Member, _ member: Int) -> (line: Member, owner: Member?) {
        if member != top { self = Lines(top: member) }
        var line = root, owner: Member?
        while true {
            let inner = Lines.made(line.id, &blocks) { line.members }
            guard let found = Lines.last(inner, where: { $0.span.start <= span.start }), span.end <= found.span.end else { return (line, owner) }
            (owner, line) = (line, found)
        }
    }

    /// The value that a place stands inside of, and the clause that ends before it.
    mutating func around(_ span: Span, in line: Member) -> (inside: Bool, last: Syntax.Expression?, behind: Clause?) {
        let values = Lines.made(line.id, &values) { line.values }, clauses = Lines.made(line.id, &clauses) { line.clauses }
        let at = Lines.last(values) { $0.span.start < span.start }
        return (at.map { span.end <= $0.span.end } ?? false, values.last, Lines.last(clauses) { $0.span.end <= span.start })
    }

    init() {}
    private init(top: Int) { self.top = top }

    private static func made<Element>(_ id: Int, _ known: inout [Int: [Element]], _ make: () -> [Element]) -> [Element] {
        if let found = known[id] { return found }
        let made = make()
        known[id] = made
        return made
    }

    /// The last of those that begin with ones that fit.
    private static func last<Element>(_ elements: [Element], where fits: (Element) -> Bool) -> Element? {
        var low = 0, high = elements.count
        while low < high {
            let middle = (low + high) / 2
            if fits(elements[middle]) { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? elements[low - 1] : nil
    }
}

private struct Followers {
    /// Clause words, by the tables of kinds and verbs.
    private var clauses: [String]
    /// Units of time, where a bare number stands before.
    private var units: [String] = []
    var all: [String] { units + clauses }

    /// nil where the tables say nothing of the place.
    init?(of span: Span, in root: Member, _ member: Int, _ lines: inout Lines) {
        let (line, owner) = lines.line(at: span, in: root, member)
        let (inside, last, behind) = lines.around(span, in: line)
        if inside {
            // Inside a call: `count(parties where …)`.
            clauses = ["where"]
            return
        }
        guard let (clauses, shape) = Followers.row(line, in: owner, behind: behind?.word.text) else { return nil }
        self.clauses = clauses
        if case .number? = (behind.map { $0.values.last } ?? last)?.form, shape?.isDuration == true { units = Words.units }
    }

    /// The clause words of a line, and the shape of what stands last before the place: of the line, or of a clause of it.
    private static func row(_ line: Member, in owner: Member?, behind clause: String?) -> (clauses: [String], shape: Shape?)? {
        let word = line.word?.text, above = owner?.word?.text ?? ""
        switch line.form {
        case .declaration: return word == "table" ? (["by", "as", "of", "many per", "named"], nil) : word == "test" ? (["as of"], nil) : nil
        case .directive: return ([], nil)
        case .row: return above == "factor" ? (["when", "otherwise"], nil) : nil
        case .step:
            switch word {
            case nil: return (["within"], nil)
            case "allow"?: return (["because", "until", "by"], nil)
            case "conclude"?: return (["when", "needs"], nil)
            case let name?:
                guard let verb = VerbName(rawValue: name).flatMap(Verb.named) else { return nil }
                return (verb.clauses, verb.clauseRows.first { $0.word == clause }?.shape)
            }
        case .property:
            let key = line.key?.text
            if owner?.form == .declaration, above == "table", key != "about" { return (["as", "of", "named", "else"], nil) }
            if owner?.form == .step {
                guard let row = VerbName(rawValue: above).flatMap(Verb.named)?.properties.first(where: { $0.key == key }) else { return nil }
                return (row.clauses, clause == nil ? row.shape : row.clauseRows.first { $0.word == clause }?.shape)
            }
            if above == "test" { return (["expect", "silent"].contains(key) ? ["at"] : [], nil) }
            guard let row = Kinds.named(above)?.properties.first(where: { $0.key == key }) else { return nil }
            return (row.clauses.map(\.word), clause == nil ? row.shape : row.clauses.first { $0.word == clause }?.shape)
        }
    }

    func advice(_ near: String?, _ word: String) -> Message {
        let list = ordered(after: word).joined(separator: ", ")
        if list.isEmpty { return Message(sv: "Inget får följa efter värdet.", en: "Nothing may follow the value.") }
        let start = near.map { Message(sv: "Menar du “\($0)”? ", en: "Do you mean “\($0)”? ") } ?? Message(both: "")
        return Message(sv: start.sv + "Här kan stå: \(list).", en: start.en + "These may stand here: \(list).")
    }

    /// The nearest first; those that are near to nothing of what was written in the order of the tables.
    private func ordered(after word: String) -> [String] {
        var left = all, found: [String] = []
        while let near = nearest(to: word, in: left) {
            found.append(near)
            left.removeAll { $0 == near }
        }
        return found + left
    }
}

extension Shape {
    fileprivate var isDuration: Bool {
        switch self {
        case .duration: true
        case .oneOf(let shapes): shapes.contains(where: \.isDuration)
        default: false
        }
    }
}
