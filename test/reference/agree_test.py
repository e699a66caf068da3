#!/usr/bin/python3
"""Holds the program and verify.py, which was written from doc/format, to one verdict.

usage: agree_test.py [--only TEXT] [--seed N] [--verbose]

  --only TEXT   only the cases whose name contains the text
  --seed N      another choice of random bytes to change (default: 1)
  --verbose     prints each case with its verdict, and both programs' findings where they differ

Makes a record with the program, changes copies of it in several hundred ways, forges further acts
with a key of its own, and has both verify each, with and without the passphrase. Exit code: 0 both
always said the same; 1 they differed, or a case did not get the verdict that the pages say.

The program is taken from PARLEY (default: build/release/parley).
"""

import argparse
import collections
import concurrent.futures
import functools
import json
import multiprocessing
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time
import traceback
import unicodedata

import verify as second
from forge import (Forger, base64_of, edited, edited_plainly, flipped, public_key, rows, sign,
                   signature_line, value, with_checksums, wrap)

ROOT = pathlib.Path(__file__).resolve().parents[2]
PARLEY = os.environ.get("PARLEY") or str(ROOT / "build/release/parley")
PASSPHRASE = "an example and no secret, naïve"
SAFE = "the one in the safe"
HOLDS, FAILED, UNCHECKED, BROKEN = 0, 1, 3, 4
SKIPPED = -1

# What is asked of both. `passphrase` None: as without one. `expected`: the exit code that the pages
# say, where the case was made to show one thing; None: only that both say the same.
Case = collections.namedtuple("Case", "name data passphrase against expected")

# Where the program is known to say something else than the pages, with its exit code. A difference of
# this list is counted apart; one that is gone is named, so that it is taken off the list.
BREACH = "policy's own finding, which the record alone does not show (doc/format/policy.md)"
KNOWN = {
    "forged: act: by the log": (BROKEN, BREACH), "forged: erasure: by another": (BROKEN, BREACH),
    "forged: first: twice": (BROKEN, BREACH),
}


# ---- the record ----------------------------------------------------------------------------------

# Copies share most of their pages and subtrees.
second.page_checksum = functools.lru_cache(1 << 12)(second.page_checksum)
second.node_hash = functools.lru_cache(1 << 12)(second.node_hash)


class Program:
    """The program, in a folder of its own."""

    def __init__(self, folder):
        self.folder = folder
        self.file = folder / "a.parley"
        self.environment = os.environ | {
            "PARLEY_KEYS": str(folder / "keys"), "PARLEY_DOSSIER": str(self.file),
            "PARLEY_OFFICE": "Desk", "HOME": str(folder), "LANG": "C.UTF-8"}

    def run(self, *arguments, passphrase=PASSPHRASE, check=True):
        words = [PARLEY, *map(str, arguments)]
        if passphrase is not None:
            words += ["--passphrase-fd", "0"]
        done = subprocess.run(words, input=(passphrase or "").encode() + b"\n", capture_output=True,
                              env=self.environment, check=False)
        if check and done.returncode != 0:
            sys.exit(f"{' '.join(words)}: exit code {done.returncode}\n{done.stderr.decode()}")
        return done

    def add(self, *arguments):
        return self.run("statement", "add", "--said", "2014-01-13", *arguments).stdout.split()[0].decode()


def make_record(program):
    """A record with something of everything; its bytes and an earlier note."""
    run = program.run
    run("key", "new", "--name", "Desk", "--cost", "light")
    run("init", "--title", "Invented", "--cost", "light")
    example = ROOT / "examples/montreux-2014"
    run("import", example / "dossier.toml", example / "statements.toml", example / "what-followed.csv")
    note = run("record", "checkpoint", passphrase=None).stdout
    first = program.add("--text", "Ten persons are held.", "--quotation", "ten", "--field-audience",
                        "4=desk")
    kept = program.add("--text", "Another.", "--quotation", "a word", "--field-audience", "4=desk")
    gone = program.add("--text", "The invented Zebulon Quarterstaff.", "--quotation", "Zebulon",
                       "--field-audience", "4=desk")
    plain = program.add("--text", "Ten persons were held.")
    run("statement", "correct", plain, "--reason", "misheard", "--text", "Twelve persons are held.",
        "--said", "2014-01-13")
    run("withdraw", kept, "--reason", "said in error")
    run("record", "erase", gone, "--reason", "asked for")
    run("record", "erase", first, "--field", "4", "--reason", "asked for")
    run("record", "cosign")
    run("record", "passphrase", "--label", "safe", "--cost", "light",
        passphrase=f"{PASSPHRASE}\n{PASSPHRASE}\n{SAFE}")
    return program.file.read_bytes(), note


# ---- cases ---------------------------------------------------------------------------------------

