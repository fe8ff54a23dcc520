// The developer's program: measures parts of the engine on data outside the repository, and makes what the checker is measured on.
import ArgumentParser

@main
struct LagrumBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lagrum-bench", abstract: "Measures the engine and the checker. Not installed; figures are for developers.",
        subcommands: [BenchMST.self, EstateCommand.self, MutateCommand.self, ShapesCommand.self])
}
