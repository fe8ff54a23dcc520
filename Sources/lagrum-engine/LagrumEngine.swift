// The program that runs plans; `lagrum run` starts it.
import ArgumentParser

@main
struct LagrumEngine: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "lagrum-engine", abstract: "Runs an approved plan. Started by `lagrum run`.")
}
