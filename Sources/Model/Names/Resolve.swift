// From a name as an author writes it to the declaration that it means there.
import Source
import Syntax

extension Builder {
    func resolveParents(of id: EntityID) {
        let header = model.store.headers + Int(id.declaration), kind = parentKind(of: header.pointee.kind)
        header.pointee.above = []
        for parent in header.pointee.member.parents {
            guard let first = parent.first, let last = parent.last else { continue }
            let span = Span(start: first.span.start, end: last.span.end)
            let name = parent.map(\.text).joined(separator: ".")
            if let above = resolve(name, kind: kind, at: header.pointee.scope.place(span), from: header.pointee.scope) { header.pointee.above.append((above, span)) }
        }
    }

    /// So many levels a taxonomy may have: what is asked of a concept climbs through all above it.
    private static let deepest: Int32 = 32

    /// Puts each declaration under what it says, in the order of the text; what would close a circle is told of, and left out.
    static func settleParents(_ model: Model) -> [Diagnostic] {
        var findings: [Diagnostic] = [], level = [Int32](repeating: 0, count: model.declarationCount)
        let headers = model.store.headers
        for declaration in model.names.order where !headers[Int(declaration)].above.isEmpty { headers[Int(declaration)].parents = [] }
        for declaration in model.names.order where !headers[Int(declaration)].above.isEmpty {
            let id = EntityID(declaration: declaration), isOwn = headers[Int(declaration)].scope.origin == .specification
            for (above, span) in headers[Int(declaration)].above {
                // The prelude and the packs are never under a specification's own.
                let isSafe = isOwn && headers[Int(above.declaration)].scope.origin != .specification
                guard level[Int(above.declaration)] < deepest else {
                    findings.append(tooDeep(headers[Int(declaration)].name, at: headers[Int(declaration)].scope.place(span)))
                    continue
                }
                guard !isSafe, model.isA(above, id) else {
                    headers[Int(declaration)].parents.append(above)
                    level[Int(declaration)] = max(level[Int(declaration)], level[Int(above.declaration)] + 1)
                    continue
                }
                let (name, other) = (headers[Int(declaration)].name, headers[Int(above.declaration)].name)
                findings.append(ModelFinding.general("N011", "circular-taxonomy", at: headers[Int(declaration)].scope.place(span), doc("Begrepp i cirkel", "Circular taxonomy"),
                    doc("`\(name)` kan inte stå under `\(other)`, som redan står under det.", "`\(name)` can't be under `\(other)`, which already is under it.")))
            }
        }
        return findings + cutTooDeep(model)
    }

    /// Levels once more, now that all stand in their places: a chain that is written from its end was short in the order of the text.
    private static func cutTooDeep(_ model: Model) -> [Diagnostic] {
        let headers = model.store.headers
        var findings: [Diagnostic] = [], level = [Int32](repeating: -1, count: model.declarationCount)
        for start in model.names.order where !headers[Int(start)].parents.isEmpty {
            var pending = [start]
            while let declaration = pending.last {
                let parents = headers[Int(declaration)].parents
                if let open = parents.first(where: { level[Int($0.declaration)] < 0 }) {
                    pending.append(open.declaration)
                    continue
                }
                pending.removeLast()
                level[Int(declaration)] = parents.reduce(0) { max($0, level[Int($1.declaration)] + 1) }
                guard level[Int(declaration)] > deepest, let span = headers[Int(declaration)].above.first?.span else { continue }
                findings.append(tooDeep(headers[Int(declaration)].name, at: headers[Int(declaration)].scope.place(span)))
                headers[Int(declaration)].parents = []
                level[Int(declaration)] = 0
            }
        }
        return findings
    }

    private static func tooDeep(_ name: String, at place: Place) -> Diagnostic {
        ModelFinding.general("N055", "taxonomy-too-deep", at: place, doc("För många nivåer i taxonomin", "Too many levels in the taxonomy"),
            doc("`\(name)` ligger mer än \(deepest) nivåer ned, och räknas inte som något av det ovanför.", "`\(name)` stands more than \(deepest) levels down, and does not count as what is above."),
            doc("Låt begreppet stå direkt under något högre upp.", "Put the concept directly under one that is higher up."))
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
    func resolve(_ name: String, kind: Kind.ID, at place: Place, from here: Where) -> EntityID? {
        if let id = find(name, kind: kind, from: here) { return id }
        part.pointee.lookups.hasMissed = true
        if model.names.named(name).contains(where: { model.store.headers[Int($0)].kind.isUnder(kind) }) {
            report(ModelFinding.general("N010", "not-imported", at: place, doc("Namnet syns inte här", "Name not in sight here"),
                doc("`\(name)` är deklarerat i en fil eller ett paket som inte tas in här.", "`\(name)` is declared in a file or pack that is not brought in here."),
                doc("Lägg till `import` av filen eller `use` av paketet.", "Add an `import` of the file or a `use` of the pack.")))
        } else if !model.origins.isLost(name, kind, from: here.file) {
            report(ModelFinding.unknownName(name, kind: kind.name, among: suggestions(kind, from: here), at: place))
        }
        return nil
    }

    func find(_ name: String, kind: Kind.ID, from here: Where) -> EntityID? {
        part.pointee.lookups.names.append(Syntax.hash(of: name))
        return find(from: model.names.first(name), kind, here)
    }

    /// As `find` by a name, from the path that an expression is; nil also where the path needs a closer look.
    func find(_ path: Expression, kind: Kind.ID, from here: Where) -> EntityID? {
        let hash = path.tree.hash(of: path.span)
        part.pointee.lookups.names.append(hash)
        return find(from: model.names.first(at: path.span, of: path.tree, hash: hash), kind, here)
    }

    private func find(from first: Int32, _ kind: Kind.ID, _ here: Where) -> EntityID? {
        var declaration = first
        while declaration >= 0 {
            let header = model.store.headers + Int(declaration)
            if header.pointee.kind.isUnder(kind), sight.sees(here.file, header.pointee.scope.file) {
                look(into: declaration)
                return EntityID(declaration: declaration)
            }
            declaration = model.names.after(declaration)
        }
        return nil
    }

    /// Kept from one mistake to the next: a file that has one often has many.
    private func suggestions(_ kind: Kind.ID, from here: Where) -> Suggestions {
        if let last = hints.last, last.kind == kind, last.file == here.file { return last.names }
        let names = Suggestions(candidates(kind: kind, from: here))
        hints.last = (kind, here.file, names)
        return names
    }

    func candidates(kind: Kind.ID, from here: Where) -> [String] {
        model.names.declared(under: kind).filter { sight.sees(here.file, model.store.headers[Int($0)].scope.file) }.map { model.store.headers[Int($0)].name }
    }
}
