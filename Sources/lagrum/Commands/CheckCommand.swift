// `lagrum check`: is the specification well-formed and lawful?
import ArgumentParser
import Checker
import Source

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", _superCommandName: Lagrum.name,
        abstract: told(sv: "Prövar specifikationer: form, namn, typer och lag.", en: "Checks specifications: form, names, types and law."),
        discussion: told(
            sv: """
                Läser filer, och .lagrum-filerna i mappar; - läser standard in. Utskriften är densamma i vilken ordning sökvägarna än står. \
                Slutkod 0: inget som når --fail-on; 1: anmärkningar som når dit och som ingen baslinje känner; 2: något kunde inte läsas.
                """,
            en: """
                Reads files, and the .lagrum files below folders; - reads standard input. The output is the same for any order of the \
                paths. Exit code 0: nothing at or above --fail-on; 1: findings at or above it that no baseline knows; 2: something could \
                not be read.
                """))

    enum Format: String, Choice { case text, json, sarif, github, junit }

    @Argument(help: .told(
        sv: "Specifikationer, mappar med sådana, eller - för standard in. Utan dem: `sources` i lagrum.yaml.",
        en: "Specifications, folders of them, or - for standard input. Without them: `sources` of lagrum.yaml.", value: ArgumentHelp.path), completion: .specification)
    var paths: [String] = []

    @Option(help: .told(sv: "Utskriftens form: text, JSON, SARIF 2.1.0, GitHub-anmärkningar eller JUnit-XML.", en: "Form of the output: text, JSON, SARIF 2.1.0, GitHub annotations or JUnit XML.", value: Message(sv: "form", en: "format")))
    var format: Format = .text

    @Option(
        help: .told(
            sv: "Den lägsta allvarlighet som fäller prövningen. Utan det: lagrum.yaml:s, eller error.",
            en: "The least severity that fails the check. Without it: lagrum.yaml's, or error.", value: Message(sv: "allvar", en: "severity")))
    var failOn: Severity?

    @Option(
        help: .told(
            sv: "Anmärkningar som redan är kända: de räknas och nämns, och bara nya fäller.",
            en: "Findings that are known already: they are counted and told, and only new ones fail.", value: ArgumentHelp.file),
        completion: .file())
    var baseline: String?

    @Option(
        help: .told(
            sv: "Skriver anmärkningarna till en baslinje, och fälls inte av någon av dem.",
            en: "Writes the findings to a baseline, and fails for none of them.", value: ArgumentHelp.file), completion: .file())
    var writeBaseline: String?

    @Option(name: .shortAndLong, help: .told(
        sv: "Filen för resultatet, i stället för standard ut.", en: "The file for the result, instead of standard output.",
        value: ArgumentHelp.file), completion: .file())
    var output: String?

    @Flag(name: .shortAndLong, help: .told(
        sv: "Bara de anmärkningar som fäller prövningen; ingen sammanfattning.", en: "Only the findings that fail the check; no summary."))
    var quiet = false

    @Flag(name: .shortAndLong, help: .told(
        sv: "Prövar igen när en fil ändras, och visar vad som är nytt och vad som är borta. Ctrl-C avslutar.",
        en: "Checks again when a file changes, and shows what is new and what is gone. Ctrl-C ends."))
    var watch = false

    @Option(name: [.customShort("j", allowingJoined: true), .long], help: .told(
        sv: "Högst så många trådar. Utan det: en för varje kärna. Utskriften är densamma.", en: "At most so many threads. Without it: one a core. The output is the same.",
        value: Message(sv: "antal", en: "number")))
    var jobs: Int?

    @Flag(help: .told(
        sv: "Visar på standard fel vad varje regel kostade, den långsammaste först; med --format json i dokumentets fält `profile`.",
        en: "Shows on standard error what each rule cost, slowest first; with --format json in the document's field `profile`."))
    var profile = false

    @Option(help: .stdinPath, completion: .specification) var stdinPath: String?
    @Option(name: .colour, help: .colour) var color: Colouring = .auto

    @Option(help: .pack, completion: .file()) var pack: [String] = []
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let jobs, !(1...1024).contains(jobs) {
            throw ValidationError(told(sv: "--jobs är ett tal från 1 till 1024.", en: "--jobs is a number from 1 to 1024."))
        }
        if stdinPath != nil, !paths.contains("-") { throw ValidationError(StandardInput.unread) }
        if watch, format != .text || output != nil || writeBaseline != nil || profile || paths.contains("-") {
            throw ValidationError(told(
                sv: "--watch visar text på standard ut: den går inte ihop med --format, --output, --write-baseline, --profile eller -.",
                en: "--watch shows text on standard output: it goes with neither --format, --output, --write-baseline, --profile nor -."))
        }
    }

    func run() throws {
        if watch { return try watching() }
        Heap.keep(hands: jobs ?? coreCount)
        let (report, unreadable) = try reported()
        keepUntilExit(report)
        if let writeBaseline {
            if unreadable { try refuse(Message(sv: "Baslinjen skrivs inte: den skulle sakna det som inte kunde läsas.", en: "The baseline is not written: it would lack what could not be read."), report.language) }
            try write(Baseline(report), to: writeBaseline, report)
        }
        try put(bytes(of: report), report)
        if format != .text, !quiet, let aside = report.aside { Terminal.write("lagrum: \(aside)\n", to: .error) }
        if profile, format != .json { Terminal.write(CostTable(report.snapshot.law.profile).text(report.language), to: .error) }
        if unreadable { throw ExitCode(Exit.usage) }
        if writeBaseline == nil, !report.failing.isEmpty { throw ExitCode(Exit.findings) }
    }

    /// Reads and checks; what could not be read is told.
    /// - Parameter previous: the check before, of earlier texts: what has not changed since is taken over from it.
    func reported(after previous: Snapshot? = nil) throws -> (report: Report, unreadable: Bool) {
        let project = try Project(paths, common, pack, stdinPath: stdinPath, after: previous?.sources, jobs: jobs ?? coreCount), language = project.language, read = project.read
        let known = try readBaseline(project)
        let unreadable = project.tell()
        // A document says what could not be read; one of the run before would be taken for this one's.
        let isDocument = format != .text || output != nil
        if read.sources.files.isEmpty, unreadable && !isDocument || read.sources.configuration == nil && read.problems.isEmpty { throw ExitCode(Exit.usage) }
        let snapshot = check(read.sources, asOf: project.day, after: previous, jobs: jobs, clock: profile ? Reading.nanoseconds : nil).offeringImports(project.configuration)
        let report = Report(
            snapshot, language: language, toolVersion: Version.text, unread: read.problems, failOn: failOn ?? project.configuration?.failOn?.value ?? .error,
            baseline: known, pages: format == .sarif ? HousePages(snapshot, codes: Set(snapshot.findings.map(\.code)), reader: Reading.bytes) : HousePages())
        return (report, unreadable)
    }

    private func bytes(of report: Report) throws -> [UInt8] {
        switch format {
        case .text: text(report)
        case .json: try FindingsDocument(report).bytes()
        case .sarif: try sarif(report)
        case .github: Array(gitHubAnnotations(report).utf8)
        case .junit: Array(junit(report).utf8)
        }
    }

    private func text(_ report: Report) -> [UInt8] {
        let toFile = output != nil && output != "-"
        let renderer = TextRenderer(
            language: report.language, colour: toFile && color == .auto ? .off : color.on(.output), width: toFile ? 100 : Terminal.width(.output))
        let findings = (quiet ? report.failing : report.fresh).map(\.finding), files = report.snapshot.files
        let parts = inParallel(findings.count, chunk: 32, jobs: jobs ?? coreCount, state: {}) { _, range in
            range.flatMap { Array((renderer.render(findings[$0], in: files) + "\n").utf8) }
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(parts.reduce(4096) { $0 + $1.count })
        for part in parts { bytes += part }
        if !quiet { bytes += Array((report.summary + "\n").utf8) }
        return bytes
    }

    private func put(_ bytes: [UInt8], _ report: Report) throws {
        guard let output, output != "-" else { return Terminal.write(bytes) }
        do throws(Writing.Problem) { try Writing.write(bytes, to: output, madeFrom: report.snapshot.sources) } catch {
            Terminal.write("lagrum: \(error.message[report.language])\n", to: .error)
            throw ExitCode(error.code)
        }
    }

    private func refuse(_ message: Message, _ language: Language) throws -> Never {
        Terminal.write("lagrum: \(message[language])\n", to: .error)
        throw ExitCode(Exit.usage)
    }

    private func readBaseline(_ project: Project) throws -> Baseline? {
        // The configuration's own is the one that is about to be written.
        let configured = writeBaseline == nil ? project.configuration.flatMap { file in file.baseline.map { file.resolve($0.value) } } : nil
        guard let baseline = baseline ?? configured else { return nil }
        let problem: (String) -> Message, isThere: Bool
        do {
            return try Baseline(reading: try Reading.bytes(of: baseline))
        } catch let error as ReadProblem { (problem, isThere) = (error.message, false) } catch let error as Baseline.Problem {
            (problem, isThere) = (error.message, true)
        }
        if self.baseline == nil, let told = project.configuration?.findings(ofBaseline: problem, isThere: isThere) {
            show(told.findings, told.files, project.language, color, to: .error)
            throw ExitCode(Exit.usage)
        }
        try refuse(problem(baseline), project.language)
    }

    private func write(_ baseline: Baseline, to path: String, _ report: Report) throws {
        let language = report.language
        do {
            try Writing.write(try baseline.bytes(), to: path, madeFrom: report.snapshot.sources)
        } catch let problem as Writing.Problem {
            Terminal.write("lagrum: \(problem.message[language])\n", to: .error)
            throw ExitCode(problem.code)
        }
        let count = baseline.findings.count
        guard !quiet else { return }
        Terminal.write(
            language == .sv
                ? "lagrum: \(count) \(count == 1 ? "anmärkning" : "anmärkningar") skrevs till \(path).\n"
                : "lagrum: \(count) finding\(count == 1 ? "" : "s") written to \(path).\n", to: .error)
    }
}

extension Severity: Choice {}
