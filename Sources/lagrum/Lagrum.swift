// The program for authors, reviewers and CI: check, test, plan, run, fmt, lsp.
import ArgumentParser
import Glibc

@main
struct Lagrum: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lagrum",
        abstract: "Checks, compiles and runs definitions of personal-data processing.",
        discussion: """
            Exit codes: 0 done; 1 findings; 2 usage or unreadable input; 3 a gate failed; 4 not approved; 5 the run failed; \
            130 interrupted.
            """,
        version: Version.text,
        subcommands: [CheckCommand.self, ExplainCommand.self, TestCommand.self, PlanCommand.self, RunCommand.self, FormatCommand.self, ConfigCommand.self, LspCommand.self])

    static func main() {
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let code as ExitCode {
            Terminal.finish(code.rawValue)
        } catch {
            let isHelp = exitCode(for: error) == .success
            Terminal.write(fullMessage(for: error) + "\n", to: isHelp ? .output : .error)
            Terminal.finish(isHelp ? 0 : Exit.usage)
        }
        Terminal.finish(0)
    }
}

enum Version { static let text = "0.1.0" }

/// The exit codes of all commands.
enum Exit {
    static let findings: Int32 = 1
    static let usage: Int32 = 2
    static let failed: Int32 = 5
}
