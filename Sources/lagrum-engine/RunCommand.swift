// `lagrum-engine run`: a plan file, the folder that its paths start from, and where the run's folder goes.
import ArgumentParser
import Engine
import Evidence
import Glibc
import Plan
import Source

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: told(
            sv: "Kör en plan: läser, framställer, prövar, raderar, friger och bevisar det.",
            en: "Runs a plan: reads, makes, evaluates, deletes, releases, and proves it."),
        discussion: told(
            sv: """
                Slutkod 0: klart; 2: fel i kommandot eller oläsbara indata; 3: ett krav är inte uppfyllt; 4: ska inte köras i dag; \
                5: körningen misslyckades; 130: avbruten.
                """,
            en: """
                Exit code 0: done; 2: usage or unreadable input; 3: a gate failed; 4: not to be run today; 5: the run failed; \
                130: interrupted.
                """))

    enum Progress: String, ExpressibleByArgument, CaseIterable { case auto, plain, json, none }

    @Option(help: .told(sv: "Planen, som `lagrum plan` skrev den.", en: "The plan, as `lagrum plan` wrote it.", value: Message(both: "plan.json")), completion: .file(extensions: ["json"]))
    var plan: String
    @Option(help: .told(sv: "Den mapp som planens sökvägar utgår från.", en: "The folder that paths in the plan start from.", value: Message(sv: "mapp", en: "folder")), completion: .directory)
    var base = "."
    @Option(help: .told(sv: "Läser en datamängd från en annan sökväg.", en: "Reads a dataset from another path.", value: Message(sv: "datamängd=sökväg", en: "dataset=path")), completion: .file())
    var data: [String] = []
    @Option(help: .told(sv: "Den mapp som får körningens egen mapp.", en: "The folder that gets the run's own folder.", value: Message(sv: "mapp", en: "folder")), completion: .directory)
    var runs = "runs"
    @Option(help: .told(
        sv: "Hur förloppet visas; auto: staplar på en terminal, rader annars.", en: "How progress is shown; auto: bars on a terminal, lines elsewhere.",
        value: Message(sv: "form", en: "form")))
    var progress = Progress.auto
    @Option(help: .told(
        sv: "Språk för meddelanden och hjälp. Utan det: det som LANG säger.", en: "Language of messages and help. Without it: as LANG says.",
        value: Message(sv: "språk", en: "language")))
    var lang: Language?

    func validate() throws {
        for entry in data where entry.split(separator: "=", maxSplits: 1).count != 2 {
            throw ValidationError(told(sv: "--data tar DATAMÄNGD=SÖKVÄG, inte '\(entry)'.", en: "--data takes DATASET=PATH, not '\(entry)'."))
        }
    }

    func run() throws {
        let language = lang ?? spoken
        let plan: Plan
        do {
            let bytes = try readWhole(self.plan)
            plan = try CanonicalJSON.value(from: bytes)
        } catch {
            complain(unreadable(error)[language])
            throw ExitCode(2)
        }
        // A misspelt name would run on the data that the plan names, and look as if it had not.
        if let unknown = overrides.keys.sorted().first(where: { name in !plan.inputs.contains { $0.dataset == name } })
        {
            let known = plan.inputs.map(\.dataset).joined(separator: ", ")
            complain(
                Message(
                    sv: "--data: planen har ingen datamängd \(unknown). De som finns: \(known).",
                    en: "--data: the plan has no dataset \(unknown). Those that it has: \(known).")[language])
            throw ExitCode(2)
        }
        Interrupt.listen()
        var options = RunOptions(
            base: base, data: overrides, runs: runs, language: language, tool: "lagrum-engine \(toolVersion)",
            isInterrupted: { Interrupt.isAsked })
        options.waitSeconds = 5
        let teller = Teller(progress, language)
        let evidence: Evidence
        do { evidence = try Engine.run(plan, options: options, events: teller.tell) } catch {
            let fault = RunError(error, step: "start", path: runs)
            teller.fail(fault.message)
            throw ExitCode(fault.isSource ? 2 : fault.isUntimely ? 4 : 5)
        }
        switch evidence.outcome {
        case .released: return
        case .gateFailed: throw ExitCode(3)
        case .failed: throw ExitCode(5)
        case .interrupted: throw ExitCode(130)
        }
    }

    private var overrides: [String: String] {
        var paths: [String: String] = [:]
        for entry in data {
            let parts = entry.split(separator: "=", maxSplits: 1)
            if parts.count == 2 { paths[String(parts[0])] = String(parts[1]) }
        }
        return paths
    }

    private func unreadable(_ error: any Error) -> Message {
        if let fault = error as? FileFault {
            let why = systemReason(fault.errno)
            return Message(
                sv: "\(plan): planen går inte att läsa: \(why.sv).", en: "\(plan): the plan can't be read: \(why.en).")
        }
        return Message(
            sv: "\(plan): filen är ingen plan. Gör en med `lagrum plan`.",
            en: "\(plan): this is no plan. Make one with `lagrum plan`.")
    }
}

extension Language: ExpressibleByArgument {}
