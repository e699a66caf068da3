#!/usr/bin/python3
"""parley and other programs find the same people in the same files, in one run: ./dev bench linkage.

usage: linkage_bench.py [--quick | --large] [--runs N] [--sets A,B] [--programs A,B] [--out FILE.json] [--svg FILE]
       linkage_bench.py --selftest

Each program runs in a process of its own, one after the other, the round again for each run; printed are medians
of the clock, of the processor's time and of the greatest memory, as the kernel tells them. All are given the same
files, without what gives the answer away, and say which pairs are one person with what odds; one program
(bench_score) counts them all the same way: pairs, connected components, parley's groups (of the others' odds too),
and between two files a one-to-one assignment; at the threshold that a program is made for, and at the one that is
best by the truth, which nobody has. "wrong+missed" stands behind each F1. parley is also checked: without the truth
before it it gives the same pairs, and its own measures (--truth) are those of bench_score.

--quick: each set once, no 10^7 (8 minutes). --large: 10^7 rows as well, parley alone. Default: 5 runs of the small
sets, 3 of the others. PARLEY: the program. PARLEY_DATA: where the data lie; what is not there is left out. The others
are installed from PyPI into build/bench-venv; which is not there is said, and the rest runs.
"""

import argparse
import filecmp
import json
import os
import statistics
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "linkage"))

import measured  # noqa: E402
import names_speed  # noqa: E402
import parley  # noqa: E402
import peers  # noqa: E402
import report  # noqa: E402
import selftest  # noqa: E402
import sets  # noqa: E402

HERE = os.path.dirname(os.path.realpath(__file__))
SOURCE = os.environ.get("PARLEY_SOURCE", os.path.dirname(os.path.dirname(HERE)))
BUILD = os.environ.get("PARLEY_BUILD", os.path.join(SOURCE, "build/release"))
PROGRAM = os.environ.get("PARLEY", os.path.join(BUILD, "parley"))
DATA = os.environ.get("PARLEY_DATA", os.path.join(os.path.dirname(SOURCE), "shared/data"))
SMALL = ["fake_1000", "febrl3", "febrl4", "historical_50k"]
PEOPLE = ["people_10000", "people_100000", "families_100000", "people_1000000"]
LARGE = "people_10000000"
NAMES = "names"


def say(text):
    print(f"-- {text}", file=sys.stderr, flush=True)


class Program:
    """One of those that are measured on a set: how it is run, and what came of it."""

    def __init__(self, name, laid, environment, options=()):
        self.name, self.laid, self.environment, self.options = name, laid, environment, list(options)
        word = "-".join([name.split(" ")[0], *[option.strip("-") for option in options]])
        self.out = os.path.join(laid.place, word + ".csv")
        self.log = os.path.join(laid.place, word + ".log")
        self.raw = os.path.join(laid.place, word + "-pairs.csv")
        self.clusters = os.path.join(laid.place, word + "-clusters.csv")
        self.groups = os.path.join(laid.place, word + "-groups.txt")
        self.taken, self.outcome = [], ""
        self.is_parley = name.startswith("parley")

    def words(self):
        if self.is_parley:
            return parley.command(PROGRAM, self.laid, self.options, self.raw, self.clusters)
        job = {"kind": self.laid.kind, "files": self.laid.files, "rows": sum(self.laid.rows), "out": self.out}
        return [self.environment.python, os.path.join(HERE, "linkage", f"peer_{self.name}.py"), json.dumps(job)]

    def run(self):
        if self.outcome:
            return
        taken = measured.run(self.words(), self.log, seconds=20 * 60)
        self.outcome = taken.outcome
        self.taken.append(taken)

    def result(self):
        entry = {"name": self.title(), "outcome": self.outcome, "runs": [each.as_dict() for each in self.taken]}
        if self.outcome:
            return entry
        middle = [{key: each[key] for key in ("wall", "cpu", "peak_mb")} for each in entry["runs"]]
        entry["took"] = {key: statistics.median(each[key] for each in middle) for key in ("wall", "cpu", "peak_mb")}
        entry["score"] = self.score()
        if self.is_parley:
            entry["own"] = entry["score"]["own"]
        elif os.path.exists(self.out + ".json"):
            with open(self.out + ".json", encoding="utf-8") as text:
                entry["about"] = json.load(text)
        return entry

    def title(self):
        if self.is_parley:
            return self.name
        return f"{self.name} {peers.version(self.name)}"

    def score(self):
        words = [os.path.join(BUILD, "bench", "bench_score"), "--truth", self.laid.truths[0], "--pairs", self.out]
        if len(self.laid.truths) == 2:
            words += ["--truth-b", self.laid.truths[1]]
        if self.is_parley:
            parley.convert(self.raw, self.clusters, self.laid, parley.answer(self.log), self.out, self.groups)
            words += ["--groups", self.groups]
        else:
            words += ["--threshold", str(peers.PEERS[self.name][1])]
        return json.loads(subprocess.run(words, stdout=subprocess.PIPE, check=True).stdout)


