// What only the author knows or may decide: asked for beside the remedies, and never filled in.
import Law
import Model
import Source

extension RemedyQuestion {
    /// The facts that are not stated and that the finding waits for, and the legal grounds that it rests on.
    static func of(
        _ finding: Diagnostic, _ grounds: Grounds?, _ snapshot: Snapshot, open: [(owner: RemedyOwner, key: String, place: Place)] = []
    ) -> [RemedyQuestion] {
        let model = snapshot.model
        var questions: [RemedyQuestion] = []
        for missing in snapshot.law.missing where missing.rules.contains(finding.code) || missing.toldBy == finding.code || isAbout(finding, missing, model) {
            let kind = model.kind(of: missing.fact.entity), row = Kinds.named(kind)?.properties.first { $0.fact == missing.fact.property }
            let key = row?.key ?? missing.fact.property, owner = model.name(of: missing.fact.entity)
            questions.append(
                .init(
                    kind: .notStated, text: notStated(key, of: owner),
                    place: model[missing.fact.entity].origin == .specification ? model.place(of: missing.fact.entity) : nil))
        }
        // Without it nobody can say which article a group is told under.
        for ground in (grounds?.facts ?? []).sorted(by: { ($0.kind, $0.fact) < ($1.kind, $1.fact) }) where ground.kind == "activity" && ground.fact == "notices" {
            guard let activity = ground.entity else { continue }
            for dataset in model.entities(of: "uses", activity) {
                guard case .unknown = model.value("collected_from", of: dataset) else { continue }
                let text = Message(
                    sv: "Inte angivet: `collected from` för `\(model.name(of: dataset))`. Det avgör om de registrerade informeras enligt artikel 13 eller 14.",
                    en: "Not stated: `collected from` of `\(model.name(of: dataset))`. It decides whether they are told under article 13 or 14.")
                if !questions.contains(where: { $0.text.en.contains("`collected from` of `\(model.name(of: dataset))`") }) {
                    questions.append(.init(kind: .notStated, text: text, place: model.place(of: dataset)))
                }
            }
        }
        for ground in (grounds?.facts ?? []).sorted(by: { ($0.kind, $0.fact) < ($1.kind, $1.fact) }) {
            guard let text = judgement(ground, snapshot) else { continue }
            let place = ground.entity.flatMap { model.place(of: ground.fact, of: $0) ?? model.place(of: $0) }
            let question = RemedyQuestion(kind: .judgement, text: text, place: place)
            if !questions.contains(where: { $0.text == text }) { questions.append(question) }
        }
        for (owner, key, place) in open where judgedKeys[owner.kind]?.contains(key) != true {
            let question = RemedyQuestion(kind: .notStated, text: notStated(key, of: owner.name), place: place)
            if !questions.contains(where: { $0.text == question.text }) { questions.append(question) }
        }
        return questions
    }

    private static func notStated(_ key: String, of owner: String) -> Message {
        Message(sv: "Inte angivet: `\(key)` för `\(owner)`. Ange det som är sant.", en: "Not stated: `\(key)` of `\(owner)`. State what is true.")
    }

    /// What `judgement` asks for in words of its own.
    private static let judgedKeys = ["activity": ["article 9", "article 10", "basis", "not told", "allowed by"], "purpose": ["serves"]]

    private static func isAbout(_ finding: Diagnostic, _ missing: LawResult.Missing, _ model: Model) -> Bool {
        finding.code == "N900" && finding.place == model.place(of: missing.fact.entity)
            && finding.message.en.contains("`\(model.name(of: missing.fact.entity))`")
            && (Kinds.named(model.kind(of: missing.fact.entity))?.properties.first { $0.fact == missing.fact.property }).map { finding.message.en.contains("`\($0.key)`") } ?? true
    }

    /// A ground in law is stated by whoever can answer for it. An invented one would be worse than none.
    private static func judgement(_ ground: Ground, _ snapshot: Snapshot) -> Message? {
        let name = ground.entity.map { "`\(snapshot.model.name(of: $0))`" } ?? ""
        switch (ground.kind, ground.fact) {
        case ("activity", "article9"):
            return Message(
                sv: "Finns ett undantag i artikel 9.2 för det här ändamålet? Det anger den som kan svara för det; verktyget föreslår inget.",
                en: "Is there an exception of article 9.2 for this very purpose? Whoever answers for it states it; the tool proposes none.")
        case ("activity", "article10"):
            return Message(
                sv: "Finns stöd enligt artikel 10 för det här ändamålet? Det anger den som kan svara för det; verktyget föreslår inget.",
                en: "Is there support under article 10 for this very purpose? Whoever answers for it states it; the tool proposes none.")
        case ("activity", "basis"):
            return Message(
                sv: "Vilar behandlingen på en annan rättslig grund än den som är angiven? Byt bara om den verkligen gäller.",
                en: "Does the activity rest on another legal basis than the one stated? Change it only if that one truly applies.")
        case ("activity", "not_told"):
            return Message(
                sv: "Gäller ett undantag från informationen (13.4 eller 14.5)? Det anges med `not told:` av den som kan visa det.",
                en: "Does an exemption from information apply (13.4 or 14.5)? Whoever can show it states it with `not told:`.")
        case ("activity", "override"):
            return Message(
                sv: "Tillåter samtycke eller lag behandlingen i stället för en prövning enligt 6.4? Det anges med `allowed by:` av den som kan visa det.",
                en: "Does consent or law allow it in place of a 6.4 assessment? Whoever can show it states it with `allowed by:`.")
        case ("", "serves_directly"), ("", "serves_indirectly"):
            // A link that is stated is not asked for again.
            guard let purpose = ground.entity, snapshot.model.value("serves", of: purpose) == .list([]) else { return nil }
            return Message(
                sv: "Gagnar ändamålet \(name) det som uppgifterna samlades in för? Ange hur med `serves: … because \"…\"`, om det är så.",
                en: "Does the purpose \(name) serve the one that the data were collected for? Say how with `serves: … because \"…\"`, if it does.")
        default: return nil
        }
    }
}
