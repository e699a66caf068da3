#!/usr/bin/env python3
"""The makers of invented people keep what their headers promise. usage: people_test.py BENCH_PEOPLE"""

import collections
import csv
import io
import subprocess
import sys
import unittest

PROGRAM = sys.argv.pop() if len(sys.argv) > 1 else "build/release/bench/bench_people"
ROWS = 20_000
# Each field's share of empty cells.
MISSING = {"given_name": .05, "family_name": .05, "birth_date": .10, "sex": .07, "street": .12, "city": .06,
           "postcode": .10, "phone": .15}


def made(seed, rows=ROWS):
    words = [PROGRAM, "--seed", str(seed), "--rows", str(rows), "--out", "-"]
    return subprocess.run(words, stdout=subprocess.PIPE, check=True).stdout


class People(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.bytes = made(1)
        cls.rows = list(csv.DictReader(io.StringIO(cls.bytes.decode("ascii"))))
        cls.people = collections.defaultdict(list)
        for row in cls.rows:
            cls.people[row["cluster"]].append(row)

    def test_same_seed_same_bytes(self):
        self.assertEqual(self.bytes, made(1))
        self.assertNotEqual(self.bytes, made(2))

    def test_a_fifth_are_further_records(self):
        sizes = collections.Counter(len(rows) for rows in self.people.values())
        again = ROWS // 5
        self.assertEqual(sizes, {1: ROWS - again - again * 3 // 4, 2: again * 3 // 4 - again // 5, 3: again * 3 // 20,
                                 4: again // 20})

    def test_the_order_tells_nothing(self):
        second = [k for k, row in enumerate(self.rows) if row is not self.people[row["cluster"]][0]]
        early = sum(k < ROWS // 2 for k in second) / len(second)
        self.assertTrue(.15 < early < .35, early)  # a quarter, of pairs in any order

    def test_fields_are_missing_together(self):
        for field, share in MISSING.items():
            empty = sum(row[field] == "" for row in self.rows) / ROWS
            self.assertAlmostEqual(empty, share, delta=.02, msg=field)
        both = sum(row["phone"] == "" and row["street"] == "" for row in self.rows) / ROWS
        self.assertGreater(both, 1.5 * MISSING["phone"] * MISSING["street"])

    def test_names_are_skewed(self):
        families = collections.Counter(row["family_name"] for row in self.rows if row["family_name"])
        self.assertGreater(len(families), 5_000)
        self.assertTrue(.005 < families.most_common(1)[0][1] / ROWS < .02)

    def test_records_of_one_person_differ_and_resemble(self):
        pairs = [rows[:2] for rows in self.people.values() if len(rows) > 1]
        same = {field: sum(a[field].lower() == b[field].lower() for a, b in pairs) / len(pairs) for field in MISSING}
        for field, share in same.items():
            self.assertTrue(.3 < share < .97, (field, share))
        whole = sum(all(a[field] == b[field] for field in MISSING) for a, b in pairs) / len(pairs)
        self.assertLess(whole, .1)

    def test_usage(self):
        for words in ([], ["--rows", "5"], ["--rows", "0", "--out", "-"], ["--rows", "x", "--out", "-"]):
            done = subprocess.run([PROGRAM, *words], stderr=subprocess.PIPE, check=False)
            self.assertEqual(done.returncode, 2)


if __name__ == "__main__":
    unittest.main()
