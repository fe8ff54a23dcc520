// The first stage: the top-level declarations of all files by kind and name, and those that meet one of the same name.
import Source
import Syntax

struct Namer {
    let files: [ModelFile]
    let sight: Sight
    var headers: [Header] = []
    var findings: [Diagnostic] = []

    init(files: [ModelFile]) { (self.files, sight) = (files, Sight(files)) }

    func model() -> Model {
        var model = Model(store: Store(headers))
        for (declaration, header) in headers.enumerated() {
            model.names.add(Int32(declaration), header)
            _ = model.store.parts[declaration].add(header.kind, name: "", span: header.span)
        }
        return model
    }

    mutating func collectNames() {
        var declared: [String: [FileID: Int]] = [:]
        for file in files {
            for (index, top) in file.tree.members.enumerated() {
                guard let member = top.tree.root else { continue }
                let here = Where(file: file.id, index: Int32(index), origin: file.origin)
                if [.property, .step, .row].contains(member.form) { misplaced(member, in: here) }
                guard member.form == .declaration, let word = member.word, let row = Kinds.named(word.text), let kind = Kind.ID(named: row.name),
                    let first = member.path.first, let last = member.path.last
                else { continue }
                let name = member.path.map(\.text).joined(separator: ".")
                let header = Header(
                    kind: kind, name: name, title: member.title?.text, span: Span(start: first.span.start, end: last.span.end), member: member, scope: here)
                let key = row.name + " " + name
                let namesakes = namesakes(of: declared[key] ?? [:], in: file.id)
                if let other = namesakes.first(where: { $0.isSeen }) {
                    findings.append(ModelFinding.duplicate(name, first: headers[other.index].place, at: header.place))
                    continue
                }
                // An importing file comes before what it imports, and is the one to change.
                if let other = namesakes.first { findings.append(ModelFinding.duplicate(name, first: header.place, at: headers[other.index].place)) }
                declared[key, default: [:]][file.id] = headers.count
                headers.append(header)
            }
        }
    }

    /// Outside every declaration nothing says whose line it is: it would be read by nobody, and look as if it counted.
    private mutating func misplaced(_ member: Member, in here: Where) {
        findings.append(ModelFinding.general("N012", "misplaced-member", at: here.place(member.span), doc("Raden kan inte stå här", "This line can't stand here"),
            doc("Raden står utanför varje deklaration, och gäller därför inget.", "This line stands outside every declaration, and so is about nothing."),
            doc("Flytta in den i den deklaration som den gäller; kanske är ett block stängt för tidigt.", "Move it into the declaration that it is about; perhaps a block is closed too early.")))
    }

    /// Declarations of one kind and name that meet in some file's sight, the first declared first. `isSeen` says that the later file
    /// sees the earlier one, or that a third sees both.
    private func namesakes(of declared: [FileID: Int], in file: FileID) -> [(index: Int, isSeen: Bool)] {
        guard !declared.isEmpty else { return [] }
        let near = sight.near(file)
        let met = declared.count < near.count ? declared.filter { near.contains($0.key) } : near.reduce(into: [:]) { met, other in met[other] = declared[other] }
        return met.map { other, index in (index, sight.sees(file, other) || sight.meet(file, other)) }.sorted { $0.index < $1.index }
    }
}
