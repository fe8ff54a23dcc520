// `lagrum import` and `lagrum export` as a user meets them: output, files, refusals, in both languages.
import TestKit
import Testing

struct InterchangeCommandTests {
    @Test(arguments: cases)
    func says(_ test: ProgramCase) throws {
        let text = try transcript(test.line, shown: test.shown) { try test.folder() }
        #expect(HelpTests.goldens.difference(text, test.golden) == nil)
    }

    static let contract = """
        kind: DataContract
        apiVersion: v3.0.2
        id: c
        version: 1.0.0
        status: active
        schema:
          - name: cases
            properties:
              - { name: id, logicalType: string, primaryKey: true, classification: internal }
              - { name: days, logicalType: integer, required: true, classification: internal, logicalTypeOptions: { minimum: 0, maximum: 2000 } }
              - { name: meta, logicalType: object, classification: internal }

        """
    static let sql = "CREATE TABLE t (id integer PRIMARY KEY, name text NOT NULL, x weird);\n"
    static let fides = "dataset:\n  - fides_key: shop\n    collections:\n      - { name: users, fields: [{ name: email, data_categories: [user.contact.email] }] }\n"
    static let yaml = "classifications:\n  internal: { as: Ordinary, of: Person }\n"
    static let specification = """
        edition 2026
        controller Firm "The firm" { country: SE; sector: Private }
        purpose Keep "Keep the cases" is CaseHandling
        dataset Cases {
          controller:    Firm
          collected for: Keep
          retention:     2 years
          table cases by id as Ordinary of Person {
            id:   id
            days: integer(0..2000)
          }
        }

        """
    static let uses = "edition 2026\ncontroller Firm \"The firm\" { country: SE; sector: Private }\ndataset Cases {\n  controller: Firm\n  tables: from \"cases.odcs.yaml\"\n}\n"

    /// Scripts that build on one another, also by names that two of them give: the same text for any order of the arguments.
    @Test func scriptsInAnyOrder() throws {
        let folder = try Folder([
            "V1.sql": "CREATE TABLE person (id int, town int REFERENCES town (id));\nCREATE TABLE visit (no int PRIMARY KEY, who int REFERENCES person, shop text REFERENCES shop);\n",
            "V2.sql": "CREATE TABLE town (id int, name varchar(10));\nCREATE TABLE shop (code varchar(3) PRIMARY KEY);\nALTER TABLE person ADD PRIMARY KEY (id);\nCREATE TABLE guest (LIKE person);\n",
            "V10.sql": "CREATE TABLE shop (name varchar(3) PRIMARY KEY, t int REFERENCES town (id));\nALTER TABLE shop ADD COLUMN extra int;\nALTER TABLE town DROP COLUMN name;\nCREATE TYPE odd\n",
        ])
        let first = try folder.shell("lagrum import ddl V1.sql V2.sql V10.sql")
        #expect(first.out.contains("town refers to town.id") && first.out.contains("many per person.id"), "\(first)")
        for order in ["V1.sql V10.sql V2.sql", "V2.sql V1.sql V10.sql", "V2.sql V10.sql V1.sql", "V10.sql V1.sql V2.sql", "V10.sql V2.sql V1.sql"] {
            let said = try folder.shell("lagrum import ddl \(order)")
            #expect(said.out == first.out && said.error == first.error && said.code == first.code, "\(order)")
        }
        // What they hold is the project's own order: a change is made to what was there before it.
        #expect(first.out.contains("dataset V1 ") && (first.out.firstRange(of: "dataset V2 ")?.lowerBound ?? first.out.endIndex) < (first.out.firstRange(of: "dataset V10 ")?.lowerBound ?? first.out.startIndex))
    }

