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
    /// The activity's edits, and those that an obstacle on the way asked for.
    package private(set) var edits: [RemedyEdit]
    package private(set) var found: [Found] = []
    package private(set) var checked = 0
    package private(set) var complete = true

    package init(_ space: RemedySpace, limit: Int) { (self.space, self.limit, edits) = (space, limit, space.edits) }

    /// Breadth first: what a set of edits meets is asked for before a larger set is tried.
    package mutating func run(_ progress: (Int) -> Bool) {
        guard case .stands(let obstacle) = space.judge(space.snapshot) else { return }
        meet(obstacle)
        var level: [(edits: [Int], grounds: Grounds?)] = [([], obstacle?.grounds)], seen: Set<[Int]> = []
        for _ in 0..<RemedyLimits.edits {
            var next: [(edits: [Int], grounds: Grounds?)] = []
            for node in level {
                for index in edits.indices where relevant(index, node.grounds) && RemedySearch.fits(edits[index], node.edits.map { edits[$0] }, space) {
                    let set = (node.edits + [index]).sorted()
                    guard seen.insert(set).inserted else { continue }
                    let chosen = set.map { edits[$0] }, atoms = RemedySearch.atoms(of: chosen), cost = RemedySearch.cost(of: chosen)
                    guard !found.contains(where: { RemedySearch.isSmaller($0.atoms, $0.cost, than: atoms, cost) }) else { continue }
                    guard checked < limit, progress(checked) else {
                        complete = false
                        return
                    }
                    checked += 1
                    switch space.judge(chosen) {
                    case .solved(let snapshot): add(Found(edits: chosen, snapshot: snapshot, cost: cost, atoms: atoms))
                    case .stands(let obstacle):
                        meet(obstacle)
                        next.append((set, obstacle?.grounds))
                    }
                }
            }
            level = next
        }
    }

    private mutating func meet(_ obstacle: RemedySpace.Obstacle?) {
        complete = complete && obstacle?.isWhole ?? true
        for edit in obstacle?.edits ?? [] where !edits.contains(where: { $0.atoms == edit.atoms && $0.cost <= edit.cost }) { edits.append(edit) }
    }

    private func relevant(_ index: Int, _ grounds: Grounds?) -> Bool {
        guard let grounds else { return true }
        return grounds.facts.contains { edits[index].touches($0) }
    }

    /// Edits of a set do different things, and what one changes stands there or is declared by another.
    package static func fits(_ edit: RemedyEdit, _ set: [RemedyEdit], _ space: RemedySpace) -> Bool {
        guard set.allSatisfy({ $0.slots.isDisjoint(with: edit.slots) }) else { return false }
        guard let owner = edit.owner, !space.isDeclared(owner) else { return true }
        return set.contains { $0.declared.contains(owner.name) }
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
