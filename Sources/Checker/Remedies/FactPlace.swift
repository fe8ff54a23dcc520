// Where the text states a fact: the property or clause of a declaration, or the line of a step.
import Model

enum FactPlace {
    case property(RemedyOwner, Property)
    /// Of the line that begins with a value, else of the first of its key.
    case clause(RemedyOwner, Property, of: String, ClauseRow)
    case step(RemedyOwner, key: String)
    /// A block of a kind in the declaration's own.
    case block(RemedyOwner, kind: String)
    /// A list of things of a kind that the tool puts together.
    case computed(RemedyOwner, kind: String)

    init?(_ fact: String, of owner: EntityID, _ model: Model) {
        let top = EntityID(declaration: owner.declaration), kind = model.kind(of: top)
        let named = RemedyOwner(kind: kind, name: model.name(of: top)), rows = Kinds.named(kind)?.properties ?? []
        if owner == top { self.init(fact, of: named, rows) } else { self.init(fact, ofPart: owner, of: named, rows, top, model) }
    }

    private init?(_ fact: String, of named: RemedyOwner, _ rows: [Property]) {
        if let row = rows.first(where: { $0.fact == fact }) {
            self = .property(named, row)
        } else if let row = rows.first(where: { $0.record == nil && $0.clauses.contains { $0.fact == fact } }), let clause = row.clauses.first(where: { $0.fact == fact }) {
            self = .clause(named, row, of: "", clause)
        } else if Kinds.named(named.kind)?.blocks.contains(fact) ?? false, Vocabulary.property(fact, of: named.kind)?.change.contains(.add) ?? false {
            self = .block(named, kind: fact)
        } else if let row = Vocabulary.property(fact, of: named.kind), row.change.contains(.add), case .list(.entity(let kind)) = row.type {
            self = .computed(named, kind: kind)
        } else { return nil }
    }

    private init?(_ fact: String, ofPart owner: EntityID, of named: RemedyOwner, _ rows: [Property], _ top: EntityID, _ model: Model) {
        let kind = model.kind(of: owner)
        if kind == "step" {
            guard let step = model.pipeline(of: top)?.steps.first(where: { $0.entity == owner }), Vocabulary.property(fact, of: kind)?.change.contains(.set) ?? false,
                let key = Verb.named(step.verb)?.properties.first(where: { Property.fact(of: $0.key) == fact })?.key
            else { return nil }
            self = .step(RemedyOwner(kind: "step", name: step.name), key: key)
            return
        }
        if let inner = RemedyOwner(kind: kind, within: named) {
            self.init(fact, of: inner, Kinds.named(kind)?.properties ?? [])
            return
        }
        for row in rows where row.record == kind {
            let records = row.many ? model.entities(of: row.fact, top) : [model.entity(of: row.fact, top)].compactMap(\.self)
            guard records.contains(owner) else { continue }
            let head = model.head(of: owner).flatMap { RemedyValues.text($0, model) } ?? ""
            if let clause = row.clauses.first(where: { $0.fact == fact }) { self = .clause(named, row, of: head, clause) }
            else if !row.many, Vocabulary.heads[kind] == fact { self = .property(named, row) }
            else { break }
            return
        }
        // A fact of a record that a line of its own states (`unreached`).
        guard let key = Vocabulary.property(fact, of: kind)?.key, let row = rows.first(where: { $0.key == key && $0.fact == fact }) else { return nil }
        self = .property(named, row)
    }
}
