// What exports say of the custody sample, and that a contract read back means the same.
import Checker
import Interchange
import Model
import Plan
import Source
import TestKit
import Testing

struct ExportTests {
    static let goldens = Goldens()
    static let day = Day("2026-11-21") ?? Day(number: 0)
    static let sample = TestFile.read(TestFile.root() + "/Samples/custody/custody.lagrum") ?? []

    static func checked(_ files: [String: [UInt8]], _ asked: String = "custody.lagrum") throws -> Snapshot {
        var sources = SourceSet()
        try sources.add(asked) { (path) throws(ReadProblem) in
            guard let bytes = files[path] else { throw .missing }
            return bytes
        }
        return check(sources, asOf: day)
    }

    static func expect(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
        if let difference = goldens.difference(text, name) { Issue.record("\(difference)", sourceLocation: sourceLocation) }
    }

    @Test func contracts() throws {
        let snapshot = try ExportTests.checked(["custody.lagrum": ExportTests.sample])
        for contract in exportContracts(snapshot.exported(.en)) { ExportTests.expect(contract.text, "export.\(contract.dataset).odcs.yaml") }
    }

    @Test(arguments: [Language.sv, .en])
    func vocabulary(_ language: Language) throws {
        let snapshot = try ExportTests.checked(["custody.lagrum": ExportTests.sample])
        ExportTests.expect(String(decoding: try exportDPV(snapshot.exported(language), base: "https://example.org/register#"), as: UTF8.self), "export.dpv.\(language).jsonld")
    }

    @Test func model() throws {
        let snapshot = try ExportTests.checked(["custody.lagrum": ExportTests.sample])
        ExportTests.expect(String(decoding: try exportModel(snapshot.exported(.en), tool: "lagrum"), as: UTF8.self), "export.model.json")
    }

    /// A table that belongs to another by a column of another name keeps that, and no column is said to point where it doesn't.
    @Test func belonging() throws {
        let text = "edition 2026\ncontroller Firm { country: SE; sector: Private }\npurpose Keep \"Keep the cases of the year\" is CaseHandling\ndataset D {\n  controller: Firm\n  collected for: Keep\n  table people by id as Ordinary of Person { id: id }\n  table visits by id many per people.id as Ordinary of Person { id: id; day: integer(0..9) }\n}\n"
        let contracts = exportContracts(try ExportTests.checked(["a.lagrum": Array(text.utf8)], "a.lagrum").exported(.en))
        let contract = readDataContract(Text(path: "d.yaml", try #require(contracts.first).text))
        let visits = try #require(contract.tables.last)
        #expect(visits.owner?.table == "people" && visits.owner?.column == "id" && visits.remarks.isEmpty && visits.columns.map(\.type) == [.id, .integer(low: 0, high: 9)])
    }

    /// The sample with its tables taken from its own exported contracts: the same model, the same verdicts, the same plan.
    @Test func roundTrip() throws {
        let original = try ExportTests.checked(["custody.lagrum": ExportTests.sample])
        var files: [String: [UInt8]] = [:]
        for contract in exportContracts(original.exported(.en)) { files["contracts/\(contract.dataset).odcs.yaml"] = Array(contract.text.utf8) }
        #expect(files.count == 2)
        // Each `table … { … }` of a dataset is left out, and its contract named in its place.
        var lines: [Substring] = [], dataset = "", depth = 0
        for line in String(decoding: ExportTests.sample, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("dataset ") {
                dataset = String(line.split(separator: " ")[1])
                lines.append(line)
                lines.append("  tables: from \"contracts/\(dataset).odcs.yaml\"")
                continue
            }
            if depth > 0 || line.hasPrefix("  table ") {
                depth += line.count { $0 == "{" } - line.count { $0 == "}" }
                continue
            }
            lines.append(line)
        }
        files["custody.lagrum"] = Array(lines.joined(separator: "\n").utf8)
        let again = try ExportTests.checked(files)
        #expect(again.findings.map { "\($0.code) \($0.message.en)" } == original.findings.map { "\($0.code) \($0.message.en)" })
        func tables(_ snapshot: Snapshot) -> [String] {
            (snapshot.model.all("datasets") ?? []).flatMap { snapshot.model.tables(of: $0) }.map { table in
                "\(table.name) \(table.key ?? "-") \(table.manyPer.map { "\($0)" } ?? "-") " + table.columns.map { "\($0.name) \($0.named) \($0.domain) \($0.optional) \($0.categories.map { snapshot.model.name(of: $0) }) \($0.subjects.map { snapshot.model.name(of: $0) })" }.joined(separator: "; ")
            }
        }
        #expect(tables(again) == tables(original))
        let plans = try [original, again].map { snapshot in try snapshot.plan(of: try #require(snapshot.activities.first)).canonicalBytes() }
        #expect(plans[0] == plans[1])
    }
}
