// What stands at a place of a specification: its findings and the decisions that touch it, each with its whole derivation.
import Law
import Model
import Source
import Syntax

/// `lagrum explain FILE:LINE[:COL]`.
public struct Explanation: Sendable {
    public struct Decision: Sendable {
        public var name: String
        public var arguments: [String]
        public var title: Message
        public var conclusion: String?
        /// The conclusion in words.
        public var words: Message?
        public var notes: [Note]
    }

    public let snapshot: Snapshot
    public let path: String
    /// From 1; a column counts UTF-8 bytes.
    public let line: Int
    public let column: Int?
    /// The line itself.
    public let text: String
    /// The top-level declaration that holds the line.
    public let declaration: String?
    public let findings: [Diagnostic]
    /// Findings elsewhere in the same declaration.
    public let nearby: [Diagnostic]
    public let decisions: [Decision]

    /// nil when the file is not in the check, or has no such line.
    public init?(_ snapshot: Snapshot, path: String, line: Int, column: Int?) {
        let path = Paths.normal(path)
        guard let index = snapshot.sources.files.firstIndex(where: { $0.path == path }) else { return nil }
        let text = snapshot.sources.files[index].tree.text
        guard line >= 1, line <= text.lineStarts.count, column.map({ $0 >= 1 }) ?? true else { return nil }
        (self.snapshot, self.path, self.line, self.column) = (snapshot, path, line, column)
        let file = snapshot.id(of: index)
        let bounds = text.range(ofLine: line - 1)
        self.text = text.string(in: bounds)
        // A column names a point; a line alone, all of it.
        let asked =
            column.map { column in
                let offset = min(bounds.lowerBound + column - 1, bounds.upperBound)
                return offset..<offset
            } ?? bounds
        func meets(_ place: Place) -> Bool {
            guard place.file == file, let range = snapshot.files.range(of: place) else { return false }
            return range.lowerBound <= asked.upperBound && asked.lowerBound <= range.upperBound
        }
        let here = snapshot.findings(in: file)
        findings = here.filter { meets($0.place) }
        let member = Explanation.member(at: asked.lowerBound, of: snapshot.sources.files[index].tree)
        declaration = member.flatMap { snapshot.declaration(at: Place(file: file, member: $0, span: Span(0..<0))) }
        nearby = here.filter { $0.place.member == member && !meets($0.place) }

        // A decision touches what it is about, what its reasons rest on there, and what the word there names.
        let word = column.flatMap { _ in Explanation.word(at: asked.lowerBound, in: text) }
        let model = snapshot.model
        // Reasons are made for those that are told.
        let touching = snapshot.law.decisions.map { snapshot.law.explained($0) }.filter { decision in
            decision.arguments.contains { argument in
                guard case .entity(let id) = argument else { return false }
                let place = model.place(of: id)
                return (place.file == file && place.member == member) || model.name(of: id) == word
            } || decision.derivation.contains { $0.place.map(meets) ?? false }
        }
        decisions = touching.filter { decision in
            // The group that decides is told in the decision on them all.
            !touching.contains { whole in
                whole.decision == decision.decision && whole.arguments.count < decision.arguments.count
                    && decision.arguments.starts(with: whole.arguments) && whole.conclusion == decision.conclusion
                    && whole.worst.first?.element == decision.arguments.last
            }
        }.map { decision in
            let title = snapshot.packs.lazy.compactMap { $0.decision(decision.decision) }.first?.title
            return Decision(
                name: decision.decision, arguments: decision.arguments.map { model.words($0) },
                title: title ?? Message(sv: decision.decision, en: decision.decision), conclusion: decision.conclusion,
                words: decision.conclusionText, notes: decision.derivation)
        }
    }

    private static func member(at offset: Int, of tree: FileTree) -> Int32? {
        let starts = tree.memberStarts
        guard let index = starts.lastIndex(where: { $0 <= offset }), let root = tree.members[index].tree.root else {
            return nil
        }
        // Comments and blank lines before a member are its bytes, but not in it.
        return Int(root.span.end) + starts[index] >= offset ? Int32(index) : nil
    }

    /// The name under a point.
    private static func word(at offset: Int, in text: Text) -> String? {
        func isName(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
                true
            default: false
            }
        }
        var low = offset
        var high = offset
        while low > 0, isName(text.bytes[low - 1]) { low -= 1 }
        while high < text.bytes.count, isName(text.bytes[high]) { high += 1 }
        return low < high ? text.string(in: low..<high) : nil
    }
}
