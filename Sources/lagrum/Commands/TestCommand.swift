// `lagrum test`: runs the tests that specifications and packs carry.
import ArgumentParser
import Checker
import Source

struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Runs the test blocks of specifications.",
        discussion: "Exit code 0: all passed; 1: a test failed; 2: something could not be read, or there is no test.")

    @Argument(help: ArgumentHelp("Specifications, or folders of them. Default: the sources of lagrum.yaml.", valueName: "path"))
    var paths: [String] = []

    @Option(help: "Only the tests whose title holds this text.")
    var filter: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
        let project = try Project(paths, common), language = project.language
        let unreadable = project.tell()
        let outcomes = runTests(project.sources, today: project.day).filter { outcome in filter.map { outcome.title.contains($0) } ?? true }
        for outcome in outcomes {
            let mark = outcome.failures.isEmpty ? (language == .sv ? "klarat" : "passed") : (language == .sv ? "FEL   " : "FAILED")
            Terminal.write("\(mark)  \(outcome.path):\(outcome.line)  \(outcome.title)\n")
            if !outcome.failures.isEmpty { show(outcome.failures, outcome.files, language) }
        }
        let failed = outcomes.count { !$0.failures.isEmpty }
        Terminal.write(language == .sv
            ? "\(outcomes.count - failed) klarade, \(failed) inte.\n" : "\(outcomes.count - failed) passed, \(failed) failed.\n")
        if unreadable { throw ExitCode(Exit.usage) }
        if outcomes.isEmpty {
            Terminal.write(language == .sv ? "lagrum: Det finns inget test här.\n" : "lagrum: There is no test here.\n", to: .error)
            throw ExitCode(Exit.usage)
        }
        if failed > 0 { throw ExitCode(Exit.findings) }
    }
}
