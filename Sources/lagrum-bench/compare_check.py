#!/usr/bin/env python3
"""Measures `lagrum check` on a generated estate, and beside it what is nearest: `ruff check` on as many lines of Python, and `cedarpy`
validating as many lines of policies against a schema. Prints a table.

usage: compare_check.py [--lagrum .build/release/lagrum] [--bench .build/release/lagrum-bench] [--lines 1000000] [--python PYTHON]
PYTHON (default: LAGRUM_BENCH_PYTHON, or this one) has cedarpy installed, and ruff beside it; what is absent is said, never installed.
"""
import argparse, os, platform, random, re, shutil, subprocess, sys, tempfile, time

AS_OF = "2026-11-21"


def run(command, processors=None, folder=None, expect=(0,)):
    """Wall and CPU seconds of a process, its peak memory in MB, and its output."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=out, stderr=err, cwd=folder,
                                   preexec_fn=(lambda: os.sched_setaffinity(0, processors)) if processors else None)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0), err.seek(0)
        if process.returncode not in expect:
            raise RuntimeError(f"{' '.join(command[:4])} … gave {process.returncode}: {err.read().decode()[-2000:]}")
        return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, out.read().decode()


def best(times, *arguments, **options):
    """The run with the least CPU time of so many, and the least wall time of any."""
    results = [run(*arguments, **options) for _ in range(times)]
    return *min(results, key=lambda result: result[1]), min(result[0] for result in results)


def beside(times, command):
    """Wall seconds of two runs at once, each on a processor of its own: what the machine gives two programs that share nothing."""
    def once():
        start = time.monotonic()
        both = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=lambda own=own: os.sched_setaffinity(0, {own}))
                for own in sorted(os.sched_getaffinity(0))[:2]]
        for process in both:
            process.wait()
        return time.monotonic() - start
    return min(once() for _ in range(times))


def lines_below(folder):
    return sum(open(os.path.join(at, name), "rb").read().count(b"\n") for at, _, names in os.walk(folder) for name in names)


def row(name, lines, wall, cpu, memory):
    rate = f"{lines / cpu:>13,.0f}" if lines else " " * 13
    print(f"{name:<58}{wall:>9.3f}{cpu:>9.3f}{rate}{memory:>9.0f}")


def jobs(lagrum, number):
    """Arguments and processors for so many jobs: by the option where the command has it, else by processors alone."""
    has_option = "--jobs" in subprocess.run([lagrum, "check", "--help"], capture_output=True, text=True).stdout
    processors = sorted(os.sched_getaffinity(0))[:number]
    return (["--jobs", str(number)] if has_option else []), set(processors)


def ours(options, folder):
    estate = os.path.join(folder, "estate")
    _, _, _, told = run([options.bench, "estate", "--files", str(options.files), "--lines", str(options.lines), "--out", estate])
    print("estate: " + "; ".join(told.splitlines()))
    lines = lines_below(estate)
    walls = []
    for number in (1, 2):
        extra, processors = jobs(options.lagrum, number)
        command = [options.lagrum, "check", estate, "--as-of", AS_OF, "--lang", "en"] + extra
        wall, cpu, memory, text, least = best(options.times, command, processors=processors, expect=(0, 1))
        walls.append(least)
        row(f"lagrum check, {number} job{'s' if number > 1 else ''}", lines, wall, cpu, memory)
    print(f"  {text.strip().splitlines()[-1]} Two jobs are {walls[0] / walls[1]:.2f} × as fast as one ({walls[0]:.3f} and {walls[1]:.3f} s, the least of each).")
    if len(os.sched_getaffinity(0)) > 1:
        pair = beside(options.times, [options.lagrum, "check", estate, "--as-of", AS_OF, "--lang", "en"] + jobs(options.lagrum, 1)[0])
        print(f"  Two programs of one job each, at once: {pair:.3f} s; so two processors do at most {2 * walls[0] / pair:.2f} × the work of one here.")
    unexpected = set(re.findall(r"^\w+\[(\w+)\]", text, re.M)) - {"R001", "R002", "L005", "D003", "S001", "P003", "P004", "P017", "P018"}
    if unexpected:
        print(f"  The estate has findings that it was not meant to have: {', '.join(sorted(unexpected))}.")
    shutil.rmtree(estate)

    small = os.path.join(folder, "small")
    run([options.bench, "estate", "--files", "1000", "--activities", "1000", "--out", small])
    extra, processors = jobs(options.lagrum, 2)
    command = [options.lagrum, "check", small, "--as-of", AS_OF, "--lang", "en"] + extra
    wall, cpu, memory, _, _ = best(2 * options.times, command, processors=processors, expect=(0, 1))
    row("lagrum check, 1 000 activities in 1 000 files, 2 jobs", lines_below(small), wall, cpu, memory)

    tiny = os.path.join(folder, "tiny.lagrum")
    with open(tiny, "w") as file:
        file.write('edition 2026\nuse gdpr\n\ncontroller Firm "Firm" {\n  country: SE\n  sector:  Private\n  dpo:     "dpo@example.se"\n'
                   '  route for rights: "dpo@example.se" within 30 days\n  incident plan: "it/incident.md"\n}\n')
    results = [run([options.lagrum, "check", tiny, "--as-of", AS_OF, "--lang", "en"]) for _ in range(100)]
    wall, cpu = (sum(result[index] for result in results) / len(results) for index in (0, 1))
    row("lagrum check, a file of 10 lines, mean of 100", 0, wall, cpu, max(result[2] for result in results))
    results = [run([options.lagrum, "--version"]) for _ in range(100)]
    wall, cpu = (sum(result[index] for result in results) / len(results) for index in (0, 1))
    row("lagrum --version, mean of 100", 0, wall, cpu, max(result[2] for result in results))


# What the others are given: invented, of the same number of lines in the same number of files.

def python_file(random, lines):
    text = ['"""Handles matters of a register."""', "import datetime", "import json", "from dataclasses import dataclass", "", ""]
    number = 0
    while len(text) < lines:
        number += 1
        fields = random.sample(["region", "channel", "stage", "priority", "reminders", "contacts", "documents", "fee", "debt", "team"], 5)
        text += ["@dataclass", f"class Matter{number}:", f'    """A matter of kind {number}."""', "    matter_id: int"]
        text += [f"    {field}: int" for field in fields]
        text += ["", f"    def is_late(self, today: datetime.date) -> bool:", f"        # More than {number} days.",
                 f"        return (today - self.opened()).days > {number} and self.{fields[0]} != {number}", "",
                 "    def opened(self) -> datetime.date:", f"        return datetime.date(2020 + self.{fields[1]} % 5, 1, 1)", "", "",
                 f"def read_matters_{number}(path: str, limit: int = {random.randrange(1000)}) -> list[Matter{number}]:",
                 "    matters = []", '    with open(path, encoding="utf-8") as file:', "        for index, row in enumerate(json.load(file)):",
                 "            if index >= limit:", "                break",
                 f'            matters.append(Matter{number}(row["id"], {", ".join(f"""row["{field}"]""" for field in fields)}))',
                 "    return matters", "", ""]
        if random.random() < 0.02:
            text += [f"unused_{number} = undefined_name_{number}", "", ""]
    return "\n".join(text[:lines - 1]) + "\n"


CEDAR_SCHEMA = """
entity Role;
entity Person in [Role] { age: Long, unit: String, onDuty: Bool };
entity Register in [Register] { context: String, zone: String, owner: Person, retention: Long };
action readMatter, writeMatter, releaseMatter appliesTo { principal: Person, resource: Register, context: { purpose: String, told: Bool, day: Long } };
"""


def cedar_file(random, lines):
    text = []
    while len(text) < lines:
        action = random.choice(["readMatter", "writeMatter", "releaseMatter"])
        text += [f"// Who may use register {len(text)}, and for what.", f'@id("p{len(text)}")', "permit (",
                 f'  principal in Role::"role{random.randrange(100)}",', f'  action == Action::"{action}",',
                 f'  resource in Register::"register{random.randrange(1000)}"', ")", "when {",
                 f'  context.purpose == "purpose{random.randrange(50)}" &&', f"  context.day > {random.randrange(2000)} &&",
                 f'  resource.context != "Confidential" &&', f"  resource.retention < {random.randrange(5000)}", "}", "unless {",
                 '  resource.zone == "Cold" ||', f'  principal.unit != "unit{random.randrange(30)}"', "};", ""]
    return "\n".join(text) + "\n"


CEDAR_DRIVER = """
import cedarpy, pathlib, sys
schema, wrong = cedarpy.Schema.from_str(open(sys.argv[1]).read()), 0
for path in sorted(pathlib.Path(sys.argv[2]).iterdir()):
    wrong += not cedarpy.validate_policies(path.read_text(), schema).validation_passed
