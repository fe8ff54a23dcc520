// `lagrum test`: runs the tests that specifications and packs carry.
import ArgumentParser
import Checker
import Source

struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: told(sv: "Kör specifikationers test-block.", en: "Runs the test blocks of specifications."),
        discussion: told(
            sv: "Slutkod 0: alla klarades; 1: ett test klarades inte; 2: något kunde inte läsas, eller det finns inget test.",
            en: "Exit code 0: all passed; 1: a test failed; 2: something could not be read, or there is no test."))

    @Argument(help: .told(
        sv: "Specifikationer, mappar med sådana, eller - för standard in. Utan dem: `sources` i lagrum.yaml.",
        en: "Specifications, folders of them, or - for standard input. Without them: `sources` of lagrum.yaml.", value: ArgumentHelp.path), completion: .specification)
    var paths: [String] = []

    @Option(help: .told(sv: "Bara de test vars titel innehåller denna text.", en: "Only the tests whose title holds this text.", value: Message(sv: "text", en: "text")))
    var filter: String?

    @OptionGroup var input: InputOption
    @OptionGroup var colour: ColourOption
    @OptionGroup var common: CommonOptions

    func run() throws {
        let project = try Project(paths, common, stdinPath: input.stdinPath), language = project.language
        let unreadable = project.tell()
        let outcomes = runTests(project.sources, today: project.day).filter { outcome in filter.map { outcome.title.contains($0) } ?? true }
        for outcome in outcomes {
            let mark = outcome.failures.isEmpty ? (language == .sv ? "klarat" : "passed") : (language == .sv ? "FEL   " : "FAILED")
            Terminal.write("\(mark)  \(outcome.path):\(outcome.line)  \(outcome.title)\n")
            if !outcome.failures.isEmpty { show(outcome.failures, outcome.files, language, colour) }
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
