#!/usr/bin/env python3
"""Makes the case system of an invented family-law firm: data/cases.db (SQLite) and data/judgments.csv.

Python's standard library only. The same seed and number of cases give the same bytes (for one version of SQLite).
Nobody in it exists: see README.md beside this file, also for what is wrong in the data on purpose.
"""
import argparse
import csv
import datetime
import math
import os
import random
import sqlite3
import sys
import time

REGIONS = [  # name, share of cases, how much harder the conflicts are
    ("Stockholm", 0.27, 0.25), ("Väst", 0.20, 0.10), ("Syd", 0.18, 0.05), ("Öst", 0.13, -0.05), ("Mitt", 0.14, -0.20), ("Norr", 0.08, -0.35),
]
FIRST_NAMES = (
    "Alva Astrid Birgit Cecilia Doris Ebba Elin Fatima Frida Greta Hanna Ines Jasmin Karin Linnéa Maja Nadia Olga Petra Rut "
    "Sanna Tove Ulla Vera Ylva Åsa Adam Björn Carl David Elias Folke Gustav Hugo Isak Johan Kalle Leo Malik Nils Omar Per "
    "Rune Sven Ture Viktor Yusuf Zeb Åke Örjan").split()
LAST_NAMES = (
    "Alm Berg Björk Blom Dahl Ek Falk Fors Gran Hall Hassan Hed Holm Kask Kvist Lind Lund Malm Mard Nord Novak Palm Quist "
    "Ros Rask Sand Sjö Skog Sten Ström Tall Vik Wall Yilmaz Åberg Ås Öberg Öst").split()
STREETS = "Provgatan Exempelvägen Påhittsgränd Mallstigen Testbacken Skissvägen".split()
NOTES = [
    "Samtal med {client} ({client_no}). Hen vill ha ensam vårdnad och säger att {other} inte håller tiderna.",
    "{other} ringde från {phone}. Vill ha kontakt via {email} i stället för brev.",
    "Möte på kontoret. {client} berättar att {child} ({child_no}) inte vill sova hos {other}. Ny tid bokad.",
    "Motpartens ombud föreslår växelvis boende. {client} nås på {phone}.",
    "Socialtjänsten har inlett utredning om {child}. Handläggaren söker {client}, tel {phone}.",
    "Brev returnerat från {street} {house}. Ny adress efterfrågad hos {client}.",
    "Förhandling i tingsrätten. {other} ({other_no}) uteblev. Domaren satte ut ny dag.",
    "Överenskommelse om umgänge varannan helg. {child} hämtas i skolan. Bekräftat med {email}.",
    "{client} orolig efter händelse i hemmet, polisanmälan finns. Hänvisad till kvinnojouren.",
    "Faktura bestridd av {client}. Ekonomi kontaktar {phone}.",
]
WINDOW_OPENS = datetime.date(2026, 1, 15)
WINDOW_CLOSES = datetime.date(2026, 2, 28)
LAST_DAY = datetime.date(2026, 12, 31)


def logistic(value):
    return 1 / (1 + math.exp(-value))


def poisson(rng, mean):
    limit, product, count = math.exp(-mean), rng.random(), 0
    while product > limit:
        product *= rng.random()
        count += 1
    return count


def check_digit(nine):
    total = 0
    for place, digit in enumerate(nine):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


class People:
    """Hands out personnummer of births in 1800–1839, which the system of 1947 never issued, each once."""

    def __init__(self, rng):
        self.rng = rng
        self.used = set()

    def personal_no(self):
        while True:
            day = datetime.date(1800, 1, 1) + datetime.timedelta(days=self.rng.randrange(14_600))
            stem = day.strftime("%m%d")
            coordination = self.rng.random() < 0.03
            if coordination:
                stem = f"{day.month:02d}{day.day + 60:02d}"
            nine = f"{day.year % 100:02d}{stem}{self.rng.randrange(1, 1000):03d}"
            if nine not in self.used:
                self.used.add(nine)
                return "18" + nine + check_digit(nine)

    def name(self):
        return self.rng.choice(FIRST_NAMES) + " " + self.rng.choice(LAST_NAMES)


