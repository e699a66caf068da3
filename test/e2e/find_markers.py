#!/usr/bin/env python3
"""Searches files for markers in every form in which a reader could find them, for the tests.

usage: find_markers.py MARKERS [--count] FILE...

MARKERS is a file of ASCII markers, one a line. Prints a line for each folder and ending of the files:
how many there are, and the markers found ("--count": how many were found). A marker may stand in a
file's bytes, in the parts of a packed file and their names, between the tags of a markup, in what a
reader of a PDF sees or in its streams laid open; in UTF-8 or UTF-16, as hex digits too, and
broken over lines.
"""

import html
import os
import re
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor

HEX = re.compile(rb"<((?:[0-9A-Fa-f]{2}\s*)+)>")
OCTAL = re.compile(rb"\\([0-3][0-7]{2})")
DIGITS = re.compile("[0-9a-f]{12}")
TAG = re.compile(rb"<[^>]*>")
SPACE = re.compile(rb"\s+")
# Isolates and soft hyphens, which a renderer may put between letters.
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2066-\u2069]")


def run(*words):
    return subprocess.run(words, stdout=subprocess.PIPE, check=True).stdout


def parts_of(name):
    with open(name, "rb") as file:
        packed = file.read()
    yield os.path.basename(name).encode()
    yield packed
    if zipfile.is_zipfile(name):
        with zipfile.ZipFile(name) as archive:
            yield archive.comment
            for member in archive.infolist():
                yield member.filename.encode() + b" " + member.comment
                yield archive.read(member)
    if packed.startswith(b"%PDF"):
        open_streams = run("qpdf", "--qdf", "--object-streams=disable", name, "-")
        yield open_streams
        for digits in HEX.findall(open_streams):
            yield bytes.fromhex(digits.decode())
        yield OCTAL.sub(lambda octal: bytes([int(octal[1], 8)]), open_streams)
        yield run("pdftotext", "-raw", name, "-")


def forms_of(part):
    yield part
    if b"\0" in part:
        yield part.replace(b"\0", b"")  # UTF-16 of either order
    if b"<" in part or b"&" in part:
        yield html.unescape(TAG.sub(b"", part).decode("utf-8", "replace")).encode()
    yield UNSEEN.sub("", SPACE.sub(b"", part).decode("utf-8", "replace")).encode()


def finder(markers):
    """A function from bytes to the markers in them. A pattern for each first letter, which the library
    looks for as fast as for one text; ids, which a letter cannot tell, where their digits begin."""
    ids = {marker.encode() for marker in markers if DIGITS.fullmatch(marker)}
    by_letter = {}
    for marker in markers:
        if marker.encode() not in ids:
            by_letter.setdefault(marker[0], []).append(re.escape(marker))
    patterns = [re.compile("|".join(words).encode()) for words in by_letter.values()]
    heads = re.compile(b"(?<![0-9a-f])[0-9a-f]{12}") if ids else None

    def find(part):
        found = {one for pattern in patterns for one in pattern.findall(part)}
        if heads:
            found |= ids.intersection(heads.findall(part))
        return found

    return find


def markers_in(name, find):
    return set().union(*(find(form) for part in parts_of(name) for form in forms_of(part)))


def main():
    words = sys.argv[1:]
    count = "--count" in words
    words = [word for word in words if word != "--count"]
    with open(words[0], encoding="ascii") as file:
        markers = sorted(set(file.read().split()), key=lambda marker: (-len(marker), marker))
    find = finder(markers)
    groups = {}
    for name in words[1:]:
        folder = os.path.basename(os.path.dirname(name)) or "."
        groups.setdefault((folder, name.rsplit(".", 1)[-1]), []).append(name)
    with ThreadPoolExecutor(2) as pool:
        for (folder, ending), names in groups.items():
            found = set().union(*pool.map(lambda name: markers_in(name, find), names))
            shown = str(len(found)) if count else " ".join(sorted(one.decode() for one in found))
            print(f"{folder} {ending} ({len(names)}): {shown}".rstrip())


if __name__ == "__main__":
    main()
