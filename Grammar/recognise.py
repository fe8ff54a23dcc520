#!/usr/bin/env python3
"""A second reader of the language, made from lagrum.ebnf alone: Lark's Earley parser over the converted grammar, and a lexer written
after the tokens' words at its end. Nothing of Sources/Syntax is used, so that each keeps the other honest.

    recognise.py                    accepts every sample, pack and ```lagrum block of the project
    recognise.py --program LAGRUM   also compares with the parser: sentences with something wrong, and mutated samples

The grammar that counts is the one both agree on. Needs Lark (`make grammar` sees to it).
"""
import argparse, datetime, json, multiprocessing, pathlib, random, re, subprocess, sys, tempfile

from lark import Lark, Token
from lark.exceptions import UnexpectedInput
from lark.lexer import Lexer

import sentences

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent


class Faulty(Exception):
    """The text has a token that means nothing."""


# MARK: The grammar

LISTS = ("kind", "verb", "clause_word", "unit", "literal")
SIGNS = {"{": "LBRACE", "}": "RBRACE", "(": "LPAR", ")": "RPAR", "[": "LBRACKET", "]": "RBRACKET", ",": "COMMA", ":": "COLON",
         ";": "SEMICOLON", "?": "QUESTION", "=": "ASSIGN", "==": "EQUAL", "!=": "NOT_EQUAL", "<": "LESS", "<=": "LESS_EQUAL",
         ">": "GREATER", ">=": "GREATER_EQUAL", "..": "RANGE", "+": "PLUS", "-": "MINUS", "*": "STAR", "/": "SLASH"}


class Word(Token):
    """A token, and the terminals that it may be."""

    def __new__(cls, body, may_be):
        token = super().__new__(cls, "WORD", body)
        token.may_be = may_be
        return token


