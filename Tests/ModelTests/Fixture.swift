// Models of texts: the real prelude, a base specification that they see, and the text itself.
import Model
import Source
import Syntax
import TestKit

/// A text's model, with its bytes at hand.
struct Modelled {
    let model: Model
    let files: Files
    /// The file of the text itself.
    let file: FileID

    /// The findings in the text, as marks in it. A finding elsewhere is a mark at the end.
    func marks(in text: String) -> [Mark] {
        model.findings.map { finding in
            guard finding.place.file == file, let range = files.range(of: finding.place) else { return Mark(finding.code + "-elsewhere", text.utf8.count..<text.utf8.count) }
            return Mark(finding.code, range)
        }
    }
}

enum Fixture {
    /// Firm, groups, a purpose, and a dataset of cases, their parties and a register.
    static let base = """
        edition 2026
        controller Firm { country: SE; sector: Private; dpo: "dpo@example.se" }
        subject Client { relation: OwnClient }
        subject Kid is Child { relation: NoRelation }
        recipient Bureau { kind: PublicBody }
        purpose Handle "Handle the case" is CaseHandling
        notice Letters { to: Client; under: GDPR.13.3; sent: 2026-01-15 by Letter }
        dataset Cases {
          controller:    Firm
          collected for: Handle
          source:        sqlite("cases.db")
          table cases by id as FamilyConflict of Client {
            id:     id
            kind:   choice(custody, contact, "to be agreed")
            opened: date(2005-01-01..2026-12-31)
            closed: date(2005-01-01..2026-12-31)?
            days:   integer(0..2000)
            cost:   decimal(0..500_000, 2)?  as Economy
            won:    flag
            note:   text                     as FreeText
          }
          table parties by party many per cases.id of Kid {
            party:  id                       as Ordinary
            id:     id                       as Ordinary
            role:   choice(client, child)    as FamilyConflict
            born:   integer(1930..2026)      as Age
            number: personnummer             as NationalId
            ill:    flag                     as Health
          }
          table extra by id as Ordinary of Client { id: id; days: integer(0..9) }
          table pays by row as Economy of Client {
            row:     id
            number:  personnummer             as NationalId
            street:  text                     as Address
            first:   date(2005-01-01..2026-12-31)
            last:    date(2005-01-01..2026-12-31)
            paid:    decimal(0..500_000, 2) in SEK
            worked:  integer(0..31) in days?
          }
          table objections by person as NationalId of Client {
            person: personnummer
            made:   date(2026-01-01..2030-12-31)
          }
        }

        """

    /// What nobody brings in.
    static let hidden = "controller Hidden { country: SE }"

    static let norms = ["GDPR.13.3", "GDPR.14.4", "GDPR.6.1.f"].map { "norm \($0) { title en: \"a\"; title sv: \"a\"; in force: 2016-05-24 }\n" }.joined()

    /// A step is read in an activity.
    static let head = "activity Act { controller: Firm; purpose: Handle; status: Planned\npipeline {\n"
    static let foot = "\n}\n}\n"

    static let prelude: [FileTree] = {
        let folder = TestFile.root() + "/Sources/Law/Packs/prelude"
        return TestFile.names(in: folder).filter { $0.hasSuffix(".lagrum") }.map { parse(Text(path: $0, bytes: TestFile.read(folder + "/" + $0) ?? [])) }
    }()

    /// The model of a text that sees the base, and norms as a pack would bring them.
    static func model(_ text: String, base: String = base) -> Modelled { model(of: [text, base, hidden], sees: [0: [1]]) }

    /// The model of several files; `sees` says which others a file imports. The first is the one asked about.
    static func model(of texts: [String], sees: [Int: Set<Int>] = [:], norms: String = norms) -> Modelled {
        var files = Files(), models: [ModelFile] = []
        func add(_ tree: FileTree, _ origin: Entity.Origin, sees: Set<FileID>) {
            let id = files.add(tree.text, memberStarts: tree.memberStarts)
            models.append(ModelFile(id: id, tree: tree, origin: origin, sees: sees))
        }
        for tree in prelude { add(tree, .prelude, sees: []) }
        let pack = FileID(index: Int32(files.count)), first = files.count + 1
        add(parse(Text(path: "norms.lagrum", norms)), .pack("gdpr"), sees: [])
        for (index, text) in texts.enumerated() {
            let seen = Set((sees[index] ?? []).map { FileID(index: Int32(first + $0)) })
            add(parse(Text(path: "\(index).lagrum", text)), .specification, sees: seen.union([pack]))
        }
        return Modelled(model: buildModel(models), files: files, file: FileID(index: Int32(first)))
    }
}
