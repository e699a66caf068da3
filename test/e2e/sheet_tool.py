#!/usr/bin/env python3
"""Reads sheets of names as a stranger would, and fills them in, for the tests.

usage: sheet_tool.py rows FILE.xlsx
           the table below the titles, a line a row, cells joined by " | ", numbers as "#"
       sheet_tool.py titles FILE.xlsx
       sheet_tool.py number FILE.xlsx NAME
           the number in the row that has NAME in a cell
       sheet_tool.py numbers FILE.xlsx
           a line a cell of the table: the number of its row, a tab, what stands in it
       sheet_tool.py fill FILE.xlsx OUT.csv [NAME COLUMN=VALUE...]...
           the whole sheet as CSV, with these cells; "--" stands between two names
       sheet_tool.py find FILE.xlsx MARKER...
           the markers that stand anywhere in the file: packed, unpacked, as XML text, as UTF-16
"""

import csv
import html
import re
import sys
import xml.etree.ElementTree as ET
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
NUMBER = re.compile(r"[0-9A-Y]{4}-[0-9A-Y]{4}-[0-9A-Y]$")


def column_of(reference):
    value = 0
    for c in reference:
        if not c.isalpha():
            break
        value = value * 26 + ord(c.upper()) - 64
    return value - 1


def read(name, sheet="xl/worksheets/sheet1.xml"):
    """All rows of the first sheet, as lists of texts."""
    with zipfile.ZipFile(name) as archive:
        shared = []
        if "xl/sharedStrings.xml" in archive.namelist():
            for item in ET.fromstring(archive.read("xl/sharedStrings.xml")):
                shared.append("".join(t.text or "" for t in item.iter(MAIN + "t")))
        out = []
        for row in ET.fromstring(archive.read(sheet)).iter(MAIN + "row"):
            cells = []
            for cell in row.iter(MAIN + "c"):
                at = column_of(cell.get("r"))
                value = cell.find(MAIN + "v")
                if cell.get("t") == "inlineStr":
                    text = "".join(t.text or "" for t in cell.iter(MAIN + "t"))
                elif value is None:
                    text = ""
                else:
                    text = shared[int(value.text)] if cell.get("t") == "s" else value.text
                cells += [""] * (at + 1 - len(cells))
                cells[at] = text
            out.append(cells)
    return out


def table(rows):
    """The place of the header: the row before the first number."""
    for i, row in enumerate(rows):
        if row and NUMBER.match(row[0]):
            return i - 1
    raise SystemExit("there is no number in this sheet")


def texts_of(name):
    """Everything a file holds, in every form it could be read."""
    with open(name, "rb") as file:
        packed = file.read()
    parts = [packed]
    with zipfile.ZipFile(name) as archive:
        for member in archive.namelist():
            data = archive.read(member)
            text = data.decode("utf-8", "replace")
            plain = html.unescape(text)
            parts += [member.encode(), data, plain.encode(), re.sub(r"<[^>]*>", "", plain).encode()]
    return parts


def find(name, markers):
    parts = texts_of(name)
    for marker in markers:
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            if any(marker.encode(encoding) in part for part in parts):
                yield marker
                break


def main():
    command, name = sys.argv[1:3]
    if command == "find":
        for marker in find(name, sys.argv[3:]):
            print(marker)
        return
    rows = read(name)
    at = table(rows)
    if command == "titles":
        for row in rows[:at]:
            if any(row):
                print(next(cell for cell in row if cell))
    elif command == "rows":
        for row in rows[at:]:
            print(" | ".join("#" if NUMBER.match(cell) else cell for cell in row).rstrip(" |"))
    elif command == "number":
        print(next(row[0] for row in rows[at:] if sys.argv[3] in row))
    elif command == "numbers":
        for row in rows[at + 1:]:
            if row and NUMBER.match(row[0]):
                print("".join(f"{row[0]}\t{cell}\n" for cell in row[1:] if cell), end="")
    elif command == "fill":
        header = rows[at]
        wanted = [[]]
        for word in sys.argv[4:]:
            if word == "--":
                wanted.append([])
            else:
                wanted[-1].append(word)
        for who in filter(None, wanted):
            row = next(row for row in rows[at + 1:] if who[0] in row)
            row += [""] * (len(header) - len(row))
            for cell in who[1:]:
                column, value = cell.split("=", 1)
                row[header.index(column)] = value
        with open(sys.argv[3], "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(rows)


if __name__ == "__main__":
    main()
