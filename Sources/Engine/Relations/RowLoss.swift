// Why a row leaves, as the row account counts it, and the words for it.
import Plan
import Privacy
import Source

/// INVARIANT: names columns and rules, never a value.
package enum RowLoss: Hashable, Sendable {
    case missing(column: String)
    case breaks(Rule, column: String)
    case duplicateKey(column: String)
    case badLine(CSVReader.Fault)
    case objection
    /// Nobody can say that the row's person has not objected.
    case unmatched
    /// The unit of privacy has as many rows already as the step allows.
    case beyondUnit(column: String, atMost: Int)
    /// What the plan says.
    case planned(LossReason)

    /// What a declaration asks of a value.
    package enum Rule: Hashable, Sendable {
        case text, time, choice, flag, integer, decimal, date, personnummer, organisationsnummer
        case decimals(atMost: Int)
        case within(Domain)
    }
}

extension RowLoss {
    package var message: Message {
        switch self {
        case .missing(let column): Message(sv: "\(column): uppgift saknas", en: "\(column): missing")
        case .breaks(let rule, let column): Message { "\(column): \(rule.broken[$0])" }
        case .duplicateKey(let column):
            Message(sv: "\(column): nyckeln förekommer redan", en: "\(column): duplicate key")
        case .badLine(let fault): Message(sv: "oläslig rad: \(fault.message.sv)", en: "bad line: \(fault.message.en)")
        case .objection: Message(sv: "invändning", en: "objection")
        case .unmatched:
            Message(sv: "kan inte stämmas av mot registret", en: "cannot be matched to the register")
        case .beyondUnit(let column, let most):
            Message(
                sv: "\(column): fler än \(most) rader för samma enhet", en: "\(column): more than \(most) rows of one unit")
        case .planned(let reason): reason.message
        }
    }
}

extension LossReason {
    fileprivate var message: Message {
        switch self {
        case .notWhere(let text): Message(sv: "where gäller inte: \(text)", en: "where does not hold: \(text)")
        case .outside(let column, let domain): RowLoss.breaks(.within(domain), column: column).message
        case .duplicateRow: Message(sv: "dubblett av en annan rad", en: "duplicate row")
        case .stated(let words): Message(both: words)
        }
    }
}

extension RowLoss.Rule {
    fileprivate var broken: Message {
        switch self {
        case .text: Message(sv: "inte text", en: "not a text")
        case .time: Message(sv: "inget klockslag", en: "not a time")
        case .choice: Message(sv: "inget av de angivna alternativen", en: "not one of its declared choices")
        case .flag: Message(sv: "varken ja eller nej", en: "not a flag")
        case .integer: Message(sv: "inget heltal", en: "not an integer")
        case .decimal: Message(sv: "inget decimaltal", en: "not a decimal number")
        case .decimals(let most): Message(sv: "fler än \(most) decimaler", en: "more than \(most) decimals")
        case .date: Message(sv: "inget datum (ÅÅÅÅ-MM-DD)", en: "not a date (YYYY-MM-DD)")
        case .personnummer: Message(sv: "inget giltigt personnummer", en: "not a valid personnummer")
        case .organisationsnummer:
            Message(sv: "inget giltigt organisationsnummer", en: "not a valid organisationsnummer")
        case .within(let domain): Message { "\(Message(sv: "utanför", en: "outside")[$0]) \(domain.range)" }
        }
    }
}

extension Domain {
    /// `0..10`, with the bounds as people write them.
    fileprivate var range: String {
        switch self {
        case .integer(let low, let high): "\(low)..\(high)"
        case .decimal(let low, let high, let places): "\(Exact(low, places: places))..\(Exact(high, places: places))"
        case .date(let low, let high): "\(Day(number: Int(low)))..\(Day(number: Int(high)))"
        case .id, .text, .flag, .time, .choice, .personnummer, .organisationsnummer: ""
        }
    }
}

extension CSVReader.Fault {
    package var message: Message {
        switch self {
        case .fieldCount: Message(sv: "fel antal fält", en: "wrong number of fields")
        case .unclosedQuote: Message(sv: "citattecken som inte avslutas", en: "unclosed quote")
        case .afterQuote: Message(sv: "text efter ett avslutande citattecken", en: "text after a closing quote")
        case .encoding: Message(sv: "inte UTF-8", en: "not UTF-8")
        }
    }
}
