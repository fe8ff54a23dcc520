// Reads a column's type with its public domain: `integer(0..10)`, `choice(a, "b c")`, `date(2005-01-01..2026-12-31)?`.
import Privacy
import Source
import Syntax

extension Builder {
    /// `decimal(0..500_000, 2) in SEK`: a number's type, and what it counts.
    func measured(_ expression: Expression, column: String, from here: Where) -> (domain: Domain, optional: Bool, unit: String?)? {
        guard case .binary(.in, let left, let right) = expression.form else {
            if case .optional(let inner) = expression.form, case .binary(.in, _, _) = inner.form { return measured(inner, column: column, from: here).map { ($0.domain, true, $0.unit) } }
            return columnType(expression, column: column, from: here).map { ($0.domain, $0.optional, nil) }
        }
        guard let type = columnType(left, column: column, from: here) else { return nil }
        // `in days?`: the mark belongs to the column.
        var (named, isOptional) = (right, type.optional)
        if case .optional(let inner) = right.form { (named, isOptional) = (inner, true) }
        guard case .number = type.domain.rowType else {
            report(domainFinding(at: here.place(right.span), doc("Bara tal räknas i en enhet.", "Only numbers count in a unit.")))
            return (type.domain, isOptional, nil)
        }
        guard let unit = word(named), MeasureUnits.isKnown(unit) else {
            report(ModelFinding.unknownName(word(named) ?? "", kind: "unit", candidates: MeasureUnits.words + ["SEK", "EUR"] + Currencies.codes.sorted(), at: here.place(named.span)))
            return (type.domain, isOptional, nil)
        }
        return (type.domain, isOptional, unit)
    }

    func columnType(_ expression: Expression, column: String, from here: Where) -> (domain: Domain, optional: Bool)? {
        if case .optional(let inner) = expression.form { return columnType(inner, column: column, from: here).map { ($0.domain, true) } }
        let place = here.place(expression.span)
        switch expression.form {
        case .path(let names) where names.count == 1:
            switch names[0].text {
            case "id": return (.id, false)
            case "text": return (.text, false)
            case "flag": return (.flag, false)
            case "time": return (.time, false)
            case "personnummer": return (.personnummer, false)
            case "organisationsnummer": return (.organisationsnummer, false)
            case "integer", "decimal", "date", "choice":
                report(unbounded(names[0].text, column: column, at: place))
                return nil
            default:
                report(unknownType(names[0].text, at: place))
                return nil
            }
        case .call(let callee, let arguments):
            let word = callee.map(\.text).joined(separator: "."), values = arguments.map(\.value)
            switch word {
            case "integer": return bounds(values, places: 0, at: place).map { (.integer(low: $0.low, high: $0.high), false) }
            case "decimal":
                var places = 0
                if values.count == 2, case .number(let number) = values[1].form, let stated = number.scaled(to: 0), (0...9).contains(stated) {
                    places = Int(stated)
                } else {
                    report(domainFinding(at: place, doc("`decimal` ska säga gränser och decimaler: `decimal(0..500_000, 2)`.", "`decimal` must state its bounds and places: `decimal(0..500_000, 2)`.")))
                    return nil
                }
                return bounds(Array(values.prefix(1)), places: places, at: place).map { (.decimal(low: $0.low, high: $0.high, places: places), false) }
            case "date": return dates(values, at: place).map { (.date(low: $0.low, high: $0.high), false) }
            case "choice": return choice(values, at: place).map { (.choice($0), false) }
            default:
                report(unknownType(word, at: here.place(Span(start: callee.first?.span.start ?? expression.span.start, end: callee.last?.span.end ?? expression.span.end))))
                return nil
            }
        case .missing: return nil
        default:
            report(unknownType("", at: place))
            return nil
        }
    }

    private func bounds(_ values: [Expression], places: Int, at place: Place) -> (low: Int64, high: Int64)? {
        if values.count == 1, case .range(let low, let high) = values[0].form, let x = number(low), let y = number(high) {
            guard let a = x.scaled(to: places), let b = y.scaled(to: places), !b.subtractingReportingOverflow(a).overflow, b - a < Int64.max else {
                report(domainFinding(at: place, places == 0
                    ? doc("Gränserna ska vara heltal med högst 18 siffror.", "The bounds must be whole numbers of at most 18 digits.")
                    : doc("Gränserna ska gå att skriva med \(places) decimaler och högst 18 siffror.", "The bounds must be writable with \(places) decimals and at most 18 digits.")))
                return nil
            }
            if a <= b { return (a, b) }
            report(domainFinding(at: place, doc("Den nedre gränsen är högre än den övre.", "The lower bound is above the upper one.")))
            return nil
        }
        report(domainFinding(at: place, doc("Gränserna ska vara två tal, till exempel `0..20`.", "The bounds must be two numbers, such as `0..20`.")))
        return nil
    }

