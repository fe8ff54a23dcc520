// Searches a decision's table for combinations that reach no conclusion and rows that nothing reaches.
import Model
import Source

extension PackLoader {
    func completeness(of decision: Decision) -> [Diagnostic] {
        var search = TableSearch(decision)
        search.explore([:])
        guard !search.exceeded else { return [] }
        var found: [Diagnostic] = []
        if let example = search.unconcluded {
            found.append(PackFinding.noConclusion(decision.name, example, (unused[decision.name] ?? []).map(\.text), at: decision.place))
        }
        for (index, row) in decision.rows.enumerated() where row.guardNode != nil && !search.reached.contains(index) {
            found.append(PackFinding.unreachable("conclude \(decision.conclusions[row.conclusion])", at: row.place))
        }
        return found
    }
}

/// A factor that weighs facts is free to have any of its values; one that weighs factors follows from them; any other condition is
/// free to be yes or no, and the same wherever it reads the same.
private struct TableSearch {
    enum Variable: Hashable {
        case factor(Int)
        case condition(String)
    }

    let decision: Decision
    private let derived: [Bool]
    private(set) var reached: Set<Int> = []
    private(set) var unconcluded: Message?
    private(set) var exceeded = false
    private var steps = 0

    init(_ decision: Decision) {
        self.decision = decision
        derived = decision.factors.map { factor in factor.rows.contains { $0.guardNode?.mentionsFactor ?? false } }
    }

    mutating func explore(_ assumed: [Variable: Int]) {
        steps += 1
        guard steps < 100_000 else {
            exceeded = true
            return
        }
        for (index, row) in decision.rows.enumerated() {
            guard let guardNode = row.guardNode else {
                reached.insert(index)
                return
            }
            var open: Variable?
            switch truth(guardNode, assumed, &open) {
            case .yes:
                reached.insert(index)
                return
            case .no: continue
            case .unknown:
                guard let open else { return }
                let count = if case .factor(let factor) = open { decision.factors[factor].values.count } else { 2 }
                for value in 0..<count { explore(assumed.merging([open: value]) { $1 }) }
                return
            }
        }
        if unconcluded == nil { unconcluded = describe(assumed) }
    }

    private func truth(_ node: Node, _ assumed: [Variable: Int], _ open: inout Variable?) -> Three {
        switch node.form {
        case .constant(.truth(let truth)): return Three(truth)
        case .not(let inner): return !truth(inner, assumed, &open)
        case .and(let left, let right):
            let first = truth(left, assumed, &open)
            return first == .no ? .no : min(first, truth(right, assumed, &open))
        case .or(let left, let right):
            let first = truth(left, assumed, &open)
            return first == .yes ? .yes : max(first, truth(right, assumed, &open))
        case .factor(let index, let wanted):
            let values = values(of: index, assumed, &open)
            let inside = values.filter(wanted.contains).count
            return inside == values.count ? .yes : inside == 0 ? .no : .unknown
        default:
            let variable = Variable.condition(Evaluation.flat(node.source.text))
            if let value = assumed[variable] { return Three(value == 1) }
            open = open ?? variable
            return .unknown
        }
    }

    private func values(of index: Int, _ assumed: [Variable: Int], _ open: inout Variable?) -> Set<Int> {
        let factor = decision.factors[index]
        guard derived[index] else {
            if let value = assumed[.factor(index)] { return [value] }
            open = open ?? .factor(index)
            return Set(factor.values.indices)
        }
        var values: Set<Int> = []
        for row in factor.rows {
            guard let guardNode = row.guardNode else { return values.union([row.value]) }
            switch truth(guardNode, assumed, &open) {
            case .yes: return values.union([row.value])
            case .no: continue
            case .unknown: values.insert(row.value)
            }
        }
        return values
    }

    /// The names are the pack's own; what joins them is the reader's language.
    private func describe(_ assumed: [Variable: Int]) -> Message {
        let parts = assumed.map { variable, value in
            switch variable {
            case .factor(let index):
                let (factor, value) = (decision.factors[index].name, decision.factors[index].values[value])
                return Message(sv: "`\(factor)` är `\(value)`", en: "`\(factor)` is `\(value)`")
            case .condition(let text):
                return value == 1
                    ? Message(sv: "`\(text)` gäller", en: "`\(text)` holds") : Message(sv: "`\(text)` inte gäller", en: "`\(text)` doesn't hold")
            }
        }.sorted { $0.en < $1.en }
        return Message(sv: joined(parts.map(\.sv), "och"), en: joined(parts.map(\.en), "and"))
    }

    private func joined(_ parts: [String], _ last: String) -> String {
        parts.count < 2 ? parts.joined() : parts.dropLast().joined(separator: ", ") + " \(last) " + parts[parts.count - 1]
    }
}
