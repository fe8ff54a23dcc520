// `lagrum diff-law`: the findings that come and go between two days, because the law does.
import ArgumentParser
import Checker
import Plan
import Source

struct DiffLawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff-law", _superCommandName: Lagrum.name,
        abstract: told(sv: "Visar vad som ändras mellan två dagar.", en: "Shows what changes between two days."),
        discussion: told(
            sv: "Samma specifikationer prövas som lagen står på båda dagarna. Slutkod 0: inget fel tillkommer; 1: ett fel tillkommer; 2: något kunde inte läsas.",
            en: "The same specifications are checked as the law stands on both days. Exit code 0: no error comes; 1: an error comes; 2: something could not be read."))

    enum Format: String, Choice { case text, json }

    @Option(help: .told(sv: "Den tidigare dagen.", en: "The earlier day.", value: Message(sv: "ÅÅÅÅ-MM-DD", en: "YYYY-MM-DD")))
    var from: Day

    @Option(help: .told(sv: "Den senare dagen.", en: "The later day.", value: Message(sv: "ÅÅÅÅ-MM-DD", en: "YYYY-MM-DD")))
    var to: Day

    @Argument(help: .told(
        sv: "Specifikationer, mappar med sådana, eller - för standard in. Utan dem: `sources` i lagrum.yaml.",
        en: "Specifications, folders of them, or - for standard input. Without them: `sources` of lagrum.yaml.", value: ArgumentHelp.path), completion: .specification)
    var paths: [String] = []

    @Option(help: .told(sv: "Utskriftens form: text eller json.", en: "Form of the output: text or json.", value: Message(sv: "form", en: "format")))
    var format: Format = .text

    @Option(name: .colour, help: .colour) var color: Colouring = .auto
    @Option(help: .pack, completion: .file()) var pack: [String] = []
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard from < to else { throw ValidationError(told(sv: "--from ska vara före --to.", en: "--from must be before --to.")) }
        if common.asOf != nil { throw ValidationError(told(sv: "Dagarna anges med --from och --to.", en: "The days are given by --from and --to.")) }
    }

    func run() throws {
        let project = try Project(paths, common, pack), language = project.language
        let unreadable = project.tell()
        if project.sources.files.isEmpty { throw ExitCode(Exit.usage) }
        let difference = LawDifference(project.sources, from: from, to: to)
        switch format {
        case .json: Terminal.write(try CanonicalJSON.bytes(of: difference))
        case .text:
            for (heading, findings) in [
                (language == .sv ? "Tillkommer" : "New", difference.coming), (language == .sv ? "Faller bort" : "Gone", difference.going),
            ] where !findings.isEmpty {
                Terminal.write("\(heading)\n\n")
                show(findings, difference.files, language, color)
            }
            Terminal.write(difference.summary(language) + "\n")
        }
        if unreadable { throw ExitCode(Exit.usage) }
        if difference.worst == .error { throw ExitCode(Exit.findings) }
    }
}
