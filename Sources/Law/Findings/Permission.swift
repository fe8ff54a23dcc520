// Permissions of findings: `allow CODE because "…" until DATE` on what a finding is about.
import Model
import Source

extension Evaluation {
    /// An expired permission silences nothing, and is told.
    func permission(
        _ code: String, _ diagnostic: Diagnostic, among entities: [EntityID]
    ) -> (silenced: LawResult.Silenced?, note: Note?, expired: [Diagnostic]) {
        var note: Note?
        var expired: [Diagnostic] = []
        for entity in entities {
            guard Vocabulary.property("allows", of: model.kind(of: entity)) != nil else { continue }
            for case .entity(let allow) in Evaluation.elements(fact(Evaluation.allows, of: entity)) {
                guard fact("code", of: allow).plainText == code else { continue }
                var until: Day?
                if case .date(let day) = fact("until", of: allow) { until = day }
                if let until {
                    turns.insert(Day(number: until.number + 1))
                    if until < asOf {
                        expired.append(LawFinding.expired(code, until, at: place(of: allow)))
                        continue
                    }
                }
                let by = Vocabulary.property("by", of: "allow") == nil ? nil : fact("by", of: allow).plainText
                if diagnostic.severity == .error, by == nil {
                    note = LawFinding.needsRole(at: place(of: allow))
                    continue
                }
                let because = fact("because", of: allow).plainText ?? ""
                let silenced = LawResult.Silenced(
                    diagnostic: diagnostic, because: because, until: until, by: by, entity: entity)
                return (silenced, nil, expired)
            }
        }
        return (nil, note, expired)
    }

    private static let allows: Fact = "allows"
}
