// Reads and parses many files at once, imports included, before they are put into their order one by one.
import Source
import Syntax

extension SourceSet {
    /// Adds files and what they import, as `add` does one after the other, read and parsed by several threads.
    /// - Parameter previous: an earlier set of the same files: where the bytes are the same, their trees are taken over.
    /// - Parameter reader: called from any of them.
    /// - Returns: what could not be read of the files themselves.
    public mutating func add(
        _ paths: [String], after previous: SourceSet? = nil, jobs: Int = coreCount, reader: @Sendable (String) throws(ReadProblem) -> [UInt8]
    ) -> [(path: String, problem: ReadProblem)] {
        var known: [String: Result<ReadFile, ReadProblem>] = [:]
        var wanted = paths.map(Paths.normal)
        let before = Dictionary((previous?.files ?? []).map { ($0.path, $0) }) { first, _ in first }
        var named: [String: [FileReference]] = [:]
        // A handful of files is read sooner than a thread is made.
        while jobs > 1 && wanted.count > 8 || !before.isEmpty && !wanted.isEmpty {
            let wave = wanted
            let read = inParallel(wave.count, chunk: 4, jobs: jobs, state: {}) { _, range in
                range.map { index in
                    let path = wave[index], old = before[path]
                    // What it says of other files is looked up while it is at hand.
                    let file = Result<ReadFile, ReadProblem>(catching: { () throws(ReadProblem) -> ReadFile in
                        let bytes = try reader(path)
                        return ReadFile(old?.tree.reading(bytes) ?? parse(Text(path: path, bytes: bytes)))
                    })
                    let found = (try? file.get())?.tree
                    let isOld = found.map { $0.text === old?.tree.text } ?? false
                    return (file: file, imports: found.map { $0.importedPaths.map { Paths.resolve($0, from: path) } } ?? [], references: isOld ? old?.references : found.map { references(in: $0) })
                }
            }.flatMap(\.self)
            for (path, result) in zip(wave, read) { (known[path], named[path]) = (result.file, result.references) }
            var next: Set<String> = []
            for result in read { for path in result.imports where known[path] == nil { next.insert(path) } }
            wanted = next.sorted()
        }
        var problems: [(path: String, problem: ReadProblem)] = []
        for path in paths {
            do throws(ReadProblem) { try add(path, known: { known[$0] }, reader: reader) } catch { problems.append((path, error)) }
        }
        for index in files.indices where files[index].references == nil { files[index].references = named[files[index].path] }
        return problems
    }
}
