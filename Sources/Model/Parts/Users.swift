// Which declarations name another in a fact: the assessments of an activity, the activities that use a system.
import Source

/// INVARIANT: made once the properties of all declarations are read; the lists are in the order of the text.
final class Users: Sendable {
    private let of: Naming
    private let systems: Naming

    init(_ model: Model, jobs: Int) {
        of = Naming(.of, Users.naming, model, jobs: jobs)
        systems = Naming(.systems, [.activity], model, jobs: jobs)
    }

    /// Kinds of declaration with an `of:`.
    private static let naming: [Kind.ID] = ["assessment", "reservation"]

    func naming(_ id: EntityID, _ kind: Kind.ID, in model: Model) -> [Value] {
        of[id.declaration].filter { model.store.headers[Int($0)].kind == kind }.map { .entity(EntityID(declaration: $0)) }
    }

    func activities(of system: EntityID) -> [Value] { systems[system.declaration].map { .entity(EntityID(declaration: $0)) } }

    /// Whether the same name a declaration in both.
    func isSame(_ declaration: Int32, in other: Users) -> Bool { of[declaration] == other.of[declaration] && systems[declaration] == other.systems[declaration] }
}

/// For each declaration those that name it in one fact, one after the other in one array.
private struct Naming: Sendable {
    private var starts: [Int32]
    private var users: [Int32]

    init(_ fact: Fact, _ kinds: [Kind.ID], _ model: Model, jobs: Int) {
        let naming = kinds.flatMap { model.names.declared($0) }
        let pairs = inParallel(naming.count, chunk: 512, jobs: jobs, state: {}) { _, range in
            var pairs: [(named: Int32, by: Int32)] = []
            for declaration in naming[range] {
                switch model.stated(fact, of: EntityID(declaration: declaration)) {
                case .entity(let id)?: pairs.append((id.declaration, declaration))
                case .list(let ids)?:
                    var seen: Set<Int32> = []
                    for case .entity(let id) in ids where ids.count == 1 || seen.insert(id.declaration).inserted { pairs.append((id.declaration, declaration)) }
                default: continue
                }
            }
            return pairs
        }
        starts = Array(repeating: 0, count: model.store.count + 1)
        for chunk in pairs { for pair in chunk { starts[Int(pair.named) + 1] += 1 } }
        for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
        users = Array(repeating: 0, count: Int(starts[model.store.count]))
        var next = starts
        for chunk in pairs {
            for pair in chunk {
                users[Int(next[Int(pair.named)])] = pair.by
                next[Int(pair.named)] += 1
            }
        }
    }

    subscript(declaration: Int32) -> ArraySlice<Int32> {
        Int(declaration) + 1 < starts.count ? users[Int(starts[Int(declaration)])..<Int(starts[Int(declaration) + 1])] : []
    }
}
