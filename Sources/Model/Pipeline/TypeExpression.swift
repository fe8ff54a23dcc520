// Types an expression over the rows of a step: names to columns, operands to types that agree.
import Privacy
import Source
import Syntax

/// What an expression can name.
struct RowScope {
    var sources: [Consolidation.Source]
    /// Inside an aggregate, only this source's rows are in sight.
    var inside: Int?
    /// In `aggregate`: groups are measured, and no single row's value may come out.
    var isGrouping = false
    /// Columns computed before it in the same step.
    var computed: [RelationColumn] = []
}

extension Builder {
    mutating func type(_ expression: Expression, in scope: RowScope, from here: Where) -> RowExpression {
        let place = here.place(expression.span)
        switch expression.form {
        case .path(let names): return column(names, in: scope, at: place)
        case .number, .percent:
            let number = number(expression) ?? Exact(0)
            return RowExpression(form: .integer(number.digits), type: .number(places: number.places), optional: false, reads: [])
        case .text(let text): return RowExpression(form: .text(text), type: .text, optional: false, reads: [])
        case .date(let day): return RowExpression(form: .integer(Int64(day.number)), type: .date, optional: false, reads: [])
        case .truth(let truth): return RowExpression(form: .truth(truth), type: .flag, optional: false, reads: [])
        case .duration(let duration): return length(duration, at: place)
        case .none: return RowExpression(form: .missing, type: .missing, optional: true, reads: [])
        case .group(let inner): return type(inner, in: scope, from: here)
        case .unary(.not, let inner):
            let operand = type(inner, in: scope, from: here)
            return expect(operand, .flag, at: here.place(inner.span)) ? node(.not(operand), .flag, [operand]) : .broken
        case .unary(.minus, let inner):
            let operand = type(inner, in: scope, from: here)
            guard case .number = operand.type else { return mismatch(operand, doc("ett tal", "a number"), at: here.place(inner.span)) }
            return node(.negated(operand), operand.type, [operand]).counted(in: operand.unit)
        case .binary(let op, let left, let right): return binary(op, left, right, in: scope, from: here)
        case .call(let callee, let arguments): return call(callee, arguments, in: scope, at: place, from: here)
        case .missing: return .broken
        default:
            report(ModelFinding.general("N016", "not-a-row-expression", at: place, doc("Kan inte räknas på en rad", "Not an expression over rows"),
                doc("Här ska stå ett uttryck över kolumner.", "An expression over columns is wanted here.")))
            return .broken
        }
    }

    func node(_ form: RowExpression.Form, _ type: RowType, _ operands: [RowExpression], optional: Bool? = nil) -> RowExpression {
        RowExpression(form: form, type: type, optional: optional ?? operands.contains(where: \.optional), reads: operands.reduce(into: []) { $0.formUnion($1.reads) })
    }

    private mutating func column(_ names: [Name], in scope: RowScope, at place: Place) -> RowExpression {
        if names.count == 2, let index = scope.sources.firstIndex(where: { $0.alias == names[0].text }) {
            return column(names[1].text, of: index, in: scope, at: Place(file: place.file, member: place.member, span: names[1].span))
        }
        guard names.count == 1, let name = names.first?.text else {
            report(ModelFinding.unknownName(names.map(\.text).joined(separator: "."), kind: "column", candidates: visible(in: scope), at: place))
            return .broken
        }
        if let column = scope.computed.first(where: { $0.name == name }) {
            return RowExpression(form: .column(source: -1, name: name), type: column.domain.rowType, optional: column.optional, reads: [column], unit: column.unit)
        }
        if let inside = scope.inside { return column(name, of: inside, in: scope, at: place) }
        let holders = scope.sources.indices.filter { index in scope.sources[index].columns.contains { $0.name == name } }
        if let index = holders.first(where: { !scope.sources[$0].isMany }) ?? holders.first { return column(name, of: index, in: scope, at: place) }
        reportNoColumn(name, candidates: visible(in: scope), at: place)
        return .broken
    }

