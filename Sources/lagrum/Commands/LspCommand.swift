// `lagrum lsp`: the language server over standard input and output.
import ArgumentParser
import Checker
import Server

struct LspCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "lsp", abstract: "Serves an editor over standard input and output (LSP 3.17).")

    @OptionGroup var common: CommonOptions

    func run() throws {
        let server = Server(version: Version.text, asOf: common.day, language: common.language) { path throws(ReadProblem) in
            try Reading.bytes(of: path)
        }
        let code = Server.runOverStandardIO(server)
        if code != 0 { throw ExitCode(code) }
    }
}
