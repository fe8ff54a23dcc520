// Findings for machines: one JSON document, with both languages' choice already made. Its schema is Grammar/findings.schema.json.
import Law
import Model
import Plan
import Source

/// `lagrum check --format json`. Lines and columns count from 1; columns count UTF-8 bytes.
public struct FindingsDocument: Encodable, Sendable {
    public struct Position: Encodable, Sendable {
        public var file: String
        public var line: Int
        public var column: Int
        public var endLine: Int
        public var endColumn: Int
    }
    public struct Reason: Encodable, Sendable {
        public var text: String
        public var norm: String?
        public var at: Position?
        public var depth: Int
    }
    /// A change of the texts that mends a finding.
    public struct Fix: Encodable, Sendable {
        public struct Edit: Encodable, Sendable {
            /// What is replaced; an end that is the start is a place to write at.
            public var at: Position
            public var text: String
        }
        public var title: String
        /// `lagrum fix` makes it; others only with `--unsafe`.
        public var safe: Bool
        public var edits: [Edit]
    }
    public struct Finding: Encodable, Sendable {
        public var code: String
        public var slug: String
        public var severity: String
        public var fingerprint: String
        /// In the baseline.
        public var known: Bool
        public var declaration: String?
        public var at: Position?
        public var title: String
        public var message: String
        public var advice: String?
        public var norms: [String]
        public var derivation: [Reason]
        /// nil for none.
        public var fixes: [Fix]?
    }
    public struct Silenced: Encodable, Sendable {
        public var code: String
        public var at: Position?
        public var message: String
        public var because: String
        public var until: String?
        public var by: String?
    }
    public struct Decision: Encodable, Sendable {
        public var decision: String
        public var arguments: [String]
        public var conclusion: String
    }
    public struct Summary: Encodable, Sendable {
        public var errors: Int
        public var warnings: Int
        public var infos: Int
        public var known: Int
        /// Findings that make the check fail.
        public var failing: Int
    }
    public var format = 1
    public var tool: String
    public var asOf: String
    public var language: String
    public var findings: [Finding]
    public var silenced: [Silenced]
    public var decisions: [Decision]
    /// What could not be read.
    public var unread: [String]
    public var summary: Summary
    /// By rule, slowest first, then those that were asked of nothing; nil without `--profile`.
    public var profile: [Cost]?

    public init(_ report: Report) {
        let snapshot = report.snapshot
        let files = snapshot.files
        let language = report.language
        tool = "lagrum \(report.toolVersion)"
        asOf = snapshot.asOf.description
        self.language = language.rawValue
        findings = report.items.map { FindingsDocument.finding($0, snapshot, language) }
        silenced = snapshot.law.silenced.map { silenced in
            Silenced(
                code: silenced.diagnostic.code, at: Position(silenced.diagnostic.place, files),
                message: silenced.diagnostic.message[language],
                because: silenced.because, until: silenced.until?.description, by: silenced.by)
        }
        decisions = snapshot.law.decisions.map { decision in
            Decision(
                decision: decision.decision, arguments: decision.arguments.map { snapshot.model.words($0) },
                conclusion: decision.conclusion ?? "undetermined")
        }
        unread = report.unread.map { $0[language] }
        func count(_ severity: Severity) -> Int { report.items.count { $0.finding.severity == severity } }
        summary = Summary(
            errors: count(.error), warnings: count(.warning), infos: count(.info),
            known: report.items.count { $0.known },
            failing: report.failing.count)
        profile = FindingsDocument.costs(snapshot.law.profile)
    }

    public func bytes() throws -> [UInt8] {
        var rest = self
        rest.findings = []
        return try CanonicalJSON.bytes(of: rest, with: findings, under: "findings")
    }

    static func finding(_ item: Report.Item, _ snapshot: Snapshot, _ language: Language) -> Finding {
        let finding = item.finding, files = snapshot.files
        let fixes = snapshot.allFixes(for: finding).compactMap { Fix($0, files, language) }
        return Finding(
            code: finding.code, slug: finding.slug, severity: finding.severity.rawValue, fingerprint: item.fingerprint,
            known: item.known,
            declaration: item.declaration, at: Position(finding.place, files), title: finding.title[language],
            message: finding.message[language],
            advice: finding.advice?[language], norms: finding.norms,
            derivation: finding.notes.map { Reason($0, files, language) }, fixes: fixes.isEmpty ? nil : fixes)
    }
}

extension FindingsDocument.Position {
    init?(_ place: Place, _ files: Files) {
        guard let spot = Spot(place, files) else { return nil }
        self.init(
            file: spot.path, line: spot.line, column: spot.column, endLine: spot.endLine, endColumn: spot.endColumn)
    }
}

extension FindingsDocument.Fix {
    init?(_ fix: Source.Fix, _ files: Files, _ language: Language) {
        let edits = fix.edits.compactMap { edit in FindingsDocument.Position(edit.place, files).map { Edit(at: $0, text: edit.text) } }
        guard !edits.isEmpty, edits.count == fix.edits.count else { return nil }
        self.init(title: fix.title[language], safe: fix.isSafe, edits: edits)
    }
}

extension FindingsDocument.Reason {
    init(_ note: Note, _ files: Files, _ language: Language) {
        self.init(
            text: note.text[language], norm: note.norm, at: note.place.flatMap { .init($0, files) }, depth: note.depth)
    }
}

extension Model {
    /// An argument of a decision, as a reader names it.
    func words(_ value: Value) -> String {
        if case .entity(let id) = value { name(of: id) } else { "\(value)" }
    }
}
