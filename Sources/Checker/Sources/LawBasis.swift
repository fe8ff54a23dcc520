// The law that a check asks: the packs in use and the rules of the house, kept so that the next check need not read them again.
import Law
import Model
import Source
import Syntax

/// INVARIANT: for the same packs, house packs and trees with rules it is the same law, rule by rule.
struct LawBasis: Sendable {
    /// The packs that `use` turns on, without the house's own.
    let packs: [String]
    /// Those packs, with the house's own after them.
    let builtIn: BuiltInLaw
    let library: Library
    /// The files of the specification that declare law.
    private let house: [FileTree]
    private let housePacks: [FileTree]

    init(_ packs: [String], _ builtIn: BuiltInLaw, _ sources: SourceSet, _ files: [ModelFile], after previous: LawBasis?) {
        self.packs = packs
        house = files.filter { $0.origin == .specification && declaresLaw($0.tree) }.map(\.tree)
        housePacks = sources.housePacks.flatMap(\.files).map(\.tree)
        if let previous, previous.packs == packs, LawBasis.isSame(previous.house, house), LawBasis.isSame(previous.housePacks, housePacks), housePacks.isEmpty {
            (self.builtIn, library) = (previous.builtIn, previous.library)
        } else {
            var library = builtIn.library
            addHouseRules(files, to: &library)
            (self.builtIn, self.library) = (builtIn, library)
        }
    }

    /// Whether the packs are those, so that they need not be read again. Packs of the house are.
    func serves(_ packs: [String]) -> Bool { self.packs == packs && housePacks.isEmpty }

    private static func isSame(_ a: [FileTree], _ b: [FileTree]) -> Bool {
        a.count == b.count && zip(a, b).allSatisfy { $0.text === $1.text }
    }
}
