// Findings as an editor shows them: what is underlined, what it says, and where its reasons stand.
import Checker
import Law
import Source

/// One underlined stretch of a file. Ranges are byte offsets.
public struct Mark: Sendable {
    public struct Reason: Sendable {
        public var text: Text
        public var range: Range<Int>
        public var message: String
    }
    public var range: Range<Int>
    public var severity: Severity
    public var code: String
    public var message: String
    /// The text of the first norm that has one, as the pack gives it.
    public var link: String?
    /// The derivation's steps that stand somewhere, in reading order.
    public var reasons: [Reason]
}

extension Snapshot {
    /// The marks of a specification, by its index among the files asked for.
    public func marks(in index: Int, language: Language) -> [Mark] {
        findings(in: id(of: index)).map { finding in
            let message = [finding.message[language], finding.advice?[language]].compactMap { $0 }.joined(separator: "\n")
            return Mark(
                range: files.range(of: finding.place) ?? 0..<0, severity: finding.severity, code: finding.code, message: message, link: link(finding.norms),
                reasons: finding.notes.compactMap { reason($0, language) })
        }
    }

    private func link(_ norms: [String]) -> String? {
        norms.lazy.compactMap { id in packs.lazy.compactMap { $0.norms[id]?.url }.first }.first { $0.hasPrefix("https://") || $0.hasPrefix("http://") }
    }

    private func reason(_ note: Note, _ language: Language) -> Mark.Reason? {
        guard let place = note.place, let text = files.text(of: place.file), let range = files.range(of: place) else { return nil }
        return Mark.Reason(text: text, range: range, message: note.text[language] + (note.norm.map { " [\($0)]" } ?? ""))
    }
}
