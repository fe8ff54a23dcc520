// `lagrum config`: what counts, and who said it.
import ArgumentParser
import Checker
import Plan
import Source

struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", _superCommandName: Lagrum.name,
        abstract: told(
            sv: "Visar den konfiguration som gäller, och varifrån varje värde kommer.", en: "Shows the configuration that counts, and where each value comes from."),
        discussion: told(
            sv: """
                Finner närmaste lagrum.yaml, från sökvägens mapp och uppåt, och visar varje inställning med dess ursprung: ett val, filens \
                rad, omgivningen eller förvalet. Slutkod 0: klart; 1: lagrum.yaml har fel; 2: den kunde inte läsas.
                """,
            en: """
                Finds the nearest lagrum.yaml, from the path's folder upwards, and shows each setting with its origin: an option, the \
                file's line, the environment or the default. Exit code 0: done; 1: lagrum.yaml has errors; 2: it could not be read.
                """))

    enum Format: String, Choice { case text, json }

    @Argument(help: .told(sv: "Varifrån den söks. Utan det: arbetsmappen.", en: "Where to look from. Without it: the working folder.", value: ArgumentHelp.path), completion: .file())
    var path: String?

    @Option(help: .told(sv: "Utskriftens form: text (en lagrum.yaml som säger detsamma) eller JSON.", en: "Form of the output: text (a lagrum.yaml that says the same) or JSON.", value: Message(sv: "form", en: "format")))
    var format: Format = .text

    @Flag(help: .told(sv: "Skriver JSON Schema för lagrum.yaml, för redigerare, och inget annat.", en: "Prints the JSON Schema of lagrum.yaml, for editors, and nothing else."))
    var schema = false

    @Option(name: .colour, help: .colour) var color: Colouring = .auto
    @OptionGroup var common: CommonOptions

    func run() throws {
        if schema { return Terminal.write(try configurationSchema()) }
        let project = try Project(path.map { [$0] } ?? [], common, isBare: true)
        switch format {
        case .text: Terminal.write(project.settings.text(project.language))
        case .json: Terminal.write(try CanonicalJSON.bytes(of: project.settings))
        }
        guard let configuration = project.configuration else { return }
        let snapshot = check(project.sources.withoutFiles, asOf: project.day)
        let findings = snapshot.findings.filter { snapshot.files.text(of: $0.place.file)?.path == configuration.text.path }
        show(findings, snapshot.files, project.language, color, to: .error)
        if findings.contains(where: { $0.severity == .error }) { throw ExitCode(Exit.findings) }
    }
}
