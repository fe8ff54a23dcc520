// `lagrum fix`: mends what is certain.
import ArgumentParser
import Checker
import Source

struct FixCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fix", _superCommandName: Lagrum.name,
        abstract: told(
            sv: "Rättar det som är säkert: felstavningar, importer som saknas, rader som säger detsamma två gånger.",
            en: "Mends what is certain: slips of spelling, missing imports, lines that say the same twice."),
        discussion: told(
            sv: """
                Skriver filerna på plats. Varje rättning prövas på nytt: den görs bara om anmärkningen försvinner och inget nytt blir fel. \
                Kommentarer behålls, och det som lagen frågar efter besvaras aldrig: se `lagrum remedy`. En andra körning finner inget \
                kvar. Slutkod 0: klart; 1: --check fann något att rätta; 2: något kunde inte läsas eller skrivas.
                """,
            en: """
                Writes the files in place. Each fix is checked again: it is kept only when its finding is gone and nothing new is wrong. \
                Comments stay, and what the law asks is never answered: see `lagrum remedy`. A second run finds nothing left. Exit code \
                0: done; 1: --check found something to mend; 2: something could not be read or written.
                """))

    @Argument(
        help: .told(
            sv: "Specifikationer, eller mappar med sådana. Utan dem: konfigurationens källor.",
            en: "Specifications, or folders of them. Without them: the configuration's sources.", value: ArgumentHelp.path), completion: .specification)
    var paths: [String] = []

    @Flag(help: .told(sv: "Skriver inget; visar vad som skulle ändras som en enhetlig diff.", en: "Writes nothing; shows what would change as a unified diff."))
    var diff = false

    @Flag(help: .told(sv: "Skriver inget; misslyckas när det finns något att rätta.", en: "Writes nothing; fails when there is something to mend."))
    var check = false

    @Flag(help: .told(sv: "Skriver inget; berättar vad som skulle göras.", en: "Writes nothing; tells what would be done."))
    var dryRun = false

    @Flag(help: .told(
        sv: "Gör även det som mest troligt är menat, och det som bara en människa kan välja: läs skillnaden.",
        en: "Makes also what is most likely meant, and what only a human can choose to do: read the difference."))
    var unsafe = false

    @Option(help: .pack, completion: .file()) var pack: [String] = []
    @OptionGroup var common: CommonOptions

    func run() throws {
        let project = try Project(paths, common, pack), language = project.language
        var failed = project.tell()
        if project.sources.files.isEmpty { throw ExitCode(Exit.usage) }
        let fixing = Fixing(Checker.check(project.sources, asOf: project.day).offeringImports(project.configuration), unsafe: unsafe, reader: Reading.bytes)
        let writes = !diff && !check && !dryRun
        var written: Set<String> = []
        for file in fixing.files {
            if diff { Terminal.write(unifiedDiff(file.old, file.new, oldName: file.path, newName: file.path)) }
            guard writes else { continue }
            if let problem = replaced(file) {
                Terminal.write("lagrum: \(problem[language])\n", to: .error)
                failed = true
            } else { written.insert(file.path) }
        }
        if !diff {
            for made in fixing.made where !writes || written.contains(made.path) {
                Terminal.write("\(made.path):\(made.line): \(made.code) \(made.title[language])\n")
            }
        }
        let count = fixing.made.count { !writes || written.contains($0.path) }
        // Where nothing could be written, that has been told, and there was something to fix.
        if count > 0 || !failed { Terminal.write(summary(fixing, count, writes, language) + "\n", to: .error) }
        if failed { throw ExitCode(Exit.usage) }
        if check, !fixing.made.isEmpty { throw ExitCode(Exit.findings) }
    }

    private func replaced(_ file: Fixing.FileEdit) -> Message? {
        do throws(Writing.Problem) {
            try Writing.replace(file.path, with: file.new)
            return nil
        } catch { return error.message }
    }

    private func summary(_ fixing: Fixing, _ count: Int, _ writes: Bool, _ language: Language) -> String {
        let sv = language == .sv, left = fixing.left
        var parts: [String] = []
        if count == 0 {
            parts.append(sv ? "Inget att rätta." : "Nothing to fix.")
        } else if sv {
            parts.append("\(count) \(count == 1 ? "rättning" : "rättningar") \(writes ? (count == 1 ? "gjord" : "gjorda") : "skulle göras").")
        } else {
            parts.append("\(count) \(count == 1 ? "fix" : "fixes") \(writes ? "made" : "would be made").")
        }
        if left > 0 {
            parts.append(
                sv ? "\(left) till kräver ett val: --unsafe." : "\(left) more need\(left == 1 ? "s" : "") a choice: --unsafe.")
        }
        return parts.joined(separator: " ")
    }
}
