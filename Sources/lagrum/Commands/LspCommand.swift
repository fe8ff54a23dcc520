// `lagrum lsp`: the language server over standard input and output.
import ArgumentParser
import Checker
import Server

struct LspCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lsp",
        abstract: told(sv: "Betjänar en editor över standard in och ut (LSP 3.17).", en: "Serves an editor over standard input and output (LSP 3.17)."))

    @OptionGroup var common: CommonOptions

    func run() throws {
        let server = Server(
            version: Version.text, asOf: common.asOf, today: Reading.today(), language: common.lang, environment: .ofEnvironment,
            configuration: common.noConfig ? .none : common.config.map { .file(Writing.absolute($0)) } ?? .nearest, reader: Reading.reader)
        let code = Server.runOverStandardIO(server)
        if code != 0 { throw ExitCode(code) }
    }
}
