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
    var namer = Namer(files: files)
    namer.collectNames()
    let model = namer.model()
    var builder = Builder(model: model, sight: namer.sight, files: files)
    builder.resolveParents()
    builder.readProperties()
    builder.readPipelines()
    builder.computeFacts()
    return builder.finished(after: namer.findings)
}

/// Reads declarations into parts, one at a time. It never leaves this module.
struct Builder {
    var model: Model
    let sight: Sight
    let files: [ModelFile]
    /// The declaration in work: what is added and reported goes to its part.
    var current: Int32 = 0

    init(model: Model, sight: Sight, files: [ModelFile]) { (self.model, self.sight, self.files) = (model, sight, files) }

    mutating func report(_ finding: Diagnostic) { model.store.parts[Int(current)].findings.append(finding) }

    /// Gives what a declaration holds a number, and its facts their slots.
    mutating func add(_ entity: Entity, owner: EntityID? = nil) -> EntityID {
        let part = model.store.parts + Int(current)
        let local = part.pointee.add(entity.kind, name: entity.name, title: entity.title, owner: owner?.local ?? -1, span: entity.place.span)
        for (fact, value) in entity.facts.items { part.pointee.set(fact, value, of: local) }
        return EntityID(declaration: current, local: local)
    }

    mutating func set(_ fact: Fact, _ value: Value, on id: EntityID, at place: Place? = nil) {
        model.store.parts[Int(id.declaration)].set(fact, value, of: id.local)
        if let place { model.store.parts[Int(id.declaration)].place(fact, of: id.local, at: place.span) }
    }

    /// Adds one more value to a fact that is a list.
    mutating func append(_ fact: Fact, _ values: [Value], on id: EntityID, at place: Place) {
        var list: [Value] = []
        if case .list(let before)? = model.stated(fact, of: id) { list = before }
        model.store.parts[Int(id.declaration)].set(fact, .list(list + values), of: id.local)
        if model.place(of: fact, of: id) == nil { model.store.parts[Int(id.declaration)].place(fact, of: id.local, at: place.span) }
    }

    /// The declarations of a kind, each with its header, as the one in work.
    mutating func each(_ kind: (Kind.ID) -> Bool, _ body: (inout Builder, EntityID, Header) -> Void) {
        for declaration in 0..<model.store.count {
            let header = model.store.headers[declaration]
            guard kind(header.kind) else { continue }
            current = Int32(declaration)
            body(&self, EntityID(declaration: current), header)
        }
    }

    consuming func finished(after findings: [Diagnostic]) -> Model {
        var all = findings
        for declaration in 0..<model.store.count {
            all += model.store.parts[declaration].findings
            model.store.parts[declaration].findings = []
        }
        model.findings = all.enumerated().sorted { a, b in
            let (x, y) = (a.element.place, b.element.place)
            return (x.file.index, x.member, x.span.start, a.offset) < (y.file.index, y.member, y.span.start, b.offset)
        }.map(\.element)
        return model
    }
}

extension Builder {
    mutating func resolveParents() {
        each({ _ in true }) { builder, id, header in builder.resolveParents(of: id, header) }
    }

    private mutating func resolveParents(of id: EntityID, _ header: Header) {
        for parent in header.member.parents {
            guard let first = parent.first, let last = parent.last else { continue }
            let name = parent.map(\.text).joined(separator: ".")
            let place = header.scope.place(Span(start: first.span.start, end: last.span.end))
            guard let above = resolve(name, kind: parentKind(of: header.kind), at: place, from: header.scope) else { continue }
            if above == id || model.isA(above, id) {
                report(ModelFinding.general("N011", "circular-taxonomy", at: place, doc("Begrepp i cirkel", "Circular taxonomy"),
                    doc("`\(header.name)` kan inte stå under `\(name)`, som redan står under det.",
                        "`\(header.name)` can't be under `\(name)`, which already is under it.")))
            } else {
                model.store.headers[Int(id.declaration)].parents.append(above)
            }
        }
    }

    /// What `is` leads to: a concept of the same kind, or for assessments and approvals their own kinds.
    private func parentKind(of kind: Kind.ID) -> Kind.ID {
        switch kind {
        case .assessment: "assessment_kind"
        case .approval: "approval_kind"
        default: kind
        }
    }

    /// A name of a kind, seen from a place; a name that is not there is a finding.
    mutating func resolve(_ name: String, kind: Kind.ID, at place: Place, from here: Where) -> EntityID? {
        if let id = find(name, kind: kind, from: here) { return id }
        if model.names.named(name).contains(where: { model.store.headers[Int($0)].kind.isUnder(kind) }) {
            report(ModelFinding.general("N010", "not-imported", at: place, doc("Namnet syns inte här", "Name not in sight here"),
                doc("`\(name)` är deklarerat i en fil eller ett paket som inte tas in här.", "`\(name)` is declared in a file or pack that is not brought in here."),
                doc("Lägg till `import` av filen eller `use` av paketet.", "Add an `import` of the file or a `use` of the pack.")))
        } else {
            report(ModelFinding.unknownName(name, kind: kind.name, candidates: candidates(kind: kind, from: here), at: place))
        }
        return nil
    }

    func find(_ name: String, kind: Kind.ID, from here: Where) -> EntityID? {
        model.names.named(name).first { model.store.headers[Int($0)].kind.isUnder(kind) && sight.sees(here.file, model.store.headers[Int($0)].scope.file) }
            .map { EntityID(declaration: $0) }
    }

    func candidates(kind: Kind.ID, from here: Where) -> [String] {
        model.names.declared(under: kind).filter { sight.sees(here.file, model.store.headers[Int($0)].scope.file) }.map { model.store.headers[Int($0)].name }
    }
}
