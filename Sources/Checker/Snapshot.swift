// Everything that is known of a set of files at one moment: trees, model, what the law says, and the findings.
import Law
import Model
import Source
import Syntax

/// INVARIANT: immutable; the same texts, packs and day give the same snapshot.
public struct Snapshot: Sendable {
    /// Built-in texts first, then the specifications.
    public let files: Files
    public let sources: SourceSet
    /// Where the specifications begin among the files.
    public let firstSource: Int
    public let model: Model
    let basis: LawBasis
    public let law: LawResult
    /// What syntax, imports and names found, and what the law says, in the order of files and places.
    public let findings: [Diagnostic]
    public let asOf: Day
    /// Asked for by those forms of output that show fixes.
    let derived: Later<DerivedFixes>

    init(files: Files, sources: SourceSet, firstSource: Int, model: Model, basis: LawBasis, law: LawResult, findings: [Diagnostic], asOf: Day) {
        (self.files, self.sources, self.firstSource, self.model) = (files, sources, firstSource, model)
        (self.basis, self.law, self.findings, self.asOf) = (basis, law, findings, asOf)
        derived = Later { DerivedFixes(findings, sources, first: firstSource, files) }
    }

    /// The file id of a specification by its index in the source set.
    public func id(of index: Int) -> FileID { FileID(index: Int32(firstSource + index)) }

    public var packs: [Pack] { library.packs }
    var library: Library { basis.library }

    public func findings(in file: FileID) -> [Diagnostic] { findings.filter { $0.place.file == file } }

    /// The model as cleared; nil while an error stands.
    public func cleared() -> Cleared? { law.cleared(after: findings) }

    public var worst: Severity? { findings.map(\.severity).max() }
}