    private mutating func column(_ name: String, of index: Int, in scope: RowScope, at place: Place) -> RowExpression {
        let source = scope.sources[index]
        guard let column = source.columns.first(where: { $0.name == name }) else {
            reportNoColumn(name, candidates: source.columns.map(\.name), at: place)
            return .broken
        }
        if source.isMany, scope.inside != index {
            report(ModelFinding.general("N017", "many-rows", at: place, doc("Flera rader för varje", "Several rows for each"),
                doc("`\(source.alias)` har flera rader för varje rad, så `\(name)` är inte ett enda värde.", "`\(source.alias)` has several rows for each row, so `\(name)` is not one value."),
                doc("Sammanfatta med count, any, every, min, max eller sum.", "Summarise with count, any, every, min, max or sum.")))
            return .broken
        }
        return RowExpression(form: .column(source: index, name: name), type: column.domain.rowType, optional: column.optional, reads: [column], unit: column.unit)
    }

    private func visible(in scope: RowScope) -> [String] {
        let sources = scope.inside.map { [scope.sources[$0]] } ?? scope.sources
        return scope.computed.map(\.name) + sources.flatMap { $0.columns.map(\.name) }
    }

    private mutating func binary(_ op: BinaryOperator, _ left: Expression, _ right: Expression, in scope: RowScope, from here: Where) -> RowExpression {
        if [.equal, .notEqual].contains(op), isLevel(left, beside: right, in: scope) { return binary(op, right, left, in: scope, from: here) }
        let place = here.place(right.span)
        let a = type(left, in: scope, from: here)
        if op == .in || op == .notIn { return membership(a, right, negated: op == .notIn, in: scope, from: here) }
        // A bare word beside a choice is one of its levels.
        if case .choice(let levels) = a.type, case .path(let names) = right.form, names.count == 1, [.equal, .notEqual].contains(op) {
            return compareLevel(a, names[0].text, levels, op, at: place)
        }
        if case .choice(let levels) = a.type, case .text(let text) = right.form, [.equal, .notEqual].contains(op) {
            return compareLevel(a, text, levels, op, at: place)
        }
        // Beside what is not known, a bare word may be one of its levels.
        if a.type == .broken, case .path(let names) = right.form, names.count == 1, [.equal, .notEqual].contains(op), !visible(in: scope).contains(names[0].text) { return .broken }
        let b = type(right, in: scope, from: here)
        if a.type == .broken || b.type == .broken { return .broken }
        if op.isComparison, left.kind.isWrittenOut != right.kind.isWrittenOut { checkSense(op, a, left, b, right, from: here) }
        switch op {
        case .and, .or:
            guard expect(a, .flag, at: here.place(left.span)), expect(b, .flag, at: place) else { return .broken }
            return node(.binary(op == .and ? .and : .or, a, b), .flag, [a, b])
        case .equal, .notEqual, .is, .isNot:
            if b.type == .missing || a.type == .missing {
                let asked = b.type == .missing ? a : b
                let test = node(.isMissing(asked), .flag, [asked], optional: false)
                return op == .equal || op == .is ? test : node(.not(test), .flag, [test])
            }
            guard let (x, y) = aligned(a, b, at: place) else { return .broken }
            return node(.binary(op == .equal || op == .is ? .equal : .unequal, x, y), .flag, [x, y])
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            guard isOrdered(a, at: here.place(left.span)), let (x, y) = aligned(a, b, at: place) else { return .broken }
            let row: RowOperator = switch op {
            case .less: .less
            case .lessOrEqual: .lessOrEqual
            case .greater: .greater
            default: .greaterOrEqual
            }
            return node(.binary(row, x, y), .flag, [x, y])
        case .plus, .minus: return sum(op, a, b, at: place)
        case .times:
            guard case .number(let p) = a.type, case .number(let q) = b.type else { return mismatch(b, doc("ett tal", "a number"), at: place) }
            guard isCountable(p + q, at: place) else { return .broken }
            // Three times an amount is an amount; an amount times a number of days is neither.
            return node(.binary(.times, a, b), .number(places: p + q), [a, b]).counted(in: a.unit == nil ? b.unit : b.unit == nil ? a.unit : nil)
        default:
            report(ModelFinding.general("N016", "not-a-row-expression", at: place, doc("Kan inte räknas på en rad", "Not an expression over rows"),
                doc("Den operatorn finns inte för kolumner.", "That operator does not exist for columns.")))
            return .broken
        }
    }

