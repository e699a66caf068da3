"""The scoring of the benchmark of linkage against counting by hand, and against parley's own measures."""

import itertools
import json
import math
import os
import random
import subprocess
import tempfile

import measured
import parley
import sets


def counts(pairs, people, two):
    """Of linked pairs: right, wrong, missed, by looking at every pair of rows there is."""
    every = {(a, b) for a, b in itertools.combinations(range(len(people)), 2) if not two or a < two <= b}
    known = {(a, b) for a, b in every if people[a] and people[b]}
    true = {(a, b) for a, b in known if people[a] == people[b]}
    linked = {pair for pair in pairs if pair in known}
    return {"right": len(linked & true), "wrong": len(linked - true), "missed": len(true - linked)}


def f1(found):
    return 2 * found["right"] / max(1, 2 * found["right"] + found["wrong"] + found["missed"])


def joined(pairs, rows, two):
    """All pairs within connected components, by joining until nothing changes."""
    label = list(range(rows))
    for _ in range(rows):
        for a, b in pairs:
            label[a] = label[b] = min(label[a], label[b])
    return {(a, b) for a, b in itertools.combinations(range(rows), 2)
            if label[a] == label[b] and (not two or a < two <= b)}


def grouped(told, rows, two, bits):
    """parley's groups: the best two become one while their worth is above 0."""
    worth = {pair: round(1000 * (each - bits)) for pair, each in told.items()}
    groups = [[row] for row in range(rows)]
    while True:
        best, which = 0, None
        for x, y in itertools.combinations(range(len(groups)), 2):
            edges = [(min(a, b), max(a, b)) for a in groups[x] for b in groups[y]]
            known = [worth[edge] for edge in edges if edge in worth]
            if not known:
                continue
            mean = (sum(known) - 10_000 * (len(edges) - len(known))) / len(edges)
            value = .6 * mean + .4 * max(known)
            if value > best + 1e-4:
                best, which = value, (x, y)
        if which is None:
            break
        groups[which[0]] += groups.pop(which[1])
    return {(min(a, b), max(a, b)) for group in groups for a, b in itertools.combinations(group, 2)
            if not two or min(a, b) < two <= max(a, b)}


def assigned(told, two, bits):
    """The one-to-one choice of greatest worth, by trying all."""
    edges = [(pair, each - bits) for pair, each in told.items() if each > bits]

    def best(k, used):
        if k == len(edges):
            return 0, ()
        (a, b), worth = edges[k]
        without = best(k + 1, used)
        if a in used or b in used:
            return without
        rest, chosen = best(k + 1, used | {a, b})
        return max(without, (rest + worth, ((a, b),) + chosen), key=lambda each: each[0])

    return set(best(0, frozenset())[1]) if two else set()


def score(build, place, people, told, two, threshold):
    first = people[:two] if two else people
    words = [os.path.join(build, "bench", "bench_score"), "--threshold", repr(threshold)]
    for option, rows in (("--truth", first), ("--truth-b", people[len(first):])):
        if option == "--truth" or two:
            path = os.path.join(place, option[2:])
            with open(path, "w", encoding="ascii") as out:
                out.writelines(f"{person}\n" for person in rows)
            words += [option, path]
    path = os.path.join(place, "pairs")
    with open(path, "w", encoding="ascii") as out:
        out.writelines(f"{a},{b - two},{bits!r}\n" for (a, b), bits in told.items())
    done = subprocess.run([*words, "--pairs", path], stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def one(build, place, seed):
    """Random people and pairs; [what differs]."""
    dice = random.Random(seed)
    rows = dice.randint(2, 9)
    two = dice.randint(1, rows - 1) if dice.random() < .5 else 0
    people = [dice.choice(["", "x", "y", "z", "w"]) for _ in range(rows)]
    every = [(a, b) for a, b in itertools.combinations(range(rows), 2) if not two or a < two <= b]
    # Worths are sums of powers of two, and so differ, or a few, and so are equal.
    values = [3, -1, .5, 0] if seed % 2 else [k / 8 + 1 / 1024 for k in range(-40, 41)]
    chosen = dice.sample(every, dice.randint(0, min(len(every), 9)))
    told = dict(zip(chosen, [dice.choice(values) for _ in chosen] if seed % 2 else dice.sample(values, len(chosen))))
    threshold = dice.choice([.5, .9])
    bits = math.log2(threshold / (1 - threshold))
    said = score(build, place, people, told, two, threshold)

    def at(limit):
        return [pair for pair, each in told.items() if each >= limit]

    wrong = []
    for way, made in (("pair", at), ("components", lambda limit: joined(at(limit), rows, two))):
        if any(said["given"][way][key] != value for key, value in counts(made(bits), people, two).items()):
            wrong.append(f"{way} at {threshold}")
        best = max([f1(counts(made(limit), people, two)) for limit in told.values()], default=0)
        if abs(said["tuned"][way]["f1"] - best) > 1e-6:
            wrong.append(f"best {way}: {said['tuned'][way]['f1']} is not {best}")
    if seed % 2 == 0:  # without ties there is one answer
        expected = {"groups": grouped(told, rows, two, bits), "one_to_one": assigned(told, two, bits)}
        for way in ["groups"] + (["one_to_one"] if two else []):
            if any(said["given"][way][key] != value for key, value in counts(expected[way], people, two).items()):
                wrong.append(f"{way} at {threshold}")
    return [f"seed {seed}: {each}" for each in wrong]


def against_parley(build, program, place):
    """parley's --truth and the scoring, on the same pairs and groups of invented people."""
    laid = sets.lay("people_3000", place, "", build)
    pairs, groups = os.path.join(place, "p"), os.path.join(place, "g")
    log = os.path.join(place, "log")
    taken = measured.run(parley.command(program, laid, [], pairs, groups, told=True), log)
    if taken.outcome:
        return [f"parley: {taken.outcome}"]
    said = parley.answer(log)
    parley.convert(pairs, groups, laid, said, pairs + ".out", groups + ".out")
    done = subprocess.run([os.path.join(build, "bench", "bench_score"), "--truth", laid.truths[0], "--pairs",
                           pairs + ".out", "--groups", groups + ".out"], stdout=subprocess.PIPE, check=True)
    mine = json.loads(done.stdout)
    wrong = []
    for key, other in (("pair", mine["given"]["pair"]), ("cluster", mine["own"])):
        if any(said[key][what] != other[what] for what in ("right", "wrong", "missed")):
            wrong.append(f"parley's {key} is {said[key]}, the scoring's {other}")
    if abs(said["ece"] - mine["ece"]) > 2e-6:
        wrong.append(f"parley's ece is {said['ece']}, the scoring's {mine['ece']}")
    return wrong


def run(build, program):
    with tempfile.TemporaryDirectory() as place:
        rounds = int(os.environ.get("PARLEY_TEST_COUNT", "300"))
        wrong = [each for seed in range(rounds) for each in one(build, place, seed)]
        wrong += against_parley(build, program, place)
    for each in wrong[:20]:
        print(each)
    print(f"{rounds} rounds, {len(wrong)} differences")
    return 1 if wrong else 0