def dashed(number):
    return number[:8] + "-" + number[8:]


def make_case(rng, people, number):
    """One case, clean, as the office knows it: (case, parties, invoices, notes)."""
    kind = rng.choices(["custody", "residence", "contact"], [0.79, 0.12, 0.09])[0]
    region, _, hardness = rng.choices(REGIONS, [share for _, share, _ in REGIONS])[0]
    # The level of conflict, which nobody records, drives everything that is recorded.
    conflict = rng.gauss(hardness, 1)
    prior = min(10, poisson(rng, math.exp(-1.3 + 0.55 * conflict)))
    investigation = int(rng.random() < logistic(-0.9 + 1.1 * conflict))
    interim = int(rng.random() < logistic(-1.5 + 1.3 * conflict + 0.5 * investigation))
    mediation = int(rng.random() < logistic(0.1 - 0.9 * conflict))
    # Mediation calms some of the conflicts that it is tried on.
    conflict -= 0.35 * mediation
    litigated = int(rng.random() < logistic(-0.1 + 2.1 * conflict + 0.5 * interim + 0.25 * prior))
    hearings = min(20, poisson(rng, math.exp(-0.75 + 0.5 * conflict + 0.75 * litigated)))
    days = int(min(2000, max(1, rng.lognormvariate(4.55 + 0.28 * conflict + 0.09 * hearings + 0.25 * investigation, 0.5))))
    # One hour costs 1 640; the amount keeps its two decimals.
    hours = max(1.0, rng.lognormvariate(1.6 + 0.2 * conflict, 0.45) + 0.04 * days + 4.2 * hearings)
    invoiced = min(500_000, round(hours * 1640 * rng.uniform(0.9, 1.1), 2))
    opened = datetime.date(2012, 1, 1) + datetime.timedelta(days=int(5300 * rng.random() ** 0.8))
    closed = opened + datetime.timedelta(days=days)
    if closed > datetime.date(2026, 9, 30):
        closed = None

    elder = int(rng.gauss(1982, 8))
    gap = int(abs(rng.gauss(0, 2.6 + 1.5 * max(0, conflict + 0.5))))
    elder = min(1998, max(1945, elder))
    younger = min(2006, elder + gap)
    client_is_elder = rng.random() < 0.5
    violence = logistic(-3.1 + 1.2 * conflict)
    illness = logistic(-2.6 + 0.5 * conflict)
    case_id = f"C{number:06d}"
    parties = []

    def party(role, birth_year, violent, ill):
        parties.append([
            f"P{number:06d}-{len(parties) + 1}", case_id, role, people.name(), people.personal_no(), birth_year, int(ill), int(violent)])

    party("client", elder if client_is_elder else younger, rng.random() < violence * 0.4, rng.random() < illness)
    party("counterparty", younger if client_is_elder else elder, rng.random() < violence, rng.random() < illness)
    # How many children there are says little of the conflict, so that a fair model finds the trials of small and large families alike.
    children = min(6, 1 + poisson(rng, 0.8 + 0.03 * conflict))
    for _ in range(children):
        party("child", max(younger + 17, min(2026, opened.year - rng.randrange(17))), False, rng.random() < 0.04)

    row = [
        case_id, kind, region, opened.isoformat(), closed.isoformat() if closed else None, days if closed else (LAST_DAY - opened).days % 400,
        hearings, invoiced, litigated, interim, investigation, mediation, prior]
    invoices, rest = [], invoiced
    for part in range(1 + int(invoiced > 60_000) + int(invoiced > 150_000)):
        amount = round(rest if part == 2 or rest < 40_000 else rest * 0.6, 2)
        rest = round(rest - amount, 2)
        issued = opened + datetime.timedelta(days=min(days, 30 + 60 * part))
        invoices.append([f"F{number:06d}-{part + 1}", case_id, amount, issued.isoformat()])
        if rest <= 0:
            break
    notes = []
    client, other, child = parties[0], parties[1], parties[2]
    for part in range(1 + int(rng.random() < 0.35)):
        notes.append([
            f"N{number:06d}-{part + 1}", case_id, (opened + datetime.timedelta(days=rng.randrange(days + 1))).isoformat(),
            rng.choice(NOTES).format(
                client=client[3], client_no=dashed(client[4]), other=other[3], other_no=dashed(other[4]), child=child[3].split()[0],
                child_no=dashed(child[4]), phone=f"070-17406{rng.randrange(5, 100):02d}", street=rng.choice(STREETS),
                email=client[3].lower().replace(" ", ".").translate(str.maketrans("åäöé", "aaoe")) + "@example.se", house=rng.randrange(1, 90))])
    return row, parties, invoices, notes


