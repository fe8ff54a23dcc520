// Which values of its factors a decision can meet together: what its tests ought to try.
import Model
import Source

extension Library {
    /// The combinations of the factors that weigh facts, as the rows of the factors allow them; what follows from other factors is left out.
    /// nil when there are more than `bound` of them.
    public func combinations(of decision: Decision, bound: Int = 5000) -> [[String: String]]? {
        var taxonomy = concepts
        for pack in packs { taxonomy.merge(pack.concepts) }
        let search = FormulaSearch(taxonomy: taxonomy)
        let names = decision.parameters.map(\.name) + [String](repeating: "?", count: max(0, decision.frame - decision.parameters.count))
        var met: [(values: [String: String], holds: Formula)] = [([:], .constant(true))]
        for (index, factor) in decision.factors.enumerated() where factor.weighsFacts {
            let builder = FormulaBuilder(factors: Array(decision.factors[...index]))
            var next: [(values: [String: String], holds: Formula)] = []
            for (values, holds) in met {
                for (value, name) in factor.values.enumerated() {
                    let both = Formula.and(holds, builder.has(index, value, names))
                    guard search.possible(both) != .impossible else { continue }
                    next.append((values.merging([factor.name: name]) { $1 }, both))
                    guard next.count <= bound else { return nil }
                }
            }
            met = next
        }
        return met.map(\.values)
    }
}

extension FormulaBuilder {
    func has(_ factor: Int, _ value: Int, _ names: [String]) -> Formula {
        formula(Node(.factor(factor, in: [value]), .truth, Snippet(place: factors[factor].place, text: "")), names)
    }
}

extension Decision.Factor {
    /// How a value reads, by its place among the values.
    public func title(of value: Int) -> Message { titles[value] ?? Message(both: values[value].replacing("_", with: " ")) }

    /// Whether facts decide it, and not earlier factors.
    public var weighsFacts: Bool { !rows.contains { $0.guardNode?.mentionsFactor ?? false } }
}
