// The prelude and the packs that ship inside the tool: texts like any other, read by the same loader.
import Source
import Syntax

public enum BuiltIn {
    public static let prelude = "prelude"

    /// The packs in the order in which they may use one another; the prelude is no pack.
    public static var names: [String] { ["gdpr", "se", "ai_act"] }

    /// The texts of a pack or the prelude, in the order of their paths. A path is "gdpr/compatibility.lagrum".
    public static func texts(of pack: String) -> [Text] {
        let prefix = pack + "/"
        return Embedded.files.map { (path: "\($0.path)", text: $0.text) }.filter {
            $0.path.hasPrefix(prefix) && $0.path.hasSuffix(".lagrum")
        }.sorted { $0.path < $1.path }.map { file in
            Text(path: file.path, bytes: file.text.withUTF8Buffer { Array($0) })
        }
    }

    /// The page that stands beside a rule in a built-in pack, in Markdown; nil where none does.
    public static func page(of code: String, in pack: String) -> String? { embedded("\(pack)/\(code).md") }

    /// Whether a built-in pack, in use or not, has a rule of this code: each has its page.
    static func hasRule(_ code: String) -> Bool { names.contains { page(of: code, in: $0) != nil } }

    /// The specification that the pages' examples change.
    public static var exampleSpecification: String {
        let parts = (embedded("EXAMPLE.md") ?? "").split(separator: "```", omittingEmptySubsequences: false)
        return parts.filter { $0.hasPrefix("lagrum\n") }.map { String($0.dropFirst(7)) }.joined()
    }

    private static func embedded(_ path: String) -> String? {
        Embedded.files.first { "\($0.path)" == path }.map { "\($0.text)" }
    }

    /// Reads the prelude and the named packs into `files`. The caller keeps the result: it never changes.
    /// - Parameter thorough: whether all is read at once and searched for mistakes: a test does it for what ships.
    public static func load(_ names: [String] = names, into files: inout Files, thorough: Bool = false) -> Library {
        var library = Library()
        for name in [prelude] + BuiltIn.names.filter(names.contains) {
            var read: [(file: FileID, tree: FileTree)] = []
            for text in texts(of: name) {
                let tree = parse(text)
                read.append((files.add(text, memberStarts: tree.memberStarts), tree))
            }
            library.files += read.map { Library.File(pack: name, id: $0.file, tree: $0.tree) }
            if name == prelude {
                library.concepts = conceptNames(in: read.map(\.tree))
            } else {
                library.packs.append(
                    loadPack(name, read, after: library.packs, concepts: library.concepts, thorough: thorough, ships: !thorough))
            }
        }
        return library
    }
}

/// Loaded packs, and the files that they were read from.
public struct Library: Sendable {
    public struct File: Sendable {
        /// The pack's name, or "prelude".
        public let pack: String
        public let id: FileID
        public let tree: FileTree
    }
    public internal(set) var files: [File] = []
    public internal(set) var packs: [Pack] = []
    /// The prelude's concepts.
    public internal(set) var concepts = ConceptNames()

    public init() {}

    /// Adds an organisation's own pack: it may use the packs before it, and has nothing that a built-in pack lacks, nor the other way round.
    public mutating func add(_ name: String, _ read: [(file: FileID, tree: FileTree)]) {
        files += read.map { File(pack: name, id: $0.file, tree: $0.tree) }
        packs.append(loadPack(name, read, after: packs, concepts: concepts))
    }
}
