#!/usr/bin/python3
"""Plays the people of the example: focal points who fill in sheets, and officers who review pairs.

    play.py answer SHEET.xlsx --by government  --lists DIR [--out FILE]    the holder answers claims
    play.py remark SHEET.xlsx --by ansar-allah --lists DIR [--out FILE]    the claimant remarks on answers
    play.py final  SHEET.xlsx --by government  --lists DIR [--out FILE]    the holder's final reply
    play.py last   SHEET.xlsx --by ansar-allah --lists DIR [--out FILE]    the claimant's last remark
    play.py review SHEET.xlsx --officer 1      --lists DIR [--out FILE]    match, different, or later
    play.py selftest

DIR: what generate.py wrote. The sheet is filled in in place unless --out is given; everything else in
it stays as it was. Columns and choices are found by their texts in play.json, or in --layout FILE. The
same sheet and --seed are always filled in alike. Exit code 0; 3 if rows were found in no list.
"""

import argparse
import collections
import json
import os
import re
import sys

sys.dont_write_bytecode = True

import roles
import xlsx
from records import Registry, fold

HEADER_WITHIN = 25  # rows


class Layout:
    """Where the columns are in one sheet of a book, and the words of its drop-down lists."""

    def __init__(self, book, description):
        self.book, self.words = book, description["choices"]
        self.lists = {}  # {field: what its drop-down list offers}
        texts = {fold(text): field for field, texts in description["columns"].items() for text in texts}
        best = None
        for sheet in book.sheets:
            if sheet in book.hidden:
                continue
            rows = book.rows(sheet)
            for number in sorted(rows)[:HEADER_WITHIN]:
                columns = {}
                for column, text in rows[number].items():
                    field = texts.get(fold(re.sub(r"\(.*?\)", " ", text)))
                    if field:
                        columns.setdefault(field, column)
                if all(field in columns for field in description["needed"]) and len(columns) > (best[0] if best else 1):
                    best = (len(columns), sheet, number, columns, rows)
        if best is None:
            raise ValueError("no row with the headers that play.json names: " + ", ".join(description["needed"]))
        _, self.sheet, self.header, self.columns, rows = best
        self.rows = [(number, cells) for number, cells in sorted(rows.items()) if number > self.header]

    def text(self, cells, field):
        return cells.get(self.columns.get(field), "")

    def choice(self, field, token):
        """The text for a token that the drop-down list offers; else the first known, in the sheet's script."""
        offered = self.offered(field)
        known = self.words[token]
        for text in offered:
            if fold(text) in map(fold, known) or fold(text) == fold(token.replace("-", " ")):
                return text
        if offered:
            return None
        arabic = any("\u0600" <= c <= "\u06ff" for _, cells in self.rows[:5] for text in cells.values() for c in text)
        return next((text for text in known if ("\u0600" <= text[0] <= "\u06ff") == arabic), known[0])

    def offered(self, field):
        if not self.rows:
            return []
        if field not in self.lists:
            self.lists[field] = self.book.choices(self.sheet, self.columns[field], self.rows[0][0])
        return self.lists[field]


def fill(layout, number, values, changes):
    """values: {field: text}; those whose column the sheet lacks are left out."""
    for field, text in values.items():
        if text and field in layout.columns:
            changes[number, layout.columns[field]] = text


def play(kind, layout, registry, role):
    """({(row, column): text}, how many of each choice). What to choose is the role's business."""
    changes, made = {}, collections.Counter()
    column = {"answer": "answer", "remark": "remark", "final": "final", "last": "remark", "review": "verdict"}[kind]
    for number, cells in layout.rows:
        found = registry.pair(layout, cells) if kind == "review" else registry.find(layout, cells)
        if found is None:
            made["not found"] += 1
            continue
        token, values = role.decide(kind, found)
        if token is None:
            made["left open"] += 1
            continue
        text = layout.choice(column, token)
        if text is None and token in roles.INSTEAD:
            token = roles.INSTEAD[token]
            text = layout.choice(column, token)
        if text is None:
            raise ValueError(f"the drop-down list of {column} offers nothing for {token}")
        made[token] += 1
        fill(layout, number, values | {column: text}, changes)
    return changes, made


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=("answer", "remark", "final", "last", "review", "selftest"))
    parser.add_argument("sheet", nargs="?")
    parser.add_argument("--lists", help="what generate.py wrote")
    parser.add_argument("--by", default="")
    parser.add_argument("--officer", default="1")
    parser.add_argument("--seed", default="2018")
    parser.add_argument("--layout")
    parser.add_argument("--out")
    request = parser.parse_args()
    if request.kind == "selftest":
        import selftest_play

        return selftest_play.run()
    if not request.sheet or not request.lists:
        parser.error("SHEET and --lists are needed")
    here = os.path.dirname(os.path.abspath(__file__))
    with open(request.layout or os.path.join(here, "play.json"), encoding="utf-8") as file:
        description = json.load(file)
    try:
        book = xlsx.Book(request.sheet)
        layout = Layout(book, description["remark" if request.kind == "last" else request.kind])
        registry = Registry(request.lists, description["lists"])
        role = roles.Role(request.by, request.officer, request.seed, registry)
        changes, made = play(request.kind, layout, registry, role)
        book.fill(layout.sheet, changes)
        book.save(request.out or request.sheet)
    except (OSError, ValueError) as error:
        print(f"play.py: {error}", file=sys.stderr)
        return 1
    print(f"{request.kind}: " + ", ".join(f"{count} {token}" for token, count in sorted(made.items())))
    return 3 if made["not found"] else 0


if __name__ == "__main__":
    sys.exit(main())
