// Comparison, `is`, membership and arithmetic on terms: what `Evaluation` does, without what is missing.
import Model
import Source

extension Machine {
    // MARK: Comparison

    func compare(_ op: Op, _ frame: Frame) -> Three {
        let a = value(op.a, frame)
        let b = value(op.b, frame)
        switch (a.isUnknown, b.isUnknown) {
        case (false, false):
            if !op.flags.isDisjoint(with: [.usesToday]) { noteTurn(op.flags, a, b) }
            let left = head(a)
            let right = head(b)
            return Three(
                op.code == .equal
                    ? Machine.equal(left, right)
                    : op.code == .less ? Order.less(left.value, right.value) : Order.lessOrEqual(left.value, right.value))
        case (true, false):
            if let bounded = bounded(op.code, a, b, flipped: false) { return bounded }
            if op.code != .equal, case .none = b { return .no }
            return .unknown
        case (false, true):
            if let bounded = bounded(op.code, b, a, flipped: true) { return bounded }
            if op.code != .equal, case .none = a { return .no }
            return .unknown
        case (true, true): return .unknown
        }
    }

    static func equal(_ left: Term, _ right: Term) -> Bool {
        switch (left, right) {
        case (.entity(let a), .entity(let b)): a == b
        case (.none, .none): true
        case (.truth(let a), .truth(let b)): a == b
        case (.integer(let a), .integer(let b)): a == b
        case (.date(let a), .date(let b)): a == b
        case (.other(let a), .other(let b)): Order.equal(a, b)
        case (.integer, .other), (.other, .integer): Order.equal(left.value, right.value)
        // A head that is not stated stands for itself, as it does where it is explained.
        case (.unknown, .unknown): Order.equal(left.value, right.value)
        default: false
        }
    }

    /// A comparison with an unknown number whose bounds already settle it.
    private func bounded(_ code: Op.Code, _ unknown: Term, _ known: Term, flipped: Bool) -> Three? {
        guard case .between(let low, let high) = unknown, case .number(let number) = known.value else { return nil }
        let least = Exact(Int64(low))
        let most = high == .max ? nil : Exact(Int64(high))
        switch (code, flipped) {
        case (.less, false):
            if let most, most < number { return .yes }
            return least >= number ? .no : nil
        case (.lessOrEqual, false):
            if let most, most <= number { return .yes }
            return least > number ? .no : nil
        case (.less, true):
            if number < least { return .yes }
            return most.map { $0 <= number } ?? false ? .no : nil
        case (.lessOrEqual, true):
            if number <= least { return .yes }
            return most.map { $0 < number } ?? false ? .no : nil
        default: return number < least || (most.map { $0 < number } ?? false) ? .no : nil
        }
    }

    /// A comparison with today turns on the day that it is compared with.
    private func noteTurn(_ flags: Op.Flags, _ a: Term, _ b: Term) {
        if flags.contains(.leftIsToday), case .date(let day) = b {
            now.pointee.turns.formUnion([day, Day(number: day.number + 1)])
        } else if flags.contains(.rightIsToday), case .date(let day) = a {
            now.pointee.turns.formUnion([day, Day(number: day.number + 1)])
        } else {
            now.pointee.turns.formUnion([asOf, Day(number: asOf.number + 1)])
        }
    }

    // MARK: Taxonomy

    func match(_ stated: Term, _ asked: Term) -> Three {
        let held = head(stated)
        let asked = head(asked)
        switch (held, asked) {
        case (.entity(let a), .entity(let b)):
            if isA(a, b) { return .yes }
            guard isA(b, a) else { return .no }
            now.pointee.unknowns += 1
            return .unknown
        case (.other(let a), .other(let b)):
            if case .norm(let a) = a.pointee {
                guard case .norm(let b) = b.pointee else { return .no }
                if a == b || a.isUnder(b) { return .yes }
                return b.isUnder(a) ? .unknown : .no
            }
            return Three(Order.equal(a, b))
        case (.unknown, _), (.between, _): return .unknown
        default: return Three(Machine.equal(held, asked))
        }
    }

    func member(_ op: Op, _ frame: Frame) -> Three {
        let a = value(op.a, frame)
        if op.flags.contains(.constants) {
            let list = ops[Int(op.b)]
            var result = Three.no
            for index in 0..<Int(list.b) {
                let one = member(a, value(operands[Int(list.a) + index], frame))
                if one == .yes { return .yes }
                result = max(result, one)
            }
            return result
        }
        let list = value(op.b, frame)
        if list.isUnknown { return .unknown }
        let elements = Elements(list)
        var result = Three.no
        for index in 0..<elements.count {
            let one = member(a, elements[index])
            if one == .yes { return .yes }
            result = max(result, one)
        }
        return result
    }

    private func member(_ term: Term, _ element: Term) -> Three {
        guard element.isUnknown || term.isUnknown else { return match(term, element) }
        now.pointee.unknowns += 1
        return .unknown
    }

    func overlaps(_ op: Op, _ frame: Frame) -> Three {
        let a = value(op.a, frame)
        let b = value(op.b, frame)
        if a.isUnknown || b.isUnknown { return .unknown }
        let left = Elements(a)
        let right = Elements(b)
        var result = Three.no
        for one in 0..<left.count {
            for other in 0..<right.count {
                let met = match(left[one], right[other])
                if met == .yes { return .yes }
                result = max(result, met)
            }
        }
        return result
    }

    // MARK: Arithmetic

    func arithmetic(_ op: Op, _ frame: Frame) -> Term {
        let a = value(op.a, frame)
        let b = value(op.b, frame)
        if a.isUnknown || b.isUnknown { return .unknown }
        let operation: Node.Arithmetic =
            switch op.code {
            case .add: .add
            case .subtract: .subtract
            case .multiply: .multiply
            default: .divide
            }
        return now.pointee.arena.keep(Evaluation.combine(operation, a.value, b.value))
    }
}

extension String {
    /// Whether a norm stands under another: GDPR.13.3 under GDPR.13.
    fileprivate func isUnder(_ other: String) -> Bool {
        let own = utf8
        let count = other.utf8.count
        guard own.count > count, own.starts(with: other.utf8) else { return false }
        return own[own.index(own.startIndex, offsetBy: count)] == UInt8(ascii: ".")
    }
}
