#!/usr/bin/python3
"""How well any program could link the lists, by the error model that made them.

    ceiling.py DIR [--json]      DIR: what generate.py wrote
    ceiling.py --selftest

What is printed, for each sought list against the held lists of those who may hold its people:
  best first answer   true pairs whose held row is the likeliest for its sought row
  among five          true pairs whose held row is among the five likeliest
  sure                true pairs in the longest list, most probable first, of which 99.5% are right
"""

import argparse
import csv
import json
import os
import sys

sys.dont_write_bytecode = True

import model
from bayes import Odds, read_row

MAIN = (("ansar-allah-sought", "government-held"), ("government-sought", "ansar-allah-held"))
OTHERS = (("ansar-allah-sought", "southern-forces-held"), ("abductees-mothers-sought", "ansar-allah-held"))
SIDE = {"ansar-allah-sought": "ansar-allah", "government-sought": "government", "abductees-mothers-sought": "government"}
PRECISION = 0.995
FEW = 5
LEAST = 1e-4  # a pair's odds; below it, left out
SAMPLE = 400
NEARLY = 1 + 1e-9
# A row's pairs share one of these.
KEYS = (
    ("given", "father"), ("given", "grandfather"), ("given", "family"), ("father", "grandfather"),
    ("father", "family"), ("grandfather", "family"), ("kunya", "epithet"), ("document",), ("service",),
    ("mother", "mother_father"), ("year", "day_month"), ("given", "day_month"), ("family", "day_month"),
    ("kunya", "home"), ("captured", "day_month"), ("captured", "given", "home"), ("captured", "family"),
)  # fmt: skip
# Or one of these, if one of the two gives no name but a nom de guerre.
NAMELESS_KEYS = (("day_month",), ("captured",), ("kunya",), ("year", "home"), ("month", "front"), ("month", "home"))


def read_lists(folder, words):
    """{list: rows}, one row a person: the first; and {list: people with several rows}."""
    with open(os.path.join(folder, "truth", "truth.csv"), encoding="utf-8", newline="") as file:
        people = {(r["list"], r["row"]): r["person"] for r in csv.DictReader(file)}
    governorate = {d: o for o, districts in words.districts.items() for d in districts}
    rows, several, known = {}, {}, set()
    with open(os.path.join(folder, "truth", "observed.csv"), encoding="utf-8", newline="") as file:
        for columns in csv.DictReader(file):
            name = columns["list"]
            if name.endswith("-v2"):
                continue
            person = people[name, columns["row"]]
            if (name, person) in known:
                several.setdefault(name, set()).add(person)
                continue
            known.add((name, person))
            row = read_row(columns, governorate)
            row.person = person
            rows.setdefault(name, []).append(row)
    return rows, several


def candidates(sought, held):
    """Pairs (index, index) that share a key."""
    pairs = set()
    everyone = (range(len(sought)), range(len(held)))
    nameless = [[at for at, row in enumerate(side) if row.given is None] for side in (sought, held)]
    for keys, s_rows, h_rows in (
        (KEYS, *everyone), (NAMELESS_KEYS, nameless[0], everyone[1]), (NAMELESS_KEYS, everyone[0], nameless[1]),
    ):  # fmt: skip
        for names in keys:
            places = {}
            for at in h_rows:
                places.setdefault(key_of(held[at], names), []).append(at)
            places.pop(None, None)
            for at in s_rows:
                pairs.update((at, other) for other in places.get(key_of(sought[at], names), ()))
    return pairs


def key_of(row, names):
    key = tuple(getattr(row, name) for name in names)
    return None if None in key or "" in key else key


def marginals(edges, rounds=8):
    """Probabilities of the edges of a random matching. edges: {(s, h): weight}; exact on trees.

    The weight of a matching is the product of its edges' weights (belief propagation).
    """
    forth = dict.fromkeys(edges, 0.0)  # from s to h: the odds of the edge, h's other edges left out
    back = {key: weight for key, weight in edges.items()}
    for _ in range(rounds):
        at_s = {}
        for (s, _), odds in back.items():
            at_s[s] = at_s.get(s, 0.0) + odds
        forth = {(s, h): w / (1 + max(0.0, at_s[s] - back[s, h])) for (s, h), w in edges.items()}
        at_h = {}
        for (_, h), odds in forth.items():
            at_h[h] = at_h.get(h, 0.0) + odds
        back = {(s, h): w / (1 + max(0.0, at_h[h] - forth[s, h])) for (s, h), w in edges.items()}
    at_s = {}
    for (s, _), odds in back.items():
        at_s[s] = at_s.get(s, 0.0) + odds
    return {(s, h): odds / (1 + at_s[s]) for (s, h), odds in back.items()}


