"""Tests of generate.py, ceiling.py and score.py, at a small scale. Each run_... returns 0 if all is well."""

import contextlib
import csv
import filecmp
import io
import itertools
import json
import os
import tempfile

import ceiling
import generate
import model
import score
import xlsx
from draw import Draw
from lists import FILES, LAYOUTS
from records import read_file

SCALE = 0.02
RATES = {  # at least, at this scale with some slack
    "spelling": 0.40, "father_missing": 0.12, "grandfather_missing": 0.36, "year_off_or_missing": 0.22,
    "swapped": 0.03, "duplicate": 0.02, "people_with_a_namesake": 0.01,
}  # fmt: skip
HIDDEN = ("alias_beside_name", "unit", "rank", "detention", "health", "contact")


class Checks:
    def __init__(self):
        self.failed = self.passed = 0

    def that(self, holds, what):
        self.passed += bool(holds)
        if not holds:
            self.failed += 1
            print("not so: " + what)

    def end(self):
        print(f"{self.passed} checks passed, {self.failed} failed")
        return 1 if self.failed else 0


def run():
    checks = Checks()
    with tempfile.TemporaryDirectory() as folder:
        one, two, other = (os.path.join(folder, name) for name in ("one", "two", "other"))
        world = generate.generate(7, SCALE, one)
        generate.generate(7, SCALE, two)
        generate.generate(8, SCALE, other)
        check_bytes(checks, one, two, other)
        check_counts(checks, world)
        check_rows(checks, one)
        check_hidden(checks, one)
    check_weights(checks)
    return checks.end()


def check_bytes(checks, one, two, other):
    for part in ("lists", "truth"):
        for name in sorted(os.listdir(os.path.join(one, part))):
            path = os.path.join(part, name)
            checks.that(filecmp.cmp(os.path.join(one, path), os.path.join(two, path), shallow=False), f"{path} is the same again")
            checks.that(not filecmp.cmp(os.path.join(one, path), os.path.join(other, path), shallow=False), f"{path} differs by seed")


def check_counts(checks, world):
    counts = generate.counts(world)
    for side, number in model.SOUGHT.items():
        rows = counts["lists"][f"{side}-sought"]["rows"]
        checks.that(rows == round(number * SCALE), f"rows sought by {side}")
        checks.that(rows > counts["lists"][f"{side}-sought"]["people"], f"duplicates among those sought by {side}")
    checks.that(counts["women_sought"] == sum(round(n * SCALE) for n in model.WOMEN.values()), "number of women")
    checks.that(counts["children_sought"] >= sum(round(n * SCALE) for n in model.CHILDREN.values()), "number of children")
    together = [row for side in model.SOUGHT for row in world.rows[f"{side}-sought"]]
    for name, least in RATES.items():
        rate = generate.rates(together)[name]
        checks.that(rate >= least, f"rate of {name} is {rate}, not {least}")
    states = {row.person.state for row in together}
    checks.that(states == {"held", "died", "transferred", "released", "never-held"}, "all states occur")


