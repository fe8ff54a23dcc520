// `lagrum lsp`: the language server over standard input and output.
import ArgumentParser
import Checker
import Server

struct LspCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lsp", _superCommandName: Lagrum.name,
        abstract: told(sv: "Betjänar en editor över standard in och ut (LSP 3.17).", en: "Serves an editor over standard input and output (LSP 3.17)."),
        discussion: told(
            sv: "Läser samma lagrum.yaml som kommandona. Slutkod 0: editorn stängde i ordning; 1: förbindelsen bröts.",
            en: "Reads the same lagrum.yaml as the commands. Exit code 0: the editor closed in order; 1: the connection broke."))

    @OptionGroup var common: CommonOptions

    func run() throws {
        let server = Server(
            version: Version.text, asOf: common.asOf, today: Reading.today(), language: common.lang, environment: .ofEnvironment,
            configuration: common.noConfig ? .none : common.config.map { .file(Writing.absolute($0)) } ?? .nearest, reader: Reading.reader)
        let code = Server.runOverStandardIO(server)
        if code != 0 { throw ExitCode(code) }
    }
}
