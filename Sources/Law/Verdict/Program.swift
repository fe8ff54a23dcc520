// The packs' rules in compact form: made once from their typed trees, and read by every core at the same time.
import Model
import Source

/// INVARIANT: immutable. Says nothing of a model: concepts are named, and each machine resolves them.
final class Program: Sendable {
    let rules: [Rule]
    let groups: RuleGroups
    let ruleCodes: Table<RuleCode>
    let variables: Table<(range: Int32, slot: Int32)>
    let exceptions: Table<(authority: Int32, condition: Int32)>
    let ops: Table<Op>
    let operands: Table<Int32>
    let constants: Table<Value>
    let concepts: [(name: String, kind: String?)]
    let policies: [String]
    let ranges: [String]
    /// The facts that are read, by `c` of the operations that read them.
    let facts: [Fact]
    let defines: Table<DefineCode>
    let decisions: [Decision]
    let decisionCodes: Table<DecisionCode>
    let factors: Table<FactorCode>
    let rows: Table<RowCode>
    /// The values of a factor, or the conclusions of a decision, that a condition asks for: one bit each.
    let masks: Table<UInt64>
    /// Which decision a `concluded` asks, and for what.
    let askings: Table<(decision: Int32, wanted: UInt64)>
    let authorities: [Authority]

    /// Plurals that some rules run through, and of which the model had nothing: those rules are not in the groups.
    private let idle: Set<String>

    init(_ rules: [Rule], over model: Model) {
        let idle = Set(rules.compactMap(\.roots)).filter { !Program.has($0, model) }
        var builder = ProgramBuilder()
        for rule in rules { if rule.isIdle(idle) { builder.pass() } else { builder.add(rule) } }
        (self.rules, self.idle) = (rules, idle)
        groups = RuleGroups(rules, besides: idle)
        ruleCodes = Table(builder.rules)
        variables = Table(builder.variables)
        exceptions = Table(builder.exceptions)
        ops = Table(builder.ops)
        operands = Table(builder.operands)
        constants = Table(builder.constants)
        (concepts, policies, ranges) = (builder.concepts, builder.policies, builder.ranges)
        facts = builder.facts
        defines = Table(builder.defines)
        decisions = builder.decisions
        decisionCodes = Table(builder.decisionCodes)
        factors = Table(builder.factors)
        rows = Table(builder.rowCodes)
        masks = Table(builder.masks)
        askings = Table(builder.askings)
        authorities = builder.authorities
    }

    /// Whether it was made from these rules, and holds all of them that the model has something for.
    func serves(_ rules: [Rule], over model: Model) -> Bool {
        rules.count == self.rules.count && zip(rules, self.rules).allSatisfy { $0 === $1 } && !idle.contains { Program.has($0, model) }
    }

    private static func has(_ plural: String, _ model: Model) -> Bool { !(model.all(plural) ?? []).isEmpty }
}

extension Rule {
    func isIdle(_ idle: Set<String>) -> Bool { roots.map(idle.contains) ?? false }
}
