#!/usr/bin/env python3
"""Writes the table of operators and the list of words into README.md, from Sources/Syntax/Operators.swift and Words.swift.

    tables.py [--check]    with --check nothing is written, and it is an error when README.md is not fresh

Standard library only.
"""
import html, pathlib, re, sys

import sentences

HERE = pathlib.Path(__file__).resolve().parent
README = HERE / "README.md"
SYNTAX = HERE.parent / "Sources/Syntax"


def levels():
    """[(level, [signs])], loosest first, out of the Swift tables."""
    source = (SYNTAX / "Operators.swift").read_text("utf-8")
    names = re.search(r"enum Level: UInt8, Comparable \{\s*case (.*?)\n", source)[1].replace("= 1", "").replace(" ", "").split(",")
    signs = {case: sign or case for case, sign in re.findall(r'case \.`?(\w+)`?: "([^"]+)"', source)}
    own = re.search(r"var level: Level \{\s*switch self \{(.*?)\n        \}", source, re.S)[1]
    of = {}
    for cases, level in re.findall(r"case ([^:]+): \.(\w+)", own):
        for case in re.findall(r"\.`?(\w+)`?", cases):
            of[case] = level
    other = re.search(r"default: \.(\w+)", own)[1]
    table = {name: [] for name in names}
    for case, sign in signs.items():
        if case in ("exists", "every", "count"):
            continue
        table[of.get(case, other)].append(sign)
    table["not"], table["range"], table["negation"] = ["not"], [".."], ["-"]
    return [(name, table[name]) for name in names]


NOTES = {"not": "before its operand", "negation": "before its operand", "comparison": "don't chain", "range": "doesn't chain"}


def precedence():
    rows = [f"| {number} | {' '.join(f'`{sign}`' for sign in signs)} | {NOTES.get(name, 'to the left')} |" for number, (name, signs) in enumerate(levels(), 1)]
    rows.append(f"| {len(rows) + 1} | `f(x)`, paths, literals, lists, `( … )`, `exists` `every` `count … in … with …` | |")
    return "\n".join(["| level | operators | |", "|---|---|---|"] + rows)


def words():
    source = (SYNTAX / "Words.swift").read_text("utf-8")
    rows = ["| what it may be | words |", "|---|---|"]
    for title, name in (("kind", "kinds"), ("verb", "verbs"), ("clause word", "clauses"), ("directive", "directives"), ("operator", "operators"),
                        ("quantifier", "quantifiers"), ("literal", "literals"), ("unit", "units")):
        listed = re.findall(r'"([^"]+)"', re.search(r"static let %s: \[String\] = \[(.*?)\]" % name, source, re.S)[1])
        if name == "clauses":
            listed += [" ".join(pair) for pair in re.findall(r'\("(\w+)", "(\w+)"\)', source)]
        rows.append(f"| {title} | {' '.join(f'`{word}`' for word in listed)} |")
    return "\n".join(rows)


def pictures():
    """Rules whose picture is missing or shows another rule; pictures.py draws them."""
    rules = sentences.load()
    there = {path.stem: path.read_text("utf-8") for path in (HERE / "pictures").glob("*.svg")}
    told = {name: f"<desc>{html.escape(f'{name} = {sentences.written(rule)} ;')}</desc>" for name, rule in rules.items()}
    return sorted(name for name in rules.keys() | there.keys() if name not in rules or told[name] not in there.get(name, ""))


def main():
    text = README.read_text("utf-8")
    fresh = text
    for name, table in (("precedence", precedence()), ("words", words())):
        fresh, count = re.subn(rf"(<!-- {name}: [^\n]*-->\n).*?(\n<!-- end -->)", lambda m: m[1] + table + m[2], fresh, flags=re.S)
        if not count:
            print(f"tables: README.md has no place for {name}", file=sys.stderr)
            return 1
    if "--check" in sys.argv[1:]:
        if fresh != text:
            print("tables: Grammar/README.md is not fresh: run make grammar", file=sys.stderr)
            return 1
        stale = pictures()
        if stale:
            print(f"tables: pictures of other rules than lagrum.ebnf has: {', '.join(stale)}: run make grammar", file=sys.stderr)
            return 1
        print("tables: precedence, words and pictures agree with the language")
        return 0
    README.write_text(fresh, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
