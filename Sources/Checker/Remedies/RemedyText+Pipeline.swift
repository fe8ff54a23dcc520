// Edits of a pipeline's text: steps added and changed, columns left out of every line that names them.
import Model
import Source
import Syntax

extension RemedySpace {
    func change(_ edit: RemedyEdit, _ text: inout SpecificationText) -> Bool {
        switch edit {
        case .leaveOut(let columns, _): return leaveOut(Set(columns), &text)
        case .synthesise(let form): return synthesise(form, &text)
        case .split(let learner): return split(learner, &text)
        case .gate(let relation, let reference, let holdout, let combined):
            guard let flow = text.pipeline(of: activityName) else { return false }
            let after = flow.member.members.lastIndex { step in step.results.contains { $0.text == relation } } ?? -1
            let next = flow.member.members.enumerated().first { index, step in index > after && ["delete", "release", "disclose"].contains(step.word?.text ?? "") }?.element
            text.insert(step: gateText(fresh("quality"), relation, reference, holdout, combined), before: next, in: flow)
        case .require(let name):
            guard let step = text.step(name, of: activityName) else { return false }
            text.add("require: worst_risk <= 5%", to: step, after: ["require", "combined with"])
        case .allTests(let name):
            guard let step = text.step(name, of: activityName), let line = text.line("tests", in: step) else { return false }
            text.remove(line)
        case .combine(let name, let table):
            guard let step = text.step(name, of: activityName) else { return false }
            text.add("combined with: \(table ?? "none because \"…\"")", to: step)
        case .control(let name, let sibling):
            guard let step = text.step(name, of: activityName), let clause = step.member.clauses.first(where: { $0.word.text == "against" }), clause.values.count == 1
            else { return false }
            text.append([sibling], to: clause.values, in: step)
        case .deleteAlways(let index):
            guard let flow = text.pipeline(of: activityName), flow.member.members.indices.contains(index),
                let clause = flow.member.members[index].clauses.first(where: { $0.word.text == "passed" })
            else { return false }
            let bytes = text.sources.files[flow.file].tree.text.bytes
            var range = flow.range(clause.span)
            while range.lowerBound > 0, bytes[range.lowerBound - 1] == 0x20 { range = range.lowerBound - 1..<range.upperBound }
            text.replace(range, of: flow.file, with: "")
        case .delete(let relations): return delete(relations, &text)
        case .reason(let name):
            guard let step = text.step(name, of: activityName) else { return false }
            text.add("because: \"…\"", to: step)
        case .move(let name, let next): return move(name, before: next, &text)
        default: return false
        }
        return true
    }

    /// A step with its lines, cut out where it stands and set before another that stands above it.
    private func move(_ name: String, before next: String, _ text: inout SpecificationText) -> Bool {
        func place(_ name: String, _ flow: SpecificationText.Found) -> Int? {
            flow.member.members.firstIndex { step in step.results.contains { $0.text == name } || step.results.isEmpty && step.word?.text == name }
        }
        guard let flow = text.pipeline(of: activityName), let from = place(name, flow), let to = place(next, flow), to < from else { return false }
        let step = SpecificationText.Found(file: flow.file, base: flow.base, member: flow.member.members[from])
        let lines = text.dedented(step)
        text.remove(step)
        guard let now = text.pipeline(of: activityName), now.member.members.indices.contains(to) else { return false }
        text.insert(step: lines, before: now.member.members[to], in: now)
        return true
    }

    /// `reference, holdout`; a table that an attacker may hold, or the words why there is none.
    private func gateText(_ name: String, _ relation: String, _ reference: String, _ holdout: String?, _ combined: String?) -> String {
        """
        \(name) = evaluate \(relation) against \([reference, holdout].compactMap { $0 }.joined(separator: ", ")) {
          combined with: \(combined ?? "none because \"…\"")
          require: two_way_similarity >= 95%
          require: worst_risk <= 5%
        }
        """
    }

    /// What was brought together goes on every path: after the gates, before anything leaves.
    private func delete(_ relations: [String], _ text: inout SpecificationText) -> Bool {
        guard let flow = text.pipeline(of: activityName) else { return false }
        let steps = flow.member.members
        let gates = steps.filter { ["evaluate", "audit"].contains($0.word?.text ?? "") }.compactMap { $0.results.first?.text }
        if let known = steps.first(where: { $0.word?.text == "delete" && !$0.clauses.contains { $0.word.text == "passed" } }), !known.values.isEmpty {
            let missing = relations.filter { name in !known.values.contains { $0.source == name } }
            guard !missing.isEmpty else { return false }
            text.append(missing, to: known.values, in: flow)
            return true
        }
        let after = gates.isEmpty ? "" : " after \(gates.joined(separator: ", "))"
        let line = "delete \(relations.joined(separator: ", "))\(after)"
        // Behind the last step that reads them.
        let last = steps.lastIndex { step in step.word?.text != "release" && mentions(step, Set(relations)) } ?? -1
        let next = steps.enumerated().first { index, step in index > last && ["release", "disclose"].contains(step.word?.text ?? "") }?.element
        text.insert(step: line, before: next, in: flow)
        return true
    }

    private func mentions(_ step: Member, _ names: Set<String>) -> Bool {
        step.results.contains { names.contains($0.text) } || (step.values + step.clauses.flatMap(\.values)).contains { names.contains($0.source) }
    }