CASE_COLUMNS = (
    "case_id TEXT, case_type TEXT, region TEXT, opened_on TEXT, closed_on TEXT, handling_days INTEGER, hearings INTEGER, "
    "invoiced REAL, litigated INTEGER, interim_decision INTEGER, investigation INTEGER, mediation INTEGER, prior_cases INTEGER")
TABLES = {
    "cases": CASE_COLUMNS,
    "parties": "party_id TEXT, case_id TEXT, role TEXT, name TEXT, personal_no TEXT, birth_year INTEGER, mental_illness INTEGER, violence INTEGER",
    "objections": "person TEXT, made_on TEXT",
    "invoices": "invoice_id TEXT, case_id TEXT, amount REAL, issued_on TEXT",
    "notes": "note_id TEXT, case_id TEXT, written_on TEXT, body TEXT",
}
CASE = {name.split()[0]: place for place, name in enumerate(CASE_COLUMNS.split(", "))}


def soil_case(rng, row, counts):
    """What goes wrong in a real case system, to one case in twenty-five or so."""
    def once(share, name):
        hit = rng.random() < share
        counts[name] = counts.get(name, 0) + hit
        return hit

    if once(0.004, "handling_days is text"):
        row[CASE["handling_days"]] = rng.choice(["ca 120", "okänt", "3 mån", "-"])
    if once(0.003, "hearings missing"):
        row[CASE["hearings"]] = None
    if once(0.006, "invoiced missing"):
        row[CASE["invoiced"]] = None
    if once(0.003, "invoiced out of domain"):
        row[CASE["invoiced"]] = rng.choice([-1200.0, 9_999_999.0, 731_400.5])
    if once(0.006, "region missing"):
        row[CASE["region"]] = None
    if once(0.002, "case_type unknown"):
        row[CASE["case_type"]] = rng.choice(["vårdnad", "CUSTODY", "adoption"])
    if row[CASE["closed_on"]] and once(0.005, "closed before opened"):
        opened, closed = CASE["opened_on"], CASE["closed_on"]
        row[opened], row[closed] = row[closed], row[opened]
    if once(0.003, "opened_on is no date"):
        row[CASE["opened_on"]] = rng.choice(["2019-02-30", "hösten 2020", "20190412"])
    if once(0.010, "hearings without handling days"):
        row[CASE["handling_days"]], row[CASE["hearings"]] = 0, 1 + rng.randrange(3)


def soil_party(rng, row, counts):
    def once(share, name):
        hit = rng.random() < share
        counts[name] = counts.get(name, 0) + hit
        return hit

    if once(0.003, "personnummer with a bad check digit"):
        row[4] = row[4][:-1] + str((int(row[4][-1]) + 1 + rng.randrange(9)) % 10)
    elif once(0.20, "personnummer with a hyphen"):
        row[4] = dashed(row[4])
    if once(0.002, "birth_year out of domain"):
        row[5] = rng.choice([0, 1899, 2190])
    if once(0.002, "birth_year missing"):
        row[5] = None


