// What would make it lawful: for a finding, the smallest sets of edits that remove it and bring no new error.
import Law
import Model
import Source
import Syntax

/// One way out: applied to the text and checked again before it is offered.
public struct Remedy: Sendable {
    public struct Part: Sendable {
        /// What is done, as an instruction.
        public var title: Message
        public var cost: Int
        /// What a human must still do, decide or write.
        public var human: Message?
        /// A short stable name of the kind of edit: "tell", "opt-out", "leave-out".
        public var kind: String
    }
    public struct FileEdit: Sendable {
        public var path: String
        public var old: [UInt8]
        public var new: [UInt8]
    }
    public var parts: [Part]
    public var cost: Int
    public var files: [FileEdit]
    /// Texts that are left as `"…"` for a human to write; until then a finding N039 stands.
    public var blanks: Int
    /// Codes of other findings that go with it.
    public var alsoRemoves: [String]
    /// Codes of warnings and remarks that it brings.
    public var brings: [String]
}

/// A fact that only the author knows, or a ground that only a human may take: asked for, never offered.
public struct RemedyQuestion: Sendable, Hashable {
    public enum Kind: String, Sendable { case notStated, judgement }
    public var kind: Kind
    public var text: Message
    public var place: Place?
}

public struct RemedyAnswer: Sendable {
    public var finding: Diagnostic
    /// Cheapest first.
    public var remedies: [Remedy]
    public var questions: [RemedyQuestion]
    /// How many texts were checked.
    public var checked: Int
    /// False when the search met its bound on candidates: there may be more.
    public var complete: Bool
    /// False where no edit of the kinds that remedies make touches what the finding rests on.
    public var isLaw: Bool
}

public enum RemedyLimits {
    /// At most so many edits in one remedy.
    public static let edits = 3
    /// At most so many texts checked for one finding.
    public static let candidates = 1500
}

extension Snapshot {
    /// The smallest sets of edits that remove a finding without a new error, cheapest first. Pure: reads nothing but the snapshot.
    ///
    /// Sound: each is applied to the text and checked again. Complete up to `RemedyLimits.edits` edits of the kinds that
    /// `RemedyEdit` lists, when `complete` says so.
    /// - Parameter progress: called with the number of texts checked; false ends the search.
    public func remedies(for finding: Diagnostic, limit: Int = RemedyLimits.candidates, progress: (Int) -> Bool = { _ in true }) -> RemedyAnswer {
        let targets = law.firings.filter { !$0.silenced && $0.diagnostic.code == finding.code && stands($0, as: finding) }
        guard let first = targets.first else {
            return RemedyAnswer(finding: finding, remedies: [], questions: RemedyQuestion.of(finding, nil, self), checked: 0, complete: true, isLaw: false)
        }
        let space = RemedySpace(self, targets), wishes = law.wishes(of: first)
        var search = RemedySearch(space, limit: limit)
        search.run(progress)
        return RemedyAnswer(
            finding: finding, remedies: search.found.map { space.remedy($0) }.sorted(by: Remedy.precedes),
            questions: RemedyQuestion.of(finding, law.grounds(of: first), self, open: WishEdits(space: space, model: model).open(of: (wishes?.found ?? []) + (wishes?.dismissed ?? []))),
            checked: search.checked, complete: search.complete, isLaw: true)
    }

    private func stands(_ firing: LawResult.Firing, as finding: Diagnostic) -> Bool {
        firing.diagnostic.place == finding.place && firing.diagnostic.message == finding.message
    }
}

extension Remedy {
    static func precedes(_ left: Remedy, _ right: Remedy) -> Bool {
        if left.cost != right.cost { return left.cost < right.cost }
        if left.blanks != right.blanks { return left.blanks < right.blanks }
        if left.parts.count != right.parts.count { return left.parts.count < right.parts.count }
        return left.parts.map(\.title.en).lexicographicallyPrecedes(right.parts.map(\.title.en))
    }
}
