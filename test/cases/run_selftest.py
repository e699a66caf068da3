#!/usr/bin/env python3
"""The case runner must notice what it is there to notice: tests of run.py."""

import os
import pathlib
import subprocess
import sys
import tempfile

RUN = pathlib.Path(__file__).with_name("run.py")

# name, case, exit code, text that must be in what the runner prints
CHECKS = [
    ("output as expected", "# It prints.\n\n$ printf 'a\\nb\\n'\na\nb\n", 0, ""),
    ("another line", "$ echo a\nb\n", 1, "-b"),
    ("a line too many", "$ printf 'a\\nb\\n'\na\n", 1, "+b"),
    ("a line missing", "$ echo a\na\nb\n", 1, "-b"),
    ("nothing expected", "$ echo a\n", 1, "+a"),
    ("nothing printed", "$ true\na\n", 1, "-a"),
    ("the place of a difference", "# one\n\n$ echo a\nb\n", 1, "x.case:3: $ echo a"),
    ("exit code", "$ exit 3\n[exit 3]\n", 0, ""),
    ("another exit code", "$ exit 4\n[exit 3]\n", 1, "[exit 4]"),
    ("an exit code not expected", "$ exit 4\n", 1, "[exit 4]"),
    ("exit 0 where another was expected", "$ true\n[exit 1]\n", 1, "-[exit 1]"),
    ("killed by a signal", "$ kill -9 $$\n[exit 137]\n", 0, ""),
    ("standard error", "$ echo a >&2; echo b\nb\n! a\n", 0, ""),
    ("another standard error", "$ echo a >&2\n! b\n", 1, "+! a"),
    ("a stream for the other", "$ echo a >&2\na\n", 1, "+! a"),
    ("wildcard in a line", "$ echo size 12 bytes\nsize ... bytes\n", 0, ""),
    ("wildcard in a line, beyond it", "$ echo size 12 words\nsize ... bytes\n", 1, "words"),
    ("wildcard lines", "$ seq 9\n1\n...\n8\n9\n", 0, ""),
    ("wildcard for no line", "$ seq 2\n1\n...\n2\n", 0, ""),
    ("two wildcards", "$ seq 9\n...\n4\n...\n9\n", 0, ""),
    ("wildcard that cannot help", "$ seq 9\n1\n...\n10\n", 1, "-10"),
    ("a pattern is no regular expression", "$ echo abc\na.c\n", 1, "-a.c"),
    ("blank line inside", "$ printf 'a\\n\\nb\\n'\na\n\nb\n\n\n# done\n", 0, ""),
    ("blank line missing", "$ printf 'a\\n\\nb\\n'\na\nb\n", 1, "+"),
    ("file", "=== in/held.csv\nname,born\n===\n$ cat in/held.csv\nname,born\n", 0, ""),
    ("file left open", "=== held.csv\nname\n$ true\n", 2, "no closing"),
    ("file outside", "=== ../held.csv\n===\n$ true\n", 2, "outside"),
    ("several lines of command", "$ for i in 1 2\n> do echo $i\n> done\n1\n2\n", 0, ""),
    ("variable", "@ WHO=desk\n$ echo $WHO\ndesk\n", 0, ""),
    ("escapes", "$ printf '# a\\n$ b\\n! c\\n'\n\\# a\n\\$ b\n\\! c\n", 0, ""),
    ("descriptor", "$ cat 3<<<\"four plain words\" <&3\nfour plain words\n", 0, ""),
    ("no standard input", "$ cat\n", 0, ""),
    ("surroundings", "$ echo $LANG $TZ; test -d $HOME; [ -z \"$(ls)\" ]\nC UTC\n", 0, ""),
    ("the case's folder", "$ pwd\n$WORK\n", 0, ""),
    ("not UTF-8", "$ printf '\\377\\n'\n\\\\xff\n", 0, ""),
    ("the program", "$ parley --version\nprogram 1\n", 0, ""),
    ("no command", "# nothing\n", 2, "no command"),
    ("text outside a command", "hello\n$ true\n", 2, "outside any command"),
]


def run(folder, text, *flags):
    case = folder / "x.case"
    case.write_text(text, encoding="utf-8")
    program = folder / "program"
    program.write_text("#!/bin/sh\necho program 1\n")
    program.chmod(0o755)
    done = subprocess.run([sys.executable, str(RUN), *flags, str(case)], capture_output=True,
                          text=True, env={**os.environ, "PARLEY": str(program)})
    return done.returncode, done.stdout + done.stderr, case.read_text(encoding="utf-8")


def main():
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for what, text, code, printed in CHECKS:
            got_code, got, _ = run(folder, text)
            if got_code != code or printed not in got:
                failed += 1
                print(f"{what}: exit {got_code}, expected {code} and '{printed}' in:\n{got}")
            # An updated case passes, and updating it again changes nothing.
            if code == 1:
                _, _, updated = run(folder, text, "--update")
                again, got, same = run(folder, updated)
                if again != 0 or same != updated:
                    failed += 1
                    print(f"{what}: after --update: exit {again}\n{updated}\n{got}")
            elif code == 0 and run(folder, text, "--update")[2] != text:
                failed += 1
                print(f"{what}: --update changed a case that passes")
        # What --update leaves alone: comments, files, layout, expectations that still hold.
        text = "# why\n\n=== a\n1\n===\n\n$ echo x\n...\n\n$ cat a\n2\n\n# end\n"
        if run(folder, text, "--update")[2] != text.replace("2\n", "1\n"):
            failed += 1
            print("--update touched more than the expectation that differs")
    print(f"{len(CHECKS) + 1 - failed} of {len(CHECKS) + 1} checks hold")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
