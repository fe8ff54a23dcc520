// The relations and functions between facts that rules may call; their signatures stand in the vocabulary.
import Source

/// The relations and functions by number, so that calling one compares no names.
public enum FunctionCode: UInt8, Sendable, CaseIterable {
    case same, serves_directly, serves_indirectly, first_read, provided_own_data, personal, kinds_of, precedes, reaches, bound_to, paths_after, due, words

    /// nil for what the rule language has of its own, and for what there is not.
    public init?(named name: String) {
        guard let code = FunctionCode.byName[name] else { return nil }
        self = code
    }

    private static let byName: [String: FunctionCode] = [
        "same": .same, "serves_directly": .serves_directly, "serves_indirectly": .serves_indirectly, "first_read": .first_read,
        "provided_own_data": .provided_own_data, "personal": .personal, "kinds_of": .kinds_of, "precedes": .precedes, "reaches": .reaches,
        "bound_to": .bound_to, "paths_after": .paths_after, "due": .due, "words": .words,
    ]
}

extension Model {
    /// Arguments are checked against the signature when a pack is loaded; an unknown argument makes the answer unknown.
    public func call(_ function: String, _ arguments: [Value]) -> Value {
        for case .unknown(let missing) in arguments { return .unknown(missing) }
        guard let code = FunctionCode(named: function), let first = arguments.first else { return .none }
        return call(code, first, arguments.dropFirst().first)
    }

    /// None of the arguments is unknown.
    public func call(_ function: FunctionCode, _ first: Value, _ second: Value?) -> Value {
        switch (function, first, second) {
        case (.same, .entity(let purpose), .list(let purposes)?): return .truth(purposes.contains { same(purpose, $0) })
        case (.serves_directly, .entity(let purpose), .list(let purposes)?): return serves(purpose, purposes, length: 1...1)
        case (.serves_indirectly, .entity(let purpose), .list(let purposes)?): return serves(purpose, purposes, length: 2...8)
        case (.first_read, .entity(let activity), .entity(let dataset)?): return firstRead(activity, dataset)
        case (.provided_own_data, .entity(let subject), .entity(let dataset)?): return providedOwnData(subject, dataset)
        case (.personal, .entity(let id), nil): return .truth(isPersonal(id))
        case (.kinds_of, .entity(let concept), nil): return .list(leaves(of: concept).map { .entity($0) })
        case (.precedes, .entity(let first), .entity(let second)?): return precedes(first, second)
        case (.reaches, .entity(let origin), .entity(let relation)?): return .truth(reaches(origin, relation))
        case (.bound_to, .entity(let safeguard), .entity(let step)?): return .truth(isBound(safeguard, to: step))
        case (.paths_after, .entity(let step), nil): return stated(.pathsAfter, of: step) ?? .list([])
        case (.due, .entity(let system), .norm(let norm)?): return due(system, norm)
        case (.words, .text(let text), nil): return .number(Exact(Int64(text.split { $0 == " " || $0 == "\n" }.count)))
        case (.words, .none, nil): return .number(Exact(0))
        default: return .none
        }
    }

    /// Same kind and same matter: the purpose itself, or one declared under it.
    private func same(_ purpose: EntityID, _ other: Value) -> Bool {
        guard case .entity(let id) = other, origin(of: id) == .specification else { return false }
        return isA(purpose, id)
    }

    /// Whether a chain of `serves:` of such a length leads to one of the purposes, and no shorter one does.
    private func serves(_ purpose: EntityID, _ purposes: [Value], length: ClosedRange<Int>) -> Value {
        var frontier: Set<EntityID> = [purpose], seen = frontier
        for step in 1...length.upperBound {
            var next: Set<EntityID> = []
            for id in frontier {
                guard case .list(let records)? = stated(.serves, of: id) else { continue }
                for case .entity(let record) in records {
                    switch head(of: record) {
                    case .entity(let target)?: next.insert(target)
                    case .unknown(let missing)?: return .unknown(missing)
                    default: continue
                    }
                }
            }
            if next.contains(where: { id in purposes.contains(.entity(id)) }) { return .truth(length.contains(step)) }
            frontier = next.subtracting(seen)
            seen.formUnion(next)
            if frontier.isEmpty { break }
        }
        return .truth(false)
    }

