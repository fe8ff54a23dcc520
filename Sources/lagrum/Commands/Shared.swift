// What the commands share: the language of help, options, reading specifications, showing findings.
import ArgumentParser
import Checker
import Help
import Source

/// The language of this run, known before arguments are parsed, so that help speaks it too.
let spoken = Language.spoken(Array(CommandLine.arguments.dropFirst()), Terminal.environment)

/// A text of the help. INVARIANT: both languages stand where the option is declared.
func told(sv: String, en: String) -> String { spoken == .sv ? sv : en }

extension ArgumentHelp {
    static func told(sv: String, en: String, value: Message? = nil) -> ArgumentHelp {
        ArgumentHelp(lagrum.told(sv: sv, en: en), valueName: value?[spoken])
    }

    static let path = Message(sv: "sökväg", en: "path")
    static let file = Message(sv: "fil", en: "file")
}

/// One of a few words. What the parser makes of the cases by itself takes many times as long, and is made on each start.
protocol Choice: ExpressibleByArgument, CaseIterable, RawRepresentable where RawValue == String {}

extension Choice {
    public static var allValueStrings: [String] { allCases.map { $0.rawValue } }
    public static var allValueDescriptions: [String: String] { [:] }
    public var defaultValueDescription: String { rawValue }
}

extension CompletionKind {
    /// Specifications, and folders on the way to them.
    static let specification = CompletionKind.file(extensions: ["lagrum"])
}

extension Language: Choice {
    /// Of the environment's locale, where no option says it.
    static var ofEnvironment: Language { environment.language }

    /// With the variable that says it.
    static var environment: (language: Language, variable: String?) {
        let variable = ["LC_ALL", "LC_MESSAGES", "LANG"].first { !(Terminal.environment($0) ?? "").isEmpty }
        return (.ofLocale(Terminal.environment), variable)
    }
}

extension Day: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

struct LanguageOption: ParsableArguments {
    @Option(help: .language)
    var lang: Language?

    var language: Language { lang ?? .ofLocale(Terminal.environment) }
}

// Options of many commands: each command declares its own with these words. A group of one option takes as long at the start as six options.

extension ArgumentHelp {
    static var colour: ArgumentHelp {
        told(
            sv: "Färg i utskriften; auto: på en terminal, om inte NO_COLOR är satt.", en: "Colour in the output; auto: on a terminal, unless NO_COLOR is set.",
            value: Message(sv: "när", en: "when"))
    }
    /// Of the house, for commands that check.
    static var pack: ArgumentHelp {
        told(
            sv: "Ett eget lagpaket, en mapp eller fil, utöver lagrum.yaml:s. Kan anges flera gånger.",
            en: "A law pack of your own, a folder or a file, besides lagrum.yaml's. May be given more than once.", value: ArgumentHelp.path)
    }
    /// Of a specification that comes by a pipe, out of an editor or a version-control hook.
    static var stdinPath: ArgumentHelp {
        told(
            sv: "Den sökväg som texten på standard in (-) har: dess importer räknas från den, och anmärkningar anger den.",
            en: "The path that the text on standard input (-) has: its imports count from it, and findings name it.", value: ArgumentHelp.path)
    }
    static var language: ArgumentHelp {
        told(
            sv: "Språk för meddelanden och hjälp. Utan det: lagrum.yaml:s, eller det som LANG säger.",
            en: "Language of messages and help. Without it: lagrum.yaml's, or as LANG says.", value: Message(sv: "språk", en: "language"))
    }
}

/// A path that is empty is a mistake of the command line, and neither a file nor the folder one stands in.
func refuseEmpty(_ paths: [String], _ language: Language) throws {
    guard paths.contains("") else { return }
    let message = Message(
        sv: "En sökväg är tom: är en variabel i kommandot inte satt? Ange en fil eller en mapp.",
        en: "A path is empty: is a variable of the command not set? Give a file or a folder.")
    Terminal.write("lagrum: \(message[language])\n", to: .error)
    throw ExitCode(Exit.usage)
}

enum StandardInput {
    static var unread: String { told(sv: "--stdin-path hör till -, som läser standard in; här läses det inte.", en: "--stdin-path goes with -, which reads standard input; here it is not read.") }
}

extension NameSpecification {
    static var colour: NameSpecification { [.long, .customLong("colour")] }
}

/// `--color`.
enum Colouring: String, Choice {
    case auto, always, never

