// A permission that silences nothing: `allow` of what no rule says, of what the rule does not say, or of what no such `allow` can silence.
import Model
import Source

extension LawRun {
    /// Only what is certain: the rule counts on the day, was asked of something that the permission stands in, waits for nothing there, and
    /// did not hold. In a file that others import, and that is checked without them, no rule may have asked yet: then nothing is said.
    func idlePermissions(jobs: Int) -> [Diagnostic] {
        let model = context.model, allows: Fact = "allows"
        let owners = model.declarations(stating: allows, jobs: jobs)
        // What can't be read may be what the permission is about.
        guard !owners.isEmpty, !model.findings.contains(where: { $0.severity == .error }) else { return [] }
        var met: Set<EntityID> = [], weak: Set<EntityID> = [], waiting: Set<Asked> = [], asked: Set<Asked> = []
        let isOwner = Set(owners.map(\.declaration))
        for (index, group) in groups.enumerated() {
            for result in group.results {
                for event in result.fired {
                    met.formUnion(event.met)
                    if !event.firing.silenced, event.firing.diagnostic.severity == .error { weak.formUnion(event.met.filter(lacksName)) }
                }
                for declaration in result.declarations where isOwner.contains(declaration) {
                    asked.insert(Asked(declaration: declaration, by: Int32(index)))
                    for wait in result.waits { waiting.insert(Asked(declaration: declaration, by: wait.rule)) }
                }
            }
        }
        var groupsByCode: [String: [(rule: Int32, group: Int32)]] = [:]
        for (index, group) in groups.enumerated() {
            for rule in group.rules where context.counting[Int(rule)] {
                groupsByCode[context.program.rules[Int(rule)].code, default: []].append((rule, Int32(index)))
            }
        }
        var findings: [Diagnostic] = []
        for owner in owners {
            guard case .list(let permissions) = model.value(allows, of: owner) else { continue }
            for case .entity(let allow) in permissions {
                guard let code = model.value("code", of: allow).plainText else { continue }
                let place = model.place(of: allow)
                if weak.contains(allow) { findings.append(LawFinding.withoutName(code, model.name(of: owner), at: place)) }
                if met.contains(allow) { continue }
                if context.program.rules.allSatisfy({ $0.code != code }) {
                    if BuiltIn.hasRule(code) { continue }
                    // Findings of form, names, configuration, plans and tests are no rule's.
                    let isTools = code.first.map("XNCET".contains) ?? false
                    findings.append(
                        isTools
                            ? LawFinding.idle(code, model.name(of: owner), isRule: false, at: place)
                            : LawFinding.unknownCode(code, known: context.program.rules.map(\.code), at: place))
                    continue
                }
                guard let rules = groupsByCode[code], rules.contains(where: { asked.contains(Asked(declaration: owner.declaration, by: $0.group)) }),
                    !rules.contains(where: { waiting.contains(Asked(declaration: owner.declaration, by: $0.rule)) })
                else { continue }
                findings.append(LawFinding.idle(code, model.name(of: owner), isRule: true, at: place))
            }
        }
        return findings
    }

    /// Whether it counts on the day and names nobody: then it silences no error.
    private func lacksName(_ allow: EntityID) -> Bool {
        if case .date(let until) = context.model.value("until", of: allow), until < context.asOf { return false }
        return context.model.value("by", of: allow).plainText == nil
    }

    /// A declaration that was read to answer: by a group of rules, or by a rule that waits.
    private struct Asked: Hashable {
        let declaration: Int32
        let by: Int32
    }
}

extension LawFinding {
    static func unknownCode(_ code: String, known: [String], at place: Place) -> Diagnostic {
        let near = nearest(to: code, in: known.sorted())
        return Diagnostic(
            code: "N064", slug: "unknown-permission", severity: .warning, place: place,
            title: Message(sv: "Medger något som inte finns", en: "Allows what does not exist"),
            message: Message(
                sv: "Ingen regel i de lagpaket som används har koden `\(code)`: medgivandet tystar ingenting.",
                en: "No rule of the law packs in use has the code `\(code)`: the permission silences nothing."),
            advice: near.map { Message(sv: "Menade du `\($0)`?", en: "Did you mean `\($0)`?") }
                ?? Message(sv: "Skriv regelns kod som anmärkningen visar den.", en: "Write the rule's code as its finding shows it."))
    }

    static func withoutName(_ code: String, _ owner: String, at place: Place) -> Diagnostic {
        Diagnostic(
            code: "N065", slug: "permission-without-name", severity: .warning, place: place,
            title: Message(sv: "Medgivandet saknar namn", en: "The permission names nobody"),
            message: Message(
                sv: "\(code) är ett fel. `allow \(code)` på `\(owner)` tystar det bara om `by` säger vem som medger det.",
                en: "\(code) is an error. `allow \(code)` on `\(owner)` silences it only if `by` says who allows it."),
            advice: Message(
                sv: "Lägg till `by \"Namn, roll\"`: den personens underskrift krävs då för planen. Eller rätta felet och ta bort medgivandet.",
                en: "Add `by \"Name, role\"`: the plan then asks for that person's signature. Or put the error right, and remove the permission."))
    }

    static func idle(_ code: String, _ owner: String, isRule: Bool, at place: Place) -> Diagnostic {
        var finding = Diagnostic(
            code: "N903", slug: "idle-permission", severity: .warning, place: place,
            title: Message(sv: "Medgivandet tystar ingenting", en: "The permission silences nothing"),
            message: isRule
                ? Message(
                    sv: "`\(owner)` har `allow \(code)`, men \(code) säger ingenting om `\(owner)`.",
                    en: "`\(owner)` has `allow \(code)`, but \(code) says nothing about `\(owner)`.")
                : Message(
                    sv: "`\(owner)` har `allow \(code)`, men \(code) gäller texten och inte behandlingen, och kan inte medges.",
                    en: "`\(owner)` has `allow \(code)`, but \(code) is about the text and not the processing, and can't be allowed."))
        finding.advice =
            isRule
            ? Message(
                sv: "Ta bort medgivandet. Får det stå kvar tystar det \(code) den dag då regeln slår till.",
                en: "Remove the permission. Left in place, it would silence \(code) on the day that the rule fires.")
            : Message(sv: "Ta bort medgivandet och rätta det som \(code) säger.", en: "Remove the permission, and put right what \(code) says.")
        return finding
    }
}
