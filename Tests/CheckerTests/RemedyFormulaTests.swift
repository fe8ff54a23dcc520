// Remedies for random conditions: whatever set of edits mends one, by trying all of them, the search finds it or a part of it.
import Checker
import Law
import Source
import Testing
import Trial

struct RemedyFormulaTests {
    /// Facts of an activity that an author may choose, and one that is a fact of the world.
    static let leaves = [
        "a.environment is Test", "a.environment == none", "not (a.environment in [Production, Development])", "exists p in a.approvals with p is Ethics",
        "exists m in a.assessments with m is Dpia and m.decided != none", "a.evaluated_by != none", "exists n in a.notices with Recipients in n.tells", "a.controller.incident_plan != none",
        "exists d in a.uses with d.classification in [Secret, Confidential]", "every d in a.uses with d.owner != none", "every t in a.steps with t.verb != learn or t.epsilon <= 1",
        "a.status is InOperation", "exists d in a.uses with d.context is HealthCare",
    ]

    /// A fact of the world beside one that may be chosen, in every way in which they can stand.
    static let mixed = [
        "not (a.status is InOperation or a.environment is Test)", "not (a.environment is Test or a.status is InOperation)", "not (a.status is InOperation and a.environment is Test)",
        "not (a.status is InOperation) and not (a.environment is Test)", "a.status is Planned or a.environment == none", "not (exists d in a.uses with d.context is HealthCare or d.owner != none)",
        "not (exists d in a.uses with d.context is HealthCare and d.owner != none)", "not (every d in a.uses with d.context is HealthCare or d.owner != none)",
    ]

    private static func space(_ condition: String) throws -> RemedySpace? {
        let text = RemedyTests.specification(0) + """
            norm House.1 { title sv: "Riktlinje"; title en: "Guideline"; in force: 2026-01-01 }
            notice Spare { to: Client; under: GDPR.13.3; sent: 2026-03-01 by Letter; tells: Purpose, Retention, Rights, Objection, Complaint, Recipients }
            rule H900 "House" { title sv: "Hus"; severity: error; cites: House.1; for: a in activities; when: \(condition); message en: "House."; message sv: "Hus." }

            """
        let snapshot = try RemedyTests.snapshot(text)
        // A condition that can't hold, or always does, is told (N513, N514) and asked all the same.
        #expect(!snapshot.findings.contains { ["N501", "N502", "N503", "N504", "N505", "N506"].contains($0.code) || $0.code.hasPrefix("X") }, "\(condition)")
        return snapshot.law.firings.first { $0.code == "H900" }.map { RemedySpace(snapshot, [$0]) }
    }

    private static func searched(_ space: RemedySpace) -> RemedySearch {
        var search = RemedySearch(space, limit: .max)
        search.run { _ in true }
        return search
    }

    /// Every edit that any leaf asks for, whichever way it is wanted.
    private static func universe() throws -> [RemedyEdit] {
        var edits: [RemedyEdit] = []
        for leaf in leaves {
            for condition in [leaf, "not (\(leaf))"] {
                guard let space = try space(condition) else { continue }
                for edit in searched(space).edits.dropFirst(space.edits.count) where !edits.contains(edit) { edits.append(edit) }
            }
        }
        return edits
    }

    private static func formula(_ depth: Int, _ random: inout some RandomNumberGenerator) -> String {
        let leaf = leaves.randomElement(using: &random)!
        switch Int.random(in: 0..<(depth > 0 ? 5 : 2), using: &random) {
        case 0: return "(\(leaf))"
        case 1: return "not (\(leaf))"
        case 2: return "not (\(formula(depth - 1, &random)))"
        case 3: return "(\(formula(depth - 1, &random)) and \(formula(depth - 1, &random)))"
        default: return "(\(formula(depth - 1, &random)) or \(formula(depth - 1, &random)))"
        }
    }

    @Test func noWayOutIsMissed() throws {
        let all = try RemedyFormulaTests.universe()
        #expect(all.count >= 15)
        var random = SplitMix(state: 20_261_128), mended = 0, open = 0
        for condition in RemedyFormulaTests.mixed + (0..<12).map({ _ in RemedyFormulaTests.formula(3, &random) }) {
            guard let space = try RemedyFormulaTests.space(condition) else { continue }
            let found = RemedyFormulaTests.searched(space).found.map(\.edits).map(RemedySearch.atoms)
            func attempt(_ set: [RemedyEdit]) {
                guard set.enumerated().allSatisfy({ RemedySearch.fits($1, Array(set[..<$0]), space) }), case .solved = space.judge(set) else { return }
                let atoms = RemedySearch.atoms(of: set)
                #expect(found.contains { $0.isSubset(of: atoms) }, "\(condition): \(atoms)")
                mended += 1
            }
            for (index, edit) in all.enumerated() {
                attempt([edit])
                for other in all.dropFirst(index + 1) { attempt([edit, other]) }
            }
            if found.isEmpty { open += 1 }
        }
        #expect(mended > 100 && open > 0, "\(mended) \(open)")
    }
}
