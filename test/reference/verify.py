#!/usr/bin/python3
"""Verifies a record. Written from doc/format, without the program's code, to see whether it suffices.

Where the pages left a choice, the program's was taken and the pages were mended: how far a note's size
goes, what is counted as erased, byte 47 of the file, and a passphrase that does not open a broken file.

usage: verify.py FILE [--passphrase-fd N] [--against NOTE] [--json]

  --passphrase-fd N   the passphrase is the first line of file descriptor N; without it, headers,
                      signatures and tree alone are checked
  --against NOTE      a checkpoint that was handed out: its entries must be here still
  --json              prints the answer as JSON

Prints what was found, each with its place, and last "holds" or "does not hold". Exit codes: 0 holds;
1 it could not be done (wrong passphrase, a file or note that is none); 2 usage; 3 holds, but something
could not be checked; 4 does not hold.

Needs Python 3.11 and python3-nacl (libsodium); nothing of the program. It is written to be compared
with the pages line by line: it reads the file whole and takes its time.
"""

import base64
import collections
import hashlib
import json
import os
import re
import sqlite3
import struct
import sys
import unicodedata

import nacl.bindings as sodium
import nacl.exceptions

PAGE = 4096
EVERYONE = bytes(16)
MAX_INTEGER = 2**63 - 1


def sha256(data):
    return hashlib.sha256(data).digest()


def ed25519_holds(key, signature, message):
    """As libsodium verifies; see doc/explanation/ed25519.md."""
    if len(signature) != 64 or len(key) != 32:
        return False
    try:
        sodium.crypto_sign_open(signature + message, key)
        return True
    except (nacl.exceptions.CryptoError, ValueError):
        return False


# ---- cbor.md ------------------------------------------------------------------------------------

class NotCanonical(Exception):
    pass


def decode(data):
    """The value whose canonical CBOR `data` is; NotCanonical if there is none."""
    value, end = decode_at(data, 0, 0)
    if end != len(data):
        raise NotCanonical("a byte after the value")
    return value


def decode_at(data, at, depth):
    """A value that stands inside `depth` arrays and maps, and where it ends."""
    if at >= len(data):
        raise NotCanonical("the value is cut")
    if depth > 32:
        raise NotCanonical("nested too deeply")
    major, low = data[at] >> 5, data[at] & 31
    at += 1
    if major == 7:
        if low not in (20, 21, 22):
            raise NotCanonical("neither false, true nor null")
        return {20: False, 21: True, 22: None}[low], at
    if low < 24:
        argument = low
    elif low < 28:
        size = 1 << (low - 24)
        if at + size > len(data):
            raise NotCanonical("the head is cut")
        argument = int.from_bytes(data[at:at + size], "big")
        at += size
        if argument < (24 if size == 1 else 1 << (4 * size)):
            raise NotCanonical("a longer form than needed")
    else:
        raise NotCanonical("an indefinite or unknown length")
    if major in (0, 1):
        if argument > MAX_INTEGER:
            raise NotCanonical("an integer out of bounds")
        return (argument if major == 0 else -1 - argument), at
    if major in (2, 3):
        if argument > len(data) - at:
            raise NotCanonical("a string is cut")
        string = bytes(data[at:at + argument])
        at += argument
        if major == 2:
            return string, at
        try:
            return string.decode("utf-8"), at
        except UnicodeDecodeError:
            raise NotCanonical("text that is not UTF-8") from None
    if major == 4:
        if argument > len(data) - at:
            raise NotCanonical("an array is cut")
        items = []
        for _ in range(argument):
            item, at = decode_at(data, at, depth + 1)
            items.append(item)
        return items, at
    if major == 5:
        if 2 * argument > len(data) - at:
            raise NotCanonical("a map is cut")
        pairs, before = {}, None
        for _ in range(argument):
            start = at
            key, at = decode_at(data, at, depth + 1)
            if not is_integer(key):
                raise NotCanonical("a key that is no integer")
            if before is not None and bytes(data[start:at]) <= before:
                raise NotCanonical("keys out of order or twice")
            before = bytes(data[start:at])
            pairs[key], at = decode_at(data, at, depth + 1)
        return pairs, at
    raise NotCanonical("a tag")


