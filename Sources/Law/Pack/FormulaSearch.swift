// Searches for answers under which a condition holds: over all values that its facts can have, as far as its questions tell them apart.
import Model
import Source

/// INVARIANT: what it calls impossible is so in every specification that keeps to the taxonomy of the prelude and the packs; what it
/// can't settle within the bound is taken to be possible.
struct FormulaSearch {
    let taxonomy: ConceptNames
    /// Steps of one search. Beyond them nothing is said of the condition.
    static let bound = 20_000

    enum Result { case possible, impossible, unsettled }

    func possible(_ formula: Formula) -> Result {
        var groups: [String: [Question]] = [:]
        var order: [String] = []
        for question in formula.questions {
            if groups[question.about] == nil { order.append(question.about) }
            if groups[question.about]?.contains(question) != true { groups[question.about, default: []].append(question) }
        }
        var choices: [String: [[Question: Bool]]] = [:]
        for about in order { choices[about] = answers(to: groups[about] ?? []) }
        var steps = 0
        return search(formula, order[...], [:], choices, &steps)
    }

    private func search(
        _ formula: Formula, _ left: ArraySlice<String>, _ known: [Question: Bool], _ choices: [String: [[Question: Bool]]],
        _ steps: inout Int
    ) -> Result {
        steps += 1
        guard steps < FormulaSearch.bound else { return .unsettled }
        switch truth(formula, known) {
        case .yes: return .possible
        case .no: return .impossible
        case .unknown: break
        }
        guard let next = left.first else { return .impossible }
        var result = Result.impossible
        for answers in choices[next] ?? [] {
            switch search(formula, left.dropFirst(), known.merging(answers) { $1 }, choices, &steps) {
            case .possible: return .possible
            case .unsettled: result = .unsettled
            case .impossible: continue
            }
        }
        return result
    }

    private func truth(_ formula: Formula, _ known: [Question: Bool]) -> Three {
        switch formula {
        case .constant(let truth): return Three(truth)
        case .asks(let question): return known[question].map { Three($0) } ?? .unknown
        case .not(let inner): return !truth(inner, known)
        case .and(let left, let right):
            let first = truth(left, known)
            return first == .no ? .no : min(first, truth(right, known))
        case .or(let left, let right):
            let first = truth(left, known)
            return first == .yes ? .yes : max(first, truth(right, known))
        }
    }

    // MARK: What one thing can be

    /// The ways in which the questions on one thing can be answered together, without repetition.
    private func answers(to questions: [Question]) -> [[Question: Bool]] {
        var ways: [[Question: Bool]] = []
        func add(_ way: [Question: Bool]) { if !ways.contains(way) { ways.append(way) } }
        func pick(_ include: (Question.Test) -> Bool) -> [Question] { questions.filter { include($0.test) } }

        let taxonomic = pick { if case .isA(let name, _) = $0 { !name.isEmpty } else { false } }
        let words = pick { if case .equalsWord = $0 { true } else { false } }
        let ordered = pick { FormulaSearch.constant($0) != nil }
        let pairs = pick { [.isBelow, .isBelowOrEqual, .isEqual, .isA("", kind: "")].contains($0) }
        let verdicts = pick { if case .concludes = $0 { true } else { false } }
        let wholes = pick { $0 == .holds }
        // Questions of more than one sort on one thing are of different facts to us: every way of the one with every way of the other.
        var all: [[Question: Bool]] = [[:]]
        for group in [taxonomic, words, ordered, pairs, verdicts, wholes] where !group.isEmpty {
            ways = []
            if group == taxonomic { concepts(group, add) }
            if group == words { self.words(group, add) }
            if group == ordered { order(group, add) }
            if group == pairs { self.pairs(group, add) }
            if group == verdicts { conclusions(group, add) }
            if group == wholes { for question in group { [true, false].forEach { add([question: $0]) } } }
            all = all.flatMap { one in ways.map { one.merging($0) { $1 } } }
        }
        return all
    }

    /// Groups and purposes are declared by specifications, each under as many concepts as its author says.
    private static let free: Set<String> = ["subject", "purpose"]

