// The shipped table of article 6.4 (catalogue C.0), every combination of what is stated and not, against a naive evaluator.

import Law
import Model
import Source
import Testing

/// The shipped rows: the derived factors and the table of the built-in decision, cut out of its text.
private func shippedTable() throws -> (factors: String, rows: String) {
    let text = try #require(BuiltIn.texts(of: "gdpr").first { $0.path == "gdpr/compatibility.lagrum" }).string
    let factors = try #require(text.firstRange(of: "  factor circumstances {")?.lowerBound)
    let says = try #require(text.firstRange(of: "  says out_of_scope en")?.lowerBound)
    let rows = try #require(text.firstRange(of: "  // Steps 4–7")?.lowerBound)
    return (String(text[factors..<says]), String(text[rows...]))
}

/// Each factor and safeguard is read off one open fact, so that every pattern of silence can be written.
private func pack() throws -> String {
    let table = try shippedTable()
    return """
        norm GDPR.R50 { title sv: "x"; title en: "x"; in force: 2000-01-01 }
        norm IMY.SB5 { title sv: "x"; title en: "x"; in force: 2000-01-01 }
        define opt_out_effective(activity a, subject s) { holds: s.minor }
        define opt_out_or_equivalent(activity a, subject s) { holds: s.minor or a.aim == survey }
        define pseudonymised(activity a) { holds: a.starts < 2026-06-01 }
        define informed_before_start(activity a, subject s) { holds: yes }
        decision verdict(activity a, subject s) {
          cites: T.1
          worst of: compatible, compatible_with_conditions, not_compatible
          factor link { natural when s.relation is OwnClient
                        weak when s.relation is Member
                        no_link otherwise }
          factor context { adverse when s.dependent
                           neutral otherwise }
          factor nature { strong when s.expectation is Heightened
                          slight when s.expectation is Ordinary
                          neutral otherwise }
          factor consequences { individual when a.zone is Hot
                                anonymous when a.zone is Warm
                                model otherwise }
        \(table.factors)
        \(table.rows)
        rule V001 "V" { title sv: "V"; severity: error; cites: T.1; for: a in activities, s in subjects; when: verdict(a, s) is not_compatible
          message en: "{a} {s}"; message sv: "{a} {s}" }

        """
}

/// C.0 read off the catalogue's table, by columns, without sharing a line with the pack or with the evaluator.
private func naive(
    relation: Int, dependent: Bool, expectation: Int, zone: Int, optOut: Bool, equivalent: Bool, pseudonymised: Bool
) -> String {
    // Relation 0 natural, 1 weak, 2 none. Expectation 0 low, 1 ordinary, 2 heightened. Zone 0 individual, 1 anonymous, 2 model.
    var column: Int
    if dependent && expectation == 2 {
        column = 2
    } else if dependent || expectation > 0 {
        column = 1
    } else {
        column = 0
    }
    if relation == 2 { return "not_compatible" }
    if relation == 1 { column += 1 }
    if column > 2 { return "not_compatible" }
    let cwc = "compatible_with_conditions"
    let nc = "not_compatible"
    switch zone {
    case 1: return ["compatible", "compatible", optOut || equivalent ? cwc : nc][column]
    case 2: return ["compatible", optOut || pseudonymised ? cwc : nc, optOut ? cwc : nc][column]
    default: return [cwc, nc, nc][column]
    }
}

private let relations = ["OwnClient", "Member", "NoRelation"]
private let expectations = ["Low", "Ordinary", "Heightened"]
private let zones = ["Hot", "Warm", "Cold"]
private let aims = ["result", "survey"]
private let starts = ["2026-09-01", "2026-01-01"]

private struct Group {
    let relation: Int?, dependent: Int?, expectation: Int?, minor: Int?
    let name: String
}
private struct Activity {
    let zone: Int?, aim: Int?, starts: Int?
    let name: String
}

private func options(_ count: Int) -> [Int?] { (0..<count).map { $0 } + [nil] }

