// What can be done about a finding: what it is about as it stands, the edits that remedies may be made of, and the judge of a set of them.
import Law
import Model
import Source
import Syntax

/// The edits, and the judge of a set of them. Pure.
package struct RemedySpace {
    let snapshot: Snapshot
    let targets: [LawResult.Firing]
    /// The activity that the finding is about, or whose it is; nil when it is about something else.
    let activity: EntityID?
    let activityName: String
    let pipeline: Pipeline?
    let timeline: Timeline
    /// The edits of the activity. What the finding's condition wishes for besides comes from the judge.
    package private(set) var edits: [RemedyEdit] = []
    /// Errors that stand already.
    let known: Set<String>

    package init(_ snapshot: Snapshot, _ targets: [LawResult.Firing]) {
        let model = snapshot.model
        (self.snapshot, self.targets) = (snapshot, targets)
        activity = targets.first.flatMap { RemedySpace.activity(of: $0, model) }
        activityName = activity.map { model.name(of: $0) } ?? ""
        pipeline = activity.flatMap { model.pipeline(of: $0) }
        known = RemedySpace.errors(snapshot)
        timeline = RemedySpace.timeline(of: activity, snapshot)
        edits = activity.map { ActivityEdits(space: self, activity: $0).all() } ?? []
    }

    /// Whether a declaration stands before any edit.
    func isDeclared(_ owner: RemedyOwner) -> Bool { owner.kind == "step" || snapshot.model.lookup(owner.name, kind: owner.outerKind ?? owner.kind) != nil }

    /// A name that nothing has.
    func freshName(_ wanted: String) -> String {
        let model = snapshot.model
        var name = wanted, number = 1
        while model.lookup(name, kind: nil) != nil {
            number += 1
            name = number == 2 && !wanted.hasPrefix(activityName) ? activityName + wanted : "\(wanted)\(number)"
        }
        return name
    }

    private static func activity(of firing: LawResult.Firing, _ model: Model) -> EntityID? {
        let bound = firing.bindings.compactMap { if case .entity(let id) = $0.value { id } else { nil } }
        if let activity = bound.first(where: { model.kind(of: $0) == "activity" }) { return activity }
        for id in bound {
            if case .entity(let activity) = model.value("activity", of: id), model.kind(of: activity) == "activity" { return activity }
        }
        // A notice that one activity alone names is that activity's.
        guard let notice = bound.first(where: { model.kind(of: $0) == "notice" }) else { return nil }
        let named = (model.all("activities") ?? []).filter { model.entities(of: "notices", $0).contains(notice) }
        return named.count == 1 ? named[0] : nil
    }

    private static func timeline(of activity: EntityID?, _ snapshot: Snapshot) -> Timeline {
        let model = snapshot.model
        var window = Period(days: 30)
        for pack in snapshot.packs { if case .duration(let stated)? = pack.policy["opt_out_at_least"] { window = stated } }
        var timeline = Timeline(today: snapshot.asOf, window: window)
        guard let activity else { return timeline }
        for id in model.entities(of: "notices", activity) {
            if case .date(let day) = model.value("sent", of: id) { timeline.sent[model.name(of: id)] = day }
        }
        for id in model.entities(of: "opt_outs", activity) { if case .date(let day) = model.value("until", of: id) { timeline.until.append(day) } }
        if case .date(let day) = model.value("starts", of: activity) { timeline.starts = day }
        return timeline
    }

    func sentDay(of notice: String) -> Day? {
        guard let id = snapshot.model.lookup(notice, kind: "notice"), case .date(let day) = snapshot.model.value("sent", of: id) else { return nil }
        return day
    }

    // MARK: The judge

    /// What stands in the way of a set of edits: the facts that it rests on, and edits by which its condition would turn.
    package struct Obstacle {
        let grounds: Grounds?
        package let edits: [RemedyEdit]
        /// False where a condition is too large to be unfolded whole.
        let isWhole: Bool
    }

    package enum Verdict {
        case solved(Snapshot)
        /// nil when any edit may help.
        case stands(Obstacle?)
    }

    package func judge(_ edits: [RemedyEdit]) -> Verdict {
        guard let text = applied(edits) else { return .stands(nil) }
        // What the edits left as it was is taken over.
        return judge(check(text.sources, asOf: snapshot.asOf, after: snapshot))
    }

    func judge(_ checked: Snapshot) -> Verdict {
        let wanted = Set(targets.map { RemedySpace.name(of: $0, snapshot.model) })
        let standing = checked.law.firings.filter { !$0.silenced }
        if let target = standing.first(where: { wanted.contains(RemedySpace.name(of: $0, checked.model)) }) { return .stands(obstacle(target, in: checked)) }
        let fresh = RemedySpace.errors(checked).subtracting(known)
        guard !fresh.isEmpty else { return .solved(checked) }
        return .stands(standing.first { fresh.contains(RemedySpace.name(of: $0, checked.model)) }.map { obstacle($0, in: checked) })
    }

    private func obstacle(_ firing: LawResult.Firing, in checked: Snapshot) -> Obstacle {
        let wishes = checked.law.wishes(of: firing)
        return Obstacle(
            grounds: checked.law.grounds(of: firing), edits: WishEdits(space: self, model: checked.model).edits(for: wishes?.found ?? []), isWhole: wishes?.isWhole ?? true)
    }

    /// A rule's finding by its code and what it is about, whatever its text says.
    package static func name(of firing: LawResult.Firing, _ model: Model) -> String {
        firing.code + " " + firing.bindings.map { binding in
            if case .entity(let id) = binding.value { return "\(binding.name)=\(model.kind(of: id)):\(model.name(of: id))" }
            return "\(binding.name)=\(binding.value)"
        }.joined(separator: " ")
    }

    /// The errors of a check by name. A text that a human must write is no error that a remedy brings: it is the remedy's own gap.
    package static func errors(_ snapshot: Snapshot) -> Set<String> {
        var names: Set<String> = []
        var told: Set<Diagnostic> = []
        for firing in snapshot.law.firings where !firing.silenced {
            told.insert(firing.diagnostic)
            if firing.diagnostic.severity == .error { names.insert(name(of: firing, snapshot.model)) }
        }
        for missing in snapshot.law.missing where missing.severity == .error {
            names.insert("N900 \(snapshot.model.kind(of: missing.fact.entity)):\(snapshot.model.name(of: missing.fact.entity)).\(missing.fact.property)")
        }
        for finding in snapshot.findings where finding.severity == .error && finding.code != "N900" && finding.code != "N039" && !told.contains(finding) {
            if finding.norms.isEmpty { names.insert("\(finding.code) \(finding.message.en)") }
        }
        return names
    }

    // MARK: A remedy

    /// A set that the judge passed, with its text in the formatter's style where the file was in it.
    func remedy(_ found: RemedySearch.Found) -> Remedy {
        let sources = applied(found.edits)?.sources ?? snapshot.sources
        var files: [Remedy.FileEdit] = []
        for (index, file) in sources.files.enumerated() {
            let old = snapshot.sources.files[index].tree
            guard old.text.bytes != file.tree.text.bytes else { continue }
            let isFormatted = format(old) == old.text.bytes
            files.append(.init(path: file.path, old: old.text.bytes, new: isFormatted ? format(file.tree) : file.tree.text.bytes))
        }
        func others(_ snapshot: Snapshot) -> [String: Int] {
            Dictionary(snapshot.law.firings.filter { !$0.silenced }.map { ($0.code, 1) }, uniquingKeysWith: +)
        }
        let dates = timeline.fitted(found.edits, sentOf: { sentDay(of: $0) })
        let before = others(snapshot), after = others(found.snapshot), targets = Set(targets.map(\.code))
        return Remedy(
            parts: found.edits.map { .init(title: title(of: $0, dates), cost: $0.cost, human: human(of: $0), kind: $0.kind) },
            cost: found.cost, files: files, blanks: found.edits.reduce(0) { $0 + $1.blanks },
            alsoRemoves: before.keys.filter { code in (after[code] ?? 0) < (before[code] ?? 0) - (targets.contains(code) ? self.targets.count : 0) }.sorted(),
            brings: after.keys.filter { (before[$0] ?? 0) < (after[$0] ?? 0) }.sorted())
    }
}

extension Model {
    /// The entities of a list of facts.
    func entities(of fact: String, _ owner: EntityID) -> [EntityID] {
        guard case .list(let values) = value(fact, of: owner) else { return [] }
        return values.compactMap { if case .entity(let id) = $0 { id } else { nil } }
    }

    func entity(of fact: String, _ owner: EntityID) -> EntityID? {
        if case .entity(let id) = value(fact, of: owner) { return id }
        return nil
    }

    func word(of fact: String, _ owner: EntityID) -> String? {
        if case .word(let word) = value(fact, of: owner) { return word }
        return nil
    }
}
