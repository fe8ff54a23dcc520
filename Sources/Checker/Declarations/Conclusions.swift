// A human's conclusion on a question that a decision of the packs answers: it must be one that the decision can come to.
import Law
import Model
import Source

/// `conclusion: compatibel` is a slip, and no other view than the law's. An assessment's kind has the name of its decision, in capitals.
func conclusionFindings(_ model: Model, _ packs: [Pack]) -> [Diagnostic] {
    let conclusion: Fact = "conclusion"
    return (model.all("assessments") ?? []).compactMap { id in
        guard case .word(let concluded) = model.value(conclusion, of: id), let place = model.place(of: conclusion, of: id), let kind = model.parents(of: id).first else { return nil }
        let question = model.name(of: kind).lowercased()
        guard let decision = packs.lazy.compactMap({ $0.decision(question) }).first, !decision.conclusions.contains(concluded) else { return nil }
        let near = nearest(to: concluded, in: decision.conclusions), list = decision.conclusions.joined(separator: ", ")
        return Diagnostic(
            code: "N005", slug: "unknown-name", severity: .error, place: place, title: Message(sv: "Okänt namn", en: "Unknown name"),
            message: Message(sv: "Prövningen `\(question)` har ingen slutsats som heter `\(concluded)`.", en: "The decision `\(question)` has no conclusion named `\(concluded)`."),
            advice: near.map { Message(sv: "Menade du `\($0)`?", en: "Did you mean `\($0)`?") } ?? Message(sv: "Här kan stå: \(list).", en: "These may stand here: \(list)."))
    }
}
