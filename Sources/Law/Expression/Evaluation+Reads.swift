// What an evaluation asks of the model, noted: an edit elsewhere changes no answer that did not read it.
import Model
import Source

extension Evaluation {
    func fact(_ name: String, of id: EntityID) -> Value {
        noteLineage(of: id)
        return model.value(name, of: id)
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
        return assumptions.decide(subject, test, in: model)
    }

    /// A relation or function between facts, with what its answer rests on.
    func asked(_ function: String, _ arguments: [Value]) -> Value {
        for argument in arguments {
            for case .entity(let id) in Evaluation.elements(argument) { noteLineage(of: id) }
        }
        switch (function, arguments.first) {
        case ("serves_directly", .entity(let purpose)?), ("serves_indirectly", .entity(let purpose)?): noteServed(by: purpose)
        case ("first_read", .entity(let activity)?):
            for case .entity(let column) in Evaluation.elements(model.value("reached", of: activity)) { reads.note(column) }
        case ("kinds_of", .entity(let concept)?): noteAll(under: model.kind(of: concept))
        default: break
        }
        return model.call(function, arguments)
    }

    /// The purposes that a purpose serves, directly or through others.
    private func noteServed(by purpose: EntityID) {
        var pending = [purpose], seen: Set<EntityID> = [purpose]
        while let next = pending.popLast() {
            reads.note(next)
            for case .entity(let record) in Evaluation.elements(model.value("serves", of: next)) {
                if case .entity(let target)? = model.head(of: record), seen.insert(target).inserted { pending.append(target) }
            }
        }
    }

    /// A thing and what stands above it in its taxonomy, from which it inherits.
    private func noteLineage(of id: EntityID) {
        reads.note(id)
        for parent in model[id].parents { noteLineage(of: parent) }
    }

    func noteAll(of plural: String) { noteAll(under: Vocabulary.ranges[plural] ?? plural) }
    func noteAll(under kind: String) { reads.noteAll(of: Kinds.named(kind) == nil ? Reads.everything : kind) }
}
