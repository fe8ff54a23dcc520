// The law of a check: built-in packs turned on by `use`, and rules that the specification's own files declare.
import Law
import Model
import Source
import Syntax

/// The built-in law, read once a process, with the files that it was read from.
struct BuiltInLaw: Sendable {
    var files = Files()
    var library = Library()

    static func of(_ packs: [String]) -> BuiltInLaw { packs == BuiltIn.names ? all : packs.isEmpty ? none : read(packs) }

    private static let all = read(BuiltIn.names)
    private static let none = read([])

    private static func read(_ packs: [String]) -> BuiltInLaw {
        var law = BuiltInLaw()
        // Their tables are proved complete by the project's own tests.
        law.library = BuiltIn.load(packs, into: &law.files)
        return law
    }
}

extension BuiltInLaw {
    /// With the packs of the house after those that are built in. A pack's file that is itself checked is a source, and no file of the pack.
    func adding(_ packs: [HousePack], besides sources: SourceSet) -> (law: BuiltInLaw, findings: [Diagnostic]) {
        guard !packs.isEmpty else { return (self, []) }
        var law = self, findings: [Diagnostic] = []
        let paths = Set(sources.files.map(\.path))
        for pack in packs {
            let read = pack.files.filter { !paths.contains($0.path) }.map { path, tree in
                (file: law.files.add(tree.text, memberStarts: tree.memberStarts), tree: tree)
            }
            findings += read.flatMap { $0.tree.diagnostics(file: $0.file) }
            if !read.isEmpty { law.library.add(pack.name, read) }
        }
        return (law, findings)
    }
}

extension Library.File {
    var origin: Entity.Origin { pack == BuiltIn.prelude ? .prelude : .pack(pack) }
}

extension SourceSet {
    /// A file of a house pack that a specification imports, and that nobody asked to have checked itself.
    public func isOnlyOfPack(_ path: String) -> Bool {
        housePacks.contains { $0.files.contains { $0.path == path } } && !files.contains { $0.path == path && $0.asked }
    }
}

/// Rules that stand in a specification are a pack of its own, after those it uses.
func addHouseRules(_ files: [ModelFile], to library: inout Library) {
    let house = files.filter { $0.origin == .specification && declaresLaw($0.tree) }.map { (file: $0.id, tree: $0.tree) }
    if !house.isEmpty { library.add("house", house) }
}

func declaresLaw(_ tree: FileTree) -> Bool { lawWords.contains(where: tree.begins) }

private let lawWords = ["norm", "define", "decision", "rule", "pack"].compactMap { Word($0) }
