// Permissions of findings: `allow CODE because "…" until DATE` on what a finding is about.
import Model
import Source

extension Evaluation {
    /// An expired permission silences nothing, and is told.
    /// - Returns: also `met`, every permission of the code that the finding met, whether it counts or not.
    func permission(
        _ code: String, _ diagnostic: Diagnostic, among entities: [EntityID]
    ) -> (silenced: LawResult.Silenced?, note: Note?, expired: [Diagnostic], met: [EntityID]) {
        var note: Note?
        var expired: [Diagnostic] = []
        var silenced: LawResult.Silenced?
        var met: [EntityID] = []
        for entity in entities {
            guard Vocabulary.property("allows", of: model.kind(of: entity)) != nil else { continue }
            for case .entity(let allow) in Evaluation.elements(fact(Evaluation.allows, of: entity)) {
                guard fact("code", of: allow).plainText == code else { continue }
                met.append(allow)
                // What one permission has silenced asks for no other.
                if silenced != nil { continue }
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
                silenced = LawResult.Silenced(diagnostic: diagnostic, because: because, until: until, by: by, entity: entity)
            }
        }
        return (silenced, silenced == nil ? note : nil, expired, met)
    }

    private static let allows: Fact = "allows"
}