    /// Any declared concept, and something that is none of them.
    private func concepts(_ questions: [Question], _ add: ([Question: Bool]) -> Void) {
        add(Dictionary(uniqueKeysWithValues: questions.map { ($0, false) }))
        var kinds: Set<String> = []
        for question in questions { if case .isA(_, let kind) = question.test { kinds.insert(kind) } }
        for kind in kinds where FormulaSearch.free.contains(kind) {
            let asked = questions.prefix(8).compactMap { question -> (question: Question, name: String)? in
                if case .isA(let name, kind) = question.test { (question, name) } else { nil }
            }
            for bits in 0..<(1 << asked.count) {
                let under = asked.indices.filter { bits >> $0 & 1 == 1 }.map { asked[$0].name }
                add(Dictionary(uniqueKeysWithValues: questions.map { question in
                    guard case .isA(let name, kind) = question.test else { return (question, false) }
                    return (question, under.contains { taxonomy.isUnder($0, name, kind: kind) })
                }))
            }
        }
        for kind in kinds where !FormulaSearch.free.contains(kind) {
            for name in taxonomy.names(of: kind) {
                add(Dictionary(uniqueKeysWithValues: questions.map { question in
                    guard case .isA(let asked, let other) = question.test, other == kind else { return (question, false) }
                    return (question, taxonomy.isUnder(name, asked, kind: kind))
                }))
            }
        }
    }

    private func words(_ questions: [Question], _ add: ([Question: Bool]) -> Void) {
        for one in questions.map(Optional.some) + [nil] {
            add(Dictionary(uniqueKeysWithValues: questions.map { ($0, $0 == one) }))
        }
    }

    static func constant(_ test: Question.Test) -> Value? {
        switch test {
        case .less(let value), .lessOrEqual(let value), .equals(let value): value
        default: nil
        }
    }

    /// Nothing at all, and below, at and above each constant.
    private func order(_ questions: [Question], _ add: ([Question: Bool]) -> Void) {
        let isCount = questions.first.map { $0.about.hasPrefix("count(") || $0.about.hasPrefix("words(") } ?? false
        if !isCount { add(Dictionary(uniqueKeysWithValues: questions.map { ($0, false) })) }
        var constants: [Value] = []
        for value in questions.compactMap({ FormulaSearch.constant($0.test) })
        where value != FormulaBuilder.beyond && !constants.contains(where: { Order.equal($0, value) }) {
            constants.append(value)
        }
        constants.sort { Order.less($0, $1) }
        // Position 2i + 1 is the i-th constant, 2i lies just below it.
        for position in 0...(2 * constants.count) where !(isCount && isNothing(position, constants)) {
            func answer(_ test: Question.Test) -> Bool {
                guard let value = FormulaSearch.constant(test) else { return false }
                guard let index = constants.firstIndex(where: { Order.equal($0, value) }) else { return true }
                switch test {
                case .less: return position < 2 * index + 1
                case .lessOrEqual: return position <= 2 * index + 1
                default: return position == 2 * index + 1
                }
            }
            add(Dictionary(uniqueKeysWithValues: questions.map { ($0, answer($0.test)) }))
        }
    }

    /// Whether no count lies there: below none, or between two whole numbers that follow each other.
    private func isNothing(_ position: Int, _ constants: [Value]) -> Bool {
        func number(_ index: Int) -> Double? {
            guard constants.indices.contains(index), case .number(let number) = constants[index] else { return nil }
            return number.double
        }
        let index = position / 2
        if position % 2 == 1 { return number(index).map { $0 < 0 || $0 != $0.rounded() } ?? false }
        guard let above = number(index) else { return false }
        let below = number(index - 1) ?? -1
        return above <= below.rounded(.down) + 1
    }

    private func pairs(_ questions: [Question], _ add: ([Question: Bool]) -> Void) {
        // -1 below, 0 equal, 1 above, nil: one of them is nothing.
        for standing in [-1, 0, 1, nil] as [Int?] {
            add(Dictionary(uniqueKeysWithValues: questions.map { question in
                let answer: Bool = switch question.test {
                case .isBelow: standing == -1
                case .isBelowOrEqual: standing == -1 || standing == 0
                case .isEqual: standing == 0
                default: standing != nil
                }
                return (question, answer)
            }))
        }
    }

    private func conclusions(_ questions: [Question], _ add: ([Question: Bool]) -> Void) {
        var count = 0
        for question in questions { if case .concludes(_, let of) = question.test { count = max(count, of) } }
        // One more stands for an open verdict.
        for conclusion in 0...count {
            add(Dictionary(uniqueKeysWithValues: questions.map { question in
                if case .concludes(let wanted, _) = question.test { return (question, wanted.contains(conclusion)) }
                return (question, false)
            }))
        }
    }
}
