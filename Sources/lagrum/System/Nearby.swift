// The specifications beside those of a check: looked into only when a name is missing, and one of them may declare it.
import Checker
import Source
import Syntax

extension Snapshot {
    /// With an `import` offered for each unknown name that a file beside the check declares: one in the same folder, or one that
    /// lagrum.yaml names.
    func offeringImports(_ configuration: Configuration?) -> Snapshot {
        guard !unknownNames.isEmpty else { return self }
        let known = Set(sources.files.map(\.path))
        var paths: Set<String> = []
        for folder in Set(sources.files.filter(\.asked).map { Paths.folder(of: $0.path) }) {
            paths.formUnion(Reading.specifications(in: folder.isEmpty ? "." : folder).map(Paths.normal))
        }
        for source in configuration?.sources.compactMap({ configuration?.resolve($0.value) }) ?? [] {
            paths.formUnion((Reading.isFolder(source) ? Reading.specifications(below: source).files : [source]).map(Paths.normal))
        }
        // What is larger than people write, and a folder of more, is read by asking for it.
        var trees: [FileTree] = [], left = 1 << 22
        for path in paths.subtracting(known).sorted() {
            guard let size = Reading.size(of: path), size <= min(left, 1 << 20), let bytes = try? Reading.bytes(of: path) else { continue }
            left -= bytes.count
            trees.append(parse(Text(path: path, bytes: bytes)))
        }
        return offering(trees)
    }
}
