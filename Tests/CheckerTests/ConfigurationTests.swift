// lagrum.yaml: what is found in it, marked in its text; what it changes in a check; and what counts beside options.
import Checker
import Glibc
import Law
import Model
import Source
import TestKit
import Testing
import Yaml

struct ConfigurationTests {
    static let files: [String: String] = [
        "specs/a.lagrum": "edition 2026\n", "signers": "", "packs/house.lagrum": house, "packs/more/one.lagrum": "edition 2026\n",
        "packs/more/two.lagrum": "category Membership is PersonalData { title en: \"m\"; title sv: \"m\"; identifies: no }\n", "known.json": "{}",
    ]

    static let house = """
        norm HOUSE.1 { title sv: "Regel"; title en: "Rule"; in force: 2026-01-01 }
        rule H001 "No DPO" { title sv: "Inget ombud"; severity: warning; cites: HOUSE.1; for: c in controllers; when: c.dpo == none; at: c; message en: "{c} has no DPO."; message sv: "{c} saknar ombud." }

        """

    static let reader = SourceReader(
        bytes: { (path) throws(ReadProblem) in
            if let text = files[path] { return Array(text.utf8) }
            throw files.keys.contains { $0.hasPrefix(path + "/") } ? .directory : .missing
        },
        specifications: { (folder) throws(ReadProblem) in files.keys.filter { $0.hasPrefix(folder + "/") }.sorted() })

    static func configured(_ text: String, _ specification: String? = nil) throws -> SourceSet {
        var sources = SourceSet()
        if let specification { try sources.add("specs/s.lagrum") { (_) throws(ReadProblem) in Array(specification.utf8) } }
        sources.configure(readConfiguration(Text(path: "lagrum.yaml", text)), reader: reader)
        return sources
    }

    static func findings(_ text: String, _ specification: String? = nil) throws -> (Snapshot, [Diagnostic]) {
        let snapshot = check(try configured(text, specification), asOf: SampleTests.day)
        return (snapshot, snapshot.findings.filter { snapshot.files.text(of: $0.place.file)?.path == "lagrum.yaml" })
    }

