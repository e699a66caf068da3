"""How fast words are compared, beside rapidfuzz, and how long a search among 10^6 names takes."""

import os
import random
import subprocess

import measured

WORDS = 3_000
NAMES, QUERIES = 1_000_000, 200
SCRIPTS = ["arabic", "russian", "hebrew"]


def _lines(words):
    done = subprocess.run(words, stdout=subprocess.PIPE, text=True, check=False)
    return [line.split(": ") for line in done.stdout.splitlines() if ": " in line] if done.returncode == 0 else []


def _compared(build, environment, place):
    """Different family names of invented people, each with each."""
    made, path = os.path.join(place, "people.csv"), os.path.join(place, "words.txt")
    subprocess.run([os.path.join(build, "bench", "bench_people"), "--rows", str(4 * WORDS), "--out", made], check=True)
    with open(made, encoding="ascii") as text:
        words = sorted({line.split(",")[2].strip().lower() for line in text} - {""})[:WORDS]
    with open(path, "w", encoding="ascii") as out:
        out.writelines(f"{word}\n" for word in words)
    found = [("parley", *line) for line in _lines([os.path.join(build, "bench", "bench_distance"), path])]
    if "rapidfuzz" not in environment.lacks and os.path.exists(environment.python):
        here = os.path.dirname(os.path.realpath(__file__))
        peer = [environment.python, os.path.join(here, "peer_names.py"), path]
        found += [("rapidfuzz", *line) for line in _lines(peer)]
    return [f"| {who}, {what} | {speed.split(' (')[0]} |" for who, what, speed in found]


def _pairs(path):
    """Latin words and their forms, of a file "latin TAB n a t i v e TAB count"."""
    with open(path, encoding="utf-8") as text:
        cells = [line.rstrip("\n").split("\t") for line in text]
    return [(row[0], row[1].replace(" ", "")) for row in cells if len(row) > 1]


def _searched(program, data, place):
    """Names of two or three words in three scripts; Latin spellings of some ask for themselves."""
    if subprocess.run([program, "name", "find", "--help"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                      check=False).returncode != 0:
        return ["| parley name find | not there |"]
    paths = [os.path.join(data, "names", f"wd_{script}_64") for script in SCRIPTS]
    if not all(os.path.exists(path) for path in paths):
        return ["| parley name find | no data |"]
    known = [_pairs(path) for path in paths]
    dice = random.Random(1)
    names, queries = os.path.join(place, "names.csv"), []
    with open(names, "w", encoding="utf-8") as out:
        out.write("name\n")
        for k in range(NAMES):
            parts = dice.choices(known[k % len(known)], k=dice.choice([2, 3]))
            out.write(" ".join(native for _, native in parts) + "\n")
            if k < QUERIES:
                queries.append(" ".join(latin for latin, _ in parts))
    took = []
    for count in (1, QUERIES):
        path = os.path.join(place, f"queries-{count}.txt")
        with open(path, "w", encoding="utf-8") as out:
            out.writelines(f"{query}\n" for query in queries[:count])
        log = os.path.join(place, f"found-{count}.txt")
        words = [program, "name", "find", "--queries", path, "--in", names, "--top", "10", "--json"]
        took.append(measured.run(words, log))
        if took[-1].outcome:
            return [f"| parley name find | {took[-1].outcome} |"]
    each = (took[1].cpu - took[0].cpu) / (QUERIES - 1)
    return [f"| parley name find, a name among {NAMES:,} in three scripts | {1000 * each:.2f} ms CPU |",
            f"| the same, reading and indexing them | {took[0].wall:.1f} s, {took[0].cpu:.1f} s CPU, "
            f"{took[0].peak / 1e6:.0f} MB |"]


def table(program, build, data, environment, place):
    lines = ["### Words and names, one thread", "", "| what | |", "|---|---|"]
    return "\n".join(lines + _compared(build, environment, place) + _searched(program, data, place) + [""])