struct TableTests {
    @Test("every combination of the shipped 6.4 table and every pattern of silence agrees with a naive evaluator")
    func wholeTable() throws {
        var groups: [Group] = []
        var activities: [Activity] = []
        var text =
            "controller C { sector: Private }\npurpose P \"To do what is agreed with each client\" is CaseHandling\n"
        for relation in options(3) {
            for dependent in options(2) {
                for expectation in options(3) {
                    for minor in options(2) {
                        let group = Group(
                            relation: relation, dependent: dependent, expectation: expectation, minor: minor,
                            name: "S\(groups.count)")
                        groups.append(group)
                        text += "subject \(group.name) {\n"
                        if let relation { text += "  relation: \(relations[relation])\n" }
                        if let dependent { text += "  dependent: \(dependent == 1 ? "yes" : "no")\n" }
                        if let expectation { text += "  expectation: \(expectations[expectation]) because \"so\"\n" }
                        if let minor { text += "  minor: \(minor == 1 ? "yes" : "no")\n" }
                        text += "}\n"
                    }
                }
            }
        }
        for zone in options(3) {
            for aim in options(2) {
                for start in options(2) {
                    let activity = Activity(zone: zone, aim: aim, starts: start, name: "A\(activities.count)")
                    activities.append(activity)
                    text += "activity \(activity.name) {\n  controller: C\n  purpose: P\n  status: Planned\n"
                    if let zone { text += "  runs in: \(zones[zone])\n" }
                    if let aim { text += "  aim: \(aims[aim])\n" }
                    if let start { text += "  starts: \(starts[start])\n" }
                    text += "}\n"
                }
            }
        }
        let checked = check(try pack(), text)
        #expect(checked.result.decisions.count == groups.count * activities.count)
        let results = Dictionary(uniqueKeysWithValues: checked.result.decisions.map { ($0.arguments, $0) })
        var undetermined = 0
        var wrong = 0
        for activity in activities {
            for group in groups {
                let a = try #require(checked.model.lookup(activity.name, kind: "activity"))
                let s = try #require(checked.model.lookup(group.name, kind: "subject"))
                let result = try #require(results[[.entity(a), .entity(s)]])
                let expected = bruteForce(activity, group, a, s)
                if expected.conclusions.count > 1 { undetermined += 1 }
                let same =
                    Set(result.possible) == expected.conclusions
                    && result.conclusion == (expected.conclusions.count == 1 ? expected.conclusions.first : nil)
                    && Set(result.missing) == expected.bearing
                if !same { wrong += 1 }
                if !same, wrong < 5 {
                    Issue.record("\(activity) \(group): \(result.possible) \(result.missing), expected \(expected)")
                }
            }
        }
        #expect(wrong == 0)
        #expect(undetermined > 1000, "the unknown patterns are there")
    }

    /// All completions of the open facts, one by one; a fact bears when two completions that differ in it alone conclude differently.
    private func bruteForce(_ activity: Activity, _ group: Group, _ a: EntityID, _ s: EntityID) -> (
        conclusions: Set<String>, bearing: Set<MissingFact>
    ) {
        let facts: [(value: Int?, count: Int, fact: MissingFact)] = [
            (group.relation, 3, MissingFact(entity: s, property: "relation")),
            (group.dependent, 2, MissingFact(entity: s, property: "dependent")),
            (group.expectation, 3, MissingFact(entity: s, property: "expectation")),
            (group.minor, 2, MissingFact(entity: s, property: "minor")),
            (activity.zone, 3, MissingFact(entity: a, property: "zone")),
            (activity.aim, 2, MissingFact(entity: a, property: "aim")),
            (activity.starts, 2, MissingFact(entity: a, property: "starts")),
        ]
        var completions: [[Int]] = [[]]
        for fact in facts {
            completions = completions.flatMap { prefix in
                (fact.value.map { [$0] } ?? Array(0..<fact.count)).map { prefix + [$0] }
            }
        }
        var outcome: [[Int]: String] = [:]
        for c in completions {
            outcome[c] = naive(
                relation: c[0], dependent: c[1] == 1, expectation: c[2], zone: c[4], optOut: c[3] == 1,
                equivalent: c[5] == 1, pseudonymised: c[6] == 1)
        }
        var bearing: Set<MissingFact> = []
        for (index, fact) in facts.enumerated() where fact.value == nil {
            for c in completions {
                for value in 0..<fact.count {
                    var other = c
                    other[index] = value
                    if outcome[c] != outcome[other] { bearing.insert(fact.fact) }
                }
            }
        }
        return (Set(outcome.values), bearing)
    }
}
