// Something more in a list, or something less: a name, a line of its own, or a declaration that people have to answer for.
import Law
import Model
import Source

extension WishEdits {
    func lists(_ owner: RemedyOwner, _ row: Property, _ wish: Wish, of entity: EntityID) -> [RemedyEdit] {
        if case .lacking(let gone) = wish.want {
            guard row.change.contains(.remove), model.place(of: row.fact, of: entity) != nil else { return [] }
            return [.unrefer(owner, key: row.key, from: gone.compactMap { RemedyValues.text(model.head(of: $0) ?? $0, model) })]
        }
        // What somebody has decided covers what it covers.
        guard row.change.contains(.add) || row.change.contains(.set), !RemedyDeclaration.isDecision(owner.kind) || row.record != nil else { return [] }
        switch wish.want {
        case .element(let needs, let existing): return elements(needs, existing, owner, row)
        case .stated: return elements([], [], owner, row)
        case .holding(let value) where row.record == nil: return RemedyValues.text(value, model).map { [.refer(owner, key: row.key, to: $0)] } ?? []
        default: return []
        }
    }

    /// Something new in a stated list: named when it stands already, else written.
    private func elements(_ needs: [Need], _ existing: [EntityID], _ owner: RemedyOwner, _ row: Property) -> [RemedyEdit] {
        switch row.shape {
        case .text: return [.refer(owner, key: row.key, to: "\"…\"" + clauses(needs, row))]
        case .entity(let kind) where row.record != nil: return records(needs, kind, owner, row)
        case .entity(let kind) where Kinds.named(kind)?.isConcept ?? false: return names(needs, existing, kind).map { .refer(owner, key: row.key, to: $0) }
        case .entity(let kind):
            return existing.filter { mayCover($0, owner) }.prefix(RemedyValues.most).map { .refer(owner, key: row.key, to: model.name(of: $0)) } + declarations(kind, needs, of: owner, row.key)
        default: return []
        }
    }

    /// What somebody has decided covers what it says: these purposes, until this day.
    private func mayCover(_ decision: EntityID, _ owner: RemedyOwner) -> Bool {
        if case .date(let until) = model.value("until", of: decision), until < space.snapshot.asOf { return false }
        let purposes = model.entities(of: "purposes", decision)
        guard !purposes.isEmpty, let activity = model.lookup(owner.name, kind: owner.kind), let purpose = model.entity(of: "purpose", activity) else { return true }
        return purposes.contains { model.isA(purpose, $0) }
    }

    /// Something new in a list that the tool makes up of what says `of:` (assessments of an activity).
    func computed(_ kind: String, _ wish: Wish, of owner: RemedyOwner) -> [RemedyEdit] {
        switch wish.want {
        case .element(let needs, _): declarations(kind, needs, of: owner, nil)
        case .stated: declarations(kind, [], of: owner, nil)
        default: []
        }
    }

    /// The names that may be added: what the specification declares of the kind, and concepts that ship where they are what is meant.
    func names(_ needs: [Need], _ existing: [EntityID], _ kind: String) -> [String] {
        let own = existing.prefix(RemedyValues.most).map { model.name(of: $0) }
        // A purpose and a group are the author's own.
        if ["purpose", "subject"].contains(kind) { return own }
        return own + concepts(needs, kind).filter { !own.contains($0) }
    }

    func concepts(_ needs: [Need], _ kind: String) -> [String] {
        for need in needs where need.fact.isEmpty {
            if case .under(let concepts) = need.want { return concepts.map { model.name(of: $0) } }
        }
        return values.choices(of: kind).map { model.name(of: $0) }
    }

    // MARK: Lines

    /// `safeguard: Masking by masked`.
    private func records(_ needs: [Need], _ kind: String, _ owner: RemedyOwner, _ row: Property) -> [RemedyEdit] {
        let head = Vocabulary.heads[row.record ?? ""] ?? "", own = needs.map { $0.fact == head ? Need(fact: "", want: $0.want) : $0 }
        return concepts(own, kind).filter { name in
            own.allSatisfy { need in
                guard case .equal(.entity(let step)) = need.want, model.kind(of: step) == "step" else { return true }
                return Carrying.fits(step, model.lookup(name, kind: kind).map(Value.entity), model)
            }
        }.map { .line(owner, key: row.key, RemedyValue(text: $0 + clauses(own, row), sort: .choice)) }
    }

