// What a check has to tell, before it takes a form: findings with fingerprints, those that a baseline knows, what was not read.
import Law
import Model
import Source

public struct Report: Sendable {
    public struct Item: Sendable {
        public var finding: Diagnostic
        /// A baseline has it.
        public var known: Bool
        /// Of all findings: most forms show none.
        fileprivate let marks: Later<[FindingMark]>
        fileprivate let index: Int

        /// The same for the same mistake in another place of its file.
        public var fingerprint: String { marks.value[index].fingerprint }
        /// The top-level declaration it stands in: "activity Train"; nil outside one.
        public var declaration: String? { marks.value[index].declaration }
    }

    public let snapshot: Snapshot
    public let language: Language
    /// In the order of files and places.
    public let items: [Item]
    /// Files that could not be read.
    public let unread: [Message]
    /// The least severity that fails a check.
    public let failOn: Severity
    /// Findings of the baseline that are no more; nil without a baseline.
    public let gone: Int?
    public let toolVersion: String
    /// What stands beside the house's rules, for forms that show a rule's page.
    public let pages: HousePages

    public init(
        _ snapshot: Snapshot, language: Language, toolVersion: String, unread: [Message] = [],
        failOn: Severity = .error,
        baseline: Baseline? = nil, pages: HousePages = HousePages()
    ) {
        (self.snapshot, self.language, self.unread, self.failOn) = (snapshot, language, unread, failOn)
        (self.toolVersion, self.pages) = (toolVersion, pages)
        let known = baseline.map { Set($0.findings.map(\.fingerprint)) } ?? []
        let marks = Later { fingerprints(of: snapshot) }
        items = snapshot.findings.enumerated().map { index, finding in
            Item(finding: finding, known: !known.isEmpty && known.contains(marks.value[index].fingerprint), marks: marks, index: index)
        }
        gone = baseline == nil ? nil : known.subtracting(marks.value.map(\.fingerprint)).count
    }

    public var hasBaseline: Bool { gone != nil }
    /// Those that no baseline knows.
    public var fresh: [Item] { items.filter { !$0.known } }
    public var failing: [Item] { fresh.filter { $0.finding.severity >= failOn } }

    /// The last line for people: the new findings counted, and the aside.
    public var summary: String {
        let counted =
            fresh.isEmpty && !items.isEmpty
            ? (language == .sv ? "Inga nya anmärkningar." : "No new findings.")
            : TextRenderer(language: language).summary(fresh.map(\.finding))
        return [counted, aside].compactMap { $0 }.joined(separator: " ")
    }

    /// A line for people on what a baseline hides, what the specification allows and which packs ask nothing; nil when there is nothing to say.
    public var aside: String? {
        var parts: [Message] = []
        let known = items.count { $0.known }
        let silenced = snapshot.law.silenced.count
        if silenced > 0 {
            parts.append(
                Message(
                    sv:
                        "\(silenced) \(silenced == 1 ? "anmärkning är medgiven" : "anmärkningar är medgivna") i specifikationen.",
                    en: "\(silenced) finding\(silenced == 1 ? " is" : "s are") allowed by the specification."))
        }
        if known > 0 {
            parts.append(
                Message(
                    sv: "\(known) \(known == 1 ? "känd anmärkning" : "kända anmärkningar") ur baslinjen visas inte.",
                    en:
                        "\(known) known finding\(known == 1 ? "" : "s") of the baseline \(known == 1 ? "is" : "are") not shown."
                ))
        }
        if let gone, gone > 0 {
            parts.append(
                Message(
                    sv: "\(gone) ur baslinjen finns inte längre: skriv den på nytt.",
                    en: "\(gone) of the baseline \(gone == 1 ? "is" : "are") gone: write it anew."))
        }
        // A pack in use that asks nothing would pass for a law that found nothing.
        let idle = snapshot.packs.filter { $0.rules.isEmpty && BuiltIn.names.contains($0.name) }.map { "`\($0.name)`" }
        if !idle.isEmpty {
            parts.append(Message(
                sv: "\(idle.joined(separator: " och ")) har ännu bara normer att hänvisa till, inga regler: den lagen har ingen prövat.",
                en: "\(idle.joined(separator: " and ")) \(idle.count == 1 ? "holds" : "hold") only norms to cite so far, and no rules: nobody has asked that law."))
        }
        return parts.isEmpty ? nil : parts.map { $0[language] }.joined(separator: " ")
    }
}

/// A finding's place as readers count it: from 1.
struct Spot {
    var path: String
    var line: Int
    /// In UTF-8 bytes.
    var column: Int
    var endLine: Int
    var endColumn: Int
    /// In UTF-16 code units.
    var column16: Int
    var endColumn16: Int

    init?(_ place: Place, _ files: Files) {
        guard let text = files.text(of: place.file), let range = files.range(of: place) else { return nil }
        let start = text.position(at: range.lowerBound)
        let end = text.position(at: range.upperBound)
        path = text.path
        (line, column, endLine, endColumn) = (start.line + 1, start.utf8 + 1, end.line + 1, end.utf8 + 1)
        column16 = text.utf16Column(at: range.lowerBound) + 1
        endColumn16 = text.utf16Column(at: range.upperBound) + 1
    }
}
