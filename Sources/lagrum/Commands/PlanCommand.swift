// `lagrum plan`: compiles an activity to its canonical plan.
import ArgumentParser
import Plan
import Source

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", _superCommandName: Lagrum.name,
        abstract: told(sv: "Översätter en laglig behandling till dess kanoniska plan.", en: "Compiles a lawful activity to its canonical plan."),
        discussion: told(
            sv: """
                Samma innebörd ger samma byte, så att planens SHA-256 är dess namn. Bredvid PLAN.json läggs PLAN.sources.json: vilken \
                specifikation den kom ur. Slutkod 0: planen finns; 1: anmärkningar; 2: något kunde inte läsas; 5: planen kunde inte skrivas.
                """,
            en: """
                The same meaning gives the same bytes, so that the plan's SHA-256 names it. Beside PLAN.json stands PLAN.sources.json: \
                which specification it came from. Exit code 0: planned; 1: findings; 2: something could not be read; 5: the plan could \
                not be written.
                """))

    @Argument(help: .told(sv: "Specifikationen.", en: "The specification.", value: Message(sv: "specifikation", en: "specification")), completion: .specification)
    var path: String

    @Option(help: .told(sv: "Vilken behandling, när specifikationen har flera.", en: "Which activity, where the specification has several.", value: Message(sv: "namn", en: "name")))
    var activity: String?

    @Option(name: .shortAndLong, help: .told(sv: "Planens fil. Utan den skrivs planen på standard ut.", en: "The plan's file. Without it, the plan goes to standard output.", value: Message(both: "plan.json")), completion: .file(extensions: ["json"]))
    var output: String?

    @Option(name: .colour, help: .colour) var color: Colouring = .auto
    @Option(help: .pack, completion: .file()) var pack: [String] = []
    @OptionGroup var common: CommonOptions

    func run() throws {
        let compiled = try compile(path, activity: activity, common, pack, color)
        guard let output else { return Terminal.write(compiled.bytes) }
        let origin = PlanOrigin(specification: path, of: output, activity: compiled.plan.activity.name, digest: compiled.digest)
        do {
            try Writing.write(compiled.bytes, to: output, madeFrom: compiled.snapshot.sources)
            try Writing.write(try CanonicalJSON.bytes(of: origin), to: PlanOrigin.path(beside: output), madeFrom: compiled.snapshot.sources)
        } catch let problem as Writing.Problem {
            Terminal.write("lagrum: \(problem.message[compiled.language])\n", to: .error)
            throw ExitCode(problem.code)
        }
        Terminal.write(compiled.language == .sv
            ? "Planen \(compiled.digest) står i \(output).\n" : "Plan \(compiled.digest) written to \(output).\n")
    }
}
