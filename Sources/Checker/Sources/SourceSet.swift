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
        /// The contracts that its datasets take their tables from.
        var contracts: [ContractUse]
        /// Files that it names; nil before anybody asked.
        var references: [FileReference]?
        /// Those of them that are not there.
        var missing: [FileReference] = []

        init(path: String, _ read: ReadFile, asked: Bool) { (self.path, tree, contracts, self.asked) = (path, read.tree, read.contracts, asked) }
    }

    /// A file's tree, with what was looked up in it while it was at hand.
    struct ReadFile: Sendable {
        let tree: FileTree
        let contracts: [ContractUse]
        init(_ tree: FileTree) { (self.tree, contracts) = (tree, contractUses(in: tree)) }
    }
    public internal(set) var files: [File] = []
    /// Where each path stands among the files.
    private var places: [String: Int] = [:]
    /// What tells whether two paths lead to one file, where the edge can: links, and ways round by other folders.
    public var identity: (@Sendable (String) -> String?)?
    private var identities: [String: Int] = [:]
    /// What lagrum.yaml says of this check.
    public internal(set) var configuration: Configuration?
    /// The packs that the configuration names by their paths.
    var housePacks: [HousePack] = []
    /// Folders that were asked for as a whole: what nothing below one names may be told of.
    public private(set) var folders: [String] = []
    public mutating func ask(forAllOf folder: String) { folders.append(Paths.normal(folder)) }
    /// What `tables: from` leads to, by path.
    var contracts: [String: Result<ContractFile, ReadProblem>] = [:]

    enum ImportProblem: Sendable {
        case unreadable(String, ReadProblem)
        case cycle([String])
    }

    public init() {}

    /// Files that are known already, asked for before a file is read: nil for a file to read.
    typealias KnownFiles = (_ path: String) -> Result<ReadFile, ReadProblem>?

    /// Adds a file and what it imports. An error is thrown only for the file itself; an import's is a finding at its place.
    public mutating func add(_ path: String, reader: (String) throws(ReadProblem) -> [UInt8]) throws(ReadProblem) {
        try add(path, known: { _ in nil }, reader: reader)
    }

    mutating func add(_ path: String, known: KnownFiles, reader: (String) throws(ReadProblem) -> [UInt8]) throws(ReadProblem) {
        let path = Paths.normal(path)
        if let place = place(of: path) { return files[place].asked = true }
        let read = try SourceSet.read(path, known, reader)
        _ = insert(path, read, asked: true, known: known, reader: reader, chain: [])
    }

    /// As `add`, taking over the trees of an earlier set where the bytes are the same.
    public mutating func add(_ path: String, after previous: SourceSet?, reader: (String) throws(ReadProblem) -> [UInt8]) throws(ReadProblem) {
        guard let previous else { return try add(path, reader: reader) }
        try add(path, known: { path in
            guard let place = previous.places[path] else { return nil }
            let before = previous.files[place].tree
            return Result<ReadFile, ReadProblem>(catching: { () throws(ReadProblem) -> ReadFile in
                ReadFile(before.reading(try reader(path)))
            })
        }, reader: reader)
    }

    /// Where a file stands that is in the set already, by this path or another.
    private mutating func place(of path: String) -> Int? {
        if let place = places[path] { return place }
        guard let identity = identity?(path), let place = identities[identity] else { return nil }
        places[path] = place
        return place
    }

    private static func read(_ path: String, _ known: KnownFiles, _ reader: (String) throws(ReadProblem) -> [UInt8]) throws(ReadProblem) -> ReadFile {
        if let known = known(path) { return try known.get() }
        return ReadFile(parse(Text(path: path, bytes: try reader(path))))
    }

    /// A set with other trees in place of some: what a test changes.
    func replacing(_ trees: [Int: FileTree]) -> SourceSet {
        var changed = self
        for (index, tree) in trees {
            let file = changed.files[index]
            changed.files[index] = File(path: file.path, ReadFile(tree), asked: file.asked)
            (changed.files[index].imports, changed.files[index].problems) = (file.imports, file.problems)
        }
        return changed
    }

    /// A set whose imports are those that its trees write, as far as they lead to files of the set and to no circle.
    func relinked() -> SourceSet {
        var linked = self
        for index in files.indices {
            for (_, root) in files[index].tree.roots(.import, .directive) {
                for value in root.values {
                    guard case .text(let relative) = value.form else { continue }
                    let target = Paths.resolve(relative, from: files[index].path)
                    guard let found = files.firstIndex(where: { $0.path == target }), found != index, !linked.files[index].imports.contains(found),
                        !linked.seen(from: found).contains(index)
                    else { continue }
                    linked.files[index].imports.append(found)
                }
            }
        }
        return linked
    }

    /// The same with files that the trees import and the set lacks, read.
    func relinked(reader: (String) throws(ReadProblem) -> [UInt8]) -> SourceSet {
        var linked = self
        for index in files.indices {
            for target in files[index].tree.importedPaths.map({ Paths.resolve($0, from: files[index].path) }) where linked.places[target] == nil {
                guard let read = try? SourceSet.read(target, { _ in nil }, reader) else { continue }
                _ = linked.insert(target, read, asked: false, known: { _ in nil }, reader: reader, chain: [files[index].path])
            }
        }
        return linked.relinked()
    }

    /// The file at an index and everything that it imports, itself first.
    func closure(of index: Int) -> SourceSet {
        var order = [index], place = 0
        while place < order.count {
            for next in files[order[place]].imports where !order.contains(next) { order.append(next) }
            place += 1
        }
        var part = SourceSet()
        (part.configuration, part.housePacks, part.contracts) = (configuration, housePacks, contracts)
        part.files = order.map { old in
            var file = files[old]
            file.imports = file.imports.compactMap { order.firstIndex(of: $0) }
            return file
        }
        for (index, file) in part.files.enumerated() { part.places[file.path] = index }
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

    /// Imports that lead to imports: so many files inside one another, and no more.
    private static let deepest = 256
    private static let tooDeep = Message(sv: "importerna leder vidare i fler än \(deepest) led", en: "imports lead on to imports more than \(deepest) files deep")

    /// Other files may hold personal data, and a finding quotes the line that it is about.
    public static let notLagrum = Message(sv: "namnet slutar inte på `.lagrum`, så den är ingen specifikation", en: "its name does not end in `.lagrum`, so it is no specification")

    /// A long circle is shown by where it begins and ends.
    private static func shown(_ circle: ArraySlice<String>) -> [String] {
        circle.count <= 8 ? Array(circle) : circle.prefix(4) + ["…"] + circle.suffix(3)
    }

    private mutating func insert(
        _ path: String, _ read: ReadFile, asked: Bool, known trees: KnownFiles, reader: (String) throws(ReadProblem) -> [UInt8], chain: [String]
    ) -> Int {
        let index = files.count
        files.append(File(path: path, read, asked: asked))
        places[path] = index
        if let identity = identity?(path) { identities[identity] = index }
        let chain = chain + [path]
        for use in files[index].contracts {
            let target = Paths.resolve(use.path, from: path)
            if contracts[target] == nil { contracts[target] = Result { () throws(ReadProblem) in ContractFile(Text(path: target, bytes: try reader(target))) } }
        }
        for (member, root) in files[index].tree.roots(.import, .directive) {
            for value in root.values {
                guard case .text(let relative) = value.form else { continue }
                guard Paths.isSpecification(relative) else {
                    files[index].problems.append((member, value.span, .unreadable(relative, .other(SourceSet.notLagrum))))
                    continue
                }
                let target = Paths.resolve(relative, from: path), known = place(of: target)
                if let place = chain.firstIndex(of: known.map { files[$0].path } ?? target) {
                    files[index].problems.append((member, value.span, .cycle(SourceSet.shown(chain[place...] + [chain[place]]))))
                } else if let known {
                    files[index].imports.append(known)
                } else if chain.count >= SourceSet.deepest {
                    files[index].problems.append((member, value.span, .unreadable(relative, .other(SourceSet.tooDeep))))
                } else {
                    do throws(ReadProblem) {
                        let read = try SourceSet.read(target, trees, reader)
                        let imported = insert(target, read, asked: false, known: trees, reader: reader, chain: chain)
                        files[index].imports.append(imported)
                    } catch { files[index].problems.append((member, value.span, .unreadable(relative, error))) }
                }
            }
        }
        return index
    }
}

