// A conclusion better than the worst that rests on an `every` over nothing is a mistake of the pack, told where it stands.
import Model
import Source

/// Watches over each `every` that is asked of nothing.
struct Vacuity {
    /// Those that count as no, and not as yes: what then comes out otherwise rests on them.
    var flipped: Set<ObjectIdentifier> = []
    private(set) var met: [Node] = []

    mutating func meet(_ node: Node) {
        if !met.contains(where: { $0 === node }) { met.append(node) }
    }
}

extension Evaluation {
    func vacuous(_ result: DecisionResult) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for group in result.groups {
            guard let conclusion = group.conclusion, conclusion != result.source.conclusions.last else { continue }
            for node in vacuousGrounds(of: group, in: result.source) {
                found.append(PackFinding.vacuous(node, result.decision, conclusion))
            }
        }
        return found
    }

    /// Each `every` over nothing that a group's conclusion rests on: that makes its row hold, or without which a row above would
    /// have held, or a factor had another value.
    private func vacuousGrounds(of group: DecisionResult.Group, in decision: Decision) -> [Node] {
        var told = vacuousReasons(of: group, in: decision)
        let outer = (undecided, gaps, metVacuous, turns, decisionCache, decisionOrder, decisionTimes)
        defer {
            (undecided, gaps, metVacuous, turns, decisionCache, decisionOrder, decisionTimes) = outer
            vacuity = nil
        }
        /// The conclusions with some of them counted as no, and what was met on the way.
        func explored(_ flipped: [Node]) -> (conclusions: [Int], met: [Node]) {
            vacuity = Vacuity(flipped: Set(flipped.map(ObjectIdentifier.init)))
            // What was asked before was asked without them.
            decisionCache = [:]
            let conclusions = Exploration(self, decision, [group.frame]).conclusions
            return (conclusions, vacuity?.met ?? [])
        }
        let (conclusions, met) = explored([])
        for node in met where !told.contains(where: { $0 === node }) && explored([node]).conclusions != conclusions { told.append(node) }
        // Several that each would be enough: none alone makes a difference, and the conclusion rests on all of them. Some are asked
        // only where those before them say no.
        guard told.isEmpty, !met.isEmpty else { return told }
        var together = met
        while true {
            let (otherwise, further) = explored(together)
            if otherwise != conclusions { break }
            let more = further.filter { node in !together.contains { $0 === node } }
            if more.isEmpty { return [] }
            together += more
        }
        for node in together {
            let fewer = together.filter { $0 !== node }
            if explored(fewer).conclusions != conclusions { together = fewer }
        }
        return together
    }

    /// Those that the row which concluded, or a factor that it names, holds because of.
    private func vacuousReasons(of group: DecisionResult.Group, in decision: Decision) -> [Node] {
        weighing.append(Weighing(decision, group.frame))
        defer { weighing.removeLast() }
        var derivation = Derivation()
        var frame = group.frame
        for row in group.rows {
            if let guardNode = decision.rows[row].guardNode { explain(guardNode, &frame, 0, &derivation) }
        }
        return derivation.vacuous
    }
}
