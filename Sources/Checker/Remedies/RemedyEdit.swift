// The edits that remedies are made of: what each does, costs, and may touch. The kinds are data; the text is made by RemedyText.
import Law
import Model
import Source

/// INVARIANT: the cases are in the order in which a set of them is applied.
package enum RemedyEdit: Hashable, Sendable {
    // Information
    case tell([NoticeText])
    case link(notice: String, to: [String])
    case widen(notice: String, by: [String])
    case sendEarlier(notice: String)
    /// Of a notice that has not been sent yet.
    case reword(notice: String, under: String, items: [String])
    /// The groups leave a notice that is to be sent under the wrong article, and are told apart; by another that stands where none is written.
    case retell(notice: String, groups: [String], anew: [NoticeText])
    /// The activity no longer rests on a notice that was sent, without some of what it must tell or under the wrong article; its groups are told anew, or
    /// by others that stand where none is written.
    case renew(notice: String, lacking: [String], anew: [NoticeText])
    case cover(notice: String, items: [String])
    // Opt-out and time
    case optOut(register: String, matchedBy: String?, groups: [String], excluded: Bool)
    case widenOptOut(index: Int, by: [String])
    case moveOptOut
    case moveStart
    // Pipeline
    case leaveOut(columns: [String], as: String)
    case synthesise(SynthesisText)
    case split(learner: String)
    case gate(relation: String, reference: String, holdout: String?, combined: String?)
    case require(step: String)
    case allTests(step: String)
    case combine(step: String, table: String?)
    case control(step: String, sibling: String)
    case deleteAlways(step: Int)
    case delete([String])
    case reason(step: String)
    case move(step: String, before: String)
    // Claims that don't hold
    case drop(kind: String, name: String, key: String, index: Int, line: String)
    // What the vocabulary lets an author declare, name, state and withdraw
    /// Beside what it is about, which names it under a key where there is one.
    case declare(RemedyDeclaration, beside: RemedyOwner, key: String?)
    case block(RemedyOwner, kind: String, lines: [String])
    case refer(RemedyOwner, key: String, to: String)
    case unrefer(RemedyOwner, key: String, from: [String])
    /// One more line of a property that may stand several times.
    case line(RemedyOwner, key: String, RemedyValue)
    case state(RemedyOwner, key: String, RemedyValue)
    /// Of the line that begins with a value (`safeguard: Masking …`), else of the first of its key.
    case clause(RemedyOwner, key: String, of: String, word: String, RemedyValue)
}

/// A declaration, or a step of the activity's pipeline, by its name; a block in a declaration (`oversight`) by the declaration's.
package struct RemedyOwner: Hashable, Sendable {
    var kind: String
    var name: String

    /// The kind of the declaration in which it is a block; nil for a declaration.
    var outerKind: String? { Kinds.all.first { $0.blocks.contains(kind) }?.name }
}

extension RemedyOwner {
    /// A block of a declaration; nil for what is none.
    init?(kind: String, within owner: RemedyOwner) {
        guard Kinds.named(owner.kind)?.blocks.contains(kind) ?? false, kind != "table" else { return nil }
        self.init(kind: kind, name: owner.name)
    }
}

/// What is stated, as it is written.
package struct RemedyValue: Hashable, Sendable {
    enum Sort: String, Sendable { case words, number, date, choice, decision }
    var text: String
    var sort: Sort
    /// Texts that a human must write.
    var blanks: Int { text.matches(of: /"…"/).count }
}

/// A declaration that is to be written: its lines under its head.
package struct RemedyDeclaration: Hashable, Sendable {
    var kind: String
    var name: String
    /// What it is (`Dpia`).
    var concept: String?
    var lines: [String]
}

extension RemedyDeclaration {
    /// What a human decides and answers for, and what each such thing says at the least.
    static let essential = ["assessment": ["made", "decided"], "approval": ["by", "decided"], "reservation": ["signers"]]
    /// The days on which they do so; other days are days of the world.
    static let days: Set = ["made", "decided"]
    static func isDecision(_ kind: String) -> Bool { essential[kind] != nil }
}

/// A notice that is to be written: the dates come from the timeline of the whole set.
package struct NoticeText: Hashable, Sendable {
    var name: String
    var groups: [String]
    var guardian: Bool
    var under: String
    var channels: [String]
    var items: [String]
}

/// Synthesis put before a training: what it is made of.
package struct SynthesisText: Hashable, Sendable {
    var model: String
    var reference: String
    var holdout: String
    var unit: String
    var rows: Int64
    var combined: String?
}

