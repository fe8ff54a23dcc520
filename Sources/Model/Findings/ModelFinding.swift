// The findings of names and types: one function each, so that a code, its words and its way out stand in one place.
import Source

/// The English article of a word of the language: "an `activity`".
func article(_ word: String) -> String { "aeiou".contains(word.prefix(1)) ? "An" : "A" }

/// INVARIANT: a code is never reused for something else.
enum ModelFinding {
    static func make(
        _ code: String, _ slug: String, at place: Place, severity: Severity = .error, title: Message, _ message: Message,
        label: Message? = nil, advice: Message? = nil, notes: [Note] = [], fix: String? = nil
    ) -> Diagnostic {
        var finding = Diagnostic(code: code, slug: slug, severity: severity, place: place, title: title, message: message)
        finding.label = label
        finding.advice = advice
        finding.notes = notes
        if let fix { finding.fixes = [.replacing(place, with: fix)] }
        return finding
    }

    /// What was certainly meant, where the place holds the name and nothing else: what stands around it is never replaced.
    private static func certain(_ name: String, at place: Place, in candidates: [String]) -> String? {
        isAlone(name, at: place) ? Source.certain(name, in: candidates) : nil
    }

    private static func isAlone(_ name: String, at place: Place) -> Bool { Int(place.span.end) - Int(place.span.start) == name.utf8.count }

    static func unknownKey(_ key: String, in kind: String, known: [String], at place: Place) -> Diagnostic {
        let near = nearest(to: key, in: known)
        return make(
            "N002", "unknown-key", at: place, title: doc("Okänd egenskap", "Unknown property"),
            doc("`\(kind)` har ingen egenskap `\(key)`.", "\(article(kind)) `\(kind)` has no property `\(key)`."),
            advice: near.map { doc("Menade du `\($0):`?", "Did you mean `\($0):`?") }
                ?? doc("Här kan stå: \(known.sorted().joined(separator: ", ")).", "These may stand here: \(known.sorted().joined(separator: ", "))."),
            fix: certain(key, at: place, in: known))
    }

    static func missingKey(_ key: String, in name: String, at place: Place) -> Diagnostic {
        make(
            "N003", "missing-key", at: place, title: doc("Egenskap saknas", "Missing property"),
            doc("`\(name)` saknar `\(key):`.", "`\(name)` lacks `\(key):`."),
            advice: doc("Lägg till raden `\(key): …`.", "Add the line `\(key): …`."))
    }

    static func wrongValue(_ key: String, wanted: Message, at place: Place) -> Diagnostic {
        make(
            "N004", "wrong-value", at: place, title: doc("Fel slags värde", "Wrong kind of value"),
            doc("`\(key)` ska vara \(wanted.sv).", "`\(key)` must be \(wanted.en)."))
    }

    /// What the language has no word of its own for; `controller` is what the author writes in any language.
    private static let swedish = [
        "choice": "alternativ", "column": "kolumn", "function": "funktion", "measure": "mått", "method": "metod", "relation": "relation", "table": "tabell", "type": "typ", "unit": "enhet", "verb": "verb", "word": "ord",
    ]

    static func unknownName(_ name: String, kind: String, candidates: [String], at place: Place) -> Diagnostic {
        unknownName(name, kind: kind, among: Suggestions(candidates), at: place)
    }

    static func unknownName(_ name: String, kind: String, among candidates: Suggestions, at place: Place) -> Diagnostic {
        let near = candidates.nearest(to: name)
        let list = candidates.examples.joined(separator: ", ")
        return make(
            "N005", "unknown-name", at: place, title: doc("Okänt namn", "Unknown name"),
            doc("Det finns inget som heter `\(name)` här (\(swedish[kind] ?? Kinds.named(kind)?.swedish ?? kind)).", "There is nothing named `\(name)` here (\(kind.replacing("_", with: " ")))."),
            advice: near.map { doc("Menade du `\($0)`?", "Did you mean `\($0)`?") }
                ?? (list.isEmpty ? nil : doc("Här kan stå: \(list).", "These may stand here: \(list).")),
            fix: isAlone(name, at: place) ? candidates.certain(name) : nil)
    }

    static func duplicate(_ name: String, first: Place, at place: Place) -> Diagnostic {
        make(
            "N006", "duplicate", at: place, title: doc("Samma namn två gånger", "Declared twice"),
            doc("`\(name)` är redan deklarerad.", "`\(name)` is already declared."), advice: doc("Byt namn på en av dem.", "Rename one of them."),
            notes: [Note(text: doc("Den första står här.", "The first stands here."), place: first)])
    }