def generate(cases, seed):
    """All tables as lists of rows, the judgments, and how often each kind of dirt was laid."""
    rng = random.Random(f"lagrum custody {seed}")
    people = People(rng)
    tables = {name: [] for name in TABLES}
    judgments, counts = [], {}
    for number in range(1, cases + 1):
        row, parties, invoices, notes = make_case(rng, people, number)
        # Six in ten custody judgments are published; the court counts days from its own side.
        if row[CASE["litigated"]] and row[CASE["closed_on"]] and row[CASE["case_type"]] == "custody" and rng.random() < 0.6:
            days = max(0, min(2000, row[CASE["handling_days"]] - rng.randrange(0, 21)))
            judgments.append([len(parties) - 2, days, row[CASE["hearings"]]])
        # An objection is made in the person's own number, or by a guardian in the child's.
        for party in parties:
            if rng.random() < 0.015:
                late = rng.random() < 0.15
                first = WINDOW_CLOSES + datetime.timedelta(days=1) if late else WINDOW_OPENS
                made = first + datetime.timedelta(days=rng.randrange(120 if late else (WINDOW_CLOSES - WINDOW_OPENS).days + 1))
                number_written = dashed(party[4]) if rng.random() < 0.5 else party[4]
                tables["objections"].append([number_written, made.isoformat()])
                counts["objections after the window"] = counts.get("objections after the window", 0) + late
        soil_case(rng, row, counts)
        for party in parties:
            soil_party(rng, party, counts)
        tables["cases"].append(row)
        tables["parties"] += parties
        tables["invoices"] += invoices
        tables["notes"] += notes
    repeated = sorted(rng.sample(range(cases), cases * 12 // 1000))
    counts["repeated cases"] = len(repeated)
    for place in repeated:
        tables["cases"].insert(rng.randrange(len(tables["cases"]) + 1), list(tables["cases"][place]))
    # Judgments of other firms' cases stand beside the firm's own.
    for _ in range(len(judgments) // 2):
        judgments.append([min(6, 1 + poisson(rng, 0.9)), int(min(2000, rng.lognormvariate(5.2, 0.6))), min(20, poisson(rng, 1.9))])
    rng.shuffle(judgments)
    years = [rng.randrange(12, 27) for _ in judgments]
    judgments = [[f"T {place + 101}-{year:02d}"] + row for place, (row, year) in enumerate(zip(judgments, years))]
    return tables, judgments, counts


def write_database(path, tables):
    if os.path.exists(path):
        os.remove(path)
    database = sqlite3.connect(path, isolation_level=None)
    try:
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        database.execute("BEGIN")
        for name, columns in TABLES.items():
            database.execute(f"CREATE TABLE {name} ({columns})")
            marks = ", ".join("?" * len(columns.split(", ")))
            database.executemany(f"INSERT INTO {name} VALUES ({marks})", tables[name])
        database.execute("COMMIT")
    finally:
        database.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "data"), help="folder to write to")
    parser.add_argument("--cases", type=int, default=26_000, help="number of cases (26 000)")
    parser.add_argument("--seed", type=int, default=2, help="another seed gives other people (2)")
    options = parser.parse_args()
    if options.cases < 1:
        parser.error("--cases must be at least 1")
    started = time.monotonic()
    tables, judgments, counts = generate(options.cases, options.seed)
    try:
        os.makedirs(options.out, exist_ok=True)
        write_database(os.path.join(options.out, "cases.db"), tables)
        with open(os.path.join(options.out, "judgments.csv"), "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["number", "children", "handling_days", "hearings"])
            writer.writerows(judgments)
    except (OSError, sqlite3.Error) as error:
        print(f"generate.py: {options.out} can't be written: {error}", file=sys.stderr)
        return 2
    rows = ", ".join(f"{name} {len(table)}" for name, table in tables.items())
    print(f"{options.out}: {rows}, judgments {len(judgments)} ({time.monotonic() - started:.1f} s)")
    print("laid on purpose: " + ", ".join(f"{name} {count}" for name, count in sorted(counts.items())))
    return 0


if __name__ == "__main__":
    sys.exit(main())