    /// `custody == case_type`: a bare word that is no column, beside a column.
    private func isLevel(_ left: Expression, beside right: Expression, in scope: RowScope) -> Bool {
        guard case .path(let word) = left.form, word.count == 1, case .path(let column) = right.form else { return false }
        let names = visible(in: scope)
        return !names.contains(word[0].text) && column.last.map { names.contains($0.text) } == true
    }

    private mutating func compareLevel(_ a: RowExpression, _ level: String, _ levels: [String], _ op: BinaryOperator, at place: Place) -> RowExpression {
        guard levels.contains(level) else {
            report(ModelFinding.unknownName(level, kind: "choice", candidates: levels, at: place))
            return .broken
        }
        let literal = RowExpression(form: .text(level), type: a.type, optional: false, reads: [])
        return node(.binary(op == .equal ? .equal : .unequal, a, literal), .flag, [a, literal])
    }

    private mutating func membership(_ a: RowExpression, _ right: Expression, negated: Bool, in scope: RowScope, from here: Where) -> RowExpression {
        var result: RowExpression
        switch right.form {
        case .list(let items):
            var operands: [RowExpression] = []
            for item in items {
                if case .choice(let levels) = a.type, case .path(let names) = item.form, let level = names.first?.text {
                    guard levels.contains(level) else {
                        report(ModelFinding.unknownName(level, kind: "choice", candidates: levels, at: here.place(item.span)))
                        return .broken
                    }
                    operands.append(RowExpression(form: .text(level), type: a.type, optional: false, reads: []))
                } else {
                    let operand = type(item, in: scope, from: here)
                    checkNumber(a, operand, at: here.place(item.span))
                    guard let (_, y) = aligned(a, operand, at: here.place(item.span)) else { return .broken }
                    operands.append(y)
                }
            }
            result = node(.among(a, operands), .flag, [a] + operands)
        case .range(let low, let high):
            let x = type(low, in: scope, from: here), y = type(high, in: scope, from: here)
            guard let (_, lower) = aligned(a, x, at: here.place(low.span)), let (_, upper) = aligned(a, y, at: here.place(high.span)) else { return .broken }
            if case .integer(let from) = lower.form, case .integer(let to) = upper.form, from > to {
                report(ModelFinding.general("N015", "bad-domain", at: here.place(right.span), doc("Ett tomt intervall", "An empty range"),
                    doc("Den nedre gränsen är högre än den övre, så inget värde ligger däremellan.", "The lower bound is above the upper one, so no value lies between them.")))
                return .broken
            }
            result = node(.between(a, lower, upper), .flag, [a, lower, upper])
        default:
            report(ModelFinding.general("N016", "not-a-row-expression", at: here.place(right.span), doc("`in` vill ha en lista eller ett intervall", "`in` wants a list or a range"),
                doc("Skriv `in [a, b]` eller `in 0..10`.", "Write `in [a, b]` or `in 0..10`.")))
            return .broken
        }
        if negated { result = node(.not(result), .flag, [result]) }
        return result
    }

    private mutating func sum(_ op: BinaryOperator, _ a: RowExpression, _ b: RowExpression, at place: Place) -> RowExpression {
        let row: RowOperator = op == .plus ? .plus : .minus
        if a.type == .date, b.type == .date, op == .minus { return node(.binary(.minus, a, b), .number(places: 0), [a, b]).counted(in: "days") }
        if a.type == .date, case .number(0) = b.type {
            if let unit = b.unit, unit != "days" { return disagree("days", unit, at: place) }
            return node(.binary(row, a, b), .date, [a, b])
        }
        guard case .number = a.type, case .number = b.type else { return mismatch(b, doc("ett tal", "a number"), at: place) }
        guard let (x, y) = aligned(a, b, at: place) else { return .broken }
        return node(.binary(row, x, y), x.type, [x, y]).counted(in: a.unit ?? b.unit)
    }

