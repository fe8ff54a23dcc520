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
    /// The groups leave a notice that was sent under the wrong article, and are told anew.
    case retell(notice: String, groups: [String], anew: [NoticeText])
    /// A notice that was sent without some of what it must tell leaves the activity, and its groups are told anew.
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
    /// A number of a step, at what the law compares it with.
    case set(step: String, key: String, to: String)
    // Claims that don't hold, words and decisions
    case drop(kind: String, name: String, key: String, index: Int, line: String)
    case write(kind: String, name: String, key: String)
    case decide(assessment: String)
    case assess(kind: String, name: String)
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
    case timeline, pipeline, notices
    case fact(String, String)
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
        case .gate, .require, .allTests, .combine, .control, .deleteAlways, .delete, .reason, .set, .drop, .write: 1
        case .decide, .assess: 5
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
        case .reason, .write: "words"
        case .set: "number"
        case .drop: "withdraw"
        case .decide, .assess: "decision"
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
        case .cover(let notice, _): ["cover \(notice)"]
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
        case .set(let step, let key, _): ["set \(step) \(key)"]
        case .drop(let kind, let name, let key, let index, _): ["drop \(kind) \(name) \(key) \(index)"]
        case .write(let kind, let name, let key): ["write \(kind) \(name) \(key)"]
        case .decide(let name): ["decide \(name)"]
        case .assess(let kind, _): ["assess \(kind)"]
        }
    }

    var area: RemedyArea {
        switch self {
        case .tell, .link, .widen, .sendEarlier, .reword, .retell, .renew, .cover, .optOut, .widenOptOut, .moveOptOut, .moveStart: .timeline
        case .leaveOut, .synthesise, .split, .gate, .require, .allTests, .combine, .control, .deleteAlways, .delete, .reason, .set: .pipeline
        case .drop(let kind, _, let key, _, _), .write(let kind, _, let key): .fact(kind, key)
        case .decide, .assess: .fact("activity", "assessments")
        }
    }

    /// Whether it may change a fact that a finding rests on.
    func touches(_ ground: Ground) -> Bool {
        switch area {
        case .timeline, .notices:
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
            let facts = Set(rows.map(\.fact) + [key]), records = Set(rows.compactMap(\.record))
            if kind == "activity", key == "assessments" {
                return ["assessment", ""].contains(ground.kind) || facts.contains(ground.fact)
            }
            return facts.contains(ground.fact) || records.contains(ground.kind) || ground.fact.hasPrefix("first_reading") && key == "starts"
        }
    }

    /// Texts that a human must write before it counts.
    var blanks: Int {
        switch self {
        case .combine(_, nil), .reason, .write, .decide: 1
        case .gate(_, _, _, nil): 1
        case .synthesise(let form): form.combined == nil ? 1 : 0
        case .assess: 2
        default: 0
        }
    }
}
