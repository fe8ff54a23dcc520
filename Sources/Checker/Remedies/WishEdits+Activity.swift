// Wishes that are more than a line: notices and their days, and what flows through the pipeline.
import Law
import Model
import Source

extension WishEdits {
    // MARK: Information

    /// Of notices, and of the days of an activity: what was sent is a fact, and what is told anew has days of its own. nil for what is not about one.
    func informing(_ owner: EntityID, _ wish: Wish) -> [RemedyEdit]? {
        switch (model.kind(of: owner), wish.fact) {
        case ("activity", "notices"): model.name(of: owner) == space.activityName ? naming(wish.want) : []
        case ("activity", "opt_outs"), ("opt_out", "groups"): []
        case ("activity", "starts"), ("activity", "first_reading"), ("opt_out", "until"), ("notice", "sent"): moving(wish, of: owner)
        case ("notice", "to"), ("notice", "tells"): telling(wish, of: model.name(of: owner))
        // A file with its text may be named whenever it is written.
        case ("notice", let fact) where fact != "evidence" && isSent(model.name(of: owner)): []
        default: nil
        }
    }

    /// A day at the bound that is asked for, where neither it nor the new one has passed. What has begun has begun.
    private func moving(_ wish: Wish, of owner: EntityID) -> [RemedyEdit] {
        if case .date(let day) = model.value(wish.fact, of: owner), day < space.snapshot.asOf { return [] }
        let top = EntityID(declaration: owner.declaration), named = RemedyOwner(kind: model.kind(of: top), name: model.name(of: top))
        // What nobody has sent is sent today.
        let isFresh = wish.fact == "sent" && wish.want == .stated
        let days = isFresh ? [RemedyValue(text: space.snapshot.asOf.description, sort: .date)] : values.texts(wish.want, .date, isDecision: false)
        switch wish.fact {
        case "starts", "first_reading":
            guard let status = model.entity(of: "status", top), ["Planned", "BeingEstablished"].contains(model.name(of: status)) else { return [] }
            return days.map { .state(named, key: "starts", $0) }
        case "sent": return space.snapshot.model.lookup(named.name, kind: "notice") == nil ? [] : days.map { .state(named, key: "sent", $0) }
        default:
            guard case .clause(_, let row, let head, let clause)? = FactPlace(wish.fact, of: owner, model) else { return [] }
            return days.map { .clause(named, key: row.key, of: head, word: clause.word, $0) }
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
        guard let notice = space.snapshot.model.lookup(name, kind: "notice") else { return [] }
        let edits = space.activity.map { ActivityEdits(space: space, activity: $0) }
        if wish.fact == "to", case .holding(.entity(let group)) = wish.want {
            let fits = same(group, "subject").map { edits?.mayTell($0, by: notice) ?? true } ?? false
            return fits && !isSent(name) ? [.widen(notice: name, by: [model.name(of: group)])] : []
        }
        let items: [String] =
            switch wish.want {
            case .holding(.entity(let item)) where wish.fact == "tells": [model.name(of: item)]
            case .element(let needs, _) where wish.fact == "tells": concepts(needs, "item")
            default: []
            }
        return items.compactMap { isSent(name) ? edits?.renewal(of: notice, telling: [$0]) : .cover(notice: name, items: [$0]) }
    }

    /// The same thing before any edit.
    private func same(_ id: EntityID, _ kind: String) -> EntityID? { space.snapshot.model.lookup(model.name(of: id), kind: kind) }

    private func isSent(_ notice: String) -> Bool { space.sentDay(of: notice).map { $0 < space.snapshot.asOf } ?? false }

    // MARK: Pipeline

    /// Of the activity's pipeline: columns that leave it, the order of steps, and the budget of what a relation was made by. nil for what is not about one.
    func flowing(_ owner: EntityID, _ wish: Wish) -> [RemedyEdit]? {
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
