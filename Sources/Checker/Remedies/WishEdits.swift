// From what a finding's condition wishes for to edits: whatever the vocabulary's Change column lets an author change, and nothing about the world.
import Law
import Model
import Source

struct WishEdits {
    let space: RemedySpace
    /// Of the text that the wishes are about, which may hold edits already.
    let model: Model

    private var values: RemedyValues { RemedyValues(model: model, today: space.snapshot.asOf) }

    func edits(for wishes: [Wish]) -> [RemedyEdit] {
        var edits: [RemedyEdit] = []
        for edit in wishes.flatMap(edits(for:)) where !edits.contains(edit) { edits.append(edit) }
        return edits
    }

    /// Facts that are not stated and for which nothing may be proposed: only the author can say what is true.
    func open(of wishes: [Wish]) -> [(owner: RemedyOwner, key: String, place: Place)] {
        wishes.compactMap { wish in
            guard let owner = wish.owner, model.origin(of: owner) == .specification, isSilent(wish.fact, of: owner), edits(for: wish).isEmpty,
                informing(owner, wish) == nil, flowing(owner, wish) == nil
            else { return nil }
            return switch FactPlace(wish.fact, of: owner, model) {
            case .property(let named, let row): (named, row.key, model.place(of: owner))
            case .clause(let named, _, _, let clause): (named, clause.word, model.place(of: owner))
            case .step, .computed, nil: nil
            }
        }
    }

    func edits(for wish: Wish) -> [RemedyEdit] {
        guard let owner = wish.owner else {
            guard case .element(let needs, _) = wish.want, let kind = Vocabulary.ranges[wish.fact] else { return [] }
            return declarations(kind, needs, of: nil, nil)
        }
        guard model.origin(of: owner) == .specification else { return [] }
        if let known = informing(owner, wish) ?? flowing(owner, wish) { return known }
        switch FactPlace(wish.fact, of: owner, model) {
        case .property(let named, let row): return edits(named, row, wish)
        case .clause(let named, let row, let index, let clause):
            guard clause.change.contains(.set) || clause.change.contains(.add) && isSilent(wish.fact, of: owner) else { return [] }
            return texts(wish.want, clause.shape, clause.many, of: named).map { .clause(named, key: row.key, index: index, word: clause.word, $0) }
        case .step(let named, let key) where model.name(of: EntityID(declaration: owner.declaration)) == space.activityName:
            return values.numbers(wish.want, wish.fact).map { .state(named, key: key, $0) }
        case .computed(let named, let kind): return lists(kind, wish, of: named)
        case .step, nil: return []
        }
    }

    private func isSilent(_ fact: String, of owner: EntityID) -> Bool { [.none, .list([])].contains(model.value(fact, of: owner)) }

    // MARK: Stated facts

    private func edits(_ owner: RemedyOwner, _ row: Property, _ wish: Wish) -> [RemedyEdit] {
        if row.many {
            switch wish.want {
            case .element(let needs, let existing): return elements(needs, existing, owner, row)
            case .stated: return elements([], [], owner, row)
            case .holding(let value) where row.record == nil && mayAdd(row): return RemedyValues.text(value, model).map { [.refer(owner, key: row.key, to: $0)] } ?? []
            case .lacking(let gone) where row.change.contains(.remove) && wish.owner.map({ model.place(of: row.fact, of: $0) != nil }) ?? false:
                return [.unrefer(owner, key: row.key, from: gone.compactMap { RemedyValues.text(model.head(of: $0) ?? $0, model) })]
            default: return []
            }
        }
        guard row.change.contains(.set) || row.change.contains(.add) && wish.owner.map({ isSilent(row.fact, of: $0) }) ?? false else { return [] }
        return texts(wish.want, row.shape, false, of: owner).map { .state(owner, key: row.key, completed($0, row, of: owner)) }
    }

    private func mayAdd(_ row: Property) -> Bool { row.change.contains(.add) || row.change.contains(.set) }

    private func texts(_ want: Want, _ shape: Shape, _ many: Bool, of owner: RemedyOwner) -> [RemedyValue] {
        if many, case .holding(let value) = want { return RemedyValues.text(value, model).map { [RemedyValue(text: $0, sort: .choice)] } ?? [] }
        return values.texts(want, shape, isDecision: RemedyDeclaration.isDecision(owner.kind))
    }