    static let cases: [ProgramCase] = [
        ProgramCase("import-odcs", "lagrum import odcs c.yaml", ["c.yaml": contract]),
        ProgramCase("import-odcs-labels", "lagrum import odcs c.yaml", ["c.yaml": contract, "lagrum.yaml": yaml]),
        ProgramCase("import-fides", "lagrum import fides shop.yml", ["shop.yml": fides]),
        ProgramCase("import-ddl", "lagrum import ddl t.sql", ["t.sql": sql]),
        ProgramCase("import-ddl-scripts", "lagrum import ddl keys.sql tables.sql", ["tables.sql": "CREATE TABLE a (id int, b int[]);\nINSERT INTO a VALUES (1);\nINSERT INTO a VALUES (2);\nCREATE INDEX i ON a (id);\n", "keys.sql": "ALTER TABLE a ADD PRIMARY KEY (id);\n"]),
        ProgramCase("import-out", "lagrum import ddl t.sql --out a.lagrum; lagrum import ddl t.sql --out a.lagrum; lagrum import ddl t.sql --out a.lagrum --force; head -2 a.lagrum", ["t.sql": sql]),
        ProgramCase("import-out-unwritable", "lagrum import fides shop.yml --out none/a.lagrum", ["shop.yml": fides]),
        ProgramCase("import-empty", "lagrum import odcs c.yaml", ["c.yaml": ""]),
        ProgramCase("import-binary", "lagrum import fides c.yaml", bytes: ["c.yaml": [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0]]),
        ProgramCase("import-other-kind", "lagrum import ddl c.yaml; lagrum import fides c.yaml; lagrum import odcs shop.yml", ["c.yaml": contract, "shop.yml": fides]),
        ProgramCase("import-missing-beside-good", "lagrum import ddl t.sql none.sql", ["t.sql": sql]),
        ProgramCase("import-yaml-error", "lagrum import odcs c.yaml", ["c.yaml": "kind: DataContract\n# åäö 🙂\nåäö: \"🙂\": x\n"]),
        ProgramCase("export-odcs", "lagrum export odcs s.lagrum", ["s.lagrum": specification]),
        ProgramCase("export-odcs-folder", "lagrum export odcs s.lagrum --out contracts; ls contracts", ["s.lagrum": specification]),
        ProgramCase("export-dpv", "lagrum export dpv s.lagrum --base https://example.org/r#", ["s.lagrum": specification]),
        ProgramCase("export-json", "lagrum export json s.lagrum", ["s.lagrum": specification]),
        ProgramCase("export-faulty", "lagrum export json s.lagrum", ["s.lagrum": "edition 2026\nsubject S is T\n"]),
        ProgramCase("export-nothing", "lagrum export odcs s.lagrum", ["s.lagrum": "edition 2026\n"]),
        ProgramCase("export-missing", "lagrum export json none.lagrum", [:] as [String: String]),
        ProgramCase("print", "lagrum print s.lagrum", ["s.lagrum": specification]),
        ProgramCase("print-output", "lagrum print s.lagrum t.lagrum --output all.txt; head -1 all.txt; grep -n '^//' all.txt; lagrum print s.lagrum -o none/all.txt", ["s.lagrum": specification, "t.lagrum": specification]),
        ProgramCase("print-stdin", "lagrum print --stdin-path in.lagrum - < s.lagrum", ["s.lagrum": specification]),
        ProgramCase("print-broken", "lagrum print s.lagrum", ["s.lagrum": "edition 2026\ncontroller Firm {\n  country SE\n}\n"]),
        ProgramCase("print-missing", "lagrum print none.lagrum; lagrum print s.lagrum none.lagrum", ["s.lagrum": specification]),
        ProgramCase("contract-check", "lagrum check --as-of 2026-11-21 s.lagrum", ["s.lagrum": uses, "cases.odcs.yaml": contract, "lagrum.yaml": yaml]),
        ProgramCase("contract-unlabelled", "lagrum check --as-of 2026-11-21 s.lagrum", ["s.lagrum": uses, "cases.odcs.yaml": contract]),
        ProgramCase("contract-missing", "lagrum check --as-of 2026-11-21 s.lagrum", ["s.lagrum": uses]),
        ProgramCase("contract-binary", "lagrum check --as-of 2026-11-21 s.lagrum", bytes: ["s.lagrum": Array(uses.utf8), "cases.odcs.yaml": [0x89, 0x50, 0x4E, 0x47]]),
    ] + ["import ddl t.sql", "export json s.lagrum", "print s.lagrum"].flatMap { line in
        let name = String(line.prefix { $0 != " " }), files = ["t.sql": sql, "s.lagrum": specification, "other.yaml": "language: sv\n"]
        return [("lang-sv", "--lang sv"), ("lang-en", "--lang en"), ("color-always", "--color always"), ("color-never", "--color never"), ("color-auto", "--color auto"), ("as-of", "--as-of 2026-11-21"), ("config", "--config other.yaml"), ("no-config", "--no-config")]
            .map { ProgramCase("\(name)-\($0)", "lagrum \(line) \($1)", files) }
    }

    /// A file far beyond any contract is read or refused, and neither takes long nor much.
    @Test(.timeLimit(.minutes(5)))
    func huge() throws {
        let folder = try Folder()
        try folder.write(Array(("kind: DataContract\napiVersion: v3.1.0\nschema:\n  - name: t\n    properties:\n" + (0..<4000).map { "      - { name: c\($0), logicalType: string }\n" }.joined()).utf8), "c.yaml")
        #expect(try folder.shell("lagrum import odcs c.yaml | tail -1").out == "}\n")
        try folder.write([UInt8](repeating: UInt8(ascii: "a"), count: 70 << 20), "c.yaml")
        let said = try folder.shell("lagrum import odcs c.yaml")
        #expect(said.code == 2 && said.error.contains("C021"))
    }
}
