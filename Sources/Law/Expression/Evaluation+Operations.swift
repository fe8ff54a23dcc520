// Comparison, `is`, membership and arithmetic, with what each means for the unknown.
import Model
import Source

extension Evaluation {
    // MARK: Comparison

    func compare(_ comparison: Node.Comparison, _ left: Node, _ right: Node, _ node: Node, _ frame: inout [Value])
        -> Three
    {
        let a = value(left, &frame)
        let b = value(right, &frame)
        switch (a, b) {
        case (.known(let a), .known(let b)):
            noteTurn(left, right, a, b)
            return Three(compare(comparison, head(a), head(b)))
        // `x == yes` asks what `x` asks: one question, so that one completion answers both.
        case (.unknown(let a), .known(.truth(let truth))) where comparison == .equal:
            return truth ? leaf(a, .holds, node, frame) : !leaf(a, .holds, node, frame)
        case (.known(.truth(let truth)), .unknown(let b)) where comparison == .equal:
            return truth ? leaf(b, .holds, node, frame) : !leaf(b, .holds, node, frame)
        case (.unknown(let a), .known(let b)):
            if let bounded = bounded(comparison, a, b, flipped: false) { return bounded }
            let test: Test =
                switch comparison {
                case .equal: .equals(b)
                case .less: .less(b)
                case .lessOrEqual: .lessOrEqual(b)
                }
            if comparison != .equal, b == .none { return .no }
            return leaf(a, test, node, frame)
        case (.known(let a), .unknown(let b)):
            if let bounded = bounded(comparison, b, a, flipped: true) { return bounded }
            if comparison != .equal, a == .none { return .no }
            guard b.subject != nil else { return leaf(b, .holds, node, frame) }
            switch comparison {
            case .equal: return leaf(b, .equals(a), node, frame)
            case .less: return !leaf(b, .lessOrEqual(a), node, frame)
            case .lessOrEqual: return !leaf(b, .less(a), node, frame)
            }
        case (.unknown(let a), .unknown(let b)):
            return leaf(Unknown.joined(Unknown.joined(nil, a), b), .holds, node, frame)
        }
    }

    private func compare(_ comparison: Node.Comparison, _ left: Value, _ right: Value) -> Bool {
        switch comparison {
        case .equal: Order.equal(left, right)
        case .less: Order.less(left, right)
        case .lessOrEqual: Order.lessOrEqual(left, right)
        }
    }

    /// A comparison with an unknown number whose bounds already settle it.
    private func bounded(_ comparison: Node.Comparison, _ unknown: Unknown, _ value: Value, flipped: Bool) -> Three? {
        guard case .number(let number) = value, unknown.low != nil || unknown.high != nil else { return nil }
        let low = unknown.low
        let high = unknown.high
        switch (comparison, flipped) {
        case (.equal, _):
            return (low.map { number < $0 } ?? false) || (high.map { $0 < number } ?? false) ? .no : nil
        case (.less, false):
            if let high, high < number { return .yes }
            return low.map { $0 >= number } ?? false ? .no : nil
        case (.lessOrEqual, false):
            if let high, high <= number { return .yes }
            return low.map { $0 > number } ?? false ? .no : nil
        case (.less, true):
            if let low, number < low { return .yes }
            return high.map { $0 <= number } ?? false ? .no : nil
        case (.lessOrEqual, true):
            if let low, number <= low { return .yes }
            return high.map { $0 < number } ?? false ? .no : nil
        }
    }

    /// A comparison with today turns on the day that it is compared with.
    private func noteTurn(_ left: Node, _ right: Node, _ a: Value, _ b: Value) {
        switch (left.form, right.form, a, b) {
        case (.today, _, _, .date(let day)), (_, .today, .date(let day), _):
            turns.formUnion([day, Day(number: day.number + 1)])
        default:
            if left.usesToday || right.usesToday { turns.formUnion([asOf, Day(number: asOf.number + 1)]) }
        }
    }

    /// A record stands for its head.
    func head(_ value: Value) -> Value {
        guard case .entity(let id) = value else { return value }
        reads.note(id)
        return model.head(of: id) ?? value
    }

    // MARK: Taxonomy

    func isA(_ left: Node, _ right: Node, _ node: Node, _ frame: inout [Value]) -> Three {
        switch (value(left, &frame), value(right, &frame)) {
        case (.known(let a), .known(let b)): return match(a, b, left, node, &frame)
        case (.unknown(let a), .known(let b)): return leaf(a, Test.standing(b), node, frame)
        case (.known, .unknown(let b)):
            return leaf(Unknown(missing: b.missing, recorded: b.recorded), .holds, node, frame)
        case (.unknown(let a), .unknown(let b)):
            return leaf(Unknown.joined(Unknown.joined(nil, a), b), .holds, node, frame)
        }
    }

    /// Checking 3.1.2: at or below is yes, disjoint is no, a strict ancestor is too coarse to tell.
    private func match(_ stated: Value, _ asked: Value, _ left: Node, _ node: Node, _ frame: inout [Value]) -> Three {
        let held = head(stated)
        let asked = head(asked)
        switch (held, asked) {
        case (.entity(let a), .entity(let b)):
            if a == b || isA(a, b) { return .yes }
            guard isA(b, a) else { return .no }
            return leaf(coarse(stated, left, &frame), .isA(asked), node, frame)
        case (.norm(let a), .norm(let b)):
            if a == b || a.hasPrefix(b + ".") { return .yes }
            guard b.hasPrefix(a + ".") else { return .no }
            return leaf(coarse(stated, left, &frame), .isA(asked), node, frame)
        case (.unknown(let missing), _):
            return leaf(Unknown(missing: missing, subject: .value(held)), .isA(asked), node, frame)
        default: return Three(Order.equal(held, asked))
        }
    }

