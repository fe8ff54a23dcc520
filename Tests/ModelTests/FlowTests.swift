// How labels, states, keys and lineage pass through each verb: a pipeline as text in, its typed relations as text out.
import Model
import Privacy
import Source
import TestKit
import Testing

struct FlowTests {
    static let goldens = Goldens()
    static let goldenNames = pipelines.map { "flow-\($0.name).txt" } + ["flow-custody.txt"]

    @Test(arguments: pipelines)
    func relations(_ test: FindingCase) throws {
        let result = Fixture.model(Fixture.head + test.text + Fixture.foot)
        #expect(result.model.findings.map { "\($0.code) \($0.message.en)" } == [])
        let activity = try #require(result.model.lookup("Act", kind: "activity"))
        #expect(FlowTests.goldens.difference(result.model.flow(of: activity), "flow-\(test.name).txt") == nil)
    }

    /// The custody sample, whole.
    @Test func custody() throws {
        let bytes = try #require(TestFile.read(TestFile.root() + "/Samples/custody/custody.lagrum"))
        let result = Fixture.model(of: [String(decoding: bytes, as: UTF8.self)])
        #expect(result.model.findings.map { "\($0.code) \($0.message.en)" } == [])
        let activity = try #require(result.model.lookup("SynthesiseCases", kind: "activity"))
        #expect(FlowTests.goldens.difference(result.model.flow(of: activity), "flow-custody.txt") == nil)
    }

    static let pipelines: [FindingCase] = [
        // Two tables: the join of the labels of what was read, counts that identify nobody, the key of both.
        FindingCase("consolidate", """
            a = consolidate Cases.cases, Cases.parties by id {
              where:    kind == custody and closed != none
              keep:     days, cost
              children = count(parties where role == child) within 0..10
              sick     = any(ill)
              oldest   = max(born) within 1930..2026
              both     = days + children within 0..3000
            }
            """),
        FindingCase("clean", """
            a = clean Cases.cases {
              keep:   days, cost, opened, kind
              where:  won
              reject: note == none because "nothing written"
              bands:  days into 0, 30, 2000
              bands:  opened into 2005-01-01, 2015-01-01, 2026-12-31
              twice = days * 2 within 0..4000
              young = opened > 2020-01-01
            }
            b = clean a { distinct: yes }
            """),
        // Both parts have all of it; each knows the other.
        FindingCase("split", "a = clean Cases.cases { keep: days }\nb, c = split a by 80%"),
        // From persons through noise to rows that are nobody's, and a model that is as personal as they.
        FindingCase("synthesis", """
            a = clean Cases.cases { keep: days, won }
            b, c = split a by 80%
            s = learn mst from b { epsilon: 0.5; delta: 1e-9; unit: id; at most: 2; seed: 7 }
            y = generate 100 from s
            q = evaluate y against b, c { combined with: none because "no other list exists"; require: worst_risk <= 5%, utility_ratio >= 90% }
            m = train gradient_boosting on y { target: won }
            f = audit m on c { groups: won; require: equal_opportunity_gap <= 10% }
            delete a, b, c after q, f
            release y, m
            """),
        FindingCase("model-of-persons", "a = clean Cases.cases { keep: days, won }\nm = train logistic on a { target: won; because: \"a pilot on few\" }"),
        // The verbs that the engine can't run yet.
        FindingCase("mask", "a = clean Cases.cases { keep: days, note }\nb = mask a { columns: note }"),
        FindingCase("pseudonymise", "a = consolidate Cases.parties by party { keep: party, number, born }\nb = pseudonymise a { columns: number; key: \"keys/parties.key\" by \"the archive\" }"),
        FindingCase("aggregate", "a = clean Cases.cases { keep: kind, days }\nb = aggregate a by kind { smallest: 10\n cases = count(a)\n average = mean(days)\n middle = median(days where days > 3)\n all = sum(days) within 0..9_000_000 }"),
        // Without a least group, or noise, the groups may be the persons.
        FindingCase("aggregate-without-limit", "a = clean Cases.cases { keep: kind, days }\nb = aggregate a by kind { cases = count(a) }"),
        FindingCase("network", "a = clean Cases.pays { keep: number, street, paid, worked }\nb = network a by number { links: street; hops: 2; risk from: paid > 1000; own fact: worked > 20 days }"),
        FindingCase("split-by-day", "a = clean Cases.pays { keep: number, first, paid, worked }\nb, c = split a by first < 2020-01-01\nd, e = split a by 80% { unit: number }"),
        FindingCase("units", "a = clean Cases.pays { keep: first, last, paid, worked\n long = last - first > 2 weeks and worked >= 10 days\n twice = paid * 2 within 0..1_000_000 }"),
        FindingCase("decide", """
            a = clean Cases.pays { keep: number, paid, worked }
            b, c = decide a by Rules under GDPR.6.1.f { approve: paid <= 100; fall out: worked == none because "nothing reported"; outcome: Grant; reasons: from_rules; appeal: told }
            d = review c { by: Officer with "trained"; sees: WholeCase; may: Decide; before: Deny }
            """),
        // What flows together is as personal as the most personal of it, whichever is named first.
        FindingCase("mixed", """
            a = clean Cases.cases { keep: days }
            s = learn mst from a { epsilon: 1; delta: 1e-9; unit: id }
            y = generate 100 from s
            p = pseudonymise a { columns: id; key: "keys/cases.key" }
            b = match y with p by days
            c = match p with y by days
            """),
        FindingCase("match", "a = clean Cases.cases { keep: days }\nb = match a with Cases.parties by id { keep: days, born; deviation: ill and days > 30 because \"ill at work\" }"),
        FindingCase("persons", """
            a = clean Cases.cases { keep: days, won }
            m = train logistic on a { target: won }
            b = score a with m { reasons: 3 }
            c = select 10 from b { random: 5% }
            d = communicate c to Client { shows: b; answer within: 14 days }
            e = review d { by: "handler" with "trained"; sees: WholeCase; may: Dismiss, Decide }
            g = decide e by Officer { outcome: Reclaim; reasons: written; appeal: told }
            disclose g to Bureau under GDPR.6.1.f
            archive g
            """),
    ]
}

