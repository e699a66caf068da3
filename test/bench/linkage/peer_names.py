"""How many pairs of words a second rapidfuzz compares, one thread. usage: peer_names.py FILE"""

import sys
import time

import numpy
from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

with open(sys.argv[1], encoding="utf-8") as TEXT:
    WORDS = [line.rstrip("\n") for line in TEXT]
for NAME, SCORER in (("Jaro-Winkler", JaroWinkler.normalized_similarity),
                     ("edit distance (optimal string alignment)", OSA.distance)):
    STARTED = time.process_time()
    TYPE = numpy.float32 if NAME == "Jaro-Winkler" else numpy.int32
    process.cdist(WORDS, WORDS, scorer=SCORER, workers=1, dtype=TYPE)
    TOOK = time.process_time() - STARTED
    print(f"{NAME}: {len(WORDS) ** 2 / TOOK / 1e6:.1f} M pairs/s")
