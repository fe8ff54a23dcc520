// Which facts a check's mistakes lost: those that would say something else if the text were mended.
import Law
import Model
import Source
import Syntax

struct LostFacts {
    private struct Key: Hashable {
        let file: FileID
        let member: Int32
        init(_ place: Place) { (file, member) = (place.file, place.member) }
    }
    private struct Loss {
        /// Nothing of the declaration can be relied on.
        var isWhole = false
        /// Properties that can't be read, by their facts.
        var facts: Set<String> = []
        /// Blocks that something is wrong in, by where they stand: what is computed from them may be another.
        var pipelines: Set<Span> = []
        var tables: Set<Span> = []
    }
    private var losses: [Key: Loss] = [:]
    /// What is computed of other declarations from those that lost something.
    private var elsewhere: Set<String> = []

    var isEmpty: Bool { losses.isEmpty }
    /// Whether something was lost that findings elsewhere may rest on.
    var reaches: Bool { !elsewhere.isEmpty }

    /// Mistakes that are told of what was read all the same.
    private static let harmless: Set<String> = ["N003", "N013", "N030", "N034", "N036", "N037", "N038", "N039", "N043"]
    /// What else is computed from a property.
    private static let derived: [String: Set<String>] = ["starts": ["first_reading"], "opt_outs": ["filtered", "window", "unreached"], "unreached": ["unreached"], "safeguards": ["carried_by"]]
    private static let ofPipelines: Set<String> = ["first_read", "precedes", "reaches", "bound_to", "paths_after", "filtered", "carried_by"]

    init(_ findings: [[Diagnostic]], _ sources: SourceSet, first: Int, _ read: inout LinesByPlace) {
        var nameless: Set<String> = []
        for error in findings.joined() where error.severity == .error && !LostFacts.harmless.contains(error.code) {
            let index = Int(error.place.file.index) - first
            guard sources.files.indices.contains(index) else { continue }
            let members = sources.files[index].tree.members
            guard members.indices.contains(Int(error.place.member)), let root = members[Int(error.place.member)].tree.root, root.form == .declaration else { continue }
            note(error, root, &read)
            if error.code == "N056", let kind = root.word?.text, nameless.insert(kind).inserted { elsewhere.formUnion(LostFacts.naming(kind)) }
        }
    }

    /// The facts in which others name a declaration of a kind: one without a name may be what any of them means.
    private static func naming(_ kind: String) -> Set<String> {
        func holds(_ shape: Shape) -> Bool {
            switch shape {
            case .entity(let wanted): Kind.ID(named: kind).flatMap { own in Kind.ID(named: wanted).map { own.isUnder($0) } } ?? false
            case .oneOf(let shapes): shapes.contains(where: holds)
            case .table, .column: kind == "dataset"
            default: false
            }
        }
        var facts: Set<String> = kind == "dataset" ? ofPipelines.union(["uses", "window", "unreached"]) : []
        for property in Kinds.all.flatMap(\.properties) {
            let clauses = property.clauses.filter { holds($0.shape) }.map(\.fact)
            guard holds(property.shape) || !clauses.isEmpty else { continue }
            facts.formUnion([property.fact] + clauses)
            facts.formUnion(derived[property.fact] ?? [])
        }
        return facts
    }

    private mutating func note(_ error: Diagnostic, _ root: Member, _ read: inout LinesByPlace) {
        let key = Key(error.place), kind = Kinds.named(root.word?.text ?? "")
        guard let line = read.line(holding: error.place, in: root) else { return losses[key, default: Loss()].isWhole = true }
        switch (line.form, line.word?.text) {
        case (.declaration, "pipeline"?): losses[key, default: Loss()].pipelines.insert(line.span)
        case (.declaration, "table"?):
            losses[key, default: Loss()].tables.insert(line.span)
            elsewhere.formUnion(["filtered"])
        case (.declaration, let word?): losses[key, default: Loss()].facts.insert(word)
        case (.step, "allow"?): return
        case (.property, _):
            let known = kind?.properties ?? []
            guard let text = line.key?.text, let property = known.first(where: { $0.key == text }) ?? nearest(to: text, in: known.map(\.key)).flatMap({ near in known.first { $0.key == near } }) else {
                return losses[key, default: Loss()].isWhole = true
            }
            let facts = Set([property.fact] + property.clauses.map(\.fact))
            losses[key, default: Loss()].facts.formUnion(facts)
            for fact in facts { losses[key, default: Loss()].facts.formUnion(LostFacts.derived[fact] ?? []) }
            if kind?.name == "notice" { elsewhere.insert("window") }
        default: losses[key, default: Loss()].isWhole = true
        }
    }

    /// Whether something was lost where a place stands.
    func touches(_ place: Place) -> Bool { losses[Key(place)] != nil }

    /// Whether a fact may be another once the text is mended.
    func holds(_ ground: Ground, _ model: Model) -> Bool {
        if elsewhere.contains(ground.fact) { return true }
        guard let entity = ground.entity, let loss = losses[Key(model.place(of: entity))] else { return false }
        if loss.isWhole || loss.facts.contains(ground.fact) { return true }
        // What a record says stands in the property that lists the record.
        let isComputed = entity.local == 0 && !ground.kind.isEmpty && Kinds.named(ground.kind)?.properties.contains { $0.fact == ground.fact || $0.clauses.contains { $0.fact == ground.fact } } == false
        if !loss.pipelines.isEmpty { return isComputed || ["step", "relation", "gate", "column"].contains(ground.kind) || LostFacts.ofPipelines.contains(ground.fact) }
        if !loss.tables.isEmpty { return isComputed || ["table", "column"].contains(ground.kind) || LostFacts.ofPipelines.contains(ground.fact) }
        return false
    }

    /// Whether a fact that is asked for is one that was written and can't be read.
    func holds(notStated finding: Diagnostic) -> Bool {
        guard let loss = losses[Key(finding.place)] else { return false }
        if loss.isWhole || loss.pipelines.union(loss.tables).contains(where: { $0.start <= finding.place.span.start && finding.place.span.end <= $0.end }) { return true }
        return loss.facts.contains { finding.message.en.contains("`\(String($0.map { $0 == "_" ? " " : $0 }))`") }
    }
}
