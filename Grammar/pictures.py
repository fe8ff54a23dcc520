#!/usr/bin/env python3
"""Draws lagrum.ebnf as railroad pictures, one SVG a rule, into Grammar/pictures; the reference shows them.

    pictures.py [--check]    with --check nothing is written, and it is an error when a picture is not fresh

Needs the package railroad-diagrams (`make grammar` sees to it). The pictures are committed, so that the reference needs nothing.
"""
import html, io, pathlib, re, sys

import railroad as draw

import sentences

FOLDER = pathlib.Path(__file__).resolve().parent / "pictures"
STYLE = """
svg.railroad-diagram { background: none; font: 14px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
svg.railroad-diagram path { stroke: #5d5850; stroke-width: 1.5; fill: none; }
svg.railroad-diagram text { fill: #1d1c1a; text-anchor: middle; white-space: pre; }
svg.railroad-diagram rect { fill: #f3f0ea; stroke: #5d5850; stroke-width: 1.25; }
svg.railroad-diagram .terminal rect { fill: #e3eef0; stroke: #19596b; }
@media (prefers-color-scheme: dark) {
  svg.railroad-diagram path { stroke: #aaa498; }
  svg.railroad-diagram text { fill: #ebe8e1; }
  svg.railroad-diagram rect { fill: #21201d; stroke: #aaa498; }
  svg.railroad-diagram .terminal rect { fill: #1c2d31; stroke: #7dc1d4; }
}
"""


def picture(rule, rules):
    kind, body = rule
    if kind == "text":
        return draw.Terminal(body)
    if kind == "ref":
        return draw.NonTerminal(body)
    if kind == "or":
        parts = [picture(part, rules) for part in body]
        if len(parts) > 12:  # a list of words: columns, or nobody could look at it
            return draw.HorizontalChoice(*[draw.Choice(0, *parts[at:at + 14]) for at in range(0, len(parts), 14)])
        return draw.Choice(0, *parts)
    if kind == "seq":
        return draw.Sequence(*sequence(body, rules))
    if kind == "opt":
        return draw.Optional(picture(body, rules))
    return draw.ZeroOrMore(picture(body, rules))


def sequence(parts, rules):
    """`x , { "," , x }` is a loop with its comma on the way back."""
    drawn, at = [], 0
    while at < len(parts):
        following = parts[at + 1] if at + 1 < len(parts) else None
        if following and following[0] == "many" and following[1][0] == "seq" and following[1][1][1:] == [parts[at]]:
            drawn.append(draw.OneOrMore(picture(parts[at], rules), picture(following[1][1][0], rules)))
            at += 2
        elif following == ("many", parts[at]):
            drawn.append(draw.OneOrMore(picture(parts[at], rules)))
            at += 2
        else:
            drawn.append(picture(parts[at], rules))
            at += 1
    return drawn


def svg(name, rules):
    out = io.StringIO()
    draw.Diagram(picture(rules[name], rules)).writeStandalone(out.write, css=STYLE)
    # What it shows in words, for those who can't see it, and to tell whether it is still that.
    told = html.escape(f"{name} = {sentences.written(rules[name])} ;")
    return re.sub(r"(<svg [^>]*>)", lambda m: f"{m[1]}<desc>{told}</desc>", out.getvalue().strip(), count=1) + "\n"


def main():
    rules = sentences.load()
    fresh = {f"{name}.svg": svg(name, rules) for name in rules}
    there = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.svg")}
    stale = sorted(name for name in fresh.keys() | there.keys() if fresh.get(name) != there.get(name))
    if "--check" in sys.argv[1:]:
        for name in stale:
            print(f"pictures: Grammar/pictures/{name} is not fresh: run make grammar", file=sys.stderr)
        return 1 if stale else 0
    FOLDER.mkdir(exist_ok=True)
    for name in stale:
        if name in fresh:
            (FOLDER / name).write_text(fresh[name], "utf-8")
        else:
            (FOLDER / name).unlink()
    print(f"pictures: {len(fresh)} pictures, {len(stale)} written, {sum(map(len, fresh.values())) // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
