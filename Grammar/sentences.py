#!/usr/bin/env python3
"""Random sentences out of lagrum.ebnf, to keep the grammar honest: what it derives must parse without an X-error.

    sentences.py [--count N] [--seed N]   sentences, one file each, separated by a line of %%
    sentences.py --words                  checks the word lists against Sources/Syntax/Words.swift

Standard library only. Tokens are drawn so that no two run together; the rules that are told in words and not in the EBNF
(a row begins with a plain name, a member's first word decides what it is) are held by what is drawn.
"""
import argparse, pathlib, random, re, sys

HERE = pathlib.Path(__file__).resolve().parent
NAMES = ["Client", "Counterparty", "ärende", "handling_days", "x", "Åtgärd", "risk_model"]
TOKENS = {
    "WORD": NAMES, "NAME": NAMES, "PATH": ["GDPR.6.4.c", "d.context", "periods.from", "OSL.10.15a"],
    "INTEGER": ["0", "12", "500_000"], "DECIMAL": ["3.5", "1e-9", "0.05"], "PERCENT": ["80%", "0.5%"],
    "DATE": ["2026-01-15", "2024-02-29"], "TEXT": ['"skäl"', '"a \\"b\\" \\u{e5}"', '"""one line"""'], "LINE_END": ["\n"],
}


def load():
    """The rules: name -> a tree of ("or" | "seq" | "opt" | "many", parts) | ("text", t) | ("ref", name)."""
    source = re.sub(r"\(\*.*?\*\)", "", (HERE / "lagrum.ebnf").read_text("utf-8"), flags=re.S)
    tokens, rules = re.findall(r'"[^"]*"|[A-Za-z_]+|[=|,;(){}\[\]]', source), {}
    place = 0

    def peek():
        return tokens[place] if place < len(tokens) else None

    def take(expected=None):
        nonlocal place
        token = peek()
        if token is None or (expected and token != expected):
            sys.exit(f"lagrum.ebnf: {expected or 'more'} wanted, found {token}")
        place += 1
        return token

    def choice():
        parts = [sequence()]
        while peek() == "|":
            take()
            parts.append(sequence())
        return parts[0] if len(parts) == 1 else ("or", parts)

    def sequence():
        parts = [item()]
        while peek() == ",":
            take()
            parts.append(item())
        return parts[0] if len(parts) == 1 else ("seq", parts)

    def item():
        token = take()
        for open_, close, kind in (("(", ")", "group"), ("[", "]", "opt"), ("{", "}", "many")):
            if token == open_:
                inner = choice()
                take(close)
                return inner if kind == "group" else (kind, inner)
        return ("text", token[1:-1]) if token.startswith('"') else ("ref", token)

    while peek():
        name = take()
        take("=")
        rules[name] = choice()
        take(";")
    for name, rule in rules.items():
        for used in references(rule):
            if used not in rules and used not in TOKENS:
                sys.exit(f"lagrum.ebnf: {name} uses {used}, which is not there")
    return rules


def written(rule, inside=False):
    """A rule as EBNF again, in one fixed form."""
    kind, body = rule
    if kind in ("text", "ref"):
        return f'"{body}"' if kind == "text" else body
    if kind == "or":
        text = " | ".join(written(part, True) for part in body)
        return f"( {text} )" if inside else text
    if kind == "seq":
        return " , ".join(written(part, True) for part in body)
    return ("[ {} ]" if kind == "opt" else "{{ {} }}").format(written(body))


def references(rule):
    if rule[0] == "ref":
        return [rule[1]]
    if rule[0] == "text":
        return []
    parts = rule[1] if isinstance(rule[1], list) else [rule[1]]
    return [name for part in parts for name in references(part)]


def derive(rules, rule, rng, depth, out):
    kind, body = rule
    if kind == "text":
        out.append(body)
    elif kind == "ref":
        if body in TOKENS:
            out.append(rng.choice(TOKENS[body]))
        elif body in ("expression", "row", "block", "quantifier", "list") and depth > 14:
            out.extend({"row": ["x", "otherwise"], "block": ["{", "}"], "list": ["[", "]"]}.get(body, ["x"]))
        elif body == "row":
            # A row's first word decides that it is one: a plain name.
            out.append(rng.choice(NAMES))
            out.append(rng.choice(["when", "otherwise"]))
            if out[-1] == "when":
                derive(rules, ("ref", "expression"), rng, depth + 1, out)
        elif body == "declaration":
            # A kind with nothing behind it that says so is no declaration but a word alone.
            start = len(out)
            derive(rules, rules[body], rng, depth + 1, out)
            if len(out) > start + 1 and out[start + 1] in ("when", "otherwise"):
                out.insert(start + 1, "Client")
        elif body == "verb":
            out.append(rng.choice(["clean", "split", "learn", "release", "conclude"]))
        elif body == "work":
            # A verb works on something.
            derive(rules, ("ref", "verb"), rng, depth + 1, out)
            out.append(rng.choice(NAMES))
            if rng.random() < 0.5:
                derive(rules, ("ref", "clause"), rng, depth + 1, out)
        else:
            derive(rules, rules[body], rng, depth + 1, out)
    elif kind == "seq":
        for part in body:
            derive(rules, part, rng, depth, out)
    elif kind == "or":
        derive(rules, rng.choice(body[-1:] if depth > 24 else body), rng, depth, out)
    elif kind == "opt":
        if rng.random() < (0.35 if depth < 16 else 0):
            derive(rules, body, rng, depth, out)
    elif kind == "many":
        while rng.random() < (0.3 if depth < 16 else 0):
            derive(rules, body, rng, depth, out)


def words():
    source = (HERE.parent / "Sources/Syntax/Words.swift").read_text("utf-8")
    rules, wrong = load(), []
    for name, rule in (("kinds", "kind"), ("verbs", "verb"), ("clauses", "clause_word"), ("units", "unit")):
        listed = re.findall(r'"([^"]+)"', re.search(r"static let %s: \[String\] = \[(.*?)\]" % name, source, re.S).group(1))
        parts = rules[rule][1]
        derived = [part[1] for part in parts if part[0] == "text"]
        for missing in sorted(set(listed) ^ set(derived)):
            wrong.append(f"{rule}: {missing} stands in only one of lagrum.ebnf and Words.swift")
    print("\n".join(wrong) if wrong else "the word lists agree")
    return 1 if wrong else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--words", action="store_true")
    arguments = parser.parse_args()
    if arguments.words:
        return words()
    rules = load()
    for number in range(arguments.count):
        out = []
        derive(rules, ("ref", "member"), random.Random(arguments.seed * 1_000_003 + number), 0, out)
        print(re.sub(r" ?\n ?", "\n", " ".join(out)))
        print("%%")
    return 0


if __name__ == "__main__":
    sys.exit(main())