extension Model {
    /// A pipeline's steps with what they read, and its relations with their columns.
    func flow(of activity: EntityID) -> String {
        guard let pipeline = pipelines[activity] else { return "no pipeline\n" }
        var text = ""
        for step in pipeline.steps {
            let reads = step.reads.sorted().map { name(of: $0) }
            text += "\(step.name) = \(step.verb.rawValue) \(step.inputs.map { name(of: $0) }.joined(separator: ", "))\n"
            if !reads.isEmpty { text += "  reads \(reads.joined(separator: ", "))\n" }
        }
        for relation in pipeline.relations.values.sorted(by: { $0.entity < $1.entity }) {
            text += "\n\(relation.name): \(describe(relation.state)), \(relation.state.isPersonal ? "personal" : "not personal")"
            if let key = relation.key { text += ", by \(key)" }
            text += "\n  from \(relation.ancestry.filter { $0 != relation.name }.sorted().joined(separator: ", "))"
            if !relation.siblings.isEmpty { text += ", beside \(relation.siblings.joined(separator: ", "))" }
            text += "\n"
            for column in relation.columns {
                let categories = column.categories.map { name(of: $0) }.sorted().joined(separator: "+")
                let subjects = column.subjects.map { name(of: $0) }.sorted().joined(separator: "+")
                let lineage = column.lineage.sorted().map { name(of: $0) }.joined(separator: " ")
                text += "  \(column.name): \(column.domain)\(column.optional ? "?" : "") as \(categories) of \(subjects), identifies \(column.identifies.rawValue)"
                if let unit = column.unit { text += ", in \(unit)" }
                if column.isMasked { text += ", masked" }
                if let bands = column.bands { text += ", bands \(bands)" }
                text += "\n    ← \(lineage)\n"
            }
        }
        return text
    }

    private func describe(_ state: RelationState) -> String {
        switch state {
        case .synthetic(let epsilon, let delta, let gated, let from): "Synthetic(ε \(text(epsilon)), δ \(text(delta))\(gated ? ", gated" : "")) from \(describe(from))"
        case .synthesiser(let epsilon, let delta, let from): "Synthesiser(ε \(text(epsilon)), δ \(text(delta))) from \(describe(from))"
        case .model(let of): "Model of \(describe(of))"
        case .aggregated(let smallest): "Aggregated(\(smallest.map(String.init) ?? "?"))"
        default: state.word
        }
    }

    private func text(_ number: Exact?) -> String { number?.description ?? "?" }
}
