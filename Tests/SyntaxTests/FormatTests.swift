// The style by example: text in, text out. Each output is also formatted once more, and must stay.

import Source
import Syntax
import Testing

private func formatted(_ source: String, width: Int = 120) -> String {
    String(decoding: format(tree(source), width: width), as: UTF8.self)
}

private func check(_ source: String, _ expected: String, width: Int = 120, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(formatted(source, width: width) == expected, sourceLocation: sourceLocation)
    #expect(formatted(expected, width: width) == expected, "settled", sourceLocation: sourceLocation)
    #expect(isSame(tree(source), tree(expected)), "the same tree", sourceLocation: sourceLocation)
}

@Suite struct FormatTests {
    // MARK: Words and blanks

    @Test func blanksBetweenWords() {
        check("x:a==b  and(c  or not d)\n", "x: a == b and (c or not d)\n")
        check("x: f (a ,b)+ -  3*[ 1,2 ]\n", "x: f(a, b) + -3 * [1, 2]\n")
        check("x: date( 2005-01-01 .. 2026-12-31 ) ?\n", "x: date(2005-01-01..2026-12-31)?\n")
        check("x: a+1..b\n", "x: a + 1 .. b\n")
        check("define told ( activity a,subject s ) { holds : a.x }\n", "define told(activity a, subject s) { holds: a.x }\n")
        check("define none ( ) { holds : a.x }\n", "define none() { holds: a.x }\n")
        check("a,b=split c by 80%\n", "a, b = split c by 80%\n")
        check("test \"t\"  as   of 2026-11-21 { change A { without  opt   out } }\n", "test \"t\" as of 2026-11-21 { change A { without opt out } }\n")
    }

    @Test func textsAreNeverTouched() {
        check("x: \"a  b\" \n", "x: \"a  b\"\n")
        check("x: \"\"\"\n   a  \n  b\"\"\"  \ny:  1\n", "x: \"\"\"\n   a  \n  b\"\"\"\ny: 1\n")
        check("x: \"a\\r\\n\"\r\n", "x: \"a\\r\\n\"\n")
    }

    /// How the lines of a block text end says nothing, so they end as all others do. A carriage return that is the value's own stays.
    @Test func lineEndsOfBlockTexts() {
        check("x: \"\"\"\r\n   a  \r\n  b\\r\r\n\r\n  \"\"\"\r\n", "x: \"\"\"\n   a  \n  b\\r\n\n  \"\"\"\n")
        check("x: \"\"\"\n  a\r\r\n  b\rc\r\n  \"\"\"\n", "x: \"\"\"\n  a\r\r\n  b\rc\n  \"\"\"\n")
        check("x: f(\"\"\"\r\na\r\"\"\")\n", "x: f(\"\"\"\na\r\"\"\")\n")
    }

    @Test func lineEnds() {
        check("", "")
        check("\n\n", "")
        check("use a", "use a\n")
        check("\u{FEFF}use a\r\n\r\n\r\nuse b\ruse c;use d  \n\n\n", "use a\n\nuse b\nuse c\nuse d\n")
    }

    // MARK: Blocks

    @Test func indentation() {
        check("dataset A {\n\n    zone:Hot\n\ttable t {\n a: id\n\n\n      b: id\n    }\n\n}\n", "dataset A {\n  zone: Hot\n  table t {\n    a: id\n\n    b: id\n  }\n}\n")
        check("dataset A{}\ndataset B {\n}\ndataset C { ; }\n", "dataset A {}\ndataset B {}\ndataset C {}\n")
    }

    @Test func oneLineBlocks() {
        check("subject A {a:b;c:d ;}\n", "subject A { a: b; c: d }\n")
        // Several lines stay several lines.
        check("subject A { a: b\n c: d }\n", "subject A {\n  a: b\n  c: d\n}\n")
        // What does not fit gets lines of its own.
        check("subject A { relation: b; c: d }\n", "subject A {\n  relation: b\n  c:        d\n}\n", width: 20)
        check("x: f { a: b }\nlonger key: g { a: bcde }\n", "x:          f { a: b }\nlonger key: g {\n  a: bcde\n}\n", width: 24)
    }

    // MARK: Columns

    @Test func valuesOfAParagraph() {
        check(
            "notice A {\n  to: B\n  under: GDPR.13.3\n  // why\n  text: \"t\"\n\n  sent: 2026-01-15\n}\n",
            "notice A {\n  to:    B\n  under: GDPR.13.3\n  // why\n  text:  \"t\"\n\n  sent: 2026-01-15\n}\n")
        check(
            "c = consolidate a by b {\n  each: x\n  children = count(p) within 0..10\n  age = max(q)\n}\n",
            "c = consolidate a by b {\n  each:      x\n  children = count(p) within 0..10\n  age      = max(q)\n}\n")
        // Braces with lines of their own end a paragraph; several results have no part in one.
        check(
            "a, b = split c by 80%\nlonger = learn mst from a { unit: x }\nq = evaluate r {\n  n: 1\n}\nz = clean q\n",
            "a, b = split c by 80%\nlonger = learn mst from a { unit: x }\nq      = evaluate r {\n  n: 1\n}\nz = clean q\n")
    }

    @Test func categoriesOfATable() {
        check(
            "table t {\n  a: id as Ordinary\n  birth: integer(0..9) else missing as Age\n  c: flag\n}\n",
            "table t {\n  a:     id                         as Ordinary\n  birth: integer(0..9) else missing as Age\n  c:     flag\n}\n")
        check("x: a as B\nyy: ccc as D\n", "x:  a as B\nyy: ccc as D\n")
    }