    /// What is needed of a line's clauses; a fact of the world is left out.
    private func clauses(_ needs: [Need], _ row: Property) -> String {
        row.clauses.reduce(into: "") { text, clause in
            guard !clause.change.isEmpty, let need = needs.first(where: { $0.fact == clause.fact }),
                let value = values.texts(need.want, clause.shape, isDecision: clause.shape == .date).first
            else { return }
            text += " \(clause.word) \(value.text)"
        }
    }

    /// `oversight { by: "…" with "…"; may: Stop }`.
    func blocks(_ owner: RemedyOwner, _ kind: String, _ want: Want) -> [RemedyEdit] {
        let needs: [Need]
        switch want {
        case .stated: needs = []
        case .element(let wanted, _): needs = wanted
        default: return []
        }
        let lines = (Kinds.named(kind)?.properties ?? []).enumerated().compactMap { index, row -> String? in
            if index == 0 { return "\(row.key): \"…\"" + clauses(needs, row) }
            for need in needs where need.fact == row.fact {
                if case .holding(let value) = need.want { return RemedyValues.text(value, model).map { "\(row.key): \($0)" } }
                return values.texts(need.want, row.shape, isDecision: false).first.map { "\(row.key): \($0.text)" }
            }
            return nil
        }
        return [.block(owner, kind: kind, lines: lines)]
    }

    // MARK: Declarations

    /// What people decide, to be written down: nothing else is made up for them.
    func declarations(_ kind: String, _ needs: [Need], of owner: RemedyOwner?, _ key: String?) -> [RemedyEdit] {
        guard RemedyDeclaration.isDecision(kind), let form = Kinds.named(kind) else { return [] }
        var stated: [String: String] = [:], about: RemedyOwner?
        for row in form.properties {
            for need in needs where need.fact == row.fact {
                if case .holding(let value) = need.want {
                    stated[row.key] = RemedyValues.text(value, model)
                    if row.fact == "of", case .entity(let id) = value { about = RemedyOwner(kind: model.kind(of: id), name: model.name(of: id)) }
                } else if row.fact == "of", case .equal(.entity(let id)) = need.want {
                    (stated["of"], about) = (model.name(of: id), RemedyOwner(kind: model.kind(of: id), name: model.name(of: id)))
                } else if row.shape == .date, !RemedyDeclaration.days.contains(row.key) {
                    // How long what is to be obtained has to last.
                    if case .bounded = need.want { stated[row.key] = values.texts(need.want, .date, isDecision: false).first?.text }
                } else { stated[row.key] = texts(need.want, row, of: kind).first?.text }
            }
        }
        if let owner, key == nil || kind == "assessment", form.properties.contains(where: { $0.fact == "of" }) { stated["of"] = owner.name }
        for key in RemedyDeclaration.essential[kind] ?? [] where stated[key] == nil {
            guard let row = form.properties.first(where: { $0.key == key }) else { continue }
            stated[key] = row.many ? "\"…\"" : texts(.stated, row, of: kind).first?.text
        }
        guard let beside = owner ?? about else { return [] }
        let lines = form.properties.compactMap { row in stated[row.key].map { "\(row.key): \($0)" } }
        return (form.under.map { concepts(needs, $0) } ?? [""]).map { concept in
            let name = space.freshName(beside.name + (concept.isEmpty ? kind.prefix(1).uppercased() + kind.dropFirst() : concept))
            return .declare(RemedyDeclaration(kind: kind, name: name, concept: concept.isEmpty ? nil : concept, lines: lines), beside: beside, key: key)
        }
    }
}

extension Model {
    /// What a list of records names: a record's head.
    func head(of value: Value) -> Value? { if case .entity(let id) = value { head(of: id) } else { nil } }
}
