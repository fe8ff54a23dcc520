// What is found in a pack before any specification is asked: never, always, and against one another.
import Law
import Source
import Testing

private func found(_ text: String) -> [String] {
    let checked = check(text, clean: false)
    return checked.pack.diagnostics.map { "\(checked.text(at: $0.place)) | \($0.code)" }
}

struct ScrutinyTests {
    @Test(
        "conditions that can never hold",
        arguments: [
            "s.minor and not s.minor", "s.minor and s.minor == no", "s.relation is OwnClient and s.relation is Member",
            "count(s.reachable) < 0", "count(s.reachable) < 2 and count(s.reachable) > 1",
            "(count c in s.reachable with c is Letter) > 1 and not (count k in s.reachable with k is Letter) >= 2",
            "exists a in activities with a.starts < 2026-01-01 and a.starts > 2026-06-01 or s.minor and not s.minor",
        ])
    func never(_ when: String) {
        // What stands within a quantifier is not looked into.
        let expected = when.hasPrefix("exists") ? [] : ["\(when) | N515"]
        #expect(found(rule("K001", when, severity: "warning")) == expected)
    }

    @Test(
        "conditions that always hold",
        arguments: ["s.minor or not s.minor", "s.minor == yes or s.minor != yes", "count(s.reachable) >= 0", "not (s.relation is OwnClient and s.relation is Member)"])
    func always(_ when: String) { #expect(found(rule("K001", when, severity: "warning")) == ["\(when) | N516"]) }

    @Test(
        "conditions that may or may not hold",
        arguments: [
            "s.minor and not s.dependent", "s.relation is OwnClient or s.relation is Member or s.relation is NoRelation",
            "s.minor and exists c in s.reachable with c is Letter", "s is Person and s.minor",
            // An order with nothing is no both ways.
            "exists a in activities with a.starts < 2026-01-01 or a.starts >= 2026-01-01",
        ])
    func open(_ when: String) { #expect(found(rule("K001", when, severity: "warning")) == []) }

    @Test("definitions are unfolded")
    func definitions() {
        let text = """
            define young(subject s) { holds: s.minor or s.relation is Member }
            """ + rule("K001", "s.minor and not young(s)", severity: "warning")
        #expect(found(text) == ["s.minor and not young(s) | N515"])
    }

    @Test("an exception that the condition excludes, one that always takes the rule away, and one of another time")
    func exceptions() {
        #expect(
            found(rule("K001", "s.minor", more: "unless old { cites: T.1; when: not s.minor }")) == ["not s.minor | N517"])
        #expect(
            found(rule("K001", "s.minor", more: "unless any { cites: T.1; when: s.minor or s.dependent }")) == [
                "s.minor | N515"
            ])
        #expect(found(rule("K001", "s.minor", more: "unless good { cites: T.1; when: s.dependent }")) == [])
        // T.2 applies from 2027, T.3 ended in June 2026.
        #expect(found(rule("K001", "s.minor", cites: "T.2, T.3")) == ["K001 | N518"])
        #expect(found(rule("K001", "s.minor", cites: "T.2", more: "unless old { cites: T.3; when: s.dependent }")) == ["old | N518"])
    }

    @Test("two errors of which one always fires contradict one another; warnings, other things and other days don't")
    func contradictions() {
        func pair(_ other: String, _ severity: String = "error", _ cites: String = "T.1") -> [String] {
            found(rule("K001", "s.minor") + rule("K002", other, severity: severity, cites: cites))
        }
        #expect(pair("not s.minor") == ["K002 | N519"])
        #expect(pair("s.minor == no or s.dependent") == ["K002 | N519"])
        #expect(pair("not s.minor", "warning") == [])
        #expect(pair("not s.minor and s.dependent") == [])
        #expect(pair("not s.dependent") == [])
        #expect(
            found(rule("K001", "s.minor", cites: "T.2") + rule("K002", "not s.minor", cites: "T.3")) == [],
            "they are never in force together")
        let other = rule("K002", "not s.minor").replacing("for: s in subjects", with: "for: s in subjects, c in controllers")
        #expect(found(rule("K001", "s.minor") + other) == [])
        // The names of variables don't matter.
        let renamed = rule("K002", "not x.minor").replacing("s in subjects", with: "x in subjects").replacing("{s}", with: "{x}")
        #expect(found(rule("K001", "s.minor") + renamed) == ["K002 | N519"])
    }

    @Test("rows and factor values that facts can't reach")
    func rows() {
        let text = """
            decision d(subject s) {
              worst of: good, bad
              factor kin {
                own    when s.relation is OwnClient
                member when s.relation is Member and s.relation is OwnClient
                none_of_them otherwise
              }
              factor age { young when s.minor
                           old when not s.minor
                           other otherwise }
              conclude bad when kin is own and s.relation is Member
              conclude good when s.minor
              otherwise bad
            }
            """
        #expect(
            found(text) == [
                "member when s.relation is Member and s.relation is OwnClient | N511",
                "conclude bad when kin is own and s.relation is Member | N511",
            ])
    }
}
