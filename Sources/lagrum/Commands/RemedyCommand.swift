// `lagrum remedy`: the smallest sets of edits that remove a finding and bring no new error.
import ArgumentParser
import Checker
import Glibc
import Source

struct RemedyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remedy", _superCommandName: Lagrum.name,
        abstract: told(sv: "Söker de minsta ändringar som skulle göra behandlingen laglig.", en: "Finds the smallest changes that would make it lawful."),
        discussion: told(
            sv: """
                För varje fel, eller de anmärkningar som --code och --at väljer: de minsta uppsättningarna av högst tre \
                ändringar efter vilka anmärkningen är borta och inget nytt fel står, billigast först. Var och en har gjorts i texten och \
                prövats på nytt. Uppgifter om världen och stöd i lag hittas aldrig på: de frågas det efter. Kostnaden är 1 för \
                information, krav, radering eller en uppgift; 2 för opt-out, en kolumn eller en skyddsåtgärd; 4 för syntes; 5 för det \
                som människor beslutar. --apply N skriver den åtgärd \
                som har numret. Slutkod 0: varje anmärkning har en åtgärd, eller det fanns inget att åtgärda; 1: någon saknar; 2: något \
                kunde inte läsas.
                """,
            en: """
                For each error, or the findings that --code and --at choose: the smallest sets of at most three edits after \
                which the finding is gone and no new error stands, cheapest first. Each was made in the text and checked again. Facts \
                about the world and grounds in law are never made up: they are asked for. The cost is 1 for information, a gate, a \
                deletion or a fact; 2 for an opt-out, a column or a safeguard; 4 for synthesis; 5 for what people decide. --apply N writes the remedy with that number. \
                Exit code 0: every finding has a remedy, or there was none to mend; 1: some finding has none; 2: something could not be \
                read.
                """))

    enum Format: String, Choice { case text, json, edits }

    @Argument(
        help: .told(
            sv: "Specifikationer, eller mappar med sådana. Utan dem: konfigurationens källor.",
            en: "Specifications, or folders of them. Without them: the configuration's sources.", value: ArgumentHelp.path), completion: .specification)
    var paths: [String] = []

    @Option(help: .told(
        sv: "Bara anmärkningar med den koden, oavsett allvar.", en: "Only findings of this code, of any severity.", value: Message(sv: "kod", en: "code")))
    var code: String?

    @Option(help: .told(
        sv: "Bara anmärkningar på den raden, oavsett allvar.", en: "Only findings on this line, of any severity.", value: Message(sv: "FIL:RAD", en: "FILE:LINE")))
    var at: String?

    @Option(help: .told(
        sv: "Utskriftens form: text, JSON, eller ändringarna (fil, plats och ny text).", en: "Form of the output: text, JSON, or the edits (file, range and new text).",
        value: Message(sv: "form", en: "format")))
    var format: Format = .text

    @Option(help: .told(sv: "Skriver åtgärden med det numret.", en: "Writes the remedy with this number.", value: Message(sv: "nummer", en: "number")))
    var apply: Int?

    @Flag(help: .told(sv: "Visar alla åtgärder, inte bara de fem billigaste.", en: "Shows every remedy, not the five cheapest alone."))
    var all = false

    @Option(name: .colour, help: .colour) var color: Colouring = .auto
    @Option(help: .pack, completion: .file()) var pack: [String] = []
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let apply, apply < 1 { throw ValidationError(told(sv: "--apply är ett tal från 1.", en: "--apply is a number from 1.")) }
        if apply != nil, format != .text { throw ValidationError(told(sv: "--apply skriver; --format visar. Välj det ena.", en: "--apply writes; --format shows. Choose one of them.")) }
        if let at, ExplainedPlace(at) == nil { throw ValidationError(told(sv: "--at är FIL:RAD.", en: "--at is FILE:LINE.")) }
    }

    func run() throws {
        let project = try Project(paths, common, pack), language = project.language
        let unreadable = project.tell()
        if project.sources.files.isEmpty { throw ExitCode(Exit.usage) }
        let snapshot = check(project.sources, asOf: project.day)
        if let problem = unknown(in: snapshot) {
            Terminal.write("lagrum: \(problem[language])\n", to: .error)
            throw ExitCode(Exit.usage)
        }
        let answers = wanted(snapshot).map { search($0, snapshot, language) }
        let report = RemedyReport(snapshot, answers, language: language, shown: all ? .max : 5)
        if let apply { try write(apply, report) } else { try show(report) }
        if unreadable { throw ExitCode(Exit.usage) }
        if apply == nil, !report.open.isEmpty { throw ExitCode(Exit.findings) }
    }

    /// A code or a file that is not there: "nothing to remedy" would say that all is well.
    private func unknown(in snapshot: Snapshot) -> Message? {
        if let code, CodePage.of(code.uppercased()) == nil, !snapshot.packs.flatMap(\.rules).contains(where: { $0.code == code.uppercased() }) {
            return Message(sv: "Det finns ingen kod `\(code)`.", en: "There is no code `\(code)`.")
        }
        if let place = at.flatMap({ ExplainedPlace($0) }) {
            if !snapshot.sources.files.contains(where: { Writing.absolute($0.path) == Writing.absolute(place.path) }) {
                return Message(sv: "`\(place.path)` är inte med i prövningen.", en: "`\(place.path)` is not in this check.")
            }
        }
        return nil
    }

    private func wanted(_ snapshot: Snapshot) -> [Diagnostic] {
        let place = at.flatMap { ExplainedPlace($0) }
        return snapshot.findings.filter { finding in
            if let code, finding.code != code.uppercased() { return false }
            if let place {
                guard let text = snapshot.files.text(of: finding.place.file), let range = snapshot.files.range(of: finding.place),
                    Writing.absolute(place.path) == Writing.absolute(text.path)
                else { return false }
                return (text.line(at: range.lowerBound)...text.line(at: range.upperBound)).contains(place.line - 1)
            }
            return code != nil || finding.severity == .error
        }
    }

    /// A line on the terminal while a search goes on.
    private func search(_ finding: Diagnostic, _ snapshot: Snapshot, _ language: Language) -> RemedyAnswer {
        let isTerminal = isatty(2) == 1 && format == .text
        var hasLine = false
        let answer = snapshot.remedies(for: finding) { checked in
            if isTerminal, checked >= 40, checked % 10 == 0 {
                hasLine = true
                Terminal.write("\r\u{1B}[K" + Message(sv: "\(finding.code): \(checked) texter prövade …", en: "\(finding.code): \(checked) texts checked …")[language], to: .error)
            }
            return true
        }
        if hasLine { Terminal.write("\r\u{1B}[K", to: .error) }
        return answer
    }

    private func show(_ report: RemedyReport) throws {
        switch format {
        case .json: return Terminal.write(try report.json())
        case .edits: return Terminal.write(try report.edits())
        case .text: break
        }
        if report.answers.isEmpty { return Terminal.write(report.language == .sv ? "Inget att åtgärda.\n" : "Nothing to remedy.\n") }
        Terminal.write(report.text(width: Terminal.width(.output), colour: color.on(.output)))
    }

    private func write(_ number: Int, _ report: RemedyReport) throws {
        guard let (remedy, finding) = report.remedy(number) else {
            try refuse(
                report.language,
                Message(
                    sv: "Det finns ingen åtgärd med nummer \(number): \(report.count) hittades.",
                    en: "There is no remedy with number \(number): \(report.count) \(report.count == 1 ? "was" : "were") found."), Exit.usage)
        }
        // A pack is a law to many: it is changed by whoever names its file to be changed.
        if let lawful = remedy.files.first(where: { report.snapshot.sources.isOnlyOfPack($0.path) }) {
            try refuse(
                report.language,
                Message(
                    sv: "`\(lawful.path)` hör till ett lagpaket: inget skrevs. Ange filen också bland specifikationerna, eller ändra den för hand.",
                    en: "`\(lawful.path)` belongs to a law pack: nothing was written. Name the file among the specifications too, or change it by hand."), Exit.usage)
        }
        for file in remedy.files {
            // Whoever changed the file meanwhile is not overwritten.
            let now: [UInt8]
            do throws(ReadProblem) { now = try Reading.bytes(of: file.path) } catch { now = [] }
            guard now == file.old else {
                try refuse(report.language, Message(sv: "`\(file.path)` har ändrats under tiden: inget skrevs.", en: "`\(file.path)` has changed meanwhile: nothing was written."), Exit.failed)
            }
        }
        for file in remedy.files {
            if let problem = replaced(file) { try refuse(report.language, problem, Exit.failed) }
        }
        let language = report.language
        for part in remedy.parts {
            Terminal.write("\(finding.code): \(part.title[language])\n")
            if let human = part.human { Terminal.write((language == .sv ? "  Kvar för en människa: " : "  Left for a human: ") + human[language] + "\n") }
        }
        let names = remedy.files.map { "`\($0.path)`" }.joined(separator: ", ")
        Terminal.write(language == .sv ? "Skrevs till \(names).\n" : "Written to \(names).\n", to: .error)
    }

    private func replaced(_ file: Remedy.FileEdit) -> Message? {
        do throws(Writing.Problem) {
            try Writing.replace(file.path, with: file.new)
            return nil
        } catch { return error.message }
    }

    private func refuse(_ language: Language, _ message: Message, _ code: Int32) throws -> Never {
        Terminal.write("lagrum: \(message[language])\n", to: .error)
        throw ExitCode(code)
    }
}
