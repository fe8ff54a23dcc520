// Edits of single facts in the text: a line stated or changed, a name added or taken out, a declaration written.
import Model
import Source
import Syntax

extension RemedySpace {
    func write(_ edit: RemedyEdit, _ text: inout SpecificationText) -> Bool {
        switch edit {
        case .state(let owner, let key, let value): return state(owner, key, value.text, &text)
        case .line(let owner, let key, let value):
            guard let found = find(owner, text) else { return false }
            text.add("\(key): \(value.text)", to: found, after: before(key, owner.kind))
        case .clause(let owner, let key, let head, let word, let value): return clause(owner, key, head, word, value.text, &text)
        case .refer(let owner, let key, let name): return refer(owner, key, to: name, &text)
        case .unrefer(let owner, let key, let names): return names.allSatisfy { unrefer(owner, key, from: $0, &text) }
        case .block(let owner, let kind, let lines):
            guard let found = find(owner, text) else { return false }
            text.add("\(kind) { \(lines.joined(separator: "; ")) }", to: found)
        case .declare(let new, let owner, let key): return declare(new, owner, key, &text)
        default: return false
        }
        return true
    }

    private func find(_ owner: RemedyOwner, _ text: SpecificationText) -> SpecificationText.Found? {
        if owner.kind == "step" { return text.step(owner.name, of: activityName) }
        guard let outer = owner.outerKind else { return text.declaration(owner.kind, owner.name) }
        guard let found = text.declaration(outer, owner.name), let block = found.member.members.first(where: { $0.form == .declaration && $0.word?.text == owner.kind })
        else { return nil }
        return SpecificationText.Found(file: found.file, base: found.base, member: block)
    }

    /// The keys that a line stands behind: its own, and those before it in the kind's table, nearest first.
    private func before(_ key: String, _ kind: String) -> [String] {
        let keys = Kinds.named(kind)?.properties.map(\.key) ?? []
        return [key] + (keys.firstIndex(of: key).map { Array(keys[..<$0].reversed()) } ?? [])
    }

    private func state(_ owner: RemedyOwner, _ key: String, _ value: String, _ text: inout SpecificationText) -> Bool {
        guard let found = find(owner, text) else { return false }
        guard let line = text.line(key, in: found) else {
            text.add("\(key): \(value)", to: found, after: before(key, owner.kind))
            return true
        }
        guard let old = line.member.values.first, line.member.values.count == 1 else { return false }
        // `none under …`: a law says so, and no edit says otherwise.
        if case .none = old.form, !line.member.clauses.isEmpty { return false }
        text.set(old.span, in: line, to: value)
        return true
    }

    private func clause(_ owner: RemedyOwner, _ key: String, _ head: String, _ word: String, _ value: String, _ text: inout SpecificationText) -> Bool {
        guard let found = find(owner, text), let line = text.line(key, in: found, of: head) ?? text.line(key, in: found) else { return false }
        let clauses = line.member.clauses
        if let old = clauses.first(where: { $0.word.text == word }) {
            guard let first = old.values.first, let end = old.values.last else { return false }
            text.set(Span(start: first.span.start, end: end.span.end), in: line, to: value)
        } else {
            let end = line.base + Int(clauses.last?.span.end ?? line.member.values.last?.span.end ?? line.member.span.end)
            text.replace(end..<end, of: line.file, with: " \(word) \(value)")
        }
        return true
    }

    /// One more name, or several with commas between them.
    func refer(_ owner: RemedyOwner, _ key: String, to name: String, after keys: [String]? = nil, _ text: inout SpecificationText) -> Bool {
        guard let found = find(owner, text) else { return false }
        guard let line = text.line(key, in: found), let first = line.member.values.first else {
            text.add("\(key): \(name)", to: found, after: keys ?? before(key, owner.kind))
            return true
        }
        if case .none = first.form { text.set(first.span, in: line, to: name) } else { text.append([name], to: line.member.values, in: line) }
        return true
    }

    func unrefer(_ owner: RemedyOwner, _ key: String, from name: String, _ text: inout SpecificationText) -> Bool {
        guard let found = find(owner, text),
            let member = found.member.members.first(where: { $0.form == .property && $0.key?.text == key && $0.values.contains { $0.source == name } })
        else { return false }
        let line = SpecificationText.Found(file: found.file, base: found.base, member: member)
        if !text.take([name], from: member.values, in: line) { text.remove(line) }
        return true
    }

    private func declare(_ new: RemedyDeclaration, _ owner: RemedyOwner, _ key: String?, _ text: inout SpecificationText) -> Bool {
        guard let anchor = find(owner, text) else { return false }
        let head = "\(new.kind) \(new.name)" + (new.concept.map { " is \($0)" } ?? "")
        let width = new.lines.map { $0.prefix { $0 != ":" }.count }.max() ?? 0
        let lines = new.lines.map { line in
            let key = line.prefix { $0 != ":" }
            return "  \(key):" + String(repeating: " ", count: width - key.count) + line.dropFirst(key.count + 1)
        }
        text.declare("\(head) {\n\(lines.joined(separator: "\n"))\n}", before: anchor)
        return key.map { refer(owner, $0, to: new.name, &text) } ?? true
    }
}