/// What an edit may change among the facts that findings rest on. Wider than what it does change, never narrower.
enum RemedyArea: Hashable, Sendable {
    case timeline, pipeline
    case fact(String, String)
    /// All things of a kind, and every list of them.
    case things(String)
}

extension RemedyEdit {
    /// As checking.md 3.3 has them, and a human's decision as an approval.
    package var cost: Int {
        switch self {
        case .tell(let notices): notices.count
        case .retell(_, _, let anew), .renew(_, _, let anew): 1 + anew.count
        case .link, .widen, .sendEarlier, .reword, .cover, .moveOptOut, .moveStart: 1
        case .optOut, .widenOptOut: 2
        case .leaveOut(let columns, _): 2 * columns.count
        case .synthesise: 4
        case .split: 2
        case .gate, .require, .allTests, .combine, .control, .deleteAlways, .delete, .reason, .move, .drop, .refer, .clause, .block: 1
        case .unrefer(_, _, let names): 2 * names.count
        case .line(_, "safeguard", _): 2
        case .line(_, _, let value), .state(_, _, let value): value.sort == .decision ? 5 : 1
        case .declare: 5
        }
    }

    var kind: String {
        switch self {
        case .tell, .retell, .renew: "notice"
        case .link, .widen, .reword, .cover: "notice"
        case .sendEarlier, .moveOptOut, .moveStart: "date"
        case .optOut, .widenOptOut: "opt-out"
        case .leaveOut: "leave-out"
        case .synthesise: "synthesis"
        case .split, .gate, .require, .allTests, .combine, .control: "gate"
        case .deleteAlways, .delete: "delete"
        case .reason: "words"
        case .move: "move"
        case .drop, .unrefer: "withdraw"
        case .declare: "decision"
        case .block: "words"
        case .refer: "name"
        case .line(_, let key, let value): key == "safeguard" ? "safeguard" : value.sort.rawValue
        case .state(_, _, let value), .clause(_, _, _, _, let value): value.sort.rawValue
        }
    }

    /// What is added, in pieces: of two ways out, the one with fewer pieces of the same is the smaller.
    package var atoms: Set<String> {
        switch self {
        case .tell(let notices): Set(notices.map { "tell \($0.groups.joined(separator: ",")) \($0.under)" })
        case .link(let notice, _): ["link \(notice)"]
        case .widen(let notice, let groups): Set(groups.map { "widen \(notice) \($0)" })
        case .sendEarlier(let notice): ["sent \(notice)"]
        case .reword(let notice, _, _), .retell(let notice, _, _), .renew(let notice, _, _): ["article \(notice)"]
        case .cover(let notice, let items): Set(items.map { "cover \(notice) \($0)" })
        case .optOut: ["opt out"]
        case .widenOptOut(let index, let groups): Set(groups.map { "opt out \(index) \($0)" })
        case .moveOptOut: ["until"]
        case .moveStart: ["starts"]
        case .leaveOut(let columns, _): Set(columns.map { "column \($0)" })
        case .synthesise(let form): ["synthesise \(form.model)"]
        case .split(let learner): ["split \(learner)"]
        case .gate(let relation, _, _, _): ["gate \(relation)"]
        case .require(let step): ["require \(step)"]
        case .allTests(let step): ["tests \(step)"]
        case .combine(let step, _): ["combine \(step)"]
        case .control(let step, _): ["control \(step)"]
        case .deleteAlways(let step): ["delete \(step)"]
        case .delete(let relations): Set(relations.map { "delete \($0)" })
        case .reason(let step): ["reason \(step)"]
        case .move(let step, let next): ["move \(step) \(next)"]
        case .drop(let kind, let name, let key, let index, _): ["drop \(kind) \(name) \(key) \(index)"]
        case .declare(let new, let owner, let key): ["declare \(new.kind) \(new.concept ?? "") \(new.lines.joined(separator: ";")) \(owner.name) \(key ?? "")"]
        case .block(let owner, let kind, _): ["block \(owner.kind) \(owner.name) \(kind)"]
        case .refer(let owner, let key, let name): ["name \(owner.kind) \(owner.name) \(key) \(name)"]
        case .unrefer(let owner, let key, let names): Set(names.map { "withdraw \(owner.kind) \(owner.name) \(key) \($0)" })
        case .line(let owner, let key, let value): ["line \(owner.kind) \(owner.name) \(key) \(value.text)"]
        case .state(let owner, let key, let value): ["state \(owner.kind) \(owner.name) \(key) \(value.text)"]
        case .clause(let owner, let key, let head, let word, let value): ["clause \(owner.kind) \(owner.name) \(key) \(head) \(word) \(value.text)"]
        }
    }

