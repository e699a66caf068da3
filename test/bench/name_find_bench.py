#!/usr/bin/env python3
"""What `parley name find` finds of names across scripts, by the command itself.

usage: name_find_bench.py [arabic|russian|hebrew]...      by default all

Reads PARLEY_DATA (default ../shared/data), names/wd_*_16: words that nothing was learnt from. Every
Latin word asks, all different forms (spaces removed, NFC) answer; then the other way round, where any
Latin word of the form is right. The program is taken from PARLEY (default build/release/parley).
"""

import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import unicodedata

GOALS = {"arabic": (0.90, 0.95), "russian": (0.92, 0.96), "hebrew": (0.90, 0.97)}


def asked(program, queries, names):
    with tempfile.TemporaryDirectory() as folder:
        files = [pathlib.Path(folder, name) for name in ("queries", "names")]
        for file, lines in zip(files, (queries, names)):
            file.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        out = subprocess.run(
            [program, "name", "find", "--queries", files[0], "--in", files[1], "--top", "10", "--json"],
            check=True, capture_output=True, text=True, encoding="utf-8").stdout
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    answers = [json.loads(line) for line in out.splitlines()]
    assert [answer["query"] for answer in answers] == queries
    return [answer["found"] for answer in answers], seconds


def report(what, found, right, seconds):
    first = sum(bool(one) and one[0] in own for one, own in zip(found, right)) / len(found)
    tenth = sum(any(name in own for name in one) for one, own in zip(found, right)) / len(found)
    print(f"{what}: {len(found)} ask: recall@1 {first:.4f}, @10 {tenth:.4f}; {seconds:.1f} s CPU")
    sys.stdout.flush()


def main():
    program = os.environ.get("PARLEY", "build/release/parley")
    folder = pathlib.Path(os.environ.get("PARLEY_DATA", "../shared/data"), "names")
    if not folder.exists():
        print(f"skipped: {folder} is not there")
        return
    for name in sys.argv[1:] or GOALS:
        pairs = []
        for line in (folder / f"wd_{name}_16").read_text(encoding="utf-8").splitlines():
            latin, native, _ = line.split("\t")
            pairs.append((latin, unicodedata.normalize("NFC", native.replace(" ", ""))))
        latins = {}
        for latin, native in pairs:
            latins.setdefault(native, set()).add(latin)
        goals = "goals {:.2f}, {:.2f}".format(*GOALS[name])
        found, seconds = asked(program, [latin for latin, _ in pairs], list(latins))
        report(f"{name}, Latin asks ({goals})", found, [{native} for _, native in pairs], seconds)
        found, seconds = asked(program, list(latins), list(dict.fromkeys(latin for latin, _ in pairs)))
        report(f"{name}, Latin answers", found, list(latins.values()), seconds)


if __name__ == "__main__":
    main()
