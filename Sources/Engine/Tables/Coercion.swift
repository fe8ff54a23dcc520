// Raw value to checked value: what a column's declaration accepts, and the reason under which anything else is counted.
import Plan
import Privacy
import Source

/// A column's declaration, ready to check values. INVARIANT: a reason names column and rule, never the value.
package struct Coercion: Sendable {
    package let column: Column
    private let choices: Set<String>
    private let today: Day

    /// - Parameter today: the day of the run; a personnummer without its century is read by it.
    package init(_ column: Column, today: Day) {
        self.column = column
        self.today = today
        if case .choice(let choices) = column.domain { self.choices = Set(choices) } else { self.choices = [] }
    }

    package enum Outcome: Equatable {
        case accepted(Value)
        case rejected(RowLoss)
    }

    package func callAsFunction(_ raw: RawValue) -> Outcome {
        if isMissing(raw) {
            return column.optional || column.elseMissing
                ? .accepted(.missing) : .rejected(.missing(column: column.name))
        }
        switch read(raw) {
        case .success(let value): return .accepted(value)
        case .failure(let fault):
            return column.elseMissing ? .accepted(.missing) : .rejected(.breaks(fault.rule, column: column.name))
        }
    }

    private struct Fault: Error {
        var rule: RowLoss.Rule
        init(_ rule: RowLoss.Rule) { self.rule = rule }
    }

    private func isMissing(_ raw: RawValue) -> Bool {
        switch raw {
        case .missing: true
        case .text(let text): text.isEmpty
        default: false
        }
    }

    private func read(_ raw: RawValue) -> Result<Value, Fault> {
        switch column.domain {
        case .id, .text:
            switch raw {
            case .text(let text): .success(.text(text))
            case .integer(let number): .success(.text(String(number)))
            default: .failure(Fault(.text))
            }
        case .time:
            if case .text(let text) = raw, isTime(text) { .success(.text(text)) } else { .failure(Fault(.time)) }
        case .choice:
            if let text = text(of: raw), choices.contains(text) {
                .success(.text(text))
            } else {
                .failure(Fault(.choice))
            }
        case .flag:
            if let flag = flag(raw) { .success(.integer(flag)) } else { .failure(Fault(.flag)) }
        case .integer(let low, let high):
            within(integer(raw), low, high, else: .integer)
        case .decimal(let low, let high, let places):
            decimal(raw, low, high, places)
        case .date(let low, let high):
            within(date(raw), low, high, else: .date)
        case .personnummer:
            if let text = text(of: raw), let number = Personnummer(text, today: today) {
                .success(.text(number.digits))
            } else {
                .failure(Fault(.personnummer))
            }
        case .organisationsnummer:
            if let text = text(of: raw), let number = Organisationsnummer(text) {
                .success(.text(number.digits))
            } else {
                .failure(Fault(.organisationsnummer))
            }
        }
    }

    private func within(_ number: Int64?, _ low: Int64, _ high: Int64, else rule: RowLoss.Rule) -> Result<Value, Fault> {
        guard let number else { return .failure(Fault(rule)) }
        guard number >= low, number <= high else { return .failure(Fault(.within(column.domain))) }
        return .success(.integer(number))
    }

    private func text(of raw: RawValue) -> String? {
        switch raw {
        case .text(let text): text
        case .integer(let number): String(number)
        default: nil
        }
    }

    private func flag(_ raw: RawValue) -> Int64? {
        switch raw {
        case .integer(0), .integer(1): integer(raw)
        case .text(let text):
            switch text.lowercased() {
            case "1", "true", "yes", "ja": 1
            case "0", "false", "no", "nej": 0
            default: nil
            }
        default: nil
        }
    }

    private func integer(_ raw: RawValue) -> Int64? {
        switch raw {
        case .integer(let number): number
        case .real(let number): Int64(exactly: number)
        case .text(let text): text.utf8.first == UInt8(ascii: "+") ? nil : Int64(text)
        default: nil
        }
    }

    /// Exactly: a binary float is read by its shortest decimal form, which is what was once written into it.
    private func decimal(_ raw: RawValue, _ low: Int64, _ high: Int64, _ places: Int) -> Result<Value, Fault> {
        let exact: Exact? =
            switch raw {
            case .integer(let number): Exact(number)
            case .real(let number): number.isFinite ? Exact(number.description) : nil
            case .text(let text): text.utf8.contains(UInt8(ascii: "_")) ? nil : Exact(text)
            default: nil
            }
        guard let exact else { return .failure(Fault(.decimal)) }
        guard exact.places <= places else { return .failure(Fault(.decimals(atMost: places))) }
        return within(exact.scaled(to: places) ?? (exact.digits < 0 ? .min : .max), low, high, else: .decimal)
    }

    private func date(_ raw: RawValue) -> Int64? {
        guard case .text(let text) = raw, let day = Day(text) else { return nil }
        return Int64(day.number)
    }

    /// `HH:MM`, `HH:MM:SS`, each also after `YYYY-MM-DDT` or `YYYY-MM-DD `, with an optional fraction and `Z`.
    private func isTime(_ text: String) -> Bool {
        var rest = Substring(text)
        if rest.utf8.count > 10, let day = rest.utf8.index(rest.startIndex, offsetBy: 10, limitedBy: rest.endIndex),
            Day(rest[..<day]) != nil
        {
            guard rest[day] == "T" || rest[day] == " " else { return false }
            rest = rest[rest.index(after: day)...]
        }
        if rest.hasSuffix("Z") { rest = rest.dropLast() }
        let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3 else { return false }
        func number(_ part: Substring, below limit: Int) -> Bool {
            part.utf8.count == 2 && part.utf8.allSatisfy { (48...57).contains($0) }
                && Int(part).map { $0 < limit } == true
        }
        guard number(parts[0], below: 24), number(parts[1], below: 60) else { return false }
        guard parts.count == 3 else { return true }
        let seconds = parts[2].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard number(seconds[0], below: 61) else { return false }
        return seconds.count == 1 || (!seconds[1].isEmpty && seconds[1].utf8.allSatisfy { (48...57).contains($0) })
    }
}
