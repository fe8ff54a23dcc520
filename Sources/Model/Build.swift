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

/// - Parameter old: a model of an earlier text of the same files: what an edit left as it was is taken over from it, and the result is
///   the same as without it but for the numbers of declarations.
/// - Parameter jobs: at most so many threads; the result is the same for any number.
public func buildModel(_ files: [ModelFile], after old: Model? = nil, jobs: Int = 1) -> Model {
    var stages = Stages(files, after: old, jobs: jobs)
    stages.resolveParents()
    stages.readProperties()
    stages.readPipelines()
    return stages.finished()
}

/// The order in which declarations are read, each stage on all cores.
///
/// INVARIANT: within a stage, a worker writes the parts of its own declarations alone, and reads of others only what an earlier stage
/// finished: categories, then tables, then properties, then what depends on who names whom, then pipelines.
struct Stages {
    let old: Model?
    let jobs: Int
    let model: Model
    let sight: Sight
    private let files: [FileNames]
    private var findings: [Diagnostic]
    private var reuse: Reuse
    private var users: Users?

    init(_ files: [ModelFile], after old: Model?, jobs: Int) {
        // What all depends on is read by the prelude and the packs: with others in use nothing can be taken over.
        let old = old.flatMap { Reuse.serves($0, files) ? $0 : nil }
        let sight = Sight(files)
        let known = old.map(\.origins.files) ?? []
        self.files = inParallel(files.count, chunk: 8, jobs: jobs, state: {}) { _, range in
            range.map { index in
                if index < known.count, known[index].serves(files[index]) { return known[index] }
                return FileNames(files[index])
            }
        }.flatMap(\.self)
        let namer = Namer(self.files, sight)
        let numbered = Numbering(namer, after: old)
        let store = Store(numbered, namer, after: old, jobs: jobs)
        let names = NameIndex(store, order: numbered.order)
        model = Model(store, names, Origins(self.files, sight, nil))
        (self.old, self.jobs, self.sight, findings) = (old, jobs, sight, namer.findings)
        reuse = Reuse(old, model, sight)
    }

    /// Does some work on each declaration that has to be read anew, in the order of the text where there is one worker.
    /// - Parameter fills: whether it adds entities and facts, in the worker's room.
    private func each(_ declarations: [Int32], fills: Bool = true, _ body: @Sendable (inout Builder, EntityID) -> Void) {
        _ = inParallel(declarations.count, chunk: 32, jobs: declarations.count < 128 ? 1 : jobs, state: { [model, sight, users] in Builder(model: model, sight: sight, users: users) }) {
            builder, range in
            for index in range {
                builder.current = declarations[index]
                model.store.expect(declarations, after: index)
                if fills { builder.scratch.lend(to: &builder.part.pointee) }
                body(&builder, EntityID(declaration: declarations[index]))
                if fills { builder.scratch.settle(&builder.part.pointee) }
            }
        }
    }

    /// The declarations of some kinds that nothing was taken over for.
    private func anew(_ isKind: (Kind.ID) -> Bool) -> [Int32] {
        model.names.order.filter { !reuse.isKept($0) && isKind(model.store.headers[Int($0)].kind) }
    }

    mutating func resolveParents() {
        each(anew { _ in true }, fills: false) { builder, id in builder.resolveParents(of: id) }
        findings += Builder.settleParents(model)
    }

    mutating func readProperties() {
        // Categories first: a column identifies as its category says. Then tables: properties such as `opt out:` name their columns.
        each(anew { $0 == .category }) { builder, id in builder.readProperties(of: id) }
        each(reuse.dropAfterCategories(model), fills: false) { builder, id in builder.resolveParents(of: id) }
        Categories.rank(model)
        each(anew { $0 == .dataset }) { builder, id in builder.readTables(of: id) }
        each(reuse.dropAfterTables(model), fills: false) { builder, id in builder.resolveParents(of: id) }
        // What a norm holds is read by the law, which owns it; here it is a name to refer to, and its days.
        each(anew { $0 == .norm }) { builder, id in builder.readDays(of: id) }
        each(anew { $0 != .category && $0 != .norm }) { builder, id in
            builder.readProperties(of: id)
            builder.ownFacts(of: id)
        }
        let users = Users(model, jobs: jobs)
        self.users = users
        each(reuse.dropAfterProperties(model, users)) { builder, id in
            builder.resolveParents(of: id)
            builder.readProperties(of: id)
            builder.ownFacts(of: id)
        }
        each(anew { $0 == .system || $0 == .request }) { builder, id in builder.reverseFacts(of: id) }
    }

