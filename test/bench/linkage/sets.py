"""The data that linkage is measured on, and what it is measured by.

Each set is read from where it lies and laid down again for a run: the same cells without what gives the
answer away, and the truth in a file of its own, a line a row. So no program can peek.
"""

import csv
import os
import subprocess

# name: files, the column of the truth and how much of it counts, columns that nobody is given
FILES = {
    "fake_1000": (["linkage/splink/fake_1000.csv"], "cluster", None, ["unique_id"]),
    "febrl3": (["linkage/febrl/dataset3.csv"], "rec_id", 2, []),
    "febrl4": (["linkage/febrl/dataset4a.csv", "linkage/febrl/dataset4b.csv"], "rec_id", 2, []),
    "historical_50k": (["linkage/splink/historical_50k.csv"], "cluster", None, ["unique_id"]),
}
# people_100000: made by bench_people; families_100000: with the whole family of everybody
PEOPLE, FAMILIES = "people_", "families_"
SEED = 1


class Set:
    """A set laid down in a folder: `files` for the programs, `truths` for the scoring, `told` with the
    truth as a last column "truth", for parley's own measures."""

    def __init__(self, name, place):
        self.name = name
        self.kind = "people" if name.startswith((PEOPLE, FAMILIES)) else name
        self.files, self.truths, self.told, self.rows = [], [], [], []
        self.place = os.path.join(place, name)


def _without(source, kept, truth, count, number, laid):
    """One file: the columns kept, and the truth."""
    bare = os.path.join(laid.place, f"{number}.csv")
    told = os.path.join(laid.place, f"{number}-told.csv")
    truths = os.path.join(laid.place, f"{number}-truth.txt")
    with open(source, encoding="utf-8", newline="") as text, open(bare, "w", encoding="utf-8", newline="") as out, \
            open(told, "w", encoding="utf-8", newline="") as with_truth, open(truths, "w", encoding="utf-8") as who:
        rows = csv.reader(text)
        header = next(rows)
        names = [name.strip() for name in header]
        at = names.index(truth)
        columns = [k for k, name in enumerate(names) if k != at and name not in kept]
        plain, full = csv.writer(out, lineterminator="\n"), csv.writer(with_truth, lineterminator="\n")
        plain.writerow([header[k] for k in columns])
        full.writerow([header[k] for k in columns] + ["truth"])
        total = 0
        for row in rows:
            person = row[at].strip()
            if count:
                person = "-".join(person.split("-")[:count])
            cells = [row[k] for k in columns]
            plain.writerow(cells)
            full.writerow(cells + [person])
            who.write(person + "\n")
            total += 1
    laid.files.append(bare)
    laid.told.append(told)
    laid.truths.append(truths)
    laid.rows.append(total)


def lay(name, place, data, build):
    """The set of that name, laid down under `place`; None where its data are not here."""
    laid = Set(name, place)
    os.makedirs(laid.place, exist_ok=True)
    if laid.kind == "people":
        made = os.path.join(laid.place, "made.csv")
        maker = os.path.join(build, "bench", "bench_people")
        word, rows = name.split("_")
        subprocess.run([maker, "--seed", str(SEED), "--rows", rows, "--out", made, "--of",
                        "10" if word + "_" == PEOPLE else "1"], check=True)
        _without(made, ["row"], "cluster", None, 0, laid)
        os.remove(made)
        return laid
    files, truth, count, kept = FILES[name]
    paths = [os.path.join(data, path) for path in files]
    if not all(os.path.exists(path) for path in paths):
        return None
    for number, path in enumerate(paths):
        _without(path, kept, truth, count, number, laid)
    return laid
