// The forms of `lagrum check`: what each shows, that what is published holds, and that fingerprints stay when lines move.
import Checker
import FoundationEssentials
import Source
import Testing

struct OutputTests {
    // MARK: Goldens

    @Test(arguments: Language.allCases)
    func goldens(_ language: Language) throws {
        let unread = [Message(sv: "Filen `<b>` finns inte.", en: "There is no file `<b>`.")]
        let report = try OutputSample.report(OutputSample.text, language, unread: unread)
        expectOutput(gitHubAnnotations(report), "check.github.\(language.rawValue).txt")
        expectOutput(junit(report), "check.junit.\(language.rawValue).xml")
        expectOutput(
            String(decoding: try FindingsDocument(report).bytes(), as: UTF8.self), "check.\(language.rawValue).json")
        expectOutput(String(decoding: try sarif(report), as: UTF8.self), "check.sarif.\(language.rawValue).json")
    }

    // MARK: JSON

    @Test(arguments: ["Samples/custody/custody.lagrum"] + SampleTests.specifications(below: "Samples/custody/refused"))
    func findingsKeepTheSchema(_ path: String) throws {
        let schema = Schema(root: try JSON(try SampleTests.read("Grammar/findings.schema.json")))
        for language in Language.allCases {
            let snapshot = check(try SampleTests.sources(path), asOf: SampleTests.day)
            let report = Report(snapshot, language: language, toolVersion: "0.0.0", unread: [Message(sv: "å", en: "a")])
            #expect(try schema.problems(try JSON(try FindingsDocument(report).bytes())) == [])
        }
    }

    @Test func theSchemaRefuses() throws {
        let schema = Schema(root: try JSON(try SampleTests.read("Grammar/findings.schema.json")))
        let text = String(decoding: try FindingsDocument(try OutputSample.report()).bytes(), as: UTF8.self)
        for (from, to) in [
            ("\"known\" : false", "\"known\" : 0"), ("\"severity\" : \"error\"", "\"severity\" : \"grave\""),
            ("\"line\" :", "\"row\" :"), ("\"format\" : 1", "\"format\" : 2"),
        ] {
            let broken = text.replacing(from, with: to)
            #expect(broken != text)
            #expect(try !schema.problems(try JSON(Array(broken.utf8))).isEmpty, "\(to) should break the schema")
        }
    }

    // MARK: SARIF

