// Comparisons that say the same of every row, by the domains that the columns have declared.
import Privacy
import Source
import Syntax

extension Builder {
    /// A column beside what is written out, on either side.
    func checkSense(_ op: BinaryOperator, _ a: RowExpression, _ left: Expression, _ b: RowExpression, _ right: Expression, from here: Where) {
        let whole = Span(start: left.span.start, end: right.span.end)
        switch (a.form, b.form) {
        case (.column, .integer(let value)): checkHolds(op, a, value, b, at: here.place(whole))
        case (.integer(let value), .column): checkHolds(op.mirrored, b, value, a, at: here.place(whole))
        case (.column, .text): checkNumber(a, b, at: here.place(right.span))
        case (.text, .column): checkNumber(b, a, at: here.place(left.span))
        default: return
        }
    }

    private func checkHolds(_ op: BinaryOperator, _ column: RowExpression, _ value: Int64, _ literal: RowExpression, at place: Place) {
        // Values of two types, or units, are told of as such.
        let isAlike = column.type == literal.type || column.type.places != nil && literal.type.places != nil
        guard isAlike, column.unit == nil || literal.unit == nil || column.unit == literal.unit, let declared = column.reads.first, let (low, high) = declared.domain.bounds else { return }
        let from = Exact(low, places: declared.domain.places), to = Exact(high, places: declared.domain.places), limit = Exact(value, places: literal.type.places ?? 0)
        // What the law says of a limit may be written out where the domain says it too: only beyond the domain is it no limit.
        let isBeyond = limit < from || limit > to || declared.domain.places < limit.places
        let verdict: (always: Bool, never: Bool)
        switch op {
        case .less: verdict = (to < limit, from >= limit)
        case .lessOrEqual: verdict = (to < limit, from > limit)
        case .greater: verdict = (from > limit, to <= limit)
        case .greaterOrEqual: verdict = (from > limit, to < limit)
        case .equal: verdict = (false, isBeyond)
        case .notEqual: verdict = (isBeyond, false)
        default: return
        }
        guard verdict.always || verdict.never else { return }
        let bounds = declared.domain.boundsText ?? ""
        report(ModelFinding.make(
            "N058", "same-for-every-row", at: place, severity: .warning, title: doc("Jämförelsen skiljer inga rader åt", "The comparison tells no rows apart"),
            verdict.never
                ? doc("`\(declared.name)` ligger i \(bounds), så det här gäller aldrig.", "`\(declared.name)` lies in \(bounds), so this never holds.")
                : doc("`\(declared.name)` ligger i \(bounds), så det här gäller varje värde.", "`\(declared.name)` lies in \(bounds), so this holds of every value."),
            advice: doc("Rätta gränsen, eller kolumnens domän där den är deklarerad.", "Correct the limit, or the column's domain where it is declared.")))
    }

    /// A number with a wrong check digit is nobody's: no row would ever hold it. What was written is never told again.
    func checkNumber(_ column: RowExpression, _ literal: RowExpression, at place: Place) {
        guard case .column = column.form, case .text(let text) = literal.form, let domain = column.reads.first?.domain else { return }
        switch domain {
        case .personnummer: if Builder.lastDay.flatMap({ Personnummer(text, today: $0) }) != nil { return }
        case .organisationsnummer: if Organisationsnummer(text) != nil { return }
        default: return
        }
        report(ModelFinding.general("N018", "types-disagree", at: place, doc("Inget giltigt nummer", "Not a valid number"),
            doc("Det som står här är inget \(domain.word): formen, dagen eller kontrollsiffran är fel, så ingen rad har det.", "What stands here is no \(domain.word): its form, its day or its check digit is wrong, so no row has it.")))
    }

    /// Whoever is born on a day to come is let through: a model knows no clock.
    private static let lastDay = Day("2099-12-31")
}

extension BinaryOperator {
    var isComparison: Bool {
        switch self {
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: true
        default: false
        }
    }

    /// The same comparison with its sides swapped.
    fileprivate var mirrored: BinaryOperator {
        switch self {
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        default: self
        }
    }
}

extension RowType {
    /// The places of a number; nil for what is none.
    fileprivate var places: Int? { if case .number(let places) = self { places } else { nil } }
}

extension Expression.Kind {
    /// A value that stands there, and not in the rows.
    var isWrittenOut: Bool {
        switch self {
        case .number, .percent, .date, .duration, .text: true
        default: false
        }
    }
}