def checked(program, scored):
    """parley once more, with the truth before it: "" where it finds the same, and measures the same."""
    laid = program.laid
    pairs, clusters = program.raw + ".told", program.clusters + ".told"
    log = program.log + ".told"
    taken = measured.run(parley.command(PROGRAM, laid, program.options, pairs, clusters, told=True), log)
    if taken.outcome:
        return taken.outcome, {}
    said = parley.answer(log)
    figures = {key: said[key] for key in ("pair", "cluster", "blocking_recall", "ece", "brier", "candidates")}
    if not filecmp.cmp(pairs, program.raw, shallow=False) or not filecmp.cmp(clusters, program.clusters, shallow=False):
        return "it finds other pairs when it has the truth before it", figures
    for key, mine in (("pair", scored["given"]["pair"]), ("cluster", scored["own"])):
        if any(said[key][what] != mine[what] for what in ("right", "wrong", "missed")):
            return f"its own measure differs: {key} {said[key]}, here {mine}", figures
    return "", figures


def programs_on(laid, wanted, environment):
    found = []
    if "parley" in wanted:
        options = [["--one-to-one"], ["--many-to-many"]] if len(laid.files) == 2 else [[]]
        found += [Program(" ".join(["parley", *each]), laid, environment, each) for each in options]
    for name, (_, _, on) in peers.PEERS.items():
        if name in wanted and laid.name in on:
            found.append(Program(name, laid, environment))
            found[-1].outcome = "not here: " + environment.lacks[name] if name in environment.lacks else ""
    return found


def measure(name, wanted, environment, place, runs):
    """One set: an entry of the report, None where its data are not here."""
    laid = sets.lay(name, place, DATA, BUILD)
    if laid is None:
        say(f"{name}: left out, no data in {DATA}")
        return None
    found = programs_on(laid, wanted, environment)
    for run in range(runs):
        for program in found:
            # What takes minutes is not run over and over.
            if run > 0 and (program.name == "nomenklatura" or sum(each.wall for each in program.taken) > 600):
                continue
            program.run()
            if not program.outcome:
                say(f"{name} {program.name}: {program.taken[-1].wall:.1f} s")
    entry = {"set": name, "rows": sum(laid.rows), "true": 0, "programs": [], "checks": []}
    for program in found:
        result = program.result()
        entry["programs"].append(result)
        if "score" not in result:
            say(f"{name} {program.name}: {program.outcome}")
            continue
        entry["true"] = result["score"]["true"]
        if program.is_parley and sum(laid.rows) <= 2_000_000:
            problem, result["measures"] = checked(program, result["score"])
            if problem:
                entry["checks"].append(f"{program.name}: {problem}")
    return entry


def print_entry(entry):
    print(report.table_of(entry))
    for row in entry["programs"]:
        if "own" in row:
            more = row.get("measures", {})
            told = "".join(f"; {key.replace('_', ' ')} {more[key]}" for key in ("blocking_recall", "ece", "brier")
                           if more)
            print(f"{row['name']}: its own groups {report.counted(row['own'])}{told}\n")
    for problem in entry["checks"]:
        print(f"CHECK FAILED: {problem}\n")
    sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--runs", type=int)
    parser.add_argument("--sets", help="among others names (their speed)")
    parser.add_argument("--programs", default=",".join(["parley", *peers.PEERS]))
    parser.add_argument("--out")
    parser.add_argument("--svg")
    parser.add_argument("--selftest", action="store_true")
    options = parser.parse_args()
    if options.selftest:
        return selftest.run(BUILD, PROGRAM)
    wanted = options.programs.split(",")
    names = options.sets.split(",") if options.sets else SMALL + PEOPLE + ([LARGE] if options.large else []) + [NAMES]
    environment = peers.Environment(os.path.join(SOURCE, "build", "bench-venv"))
    environment.make([name for name in wanted if name in peers.PEERS], say)
    print(f"{report.machine()}; parley {parley.version(PROGRAM)}\n")
    found = []
    with tempfile.TemporaryDirectory(prefix="parley-bench-") as place:
        if NAMES in names:
            names.remove(NAMES)
            print(names_speed.table(PROGRAM, BUILD, DATA, environment, place), flush=True)
        for name in names:
            small = name in SMALL or name == "people_10000"
            runs = options.runs or (1 if options.quick or name == LARGE else 5 if small else 3)
            entry = measure(name, wanted if name != LARGE else ["parley"], environment, place, runs)
            if entry:
                found.append(entry)
                print_entry(entry)
    points = [(row["name"].split(" ")[0], entry["rows"], row["took"]) for entry in found for row in entry["programs"]
              if entry["set"].startswith(sets.PEOPLE) and "took" in row]
    if points:
        print(report.growth(sorted(points, key=lambda each: (each[0] != "parley", each[0], each[1]))))
    if options.svg and points:
        with open(options.svg, "w", encoding="utf-8") as out:
            out.write(report.picture(points))
    if options.out:
        with open(options.out, "w", encoding="utf-8") as out:
            json.dump({"machine": report.machine(), "parley": parley.version(PROGRAM), "sets": found}, out, indent=1)
    return 1 if any(entry["checks"] for entry in found) else 0


if __name__ == "__main__":
    sys.exit(main())