extension FileTree {
    /// What its `import`s name.
    var importedPaths: [String] {
        roots(.import, .directive).flatMap { _, root in
            root.values.compactMap { if case .text(let path) = $0.form, Paths.isSpecification(path) { path } else { nil } }
        }
    }
}

extension FileTree {
    /// The tree of what the file holds now: this one where that is the same, and what can be kept of it elsewhere.
    func reading(_ bytes: [UInt8]) -> FileTree { bytes == text.bytes ? self : parse(Text(path: text.path, bytes: bytes), after: self) }
}

/// Paths as text: `a/./b/../c` is `a/c`.
public enum Paths {
    public static func normal(_ path: String) -> String {
        if isNormal(path) { return path }
        var parts: [Substring] = []
        for part in path.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init) where part != "." {
            if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
        }
        let joined = parts.joined(separator: "/")
        return path.hasPrefix("/") ? "/" + joined : joined.isEmpty ? "." : joined
    }

    /// No part of it is empty, `.` or `..`: as nearly all are.
    private static func isNormal(_ path: String) -> Bool {
        let dot = UInt8(ascii: "."), slash = UInt8(ascii: "/")
        var length = 0, dots = 0, isFirst = true
        for byte in path.utf8 {
            if byte != slash {
                length += 1
                if byte == dot { dots += 1 }
                continue
            }
            // In front stands an empty part where the path begins at the root.
            if length == 0 ? !isFirst : dots == length && length <= 2 { return false }
            (length, dots, isFirst) = (0, 0, false)
        }
        return length > 0 && !(dots == length && length <= 2)
    }

    public static func isSpecification(_ path: String) -> Bool { path.hasSuffix(".lagrum") }

    public static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// A path that a file writes, seen from the file's folder.
    public static func resolve(_ relative: String, from file: String) -> String {
        if relative.hasPrefix("/") { return normal(relative) }
        let folder = folder(of: file)
        return normal(folder.isEmpty ? relative : folder + "/" + relative)
    }
}
