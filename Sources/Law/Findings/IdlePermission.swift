// A permission that silences nothing: `allow` of what the rule does not say, or of what no `allow` can silence.
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
        var met: Set<EntityID> = [], waiting: Set<Asked> = [], asked: Set<Asked> = []
        let isOwner = Set(owners.map(\.declaration))
        for (index, group) in groups.enumerated() {
            for result in group.results {
                for event in result.fired { met.formUnion(event.met) }
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
            for case .entity(let allow) in permissions where !met.contains(allow) {
                guard let code = model.value("code", of: allow).plainText else { continue }
                let place = model.place(of: allow)
                // Findings of form and names are no rule's.
                if let first = code.first, "XN".contains(first), context.program.rules.allSatisfy({ $0.code != code }) {
                    findings.append(LawFinding.idle(code, model.name(of: owner), isRule: false, at: place))
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

    /// A declaration that was read to answer: by a group of rules, or by a rule that waits.
    private struct Asked: Hashable {
        let declaration: Int32
        let by: Int32
    }
}

extension LawFinding {
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
