// The program for authors, reviewers and CI: check, test, plan, run, lsp.
import ArgumentParser

@main
struct Lagrum: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "lagrum", abstract: "Checks, compiles and runs definitions of personal-data processing.")
}
