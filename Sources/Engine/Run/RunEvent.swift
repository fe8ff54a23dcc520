// What a run tells while it runs. INVARIANT: no value of a personal column: names, counts, times.
import Evidence
import Source

public enum RunEvent: Sendable {
    case started(run: String, folder: String, steps: Int)
    /// `of` counts the reading of the sources as a step.
    case stepStarted(step: String, verb: String, number: Int, of: Int)
    /// `share` is 0...1 where it is known how much there is.
    case progress(step: String, done: Int, share: Double?)
    case warning(Message)
    case stepFinished(StepRecord)
    case gate(GateRecord)
    case deleted(DeletionRecord)
    case released(ReleaseRecord)
    case finished(outcome: Evidence.Outcome, folder: String, released: [String])
}