def is_integer(value):
    return isinstance(value, int) and not isinstance(value, bool)


def is_bytes(value, size):
    return isinstance(value, bytes) and len(value) == size


def head(major, argument):
    if argument < 24:
        return bytes([major << 5 | argument])
    size = next(s for s in (1, 2, 4, 8) if argument < 1 << (8 * s))
    return bytes([major << 5 | 24 + size.bit_length() - 1]) + argument.to_bytes(size, "big")


def encode(value):
    if value is None or isinstance(value, bool):
        return {False: b"\xf4", True: b"\xf5", None: b"\xf6"}[value]
    if isinstance(value, int):
        return head(0, value) if value >= 0 else head(1, -1 - value)
    if isinstance(value, bytes):
        return head(2, len(value)) + value
    if isinstance(value, str):
        return head(3, len(value.encode())) + value.encode()
    if isinstance(value, list):
        return head(4, len(value)) + b"".join(map(encode, value))
    pairs = sorted((encode(key), encode(item)) for key, item in value.items())
    return head(5, len(pairs)) + b"".join(key + item for key, item in pairs)


# ---- record.md, The tree ------------------------------------------------------------------------

def leaf_hash(header):
    return sha256(b"\x00" + header)


def node_hash(left, right):
    return sha256(b"\x01" + left + right)


def tree_root(ids):
    """RFC 6962, section 2.1, from the leaves' hashes."""
    if not ids:
        return sha256(b"")
    if len(ids) == 1:
        return ids[0]
    split = 1 << ((len(ids) - 1).bit_length() - 1)
    return node_hash(tree_root(ids[:split]), tree_root(ids[split:]))


def tree_frontier(ids):
    """The roots of the perfect subtrees, the largest first."""
    frontier = b""
    while ids:
        size = 1 << (len(ids).bit_length() - 1)
        frontier += tree_root(ids[:size])
        ids = ids[size:]
    return frontier


# ---- record.md, Checkpoints ---------------------------------------------------------------------

class NotANote(Exception):
    pass


WHITE_SPACE = "\t\n\v\f\r \u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200b)))

NoteLine = collections.namedtuple("NoteLine", "name id signature")
Note = collections.namedtuple("Note", "text lines")
Checkpoint = collections.namedtuple("Checkpoint", "origin size root")


def from_base64(text):
    """Padded, with zero padding bits; None if it is not."""
    if not re.fullmatch(r"[A-Za-z0-9+/]*={0,2}", text, re.ASCII) or len(text) % 4:
        return None
    data = base64.b64decode(text)
    return data if base64.b64encode(data).decode() == text else None


def parse_note(data):
    if len(data) > 262144:
        raise NotANote("too long")
    try:
        note = data.decode("utf-8")
    except UnicodeDecodeError:
        raise NotANote("not UTF-8") from None
    if any(c < " " and c != "\n" for c in note):
        raise NotANote("a control character")
    split = note.rfind("\n\n")
    if split < 0:
        raise NotANote("no empty line before the signatures")
    text, signatures = note[:split + 1], note[split + 2:]
    if not signatures.endswith("\n"):
        raise NotANote("no signature line, or one that does not end")
    rows = signatures[:-1].split("\n")
    if len(rows) > 128:
        raise NotANote("more than 128 signature lines")
    lines = []
    for row in rows:
        words = row.split(" ")
        if len(words) != 3 or words[0] != "\u2014":
            raise NotANote("not a signature line")
        name, signature = words[1], from_base64(words[2])
        if not name or "+" in name or any(c in WHITE_SPACE for c in name):
            raise NotANote("not a key name")
        if signature is None or len(signature) < 5:
            raise NotANote("not base64 of a signature")
        lines.append(NoteLine(name, signature[:4], signature[4:]))
    return Note(text.encode(), lines)


def parse_checkpoint(text):
    lines = text.decode().split("\n")
    if len(lines) < 4 or lines.pop() != "" or not all(lines):
        raise NotANote("not a checkpoint's text")
    root = from_base64(lines[2])
    if not re.fullmatch(r"0|[1-9][0-9]{0,19}", lines[1], re.ASCII) or int(lines[1]) >= 2**64:
        raise NotANote("not a checkpoint's size")
    if root is None or len(root) != 32:
        raise NotANote("not a checkpoint's root")
    return Checkpoint(lines[0], int(lines[1]), root)