class Cases:
    """Each method below makes cases of one subject."""

    def __init__(self, record, note, seed):
        self.record, self.note, self.random = record, note, random.Random(seed)
        self.list = []
        self.quick = quick_slot(record)
        self.empty = Forger(self.quick, PASSPHRASE, keep=0).data()  # no entries
        for subject in (self.whole_record, self.byte_flips, self.file_header, self.tables, self.meta,
                        self.slots, self.changed_rows, self.headers, self.payloads, self.parts, self.acts,
                        self.checkpoints, self.cosignatures, self.erasures, self.first_entries,
                        self.outside, self.random_rows):
            subject()

    def add(self, name, data, expected=None, closed=None, passphrase=PASSPHRASE, against=None):
        """A case with the passphrase (`expected`) and one without (`closed`; SKIPPED: none)."""
        self.list.append(Case(name, data, passphrase, against, expected))
        if closed != SKIPPED:
            self.list.append(Case(name + ", closed", data, None, against, closed))

    def forged(self, name, build, expected=None, closed=None, close=True, first=True):
        """A record that opens with a dossier, then has what `build` adds, closed in one act."""
        forger = Forger(self.empty, PASSPHRASE)
        if first:
            forger.dossier_entry()
        build(forger)
        if close:
            forger.close()
        self.add("forged: " + name, forger.data(), expected, closed)

    def whole_record(self):
        add, record, note = self.add, self.record, self.note
        add("the record", record, HOLDS, UNCHECKED)
        add("against a note", record, HOLDS, UNCHECKED, against=note)
        add("the other passphrase", record, HOLDS, UNCHECKED, passphrase=SAFE)
        add("passphrase decomposed", record, HOLDS, UNCHECKED,
            passphrase=unicodedata.normalize("NFD", PASSPHRASE))
        add("passphrase that is none", record, FAILED, UNCHECKED, passphrase="never was one")
        add("passphrase with a space", record, FAILED, UNCHECKED, passphrase=SAFE + " ")

    def byte_flips(self):
        record, choose = self.quick, self.random
        for _ in range(40):
            at, mask = choose.randrange(len(record)), choose.randrange(1, 256)
            self.list.append(Case(f"flip {at} by {mask}", flipped(record, at, mask),
                                  choose.choice([None, PASSPHRASE]), None, None))
        for _ in range(80):
            at, mask = choose.randrange(len(record)), choose.randrange(1, 256)
            self.list.append(Case(f"flip and checksum {at} by {mask}",
                                  with_checksums(flipped(record, at, mask)),
                                  choose.choice([None, PASSPHRASE]), None, None))

    def file_header(self):
        record, small = self.quick, Forger(self.empty, PASSPHRASE)
        small.dossier_entry()
        small = small.close().data()
        for at in range(100):
            self.list.append(Case(f"file header {at}", with_checksums(flipped(small, at, 1 << at % 8)),
                                  None, None, None))
        def set_header(at, data):
            return with_checksums(small[:at] + data + small[at + len(data):])
        add = self.add
        add("another application id", set_header(68, b"prlz"), BROKEN, BROKEN)
        add("file version 2", set_header(60, bytes([0, 0, 0, 2])), FAILED, FAILED)
        add("file version 0", set_header(60, bytes(4)), BROKEN, BROKEN)
        add("file version -1", set_header(60, b"\xff" * 4), BROKEN, BROKEN)
        add("a page too many", small + bytes(4096), BROKEN, BROKEN)
        add("a page too many, half", small + bytes(2000), BROKEN, BROKEN)
        add("the last page lost", small[:-4096], BROKEN, BROKEN)
        add("the last page cut", small[:-1], BROKEN, BROKEN)
        add("an empty file", b"", BROKEN, BROKEN)
        add("a short file", small[:600], BROKEN, BROKEN)
        add("no database", b"parley" * 2000, BROKEN, BROKEN)
        add("pages swapped", record[:8192] + record[12288:16384] + record[8192:12288] + record[16384:],
            BROKEN, BROKEN)
        add("WAL", set_header(18, b"\x02\x02"), BROKEN, BROKEN)
        add("written by another program", edited_plainly(record, "UPDATE slot SET label = 'x'"),
            BROKEN, BROKEN)

    def tables(self):
        for name, statement in (
                ("a table more", "CREATE TABLE extra(a)"),
                ("an index", "CREATE INDEX extra ON entry(header)"),
                ("a view", "CREATE VIEW extra AS SELECT * FROM entry"),
                ("a trigger", "CREATE TRIGGER extra AFTER INSERT ON entry BEGIN SELECT 1; END"),
                ("a table less", "DROP TABLE cosignature"),
                ("a column more", "ALTER TABLE entry ADD COLUMN extra"),
                ("a table renamed", "ALTER TABLE slot RENAME TO slots")):
            self.add(name, edited(self.quick, statement), BROKEN, BROKEN)
        self.add("a table in other words", edited(
            self.quick, "DROP TABLE cosignature", "CREATE TABLE cosignature(size INTEGER, "
            "line TEXT, PRIMARY KEY (size, line)) WITHOUT ROWID"), BROKEN, BROKEN)
        self.add("tables in another order", edited(
            self.empty, "DROP TABLE meta", "CREATE TABLE meta(name TEXT PRIMARY KEY, value BLOB NOT "
            "NULL) WITHOUT ROWID"), BROKEN, BROKEN)
        small = Forger(self.empty, PASSPHRASE)
        small.dossier_entry()
        self.add("tables in another order, with rows", edited(
            small.close().data(), "DROP TABLE cosignature", "CREATE TABLE cosignature(size INTEGER, "
            "line TEXT, PRIMARY KEY(size, line)) WITHOUT ROWID"), HOLDS, HOLDS)
        self.add("statistics", edited(self.quick, "ANALYZE"), BROKEN, BROKEN)

    def meta(self):
        record = self.quick
        for name in ("dossier", "log-key", "wrapped-log-key"):
            was = value(record, "SELECT value FROM meta WHERE name = ?", name)
            self.add(f"meta: no {name}", edited(record, ("DELETE FROM meta WHERE name = ?", (name,))),
                     BROKEN, BROKEN)
            self.add(f"meta: {name} a byte short", edited(
                record, ("UPDATE meta SET value = ? WHERE name = ?", (was[:-1], name))), BROKEN, BROKEN)
            self.add(f"meta: {name} a byte long", edited(
                record, ("UPDATE meta SET value = ? WHERE name = ?", (was + b"x", name))),
                BROKEN, BROKEN)
            changed = edited(record, ("UPDATE meta SET value = ? WHERE name = ?",
                                      (flipped(was, 3, 4), name)))
            self.add(f"meta: another {name}", changed,
                     FAILED if name == "dossier" else BROKEN,
                     UNCHECKED if name.startswith("wrapped") else BROKEN)
        self.add("meta: another row", edited(record, "INSERT INTO meta VALUES('colour', x'00')"),
                 HOLDS, UNCHECKED)
        forger = Forger(self.empty, PASSPHRASE)
        forger.dossier_entry()
        wrapped = wrap(bytes(32), b"parley/log/1" + forger.dossier, forger.dossier_key)
        forger.close().sql("UPDATE meta SET value = ? WHERE name = 'wrapped-log-key'", wrapped)
        self.add("meta: another log seed", forger.data(), BROKEN, HOLDS)

    def slots(self):
        record = self.record
        kdf, wrapped = rows(record, "SELECT kdf, wrapped FROM slot WHERE n = 0")[0]
        salt = second.decode(kdf)[2]
        one = edited(record, "DELETE FROM slot WHERE n > 0")
        def with_kdf(name, changed, expected=FAILED):
            self.list.append(Case(f"slot: {name}", edited(
                one, ("UPDATE slot SET kdf = ?", (changed,))), PASSPHRASE, None, expected))
        with_kdf("as it was", kdf, HOLDS)
        with_kdf("no kdf", b"")
        with_kdf("kdf not canonical", b"\x83\x18\x02" + kdf[2:])
        with_kdf("other passes", second.encode([3, second.decode(kdf)[1], salt]))
        with_kdf("no passes", second.encode([0, 8, salt]))
        with_kdf("too many passes", second.encode([17, 8, salt]))
        with_kdf("too little memory", second.encode([1, 7, salt]))
        with_kdf("too much memory", second.encode([1, 1048577, salt]))
        with_kdf("negative", second.encode([1, -8, salt]))
        with_kdf("salt short", second.encode([1, 8, salt[:15]]))
        with_kdf("four items", second.encode([1, 8, salt, 0]))
        with_kdf("bytes after", kdf + b"\x00")
        self.add("slot: none", edited(record, "DELETE FROM slot"), FAILED, UNCHECKED)
        self.add("slot: wrapped short", edited(one, ("UPDATE slot SET wrapped = ?", (wrapped[:71],))),
                 FAILED, UNCHECKED)
        self.add("slot: wrapped changed", edited(
            one, ("UPDATE slot SET wrapped = ?", (flipped(wrapped, 30, 1),))), FAILED, UNCHECKED)
        self.add("slot: another label", edited(record, "UPDATE slot SET label = 'x'"),
                 HOLDS, UNCHECKED)
        self.add("slot: the first malformed", edited(
            record, "UPDATE slot SET kdf = x'00' WHERE n = 0"), HOLDS, UNCHECKED, passphrase=SAFE)
        cheap, its = rows(self.empty, "SELECT kdf, wrapped FROM slot")[0]
        for n, expected in ((15, HOLDS), (16, FAILED)):
            data = edited(record, "DELETE FROM slot", *[
                ("INSERT INTO slot VALUES(?, ?, ?, ?)", (i, str(i), cheap, its if i == n else bytes(72)))
                for i in range(n + 1)])
            self.add(f"slot: the {n + 1}th opens", data, expected, UNCHECKED)
        self.add("slot: from -5", edited(record, "UPDATE slot SET n = n - 5"), HOLDS, UNCHECKED)

    def changed_rows(self):
        """Rows of the program's own record, changed."""
        record = self.quick
        size = value(record, "SELECT max(n) + 1 FROM entry")
        acts = [row[0] for row in rows(record, "SELECT size FROM act ORDER BY size")]
        with_part = value(record, "SELECT n FROM part LIMIT 1")
        def sql(name, *statements, expected=BROKEN, closed=BROKEN, against=None):
            self.add("rows: " + name, edited(record, *statements), expected, closed, against=against)

        for n in (0, acts[0] - 1, acts[0], size - 2):
            sql(f"entry {n} dropped", f"DELETE FROM entry WHERE n = {n}",
                f"DELETE FROM part WHERE n = {n}")
            sql(f"entry {n} dropped, the gap closed", f"DELETE FROM entry WHERE n = {n}",
                f"DELETE FROM part WHERE n = {n}", f"UPDATE entry SET n = -n WHERE n > {n}",
                "UPDATE entry SET n = -n - 1 WHERE n < 0", f"UPDATE part SET n = n - 1 WHERE n > {n}")
            sql(f"entry {n} without payload", f"UPDATE entry SET key = NULL, text = NULL WHERE n = {n}",
                f"DELETE FROM part WHERE n = {n}",
                closed=BROKEN if n + 1 in acts else UNCHECKED)
            sql(f"entry {n} without text", f"UPDATE entry SET text = NULL WHERE n = {n}")
            sql(f"entry {n} with empty text", f"UPDATE entry SET text = x'' WHERE n = {n}")
            sql(f"entry {n} with neither, empty", f"UPDATE entry SET text = x'', key = x'' "
                f"WHERE n = {n}", closed=BROKEN if n + 1 in acts else UNCHECKED)
            sql(f"entry {n} without key", f"UPDATE entry SET key = NULL WHERE n = {n}",
                closed=UNCHECKED)
            sql(f"entry {n} with the text of the next", "UPDATE entry SET text = (SELECT text FROM "
                f"entry WHERE n = {(n + 1) % size}) WHERE n = {n}", closed=UNCHECKED)
            sql(f"entry {n} with key and text of another", "UPDATE entry SET (key, text) = (SELECT "
                f"key, text FROM entry WHERE n = {(n + 3) % size}) WHERE n = {n}", closed=UNCHECKED)
            for column, at in (("header", 30), ("header", 103), ("key", 3), ("key", 50), ("text", 5)):
                was = value(record, f"SELECT {column} FROM entry WHERE n = {n}")
                sql(f"entry {n}, {column} {at}", (f"UPDATE entry SET {column} = ? WHERE n = {n}",
                                                  (flipped(was, at, 1),)),
                    closed=BROKEN if column == "header" else UNCHECKED)
        sql("entries swapped", "UPDATE entry SET n = -1 WHERE n = 10",
            "UPDATE entry SET n = 10 WHERE n = 11", "UPDATE entry SET n = 11 WHERE n = -1")
        sql("an entry twice", f"INSERT INTO entry SELECT {size}, header, key, text FROM entry "
            "WHERE n = 10")
        sql("an entry after the last act", (f"INSERT INTO entry VALUES({size}, ?, NULL, NULL)",
                                            (b"\x00",)))
        sql("an entry at -1", "INSERT INTO entry SELECT -1, header, key, text FROM entry WHERE n = 0")
        sql("an entry far away", "INSERT INTO entry SELECT 9223372036854775807, header, key, text "
            "FROM entry WHERE n = 0")
        sql("a header as text", "UPDATE entry SET header = CAST(header AS TEXT) WHERE n = 5",
            expected=HOLDS, closed=UNCHECKED)
        sql("a header as number", "UPDATE entry SET header = 5 WHERE n = 5")
        sql("a payload as text", "UPDATE entry SET text = 'text' WHERE n = 5", closed=UNCHECKED)
        sql("no entries", "DELETE FROM entry", "DELETE FROM part")
        sql("nothing at all", "DELETE FROM entry", "DELETE FROM part", "DELETE FROM act",
            "DELETE FROM cosignature")

        sql("a part dropped", "DELETE FROM part", closed=UNCHECKED)
        sql("a part more", f"INSERT INTO part SELECT n, 9, key, text FROM part WHERE n = {with_part}",
            closed=UNCHECKED)
        sql("a part elsewhere", "UPDATE part SET n = 3", closed=UNCHECKED)
        sql("a part of no entry", f"INSERT INTO part SELECT {size}, field, key, text FROM part")
        sql("a part at -1", "INSERT INTO part SELECT -1, field, key, text FROM part")
        sql("a part of another field", "UPDATE part SET field = 5", closed=UNCHECKED)
        sql("a part of field 4.5", "INSERT INTO part SELECT n, 4.5, key, text FROM part")
        sql("a part of field x", "INSERT INTO part SELECT n, 'x', key, text FROM part")
        sql("a part of entry x", "INSERT INTO part SELECT 'x', field, key, text FROM part")
        for column, at in (("key", 3), ("key", 71), ("text", 0)):
            was = value(record, f"SELECT {column} FROM part")
            sql(f"part {column} {at}", (f"UPDATE part SET {column} = ?", (flipped(was, at, 1),)),
                closed=UNCHECKED)

        for act in (acts[0], acts[3], acts[-1]):
            sql(f"act {act} dropped", f"DELETE FROM act WHERE size = {act}",
                closed=BROKEN if act == acts[-1] else UNCHECKED)
            for column, at in (("signature", 0), ("signature", 40), ("frontier", 0)):
                was = value(record, f"SELECT {column} FROM act WHERE size = {act}")
                sql(f"act {act}, {column} {at}", (f"UPDATE act SET {column} = ? WHERE size = {act}",
                                                  (flipped(was, at, 1),)))
            was = value(record, f"SELECT signature FROM act WHERE size = {act}")
            for length in (0, 63):
                sql(f"act {act}, signature of {length}", (
                    f"UPDATE act SET signature = ? WHERE size = {act}", (was[:length],)))
            sql(f"act {act}, signature of another", "UPDATE act SET signature = (SELECT signature "
                f"FROM act WHERE size = {acts[1]}) WHERE size = {act}")
            sql(f"act {act}, frontier longer", "UPDATE act SET frontier = frontier || frontier "
                f"WHERE size = {act}")
            sql(f"act {act}, no frontier", f"UPDATE act SET frontier = x'' WHERE size = {act}")
            sql(f"act {act}, checkpoint of another", "UPDATE act SET checkpoint = (SELECT checkpoint "
                f"FROM act WHERE size = {acts[1]}) WHERE size = {act}")
            sql(f"act {act}, no checkpoint", f"UPDATE act SET checkpoint = '' WHERE size = {act}")
            sql(f"act {act}, checkpoint as blob", "UPDATE act SET checkpoint = CAST(checkpoint AS "
                f"BLOB) WHERE size = {act}", expected=HOLDS, closed=UNCHECKED)
            note = value(record, f"SELECT checkpoint FROM act WHERE size = {act}")
            for name, changed in (("without newline", note[:-1]), ("and a line", note + "x\n"),
                                  ("with a zero", note + "\0"), ("in CRLF", note.replace("\n", "\r\n")),
                                  ("size + 1", note.replace(f"\n{act}\n", f"\n{act + 1}\n"))):
                sql(f"act {act}, checkpoint {name}", (
                    f"UPDATE act SET checkpoint = ? WHERE size = {act}", (changed,)))
            sql(f"act {act} at another size", f"UPDATE act SET size = {act - 1} WHERE size = {act}")
            sql(f"an act more before {act}", f"INSERT INTO act SELECT {act - 1}, signature, checkpoint, "
                f"frontier FROM act WHERE size = {act}")
        for number in (0, -3, size + 1, 2**62):
            sql(f"an act at {number}", f"INSERT INTO act SELECT {number}, signature, checkpoint, "
                f"frontier FROM act WHERE size = {acts[-1]}")

        line = value(record, "SELECT line FROM cosignature")
        sql("no cosignature", "DELETE FROM cosignature", expected=HOLDS, closed=UNCHECKED)
        sql("cosignature elsewhere", f"UPDATE cosignature SET size = {acts[0]}")
        sql("cosignature at no act", "UPDATE cosignature SET size = 2")
        sql("cosignature at x", "UPDATE cosignature SET size = 'x'")
        sql("cosignature as blob", "UPDATE cosignature SET line = CAST(line AS BLOB)",
            expected=HOLDS, closed=UNCHECKED)
        for name, changed in (
                ("with newline", line + "\n"), ("twice", line + "\n" + line), ("empty", ""),
                ("without dash", line[2:]), ("cut", line[:-4]), ("two spaces", line.replace(" ", "  ")),
                ("upper case", line.replace("/key/", "/KEY/")), ("zero", line + "\0x"),
                ("of another name", line.replace("parley/key/", "parley/key/0"))):
            unknown = UNCHECKED if name in ("upper case", "of another name") else BROKEN
            sql(f"cosignature {name}", ("UPDATE cosignature SET line = ?", (changed,)),
                expected=unknown, closed=unknown)

        for act in acts[:-1]:
            cut = [f"DELETE FROM {table} WHERE {column} {act}" for table, column in (
                ("entry", "n >="), ("part", "n >="), ("act", "size >"), ("cosignature", "size >"))]
            data = edited(record, *cut)
            self.add(f"rows: cut at {act}", data, None, None)
            self.add(f"rows: cut at {act}, against a note", data, None,
                     BROKEN if act < int(self.note.split(b"\n")[1]) else None, against=self.note)


    def headers(self):
        encode, forged = second.encode, self.forged
        def header(name, build, expected, closed=None):
            closed = expected if closed is None else closed
            forged("header: " + name, lambda f: f.entry(header=build(f)), expected, closed)
        def usual(f, **items):
            items = {0: 1, 1: f.dossier, 2: f.author, 3: bytes(16), 4: bytes(32)} | {
                int(key[1:]): item for key, item in items.items()}
            return [items[i] for i in sorted(items)]
        forged("nothing", lambda f: None, HOLDS, HOLDS)
        forged("an entry", lambda f: f.entry(), HOLDS, HOLDS)
        forged("an entry for others", lambda f: f.entry(audience=b"\x07" * 16), HOLDS, HOLDS)
        forged("entry of header version 2", lambda f: f.entry(header_version=2), UNCHECKED, UNCHECKED)
        header("version 2, short", lambda f: encode([2]), UNCHECKED)
        header("version 2, of another dossier", lambda f: encode(usual(f, _0=2, _1=bytes(16))), UNCHECKED)
        header("version 2, anything", lambda f: encode([2, {1: [None, "x"]}, True]), UNCHECKED)
        header("the latest version", lambda f: encode([2**63 - 1]), UNCHECKED)
        header("too late a version", lambda f: b"\x81\x1b" + b"\x80" + bytes(7), BROKEN)
        header("version 2, not canonical", lambda f: b"\x81\x18\x02", BROKEN)
        header("version 2, a byte after", lambda f: b"\x81\x02\x00", BROKEN)
        header("version 2, a float after", lambda f: b"\x82\x02\xf9\x3c\x00", BROKEN)
        header("version 2, 32 deep", lambda f: b"\x82\x02" + b"\x81" * 30 + b"\x81\x00", UNCHECKED)
        header("version 2, 33 deep", lambda f: b"\x82\x02" + b"\x81" * 31 + b"\x81\x00", BROKEN)
        header("version 2, 32 deep and empty", lambda f: b"\x82\x02" + b"\x81" * 30 + b"\x80", UNCHECKED)
        header("version 2, 33 deep and empty", lambda f: b"\x82\x02" + b"\x81" * 31 + b"\x80", UNCHECKED)
        header("version 2, 34 deep and empty", lambda f: b"\x82\x02" + b"\x81" * 32 + b"\x80", BROKEN)
        header("version 0", lambda f: encode(usual(f, _0=0)), BROKEN)
        header("version -1", lambda f: encode(usual(f, _0=-1)), BROKEN)
        header("version true", lambda f: encode(usual(f, _0=True)), BROKEN)
        header("empty", lambda f: b"", BROKEN)
        header("an empty array", lambda f: b"\x80", BROKEN)
        header("a map", lambda f: encode({0: 2}), BROKEN)
        header("an integer", lambda f: encode(2), BROKEN)
        header("four items", lambda f: encode(usual(f)[:4]), BROKEN)
        header("six items", lambda f: encode(usual(f, _5=0)), BROKEN)
        header("a short dossier id", lambda f: encode(usual(f, _1=f.dossier[:15])), BROKEN)
        header("a short author", lambda f: encode(usual(f, _2=bytes(31))), BROKEN)
        header("an audience in words", lambda f: encode(usual(f, _3="everyone12345678")), BROKEN)
        header("a long commitment", lambda f: encode(usual(f, _4=bytes(33))), BROKEN)
        header("no commitment", lambda f: encode(usual(f, _4=None)), BROKEN)
        header("array not canonical", lambda f: b"\x98\x05" + encode(usual(f))[1:], BROKEN)
        forged("of another dossier", lambda f: f.entry(dossier=bytes(16)), BROKEN, BROKEN)
        forged("of another author", lambda f: f.entry(author=public_key(bytes(32))), BROKEN, BROKEN)
        forged("the same header twice", lambda f: f.again(f.entry()), BROKEN, BROKEN)
        forged("of header version 2, missing", lambda f: f.entry(header_version=2, missing=True),
               BROKEN, UNCHECKED)

    def payloads(self):
        encode = second.encode
        def payload(name, expected, **entry):
            self.forged("payload: " + name, lambda f: f.entry(**entry), expected, SKIPPED)
        for name, expected, more in (
                ("without time", HOLDS, {3: None}), ("a time before 1970", HOLDS, {3: -5}),
                ("an office", HOLDS, {5: "Montreux"}), ("version 2", HOLDS, {2: 2}),
                ("the last version", HOLDS, {2: 2**63 - 1}), ("ref outside", HOLDS, {6: [bytes(32)]}),
                ("ref twice", HOLDS, {6: [bytes(32), bytes(32)]}),
                ("any body", HOLDS, {8: {-1: [None], 5: {1: b"x"}, 2: "\0\u200b"}}),
                ("version 0", BROKEN, {2: 0}), ("version -1", BROKEN, {2: -1}),
                ("version a text", BROKEN, {2: "1"}), ("version true", BROKEN, {2: True}),
                ("no version", BROKEN, {2: None}), ("no kind", BROKEN, {1: None}),
                ("empty kind", BROKEN, {1: ""}), ("kind in bytes", BROKEN, {1: b"example"}),
                ("time in words", BROKEN, {3: "now"}), ("no author", BROKEN, {4: None}),
                ("another author", BROKEN, {4: bytes(32)}), ("a short author", BROKEN, {4: bytes(31)}),
                ("empty office", BROKEN, {5: ""}), ("office a number", BROKEN, {5: 5}),
                ("no refs", BROKEN, {6: []}), ("a short ref", BROKEN, {6: [bytes(31)]}),
                ("refs a map", BROKEN, {6: {0: bytes(32)}}), ("ref a text", BROKEN, {6: ["x" * 32]}),
                ("no parts", BROKEN, {7: {}}), ("parts an array", BROKEN, {7: [[bytes(16), bytes(32)]]}),
                ("part of three", BROKEN, {7: {1: [bytes(16), bytes(32), 0]}}),
                ("part of one", BROKEN, {7: {1: [bytes(16)]}}),
                ("part audience short", BROKEN, {7: {1: [bytes(15), bytes(32)]}}),
                ("part digest short", BROKEN, {7: {1: [bytes(16), bytes(31)]}}),
                ("part null", BROKEN, {7: {1: None}}), ("no body", BROKEN, {8: None}),
                ("body an array", BROKEN, {8: []}), ("key 0", BROKEN, {0: 0}), ("key 9", BROKEN, {9: 0}),
                ("key -1", BROKEN, {-1: 0})):
            payload(name, expected, more=more)
        payload("null for time", BROKEN, payload=encode(
            {1: "example", 2: 1, 3: None, 4: public_key(b"\xa1" * 32), 8: {}}))
        payload("empty", BROKEN, payload=b"")
        payload("an array", BROKEN, payload=encode([1]))
        payload("bytes after", BROKEN, payload=encode(
            {1: "example", 2: 1, 4: public_key(b"\xa1" * 32), 8: {}}) + b"\x00")
        payload("keys out of order", BROKEN, payload=b"\xa4\x02\x01\x01\x61x\x04\x58\x20" + public_key(
            b"\xa1" * 32) + b"\x08\xa0")
        payload("kind not UTF-8", BROKEN, payload=b"\xa4\x01\x61\xff\x02\x01\x04\x58\x20" + public_key(
            b"\xa1" * 32) + b"\x08\xa0")
        for name, text, expected in (
                ("surrogate", b"\xed\xa0\x80", BROKEN), ("overlong", b"\xc0\x80", BROKEN),
                ("beyond", b"\xf4\x90\x80\x80", BROKEN), ("the last", b"\xf4\x8f\xbf\xbf", HOLDS),
                ("noncharacter", b"\xef\xbf\xbe", HOLDS), ("zero", b"\x00", HOLDS)):
            payload("text " + name, expected, payload=b"\xa4\x01\x61x\x02\x01\x04\x58\x20" + public_key(
                b"\xa1" * 32) + b"\x08\xa1\x01" + bytes([0x60 + len(text)]) + text)
        for name, item, expected in (
                ("2^63 - 1", b"\x1b\x7f" + b"\xff" * 7, HOLDS), ("2^63", b"\x1b\x80" + bytes(7), BROKEN),
                ("-2^63", b"\x3b\x7f" + b"\xff" * 7, HOLDS), ("-2^63 - 1", b"\x3b\x80" + bytes(7), BROKEN),
                ("undefined", b"\xf7", BROKEN), ("simple 24", b"\xf8\xff", BROKEN),
                ("true in two bytes", b"\xf8\x15", BROKEN), ("a tag", b"\xc1\x00", BROKEN),
                ("indefinite", b"\x9f\xff", BROKEN), ("32 deep", b"\x81" * 30 + b"\x00", HOLDS),
                ("33 deep", b"\x81" * 31 + b"\x00", BROKEN), ("255 in 2", b"\x19\x00\xff", BROKEN),
                ("65535 in 4", b"\x1a\x00\x00\xff\xff", BROKEN), ("a key in words", b"\xa1\x61x\x00", BROKEN),
                ("keys -1, 0", b"\xa2\x20\x00\x00\x00", BROKEN), ("keys 10, -1", b"\xa2\x0a\x00\x20\x00", HOLDS),
                ("keys 24, 23", b"\xa2\x18\x18\x00\x17\x00", BROKEN),
                ("a key twice", b"\xa2\x01\x00\x01\x00", BROKEN),
                ("a count too large", b"\x9b\x7f" + b"\xff" * 7, BROKEN)):
            payload("with " + name, expected, payload=b"\xa4\x01\x61x\x02\x01\x04\x58\x20" + public_key(
                b"\xa1" * 32) + b"\x08\xa1\x01" + item)
        payload("another commitment", BROKEN, commitment=bytes(32))
        payload("without salt", BROKEN, plain=b"short")
        self.forged("payload: missing", lambda f: f.entry(missing=True), BROKEN, UNCHECKED)

    def parts(self):
        def part(name, expected, build, closed=HOLDS):
            self.forged("part: " + name, build, expected, closed)
        for field in (3, 0, -1, 2**63 - 1, -2**63):
            part(f"field {field}", HOLDS, lambda f, field=field: f.entry(parts={field: "a name"}))
        part("two", HOLDS, lambda f: f.entry(parts={1: None, 2: {}}))
        part("missing", BROKEN, lambda f: f.entry(parts={3: "x"}, without=[3]))
        part("one of two missing", BROKEN, lambda f: f.entry(parts={3: "x", 4: "y"}, without=[3]))
        part("also in the body", BROKEN, lambda f: f.entry(parts={3: "x"}, body={3: "x"}))
        part("another digest", BROKEN, lambda f: f.entry(parts={3: "x"}, digest=bytes(32)))
        part("not canonical", BROKEN, lambda f: f.entry(parts={3: b"\x18\x01"}))
        part("bytes after", BROKEN, lambda f: f.entry(parts={3: b"\x01\x01"}))
        part("empty", BROKEN, lambda f: f.entry(parts={3: b""}))
        part("32 deep", HOLDS, lambda f: f.entry(parts={3: b"\x81" * 32 + b"\x00"}))
        part("33 deep", BROKEN, lambda f: f.entry(parts={3: b"\x81" * 33 + b"\x00"}))
        part("32 and an empty array", HOLDS, lambda f: f.entry(parts={3: b"\x81" * 32 + b"\x80"}))
        part("33 and an empty array", BROKEN, lambda f: f.entry(parts={3: b"\x81" * 33 + b"\x80"}))
        part("that the payload has not", BROKEN, lambda f: (f.entry(), f.part(1, 3, bytes(32) + b"\x00")))
        part("of a missing payload", BROKEN, lambda f: f.entry(parts={3: "x"}, missing=True), UNCHECKED)
        part("of the closing entry", BROKEN, lambda f: (
            f.entry(), f.close(), f.part(2, 3, bytes(32) + b"\x00")))
        part("of a header version 2", UNCHECKED,
             lambda f: f.entry(header_version=2, parts={3: "x"}), UNCHECKED)
        part("not wrapped", BROKEN, lambda f: (
            f.entry(parts={3: "x"}), f.sql("UPDATE part SET key = x''")))

    def acts(self):
        other = b"\xb2" * 32
        def act(name, expected, closed, first=True, build=lambda f: f.entry(), **how):
            self.forged("act: " + name, lambda f: (build(f), f.close(**how)), expected, closed,
                        close=False, first=first)
        act("as it should be", HOLDS, HOLDS)
        act("of nothing but its closing entry", HOLDS, HOLDS, build=lambda f: f.close())
        act("the second", HOLDS, HOLDS, build=lambda f: (f.entry(), f.close(), f.entry()))
        self.forged("act: by the log", lambda f: (f.close(), f.entry(author=f.log_key), f.close(
            author=f.log_key, signer=f.log_seed)), HOLDS, HOLDS, close=False)
        for name, how in (
                ("refs more", {"refs": [bytes(32)]}), ("no refs", {"refs": []}),
                ("time", {"more": {3: 0, 4: None}}), ("office", {"more": {5: "x"}}),
                ("body more", {"body": {3: 0}}), ("no size", {"body": {1: None}}),
                ("no root", {"body": {2: None}}), ("size 1", {"body": {1: 1}}),
                ("another root", {"body": {2: bytes(32)}}), ("kind example", {"kind": "example"}),
                ("another audience", {"audience": b"\x01" * 16}), ("a part", {"parts": {5: 0}}),
                ("an empty payload", {"payload": b""}), ("another commitment", {"commitment": bytes(32)})):
            act(name, BROKEN, HOLDS, **how)
        act("with its author", BROKEN, HOLDS, more={4: public_key(b"\xa1" * 32)})
        act("kind example, with author", BROKEN, HOLDS, kind="example",
            more={4: public_key(b"\xa1" * 32)})
        self.forged("act: refs turned around", lambda f: (f.entry(), f.close(refs=f.ids[::-1])),
                    BROKEN, HOLDS, close=False)
        act("version 2", UNCHECKED, HOLDS, version=2)
        act("version 2, other refs", UNCHECKED, HOLDS, version=2, refs=[bytes(32)])
        act("version 2, any body", UNCHECKED, HOLDS, version=2, body={7: "x"})
        act("version 2, another audience", UNCHECKED, HOLDS, version=2, audience=b"\x01" * 16)
        act("version 2, with author", UNCHECKED, HOLDS, version=2, more={4: public_key(b"\xa1" * 32)})
        act("version 0", BROKEN, HOLDS, version=0)
        act("header version 2", UNCHECKED, UNCHECKED, header_version=2)
        act("header version 2, another signer", UNCHECKED, UNCHECKED, header_version=2, signer=other)
        act("header version 2, payload missing", BROKEN, BROKEN, header_version=2, missing=True)
        act("header empty", BROKEN, BROKEN, header=b"")
        act("of another dossier", BROKEN, BROKEN, dossier=bytes(16))
        act("payload missing", BROKEN, BROKEN, missing=True)
        act("by two authors", BROKEN, BROKEN, build=lambda f: f.entry(author=public_key(other)))
        act("closed by another", BROKEN, BROKEN, author=public_key(other), signer=other)
        act("signed by another", BROKEN, BROKEN, signer=other)
        act("signature of zeros", BROKEN, BROKEN, signature=bytes(64))
        act("signature short", BROKEN, BROKEN, signature=bytes(63))
        act("signature long", BROKEN, BROKEN, signature=bytes(65))
        act("another frontier", BROKEN, BROKEN, frontier=lambda f: f.frontier()[::-1])
        act("frontier longer", BROKEN, BROKEN, frontier=lambda f: f.frontier() + bytes(32))
        act("frontier empty", BROKEN, BROKEN, frontier=lambda f: b"")
        act("kind act inside", BROKEN, HOLDS, build=lambda f: f.entry("act"))
        act("kind act inside, no author", BROKEN, HOLDS, build=lambda f: f.entry("act", more={4: None}))
        act("kind act version 2 inside", BROKEN, HOLDS, build=lambda f: f.entry("act", version=2))
        act("a closing entry without its act", BROKEN, HOLDS,
            build=lambda f: (f.close(), f.sql("DELETE FROM act")))
        self.forged("act: none", lambda f: f.entry(), BROKEN, BROKEN, close=False)
        self.forged("act: entries after it", lambda f: (f.close(), f.entry()), BROKEN, BROKEN, close=False)
        self.forged("act: kind act after it", lambda f: (f.close(), f.entry("act", more={4: None})),
                    BROKEN, BROKEN, close=False)

    def checkpoints(self):
        def note(name, expected, build):
            self.forged("checkpoint: " + name, lambda f: f.close(note=build), expected, expected,
                        close=False)
        stranger = signature_line("party.example", b"1234", bytes(64))
        def text(name, expected, change):
            note(name, expected, lambda f: f.note(text=change(f.text())))
        def lines(name, expected, build):
            note(name, expected, lambda f: f.note(lines=build(f, f.log_line(f.text()))))
        text("as it should be", HOLDS, lambda t: t)
        text("an extension", HOLDS, lambda t: t + "more\n")
        text("two extensions", HOLDS, lambda t: t + "more\nand é\n")
        text("an empty extension", BROKEN, lambda t: t + "\n")
        text("an empty line inside", BROKEN, lambda t: t + "\nmore\n")
        text("two lines", BROKEN, lambda t: "".join(t.splitlines(True)[:2]))
        text("size 02", BROKEN, lambda t: t.replace("\n2\n", "\n02\n"))
        text("size +2", BROKEN, lambda t: t.replace("\n2\n", "\n+2\n"))
        text("size in Arabic digits", BROKEN, lambda t: t.replace("\n2\n", "\n\u0662\n"))
        text("size 3", BROKEN, lambda t: t.replace("\n2\n", "\n3\n"))
        text("size 2^64 + 2", BROKEN, lambda t: t.replace("\n2\n", f"\n{2**64 + 2}\n"))
        text("size empty", BROKEN, lambda t: t.replace("\n2\n", "\n\n"))
        text("origin empty", BROKEN, lambda t: t[t.index("\n"):])
        text("origin upper case", BROKEN, lambda t: t.replace("parley", "PARLEY"))
        text("root without padding", BROKEN, lambda t: t.replace("=\n", "\n"))
        text("root of 33 bytes", BROKEN, lambda t: t[:t.index("\n2\n") + 3] + base64_of(bytes(33)) + "\n")
        text("root with a space", BROKEN, lambda t: t.replace("=\n", "= \n"))
        text("a tab", BROKEN, lambda t: t + "a\tb\n")
        text("U+007F", HOLDS, lambda t: t + "a\x7fb\n")
        text("U+0085", HOLDS, lambda t: t + "a\u0085b\n")
        note("another root", BROKEN, lambda f: f.note(root=bytes(32)))
        note("the size before", BROKEN, lambda f: f.note(size=1))
        note("padding bits", BROKEN, lambda f: f.note(text=sloppy(f.text())))
        lines("a stranger's line too", HOLDS, lambda f, its: [its, stranger])
        lines("a stranger's line first", HOLDS, lambda f, its: [stranger, its])
        lines("a stranger's line alone", BROKEN, lambda f, its: [stranger])
        lines("no line", BROKEN, lambda f, its: [])
        lines("its line twice", HOLDS, lambda f, its: [its, its])
        lines("its line and a bad one", BROKEN, lambda f, its: [its, f.log_line("x", signature=bytes(64))])
        lines("a bad one", BROKEN, lambda f, its: [f.log_line("x")])
        lines("a short one", BROKEN, lambda f, its: [f.log_line("x", signature=bytes(3))])
        lines("a long one", BROKEN, lambda f, its: [
            f.log_line("x", signature=sign(f.text().encode(), f.log_seed) + b"x")])
        lines("its name, another id, beside", HOLDS, lambda f, its: [its, f.log_line("x", id=b"1234")])
        lines("another name, its id, beside", HOLDS, lambda f, its: [its, f.log_line("x", name="other")])
        lines("another id", BROKEN, lambda f, its: [f.log_line(f.text(), id=b"1234")])
        lines("another name", BROKEN, lambda f, its: [f.log_line(f.text(), name="other")])
        lines("128 lines", HOLDS, lambda f, its: [stranger] * 127 + [its])
        lines("129 lines", BROKEN, lambda f, its: [its] + [stranger] * 128)
        lines("a line that is none", BROKEN, lambda f, its: [its, "more"])
        lines("a line of a hyphen", BROKEN, lambda f, its: [its, stranger.replace("\u2014", "-")])
        lines("a space at the end", BROKEN, lambda f, its: [its + " "])
        for name, key_name, expected in (
                ("+", "a+b", BROKEN), ("U+0085", "a\u0085b", BROKEN), ("U+00A0", "a\u00a0b", BROKEN),
                ("U+2028", "a\u2028b", BROKEN), ("U+3000", "a\u3000b", BROKEN),
                ("U+180E", "a\u180eb", HOLDS), ("U+200B", "a\u200bb", HOLDS), ("U+007F", "a\x7fb", HOLDS),
                ("U+FEFF", "\ufeffab", HOLDS), ("nothing", "", BROKEN), ("Arabic", "\u062d\u0644\u0628", HOLDS)):
            lines(f"a stranger's name with {name}", expected, lambda f, its, key_name=key_name: [
                its, signature_line(key_name, b"1234", bytes(64))])
        for size, expected in ((0, BROKEN), (3, BROKEN), (4, BROKEN), (5, HOLDS), (5000, HOLDS)):
            lines(f"a stranger's {size} bytes", expected, lambda f, its, size=size: [
                its, signature_line("a", b"", bytes(size))])
        lines("a stranger's base64 without padding", BROKEN, lambda f, its: [
            its, signature_line("a", b"1234", bytes(4)).rstrip("=")])
        lines("a stranger's padding bits", BROKEN, lambda f, its: [its, "\u2014 a MTIzNAB="])
        lines("a stranger's base64 of URLs", BROKEN, lambda f, its: [its, "\u2014 a MTIzNA__"])
        for length, expected in ((262144, HOLDS), (262145, BROKEN)):
            note(f"{length} bytes", expected, lambda f, length=length: f.note(
                text=f.text() + "x" * (length - len(f.note().encode()) - 1) + "\n"))
        note("not UTF-8", BROKEN, lambda f: f.note().encode() + b"\xff\n")

    def cosignatures(self):
        def line(name, expected, build, size=None):
            self.forged("cosignature: " + name, lambda f: (
                f.close(), f.row("cosignature", len(f.ids) if size is None else size, build(f))),
                expected, expected, close=False)
        line("as it should be", HOLDS, lambda f: f.cosignature())
        line("at time 0", HOLDS, lambda f: f.cosignature(time=0))
        line("at the last time", HOLDS, lambda f: f.cosignature(time=2**63 - 1))
        line("after it", BROKEN, lambda f: f.cosignature(time=2**63))
        line("of another text", BROKEN, lambda f: f.cosignature(text="x\n"))
        line("of no act", BROKEN, lambda f: f.cosignature(), size=1)
        line("unknown key", UNCHECKED, lambda f: f.cosignature(name="party.example"))
        line("key in upper case", UNCHECKED, lambda f: f.cosignature(
            name="parley/key/" + public_key(b"\xa3" * 32).hex().upper()))
        line("key a digit long", UNCHECKED, lambda f: f.cosignature(
            name="parley/key/" + public_key(b"\xa3" * 32).hex() + "0"))
        line("another key", BROKEN, lambda f: f.cosignature(
            name="parley/key/" + public_key(b"\xa2" * 32).hex()))
        line("a key that is none", BROKEN, lambda f: f.cosignature(name="parley/key/" + "ff" * 32))
        line("another key id", BROKEN, lambda f: f.cosignature(its_id=b"1234"))
        line("key id of type 1", BROKEN, lambda f: f.cosignature(its_id=second.key_id(
            "parley/key/" + public_key(b"\xa3" * 32).hex(), 1, public_key(b"\xa3" * 32))))
        line("a short signature", BROKEN, lambda f: f.cosignature(signature=bytes(63)))
        line("a long signature", BROKEN, lambda f: f.cosignature(signature=sign(
            f"cosignature/v1\ntime 1389700800\n{f.text()}".encode(), b"\xa3" * 32) + b"x"))
        line("the log's own line", UNCHECKED, lambda f: f.log_line(f.text()))
        line("two", BROKEN, lambda f: f.cosignature() + "\n" + f.cosignature(time=5))
        line("a newline", BROKEN, lambda f: f.cosignature() + "\n")
        line("text and line", BROKEN, lambda f: "\n" + f.cosignature())
        line("nothing", BROKEN, lambda f: "")
        line("bytes that are no text", BROKEN, lambda f: b"\xff\xfe")
        self.forged("cosignature: under a checkpoint that is none", lambda f: (
            f.close(note=lambda f: "none"), f.row("cosignature", 2, "x")), BROKEN, BROKEN, close=False)

    def erasures(self):
        other = bytes(range(32))
        def order(name, expected, build, closed=HOLDS):
            self.forged("erasure: " + name, build, expected, closed)
        def erase(f, *ids, version=1, body=None, **how):
            return f.entry("erasure", version, {1: "named by mistake"} | (body or {}), refs=list(ids),
                           **how)
        gone, lost = {"missing": True}, {"parts": {3: "x", 4: "y"}, "without": [3]}
        order("whole", HOLDS, lambda f: erase(f, f.entry(**gone)), UNCHECKED)
        order("whole, with its parts", HOLDS, lambda f: erase(
            f, f.entry(parts={3: "x"}, without=[3], **gone)), UNCHECKED)
        order("whole, parts left", BROKEN, lambda f: erase(f, f.entry(parts={3: "x"}, **gone)), UNCHECKED)
        order("whole, not done", BROKEN, lambda f: erase(f, f.entry()))
        order("whole, parts destroyed alone", BROKEN, lambda f: erase(f, f.entry(**lost)))
        order("of two", HOLDS, lambda f: erase(f, f.entry(**gone), f.entry(**gone)), UNCHECKED)
        order("of one of two", BROKEN, lambda f: (erase(f, f.entry(**gone)), f.entry(**gone)), UNCHECKED)
        order("without its entry", HOLDS, lambda f: erase(f, other))
        order("without refs", HOLDS, lambda f: erase(f))
        order("a field", HOLDS, lambda f: erase(f, f.entry(**lost), body={2: [3]}))
        order("a field, not done", BROKEN, lambda f: erase(f, f.entry(parts={3: "x"}), body={2: [3]}))
        order("another field", BROKEN, lambda f: erase(f, f.entry(**lost), body={2: [5]}))
        order("a field that is none", HOLDS, lambda f: erase(f, f.entry(), body={2: [3]}))
        order("a field, the payload missing", BROKEN, lambda f: erase(f, f.entry(**gone), body={2: [3]}),
              UNCHECKED)
        order("a field twice", HOLDS, lambda f: erase(f, f.entry(**lost), body={2: [3, 3]}))
        order("no field", HOLDS, lambda f: erase(f, f.entry(), body={2: []}))
        order("no field, payload missing", BROKEN, lambda f: erase(f, f.entry(**gone), body={2: []}),
              UNCHECKED)
        for name, fields in (("null", None), ("an integer", 3), ("texts", ["3"]), ("a map", {3: 3}),
                             ("some texts", [3, "x"]), ("true", [True])):
            raw = second.encode({1: "x", 2: fields})
            order(f"fields {name}", BROKEN, lambda f, raw=raw: f.entry(payload=raw_order(
                f, raw, f.entry(parts={3: "x"}))))
        order("no reason", HOLDS, lambda f: f.entry("erasure", 1, {}, refs=[f.entry(**gone)]), UNCHECKED)
        order("another reason", HOLDS, lambda f: f.entry("erasure", 1, {1: 5}, refs=[f.entry(**gone)]),
              UNCHECKED)
        order("more in the body", HOLDS, lambda f: erase(f, f.entry(**gone), body={9: 5}), UNCHECKED)
        order("version 2", UNCHECKED, lambda f: erase(f, f.entry(), version=2))
        order("version 2, missing", UNCHECKED, lambda f: erase(f, f.entry(**gone), version=2), UNCHECKED)
        order("version 2, another missing", UNCHECKED, lambda f: (
            erase(f, f.entry(), version=2), f.entry(**gone)), UNCHECKED)
        order("version 2, part missing", UNCHECKED, lambda f: erase(f, f.entry(**lost), version=2))
        order("version 2, fields", UNCHECKED, lambda f: erase(
            f, f.entry(**lost), version=2, body={2: "x"}))
        order("version 2 and an order not done", BROKEN, lambda f: (
            erase(f, other, version=2), erase(f, f.entry())))
        order("version 2 and an order done", UNCHECKED, lambda f: (
            erase(f, other, version=2), erase(f, f.entry(**gone))), UNCHECKED)
        order("version 2, closing payload missing", BROKEN, lambda f: (
            erase(f, other, version=2), f.close(missing=True), f.entry()), BROKEN)
        order("before its entry", HOLDS, lambda f: ahead(f, erase, **gone), UNCHECKED)
        order("before its entry, not done", BROKEN, lambda f: ahead(f, erase))
        order("of an order", HOLDS, lambda f: erase(f, erase(f, other, **gone)), UNCHECKED)
        order("of an order, not done", BROKEN, lambda f: erase(f, erase(f, other)))
        order("of an order that counted", BROKEN, lambda f: erase(f, erase(f, f.entry(**gone), **gone)),
              UNCHECKED)
        order("of a closing entry, not done", HOLDS, lambda f: (f.close(), erase(f, f.ids[-1])))
        order("of a closing entry", BROKEN, lambda f: (f.close(missing=True), erase(f, f.ids[-1])), BROKEN)
        order("of the first entry, not done", BROKEN, lambda f: erase(f, f.ids[0]))
        order("of a later header, gone", UNCHECKED, lambda f: erase(
            f, f.entry(header_version=2, **gone)), UNCHECKED)
        order("of a later header, not done", UNCHECKED, lambda f: erase(f, f.entry(header_version=2)),
              UNCHECKED)
        order("of a later header, parts there", BROKEN, lambda f: erase(
            f, f.entry(header_version=2, parts={3: "x"})), UNCHECKED)
        order("of a later header, a field there", BROKEN, lambda f: erase(
            f, f.entry(header_version=2, parts={3: "x"}), body={2: [3]}), UNCHECKED)
        order("with a later header", UNCHECKED, lambda f: erase(f, f.entry(), header_version=2), UNCHECKED)
        order("with a later header, done", BROKEN, lambda f: erase(
            f, f.entry(**gone), header_version=2), UNCHECKED)
        order("fields in a part", HOLDS, lambda f: erase(f, f.entry(**lost), parts={2: [3]}))
        order("fields in a part, not done", BROKEN, lambda f: erase(
            f, f.entry(parts={3: "x"}), parts={2: [3]}))
        order("fields in a part, null", BROKEN, lambda f: erase(f, f.entry(), parts={2: b"\xf6"}))
        order("fields in a part that was erased", HOLDS, lambda f: erase(
            f, erase(f, f.entry(**gone), parts={2: [3]}, without=[2]), body={2: [2]}), UNCHECKED)
        order("fields in a part that was erased, not done", BROKEN, lambda f: erase(
            f, erase(f, f.entry(**lost), parts={2: [3]}, without=[2]), body={2: [2]}))
        order("reason in a part", HOLDS, lambda f: f.entry(
            "erasure", 1, {}, refs=[f.entry(**gone)], parts={1: "x"}), UNCHECKED)
        order("by a broken payload", BROKEN, lambda f: erase(f, f.entry(**gone), more={5: ""}), UNCHECKED)
        order("without author", BROKEN, lambda f: erase(f, f.entry(**gone), more={4: None}), UNCHECKED)
        order("by another", HOLDS, lambda f: (
            f.close(), erase(f, f.ids[0], body={2: []}, author=f.log_key),
            f.close(author=f.log_key, signer=f.log_seed)))
        order("of another kind", BROKEN, lambda f: f.entry("erasures", refs=[f.entry(**gone)]), UNCHECKED)

    def first_entries(self):
        def first(name, expected, build, closed=HOLDS):
            self.forged("first: " + name, build, expected, closed, first=False)
        key = Forger(self.empty, PASSPHRASE).log_key
        first("as it should be", HOLDS, lambda f: f.dossier_entry())
        first("another kind", BROKEN, lambda f: f.entry())
        first("another kind with its body", BROKEN, lambda f: f.entry(body={1: "x", 2: key}))
        first("another key", BROKEN, lambda f: f.dossier_entry(body={1: "x", 2: bytes(32)}))
        first("no key", BROKEN, lambda f: f.dossier_entry(body={1: "x"}))
        first("key in words", BROKEN, lambda f: f.dossier_entry(body={1: "x", 2: "x"}))
        first("no title", BROKEN, lambda f: f.dossier_entry(body={2: key}))
        first("title a number", BROKEN, lambda f: f.dossier_entry(body={1: 5, 2: key}))
        first("empty title", HOLDS, lambda f: f.dossier_entry(body={1: "", 2: key}))
        first("more in the body", HOLDS, lambda f: f.dossier_entry(body={1: "x", 2: key, 9: 0}))
        first("version 2", HOLDS, lambda f: f.dossier_entry(version=2))
        first("version 2, another body", BROKEN, lambda f: f.dossier_entry(version=2, body={}))
        first("key in a part", HOLDS, lambda f: f.dossier_entry(
            body={1: "x"}, parts={2: second.encode(key)}))
        first("title in a part", HOLDS, lambda f: f.dossier_entry(body={2: key}, parts={1: "x"}))
        first("other parts", HOLDS, lambda f: f.dossier_entry(parts={5: "x"}))
        first("the second", BROKEN, lambda f: (f.entry(), f.dossier_entry()))
        first("twice", HOLDS, lambda f: (f.dossier_entry(), f.dossier_entry()))
        first("nothing but closing entries", HOLDS, lambda f: f.close())
        first("after an act of nothing", BROKEN, lambda f: (f.close(), f.dossier_entry()))
        first("a later header, nothing else", UNCHECKED, lambda f: f.dossier_entry(header_version=2),
              UNCHECKED)
        first("a later header", BROKEN, lambda f: (f.dossier_entry(header_version=2), f.entry()), UNCHECKED)
        first("gone under an order", BROKEN, lambda f: f.entry(
            "erasure", refs=[f.dossier_entry(missing=True)]), UNCHECKED)

    def outside(self):
        forger = Forger(self.empty, PASSPHRASE)
        forger.dossier_entry()
        forger.entry()
        data = forger.close().data()
        def against(name, note, expected):
            note = note if isinstance(note, bytes) else note.encode()
            self.add("outside: " + name, data, expected, expected, against=note)
        make, line, stranger = forger.note, forger.log_line, signature_line("a", b"1234", bytes(64))
        for size in (1, 2, 3):
            against(f"size {size}", make(size=size), HOLDS)
            against(f"size {size}, another root", make(size=size, root=bytes(32)), BROKEN)
        against("size 0", make(size=0), HOLDS)
        against("size 0, another root", make(size=0, root=bytes(32)), BROKEN)
        against("size 4", make(size=4, root=bytes(32)), BROKEN)
        against("the last size", make(size=2**63 - 1, root=bytes(32)), BROKEN)
        against("a size beyond all records", make(size=2**64 - 1, root=bytes(32)), BROKEN)
        against("a size too large", make(size=2**64, root=bytes(32)), FAILED)
        against("an extension", make(extension="more\n"), HOLDS)
        against("another record", make(origin="parley/" + "00" * 16), FAILED)
        against("another log", make(origin="example.com/log"), FAILED)
        against("nothing", "", FAILED)
        against("words", "words\n", FAILED)
        against("another note", make(text="words\n"), FAILED)
        against("a text alone", forger.text(), FAILED)
        against("no line", make(lines=[]), FAILED)
        against("a stranger's line", make(lines=[stranger]), BROKEN)
        against("a stranger's line, another root", make(root=bytes(32), lines=[stranger]), BROKEN)
        against("a stranger's too", make(lines=[line(forger.text()), stranger]), HOLDS)
        against("a bad line", make(lines=[line("x")]), BROKEN)
        against("a good and a bad line", make(lines=[line(forger.text()), line("x")]), BROKEN)
        against("a line twice", make(lines=[line(forger.text())] * 2), HOLDS)
        against("a cosignature", make(lines=[line(forger.text()), forger.cosignature()]), HOLDS)
        against("a bad cosignature", make(lines=[line(forger.text()), forger.cosignature(time=2**63)]),
                HOLDS)
        against("size 03", make(text=forger.text().replace("\n3\n", "\n03\n")), FAILED)
        against("padding bits", make(text=sloppy(forger.text())), FAILED)
        against("not UTF-8", make().encode() + b"\xff\n", FAILED)
        against("CRLF", make().replace("\n", "\r\n"), FAILED)
        against("without the last newline", make()[:-1], FAILED)
        broken = forger.sql("UPDATE act SET signature = zeroblob(64)").data()
        self.add("outside: a broken record, a note of another", broken, FAILED, FAILED,
                 against=make(origin="parley/" + "00" * 16).encode())
        self.add("outside: a broken record, a good note", broken, BROKEN, BROKEN, against=make().encode())
        self.add("outside: a broken page, a note of another", flipped(broken, 9000, 1), FAILED,
                 FAILED, against=make(origin="parley/" + "00" * 16).encode())
        self.add("outside: a broken page, a passphrase that is none", flipped(broken, 9000, 1),
                 BROKEN, BROKEN, passphrase="never was one")
        for name, expected, statement in (
                ("a gap", FAILED, "UPDATE entry SET n = 9 WHERE n = 2"), ("a part more", BROKEN, "INSERT INTO part VALUES("
                "7, 1, x'', x'')"), ("an entry at -1", BROKEN, "INSERT INTO entry VALUES(-1, x'', NULL, NULL)"),
                ("an act at 0", BROKEN, "INSERT INTO act VALUES(0, x'', '', x'')"),
                ("a short signature", FAILED, "UPDATE act SET signature = x'00'"),
                ("a header empty", FAILED, "UPDATE entry SET header = x'' WHERE n = 1"),
                ("no log key", BROKEN, "DELETE FROM meta WHERE name = 'log-key'"),
                ("a frontier empty", FAILED, "UPDATE act SET frontier = x''"),
                ("a field x", BROKEN, "INSERT INTO part VALUES(0, 'x', x'', x'')")):
            self.add(f"wrong passphrase and {name}", edited(data, statement), expected,
                     BROKEN, passphrase="never was one")
        self.add("outside: a note of another, a passphrase that is none", data, FAILED, FAILED,
                 passphrase="never was one", against=make(origin="parley/" + "00" * 16).encode())

    def random_rows(self):
        """A row of the program's record taken away, exchanged for another or changed, at random."""
        columns = {"entry": ("header", "key", "text"), "part": ("key", "text"),
                   "act": ("signature", "checkpoint", "frontier"), "cosignature": ("line",)}
        order = {"entry": "n", "part": "n", "act": "size", "cosignature": "size"}
        choose = self.random
        for number in range(60):
            table = choose.choice(["entry", "entry", "entry", "act", "act", *columns])
            column = choose.choice(columns[table])
            keys = [row[0] for row in rows(self.quick, f"SELECT {order[table]} FROM {table}")]
            one, other = choose.choice(keys), choose.choice(keys)
            cell = f"SELECT CAST({column} AS BLOB) FROM {table} WHERE {order[table]} = ?"
            was, others = (value(self.quick, cell, key) or b"" for key in (one, other))
            change = choose.choice(["flip", "flip", "cut", "longer", "other", "row"])
            if change == "row":
                statement = (f"DELETE FROM {table} WHERE {order[table]} = ?", (one,))
            else:
                new = {"cut": lambda: was[:choose.randrange(len(was) or 1)], "other": lambda: others,
                       "longer": lambda: was + choose.randbytes(choose.randrange(1, 50)),
                       "flip": lambda: flipped(was, choose.randrange(len(was)), choose.randrange(1, 256))
                       if was else b""}[change]()
                statement = (f"UPDATE {table} SET {column} = ? WHERE {order[table]} = ?", (new, one))
            self.list.append(Case(f"random {number}: {change} {table}.{column} of {one} ({other})",
                                  edited(self.quick, statement),
                                  choose.choice([None, PASSPHRASE, PASSPHRASE]),
                                  choose.choice([None, self.note]), None))


