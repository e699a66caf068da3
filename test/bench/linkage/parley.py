"""parley as one of those that are measured: its command, and its files in the form of the others."""

import csv
import itertools
import json
import math
import statistics
import subprocess
import sys


def command(program, laid, options, pairs, groups, told=False):
    words = [program, "link", *(laid.told if told else laid.files), "--json", "--threads", "2", "--pairs", pairs,
             "--clusters", groups, *options]
    return words + (["--truth", "truth"] if told else [])


def answer(log):
    """The object that it printed."""
    with open(log, encoding="utf-8") as text:
        return json.load(text)


def _prior(rows):
    """What is added to the bits of a pair to make its odds; None where that differs from pair to pair."""
    added = []
    for row in rows:
        p = float(row["probability"])
        if .05 <= p <= .95:
            added.append(math.log2(p / (1 - p)) - float(row["bits"]))
    if not added:
        return None
    middle = statistics.median(added)
    return middle if all(abs(each - middle) < .01 for each in added) else None


def odds(p, told, prior):
    """log2 of the odds: from the probability, or where that has too few digits from the bits."""
    if .001 < p < .999 or prior is None:
        p = min(max(p, 1e-9), 1 - 1e-9)
        return math.log2(p / (1 - p))
    return told + prior


def _write_pairs(path, out, header_rows):
    """Its file of pairs as "a,b,bits"."""
    with open(path, encoding="utf-8", newline="") as text:
        prior = _prior(itertools.islice(csv.DictReader(text), 500_000))
    with open(path, encoding="utf-8", newline="") as text, open(out, "w", encoding="ascii") as lines:
        rows = csv.reader(text)
        at = {name: k for k, name in enumerate(next(rows))}
        file_a, row_a, file_b, row_b = at["file_a"], at["row_a"], at["file_b"], at["row_b"]
        p, told = at["probability"], at["bits"]
        for row in rows:
            a = int(row[row_a]) - header_rows[int(row[file_a]) - 1] - 1
            b = int(row[row_b]) - header_rows[int(row[file_b]) - 1] - 1
            lines.write(f"{a},{b},{odds(float(row[p]), float(row[told]), prior):.6f}\n")


def _write_groups(path, out, rows_of, header_rows):
    """Its file of clusters as a line a row, the second file's rows after the first's."""
    numbers = ["?"] * sum(rows_of)
    with open(path, encoding="utf-8", newline="") as text:
        rows = csv.reader(text)
        next(rows)
        for group, which, row, *_ in rows:
            numbers[(int(which) - 1) * rows_of[0] + int(row) - header_rows[int(which) - 1] - 1] = group
    with open(out, "w", encoding="ascii") as lines:
        lines.writelines(f"{number}\n" for number in numbers)


def convert(pairs, groups, laid, said, out_pairs, out_groups):
    """Both files. In a process of its own: what the kernel says of the memory of a measured program
    begins with what its parent has."""
    header_rows = [file["header_row"] for file in said["files"]]
    job = json.dumps([pairs, groups, out_pairs, out_groups, laid.rows, header_rows])
    subprocess.run([sys.executable, __file__, job], check=True)


def version(program):
    done = subprocess.run([program, "--version"], stdout=subprocess.PIPE, text=True, check=False)
    return done.stdout.split("\n")[0].split(" ")[-1] if done.returncode == 0 else "?"


if __name__ == "__main__":
    PAIRS, GROUPS, OUT_PAIRS, OUT_GROUPS, ROWS, HEADERS = json.loads(sys.argv[1])
    _write_pairs(PAIRS, OUT_PAIRS, HEADERS)
    _write_groups(GROUPS, OUT_GROUPS, ROWS, HEADERS)
