// Brings a configuration into a set of sources: its own packs are read, and what it names is looked for. (Baselines are the command's.)
import Law
public import Source
import Syntax

/// What the edge gives: a file's bytes, and the specifications below a folder.
public struct SourceReader: Sendable {
    public var bytes: @Sendable (String) throws(ReadProblem) -> [UInt8]
    public var specifications: @Sendable (String) throws(ReadProblem) -> [String]

    public init(
        bytes: @escaping @Sendable (String) throws(ReadProblem) -> [UInt8],
        specifications: @escaping @Sendable (String) throws(ReadProblem) -> [String]
    ) { (self.bytes, self.specifications) = (bytes, specifications) }
}

/// A law pack of the organisation's own, with the rights of those that are built in.
struct HousePack: Sendable {
    /// The file's or folder's name without its ending.
    var name: String
    var files: [(path: String, tree: FileTree)]
}

extension SourceSet {
    /// Reads what a configuration names: packs into this set, and the rest only to see that it is there.
    public mutating func configure(_ configuration: Configuration, reader: SourceReader) {
        var configuration = configuration
        func missing(_ code: String, _ path: Sited<String>, _ problem: ReadProblem) {
            configuration.problems.append(
                .init(
                    code: code, span: path.span, message: problem.message(path.value),
                    advice: Message(sv: "Sökvägen räknas från mappen där `lagrum.yaml` ligger.", en: "The path counts from the folder that holds `lagrum.yaml`.")))
        }
        housePacks = []
        for pack in configuration.packs where Configuration.isPath(pack.value) {
            do throws(ReadProblem) { housePacks.append(try read(pack: configuration.resolve(pack.value), reader)) } catch { missing("C010", pack, error) }
        }
        for path in configuration.sources + [configuration.approvals.allowedSigners].compactMap({ $0 }) {
            do throws(ReadProblem) { _ = try reader.bytes(configuration.resolve(path.value)) } catch {
                let isSource = configuration.sources.contains { $0.span == path.span }
                if error != .directory || !isSource { missing("C009", path, error) }
            }
        }
        configuration.problems.sort { ($0.span.start, $0.code) < ($1.span.start, $1.code) }
        self.configuration = configuration
    }

    /// Adds a pack of the house, a file or a folder, after those that the configuration names; one that is there already stays as it is.
    public mutating func add(pack path: String, reader: SourceReader) throws(ReadProblem) {
        let pack = try read(pack: path, reader)
        if !housePacks.contains(where: { $0.files.map(\.path) == pack.files.map(\.path) }) { housePacks.append(pack) }
    }

    private func read(pack path: String, _ reader: SourceReader) throws(ReadProblem) -> HousePack {
        let last = path.split(separator: "/").last.map(String.init) ?? path
        var paths = [path]
        var bytes: [[UInt8]] = []
        do throws(ReadProblem) { bytes = [try reader.bytes(path)] } catch {
            guard error == .directory else { throw error }
            paths = try reader.specifications(path)
            guard !paths.isEmpty else { throw .missing }
            for path in paths { bytes.append(try reader.bytes(path)) }
        }
        let trees = zip(paths, bytes).map { (path: Paths.normal($0), tree: parse(Text(path: Paths.normal($0), bytes: $1))) }
        return HousePack(name: last.hasSuffix(".lagrum") ? String(last.dropLast(7)) : last, files: trees)
    }
}

/// Finds the configuration that counts for a file or folder: the nearest lagrum.yaml, from its folder upwards.
/// - Parameter folder: absolute, or as the reader knows it.
public func findConfiguration(from folder: String, reader: (String) throws(ReadProblem) -> [UInt8]) -> Result<Configuration?, ConfigurationUnreadable> {
    var folder = Paths.normal(folder)
    while true {
        let path = folder == "/" ? "/" + Configuration.fileName : folder == "." ? Configuration.fileName : folder + "/" + Configuration.fileName
        do throws(ReadProblem) {
            return .success(readConfiguration(Text(path: path, bytes: try reader(path))))
        } catch {
            switch error {
            case .missing: break
            default: return .failure(ConfigurationUnreadable(path: path, problem: error))
            }
        }
        let above = Paths.folder(of: folder)
        if above.isEmpty || above == folder { return .success(nil) }
        folder = above
    }
}

extension SourceSet {
    /// Whether all sources of a configuration are in the check, so that what it names and nobody declares is nowhere.
    func isWhole(_ configuration: Configuration) -> Bool {
        let asked = Set(files.lazy.filter(\.asked).map(\.path)).union(folders)
        return configuration.sources.isEmpty ? files.isEmpty : configuration.sources.allSatisfy { asked.contains(configuration.resolve($0.value)) }
    }

    /// The same configuration and packs over no files.
    public var withoutFiles: SourceSet {
        var empty = SourceSet()
        (empty.configuration, empty.housePacks) = (configuration, housePacks)
        return empty
    }

    /// Everything that was read for this check: when one of them changes, the check is another.
    public var reads: Set<String> {
        Set(files.map(\.path)).union(contracts.keys).union(housePacks.flatMap(\.files).map(\.path)).union(configuration.map { [$0.text.path] } ?? [])
    }
}

/// Where a long-lived program takes its configuration from.
public enum ConfigurationChoice: Sendable {
    case nearest, none
    case file(String)
}

/// A lagrum.yaml that is there and can't be read: what it says counts, so a check without it would be another check.
public struct ConfigurationUnreadable: Error, Sendable {
    public var path: String
    public var problem: ReadProblem
    public var message: Message {
        guard problem == .directory else { return problem.message(path) }
        return Message(
            sv: "`\(path.shown)` är en mapp, ingen konfiguration. Ge mappen ett annat namn.",
            en: "`\(path.shown)` is a folder, and no configuration. Give the folder another name.")
    }
}
