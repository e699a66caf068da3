#!/usr/bin/python3
"""Makes the lists of the example stockholm-2018, with the truth in separate files.

    generate.py --seed N --scale F --out DIR      writes DIR/lists and DIR/truth
    generate.py --selftest                        tries itself at a small scale

All people are invented. The same seed and scale give the same bytes.
"""

import argparse
import csv
import json
import os
import sys

sys.dont_write_bytecode = True

import lists
import people
from draw import Draw
from model import (
    ALLY_LISTED, CHILDREN, DUPLICATE, LISTED, OPPONENT, SOUGHT, STALE, UNCLAIMED, WOMEN, YEAR, Words,
)  # fmt: skip
from seen import COLUMNS, see
from spell import Speller

DEFAULT_SEED = 2018


class World:
    """Everyone, and the rows of each list."""

    def __init__(self, seed, scale):
        self.seed, self.scale = seed, scale
        self.words = Words()
        self.people = []
        self.sides = {side: [] for side in SOUGHT}
        self.rows = {}  # list: rows in the file's order

    def draw(self, label):
        return Draw(f"{self.seed}/{self.scale}/{label}")

    def count(self, number):
        return max(1, round(number * self.scale))

    def person(self, side, kind, draw):
        known = self.sides[side]
        person = people.make_person(len(self.people) + 1, side, kind, self.words, draw, known)
        self.people.append(person)
        known.append(person)
        return person

    def populate(self, side):
        """The people a side seeks; and on the other side's list, people whom nobody claims."""
        draw = self.draw("people/" + side)
        rows = self.count(SOUGHT[side])
        number = rows - round(rows * DUPLICATE)
        women, children = self.count(WOMEN[side]), self.count(CHILDREN[side])
        kinds = ["woman"] * women + ["child"] * children + ["man"] * (number - women - children)
        draw.shuffle(kinds)
        sought = []
        for kind in kinds:
            person = self.person(side, kind, draw)
            people.decide_fate(person, draw)
            sought.append(person)
        self.fill("sought", side, sought, rows)

        held = [p for p in sought if p.state == "held" and draw.chance(LISTED)]
        if side == "ansar-allah":
            self.hold_by_ally(sought, held, draw)
        for _ in range(round(len(held) * UNCLAIMED / (1 - UNCLAIMED))):
            person = self.person(side, "woman" if draw.chance(0.02) else "man", draw)
            people.settle(person, "held", draw)
            held.append(person)
        if side == "government":
            self.ask_by_association(sought, held, draw)
        self.fill("held", OPPONENT[side], held, round(len(held) / (1 - DUPLICATE)))

    def hold_by_ally(self, sought, held, draw):
        moved = [p for p in sought if p.state == "transferred"]
        listed = [p for p in moved if draw.chance(ALLY_LISTED)]
        held += [p for p in moved if draw.chance(STALE)]
        self.fill("held", "southern-forces", listed, round(len(listed) / (1 - DUPLICATE)))

    def ask_by_association(self, sought, held, draw):
        """The association asks for some whom the party seeks as well, and for some of its own."""
        count = self.count(310)
        claimed = []
        for person in sought:
            if len(claimed) < count * 3 // 4 and draw.chance(0.5 if person.sex == "f" else 0.032):
                claimed.append(person)
        while len(claimed) < count:
            person = self.person("government", "woman" if draw.chance(0.1) else "man", draw)
            people.settle(person, "held" if draw.chance(0.75) else "never-held", draw)
            claimed.append(person)
            if person.state == "held" and draw.chance(LISTED):
                held.append(person)
        self.fill("sought", "abductees-mothers", claimed, count)

    def fill(self, kind, by, listed, rows):
        """One row each, and second rows of some, up to a number of rows."""
        name = f"{by}-{kind}"
        draw = self.draw("rows/" + name)
        seen = [see(person, name, self.words, draw) for person in listed]
        for _ in range(rows - len(listed)):
            again = see(draw.pick(listed), name, self.words, draw)
            again.errors.append("row:duplicate")
            seen.append(again)
        draw.shuffle(seen)
        for at, row in enumerate(seen):
            # Every fortieth row or so came without a number.
            row.reference = "" if draw.chance(0.025) else f"{lists.PREFIXES[name]}-{at + 1:05d}"
        self.rows[name] = seen

    def write(self, folder):
        speller = Speller(self.words)
        for name in [name for name in lists.FILES if name in self.rows]:
            draw = self.draw("pens/" + name)
            clerk = lists.Clerk(name, speller, draw)
            pairs = [(seen, clerk.row(seen, at + 1)) for at, seen in enumerate(self.rows[name])]
            self.put(folder, name, pairs, draw)
            if name == "government-held":
                self.write_second_version(folder, pairs, clerk)

    def put(self, folder, name, pairs, draw):
        file, _, cells, encoding, separator = lists.FILES[name]
        headers = [header for header, _ in lists.LAYOUTS[name.removesuffix("-v2")]]
        empty = {draw.below(len(pairs)) for _ in range(len(pairs) // 700 + 1)}
        if cells:
            lists.write_xlsx(os.path.join(folder, file), name, pairs, headers, empty)
        else:
            lists.write_csv(os.path.join(folder, file), pairs, headers, encoding, separator, empty)

    def write_second_version(self, folder, pairs, clerk):
        """Some rows dropped, changed and added; the rest letter for letter as it was."""
        name, draw = "government-held-v2", self.draw("second-version")
        place = clerk.kinds.index("detention")
        places = [latin for _, latin in self.words.hidden["held.g"]]
        answer = []
        for seen, cells in pairs:
            fate = draw.unit()
            if fate < 0.010:
                continue
            row, cells = copy_row(seen, name), list(cells)
            if fate < 0.025:
                cells[place] = draw.pick([other for other in places if other != cells[place]])
                row.errors.append("version:changed")
            answer.append((row, cells))
        known = {seen.person.id for seen, _ in pairs}
        later = [p for p in self.sides["ansar-allah"] if p.state == "held" and p.id not in known]
        for at in range(round(len(pairs) * 0.012)):
            row = see(draw.pick(later), "government-held", self.words, draw)
            row.reference = f"GH-{len(pairs) + at + 1:05d}"
            row.errors.append("version:added")
            cells = clerk.row(row, 0)
            row.list = name
            answer.append((row, cells))
        self.rows[name] = [row for row, _ in answer]
        self.put(folder, name, answer, draw)


def copy_row(seen, name):
    row = type(seen)()
    for slot in seen.__slots__:
        setattr(row, slot, getattr(seen, slot))
    row.list, row.errors, row.copy_of = name, list(seen.errors), seen
    return row


def write_truth(world, folder):
    rows = [row for name in lists.FILES for row in world.rows[name]]
    with open(os.path.join(folder, "truth.csv"), "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("list", "row", "reference", "person", "side", "state", "holder", "since", "nameless"))
        for row in rows:
            p = row.person
            writer.writerow((row.list, row.row, row.reference, p.id, p.side, p.state, p.holder, p.since, int(row.given is None)))
    with open(os.path.join(folder, "observed.csv"), "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(row.columns() for row in rows)
    with open(os.path.join(folder, "errors.json"), "w", encoding="utf-8") as file:
        entries = (json.dumps({"list": r.list, "row": r.row, "errors": r.errors}) for r in rows)
        file.write("[\n" + ",\n".join(entries) + "\n]\n")
    with open(os.path.join(folder, "counts.json"), "w", encoding="utf-8") as file:
        json.dump(counts(world), file, indent=1)
        file.write("\n")


def counts(world):
    """What the lists hold, and the rates that came out."""
    answer = {"seed": world.seed, "scale": world.scale, "people": len(world.people), "lists": {}}
    sought = {r.person.id: r.person for n in ("ansar-allah-sought", "government-sought") for r in world.rows[n]}
    answer["sought_people"] = len(sought)
    answer["women_sought"] = sum(p.sex == "f" for p in sought.values())
    answer["children_sought"] = sum(YEAR - p.year < 18 for p in sought.values())
    states = [p.state for p in sought.values()]
    answer["states_of_sought"] = {state: states.count(state) for state in sorted(set(states))}
    for name, rows in world.rows.items():
        answer["lists"][name] = rates(rows)
    return answer


def rates(rows):
    folk = {row.person.id: row.person for row in rows}
    names = {}
    for p in folk.values():
        key = (p.given, p.father, p.family)
        names[key] = names.get(key, 0) + 1
    namesakes = sum(names[(p.given, p.father, p.family)] > 1 for p in folk.values())

    def share(test):
        return round(sum(any(test(e) for e in row.errors) for row in rows) / len(rows), 4)

    return {
        "rows": len(rows),
        "people": len(folk),
        "spelling": share(lambda e: ":spelling-" in e),
        "father_missing": share(lambda e: e in ("father:missing", "names:kunya-only")),
        "grandfather_missing": share(lambda e: e in ("grandfather:missing", "names:kunya-only")),
        "year_off_or_missing": share(lambda e: e == "birth:missing" or e.startswith("birth:year")),
        "swapped": share(lambda e: e == "birth:swapped"),
        "duplicate": round(1 - len(folk) / len(rows), 4),
        "people_with_a_namesake": round(namesakes / len(folk), 4),
        "kunya_only": share(lambda e: e == "names:kunya-only"),
        "a_part_is_another_name": share(lambda e: e.split(":")[0] in ("given", "father", "grandfather", "family") and e.endswith(":wrong")),
        "messy": share(lambda e: e.startswith("messy:")),
    }  # fmt: skip


def generate(seed, scale, out):
    world = World(seed, scale)
    for side in SOUGHT:
        world.populate(side)
    for part in ("lists", "truth"):
        os.makedirs(os.path.join(out, part), exist_ok=True)
    world.write(os.path.join(out, "lists"))
    write_truth(world, os.path.join(out, "truth"))
    return world


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=DEFAULT_SEED)
    parser.add_argument("--scale", type=float, default=1.0, help="share of the real size, 0.01 to 1")
    parser.add_argument("--out", help="a folder; made if absent")
    parser.add_argument("--selftest", action="store_true")
    request = parser.parse_args()
    if request.selftest:
        import selftest

        return selftest.run()
    if not request.out:
        parser.error("--out is needed")
    if not 0.01 <= request.scale <= 1:
        parser.error("--scale must be from 0.01 to 1")
    world = generate(request.seed, request.scale, request.out)
    for name, (file, *_) in lists.FILES.items():
        print(f"{len(world.rows[name]):6} rows  lists/{file}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
