#!/usr/bin/python3
"""Holds doc/format/worked-example.md to verify.py, which was written from the pages beside it."""

import pathlib
import re

import verify as second

PAGE = pathlib.Path(__file__).resolve().parents[2] / "doc/format/worked-example.md"


def values_of(page):
    """The values in hex: name = digits, which may go on in indented lines."""
    found = re.finditer(r"^(\w[\w .-]*?) = ([0-9a-f]+\n(?: {4}[0-9a-f]+\n)*)", page, re.MULTILINE)
    return {match[1]: bytes.fromhex("".join(match[2].split())) for match in found}


def main():
    page = PAGE.read_text(encoding="utf-8")
    given = values_of(page)
    dossier = bytes([0xd0]) * 16

    digest = second.sha256(b"parley/part/1" + bytes([1]) * 32 + given["part 3 value"])
    assert digest == given["part 3 digest"]
    for n, draw in ((0, 2), (1, 7), (2, 10)):
        payload, header = given[f"payload {n}"], given[f"header {n}"]
        assert second.is_payload(second.decode(payload))
        assert second.encode(second.decode(payload)) == payload
        commitment = second.sha256(b"parley/payload/1" + bytes([draw]) * 32 + payload)
        assert commitment == given[f"commitment {n}"] == second.decode(header)[4]
        assert second.leaf_hash(header) == given[f"id {n}"]
    ids = [given[f"id {n}"] for n in range(3)]
    assert second.tree_root(ids) == given["root"]
    assert second.tree_frontier(ids) == given["frontier"]

    message = b"parley/act/1\x00" + ids[2]
    assert message == given["signed message"]
    assert second.ed25519_holds(given["author"], given["signature"], message)
    note = second.parse_note(re.search(r"table `act`:\n\n```\n(.*?)```", page, re.DOTALL)[1].encode())
    origin = "parley/" + dossier.hex()
    assert second.log_signed(note, origin, given["log"])
    assert second.parse_checkpoint(note.text) == (origin, 3, given["root"])

    key = second.slot_key(b"lake of Geneva", given["slot kdf"])
    assert key == given["slot key"]
    dossier_key = second.unwrap(given["slot wrapped"], b"parley/slot/1" + dossier, key)
    assert dossier_key == bytes([0xc1]) * 32
    seed = second.unwrap(given["wrapped-log-key"], b"parley/log/1" + dossier, dossier_key)
    assert seed == bytes([0xa2]) * 32
    assert second.open_salted(given["entry 0 key"], given["entry 0 text"], ids[0], dossier_key) == (
        bytes([2]) * 32, given["payload 0"])
    assert second.open_salted(given["part 3 key"], given["part 3 text"], given["part 3 context"],
                              dossier_key) == (bytes([1]) * 32, given["part 3 value"])
    print(f"{len(given)} values read; the example is as the pages say")


if __name__ == "__main__":
    main()