def linked(sought_name, held_name, rows, several, words):
    """Counts for one pair of lists."""
    sought, held = rows[sought_name], rows[held_name]
    by_person = {row.person: at for at, row in enumerate(held)}
    truth = {at: by_person[row.person] for at, row in enumerate(sought) if row.person in by_person}
    people = len({row.person for row in sought} | set(by_person))
    odds = Odds(words, SIDE[sought_name], sought_name, held_name, people)
    s_free, h_free = (max(1 - len(truth) / len(side), 0.02) for side in (sought, held))
    prior = len(truth) / len(sought) / len(held) / (s_free * h_free)
    edges = {}
    weighed = candidates(sought, held)
    # Pairs that share no key are held against some rows only, evenly taken.
    missed = dict(set(truth.items()).difference(weighed))
    step = max(1, len(held) // SAMPLE)
    weighed.update(missed.items(), ((s, h) for s in missed for h in range(0, len(held), step)))
    for s, h in sorted(weighed):
        weight = prior * odds.ratio(sought[s], held[h])
        if weight > LEAST or s in missed:
            edges[s, h] = weight
    probable = marginals(edges)
    ranked = {}
    for (s, h), p in probable.items():
        ranked.setdefault(s, []).append((-p, h))
    twice = several.get(sought_name, set()) | several.get(held_name, set())
    easy = {s for s in truth if sought[s].person in twice}
    first, few = 0.0, 0.0
    for s, h in truth.items():
        if s in easy:
            # Two rows say more than one does: counted as found.
            first, few = first + 1, few + 1
            continue
        p = probable.get((s, h), 0.0)
        if not p:
            continue
        better = sum(-q > p * NEARLY for q, _ in ranked[s]) * (step if s in missed else 1)
        ties = sum(p / NEARLY <= -q <= p * NEARLY for q, _ in ranked[s])
        first += (better == 0) / ties
        few += min(1.0, max(0.0, (FEW - better) / ties))
    return {
        "sought": len(sought), "held": len(held), "true_pairs": len(truth), "share_no_key": len(missed),
        "first": first, "few": few, "expected_first": sum(max(-q for q, _ in r) for r in ranked.values()),
        "ranked": sure_candidates(ranked, truth, easy),
    }  # fmt: skip


def sure_candidates(ranked, truth, easy):
    """The likeliest held row of each sought row: (probability, right)."""
    answer = []
    for s, others in ranked.items():
        minus, h = min(others)
        answer.append((1.0, True) if s in easy else (-minus, truth.get(s) == h))
    return answer


def sure(answers):
    """The most right answers in a list, most probable first, that is right to PRECISION."""
    right = best = 0
    for count, (_, is_right) in enumerate(sorted(answers, key=lambda a: -a[0]), 1):
        right += is_right
        if right >= PRECISION * count:
            best = right
    return best


def ceiling(folder):
    words = model.Words()
    rows, several = read_lists(folder, words)
    answer = {"pairs": {}}
    total = {"true_pairs": 0, "first": 0.0, "few": 0.0}
    answers = []
    for number, (sought, held) in enumerate(MAIN + OTHERS):
        found = linked(sought, held, rows, several, words)
        ranked = found.pop("ranked")
        found["sure"] = sure(ranked)
        answer["pairs"][f"{sought} x {held}"] = found
        if number < len(MAIN):
            answers += ranked
            for name in total:
                total[name] += found[name]
    pairs = total["true_pairs"]
    answer["recall"] = {
        "best_first_answer": round(total["first"] / pairs, 4), "among_five": round(total["few"] / pairs, 4),
        "sure": round(sure(answers) / pairs, 4),
    }  # fmt: skip
    return answer


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--selftest", action="store_true")
    request = parser.parse_args()
    if request.selftest:
        import selftest

        return selftest.run_ceiling()
    if not request.folder:
        parser.error("DIR is needed")
    answer = ceiling(request.folder)
    if request.json:
        print(json.dumps(answer, indent=1))
        return 0
    print_answer(answer)
    return 0


def print_answer(answer):
    for name, found in answer["pairs"].items():
        n = found["true_pairs"]
        print(f"{name}: {n} true pairs; best first answer {found['first'] / n:.4f}, among five {found['few'] / n:.4f}, "
              f"sure {found['sure'] / n:.4f}; {found['share_no_key']} share no key")  # fmt: skip
    recall = answer["recall"]
    print(f"ceiling on recall, the two main pairs of lists: best first answer {recall['best_first_answer']:.4f}, "
          f"among five {recall['among_five']:.4f}, sure at {PRECISION:.3f} {recall['sure']:.4f}")  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
