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
    var configuration: Configuration?
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
            : name.map { Message(sv: "Det finns ingen behandling `\($0)`; de som finns: \(names).", en: "There is no activity `\($0)`; those that exist: \(names).") }
                ?? Message(sv: "Ange en behandling med --activity: \(names).", en: "Say which activity with --activity: \(names).")
        Terminal.write("lagrum: \(message[language])\n", to: .error)
        throw ExitCode(Exit.usage)
    }
    do {
        let plan = try snapshot.plan(of: activity)
        return CompiledPlan(plan: plan, bytes: try plan.canonicalBytes(), snapshot: snapshot, path: path, configuration: project.configuration, language: language)
    } catch let problem as LoweringProblem {
        show(problem.findings, snapshot.files, language, colour, to: .error)
        throw ExitCode(Exit.findings)
    }
}

extension CompiledPlan {
    /// Why lagrum.yaml does not let it be run: an approval that nobody can have given, or a budget that it would overdraw.
    var obstacle: Message? {
        guard let configuration else { return nil }
        if !configuration.approvals.required.isEmpty {
            let roles = configuration.approvals.required.map(\.value).joined(separator: ", ")
            return Message(
                sv: "`\(configuration.text.path)` kräver godkännande av \(roles), och den här versionen prövar inga underskrifter. Planen körs inte.",
                en: "`\(configuration.text.path)` requires the approval of \(roles), and this version verifies no signatures. The plan is not run.")
        }
        for budget in configuration.budgets {
            let spent = plan.budgets.filter { $0.dataset == budget.dataset.value }
            // What has no room is beyond every budget.
            let epsilon = Exact.sum(spent.map(\.epsilon)), delta = Exact.sum(spent.map(\.delta))
            if let epsilon, let delta, epsilon <= budget.epsilon, budget.delta.map({ delta <= $0 }) ?? true { continue }
            let wanted = "ε \(epsilon.map(\.description) ?? "∞"), δ \(delta.map(\.description) ?? "∞")"
            let limit = "ε \(budget.epsilon)" + (budget.delta.map { ", δ \($0)" } ?? "")
            return Message(
                sv: "Planen skulle använda \(wanted) av `\(budget.dataset.value)`, vars budget i `\(configuration.text.path)` är \(limit). Den körs inte.",
                en: "The plan would spend \(wanted) of `\(budget.dataset.value)`, whose budget in `\(configuration.text.path)` is \(limit). It is not run.")
        }
        return nil
    }
}