    /// Reference and control out of what the synthesiser learns from.
    private func split(_ learner: String, _ text: inout SpecificationText) -> Bool {
        guard let step = text.step(learner, of: activityName), let flow = text.pipeline(of: activityName),
            let clause = step.member.clauses.first(where: { $0.word.text == "from" }), let source = clause.values.first
        else { return false }
        let whole = source.source, reference = fresh("reference"), holdout = fresh("holdout")
        // From the last line to the first, so that what stands before keeps its place.
        for member in flow.member.members.reversed() where member.word?.text == "evaluate" {
            guard let against = member.clauses.first(where: { $0.word.text == "against" }), against.values.first?.source == whole else { continue }
            let range = flow.base + Int(against.values[0].span.start)..<flow.base + Int(against.values[against.values.count - 1].span.end)
            text.replace(range, of: flow.file, with: "\(reference), \(holdout)")
        }
        text.set(source.span, in: step, to: reference)
        guard let again = text.step(learner, of: activityName), let now = text.pipeline(of: activityName) else { return false }
        text.insert(step: "\(reference), \(holdout) = split \(whole) by 80%", before: again.member, in: now)
        return delete([reference, holdout], &text)
    }

    private func synthesise(_ form: SynthesisText, _ text: inout SpecificationText) -> Bool {
        guard let step = text.step(form.model, of: activityName), let flow = text.pipeline(of: activityName),
            let clause = step.member.clauses.first(where: { $0.word.text == "on" }), let source = clause.values.first
        else { return false }
        let synthesiser = fresh("synthesiser"), synthetic = fresh("synthetic")
        text.set(source.span, in: step, to: synthetic)
        let gate = gateText(fresh("quality"), synthetic, form.reference, form.holdout, form.combined)
        guard let again = text.step(form.model, of: activityName), let now = text.pipeline(of: activityName) else { return false }
        _ = flow
        text.insert(
            step: "\(synthesiser) = learn mst from \(form.reference) { epsilon: 3.0; delta: 1e-9; unit: \(form.unit) }\n"
                + "\(synthetic) = generate \(form.rows) from \(synthesiser)\n" + gate, before: again.member, in: now)
        return true
    }

    /// A name that the pipeline does not use yet.
    private func fresh(_ name: String) -> String {
        let taken = Set(pipeline?.steps.flatMap { step in [step.name] + step.outputs.map { snapshot.model.name(of: $0) } } ?? [])
        var candidate = name, number = 2
        while taken.contains(candidate) {
            candidate = "\(name)_\(number)"
            number += 1
        }
        return candidate
    }

    // MARK: Columns

    /// Takes columns out of `keep:` and of what is computed from them, and then out of every line that names those. False when a
    /// step can't do without one: its selection, its target or its key.
    private func leaveOut(_ columns: Set<String>, _ text: inout SpecificationText) -> Bool {
        var gone = columns, isFirst = true
        // A line taken away may be read by a later one: again until nothing names what is gone.
        while true {
            guard let flow = text.pipeline(of: activityName) else { return false }
            switch leaveOutOne(gone, flow, &text) {
            case .stuck: return false
            case .done: return !isFirst
            case .removed(let name): if let name { gone.insert(name) }
            }
            isFirst = false
        }
    }

    private enum Outcome { case done, stuck, removed(String?) }

    /// The first line that names what is gone.
    private func leaveOutOne(_ gone: Set<String>, _ flow: SpecificationText.Found, _ text: inout SpecificationText) -> Outcome {
        for step in flow.member.members {
            for line in step.members {
                let found = SpecificationText.Found(file: flow.file, base: flow.base, member: line)
                let key = line.key?.text ?? line.results.first?.text ?? ""
                let expressions = line.values + line.clauses.flatMap(\.values)
                guard expressions.contains(where: { names(in: $0, any: gone) }) else { continue }
                switch (line.form, key) {
                case (.property, "keep"), (.property, "groups"):
                    let out = Set(line.values.filter { names(in: $0, any: gone) }.map(\.source))
                    return text.take(out, from: line.values, in: found) ? .removed(nil) : .stuck
                case (.property, "bands"), (.property, "reject"):
                    text.remove(found)
                    return .removed(nil)
                case (.property, _): return .stuck
                case (.step, _):
                    text.remove(found)
                    return .removed(key)
                default: return .stuck
                }
            }
        }
        return .done
    }

    /// Whether an expression names one of these columns, with or without its table.
    private func names(in expression: Expression, any gone: Set<String>) -> Bool {
        switch expression.form {
        case .path(let path): return path.last.map { gone.contains($0.text) } ?? false
        case .list(let inner): return inner.contains { names(in: $0, any: gone) }
        case .group(let inner), .unary(_, let inner), .optional(let inner): return names(in: inner, any: gone)
        case .binary(_, let left, let right), .range(let left, let right): return names(in: left, any: gone) || names(in: right, any: gone)
        case .call(_, let arguments):
            return arguments.contains { argument in
                names(in: argument.value, any: gone) || argument.clauses.contains { $0.values.contains { names(in: $0, any: gone) } }
            }
        case .quantifier(_, _, let source, let body): return names(in: source, any: gone) || body.map { names(in: $0, any: gone) } ?? false
        default: return false
        }
    }
}
