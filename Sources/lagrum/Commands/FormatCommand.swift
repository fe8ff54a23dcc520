// `lagrum fmt`: specifications in the one style of the language.
import ArgumentParser
import Checker
import Glibc
import Source
import Syntax

struct FormatCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt", abstract: "Writes specifications in the one style of the language.",
        discussion: """
            Formats files, and the .lagrum files below folders, in place; - reads standard input and writes to standard output. \
            Comments are kept, and the meaning is never changed. A file with syntax errors is left as it is.

            Exit code 0: done; 1: --check found a file that would change; 2: something could not be read, formatted or written.
            """)

    @ArgumentParser.Argument(help: ArgumentHelp("Specifications, folders of them, or - for standard input.", valueName: "path"))
    var paths: [String]

    @Flag(help: "Write nothing; list the files that would change.")
    var check = false

    @Flag(help: "Write nothing; show what would change as a unified diff.")
    var diff = false

    @Option(help: ArgumentHelp("Columns of a line, 40 to 400.", valueName: "columns"))
    var width = 120

    @Option(name: .long, help: "Language of messages: sv or en. Default: the environment's.")
    var lang: Language?

    func validate() throws {
        guard (40...400).contains(width) else { throw ValidationError("--width is a number from 40 to 400.") }
    }

    func run() throws {
        var outcome = Outcome(language: lang ?? .ofEnvironment)
        for path in files(&outcome) { format(path, &outcome) }
        if paths != ["-"] { Terminal.write(outcome.summary(writes: !check && !diff), to: .error) }
        if outcome.failed { throw ExitCode(Exit.usage) }
        if check, outcome.changed > 0 { throw ExitCode(Exit.findings) }
    }

    /// The files that the paths name, each once.
    private func files(_ outcome: inout Outcome) -> [String] {
        var result: [String] = [], seen: Set<String> = []
        for path in paths {
            do throws(ReadProblem) {
                var found = [path]
                if path != "-", Reading.isFolder(path) {
                    found = try Reading.specifications(below: path)
                    if found.isEmpty {
                        outcome.tell(
                            Message(
                                sv: "Mappen `\(path)` innehåller inga specifikationer (`.lagrum`).",
                                en: "The folder `\(path)` holds no specifications (`.lagrum`)."))
                    }
                }
                result += found.filter { seen.insert($0 == "-" ? $0 : Writing.absolute($0)).inserted }
            } catch { outcome.tell(error.message(path)) }
        }
        return result
    }

    /// All of it, read from the descriptor: an editor's end of it may be a socket, which has no path to open.
    private func standardInput() throws(ReadProblem) -> [UInt8] {
        var bytes: [UInt8] = [], chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(0, &chunk, chunk.count)
            if count == 0 { return bytes }
            if count > 0 { bytes += chunk[..<count] } else if errno != EINTR { throw .other(String(cString: strerror(errno))) }
        }
    }

    private func format(_ path: String, _ outcome: inout Outcome) {
        let isInput = path == "-", name = isInput ? "<stdin>" : path
        let bytes: [UInt8]
        do throws(ReadProblem) { bytes = try isInput ? standardInput() : Reading.bytes(of: path) } catch { return outcome.tell(error.message(name)) }
        let tree = Syntax.parse(Text(path: name, bytes: bytes))
        var files = Files()
        let errors = tree.diagnostics(file: files.add(tree.text, memberStarts: tree.memberStarts))
        if !errors.isEmpty {
            show(errors, files, outcome.language, to: .error)
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
