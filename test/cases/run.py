#!/usr/bin/env python3
r"""Runs case files: commands and what they print.

usage: run.py [--update] [--keep] [CASE or FOLDER]...     (default: all cases beside this script)

  --update   rewrites what the case expects where it differs from what was printed
  --keep     leaves the temporary folder of each case and says where it is

The program is taken from PARLEY (default: build/release/parley). Exit code: 0 all as expected,
1 something differs, 2 a case file or the usage is wrong.

A case file, NAME.case, is read line by line:

  # text          A comment. The first lines of a case say what it shows.
  === held.csv    What follows, up to a line of only ===, is written to that file.
  name,born       Folders on the way are made; a file may be written again further on.
  ===
  @ NAME=value    From here on, commands find NAME in their environment.
  $ parley log    A command, run by bash in the case's folder, with no standard input.
  > | sort        A further line of the same command.
  1  init         What it prints on standard output, line by line.
  ! text          A line it prints on standard error.
  [exit 3]        Its exit code, if it is not 0.

In what is expected, a line of only ... stands for any number of lines, and ... inside a line for any
run of characters. Blank lines at the end of an output count neither in the case nor in what is
printed, and those between a comment and a command are layout. A line that would be read as one of
the above is written with a backslash before it. A case's folder is printed as $WORK.

Each case runs in an empty temporary folder with HOME and the XDG folders beside it, PATH leading to
`parley` and the system's programs, LANG=C, TZ=UTC. PARLEY_DATA and PARLEY_SOURCE name the shared data
and the source tree. There is no terminal; a passphrase is given by file descriptor:

  $ parley init --passphrase-fd 3 3<<<"four plain words here"
"""

