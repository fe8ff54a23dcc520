// From a snapshot to a plan: only where no error stands.
import Law
import Model
import Plan
import Source
import Syntax

extension Snapshot {
    /// The activities of the files asked for, in the order of the text.
    public var activities: [EntityID] {
        let asked = Set(sources.files.indices.filter { sources.files[$0].asked }.map(id(of:)))
        return (model.all("activities") ?? []).filter { asked.contains(model.place(of: $0).file) }
    }

    /// The plan of an activity.
    /// - Throws: the errors that stand in its way: the law's, or the engine's limits.
    public func plan(of activity: EntityID) throws(LoweringProblem) -> Plan {
        guard let cleared = cleared() else { throw LoweringProblem(findings: findings.filter { $0.severity == .error }) }
        return try lower(cleared, activity: activity, packs: packDigests())
    }

    /// A pack is named by its words alone: a comment or a line break changes no plan.
    private func packDigests() -> [PackDigest] {
        packs.map { pack in
            let trees = library.files.filter { $0.pack == pack.name }.flatMap { $0.tree.members.map(\.tree) }
            return PackDigest(name: pack.name, digest: Digest(of: trees.flatMap(\.meaning)).hex)
        }
    }
}
