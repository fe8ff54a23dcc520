// `lagrum export`: what a specification says, in the forms of others.
import ArgumentParser
import Checker
import Glibc
import Interchange
import Source

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", _superCommandName: Lagrum.name,
        abstract: told(
            sv: "Skriver specifikationen som datakontrakt, i Data Privacy Vocabulary eller som JSON.",
            en: "Writes a specification as data contracts, in the Data Privacy Vocabulary or as JSON."),
        discussion: told(
            sv: """
                odcs: ett datakontrakt (Open Data Contract Standard 3.1, YAML) för varje datamängd, som `tables: from` läser tillbaka. \
                dpv: behandlingar, ändamål, grunder, uppgifter och skydd i W3C:s Data Privacy Vocabulary 2 (JSON-LD). json: varje \
                deklaration med det den säger; schemat är Grammar/model.schema.json. En specifikation med fel skrivs inte. Slutkod 0: \
                klart; 1: anmärkningar; 2: något kunde inte läsas, eller det finns inget att skriva; 5: det kunde inte skrivas.
                """,
            en: """
                odcs: a data contract (Open Data Contract Standard 3.1, YAML) for each dataset, which `tables: from` reads back. dpv: \
                processes, purposes, grounds, data and measures in the W3C's Data Privacy Vocabulary 2 (JSON-LD). json: every \
                declaration with what it says; the schema is Grammar/model.schema.json. A specification whose form, names or types are \
                wrong is not exported. Exit code 0: done; 1: findings; 2: something could not be read, or there is nothing to export; \
                5: it could not be written.
                """))

    enum Format: String, Choice { case odcs, dpv, json }

    @Argument(help: .told(sv: "Formen: odcs, dpv eller json.", en: "The form: odcs, dpv or json.", value: Message(sv: "form", en: "format")))
    var format: Format

    @Argument(help: .told(sv: "Specifikationer, eller mappar med dem. Utan det: källorna i lagrum.yaml.", en: "Specifications, or folders of them. Without it: the sources of lagrum.yaml.", value: ArgumentHelp.path), completion: .specification)
    var paths: [String] = []

    @Option(name: .shortAndLong, help: .told(
        sv: "Skriver till en fil; med odcs till en mapp, en fil för varje datamängd. Utan det: standard ut.",
        en: "Writes to a file; with odcs to a folder, a file for each dataset. Without it: standard output.", value: ArgumentHelp.path), completion: .file())
    var out: String?

    @Option(help: .told(
        sv: "Med dpv: adressen som namnen hänger på, https://example.org/register#. Utan den är de relativa.",
        en: "With dpv: the address that names hang on, https://example.org/register#. Without it they are relative.", value: Message(both: "IRI")))
    var base: String?

    @Option(name: .colour, help: .colour) var color: Colouring = .auto
    @OptionGroup var common: CommonOptions

    func run() throws {
        let project = try Project(paths, common), language = project.language
        func tell(_ message: Message) { Terminal.write("lagrum: \(message[language])\n", to: .error) }
        let unreadable = project.tell()
        if project.sources.files.isEmpty { throw ExitCode(Exit.usage) }
        let snapshot = check(project.sources, asOf: project.day)
        // What the law says of it is not asked: an unlawful processing can be told of too. What can't be read can't.
        let broken = snapshot.findings.filter { $0.severity == .error && ["X", "N", "C"].contains($0.code.first) && !$0.code.hasPrefix("N9") }
        if !broken.isEmpty {
            show(broken, snapshot.files, language, color, to: .error)
            Terminal.write(summary(broken, language) + "\n", to: .error)
            throw ExitCode(Exit.findings)
        }
        let specification = snapshot.exported(language)
        switch format {
        case .odcs: try contracts(specification, project)
        case .dpv: try write(try exportDPV(specification, base: base), project)
        case .json: try write(try exportModel(specification, tool: "lagrum \(Version.text)"), project)
        }
        if unreadable { throw ExitCode(Exit.usage) }
    }

    private func contracts(_ specification: ExportedSpecification, _ project: Project) throws {
        let language = project.language
        let contracts = exportContracts(specification)
        if contracts.isEmpty {
            Terminal.write("lagrum: \(Message(sv: "Specifikationen har ingen datamängd.", en: "The specification has no dataset.")[language])\n", to: .error)
            throw ExitCode(Exit.usage)
        }
        guard let out, out != "-" else { return Terminal.write(contracts.map(\.text).joined(separator: "---\n")) }
        do throws(Writing.Problem) { try Writing.makeFolder(out) } catch { throw refused(error, language) }
        for contract in contracts { try write(Array(contract.text.utf8), project, to: (out.hasSuffix("/") ? out : out + "/") + contract.dataset + ".odcs.yaml") }
    }

    private func write(_ bytes: [UInt8], _ project: Project, to path: String? = nil) throws {
        guard let path = path ?? out, path != "-" else { return Terminal.write(bytes) }
        do throws(Writing.Problem) { try Writing.write(bytes, to: path, madeFrom: project.sources) } catch { throw refused(error, project.language) }
    }

    private func refused(_ problem: Writing.Problem, _ language: Language) -> ExitCode {
        Terminal.write("lagrum: \(problem.message[language])\n", to: .error)
        return ExitCode(problem.code)
    }
}
