// `lagrum plan`: compiles an activity to its canonical plan.
import ArgumentParser
import Plan
import Source

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Compiles a lawful activity to its canonical plan.",
        discussion: "The same meaning gives the same bytes, so that the plan's SHA-256 names it. Beside PLAN.json stands PLAN.sources.json: which specification it came from.")

    @Argument(help: ArgumentHelp("The specification.", valueName: "specification"))
    var path: String

    @Option(help: "Which activity, where the specification has several.")
    var activity: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("The plan's file. Without it, the plan goes to standard output.", valueName: "plan.json"))
    var output: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
        let compiled = try compile(path, activity: activity, common)
        guard let output else { return Terminal.write(compiled.bytes) }
        let origin = PlanOrigin(specification: path, of: output, activity: compiled.plan.activity.name, digest: compiled.digest)
        do {
            try Writing.write(compiled.bytes, to: output)
            try Writing.write(try CanonicalJSON.bytes(of: origin), to: PlanOrigin.path(beside: output))
        } catch let problem as Writing.Problem {
            Terminal.write("lagrum: \(problem.message[compiled.language])\n", to: .error)
            throw ExitCode(Exit.failed)
        }
        Terminal.write(compiled.language == .sv
            ? "Planen \(compiled.digest) står i \(output).\n" : "Plan \(compiled.digest) written to \(output).\n")
    }
}