print(wrong)
"""


def others(options, folder):
    generator, share = random.Random(1), options.lines // options.files
    ruff = shutil.which("ruff") or next(
        (path for path in [os.path.join(os.path.dirname(options.python), "ruff")] if os.access(path, os.X_OK)), None)
    one = {min(os.sched_getaffinity(0))}
    if ruff:
        home = os.path.join(folder, "python")
        os.mkdir(home)
        for index in range(options.files):
            with open(os.path.join(home, f"file{index}.py"), "w") as file:
                file.write(python_file(generator, share))
        version = subprocess.run([ruff, "--version"], capture_output=True, text=True).stdout.strip()
        wall, cpu, memory, text, _ = best(options.times, [ruff, "check", "--no-cache", "--isolated", home], processors=one, expect=(0, 1))
        row(f"{version}: check, its usual rules, 1 processor", lines_below(home), wall, cpu, memory)
        print("  " + " ".join(line for line in text.splitlines()[-2:] if line.startswith("Found")))
    else:
        print("ruff is not installed: ours is measured without it")
    version = subprocess.run([options.python, "-c", "import cedarpy, importlib.metadata as m; print(m.version('cedarpy'))"], capture_output=True, text=True)
    if version.returncode == 0:
        home, schema = os.path.join(folder, "cedar"), os.path.join(folder, "schema.cedarschema")
        os.mkdir(home)
        for index in range(options.files):
            with open(os.path.join(home, f"file{index}.cedar"), "w") as file:
                file.write(cedar_file(generator, share))
        with open(schema, "w") as file:
            file.write(CEDAR_SCHEMA)
        wall, cpu, memory, text = run([options.python, "-c", CEDAR_DRIVER, schema, home], processors=one)
        row(f"cedarpy {version.stdout.strip()}: validate against a schema, 1 processor", lines_below(home), wall, cpu, memory)
        print(f"  {text.strip()} of {options.files} files were not valid.")
    else:
        print("cedarpy is not installed: ours is measured without it")


def machine():
    """What it ran on, in one line without a date or a name."""
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
    return f"{model}, {len(os.sched_getaffinity(0))} processors, {platform.system()} {platform.machine()}; load {os.getloadavg()[0]:.1f}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--lagrum", default=".build/release/lagrum")
    parser.add_argument("--bench", default=".build/release/lagrum-bench")
    parser.add_argument("--files", type=int, default=500)
    parser.add_argument("--lines", type=int, default=1_000_000)
    parser.add_argument("--times", type=int, default=3, help="runs of each; the one with the least CPU time counts")
    parser.add_argument("--python", default=os.environ.get("LAGRUM_BENCH_PYTHON", sys.executable))
    options = parser.parse_args()
    options.lagrum, options.bench = os.path.abspath(options.lagrum), os.path.abspath(options.bench)
    print(f"machine: {machine()}")
    print(f"{'':<58}{'wall s':>9}{'CPU s':>9}{'lines/CPU s':>13}{'peak MB':>9}")
    with tempfile.TemporaryDirectory() as folder:
        ours(options, folder)
        others(options, folder)


if __name__ == "__main__":
    main()
