// `lagrum import`: data contracts, fides manifests and SQL as specifications to fill in.
import ArgumentParser
import Checker
import Glibc
import Interchange
import Source

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", _superCommandName: Lagrum.name,
        abstract: told(
            sv: "Skriver en specifikation ur datakontrakt, fides-manifest eller SQL.", en: "Writes a specification from data contracts, fides manifests or SQL."),
        discussion: told(
            sv: """
                odcs: Open Data Contract Standard 3 (YAML). fides: manifest över system, datamängder och taxonomier (fideslang, YAML). \
                ddl: CREATE TABLE och ALTER TABLE för PostgreSQL, SQLite, MySQL, Oracle eller SQL Server; det som inte deklarerar kolumner räknas och utelämnas. Texten är densamma i vilken ordning filerna än står, och i språkets enda stil; det som bara en \
                människa kan säga är märkt FYLL I. Slutkod 0: klart; 1: klart, men något togs in bara till en del; 2: en fil kunde \
                inte läsas eller har inget att ta in; 5: filen kunde inte skrivas.
                """,
            en: """
                odcs: Open Data Contract Standard 3 (YAML). fides: manifests of systems, datasets and taxonomies (fideslang, YAML). ddl: \
                CREATE TABLE and ALTER TABLE of PostgreSQL, SQLite, MySQL, Oracle or SQL Server; what declares no columns is counted and left out. The text is the same for any order of the files, and in the one style of the language; what only a human \
                can state is marked FILL IN. Exit code 0: done; 1: done, but something was taken over only in part; 2: a file could not \
                be read, or holds nothing to import; 5: the file could not be written.
                """))

    enum Format: String, Choice { case odcs, fides, ddl }

    @Argument(help: .told(sv: "Vad filerna är: odcs, fides eller ddl.", en: "What the files are: odcs, fides or ddl.", value: Message(sv: "form", en: "format")))
    var format: Format

    @Argument(help: .told(sv: "Filerna; tillsammans blir de en specifikation.", en: "The files; together they make one specification.", value: ArgumentHelp.file), completion: .file())
    var files: [String]

    @Option(name: .shortAndLong, help: .told(sv: "Skriver till en ny fil. Utan det: standard ut.", en: "Writes to a new file. Without it: standard output.", value: ArgumentHelp.file), completion: .specification)
    var out: String?

    @Flag(help: .told(sv: "Med --out: ersätter en fil som redan finns.", en: "With --out: replaces a file that is there."))
    var force = false

    @Option(name: .colour, help: .colour) var color: Colouring = .auto
    @OptionGroup var common: CommonOptions

    func run() throws {
        let project = try Project([], common, isBare: true), language = project.language
        try refuseEmpty(files, language)
        func tell(_ message: Message) { Terminal.write("lagrum: \(message[language])\n", to: .error) }
        var texts: [Text] = [], failed = false
        for file in inReadingOrder(files) {
            do throws(ReadProblem) {
                let bytes = try Reading.bytes(of: file)
                texts.append(Text(path: file, bytes: format == .ddl ? scriptBytes(bytes) : bytes))
            } catch {
                tell(error.message(file))
                failed = true
            }
        }
        let imported: Imported
        switch format {
        case .odcs: imported = importContracts(texts, labels: project.configuration?.labels ?? [:], language: language)
        case .fides: imported = importFides(texts, language: language)
        case .ddl: imported = importDDL(texts, language: language)
        }
        var sources = Files()
        var findings: [Diagnostic] = []
        for text in texts {
            let id = sources.add(text, memberStarts: [0])
            findings += imported.problems.filter { $0.file === text }.map { $0.problem.finding(at: Place(file: id, member: -1, span: $0.problem.span), in: text) }
        }
        // Bounds that a format never states are said in the text itself.
        findings.removeAll { $0.code == "C025" }
        show(findings, sources, language, color, to: .error)
        if imported.refused.count == texts.count { throw ExitCode(Exit.usage) }
        if let out {
            if !force, access(out, F_OK) == 0 {
                tell(Message(sv: "`\(out)` finns redan; --force ersätter den.", en: "`\(out)` is there already; --force replaces it."))
                throw ExitCode(Exit.usage)
            }
            do throws(Writing.Problem) { try Writing.write(imported.text, to: out) } catch {
                tell(error.message)
                throw ExitCode(Exit.failed)
            }
        } else {
            Terminal.write(imported.text)
        }
        if failed || !imported.refused.isEmpty { throw ExitCode(Exit.usage) }
        if findings.contains(where: { $0.severity >= .warning }) { throw ExitCode(Exit.findings) }
    }
}
