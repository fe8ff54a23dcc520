#!/usr/bin/env python3
"""Runs `lagrum-bench mst` and the reference synthesiser beside it on the same data, and prints quality and time of both.

usage: compare_mst.py [--bench .build/release/lagrum-bench] [--seeds 3] [--iterations 500] [--python PYTHON]
LAGRUM_BENCH_DATA names a folder with data/adult/{train,holdout}.csv, data/adult/schema.json, evaluate.py, reference_mst.py.
PYTHON (default: this one) is what runs the judge and the reference; where its packages are absent, ours is measured alone.
"""
import argparse, json, os, re, resource, statistics, subprocess, sys, tempfile, time

QUALITY = ["1-way TVD", "2-way TVD", "3-way TVD", "XGBoost AUC"]
TIME = ["wall s", "CPU s"]


def run(command, folder=None):
    """Output, wall and CPU seconds of a command and its children."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command[:3])} … failed:\n{done.stderr[-2000:]}")
    return done.stdout, wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def has(python, packages):
    return subprocess.run([python, "-c", "import " + ", ".join(packages)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def judge(python, data, synthetic):
    adult = os.path.join(data, "data", "adult")
    text, _, _ = run([python, os.path.join(data, "evaluate.py"), "--real-train", os.path.join(adult, "train.csv"),
                      "--real-holdout", os.path.join(adult, "holdout.csv"), "--schema", os.path.join(adult, "schema.json"),
                      "--synth", synthetic, "--target", "income", "--protected", "sex", "--skip", "sdmetrics,anonymeter,dcr"])
    result = json.loads(text)
    fidelity = result["fidelity"]
    return [fidelity["tvd1_mean"], fidelity["tvd2_mean"], fidelity["tvd3_mean"], result["ml"]["xgb_tstr_auc"]]


def ours(bench, data, seed, out):
    """Wall and CPU seconds of learning (counting included) and sampling the coded rows."""
    adult = os.path.join(data, "data", "adult")
    text, _, _ = run([bench, "mst", "--csv", os.path.join(adult, "train.csv"), "--schema", os.path.join(adult, "schema.json"),
                      "--epsilon", "1", "--delta", "1e-9", "--seed", str(seed), "--rows", "48842", "--out", out])
    figures = json.loads(text)
    stages = {stage["name"]: stage for stage in figures["stages"]}
    return [sum(stages[name][key] for name in ("learn", "sample")) for key in ("seconds", "cpuSeconds")], figures["peakMegabytes"]


def reference(python, data, seed, iterations, out):
    """The same of the reference: its own laps of inference and sampling; counting, choice and noise count too."""
    text, _, _ = run([python, "reference_mst.py", "39074", "1.0", str(seed), out, str(iterations)], folder=data)
    stages = json.loads(text.strip().splitlines()[-1])["stages"]
    return [sum(lap[part] for lap in stages.values()) for part in (0, 1)], json.loads(text.strip().splitlines()[-1])["peak_rss_mb"]


def show(name, rows, peak):
    mean = [statistics.mean(column) for column in zip(*rows)]
    quality = "".join(f"{value:>13.4f}" for value in mean[:-2]) if len(mean) > 2 else " " * 13 * len(QUALITY)
    print(f"{name:<28}{quality}{mean[-2]:>10.3f}{mean[-1]:>10.3f}{peak:>10.0f}")
    return mean


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bench", default=".build/release/lagrum-bench")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--iterations", type=int, default=500)
    parser.add_argument("--python", default=os.environ.get("LAGRUM_BENCH_PYTHON", sys.executable))
    options = parser.parse_args()
    data = os.environ.get("LAGRUM_BENCH_DATA")
    if not data or not os.path.exists(os.path.join(data, "data", "adult", "train.csv")):
        print("skipped: LAGRUM_BENCH_DATA names no folder with data/adult/train.csv")
        return
    data, bench = os.path.abspath(data), os.path.abspath(options.bench)
    can_judge = os.path.exists(os.path.join(data, "evaluate.py")) and has(options.python, ["numpy", "pandas", "sklearn", "xgboost"])
    can_compare = os.path.exists(os.path.join(data, "reference_mst.py")) and has(options.python, ["mbi", "jax", "networkx", "numpy", "pandas"])
    if not can_judge:
        print("quality is not judged: evaluate.py or its packages (numpy, pandas, scikit-learn, xgboost) are absent")
    if not can_compare:
        print("ours alone: reference_mst.py or its packages (mbi, jax, networkx, numpy, pandas) are absent")
    print(f"Adult, 15 columns, ε = 1, δ = 1e-9, 48842 rows drawn, mean of {options.seeds} seeds; learning and sampling, files and start-up apart; load {os.getloadavg()[0]:.1f}")
    print(f"{'':<28}" + "".join(f"{name:>13}" for name in QUALITY) + "".join(f"{name:>10}" for name in TIME) + f"{'peak MB':>10}")
    means = []
    with tempfile.TemporaryDirectory() as folder:
        systems = [("lagrum mst", lambda seed, out: ours(bench, data, seed, out))]
        if can_compare:
            systems.append((f"reference, {options.iterations} iterations",
                            lambda seed, out: reference(options.python, data, seed, options.iterations, out)))
        for name, learn in systems:
            rows, peak = [], 0
            for seed in range(options.seeds):
                out = os.path.join(folder, re.sub(r"\W", "_", name) + f"_{seed}.csv")
                cost, megabytes = learn(seed, out)
                peak = max(peak, megabytes)
                rows.append((judge(options.python, data, out) if can_judge else []) + cost)
            means.append(show(name, rows, peak))
    if len(means) == 2:
        print(f"the reference takes {means[1][-2] / means[0][-2]:.0f} × the wall time and {means[1][-1] / means[0][-1]:.0f} × the CPU time")


if __name__ == "__main__":
    main()