def quick_slot(record):
    """The record with a passphrase that takes little time to try, for the many cases."""
    return Forger(record, PASSPHRASE).data()


def sloppy(text):
    """The text with a root whose last padding bits are not zero."""
    at = text.index("=\n") - 1
    digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    return text[:at] + digits[digits.index(text[at]) + 1] + text[at + 1:]


def raw_order(forger, body, entry_id):
    """An erasure order's payload with a body as it stands."""
    return (b"\xa5\x01\x67erasure\x02\x01\x04\x58\x20" + forger.author + b"\x06\x81\x58\x20" + entry_id
            + b"\x08" + body)


def ahead(forger, erase, **entry):
    """An order that stands before the entry it names."""
    forger.entry(**entry)
    named, row = forger.ids.pop(), forger.statements.pop()[1]
    erase(forger, named)
    forger.row("entry", len(forger.ids), *row[1:])
    forger.ids.append(named)

# ---- running -------------------------------------------------------------------------------------

def ask_program(program, case):
    """Exit code, answer, message."""
    file = program.folder / f"case-{os.getpid()}.parley"
    file.write_bytes(case.data)
    words = ["verify", "--json", "--threads", "1", "-d", file]
    if case.passphrase is None:
        words.append("--closed")
    if case.against is not None:
        note = program.folder / f"case-{os.getpid()}.note"
        note.write_bytes(case.against)
        words += ["--against", note]
    done = program.run(*words, passphrase=case.passphrase, check=False)
    for left in program.folder.glob(file.name + "*"):
        left.unlink()
    answer = json.loads(done.stdout) if done.stdout else {}
    return done.returncode, answer, done.stderr.decode().strip()


