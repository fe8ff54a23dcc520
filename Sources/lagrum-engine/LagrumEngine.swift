// The program that runs plans; `lagrum run` starts it.
import ArgumentParser
import Engine
import Glibc

@main
struct LagrumEngine: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lagrum-engine", abstract: "Runs an approved plan. Started by `lagrum run`.",
        subcommands: [RunCommand.self])

    /// Exit codes: 0 done, 2 usage or unreadable input, 3 a gate failed, 5 the run failed, 130 interrupted.
    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let code as ExitCode {
            exit(withError: code)
        } catch {
            let code = exitCode(for: error)
            let text = fullMessage(for: error)
            if code == .success { say(text) } else { complain(text) }
            exit(withError: code == .success ? code : ExitCode(2))
        }
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
