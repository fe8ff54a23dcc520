// Which files see each other's declarations: by `import`, by `use`, and the prelude always.
import Source

struct Sight: Sendable {
    private let seen: [FileID: Set<FileID>]
    private let prelude: Set<FileID>
    private let importers: [FileID: Set<FileID>]

    init(_ files: [ModelFile]) {
        seen = Dictionary(files.map { ($0.id, $0.sees) }, uniquingKeysWith: { first, _ in first })
        prelude = Set(files.filter { $0.origin == .prelude }.map(\.id))
        var importers: [FileID: Set<FileID>] = [:]
        for file in files { for other in file.sees { importers[other, default: []].insert(file.id) } }
        self.importers = importers
    }

    func sees(_ file: FileID, _ other: FileID) -> Bool {
        file == other || prelude.contains(other) || (seen[file]?.contains(other) ?? false)
    }

    /// Whether some file sees both.
    func meet(_ file: FileID, _ other: FileID) -> Bool { !(importers[file] ?? []).isDisjoint(with: importers[other] ?? []) }

    /// Files whose declarations may meet those of a file: it sees them, or they see it, or a third sees both.
    func near(_ file: FileID) -> Set<FileID> {
        let own = importers[file] ?? []
        return prelude.union(seen[file] ?? []).union([file]).union(own).union(own.flatMap { seen[$0] ?? [] })
    }
}
