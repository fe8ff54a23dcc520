// Makes a failing case small: drops and simplifies as long as the two still disagree.

func shrunk(_ test: Case, bound: Int = 3000, _ differences: (Case) -> Differences) -> Case {
    var best = test, tries = 0
    var progress = true
    while progress, tries < bound {
        progress = false
        for candidate in smaller(best) {
            tries += 1
            if tries >= bound { break }
            let found = differences(candidate)
            if found.unreadable == nil, !found.lines.isEmpty {
                best = candidate
                progress = true
                break
            }
        }
    }
    return best
}

private func smaller(_ test: Case) -> [Case] {
    var all: [Case] = []
    func add(_ change: (inout Case) -> Void) {
        var copy = test
        change(&copy)
        if copy != test || copy.pack.text(copy.world) != test.pack.text(test.world) { all.append(copy) }
    }
    for index in test.pack.rules.indices { add { $0.pack.rules.remove(at: index) } }
    for index in test.world.things.indices where test.world.things[index].isDeclared && !test.world.things[index].facts.isEmpty {
        add { $0.world.things[index].facts = $0.world.things[index].facts.filter { $0.key == "status" || $0.key == "kind" } }
        for fact in test.world.things[index].facts.keys.sorted() where fact != "kind" {
            add { $0.world.things[index].facts[fact] = nil }
            if case .list(let elements)? = test.world.things[index].facts[fact] {
                for position in elements.indices {
                    var fewer = elements
                    fewer.remove(at: position)
                    add { $0.world.things[index].facts[fact] = .list(fewer) }
                }
            }
        }
    }
    // Taking away a thing that nothing names: it is made a concept of no use by being put last is not possible, so its kind goes.
    for index in test.world.things.indices where test.world.things[index].isDeclared && !["C", "P"].contains(test.world.things[index].name) && !isNamed(index, in: test.world) {
        add { $0.world.things[index].isDeclared = false; $0.world.things[index].kind = Thing.gone }
    }
    for (index, rule) in test.pack.rules.enumerated() {
        for position in rule.exceptions.indices { add { $0.pack.rules[index].exceptions.remove(at: position) } }
        for term in smaller(rule.when) { add { $0.pack.rules[index].when = term } }
        for (position, exception) in rule.exceptions.enumerated() {
            for term in smaller(exception.when) { add { $0.pack.rules[index].exceptions[position].when = term } }
        }
        if rule.cites != ["T.1"] { add { $0.pack.rules[index].cites = ["T.1"] } }
    }
    for (index, decision) in test.pack.decisions.enumerated() {
        for position in decision.rows.indices.dropLast() {
            add { test in
                test.pack.decisions[index].rows.remove(at: position)
                let left = test.pack.decisions[index].rows.map(\.conclusion)
                test.pack.decisions[index].worstOf.removeAll { !left.contains($0) }
            }
            if !decision.rows[position].needs.isEmpty { add { $0.pack.decisions[index].rows[position].needs = [] } }
            if let when = decision.rows[position].when {
                for term in smaller(when) { add { $0.pack.decisions[index].rows[position].when = term } }
            }
        }
        for (position, factor) in decision.factors.enumerated() {
            for row in factor.rows.indices.dropLast() {
                if let when = factor.rows[row].when {
                    for term in smaller(when) { add { $0.pack.decisions[index].factors[position].rows[row].when = term } }
                }
            }
        }
    }
    // The last of the definitions, decisions and factors, when nothing names it.
    let text = test.pack.text(test.world)
    func occurrences(_ name: String) -> Int { text.split(separator: name, omittingEmptySubsequences: false).count - 1 }
    if let last = test.pack.defines.last, occurrences(last.name + "(") == 1 { add { $0.pack.defines.removeLast() } }
    if let last = test.pack.decisions.last, occurrences(last.name + "(") == 1 { add { $0.pack.decisions.removeLast() } }
    for (index, decision) in test.pack.decisions.enumerated() {
        if let last = decision.factors.last, !decision.rows.contains(where: { "\($0)".contains("factor(\(decision.factors.count - 1),") }) {
            _ = last
            add { $0.pack.decisions[index].factors.removeLast() }
        }
        for (position, factor) in decision.factors.enumerated() {
            for row in factor.rows.indices.dropLast() where factor.rows.count(where: { $0.value == factor.rows[row].value }) > 1 {
                add { $0.pack.decisions[index].factors[position].rows.remove(at: row) }
            }
        }
    }
    for (index, define) in test.pack.defines.enumerated() where define.sort == .truth {
        for term in smaller(define.body) { add { $0.pack.defines[index].body = term } }
        for part in define.parts.indices {
            for term in smaller(define.parts[part]) { add { $0.pack.defines[index].parts[part] = term } }
        }
    }
    return all
}

func isNamed(_ index: Int, in world: World) -> Bool {
    world.things.contains { thing in
        thing.parents.contains(index)
            || thing.facts.values.contains { fact in
                if case .list(let elements) = fact { return elements.contains(.thing(index)) }
                return fact == .thing(index)
            }
    }
}

/// Smaller conditions in a condition's place.
private func smaller(_ term: Term) -> [Term] {
    var all: [Term] = []
    if term != .constant(.truth(true)) { all.append(.constant(.truth(true))) }
    if term != .constant(.truth(false)), term != .constant(.truth(true)) { all.append(.constant(.truth(false))) }
    switch term {
    case .not(let inner): all += [inner] + smaller(inner).map { .not($0) }
    case .and(let a, let b): all += [a, b] + smaller(a).map { .and($0, b) } + smaller(b).map { .and(a, $0) }
    case .or(let a, let b): all += [a, b] + smaller(a).map { .or($0, b) } + smaller(b).map { .or(a, $0) }
    case .exists(let name, let range, let body?): all += smaller(body).map { .exists(name, range, $0) }
    case .every(let name, let range, let body): all += smaller(body).map { .every(name, range, $0) }
    case .compare(let comparison, .count(let name, let range, let body?), let right):
        all += smaller(body).map { .compare(comparison, .count(name, range, $0), right) }
    case .constant: return term == .constant(.truth(true)) ? [] : [.constant(.truth(true))].filter { $0 != term }
    default: break
    }
    return all
}