    /// What the SARIF specification asks of what we write, and what code scanning takes.
    @Test(arguments: SampleTests.specifications(below: "Samples/custody/refused"))
    func sarifIsWellFormed(_ path: String) throws {
        let report = Report(
            check(try SampleTests.sources(path), asOf: SampleTests.day), language: .sv, toolVersion: "0.0.0")
        let log = try JSON(try sarif(report))
        #expect(log["version"]?.string == "2.1.0")
        #expect(log["runs"]?.items.count == 1)
        let run = try #require(log["runs"]?[0])
        let rules = run["tool"]?["driver"]?["rules"]?.items ?? []
        let codes = rules.compactMap { $0["id"]?.string }
        #expect(Set(codes).count == codes.count && codes.count == rules.count)
        for rule in rules {
            #expect(rule["name"]?.string?.contains { !$0.isLetter && !$0.isNumber } == false)
            for key in ["shortDescription", "fullDescription"] {
                let text = try #require(rule[key]?["text"]?.string)
                #expect(!text.isEmpty && text.utf16.count <= 1024)
            }
            #expect(rule["help"]?["text"]?.string?.isEmpty == false)
            #expect(rule["help"]?["markdown"]?.string?.hasPrefix("# ") == true)
            #expect((rule["properties"]?["tags"]?.items.count ?? 0) <= 10)
        }
        let results = run["results"]?.items ?? []
        #expect(results.count == report.items.count)
        var prints: Set<String> = []
        for result in results {
            #expect(result["ruleId"]?.string == codes[try #require(result["ruleIndex"]?.int)])
            #expect(["error", "warning", "note"].contains(result["level"]?.string))
            #expect(result["baselineState"] == nil)
            let message = try #require(result["message"]?["text"]?.string)
            #expect(!message.isEmpty && message.utf16.count <= 1024)
            #expect(result["locations"]?.items.count == 1)
            prints.insert(try #require(result["partialFingerprints"]?["primaryLocationLineHash"]?.string))
            let related = result["relatedLocations"]?.items ?? []
            #expect(related.count <= 100)
            #expect(related.map { $0["id"]?.int } == related.indices.map { $0 + 1 })
            let steps = result["codeFlows"]?[0]?["threadFlows"]?[0]?["locations"]?.items ?? []
            #expect(steps.count <= 1000)
            for location in (result["locations"]?.items ?? []) + related + steps.compactMap({ $0["location"] }) {
                try expectInText(location, report.snapshot)
            }
        }
        #expect(prints.count == results.count)
    }

    /// A region lies in its file, and its end is not before its start.
    private func expectInText(_ location: JSON, _ snapshot: Snapshot) throws {
        let physical = try #require(location["physicalLocation"])
        let uri = try #require(physical["artifactLocation"]?["uri"]?.string)
        #expect(!uri.hasPrefix("/") && physical["artifactLocation"]?["uriBaseId"]?.string == "%SRCROOT%")
        let file = try #require(snapshot.sources.files.first { $0.path == uri })
        let region = try #require(physical["region"])
        let values = try ["startLine", "startColumn", "endLine", "endColumn"].map { try #require(region[$0]?.int) }
        #expect(values.allSatisfy { $0 >= 1 } && (values[0], values[1]) <= (values[2], values[3]))
        #expect(values[2] <= file.tree.text.lineStarts.count)
    }

    @Test func sarifColumnsAreUTF16AndPathsAreURIs() throws {
        let text = OutputSample.text.replacing("  status:     Planned", with: "  /* 😀 */ status:     Planned")
        let log = try JSON(try sarif(try OutputSample.report(text)))
        let results = try #require(log["runs"]?[0]?["results"]?.items.filter { $0["ruleId"]?.string == "H001" })
        let location = try #require(results.first?["locations"]?[0]?["physicalLocation"])
        #expect(location["artifactLocation"]?["uri"]?.string == "ett%20%26%20tv%C3%A5/%C3%A5%2C1%3A2%20100%25.lagrum")
        // Two blanks, the comment's marks and blanks, and a character of two units.
        #expect(location["region"]?["startColumn"]?.int == 12)
    }

    // MARK: Fingerprints and baselines

    private func prints(_ text: String, _ path: String = OutputSample.path) throws -> [String] {
        try OutputSample.report(text, path: path).items.filter { $0.finding.code.hasPrefix("H") }.map(\.fingerprint)
            .sorted()
    }

    @Test func fingerprintsSurvive() throws {
        let base = try prints(OutputSample.text)
        #expect(base.count == 4 && Set(base).count == base.count)
        // Moved lines, another folder, other blanks, a changed declaration elsewhere.
        #expect(try prints("// a comment\n\n\n" + OutputSample.text) == base)
        #expect(try prints(OutputSample.text, "elsewhere/" + OutputSample.path) == base)
        #expect(try prints(OutputSample.text.replacing("  status:     Planned", with: "  status:   Planned")) == base)
        #expect(try prints(OutputSample.text.replacing("\"The firm\"", with: "\"Another firm\"")) == base)
        // The two activities change places.
        let parts = OutputSample.text.split(separator: "activity ").map(String.init)
        #expect(try prints(parts[0] + "activity " + parts[2] + "activity " + parts[1]) == base)
    }

    @Test func fingerprintsTellApart() throws {
        let base = try prints(OutputSample.text)
        #expect(try prints(OutputSample.text.replacing("activity Serve", with: "activity Serves")) != base)
    }

    @Test func aBaselineKnows() throws {
        let old =
            OutputSample.text.replacing("activity Serve {", with: "activity Serve { notice: Letter\n")
            + "notice Letter { to: Guest; under: GDPR.13.3 }\nsubject Guest is Adult\n"
        let before = try OutputSample.report(old)
        #expect(before.failing.count { $0.finding.code == "H001" } == 1)
        let baseline = try Baseline(reading: try Baseline(before).bytes())
        #expect(try OutputSample.report(old, baseline: baseline).failing.isEmpty)
        let after = try OutputSample.report("\n\n" + OutputSample.text, baseline: baseline)
        #expect(after.failing.map(\.finding.code) == ["H001"])
        #expect(after.failing.first?.declaration == "activity Serve")
        #expect(after.hasBaseline && (after.gone ?? 0) > 0)
        #expect(after.summary.contains("known finding") && after.summary.contains("gone"))
        // They are counted, and shown only where a form can say that they are known.
        #expect(!gitHubAnnotations(after).contains("Train"))
        #expect(junit(after).contains("<skipped message=\"known in the baseline\"/>"))
        let states = try JSON(try sarif(after))["runs"]?[0]?["results"]?.items.map { $0["baselineState"]?.string } ?? []
        #expect(Set(states) == ["new", "unchanged"])
    }

    @Test func aBaselineIsNoOtherFile() {
        #expect(throws: Baseline.Problem.notABaseline) { try Baseline(reading: Array("{}".utf8)) }
        #expect(throws: Baseline.Problem.format(2)) { try Baseline(reading: Array("{\"format\": 2}".utf8)) }
        #expect(throws: Baseline.Problem.notABaseline) { try Baseline(reading: [0xFF, 0x00]) }
    }

    @Test func failOn() throws {
        func failing(_ severity: Severity) throws -> (codes: [String], report: Report) {
            let report = try OutputSample.report(failOn: severity)
            return (report.failing.map(\.finding.code).filter { $0.hasPrefix("H") }, report)
        }
        #expect(try failing(.error).codes == ["H001", "H001"])
        #expect(try failing(.warning).codes == ["H002", "H001", "H002", "H001"])
        for severity in Severity.allCases {
            let report = try failing(severity).report
            #expect(junit(report).contains("failures=\"\(report.failing.count)\" errors=\"0\">"))
        }
    }
}
