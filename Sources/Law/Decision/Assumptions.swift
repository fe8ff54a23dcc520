// What a completion assumes of facts that are not stated: the same fact gets the same value wherever it occurs.
import Model
import Source

/// What is unknown: the identity under which two occurrences are one.
enum Subject: Hashable {
    case fact(EntityID, String)
    case call(String, [Value])
    /// An element that is itself not known.
    case value(Value)
    /// An expression whose unknown has no identity of its own, with the values of the slots that it depends on.
    case opaque(ObjectIdentifier, [Value])
}

/// A question with two answers on what is unknown.
enum Test: Hashable {
    case holds
    case isA(Value)
    case equals(Value)
    case less(Value)
    case lessOrEqual(Value)
    case inForce

    /// `x is v`: for what has no taxonomy it asks what `x == v` asks.
    static func standing(_ value: Value) -> Test {
        switch value {
        case .entity, .norm: .isA(value)
        default: .equals(value)
        }
    }
}

struct Atom {
    let subject: Subject
    let test: Test
    let missing: [MissingFact]
}

struct Assumptions {
    private(set) var known: [Subject: [(test: Test, answer: Bool)]] = [:]

    mutating func assume(_ atom: Atom, _ answer: Bool) { known[atom.subject, default: []].append((atom.test, answer)) }

    func adding(_ atom: Atom, _ answer: Bool) -> Assumptions {
        var copy = self
        copy.assume(atom, answer)
        return copy
    }

    /// The answer that the assumptions give, or nil when both answers are still possible.
    ///
    /// A taxonomy is open: who is none of the concepts below one may still stand under it, as something nobody has declared.
    func decide(_ subject: Subject, _ test: Test, in model: Model) -> Bool? {
        // A completion states something.
        if test == .equals(.none) { return false }
        guard let assumed = known[subject] else { return nil }
        for (other, answer) in assumed {
            if other == test { return answer }
            if let implied = Assumptions.implied(test, by: other, answer, in: model) { return implied }
        }
        return Days(assumed).decide(test)
    }

    /// The days that several assumptions leave together. One may follow from two of which neither says it: no day lies between two that
    /// follow one another.
    private struct Days {
        private var first = Int.min, last = Int.max
        private var excluded: Set<Int> = []

        init(_ assumed: [(test: Test, answer: Bool)]) {
            for (test, answer) in assumed {
                switch (test, answer) {
                case (.less(.date(let day)), true): last = min(last, day.number - 1)
                case (.less(.date(let day)), false): first = max(first, day.number)
                case (.lessOrEqual(.date(let day)), true): last = min(last, day.number)
                case (.lessOrEqual(.date(let day)), false): first = max(first, day.number + 1)
                case (.equals(.date(let day)), true): (first, last) = (max(first, day.number), min(last, day.number))
                case (.equals(.date(let day)), false): excluded.insert(day.number)
                default: continue
                }
            }
            while excluded.contains(first) { first += 1 }
            while excluded.contains(last) { last -= 1 }
        }

        func decide(_ test: Test) -> Bool? {
            // What can't be is no answer to anything.
            guard first <= last else { return nil }
            switch test {
            case .less(.date(let day)): return last < day.number ? true : first >= day.number ? false : nil
            case .lessOrEqual(.date(let day)): return last <= day.number ? true : first > day.number ? false : nil
            case .equals(.date(let day)):
                if day.number < first || day.number > last || excluded.contains(day.number) { return false }
                return first == last ? true : nil
            default: return nil
            }
        }
    }

