// Singling out: conditions learnt from the synthetic rows alone that hold for exactly one person.
import Evidence
import Plan
import Privacy
import Source

/// A conjunction of conditions on columns.
struct Predicate: Sendable {
    enum Test: Sendable { case equal, atLeast, atMost }
    var conditions: [(column: Int, test: Test, code: UInt16)]

    /// How many rows satisfy it, counted no further than `limit`.
    func count(in table: CodedTable, limit: Int) -> Int {
        guard let first = conditions.first else { return min(limit, table.rows) }
        var count = 0
        let codes = table.codes[first.column]
        for row in 0..<table.rows where Predicate.holds(first.test, codes[row], first.code) {
            if conditions.dropFirst().allSatisfy({ Predicate.holds($0.test, table.codes[$0.column][row], $0.code) }) {
                count += 1
                if count == limit { return count }
            }
        }
        return count
    }

    private static func holds(_ test: Test, _ code: UInt16, _ bound: UInt16) -> Bool {
        switch test {
        case .equal: code == bound
        case .atLeast: code >= bound
        case .atMost: code <= bound
        }
    }
}

/// Conditions on one column, and on several. Where one column gives too few conditions for a rate to be measured, they are
/// attacked among those of several, so that nothing is left out and no interval is void.
func singlingOut(_ setting: AttackSetting) throws(EvaluationError) -> [AttackRecord] {
    var draws = SeededDraws(seed: setting.seed, stream: "singling out")
    var single = oneColumnPredicates(setting.synthetic)
    single = draws.sample(min(setting.attacks, single.count), of: single.count).map { single[$0] }
    var several: [Predicate] = []
    let apart = single.count >= 100
    if !apart { several = single }
    several += try severalColumnPredicates(setting, setting.attacks - several.count, &draws)

    var records: [AttackRecord] = []
    if apart {
        records.append(
            try attack(
                setting, single, about: Message(sv: "en variabel", en: "one column"),
                method: Message(
                    sv: "villkor på en variabel som gäller för exakt en syntetisk rad",
                    en: "conditions on one column that hold for exactly one synthetic row")))
    }
    if !several.isEmpty || !apart {
        records.append(
            try attack(
                setting, several, 
                about: apart || single.isEmpty
                    ? Message(sv: "flera variabler", en: "several columns")
                    : Message(sv: "en eller flera variabler", en: "one or several columns"),
                method: Message(
                    sv: "de kortaste kombinationer av villkor, i slumpad variabelordning, som gäller för exakt en syntetisk "
                        + "rad, och ett villkor till",
                    en: "the shortest conjunctions, along a random order of columns, that hold for exactly one synthetic "
                        + "row, and one condition more")))
    }
    return records
}

private func attack(
    _ setting: AttackSetting, _ predicates: [Predicate], about: Message, method: Message
) throws(EvaluationError) -> AttackRecord {
    let hits = try concurrently(predicates.count, until: setting.isInterrupted) { place in
        (
            member: predicates[place].count(in: setting.members, limit: 2) == 1,
            control: predicates[place].count(in: setting.controls, limit: 2) == 1
        )
    }
    return attackRecord(
        .singlingOut, about: about, members: hits.count { $0.member }, controls: hits.count { $0.control },
        trials: predicates.count,
        method: Message(
            sv: "\(method.sv); det lyckas när exakt en av \(setting.members.rows) referensrader uppfyller det, och i "
                + "kontrollen när exakt en av lika många undanhållna rader gör det",
            en: "\(method.en); success when exactly one of \(setting.members.rows) reference rows satisfies it, and in the "
                + "control when exactly one of as many held-out rows does"))
}

/// Levels that one synthetic row has; of an ordered column's outermost such level, the open end.
private func oneColumnPredicates(_ table: CodedTable) -> [Predicate] {
    var predicates: [Predicate] = []
    for (place, column) in table.columns.enumerated() {
        let counts = counts(table.codes[place], levels: column.levels.count)
        let stated = counts.indices.filter { counts[$0] > 0 && $0 != column.levels.missingCode }
        for level in stated where counts[level] == 1 {
            let test: Predicate.Test =
                !column.levels.isOrdered
                ? .equal
                : level == stated.last && column.levels.missingCode == nil
                    ? .atLeast : level == stated.first ? .atMost : .equal
            predicates.append(Predicate(conditions: [(place, test, UInt16(level))]))
        }
    }
    return predicates
}

/// Along a random order of the columns, the values of a random synthetic row until no other row shares them, and one more.
private func severalColumnPredicates(
    _ setting: AttackSetting, _ wanted: Int, _ draws: inout SeededDraws
) throws(EvaluationError) -> [Predicate] {
    let table = setting.synthetic
    // Drawn in rounds, so that what is found does not depend on which thread finds it.
    var predicates: [Predicate] = []
    var rounds = 0
    while predicates.count < wanted, rounds < 4 {
        let attempts = (0..<wanted).map { _ in
            (row: draws.below(table.rows), order: draws.shuffled(table.columns.count))
        }
        let found = try concurrently(attempts.count, until: setting.isInterrupted) { place in
            shortestConjunction(table, attempts[place].row, attempts[place].order)
        }
        predicates += found.compactMap(\.self)
        rounds += 1
    }
    return Array(predicates.prefix(wanted))
}

private func shortestConjunction(_ table: CodedTable, _ row: Int, _ order: [Int]) -> Predicate? {
    var rows: [Int32] = []
    var conditions: [(column: Int, test: Predicate.Test, code: UInt16)] = []
    for column in order {
        let codes = table.codes[column]
        let code = codes[row]
        let alone = !conditions.isEmpty && rows.count == 1
        if conditions.isEmpty {
            for other in 0..<table.rows where codes[other] == code { rows.append(Int32(truncatingIfNeeded: other)) }
        } else if !alone {
            rows.removeAll { codes[Int($0)] != code }
        }
        conditions.append((column, .equal, code))
        if alone { break }
    }
    return rows.count == 1 ? Predicate(conditions: conditions) : nil
}
