// The program that runs plans; `lagrum run` starts it.
import ArgumentParser
import Engine
import Glibc
import Help
import Source

@main
struct LagrumEngine: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lagrum-engine",
        abstract: told(sv: "Kör en godkänd plan. Startas av `lagrum run`.", en: "Runs an approved plan. Started by `lagrum run`."),
        version: toolVersion,
        subcommands: [RunCommand.self])

    /// Exit codes: 0 done, 2 usage or unreadable input, 3 a gate failed, 5 the run failed, 130 interrupted.
    static func main() {
        holdStandardStreams()
        let words = Array(CommandLine.arguments.dropFirst())
        if words.first == "help", let tool { tell(Told(helpAsked: tool, words: words, spoken, width: 100)) }
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let code as ExitCode {
            exit(withError: code)
        } catch {
            tell(Told(fullMessage(for: error), isHelp: exitCode(for: error) == .success, tool, words: words, spoken, width: 100))
        }
    }

    private static var tool: Tool? { try? Tool(json: _dumpHelp()) }

    private static func tell(_ told: Told) -> Never {
        put(told.text, on: told.isHelp ? STDOUT_FILENO : STDERR_FILENO)
        exit(withError: ExitCode(told.isHelp ? 0 : 2))
    }
}

/// The language of this run, known before arguments are parsed, so that help speaks it too.
let spoken = Language.spoken(Array(CommandLine.arguments.dropFirst())) { getenv($0).map { String(cString: $0) } }

/// A text of the help. INVARIANT: both languages stand where the option is declared.
func told(sv: String, en: String) -> String { spoken == .sv ? sv : en }

extension ArgumentHelp {
    static func told(sv: String, en: String, value: Message? = nil) -> ArgumentHelp {
        ArgumentHelp(lagrum_engine.told(sv: sv, en: en), valueName: value?[spoken])
    }
}

/// A line on standard error.
func complain(_ text: String) { put(text + "\n", on: STDERR_FILENO) }

/// A line on standard output, at once.
func say(_ text: String) { put(text + "\n", on: STDOUT_FILENO) }

func put(_ text: String, on file: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
        let count = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        bytes = bytes.dropFirst(count)
    }
}
