// The mistakes that a pack can have, one function each.
import Model
import Source

/// INVARIANT: a code is never reused for something else.
enum PackFinding {
    private static func make(
        _ code: String, _ slug: String, at place: Place, _ title: Message, _ message: Message, advice: Message? = nil,
        severity: Severity = .error
    ) -> Diagnostic {
        Diagnostic(
            code: code, slug: slug, severity: severity, place: place, title: title, message: message, advice: advice)
    }

    static func unknownMember(_ name: String, in form: String, known: [String], at place: Place) -> Diagnostic {
        make(
            "N501", "unknown-member", at: place, Message(sv: "Kan inte stå här", en: "Can't stand here"),
            Message(sv: "`\(name)` kan inte stå i `\(form)`.", en: "`\(name)` can't stand in `\(form)`."),
            advice: near(name, known))
    }

    static func lacks(_ key: String, _ owner: String, at place: Place) -> Diagnostic {
        make(
            "N502", "incomplete", at: place, Message(sv: "Något saknas", en: "Something is missing"),
            Message(sv: "`\(owner)` saknar `\(key)`.", en: "`\(owner)` lacks `\(key)`."),
            advice: Message(sv: "Lägg till `\(key): …`.", en: "Add `\(key): …`."))
    }

    static func unknownNorm(_ id: String, known: [String], at place: Place) -> Diagnostic {
        make(
            "N503", "norm-not-declared", at: place, Message(sv: "Normen finns inte", en: "No such norm"),
            Message(sv: "Inget paket deklarerar normen `\(id)`.", en: "No pack declares the norm `\(id)`."),
            advice: near(id, known, listing: false))
    }

    /// - Parameter also: names that could be meant too, and are too many to list.
    static func unknownName(_ name: String, _ what: Message, known: [String], also: [String] = [], at place: Place) -> Diagnostic {
        make(
            "N504", "name-not-declared", at: place, Message(sv: "Okänt namn", en: "Unknown name"),
            Message(sv: "`\(name)` är \(what.sv).", en: "`\(name)` is \(what.en)."), advice: near(name, known, also: also))
    }

    static func unknownProperty(_ name: String, of kind: String, at place: Place) -> Diagnostic {
        make(
            "N505", "no-such-fact", at: place, Message(sv: "Uppgiften finns inte", en: "No such fact"),
            Message(sv: "\(FactType.entity(kind).words.sv) har ingen uppgift `\(name)`.".sentence, en: "\(FactType.entity(kind).words.en) has no fact `\(name)`.".sentence),
            advice: near(name, Vocabulary.properties(of: kind).map(\.name)))
    }

    static func wrongType(_ message: Message, at place: Place, advice: Message? = nil) -> Diagnostic {
        make("N506", "wrong-type", at: place, Message(sv: "Fel slags värde", en: "Wrong type"), message, advice: advice)
    }

    static func unordered(_ node: Node, at place: Place) -> Diagnostic {
        wrongType(
            Message(
                sv: "`\(node.source.text)` är \(node.type.words.sv) och har ingen ordning.",
                en: "`\(node.source.text)` is \(node.type.words.en) and has no order."), at: place)
    }

    static func wrongArguments(_ name: String, wanted: String, found: Int, at place: Place) -> Diagnostic {
        make(
            "N507", "wrong-arguments", at: place, Message(sv: "Fel antal argument", en: "Wrong number of arguments"),
            Message(
                sv: "`\(name)` tar \(wanted) argument, här står \(found).",
                en: "`\(name)` takes \(wanted) arguments, \(found) stand here."))
    }

    static func recursion(_ cycle: [String], at place: Place) -> Diagnostic {
        let path = cycle.map { "`\($0)`" }.joined(separator: " → ")
        return make(
            "N508", "recursive-definition", at: place,
            Message(sv: "Definitionen vilar på sig själv", en: "A definition rests on itself"),
            Message(
                sv: "Definitioner får inte gå i cirkel: \(path).", en: "Definitions may not go in a circle: \(path)."))
    }