    static func unlabelled(_ column: String, category: Bool, subject: Bool, at place: Place) -> Diagnostic {
        unlabelled(doc("Kolumnen `\(column)`", "Column `\(column)`"), doc("kolumnen eller tabellen", "the column or the table"), category, subject, doc("Kolumn", "Column"), at: place)
    }

    static func unlabelled(table: String, category: Bool, subject: Bool, at place: Place) -> Diagnostic {
        unlabelled(doc("Ingen kolumn i `\(table)`", "No column of `\(table)`"), doc("tabellen, där det gäller alla dess kolumner", "the table, where it counts for all its columns"), category, subject, doc("Tabell", "Table"), at: place)
    }

    private static func unlabelled(_ who: Message, _ there: Message, _ category: Bool, _ subject: Bool, _ thing: Message, at place: Place) -> Diagnostic {
        // “No column says”, “column x does not say”.
        let (not, does) = who.en.hasPrefix("No ") ? ("", "says") : (" inte", "does not say")
        if category, subject {
            return make(
                "N007", "unlabelled-column", at: place, title: doc("\(thing.sv) utan märkning", "\(thing.en) without labels"),
                doc("\(who.sv) säger\(not) vilken kategori av uppgifter den är och vem den gäller.", "\(who.en) \(does) which category of data it is and whose."),
                advice: doc("Skriv `as Kategori of Grupp` på \(there.sv); `Ordinary` är också en kategori.", "Write `as Category of Subject` on \(there.en); `Ordinary` is a category too."))
        }
        return category
            ? make(
                "N007", "unlabelled-column", at: place, title: doc("\(thing.sv) utan kategori", "\(thing.en) without a category"),
                doc("\(who.sv) säger\(not) vilken kategori av uppgifter den är.", "\(who.en) \(does) which category of data it is."),
                advice: doc("Skriv `as Kategori` på \(there.sv); `Ordinary` är också en kategori.", "Write `as Category` on \(there.en); `Ordinary` is a category too."))
            : make(
                "N007", "unlabelled-column", at: place, title: doc("\(thing.sv) utan registrerad", "\(thing.en) without a subject"),
                doc("\(who.sv) säger\(not) vem uppgiften gäller.", "\(who.en) \(does) whose data it is."),
                advice: doc("Skriv `of Grupp` på \(there.sv), eller `about:` på tabellen.", "Write `of Subject` on \(there.en), or `about:` on the table."))
    }

    static func unknownClause(_ word: String, after key: String, known: [String], at place: Place) -> Diagnostic {
        make(
            "N008", "unknown-clause", at: place, title: doc("Ordet kan inte stå här", "This word can't stand here"),
            doc("Efter `\(key)` kan inte `\(word)` stå.", "`\(word)` can't stand after `\(key)`."),
            advice: known.isEmpty
                ? doc("Inget får följa efter värdet.", "Nothing may follow the value.")
                : doc("Här kan stå: \(known.joined(separator: ", ")).", "These may stand here: \(known.joined(separator: ", "))."),
            fix: certain(word, at: place, in: known))
    }

    static func repeated(_ key: String, at place: Place) -> Diagnostic {
        make(
            "N009", "repeated-key", at: place, title: doc("Egenskapen står två gånger", "Property stated twice"),
            doc("`\(key)` har ett enda värde här.", "`\(key)` has one value here."), advice: doc("Ta bort den ena raden.", "Remove one of the lines."))
    }

    /// The last one would count, and the first would look as if it did.
    static func repeatedClause(_ word: String, after key: String, at place: Place) -> Diagnostic {
        make(
            "N009", "repeated-clause", at: place, title: doc("Samma ord två gånger", "The same word twice"),
            doc("`\(word)` står redan efter `\(key)`, och bara ett av dem kan gälla.", "`\(word)` already stands after `\(key)`, and only one of them can count."),
            advice: doc("Ta bort det ena. Flera värden skrivs med komma; det som skiljer sig skrivs på en rad för sig.", "Remove one of them. Several values are written with commas; what differs is written on a line of its own."))
    }

    static func unknownNorm(_ norm: String, known: [String], at place: Place) -> Diagnostic {
        let near = nearest(to: norm, in: known)
        return make(
            "N021", "unknown-norm", at: place, severity: .error, title: doc("Okänd norm", "Unknown norm"),
            doc("Ingen av de lagpaket som används har normen `\(norm)`.", "None of the law packs in use has the norm `\(norm)`."),
            advice: near.map { doc("Menade du `\($0)`?", "Did you mean `\($0)`?") })
    }

    static func general(_ code: String, _ slug: String, at place: Place, _ title: Message, _ message: Message, _ advice: Message? = nil) -> Diagnostic {
        make(code, slug, at: place, title: title, message, advice: advice)
    }
}
