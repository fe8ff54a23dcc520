// A conclusion better than the worst that rests on an `every` over nothing is a mistake of the pack, told where it stands.
import Model
import Source

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

    /// Each `every` over nothing that a group's conclusion rests on.
    private func vacuousGrounds(of group: DecisionResult.Group, in decision: Decision) -> [Node] {
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
