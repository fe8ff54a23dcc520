// Inference: a person's secret column, read off the synthetic rows that are like the person in all other columns.
import Evidence
import Plan
import Privacy
import Source

/// How many near synthetic rows stand for what is generally true of such persons.
private let neighbourhood = 25

/// The attacker claims the value of the nearest synthetic rows when it differs from that of the wider neighbourhood: what
/// neighbours have in common is knowledge of the population, and no claim about a person. Success is a claim that is right (for an
/// ordered column, the same band). Targets are spread evenly over the secret's levels, as far as there are rows, since the rare
/// ones are those that someone may want kept; members and controls have equally many of each level.
func inference(_ setting: AttackSetting, secret: Int) throws(EvaluationError) -> [AttackRecord] {
    let column = setting.synthetic.columns[secret]
    let known = setting.synthetic.columns.indices.filter { $0 != secret }
    guard !known.isEmpty else { return [] }
    var draws = SeededDraws(seed: setting.seed, stream: "inference \(column.name)")
    let targets = balancedTargets(setting, secret, &draws)
    guard !targets.members.isEmpty else { return [] }

    let space = NearestRows(in: setting.synthetic, columns: known)
    let values = setting.synthetic.codes[secret]
    func hits(_ table: CodedTable, _ rows: [Int]) throws(EvaluationError) -> Int {
        let truth = table.codes[secret]
        let near = try space.nearest(
            neighbourhood, to: table.rows(rows), columns: known, until: setting.isInterrupted)
        return zip(rows, near).count { row, neighbours in claim(neighbours, values) == truth[row] }
    }
    return [
        attackRecord(
            .inference, about: Message(both: column.name), members: try hits(setting.members, targets.members),
            controls: try hits(setting.controls, targets.controls), trials: targets.members.count,
            method: Message(
                sv: "de närmaste syntetiska radernas värde där det skiljer sig från de \(neighbourhood) närmastes; målen "
                    + "jämnt fördelade över nivåerna",
                en: "the value of the nearest synthetic rows where it differs from that of the \(neighbourhood) nearest; targets "
                    + "spread evenly over the levels"))
    ]
}

/// What the nearest rows say against the others of the neighbourhood; nil when they agree, or there are no others.
private func claim(_ neighbours: [Neighbour], _ values: [UInt16]) -> UInt16? {
    let nearest = neighbours.prefix { $0.distance == neighbours.first?.distance }
    guard let said = mode(nearest.map { values[Int($0.row)] }),
        let general = mode(neighbours.dropFirst(nearest.count).map { values[Int($0.row)] })
    else { return nil }
    return said == general ? nil : said
}

/// The commonest value; among equally common ones the first met, which is the nearest.
private func mode(_ values: [UInt16]) -> UInt16? {
    var counts: [UInt16: Int] = [:]
    var best: (value: UInt16, count: Int)?
    for value in values { counts[value, default: 0] += 1 }
    for value in values where counts[value, default: 0] > (best?.count ?? 0) {
        best = (value, counts[value, default: 0])
    }
    return best?.value
}

/// Rows by level: as evenly as the smaller of the two tables allows, `attacks` at most. A missing secret is none.
private func balancedTargets(_ setting: AttackSetting, _ secret: Int, _ draws: inout SeededDraws) -> (
    members: [Int], controls: [Int]
) {
    let levels = setting.synthetic.columns[secret].levels
    func byLevel(_ table: CodedTable) -> [[Int]] {
        var rows = [[Int]](repeating: [], count: levels.count)
        for row in draws.shuffled(table.rows) { rows[Int(table.codes[secret][row])].append(row) }
        return rows
    }
    let members = byLevel(setting.members)
    let controls = byLevel(setting.controls)
    let available = (0..<levels.count).map { $0 == levels.missingCode ? 0 : min(members[$0].count, controls[$0].count) }
    // Levels with few rows first, each taking an even part of what is left.
    var taken = available.map { _ in 0 }
    var left = setting.attacks
    let order = available.indices.sorted { available[$0] == available[$1] ? $0 < $1 : available[$0] < available[$1] }
    for (place, level) in order.enumerated() {
        taken[level] = min(available[level], left / (order.count - place))
        left -= taken[level]
    }
    return (
        available.indices.flatMap { members[$0].prefix(taken[$0]) },
        available.indices.flatMap { controls[$0].prefix(taken[$0]) }
    )
}