    static func hiddenVariable(_ name: String, at place: Place) -> Diagnostic {
        make(
            "N520", "hidden-variable", at: place, Message(sv: "Skymmer en variabel", en: "Hides a variable"),
            Message(
                sv: "`\(name)` betyder redan något här, och är något annat efter `with`.",
                en: "`\(name)` means something here already, and is another thing after `with`."),
            advice: Message(sv: "Ge den ett eget namn.", en: "Give it a name of its own."), severity: .warning)
    }

    static func tooLarge(_ name: String, at place: Place) -> Diagnostic {
        make(
            "N521", "too-large", at: place,
            Message(sv: "Villkoret blir för stort", en: "A condition that grows too large"),
            Message(
                sv: "`\(name)` prövas inte: med definitionerna som den vilar på utskrivna har den fler än \(Extent.largest) led eller \(Extent.deepest) nivåer.",
                en: "`\(name)` is not asked: with the definitions that it rests on written out, it has more than \(Extent.largest) terms or \(Extent.deepest) levels."),
            advice: Message(
                sv: "Låt definitionerna fråga varandra färre gånger, och i färre led.",
                en: "Let the definitions ask one another fewer times, and in shorter chains."))
    }

    static func duplicate(_ name: String, at place: Place, first: Place) -> Diagnostic {
        var finding = make(
            "N509", "declared-twice", at: place, Message(sv: "Deklarerad två gånger", en: "Declared twice"),
            Message(sv: "`\(name)` finns redan.", en: "`\(name)` exists already."))
        finding.notes = [Note(text: Message(sv: "den första står här", en: "the first stands here"), place: first)]
        return finding
    }

    /// - Parameter unused: conclusions that are listed and that no row comes to.
    static func noConclusion(_ decision: String, _ example: Message, _ unused: [String], at place: Place) -> Diagnostic {
        let last = unused.count == 1 ? unused[0] : "…"
        return make(
            "N510", "no-conclusion", at: place,
            Message(sv: "Tabellen är inte fullständig", en: "The table is not complete"),
            Message(
                sv: "`\(decision)` kommer inte till någon slutsats" + (example.sv.isEmpty ? "." : " när \(example.sv)."),
                en: "`\(decision)` reaches no conclusion" + (example.en.isEmpty ? "." : " when \(example.en).")),
            advice: Message(sv: "Avsluta med `otherwise \(last)`.", en: "End with `otherwise \(last)`."))
    }

    static func lacksOtherwise(_ factor: String, _ value: String?, at place: Place) -> Diagnostic {
        let row = "\(value ?? "…") otherwise"
        return make(
            "N502", "incomplete", at: place, Message(sv: "Något saknas", en: "Something is missing"),
            Message(
                sv: "Faktorn `\(factor)` har inget värde när ingen av raderna gäller.",
                en: "The factor `\(factor)` has no value where none of its rows holds."),
            advice: Message(sv: "Avsluta med `\(row)`.", en: "End with `\(row)`."))
    }

    static func unreachable(_ row: String, at place: Place) -> Diagnostic {
        make(
            "N511", "unreachable-row", at: place, Message(sv: "Raden kan aldrig nås", en: "A row that nothing reaches"),
            Message(
                sv: "`\(row)` kan aldrig nås: raderna ovanför tar alla fall.",
                en: "`\(row)` is never reached: the rows above take every case."))
    }

    static func vacuous(_ node: Node, _ decision: String, _ conclusion: String) -> Diagnostic {
        make(
            "N512", "rests-on-nothing", at: node.source.place,
            Message(sv: "Slutsatsen vilar på en tom mängd", en: "A conclusion that rests on nothing"),
            Message(
                sv: "`\(decision)` blev \(conclusion) bara därför att det inte finns något att pröva här.",
                en: "`\(decision)` came out as \(conclusion) only because there is nothing here to test."),
            advice: Message(
                sv: "Kräv också att något finns: `exists x in …`.",
                en: "Require too that there is something: `exists x in …`."))
    }

