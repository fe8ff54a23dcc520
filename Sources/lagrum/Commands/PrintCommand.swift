// `lagrum print`: a specification in the words of a reader, for a court, a board or the person whose data it is about.
import ArgumentParser
import Checker
import Source

struct PrintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "print", _superCommandName: Lagrum.name,
        abstract: told(sv: "Återger en specifikation på svenska eller engelska, att läsa.", en: "Renders a specification in Swedish or English, to be read."),
        discussion: told(
            sv: """
                Nycklar, slag, steg, ord och begrepp står på språket som --lang säger; namn, texter och kommentarer står som de är skrivna. \
                Återgivningen är till för människor och kan inte prövas: det är filen själv som gäller, och första raden säger det. En fil \
                med syntaxfel återges inte. Slutkod 0: klart; 1: en fil har syntaxfel; 2: något kunde inte läsas; 5: det kunde inte skrivas.
                """,
            en: """
                Keys, kinds, steps, words and concepts are in the language that --lang says; names, texts and comments stand as they are \
                written. The rendering is for people and can't be checked: what counts is the file itself, and the first line says so. A \
                file with syntax errors is not rendered. Exit code 0: done; 1: a file has syntax errors; 2: something could not be read; \
                5: it could not be written.
                """))

    @Argument(help: .told(
        sv: "Specifikationer, mappar med sådana, eller - för standard in. Utan dem: `sources` i lagrum.yaml.",
        en: "Specifications, folders of them, or - for standard input. Without them: `sources` of lagrum.yaml.", value: ArgumentHelp.path), completion: .specification)
    var paths: [String] = []

    @Option(name: .shortAndLong, help: .told(
        sv: "Filen för återgivningen, i stället för standard ut.", en: "The file for the rendering, instead of standard output.", value: ArgumentHelp.path), completion: .file())
    var output: String?

    @Option(help: .stdinPath, completion: .specification) var stdinPath: String?
    @Option(name: .colour, help: .colour) var color: Colouring = .auto
    @OptionGroup var common: CommonOptions

    func run() throws {
        let project = try Project(paths, common, stdinPath: stdinPath), language = project.language
        let unreadable = project.tell()
        if project.sources.files.isEmpty { throw ExitCode(Exit.usage) }
        let snapshot = check(project.sources, asOf: project.day)
        let asked = project.sources.files.indices.filter { project.sources.files[$0].asked }
        let files = Set(asked.map { snapshot.id(of: $0) })
        let broken = snapshot.findings.filter { $0.code.hasPrefix("X") && files.contains($0.place.file) }
        guard broken.isEmpty else {
            show(broken, snapshot.files, language, color, to: .error)
            Terminal.write(summary(broken, language) + "\n", to: .error)
            throw ExitCode(Exit.findings)
        }
        let text = asked.map { snapshot.printed($0, language) }.joined(separator: "\n")
        if let output {
            do throws(Writing.Problem) { try Writing.write(Array(text.utf8), to: output) } catch {
                Terminal.write("lagrum: \(error.message[language])\n", to: .error)
                throw ExitCode(Exit.failed)
            }
        } else {
            Terminal.write(text)
        }
        if unreadable { throw ExitCode(Exit.usage) }
    }
}
