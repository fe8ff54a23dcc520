// From what a finding's condition wishes for to edits: whatever the vocabulary's Change column lets an author change, and nothing about the world.
import Law
import Model
import Source

struct WishEdits {
    let space: RemedySpace
    /// Of the text that the wishes are about, which may hold edits already.
    let model: Model

    var values: RemedyValues { RemedyValues(model: model, today: space.snapshot.asOf) }

    func edits(for wishes: [Wish]) -> [RemedyEdit] {
        var edits: [RemedyEdit] = []
        for edit in wishes.flatMap(edits(for:)) where !edits.contains(edit) { edits.append(edit) }
        return edits + together(edits)
    }

    /// Several points of one notice are told in one line.
    private func together(_ edits: [RemedyEdit]) -> [RemedyEdit] {
        var items: [(notice: String, items: [String])] = []
        for case .cover(let notice, let points) in edits {
            if let index = items.firstIndex(where: { $0.notice == notice }) { items[index].items += points } else { items.append((notice, points)) }
        }
        return items.filter { $0.items.count > 1 }.map { .cover(notice: $0.notice, items: $0.items) }
    }

    /// Facts that are not stated and for which nothing may be proposed: only the author can say what is true.
    func open(of wishes: [Wish]) -> [(owner: RemedyOwner, key: String, place: Place)] {
        let offered = wishes.filter { !edits(for: $0).isEmpty }
        return wishes.compactMap { wish in
            guard let owner = wish.owner, model.origin(of: owner) == .specification, isSilent(wish.fact, of: owner),
                !offered.contains(where: { $0.owner == owner && $0.fact == wish.fact }),
                informing(owner, wish) == nil, flowing(owner, wish) == nil
            else { return nil }
            return switch FactPlace(wish.fact, of: owner, model) {
            case .property(let named, let row): row.silence == .computed ? nil : (named, row.key, model.place(of: owner))
            case .clause(let named, let row, _, let clause): (named, "\(row.key): … \(clause.word)", model.place(of: owner))
            case .block(let named, let kind): (named, kind, model.place(of: owner))
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
        case .property(let named, let row): return row.many ? lists(named, row, wish, of: owner) : state(named, row, wish, of: owner)
        case .clause(let named, let row, let head, let clause): return clauses(named, row, head, clause, wish, of: owner)
        case .step(let named, let key) where model.name(of: EntityID(declaration: owner.declaration)) == space.activityName:
            return values.numbers(wish.want, wish.fact).map { .state(named, key: key, $0) }
        case .block(let named, let kind): return blocks(named, kind, wish.want)
        case .computed(let named, let kind): return computed(kind, wish, of: named)
        case .step, nil: return []
        }
    }

    func isSilent(_ fact: String, of owner: EntityID) -> Bool {
        switch model.value(fact, of: owner) {
        case .none, .list([]), .unknown: true
        default: model.place(of: fact, of: owner) == nil
        }
    }

    /// Whether it may come to stand as it is wished. A day that has passed is a fact, whoever stated it.
    private func mayState(_ fact: String, of owner: EntityID, _ change: Set<Change>) -> Bool {
        if isSilent(fact, of: owner) { return change.contains(.add) || change.contains(.set) }
        if case .date(let day) = model.value(fact, of: owner), day < space.snapshot.asOf { return false }
        return change.contains(.set)
    }

    // MARK: Stated facts

    private func state(_ owner: RemedyOwner, _ row: Property, _ wish: Wish, of entity: EntityID) -> [RemedyEdit] {
        if case .lacking = wish.want {
            guard row.change.contains(.remove), model.place(of: row.fact, of: entity) != nil else { return [] }
            return [.drop(kind: owner.kind, name: owner.name, key: row.key, index: 0, line: "\(row.key):")]
        }
        guard mayState(row.fact, of: entity, row.change) else { return [] }
        if case .entity(let kind) = row.shape, RemedyDeclaration.isDecision(kind) { return decisions(kind, owner, row, wish.want, of: entity) }
        return texts(wish.want, row, of: owner.kind).map { .state(owner, key: row.key, $0) }
    }

    /// Of what people decide, words that tell more of it and the days on which they do: what they came to is theirs.
    func texts(_ want: Want, _ row: Property, of kind: String) -> [RemedyValue] {
        let isDecision = RemedyDeclaration.isDecision(kind), isTheirDay = RemedyDeclaration.days.contains(row.key)
        if isDecision, row.shape == .date, !isTheirDay { return [] }
        return values.texts(want, row.shape, isDecision: isDecision).filter { !isDecision || $0.sort == .words || $0.sort == .decision }.map { completed($0, row) }
    }

    /// A day with who decided, a claim with its reason.
    private func completed(_ value: RemedyValue, _ row: Property) -> RemedyValue {
        var value = value
        if value.sort == .decision, row.clauses.contains(where: { $0.word == "by" && $0.shape == .text }) { value.text += " by \"…\"" }
        if row.isReasoned { value.text += " because \"…\"" }
        return value
    }

    /// One that stands already and is about the same, or a new one; of the kind that the key or the condition names.
    private func decisions(_ kind: String, _ owner: RemedyOwner, _ row: Property, _ want: Want, of entity: EntityID) -> [RemedyEdit] {
        var concepts: [EntityID] = []
        if case .under(let wanted) = want { concepts = wanted } else if let above = Kinds.named(kind)?.under,
            let named = model.lookup(row.key.prefix(1).uppercased() + row.key.dropFirst(), kind: above) { concepts = [named] }
        guard want == .stated || !concepts.isEmpty else { return [] }
        let known = (model.all(Kinds.named(kind)?.plural ?? "") ?? []).filter { one in
            model.entities(of: "of", one).contains(entity) && concepts.allSatisfy { model.isA(one, $0) }
        }
        return known.prefix(RemedyValues.most).map { .state(owner, key: row.key, RemedyValue(text: model.name(of: $0), sort: .choice)) }
            + declarations(kind, concepts.isEmpty ? [] : [Need(fact: "", want: .under(concepts))], of: owner, row.key)
    }

    // MARK: Clauses

    private func clauses(_ owner: RemedyOwner, _ row: Property, _ head: String, _ clause: ClauseRow, _ wish: Wish, of entity: EntityID) -> [RemedyEdit] {
        let isDecision = RemedyDeclaration.isDecision(owner.kind)
        guard clause.many ? clause.change.contains(.add) || clause.change.contains(.set) : mayState(clause.fact, of: entity, clause.change) else { return [] }
        let texts: [RemedyValue]
        if clause.many {
            var known: [String] = []
            if case .list(let stated) = model.value(clause.fact, of: entity) { known = stated.compactMap { RemedyValues.text($0, model) } }
            texts = added(wish.want, clause.shape).map { RemedyValue(text: (known + [$0]).joined(separator: ", "), sort: .choice) }
        } else if case .equal(.entity(let step)) = wish.want, model.kind(of: step) == "step", !Carrying.fits(step, model.head(of: .entity(entity)), model) {
            return []
        } else { texts = values.texts(wish.want, clause.shape, isDecision: isDecision) }
        // A line that does not stand yet, with words that a human writes.
        if head.isEmpty, row.shape == .text, let top = model.lookup(owner.name, kind: owner.kind), model.place(of: row.fact, of: top) == nil {
            return texts.map { .state(owner, key: row.key, RemedyValue(text: "\"…\" \(clause.word) \($0.text)", sort: .words)) }
        }
        return texts.filter { !isDecision || $0.sort == .words }.map { .clause(owner, key: row.key, of: head, word: clause.word, $0) }
    }

    /// What a list would have to hold besides.
    private func added(_ want: Want, _ shape: Shape) -> [String] {
        switch (want, shape) {
        case (.holding(let value), _): RemedyValues.text(value, model).map { [$0] } ?? []
        case (.element(let needs, let existing), .entity(let kind)): names(needs, existing, kind)
        case (.stated, .entity(let kind)): names([], [], kind)
        default: []
        }
    }
}