class Language:
    """The converted grammar. A word's token carries every terminal that the word may be, so that the lists stay one terminal each."""

    def __init__(self):
        rules = sentences.load()
        self.lists = {name: self.texts(rules[name], alone=True) for name in LISTS}
        self.clauses = self.lists["clause_word"]
        self.operators = {"or", "and", "not"} | {t for t in self.texts(rules["comparator"]) if t[0].isalpha()}
        self.quantifiers = self.texts(rules["quantifier"]) - {"in", "with"}
        named = {t for rule in rules.values() for t in self.texts(rule) if t[0].isalpha()}
        self.may_be = {}
        for word in named:
            self.may_be[word] = {"WORD", "W_" + word.upper()} | {"LIST_" + name.upper() for name in LISTS if word in self.lists[name]}
            if self.is_name(word):
                self.may_be[word].add("NAME")
        self.used = set()
        out = [f"{name}: {self.lark(rule, name)}" for name, rule in rules.items()]
        out.append("%declare " + " ".join(sorted(self.used)))
        self.parser = Lark("\n".join(out), parser="earley", lexer=self.lexer(), start="file", ambiguity="forest")
        self.parser.parser.parser.term_matcher = lambda terminal, token: terminal.name in token.may_be

    def is_name(self, word):
        return word == "passed" or word not in self.clauses and word not in self.operators

    def texts(self, rule, alone=False):
        kind, body = rule
        if kind == "text":
            return {body}
        if kind == "ref" or alone and kind == "seq":
            return set()
        return {t for part in (body if isinstance(body, list) else [body]) for t in self.texts(part, alone)}

    def lark(self, rule, name):
        kind, body = rule
        if kind == "text":
            return self.terminal(SIGNS[body] if body in SIGNS else "W_" + body.upper())
        if kind == "ref":
            return body if body.islower() else self.terminal(body)
        if kind == "or":
            parts = body
            if name in LISTS:
                parts = [part for part in body if part[0] != "text"]
            alternatives = [self.lark(part, name) for part in parts] + ([self.terminal("LIST_" + name.upper())] if name in LISTS else [])
            return "(" + " | ".join(alternatives) + ")"
        if kind == "seq":
            return " ".join(self.lark(part, name) for part in body)
        return "(" + self.lark(body, name) + ")" + ("?" if kind == "opt" else "*")

    def terminal(self, name):
        self.used.add(name)
        return name

    def lexer(self):
        language = self

        class Words(Lexer):
            def __init__(self, conf):
                pass

            def lex(self, text):
                return language.tokens(text)

        return Words

    # MARK: Tokens, as the end of lagrum.ebnf tells them

    TOKEN = re.compile(r"""
        (?P<block>\"\"\"(?:\\.|(?!\"\"\").)*\"\"\") | (?P<text>"(?:\\(?:["\\nrt]|u\{[0-9A-Fa-f]{1,8}\})|[^"\\\r\n])*")
      | (?P<date>\d{4}-\d{1,2}-\d{1,2}(?![A-Za-z_]))
      | (?P<number>\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?(?![\w]|\.\w)%?)
      | (?P<path>[^\W\d]\w*(?:\.(?!\.)\w+)+) | (?P<word>[^\W\d]\w*)
      | (?P<sign>==|!=|<=|>=|\.\.|[{}()\[\],:;?=<>+*/-])""", re.X | re.S)
    BLANK = re.compile(r"(?:[ \t\r\n\u00a0]|//[^\r\n]*|/\*.*?\*/)+", re.S)

    def raw(self, text):
        """(kind, text, begins a line, is followed by `(` at once)"""
        place, line = 1 if text.startswith("\ufeff") else 0, True
        while place < len(text):
            blank = self.BLANK.match(text, place)
            if blank:
                line = line or "\n" in re.sub(r"//[^\r\n]*", "", blank[0]).replace("\r", "\n")
                place = blank.end()
                continue
            found = self.TOKEN.match(text, place)
            if not found:
                raise Faulty(text[place:place + 20])
            kind, body = found.lastgroup, found[0]
            if kind == "date":
                try:
                    datetime.date(*map(int, body.split("-")))
                    if len(body) != 10:
                        raise ValueError
                except ValueError:
                    raise Faulty(body)
            if kind == "number" and sum(c.isdigit() for c in re.split("[eE]", body)[0].lstrip("0_")) > 18:
                raise Faulty(body)
            if kind == "block" and re.search(r"\\(?!["'"'r"\\nrt]|u\{[0-9A-Fa-f]{1,8}\})", body):
                raise Faulty(body)
            yield kind, body, line, text.startswith("(", found.end())
            place, line = found.end(), False

    def tokens(self, text):
        raw, depth, carried, begun_by_kind = list(self.raw(text)), 0, True, False
        open_quantifiers = []
        for index, (kind, body, line, called) in enumerate(raw):
            begins = index == 0 or depth == 0 and raw[index - 1][1] in ("{", "}", ";")
            if line and depth == 0 and not carried and not (body in ("and", "or", "because", "needs") and not self.begins_key(raw, index)):
                yield Word(body="\n", may_be={"LINE_END"})
                begins, open_quantifiers = True, []
            carried, after_kind = False, begun_by_kind
            begun_by_kind = begins and kind == "word" and "LIST_KIND" in self.may_be.get(body, ())
            if kind == "sign":
                depth += (body in "([") - (body in ")]")
                open_quantifiers = [level for level in open_quantifiers if level <= depth and body not in (";", "{", "}")]
                carried = body in (",", "=", "==", "!=", "<", "<=", ">", ">=", "..", "+", "-", "*", "/") or index == 0
                yield Word(body, {SIGNS[body]})
            elif kind == "word":
                carried = body in self.operators
                may_be = self.may_be.get(body, {"WORD", "NAME"})
                before = raw[index - 1][1] if index else ""
                if body == "passed" and (after_kind or before in self.clauses or before in self.operators or before in SIGNS and before not in ")]}"):
                    may_be = {"WORD", "NAME"}  # a name wherever an operand may stand
                # The `with` behind a quantifier's list begins its body.
                if body in self.quantifiers and [part[0] for part in raw[index + 1:index + 3]] == ["word", "word"] and raw[index + 2][1] == "in":
                    open_quantifiers.append(depth)
                if body == "with" and open_quantifiers and open_quantifiers[-1] == depth:
                    open_quantifiers.pop()
                    may_be = may_be - {"LIST_CLAUSE_WORD"}
                # Told in README.md: the first rule that fits decides, so a kind or a verb begins a row only before `when` and `otherwise`.
                following = raw[index + 1] if index + 1 < len(raw) else None
                if begins and may_be & {"LIST_KIND", "LIST_VERB"} and not (following and following[1] in ("when", "otherwise") and not following[2]):
                    may_be = may_be - {"NAME"}
                # `every` is a name before its parenthesis.
                yield Word(body, may_be | {"NAME"} if body == "every" and called else may_be)
            elif kind == "number":
                yield Word(body, {"PERCENT" if body.endswith("%") else "DECIMAL" if re.search("[.eE]", body) else "INTEGER"})
            else:
                yield Word(body, {{"block": "TEXT", "text": "TEXT", "date": "DATE", "path": "PATH"}[kind]})
        if raw:
            yield Word(body="\n", may_be={"LINE_END"})

    def begins_key(self, raw, index):
        for number in range(10):
            here = raw[index + number] if index + number < len(raw) else None
            if here is None or number and here[2] or number and here[0] not in ("word", "number", "sign"):
                return False
            if here[0] == "sign":
                return here[1] == ":"
            if here[0] == "number" and not number:
                return False
        return False

    # MARK: Reading

    def accepts(self, text):
        """A file is read member by member as well: Earley is slower on long texts, and a file is a list of members anyway."""
        try:
            self.parser.parse(text)
            return True
        except (Faulty, UnexpectedInput):
            return False

    def members(self, text):
        """The top-level members of a text, cut where a line ends outside all brackets."""
        parts, current, depth, place = [], [], 0, 0
        lines = text.splitlines(keepends=True)
        for line in lines:
            bare = re.sub(r'"(?:\\.|[^"\\])*"|//.*', "", line)
            begins = depth == 0 and re.match(r"[^\W\d]", line) and not re.match(r"(and|or|because|needs)\b", line)
            if begins and current and not "".join(current).rstrip().endswith(","):
                parts.append("".join(current))
                current = []
            current.append(line)
            depth += sum(bare.count(c) for c in "{([") - sum(bare.count(c) for c in "})]")
        return parts + ["".join(current)] if current else parts


