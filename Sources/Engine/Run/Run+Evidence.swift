// The evidence and the report, written whole.
import Evidence
import Plan
import Source

extension Run {
    /// - Returns: what kept them from being written.
    mutating func writeEvidence(_ outcome: Evidence.Outcome) -> RunError? {
        evidence.outcome = outcome
        evidence.finishedAt = options.clock().description
        do {
            try writeWhole(folder.evidence, try CanonicalJSON.bytes(of: evidence))
            try writeWhole(folder.report, Array(report(evidence, language: options.language).utf8))
            return nil
        } catch {
            let fault = RunError(error, step: "evidence", path: folder.evidence)
            events(.warning(fault.message))
            return fault
        }
    }
}
