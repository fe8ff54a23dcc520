// The facts that a rule may ask for: stated, inherited, computed, and what it means that one is absent.
import Model
import Source
import TestKit
import Testing

struct FactTests {
    static let synthesis = """
        activity Act {
          controller: Firm; purpose: Handle; status: Planned; starts: 2026-03-15; notice: Letters
          opt out:    Cases.objections until 2026-02-28 for Client matched by parties.number
          unreached:  excluded
          pipeline {
            a = consolidate Cases.cases, Cases.parties by id { keep: days, won; children = count(parties where role == child) within 0..10 }
            b, c = split a by 80%
            s = learn mst from b { epsilon: 0.5; delta: 1e-9; unit: id }
            y = generate 100 from s
            q = evaluate y against b, c { combined with: none because "no other list exists"; require: worst_risk <= 5% }
            m = train gradient_boosting on y { target: won }
            delete a, b, c after q
            release y, m
          }
        }

        """

    /// `Thing.fact` → its value, as text.
    @Test(arguments: [
        // Computed of an activity.
        ("Act.uses", "[Cases]"),
        ("Act.reached", "[Cases.cases.id, Cases.cases.days, Cases.cases.won, Cases.parties.party, Cases.parties.id, Cases.parties.role]"),
        ("Act.outputs", "[y, m]"),
        ("Act.acts_on_persons", "no"),
        ("Act.first_reading_step", "a"),
        ("Act.first_reading", "2026-03-15"),
        ("Act.gates", "[q]"),
        ("Act.notices", "[Letters]"),
        // The opt-out: 44 days after the letter, carried out before the first reading.
        ("Act.opt_outs", "[opt out]"),
        ("opt out.filtered", "yes"),
        ("opt out.unreached", "excluded"),
        ("opt out.window", "44 days"),
        ("opt out.groups", "[Client]"),
        // Steps and relations.
        ("a.personal_inputs", "[]"),
        ("b.personal_inputs", "[a]"),
        ("step/s.epsilon", "0.5"),
        ("step/s.unit", "\"id\""),
        ("step/s.at_most", "1"),
        ("step/s.features", "[b.days, b.won, b.children]"),
        ("step/m.features", "[y.days, y.children]"),
        ("relation/y.state", "Synthetic"),
        ("relation/y.subjects", "[Client, Kid]"),
        ("relation/y.epsilon", "0.5"),
        ("relation/y.gated", "yes"),
        ("relation/y.at_least_rows", "100"),
        ("relation/a.at_least_rows", "none"),
        ("step/s.at_least_rows", "none"),
        ("step/s.params", "[delta, epsilon, from, unit]"),
        ("step/m.zone", "none"),
        ("relation/m.trained_on", "Synthetic"),
        ("q.control", "c"),
        ("q.combined_with", "[]"),
        ("q.combined_reason", "\"no other list exists\""),
        ("q.limits", "[\"worst_risk <= 0.05\"]"),
        ("q.result", "pending"),
        ("delete.after_passed_only", "no"),
        // Stated, inherited in the taxonomy, and the four kinds of silence.
        ("Kid.minor", "yes"),
        ("Client.minor", "not stated: Client.minor"),
        ("Kid.expectation", "not stated: Kid.expectation"),
        ("Cases.context", "not stated: Cases.context"),
        ("Cases.collected_from", "not stated: Cases.collected_from"),
        ("Cases.retention", "none"),
        ("Cases.basis", "[]"),
        ("Cases.test_data", "no"),
        ("Cases.state", "Personal"),
        ("Cases.has_free_text", "yes"),
        ("Cases.subjects", "[Client, Kid]"),
        ("Act.basis", "[]"),
        ("Act.zone", "not stated: Act.zone"),
        ("Handle.kind", "CaseHandling"),
        ("Handle.text", "\"Handle the case\""),
        ("Firm.kind", "controller"),
    ])
    func fact(_ path: String, _ expected: String) throws {
        let model = Fixture.model(FactTests.synthesis).model
        #expect(model.findings.map(\.message.en) == [])
        #expect(try model.fact(path) == expected)
    }

