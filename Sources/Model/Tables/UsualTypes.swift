// The column types as they usually stand, read from their bytes: whatever is unusual or wrong takes the long way, which tells.
import Privacy
import Source
import Syntax

/// Words of tables and columns, looked up once.
enum ColumnWords {
    static let table = Word("table") ?? .unknown, `as` = Word("as") ?? .unknown, of = Word("of") ?? .unknown
    static let categoryShape = Shape.entity("category"), subjectShape = Shape.entity("subject")
}

/// The facts that every column has, at hand: asking for them by name costs more than setting them.
struct ColumnFacts {
    let category = Fact.category, subjects = Fact.subjects, identifies = Fact.identifies, table = Fact.table, dataset = Fact.dataset, type = Fact.type
    let `as` = ColumnWords.as, of = ColumnWords.of
    /// Words as facts: a worker's own, since values that all workers share are counted by all of them.
    private let types = Domain.words.map { Value.word($0) }, identifications = Identification.ranked.map { Value.word($0.rawValue) }

    func type(_ domain: Domain) -> Value { types[Int(domain.tag)] }
    func word(_ identifies: Identification) -> Value { identifications[identifies.rank] }
}

/// The types with bounds and levels that a worker has met: the columns of a workspace have a few hundred between them.
final class KnownTypes {
    @exclusivity(unchecked) private var known: [UInt64: (tree: Tree, span: Span, domain: Domain)] = [:]

    /// The domain of the same text read before.
    func domain(_ type: Expression, _ hash: UInt64) -> Domain? {
        guard let known = known[hash], type.tree.has(type.span, as: known.tree, known.span) else { return nil }
        return known.domain
    }

    func note(_ domain: Domain, _ type: Expression, _ hash: UInt64) {
        if known.count < 4096 { known[hash] = (type.tree, type.span, domain) }
    }
}

extension Builder {
    /// nil where the type has to be looked at closely.
    func usualType(_ expression: Expression) -> (domain: Domain, optional: Bool, unit: String?)? {
        switch expression.kind {
        case .path:
            guard let name = expression.singleName else { return nil }
            return plain(expression.tree, name).map { ($0, false, nil) }
        case .call:
            let hash = expression.tree.hash(of: expression.span)
            if let known = types.domain(expression, hash) { return (known, false, nil) }
            guard let domain = bounded(expression) else { return nil }
            types.note(domain, expression, hash)
            return (domain, false, nil)
        case .optional:
            var inner = expression.eachOperand
            return inner.next().flatMap { usualType($0) }.map { ($0.domain, true, nil) }
        default: return nil
        }
    }

    private func plain(_ tree: Tree, _ name: Span) -> Domain? {
        switch name.count {
        case 2: tree.has("id", at: name) ? .id : nil
        case 4: tree.has("flag", at: name) ? .flag : tree.has("text", at: name) ? .text : tree.has("time", at: name) ? .time : nil
        case 12: tree.has("personnummer", at: name) ? .personnummer : nil
        default: tree.has("organisationsnummer", at: name) ? .organisationsnummer : nil
        }
    }

    private func bounded(_ call: Expression) -> Domain? {
        guard let callee = call.calleeSpan else { return nil }
        var arguments = call.eachArgument
        guard let first = arguments.next() else { return nil }
        switch callee.count {
        case 7 where call.tree.has("integer", at: callee):
            guard arguments.next() == nil, let (low, high) = ends(of: first), let a = low.wholeNumber, let b = high.wholeNumber, a <= b else { return nil }
            return .integer(low: a, high: b)
        case 7 where call.tree.has("decimal", at: callee):
            guard let (low, high) = ends(of: first), let places = arguments.next()?.wholeNumber, arguments.next() == nil, (0...9).contains(places),
                let a = scaled(low, places), let b = scaled(high, places), a <= b
            else { return nil }
            return .decimal(low: a, high: b, places: Int(places))
        case 4 where call.tree.has("date", at: callee):
            guard arguments.next() == nil, let (low, high) = ends(of: first), let a = low.day, let b = high.day, a <= b else { return nil }
            return .date(low: Int64(a.number), high: Int64(b.number))
        case 6 where call.tree.has("choice", at: callee):
            var levels: [String] = [], next: Expression? = first
            while let level = next {
                guard let name = level.singleName, name.count > 0 else { return nil }
                let text = level.source
                if levels.contains(text) { return nil }
                levels.append(text)
                next = arguments.next()
            }
            return levels.count <= 32 ? .choice(levels) : nil
        default: return nil
        }
    }

    private func scaled(_ number: Expression, _ places: Int64) -> Int64? {
        guard var value = number.wholeNumber, value < 1_000_000_000 else { return nil }
        for _ in 0..<places { value *= 10 }
        return value
    }

    private func ends(of range: Expression) -> (Expression, Expression)? {
        guard range.kind == .range else { return nil }
        var operands = range.eachOperand
        guard let low = operands.next(), let high = operands.next() else { return nil }
        return (low, high)
    }
}
