// `lagrum run`: compiles a specification and runs its plan, or runs a plan that its specification still gives.
import ArgumentParser
import Checker
import Glibc
import Plan
import Source

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", _superCommandName: Lagrum.name, abstract: told(sv: "Kör en specifikations plan.", en: "Runs the plan of a specification."),
        discussion: told(
            sv: """
                En specifikation översätts, och planen körs. En plan (PLAN.json) körs bara när specifikationen bredvid den, angiven i \
                PLAN.sources.json, fortfarande ger samma plan. Slutkod 0: frigivet; 1: anmärkningar; 2: oläsbara indata; 3: ett krav är \
                inte uppfyllt; 4: planen är inte den som specifikationen ger, eller ska inte köras i dag; 5: körningen misslyckades; \
                130: avbruten.
                """,
            en: """
                With a specification, compiles it and runs the plan. With a plan (PLAN.json), runs it only when the specification beside \
                it, named in PLAN.sources.json, still gives the same plan. Exit code 0: released; 1: findings; 2: unreadable input; 3: a \
                gate failed; 4: the plan is not what the specification gives, or is not to be run today; 5: the run failed; 130: \
                interrupted.
                """))

    @Argument(help: .told(
        sv: "En specifikation, eller en plan med sin specifikation bredvid.", en: "A specification, or a plan with its specification beside it.",
        value: Message(sv: "specifikation|plan", en: "specification|plan")), completion: .file(extensions: ["lagrum", "json"]))
    var path: String

    @Option(help: .told(sv: "Vilken behandling, när specifikationen har flera.", en: "Which activity, where the specification has several.", value: Message(sv: "namn", en: "name")))
    var activity: String?

    @Option(help: .told(sv: "Där körningens mapp läggs.", en: "Where the run's folder is made.", value: Message(sv: "mapp", en: "folder")), completion: .directory)
    var runs: String = "runs"

    @Option(help: .told(sv: "Läser en datamängd från en annan sökväg än specifikationens.", en: "Reads a dataset from another path than the specification's.", value: Message(sv: "datamängd=sökväg", en: "dataset=path")), completion: .file())
    var data: [String] = []

    @Option(help: .told(
        sv: "Hur förloppet visas; auto: staplar på en terminal, rader annars.", en: "How progress is shown; auto: bars on a terminal, lines elsewhere.",
        value: Message(sv: "form", en: "form")))
    var progress: Progress = .auto

    enum Progress: String, Choice { case auto, plain, json, none }

    @Option(name: .colour, help: .colour) var color: Colouring = .auto
    @Option(help: .pack, completion: .file()) var pack: [String] = []
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let wrong = data.first(where: { $0.split(separator: "=", maxSplits: 1).count != 2 }) {
            throw ValidationError(told(sv: "--data tar DATAMÄNGD=SÖKVÄG, inte '\(wrong)'.", en: "--data takes DATASET=PATH, not '\(wrong)'."))
        }
    }

    func run() throws {
        let compiled = path.hasSuffix(".json") ? try verified(path) : try compile(path, activity: activity, common, pack, color)
        if let obstacle = compiled.obstacle { throw refuse(obstacle, 4) }
        throw ExitCode(try Engine.run(
            compiled.bytes, base: Paths.folder(of: Writing.absolute(compiled.path)),
            arguments: ["--runs", runs, "--progress", progress.rawValue, "--lang", compiled.language.rawValue] + data.flatMap { ["--data", $0] }, compiled.language))
    }

    /// The plan file, when its specification still gives the same bytes.
    private func verified(_ path: String) throws -> CompiledPlan {
        let bytes: [UInt8], origin: PlanOrigin
        do throws(ReadProblem) { bytes = try Reading.bytes(of: path) } catch { throw refuse(error.message(path), Exit.usage) }
        let beside = PlanOrigin.path(beside: path)
        do {
            origin = try CanonicalJSON.value(from: try Reading.bytes(of: beside))
        } catch {
            throw refuse(Message(
                sv: "Planen körs bara med sin specifikation: `\(beside)` finns inte eller går inte att läsa. Kör `lagrum plan` igen.",
                en: "A plan runs only with its specification: `\(beside)` is missing or can't be read. Run `lagrum plan` again."), Exit.usage)
        }
        let compiled = try compile(Paths.resolve(origin.specification, from: Paths.normal(path)), activity: origin.activity, common, pack, color)
        if compiled.bytes == bytes { return compiled }
        throw refuse(Message(
            sv: "Planen är inte den som specifikationen ger nu: \(Digest(of: bytes).hex.prefix(12)) mot \(compiled.digest.prefix(12)). Kör `lagrum plan` igen och läs vad som ändrats.",
            en: "The plan is not what the specification gives now: \(Digest(of: bytes).hex.prefix(12)) against \(compiled.digest.prefix(12)). Run `lagrum plan` again and read what changed."), 4)
    }

    private func refuse(_ message: Message, _ code: Int32) -> ExitCode {
        Terminal.write("lagrum: \(message[common.language])\n", to: .error)
        return ExitCode(code)
    }
}
