// Rules: dates, exceptions, what is not stated, derivations, texts and permissions.
import Law
import Model
import Source
import Testing

struct RuleTests {
    @Test("a rule counts only while every norm that it cites is in force and applies")
    func dates() {
        let pack =
            rule("K001", "s.minor", cites: "T.1") + rule("K002", "s.minor", cites: "T.1, T.2")
            + rule("K003", "s.minor", cites: "T.3")
            + rule("K004", "s.minor", cites: "T.1", more: "see: T.2")
        let spec = "subject S { minor: yes }"
        func codes(_ day: String) -> [String] { check(pack, spec, asOf: Day(day) ?? today).codes.sorted() }
        #expect(codes("2026-06-30") == ["K001", "K003", "K004"])
        #expect(codes("2026-07-01") == ["K001", "K004"])
        #expect(codes("2026-12-31") == ["K001", "K004"])
        #expect(codes("2027-01-01") == ["K001", "K002", "K004"])
        let result = check(pack, spec).result
        #expect(result.sameFrom == Day("2026-07-01"))
        #expect(result.sameThrough == Day("2026-12-31"))
    }

    @Test("an exception takes its case out, on its own norm's days; an unknown exception asks")
    func exceptions() {
        func pack(_ cites: String) -> String {
            rule("K001", "s.minor", more: "unless told { cites: \(cites); when: s.dependent }")
        }
        func codes(_ cites: String, _ facts: String) -> [String] {
            check(pack(cites), "subject S { minor: yes; \(facts) }").codes
        }
        #expect(codes("T.1", "dependent: yes") == [])
        #expect(codes("T.1", "dependent: no") == ["K001"])
        #expect(codes("T.1", "") == ["N900"])
        #expect(codes("T.2", "dependent: yes") == ["K001"], "the exception's norm does not apply yet")
        #expect(
            check(pack("T.1"), "subject S { minor: no }").codes == [],
            "no need to ask for an exception to what does not hold")
    }

    @Test("one finding a missing fact, with the strictest severity and every rule that waits")
    func notStated() throws {
        let pack =
            rule("K001", "s.minor", severity: "info")
            + rule("K002", "s.minor and s.dependent", severity: "error", cites: "T.3, T.1")
            + rule("K003", "s.minor or s.relation is Member", severity: "warning")
        let checked = check(pack, "subject S { relation: OwnClient }", asOf: Day("2026-01-01") ?? today)
        #expect(checked.codes == ["N900", "N900"])
        let minor = try #require(checked.findings("N900").first { $0.message.en.contains("`minor`") })
        #expect(minor.severity == .error)
        #expect(minor.message.sv == "Inte angivet: `minor` för `S`. Det går inte att avgöra K001, K002, K003.")
        #expect(minor.advice?.en == "Add `minor: …` to `S`. These may stand here: `yes` or `no`.")
        #expect(checked.text(at: minor.place) == "S")
        let waiting = try #require(checked.result.missing.first { $0.fact.property == "minor" })
        #expect(waiting.rules == ["K001", "K002", "K003"] && waiting.severity == .error && waiting.toldBy == nil)
        #expect(checked.result.cleared() == nil)
        let mild = check(rule("K001", "s.minor", severity: "info"), "subject S {}")
        #expect(mild.findings("N900").first?.severity == .info)
        #expect(mild.result.cleared() != nil)
    }

    @Test("what waits through a decision is told by the decision's own rule, once")
    func toldByDecision() throws {
        let pack = """
            decision verdict(subject s) {
              cites: T.1
              worst of: good, bad
              undetermined: K003
              factor age { title sv: "åldern"; title en: "age"; young when s.minor
                           old otherwise }
              conclude bad when age is young
              otherwise good
            }
            rule K003 "Not weighed" { title sv: "Inte vägt"; severity: error; cites: T.1; for: s in subjects; when: verdict(s) is undetermined
              at: s.minor
              message en: "{s}: {verdict.factors} is open: {verdict.missing}."; message sv: "{s}: {verdict.factors} är öppen: {verdict.missing}." }
            """ + rule("K004", "verdict(s) is bad")
        let checked = check(pack, "subject S {}")
        #expect(checked.codes == ["K003"])
        #expect(checked.findings("K003").first?.message.en == "`S`: age is open: `minor` of `S`.")
        #expect(checked.result.missing.first?.toldBy == "K003")
        // With another rule that asks for the same fact directly, the fact is still told once.
        #expect(check(pack + rule("K005", "s.minor"), "subject S {}").codes == ["K003"])
        #expect(check(pack, "subject S { minor: yes }").codes == ["K004"])
        #expect(check(pack, "subject S { minor: no }").codes == [])
    }

    @Test("the derivation names definitions, facts, places and norms")
    func derivation() throws {
        let pack = """
            define guarded(subject s) { cites: T.3; says sv: "{s} är skyddad"; says en: "{s} is guarded"; holds: s.dependent or s.expectation is Heightened }
            """ + rule("K001", "guarded(s) and not s.minor", more: "see: T.2")
        let checked = check(
            pack, "subject S {\n  dependent: no\n  expectation: Heightened because \"so\"\n  minor: no\n}",
            asOf: Day("2026-01-01") ?? today)
        let notes = try #require(checked.findings("K001").first).notes
        let lines = notes.map { note in
            String(repeating: "  ", count: note.depth) + note.text.en + (note.norm.map { " [\($0)]" } ?? "")
                + (note.place.map { " @ \(checked.text(at: $0))" } ?? "")
        }
        #expect(
            lines == [
                "`S` is guarded: yes [T.3]",
                "  `expectation` of `S`: Heightened @ expectation: Heightened because \"so\"",
                "`minor` of `S`: no @ minor: no",
                "see T.2, Two [T.2]",
            ])
    }

    @Test("texts are filled in: lists, failed parts, witnesses, and what speaks against")
    func texts() throws {
        let pack = """
            define three(subject s) {
              part one { says sv: "det första"; says en: "the first"; holds: s.minor }
              part two { says sv: "det andra"; says en: "the second"; holds: s.dependent }
              part third { says sv: "det tredje"; says en: "the third"; holds: s.relation is Member }
            }
            decision verdict(subject s) {
              worst of: good, bad
              factor age { against: young; says young sv: "{s} är ung"; says young en: "{s} is young"
                           young when not s.minor
                           old otherwise }
              factor tie { against: bound; says bound sv: "{s} är bunden"; says bound en: "{s} is bound"
                           bound when s.reachable != none
                           free otherwise }
              conclude bad when age is young and tie is bound needs three(s)
              otherwise good
            }
            rule K001 "K" { title sv: "K"; severity: error; cites: T.1; for: s in subjects; when: not three(s) and verdict(s) is bad and exists c in s.reachable with c is Portal
              at: s.reachable
              message en: "{s}: {failed(three)} fail; {verdict.against}; {s.reachable}; {c}; {verdict.conclusion}; {{x}}"
              message sv: "{s}: {failed(three)} brister; {verdict.against}; {s.reachable}; {c}; {verdict.conclusion}; {{x}}" }
            """
        let checked = check(
            pack, "subject S { minor: no; dependent: no; relation: OwnClient; reached by: Letter, Portal }")
        let finding = try #require(checked.findings("K001").first)
        #expect(
            finding.message.en
                == "`S`: the first, the second and the third fail; `S` is young and `S` is bound; Letter and Portal; Portal; bad; {x}"
        )
        #expect(
            finding.message.sv
                == "`S`: det första, det andra och det tredje brister; `S` är ung och `S` är bunden; Letter och Portal; Portal; bad; {x}"
        )
        #expect(checked.text(at: finding.place).hasPrefix("reached by"))
        let decision = try #require(checked.result.decisions.first)
        #expect(decision.groups.first?.conditions.map(\.met) == [.no])
    }

    @Test("worst of a group: shared facts have one value in all completions; a group of nobody is no favour")
    func worstOfGroup() throws {
        let pack = """
            decision verdict(dataset d, subject s) {
              each: s in d.subjects
              worst of: good, fair, bad
              conclude bad when s.minor and d.public_record
              conclude fair when not d.public_record
              conclude fair when s.dependent
              otherwise good
            }
            rule K001 "K" { title sv: "K"; severity: error; cites: T.1; for: d in datasets; when: verdict(d) is bad
              message en: "{d}: {verdict.groups}"; message sv: "{d}: {verdict.groups}" }
            """
        func decide(_ groups: String, _ facts: String) throws -> DecisionResult {
            let checked = check(pack, groups + dataset(facts, table: "table t by id as Economy of A, B { id: id }"))
            return try #require(checked.result.decisions.first)
        }
        // Public record or not, the worst is fair: by its own row, or by the other group's.
        let shared = try decide("subject A { minor: no; dependent: yes }\nsubject B { minor: no; dependent: no }", "")
        #expect(shared.conclusion == "fair" && shared.groups.count == 2)
        let open = try decide("subject A { minor: yes; dependent: no }\nsubject B { minor: no; dependent: no }", "")
        #expect(
            open.conclusion == nil && open.possible == ["fair", "bad"]
                && open.missing.map(\.property) == ["public_record"])
        let settled = try decide("subject A { minor: yes; dependent: no }\nsubject B {}", "public record: yes")
        #expect(settled.conclusion == "bad", "one group at the bottom settles it")
        let nobody = check(pack, dataset("public record: yes"))
        #expect(nobody.result.decisions.first?.conclusion == nil)
        #expect(nobody.result.decisions.first?.missing.map(\.property).contains("subjects") == true)
    }

    @Test("a conclusion better than the worst that rests on nothing is a finding in the pack")
    func vacuous() throws {
        let pack = """
            decision verdict(activity a) {
              worst of: good, bad
              conclude good when every o in a.outputs with o.state is Synthetic
              otherwise bad
            }
            rule K001 "K" { title sv: "K"; severity: error; cites: T.1; for: a in activities; when: verdict(a) is bad
              message en: "{a}"; message sv: "{a}" }
            """
        let spec =
            "controller C { sector: Private }\npurpose P \"To do what is agreed with each client\" is CaseHandling\nactivity A { controller: C; purpose: P; status: Planned }"
        let checked = check(pack, spec)
        let finding = try #require(checked.findings("N512").first)
        #expect(checked.text(at: finding.place) == "every o in a.outputs with o.state is Synthetic")
        #expect(
            checked.result.decisions.first.map(checked.result.explained)?.derivation.contains {
                $0.text.en.contains("holds only because it is empty")
            } == true)
        #expect(
            check(pack.replacing("when every", with: "when exists o in a.outputs and every"), spec, clean: false)
                .findings("N512").isEmpty)
    }

    @Test("what rests on nothing through another decision is told too, whoever asked that one first")
    func vacuousWithin() throws {
        let pack = """
            decision inner(subject s) {
              worst of: good, bad
              conclude bad when every r in s.reachable with r is Letter
              otherwise good
            }
            decision outer(subject s) {
              worst of: good, bad
              conclude good when inner(s) is bad
              otherwise bad
            }

            """
        func rule(_ code: String, _ condition: String) -> String {
            "rule \(code) \"K\" { title sv: \"K\"; severity: error; cites: T.1; for: s in subjects; when: \(condition); message en: \"{s}\"; message sv: \"{s}\" }\n"
        }
        for first in ["inner(s) in [good, bad]", "inner(s) is good"] {
            let checked = check(pack + rule("K001", first) + rule("K002", "outer(s) is bad"), "subject S { reached by: none }", clean: false)
            #expect(checked.findings("N512").map { checked.text(at: $0.place) } == ["every r in s.reachable with r is Letter"], "\(first)")
        }
    }

    @Test("several that each would be enough are told together, also where one settles before the next is asked")
    func vacuousTogether() throws {
        let pack = """
            decision verdict(subject s) {
              worst of: good, bad
              factor reach {
                wide when every r in s.reachable with r is Letter
                wide when every c in s.reachable with c is Portal
                narrow otherwise
              }
              conclude bad when reach is narrow
              otherwise good
            }

            """ + rule("K001", "verdict(s) is bad")
        let checked = check(pack, "subject S { reached by: none }", clean: false)
        #expect(checked.findings("N512").map { checked.text(at: $0.place) } == ["every r in s.reachable with r is Letter", "every c in s.reachable with c is Portal"])
    }

    @Test("allow silences what it names until its day; an expired one is a finding; an error needs a role")
    func permissions() throws {
        func check(_ allow: String, severity: String = "warning") -> Checked {
            LawTests.check(rule("K001", "s.minor", severity: severity), "subject S {\n  minor: yes\n  \(allow)\n}")
        }
        let allowed = check("allow K001 because \"weighed by the DPO\" until 2027-01-01")
        #expect(allowed.codes == [])
        #expect(allowed.result.silenced.first?.because == "weighed by the DPO")
        #expect(allowed.result.silenced.first?.diagnostic.code == "K001")
        #expect(allowed.result.sameThrough == Day("2027-01-01"))
        #expect(check("allow K001 because \"x\" until 2026-01-01").codes.sorted() == ["K001", "N902"])
        #expect(check("allow K009 because \"x\" until 2027-01-01").codes.sorted() == ["K001", "N064"])
        #expect(check("allow K001 because \"x\" until 2027-01-01", severity: "error").codes.sorted() == ["K001", "N065"])
    }

    @Test("a configuration can raise a severity and never lower it; the same input gives the same result")
    func severities() {
        let checked = check(
            rule("K001", "s.minor", severity: "warning"), "subject S { minor: yes }\nsubject R { minor: yes }")
        #expect(
            evaluate([checked.pack], over: checked.model, asOf: today, raised: ["K001": .error]).findings.map(
                \.severity) == [.error, .error])
        #expect(
            evaluate([checked.pack], over: checked.model, asOf: today, raised: ["K001": .info]).findings.map(\.severity)
                == [.warning, .warning])
        #expect(checked.result.findings == evaluate([checked.pack], over: checked.model, asOf: today).findings)
        #expect(checked.findings("K001").map { checked.text(at: $0.place) } == ["S", "R"])
    }

    @Test("a house pack uses what the packs before it declare, its own policy wins")
    func housePack() throws {
        var files = Files()
        let base = read("prelude.lagrum", prelude, into: &files)
        let law = read(
            "law.lagrum", testNorms + "define young(subject s) { holds: s.minor }\npack Law { smallest group: 10 }\n",
            into: &files)
        let house = read(
            "house.lagrum",
            rule("H001", "young(s) and policy.smallest_group == 12") + "pack House \"House\" { smallest group: 12 }\n",
            into: &files)
        let spec = read("spec.lagrum", "subject S { minor: yes }\n", into: &files)
        let names = conceptNames(in: [base.tree])
        let first = loadPack("law", [law], concepts: names)
        let second = loadPack("house", [house], after: [first], concepts: names)
        #expect(first.diagnostics.isEmpty && second.diagnostics.isEmpty, "\(second.diagnostics.map(\.message.en))")
        let model = buildModel([
            ModelFile(id: base.file, tree: base.tree, origin: .prelude, sees: []),
            ModelFile(id: spec.file, tree: spec.tree, origin: .specification, sees: []),
        ])
        #expect(evaluate([first, second], over: model, asOf: today).findings.map(\.code) == ["H001"])
        let twice = testNorms + "define young(subject s) { holds: s.minor }\n"
        let again = loadPack("again", [read("again.lagrum", twice, into: &files)], after: [first], concepts: names)
        #expect(again.diagnostics.map(\.code) == ["N509"], "of two norms the model tells, as of two declarations of any name")
    }

    @Test(
        "a range asks whether a value lies between two, and is itself within",
        arguments: [
            ("today in 2026-11-21..2026-12-31", true), ("today in 2026-01-01..2026-11-21", true), ("today in 2026-01-01..2026-11-20", false),
            ("today in 2026-11-22..2026-12-31", false), ("today not in 2026-01-01..2026-11-20", true), ("count(s.reachable) in 1..2", true),
            ("count(s.reachable) in 3..4", false), ("today - 2026-11-01 in 10 days..20 days", true), ("today - 2026-11-01 in 1 days..2 days", false),
        ])
    func ranges(when: String, holds: Bool) {
        let checked = check(rule("K001", "s.minor and \(when)"), "subject S { minor: yes; reached by: Letter, Portal }")
        #expect(checked.findings("K001").count == (holds ? 1 : 0))
    }

    @Test("a norm may be handed to a definition")
    func normParameters() {
        let define = "define counts(norm n, subject s) { holds: in_force(n) and s.minor }\n"
        #expect(check(define + rule("K001", "counts(T.1, s)"), "subject S { minor: yes }").findings("K001").count == 1)
        #expect(check(define + rule("K001", "counts(T.3, s)"), "subject S { minor: yes }").findings("K001").isEmpty, "it ended in June")
        #expect(check(define + rule("K001", "counts(s, T.1)"), clean: false).pack.diagnostics.map(\.code) == ["N506", "N506"])
    }
}