    /// What a declaration states comes before what a concept above it states.
    @Test func ownBeforeInherited() throws {
        let model = Fixture.model("subject Teen is Kid { relation: OwnClient }\nsubject Tot is Kid { minor: yes }").model
        #expect(try model.fact("Teen.relation") == "OwnClient")
        #expect(try model.fact("Tot.relation") == "NoRelation")
        #expect(try model.fact("Tot.minor") == "yes")
    }

    /// A value that can't be read is unknown, and asks nothing more: it has its finding already.
    @Test func aBrokenValueIsUnknownAndAsksNothing() throws {
        let model = Fixture.model("dataset D { controller: Firm; context: LegalCouncil; retention: soon }").model
        #expect(model.findings.map(\.code) == ["N005", "N004"])
        #expect(try model.fact("D.context") == "unknown")
        #expect(try model.fact("D.retention") == "[retention]" || model.fact("D.retention") == "retention")
    }

    /// Facts are numbered within a declaration in 16 bits, as long as there are so few.
    @Test func aDeclarationOfMoreThan65535Facts() throws {
        let columns = (0..<100).map { "    /// column \($0)\n    c\($0): flag\n" }.joined()
        let tables = (0..<680).map { "  table t\($0) by c0 as Ordinary of Client {\n\(columns)  }\n" }.joined()
        let model = Fixture.model("dataset Wide {\n  controller: Firm\n\(tables)}").model
        #expect(model.findings.allSatisfy { $0.severity != .error })
        var count = 0
        for id in model.ids where model.kind(of: id) == "column" && model[id].name.hasPrefix("Wide.") {
            let number = model[id].name.split(separator: ".c").last.map(String.init) ?? ""
            #expect(model.text(model.value("meaning", of: id)) == "\"column \(number)\"", "\(model[id].name)")
            #expect(model.text(model.value("category", of: id)) == "Ordinary")
            count += 1
        }
        #expect(count == 68_000)
        #expect(try model.fact("Wide.controller") == "Firm")
    }

    /// The ways in which a run can end, and the steps that then still run: a delete runs on all of them.
    @Test func deleteRunsOnEveryPath() throws {
        let model = Fixture.model(FactTests.synthesis).model
        #expect(try model.paths(after: "q") == "ok: m delete release · gate_failed: delete · cancelled: delete · crashed: delete")
        let passed = Fixture.model(FactTests.synthesis.replacing("after q\n", with: "after q passed\n")).model
        #expect(try passed.paths(after: "q") == "ok: m delete release · gate_failed:  · cancelled:  · crashed: ")
        #expect(try passed.fact("delete.after_passed_only") == "yes")
    }

