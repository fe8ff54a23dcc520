// Tables from a data contract: what they become in the model, and where the findings stand.
import Checker
import Model
import Source
import TestKit
import Testing

struct ContractTests {
    /// A specification whose dataset takes its tables from a contract; `more` follows the path.
    static func specification(_ more: String = "", _ rest: String = "") -> String {
        "edition 2026\ncontroller Firm \"F\" { country: SE; sector: Private }\nsubject Client is Adult\ndataset Cases {\n  controller: Firm\n  tables: from \"contracts/cases.odcs.yaml\"\(more)\n  owner: \"x\"   // }\n}\n\(rest)"
    }

    static func snapshot(_ contract: String, _ more: String = "", _ rest: String = "", configuration: String? = nil) throws -> Snapshot {
        let files = ["specs/s.lagrum": specification(more, rest), "specs/contracts/cases.odcs.yaml": contract]
        func read(_ path: String) throws(ReadProblem) -> [UInt8] {
            guard let text = files[path] else { throw .missing }
            return Array(text.utf8)
        }
        var sources = SourceSet()
        try sources.add("specs/s.lagrum", reader: read)
        if let configuration { sources.configure(readConfiguration(Text(path: "lagrum.yaml", configuration)), reader: ConfigurationTests.reader) }
        return check(sources, asOf: SampleTests.day)
    }

    static let contract = """
        # åäö 🙂
        kind: DataContract
        apiVersion: v3.1.0
        id: c
        version: 1.0.0
        status: active
        schema:
          - name: cases
            physicalName: ÄRENDEN
            properties:
              - { name: case_id, logicalType: string, primaryKey: true, classification: key }
              - { name: kind, logicalType: string, required: true, classification: dispute, quality: [{ metric: invalidValues, mustBe: 0, arguments: { validValues: [custody, "joint custody"] } }] }
              - { name: days, logicalType: integer, required: true, logicalTypeOptions: { minimum: 0, exclusiveMaximum: 2001 }, classification: dispute }
              - { name: paid, logicalType: number, physicalType: "decimal(8,2)", logicalTypeOptions: { minimum: 0, maximum: 5000.5 }, classification: dispute }
              - { name: opened, logicalType: date, logicalTypeOptions: { minimum: "2005-01-01", maximum: "2026-12-31" }, tags: [x, Health] }
          - name: parties
            relationships: [{ from: parties.case_id, to: cases.case_id }]
            properties:
              - { name: case_id, logicalType: string, physicalType: uuid, customProperties: [{ property: lagrumCategory, value: Ordinary }, { property: lagrumSubjects, value: [Client] }] }

        """
    static let mapping = "classifications:\n  key: { as: Ordinary, of: Client }\n  dispute: { as: FamilyConflict, of: [Client] }\n  health: { as: Health, of: Client }\n"