def key_id(name, kind, key):
    return sha256(name.encode() + b"\n" + bytes([kind]) + key)[:4]


def log_signed(note, origin, log_key):
    """Each line of the log's key verifies, and there is one."""
    its = [line for line in note.lines
           if line.name == origin and line.id == key_id(origin, 1, log_key)]
    return bool(its) and all(ed25519_holds(log_key, line.signature, note.text) for line in its)


# ---- file.md, Encryption ------------------------------------------------------------------------

def open_sealed(sealed, context, nonce, key):
    """What is in it, or None."""
    if len(key) != 32 or len(nonce) != 24 or len(sealed) < 16:
        return None
    try:
        return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(sealed, context, nonce, key)
    except (nacl.exceptions.CryptoError, ValueError):
        return None


def unwrap(wrapped, context, key):
    if wrapped is None or len(wrapped) != 72:
        return None
    return open_sealed(wrapped[24:], context, wrapped[:24], key)


def open_salted(wrapped, sealed, context, dossier_key):
    """Salt and value of a payload or part, or None."""
    key = unwrap(wrapped, context, dossier_key)
    plain = open_sealed(sealed, context, bytes(24), key) if key is not None else None
    return (plain[:32], plain[32:]) if plain is not None and len(plain) >= 32 else None


def slot_key(passphrase, kdf):
    """The key, or None where the slot is malformed or its cost out of bounds."""
    try:
        recorded = decode(kdf)
    except NotCanonical:
        return None
    if not isinstance(recorded, list) or len(recorded) != 3:
        return None
    passes, memory, salt = recorded
    if not is_integer(passes) or not is_integer(memory) or not is_bytes(salt, 16):
        return None
    if not 1 <= passes <= 16 or not 8 <= memory <= 1048576:
        return None
    return sodium.crypto_pwhash_alg(32, passphrase, salt, passes, memory * 1024,
                                    sodium.crypto_pwhash_ALG_ARGON2ID13)


# ---- file.md, the file --------------------------------------------------------------------------

class Refused(Exception):
    """It cannot be done; nothing is said of the record."""


TABLES = {
    "CREATE TABLE meta(name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE slot(n INTEGER PRIMARY KEY, label TEXT NOT NULL, kdf BLOB NOT NULL, "
    "wrapped BLOB NOT NULL)",
    "CREATE TABLE entry(n INTEGER PRIMARY KEY, header BLOB NOT NULL, key BLOB, text BLOB)",
    "CREATE TABLE part(n INTEGER, field INTEGER, key BLOB NOT NULL, text BLOB NOT NULL, "
    "PRIMARY KEY(n, field)) WITHOUT ROWID",
    "CREATE TABLE act(size INTEGER PRIMARY KEY, signature BLOB NOT NULL, checkpoint TEXT NOT NULL, "
    "frontier BLOB NOT NULL)",
    "CREATE TABLE cosignature(size INTEGER, line TEXT, PRIMARY KEY(size, line)) WITHOUT ROWID",
}

Act = collections.namedtuple("Act", "size signature checkpoint frontier")


def page_checksum(page):
    s1 = s2 = 0
    words = struct.unpack("<1022I", page[:PAGE - 8])
    for a, b in zip(words[::2], words[1::2]):
        s1 = (s1 + a + s2) & 0xffffffff
        s2 = (s2 + b + s1) & 0xffffffff
    return struct.pack("<II", s1, s2)


class Report:
    def __init__(self):
        self.findings = []      # (verdict, place, text)
        self.size = self.acts = 0
        self.root = sha256(b"")
        self.opened = self.erased = 0
        self.with_passphrase = False

    def broken(self, place, text):
        self.findings.append(("broken", place, text))

    def unchecked(self, place, text):
        self.findings.append(("unchecked", place, text))

    def holds(self):
        return all(verdict != "broken" for verdict, _, _ in self.findings)

    def exit_code(self):
        return 4 if not self.holds() else 3 if self.findings else 0


