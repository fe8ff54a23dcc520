// Which declarations name another in a fact: the assessments of an activity, the activities that use a system.
import Source

/// INVARIANT: made once the properties of all declarations are read; the lists are in the order of the text.
final class Users: Sendable {
    private let of: [Int32: [Int32]]
    private let systems: [Int32: [Int32]]

    init(_ model: Model) {
        func users(_ fact: Fact, _ kinds: [Kind.ID]) -> [Int32: [Int32]] {
            var users: [Int32: [Int32]] = [:]
            for kind in kinds {
                for declaration in model.names.declared(kind) {
                    switch model.stated(fact, of: EntityID(declaration: declaration)) {
                    case .entity(let id)?: users[id.declaration, default: []].append(declaration)
                    case .list(let ids)?:
                        for case .entity(let id) in ids where users[id.declaration]?.last != declaration { users[id.declaration, default: []].append(declaration) }
                    default: continue
                    }
                }
            }
            return users
        }
        of = users(.of, Users.naming)
        systems = users(.systems, [.activity])
    }

    /// Kinds of declaration with an `of:`.
    private static let naming: [Kind.ID] = ["assessment", "reservation"]

    func naming(_ id: EntityID, _ kind: Kind.ID, in model: Model) -> [Value] {
        (of[id.declaration] ?? []).filter { model.store.headers[Int($0)].kind == kind }.map { .entity(EntityID(declaration: $0)) }
    }

    func activities(of system: EntityID) -> [Value] { (systems[system.declaration] ?? []).map { .entity(EntityID(declaration: $0)) } }

    /// Whether the same name a declaration in both.
    func isSame(_ declaration: Int32, in other: Users) -> Bool { of[declaration] == other.of[declaration] && systems[declaration] == other.systems[declaration] }
}