    /// - Parameter because: what is wrong in it, where that is known.
    static func badTemplate(_ hole: String, _ because: (message: Message, advice: Message?)? = nil, at place: Place) -> Diagnostic {
        func reason(_ text: String?) -> String { text.map { ": " + $0.prefix(1).lowercased() + $0.dropFirst() } ?? "." }
        return make(
            "N513", "bad-template", at: place,
            Message(sv: "Texten går inte att fylla i", en: "A text that can't be filled in"),
            Message(
                sv: "`{\(hole)}` går inte att läsa" + reason(because?.message.sv),
                en: "`{\(hole)}` can't be read" + reason(because?.message.en)),
            advice: because.flatMap(\.advice)
                ?? Message(
                    sv: "Skriv `{a}`, `{a.purpose}`, `{failed(f)}` eller `{beslut.against}`.",
                    en: "Write `{a}`, `{a.purpose}`, `{failed(f)}` or `{decision.against}`."))
    }

    static func wrongForm(_ key: String, wanted: Message, at place: Place) -> Diagnostic {
        make(
            "N514", "wrong-form", at: place, Message(sv: "Fel form", en: "Wrong form"),
            Message(sv: "`\(key)` ska vara \(wanted.sv).", en: "`\(key)` must be \(wanted.en)."))
    }

    static func neverFires(_ rule: Rule, at place: Place) -> Diagnostic {
        make(
            "N515", "never-fires", at: place, Message(sv: "Regeln kan aldrig slå till", en: "A rule that can never fire"),
            Message(
                sv: "Inga uppgifter kan göra att \(rule.code) slår till: villkoret motsäger sig självt eller undantas alltid.",
                en: "No facts can make \(rule.code) fire: its condition contradicts itself, or is always excepted."))
    }

    static func alwaysFires(_ rule: Rule, at place: Place) -> Diagnostic {
        make(
            "N516", "always-fires", at: place, Message(sv: "Regeln slår alltid till", en: "A rule that always fires"),
            Message(
                sv: "\(rule.code) slår till vad som än anges: villkoret prövar inget.",
                en: "\(rule.code) fires whatever is stated: its condition tests nothing."),
            severity: .warning)
    }

    static func neverApplies(_ name: String, _ rule: Rule, at place: Place) -> Diagnostic {
        make(
            "N517", "exception-never-applies", at: place,
            Message(sv: "Undantaget kan aldrig gälla", en: "An exception that can never apply"),
            Message(
                sv: "`unless \(name)` kan inte gälla samtidigt som villkoret i \(rule.code).",
                en: "`unless \(name)` can't hold together with the condition of \(rule.code)."))
    }

    static func neverOnOneDay(_ name: String, at place: Place) -> Diagnostic {
        make(
            "N518", "never-in-force", at: place, Message(sv: "Aldrig i kraft", en: "Never in force"),
            Message(
                sv: "Det finns ingen dag då allt som `\(name)` vilar på tillämpas.",
                en: "There is no day on which all that `\(name)` rests on applies."))
    }

    static func contradiction(_ rule: Rule, _ other: Rule) -> Diagnostic {
        var finding = make(
            "N519", "contradictory-rules", at: rule.place,
            Message(sv: "Reglerna går inte att följa båda", en: "Two rules that can't both be followed"),
            Message(
                sv: "Vad som än anges slår \(rule.code) eller \(other.code) till.",
                en: "Whatever is stated, \(rule.code) or \(other.code) fires."))
        finding.notes = [
            Note(
                text: Message(
                    sv: "\(other.code), \(other.title.sv), prövar samma sak", en: "\(other.code), \(other.title.en), is asked of the same"),
                place: other.place)
        ]
        return finding
    }

    static func near(_ name: String, _ known: [String], also: [String] = [], listing: Bool = true) -> Message? {
        if let near = nearest(to: name, in: known + also) {
            return Message(sv: "Menade du `\(near)`?", en: "Did you mean `\(near)`?")
        }
        guard listing, !known.isEmpty else { return nil }
        let list = Set(known).sorted().prefix(16).map { "`\($0)`" }.joined(separator: ", ")
        return Message(sv: "Här kan stå: \(list).", en: "These may stand here: \(list).")
    }
}
