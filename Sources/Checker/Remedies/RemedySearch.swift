// The search for the smallest sets of edits: breadth first, and only where an edit touches what stands in the way.
import Law

/// Hitting sets of reasons (R. Reiter, "A theory of diagnosis from first principles", 1987): what stands in the way of a set rests
/// on facts, and a larger set can only help if one more of its edits touches one of them. So no way out is missed, and most sets are
/// never tried.
package struct RemedySearch {
    package struct Found {
        package var edits: [RemedyEdit]
        var snapshot: Snapshot
        package var cost: Int
        package var atoms: Set<String>
    }

    let space: RemedySpace
    let limit: Int
    package private(set) var found: [Found] = []
    package private(set) var checked = 0
    package private(set) var complete = true

    package init(_ space: RemedySpace, limit: Int) { (self.space, self.limit) = (space, limit) }

    package mutating func run(_ progress: (Int) -> Bool) {
        guard case .stands(let grounds) = space.judge(space.snapshot) else { return }
        var level: [(edits: [Int], grounds: Grounds?)] = [([], grounds)], seen: Set<[Int]> = []
        for _ in 0..<RemedyLimits.edits {
            var next: [(edits: [Int], grounds: Grounds?)] = []
            for node in level {
                for index in space.edits.indices where relevant(index, node.grounds) && fits(index, node.edits) {
                    let set = (node.edits + [index]).sorted()
                    guard seen.insert(set).inserted else { continue }
                    let edits = set.map { space.edits[$0] }, atoms = RemedySearch.atoms(of: edits)
                    guard !found.contains(where: { RemedySearch.isSmaller($0.atoms, $0.cost, than: atoms, RemedySearch.cost(of: edits)) }) else { continue }
                    guard checked < limit, progress(checked) else {
                        complete = false
                        return
                    }
                    checked += 1
                    switch space.judge(edits) {
                    case .solved(let snapshot): add(Found(edits: edits, snapshot: snapshot, cost: RemedySearch.cost(of: edits), atoms: atoms))
                    case .stands(let grounds): next.append((set, grounds))
                    }
                }
            }
            level = next
        }
    }

    private func relevant(_ index: Int, _ grounds: Grounds?) -> Bool {
        guard let grounds else { return true }
        return grounds.facts.contains { space.edits[index].touches($0) }
    }

    /// Edits of a set add different things.
    private func fits(_ index: Int, _ set: [Int]) -> Bool {
        !set.contains(index) && set.allSatisfy { space.edits[$0].atoms.isDisjoint(with: space.edits[index].atoms) }
    }

    private mutating func add(_ one: Found) {
        found.removeAll { RemedySearch.isSmaller(one.atoms, one.cost, than: $0.atoms, $0.cost) }
        if !found.contains(where: { RemedySearch.isSmaller($0.atoms, $0.cost, than: one.atoms, one.cost) }) { found.append(one) }
    }

    package static func cost(of edits: [RemedyEdit]) -> Int { edits.reduce(0) { $0 + $1.cost } }
    package static func atoms(of edits: [RemedyEdit]) -> Set<String> { edits.reduce(into: []) { $0.formUnion($1.atoms) } }

    /// Whether one set adds less of the same: a true part, or the same at no more cost.
    package static func isSmaller(_ atoms: Set<String>, _ cost: Int, than others: Set<String>, _ otherCost: Int) -> Bool {
        atoms.isStrictSubset(of: others) || atoms == others && cost <= otherCost
    }
}
