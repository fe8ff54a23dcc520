// How tightly each operator binds, what a literal is, and where a line goes on.

import Source
import Syntax
import Testing

@Suite struct ExpressionTests {
    @Test(arguments: [
        ("a or b and c", "(a or (b and c))"),
        ("a and b or c and d", "((a and b) or (c and d))"),
        ("not a and b", "((not a) and b)"),
        ("not a == b", "(not (a == b))"),
        ("not not a", "(not (not a))"),
        ("a == b and c != d", "((a == b) and (c != d))"),
        ("a - b - c", "((a - b) - c)"),
        ("a - b * c / d", "(a - ((b * c) / d))"),
        ("-a * b", "((- a) * b)"),
        ("- a.b + 1", "((- a.b) + 1)"),
        ("a < b + 1", "(a < (b + 1))"),
        ("a in 1..2 + 3", "(a in (1 .. (2 + 3)))"),
        ("a is not B or c not in [D, E]", "((a is not B) or (c not in [D, E]))"),
        ("a is B.c", "(a is B.c)"),
        ("g precedes t and g.of reaches o and p overlaps q", "(((g precedes t) and (g.of reaches o)) and (p overlaps q))"),
        ("(a or b) and c", "(group((a or b)) and c)"),
        ("exists n in a.notices with n.sent < x and n.ok", "{exists n in a.notices with ((n.sent < x) and n.ok)}"),
        ("not exists n in a with b", "(not {exists n in a with b})"),
        ("exists n in a with exists o in b with c and d", "{exists n in a with {exists o in b with (c and d)}}"),
        ("(exists n in a with b) and c", "(group({exists n in a with b}) and c)"),
        ("a and every o in xs with o.ok or p", "(a and {every o in xs with (o.ok or p)})"),
        ("count x in xs with x.y >= 2", "{count x in xs with (x.y >= 2)}"),
        ("count x in xs", "{count x in xs}"),
        ("count(parties where role == child) + 1", "(count(parties where (role == child)) + 1)"),
        ("min(a, b where c > 1, d) >= 2", "(min(a, b where (c > 1), d) >= 2)"),
        ("f()", "f()"),
        ("a.f(b).c", "a.f(b)"),
        ("p.decided + 2 years < q.starts", "((p.decided + <2 years>) < q.starts)"),
        ("result is passed", "(result is passed)"),
    ]) func precedence(_ source: String, _ expected: String) {
        #expect(expression(source) == expected)
    }

    @Test(arguments: [
        ("2005-01-01..2026-12-31", "(2005-01-01 .. 2026-12-31)"),
        ("-1.5..2e3", "((- 1.5) .. 2000)"),
        ("0..500_000", "(0 .. 500000)"),
        ("1e-9", "0.000000001"),
        ("80%", "80%"),
        ("0.5%", "0.5%"),
        ("6 months", "<6 months>"),
        ("2 weeks", "<14 days>"),
        ("yes", "yes"), ("no", "no"), ("none", "none"), ("unknown", "unknown"),
        ("[a, \"b c\", 1]", "[a, \"b c\", 1]"), ("[]", "[]"),
        (#""a\n\"\u{e5}\\""#, "\"a\n\"å\\\""),
        ("\"\"\"\n    one\n      two\n    \"\"\"", "\"one\n  two\""),
        ("\"\"\"one \"line\" only\"\"\"", "\"one \"line\" only\""),
        ("GDPR.6.4.c", "GDPR.6.4.c"), ("OSL.10.15a", "OSL.10.15a"), ("GDPR.R50", "GDPR.R50"), ("CJEU.C77.21", "CJEU.C77.21"),
        ("periods.from", "periods.from"), ("ärende.åldersgräns", "ärende.åldersgräns"),
        ("a..b", "(a .. b)"), ("first_day..last_day", "(first_day .. last_day)"),
        ("date(2005-01-01..2026-12-31)?", "date((2005-01-01 .. 2026-12-31))?"), ("text?", "text?"),
    ]) func literals(_ source: String, _ expected: String) {
        #expect(expression(source) == expected)
        #expect(errors("x: " + source) == [])
    }

    @Test(arguments: [
        "holds: a\n  and b\n  or c", "holds: a and\n  b", "holds: a ==\n b", "keep: a,\n  b,\n  c", "holds: f(a,\n\n b\n)",
        "holds: [\n a,\n b\n]", "basis: A\n  because \"x\"", "n =\n  count(a)", "holds: a\n  // a comment between\n  and b",
        "conclude a when b\n   needs c",
    ]) func linesThatGoOn(_ source: String) {
        #expect(errors(source) == [])
        #expect(tree(source).members.count == 1)
        let inner = roots("part x {\n" + source + "\n}")
        #expect(inner.count == 1 && inner[0].members.count == 1)
        #expect(errors("part x {\n" + source + "\n}") == [])
    }

    @Test(arguments: [
        "holds: a\nb: c", "holds: a\nneeds: c", "holds: a\nbecause: c", "holds: a\nneeds more than: c", "use a\nuse b", "keep: a; b: c",
    ]) func linesThatEnd(_ source: String) {
        #expect(errors(source) == [])
        #expect(tree(source).members.count == 2)
    }

    @Test func keysHaveWordsAndNumbers() {
        for key in ["collected for", "article 9", "opt out at least", "message sv", "not told", "in force", "starts", "use", "test data", "by"] {
            #expect(roots("\(key): x").first?.key?.text == key)
            #expect(errors("\(key): x") == [])
        }
        #expect(roots("collected   for : x").first?.key?.text == "collected for")
    }

    @Test func spansAreRelativeToTheMember() {
        let file = tree("use gdpr\n\n  // comment\nsubject Client { relation: OwnClient }\n")
        let member = file.members[1]
        let value = member.tree.root?.members.first?.values.first
        #expect(value.map { String(decoding: member.tree.bytes[$0.span.range], as: UTF8.self) } == "OwnClient")
        #expect(value.map { file.text.string(in: member.start + Int($0.span.start)..<member.start + Int($0.span.end)) } == "OwnClient")
        #expect(value?.source == "OwnClient")
    }
}
