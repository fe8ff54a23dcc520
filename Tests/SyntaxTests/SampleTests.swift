// The language page's own texts: read whole, without an error, and given back byte for byte.

import Source
import Syntax
import Testing

@Suite struct SampleTests {
    @Test(arguments: [Inputs.specification, Inputs.rules]) func parsesWithoutError(_ source: String) {
        #expect(errors(source) == [])
        checkInvariants(Text(path: "sample", source))
    }

    @Test func topLevelMembers() {
        let words = roots(Inputs.specification).map { $0.word?.text ?? "-" }
        #expect(
            words == [
                "edition", "use", "controller", "subject", "subject", "subject", "purpose", "purpose", "dataset", "dataset", "notice",
                "assessment", "assessment", "activity", "test", "test",
            ])
    }

    @Test func everyForm() {
        #expect(print(roots("use gdpr, se, ai_act")[0]) == "directive word[use] values[gdpr, se, ai_act]")
        #expect(print(roots(#"import "a.lagrum""#)[0]) == #"directive word[import] values["a.lagrum"]"#)
        #expect(print(roots("without opt out")[0]) == "directive key[opt out] word[without]")
        #expect(
            print(roots(#"purpose Train "Train a model" is Business, Other { serves: Handle because "it helps" }"#)[0])
                == #"declaration word[purpose] path[Train] title[Train a model] is[Business,Other] {property key[serves] values[Handle] clauses[because "it helps"]}"#)
        #expect(
            print(roots("define told(activity a, subject s) { holds: a.x }")[0])
                == "declaration word[define] path[told] parameters[activity a,subject s] {property key[holds] values[a.x]}")
        #expect(
            print(roots("table parties by party_id many per cases.case_id { party_id: id as Ordinary }")[0])
                == "declaration word[table] path[parties] clauses[by party_id; many per cases.case_id] {property key[party_id] values[id] clauses[as Ordinary]}")
        #expect(
            print(roots("reference, holdout = split relevant by 80%")[0])
                == "step results[reference,holdout] word[split] values[relevant] clauses[by 80%]")
        #expect(
            print(roots("n = count(p where role == child) within 0..10")[0])
                == "step results[n] values[count(p where (role == child))] clauses[within (0 .. 10)]")
        #expect(print(roots("natural when f(a)")[0]) == "row values[natural] clauses[when f(a)]")
        #expect(print(roots("no_link otherwise")[0]) == "row values[no_link] clauses[otherwise]")
        #expect(
            print(roots("conclude ok when a and b\n  needs told(a)")[0]) == "step word[conclude] values[ok] clauses[when (a and b); needs told(a)]")
        #expect(print(roots("otherwise not_compatible")[0]) == "step word[otherwise] values[not_compatible]")
        #expect(
            print(roots(#"allow P014 because "seen" until 2027-01-01"#)[0])
                == #"step word[allow] values[P014] clauses[because "seen"; until 2027-01-01]"#)
        #expect(
            print(roots(#"test "t" as of 2026-11-21 { change A { without opt out } }"#)[0])
                == #"declaration word[test] title[t] clauses[as of 2026-11-21] {declaration word[change] path[A] {directive key[opt out] word[without]}}"#)
        #expect(
            print(roots("about: role { client: Client; child: CaseChild }")[0])
                == "property key[about] values[role] {property key[client] values[Client] | property key[child] values[CaseChild]}")
        #expect(print(roots("article 9: LegalClaims for Health")[0]) == "property key[article 9] values[LegalClaims] clauses[for Health]")
        #expect(
            print(roots("opt out: S.o until 2026-02-28 for A, B matched by p.n")[0])
                == "property key[opt out] values[S.o] clauses[until 2026-02-28; for A, B; matched by p.n]")
        #expect(print(roots("repeat: every 12 months for 3 years")[0]) == "property key[repeat] clauses[every <1 year>; for <3 years>]")
        #expect(
            print(roots("delete a, b after quality passed")[0]) == "step word[delete] values[a, b] clauses[after quality; passed]")
        #expect(print(roots("closed_on: date(2005-01-01..2026-12-31)?")[0]) == "property key[closed_on] values[date((2005-01-01 .. 2026-12-31))?]")
        #expect(print(roots(#"case_id: id named "ÄRENDE-NR""#)[0]) == #"property key[case_id] values[id] clauses[named "ÄRENDE-NR"]"#)
    }

    @Test func documentation() {
        let member = roots("/// One line.\n///  Two **lines**.\n// not this\nsubject Client { /// of a key\n relation: X }")[0]
        #expect(member.documentation == "One line.\n Two **lines**.")
        #expect(member.members[0].documentation == "of a key")
        #expect(roots("//// four\nsubject A")[0].documentation == nil)
    }

    @Test func oneLineMemberAfterSemicolon() {
        #expect(roots("use a; use b; ; use c").map { $0.values.map(print) } == [["a"], ["b"], ["c"]])
        #expect(errors("use a; use b;; use c") == [])
    }
}