    /// A day with who decided, a conclusion with its reason.
    private func completed(_ value: RemedyValue, _ row: Property, of owner: RemedyOwner) -> RemedyValue {
        var value = value
        if value.sort == .decision, row.clauses.contains(where: { $0.word == "by" && $0.shape == .text }) { value.text += " by \"…\"" }
        if row.isReasoned { value.text += " because \"…\"" }
        return value
    }

    // MARK: Lists

    /// Something new in a stated list: named when it stands already, else written.
    private func elements(_ needs: [Need], _ existing: [EntityID], _ owner: RemedyOwner, _ row: Property) -> [RemedyEdit] {
        guard mayAdd(row), case .entity(let kind) = row.shape else { return row.shape == .text && mayAdd(row) ? [.state(owner, key: row.key, RemedyValue(text: "\"…\"", sort: .words))] : [] }
        if row.record != nil { return records(needs, kind, owner, row) }
        if Kinds.named(kind)?.isConcept ?? false { return concepts(needs, kind).map { .refer(owner, key: row.key, to: $0) } }
        return existing.prefix(RemedyValues.most).map { .refer(owner, key: row.key, to: model.name(of: $0)) } + declarations(kind, needs, of: owner, row.key)
    }

    /// Something new in a list that the tool makes up of what says `of:` (assessments of an activity).
    private func lists(_ kind: String, _ wish: Wish, of owner: RemedyOwner) -> [RemedyEdit] {
        switch wish.want {
        case .element(let needs, _): declarations(kind, needs, of: owner, nil)
        case .stated: declarations(kind, [], of: owner, nil)
        default: []
        }
    }

    private func concepts(_ needs: [Need], _ kind: String) -> [String] {
        for need in needs where need.fact.isEmpty {
            if case .under(let concepts) = need.want { return concepts.map { model.name(of: $0) } }
        }
        return values.choices(of: kind).map { model.name(of: $0) }
    }

    /// `safeguard: Encryption by "…"`.
    private func records(_ needs: [Need], _ kind: String, _ owner: RemedyOwner, _ row: Property) -> [RemedyEdit] {
        let head = Vocabulary.heads[row.record ?? ""] ?? "", own = needs.map { $0.fact == head ? Need(fact: "", want: $0.want) : $0 }
        var clauses = ""
        for clause in row.clauses {
            guard let need = own.first(where: { $0.fact == clause.fact }), let text = texts(need.want, clause.shape, clause.many, of: owner).first else { continue }
            clauses += " \(clause.word) \(text.text)"
        }
        return concepts(own, kind).map { .line(owner, key: row.key, RemedyValue(text: $0 + clauses, sort: .choice)) }
    }

    /// What people decide, to be written down: nothing else is made up for them.
    private func declarations(_ kind: String, _ needs: [Need], of owner: RemedyOwner?, _ key: String?) -> [RemedyEdit] {
        guard RemedyDeclaration.isDecision(kind), let form = Kinds.named(kind) else { return [] }
        var stated: [String: String] = [:]
        for row in form.properties {
            for need in needs where need.fact == row.fact {
                if case .holding(let value) = need.want { stated[row.key] = RemedyValues.text(value, model) } else {
                    stated[row.key] = values.texts(need.want, row.shape, isDecision: true).first.map { completed($0, row, of: RemedyOwner(kind: kind, name: "")).text }
                }
            }
        }
        if let owner, key == nil, form.properties.contains(where: { $0.fact == "of" }) { stated["of"] = owner.name }
        for key in RemedyDeclaration.essential[kind] ?? [] where stated[key] == nil {
            guard let row = form.properties.first(where: { $0.key == key }) else { continue }
            stated[key] = values.texts(.stated, row.shape, isDecision: true).first.map { completed($0, row, of: RemedyOwner(kind: kind, name: "")).text }
        }
        let lines = form.properties.compactMap { row in stated[row.key].map { "\(row.key): \($0)" } }
        let about = owner?.name ?? stated["of"] ?? ""
        return (form.under.map { concepts(needs, $0) } ?? [""]).map { concept in
            let name = space.freshName(about + (concept.isEmpty ? kind.prefix(1).uppercased() + kind.dropFirst() : concept))
            let new = RemedyDeclaration(kind: kind, name: name, concept: concept.isEmpty ? nil : concept, lines: lines)
            return .declare(new, referredBy: key == nil ? nil : owner, key: key ?? "")
        }
    }

    // MARK: Information