    /// Which fact is stated too coarsely.
    private func coarse(_ stated: Value, _ left: Node, _ frame: inout [Value]) -> Unknown {
        switch left.form {
        case .property(let base, let name):
            if case .known(.entity(let id)) = value(base, &frame) {
                return Unknown(missing: [MissingFact(entity: id, property: name)], subject: .fact(id, name))
            }
        default: break
        }
        if case .entity(let id) = stated {
            return Unknown(missing: [MissingFact(entity: id, property: "is")], subject: .fact(id, "is"))
        }
        return Unknown(missing: [], subject: .value(stated))
    }

    func member(_ left: Node, _ right: Node, _ node: Node, _ frame: inout [Value]) -> Three {
        let a = value(left, &frame)
        switch value(right, &frame) {
        case .unknown(let list):
            guard case .unknown(let a) = a else {
                return leaf(Unknown(missing: list.missing, recorded: list.recorded), .holds, node, frame)
            }
            return leaf(Unknown.joined(Unknown.joined(nil, a), list), .holds, node, frame)
        case .known(let list):
            var result = Three.no
            for element in Evaluation.elements(list) {
                let one: Three
                if case .unknown(let missing) = element {
                    one = leaf(Unknown(missing: missing), .holds, node, frame)
                } else {
                    switch a {
                    case .known(let stated): one = match(stated, element, left, node, &frame)
                    case .unknown(let unknown): one = leaf(unknown, Test.standing(head(element)), node, frame)
                    }
                }
                if one == .yes { return .yes }
                result = max(result, one)
            }
            return result
        }
    }

    func overlaps(_ left: Node, _ right: Node, _ node: Node, _ frame: inout [Value]) -> Three {
        switch (value(left, &frame), value(right, &frame)) {
        case (.known(let a), .known(let b)):
            var result = Three.no
            for one in Evaluation.elements(a) {
                for other in Evaluation.elements(b) {
                    let met = match(one, other, left, node, &frame)
                    if met == .yes { return .yes }
                    result = max(result, met)
                }
            }
            return result
        case (.unknown(let a), .known):
            return leaf(Unknown(missing: a.missing, recorded: a.recorded), .holds, node, frame)
        case (.known, .unknown(let b)):
            return leaf(Unknown(missing: b.missing, recorded: b.recorded), .holds, node, frame)
        case (.unknown(let a), .unknown(let b)):
            return leaf(Unknown.joined(Unknown.joined(nil, a), b), .holds, node, frame)
        }
    }

    // MARK: Arithmetic

    func arithmetic(_ operation: Node.Arithmetic, _ left: Node, _ right: Node, _ frame: inout [Value]) -> Answer {
        switch (value(left, &frame), value(right, &frame)) {
        case (.known(let a), .known(let b)): return .known(Evaluation.combine(operation, a, b))
        case (.unknown(let a), .known): return .unknown(Unknown(missing: a.missing, recorded: a.recorded))
        case (.known, .unknown(let b)): return .unknown(Unknown(missing: b.missing, recorded: b.recorded))
        case (.unknown(let a), .unknown(let b)): return .unknown(Unknown.joined(Unknown.joined(nil, a), b))
        }
    }

    /// None for what can't be computed: an operand that is none, a division by zero, or more than 18 digits.
    static func combine(_ operation: Node.Arithmetic, _ left: Value, _ right: Value) -> Value {
        switch (operation, left, right) {
        case (.add, .date(let day), .duration(let length)):
            .date(day.adding(months: length.months).adding(days: length.days))
        case (.add, .duration(let length), .date(let day)):
            .date(day.adding(months: length.months).adding(days: length.days))
        case (.subtract, .date(let day), .duration(let length)):
            .date(day.adding(months: -length.months).adding(days: -length.days))
        case (.subtract, .date(let a), .date(let b)): .duration(Period(months: 0, days: a.number - b.number))
        case (.add, .duration(let a), .duration(let b)):
            .duration(Period(months: a.months + b.months, days: a.days + b.days))
        case (.subtract, .duration(let a), .duration(let b)):
            .duration(Period(months: a.months - b.months, days: a.days - b.days))
        case (_, .number(let a), .number(let b)): Exact.combine(operation, a, b).map(Value.number) ?? .none
        default: .none
        }
    }
}

extension Node {
    /// Whether the day of the check goes into it.
    var usesToday: Bool {
        if case .today = form { return true }
        return form.children.contains { $0.usesToday }
    }
}

extension Day {
    fileprivate func adding(days: Int) -> Day { Day(number: number + days) }
}

extension Exact {
    /// Exact but for division, which is rounded to nine places; nil beyond 18 digits.
    static func combine(_ operation: Node.Arithmetic, _ left: Exact, _ right: Exact) -> Exact? {
        switch operation {
        case .multiply:
            let (product, overflow) = left.digits.multipliedReportingOverflow(by: right.digits)
            return overflow ? nil : Exact(product, places: left.places + right.places)
        case .divide:
            guard right.digits != 0 else { return nil }
            let quotient = (left.double / right.double * 1e9).rounded()
            return abs(quotient) < 9e17 ? Exact(Int64(quotient), places: 9) : nil
        case .add, .subtract:
            let places = max(left.places, right.places)
            guard let a = left.scaled(to: places), let b = right.scaled(to: places) else { return nil }
            let (sum, overflow) = operation == .add ? a.addingReportingOverflow(b) : a.subtractingReportingOverflow(b)
            return overflow ? nil : Exact(sum, places: places)
        }
    }
}
