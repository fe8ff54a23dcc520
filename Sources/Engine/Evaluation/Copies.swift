// Exact copies: synthetic rows that are equal, in all coded columns, to a real one.
import Evidence
import Source

/// `exact_copies`: the share of synthetic rows that equal some reference row. `exact_copy_excess`: that share for the members, less
/// that for as many holdout rows. Equal synthetic rows are one trial of their size, not many: the variance sums over distinct rows
/// (the matched-pairs interval of Agresti, Min 2005, clustered).
func copies(_ setting: AttackSetting, reference: CodedTable) -> [Figure] {
    let synthetic = setting.synthetic
    let columns = Array(synthetic.columns.indices)
    let numbers = cells(of: [synthetic, reference, setting.members, setting.controls], columns: columns)
    let inReference = Set(numbers[1])
    let inMembers = Set(numbers[2])
    let inControls = Set(numbers[3])
    var sizes: [Int32: Int] = [:]
    for cell in numbers[0] { sizes[cell, default: 0] += 1 }

    var all = 0
    var members = 0
    var controls = 0
    var squares = 0
    for (cell, size) in sizes {
        let member = inMembers.contains(cell)
        let control = inControls.contains(cell)
        all += inReference.contains(cell) ? size : 0
        members += member ? size : 0
        controls += control ? size : 0
        squares += member != control ? size * size : 0
    }
    let n = synthetic.rows
    let difference = Double(members - controls) / Double(n)
    let variance =
        max(0, Double(squares + 1) - square(Double(members - controls)) / Double(n + 2)) / square(Double(n + 2))
    let equal = Message(sv: "lika i varje kodad kolumn", en: "equal in every coded column")
    let level = Message { "\(shareMethod[$0]); \(equal[$0])" }
    return [
        Figure("exact_copies", share(all, of: n), samples: n, method: level),
        Figure("exact_copies_of_members", share(members, of: n), samples: n, method: level),
        Figure("exact_copies_of_controls", share(controls, of: n), samples: n, method: level),
        Figure(
            "exact_copy_excess", normal(difference, variance: variance, within: -1...1), samples: n,
            method: Message(
                sv: "referensrader minus lika många undanhållna; matchade par efter skilda rader (Agresti, Min 2005); \(equal.sv)",
                en: "reference rows less as many held-out rows; matched pairs by distinct row (Agresti, Min 2005); \(equal.en)")),
    ]
}