    /// Rules ask a relation for them too.
    @Test func aRelationHasThePathsAfterItsStep() throws {
        let model = Fixture.model(FactTests.synthesis).model, pipeline = try #require(model.pipelines.values.first)
        for step in pipeline.steps where !step.outputs.isEmpty {
            for output in step.outputs { #expect(model.value("paths", of: output) == model.call("paths_after", [.entity(step.entity)])) }
        }
        #expect(pipeline.steps.contains { !$0.outputs.isEmpty })
    }

    /// What leaves out objectors: a register that is matched with the rows that a step reads.
    @Test(arguments: [
        ("matched by parties.number", "yes"),
        // The one column that holds what the register holds.
        ("", "yes"),
        // A text is never equal to a number, however it is spelt: nobody would be left out.
        ("matched by cases.note", "no"),
        ("matched by parties.numbr", "no"),
        ("matched by objections.person", "no"),
        ("matched by nowhere.number", "no"),
    ])
    func optOutMatch(_ clause: String, _ filtered: String) throws {
        let model = Fixture.model(FactTests.synthesis.replacing("matched by parties.number", with: clause)).model
        #expect(try model.fact("opt out.filtered") == filtered)
    }

    /// Without a step whose key the matched rows have, nobody is left out.
    @Test(arguments: [
        ("a = clean Cases.cases { keep: days }", "parties.number", "yes"),
        ("a = consolidate Cases.cases, Cases.parties by id { keep: days }", "parties.number", "yes"),
        ("a = consolidate Cases.parties by party { keep: born }", "parties.number", "yes"),
        ("a = clean Others.others { keep: x }", "parties.number", "no"),
    ])
    func optOutNeedsAKey(_ step: String, _ column: String, _ filtered: String) throws {
        let text = """
            dataset Others { controller: Firm
              table others by no as Ordinary of Client { no: id; x: flag }
            }
            activity Act {
              controller: Firm; purpose: Handle; status: Planned
              opt out: Cases.objections until 2026-02-28 for Client matched by \(column)
              pipeline {
                \(step)
              }
            }
            """
        #expect(try Fixture.model(text).model.fact("opt out.filtered") == filtered)
    }

    /// A chain of purposes: direct, indirect, the shortest way counts, a circle ends.
    @Test(arguments: [
        ("Handle", "no", "no"), ("Direct", "yes", "no"), ("Indirect", "no", "yes"), ("Far", "no", "yes"), ("Both", "yes", "no"), ("Loop", "no", "no"), ("Away", "no", "no"),
    ])
    func serves(_ purpose: String, _ direct: String, _ indirect: String) throws {
        let model = Fixture.model("""
            purpose Direct is BusinessDevelopment { serves: Handle because "x" }
            purpose Indirect is BusinessDevelopment { serves: Direct because "x" }
            purpose Far is BusinessDevelopment { serves: Indirect because "x" }
            purpose Both is BusinessDevelopment { serves: Direct because "x"; serves: Handle because "y" }
            purpose Loop is BusinessDevelopment { serves: Pool because "x" }
            purpose Pool is BusinessDevelopment { serves: Loop because "x" }
            purpose Away is BusinessDevelopment
            """).model
        #expect(model.findings.map(\.message.en) == ["`Pool` can't serve `Loop`, which already serves it."])
        let (from, to) = (Value.entity(try model.named(purpose)), Value.list([.entity(try model.named("Handle"))]))
        #expect(model.text(model.call("serves_directly", [from, to])) == direct)
        #expect(model.text(model.call("serves_indirectly", [from, to])) == indirect)
    }

    /// The same purpose is the purpose itself or one declared under it; a concept of the prelude is no purpose of anybody.
    @Test func samePurpose() throws {
        let model = Fixture.model("purpose Narrow \"Handle appeals\" is Handle\npurpose Other \"Sell\" is CaseHandling").model
        func same(_ name: String, _ other: String) throws -> String {
            model.text(model.call("same", [.entity(try model.named(name)), .list([.entity(try model.named(other))])]))
        }
        #expect(try same("Handle", "Handle") == "yes")
        #expect(try same("Narrow", "Handle") == "yes")
        #expect(try same("Handle", "Narrow") == "no")
        #expect(try same("Other", "Handle") == "no")
        #expect(try same("Handle", "CaseHandling") == "no")
    }

    /// Whose own data: the groups that the data were collected from, those under them, and nobody else.
    @Test(arguments: [
        ("collected from: Client", "yes", "no"), ("collected from: Client, \"the bank\"", "yes", "no"), ("collected from: \"the courts\"", "no", "no"),
        ("collected from: Kid, Client", "yes", "yes"), ("collected from: none", "no", "no"), ("", "unknown", "unknown"), ("collected from: unknown", "unknown", "unknown"),
    ])
    func ownData(_ line: String, _ client: String, _ kid: String) throws {
        let model = Fixture.model("dataset D { controller: Firm\n\(line)\n}").model
        #expect(model.findings.map(\.message.en) == [])
        let dataset = Value.entity(try model.named("D"))
        #expect(model.text(model.call("provided_own_data", [.entity(try model.named("Client")), dataset])).hasPrefix(client == "unknown" ? "not stated" : client) || client == "unknown")
        for (subject, expected) in [("Client", client), ("Kid", kid)] {
            let answer = model.call("provided_own_data", [.entity(try model.named(subject)), dataset])
            if expected == "unknown" { if case .unknown = answer {} else { Issue.record("\(subject): \(answer)") } } else { #expect(model.text(answer) == expected) }
        }
    }

    /// Only the columns that reading steps name, and only of the dataset asked about.
    @Test func firstRead() throws {
        let model = Fixture.model(FactTests.synthesis).model
        let (activity, cases) = (Value.entity(try model.named("Act")), Value.entity(try model.named("Cases")))
        #expect(model.text(model.call("first_read", [activity, cases])) == (try model.fact("Act.reached")))
        // The opt-out's match is read for the filter alone.
        #expect(!(try model.fact("Act.reached")).contains("number"))
    }

    @Test func reachesAndPrecedes() throws {
        let model = Fixture.model(FactTests.synthesis).model
        let pipeline = try #require(model.pipelines.values.first)
        func relation(_ name: String) throws -> Value { .entity(try #require(pipeline.relations[name]).entity) }
        func step(_ name: String) throws -> Value { .entity(try #require(pipeline.steps.first { $0.name == name }).entity) }
        #expect(model.call("reaches", [try relation("a"), try relation("y")]) == .truth(true))
        #expect(model.call("reaches", [try relation("c"), try relation("y")]) == .truth(false))
        #expect(model.call("reaches", [try relation("y"), try relation("a")]) == .truth(false))
        #expect(model.call("precedes", [try step("a"), try step("q")]) == .truth(true))
        #expect(model.call("precedes", [try step("q"), try step("a")]) == .truth(false))
        #expect(model.call("precedes", [try step("a"), try step("a")]) == .truth(false))
        #expect(model.call("personal", [try relation("a")]) == .truth(true))
        #expect(model.call("personal", [try relation("y")]) == .truth(false))
    }

    /// A holdout is a control only when nothing was learnt from its rows.
    @Test(arguments: [("b, c", "c"), ("c, b", "none"), ("b, a", "none"), ("b", "none")])
    func control(_ against: String, _ control: String) throws {
        let text = FactTests.synthesis.replacing("against b, c", with: "against \(against)")
        #expect(try Fixture.model(text).model.fact("q.control") == control)
    }

    /// A stated need is a lower bound of what is learnt from, so that δ can be held against it; a seeded share of it is told as a tenth less.
    @Test func needIsALowerBound() throws {
        let model = Fixture.model(FactTests.synthesis.replacing("{ keep: days, won;", with: "{ keep: days, won; need: 10_000..20_000;")).model
        #expect(model.findings.map(\.message.en) == [])
        #expect(try model.fact("relation/a.at_least_rows") == "10000")
        #expect(try model.fact("relation/b.at_least_rows") == "7200")
        #expect(try model.fact("relation/c.at_least_rows") == "1800")
        #expect(try model.fact("step/s.at_least_rows") == "7200")
    }

    /// Only a gate that limits each way to leak lets synthetic rows be assumed anonymous, and a model of them with them.
    @Test(arguments: [
        ("worst_risk <= 5%", "yes"), ("singling_out_risk <= 5%, linkability_risk <= 5%, inference_risk <= 5%", "yes"), ("singling_out_risk <= 5%, linkability_risk <= 5%", "no"),
        ("two_way_similarity >= 95%", "no"),
    ])
    func gated(_ limits: String, _ gated: String) throws {
        let model = Fixture.model(FactTests.synthesis.replacing("require: worst_risk <= 5%", with: "require: \(limits)")).model
        #expect(try model.fact("relation/y.gated") == gated)
        let pipeline = try #require(model.pipelines.values.first)
        for name in ["y", "m"] { #expect(try #require(pipeline.relations[name]).state.isPersonal == (gated == "no"), "\(name)") }
    }

    /// What an attacker might hold is read for this purpose too.
    @Test func whatIsCombinedWithIsUsed() throws {
        let text = "dataset Other { controller: Firm\n table rows by no as Ordinary of Client { no: id; days: integer(0..2000); won: flag; unread: flag } }\n"
            + FactTests.synthesis.replacing("combined with: none because \"no other list exists\"", with: "combined with: Other.rows")
        let model = Fixture.model(text).model
        #expect(model.findings.map(\.message.en) == [])
        #expect(try model.fact("Act.uses") == "[Other, Cases]")
        #expect(try model.fact("Act.reached").contains("Other.rows.days") && !model.fact("Act.reached").contains("unread"))
    }

    /// When a norm reaches a system that was in use before it applied (AI Act, article 111.2).
    @Test(arguments: [
        ("Office", "first used: 2028-01-01", "2027-12-02"), ("Office", "first used: 2024-03-01", "2030-08-02"), ("Firm", "first used: 2024-03-01", "none"), ("Firm", "", "not stated: S.first_used"),
    ])
    func due(_ controller: String, _ line: String, _ expected: String) throws {
        let norm = "norm AIA.27 { title en: \"a\"; title sv: \"a\"; in force: 2024-08-01; applies: 2027-12-02; older: 2030-08-02 }\n"
        let text = "authority Office { country: SE }\nsystem S { controller: \(controller); class: High\n\(line)\n}"
        let model = Fixture.model(of: [text, Fixture.base], sees: [0: [1]], norms: Fixture.norms + norm).model
        #expect(model.findings.map(\.message.en) == [])
        #expect(model.text(model.call("due", [.entity(try model.named("S")), .norm("AIA.27")])) == expected)
        #expect(model.text(model.call("due", [.entity(try model.named("S")), .norm("GDPR.13.3")])) == "2016-05-24")
    }

    /// Every fact of the vocabulary answers with what its silence column says.
    @Test func silence() throws {
        let model = Fixture.model("dataset D { controller: Firm }").model
        let id = try model.named("D")
        for row in Vocabulary.properties(of: "dataset") where row.key != nil && row.name != "controller" {
            switch (row.silence, model.value(row.name, of: id)) {
            case (.unknown, .unknown(let facts)): #expect(facts == [MissingFact(entity: id, property: row.name)])
            case (.no, .none), (.no, .list([])), (.no, .truth(false)), (.computed, _): break
            case (_, let value): Issue.record("\(row.name) (\(row.silence)) is \(value)")
            }
        }
    }
}

extension Model {
    func named(_ name: String) throws -> EntityID { try #require(lookup(name, kind: nil), "no \(name)") }

    /// `Thing.fact`: a declaration by its name, and what stands in its pipeline or records by theirs; `kind/Thing.fact`.
    func fact(_ path: String) throws -> String {
        let dot = try #require(path.lastIndex(of: "."))
        var name = path[..<dot], wanted: Substring?
        if let slash = name.firstIndex(of: "/") { (wanted, name) = (name[..<slash], name[name.index(after: slash)...]) }
        let fact = String(path[path.index(after: dot)...])
        let candidates = [lookup(String(name), kind: nil)].compactMap { $0 } + ids.filter { self[$0].name == name && self[$0].origin == .specification }
        let holder = try #require(candidates.first { (wanted == nil || kind(of: $0) == wanted ?? "") && Vocabulary.property(fact, of: kind(of: $0)) != nil }, "nothing named \(name) has \(fact)")
        return text(value(fact, of: holder))
    }

    func paths(after step: String) throws -> String {
        let pipeline = try #require(pipelines.values.first)
        let step = try #require(pipeline.steps.first { $0.name == step })
        guard case .list(let paths) = call("paths_after", [.entity(step.entity)]) else { return "no list" }
        return paths.map { path in
            guard case .entity(let id) = path, case .list(let steps) = value("steps", of: id) else { return "?" }
            return name(of: id) + ": " + steps.map(text).joined(separator: " ")
        }.joined(separator: " · ")
    }

    func text(_ value: Value) -> String {
        switch value {
        case .unknown(let facts): facts.isEmpty ? "unknown" : "not stated: " + facts.map { "\(name(of: $0.entity)).\($0.property)" }.joined(separator: ", ")
        case .none: "none"
        case .truth(let truth): truth ? "yes" : "no"
        case .number(let number): number.description
        case .date(let day): day.description
        case .duration(let period): period.months == 0 ? "\(period.days) days" : "\(period.months) months \(period.days) days"
        case .text(let text): "\"\(text)\""
        case .entity(let id): name(of: id)
        case .word(let word), .norm(let word): word
        case .list(let values): "[" + values.map(text).joined(separator: ", ") + "]"
        }
    }
}

extension String {
    /// The text with the first `old` replaced.
    func replacing(_ old: String, with new: String) -> String {
        var start = startIndex
        while start < endIndex, !self[start...].hasPrefix(old) { start = index(after: start) }
        guard start < endIndex else { return self }
        return self[..<start] + new + self[index(start, offsetBy: old.count)...]
    }
}
