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

    /// The names that the test itself brings in: what it declares, and the steps and lines that it adds.
    var brings: Set<String> {
        var names: Set<String> = [], pending = (changes + givens).flatMap(\.members)
        while let part = pending.popLast() {
            names.formUnion((part.path.prefix(1) + part.results).map(\.text))
            if let key = part.key ?? (part.form == .step && part.results.isEmpty ? part.word : nil) { names.insert(key.text) }
            pending += part.members
        }
        return names
    }
}

/// `compatibility(SynthesiseCases, CaseSystem) is compatible`
struct TestVerdict {
    let decision: Name
    let arguments: [Name]
    let conclusion: Name
    let isDenied: Bool

    static let form = Message(sv: "Skriv `beslut(behandling, datamängd) is utfall`.", en: "Write `decision(activity, dataset) is conclusion`.")

    init?(_ expression: Syntax.Expression) {
        guard case .binary(let op, let left, let right) = expression.form, op == .is || op == .isNot || op == .equal, case .call(let callee, let list) = left.form,
            case .path(let wanted) = right.form, let decision = Name(joining: callee), let conclusion = Name(joining: wanted)
        else { return nil }
        arguments = list.compactMap { if case .path(let names) = $0.value.form { Name(joining: names) } else { nil } }
        guard arguments.count == list.count else { return nil }
        (self.decision, self.conclusion, isDenied) = (decision, conclusion, op == .isNot)
    }
}

/// `SynthesiseCases is ready` or `… is blocked`.
struct TestPlan {
    let activity: Name
    let isReady: Bool

    init?(_ expression: Syntax.Expression) {
        guard case .binary(.is, let left, let right) = expression.form, case .path(let names) = left.form, case .path(let state) = right.form,
            let activity = Name(joining: names), state.count == 1, let word = state.first?.text, word == "ready" || word == "blocked"
        else { return nil }
        (self.activity, isReady) = (activity, word == "ready")
    }
}

extension Name {
    fileprivate init?(joining path: [Name]) {
        guard let first = path.first, let last = path.last else { return nil }
        self.init(text: path.map(\.text).joined(separator: "."), span: Span(start: first.span.start, end: last.span.end))
    }
}
