// What a command works on: the configuration that counts, the specifications, and what options, file and environment say together.
import ArgumentParser
import Checker
import Glibc
import Source
import Yaml

struct Project {
    let configuration: Configuration?
    let language: Language
    /// The day on which the law is read.
    let day: Day
    /// The paths asked for, or the sources that the configuration names.
    let paths: [String]
    let read: Specifications
    let settings: EffectiveSettings

    var sources: SourceSet { read.sources }

    /// Finds and reads the configuration, and then the specifications.
    /// - Parameters:
    ///   - paths: as the user gave them; without any, the configuration's sources are read.
    ///   - previous: an earlier set of the same files, whose trees are taken over where the bytes are the same.
    ///   - isBare: nothing is read where no path is given: `lagrum explain CODE`, `lagrum config`.
    init(_ paths: [String], _ common: CommonOptions, _ packs: [String] = [], options: [String: (value: YamlValue, option: String)] = [:], isBare: Bool = false, stdinPath: String? = nil, after previous: SourceSet? = nil, jobs: Int = coreCount) throws {
        let (environment, variable) = Language.environment
        var spoken = common.lang ?? environment
        try refuseEmpty(paths + packs, spoken)
        do throws(ConfigurationProblem) { configuration = try Project.configuration(for: paths.map { $0 == "-" ? stdinPath ?? "." : $0 }, common) } catch {
            Terminal.write("lagrum: \(error.message[spoken])\n", to: .error)
            throw ExitCode(Exit.usage)
        }
        spoken = common.lang ?? configuration?.language?.value ?? environment
        language = spoken
        let today = Reading.today()
        day = common.asOf ?? configuration?.asOf?.value ?? today
        var options = options
        if let lang = common.lang { options["language"] = (.text(lang.rawValue), "--lang") }
        if let asOf = common.asOf { options["as of"] = (.text(asOf.description), "--as-of") }
        settings = EffectiveSettings(configuration, options: options, environment: (environment, variable), today: today)

        let own = configuration.map { configuration in configuration.sources.map { configuration.resolve($0.value) } } ?? []
        self.paths = paths.isEmpty && !isBare ? own : paths
        if paths.isEmpty, !isBare, own.isEmpty {
            // What is wrong in the file is why it names nothing.
            if let configuration, !configuration.problems.isEmpty {
                let problems = configuration.findings()
                show(problems.findings, problems.files, spoken, .auto, to: .error)
                throw ExitCode(Exit.findings)
            }
            let message = Message(sv: "Ange en sökväg, eller `sources` i lagrum.yaml.", en: "Give a path, or `sources` in lagrum.yaml.")
            Terminal.write("lagrum: \(message[spoken])\n", to: .error)
            throw ExitCode(Exit.usage)
        }
        // One order, whatever the shell gave.
        var read = Specifications(paths: isBare && paths.isEmpty ? [] : self.paths.sorted(), stdinPath: stdinPath, after: previous, jobs: jobs)
        // A source that is missing is a finding in lagrum.yaml, and told once.
        if paths.isEmpty { read.problems = read.problems.filter { problem in !own.contains { problem == ReadProblem.missing.message($0) } } }
        if let configuration { read.sources.configure(configuration, reader: Reading.reader) }
        for pack in packs {
            do throws(ReadProblem) { try read.sources.add(pack: pack, reader: Reading.reader) } catch { read.problems.append(error.message(pack)) }
        }
        self.read = read
    }

    func tell() -> Bool { read.tell(language) }

    /// The language of a command that takes nothing else from lagrum.yaml.
    static func language(_ option: Language?, near path: String) -> Language {
        if let option { return option }
        let absolute = Writing.absolute(path == "-" ? "." : path), folder = Reading.isFolder(absolute) ? absolute : Paths.folder(of: absolute)
        let found = folder.hasPrefix("/") ? try? findConfiguration(from: folder, reader: Reading.bytes).get() : nil
        return found?.language?.value ?? Language.ofEnvironment
    }

    // MARK: Finding it

    struct ConfigurationProblem: Error { var message: Message }

    private static func configuration(for paths: [String], _ common: CommonOptions) throws(ConfigurationProblem) -> Configuration? {
        if common.noConfig { return nil }
        if let file = common.config {
            do throws(ReadProblem) { return readConfiguration(Text(path: Paths.normal(file), bytes: try Reading.bytes(of: file))) } catch {
                throw ConfigurationProblem(message: error.message(file))
            }
        }
        var found: [(path: String, configuration: Configuration?)] = []
        for path in paths.isEmpty ? ["."] : paths.sorted() {
            let absolute = Writing.absolute(path)
            let folder = Reading.isFolder(absolute) ? absolute : Paths.folder(of: absolute)
            guard folder.hasPrefix("/") else { continue }
            switch findConfiguration(from: folder, reader: Reading.bytes) {
            case .success(let configuration): found.append((path, configuration))
            case .failure(let unreadable): throw ConfigurationProblem(message: unreadable.message)
            }
        }
        guard let first = found.first else { return nil }
        if let other = found.first(where: { $0.configuration?.text.path != first.configuration?.text.path }) {
            throw ConfigurationProblem(
                message: Message(
                    sv: "`\(first.path)` och `\(other.path)` har olika lagrum.yaml. Pröva dem var för sig, eller ange en med --config.",
                    en: "`\(first.path)` and `\(other.path)` have different lagrum.yaml. Check them one by one, or give one with --config."))
        }
        guard let configuration = first.configuration else { return nil }
        // As the user would write it, so that the paths in findings are those that the user knows.
        let shown = Writing.relative(configuration.text.path)
        return shown == configuration.text.path ? configuration : readConfiguration(Text(path: shown, bytes: configuration.text.bytes))
    }
}

extension Reading {
    /// The file system for what a configuration names.
    static let reader = SourceReader(
        bytes: { path throws(ReadProblem) in try Reading.bytes(of: path) },
        specifications: { path throws(ReadProblem) in
            try Reading.mustOpen(path)
            return Reading.specifications(below: path).files
        })
}

extension Writing {
    /// An absolute path, as seen from the working folder where one of the two holds the other.
    static func relative(_ path: String) -> String {
        let here = absolute(".").split(separator: "/"), there = path.split(separator: "/")
        let folder = there.dropLast(), common = zip(here, folder).prefix { $0 == $1 }.count
        guard path.hasPrefix("/"), common == here.count || common == folder.count else { return path }
        return (Array(repeating: "..", count: here.count - common) + there.dropFirst(common).map(String.init)).joined(separator: "/")
    }
}
