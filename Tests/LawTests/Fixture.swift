// Small packs and specifications as text, checked in one call.
import Law
import Model
import Source
import Syntax
import Testing

/// The concepts that the tests need, and no more; `minor` stays open, since there is no `Child`.
let prelude = """
    edition 2026
    subject Person
    relation OwnClient
    relation Member
    relation NoRelation
    expectation Low
    expectation Ordinary
    expectation Heightened
    context Everyday
    context Confidential
    context LegalCounsel is Confidential
    context HealthCare is Confidential
    confidentiality Contractual
    confidentiality Statutory
    category Ordinary
    category SpecialCategory
    category Health is SpecialCategory
    category Economy
    purpose CaseHandling
    purpose Statistics
    status Planned
    channel Letter
    channel Portal
    sector Private
    zone Hot
    zone Warm
    zone Cold
    basis Contract

    """

let testNorms = """
    edition 2026
    norm T.1 { title sv: "Ett"; title en: "One"; in force: 2000-01-01 }
    norm T.2 { title sv: "Två"; title en: "Two"; in force: 2020-01-01; applies: 2027-01-01 }
    norm T.3 { title sv: "Tre"; title en: "Three"; in force: 2000-01-01 until 2026-06-30 }

    """

let today = Day("2026-11-21") ?? Day(number: 0)

struct Checked {
    let files: Files
    let pack: Pack
    let model: Model
    let result: LawResult

    var codes: [String] { result.findings.map(\.code) }
    func findings(_ code: String) -> [Diagnostic] { result.findings.filter { $0.code == code } }
    func text(at place: Place) -> String {
        guard let range = files.range(of: place), let text = files.text(of: place.file) else { return "?" }
        return text.string(in: range)
    }
    func id(_ name: String) -> EntityID? { model.lookup(name, kind: nil) }
}

func read(_ path: String, _ text: String, into files: inout Files) -> (file: FileID, tree: FileTree) {
    let text = Text(path: path, text)
    let tree = parse(text)
    return (files.add(text, memberStarts: tree.memberStarts), tree)
}

/// Loads a pack (after the norms T.1 to T.3) and asks it about a specification.
func check(
    _ packText: String, _ specification: String = "", asOf: Day = today, clean: Bool = true,
    location: SourceLocation = #_sourceLocation
) -> Checked {
    var files = Files()
    let base = read("prelude.lagrum", prelude, into: &files)
    let law = read("test.lagrum", testNorms + packText, into: &files)
    let spec = read("spec.lagrum", "edition 2026\n" + specification, into: &files)
    let pack = loadPack("test", [law], concepts: conceptNames(in: [base.tree]))
    if clean {
        for finding in pack.diagnostics where finding.severity == .error {
            Issue.record("pack: \(finding.code) \(finding.message.en)", sourceLocation: location)
        }
        for error in (law.tree.members + spec.tree.members).flatMap(\.tree.errors) {
            Issue.record("syntax: \(error)", sourceLocation: location)
        }
    }
    let model = buildModel([
        ModelFile(id: base.file, tree: base.tree, origin: .prelude, sees: []),
        ModelFile(id: law.file, tree: law.tree, origin: .pack("test"), sees: []),
        ModelFile(id: spec.file, tree: spec.tree, origin: .specification, sees: [law.file]),
    ])
    if clean {
        for finding in model.findings where finding.severity == .error {
            Issue.record("model: \(finding.code) \(finding.message.en)", sourceLocation: location)
        }
    }
    return Checked(files: files, pack: pack, model: model, result: evaluate([pack], over: model, asOf: asOf))
}

/// A rule over all groups of data subjects.
func rule(_ code: String, _ when: String, severity: String = "error", cites: String = "T.1", more: String = "")
    -> String
{
    """

    rule \(code) "\(code) in English" {
      title sv: "\(code) på svenska"
      severity: \(severity)
      cites: \(cites)
      for: s in subjects
      when: \(when)
      \(more)
      message en: "{s} is caught."
      message sv: "{s} träffas."
    }

    """
}
