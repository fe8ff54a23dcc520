// `lagrum-engine run`: a plan file, the folder that its paths start from, and where the run's folder goes.
import ArgumentParser
import Engine
import Evidence
import Glibc
import Plan
import Source

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run a plan: read, make, evaluate, delete, release, and prove it.",
        discussion:
            "Exit codes: 0 done; 2 usage or unreadable input; 3 a gate failed; 4 not to be run today; 5 the run failed; 130 interrupted."
    )

    enum Progress: String, ExpressibleByArgument, CaseIterable { case auto, plain, json, none }

    @Option(help: "The plan, as `lagrum plan` wrote it.") var plan: String
    @Option(help: "The folder that paths in the plan start from.") var base = "."
    @Option(help: ArgumentHelp("Read a dataset from another path.", valueName: "name=path")) var data: [String] = []
    @Option(help: "The folder that gets the run's own folder.") var runs = "runs"
    @Option(help: "auto: bars on a terminal, lines elsewhere.") var progress = Progress.auto
    @Option(help: "sv or en; otherwise as LANG says.") var lang: String?

    func validate() throws {
        for entry in data where entry.split(separator: "=", maxSplits: 1).count != 2 {
            throw ValidationError("--data takes NAME=PATH, not “\(entry)”")
        }
        if let lang, Language(rawValue: lang) == nil { throw ValidationError("--lang is sv or en, not “\(lang)”") }
    }

    func run() throws {
        let language = lang.flatMap { Language(rawValue: $0) } ?? (Self.speaksSwedish ? .sv : .en)
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

    private static var speaksSwedish: Bool {
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            if let value = getenv(name), value.pointee != 0 { return String(cString: value).hasPrefix("sv") }
        }
        return false
    }
}
