// The files of one check: those asked for and those they import, read through a reader that the edge gives.
import Source
import Syntax

/// Why a file could not be read.
public enum ReadProblem: Error, Sendable, Equatable {
    case missing, directory, denied
    /// The reason, to stand inside a sentence.
    case other(Message)
}

/// The specification files of a check, imports included, in the order in which they were met.
public struct SourceSet: Sendable {
    public struct File: Sendable {
        public var path: String
        public var tree: FileTree
        /// Named on the command line, or opened in the editor; the others came by `import`.
        public var asked: Bool
        /// Indices of the files that its own `import`s lead to.
        public var imports: [Int] = []
        /// What is wrong with its imports: where, and what.
        var problems: [(member: Int, span: Span, problem: ImportProblem)] = []
        /// Files that it names, and that are not there.
        var missing: [FileReference] = []
    }
    public internal(set) var files: [File] = []
    /// By path, so that a thousand files are not compared with one another.
    private var indices: [String: Int] = [:]
    /// What lagrum.yaml says of this check.
    public internal(set) var configuration: Configuration?
    /// The packs that the configuration names by their paths.
    var housePacks: [HousePack] = []

    enum ImportProblem: Sendable {
        case unreadable(String, ReadProblem)
        case cycle([String])
    }

    public init() {}

    /// Adds a file and what it imports. An error is thrown only for the file itself; an import's is a finding at its place.
    public mutating func add(_ path: String, reader: (String) throws(ReadProblem) -> [UInt8]) throws(ReadProblem) {
        let path = Paths.normal(path)
        if let known = indices[path] { return files[known].asked = true }
        let bytes = try reader(path)
        _ = insert(path, bytes, asked: true, reader: reader, chain: [])
    }

    /// A set with other trees in place of some: what a test changes.
    func replacing(_ trees: [Int: FileTree]) -> SourceSet {
        var changed = self
        for (index, tree) in trees { (changed.files[index].tree, changed.files[index].missing) = (tree, []) }
        return changed
    }

    /// The file at an index and everything that it imports, itself first.
    func closure(of index: Int) -> SourceSet {
        var order = [index], place = 0
        while place < order.count {
            for next in files[order[place]].imports where !order.contains(next) { order.append(next) }
            place += 1
        }
        var part = SourceSet()
        (part.configuration, part.housePacks) = (configuration, housePacks)
        part.files = order.map { old in
            var file = files[old]
            file.imports = file.imports.compactMap { order.firstIndex(of: $0) }
            return file
        }
        for (index, file) in part.files.enumerated() { part.indices[file.path] = index }
        return part
    }

    /// Indices of all files that a file sees through its imports.
    func seen(from index: Int) -> Set<Int> {
        var seen: Set<Int> = [], pending = files[index].imports
        while let next = pending.popLast() {
            if seen.insert(next).inserted { pending += files[next].imports }
        }
        return seen
    }

    private mutating func insert(_ path: String, _ bytes: [UInt8], asked: Bool, reader: (String) throws(ReadProblem) -> [UInt8], chain: [String]) -> Int {
        let index = files.count
        indices[path] = index
        files.append(File(path: path, tree: parse(Text(path: path, bytes: bytes)), asked: asked))
        let chain = chain + [path]
        for (member, top) in files[index].tree.members.enumerated() {
            guard let root = top.tree.root, root.form == .directive, root.word?.text == "import" else { continue }
            for value in root.values {
                guard case .text(let relative) = value.form else { continue }
                let target = Paths.resolve(relative, from: path)
                if let place = chain.firstIndex(of: target) {
                    files[index].problems.append((member, value.span, .cycle(Array(chain[place...]) + [target])))
                } else if let known = indices[target] {
                    files[index].imports.append(known)
                } else {
                    do {
                        let bytes = try reader(target)
                        let imported = insert(target, bytes, asked: false, reader: reader, chain: chain)
                        files[index].imports.append(imported)
                    } catch { files[index].problems.append((member, value.span, .unreadable(relative, error))) }
                }
            }
        }
        return index
    }
}

/// Paths as text: `a/./b/../c` is `a/c`.
public enum Paths {
    public static func normal(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
            if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
        }
        let joined = parts.joined(separator: "/")
        return path.hasPrefix("/") ? "/" + joined : joined.isEmpty ? "." : joined
    }

    public static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// A path that a file writes, seen from the file's folder.
    public static func resolve(_ relative: String, from file: String) -> String {
        if relative.hasPrefix("/") { return normal(relative) }
        let folder = folder(of: file)
        return normal(folder.isEmpty ? relative : folder + "/" + relative)
    }
}