    private func dates(_ values: [Expression], at place: Place) -> (low: Int64, high: Int64)? {
        if values.count == 1, case .range(let low, let high) = values[0].form, case .date(let a) = low.form, case .date(let b) = high.form {
            if a <= b { return (Int64(a.number), Int64(b.number)) }
            report(domainFinding(at: place, doc("Den första dagen kommer efter den sista.", "The first day comes after the last.")))
            return nil
        }
        report(domainFinding(at: place, doc("Gränserna ska vara två dagar, till exempel `2005-01-01..2026-12-31`.", "The bounds must be two days, such as `2005-01-01..2026-12-31`.")))
        return nil
    }

    private func choice(_ values: [Expression], at place: Place) -> [String]? {
        var levels: [String] = []
        for value in values {
            switch value.form {
            case .path(let names): levels.append(names.map(\.text).joined(separator: "."))
            case .text(let text): levels.append(text)
            case .number(let number): levels.append(number.description)
            default:
                report(domainFinding(at: place, doc("Ett val är ett ord eller en text: `choice(a, \"b c\")`.", "A choice is a word or a text: `choice(a, \"b c\")`.")))
                return nil
            }
        }
        if levels.isEmpty || Set(levels).count != levels.count {
            report(domainFinding(at: place, levels.isEmpty
                ? doc("`choice` ska räkna upp sina värden.", "`choice` must list its values.") : doc("Samma val står två gånger.", "The same choice stands twice.")))
            return nil
        }
        return levels
    }

    func number(_ expression: Expression) -> Exact? {
        switch expression.form {
        case .number(let number): number
        case .percent(let percent): percent.hundredth
        case .unary(.minus, let inner): number(inner).map { Exact(-$0.digits, places: $0.places) }
        case .group(let inner): number(inner)
        default: nil
        }
    }

    private func unbounded(_ type: String, column: String, at place: Place) -> Diagnostic {
        let example = ["integer": "integer(0..20)", "decimal": "decimal(0..500_000, 2)", "date": "date(2005-01-01..2026-12-31)"][type] ?? "choice(a, b)"
        return ModelFinding.general("N014", "unbounded-type", at: place, doc("Typ utan gränser", "Type without bounds"),
            doc("Kolumnen `\(column)` ska säga vad den kan innehålla: domänen är offentlig och lärs aldrig ur data.", "Column `\(column)` must say what it can hold: its domain is public and never learnt from data."),
            doc("Skriv till exempel `\(example)`.", "Write, for example, `\(example)`."))
    }

    private func unknownType(_ type: String, at place: Place) -> Diagnostic {
        ModelFinding.unknownName(type, kind: "type", candidates: ColumnTypes.words, at: place)
    }

    private func domainFinding(at place: Place, _ message: Message) -> Diagnostic {
        ModelFinding.general("N015", "bad-domain", at: place, doc("Domänen går inte att läsa", "Domain can't be read"), message)
    }
}

/// What a number may count: times, shares and measures by name, and money by its currency.
enum MeasureUnits {
    static let words = ["days", "weeks", "months", "years", "hours", "minutes", "seconds", "percent", "persons", "metres", "kilometres", "grams", "kilograms"]
    static func isKnown(_ word: String) -> Bool { words.contains(word) || Currencies.isCode(word) }
}

extension Domain {
    /// One number for each type's word.
    var tag: UInt8 {
        switch self {
        case .id: 0
        case .text: 1
        case .flag: 2
        case .integer: 3
        case .decimal: 4
        case .date: 5
        case .time: 6
        case .choice: 7
        case .personnummer: 8
        case .organisationsnummer: 9
        }
    }

    /// The type's word in the language.
    public var word: String { Domain.words[Int(tag)] }

    /// By tag.
    static let words = ["id", "text", "flag", "integer", "decimal", "date", "time", "choice", "personnummer", "organisationsnummer"]
}

extension Domain {
    /// As an author writes it, with its bounds.
    public var canonical: String {
        switch self {
        case .integer, .date: "\(word)(\(boundsText ?? ""))"
        case .decimal(_, _, let places): "decimal(\(boundsText ?? ""), \(places))"
        case .choice(let levels): "choice(\(levels.joined(separator: ", ")))"
        default: word
        }
    }
}

extension Exact {
    /// 5 as a percentage is 0.05.
    var hundredth: Exact { Exact(digits, places: places + 2) }
}
