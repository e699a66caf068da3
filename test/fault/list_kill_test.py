"""kill -9 at random moments of an import: the list is wholly there or not at all, the record holds,
and running it again completes it.

The program is the one that PARLEY names. PARLEY_KILLS: how many (default 20).
"""

import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PARLEY = os.environ.get("PARLEY", "build/release/parley")
KILLS = int(os.environ.get("PARLEY_KILLS", "20"))
PASSPHRASE = b"four plain words\n"
ROWS = 3000


def start(work, *arguments):
    read, write = os.pipe()
    os.write(write, PASSPHRASE)
    os.close(write)
    environment = dict(os.environ, PARLEY_DOSSIER=str(work / "a.parley"),
                       PARLEY_KEYS=str(work / "keys"))
    process = subprocess.Popen([PARLEY, *arguments, "--passphrase-fd", str(read)],
                               pass_fds=[read], env=environment, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, text=True)
    os.close(read)
    return process


def run(work, *arguments, codes=(0,)):
    process = start(work, *arguments)
    out, err = process.communicate()
    if process.returncode not in codes:
        sys.exit(f"{' '.join(arguments)}: exit {process.returncode}\n{out}{err}")
    return out


def write_list(path, rows, mark):
    with open(path, "w", encoding="utf-8") as file:
        file.write("Ref,Name,Born,Captured at\n")
        for i in range(rows):
            # One row in fifty cannot be read, one in thirty has a bad cell.
            name = "" if i % 50 == 7 else f"Invented{i} Father{i % 97} Family{i % 61}"
            born = "31.13.1980" if i % 30 == 3 else str(1950 + i % 50)
            file.write(f"R{i},{name},{born},{mark} {i % 13}\n")


def counts(work):
    """People and unread rows of the list, or None where there is none."""
    out = run(work, "list", "list")
    if not out:
        return None
    first = out.split("\n")[0]
    return first, out.count("\n") - 1  # the list's line, and how many versions


def importing(work, name):
    return ("list", "import", str(work / name), "--by", "north", "--kind", "sought", "--date", "2018-12-10")


def main():
    chance = random.Random(KILLS)
    work = pathlib.Path(tempfile.mkdtemp(prefix="parley-kill-"))
    try:
        run(work, "key", "new", "--name", "Desk", "--cost", "light")
        run(work, "init", "--title", "Invented", "--cost", "light")
        run(work, "party", "add", "north", "--name", "en=North")
        write_list(work / "one.csv", ROWS, "Gate")
        write_list(work / "two.csv", ROWS + 500, "Wall")  # every row is another's
        shutil.copy(work / "a.parley", work / "empty.parley")
        began = time.monotonic()
        run(work, *importing(work, "one.csv"), codes=(3,))
        longest = time.monotonic() - began
        whole_one = counts(work)
        shutil.copy(work / "a.parley", work / "first.parley")
        began = time.monotonic()
        run(work, *importing(work, "two.csv"), codes=(3,))
        longest = max(longest, time.monotonic() - began)
        whole_two = counts(work)

        writing = longest / 8
        before = after = during = 0
        for kill in range(KILLS):
            second = kill % 2 == 1  # a first version, or one that corrects three thousand rows
            shutil.copy(work / ("first.parley" if second else "empty.parley"), work / "a.parley")
            (work / "a.parley-journal").unlink(missing_ok=True)
            name, none, whole = (("two.csv", whole_one, whole_two) if second
                                 else ("one.csv", None, whole_one))
            process = start(work, *importing(work, name))
            if kill % 4 < 2:
                time.sleep(chance.random() * longest * 1.1)
            else:  # within the writing, which is short
                journal = work / "a.parley-journal"
                while process.poll() is None and not journal.exists():
                    time.sleep(0.0002)
                time.sleep(chance.random() * writing)
            process.send_signal(signal.SIGKILL)
            process.communicate()
            during += (work / "a.parley-journal").exists()
            # Either rolls back what the kill interrupted, and does it first in half of the rounds.
            if kill // 4 % 2:
                run(work, "verify")
            now = counts(work)
            run(work, "verify")
            if now not in (none, whole):
                sys.exit(f"kill {kill}: half a list: {now}")
            before += now == none
            after += now == whole
            out = run(work, *importing(work, name), codes=(3,))
            if now == whole and "nothing was written" not in out:
                sys.exit(f"kill {kill}: what was whole was written again")
            if counts(work) != whole:
                sys.exit(f"kill {kill}: running it again did not complete it: {counts(work)}")
        print(f"killed {KILLS} times: {before} times the list was not there, {after} times it was whole, "
              f"{during} times within the writing")
    finally:
        shutil.rmtree(work)


if __name__ == "__main__":
    main()
