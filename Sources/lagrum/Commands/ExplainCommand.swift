// `lagrum explain`: what a code means, or why a place of a specification came out as it did.
import ArgumentParser
import Checker
import Source

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", _superCommandName: Lagrum.name,
        abstract: told(sv: "Förklarar en kod, eller en plats i en specifikation.", en: "Explains a code, or a place of a specification."),
        discussion: told(
            sv: """
                `lagrum explain P004` visar regelns sida: vad, varför, undvik, föredra, rätta. `lagrum explain FIL:RAD` och FIL:RAD:KOLUMN \
                visar anmärkningarna där med hela härledningen, och de avgöranden som rör det som står där. Slutkod 0: förklarat; 2: koden \
                eller platsen finns inte, eller något kunde inte läsas.
                """,
            en: """
                `lagrum explain P004` shows the rule's page: what, why, avoid, prefer, fix. `lagrum explain FILE:LINE` and FILE:LINE:COL \
                show the findings there with their whole derivation, and the decisions that touch what stands there. Exit code 0: \
                explained; 2: there is no such code or place, or something could not be read.
                """))

    enum Format: String, Choice { case text, json, html }

    @Argument(
        help: .told(sv: "En kod, eller FIL:RAD[:KOLUMN].", en: "A code, or FILE:LINE[:COL].", value: Message(sv: "kod eller plats", en: "code or place")),
        completion: .specification)
    var subject: String

    @Argument(
        help: .told(
            sv: "Fler specifikationer i prövningen, eller de vars egna regler koden kan höra till.",
            en: "More specifications of the check, or those whose own rules a code may be of.", value: ArgumentHelp.path), completion: .specification)
    var paths: [String] = []

    @Option(help: .told(sv: "Utskriftens form: text, JSON eller en fristående HTML-sida.", en: "Form of the output: text, JSON or one self-contained HTML page.", value: Message(sv: "form", en: "format")))
    var format: Format = .text

    @Option(name: .colour, help: .colour) var color: Colouring = .auto
    @Option(help: .pack, completion: .file()) var pack: [String] = []
    @OptionGroup var common: CommonOptions

    func run() throws {
        let place = ExplainedPlace(subject)
        let project = try Project((place.map { [$0.path] } ?? []) + paths, common, pack, isBare: true)
        if project.tell() { throw ExitCode(Exit.usage) }
        if let place { try explain(place, project) } else { try explain(code: subject, project) }
    }

    private func explain(code: String, _ project: Project) throws {
        let language = project.language
        let code = code.uppercased()
        var found = CodePage.of(code), own: [String] = []
        // The house's rules: of its packs, of the specifications named, and else of those that lagrum.yaml names.
        let isBare = project.sources.files.isEmpty && project.configuration == nil && pack.isEmpty
        func look(in project: Project) {
            let snapshot = check(project.sources, asOf: project.day)
            found = CodePage.of(code, snapshot.packs, pages: HousePages(snapshot, codes: [code], reader: Reading.bytes))
            own = snapshot.packs.flatMap(\.rules).map(\.code)
        }
        if found == nil, !isBare { look(in: project) }
        if found == nil, paths.isEmpty, project.configuration?.sources.isEmpty == false { look(in: try Project([], common, pack)) }
        guard let page = found else {
            if subject.contains("/") || subject.contains(":") || subject.hasSuffix(".lagrum") {
                try refuse(
                    Message(
                        sv: "`\(subject)` är ingen kod, och ingen plats: en plats skrivs FIL:RAD eller FIL:RAD:KOLUMN, från 1.",
                        en: "`\(subject)` is no code, and no place: a place is written FILE:LINE or FILE:LINE:COL, from 1."), language)
            }
            let near = nearest(to: code, in: CodePage.codes + own)
            try refuse(
                Message(
                    sv: "Det finns ingen kod `\(code)`"
                        + (near.map { ". Menade du `\($0)`?" } ?? ". En plats skrivs FIL:RAD eller FIL:RAD:KOLUMN."),
                    en: "There is no code `\(code)`"
                        + (near.map { ". Did you mean `\($0)`?" } ?? ". A place is written FILE:LINE or FILE:LINE:COL.")
                ), language)
        }
        switch format {
        case .text:
            Terminal.write(
                page.text(language, width: Terminal.width(.output), colour: color.on(.output)))
        case .json: Terminal.write(try page.json(language))
        case .html: Terminal.write(page.html(language))
        }
    }

    private func explain(_ place: ExplainedPlace, _ project: Project) throws {
        let language = project.language
        let snapshot = check(project.sources, asOf: project.day)
        guard let explanation = Explanation(snapshot, path: place.path, line: place.line, column: place.column) else {
            try refuse(
                Message(
                    sv: "`\(place.path)` har ingen rad \(place.line).", en: "`\(place.path)` has no line \(place.line)."
                ), language)
        }
        switch format {
        case .text:
            Terminal.write(
                explanation.text(
                    language, width: Terminal.width(.output), colour: color.on(.output)))
        case .json: Terminal.write(try explanation.json(language))
        case .html: Terminal.write(explanation.html(language))
        }
    }

    private func refuse(_ message: Message, _ language: Language) throws -> Never {
        Terminal.write("lagrum: \(message[language])\n", to: .error)
        throw ExitCode(Exit.usage)
    }
}
