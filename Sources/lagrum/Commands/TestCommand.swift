// `lagrum test`: runs the tests that specifications and packs carry.
import ArgumentParser
import Checker
import Plan
import Source

struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", _superCommandName: Lagrum.name, abstract: told(sv: "Kör test-blocken i specifikationer, lagpaket och reglers sidor.", en: "Runs the test blocks of specifications, packs and rules' pages."),
        discussion: told(
            sv: """
                I en mapp körs också exemplen på sidan KOD.md som ligger bredvid filen som deklarerar KOD. Slutkod 0: alla klarades; 1: ett test \
                klarades inte, eller täckningen är för låg; 2: något kunde inte läsas, eller det finns inget test.
                """,
            en: """
                In a folder, the examples of the page CODE.md beside the file that declares CODE are run too. Exit code 0: all passed; 1: a test failed, or \
                coverage is too low; 2: something could not be read, or there is no test.
                """))

    enum CoverageFormat: String, Choice { case text, json }

    @Argument(help: .told(
        sv: "Specifikationer, mappar med sådana, eller - för standard in. Utan dem: `sources` i lagrum.yaml.",
        en: "Specifications, folders of them, or - for standard input. Without them: `sources` of lagrum.yaml.", value: ArgumentHelp.path), completion: .specification)
    var paths: [String] = []

    @Option(help: .told(sv: "Bara de test vars titel innehåller denna text.", en: "Only the tests whose title holds this text.", value: Message(sv: "text", en: "text")))
    var filter: String?

    @Option(help: .told(
        sv: "Visar vilka regler och kombinationer av faktorer som testen prövar: text, eller json i stället för testens rader.",
        en: "Shows which rules and combinations of factors the tests try: text, or json in place of the tests' lines.", value: Message(sv: "form", en: "format")))
    var coverage: CoverageFormat?

    @Option(help: .told(
        sv: "Den minsta andel regler, i procent, som testen ska ha sett både slå till och tiga.",
        en: "The least share of rules, in percent, that the tests must have seen both fire and keep silent.", value: Message(sv: "procent", en: "percent")))
    var minCoverage: Int?

    @Flag(help: .told(
        sv: "Visar på standard fel vad varje regel kostade i alla test, den långsammaste först.", en: "Shows on standard error what each rule cost in all tests, slowest first."))
    var profile = false

    @Option(help: .stdinPath, completion: .specification) var stdinPath: String?
    @Option(name: .colour, help: .colour) var color: Colouring = .auto
    @Option(help: .pack, completion: .file()) var pack: [String] = []
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let minCoverage, !(0...100).contains(minCoverage) {
            throw ValidationError(told(sv: "--min-coverage är ett tal från 0 till 100.", en: "--min-coverage is a number from 0 to 100."))
        }
    }

    func run() throws {
        let project = try Project(paths, common, pack, stdinPath: stdinPath), language = project.language
        let unreadable = project.tell()
        let clock = profile ? Reading.nanoseconds : nil
        let all = runTests(project.sources, today: project.day, clock: clock) + pages(project).flatMap { $0.run(today: project.day, clock: clock) }
        let outcomes = all.filter { outcome in filter.map { outcome.title.contains($0) } ?? true }
        for outcome in outcomes where coverage != .json {
            let mark = outcome.failures.isEmpty ? (language == .sv ? "klarat" : "passed") : (language == .sv ? "FEL   " : "FAILED")
            Terminal.write("\(mark)  \(outcome.path):\(outcome.line)  \(outcome.title)\n")
            if !outcome.failures.isEmpty { show(outcome.failures, outcome.files, language, color) }
        }
        let failed = outcomes.count { !$0.failures.isEmpty }
        if coverage != .json {
            Terminal.write(language == .sv
                ? "\(outcomes.count - failed) klarade, \(failed) inte.\n" : "\(outcomes.count - failed) passed, \(failed) failed.\n")
        }
        if profile { Terminal.write(CostTable(outcomes).text(language), to: .error) }
        let isLow = try tellCoverage(outcomes, project)
        if unreadable { throw ExitCode(Exit.usage) }
        if outcomes.isEmpty {
            Terminal.write(language == .sv ? "lagrum: Det finns inget test här.\n" : "lagrum: There is no test here.\n", to: .error)
            throw ExitCode(Exit.usage)
        }
        if failed > 0 || isLow { throw ExitCode(Exit.findings) }
    }

    /// Whether it is below what is asked for.
    private func tellCoverage(_ outcomes: [TestOutcome], _ project: Project) throws -> Bool {
        guard coverage != nil || minCoverage != nil else { return false }
        let found = Coverage(outcomes, of: project.sources, asOf: project.day), language = project.language
        switch coverage {
        case .text?: Terminal.write("\n" + found.text(language))
        case .json?: Terminal.write(try CanonicalJSON.bytes(of: found))
        case nil: break
        }
        guard let minCoverage, found.percent < minCoverage else { return false }
        Terminal.write(language == .sv
            ? "lagrum: Täckningen är \(found.percent) %, och ska vara minst \(minCoverage) %.\n"
            : "lagrum: Coverage is \(found.percent) %, and must be at least \(minCoverage) %.\n", to: .error)
        return true
    }

    /// The pages beside the rules of the folders asked for, each with the files of its folder.
    private func pages(_ project: Project) -> [RulePage] {
        func bytes(_ path: String) -> [UInt8]? {
            do throws(ReadProblem) { return try Reading.bytes(of: path) } catch { return nil }
        }
        var pages: [RulePage] = []
        for path in project.paths where Reading.isFolder(path) {
            let files = Reading.specifications(below: path).files
            let folders = Dictionary(grouping: files) { Paths.folder(of: $0) }
            for (folder, files) in folders.sorted(by: { $0.key < $1.key }) {
                let pack = files.compactMap { file in bytes(file).map { (path: file, bytes: $0) } }
                // A name as a page is tried once, whichever of the files it stands in.
                let names = Set(pack.flatMap(RulePage.names)).sorted().map { folder + "/" + $0 + ".md" }
                let found = names.compactMap { page in bytes(page).map { (page, $0) } }
                guard !found.isEmpty else { continue }
                let example = bytes(folder + "/EXAMPLE.md")
                pages += found.map { RulePage(path: $0.0, bytes: $0.1, pack: pack, example: example) }
            }
        }
        return pages
    }
}
