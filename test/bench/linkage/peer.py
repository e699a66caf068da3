"""What the peers share: a peer is a script "peer_NAME.py JOB", JOB a JSON object with `kind` of the data,
`files`, `rows` and `out`. It writes lines "a,b,bits" to out: rows of the first file and of the second (or of the
one), from 0, and log2 of the odds, for pairs of .01 or more; and what it tells about itself to out.json.
"""

import csv
import json
import math
import sys
import time

STARTED = time.monotonic()

# What each column is, for the peers that have no notion of columns: its use and weight; and the keys of which
# a pair must share one, "family:4": so many first letters.
COLUMNS = {
    "fake_1000": {"given": "first_name", "family": "surname", "birth": "dob",
                  "others": {"city": 1, "email": 2}, "keys": [["given"], ["family"], ["birth"], ["email"]]},
    "febrl3": {"given": "given_name", "family": "surname", "birth": "date_of_birth",
               "others": {"street_number": .5, "address_1": 1, "suburb": 1, "postcode": 1, "state": .5,
                          "soc_sec_id": 2},
               "keys": [["given"], ["family"], ["birth"], ["soc_sec_id"], ["postcode"]]},
    "historical_50k": {"given": "first_name", "family": "surname", "birth": "dob",
                       "others": {"birth_place": 1, "postcode_fake": 2, "occupation": 1},
                       "keys": [["given:3", "family:4"], ["family", "birth"], ["given", "birth"],
                                ["birth", "birth_place"], ["postcode_fake:3", "birth"], ["postcode_fake:3", "given"],
                                ["postcode_fake:3", "family"], ["given:2", "family:2", "birth:4"]]},
    "people": {"given": "given_name", "family": "family_name", "birth": "birth_date",
               "others": {"sex": .5, "street": 1, "city": .5, "postcode": 1, "phone": 2},
               "keys": [["given", "family"], ["phone"], ["family:3", "birth"], ["given:3", "birth"],
                        ["birth", "postcode"], ["birth", "street"], ["family", "street"], ["given", "street"],
                        ["family:3", "postcode"], ["given:3", "postcode"]]},
}
COLUMNS["febrl4"] = COLUMNS["febrl3"]


class Job:
    def __init__(self):
        job = json.loads(sys.argv[1])
        self.kind, self.files, self.out = job["kind"], job["files"], job["out"]
        self.rows_in_all = job["rows"]
        self.two = len(self.files) == 2
        self.about = {"start": round(time.monotonic() - STARTED, 3)}

    def columns(self):
        return COLUMNS[self.kind]

    def rows(self):
        """Lists of rows, one for each file: {use: text}, folded, "" where empty."""
        uses = self.columns()
        names = {"given": uses["given"], "family": uses["family"], "birth": uses["birth"]}
        names.update({name: name for name in uses["others"]})
        lists = []
        for path in self.files:
            with open(path, encoding="utf-8", newline="") as text:
                reader = csv.reader(text)
                header = [name.strip() for name in next(reader)]
                at = {use: header.index(name) for use, name in names.items()}
                lists.append([{use: " ".join(row[k].lower().split()) for use, k in at.items()} for row in reader])
        if self.kind == "people":
            for row in lists[0]:
                row["phone"] = row["phone"].replace("-", "").replace(" ", "")
        return lists

    def tell(self, pairs, compared, **more):
        """Writes (a, b, probability) and the figures."""
        count = 0
        with open(self.out, "w", encoding="ascii") as out:
            for a, b, p in pairs:
                if p >= .01:
                    out.write(f"{a},{b},{bits(p):.6f}\n")
                    count += 1
        self.finish(compared=int(compared), **more)

    def finish(self, **more):
        self.about.update(more)
        with open(self.out + ".json", "w", encoding="utf-8") as out:
            json.dump(self.about, out)


def bits(p):
    p = min(max(float(p), 1e-12), 1 - 1e-12)
    return math.log2(p / (1 - p))


def keyed(frame, keys):
    """The frame with a column for each key that is only first letters."""
    for part in {part for key in keys for part in key if ":" in part}:
        name, letters = part.split(":")
        frame[part] = frame[name].str.slice(0, int(letters))
    return frame


def blocked(lists, keys):
    """Pairs with an equal, full key, each once: two arrays of row numbers, sorted."""
    import numpy
    import pandas

    frames = [keyed(pandas.DataFrame(rows), keys) for rows in lists]
    two = len(frames) == 2
    other = frames[1] if two else frames[0]
    found = []
    for key in keys:
        sides = []
        for frame in (frames[0], other):
            full = (frame[key] != "").all(axis=1)
            sides.append(frame.loc[full, key].assign(row=numpy.flatnonzero(full)))
        both = sides[0].merge(sides[1], on=key, suffixes=("_a", "_b"))
        a, b = both["row_a"].to_numpy(numpy.int64), both["row_b"].to_numpy(numpy.int64)
        if not two:
            a, b = a[a < b], b[a < b]
        found.append(a << 32 | b)
    pairs = numpy.unique(numpy.concatenate(found))
    return pairs >> 32, pairs & 0xffffffff
