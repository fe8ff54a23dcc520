// What the rules came to about one root, with what it was read from.
import Model
import Source

/// What the rules came to about one root, and what they read to come there.
///
/// INVARIANT: immutable; asked again of the same declarations and kinds, the rules come to the same.
final class RootResult: Sendable {
    let fired: [Fired]
    let waits: [Wait]
    let asked: [Asked]
    let turns: Turns
    /// The declarations and kinds that it was read from.
    let declarations: [Int32]
    let kinds: Set<String>
    /// Whether it has something for a run as a whole to put together; silent roots are most of them.
    let tells: Bool

    init(_ told: Told, _ turns: Turns, declarations: [Int32], kinds: Set<String>) {
        (fired, waits, asked) = (told.fired, told.waits, told.asked)
        (self.turns, self.declarations, self.kinds) = (turns, declarations, kinds)
        tells = !fired.isEmpty || !waits.isEmpty || asked.contains { $0.missing != nil || !$0.vacuous.isEmpty }
    }

    struct Told {
        var fired: [Fired] = []
        var waits: [Wait] = []
        var asked: [Asked] = []
    }

    struct Fired: Sendable {
        let rule: Int32
        let firing: LawResult.Firing
        let silenced: LawResult.Silenced?
        let expired: [Diagnostic]
        /// The permissions of its code that it met.
        let met: [EntityID]
        /// Of what is told of it alone.
        let turns: Turns
        var key: Key { Key(code: firing.code, place: firing.diagnostic.place, message: firing.diagnostic.message.en) }
    }

    /// Two findings of one rule that read alike at one place are one.
    struct Key: Hashable {
        let code: String
        let place: Place
        let message: String
    }

    struct Wait: Sendable {
        let rule: Int32
        let facts: [Evaluation.Gap]
        let place: Place
    }

    struct Asked: Sendable {
        let rule: Int32
        let decision: Decision
        let arguments: [Value]
        /// The facts that are not stated, where it is undetermined.
        let missing: [MissingFact]?
        /// Conclusions that rest on an `every` over nothing.
        let vacuous: [Diagnostic]
    }
}
