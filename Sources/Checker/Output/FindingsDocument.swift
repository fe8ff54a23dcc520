// Findings for machines: one JSON document, with both languages' choice already made.
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
    public struct Finding: Encodable, Sendable {
        public var code: String
        public var slug: String
        public var severity: String
        public var at: Position?
        public var title: String
        public var message: String
        public var advice: String?
        public var norms: [String]
        public var derivation: [Reason]
    }
    public struct Decision: Encodable, Sendable {
        public var decision: String
        public var arguments: [String]
        public var conclusion: String
    }
    public var format = 1
    public var asOf: String
    public var language: String
    public var findings: [Finding]
    public var decisions: [Decision]

    public init(_ snapshot: Snapshot, language: Language) {
        asOf = snapshot.asOf.description
        self.language = language.rawValue
        findings = snapshot.findings.map { FindingsDocument.finding($0, snapshot.files, language) }
        decisions = snapshot.law.decisions.map { decision in
            Decision(
                decision: decision.decision,
                arguments: decision.arguments.map { if case .entity(let id) = $0 { snapshot.model.name(of: id) } else { "\($0)" } },
                conclusion: decision.conclusion ?? "undetermined")
        }
    }

    public func bytes() throws -> [UInt8] { try CanonicalJSON.bytes(of: self) }

    private static func finding(_ finding: Diagnostic, _ files: Files, _ language: Language) -> Finding {
        Finding(
            code: finding.code, slug: finding.slug, severity: finding.severity.rawValue, at: position(finding.place, files), title: finding.title[language],
            message: finding.message[language], advice: finding.advice?[language], norms: finding.norms,
            derivation: finding.notes.map { Reason(text: $0.text[language], norm: $0.norm, at: $0.place.flatMap { position($0, files) }, depth: $0.depth) })
    }

    private static func position(_ place: Place, _ files: Files) -> Position? {
        guard let text = files.text(of: place.file), let range = files.range(of: place) else { return nil }
        let start = text.position(at: range.lowerBound), end = text.position(at: range.upperBound)
        return Position(file: text.path, line: start.line + 1, column: start.utf8 + 1, endLine: end.line + 1, endColumn: end.utf8 + 1)
    }
}
