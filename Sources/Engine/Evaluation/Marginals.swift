// Each column's distribution in the reference and the synthetic rows, for the pictures.
import Evidence
import Plan
import Privacy
import Source

/// Shares by level. Levels of fewer than `fewest` reference rows are pooled as others, since a picture must not show a few persons.
package func marginals(reference: CodedTable, synthetic: CodedTable, fewest: Int = 10) -> [MarginalRecord] {
    reference.columns.indices.map { place in
        let column = reference.columns[place]
        let names = column.levelNames()
        let ours = counts(reference.codes[place], levels: names.count)
        let theirs = counts(synthetic.codes[place], levels: names.count)
        var record = MarginalRecord(column: column.name, levels: [], reference: [], synthetic: [])
        var other = (reference: 0, synthetic: 0)
        for level in names.indices {
            guard ours[level] >= fewest else {
                other = (other.reference + ours[level], other.synthetic + theirs[level])
                continue
            }
            record.levels.append(names[level])
            record.reference.append(Double(ours[level]) / Double(reference.rows))
            record.synthetic.append(Double(theirs[level]) / Double(synthetic.rows))
        }
        if other.reference + other.synthetic > 0 {
            record.levels.append(Message(sv: "övriga", en: "other"))
            record.reference.append(Double(other.reference) / Double(reference.rows))
            record.synthetic.append(Double(other.synthetic) / Double(synthetic.rows))
        }
        return record
    }
}

func counts(_ codes: [UInt16], levels: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: levels)
    for code in codes { counts[Int(code)] += 1 }
    return counts
}