    private static func implied(_ test: Test, by other: Test, _ answer: Bool, in model: Model) -> Bool? {
        switch (other, answer, test) {
        case (.isA(let held), true, .isA(let asked)):
            if stands(held, under: asked, in: model) { return true }
            if case .entity(let h) = held, case .entity(let a) = asked {
                return model.leaves(of: h).contains { model.isA($0, a) } ? nil : false
            }
            return stands(asked, under: held, in: model) ? nil : false
        case (.isA(let held), false, .isA(let asked)): return stands(asked, under: held, in: model) ? false : nil
        case (.isA(let held), let answer, .equals(let asked)):
            return stands(asked, under: held, in: model) == answer ? nil : false
        case (.equals(let held), true, .isA(let asked)): return stands(held, under: asked, in: model)
        case (.equals(let held), true, .equals(let asked)): return held == asked
        case (.equals(let held), true, .less(let bound)): return Order.less(held, bound)
        case (.equals(let held), true, .lessOrEqual(let bound)): return Order.lessOrEqual(held, bound)
        case (.less(let held), true, .less(let bound)): return Order.lessOrEqual(held, bound) ? true : nil
        case (.less(let held), true, .lessOrEqual(let bound)): return Order.lessOrEqual(held, bound) ? true : nil
        case (.lessOrEqual(let held), true, .less(let bound)): return Order.less(held, bound) ? true : nil
        case (.lessOrEqual(let held), true, .lessOrEqual(let bound)): return Order.lessOrEqual(held, bound) ? true : nil
        case (.less(let held), false, .less(let bound)): return Order.lessOrEqual(bound, held) ? false : nil
        case (.less(let held), false, .lessOrEqual(let bound)): return Order.less(bound, held) ? false : nil
        case (.lessOrEqual(let held), false, .less(let bound)): return Order.lessOrEqual(bound, held) ? false : nil
        case (.lessOrEqual(let held), false, .lessOrEqual(let bound)):
            return Order.lessOrEqual(bound, held) ? false : nil
        case (.less(let held), let answer, .equals(let value)): return Order.less(value, held) == answer ? nil : false
        case (.lessOrEqual(let held), let answer, .equals(let value)):
            return Order.lessOrEqual(value, held) == answer ? nil : false
        default: return nil
        }
    }

    /// The same of a norm: it is one of those declared, or another, and each of them is in force on the day or not.
    func decide(_ subject: Subject, _ test: Test, among norms: [String: Norm], asOf day: Day) -> Bool? {
        guard let assumed = known[subject], Assumptions.isOfNorms(test), assumed.contains(where: { Assumptions.isOfNorms($0.test) }) else { return nil }
        func answer(_ id: String?, _ test: Test) -> Bool {
            guard let id else { return false }
            switch test {
            case .isA(.norm(let other)): return id == other || id.hasPrefix(other + ".")
            case .equals(.norm(let other)): return id == other
            default: return norms[id]?.counts(on: day) ?? false
            }
        }
        var answers: Set<Bool> = []
        for id in norms.keys.map(Optional.some) + [nil] where assumed.allSatisfy({ !Assumptions.isOfNorms($0.test) || answer(id, $0.test) == $0.answer }) {
            answers.insert(answer(id, test))
        }
        return answers.count == 1 ? answers.first : nil
    }

    private static func isOfNorms(_ test: Test) -> Bool {
        switch test {
        case .inForce, .isA(.norm), .equals(.norm): true
        default: false
        }
    }

    private static func stands(_ value: Value, under other: Value, in model: Model) -> Bool {
        switch (value, other) {
        case (.entity(let a), .entity(let b)): a == b || model.isA(a, b)
        case (.norm(let a), .norm(let b)): a == b || a.hasPrefix(b + ".")
        default: value == other
        }
    }
}

/// The order of values: numbers, days and durations. A month counts as 30.436875 days, the mean of the Gregorian calendar.
enum Order {
    static func less(_ left: Value, _ right: Value) -> Bool {
        switch (left, right) {
        case (.number(let a), .number(let b)): a < b
        case (.date(let a), .date(let b)): a < b
        case (.duration(let a), .duration(let b)): size(a) < size(b)
        default: false
        }
    }

    static func lessOrEqual(_ left: Value, _ right: Value) -> Bool {
        switch (left, right) {
        case (.number(let a), .number(let b)): a <= b
        case (.date(let a), .date(let b)): a <= b
        case (.duration(let a), .duration(let b)): size(a) <= size(b)
        default: false
        }
    }

    /// The same of values where they lie.
    static func equal(_ left: UnsafePointer<Value>, _ right: UnsafePointer<Value>) -> Bool {
        if left == right { return true }
        switch left.pointee {
        case .word(let word):
            if case .word(let other) = right.pointee { return word == other }
            return false
        default: return equal(left.pointee, right.pointee)
        }
    }

    static func equal(_ left: Value, _ right: Value) -> Bool {
        if case .duration(let a) = left, case .duration(let b) = right { return size(a) == size(b) }
        return left == right
    }

    /// In days, a month as long as it is on the mean.
    static func size(_ duration: Period) -> Double {
        Double(duration.months) * 30.436875 + Double(duration.days)
    }
}
