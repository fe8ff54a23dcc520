// The members of a declaration in a pack, read by key, with a finding for what can't stand there.
import Model
import Source
import Syntax

/// A declaration's properties by key. Each getter reports what is missing or of another form.
struct Block {
    let loader: PackLoader
    let unit: PackLoader.Unit
    let owner: Member
    let name: String
    private(set) var properties = Properties()
    private(set) var rest: [Member] = []
    /// Keys that are there, and can't be read.
    private var lost: Set<String> = []

    /// The keys that may stand in a form; those of `open` take any words after them.
    struct Keys: Sendable {
        let named: [String]
        let open: [String]

        init(_ named: [String], open: [String] = []) { (self.named, self.open) = (named, open) }
        func allow(_ key: String) -> Bool { named.contains(key) || open.contains { key.hasPrefix($0) } }
    }

    /// Each key with its property, in the order of the text: there are few.
    struct Properties {
        fileprivate(set) var rows: [(key: String, member: Member)] = []
        subscript(key: String) -> Member? { rows.first { $0.key == key }?.member }
        func starting(_ prefix: String) -> [(key: String, member: Member)] { rows.filter { $0.key.hasPrefix(prefix) }.sorted { $0.key < $1.key } }
    }

    init(_ loader: PackLoader, _ unit: PackLoader.Unit, _ owner: Member, _ name: String, keys: Keys) {
        (self.loader, self.unit, self.owner, self.name) = (loader, unit, owner, name)
        var misspelt: [(key: Name, member: Member)] = []
        for member in owner.members {
            guard member.form == .property, let key = member.key else {
                rest.append(member)
                continue
            }
            if !keys.allow(key.text) {
                misspelt.append((key, member))
            } else if let first = properties[key.text] {
                loader.diagnostics.append(
                    PackFinding.duplicate(key.text, at: unit.place(key), first: unit.place(first.key)))
            } else {
                properties.rows.append((key.text, member))
            }
        }
        guard !loader.ships else { return }
        for (key, member) in misspelt { refuse(key, member, keys) }
        refuseClauses()
    }

    /// What is written nearly as a key that is not there is read as that: what it says is not missing too.
    private mutating func refuse(_ key: Name, _ member: Member, _ keys: Keys) {
        report(PackFinding.unknownMember(key.text, in: owner.word?.text ?? "", known: keys.named, at: unit.place(key)))
        if let near = nearest(to: key.text, in: keys.named), properties[near] == nil { properties.rows.append((near, member)) }
    }

    /// Only `in force` has a clause.
    private mutating func refuseClauses() {
        for (key, member) in properties.rows {
            guard let clause = member.clauses.first(where: { key != "in force" || $0.word.text != "until" }) else { continue }
            // What stands after `for` is no list then, which is told.
            if key == "for", case .binary? = member.values.last?.form {} else if key == "for" { continue }
            report(PackFinding.clause(clause, after: member.values.last, in: key, unit))
            properties.rows.removeAll { $0.key == key }
            lost.insert(key)
        }
    }

    var namePlace: Place { unit.place(owner.path.last ?? owner.word) }

    func report(_ finding: Diagnostic) { loader.diagnostics.append(finding) }
    func lacks(_ key: String) { if !lost.contains(key) { report(PackFinding.lacks(key, name, at: namePlace)) } }

    func has(_ key: String) -> Bool { properties[key] != nil }

    /// The one value of a key.
    func value(_ key: String) -> Expression? {
        guard let member = properties[key] else { return nil }
        guard let first = member.values.first, member.values.count == 1 else {
            report(
                PackFinding.wrongForm(
                    key, wanted: Message(sv: "ett enda värde", en: "a single value"), at: unit.place(member.span)))
            return member.values.first
        }
        return first
    }

    func text(_ key: String) -> (text: String, place: Place)? {
        guard let value = value(key) else { return nil }
        guard case .text(let text) = value.form else {
            report(PackFinding.wrongForm(key, wanted: Message(sv: "en text", en: "a text"), at: unit.place(value.span)))
            return nil
        }
        return (text, unit.place(value.span))
    }

    /// A text in both languages: `title sv`, `title en`. One without the other is a finding; `en` may stand in the head.
    func texts(_ key: String, head: Name? = nil, required: Bool) -> (
        sv: (text: String, place: Place), en: (text: String, place: Place)
    )? {
        let sv = text(key + " sv")
        let en = text(key + " en") ?? head.map { ($0.text, unit.place($0)) }
        if sv == nil, required || en != nil { lacks(key + " sv") }
        if en == nil, required || sv != nil { lacks(key + " en") }
        guard let sv, let en else { return nil }
        let silent = [("sv", sv), ("en", en)].filter { $0.1.text.isBlank }
        for (language, text) in silent {
            report(
                PackFinding.wrongForm(
                    key + " " + language, wanted: Message(sv: "en text som säger något", en: "a text that says something"), at: text.place))
        }
        guard silent.isEmpty else { return nil }
        return (sv, en)
    }

    func message(_ key: String, head: Name? = nil, required: Bool) -> Message? {
        texts(key, head: head, required: required).map { Message(sv: $0.sv.text, en: $0.en.text) }
    }

    func day(_ expression: Expression, _ key: String) -> Day? {
        if case .date(let day) = expression.form { return day }
        report(
            PackFinding.wrongForm(key, wanted: Message(sv: "ett datum", en: "a date"), at: unit.place(expression.span)))
        return nil
    }

    /// A single lower-case word.
    func word(_ expression: Expression, _ key: String) -> Name? {
        if case .path(let names) = expression.form, names.count == 1 { return names[0] }
        report(
            PackFinding.wrongForm(key, wanted: Message(sv: "ett ord", en: "a word"), at: unit.place(expression.span)))
        return nil
    }

    /// `cites` and `see`, as keys or as clauses in the head.
    func authority(required: Bool) -> Authority {
        var authority = Authority()
        authority.cites = norms("cites")
        authority.see = norms("see")
        if required, authority.cites.isEmpty { lacks("cites") }
        return authority
    }

    private func norms(_ key: String) -> [String] {
        let values = (properties[key]?.values ?? []) + owner.clauses.filter { $0.word.text == key }.flatMap(\.values)
        return values.compactMap { value in
            guard case .path(let names) = value.form, names.count > 1 else {
                report(
                    PackFinding.wrongForm(
                        key, wanted: Message(sv: "normer, som GDPR.6.4", en: "norms, such as GDPR.6.4"),
                        at: unit.place(value.span)))
                return nil
            }
            let id = names.map(\.text).joined(separator: ".")
            if !loader.knowsNorm(id), !loader.hasNameless("norm") {
                report(PackFinding.unknownNorm(id, known: loader.normNames, at: unit.place(value.span)))
            }
            return id
        }
    }

    /// What stands in the block that is not one of the form's own steps, rows or declarations.
    func refuse(_ member: Member) {
        let name = member.word ?? member.key
        report(
            PackFinding.unknownMember(
                name?.text ?? String(member.values.first?.source.prefix(40) ?? "?"), in: owner.word?.text ?? "",
                known: [], at: unit.place(name?.span ?? member.span)))
    }
}

extension String {
    /// Nothing but white space. Most texts begin with a letter, which says enough.
    fileprivate var isBlank: Bool { utf8.first.map { (0x21...0x7E).contains($0) } == true ? false : allSatisfy(\.isWhitespace) }
}
