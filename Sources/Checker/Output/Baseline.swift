// Findings that an old estate has when it adopts the tool: known by fingerprint, counted and told; new ones fail.
import Plan
import Source

public struct Baseline: Codable, Sendable {
    public struct Entry: Codable, Sendable, Hashable {
        public var fingerprint: String
        /// For the reader of the file; the fingerprint alone decides.
        public var code: String
        public var file: String
        public var declaration: String?
    }
    public var format = 1
    /// By file, code and fingerprint.
    public var findings: [Entry]

    public init(_ report: Report) {
        findings = report.items.map { item in
            Entry(
                fingerprint: item.fingerprint, code: item.finding.code,
                file: report.snapshot.files.text(of: item.finding.place.file)?.path ?? "", declaration: item.declaration
            )
        }.sorted { ($0.file, $0.code, $0.fingerprint) < ($1.file, $1.code, $1.fingerprint) }
    }

    public enum Problem: Error, Sendable, Equatable {
        case notABaseline
        /// Written by a later version.
        case format(Int)

        public func message(_ path: String) -> Message {
            switch self {
            case .notABaseline:
                Message(
                    sv: "`\(path)` är ingen baslinje som `--write-baseline` har skrivit.",
                    en: "`\(path)` is no baseline that `--write-baseline` has written.")
            case .format(let found):
                Message(
                    sv: "`\(path)` har format \(found), som den här versionen inte läser.",
                    en: "`\(path)` has format \(found), which this version does not read.")
            }
        }
    }

    public init(reading bytes: [UInt8]) throws(Problem) {
        struct Head: Decodable { var format: Int }
        guard let head = try? CanonicalJSON.value(Head.self, from: bytes) else { throw .notABaseline }
        guard head.format == 1 else { throw .format(head.format) }
        guard let read = try? CanonicalJSON.value(Baseline.self, from: bytes) else { throw .notABaseline }
        self = read
    }

    public func bytes() throws -> [UInt8] { try CanonicalJSON.bytes(of: self) }
}