import difflib
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SECONDS_A_COMMAND = 300
KEPT_VARIABLES = ("ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "LSAN_OPTIONS")
EXIT = re.compile(r"\[exit (\d+)\]$")


class CaseError(Exception):
    """The case file itself is wrong."""


class Command:
    def __init__(self, line):
        self.line = line      # number of its first line in the case, from 1
        self.text = ""        # what bash runs
        self.first = 0        # its expectation is lines[first:last] of the case
        self.last = 0
        self.out, self.err, self.code = [], [], 0


def unescape(line):
    return line[1:] if line.startswith("\\") else line


def escape(line):
    special = re.match(r"(#|=== |===$|@ |\$ |> |! |!$|\\|\[exit \d+\]$)", line)
    return "\\" + line if special else line


def strip_blank_end(lines):
    while lines and not lines[-1].strip():
        lines.pop()
    return lines


def parse(path, lines):
    """The steps of a case: ("file", name, text), ("set", name, value) or ("run", Command)."""
    steps = []
    command = None
    i = 0
    while i < len(lines):
        line = lines[i]
        where = f"{path}:{i + 1}"
        if line.startswith("=== "):
            name = line[4:].strip()
            end = next((k for k in range(i + 1, len(lines)) if lines[k] == "==="), None)
            if end is None:
                raise CaseError(f"{where}: the file {name} has no closing ===")
            if name.startswith("/") or ".." in pathlib.PurePosixPath(name).parts:
                raise CaseError(f"{where}: {name} lies outside the case's folder")
            text = "".join(unescape(t) + "\n" for t in lines[i + 1:end])
            steps.append(("file", name, text))
            command, i = None, end
        elif line.startswith("@ "):
            name, equals, value = line[2:].partition("=")
            if not equals:
                raise CaseError(f"{where}: expected @ NAME=value")
            steps.append(("set", name.strip(), value))
            command = None
        elif line.startswith("#"):
            command = None
        elif line.startswith("$ "):
            command = Command(i + 1)
            command.text = line[2:]
            while i + 1 < len(lines) and lines[i + 1].startswith("> "):
                i += 1
                command.text += "\n" + lines[i][2:]
            command.first = command.last = i + 1
            steps.append(("run", command))
        elif command is None:
            if line.strip():
                raise CaseError(f"{where}: stands outside any command: {line}")
        else:
            exit_code = EXIT.match(line)
            if exit_code:
                command.code = int(exit_code[1])
            elif line == "!" or line.startswith("! "):
                command.err.append(line[2:])
            else:
                command.out.append(unescape(line))
            if line.strip():
                command.last = i + 1
        i += 1
    for step in steps:
        if step[0] == "run":
            strip_blank_end(step[1].out)
            strip_blank_end(step[1].err)
    if not any(step[0] == "run" for step in steps):
        raise CaseError(f"{path}:1: the case runs no command")
    return steps


def line_matches(expected, actual):
    if "..." not in expected:
        return expected == actual
    pattern = ".*".join(re.escape(part) for part in expected.split("..."))
    return re.fullmatch(pattern, actual, re.DOTALL) is not None


def matches(expected, actual):
    """Whether the lines printed are the lines expected, wildcards considered."""
    # reachable[j]: the expected lines so far can stand for the first j lines printed
    reachable = [True] + [False] * len(actual)
    for line in expected:
        if line == "...":
            seen = False
            for j in range(len(actual) + 1):
                seen = seen or reachable[j]
                reachable[j] = seen
        else:
            for j in range(len(actual), 0, -1):
                reachable[j] = reachable[j - 1] and line_matches(line, actual[j - 1])
            reachable[0] = False
    return reachable[-1]


def run_command(text, folder, environment):
    process = subprocess.Popen(["/bin/bash", "-c", text], cwd=folder, env=environment,
                               stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, start_new_session=True)
    late = False
    try:
        out, err = process.communicate(timeout=SECONDS_A_COMMAND)
    except subprocess.TimeoutExpired:
        late = True
        os.killpg(process.pid, signal.SIGKILL)
        out, err = process.communicate()

    def to_lines(data):
        text = data.decode("utf-8", "backslashreplace").replace(str(folder), "$WORK")
        return strip_blank_end(text.split("\n"))

    out, err = to_lines(out), to_lines(err)
    if late:
        err.append(f"(killed: it ran longer than {SECONDS_A_COMMAND} s)")
    code = process.returncode
    return out, err, code if code >= 0 else 128 - code


def expectation(out, err, code):
    lines = [escape(line) for line in out]
    lines += [f"! {line}".rstrip() if not line else f"! {line}" for line in err]
    if code != 0:
        lines.append(f"[exit {code}]")
    return lines


def make_environment(top, program):
    for name in ("work", "home", "bin", "tmp"):
        (top / name).mkdir()
    if program.exists():
        (top / "bin" / "parley").symlink_to(program)
    environment = {
        "PATH": f"{top}/bin:/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME": f"{top}/home",
        "XDG_CONFIG_HOME": f"{top}/home/.config",
        "XDG_DATA_HOME": f"{top}/home/.local/share",
        "XDG_STATE_HOME": f"{top}/home/.local/state",
        "XDG_CACHE_HOME": f"{top}/home/.cache",
        "TMPDIR": f"{top}/tmp",
        "LANG": "C",
        "TZ": "UTC",
        "COLUMNS": "100",
        "PARLEY_SOURCE": os.environ.get("PARLEY_SOURCE", str(ROOT)),
        "PARLEY_DATA": os.environ.get("PARLEY_DATA", str(ROOT.parent / "shared" / "data")),
    }
    for name in KEPT_VARIABLES:
        if name in os.environ:
            environment[name] = os.environ[name]
    return environment


def run_case(path, program, update, keep):
    """True if everything was as expected (or has been rewritten)."""
    lines = path.read_text(encoding="utf-8").split("\n")
    steps = parse(path, lines)
    top = pathlib.Path(tempfile.mkdtemp(prefix=f"parley-{path.stem}-"))
    changes = []
    good = True
    try:
        environment = make_environment(top, program)
        for step in steps:
            if step[0] == "file":
                file = top / "work" / step[1]
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(step[2], encoding="utf-8")
                continue
            if step[0] == "set":
                environment[step[1]] = step[2]
                continue
            command = step[1]
            out, err, code = run_command(command.text, top / "work", environment)
            if matches(command.out, out) and matches(command.err, err) and code == command.code:
                continue
            wanted = expectation(command.out, command.err, command.code)
            printed = expectation(out, err, code)
            if update:
                changes.append((command, printed))
                continue
            good = False
            print(f"{path}:{command.line}: $ {command.text}")
            for line in difflib.unified_diff(wanted, printed, "expected", "printed", lineterm="", n=3):
                print("    " + line)
    finally:
        if keep:
            print(f"{path}: kept {top}")
        else:
            shutil.rmtree(top, ignore_errors=True)
    if changes:
        for command, printed in reversed(changes):
            lines[command.first:command.last] = printed
        path.write_text("\n".join(lines), encoding="utf-8")
        print(f"{path}: rewrote the expectation of {len(changes)} commands")
    return good


def main(arguments):
    flags = {a for a in arguments if a.startswith("-")}
    if flags & {"-h", "--help"}:
        print(__doc__)
        return 0
    if flags - {"--update", "--keep"}:
        print(__doc__, file=sys.stderr)
        return 2
    program = pathlib.Path(os.environ.get("PARLEY", ROOT / "build/release/parley")).absolute()
    cases = []
    for given in [a for a in arguments if a not in flags] or [pathlib.Path(__file__).parent]:
        path = pathlib.Path(given)
        cases += sorted(path.rglob("*.case")) if path.is_dir() else [path]
    good = True
    for case in cases:
        try:
            good = run_case(case, program, "--update" in flags, "--keep" in flags) and good
        except (CaseError, OSError, UnicodeDecodeError) as error:
            print(error, file=sys.stderr)
            return 2
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