# MARK: What must be accepted

def corpus():
    """(name, text) of every specification, pack, and ```lagrum block of the pages."""
    for path in sorted(ROOT.rglob("*")):
        if any(part in (".build", ".git", "runs") for part in path.parts) or not path.is_file():
            continue
        name = path.relative_to(ROOT).as_posix()
        if path.suffix == ".lagrum" and "syntax" not in name:
            yield name, path.read_text("utf-8")
        elif path.suffix == ".md":
            for number, block in enumerate(re.findall(r"^```lagrum\n(.*?)^```", path.read_text("utf-8"), re.M | re.S), 1):
                yield f"{name} block {number}", block


# MARK: What must be refused

# One thing wrong in each; the parser tells all of them with an X-code.
WRONG = [
    "dataset D { controller: }", "dataset D { controller Firm }}", "controller Firm {", "use gdpr,", "subject S is", "use gdpr; )",
    "purpose P \"never ends", "activity A { starts: 2026-13-45 }", "activity A { starts: 2026-1-5 }", "define f(activity) { holds: a }", "define f(activity a { holds: a }",
    "rule R { when: a == }", "rule R { when: a and }", "rule R { when: a == b == c }", "rule R { when: a .. b .. c }", "rule R { when: a == not b }",
    "rule R { when: (a or b }", "rule R { when: f(a, }", "rule R { when: [a, ] }", "rule R { when: exists x of y }", "rule R { when: a b }",
    "x = ", "= split y", "x, = split y by 80%", "basis: Contract becuase \"…\"", "claen x by y",
    "dataset D { table t by id { a: integer(0..10 } }", "dataset D { table t by id { a: 10a } }", "without", "edition", "import", "article 9 LegalClaims",
    "a: b ? ?", "a: d.", "a: .b", "a: 6.4.c", "a: \"\\q\"", "a: \"\"\"never ends", "/* never ends", "a: b § c", "x y z", "- -", "a: 12345678901234567890",
    "and b", "because \"x\"", "a: b\n\nor c d", "{ a: b }", "a: (b", "a: b)", "when: a is is b", "when: a not b", "GDPR.6", "\"text\"", "12 days", "purpose { Client }", "a: [b, c",
]


