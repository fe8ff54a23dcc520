// An expression's one written form: blanks, comments, needless brackets and ways to write a number don't show.

import Syntax
import Testing

@Suite struct CanonicalTests {
    @Test(arguments: [
        ("a==b", "a == b"),
        ("a == /* x */ b and // y\n c", "a == b and c"),
        ("((a)) and ((b or c))", "a and (b or c)"),
        ("(a and b) and c", "a and b and c"),
        ("a and (b and c)", "a and (b and c)"),
        ("(a or b) and not (c and d)", "(a or b) and not (c and d)"),
        ("not (a == b)", "not a == b"),
        ("a - (b - c)", "a - (b - c)"),
        ("(a - b) - c", "a - b - c"),
        ("(a + b) * -(c)", "(a + b) * -c"),
        ("-(a + b)", "-(a + b)"),
        ("a in ( 1 .. 15_000 )", "a in 1..15000"),
        ("a in [ x,y , \"z  w\" ]", "a in [x, y, \"z  w\"]"),
        ("a > 1.50", "a > 1.5"),
        ("a > 1e-3", "a > 0.001"),
        ("a <= 5.0%", "a <= 5%"),
        ("every(ill)", "every(ill)"),
        ("a == every(ill where role == child)", "a == every(ill where role == child)"),
        ("count( parties  where role==child )>=2", "count(parties where role == child) >= 2"),
        ("(exists n in a.notices with n.sent < x and n.ok) and b", "(exists n in a.notices with n.sent < x and n.ok) and b"),
        ("p.decided + 2   years < q.starts", "p.decided + 2 years < q.starts"),
        ("closed_on   !=   none", "closed_on != none"),
    ]) func canonical(_ source: String, _ expected: String) {
        #expect(parsed(source)?.canonical == expected)
        // It reads back as itself.
        #expect(parsed(expected)?.canonical == expected)
    }

    private func parsed(_ source: String) -> Expression? { roots("x = \(source)\n").first?.values.first }
}
