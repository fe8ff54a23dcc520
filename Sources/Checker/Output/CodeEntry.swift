// The table of codes that no rule has: what each means, and an example on which the tool itself shows the finding.
import Law
import Plan
import Source
import Syntax

/// INVARIANT: the example gives the code; a test runs every one. Title and words come from that finding, and stand nowhere twice.
struct CodeEntry: Sendable {
    /// What the example is a part of.
    enum Setting: Sendable {
        /// A whole file.
        case alone
        /// Added to the specification that the rules' pages change too.
        case example
        /// As `example`, and its last activity is planned.
        case plan
        /// As `example`, and its tests are run.
        case test
        /// Checked with another file, which it does not import.
        case beside(String)
        /// A lagrum.yaml.
        case configuration
        /// A data contract that a dataset takes its tables from.
        case contract
        /// No text gives it reliably: the title is told here.
        case none(title: Message)
    }
    let code: String
    let meaning: Message
    let setting: Setting
    let example: [UInt8]

    init(_ code: String, sv: String, en: String, _ setting: Setting = .alone, _ example: String) {
        self.init(code, sv: sv, en: en, setting, bytes: Array(example.utf8))
    }

    init(_ code: String, sv: String, en: String, _ setting: Setting = .alone, bytes: [UInt8]) {
        (self.code, self.setting, example) = (code, setting, bytes)
        meaning = Message(sv: sv, en: en)
    }

    static let table: [String: CodeEntry] = Dictionary(
        (syntaxCodes + nameCodes + stepCodes + packCodes + housePackCodes + runCodes + configurationCodes + contractCodes).map { ($0.code, $0) },
        uniquingKeysWith: { first, _ in first })

    /// The finding that the example gives, with the files that it stands in; nil if it gives none.
    func finding() -> (finding: Diagnostic, files: Files)? {
        let day = Day("2026-11-21") ?? Day(number: 0)
        var text = example
        switch setting {
        case .example, .plan, .test: text = Array(BuiltIn.exampleSpecification.utf8) + example
        default: break
        }
        if case .contract = setting { text = Array("edition 2026\ndataset Cases {\n  tables: from \"cases.odcs.yaml\"\n}\n".utf8) }
        var files = ["example.lagrum": text]
        if case .beside(let other) = setting { files["other.lagrum"] = Array(other.utf8) }
        var sources = SourceSet()
        let asked = files.keys.sorted()
        if case .contract = setting { files["cases.odcs.yaml"] = example }
        for name in asked {
            try? sources.add(name) { (path) throws(ReadProblem) in
                guard let bytes = files[path] else { throw .missing }
                return bytes
            }
        }
        sources.checkReferences { [files] in files[$0] != nil }
        switch setting {
        case .none: return nil
        case .configuration:
            var sources = SourceSet()
            sources.configure(
                readConfiguration(Text(path: Configuration.fileName, bytes: example)),
                reader: SourceReader(bytes: { (_) throws(ReadProblem) in throw .missing }, specifications: { (_) throws(ReadProblem) in throw .missing }))
            let snapshot = check(sources, asOf: day)
            return snapshot.findings.first { $0.code == code }.map { ($0, snapshot.files) }
        case .test:
            for outcome in runTests(sources, today: day) {
                if let finding = outcome.failures.first(where: { $0.code == code }) { return (finding, outcome.files) }
            }
            return nil
        case .plan:
            let snapshot = check(sources, asOf: day)
            for activity in snapshot.activities {
                do throws(LoweringProblem) { _ = try snapshot.plan(of: activity) } catch {
                    if let finding = error.findings.first(where: { $0.code == code }) {
                        return (finding, snapshot.files)
                    }
                }
            }
            return nil
        case .alone, .example, .beside, .contract:
            let snapshot = check(sources, asOf: day)
            return snapshot.findings.first { $0.code == code }.map { ($0, snapshot.files) }
        }
    }
}

extension CodePage {
    init(_ entry: CodeEntry) {
        let shown = entry.finding()
        code = entry.code
        if case .none(let title) = entry.setting {
            self.title = title
        } else {
            title = shown?.finding.title ?? Message(sv: entry.code, en: entry.code)
        }
        // What is not stated is as grave as the rule that waits.
        severity = entry.code == "N900" || entry.code == "N901" ? nil : shown?.finding.severity
        (norms, see) = ([], [])
        body = Message(sv: CodePage.body(entry, shown, .sv), en: CodePage.body(entry, shown, .en))
    }

    private static func body(_ entry: CodeEntry, _ shown: (finding: Diagnostic, files: Files)?, _ language: Language)
        -> String
    {
        var text = entry.meaning[language]
        guard let shown else { return text }
        let sv = language == .sv
        text += "\n\n## \(sv ? "Exempel" : "Example")\n\n"
        switch entry.setting {
        case .example, .plan, .test:
            text +=
                (sv
                    ? "I specifikationen som reglernas exempel ändrar:"
                    : "In the specification that the rules' examples change:") + "\n\n"
        default: break
        }
        var source = String(decoding: entry.example, as: UTF8.self)
        // Some examples are long on purpose.
        if source.utf8.count > 1200 { source = String(source.prefix(160)) + "…\n" }
        var name = "lagrum"
        switch entry.setting {
        case .configuration, .contract: name = "yaml"
        default: break
        }
        text += "```\(name)\n\(source)```"
        let words = TextRenderer(language: language, width: 90).render(shown.finding, in: shown.files)
        return text + "\n\n## \(sv ? "Så säger verktyget" : "What the tool says")\n\n```text\n\(words)```"
    }
}