def mutated(rng, text, words):
    """A text with one token taken away, doubled, swapped with its neighbour, or replaced."""
    pieces = re.findall(r'"(?:\\.|[^"\\\n])*"|\w+(?:\.\w+)*|\s+|//[^\n]*|[^\w\s]', text)
    places = [i for i, piece in enumerate(pieces) if not piece.isspace() and not piece.startswith("//")]
    if len(places) < 3:
        return text
    at = rng.choice(places)
    how = rng.randrange(5)
    if how == 0:
        pieces[at] = ""
    elif how == 1:
        pieces[at] += " " + pieces[at]
    elif how == 2:
        other = places[min(places.index(at) + 1, len(places) - 1)]
        pieces[at], pieces[other] = pieces[other], pieces[at]
    elif how == 3:
        pieces[at] = rng.choice(words)
    else:
        pieces[at] += " " + rng.choice(words)
    return "".join(pieces)


def parser_says(program, texts):
    """For each text, the X-codes that the parser gives."""
    if not texts:
        return []
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            pathlib.Path(folder, f"{number:05}.lagrum").write_text(text, "utf-8")
        said = subprocess.run([program, "check", "--format", "json", folder], capture_output=True, text=True)
        codes = [set() for _ in texts]
        for finding in json.loads(said.stdout)["findings"]:
            if finding["code"].startswith("X"):
                codes[int(re.search(r"(\d{5})\.lagrum", json.dumps(finding))[1])].add(finding["code"])
        return codes


def accepted(text):
    """Each process makes the parser once."""
    global LANGUAGE
    LANGUAGE = LANGUAGE or Language()
    return LANGUAGE.accepts(text)


LANGUAGE = None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", help="the lagrum program to compare with")
    parser.add_argument("--mutations", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="only files whose name holds this")
    arguments = parser.parse_args()
    language, wrong, names, samples = Language(), [], set(), []
    for name, text in corpus():
        if arguments.only in name:
            names.add(name)
            samples += [(name, member) for member in language.members(text)]
    with multiprocessing.Pool() as pool:
        # Law is written alike: the same member twice needs to be read once.
        texts = sorted({member for _, member in samples}, key=len, reverse=True)
        good = dict(zip(texts, pool.map(accepted, texts, chunksize=4)))
        wrong += [f"{name}: refused: {member.strip()[:160]!r}" for name, member in samples if not good[member]]
        print(f"recognise: {len(names)} files and blocks, {len(samples)} members, {len(wrong)} refused", flush=True)
        if arguments.program:
            for text, found, taken in zip(WRONG, parser_says(arguments.program, WRONG), pool.map(accepted, WRONG)):
                if taken:
                    wrong.append(f"the grammar accepts, and should not: {text!r} (the parser: {sorted(found) or 'accepts'})")
                if not found:
                    wrong.append(f"the parser accepts, and should not: {text!r}")
            rng = random.Random(arguments.seed)
            words = sorted(language.may_be) + ["x", "Client", "d.context", "12", "2026-01-15", '"text"', "80%"] + sorted(SIGNS)
            small = [member for _, member in samples if 10 < len(member) < 400]
            texts = [mutated(rng, rng.choice(small), words) for _ in range(arguments.mutations)]
            disagreements = [
                (text, found) for text, found, taken in zip(texts, parser_says(arguments.program, texts), pool.map(accepted, texts, chunksize=8))
                if taken == bool(found)]
            print(f"recognise: {len(WRONG)} wrong sentences; {len(texts)} mutated samples (seed {arguments.seed}), "
                  f"{len(disagreements)} disagreements with the parser")
            for text, found in disagreements:
                wrong.append(f"the parser {'gives ' + ' '.join(sorted(found)) if found else 'accepts'}, the grammar {'accepts' if found else 'refuses'}: {text!r}")
    print("\n".join(wrong[:60]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
