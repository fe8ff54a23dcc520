// The findings that no rule has: what is not stated, what can't be settled, and permissions that have run out.
import Model
import Source

enum LawFinding {
    /// One finding a missing fact, with the severity of the strictest rule that waits for it.
    static func notStated(
        _ fact: MissingFact, _ model: Model, rules: [String], severity: Severity, at place: Place,
        norms: [String]
    ) -> Diagnostic {
        let kind = model.kind(of: fact.entity)
        let key = Evaluation.key(fact.property, kind)
        let owner = "`\(model.name(of: fact.entity))`"
        let list = rules.joined(separator: ", ")
        let coarse = model.place(of: fact.property, of: fact.entity) != nil || fact.property == "is"
        var finding = Diagnostic(
            code: "N900", slug: "not-stated", severity: severity, place: place,
            title: coarse
                ? Message(sv: "För grovt angivet", en: "Stated too coarsely")
                : Message(sv: "Inte angivet", en: "Not stated"),
            message: coarse
                ? Message(
                    sv: "För grovt angivet: `\(key)` för \(owner). Det går inte att avgöra \(list).",
                    en: "Stated too coarsely: `\(key)` of \(owner). \(list) can't be settled.")
                : Message(
                    sv: "Inte angivet: `\(key)` för \(owner). Det går inte att avgöra \(list).",
                    en: "Not stated: `\(key)` of \(owner). \(list) can't be settled."))
        finding.advice =
            coarse
            ? Message(
                sv: "Ange ett mer bestämt begrepp för `\(key)`.", en: "State a more specific concept for `\(key)`.")
            : Message(sv: "Lägg till `\(key): …` i \(owner).", en: "Add `\(key): …` to \(owner).")
        if let values = values(of: fact, kind, model) {
            finding.advice?.sv += " \(values.sv)"
            finding.advice?.en += " \(values.en)"
        }
        finding.norms = norms
        finding.notes = rules.map {
            Note(
                text: Message(sv: "\($0) väntar på svaret", en: "\($0) waits for the answer"), place: nil, norm: nil,
                depth: 0)
        }
        return finding
    }

    /// What may stand there: the concepts of its kind, or yes and no. nil where an author writes words of their own.
    private static func values(of fact: MissingFact, _ kind: String, _ model: Model) -> Message? {
        guard let row = Vocabulary.property(fact.property, of: kind), row.key != nil else { return nil }
        var type = row.type
        if case .list(let element) = type { type = element }
        if case .entity(let record) = type, let head = Vocabulary.headType(of: record) { type = head }
        switch type {
        case .truth: return Message(sv: "Här kan stå: `yes` eller `no`.", en: "These may stand here: `yes` or `no`.")
        case .date: return Message(sv: "Här står ett datum, som 2026-03-15.", en: "A date stands here, such as 2026-03-15.")
        case .duration: return Message(sv: "Här står en tid, som 30 days.", en: "A length of time stands here, such as 30 days.")
        case .entity(let wanted):
            let names = Array(Set(model.names(ofKind: wanted))).sorted()
            guard !names.isEmpty else { return nil }
            let list = names.prefix(8).map { "`\($0)`" }.joined(separator: ", ") + (names.count > 8 ? " …" : "")
            return Message(sv: "Här kan stå: \(list).", en: "These may stand here: \(list).")
        default: return nil
        }
    }

    static func unsettled(_ rule: Rule, _ severity: Severity, at place: Place) -> Diagnostic {
        var finding = Diagnostic(
            code: "N901", slug: "not-settled", severity: severity, place: place,
            title: Message(sv: "Går inte att avgöra", en: "Can't be settled"),
            message: Message(
                sv: "Det går inte att avgöra om \(rule.code) gäller här.",
                en: "Whether \(rule.code) holds here can't be settled."))
        finding.norms = rule.authority.cites
        return finding
    }

    static func expired(_ code: String, _ until: Day, at place: Place) -> Diagnostic {
        var finding = Diagnostic(
            code: "N902", slug: "expired-permission", severity: .warning, place: place,
            title: Message(sv: "Medgivandet har gått ut", en: "The permission has expired"),
            message: Message(
                sv: "`allow \(code)` gällde till och med \(until).", en: "`allow \(code)` held through \(until)."))
        finding.advice = Message(
            sv: "Rätta det som \(code) säger, eller pröva medgivandet på nytt.",
            en: "Put right what \(code) says, or consider the permission anew.")
        return finding
    }

    static func needsRole(at place: Place) -> Note {
        Note(
            text: Message(
                sv: "ett fel kan medges bara av en namngiven person i ytterligare en roll (`by`)",
                en: "an error can be allowed only by a named person in a further role (`by`)"), place: place, norm: nil,
            depth: 0)
    }

    /// The order of output: file, member, place, code.
    static func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
        let a = left.place
        let b = right.place
        if a.file != b.file { return a.file < b.file }
        if a.member != b.member { return a.member < b.member }
        if a.span.start != b.span.start { return a.span.start < b.span.start }
        if left.code != right.code { return left.code < right.code }
        return left.message.en < right.message.en
    }
}
