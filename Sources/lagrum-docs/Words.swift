// Small pieces of sentences that several pages share: shapes, types, silence, change.
import Document
import Model
import Source

typealias Spans = [Page.Span]

func code(_ text: String) -> Page.Span { .code(text) }

extension Language {
    func callAsFunction(_ sv: String, _ en: String) -> String { self == .sv ? sv : en }
}

func join(_ parts: [Spans], _ separator: String = ", ") -> Spans {
    var result: Spans = []
    for (index, part) in parts.enumerated() { result += (index > 0 ? [.text(separator)] : []) + part }
    return result
}

/// To a kind's place in the reference; a record has its own page.
func kindLink(_ kind: String) -> Spans {
    if Kinds.named(kind) != nil { return [.link([code(kind)], to: "kinds.html#\(kind)")] }
    if Vocabulary.kinds.contains(kind) { return [.link([code(kind)], to: "facts.html#\(kind)")] }
    return [code(kind)]
}

/// An anchor's name: letters, digits and dashes.
func anchor(_ words: String...) -> String { words.joined(separator: "-").map { $0 == " " ? "_" : $0 == ":" ? "" : String($0) }.joined() }

func described(_ shape: Shape, _ language: Language) -> Spans {
    switch shape {
    case .text: [.text(language("en text", "a text"))]
    case .number: [.text(language("ett tal", "a number"))]
    case .date: [.text(language("en dag", "a date"))]
    case .duration: [.text(language("en tid, som ", "a duration, such as ")), code("6 months")]
    case .truth: [code("yes"), .text(language(" eller ", " or ")), code("no")]
    case .norm: [.text(language("en norm, som ", "a norm, such as ")), code("GDPR.6.4")]
    case .word: [.text(language("ett ord", "a word"))]
    case .country: [.text(language("en landskod, som ", "a country code, such as ")), code("SE")]
    case .ownDay: [.text(language("en kolumn med dagar i en egen tabell", "a column of days in a table of its own"))]
    case .file: [.text(language("en fil", "a file"))]
    case .choice(let words): join(words.map { [code($0)] })
    case .range: [.text(language("ett intervall", "a range"))]
    case .entity(let kind): kindLink(kind)
    case .table: [.text(language("en tabell", "a table"))]
    case .column: [.text(language("en kolumn", "a column"))]
    case .source: [code("sqlite(\"…\")"), .text(language(" eller ", " or ")), code("csv(\"…\")")]
    case .oneOf(let shapes): join(shapes.map { described($0, language) }, language(" eller ", " or "))
    case .relation: [.text(language("en relation", "a relation"))]
    case .inputColumn: [.text(language("en kolumn", "a column"))]
    case .condition: [.text(language("ett villkor", "a condition"))]
    case .expression: [.text(language("ett uttryck", "an expression"))]
    }
}

func described(_ type: FactType, _ language: Language) -> Spans {
    switch type {
    case .truth: [.text(language("sant eller falskt", "truth"))]
    case .number: [.text(language("tal", "number"))]
    case .date: [.text(language("dag", "date"))]
    case .duration: [.text(language("tid", "duration"))]
    case .text: [.text(language("text", "text"))]
    case .word: [.text(language("ord", "word"))]
    case .norm: [.text(language("norm", "norm"))]
    case .anything: [.text(language("vad som helst", "anything"))]
    case .entity(let kind): kind.isEmpty ? [.text(language("vad som helst", "anything"))] : kindLink(kind)
    case .list(let inner): [.text(language("lista av ", "list of "))] + described(inner, language)
    }
}

extension Silence {
    func described(_ language: Language) -> String {
        switch self {
        case .no: language("tyst betyder nej", "silence means no")
        case .unknown: language("tyst betyder okänt", "silence means unknown")
        case .required: language("måste anges", "must be stated")
        case .computed: language("räknas ut", "computed")
        }
    }
}

func described(_ changes: Set<Change>, _ language: Language) -> String {
    if changes.isEmpty { return "–" }
    return changes.sorted { $0.rawValue < $1.rawValue }.map { change in
        switch change {
        case .add: language("läggas till", "add")
        case .set: language("ändras", "set")
        case .remove: language("tas bort", "remove")
        case .move: language("flyttas", "move")
        }
    }.joined(separator: ", ")
}

/// Documentation with code between grave accents.
func marked(_ text: String) -> Spans {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated().compactMap { index, part in
        part.isEmpty ? nil : index % 2 == 1 ? .code(String(part)) : .text(String(part))
    }
}

func page(_ language: Language, _ kind: String, _ title: String, lead: String = "", opening: [Page.Block] = [], _ sections: [Page.Section] = []) -> Page {
    Page(language: language.rawValue, kind: kind, title: title, lead: lead.isEmpty ? [] : marked(lead), opening: opening, contents: language("På sidan", "On this page"), sections: sections)
}
