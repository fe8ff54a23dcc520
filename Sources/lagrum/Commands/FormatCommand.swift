// `lagrum fmt`: specifications in the one style of the language.
import ArgumentParser
import Checker
import Glibc
import Source
import Syntax

struct FormatCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt", _superCommandName: Lagrum.name,
        abstract: told(sv: "Skriver specifikationer i språkets enda stil.", en: "Writes specifications in the one style of the language."),
        discussion: told(
            sv: """
                Formaterar filer, och .lagrum-filerna i mappar, på plats; - läser standard in och skriver på standard ut. Kommentarer \
                behålls, och innebörden ändras aldrig. En fil med syntaxfel lämnas som den är. Slutkod 0: klart; 1: --check fann en fil \
                som skulle ändras; 2: något kunde inte läsas, formateras eller skrivas.
                """,
            en: """
                Formats files, and the .lagrum files below folders, in place; - reads standard input and writes to standard output. \
                Comments are kept, and the meaning is never changed. A file with syntax errors is left as it is. Exit code 0: done; 1: \
                --check found a file that would change; 2: something could not be read, formatted or written.
                """))

    @ArgumentParser.Argument(help: .told(
        sv: "Specifikationer, mappar med sådana, eller - för standard in.", en: "Specifications, folders of them, or - for standard input.",
        value: ArgumentHelp.path), completion: .specification)
    var paths: [String]

    @Flag(help: .told(sv: "Skriver inget; räknar upp de filer som skulle ändras.", en: "Writes nothing; lists the files that would change."))
    var check = false

    @Flag(help: .told(sv: "Skriver inget; visar vad som skulle ändras som en enhetlig diff.", en: "Writes nothing; shows what would change as a unified diff."))
    var diff = false

    @Option(help: .told(sv: "En rads kolumner, 40 till 400.", en: "Columns of a line, 40 to 400.", value: Message(sv: "kolumner", en: "columns")))
    var width = 120

    @Option(help: .stdinPath, completion: .specification) var stdinPath: String?
    @Option(name: .colour, help: .colour) var color: Colouring = .auto
    @OptionGroup var languageOption: LanguageOption

    func validate() throws {
        if stdinPath != nil, !paths.contains("-") { throw ValidationError(StandardInput.unread) }
        guard (40...400).contains(width) else { throw ValidationError(told(sv: "--width är ett tal från 40 till 400.", en: "--width is a number from 40 to 400.")) }
    }

    func run() throws {
        var outcome = Outcome(language: Project.language(languageOption.lang, near: paths.first ?? "."))
        try refuseEmpty(paths, outcome.language)
        for path in files(&outcome) { format(path, &outcome) }
        if paths != ["-"] { Terminal.write(outcome.summary(writes: !check && !diff), to: .error) }
        if outcome.failed { throw ExitCode(Exit.usage) }
        if check, outcome.changed > 0 { throw ExitCode(Exit.findings) }
    }

    /// The files that the paths name, each once.
    private func files(_ outcome: inout Outcome) -> [String] {
        var result: [String] = [], seen: Set<String> = []
        for path in paths {
            var found = [path]
            if path != "-", Reading.isFolder(path) {
                let below = Reading.specifications(below: path)
                found = below.files
                below.problems.forEach { outcome.tell($0) }
                if found.isEmpty, below.problems.isEmpty { outcome.tell(Reading.empty(path)) }
            }
            result += found.filter { seen.insert($0 == "-" ? $0 : Writing.absolute($0)).inserted }
        }
        return result
    }

    private func format(_ path: String, _ outcome: inout Outcome) {
        let isInput = path == "-", name = isInput ? stdinPath ?? "<stdin>" : path
        let bytes: [UInt8]
        do throws(ReadProblem) { bytes = try isInput ? Reading.standardInput() : Reading.bytes(of: path) } catch { return outcome.tell(isInput ? Reading.noInput(error) : error.message(name)) }
        let tree = Syntax.parse(Text(path: name, bytes: bytes))
        var files = Files()
        let errors = tree.diagnostics(file: files.add(tree.text, memberStarts: tree.memberStarts))
        if !errors.isEmpty {
            show(errors, files, outcome.language, color, to: .error)
            outcome.tell(Message(sv: "`\(name)` har syntaxfel och lämnas som den är.", en: "`\(name)` has syntax errors and is left as it is."))
            // A filter's output takes the place of its input.
            if isInput, !check, !diff { Terminal.write(bytes) }
            return
        }
        let formatted = Syntax.format(tree, width: width)
        if formatted == bytes { outcome.unchanged += 1 } else { outcome.changed += 1 }
        if diff { Terminal.write(unifiedDiff(bytes, formatted, oldName: name, newName: name)) }
        if check, !diff, formatted != bytes { Terminal.write(name + "\n") }
        if check || diff { return }
        if isInput { return Terminal.write(formatted) }
        guard formatted != bytes else { return }
        do throws(Writing.Problem) { try Writing.replace(path, with: formatted) } catch {
            outcome.changed -= 1
            outcome.tell(error.message)
        }
    }
}

/// What became of the files so far.
private struct Outcome {
    let language: Language
    var changed = 0
    var unchanged = 0
    var failed = false

    init(language: Language) { self.language = language }

    mutating func tell(_ message: Message) {
        failed = true
        Terminal.write("lagrum: \(message[language])\n", to: .error)
    }

    /// "2 files formatted, 3 as they were."
    func summary(writes: Bool) -> String {
        let message = writes
            ? Message(
                sv: "\(changed) \(changed == 1 ? "fil formaterad" : "filer formaterade"), \(unchanged) redan i form.",
                en: "\(changed) \(changed == 1 ? "file" : "files") formatted, \(unchanged) already in form.")
            : Message(
                sv: "\(changed) \(changed == 1 ? "fil" : "filer") skulle ändras, \(unchanged) redan i form.",
                en: "\(changed) \(changed == 1 ? "file" : "files") would change, \(unchanged) already in form.")
        return message[language] + "\n"
    }
}
