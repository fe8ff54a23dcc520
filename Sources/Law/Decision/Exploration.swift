// All completions of what a decision waits for, and which of the missing facts bear on its conclusion.
import Model
import Source

/// INVARIANT: every completion of the unknown facts falls in exactly one leaf; a fact has one value within a leaf, wherever it occurs.
struct Exploration {
    /// The worst conclusion of each leaf over the frames, by index, best first and without repetition.
    private(set) var conclusions: [Int] = []
    private(set) var rows: [Int] = []
    private(set) var missing: [MissingFact] = []
    /// Factors whose value differs between completions that differ in one fact and in their conclusion.
    private(set) var bearing: Set<Int> = []

    private struct Leaf {
        let path: [(atom: Atom, answer: Bool)]
        let conclusion: Int
        let rows: [Int]
        let factors: [Set<Int>]
    }

    /// Beyond so many leaves, the decision counts as undetermined on everything that it met.
    static let bound = 512

    private var leaves: [Leaf] = []
    private var subjects: [Subject: [MissingFact]] = [:]
    private var order: [Subject] = []
    private var exceeded = false

    init(_ evaluation: Evaluation, _ decision: Decision, _ frames: [[Value]]) {
        let outer = evaluation.assumptions
        explore(evaluation, decision, frames, Assumptions(), [])
        evaluation.assumptions = outer
        rows = Array(Set(leaves.flatMap(\.rows))).sorted()
        conclusions = exceeded ? Array(decision.conclusions.indices) : Array(Set(leaves.map(\.conclusion))).sorted()
        if exceeded {
            missing = order.flatMap { subjects[$0] ?? [] }
        } else if conclusions.count > 1 {
            findBearing(evaluation)
        }
        var seen: Set<MissingFact> = []
        missing = missing.filter { seen.insert($0).inserted }
    }

    private mutating func explore(
        _ evaluation: Evaluation, _ decision: Decision, _ frames: [[Value]], _ assumptions: Assumptions,
        _ path: [(atom: Atom, answer: Bool)]
    ) {
        guard leaves.count < Exploration.bound, path.count < 64 else {
            exceeded = true
            return
        }
        evaluation.assumptions = assumptions
        var worst = 0
        var rows: [Int] = []
        var open: Atom?
        for frame in frames {
            switch evaluation.firstRow(decision, frame) {
            case .concluded(let row):
                worst = max(worst, decision.rows[row].conclusion)
                rows.append(row)
            case .undecided(let atom): open = open ?? atom
            }
        }
        guard let open, frames.count == 1 || worst < decision.conclusions.count - 1 else {
            leaves.append(
                Leaf(
                    path: path, conclusion: worst, rows: rows,
                    factors: path.isEmpty ? [] : factors(evaluation, decision, frames[0])))
            return
        }
        if subjects[open.subject] == nil {
            subjects[open.subject] = open.missing
            order.append(open.subject)
        }
        for answer in [true, false] {
            explore(evaluation, decision, frames, assumptions.adding(open, answer), path + [(open, answer)])
        }
    }

    private func factors(_ evaluation: Evaluation, _ decision: Decision, _ frame: [Value]) -> [Set<Int>] {
        evaluation.weighing.append(Weighing(decision, frame))
        defer { evaluation.weighing.removeLast() }
        return decision.factors.indices.map { evaluation.state(of: $0).values }
    }

    /// A fact bears on the conclusion when two completions that differ in it alone conclude differently.
    private mutating func findBearing(_ evaluation: Evaluation) {
        var bearingSubjects: Set<Subject> = []
        for (index, first) in leaves.enumerated() {
            var assumed = Assumptions()
            for (atom, answer) in first.path { assumed.assume(atom, answer) }
            for second in leaves[(index + 1)...] where first.conclusion != second.conclusion {
                var apart: Subject?
                var several = false
                for (atom, answer) in second.path where atom.subject != apart {
                    guard evaluation.decide(assumed, atom.subject, atom.test) == !answer else { continue }
                    several = apart != nil
                    if several { break }
                    apart = atom.subject
                }
                guard let apart, !several else { continue }
                bearingSubjects.insert(apart)
                for factor in first.factors.indices
                where factor < second.factors.count && first.factors[factor].isDisjoint(with: second.factors[factor]) {
                    bearing.insert(factor)
                }
            }
        }
        missing = order.filter(bearingSubjects.contains).flatMap { subjects[$0] ?? [] }
    }
}
