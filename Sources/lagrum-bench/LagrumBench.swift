// The developer's program: measures parts of the engine on data outside the repository, and prints figures as JSON.
import ArgumentParser

@main
struct LagrumBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lagrum-bench", abstract: "Measures the engine. Not installed; figures are for developers.",
        subcommands: [BenchMST.self])
}