    /// `30 days` is a number of days; how many days a month has depends on which.
    private mutating func length(_ duration: Period, at place: Place) -> RowExpression {
        guard duration.months == 0 else {
            report(ModelFinding.general("N016", "not-a-row-expression", at: place, doc("Månader och år är olika långa", "Months and years differ in length"),
                doc("En månad har inget bestämt antal dagar, så raderna kan inte räknas efter den.", "A month has no fixed number of days, so rows can't be counted by it."),
                doc("Skriv antalet dagar, till exempel `30 days`.", "Write the number of days, such as `30 days`.")))
            return .broken
        }
        return RowExpression(form: .integer(Int64(duration.days)), type: .number(places: 0), optional: false, reads: [], unit: "days")
    }

    private mutating func disagree(_ a: String, _ b: String, at place: Place) -> RowExpression {
        report(ModelFinding.general("N046", "units-disagree", at: place, doc("Enheterna är olika", "The units differ"),
            doc("Det ena räknas i `\(a)`, det andra i `\(b)`.", "One counts `\(a)`, the other `\(b)`.")))
        return .broken
    }

    /// Both operands in one type: numbers are brought to the same number of places.
    private mutating func aligned(_ a: RowExpression, _ b: RowExpression, at place: Place) -> (RowExpression, RowExpression)? {
        if a.type == .broken || b.type == .broken { return nil }
        if case .number(let p) = a.type, case .number(let q) = b.type {
            if let unit = a.unit, let other = b.unit, unit != other {
                _ = disagree(unit, other, at: place)
                return nil
            }
            guard isCountable(max(p, q), at: place) else { return nil }
            return (scaled(a, from: p, to: max(p, q)), scaled(b, from: q, to: max(p, q)))
        }
        if a.type == b.type { return (a, b) }
        if case .choice = a.type, b.type == .text { return (a, b) }
        report(ModelFinding.general("N018", "types-disagree", at: place, doc("Värdena är av olika slag", "The values are of different types"),
            doc("Det ena är \(a.type.words.sv), det andra \(b.type.words.sv).", "One is \(a.type.words.en), the other \(b.type.words.en).")))
        return nil
    }

    /// Whether scaled integers of so many places can be counted with: 10^18 is the last power of ten that one holds.
    private mutating func isCountable(_ places: Int, at place: Place) -> Bool {
        if places <= 18 { return true }
        report(ModelFinding.general("N018", "types-disagree", at: place, doc("För många decimaler", "Too many decimals"),
            doc("Det blir \(places) decimaler; det går att räkna med högst 18.", "This takes \(places) decimals; at most 18 can be counted with.")))
        return false
    }

    private func scaled(_ a: RowExpression, from places: Int, to wanted: Int) -> RowExpression {
        guard wanted > places else { return a }
        var factor: Int64 = 1
        for _ in places..<wanted { factor *= 10 }
        if case .integer(let value) = a.form, !value.multipliedReportingOverflow(by: factor).overflow {
            return RowExpression(form: .integer(value * factor), type: .number(places: wanted), optional: false, reads: [])
        }
        let literal = RowExpression(form: .integer(factor), type: .number(places: 0), optional: false, reads: [])
        return node(.binary(.times, a, literal), .number(places: wanted), [a])
    }

    private mutating func expect(_ expression: RowExpression, _ type: RowType, at place: Place) -> Bool {
        if expression.type == .broken { return false }
        if expression.type == type { return true }
        _ = mismatch(expression, type.words, at: place)
        return false
    }

    private mutating func isOrdered(_ expression: RowExpression, at place: Place) -> Bool {
        switch expression.type {
        case .number, .date: return true
        case .broken: return false
        default:
            _ = mismatch(expression, doc("ett tal eller en dag", "a number or a date"), at: place)
            return false
        }
    }

    mutating func mismatch(_ expression: RowExpression, _ wanted: Message, at place: Place) -> RowExpression {
        if expression.type != .broken {
            report(ModelFinding.general("N018", "types-disagree", at: place, doc("Fel slags värde", "Wrong type"),
                doc("Här ska stå \(wanted.sv), men det är \(expression.type.words.sv).", "This must be \(wanted.en), but it is \(expression.type.words.en).")))
        }
        return .broken
    }
}
