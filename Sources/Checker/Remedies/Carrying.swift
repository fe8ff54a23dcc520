// Which step carries a safeguard out.
import Model

/// Which steps can be said to carry a safeguard out: those whose verb does what it is; what no verb does is said of the step that reads first.
enum Carrying {
    private static let verbs: [VerbName: Set<String>] = [
        .mask: ["Masking"], .pseudonymise: ["Pseudonymisation"], .aggregate: ["Aggregation"], .learn: ["Synthesis", "DifferentialPrivacy"],
        .generate: ["Synthesis", "DifferentialPrivacy"], .clean: ["Minimisation"], .consolidate: ["Minimisation"], .review: ["HumanReview"], .disclose: ["SecrecyReservation"],
    ]
    private static let known = verbs.values.reduce(into: Set<String>()) { $0.formUnion($1) }

    static func fits(_ step: EntityID, _ safeguard: Value?, _ model: Model) -> Bool {
        guard case .entity(let concept)? = safeguard, let steps = model.pipeline(of: EntityID(declaration: step.declaration))?.steps, let own = steps.first(where: { $0.entity == step })
        else { return false }
        let name = model.name(of: concept)
        return known.contains(name) ? verbs[own.verb]?.contains(name) ?? false : steps.first?.entity == step
    }
}