    /// Of notices: what was sent is a fact, and what is told anew has days of its own. nil for what is not about one.
    private func informing(_ owner: EntityID, _ wish: Wish) -> [RemedyEdit]? {
        switch (model.kind(of: owner), wish.fact) {
        case ("activity", "notices"): model.name(of: owner) == space.activityName ? naming(wish.want) : []
        case ("activity", "opt_outs"), ("activity", "starts"), ("opt_out", "until"), ("opt_out", "groups"), ("notice", "sent"): []
        case ("notice", "to"), ("notice", "tells"): telling(wish, of: model.name(of: owner))
        // A file with its text may be named whenever it is written.
        case ("notice", let fact) where fact != "evidence" && isSent(model.name(of: owner)): []
        default: nil
        }
    }

    /// One more notice on the activity: one that stands already, or a new one to the groups that it would have to reach.
    private func naming(_ want: Want) -> [RemedyEdit] {
        guard let activity = space.activity, case .element(let needs, let existing) = want else { return [] }
        let base = space.snapshot.model
        let links = existing.filter { base.lookup(model.name(of: $0), kind: "notice") != nil }.prefix(RemedyValues.most).map { notice in
            RemedyEdit.link(notice: model.name(of: notice), to: model.entities(of: "to", notice).map { model.name(of: $0) })
        }
        let groups = needs.compactMap { need -> EntityID? in if need.fact == "to", case .holding(.entity(let group)) = need.want { same(group, "subject") } else { nil } }
        guard !groups.isEmpty, let notices = ActivityEdits(space: space, activity: activity).notices(to: groups) else { return links }
        return links + [.tell(notices)]
    }

    /// One more group or point of a notice that stood before any edit.
    private func telling(_ wish: Wish, of name: String) -> [RemedyEdit] {
        guard let activity = space.activity, let notice = space.snapshot.model.lookup(name, kind: "notice") else { return [] }
        let edits = ActivityEdits(space: space, activity: activity)
        if wish.fact == "to", case .holding(.entity(let group)) = wish.want, !isSent(name), same(group, "subject").map({ edits.mayTell($0, by: notice) }) ?? false {
            return [.widen(notice: name, by: [model.name(of: group)])]
        }
        let items: [String] =
            switch wish.want {
            case .holding(.entity(let item)) where wish.fact == "tells": [model.name(of: item)]
            case .element(let needs, _) where wish.fact == "tells": concepts(needs, "item")
            default: []
            }
        return items.compactMap { isSent(name) ? edits.renewal(of: notice, telling: [$0]) : .cover(notice: name, items: [$0]) }
    }

    /// The same thing before any edit.
    private func same(_ id: EntityID, _ kind: String) -> EntityID? { space.snapshot.model.lookup(model.name(of: id), kind: kind) }

    private func isSent(_ notice: String) -> Bool { space.sentDay(of: notice).map { $0 < space.snapshot.asOf } ?? false }

    // MARK: Pipeline

    /// Of the activity's pipeline: columns that leave it, and the budget of what a relation was made by. nil for what is not about one.
    private func flowing(_ owner: EntityID, _ wish: Wish) -> [RemedyEdit]? {
        guard let activity = space.activity, let pipeline = space.pipeline else { return nil }
        switch (wish.fact, wish.want) {
        case ("first_read", .lacking(let columns)), ("reached", .lacking(let columns)), ("read_columns", .lacking(let columns)), ("features", .lacking(let columns)):
            let names = columns.compactMap { if case .entity(let id) = $0, model.kind(of: id) == "column" { model.name(of: id) } else { nil } }
            return ActivityEdits(space: space, activity: activity).leavingOut(names).map { [$0] } ?? []
        case ("position", .before(let next)):
            guard model.name(of: EntityID(declaration: owner.declaration)) == space.activityName else { return [] }
            return [.move(step: model.ownName(of: owner), before: model.ownName(of: next))]
        case ("epsilon", let want) where model.kind(of: owner) == "relation", ("delta", let want) where model.kind(of: owner) == "relation":
            return pipeline.steps.filter { $0.verb == .learn }.flatMap { step in
                values.numbers(want, wish.fact).map { .state(RemedyOwner(kind: "step", name: step.name), key: wish.fact, $0) }
            }
        default: return nil
        }
    }
}

extension RemedyDeclaration {
    /// What a human decides and answers for, and what each such thing says at the least.
    static let essential = ["assessment": ["made", "decided"], "approval": ["by", "decided"], "reservation": ["signers"]]
    static func isDecision(_ kind: String) -> Bool { essential[kind] != nil }
}

extension Model {
    /// What a list of records names: a record's head.
    func head(of value: Value) -> Value? { if case .entity(let id) = value { head(of: id) } else { nil } }
}
