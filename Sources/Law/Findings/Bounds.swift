// Numbers that a rule's finding compares, and where each comparison turns out otherwise: what a remedy would set them to.
import Model
import Source

/// A number of an entity that a condition looks at, and what it would have to be for the condition to come out as the finding's absence wants.
public struct Bound: Hashable, Sendable {
    public enum Turn: Hashable, Sendable {
        case below(Exact), atMost(Exact), atLeast(Exact), above(Exact)
        /// Any number: none is stated.
        case stated
    }
    public let owner: EntityID
    public let fact: String
    public let turn: Turn
    /// What the number is multiplied by before it is compared.
    public let factor: Exact

    /// Whether a number would turn the comparison.
    public func turns(at number: Exact) -> Bool {
        guard let number = Exact.combine(.multiply, number, factor) else { return false }
        return switch turn {
        case .below(let limit): number < limit
        case .atMost(let limit): number <= limit
        case .atLeast(let limit): number >= limit
        case .above(let limit): number > limit
        case .stated: true
        }
    }
}

extension LawResult {
    /// Every number whose comparison stands in the way of a finding's absence, in the order of its conditions. Where several comparisons would each
    /// be enough for the finding, all are told: who turns one meets the next.
    public func bounds(of firing: Firing) -> [Bound] {
        guard let (rule, evaluation, start) = asked(firing) else { return [] }
        var frame = start, bounds: [Bound] = []
        evaluation.bounds(rule.when, wanted: .no, &frame, &bounds)
        for exception in rule.exceptions { evaluation.bounds(exception.when, wanted: .yes, &frame, &bounds) }
        return bounds
    }
}

extension Evaluation {
    fileprivate func bounds(_ node: Node, wanted: Three, _ frame: inout [Value], _ out: inout [Bound]) {
        switch node.form {
        case .not(let inner): bounds(inner, wanted: wanted == .no ? .yes : .no, &frame, &out)
        case .and(let left, let right), .or(let left, let right):
            bounds(left, wanted: wanted, &frame, &out)
            bounds(right, wanted: wanted, &frame, &out)
        case .define(let define, let arguments) where define.body.type == .truth:
            var inner = self.frame(define.frame, arguments, &frame)
            bounds(define.body, wanted: wanted, &inner, &out)
        case .quantified(let kind, let slot, let range, let body?) where kind != .count:
            guard case .known(let list) = value(range, &frame) else { break }
            for element in Evaluation.elements(list) {
                frame[slot] = element
                bounds(body, wanted: wanted, &frame, &out)
            }
        case .compare(let comparison, let left, let right):
            let result = truth(node, &frame)
            guard result != wanted else { break }
            let isLost = wanted == .no
            switch comparison {
            case .equal where isLost:
                if case .known(.none) = value(right, &frame) { add(left, .stated, &frame, &out) }
            case .equal: break
            case .less:
                if let limit = number(right, &frame) { add(left, isLost ? .atLeast(limit) : .below(limit), &frame, &out) }
                if let limit = number(left, &frame) { add(right, isLost ? .atMost(limit) : .above(limit), &frame, &out) }
            case .lessOrEqual:
                if let limit = number(right, &frame) { add(left, isLost ? .above(limit) : .atMost(limit), &frame, &out) }
                if let limit = number(left, &frame) { add(right, isLost ? .below(limit) : .atLeast(limit), &frame, &out) }
            }
        default: break
        }
        (undecided, gaps) = (nil, [])
    }

    /// Of a side that is a property, or one multiplied by a number above zero.
    private func add(_ side: Node, _ turn: Bound.Turn, _ frame: inout [Value], _ out: inout [Bound]) {
        var (property, factor) = (side, Exact(1))
        if case .arithmetic(.multiply, let left, let right) = side.form {
            if case .property = left.form, let number = number(right, &frame) { (property, factor) = (left, number) }
            else if case .property = right.form, let number = number(left, &frame) { (property, factor) = (right, number) }
        }
        guard case .property(let base, let fact) = property.form, factor > Exact(0), case .known(.entity(let owner)) = value(base, &frame) else { return }
        let bound = Bound(owner: owner, fact: fact, turn: turn, factor: factor)
        if !out.contains(bound) { out.append(bound) }
    }

    private func number(_ node: Node, _ frame: inout [Value]) -> Exact? {
        if case .known(.number(let number)) = value(node, &frame) { number } else { nil }
    }
}
