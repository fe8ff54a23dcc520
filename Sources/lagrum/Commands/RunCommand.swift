// `lagrum run`: compiles a specification and runs its plan, or runs a plan that its specification still gives.
import ArgumentParser
import Checker
import Glibc
import Plan
import Source

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Runs the plan of a specification.",
        discussion: """
            With a specification, compiles it and runs the plan. With a plan (PLAN.json), runs it only when the specification beside it, \
            named in PLAN.sources.json, still gives the same plan. Exit code 0: released; 1: findings; 2: unreadable input; 3: a gate \
            failed; 4: the plan is not what the specification gives, or is not to be run today; 5: the run failed; 130: interrupted.
            """)

    @Argument(help: ArgumentHelp("A specification, or a plan with its specification beside it.", valueName: "specification|plan"))
    var path: String

    @Option(help: "Which activity, where the specification has several.")
    var activity: String?

    @Option(help: ArgumentHelp("Where the run's folder is made.", valueName: "folder"))
    var runs: String = "runs"

    @Option(name: .long, help: ArgumentHelp("Read a dataset from another path than the specification's.", valueName: "dataset=path"))
    var data: [String] = []

    @Option(help: "Progress: auto, plain, json or none.")
    var progress: String = "auto"

    @OptionGroup var common: CommonOptions

    func run() throws {
        let compiled = path.hasSuffix(".json") ? try verified(path) : try compile(path, activity: activity, common)
        throw ExitCode(try Engine.run(
            compiled.bytes, base: Paths.folder(of: Writing.absolute(compiled.path)),
            arguments: ["--runs", runs, "--progress", progress, "--lang", compiled.language.rawValue] + data.flatMap { ["--data", $0] }, compiled.language))
    }

    /// The plan file, when its specification still gives the same bytes.
    private func verified(_ path: String) throws -> CompiledPlan {
        let bytes: [UInt8], origin: PlanOrigin
        do throws(ReadProblem) { bytes = try Reading.bytes(of: path) } catch { throw refuse(error.message(path), Exit.usage) }
        let beside = PlanOrigin.path(beside: path)
        do {
            origin = try CanonicalJSON.value(from: try Reading.bytes(of: beside))
        } catch {
            throw refuse(Message(
                sv: "Planen körs bara med sin specifikation: `\(beside)` finns inte eller går inte att läsa. Kör `lagrum plan` igen.",
                en: "A plan runs only with its specification: `\(beside)` is missing or can't be read. Run `lagrum plan` again."), Exit.usage)
        }
        let compiled = try compile(Paths.resolve(origin.specification, from: Paths.normal(path)), activity: origin.activity, common)
        if compiled.bytes == bytes { return compiled }
        throw refuse(Message(
            sv: "Planen är inte den som specifikationen ger nu: \(Digest(of: bytes).hex.prefix(12)) mot \(compiled.digest.prefix(12)). Kör `lagrum plan` igen och läs vad som ändrats.",
            en: "The plan is not what the specification gives now: \(Digest(of: bytes).hex.prefix(12)) against \(compiled.digest.prefix(12)). Run `lagrum plan` again and read what changed."), 4)
    }

    private func refuse(_ message: Message, _ code: Int32) -> ExitCode {
        Terminal.write("lagrum: \(message[common.language])\n", to: .error)
        return ExitCode(code)
    }
}