def ask_second(case):
    passphrase = None if case.passphrase is None else case.passphrase.encode()
    try:
        report = second.verify(case.data, passphrase, case.against)
    except second.Refused as refusal:
        return FAILED, {}, str(refusal)
    except Exception:
        return None, {}, traceback.format_exc()
    return report.exit_code(), json.loads(second.as_json(report)), ""


def ask_both(program, case):
    return ask_program(program, case), ask_second(case)


def same(theirs, ours):
    if theirs[0] != ours[0]:
        return False
    counts = ("size", "acts", "root", "payloads_opened", "payloads_erased", "with_passphrase")
    return theirs[0] not in (HOLDS, UNCHECKED) or all(
        theirs[1][name] == ours[1][name] for name in counts)


def shown(answer):
    code, json_answer, error = answer
    lines = [f"    exit {code} {error}"]
    lines += [f"      {finding['verdict']}: {finding['place']}: {finding['text']}"
              for finding in json_answer.get("findings", [])]
    if code in (HOLDS, UNCHECKED):
        lines.append("      " + str({k: v for k, v in json_answer.items() if k != "findings"}))
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", default="")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        program = Program(pathlib.Path(folder))
        record, note = make_record(program)
        cases = [case for case in Cases(record, note, options.seed).list
                 if options.only in case.name]
        differ = unexpected = known = 0
        counts = collections.Counter()
        pool = concurrent.futures.ProcessPoolExecutor(2, multiprocessing.get_context("fork"))
        with pool:
            answers = pool.map(ask_both, [program] * len(cases), cases, chunksize=8)
            for case, (theirs, ours) in zip(cases, answers):
                counts[ours[0]] += 1
                agreed = same(theirs, ours)
                as_known = not agreed and KNOWN.get(case.name, (None,))[0] == theirs[0]
                as_said = case.expected in (None, ours[0])
                known += as_known
                differ += not agreed and not as_known
                unexpected += not as_said
                if case.name in KNOWN and agreed:
                    print(f"no longer differs: {case.name}; take it off the list")
                if not (agreed or as_known) or not as_said or options.verbose:
                    print("same  " if agreed else "DIFFER", case.name,
                          "" if as_said else f"(the pages say {case.expected})")
                    print("  the program", shown(theirs), "  verify.py", shown(ours), sep="\n")
    words = ", ".join(f"{counts[code]} {word}" for code, word in (
        (HOLDS, "hold"), (UNCHECKED, "unchecked"), (BROKEN, "do not hold"), (FAILED, "refused")))
    print(f"{len(cases)} cases: {len(cases) - differ - known} agree, {known} differ as known, "
          f"{differ} differ, {unexpected} not as the pages say; {words}; "
          f"{time.monotonic() - began:.0f} s")
    return 1 if differ or unexpected or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