def check_rows(checks, folder):
    """Each row of the truth is where it says, and no other row holds anything."""
    truth = {}
    with open(os.path.join(folder, "truth", "truth.csv"), encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            truth.setdefault(row["list"], {})[int(row["row"])] = row["reference"]
    for name, (file, _, cells, _, _) in FILES.items():
        layout = LAYOUTS[name.removesuffix("-v2")]
        at = [what for _, what in layout].index("reference")
        found = dict(read_file(name, os.path.join(folder, "lists", file)))
        rows = {number: row for number, row in found.items() if any(row)}
        header = 4 if cells else 1
        checks.that(list(found[header]) == [text for text, _ in layout], f"header of {name}")
        body = {number: row for number, row in rows.items() if number > header}
        checks.that({n: row[at] for n, row in body.items()} == truth[name], f"rows and references of {name}")
    errors = json.load(open(os.path.join(folder, "truth", "errors.json"), encoding="utf-8"))
    checks.that({(e["list"], e["row"]) for e in errors} == {(n, r) for n in truth for r in truth[n]}, "errors of every row")


def check_hidden(checks, folder):
    """What must stay at the desk is found by a search for its bytes: it stands in no other column."""
    hidden, other = {}, []
    for name, (file, *_) in FILES.items():
        layout = [what for _, what in LAYOUTS[name.removesuffix("-v2")]]
        rows = list(read_file(name, os.path.join(folder, "lists", file)))
        for _, row in rows[1:]:
            for what, text in zip(layout, row):
                if what in HIDDEN and text and text not in [header for header, _ in LAYOUTS[name.removesuffix("-v2")]]:
                    hidden.setdefault(text, what)
                elif text:
                    other.append(text)
    joined = "\n".join(other)
    checks.that(set(hidden.values()) == set(HIDDEN), "each hidden field occurs")
    for text, what in hidden.items():
        checks.that(text not in joined, f"a value of {what} stands in another column")
        checks.that(len(text) >= 6, f"a value of {what} is too short to search for")


def check_weights(checks):
    """Distributions are what they say."""
    draw, weighted = Draw("weights"), model.Weighted([("a", 1), ("b", 3)])
    drawn = [weighted.draw(draw) for _ in range(4000)]
    checks.that(abs(drawn.count("b") / 4000 - 0.75) < 0.03, "weighted draws")
    for year, shifts in model.YEAR_SHIFT.items():
        checks.that(year not in shifts.share, f"a year that is off is not {year}")


def run_ceiling():
    checks = Checks()
    check_marginals(checks)
    check_ratios(checks)
    with tempfile.TemporaryDirectory() as folder:
        generate.generate(7, 0.05, folder)
        answer = ceiling.ceiling(folder)
    for name, found in answer["pairs"].items():
        n = found["true_pairs"]
        checks.that(0.9 * n <= found["first"] <= found["few"] <= n, f"{name}: order of the ceilings")
    checks.that(answer["recall"]["sure"] <= answer["recall"]["among_five"] <= 1, "order of the ceilings together")
    return checks.end()


def check_marginals(checks):
    """Against the sum over all matchings: exact on trees, near on small graphs with cycles."""
    draw = Draw("marginals")
    for trial in range(40):
        tree = trial % 2 == 0
        pairs = [(0, 0), (0, 1), (1, 1), (2, 1), (2, 2)] if tree else list(itertools.product(range(3), range(3)))
        edges = {pair: 10 ** (3 * draw.unit() - 1.5) for pair in pairs}
        if not tree:  # as in the lists: one strong pair a row, weaker rivals
            edges = {(s, h): w * (300 if s == h else 1) for (s, h), w in edges.items()}
        exact, near = all_matchings(edges), ceiling.marginals(edges, 50)
        worst = max(abs(exact[pair] - near[pair]) for pair in pairs)
        checks.that(worst < (1e-9 if tree else 0.05), f"marginals, trial {trial}: off by {worst:.4f}")


def all_matchings(edges):
    total, through = 0.0, dict.fromkeys(edges, 0.0)
    for size in range(4):
        for chosen in itertools.combinations(sorted(edges), size):
            if len({s for s, _ in chosen}) == len({h for _, h in chosen}) == size:
                weight = 1.0
                for pair in chosen:
                    weight *= edges[pair]
                total += weight
                for pair in chosen:
                    through[pair] += weight
    return {pair: weight / total for pair, weight in through.items()}


def check_ratios(checks):
    """A ratio's mean over pairs of strangers is 1: checked where the sum is finite."""
    import bayes

    same, _ = bayes.year_tables()
    child = {model.YEAR - age: p * 0.021 for age, p in model.CHILD_AGE.share.items()}
    alone = {}
    for year, p in [*child.items(), *((model.YEAR - a, q * 0.979) for a, q in model.ADULT_AGE.share.items())]:
        alone[year] = alone.get(year, 0) + p * (1 - model.YEAR_OFF)
        for other, q in model.YEAR_SHIFT[year].share.items():
            alone[other] = alone.get(other, 0) + p * model.YEAR_OFF * q
    mean = sum(alone[a] * alone[b] * ratio for (a, b), ratio in same.items())
    checks.that(abs(mean - 1) < 1e-6, f"years: mean ratio {mean}")
    dates = [(day, month) for month in range(1, 13) for day in range(1, 32) if bayes.is_day((day, month))]
    total = sum(bayes.of_all(date) for date in dates)
    checks.that(abs(total - 1) < 1e-9, f"dates of birth: shares sum to {total}")
    odds = bayes.Odds(model.Words(), "ansar-allah", "ansar-allah-sought", "government-held", 1000)
    for one in ((1, 1), (3, 4), (25, 12), (7, 7)):
        mean = sum(bayes.of_all(two) * odds.day_month(one, two) for two in dates)
        checks.that(abs(mean - 1) < 1e-9, f"days of birth: mean ratio {mean}")


def run_score():
    """Against counting by hand, on random pairs of a tiny case."""
    checks = Checks()
    rows, pairs = tiny_case(Draw("score"))
    truth = score.Truth(rows)
    answer = score.score(pairs, truth, {"their list": "government-held"})
    person = {(r["list"], r["row"]): r["person"] for r in rows}
    right = wrong = 0
    found, found_sure = set(), set()
    for pair in pairs:
        a, b = (("government-held" if s["list"] == "their list" else s["list"], s["row"]) for s in (pair["a"], pair["b"]))
        if {a[0], b[0]} != {"ansar-allah-sought", "government-held"}:
            continue
        if person[a] == person[b] and pair["standing"] != "unlikely":
            found.add(person[a])
        if pair["standing"] == "sure":
            right, wrong = right + (person[a] == person[b]), wrong + (person[a] != person[b])
            if person[a] == person[b]:
                found_sure.add(person[a])
    both = 0
    for name in sorted(set(person.values())):
        both += all(any(p == name and place[0] == which for place, p in person.items()) for which in score.MAIN[0])
    main = answer["main"]
    checks.that(right > 5 and wrong > 5 and found != found_sure, "the case tells apart what it should")
    checks.that(main["people_on_both"] == both, "people on both lists")
    checks.that(main["sure"] == right + wrong and main["wrong_and_sure"] == wrong, "sure pairs")
    checks.that(main["precision_of_sure"] == round(right / (right + wrong), 4), "precision")
    checks.that(main["recall_of_sure"] == round(len(found_sure) / both, 4), "recall of sure")
    checks.that(main["recall_of_sure_and_queued"] == round(len(found) / both, 4), "recall of both")
    check_calibration(checks, pairs, truth)
    return checks.end()


def check_calibration(checks, pairs, truth):
    """Against ten copies of each pair, of which each bin takes as many as there are pairs."""
    draw, names = Draw("calibration"), {"their list": "government-held"}
    told = [dict(pair, probability=(1 + draw.below(110)) / 100) for pair in pairs]
    copies, shares = [], {}
    for pair in told:
        if 0.01 <= pair["probability"] <= 0.99:
            right = truth.of(pair["a"], names)[1] == truth.of(pair["b"], names)[1]
            shares.setdefault(pair["probability"], []).append(right)
    for p, rights in sorted(shares.items()):
        copies += [(p, sum(rights) / len(rights))] * (10 * len(rights))
    size = len(copies) // 10
    bins = [copies[at * size : (at + 1) * size] for at in range(10)]
    naive = sum(abs(sum(p - right for p, right in one)) for one in bins) / len(copies)
    found = score.calibration(told, truth, names)
    checks.that(size > 50 and abs(found - naive) < 1e-9, f"calibration is {found}, by hand {naive}")
    checks.that(score.calibration(pairs, truth, names) is None, "no probabilities, no calibration")


def tiny_case(draw):
    rows = [
        {"list": name, "row": at, "reference": f"{name[0]}{at}", "person": f"P{draw.below(60)}"}
        for name in ("ansar-allah-sought", "government-held") for at in range(2, 62)
    ]  # fmt: skip
    pairs = []
    for one in rows:
        for two in rows:
            if draw.chance(0.45 if one["person"] == two["person"] else 0.02):
                a, b = ({"list": r["list"], "row": r["row"]} for r in (one, two))
                b["list"] = "their list" if b["list"] == "government-held" else b["list"]
                pairs.append({"a": a, "b": b, "standing": draw.pick(("sure", "queued", "unlikely"))})
    return rows, pairs
