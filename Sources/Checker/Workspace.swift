// A set of files that is edited and checked again: each check costs what the edits since the last one touched.
import Source
import Syntax

/// Keeps the trees of files that have not changed and the last snapshot, whose parts and verdicts the next one takes over.
///
/// INVARIANT: its snapshot finds what a check of the same texts from scratch finds.
public struct Workspace: Sendable {
    private let reader: @Sendable (String) throws(ReadProblem) -> [UInt8]
    private let jobs: Int
    /// The files asked for, in the order in which they are checked.
    private(set) var roots: [String] = []
    /// What an editor holds, which counts before what lies on disk.
    private var open: [String: Text] = [:]
    /// By path, what was read and parsed and is not known to be another.
    private var trees: [String: FileTree] = [:]
    /// Trees of texts that have changed since: the next parse takes over what it can.
    private var outdated: [String: FileTree] = [:]
    public private(set) var last: Snapshot?
    /// Roots that could not be read by the last snapshot.
    public private(set) var problems: [(path: String, problem: ReadProblem)] = []

    /// - Parameter reader: gives the bytes of a file that is not open.
    public init(jobs: Int = coreCount, reader: @escaping @Sendable (String) throws(ReadProblem) -> [UInt8]) { (self.jobs, self.reader) = (jobs, reader) }

    /// Files to check, after those asked for before.
    public mutating func ask(for paths: [String]) {
        for path in paths.map(Paths.normal) where !roots.contains(path) { roots.append(path) }
    }

    /// No longer checked for its own sake; what others import of it stays.
    public mutating func dismiss(_ path: String) { roots.removeAll { $0 == Paths.normal(path) } }

    /// The file has this text from now on, whatever lies on disk.
    public mutating func edit(_ path: String, _ bytes: [UInt8]) {
        let path = Paths.normal(path)
        forget(path)
        open[path] = Text(path: path, bytes: bytes)
    }

    /// What lies on disk counts again.
    public mutating func close(_ path: String) {
        let path = Paths.normal(path)
        if open.removeValue(forKey: path) != nil { forget(path) }
    }

    /// The file on disk is another than before, or gone.
    public mutating func changedOnDisk(_ path: String) {
        let path = Paths.normal(path)
        if open[path] == nil { forget(path) }
    }

    private mutating func forget(_ path: String) {
        if let tree = trees.removeValue(forKey: path) { outdated[path] = tree }
    }

    /// Checks all files as they are now.
    public mutating func snapshot(asOf: Day) -> Snapshot {
        var sources = SourceSet()
        problems = []
        if trees.isEmpty, open.isEmpty {
            problems = sources.add(roots, jobs: jobs, reader: reader)
        } else {
            let (trees, open, outdated) = (trees, open, outdated)
            for path in roots {
                do throws(ReadProblem) {
                    try sources.add(path, known: { path in
                        if let tree = trees[path] { return .success(tree) }
                        guard let before = outdated[path] else { return open[path].map { .success(parse($0)) } }
                        if let text = open[path] { return .success(parse(text, after: before)) }
                        return Result<FileTree, ReadProblem>(catching: { () throws(ReadProblem) -> FileTree in parse(Text(path: path, bytes: try reader(path)), after: before) })
                    }, reader: reader)
                } catch { problems.append((path, error)) }
            }
        }
        trees = Dictionary(sources.files.map { ($0.path, $0.tree) }) { first, _ in first }
        outdated = [:]
        let snapshot = check(sources, asOf: asOf, after: last, jobs: jobs)
        last = snapshot
        return snapshot
    }
}
