// A model that the law clears: the only thing from which a plan can be made.
import Model
import Source

/// INVARIANT: only this file makes one, and only when no error stands in the model, the packs or the law's findings.
public struct Cleared: Sendable {
    public let model: Model
    public let result: LawResult
    public var asOf: Day { result.asOf }

    fileprivate init(_ result: LawResult) { (model, self.result) = (result.model, result) }
}

extension LawResult {
    /// The model as cleared; nil while an error stands.
    /// - Parameter earlier: what syntax and names found in the same files.
    public func cleared(after earlier: [Diagnostic] = []) -> Cleared? {
        let all = earlier + model.findings + packs.flatMap(\.diagnostics) + findings
        return all.contains { $0.severity == .error } ? nil : Cleared(self)
    }
}
