// A model on real rows, group by group: how often it selects, whom it misses, and how sure it may be.
import Evidence
import Plan
import Privacy
import Source

/// One record for each column of groups. A row is selected when its score is at least ½.
///
/// INVARIANT: nothing is shown that rests on fewer than `smallest` rows: neither a small group, nor a rate of few positives.
/// Small groups are counted together, as `suppressed` many.
public func audit(
    _ step: AuditStep, named name: String, model: GradientBoosting, on table: CodedTable
) throws(EvaluationError) -> [AuditRecord] {
    guard table.rows > 0 else { throw .empty(relation: "audit") }
    let truth = try BinaryTarget(model.target.name, in: table, relation: "audit")
    let table = table.rows(truth.rows)
    let scored = Scored(scores: try model.predict(table), positive: truth.positive)
    var records: [AuditRecord] = []
    for group in step.groups {
        guard let place = table.index(of: group) else { throw .column(group, relation: "audit") }
        records.append(audit(step, name, by: table.columns[place], table.codes[place], scored))
    }
    return records
}

private struct Scored {
    var scores: [Float]
    var positive: [Bool]
    func selected(_ row: Int) -> Bool { scores[row] >= 0.5 }
}

private func audit(_ step: AuditStep, _ name: String, by column: ModelColumn, _ codes: [UInt16], _ scored: Scored)
    -> AuditRecord
{
    let names = column.levelNames()
    var rows = [[Int]](repeating: [], count: names.count)
    for row in codes.indices where Int(codes[row]) < names.count { rows[Int(codes[row])].append(row) }

    var record = AuditRecord(step: name, model: step.model, by: column.name, groups: [], gaps: [])
    var selection: [Estimate] = []
    var truePositive: [Estimate] = []
    var hidden = (groups: 0, rows: 0)
    for level in names.indices where !rows[level].isEmpty {
        guard rows[level].count >= step.smallest else {
            hidden = (hidden.groups + 1, hidden.rows + rows[level].count)
            continue
        }
        let figures = groupFigures(rows[level], scored, step.smallest)
        record.groups.append(GroupRecord(group: names[level], rows: rows[level].count, figures: figures))
        func estimate(_ measure: String) -> [Estimate] {
            figures.filter { $0.name == measure }.map { Estimate($0.value, low: $0.low, high: $0.high) }
        }
        selection += estimate("selection_rate")
        truePositive += estimate("true_positive_rate")
    }
    if hidden.groups > 0 {
        record.groups.append(
            GroupRecord(
                group: Message(
                    sv: "grupper om färre än \(step.smallest) rader", en: "groups of fewer than \(step.smallest) rows"),
                rows: hidden.rows, suppressed: hidden.groups, figures: []))
    }
    record.gaps = [
        gap("equal_opportunity_gap", truePositive, step.smallest),
        gap("demographic_parity_gap", selection, step.smallest),
    ]
    return record
}

private func groupFigures(_ rows: [Int], _ scored: Scored, _ smallest: Int) -> [Figure] {
    let positives = rows.filter { scored.positive[$0] }
    let negatives = rows.filter { !scored.positive[$0] }
    func rate(_ name: String, _ among: [Int]) -> [Figure] {
        guard among.count >= smallest, !among.isEmpty else { return [] }
        return [
            Figure(
                name, share(among.count(where: scored.selected), of: among.count), samples: among.count,
                method: shareMethod)
        ]
    }
    let scores = rows.map { scored.scores[$0] }
    let positive = rows.map { scored.positive[$0] }
    var figures =
        rate("selection_rate", rows) + rate("true_positive_rate", positives) + rate("false_positive_rate", negatives)
    figures.append(
        Figure(
            "calibration_error", calibrationError(scores: scores, positive: positive), samples: rows.count,
            method: calibrationMethod))
    if min(positives.count, negatives.count) >= smallest,
        let discrimination = Discrimination(scores: scores, positive: positive)
    {
        figures.append(Figure("auc", discrimination.interval, samples: rows.count, method: aucMethod))
    }
    return figures
}

/// The largest difference between two groups. Its upper limit is the largest of all pairs', so that a gate also holds for the pair whose
/// difference is least surely known. With fewer than two groups nothing is known: 0 to 1, so that a gate on it fails.
private func gap(_ name: String, _ groups: [Estimate], _ smallest: Int) -> Figure {
    var widest: Estimate?
    var highest = 0.0
    for (place, first) in groups.enumerated() {
        for second in groups[(place + 1)...] {
            let apart = first.value >= second.value ? difference(first, second) : difference(second, first)
            highest = max(highest, apart.high)
            if apart.value >= widest?.value ?? -1 { widest = apart }
        }
    }
    guard let widest else {
        return Figure(
            name: name, value: 0, low: 0, high: 1, samples: 0,
            method: Message(
                sv: "inte mätt: färre än två grupper har en andel av minst \(smallest) rader",
                en: "not measured: fewer than two groups have a rate of at least \(smallest) rows"))
    }
    return Figure(
        name, Estimate(widest.value, low: max(0, widest.low), high: min(1, highest)), samples: groups.count,
        method: Message(
            sv: "den största skillnaden mellan två av \(groups.count) grupper; intervall enligt Newcombe 1998, metod 10, "
                + "med den högsta övre gränsen av alla par",
            en: "the largest difference between two of \(groups.count) groups; interval by Newcombe 1998, method 10, "
                + "with the highest upper limit of all pairs"))
}
