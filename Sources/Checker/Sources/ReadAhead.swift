// Reads and parses many files at once, imports included, before they are put into their order one by one.
import Source
import Syntax

extension SourceSet {
    /// Adds files and what they import, as `add` does one after the other, read and parsed by several threads.
    /// - Parameter reader: called from any of them.
    /// - Returns: what could not be read of the files themselves.
    public mutating func add(
        _ paths: [String], jobs: Int = coreCount, reader: @Sendable (String) throws(ReadProblem) -> [UInt8]
    ) -> [(path: String, problem: ReadProblem)] {
        var known: [String: Result<FileTree, ReadProblem>] = [:]
        var wanted = paths.map(Paths.normal)
        // A handful of files is read sooner than a thread is made.
        while jobs > 1, wanted.count > 8 {
            let wave = wanted
            let read = inParallel(wave.count, chunk: 4, jobs: jobs, state: {}) { _, range in
                range.map { index -> (Result<FileTree, ReadProblem>, [String]) in
                    let path = wave[index]
                    let tree = Result<FileTree, ReadProblem>(catching: { () throws(ReadProblem) -> FileTree in parse(Text(path: path, bytes: try reader(path))) })
                    return (tree, ((try? tree.get()).map { SourceSet.imports(of: $0, at: path) } ?? []))
                }
            }.flatMap(\.self)
            for (path, result) in zip(wave, read) { known[path] = result.0 }
            var next: Set<String> = []
            for (_, imports) in read { for path in imports where known[path] == nil { next.insert(path) } }
            wanted = next.sorted()
        }
        var problems: [(path: String, problem: ReadProblem)] = []
        for path in paths {
            do throws(ReadProblem) { try add(path, known: { known[$0] }, reader: reader) } catch { problems.append((path, error)) }
        }
        return problems
    }

    /// The paths that a file's `import`s lead to.
    private static func imports(of tree: FileTree, at path: String) -> [String] {
        tree.members.flatMap { top -> [String] in
            guard let root = top.tree.root, root.form == .directive, root.word?.text == "import" else { return [] }
            return root.values.compactMap { if case .text(let relative) = $0.form { Paths.resolve(relative, from: path) } else { nil } }
        }
    }
}
