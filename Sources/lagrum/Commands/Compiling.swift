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
    /// Of messages.
    var language: Language

    var digest: String { Digest(of: bytes).hex }
}

/// Compiles one activity of a specification. Findings are shown; an error ends the command.
func compile(_ path: String, activity name: String?, _ common: CommonOptions, _ packs: [String], _ colour: Colouring) throws -> CompiledPlan {
    let project = try Project([path], common, packs), language = project.language
    if project.tell() || project.sources.files.isEmpty { throw ExitCode(Exit.usage) }
    let snapshot = check(project.sources, asOf: project.day)
    if !snapshot.findings.isEmpty { show(snapshot.findings, snapshot.files, language, colour, to: .error) }
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
        return CompiledPlan(plan: plan, bytes: try plan.canonicalBytes(), snapshot: snapshot, path: path, language: language)
    } catch let problem as LoweringProblem {
        show(problem.findings, snapshot.files, language, colour, to: .error)
        throw ExitCode(Exit.findings)
    }
}
