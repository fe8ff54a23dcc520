// The program for authors, reviewers and CI: check, explain, remedy, fix, test, fmt, plan, run, lsp.
import ArgumentParser
import Glibc
import Help
import Source

@main
struct Lagrum: ParsableCommand {
    static let name = "lagrum"
    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: told(
            sv: "Prövar, översätter och kör beskrivningar av personuppgiftsbehandling.",
            en: "Checks, compiles and runs definitions of personal-data processing."),
        discussion: told(
            sv: """
                Slutkoder: 0 klart; 1 anmärkningar; 2 fel i kommandot eller oläsbara indata; 3 ett krav är inte uppfyllt; 4 inte \
                godkänt; 5 körningen misslyckades; 130 avbruten.
                """,
            en: """
                Exit codes: 0 done; 1 findings; 2 usage or unreadable input; 3 a gate failed; 4 not approved; 5 the run failed; \
                130 interrupted.
                """),
        version: Version.text,
        subcommands: [
            CheckCommand.self, ExplainCommand.self, RemedyCommand.self, FixCommand.self, TestCommand.self, FormatCommand.self, PrintCommand.self, PlanCommand.self,
            RunCommand.self, ConfigCommand.self, ImportCommand.self, ExportCommand.self, NewCommand.self, DiffLawCommand.self, LspCommand.self, CompletionsCommand.self,
        ])

    static func main() {
        holdStandardStreams()
        signal(SIGPIPE, SIG_IGN)
        Interrupt.listen()
        let words = Array(CommandLine.arguments.dropFirst())
        if words.first == "help", let tool { tell(Told(helpAsked: tool, words: words, spoken, width: Terminal.width(.output))) }
        do {
            var command = try command(words)
            try command.run()
        } catch let code as ExitCode {
            Terminal.finish(code.rawValue)
        } catch {
            tell(Told(
                fullMessage(for: error), isHelp: exitCode(for: error) == .success, tool, words: words, spoken, width: Terminal.width(.error)))
        }
        Terminal.finish(0)
    }

    /// The command whose name stands first is read alone, in two thirds of the time. What it doesn't take is told by all of them together.
    private static func command(_ words: [String]) throws -> any ParsableCommand {
        if let named = configuration.subcommands.first(where: { $0.configuration.commandName == words.first }),
            let command = try? named.parseAsRoot(Array(words.dropFirst())), type(of: command) == named
        {
            return command
        }
        return try parseAsRoot(words)
    }

    private static var tool: Tool? { try? Tool(json: _dumpHelp()) }

    private static func tell(_ told: Told) -> Never {
        Terminal.write(told.text, to: told.isHelp ? .output : .error)
        Terminal.finish(told.isHelp ? 0 : Exit.usage)
    }
}

enum Version { static let text = "0.1.0" }

/// The exit codes of all commands.
enum Exit {
    static let findings: Int32 = 1
    static let usage: Int32 = 2
    static let failed: Int32 = 5
}
