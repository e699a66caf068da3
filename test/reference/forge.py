"""Changes the file of a record, and forges acts that a record could go on with; for agree_test.py."""

import base64
import os
import sqlite3
import unicodedata

import nacl.bindings as sodium

import verify as second


# ---- changing a file -----------------------------------------------------------------------------

def with_checksums(data):
    pages = [data[at:at + second.PAGE] for at in range(0, len(data), second.PAGE)]
    return b"".join(page[:-8] + second.page_checksum(page) if len(page) == second.PAGE else page
                    for page in pages)


def edited_plainly(data, *statements):
    """The file after SQL statements, each a text or (text, values); checksums left as they are."""
    database = sqlite3.connect(":memory:")
    database.deserialize(data)
    database.execute("PRAGMA secure_delete = ON")
    for statement in statements:
        text, values = (statement, ()) if isinstance(statement, str) else statement
        database.execute(text, values)
    database.commit()
    return database.serialize()


def edited(data, *statements):
    """The same with checksums written anew."""
    return with_checksums(edited_plainly(data, *statements))


def rows(data, query, *values):
    database = sqlite3.connect(":memory:")
    database.deserialize(data)
    return database.execute(query, values).fetchall()


def value(data, query, *values):
    return rows(data, query, *values)[0][0]


def flipped(data, at, mask):
    changed = bytearray(data)
    changed[at] ^= mask
    return bytes(changed)


# ---- forging acts --------------------------------------------------------------------------------

def wrap(key, context, under):
    nonce = os.urandom(24)
    return nonce + sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(key, context, nonce, under)


def seal(plain, context, dossier_key):
    """Wrapped key and sealed text of a payload or part."""
    key = os.urandom(32)
    return (wrap(key, context, dossier_key),
            sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, context, bytes(24), key))


def sign(message, seed):
    secret = sodium.crypto_sign_seed_keypair(seed)[1]
    return sodium.crypto_sign(message, secret)[:64]


def public_key(seed):
    return sodium.crypto_sign_seed_keypair(seed)[0]


def signature_line(name, its_id, signature):
    return f"\u2014 {name} {base64.b64encode(its_id + signature).decode()}"


def base64_of(data):
    return base64.b64encode(data).decode()