    func on(_ stream: Terminal.Stream) -> Colour {
        switch self {
        case .always: .on
        case .never: .off
        case .auto: Terminal.hasColour(stream) ? .on : .off
        }
    }
}

struct CommonOptions: ParsableArguments {
    @Option(help: .language)
    var lang: Language?

    @Option(name: .customLong("as-of"), help: .told(
        sv: "Den dag som lagen läses. Utan det: lagrum.yaml:s, eller i dag.", en: "The day on which the law is read. Without it: lagrum.yaml's, or today.",
        value: Message(sv: "ÅÅÅÅ-MM-DD", en: "YYYY-MM-DD")))
    var asOf: Day?

    @Option(help: .told(
        sv: "Konfigurationen. Utan det: närmaste lagrum.yaml, från sökvägens mapp och uppåt.",
        en: "The configuration. Without it: the nearest lagrum.yaml, from the path's folder upwards.", value: ArgumentHelp.file), completion: .file(extensions: ["yaml"]))
    var config: String?

    @Flag(name: .customLong("no-config"), help: .told(sv: "Läser ingen lagrum.yaml.", en: "Reads no lagrum.yaml."))
    var noConfig = false

    /// Where no configuration is read.
    var language: Language { lang ?? .ofLocale(Terminal.environment) }
    var day: Day { asOf ?? Reading.today() }

    func validate() throws {
        if noConfig, config != nil {
            throw ValidationError(told(sv: "--config och --no-config utesluter varandra.", en: "--config and --no-config exclude each other."))
        }
    }
}

/// Reads the specifications that paths name. What can't be read is told, and the rest is read on.
struct Specifications {
    var sources = SourceSet()
    var problems: [Message] = []

    /// - Parameter stdinPath: the name of standard input's text, which `-` stands for.
    /// - Parameter previous: an earlier set of the same files.
    init(paths: [String], stdinPath: String? = nil, after previous: SourceSet? = nil, jobs: Int = coreCount) {
        sources.identity = Reading.identity
        // Files that follow one another are read and parsed together.
        var files: [String] = []
        func flush(_ own: inout Specifications) {
            for (file, problem) in own.sources.add(files, after: previous, jobs: jobs, reader: Reading.bytes) { own.problems.append(problem.message(file)) }
            files = []
        }
        for path in paths {
            if path == "-" {
                flush(&self)
                addInput(named: stdinPath ?? "<stdin>")
            } else if Reading.isFolder(path) {
                flush(&self)
                let found = Reading.specifications(below: path)
                problems += found.problems
                if found.files.isEmpty, found.problems.isEmpty { problems.append(Reading.empty(path)) }
                files += found.files
                sources.ask(forAllOf: path)
            } else if Reading.isForeign(path) {
                problems.append(ReadProblem.other(SourceSet.notLagrum).message(path))
            } else {
                files.append(path)
            }
        }
        flush(&self)
        sources.checkReferences(jobs: jobs, exists: Reading.exists)
    }

    private mutating func addInput(named name: String) {
        let text: [UInt8]
        do throws(ReadProblem) { text = try Reading.standardInput() } catch { return problems.append(Reading.noInput(error)) }
        let own = Paths.normal(name)
        do throws(ReadProblem) {
            try sources.add(name) { path throws(ReadProblem) in path == own ? text : try Reading.bytes(of: path) }
        } catch { problems.append(error.message(name)) }
    }

    /// Tells of what could not be read; true when there was any.
    func tell(_ language: Language) -> Bool {
        for problem in problems { Terminal.write("lagrum: \(problem[language])\n", to: .error) }
        return !problems.isEmpty
    }
}

/// Findings as text, a blank line between; nothing for none.
func show(
    _ findings: [Diagnostic], _ files: Files, _ language: Language, _ colour: Colouring = .auto, to stream: Terminal.Stream = .output
) {
    let renderer = TextRenderer(language: language, colour: colour.on(stream), width: Terminal.width(stream))
    for finding in findings { Terminal.write(renderer.render(finding, in: files) + "\n", to: stream) }
}

/// "2 errors and 1 warning."
func summary(_ findings: [Diagnostic], _ language: Language) -> String { TextRenderer(language: language).summary(findings) }

/// What a program holds when it ends goes back to the system at once, and need not be taken apart piece by piece before.
func keepUntilExit<Value>(_ value: Value) { _ = Unmanaged.passRetained(Kept(value)) }

private final class Kept<Value> {
    let value: Value
    init(_ value: Value) { self.value = value }
}