    @Test(arguments: [
        "edition: 2026\nsources: [specs]\nas of: 2026-11-21\nlanguage: sv\npacks: [gdpr, se, ai_act, packs/house.lagrum, packs/more]\nseverity: { P014: error, H001: error }\nfail on: warning\nbaseline: known.json\napprovals:\n  required: [«C014 dpo», controller]\n  allowed signers: signers\nengines:\n  default: { kind: sqlite }\n  «C014 cluster»: { kind: spark, master: \"spark://127.0.0.1:7077\" }\nbudgets:\n  «C014 CaseSystem»: { epsilon: 10, delta: 1e-6, per: year }\nclassifications:\n  pii: NationalId\n  health: { as: Health, of: [Patient, Child] }\n",
        "", "# nothing\n", "sources: specs\npacks: gdpr\n",
        "«C004 editon»: 2026\n«C004 fail_on»: error\n«C004 colour»: red\n",
        "edition: «C011 2025»\nlanguage: «C005 swedish»\nas of: «C006 2026-02-30»\nfail on: «C005 eror»\n",
        "as of: «C006 21 nov»\npacks: [«C010 gdrp», gdpr, «C010 packs/none.lagrum»]\nsources: [specs, «C009 åäö🙂», «C009 specs/b.lagrum»]\n",
        "severity: { «C007 P004»: info, «C008 Q999»: error, H001: error, «C008 h001»: error, P014: «C005 fatal» }\npacks: [packs/house.lagrum]\n",
        "severity: «C005 [P004]»\nbudgets: «C005 3»\napprovals: { «C004 requires»: [dpo], allowed signers: «C009 nobody» }\n",
        "budgets:\n  «C005 A»: { epsilon: «C005 -1» }\n  «C005 B»: { delta: «C005 2», per: «C005 week» }\n  C: «C005 x»\n",
        "engines: { «C005 a»: {}, b: { kind: «C005 oracle» }, c: { kind: sqlite, «C004 url»: x } }\n",
        "language: sv\nedition: 2026\n«C003 language»: en\n", "language: sv\n«C002 ---»\nlanguage: en\n", "edition: 2026\npacks: «C001 *own»\n",
        "budgets:\n  «C015 A»: &b { epsilon: 1, per: run }\n  «C015 B»: { <<: *b, epsilon: 2 }\n  «C015 C»: *b\n",
        "«C005 - edition: 2026»\n", "«C005 hello»\n", "«C005 language»:\nfail on: «C005 ~»\nsources: «C005 { a: b }»\n", "edition: «C005 !own 2026»\n", "edition: «C005 !!python/object:x 2026»\n",
        "«C005 !!python/object:x»\nlanguage: svenska\n", "«C005 !own language»: svenska\nfail on: !!str warning\n",
        "sources: «C005 !!set» [specs/none.lagrum]\npacks: !!seq [gdpr]\nseverity:\n  «C005 !!python/object»\n  Q999: error\nbudgets: !!map { A: «C005 !own» { per: week } }\napprovals: { required: «C005 !!map» [] }\nclassifications:\n  «C005 !k pii»: NationalId\n",
        "language: en\n«C001 \t»packs: [gdpr]\n", "classifications: { pii: «C013 Helth», x: { as: Health, of: [Patient, «C013 Patients»] } }\n",
        "packs: [packs/more]\nclassifications: { m: Membership }\n",
    ])
    func marks(_ text: String) throws {
        let plain = unmarked(text)
        let (snapshot, findings) = try ConfigurationTests.findings(plain.text)
        let marks = findings.map { Mark($0.code, snapshot.files.range(of: $0.place) ?? 0..<0) }
        #expect(marked(plain.text, marks) == marked(plain.text, plain.marks))
        for finding in findings {
            #expect(finding.message.sv != finding.message.en && CodePage.of(finding.code) != nil, "\(finding.code)")
            let fixes = finding.fixes.flatMap(\.edits)
            if let advice = finding.advice, advice.en.hasPrefix("Did you mean"), finding.code == "C004" { #expect(!fixes.isEmpty) }
        }
    }

    @Test(arguments: [([0x61, 0xE5], "C001"), ([0xFF, 0xFE, 0x61, 0x00], "C001"), ([0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x00], "C001")] as [([UInt8], String)])
    func bytesOfAnotherKind(_ bytes: [UInt8], _ code: String) {
        let configuration = readConfiguration(Text(path: "lagrum.yaml", bytes: bytes))
        #expect(configuration.problems.map(\.code) == [code])
    }

    /// A pack of the house finds what a built-in one would, its severity can be raised, and its mistakes have their places.
    @Test func packsOfTheHouse() throws {
        let text = "edition 2026\ncontroller Firm { country: SE; sector: Private }\n"
        #expect(try check(ConfigurationTests.configured("edition: 2026\n", text), asOf: SampleTests.day).findings.map(\.code) == [])
        let found = try check(ConfigurationTests.configured("packs: [packs/house.lagrum]\n", text), asOf: SampleTests.day)
        #expect(found.findings.map { "\($0.code) \($0.severity)" } == ["H001 warning"])
        let raised = try check(ConfigurationTests.configured("packs: [packs/house.lagrum]\nseverity: { H001: error }\n", text), asOf: SampleTests.day)
        #expect(raised.findings.map { "\($0.code) \($0.severity)" } == ["H001 error"])
        #expect(raised.cleared() == nil && found.cleared() != nil)
    }

    /// `packs: [gdpr]` asks the law as `use gdpr` does.
    @Test func packsInUse() throws {
        let text = "edition 2026\ncontroller Firm \"F\" { country: SE; sector: Private }\npurpose Try \"Try it out\" is Testing\nactivity Act { controller: Firm; purpose: Try; status: Planned }\n"
        #expect(try check(ConfigurationTests.configured("edition: 2026\n", text), asOf: SampleTests.day).findings.map(\.code) == ["N034"])
        let asked = try check(ConfigurationTests.configured("packs: [gdpr]\n", text), asOf: SampleTests.day)
        #expect(!asked.findings.map(\.code).contains("N034") && asked.packs.map(\.name) == ["gdpr"])
    }

    @Test func nearestUpwards() {
        func find(_ folder: String, _ there: [String: [UInt8]]) -> String? {
            let result = findConfiguration(from: folder) { (path) throws(ReadProblem) in
                guard let bytes = there[path] else { throw .missing }
                return bytes
            }
            guard case .success(let found) = result else { return "unreadable" }
            return found?.text.path
        }
        #expect(find("/a/b/c", ["/a/lagrum.yaml": [], "/lagrum.yaml": []]) == "/a/lagrum.yaml")
        #expect(find("/a/b", ["/lagrum.yaml": []]) == "/lagrum.yaml")
        #expect(find("/a/b", [:]) == nil)
        let denied = findConfiguration(from: "/a") { (_) throws(ReadProblem) in throw .denied }
        guard case .failure(let problem) = denied else { return #expect(Bool(false)) }
        #expect(problem.path == "/a/lagrum.yaml")
        // A folder of its name is no configuration, and what stands further up is not the one that was meant.
        let folder = findConfiguration(from: "/a") { (path) throws(ReadProblem) in
            guard path == "/a/lagrum.yaml" else { return [] }
            throw .directory
        }
        guard case .failure(let found) = folder else { return #expect(Bool(false)) }
        #expect(found.message.en.hasPrefix("`/a/lagrum.yaml` is a folder") && found.message.sv.hasPrefix("`/a/lagrum.yaml` är en mapp"))
    }

    @Test func effective() throws {
        let configuration = readConfiguration(Text(path: "lagrum.yaml", "language: sv\npacks: [gdpr]\nas of: 2026-11-21\n"))
        let settings = EffectiveSettings(configuration, options: ["language": (.text("en"), "--lang")], environment: (.sv, "LANG"), today: SampleTests.day)
        #expect(settings.rows.map { "\($0.key) \($0.value.flow) \($0.origin)" } == [
            "as of \"2026-11-21\" file(line: 3)", "language en option(\"--lang\")", "packs [gdpr] file(line: 2)", "fail on error builtIn",
        ])
        // What it prints is a configuration that says the same.
        let again = readConfiguration(Text(path: "x", settings.text(.en)))
        #expect(again.problems.isEmpty && again.asOf?.value == configuration.asOf?.value && again.packs.map(\.value) == ["gdpr"])
    }

    /// The published schema is the table's.
    @Test func schema() throws {
        let made = String(decoding: try configurationSchema(), as: UTF8.self), path = SampleTests.root.appending(path: "Grammar/lagrum.schema.json").path
        if ProgramEnvironment.blesses { TestFile.write(Array(made.utf8), to: path) }
        #expect(String(decoding: TestFile.read(path) ?? [], as: UTF8.self) == made, "LAGRUM_BLESS=1 writes Grammar/lagrum.schema.json anew")
    }
}

private enum ProgramEnvironment {
    static var blesses: Bool { getenv("LAGRUM_BLESS") != nil }
}