    /// The columns of the dataset that the activity reads: exactly those that its reading steps name.
    private func firstRead(_ activity: EntityID, _ dataset: EntityID) -> Value {
        guard case .list(let columns)? = stated(.reached, of: activity) else { return .list([]) }
        return .list(columns.filter { if case .entity(let id) = $0 { stated(.dataset, of: id) == .entity(dataset) } else { false } })
    }

    /// Yes when the data are collected from them, no when from others only, unknown when that is not stated.
    private func providedOwnData(_ subject: EntityID, _ dataset: EntityID) -> Value {
        switch value(.collectedFrom, of: dataset) {
        case .unknown(let missing): return .unknown(missing)
        case .list(let sources):
            if sources.contains(.unknown([])) { return .unknown([]) }
            return .truth(sources.contains { if case .entity(let id) = $0 { isA(subject, id) } else { false } })
        default: return .truth(false)
        }
    }

    private func isPersonal(_ id: EntityID) -> Bool {
        switch kindID(of: id) {
        case .relation: stated(.isPersonal, of: id) == .truth(true)
        case .dataset:
            switch wordOf(.state, id) {
            case "Anonymous", "Aggregated", "Synthetic": false
            default: true
            }
        default: true
        }
    }

    private func wordOf(_ fact: Fact, _ id: EntityID) -> String {
        if case .word(let word)? = stated(fact, of: id) { word } else { "" }
    }

    private func precedes(_ first: EntityID, _ second: EntityID) -> Value {
        guard stated(.activity, of: first) == stated(.activity, of: second) else { return .truth(false) }
        if case .number(let a)? = stated(.position, of: first), case .number(let b)? = stated(.position, of: second) { return .truth(a < b) }
        return .truth(false)
    }

    private func reaches(_ origin: EntityID, _ relation: EntityID) -> Bool {
        if origin == relation { return true }
        guard case .list(let ancestry)? = stated(.ancestry, of: relation) else { return false }
        return ancestry.contains(.entity(origin))
    }

    /// A safeguard is bound when it names the step that carries it out, or one of that step's results.
    private func isBound(_ safeguard: EntityID, to step: EntityID) -> Bool {
        guard case .text(let by)? = stated(.carriedBy, of: safeguard) else { return false }
        if ownName(of: step) == by { return true }
        guard case .list(let outputs)? = stated(.outputs, of: step) else { return false }
        return outputs.contains { if case .entity(let id) = $0 { ownName(of: id) == by } else { false } }
    }

    /// From when a norm of the AI Act applies to a system. Where it says when it reaches older systems, one that was in use before it
    /// applied is reached then if an authority uses it, and otherwise never by itself (article 111.2): only by a change of its design.
    private func due(_ system: EntityID, _ norm: String) -> Value {
        guard let id = lookup(norm, kind: "norm") else { return .none }
        var first = value("applies", of: id)
        if first == .none { first = value("in_force", of: id) }
        guard case .date(let day) = first, case .date(let older) = value("applies_to_older", of: id) else { return first }
        switch value("first_used", of: system) {
        case .unknown(let missing): return .unknown(missing)
        case .date(let used) where used < day: return isOfAuthority(system) ? .date(older) : .none
        default: return .date(day)
        }
    }

    private func isOfAuthority(_ system: EntityID) -> Bool {
        var users: [Value] = [value("controller", of: system)]
        if case .list(let activities) = value("activities", of: system) {
            users += activities.map { if case .entity(let activity) = $0 { value("controller", of: activity) } else { .none } }
        }
        return users.contains { if case .entity(let user) = $0 { kindID(of: user) == .authority } else { false } }
    }
}
