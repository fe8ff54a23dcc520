// The mistakes that only a pack of the house is looked through for: what ships is proved to have none.
import Model
import Source
import Syntax

extension PackFinding {
    static func unlistedConclusion(_ conclusion: String, _ decision: String, listed: [String], at place: Place) -> Diagnostic {
        Diagnostic(
            code: "N522", slug: "unlisted-conclusion", severity: .error, place: place,
            title: Message(sv: "Slutsatsen har ingen plats", en: "A conclusion without a rank"),
            message: Message(
                sv: "`\(conclusion)` står inte i `worst of` i `\(decision)`, och skulle räknas som bättre än allt som står där.",
                en: "`\(conclusion)` does not stand in `worst of` of `\(decision)`, and would count as better than all that does."),
            advice: nearest(to: conclusion, in: listed).map { Message(sv: "Menade du `\($0)`?", en: "Did you mean `\($0)`?") }
                ?? Message(
                    sv: "Ta upp den i `worst of`, eller säg med `says \(conclusion) sv` och `says \(conclusion) en` att den står utanför.",
                    en: "List it in `worst of`, or say by `says \(conclusion) en` and `says \(conclusion) sv` that it stands outside."))
    }

    static func refusedCode(_ problem: HouseCode.Problem, _ code: String, at place: Place) -> Diagnostic {
        let isTaken = if case .form = problem { false } else { true }
        return Diagnostic(
            code: isTaken ? "N524" : "N523", slug: isTaken ? "code-taken" : "code-form", severity: .error, place: place,
            title: isTaken ? Message(sv: "Koden är tagen", en: "A code that is taken") : Message(sv: "Ingen kod", en: "No code"),
            message: problem.message(code), advice: problem.advice(code))
    }

    static func takenCode(_ rule: Rule, at place: Place) -> Diagnostic {
        var finding = refusedCode(.taken(pack: rule.pack), rule.code, at: place)
        finding.notes = [Note(text: Message(sv: "den som har koden", en: "the one that has the code"), place: rule.place)]
        return finding
    }

    /// A clause behind what takes none. `before`, `within` …: words that may follow a value elsewhere, and that conditions don't have.
    static func clause(_ clause: Clause, after value: Expression?, in key: String, _ unit: PackLoader.Unit) -> Diagnostic {
        let word = clause.word.text, place = unit.place(clause.word)
        guard let first = value?.source, let second = clause.values.first?.source else { return unknownMember(word, in: key, known: [], at: place) }
        switch word {
        case "before", "until": return noWordOfConditions(word, instead: "\(first) < \(second)", at: place)
        case "after", "since": return noWordOfConditions(word, instead: "\(first) > \(second)", at: place)
        case "within":
            if case .range? = clause.values.first?.form { return noWordOfConditions(word, instead: "\(first) in \(second)", at: place) }
            return noWordOfConditions(word, instead: "\(first) - … <= \(second)", at: place)
        default: return unknownMember(word, in: key, known: [], at: place)
        }
    }

    private static func noWordOfConditions(_ word: String, instead: String, at place: Place) -> Diagnostic {
        Diagnostic(
            code: "N525", slug: "no-word-of-conditions", severity: .error, place: place,
            title: Message(sv: "Villkor har inte det ordet", en: "Conditions don't have that word"),
            message: Message(
                sv: "`\(word)` kan inte stå i ett villkor: datum jämförs med `<` och `<=`, och tiden mellan två är deras skillnad.",
                en: "`\(word)` can't stand in a condition: dates are compared by `<` and `<=`, and the time between two is their difference."),
            advice: Message(sv: "Skriv `\(instead)`.", en: "Write `\(instead)`."))
    }

    static func rowWithoutWhen(_ value: String, isMisspelt: Bool, at place: Place) -> Diagnostic {
        Diagnostic(
            code: "N526", slug: "row-without-when", severity: .error, place: place,
            title: Message(sv: "Raden saknar when", en: "A row without when"),
            message: Message(
                sv: "Efter `\(value)` ska stå `when` och ett villkor, eller `otherwise` på den sista raden.",
                en: "After `\(value)` there must be `when` and a condition, or `otherwise` on the last row."),
            advice: isMisspelt
                ? Message(sv: "Menade du `when`?", en: "Did you mean `when`?")
                : Message(sv: "Skriv `\(value) when …`.", en: "Write `\(value) when …`."))
    }
}
