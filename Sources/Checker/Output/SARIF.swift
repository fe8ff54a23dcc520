// Findings as SARIF 2.1.0 (OASIS), within what GitHub's code scanning takes.
import Law
import Plan
import Source

/// The limits of code scanning, as its documentation gives them.
enum SARIFLimit {
    static let results = 25_000
    /// Of those it takes in a result's thread flows and related locations, it shows as many.
    static let steps = 1_000
    static let related = 100
    static let tags = 10
    /// Characters of a message or a description, and of a rule's name.
    static let text = 1_024
    static let name = 255
}

/// `lagrum check --format sarif`.
public func sarif(_ report: Report) throws -> [UInt8] { try CanonicalJSON.bytes(of: SARIFLog(report)) }

struct SARIFLog: Encodable {
    var schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    var version = "2.1.0"
    var runs: [Run]

    enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case version, runs
    }

    struct Run: Encodable {
        var tool: Tool
        var columnKind = "utf16CodeUnits"
        var results: [Result]
        var invocations: [Invocation]
        var properties: [String: String]
    }
    struct Tool: Encodable { var driver: Driver }
    struct Driver: Encodable {
        var name = "Lagrum"
        var version: String
        var semanticVersion: String
        var language: String
        var rules: [Rule]
    }
    struct Text: Encodable { var text: String }
    struct Help: Encodable {
        var text: String
        var markdown: String
    }
    struct Rule: Encodable {
        struct Configuration: Encodable { var level: String }
        struct Properties: Encodable {
            var tags: [String]
            var precision = "very-high"
            var problemSeverity: String
            enum CodingKeys: String, CodingKey {
                case tags, precision
                case problemSeverity = "problem.severity"
            }
        }
        var id: String
        var name: String
        var shortDescription: Text
        var fullDescription: Text
        var help: Help
        var defaultConfiguration: Configuration
        var properties: Properties
    }
    struct Result: Encodable {
        var ruleId: String
        var ruleIndex: Int
        var level: String
        var message: Text
        var locations: [Location]
        var partialFingerprints: [String: String]
        var baselineState: String?
        var relatedLocations: [Location]?
        var codeFlows: [CodeFlow]?
        var fixes: [Fix]?
    }
    struct Location: Encodable {
        var id: Int?
        var physicalLocation: Physical
        var message: Text?
    }
    struct Physical: Encodable {
        var artifactLocation: Artifact
        var region: Region
    }
    struct Artifact: Encodable {
        var uri: String
        var uriBaseId: String?
    }
    struct Region: Encodable {
        var startLine: Int
        var startColumn: Int
        var endLine: Int
        var endColumn: Int
    }
    struct CodeFlow: Encodable { var threadFlows: [ThreadFlow] }
    struct ThreadFlow: Encodable { var locations: [Step] }
    struct Step: Encodable {
        var location: Location
        var nestingLevel: Int
    }
    struct Fix: Encodable {
        struct Change: Encodable {
            var artifactLocation: Artifact
            var replacements: [Replacement]
        }
        struct Replacement: Encodable {
            var deletedRegion: Region
            var insertedContent: Text
        }
        var description: Text
        var artifactChanges: [Change]
    }
    struct Invocation: Encodable {
        struct Notification: Encodable {
            var level: String
            var message: Text
        }
        var executionSuccessful: Bool
        var toolExecutionNotifications: [Notification]
    }
}

extension SARIFLog {
    init(_ report: Report) {
        let language = report.language
        var items = report.items
        var notices = report.unread.map { Invocation.Notification(level: "error", message: Text(text: $0[language])) }
        if items.count > SARIFLimit.results {
            let left = items.count - SARIFLimit.results
            // The gravest are kept, each severity in the order of places.
            items = [Severity.error, .warning, .info].flatMap { severity in
                items.filter { $0.finding.severity == severity }
            }
            items.removeLast(left)
            let text =
                language == .sv
                ? "\(left) anmärkningar är utelämnade: formatet tar högst \(SARIFLimit.results)."
                : "\(left) findings are left out: the format takes \(SARIFLimit.results) at most."
            notices.append(Invocation.Notification(level: "warning", message: Text(text: text)))
        }
        var index: [String: Int] = [:]
        var rules: [Rule] = []
        for code in Set(items.map(\.finding.code)).sorted() {
            guard let first = items.first(where: { $0.finding.code == code }) else { continue }
            index[code] = rules.count
            rules.append(Rule(first.finding, report))
        }
        let results = items.map { Result($0, rule: index[$0.finding.code] ?? 0, report) }
        let driver = Driver(
            version: report.toolVersion, semanticVersion: report.toolVersion, language: language.rawValue, rules: rules)
        runs = [
            Run(
                tool: Tool(driver: driver), results: results,
                invocations: [
                    Invocation(executionSuccessful: report.unread.isEmpty, toolExecutionNotifications: notices)
                ],
                properties: ["asOf": report.snapshot.asOf.description])
        ]
    }
}

extension SARIFLog.Rule {
    /// A rule as a finding of it shows it, with its page.
    init(_ finding: Diagnostic, _ report: Report) {
        let language = report.language
        let page = CodePage.of(finding.code, report.snapshot.packs, pages: report.pages)
        id = finding.code
        name = String(pascal(finding.slug).prefix(SARIFLimit.name))
        shortDescription = .init(text: shortened(page?.title[language] ?? finding.title[language]))
        fullDescription = .init(text: shortened(page?.summary(language) ?? finding.title[language]))
        let markdown = page?.markdown(language) ?? finding.title[language]
        help = .init(text: MarkdownText.plain(markdown, width: 100), markdown: markdown)
        let severity = page?.severity ?? finding.severity
        defaultConfiguration = .init(level: severity.sarifLevel)
        properties = .init(
            tags: Array((["privacy"] + (page?.norms ?? finding.norms)).prefix(SARIFLimit.tags)),
            problemSeverity: severity == .info ? "recommendation" : severity.rawValue)
    }
}