class Forger:
    """A record that begins as the program's file does, or empty, and goes on with forged acts.

    What the passphrase opens is all it needs: the dossier key and the log's seed. Its acts are signed
    by a key of its own, which the verification of a record does not ask to be admitted.
    """

    def __init__(self, data, passphrase, keep=None):
        database = sqlite3.connect(":memory:")
        database.deserialize(data)
        self.dossier = value(data, "SELECT value FROM meta WHERE name = 'dossier'")
        salt = os.urandom(16)
        slots = rows(data, "SELECT kdf, wrapped FROM slot ORDER BY n")
        passphrase = unicodedata.normalize("NFC", passphrase).encode()
        self.dossier_key = second.unwrap(
            slots[0][1], b"parley/slot/1" + self.dossier, second.slot_key(passphrase, slots[0][0]))
        self.log_seed = second.unwrap(
            value(data, "SELECT value FROM meta WHERE name = 'wrapped-log-key'"),
            b"parley/log/1" + self.dossier, self.dossier_key)
        self.log_key = public_key(self.log_seed)
        self.origin = "parley/" + self.dossier.hex()
        # a cheap slot, so that each of many cases takes little time
        kdf = second.encode([1, 8, salt])
        wrapped = wrap(self.dossier_key, b"parley/slot/1" + self.dossier,
                       second.slot_key(passphrase, kdf))
        self.statements = ["DELETE FROM slot",
                           ("INSERT INTO slot VALUES(0, 'main', ?, ?)", (kdf, wrapped))]
        self.base = data
        self.author_seed = bytes([0xa1]) * 32
        self.author = public_key(self.author_seed)
        self.ids = [second.leaf_hash(header) for header, in
                    rows(data, "SELECT header FROM entry ORDER BY n")]
        if keep is not None:
            for table, column in (("entry", "n >="), ("part", "n >="), ("act", "size >"),
                                  ("cosignature", "size >")):
                self.statements.append(f"DELETE FROM {table} WHERE {column} {keep}")
            self.ids = self.ids[:keep]
        self.start = len(self.ids)

    def row(self, table, *values):
        marks = ", ".join("?" * len(values))
        self.statements.append((f"INSERT INTO {table} VALUES({marks})", values))

    def sql(self, statement, *values):
        self.statements.append((statement, values))
        return self

    def dossier_entry(self, **changes):
        return self.entry("dossier", **({"body": {1: "Forged", 2: self.log_key}} | changes))

    def entry(self, kind="example", version=1, body=None, refs=None, parts=None, more=None,
              payload=None, header=None, author=None, audience=second.EVERYONE, dossier=None,
              header_version=1, commitment=None, missing=False, without=(), plain=None,
              digest=None):
        """Adds an entry; its id. `parts` is {field: value}; `more` overrides keys of the payload
        (None: without it); `payload` and `header` override all bytes; `without` names parts that
        are not stored."""
        author = author or self.author
        contents = {1: kind, 2: version, 3: 1389614400, 4: author, 8: body or {}}
        if refs:
            contents[6] = refs
        sealed_parts = {}
        for field, part in (parts or {}).items():
            part = part if isinstance(part, bytes) else second.encode(part)
            sealed_parts[field] = os.urandom(32) + part
            contents.setdefault(7, {})[field] = [
                bytes(16), digest or second.sha256(b"parley/part/1" + sealed_parts[field])]
        for key, item in (more or {}).items():
            contents[key] = item
            if item is None:
                del contents[key]
        payload = second.encode(contents) if payload is None else payload
        salted = os.urandom(32) + payload
        commitment = commitment or second.sha256(b"parley/payload/1" + salted)
        if header is None:
            header = second.encode([header_version, dossier or self.dossier, author, audience,
                                    commitment])
        entry_id, n = second.leaf_hash(header), len(self.ids)
        key, text = seal(plain if plain is not None else salted, entry_id, self.dossier_key)
        if missing:
            key = text = None
        self.row("entry", n, header, key, text)
        self.ids.append(entry_id)
        for field, part in sealed_parts.items():
            if field not in without:
                self.part(n, field, part)
        return entry_id

    def again(self, entry_id):
        """The last entry once more."""
        self.row("entry", len(self.ids), *self.statements[-1][1][1:])
        self.ids.append(entry_id)

    def part(self, n, field, salted):
        context = self.ids[n] + (field % 2**64).to_bytes(8, "big")
        self.row("part", n, field, *seal(salted, context, self.dossier_key))

    def close(self, more=None, body=None, refs=None, signer=None, signature=None, note=None,
              frontier=None, **entry):
        """Closes the act of the entries added since the last one. What is None is as it should be;
        None in `body` or `more` leaves the key out."""
        refs = self.ids[self.start:] if refs is None else refs
        body = {1: self.start, 2: second.tree_root(self.ids[:self.start])} | (body or {})
        body = {key: item for key, item in body.items() if item is not None}
        closing = self.entry(**({"kind": "act", "body": body, "refs": refs,
                                 "more": {3: None, 4: None} | (more or {})} | entry))
        if signature is None:
            signature = sign(b"parley/act/1\x00" + closing, signer or self.author_seed)
        self.row("act", len(self.ids), signature, self.note() if note is None else note(self),
                 self.frontier() if frontier is None else frontier(self))
        self.start = len(self.ids)
        return self

    def frontier(self):
        return second.tree_frontier(self.ids)

    def text(self, size=None, root=None, origin=None, extension=""):
        size = len(self.ids) if size is None else size
        root = second.tree_root(self.ids[:size]) if root is None else root
        return f"{origin or self.origin}\n{size}\n{base64_of(root)}\n{extension}"

    def log_line(self, text, **changes):
        return signature_line(changes.get("name", self.origin),
                              changes.get("id", second.key_id(self.origin, 1, self.log_key)),
                              changes.get("signature", sign(text.encode(), self.log_seed)))

    def note(self, text=None, lines=None, **changes):
        text = self.text(**changes) if text is None else text
        lines = [self.log_line(text)] if lines is None else lines
        return text + "\n" + "".join(line + "\n" for line in lines)

    def cosignature(self, seed=bytes([0xa3]) * 32, time=1389700800, name=None, its_id=None,
                    signature=None, text=None):
        key = public_key(seed)
        name = name or "parley/key/" + key.hex()
        message = f"cosignature/v1\ntime {time}\n{text or self.text()}".encode()
        return signature_line(name, its_id or second.key_id(name, 4, key),
                              time.to_bytes(8, "big") + (signature or sign(message, seed)))

    def data(self):
        return edited(self.base, *self.statements)