    mutating func readPipelines() {
        each(anew { $0 == .activity }) { builder, id in
            builder.readPipeline(of: id)
            builder.activityFacts(of: id)
        }
    }

    /// Two activities that use one system tell the same of it.
    private static func once(_ findings: [Diagnostic]) -> [Diagnostic] {
        var kept: [Diagnostic] = []
        kept.reserveCapacity(findings.count)
        for finding in findings {
            if let last = kept.last, last.place == finding.place, last.code == finding.code, last.message == finding.message { continue }
            kept.append(finding)
        }
        return kept
    }

    consuming func finished() -> Model {
        var all = findings + Sense.findings(model)
        for declaration in model.names.order where !model.store.parts[Int(declaration)].findings.isEmpty { all += model.store.parts[Int(declaration)].findings }
        var built = Model(model.store, model.names, Origins(files, sight, users))
        built.findings = Stages.once(all.enumerated().sorted { a, b in
            let (x, y) = (a.element.place, b.element.place)
            return (x.file.index, x.member, x.span.start, a.offset) < (y.file.index, y.member, y.span.start, b.offset)
        }.map(\.element))
        built.change = reuse.change(to: built)
        return built
    }
}

/// Reads declarations into parts, one at a time. It never leaves this module.
struct Builder {
    let model: Model
    let sight: Sight
    /// Who names whom; nil before all properties are read.
    let users: Users?
    /// The declaration in work: what is added and reported goes to its part.
    var current: Int32 = 0
    let scratch = Scratch()
    let types = KnownTypes()
    let hints = Hints()
    let ofColumn = ColumnFacts()

    /// What was last suggested from.
    final class Hints { var last: (kind: Kind.ID, file: FileID, names: Suggestions)? }

    init(model: Model, sight: Sight, users: Users?) { (self.model, self.sight, self.users) = (model, sight, users) }

    var part: UnsafeMutablePointer<Part> { model.store.parts + Int(current) }

    func report(_ finding: Diagnostic) { part.pointee.findings.append(finding) }

    /// A second clause of one word would take the place of the first, and nobody would see it.
    func expectOnce(_ clauses: some Sequence<Clause>, after key: @autoclosure () -> String, from here: Where) {
        var rest = clauses.makeIterator()
        while let clause = rest.next() {
            let (first, second) = (clause.wordID, clause.secondWordID)
            var later = rest
            while first != .unknown, let other = later.next() {
                guard other.wordID == first, other.secondWordID == second else { continue }
                return report(ModelFinding.repeatedClause(other.word.text, after: key(), at: here.place(other.span)))
            }
        }
    }

    /// Notes that the part in work depends on what another declaration holds.
    func look(into declaration: Int32) {
        if declaration != current, part.pointee.lookups.declarations.last != declaration { part.pointee.lookups.declarations.append(declaration) }
    }

    /// Gives what a declaration holds a number, and its facts their slots.
    func add(_ entity: Entity, owner: EntityID? = nil) -> EntityID {
        let local = part.pointee.add(entity.kind, name: part.pointee.name(entity.name), owner: owner?.local ?? -1, span: entity.place.span)
        for (fact, value) in entity.facts.items { part.pointee.set(fact, value, of: local) }
        return EntityID(declaration: current, local: local)
    }

    func set(_ fact: Fact, _ value: consuming Value, on id: EntityID, at place: Place? = nil) {
        part.pointee.set(fact, value, of: id.local)
        if let place { part.pointee.place(fact, of: id.local, at: place.span) }
    }

    /// Adds one more value to a fact that is a list.
    func append(_ fact: Fact, _ values: [Value], on id: EntityID, at stated: Place) {
        let place = part.pointee.place(fact, of: id.local)
        if place >= 0, case .list(var list) = part.pointee.values[Int(place)] {
            // Taken out of its place while it grows: a list that nothing else holds is not copied.
            part.pointee.values[Int(place)] = .none
            list += values
            part.pointee.values[Int(place)] = .list(list)
        } else {
            part.pointee.set(fact, .list(values), of: id.local)
        }
        if part.pointee.span(of: fact, of: id.local) == nil { part.pointee.place(fact, of: id.local, at: stated.span) }
    }
}
