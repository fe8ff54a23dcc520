// What an evaluation asks of the model, noted: an edit elsewhere changes no answer that did not read it.
import Model
import Source

extension Evaluation {
    func fact(_ fact: Fact, of id: EntityID) -> Value {
        noteLineage(of: id)
        return model.value(fact, of: id)
    }

    func isA(_ a: EntityID, _ b: EntityID) -> Bool {
        if a == b { return true }
        noteLineage(of: a)
        return model.isA(a, b)
    }

    func place(of id: EntityID) -> Place {
        reads.note(id)
        return model.place(of: id)
    }

    func place(of name: String, of id: EntityID) -> Place? {
        reads.note(id)
        return model.place(of: name, of: id)
    }

    func decide(_ assumptions: Assumptions, _ subject: Subject, _ test: Test) -> Bool? {
        if case .isA(.entity(let id)) = test { noteAll(under: model.kind(of: id)) }
        return assumptions.decide(subject, test, in: model) ?? assumptions.decide(subject, test, among: norms, asOf: asOf)
    }

    /// A relation or function between facts, with what its answer rests on. No argument is unknown.
    func asked(_ function: FunctionCode, _ first: Value, _ second: Value?) -> Value {
        note(first)
        if let second { note(second) }
        switch (function, first) {
        case (.serves_directly, .entity(let purpose)), (.serves_indirectly, .entity(let purpose)): noteServed(by: purpose)
        case (.first_read, .entity(let activity)):
            for case .entity(let column) in Evaluation.elements(model.value(Evaluation.reached, of: activity)) { reads.note(column) }
        case (.due, .entity(let system)):
            for case .entity(let activity) in Evaluation.elements(model.value(Evaluation.activities, of: system)) { reads.note(activity) }
        case (.kinds_of, .entity(let concept)): noteAll(under: model.kind(of: concept))
        default: break
        }
        return model.call(function, first, second)
    }

    /// What `kinds_of` is answered from.
    func noteKinds(of concept: EntityID) {
        noteLineage(of: concept)
        noteAll(under: model.kind(of: concept))
    }

    private func note(_ argument: Value) {
        switch argument {
        case .entity(let id): noteLineage(of: id)
        case .list(let values): for case .entity(let id) in values { reads.note(id) }
        default: break
        }
    }

    /// The purposes that a purpose serves, directly or through others.
    private func noteServed(by purpose: EntityID) {
        var pending = [purpose], seen: Set<EntityID> = [purpose]
        while let next = pending.popLast() {
            reads.note(next)
            for case .entity(let record) in Evaluation.elements(model.value(Evaluation.serves, of: next)) {
                if case .entity(let target)? = model.head(of: record), seen.insert(target).inserted { pending.append(target) }
            }
        }
    }

    /// A thing and what stands above it in its taxonomy, from which it inherits.
    func noteLineage(of id: EntityID) {
        var pending = [id], seen: Set<EntityID> = []
        while let next = pending.popLast() {
            guard reads.isOwn(next) else { continue }
            reads.note(next)
            guard next.local == 0 else { continue }
            let parents = model.parents(of: next)
            pending += parents.count + pending.count < 2 ? parents : parents.filter { seen.insert($0).inserted }
        }
    }

    func noteAll(of plural: String) { noteAll(under: Vocabulary.ranges[plural] ?? plural) }
    func noteAll(under kind: String) { reads.noteAll(of: Kinds.named(kind) == nil ? Reads.everything : kind) }

    private static let activities: Fact = "activities"
    private static let serves: Fact = "serves"
    private static let reached: Fact = "reached"
}
