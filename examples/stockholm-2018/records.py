"""The lists as files, with the truth beside each row: what a focal point looks a person up in."""

import csv
import os
import re
import unicodedata

import xlsx
from lists import FILES, LAYOUTS
from score import list_of

NAME_COLUMNS = ("whole_name", "given", "father", "grandfather", "family")


def fold(text):
    """For comparing what was written once with its copy: case, marks, spaces and signs left out."""
    text = unicodedata.normalize("NFKD", text.replace("\u0640", ""))
    return " ".join(re.findall(r"\w+", "".join(c for c in text if not unicodedata.combining(c)).casefold()))


class Record:
    """A row of a list."""

    __slots__ = ("list", "row", "reference", "person", "side", "state", "holder", "since", "nameless")


class Registry:
    """The rows of all lists, found by list and row, by reference, or by names and birth as written."""

    def __init__(self, folder, lists):
        self.folder = folder
        self.names = lists  # {what a sheet calls a list: its name}
        self.by_row, self.by_reference, self.people = {}, {}, {}
        self.by_text = None  # made when it is needed
        with open(os.path.join(folder, "truth", "truth.csv"), encoding="utf-8", newline="") as file:
            for columns in csv.DictReader(file):
                record = Record()
                for name in ("list", "reference", "person", "side", "state", "holder", "since"):
                    setattr(record, name, columns[name])
                record.row, record.nameless = int(columns["row"]), columns["nameless"] == "1"
                self.by_row[record.list, record.row] = record
                self.people.setdefault(record.list, set()).add(record.person)
                if record.reference:
                    self.by_reference[fold(record.reference)] = record

    def read_texts(self):
        """The sought lists, by what they say of a person."""
        self.by_text = {}
        for name, (file, *_) in FILES.items():
            if not name.endswith("-sought"):
                continue
            layout = [what for _, what in LAYOUTS[name]]
            for row, cells in read_file(name, os.path.join(self.folder, "lists", file)):
                record = self.by_row.get((name, row))
                if record is None:
                    continue
                cells = dict(zip(layout, cells))
                names = fold(" ".join(cells.get(column) or "" for column in NAME_COLUMNS))
                birth = fold(cells.get("birth") or cells.get("birth_or_age") or cells.get("age") or "")
                self.by_text.setdefault((names, birth), []).append(record)
                self.by_text.setdefault((names, None), []).append(record)

    def lists_person(self, party, person):
        return person in self.people.get(party + "-held", ())

    def find(self, layout, cells):
        """The row of a claimant's list that a sheet's row shows; None if none, or more than one person."""
        reference = fold(layout.text(cells, "reference"))
        if reference in self.by_reference:
            return self.by_reference[reference]
        if self.by_text is None:
            self.read_texts()
        whole = layout.text(cells, "name") or " ".join(
            layout.text(cells, part) for part in ("given", "father", "grandfather", "family")
        )
        for birth in (fold(layout.text(cells, "birth")), None):
            found = self.by_text.get((fold(whole), birth), ())
            if found and len({r.person for r in found}) == 1:
                return found[0]
        return None

    def pair(self, layout, cells):
        one, two = (self.side(layout, cells, letter) for letter in "ab")
        if one and not layout.text(cells, "list_b"):
            return (one, None)  # a claim as answered
        return (one, two) if one and two else None

    def side(self, layout, cells, letter):
        name, row = layout.text(cells, "list_" + letter), layout.text(cells, "row_" + letter)
        if name and row.isdigit():
            record = self.by_row.get((list_of(name, self.names), int(row)))
            if record:
                return record
        return self.by_reference.get(fold(layout.text(cells, "reference_" + letter)))


def read_file(name, path):
    """(row number, texts) of each row."""
    _, _, cells, encoding, separator = FILES[name]
    if cells:
        book = xlsx.Book(path)
        dates = [at + 1 for at, (_, what) in enumerate(LAYOUTS[name]) if what == "birth"]
        for number, row in book.rows(next(iter(book.sheets))).items():
            texts = [row.get(column + 1, "") for column in range(len(LAYOUTS[name]))]
            for column in dates:
                if row.get(column, "").isdigit() and int(row[column]) > 3000:
                    texts[column - 1] = xlsx.as_date(row[column]).isoformat()
            yield number, texts
        return
    with open(path, encoding=encoding, newline="") as file:
        reader = csv.reader(file, delimiter=separator)
        line = 1
        for row in reader:
            yield line, row
            line = reader.line_num + 1
