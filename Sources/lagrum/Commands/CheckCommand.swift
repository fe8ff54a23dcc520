// `lagrum check`: is the specification well-formed and lawful?
import ArgumentParser
import Checker
import Source

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Checks specifications: form, names, types and law.",
        discussion: """
            Reads files, and the .lagrum files below folders. The output is the same for any order of the paths. Exit code 0: nothing at \
            or above --fail-on; 1: findings at or above it that no baseline knows; 2: something could not be read.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, sarif, github, junit }

    @Argument(help: ArgumentHelp("Specifications, or folders of them. Default: the sources of lagrum.yaml.", valueName: "path"))
    var paths: [String] = []

    @Option(help: "Form of the output: text, json, sarif (2.1.0), github (annotations) or junit (XML).")
    var format: Format = .text

    @Option(
        help: ArgumentHelp(
            "The least severity that fails the check: error, warning or info. Default: lagrum.yaml's, or error.", valueName: "severity"))
    var failOn: Severity?

    @Option(
        help: ArgumentHelp(
            "Findings that are known already: they are counted and told, and only new ones fail.", valueName: "file"))
    var baseline: String?

    @Option(help: ArgumentHelp("Writes the findings to a baseline, and fails for none of them.", valueName: "file"))
    var writeBaseline: String?

    @Flag(help: "Only the findings that fail the check; no summary.")
    var quiet = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        let project = try Project(paths, common), language = project.language, read = project.read
        let known = try readBaseline(project)
        let unreadable = project.tell()
        if read.sources.files.isEmpty, unreadable || read.sources.configuration == nil { throw ExitCode(Exit.usage) }
        let snapshot = check(read.sources, asOf: project.day)
        let report = Report(
            snapshot, language: language, toolVersion: Version.text, unread: read.problems, failOn: failOn ?? project.configuration?.failOn?.value ?? .error,
            baseline: known)
        if let writeBaseline { try write(Baseline(report), to: writeBaseline, language) }
        switch format {
        case .text: text(report)
        case .json: Terminal.write(try FindingsDocument(report).bytes())
        case .sarif: Terminal.write(try sarif(report))
        case .github: Terminal.write(gitHubAnnotations(report))
        case .junit: Terminal.write(junit(report))
        }
        if format != .text, !quiet, let aside = report.aside { Terminal.write("lagrum: \(aside)\n", to: .error) }
        if unreadable { throw ExitCode(Exit.usage) }
        if writeBaseline == nil, !report.failing.isEmpty { throw ExitCode(Exit.findings) }
    }

    private func text(_ report: Report) {
        show((quiet ? report.failing : report.fresh).map(\.finding), report.snapshot.files, report.language)
        if quiet { return }
        Terminal.write(report.summary + "\n")
    }

    private func readBaseline(_ project: Project) throws -> Baseline? {
        // The configuration's own is the one that is about to be written.
        let configured = writeBaseline == nil ? project.configuration.flatMap { file in file.baseline.map { file.resolve($0.value) } } : nil
        guard let baseline = baseline ?? configured else { return nil }
        let problem: Message
        do {
            return try Baseline(reading: try Reading.bytes(of: baseline))
        } catch let error as ReadProblem { problem = error.message(baseline) } catch let error as Baseline.Problem {
            problem = error.message(baseline)
        }
        Terminal.write("lagrum: \(problem[project.language])\n", to: .error)
        throw ExitCode(Exit.usage)
    }

    private func write(_ baseline: Baseline, to path: String, _ language: Language) throws {
        do {
            try Writing.write(try baseline.bytes(), to: path)
        } catch let problem as Writing.Problem {
            Terminal.write("lagrum: \(problem.message[language])\n", to: .error)
            throw ExitCode(Exit.failed)
        }
        let count = baseline.findings.count
        guard !quiet else { return }
        Terminal.write(
            language == .sv
                ? "lagrum: \(count) \(count == 1 ? "anmärkning" : "anmärkningar") skrevs till \(path).\n"
                : "lagrum: \(count) finding\(count == 1 ? "" : "s") written to \(path).\n", to: .error)
    }
}

extension Severity: ExpressibleByArgument {}
