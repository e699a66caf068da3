#!/usr/bin/python3
"""Writes common_names_table.cpp, beside this script, from common_names/*.txt.

usage: common_names.py [--check]     --check: exit 1 if the file is not what would be written

The files' form: "# ..." is a comment; "[arabic given]", "[slavic given]", "[hebrew given]" or
"[family]" begins a section; any other line is one name, its spellings separated by commas, the first
in Latin letters.
"""

import pathlib
import sys

KINDS = {"arabic given": 0, "slavic given": 1, "hebrew given": 2, "family": 3}
# A name's number is its line: new files and new lines come last.
FILES = ["arabic.txt", "compound.txt", "slavic.txt", "family.txt", "hebrew.txt"]
HERE = pathlib.Path(__file__).parent


def names():
    for file in FILES:
        kind = None
        text = (HERE / "common_names" / file).read_text(encoding="utf-8")
        for number, line in enumerate(text.splitlines(), 1):
            line = line.split("#")[0].strip()
            if not line:
                continue
            if line.startswith("["):
                kind = KINDS[line.strip("[]")]
                continue
            spellings = [spelling.strip() for spelling in line.split(",")]
            if kind is None or not all(spellings) or len(set(spellings)) != len(spellings):
                sys.exit(f"{file}:{number}: no section, or an empty or repeated spelling")
            yield kind, ",".join(spellings)


def source():
    rows = list(names())
    lines = ["// Written by common_names.py from common_names/*.txt: change it there.",
             '#include "text/common_names_table.hpp"', "", "// clang-format off",
             "namespace parley::text {", "", "const CommonNameLine kCommonNames[] = {"]
    lines += ['{%d,"%s"},' % row for row in rows]
    lines += ["};", "const std::size_t kCommonNamesSize = %d;" % len(rows), "",
              "}  // namespace parley::text", ""]
    return "\n".join(lines)


def main():
    path = HERE / "common_names_table.cpp"
    text = source()
    if sys.argv[1:] == ["--check"]:
        if path.read_text(encoding="utf-8") != text:
            print(f"{path.name} is not what {pathlib.Path(__file__).name} writes: run it")
            return 1
        return 0
    path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