    /// Nothing is moved out beyond the line.
    @Test func categoriesWithoutRoom() {
        let source = "table t {\n  a: choice(bbbbbbbbbb, cccccccccc) as Ordinary\n  d: id as Ordinary of Client, Counterparty\n}\n"
        check(source, source, width: 48)
    }

    @Test func rowsAndConclusions() {
        check("factor f {\n  natural when a\n  weak when b\n  no_link otherwise\n}\n", "factor f {\n  natural when a\n  weak    when b\n  no_link otherwise\n}\n")
        check(
            "conclude ok when a\n// then\nconclude not_ok when b\n  needs c\notherwise d\n",
            "conclude ok     when a\n// then\nconclude not_ok when b\n         needs c\notherwise d\n")
    }

    // MARK: Long lines

    @Test func listsBreakBehindCommas() {
        check("silent: P001, P002, P003, P004\n", "silent: P001, P002,\n        P003, P004\n", width: 20)
        check(
            "  workclass: choice(aaaa, bbbb, cccc, dddd) named \"w\"\n",
            "workclass: choice(\n  aaaa, bbbb, cccc,\n  dddd) named \"w\"\n", width: 20)
        // A break behind a comma is the formatter's: what fits is put together again.
        check("silent: P001,\n  P002\n", "silent: P001, P002\n")
    }

    @Test func reasonsAndConditions() {
        check("basis: Interest for A, B because \"long enough\"\n", "basis: Interest for A, B\n       because \"long enough\"\n", width: 40)
        check(
            "holds: exists n in a.notices with s in n.to and exists o in a.outs with s in o.groups and n.sent < o.until\n",
            "holds: exists n in a.notices with s in n.to\n       and exists o in a.outs with s in o.groups and n.sent < o.until\n", width: 80)
        check(
            "when: aaaa and bbbb or cccc and dddd and eeee or ffff\n",
            "when: aaaa and bbbb\n      or cccc and dddd\n         and eeee\n      or ffff\n", width: 24)
        // The author's own break before such a word stays.
        check("holds: a\n and b\n", "holds: a\n       and b\n")
        check("holds: a and\n b\n", "holds: a and b\n")
    }

    @Test func neverWhereALineWouldBeginAMember() {
        // `table x` at a line's beginning would be a declaration.
        let source = "x: aaaaaaaaaaaaaaaa, table as B\n"
        check(source, source, width: 20)
    }

    // MARK: Comments

    @Test func commentsStay() {
        check("// a\n\n\n  // b\nuse x// c\n   /* d */\nuse y  // e\n// f", "// a\n\n// b\nuse x  // c\n/* d */\nuse y  // e\n// f\n")
        check("subject A { // open\n a: b  // one\n ccc: d // two\n // last\n}\n", "subject A {  // open\n  a:   b  // one\n  ccc: d  // two\n  // last\n}\n")
        check("/// Doc.  \n///   more\nsubject A { /// of a\n a: b }\n", "/// Doc.\n///   more\nsubject A {  /// of a\n  a: b\n}\n")
        check("subject A { a: b /* c */ }\n", "subject A {\n  a: b  /* c */\n}\n")
        check("x: f(a, // why\n b /* c */, /* d */ e)\n", "x: f(\n  a,  // why\n  b /* c */, /* d */ e)\n")
        check("x: a\n // so\n because \"t\"\n", "x: a\n   // so\n   because \"t\"\n")
        check("/* c */ /// no doc\nuse x\n", "/* c */ /// no doc\nuse x\n")
        check("/* a  \r\n   b */ use x\n", "/* a\n   b */\nuse x\n")
    }

    // MARK: Never worse

    @Test func filesWithErrorsAreLeft() {
        for source in ["dataset A {\n x:  1\n", "x:  becuase 1\n\ty:2\n", "x:  \"a\n", "use  a /* b\n", "x: (1\n", "§  \n"] {
            #expect(!codes(source).isEmpty, "\(source)")
            #expect(formatted(source) == source)
        }
    }

    @Test func theComparisonSeesADifference() {
        let base = "/// d\nsubject A { a: b + c; d: [1] // e\n}\n"
        for other in [
            "/// d\nsubject A { a: b - c; d: [1] // e\n}\n", "/// x\nsubject A { a: b + c; d: [1] // e\n}\n", "/// d\nsubject A { a: b + c; d: [1] // f\n}\n",
            "/// d\nsubject A { a: b + c; d: [1]\n}\n", "/// d\nsubject A { a: b + c; d: [2] // e\n}\n", "/// d\nsubject B { a: b + c; d: [1] // e\n}\n",
            "/// d\nsubject A { a: b + c; d: [1, 1] // e\n}\n", "/// d\nsubject A { a: (b + c); d: [1] // e\n}\n", "/// d\nsubject A { a: b + c } // e\n",
            "/// d\nsubject A \"t\" { a: b + c; d: [1] // e\n}\n", "/// d\nsubject A is B { a: b + c; d: [1] // e\n}\n",
        ] {
            #expect(!isSame(tree(base), tree(other)), "\(other)")
        }
        #expect(isSame(tree(base), tree("/// d  \nsubject A {\n a: b+c\n d: [1] // e\n}")))
    }
}
