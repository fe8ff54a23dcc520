// From a specification to a plan, as `plan` and `run` need it.
import ArgumentParser
import Checker
import Plan
import Source

struct CompiledPlan {
    var plan: Plan
    var bytes: [UInt8]
    var snapshot: Snapshot
    /// The specification asked for.
    var path: String

    var digest: String { Digest(of: bytes).hex }
}

/// Compiles one activity of a specification. Findings are shown; an error ends the command.
func compile(_ path: String, activity name: String?, _ common: CommonOptions) throws -> CompiledPlan {
    let language = common.language
    let read = Specifications(paths: [path])
    if read.tell(language) || read.sources.files.isEmpty { throw ExitCode(Exit.usage) }
    let snapshot = check(read.sources, asOf: common.day)
    if !snapshot.findings.isEmpty { show(snapshot.findings, snapshot.files, language, to: .error) }
    if snapshot.worst == .error {
        Terminal.write(summary(snapshot.findings, language) + "\n", to: .error)
        throw ExitCode(Exit.findings)
    }
    let activities = snapshot.activities
    guard let activity = name.map({ name in activities.first { snapshot.model.name(of: $0) == name } }) ?? (activities.count == 1 ? activities.first : nil) else {
        let names = activities.map { snapshot.model.name(of: $0) }.joined(separator: ", ")
        let message = activities.isEmpty
            ? Message(sv: "`\(path)` har ingen behandling att planera.", en: "`\(path)` has no activity to plan.")
            : Message(sv: "Ange en behandling med --activity: \(names).", en: "Say which activity with --activity: \(names).")
        Terminal.write("lagrum: \(message[language])\n", to: .error)
        throw ExitCode(Exit.usage)
    }
    do {
        let plan = try snapshot.plan(of: activity)
        return CompiledPlan(plan: plan, bytes: try plan.canonicalBytes(), snapshot: snapshot, path: path)
    } catch let problem as LoweringProblem {
        show(problem.findings, snapshot.files, language, to: .error)
        throw ExitCode(Exit.findings)
    }
}
