// Builds a model from trees, stage by stage: names, then properties, tables, pipelines, and the facts computed from them.
import Source
import Syntax

/// A file as the model takes it: its tree, whose text it is, and which files' declarations it sees besides its own.
public struct ModelFile: Sendable {
    public var id: FileID
    public var tree: FileTree
    public var origin: Entity.Origin
    /// Files brought in by `import`, directly or through others, and packs by `use`; the prelude is always seen.
    public var sees: Set<FileID>
    public init(id: FileID, tree: FileTree, origin: Entity.Origin, sees: Set<FileID>) {
        (self.id, self.tree, self.origin, self.sees) = (id, tree, origin, sees)
    }
}

public func buildModel(_ files: [ModelFile]) -> Model {
    var builder = Builder(files: files)
    builder.collectNames()
    builder.resolveParents()
    builder.readProperties()
    builder.readPipelines()
    builder.computeFacts()
    return builder.model
}

/// The model while it is being built. It never leaves this module.
struct Builder {
    var files: [ModelFile]
    var model = Model()
    var declarations: [Declared] = []
    /// Which file each entity stands in.
    var fileOf: [EntityID: FileID] = [:]
    var seesOf: [FileID: Set<FileID>] = [:]
    let preludeFiles: Set<FileID>

    init(files: [ModelFile]) {
        self.files = files
        preludeFiles = Set(files.filter { $0.origin == .prelude }.map(\.id))
        for file in files { seesOf[file.id] = file.sees }
    }

    /// A top-level declaration of a kind in the table, with where its spans count from.
    struct Declared {
        var id: EntityID
        var kind: Kind
        var member: Member
        var scope: Where
    }

    /// Where a member stands: what its relative spans count from, and whose names it sees.
    struct Where {
        var file: FileID
        var index: Int32
        var origin: Entity.Origin
        func place(_ span: Span) -> Place { Place(file: file, member: index, span: span) }
    }

    mutating func report(_ finding: Diagnostic) { model.findings.append(finding) }

    mutating func add(_ entity: Entity, in file: FileID, named: Bool = true) -> EntityID {
        let id = EntityID(index: Int32(model.entities.count))
        model.entities.append(entity)
        model.byKind[entity.kind, default: []].append(id)
        if named { model.byName[entity.name, default: []].append(id) }
        fileOf[id] = file
        return id
    }

    mutating func set(_ fact: String, _ value: Value, on id: EntityID, at place: Place? = nil) {
        model.entities[Int(id.index)].facts[fact] = value
        if let place { model.entities[Int(id.index)].places[fact] = place }
    }

    /// Adds one more value to a fact that is a list.
    mutating func append(_ fact: String, _ values: [Value], on id: EntityID, at place: Place) {
        var list: [Value] = []
        if case .list(let before)? = model[id].facts[fact] { list = before }
        set(fact, .list(list + values), on: id, at: model[id].places[fact] ?? place)
    }
}

extension Builder {
    mutating func collectNames() {
        let importers = importers()
        var declared: [String: [FileID: EntityID]] = [:]
        for file in files {
            for (index, top) in file.tree.members.enumerated() {
                if let loose = top.tree.root, [.property, .step, .row].contains(loose.form) {
                    misplaced(loose, in: Where(file: file.id, index: Int32(index), origin: file.origin))
                }
                guard let member = top.tree.root, member.form == .declaration, let word = member.word,
                    let kind = Kinds.named(word.text), let first = member.path.first, let last = member.path.last
                else { continue }
                let here = Where(file: file.id, index: Int32(index), origin: file.origin)
                let name = member.path.map(\.text).joined(separator: ".")
                let place = here.place(Span(start: first.span.start, end: last.span.end))
                let key = kind.name + " " + name
                let namesakes = namesakes(of: declared[key] ?? [:], in: file.id, importers)
                if let other = namesakes.first(where: { $0.isSeen }) {
                    report(ModelFinding.duplicate(name, first: model.place(of: other.id), at: place))
                    continue
                }
                // An importing file comes before what it imports, and is the one to change.
                if let other = namesakes.first { report(ModelFinding.duplicate(name, first: place, at: model.place(of: other.id))) }
                var entity = Entity(kind: kind.name, name: name, title: member.title?.text, place: place, origin: file.origin)
                entity.facts["name"] = .text(name)
                let id = add(entity, in: file.id)
                declared[key, default: [:]][file.id] = id
                declarations.append(Declared(id: id, kind: kind, member: member, scope: here))
            }
        }
    }

