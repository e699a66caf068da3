#!/usr/bin/python3
"""How well the pairs that parley found agree with the truth.

    score.py PAIRS.json DIR [--ceiling CEILING.json] [--map NAME=LIST]... [--json]
    score.py --selftest

PAIRS.json: a list, or an object whose "pairs" is one, of
    {"a": {"list": ..., "file": ..., "row": N, "reference": ...}, "b": {...}, "standing": "sure" | "queued"}
DIR: what generate.py wrote. A list is known by its name here (ansar-allah-sought), its file, or a
name given with --map. CEILING.json: what ceiling.py --json printed; without it, it is computed.

Recall counts people: someone who is on a sought list and on the list of those who may hold him
counts as found if any pair of his rows was found. Precision counts pairs of rows.
"""

import argparse
import csv
import json
import os
import re
import sys

sys.dont_write_bytecode = True

MAIN = (("ansar-allah-sought", "government-held"), ("government-sought", "ansar-allah-held"))
SIDE = {  # whose people are on a list
    "ansar-allah-sought": "ansar-allah", "government-held": "ansar-allah", "government-held-v2": "ansar-allah",
    "southern-forces-held": "ansar-allah", "government-sought": "government", "abductees-mothers-sought": "government",
    "ansar-allah-held": "government",
}  # fmt: skip


class Truth:
    def __init__(self, rows):
        """rows: of truth.csv."""
        self.person, self.by_reference, self.people = {}, {}, {}
        for row in rows:
            self.person[row["list"], int(row["row"])] = row["person"]
            self.people.setdefault(row["list"], set()).add(row["person"])
            if row["reference"]:
                self.by_reference[row["list"], row["reference"]] = row["person"]

    def of(self, side, names):
        """(list, person) of one side of a pair."""
        # The file says of which version the row number is.
        name = list_of(side["list"] if side["list"] in names else side.get("file") or side["list"], names)
        person = self.person.get((name, side.get("row")))
        if person is None:
            person = self.by_reference.get((name, side.get("reference")))
        if person is None:
            raise ValueError(f"no row {side.get('row')} in the truth of {name}")
        return name, person


def list_of(name, names):
    name = names.get(name, name)
    name = re.sub(r"\.(xlsx|csv)$", "", name.rsplit("/", 1)[-1]).removeprefix("invented-")
    if name not in SIDE:
        raise ValueError(f"unknown list: {name} (say which it is with --map '{name}=LIST')")
    return name


def score(pairs, truth, names):
    """Figures for each sought list against each held list, and for the two main ones together."""
    ece = calibration(pairs, truth, names)
    pairs = [(truth.of(pair["a"], names), truth.of(pair["b"], names), pair["standing"]) for pair in pairs]
    pairs = one_list_of_versions(pairs, truth)
    found = {pairing: new_tally(truth, pairing) for pairing in MAIN}
    others = 0
    for one, two, standing in pairs:
        if one[0].endswith("-held"):
            one, two = two, one
        pairing = one[0], two[0]
        if not one[0].endswith("-sought") or two[0].endswith("-sought") or SIDE[one[0]] != SIDE[two[0]]:
            others += 1
            continue
        tally = found.setdefault(pairing, None) or new_tally(truth, pairing)
        found[pairing] = tally
        add(tally, standing, one[1], two[1])
    total = {"true": 0, "sure": 0, "sure_right": 0, "queued": 0, "found_sure": set(), "found": set()}
    for pairing in MAIN:
        for name, value in found[pairing].items():
            total[name] = total[name] | value if isinstance(value, set) else total[name] + value
    answer = {" x ".join(pairing): figures(tally) for pairing, tally in sorted(found.items())}
    ece = None if ece is None else round(ece, 4)
    return {"main": figures(total), "pairs": answer, "pairs_of_other_lists": others, "ece_of_claims": ece}


def calibration(pairs, truth, names, bins=10, least=0.01, most=0.99):
    """Expected calibration error: pairs of claims in bins of equal mass by probability.

    The mean of |mean probability - share of right pairs|. Pairs of one probability that a bin's edge
    divides go to either side in proportion. None: no such pair, or no probabilities.
    """
    by_probability = {}
    for pair in pairs:
        p = pair.get("probability")
        if p is None or not least <= p <= most or pair.get("kind", "claim") != "claim":
            continue
        right = truth.of(pair["a"], names)[1] == truth.of(pair["b"], names)[1]
        count = by_probability.setdefault(p, [0, 0])
        count[0] += 1
        count[1] += right
    total = sum(count for count, _ in by_probability.values())
    if not total:
        return None
    size = total / bins
    error, filled, sum_p, sum_right = 0.0, 0.0, 0.0, 0.0
    for p, (count, right) in sorted(by_probability.items()):
        left = count
        while left > 0:
            part = min(left, size - filled)
            filled, left = filled + part, left - part
            sum_p, sum_right = sum_p + part * p, sum_right + part * right / count
            if size - filled < 1e-9:
                error, filled, sum_p, sum_right = error + abs(sum_p - sum_right), 0.0, 0.0, 0.0
    return (error + abs(sum_p - sum_right)) / total


