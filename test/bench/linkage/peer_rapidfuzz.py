"""rapidfuzz as one would write it in an afternoon: pairs with an equal key, the weighted mean of
Jaro-Winkler similarities of the fields that both have, names in either order; linked from .85."""

import peer

import numpy
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler


def similarity(x, y):
    return process.cpdist(x, y, scorer=JaroWinkler.normalized_similarity, workers=2, dtype=numpy.float32)


def main():
    job = peer.Job()
    lists = job.rows()
    columns = job.columns()
    a, b = peer.blocked(lists, columns["keys"])
    second = lists[1] if job.two else lists[0]
    weights = {"given": 2, "family": 2, "birth": 2, **columns["others"]}
    texts = {use: [numpy.array([row[use] for row in rows], dtype=object) for rows in (lists[0], second)]
             for use in weights}
    total, weight = numpy.zeros(len(a)), numpy.zeros(len(a))
    for use, counts in weights.items():
        x, y = texts[use][0][a], texts[use][1][b]
        full = (x != "") & (y != "")
        score = similarity(x, y)
        if use in ("given", "family"):
            other = "family" if use == "given" else "given"
            swapped = texts[other][1][b]
            score = numpy.maximum(score, numpy.where(swapped != "", similarity(x, swapped) - .05, 0))
        total += numpy.where(full, counts * score, 0)
        weight += numpy.where(full, counts, 0)
    mean = numpy.where(weight >= 4, total / numpy.maximum(weight, 1), 0)
    kept = numpy.flatnonzero(mean >= .6)
    job.tell(zip(a[kept], b[kept], mean[kept]), len(a))


main()
