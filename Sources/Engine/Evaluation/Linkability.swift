// Linkability: two records of one person, with different columns, brought together by way of the synthetic rows.
import Evidence
import Glibc
import Plan
import Privacy
import Source

/// How many records the attacker must choose among, the right one included.
private let poolSize = 100
/// How many nearest synthetic rows can bridge, where they are equally near.
private let bridges = 10

/// One half of the columns with the other: the columns that tell most are dealt out in turn.
func linkability(_ setting: AttackSetting) throws(EvaluationError) -> [AttackRecord] {
    let order = columnsByEntropy(setting.synthetic)
    let known = order.indices.filter { $0 % 2 == 0 }.map { order[$0] }.sorted()
    let other = order.indices.filter { $0 % 2 == 1 }.map { order[$0] }.sorted()
    guard !other.isEmpty else { return [] }
    let all = Array(0..<setting.members.rows)
    return [
        try link(
            setting, known, other,
            about: Message(sv: "halva raden med andra halvan", en: "one half of the columns with the other"), members: all,
            controls: all)
    ]
}

/// The auxiliary's columns with the rest. Where the auxiliary's rows are given, the targets are those whose known part it has exactly once.
func linkability(
    _ setting: AttackSetting, combinedWith auxiliary: Auxiliary, rows: CodedTable?
) throws(EvaluationError) -> [AttackRecord] {
    let columns = setting.synthetic.columns
    let known = columns.indices.filter { place in auxiliary.columns.contains { $0.name == columns[place].name } }
    let other = columns.indices.filter { !known.contains($0) }
    guard !known.isEmpty, !other.isEmpty else { return [] }
    let about = "\(auxiliary.table.dataset).\(auxiliary.table.table)"
    let all = Array(0..<setting.members.rows)
    if let rows, rows.rows > 0 {
        let held = try rows.aligned(to: known.map { columns[$0] }, relation: about)
        let once = targets(setting, known, held)
        if once.members.count >= 100, once.controls.count >= 100 {
            return [
                try link(
                    setting, known, other, about: Message(both: about), members: once.members, controls: once.controls,
                    among: Message(
                        sv: "; målen är rader vars kända kolumner förekommer exakt en gång i \(about)",
                        en: "; targets are rows whose known columns stand exactly once in \(about)"))
            ]
        }
    }
    return [
        try link(
            setting, known, other, about: Message(both: about), members: all, controls: all,
            among: Message(
                sv: "; angriparen antas känna dessa kolumner för varje mål",
                en: "; the attacker is taken to know these columns of every target"))
    ]
}

/// The members and controls whose `known` columns occur in exactly one row of `held`.
private func targets(_ setting: AttackSetting, _ known: [Int], _ held: CodedTable) -> (members: [Int], controls: [Int])
{
    func part(_ table: CodedTable) -> CodedTable {
        CodedTable(columns: known.map { table.columns[$0] }, codes: known.map { table.codes[$0] }, rows: table.rows)
    }
    let numbers = cells(of: [held, part(setting.members), part(setting.controls)], columns: Array(known.indices))
    var times: [Int32: Int] = [:]
    for cell in numbers[0] { times[cell, default: 0] += 1 }
    return (
        numbers[1].indices.filter { times[numbers[1][$0]] == 1 },
        numbers[2].indices.filter { times[numbers[2][$0]] == 1 }
    )
}

private func link(
    _ setting: AttackSetting, _ known: [Int], _ other: [Int], about: Message, members: [Int], controls: [Int],
    among: Message = Message(both: "")
) throws(EvaluationError) -> AttackRecord {
    let trials = min(setting.attacks, members.count, controls.count)
    let space = NearestRows(in: setting.synthetic, columns: known)
    let method = Message(
        sv: "de syntetiska rader som är närmast i de kända kolumnerna väljer bland \(poolSize) poster med de övriga; det lyckas "
            + "när personens egen väljs\(among.sv)",
        en: "the synthetic rows nearest in the known columns choose among \(poolSize) records of the other columns; success when "
            + "the person's own is chosen\(among.en)")
    return attackRecord(
        .linkability, about: about, members: try hits(setting.members, members, "members"),
        controls: try hits(setting.controls, controls, "controls"), trials: trials, method: method)

    func hits(_ table: CodedTable, _ from: [Int], _ stream: String) throws(EvaluationError) -> Int {
        // Members and controls get draws of their own kind, but of the same distribution.
        var draws = SeededDraws(seed: setting.seed, stream: "link \(about.en) \(stream)")
        let targets = draws.sample(trials, of: from.count).map { from[$0] }
        let pools = targets.map { target in
            var pool = [target]
            while pool.count < min(poolSize, table.rows) {
                let decoy = draws.below(table.rows)
                if !pool.contains(decoy) { pool.append(decoy) }
            }
            return (rows: pool, tie: draws.next())
        }
        let near = try space.nearest(bridges, to: table.rows(targets), columns: known, until: setting.isInterrupted)
        let synthetic = setting.synthetic
        return try concurrently(targets.count, until: setting.isInterrupted) { place in
            let best = near[place].prefix { $0.distance == near[place].first?.distance }
            let distances = pools[place].rows.map { candidate in
                best.map { NearestRows.distance(synthetic, Int($0.row), table, candidate, columns: other) }.min() ?? 0
            }
            let least = distances.min() ?? 0
            guard let own = distances.first, own <= least else { return false }
            // Among equally near records the attacker takes any.
            return pools[place].tie % UInt64(distances.count { $0 <= least }) == 0
        }.count { $0 }
    }
}

/// Places of the columns, the one with the largest entropy first; ties by place.
private func columnsByEntropy(_ table: CodedTable) -> [Int] {
    let entropies = table.columns.indices.map { place in
        counts(table.codes[place], levels: table.columns[place].levels.count).reduce(0.0) { sum, count in
            guard count > 0 else { return sum }
            let p = Double(count) / Double(table.rows)
            return sum - p * log(p)
        }
    }
    return table.columns.indices.sorted { entropies[$0] == entropies[$1] ? $0 < $1 : entropies[$0] > entropies[$1] }
}