extension SARIFLog.Result {
    init(_ item: Report.Item, rule: Int, _ report: Report) {
        let finding = item.finding
        let language = report.language
        ruleId = finding.code
        ruleIndex = rule
        level = finding.severity.sarifLevel
        let words = [finding.message[language], finding.advice?[language]].compactMap { $0 }.joined(separator: " ")
        message = .init(text: shortened(words))
        let place = SARIFLog.Location(finding.place, report.snapshot)
        locations = place.map { [$0] } ?? []
        partialFingerprints = ["lagrumFinding/v1": item.fingerprint, "primaryLocationLineHash": item.fingerprint]
        baselineState = report.hasBaseline ? (item.known ? "unchanged" : "new") : nil
        let related = finding.notes.compactMap { note in
            note.place.flatMap { SARIFLog.Location($0, report.snapshot, message: stepWords(note, language)) }
        }.prefix(SARIFLimit.related).enumerated().map { number, location in
            var location = location
            location.id = number + 1
            return location
        }
        relatedLocations = related.isEmpty ? nil : related
        codeFlows = place.flatMap { flow(finding, from: $0, report) }
        let fixes = report.snapshot.allFixes(for: finding).compactMap { SARIFLog.Fix($0, report) }
        self.fixes = fixes.isEmpty ? nil : fixes
    }
}

/// The derivation as a walk through the text. A step without a place of its own stands where what it supports stands.
private func flow(_ finding: Diagnostic, from place: SARIFLog.Location, _ report: Report) -> [SARIFLog.CodeFlow]? {
    guard !finding.notes.isEmpty else { return nil }
    var above: [(depth: Int, location: SARIFLog.Location)] = []
    var first = place
    first.message = .init(text: shortened(finding.title[report.language]))
    var steps = [SARIFLog.Step(location: first, nestingLevel: 0)]
    for note in finding.notes.prefix(SARIFLimit.steps - 1) {
        above.removeAll { $0.depth >= note.depth }
        var location = note.place.flatMap { SARIFLog.Location($0, report.snapshot) } ?? above.last?.location ?? place
        above.append((note.depth, location))
        location.message = .init(text: stepWords(note, report.language))
        steps.append(.init(location: location, nestingLevel: max(0, note.depth) + 1))
    }
    return [.init(threadFlows: [.init(locations: steps)])]
}

private func stepWords(_ note: Note, _ language: Language) -> String {
    shortened(note.text[language] + (note.norm.map { " [\($0)]" } ?? ""))
}

extension SARIFLog.Location {
    /// nil for texts that ship inside the tool: no viewer could open them.
    init?(_ place: Place, _ snapshot: Snapshot, message: String? = nil) {
        guard Int(place.file.index) >= snapshot.firstSource, let spot = Spot(place, snapshot.files) else { return nil }
        self.init(
            id: nil, physicalLocation: .init(artifactLocation: .init(path: spot.path), region: .init(spot)),
            message: message.map { .init(text: $0) })
    }
}

extension SARIFLog.Region {
    init(_ spot: Spot) {
        self.init(startLine: spot.line, startColumn: spot.column16, endLine: spot.endLine, endColumn: spot.endColumn16)
    }
}

extension SARIFLog.Artifact {
    /// A path below the working folder counts from the root of the checkout.
    init(path: String) {
        let encoded = percentEncoded(path)
        if path.hasPrefix("/") {
            self.init(uri: "file://" + encoded, uriBaseId: nil)
        } else {
            self.init(uri: encoded, uriBaseId: "%SRCROOT%")
        }
    }
}

extension SARIFLog.Fix {
    init?(_ fix: Source.Fix, _ report: Report) {
        var changes: [SARIFLog.Fix.Change] = []
        for file in Set(fix.edits.map(\.place.file)).sorted() {
            let replacements = fix.edits.filter { $0.place.file == file }.compactMap { edit in
                Spot(edit.place, report.snapshot.files).map {
                    Replacement(deletedRegion: .init($0), insertedContent: .init(text: edit.text))
                }
            }
            guard Int(file.index) >= report.snapshot.firstSource, !replacements.isEmpty,
                let path = report.snapshot.files.text(of: file)?.path
            else { return nil }
            changes.append(Change(artifactLocation: .init(path: path), replacements: replacements))
        }
        guard !changes.isEmpty else { return nil }
        self.init(description: .init(text: fix.title[report.language]), artifactChanges: changes)
    }
}

extension Severity {
    fileprivate var sarifLevel: String {
        switch self {
        case .error: "error"
        case .warning: "warning"
        case .info: "note"
        }
    }
}

/// `not-compatible` and `not_compatible` are `NotCompatible`.
private func pascal(_ slug: String) -> String {
    slug.split { $0 == "-" || $0 == "_" }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
}

/// At most as many UTF-16 code units as code scanning takes, never inside a character.
private func shortened(_ text: String) -> String {
    guard text.utf16.count > SARIFLimit.text else { return text }
    var result = ""
    var units = 0
    for character in text {
        units += character.utf16.count
        if units > SARIFLimit.text - 1 { break }
        result.append(character)
    }
    return result + "…"
}

/// RFC 3986: what is not unreserved or a slash is written as its bytes.
func percentEncoded(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
            result.unicodeScalars.append(Unicode.Scalar(byte))
        default:
            let hex = String(byte, radix: 16, uppercase: true)
            result += "%" + (hex.count == 1 ? "0" + hex : hex)
        }
    }
    return result
}
