// What the law came to, root by root, with what each was read from: an edit asks again only where it was read.
import Model
import Source

/// What an edit changed, in the numbers of the declarations.
public struct LawChange: Sendable {
    /// Declarations whose meaning or place (file and member) is another than before, new and removed ones too.
    public var declarations: Set<Int32>
    /// Kinds of which a declaration came, went or moved in its taxonomy.
    public var kinds: Set<String>

    public init(declarations: Set<Int32>, kinds: Set<String>) { (self.declarations, self.kinds) = (declarations, kinds) }
    public var isEmpty: Bool { declarations.isEmpty && kinds.isEmpty }
}

/// INVARIANT: immutable. A result in it is what asking again would give, while nothing that it was read from has changed.
public final class LawMemory: Sendable {
    let program: Program
    let concepts: [EntityID?]
    let asOf: Day
    let raised: [String: Severity]
    let norms: [String: Norm]
    let policy: [String: Value]
    let groups: [Group]

    /// Rules over the same range, with their roots in order. Rules without a range of their own stand alone, each with one root that is nothing.
    struct Group: Sendable {
        let rules: [Int32]
        let range: String?
        let roots: [EntityID?]
        let results: [RootResult]
    }

    init(_ context: RunContext, _ groups: [Group]) {
        (program, concepts, asOf, raised) = (context.program, context.concepts, context.asOf, context.raised)
        (norms, policy, self.groups) = (context.norms, context.policy, groups)
    }

    /// Whether what was asked then is what is asked now, so that results may be taken over.
    func serves(_ context: RunContext) -> Bool {
        program === context.program && concepts == context.concepts && asOf == context.asOf && raised == context.raised
            && norms == context.norms && policy == context.policy
    }
}

/// How the rules of a program are asked: those over one range together, root by root.
struct RuleGroups: Sendable {
    private(set) var groups: [(rules: [Int32], range: String?)] = []

    init(_ rules: [Rule], besides idle: Set<String>) {
        var places: [String: Int] = [:]
        for (index, rule) in rules.enumerated() where !rule.isIdle(idle) {
            // What lists all things of a kind inside is asked by itself: it is read from more than its root.
            guard let first = rule.variables.first, case .all(let plural) = first.range.form else {
                groups.append(([Int32(index)], nil))
                continue
            }
            let key = plural + (rule.listsAll ? " and all" : "")
            if let place = places[key] {
                groups[place].rules.append(Int32(index))
            } else {
                places[key] = groups.count
                groups.append(([Int32(index)], plural))
            }
        }
    }
}

extension Rule {
    /// Whether it looks through all things of a kind besides its root.
    fileprivate var listsAll: Bool {
        variables.dropFirst().contains { $0.range.listsAll } || when.listsAll || exceptions.contains { $0.when.listsAll }
    }
}