    /// Outside every declaration nothing says whose line it is: it would be read by nobody, and look as if it counted.
    private mutating func misplaced(_ member: Member, in here: Where) {
        report(ModelFinding.general("N012", "misplaced-member", at: here.place(member.span), doc("Raden kan inte stå här", "This line can't stand here"),
            doc("Raden står utanför varje deklaration, och gäller därför inget.", "This line stands outside every declaration, and so is about nothing."),
            doc("Flytta in den i den deklaration som den gäller; kanske är ett block stängt för tidigt.", "Move it into the declaration that it is about; perhaps a block is closed too early.")))
    }

    /// Which files see a file, by `import` or by `use`.
    private func importers() -> [FileID: Set<FileID>] {
        var importers: [FileID: Set<FileID>] = [:]
        for (file, seen) in seesOf { for other in seen { importers[other, default: []].insert(file) } }
        return importers
    }

    /// Declarations of one kind and name that meet in some file's sight, the first declared first. `isSeen` says that the later file
    /// sees the earlier one, or that a third sees both.
    private func namesakes(of declared: [FileID: EntityID], in file: FileID, _ importers: [FileID: Set<FileID>]) -> [(id: EntityID, isSeen: Bool)] {
        guard !declared.isEmpty else { return [] }
        let own = importers[file] ?? []
        let near = preludeFiles.union(seesOf[file] ?? []).union([file]).union(own).union(own.flatMap { seesOf[$0] ?? [] })
        let met = declared.count < near.count ? declared.filter { near.contains($0.key) } : near.reduce(into: [:]) { met, other in met[other] = declared[other] }
        return met.map { other, id in (id, sees(file, other) || !own.isDisjoint(with: importers[other] ?? [])) }.sorted { $0.id < $1.id }
    }

    func sees(_ file: FileID, _ other: FileID?) -> Bool {
        guard let other else { return true }
        return file == other || preludeFiles.contains(other) || (seesOf[file]?.contains(other) ?? false)
    }


    mutating func resolveParents() {
        for declared in declarations {
            for parent in declared.member.parents {
                guard let first = parent.first, let last = parent.last else { continue }
                let name = parent.map(\.text).joined(separator: ".")
                let place = declared.scope.place(Span(start: first.span.start, end: last.span.end))
                let kind = parentKind(of: declared.kind)
                if let id = resolve(name, kind: kind, at: place, from: declared.scope) {
                    if id == declared.id || model.isA(id, declared.id) {
                        report(ModelFinding.general("N011", "circular-taxonomy", at: place, doc("Begrepp i cirkel", "Circular taxonomy"),
                            doc("`\(model.name(of: declared.id))` kan inte stå under `\(name)`, som redan står under det.",
                                "`\(model.name(of: declared.id))` can't be under `\(name)`, which already is under it.")))
                    } else {
                        model.entities[Int(declared.id.index)].parents.append(id)
                    }
                }
            }
        }
    }

    /// What `is` leads to: a concept of the same kind, or for assessments and approvals their own kinds.
    private func parentKind(of kind: Kind) -> String {
        switch kind.name {
        case "assessment": "assessment_kind"
        case "approval": "approval_kind"
        default: kind.name
        }
    }

    /// A name of a kind, seen from a place; a name that is not there is a finding.
    mutating func resolve(_ name: String, kind: String, at place: Place, from here: Where) -> EntityID? {
        if let id = find(name, kind: kind, from: here) { return id }
        let candidates = candidates(kind: kind, from: here)
        if let hidden = model.byName[name]?.first(where: { Vocabulary.isKind(model[$0].kind, under: kind) }) {
            report(ModelFinding.general("N010", "not-imported", at: place, doc("Namnet syns inte här", "Name not in sight here"),
                doc("`\(name)` är deklarerat i en fil eller ett paket som inte tas in här.", "`\(name)` is declared in a file or pack that is not brought in here."),
                doc("Lägg till `import` av filen eller `use` av paketet.", "Add an `import` of the file or a `use` of the pack.")))
            _ = hidden
        } else {
            report(ModelFinding.unknownName(name, kind: kind, candidates: candidates, at: place))
        }
        return nil
    }

    func find(_ name: String, kind: String, from here: Where) -> EntityID? {
        model.byName[name]?.first { Vocabulary.isKind(model[$0].kind, under: kind) && sees(here.file, fileOf[$0]) }
    }

    func candidates(kind: String, from here: Where) -> [String] {
        let kinds = [kind] + Kinds.all.filter { $0.under == kind }.map(\.name)
        return kinds.flatMap { model.byKind[$0] ?? [] }.filter { sees(here.file, fileOf[$0]) }.map { model.name(of: $0) }
    }
}
