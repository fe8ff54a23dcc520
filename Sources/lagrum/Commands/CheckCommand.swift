// `lagrum check`: is the specification well-formed and lawful?
import ArgumentParser
import Checker
import Source

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Checks specifications: form, names, types and law.",
        discussion: "Reads files, and the .lagrum files below folders. Exit code 0: no error; 1: errors; 2: something could not be read.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: ArgumentHelp("Specifications, or folders of them.", valueName: "path"))
    var paths: [String]

    @Option(help: "Form of the output: text or json.")
    var format: Format = .text

    @OptionGroup var common: CommonOptions

    func run() throws {
        let read = Specifications(paths: paths)
        let unreadable = read.tell(common.language)
        if read.sources.files.isEmpty { throw ExitCode(Exit.usage) }
        let snapshot = check(read.sources, asOf: common.day)
        switch format {
        case .text:
            show(snapshot.findings, snapshot.files, common.language)
            Terminal.write(summary(snapshot.findings, common.language) + "\n")
        case .json: Terminal.write(try FindingsDocument(snapshot, language: common.language).bytes())
        }
        if unreadable { throw ExitCode(Exit.usage) }
        if snapshot.worst == .error { throw ExitCode(Exit.findings) }
    }
}