class Broken(Exception):
    """So broken that there is nothing further to check."""


class File:
    """The rows of the file, as bytes and integers."""

    def __init__(self, data, report):
        self.check_pages(data, report)
        self.database = sqlite3.connect(":memory:")
        try:
            self.database.deserialize(data)
            self.check_schema()
            rows = self.rows
            self.meta = dict(rows("SELECT CAST(name AS BLOB), CAST(value AS BLOB) FROM meta"))
            self.slots = rows("SELECT n, CAST(kdf AS BLOB), CAST(wrapped AS BLOB) FROM slot "
                              "ORDER BY n")
            self.entries = rows("SELECT n, CAST(header AS BLOB), CAST(key AS BLOB), "
                                "CAST(text AS BLOB) FROM entry ORDER BY n")
            self.parts = rows("SELECT n, field, CAST(key AS BLOB), CAST(text AS BLOB) FROM part "
                              "ORDER BY n, field")
            self.acts = [Act(*row) for row in rows(
                "SELECT size, CAST(signature AS BLOB), CAST(checkpoint AS BLOB), "
                "CAST(frontier AS BLOB) FROM act ORDER BY size")]
            self.cosignatures = rows("SELECT size, CAST(line AS BLOB) FROM cosignature "
                                     "ORDER BY size, line")
        except (sqlite3.Error, OverflowError, UnicodeDecodeError) as error:
            raise Broken(f"cannot be read: {error}") from None

    def rows(self, query):
        """The rows; a NULL where the table forbids it counts as nothing."""
        return [tuple(b"" if item is None else item for item in row)
                for row in self.database.execute(query)]

    def check_pages(self, data, report):
        if len(data) < PAGE or data[:16] != b"SQLite format 3\x00":
            raise Broken("not a SQLite file of whole pages")
        if data[16:18] != b"\x10\x00" or data[20] != 8:
            raise Broken("page size or reserved bytes are others")
        version = int.from_bytes(data[60:64], "big", signed=True)
        if data[68:72] != b"prly":
            raise Broken("not a dossier")
        whole = True
        for n in range(len(data) // PAGE):
            page = data[n * PAGE:(n + 1) * PAGE]
            if page_checksum(page) != page[-8:]:
                report.broken(f"page {n + 1}", "fails its checksum")
                whole = False
        if len(data) % PAGE:
            report.broken(f"page {len(data) // PAGE + 1}", "is cut")
        elif whole and int.from_bytes(data[28:32], "big") != len(data) // PAGE:
            report.broken("the file", "has another number of pages than it says")
        if data[18:20] != b"\x01\x01":
            report.broken("page 1", "asks for another journal than a dossier has")
        if not report.holds():
            return
        if version > 1:
            raise Refused(f"file version {version} is not supported")
        if version < 1:
            raise Broken("a file version below 1")
        if data[47] > 4:
            raise Refused("the schema is not of this format")

    def check_schema(self):
        texts = [text for text, in self.rows("SELECT CAST(sql AS BLOB) FROM sqlite_schema "
                                             "WHERE sql IS NOT NULL")]
        if sorted(texts) != sorted(text.encode() for text in TABLES):
            raise Broken("the tables are not those of a dossier")


def dossier_key_of(file, dossier, passphrase):
    try:
        passphrase = unicodedata.normalize("NFC", passphrase.decode("utf-8")).encode("utf-8")
    except UnicodeDecodeError:
        raise Refused("the passphrase is not UTF-8") from None
    skipped = False
    for _, kdf, wrapped in file.slots[:16]:
        key = slot_key(passphrase, kdf)
        if key is None:
            skipped = True
            continue
        dossier_key = unwrap(wrapped, b"parley/slot/1" + dossier, key)
        if dossier_key is not None:
            return dossier_key
    raise Refused("a passphrase slot is malformed or too dear" if skipped
                  else "the passphrase does not open this dossier")


# ---- record.md, Verification --------------------------------------------------------------------

class Entry:
    def __init__(self, n, header, key, text):
        self.n, self.header, self.key, self.text = n, header, key, text
        self.id = leaf_hash(header)
        self.missing = not text
        self.passes_ab = False      # header version 1 and of this dossier
        self.newer = False          # a later header version
        self.author = self.audience = self.commitment = None
        self.bytes = None           # of the payload, once c and d hold
        self.payload = None         # once c to g hold
        self.parts = {}             # field: (key, text) that are there
        self.values = {}            # field: value of the parts that opened
        self.whole_order = False
        self.field_orders = set()

    def place(self):
        return f"entry {self.n}"


def check_header(entry, dossier, report):
    """Steps a and b."""
    try:
        header = decode(entry.header)
    except NotCanonical as error:
        return report.broken(entry.place(), f"header: {error}")
    if not isinstance(header, list) or not header or not is_integer(header[0]):
        return report.broken(entry.place(), "header: no array that opens with an integer")
    if header[0] > 1:
        entry.newer = True
        return report.unchecked(entry.place(), f"header version {header[0]}")
    if (header[0] != 1 or len(header) != 5 or not is_bytes(header[1], 16)
            or not is_bytes(header[2], 32) or not is_bytes(header[3], 16)
            or not is_bytes(header[4], 32)):
        return report.broken(entry.place(), "header: not one of version 1")
    if header[1] != dossier:
        return report.broken(entry.place(), "header: another dossier")
    entry.passes_ab = True
    entry.author, entry.audience, entry.commitment = header[2:]
    return None


PAYLOAD_RULES = {
    1: lambda v: isinstance(v, str) and v != "",
    2: lambda v: is_integer(v) and v >= 1,
    3: is_integer,
    4: lambda v: is_bytes(v, 32),
    5: lambda v: isinstance(v, str) and v != "",
    6: lambda v: isinstance(v, list) and v != [] and all(is_bytes(ref, 32) for ref in v),
    7: lambda v: isinstance(v, dict) and v != {} and all(
        isinstance(part, list) and len(part) == 2 and is_bytes(part[0], 16)
        and is_bytes(part[1], 32) for part in v.values()),
    8: lambda v: isinstance(v, dict),
}


def is_payload(value):
    return (isinstance(value, dict) and {1, 2, 8} <= value.keys() <= PAYLOAD_RULES.keys()
            and all(PAYLOAD_RULES[key](item) for key, item in value.items())
            and not value.get(7, {}).keys() & value[8].keys())


def check_payload(entry, dossier_key, report):
    """Steps c to h."""
    place = entry.place()
    salted = open_salted(entry.key, entry.text, entry.id, dossier_key)
    if salted is None:
        return report.broken(place, "the sealed payload does not open")
    salt, payload = salted
    if sha256(b"parley/payload/1" + salt + payload) != entry.commitment:
        return report.broken(place, "the commitment is another")
    entry.bytes = payload
    try:
        value = decode(payload)
    except NotCanonical as error:
        return report.broken(place, f"payload: {error}")
    if not is_payload(value):
        return report.broken(place, "payload: breaks a rule")
    good = True
    if 4 in value and value[4] != entry.author:
        report.broken(place, "the payload has another author than the header")
        good = False
    for field, (key, text) in entry.parts.items():
        flaw = check_part(entry, value, field, key, text, dossier_key)
        if flaw:
            report.broken(f"{place}, field {field}", flaw)
            good = False
    if good:
        entry.payload = value
        if value[1] != "act" and 4 not in value:
            report.broken(place, "the payload has no author")
    return None


def check_part(entry, payload, field, key, text, dossier_key):
    if field not in payload.get(7, {}):
        return "the payload has no such part"
    context = entry.id + (field % 2**64).to_bytes(8, "big")
    salted = open_salted(key, text, context, dossier_key)
    if salted is None:
        return "the sealed part does not open"
    salt, value = salted
    if sha256(b"parley/part/1" + salt + value) != payload[7][field][1]:
        return "the digest is another"
    try:
        entry.values[field] = decode(value)
    except NotCanonical as error:
        return str(error)
    return ""


def check_outside(against, origin, log_key, report):
    """Step 3; the checkpoint to compare with, or None."""
    try:
        note = parse_note(against)
        checkpoint = parse_checkpoint(note.text)
    except NotANote as error:
        raise Refused(f"the note from outside: {error}") from None
    if checkpoint.origin != origin:
        raise Refused("the note from outside is a checkpoint of another record")
    if not log_signed(note, origin, log_key):
        report.broken("the checkpoint from outside", "is not signed by the log")
        return None
    return checkpoint


def check_sequence(entries, acts, outside, report):
    """Step 6. The acts that are reached, each with its closing entry."""
    if not entries:
        report.broken("the record", "has no entry")
    seen = {}
    for entry in entries:
        if entry.id[:8] in seen:
            report.broken(entry.place(), f"is entry {seen[entry.id[:8]]} again")
        seen.setdefault(entry.id[:8], entry.n)
    ids = [entry.id for entry in entries]
    closing, start = [], 0
    for act in acts:
        place = f"the act at size {act.size}"
        if not start < act.size <= len(entries):
            if act.size > len(entries):
                report.broken(place, "its size is not reached")
            continue
        check_act(act, entries[start:act.size], start, tree_root(ids[:start]), report)
        if act.frontier != tree_frontier(ids[:act.size]):
            report.broken(place, "the frontier is not that of the tree")
        closing.append((act, entries[act.size - 1]))
        start = act.size
    if start < len(entries):
        report.broken("the end of the record", "there are entries after the last act")
    if outside and outside.size > len(entries):
        report.broken("the end of the record", "its tail is lost")
    elif outside and tree_root(ids[:outside.size]) != outside.root:
        report.broken(f"the first {outside.size} entries", "history was rewritten")
    return closing


def check_act(act, entries, start, root_before, report):
    place, last = f"the act at size {act.size}", entries[-1]
    for entry in entries[:-1]:
        if entry.passes_ab and last.passes_ab and entry.author != last.author:
            report.broken(entry.place(), "is not by the author of its act")
        if entry.payload and entry.payload[1] == "act":
            report.broken(entry.place(), "is of kind act and closes none")
    if last.missing:
        report.broken(place, "the closing payload is missing")
    if not last.payload:
        return
    if last.payload[1] != "act":
        report.broken(place, "the closing entry is not of kind act")
    elif last.payload[2] > 1:
        report.unchecked(place, "a later version of kind act")
    else:
        ids = [entry.id for entry in entries[:-1]]
        if last.payload.get(6, []) != ids:
            report.broken(place, "its refs are not the ids of its entries")
        fits = {1: "act", 2: 1, 8: {1: start, 2: root_before}} | ({6: ids} if ids else {})
        if last.bytes != encode(fits):
            report.broken(place, "the closing payload does not fit")
        if last.audience != EVERYONE:
            report.broken(place, "the closing entry is not for everyone")


def read_orders(entries, report):
    """Marks what orders of erasure name; says whether there is one of a later version."""
    by_id = collections.defaultdict(list)
    for entry in entries:
        by_id[entry.id].append(entry)
    later = False
    for order in entries:
        if not order.payload or order.payload[1] != "erasure":
            continue
        if order.payload[2] > 1:
            report.unchecked(order.place(), "an erasure order of a later version")
            later = True
            continue
        fields = (order.payload[8] | order.values).get(2, "absent")
        if fields != "absent" and not (isinstance(fields, list) and all(map(is_integer, fields))):
            report.broken(order.place(), "an erasure order whose fields are no array of integers")
            continue
        for named in [e for ref in order.payload.get(6, []) for e in by_id.get(ref, [])]:
            if fields == "absent":
                named.whole_order = True
            else:
                named.field_orders.update(fields)
    return later


def check_missing(entries, closing, report):
    """Step 7."""
    if not report.with_passphrase:
        if any(entry.missing for entry in entries):
            report.unchecked("the record", "payloads are missing; orders cannot be read")
        return
    later = read_orders(entries, report)
    without_order = report.unchecked if later else report.broken
    for entry in entries:
        place = entry.place()
        if entry.missing:
            if entry.whole_order:
                report.erased += 1
            else:
                without_order(place, "the payload is missing without an order")
        elif entry.payload and entry.whole_order and entry.n not in closing:
            report.broken(place, "the payload is there and was destroyed by an order")
        for field in (entry.payload or {}).get(7, {}):
            if field not in entry.parts:
                if not entry.whole_order and field not in entry.field_orders:
                    without_order(f"{place}, field {field}", "is missing without an order")
        for field in entry.parts:
            if entry.whole_order or field in entry.field_orders:
                report.broken(f"{place}, field {field}", "is there and was destroyed by an order")


def check_signatures(closing, ids, origin, log_key, report):
    """Step 8."""
    for act, entry in closing:
        place = f"the act at size {act.size}"
        if entry.passes_ab and not ed25519_holds(entry.author, act.signature,
                                                 b"parley/act/1\x00" + entry.id):
            report.broken(place, "the author's signature does not hold")
        try:
            note = parse_note(act.checkpoint)
            checkpoint = parse_checkpoint(note.text)
        except NotANote as error:
            report.broken(place, f"checkpoint: {error}")
            continue
        if checkpoint.origin != origin or not log_signed(note, origin, log_key):
            report.broken(place, "the checkpoint is not the log's")
        if checkpoint.size != act.size or checkpoint.root != tree_root(ids[:act.size]):
            report.broken(place, "the checkpoint has another size or root")


def check_cosignatures(cosignatures, acts, report):
    """Step 9."""
    checkpoints = {act.size: act.checkpoint for act in acts}
    for size, line in cosignatures:
        place = f"a cosignature at size {size}"
        if size not in checkpoints:
            report.broken(place, "no act has that size")
            continue
        try:
            text = parse_note(checkpoints[size]).text
        except NotANote:
            continue
        try:
            lines = parse_note(text + b"\n" + line + b"\n").lines
        except NotANote as error:
            report.broken(place, str(error))
            continue
        if len(lines) != 1 or b"\n" in line:
            report.broken(place, "not one line")
            continue
        (name, its_id, signature), = lines
        match = re.fullmatch(r"parley/key/([0-9a-f]{64})", name, re.ASCII)
        if not match:
            report.unchecked(place, f"the key of {name} is not known")
            continue
        key, time = bytes.fromhex(match[1]), int.from_bytes(signature[:8], "big")
        message = b"cosignature/v1\ntime %d\n" % time + text
        if (its_id != key_id(name, 4, key) or time > MAX_INTEGER
                or not ed25519_holds(key, signature[8:], message)):
            report.broken(place, "does not verify")


def check_first_entry(entries, log_key, closing, report):
    """Step 2, its last part."""
    if not any(entry.payload and entry.n not in closing for entry in entries):
        return
    first = entries[0].payload
    if not first or first[1] != "dossier":
        report.broken("entry 0", "does not open the dossier")
        return
    body = first[8] | entries[0].values
    if not isinstance(body.get(1), str) or body.get(2) != log_key:
        report.broken("entry 0", "has another log key, or no title")


def verify(data, passphrase=None, against=None):
    """The Report on a file's bytes; Refused if nothing can be said."""
    report = Report()
    try:
        verify_into(report, data, passphrase, against)
    except Broken as error:
        report.broken("the file", str(error))
    return report


def verify_into(report, data, passphrase, against):
    file = File(data, report)
    dossier, log_key, wrapped = map(
        lambda name: file.meta.get(name, b""), (b"dossier", b"log-key", b"wrapped-log-key"))
    if len(dossier) != 16 or len(log_key) != 32 or len(wrapped) != 72:
        raise Broken("a row of meta is missing or wrong")
    origin = "parley/" + dossier.hex()

    entries = []
    for n, header, key, text in file.entries:
        if n < 0:
            report.broken("the file", "an entry with a negative position")
        else:
            entries.append(Entry(n, header, key, text))
    acts = []
    for act in file.acts:
        if act.size < 1:
            report.broken("the file", "an act with a size below 1")
        else:
            acts.append(act)
    last = entries[-1].n if entries else -1
    for n, field, _, _ in file.parts:
        if not is_integer(n) or not is_integer(field) or not 0 <= n <= last:
            report.broken("the file", f"a part {field} of entry {n}, which cannot be")

    dossier_key = None
    if passphrase is not None:
        try:
            dossier_key = dossier_key_of(file, dossier, passphrase)
        except Refused:
            if report.holds():
                raise  # else it goes on as without a passphrase
    if dossier_key is not None:
        report.with_passphrase = True
        seed = unwrap(wrapped, b"parley/log/1" + dossier, dossier_key)
        if seed is None or sodium.crypto_sign_seed_keypair(seed)[0] != log_key:
            report.broken("the file", "the wrapped log key is not that of the log")

    outside = check_outside(against, origin, log_key, report) if against is not None else None

    for n, entry in enumerate(entries):
        if entry.n != n:
            raise Broken(f"entry {n} is missing")
    for n, field, key, text in file.parts:
        if n in range(len(entries)):
            entries[n].parts[field] = (key, text)
    for act in acts:
        if len(act.signature) != 64:
            report.broken(f"the act at size {act.size}", "a signature that is not 64 bytes")

    for entry in entries:
        check_header(entry, dossier, report)
        if entry.missing and entry.key:
            report.broken(entry.place(), "the payload is missing and its key is there")
        if entry.passes_ab and not entry.missing and dossier_key is not None:
            check_payload(entry, dossier_key, report)

    reached = check_sequence(entries, acts, outside, report)
    closing = {entry.n for _, entry in reached}
    for entry in entries[max(closing, default=-1) + 1:]:
        if entry.payload and entry.payload[1] == "act":
            report.broken(entry.place(), "is of kind act and closes none")
    check_missing(entries, closing, report)
    ids = [entry.id for entry in entries]
    check_signatures(reached, ids, origin, log_key, report)
    check_cosignatures(file.cosignatures, acts, report)
    if report.with_passphrase:
        check_first_entry(entries, log_key, closing, report)

    report.size, report.acts, report.root = len(entries), len(file.acts), tree_root(ids)
    report.opened = sum(entry.payload is not None for entry in entries)


# ---- the command --------------------------------------------------------------------------------

def as_json(report):
    return json.dumps({
        "holds": report.holds(), "size": report.size, "acts": report.acts,
        "root": base64.b64encode(report.root).decode(), "payloads_opened": report.opened,
        "payloads_erased": report.erased, "with_passphrase": report.with_passphrase,
        "findings": [{"verdict": verdict, "place": place, "text": text}
                     for verdict, place, text in report.findings]}, indent=2)


def usage():
    print("usage: verify.py FILE [--passphrase-fd N] [--against NOTE] [--json]", file=sys.stderr)
    return 2


def hot_journal(path):
    """A journal that SQLite would have to roll back: the file alone is not the record."""
    try:
        with open(path + "-journal", "rb") as journal:
            return journal.read(1) not in (b"", b"\x00")
    except FileNotFoundError:
        return False


def main(arguments):
    path = passphrase_fd = note_path = None
    wants_json = False
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        if word == "--json":
            wants_json = True
        elif word == "--passphrase-fd" and rest and rest[0].isdigit():
            passphrase_fd = int(rest.pop(0))
        elif word == "--against" and rest:
            note_path = rest.pop(0)
        elif not word.startswith("-") and path is None:
            path = word
        else:
            return usage()
    if path is None:
        return usage()
    try:
        passphrase = against = None
        if passphrase_fd is not None:
            with os.fdopen(passphrase_fd, "rb") as stream:
                passphrase = stream.readline().removesuffix(b"\n").removesuffix(b"\r")
        with open(path, "rb") as stream:
            data = stream.read()
        if note_path is not None:
            with open(note_path, "rb") as stream:
                against = stream.read()
        if hot_journal(path):
            raise Refused("a journal lies beside it that SQLite must roll back first")
        report = verify(data, passphrase, against)
    except (OSError, Refused) as error:
        print(f"verify.py: {path}: {error}", file=sys.stderr)
        return 1
    if wants_json:
        print(as_json(report))
    else:
        for verdict, place, text in report.findings:
            print(f"{verdict}: {place}: {text}")
        print(f"{report.size} entries in {report.acts} acts, "
              f"root {base64.b64encode(report.root).decode()}; {report.opened} payloads opened, "
              f"{report.erased} erased by order")
        print("holds" if report.holds() else "does not hold")
    return report.exit_code()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