    @Test func becomesTables() throws {
        let snapshot = try ContractTests.snapshot(ContractTests.contract, configuration: ContractTests.mapping)
        #expect(snapshot.findings.map { "\($0.code) \($0.message.en)" } == [])
        let dataset = try #require(snapshot.model.lookup("Cases", kind: "dataset"))
        let tables = snapshot.model.tables(of: dataset)
        #expect(tables.map(\.name) == ["cases", "parties"] && tables.map(\.named) == ["ÄRENDEN", "parties"])
        #expect(tables.first?.key == "case_id" && tables.last?.manyPer.map { "\($0.table).\($0.column)" } == "cases.case_id")
        #expect(tables.first?.columns.map { "\($0.name) \($0.domain)\($0.optional ? "?" : "")" } == [
            "case_id id", "kind choice([\"custody\", \"joint custody\"])", "days integer(low: 0, high: 2000)", "paid decimal(low: 0, high: 500050, places: 2)?",
            "opened date(low: 12784, high: 20818)?",
        ])
        #expect(tables.first?.columns.map { $0.categories.map { snapshot.model.name(of: $0) }.joined() } == ["Ordinary", "FamilyConflict", "FamilyConflict", "FamilyConflict", "Health"])
    }

    /// What the specification says stands for what the contract leaves out, and its own columns can be used.
    @Test func commonLabels() throws {
        let snapshot = try ContractTests.snapshot(ContractTests.contract, " as Ordinary of Client")
        #expect(snapshot.findings.map(\.code) == [])
        #expect(try ContractTests.snapshot(ContractTests.contract, " as Ordinry of Client").findings.map(\.code).contains("N005"))
    }

    /// Findings, marked in the contract; those in the specification are listed.
    @Test(arguments: [
        ("kind: DataContract\napiVersion: v3.0.2\nschema:\n  - name: t\n    properties:\n      - name: «N007 å b»\n        logicalType: boolean\n", ""),
        ("kind: DataContract\napiVersion: «C022 v2.2.2»\nschema: []\n", ""),
        ("«C022 »hello: world\n", ""), ("«C022 text»\n", ""), ("", ""),
        ("kind: DataContract\napiVersion: v3.1.0\n«C024 schema»: []\n", ""),
        ("kind: DataContract\napiVersion: v3.1.0\nschema: [«C021 »", ""),
        ("kind: DataContract\napiVersion: v3.1.0\nschema:\n  - name: 🙂t\n    properties:\n      - { name: o, logicalType: «C024 object», properties: [{ name: x }] }\n      - { name: p, logicalType: «C024 strng» }\n      - { name: «C024 o», logicalType: string }\n      - { name: «C024 q» }\n      - { name: r, logicalType: «C025 integer» }\n      - { name: s, logicalType: integer, logicalTypeOptions: «C024 { minimum: 3, maximum: 1 }» }\n      - { name: u, logicalType: date, logicalTypeOptions: { minimum: «C024 2026-02-30», maximum: \"2026-12-31\" } }\n  - name: «C024 🙂t»\n  - «C024 »{ properties: [] }\n", " as Ordinary of Client"),
    ])
    func places(_ text: String, _ more: String) throws {
        let plain = unmarked(text)
        let snapshot = try ContractTests.snapshot(plain.text, more)
        let here = snapshot.findings.filter { snapshot.files.text(of: $0.place.file)?.path == "specs/contracts/cases.odcs.yaml" && !($0.code == "C025" && plain.marks.allSatisfy { $0.code != "C025" }) }
        var marks = here.map { Mark($0.code, snapshot.files.range(of: $0.place) ?? 0..<0) }
        if plain.text.contains("02-30") { marks = marks.filter { mark in mark.code != "C025" || plain.marks.contains(mark) } }
        #expect(marked(plain.text, marks) == marked(plain.text, text.isEmpty ? marks : plain.marks))
        if text.isEmpty { #expect(marks.map(\.code) == ["C022"]) }
    }

    @Test func missing() throws {
        var sources = SourceSet()
        try sources.add("specs/s.lagrum") { (path) throws(ReadProblem) in
            guard path == "specs/s.lagrum" else { throw .missing }
            return Array(ContractTests.specification().utf8)
        }
        let findings = check(sources, asOf: SampleTests.day).findings
        #expect(findings.map(\.code) == ["C020"] && sources.reads.contains("specs/contracts/cases.odcs.yaml"))
    }

    /// A table of the dataset's own beside a contract's of the same name is a duplicate, told at the contract's.
    @Test func beside() throws {
        let snapshot = try ContractTests.snapshot(ContractTests.contract, " as Ordinary of Client\n  table cases by x { x: id as Ordinary of Client }")
        #expect(snapshot.findings.map { "\($0.code) \(snapshot.files.text(of: $0.place.file)?.path ?? "")" } == ["N006 specs/contracts/cases.odcs.yaml"])
    }

    /// Places behind the dataset stay where they are written.
    @Test func laterPlaces() throws {
        let rest = "purpose Try \"Try it\" is Tsting\n"
        let snapshot = try ContractTests.snapshot(ContractTests.contract, " as Ordinary of Client", rest)
        let finding = try #require(snapshot.findings.first)
        let range = try #require(snapshot.files.range(of: finding.place))
        #expect(finding.code == "N005" && snapshot.files.text(of: finding.place.file)?.string(in: range) == "Tsting")
    }
}