    /// What a set can do once: a fact has one value.
    package var slots: Set<String> {
        switch self {
        // One of the days that the timeline moves.
        case .state(let owner, "starts", _) where owner.kind == "activity": ["starts"]
        case .state(let owner, "sent", _): ["sent \(owner.name)"]
        case .clause(_, "opt out", _, "until", _): ["until"]
        case .state(let owner, let key, _): ["state \(owner.kind) \(owner.name) \(key)"]
        case .clause(let owner, let key, let head, let word, _): ["clause \(owner.kind) \(owner.name) \(key) \(head) \(word)"]
        default: atoms
        }
    }

    /// What must stand before it can be made.
    package var owner: RemedyOwner? {
        switch self {
        case .refer(let owner, _, _), .unrefer(let owner, _, _), .block(let owner, _, _), .line(let owner, _, _), .state(let owner, _, _), .clause(let owner, _, _, _, _): owner
        default: nil
        }
    }

    /// The names that it declares.
    package var declared: [String] {
        switch self {
        case .declare(let new, _, _): [new.name]
        case .tell(let notices), .retell(_, _, let notices), .renew(_, _, let notices): notices.map(\.name)
        default: []
        }
    }

    var area: RemedyArea {
        switch self {
        case .tell, .link, .widen, .sendEarlier, .reword, .retell, .renew, .cover, .optOut, .widenOptOut, .moveOptOut, .moveStart: .timeline
        case .leaveOut, .synthesise, .split, .gate, .require, .allTests, .combine, .control, .deleteAlways, .delete, .reason, .move: .pipeline
        case .drop(let kind, _, let key, _, _): .fact(kind, key)
        case .declare(let new, _, _): .things(new.kind)
        case .block(let owner, let kind, _): .fact(owner.kind, kind)
        case .refer(let owner, let key, _), .unrefer(let owner, let key, _), .line(let owner, let key, _), .state(let owner, let key, _), .clause(let owner, let key, _, _, _):
            owner.kind == "step" ? .pipeline : .fact(owner.kind, key)
        }
    }

    /// Whether it may change a fact that a finding rests on.
    func touches(_ ground: Ground) -> Bool {
        switch area {
        case .timeline:
            return ["notice", "opt_out"].contains(ground.kind)
                || ground.kind == "activity" && ["notices", "opt_outs", "starts", "first_reading", "unreached"].contains(ground.fact)
                || ground.kind.isEmpty && ["notices", "notice"].contains(ground.fact)
        case .pipeline:
            return ["step", "relation", "gate", "path"].contains(ground.kind) || ground.kind == "opt_out" && ground.fact == "filtered"
                || ground.kind == "activity"
                    && ["uses", "steps", "outputs", "gates", "reached", "acts_on_persons", "first_reading_step", "first_reading"].contains(ground.fact)
                || ground.kind.isEmpty
                    && ["first_read", "personal", "precedes", "reaches", "paths_after", "bound_to", "steps", "relations", "gates"].contains(ground.fact)
        case .fact(let kind, let key):
            let rows = Kinds.named(kind)?.properties.filter { $0.key == key } ?? []
            let facts = Set(rows.flatMap { [$0.fact] + $0.clauses.map(\.fact) } + [key]), records = Set(rows.compactMap(\.record))
            return facts.contains(ground.fact) || records.contains(ground.kind) || ground.fact.hasPrefix("first_reading") && key == "starts"
        case .things(let kind):
            if ground.kind == kind || ground.kind.isEmpty && Vocabulary.ranges[ground.fact] == kind { return true }
            let type = Vocabulary.property(ground.fact, of: ground.kind)?.type
            return type == .entity(kind) || type == .list(.entity(kind))
        }
    }

    /// Texts that a human must write before it counts.
    var blanks: Int {
        switch self {
        case .combine(_, nil), .reason: 1
        case .gate(_, _, _, nil): 1
        case .synthesise(let form): form.combined == nil ? 1 : 0
        case .line(_, _, let value), .state(_, _, let value), .clause(_, _, _, _, let value): value.blanks
        case .refer(_, _, let text): RemedyValue(text: text, sort: .words).blanks
        case .block(_, _, let lines): lines.reduce(0) { $0 + RemedyValue(text: $1, sort: .words).blanks }
        case .declare(let new, _, _): new.lines.reduce(0) { $0 + RemedyValue(text: $1, sort: .words).blanks }
        default: 0
        }
    }
}
