// `lagrum new`: the first files of a rule, a pack or a specification, which run as they are.
import ArgumentParser
import Checker
import Glibc
import Law
import Source

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", _superCommandName: Lagrum.name,
        abstract: told(sv: "Skriver de första filerna till en regel, ett lagpaket eller en specifikation.", en: "Writes the first files of a rule, a pack or a specification."),
        discussion: told(
            sv: """
                `lagrum new rule H001 --pack packs/house` skriver H001.lagrum och sidan H001.md, vars exempel `lagrum test packs/house` kör. \
                `lagrum new pack packs/house` skriver ett paket med en norm; `lagrum new spec fall` en specifikation. Inget som finns skrivs \
                över. Slutkod 0: skrivet; 2: något finns redan, eller namnet duger inte; 5: det gick inte att skriva.
                """,
            en: """
                `lagrum new rule H001 --pack packs/house` writes H001.lagrum and its page H001.md, whose examples `lagrum test packs/house` \
                runs. `lagrum new pack packs/house` writes a pack with one norm; `lagrum new spec case` a specification. Nothing that exists \
                is written over. Exit code 0: written; 2: something exists already, or the name won't do; 5: it could not be written.
                """))

    enum What: String, Choice { case rule, pack, spec }

    @Argument(help: .told(sv: "rule, pack eller spec.", en: "rule, pack or spec.", value: Message(sv: "slag", en: "kind")))
    var what: What

    @Argument(help: .told(sv: "Regelns kod, paketets mapp eller specifikationens fil.", en: "The rule's code, the pack's folder or the specification's file.", value: Message(sv: "namn", en: "name")))
    var name: String

    @Option(help: .told(sv: "Mappen för regelns paket. Den skrivs om den inte finns.", en: "The folder of the rule's pack. It is written if there is none.", value: Message(sv: "mapp", en: "folder")), completion: .directory)
    var pack = "packs/house"

    @OptionGroup var common: LanguageOption

    private var language: Language { Project.language(common.lang, near: ".") }

    func run() throws {
        try refuseEmpty([name, pack], language)
        var files: [(path: String, text: String)] = []
        switch what {
        case .spec: files = Scaffold.specification(name).files
        case .pack: files = inside(name, Scaffold.pack(last(name)).files)
        case .rule:
            if let problem = HouseCode.problem(name) { try refuse(problem.message(name), Exit.usage) }
            let there = Reading.isFolder(pack) ? Reading.specifications(below: pack).files : []
            let texts = there.compactMap(NewCommand.bytes)
            for file in there {
                guard let bytes = NewCommand.bytes(file), RulePage.names((file, bytes)).contains(name), !file.hasSuffix("/\(name).lagrum") else { continue }
                try refuse(Message(sv: "Regeln `\(name)` finns redan, i `\(file)`.", en: "The rule `\(name)` exists already, in `\(file)`."), Exit.usage)
            }
            if there.isEmpty { files = inside(pack, Scaffold.pack(last(pack)).files) }
            let norm = Scaffold.firstNorm(in: texts) ?? Scaffold.normPrefix(last(pack)) + ".1"
            if !there.isEmpty, Scaffold.firstNorm(in: texts) == nil { files = inside(pack, Scaffold.pack(last(pack)).files.filter { $0.path == "norms.lagrum" }) }
            files += inside(pack, Scaffold.rule(name, norm: norm, day: Reading.today()).files)
        }
        for file in files where access(file.path, F_OK) == 0 {
            try refuse(Message(sv: "`\(file.path)` finns redan, och skrivs inte över.", en: "`\(file.path)` exists already, and is not written over."), Exit.usage)
        }
        for file in files {
            if let problem = NewCommand.problem(writing: file.text, to: file.path) { try refuse(problem, Exit.failed) }
            Terminal.write(file.path + "\n")
        }
        guard what != .spec else { return }
        let folder = what == .pack ? name : pack
        Terminal.write(
            language == .sv
                ? "lagrum: Pröva med `lagrum test \(folder)`, och ange `packs: [\(folder)]` i lagrum.yaml eller --pack \(folder).\n"
                : "lagrum: Try it with `lagrum test \(folder)`, and name it by `packs: [\(folder)]` in lagrum.yaml or by --pack \(folder).\n", to: .error)
    }

    private static func bytes(_ path: String) -> [UInt8]? { try? Reading.bytes(of: path) }

    private static func problem(writing text: String, to path: String) -> Message? {
        do throws(Writing.Problem) {
            try Writing.makeFolder(of: path)
            try Writing.write(Array(text.utf8), to: path)
        } catch { return error.message }
        return nil
    }

    private func inside(_ folder: String, _ files: [(path: String, text: String)]) -> [(path: String, text: String)] {
        files.map { ((folder.hasSuffix("/") ? folder : folder + "/") + $0.path, $0.text) }
    }

    private func last(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

    private func refuse(_ message: Message, _ code: Int32) throws -> Never {
        Terminal.write("lagrum: \(message[language])\n", to: .error)
        throw ExitCode(code)
    }
}

extension Writing {
    /// Makes the folders on the way to a file.
    static func makeFolder(of path: String) throws(Problem) {
        var folder = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/").dropLast() {
            folder += "/" + part
            try makeFolder(folder)
        }
    }

    /// One that is there is as good.
    static func makeFolder(_ folder: String) throws(Problem) {
        if mkdir(folder, 0o755) != 0, errno != EEXIST { throw problem(folder.hasPrefix("./") ? String(folder.dropFirst(2)) : folder, errno) }
    }
}
