"""recordlinkage as in its examples for the febrl sets: blocks, agreement at .85 of Jaro-Winkler or exact,
and its unsupervised classifier (ECM), told how sure it is of each pair."""

import peer

import pandas
import recordlinkage


def main():
    job = peer.Job()
    columns = job.columns()
    frames = [peer.keyed(pandas.DataFrame(rows), columns["keys"]).replace("", None) for rows in job.rows()]
    indexer = recordlinkage.Index()
    for key in columns["keys"]:
        indexer.block(key)
    pairs = indexer.index(*frames)
    compare = recordlinkage.Compare(n_jobs=1)
    for use in ("given", "family"):
        compare.string(use, use, method="jarowinkler", threshold=.85, label=use)
    compare.exact("birth", "birth", label="birth")
    for name in columns["others"]:
        if name in ("sex", "state", "street_number", "postcode", "soc_sec_id", "phone", "occupation", "postcode_fake"):
            compare.exact(name, name, label=name)
        else:
            compare.string(name, name, method="jarowinkler", threshold=.85, label=name)
    features = compare.compute(pairs, *frames)
    classifier = recordlinkage.ECMClassifier(binarize=.5)
    classifier.fit(features)
    sure = classifier.prob(features)
    kept = sure[sure >= .01]
    a, b = kept.index.get_level_values(0), kept.index.get_level_values(1)
    job.tell(((min(x, y), max(x, y), p) if not job.two else (x, y, p) for x, y, p in zip(a, b, kept)), len(pairs))


main()