def one_list_of_versions(pairs, truth):
    """Where a second version was entered too, the list has the people of that version."""
    newer = {side[0] for pair in pairs for side in pair[:2] if side[0].endswith("-v2")}
    first = {name: name.removesuffix("-v2") for name in newer}
    truth.people |= {first[name]: truth.people[name] for name in newer}

    def named(side):
        return first.get(side[0], side[0]), side[1]

    return [(named(one), named(two), standing) for one, two, standing in pairs]


def new_tally(truth, pairing):
    both = truth.people.get(pairing[0], set()) & truth.people.get(pairing[1], set())
    return {"true": len(both), "sure": 0, "sure_right": 0, "queued": 0, "found_sure": set(), "found": set()}


def add(tally, standing, one, two):
    if standing not in ("sure", "queued"):
        return
    tally[standing] += 1
    if standing == "sure":
        tally["sure_right"] += one == two
    if one == two:
        tally["found"].add(one)
        if standing == "sure":
            tally["found_sure"].add(one)


def figures(tally):
    def share(part, whole):
        return round(part / whole, 4) if whole else None

    return {
        "people_on_both": tally["true"], "sure": tally["sure"], "queued": tally["queued"],
        "precision_of_sure": share(tally["sure_right"], tally["sure"]),
        "wrong_and_sure": tally["sure"] - tally["sure_right"],
        "recall_of_sure": share(len(tally["found_sure"]), tally["true"]),
        "recall_of_sure_and_queued": share(len(tally["found"]), tally["true"]),
    }  # fmt: skip


def read_truth(folder):
    with open(os.path.join(folder, "truth", "truth.csv"), encoding="utf-8", newline="") as file:
        return Truth(csv.DictReader(file))


def print_answer(answer, ceiling):
    for name, found in [*answer["pairs"].items(), ("the two main ones", answer["main"])]:
        print(
            f"{name}: {found['people_on_both']} people on both; sure {found['sure']}, precision "
            f"{text(found['precision_of_sure'])} ({found['wrong_and_sure']} wrong), recall {text(found['recall_of_sure'])}; "
            f"queued {found['queued']}, recall of sure and queued {text(found['recall_of_sure_and_queued'])}"
        )
    if answer["ece_of_claims"] is not None:
        print(f"expected calibration error of claims, of those sure or queued: {answer['ece_of_claims']:.4f}")
    recall = ceiling["recall"]
    print(
        f"ceiling of the error model: recall {recall['best_first_answer']:.4f} with one answer a row, "
        f"{recall['among_five']:.4f} with five, {recall['sure']:.4f} sure at a precision of .995"
    )


def text(share):
    return "-" if share is None else f"{share:.4f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="?", help="- for standard input")
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--ceiling")
    parser.add_argument("--map", action="append", default=[], metavar="NAME=LIST")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--selftest", action="store_true")
    request = parser.parse_args()
    if request.selftest:
        import selftest

        return selftest.run_score()
    if not request.folder:
        parser.error("PAIRS.json and DIR are needed")
    names = dict(item.rsplit("=", 1) for item in request.map)
    with open(0 if request.pairs == "-" else request.pairs, encoding="utf-8") as file:
        pairs = json.load(file)
    if isinstance(pairs, dict):
        pairs = pairs["pairs"]
    try:
        answer = score(pairs, read_truth(request.folder), names)
    except ValueError as error:
        print(f"score.py: {error}", file=sys.stderr)
        return 1
    if request.ceiling:
        with open(request.ceiling, encoding="utf-8") as file:
            ceiling = json.load(file)
    else:
        from ceiling import ceiling as compute

        ceiling = compute(request.folder)
    if request.json:
        print(json.dumps(answer | {"ceiling": ceiling["recall"]}, indent=1))
    else:
        print_answer(answer, ceiling)
    return 0


if __name__ == "__main__":
    sys.exit(main())
