#!/usr/bin/env python3
"""Checks the include rules of the house. usage: layering.py SRC

What is checked, for every .hpp and .cpp under SRC:
  1. A folder includes itself and folders above it in ORDER, never one below.
  2. Each folder that is included is named, directly or through another, by the USES of the
     including folder's parley_module(), so that what is linked is what is included.
  3. The four instruments never include one another.
  4. document and report include no instrument, nor dossier or record: they know only documents.
  5. linkage includes base, text, geo and table only: it knows nothing of detained persons.
  6. Database headers stand only in record/sqlite and record/postgres; those of the solver only in
     solve, of XML and workbooks only in table.
  7. Only the main.cpp of a front door includes record/sqlite or record/postgres, and a front door
     includes only what FRONT_DOORS_MAY_INCLUDE says.
  8. A name in quotes is a path from SRC (the compiler says whether it exists); <> is for what
     comes from outside.
A unit test (NAME_test.cpp) stands under the same rules, except that one of the database folders'
neighbours may open a store: TESTS_MAY_INCLUDE.

A broken rule is printed as FILE:LINE: what is wrong, and the exit code is 1.
"""

import pathlib
import re
import sys

# The design's list, from top to bottom.
ORDER = [
    "base", "text", "geo", "table", "document", "report", "record", "record/sqlite",
    "record/postgres", "policy", "dossier", "linkage", "solve", "exchange", "ceasefire", "access",
    "conference", "desk", "wire", "cli", "http",
]
INSTRUMENTS = {"exchange", "ceasefire", "access", "conference"}
FRONT_DOORS = {"cli", "http"}
STORES = {"record/sqlite", "record/postgres"}
# Beside desk and wire: the vocabulary that desk's own headers speak.
FRONT_DOORS_MAY_INCLUDE = {"base", "text", "record", "policy", "document", "report", "desk", "wire"}
# Use cases are tested on a real store.
TESTS_MAY_INCLUDE = {"record/sqlite"}
TESTS_WITH_STORE = {"policy", "dossier", "desk", "wire"} | INSTRUMENTS
ONLY = {
    "document": {"base", "text", "geo", "table"},
    "report": {"base", "text", "geo", "table", "document"},
    "linkage": {"base", "text", "geo", "table"},
}
OWNED_HEADERS = {
    "sqlite3.h": "record/sqlite",
    "libpq-fe.h": "record/postgres",
    "libpq/libpq-fs.h": "record/postgres",
    "postgresql/libpq-fe.h": "record/postgres",
    "nettle/sha2.h": "base",
    "lemon/list_graph.h": "solve",
    "lemon/smart_graph.h": "solve",
    "lemon/network_simplex.h": "solve",
    "expat.h": "table",
    "xlsxwriter.h": "table",
}

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')
MODULE = re.compile(r"parley_module\(\s*([\w/]+)([^)]*)\)")


def folder_of(path):
    """The entry of ORDER that a path relative to SRC belongs to, or None."""
    parts = pathlib.PurePosixPath(path).parts
    if "/".join(parts[:2]) in ORDER and len(parts) > 2:
        return "/".join(parts[:2])
    if len(parts) > 1 and parts[0] in ORDER:
        return parts[0]
    return None


def read_uses(src):
    """USES of each folder, closed over what those use in turn."""
    direct = {}
    for file in sorted(src.rglob("CMakeLists.txt")):
        for name, rest in MODULE.findall(re.sub(r"#.*", "", file.read_text(encoding="utf-8"))):
            words = rest.split()
            uses, taking = set(), False
            for word in words:
                if word.isupper():
                    taking = word == "USES"
                elif taking:
                    uses.add(word)
            direct[name] = uses
    closed = {}

    def close(name):
        if name not in closed:
            closed[name] = set()  # ends a circle, which CMake refuses anyway
            for used in direct.get(name, ()):
                closed[name] |= {used} | close(used)
        return closed[name]

    for name in direct:
        close(name)
    return direct, closed


def rule_broken(file, own, other, is_test):
    """Why a file of folder `own` may not include a header of folder `other`, or None."""
    if other == own:
        return None
    if is_test and own in TESTS_WITH_STORE and other in TESTS_MAY_INCLUDE:
        return None
    if ORDER.index(other) > ORDER.index(own):
        return f"{own} includes {other}, which stands below it"
    if own in INSTRUMENTS and other in INSTRUMENTS:
        return f"{own} and {other} are both instruments: they never include one another"
    if own in ONLY and other not in ONLY[own]:
        return f"{own} may include only {', '.join(sorted(ONLY[own]))}, not {other}"
    if other in STORES:
        if not (own in FRONT_DOORS and file.name == "main.cpp"):
            return f"{other} is included only by a front door's main.cpp"
        return None
    if own in FRONT_DOORS and other not in FRONT_DOORS_MAY_INCLUDE:
        return f"{own} is a front door: it calls desk and wire, not {other}"
    return None


def check(src):
    direct, closed = read_uses(src)
    problems = []
    for file in sorted(p for p in src.rglob("*") if p.suffix in (".hpp", ".cpp")):
        relative = file.relative_to(src)
        own = folder_of(relative.as_posix())
        if own is None:
            problems.append(f"{file}:1: belongs to no folder of the design's list")
            continue
        is_test = file.name.endswith("_test.cpp")
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
        for number, line in enumerate(lines, 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            where = f"{file}:{number}"
            quoted, outside = match.groups()
            if outside is not None:
                owner = OWNED_HEADERS.get(outside)
                if owner and own != owner:
                    problems.append(f"{where}: <{outside}> is included only by {owner}")
                elif folder_of(outside) and (src / outside).exists():
                    problems.append(f'{where}: <{outside}> is ours: write "{outside}"')
                continue
            if quoted in OWNED_HEADERS:
                problems.append(f"{where}: {quoted} comes from outside: write <{quoted}>")
                continue
            other = folder_of(quoted)
            if other is None:
                problems.append(f'{where}: "{quoted}" is not written as a path from src/')
                continue
            broken = rule_broken(file, own, other, is_test)
            if broken:
                problems.append(f"{where}: {broken}")
            elif other != own and own in direct and other not in closed[own] and not is_test:
                problems.append(f"{where}: {own} includes {other}, but its parley_module() does "
                                f"not name it in USES")
    return problems


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    src = pathlib.Path(sys.argv[1])
    if not src.is_dir():
        sys.exit(f"layering.py: {src} is no folder")
    problems = check(src)
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        print(f"layering: {len(problems)} broken (the rules: {__file__})", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
