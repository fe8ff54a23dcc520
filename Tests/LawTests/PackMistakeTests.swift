// Every mistake in a pack is a finding at its place, in words.
import Law
import Source
import Testing

/// What the loader says of a pack: place, code and message, a line each.
private func mistakes(_ text: String) -> [String] {
    let checked = check(text, clean: false)
    return checked.pack.diagnostics.map { "\(checked.text(at: $0.place)) | \($0.code) \($0.message.en)" }
}

struct PackMistakeTests {
    @Test(
        "names and types in rules",
        arguments: [
            ("s.age == 3", ["age | N505 A `subject` has no fact `age`."]),
            ("s.minor == 2026-01-01", ["2026-01-01 | N506 `s.minor` is yes or no and can't be compared with a date."]),
            (
                "s.relation is Heightened",
                ["Heightened | N506 `Heightened` is an `expectation`, but a `relation` is wanted here."]
            ),
            ("s.relation is Membr", ["Membr | N504 `Membr` is no concept of the prelude or the packs."]),
            ("x.minor", ["x | N504 `x` is no variable here."]),
            ("young(s)", ["young | N504 `young` is no function, definition or decision."]),
            ("words(s) == 3", ["s | N506 A text is wanted here, not a `subject`."]),
            (
                "provided_own_data(s)",
                ["provided_own_data(s) | N507 `provided_own_data` takes 2 arguments, 1 stand here."]
            ),
            ("s.minor + 1 == 2", ["s.minor + 1 | N506 Yes or no and a number can't be combined like this."]),
            ("s.relation", ["s.relation | N506 A condition is wanted here, not a `relation`."]),
            ("s.relation < 3", ["s.relation | N506 `s.relation` is a `relation` and has no order."]),
            (
                "s.reachable is Letter",
                ["s.reachable | N506 `is` is asked of one thing, and this is a list of `channel`."]
            ),
            ("exists c in s.minor with c is Letter", ["s.minor | N506 A list is wanted here, not yes or no."]),
            ("in_force(T.9)", ["T.9 | N503 No pack declares the norm `T.9`."]),
            ("policy.most == 3", ["most | N504 `most` is no number that a pack states."]),
            ("s.minor.name == none", ["name | N506 `s.minor` is yes or no and has no facts."]),
            (
                "s.provided_own_data(s)",
                [
                    "s.provided_own_data(s) | N514 `s.provided_own_data(…)` must be a call `provided_own_data(x, …)`, without a dot."
                ]
            ),
        ])
    func expressions(when: String, expected: [String]) {
        #expect(mistakes(rule("K001", when)) == expected)
    }

    @Test("what a rule must have, and what it can't have")
    func forms() {
        let text = """
            rule K001 "K" {
              severity: grave
              cites: T.9
              for: s in subjects, t
              when: s.minor
              remedy: none
              message en: "{s} and {t}"
            }
            rule K002 "K" { title sv: "K"; severity: error; for: s in subjects; message en: "{s"; message sv: "x" }
            define f(subject s) { cites: T.1; holds: s.minor; gives: 3 }
            define g(person s) { holds: yes }
            """
        #expect(
            mistakes(text) == [
                "K001 | N502 `K001` lacks `message sv`.",
                "K001 | N502 `K001` lacks `title sv`.",
                "grave | N504 `grave` is no severity.",
                "T.9 | N503 No pack declares the norm `T.9`.",
                "t | N514 `for` must be `x in list`.",
                "remedy | N501 `remedy` can't stand in `rule`.",
                "K002 | N502 `K002` lacks `cites`.",
                "K002 | N502 `K002` lacks `when`.",
                "f | N514 `f` must be one of `holds`, `gives` and parts.",
                "person | N504 `person` is no kind of thing.",
            ])
    }

    @Test("a definition that rests on itself is told once, with the circle")
    func recursion() {
        let text = """
            define a(subject s) { holds: b(s) }
            define b(subject s) { holds: s.minor or c(s) }
            define c(subject s) { holds: a(s) }
            """
        #expect(mistakes(text) == ["a | N508 Definitions may not go in a circle: `a` → `b` → `c` → `a`."])
    }

    @Test("tables: a combination without a conclusion, a row that nothing reaches, values that don't exist")
    func tables() {
        let text = """
            decision open(subject s) {
              factor age { young when s.minor
                           old otherwise }
              conclude good when age is young
              conclude bad when age is old and s.dependent
            }
            decision shut(subject s) {
              worst of: good, worse
              factor age { young when s.minor
                           old otherwise }
              conclude good when age is young
              conclude bad when age is old
              conclude good when s.dependent
              otherwise bad
            }
            decision odd(subject s) {
              undetermined: K077
              factor age { young when s.minor }
              conclude good when age is middle
              otherwise bad
            }
            """
        #expect(
            mistakes(text) == [
                "open | N510 `open` reaches no conclusion when `age` is `old` and `s.dependent` doesn't hold.",
                "worse | N504 `worse` is no conclusion of the table.",
                "bad | N522 `bad` does not stand in `worst of` of `shut`, and would count as better than all that does.",
                "conclude good when s.dependent | N511 `conclude good` is never reached: the rows above take every case.",
                "odd | N504 `K077` is no rule.",
                "age | N502 The factor `age` has no value where none of its rows holds.",
            ])
    }

    @Test(
        "texts that can't be filled in",
        arguments: ["{s.age}", "{failed(f)}", "{verdict.against}", "{q}", "{s", "{s.}"])
    func templates(hole: String) {
        let text = rule("K001", "s.minor").replacing("{s} is caught.", with: hole)
        let checked = check(text, "subject S { minor: yes }", clean: false)
        #expect(checked.pack.diagnostics.map(\.code) == ["N513"])
        #expect(checked.findings("K001").allSatisfy { !$0.message.en.isEmpty && !$0.message.sv.isEmpty }, "a finding always says something")
    }

    @Test("of names that are equally near the first is offered, whatever order they are kept in")
    func nearest() {
        let norms = (1...9).map { "norm Statute.1\($0) { title sv: \"x\"; title en: \"x\"; in force: 2000-01-01 }\n" }.reversed().joined()
        let pack = check(norms + rule("K001", "s.minor", cites: "Statute.20"), clean: false).pack
        #expect(pack.diagnostics.map(\.code) == ["N503"])
        #expect(pack.diagnostics.first?.advice?.en.contains("`Statute.10`") == false && pack.diagnostics.first?.advice?.en.contains("`Statute.11`") == true, "\(pack.diagnostics.first?.advice?.en ?? "")")
    }

    @Test("any text loads without a crash, and a broken member leaves its neighbours")
    func robustness() {
        let whole =
            rule("K001", "s.minor")
            + "define f(subject s) { part one { says sv: \"x\"; says en: \"y\"; holds: f(s) } }\ndecision d(subject s) { each: s in s.x; factor a { b when }; conclude }\n"
            + rule("K002", "s.minor")
        for cut in stride(from: 0, to: whole.count, by: 7) {
            let checked = check(
                String(whole.prefix(cut)) + String(whole.dropFirst(cut + 5)), "subject S { minor: yes }", clean: false)
            #expect(checked.result.findings.count < 20)
        }
        #expect(
            check(whole, "subject S { minor: yes }", clean: false).codes.filter { $0.hasPrefix("K") } == [
                "K001", "K002",
            ])
    }
}
