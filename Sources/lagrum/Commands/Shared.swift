// What the commands share: options, reading specifications, showing findings.
import ArgumentParser
import Checker
import Source

extension Language: ExpressibleByArgument {
    /// Of the environment's locale, where no option says it.
    static var ofEnvironment: Language { environment.language }

    /// With the variable that says it.
    static var environment: (language: Language, variable: String?) {
        for variable in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            guard let locale = Terminal.environment(variable), !locale.isEmpty else { continue }
            return (locale.hasPrefix("sv") ? .sv : .en, variable)
        }
        return (.en, nil)
    }
}

extension Day: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

struct CommonOptions: ParsableArguments {
    @Option(name: .long, help: "Language of messages: sv or en. Default: lagrum.yaml's, or the environment's.")
    var lang: Language?

    @Option(name: .customLong("as-of"), help: ArgumentHelp("The day on which the law is read. Default: lagrum.yaml's, or today.", valueName: "YYYY-MM-DD"))
    var asOf: Day?

    @Option(help: ArgumentHelp("The configuration. Default: the nearest lagrum.yaml, from the path's folder upwards.", valueName: "file"))
    var config: String?

    @Flag(name: .customLong("no-config"), help: "Read no lagrum.yaml.")
    var noConfig = false

    /// Where no configuration is read.
    var language: Language { lang ?? .ofEnvironment }
    var day: Day { asOf ?? Reading.today() }

    func validate() throws {
        if noConfig, config != nil { throw ValidationError("--config and --no-config exclude each other.") }
    }
}

/// Reads the specifications that paths name. What can't be read is told, and the rest is read on.
struct Specifications {
    var sources = SourceSet()
    var problems: [Message] = []

    init(paths: [String]) {
        for path in paths {
            do throws(ReadProblem) {
                if Reading.isFolder(path) {
                    let found = try Reading.specifications(below: path)
                    if found.isEmpty {
                        problems.append(Message(sv: "Mappen `\(path)` innehåller inga specifikationer (`.lagrum`).", en: "The folder `\(path)` holds no specifications (`.lagrum`)."))
                    }
                    for file in found { add(file) }
                } else { try sources.add(path, reader: Reading.bytes) }
            } catch { problems.append(error.message(path)) }
        }
    }

    private mutating func add(_ file: String) {
        do throws(ReadProblem) { try sources.add(file, reader: Reading.bytes) } catch { problems.append(error.message(file)) }
    }

    /// Tells of what could not be read; true when there was any.
    func tell(_ language: Language) -> Bool {
        for problem in problems { Terminal.write("lagrum: \(problem[language])\n", to: .error) }
        return !problems.isEmpty
    }
}

/// Findings as text, a blank line between; nothing for none.
func show(_ findings: [Diagnostic], _ files: Files, _ language: Language, to stream: Terminal.Stream = .output) {
    let renderer = TextRenderer(language: language, colour: Terminal.hasColour(stream) ? .on : .off, width: Terminal.width(stream))
    for finding in findings { Terminal.write(renderer.render(finding, in: files) + "\n", to: stream) }
}

/// "2 errors and 1 warning."
func summary(_ findings: [Diagnostic], _ language: Language) -> String { TextRenderer(language: language).summary(findings) }
