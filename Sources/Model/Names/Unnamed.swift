// Declarations that nothing names, and declarations that a namesake hides.
import Source

extension Model {
    /// The specifications' declarations that no other one names or rests on, in the order of their text: found from what the parts looked
    /// up when they were read, in one pass.
    public func unnamed(jobs: Int) -> [EntityID] {
        let named = inParallel(names.order.count, chunk: 2048, jobs: jobs, state: {}) { _, range in
            names.order[range].flatMap { declaration in store.parts[Int(declaration)].lookups.declarations.lazy.filter { $0 != declaration } }
        }
        var isNamed = [Bool](repeating: false, count: store.count)
        for chunk in named { for declaration in chunk { isNamed[Int(declaration)] = true } }
        return names.order.compactMap { declaration in
            !isNamed[Int(declaration)] && store.headers[Int(declaration)].scope.origin == .specification ? EntityID(declaration: declaration) : nil
        }
    }

    /// Pairs of declarations of which only the first is ever meant where either may stand: an `authority` and a `controller` of one name.
    public var hidden: [(declaration: EntityID, by: EntityID)] {
        var pairs: [(declaration: EntityID, by: EntityID)] = []
        for kind in Model.kindsUnder {
            for declaration in names.declared(kind.below) where store.headers[Int(declaration)].scope.origin == .specification {
                let name = store.headers[Int(declaration)].name
                for other in names.named(name) where store.headers[Int(other)].kind == kind.above {
                    let (own, second) = (store.headers[Int(declaration)].scope.file, store.headers[Int(other)].scope.file)
                    guard origins.sight.sees(own, second) || origins.sight.sees(second, own) || origins.sight.meet(own, second) else { continue }
                    let isFirst = names.ranks[Int(declaration)] < names.ranks[Int(other)]
                    pairs.append(isFirst ? (EntityID(declaration: other), EntityID(declaration: declaration)) : (EntityID(declaration: declaration), EntityID(declaration: other)))
                }
            }
        }
        return pairs
    }

    /// Kinds with a kind above them whose declarations are named in the same places. An assessment is never named where its kind is.
    private static let kindsUnder: [(below: Kind.ID, above: Kind.ID)] = Kinds.all.compactMap { kind in
        guard let under = kind.under, Kinds.named(under)?.isConcept == false, let below = Kind.ID(named: kind.name), let above = Kind.ID(named: under) else { return nil }
        return (below, above)
    }

    /// The declarations of a name, in the order of the files and their text.
    public func declarations(named name: String) -> [EntityID] { names.named(name).map { EntityID(declaration: $0) } }
}
