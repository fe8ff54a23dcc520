// A small change of a random specification, as an author makes one: a fact, a parent, a declaration more or less.
import Source

/// One to three changes; the same seed makes the same.
func edited(_ test: Case, seed: UInt64) -> Case {
    var editor = Editor(test: test, random: SplitMix(state: seed ^ 0xED17))
    for _ in 0...Int.random(in: 0..<3, using: &editor.random) { editor.change() }
    return editor.test
}

private struct Editor {
    var test: Case
    var random: SplitMix

    mutating func change() {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: moveGroup()
        case 1: remove()
        case 2: add()
        default: changeFact()
        }
    }

    private mutating func changeFact() {
        let things = test.world.things.indices.filter { test.world.things[$0].isDeclared && !test.world.things[$0].isRecord && !test.world.things[$0].facts.isEmpty }
        guard let thing = things.randomElement(using: &random),
            let (fact, value) = test.world.things[thing].facts.filter({ $0.key != "safeguards" }).sorted(by: { $0.key < $1.key }).randomElement(using: &random)
        else { return }
        // What another of its kind says there, or nothing.
        let others = test.world.things.filter { $0.kind == test.world.things[thing].kind }.compactMap { $0.facts[fact] }.filter { $0 != value }
        let new = others.randomElement(using: &random)
        // A status is required.
        if new != nil || fact != "status" { test.world.things[thing].facts[fact] = new }
    }

    private mutating func moveGroup() {
        let groups = test.world.all("subject")
        guard let group = groups.randomElement(using: &random) else { return }
        // Only upwards, so that no circle closes.
        let above = groups.filter { $0 < group } + test.world.concepts("subject")
        test.world.things[group].parents = Bool.random(using: &random) ? [] : above.randomElement(using: &random).map { [$0] } ?? []
    }

    private mutating func remove() {
        let free = test.world.things.indices.filter {
            let thing = test.world.things[$0]
            return thing.isDeclared && !thing.isRecord && thing.kind != Thing.gone && !["C", "P"].contains(thing.name) && !isNamed($0, in: test.world)
        }
        guard let thing = free.randomElement(using: &random) else { return }
        test.world.things[thing].isDeclared = false
        test.world.things[thing].kind = Thing.gone
    }

    private mutating func add() {
        let kinds: Set<String> = ["subject", "notice", "dataset", "activity"]
        guard var copy = test.world.things.filter({ $0.isDeclared && kinds.contains($0.kind) }).randomElement(using: &random) else { return }
        copy.name += "x"
        guard !test.world.things.contains(where: { $0.name == copy.name }) else { return }
        copy.facts["safeguards"] = nil
        test.world.things.append(copy)
    }
}
