#!/usr/bin/env python3
"""The include check must see what it is there to see, and the build must stop on it."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
LAYERING = ROOT / "test" / "layering.py"

# A file, its text, and what is said of its last line; None where it breaks no rule.
CHECKS = [
    ("record/a.hpp", '#pragma once\n#include "base/id.hpp"\n', None),
    ("base/a.hpp", '#pragma once\n\n#include "record/ids.hpp"\n', "base includes record"),
    ("base/a.cpp", '  #  include "policy/roles.hpp"\n', "base includes policy"),
    ("policy/a.cpp", '#include "desk/session.hpp"\n', "policy includes desk"),
    ("record/a.cpp", '#include "record/sqlite/store.hpp"\n', "stands below it"),
    ("record/a.cpp", "#include <sqlite3.h>\n", "<sqlite3.h> is included only by record/sqlite"),
    ("desk/a.cpp", "#include <sqlite3.h>\n", "<sqlite3.h> is included only by record/sqlite"),
    ("record/sqlite/a.cpp", "#include <sqlite3.h>\n", None),
    ("record/sqlite/a.cpp", "#include <libpq-fe.h>\n", "only by record/postgres"),
    ("record/sqlite/a.cpp", '#include "record/ids.hpp"\n', None),
    ("record/postgres/a.cpp", '#include "record/sqlite/store.hpp"\n', "front door's main.cpp"),
    ("exchange/a.cpp", '#include "conference/who.hpp"\n', "stands below it"),
    ("conference/a.cpp", '#include "exchange/list.hpp"\n', "never include one another"),
    ("document/a.cpp", '#include "dossier/party.hpp"\n', "document includes dossier"),
    ("report/a.cpp", '#include "document/table.hpp"\n', None),
    ("report/a.cpp", '#include "exchange/list.hpp"\n', "report includes exchange"),
    ("linkage/a.cpp", '#include "dossier/party.hpp"\n', "linkage may include only"),
    ("linkage/a.cpp", '#include "record/view.hpp"\n', "linkage may include only"),
    ("desk/statement/add.cpp", '#include "dossier/party.hpp"\n', None),
    ("desk/statement/add.cpp", '#include "record/sqlite/store.hpp"\n', "front door's main.cpp"),
    ("desk/statement/add_test.cpp", '#include "record/sqlite/store.hpp"\n', None),
    ("cli/main.cpp", '#include "record/sqlite/store.hpp"\n', None),
    ("cli/log.cpp", '#include "record/sqlite/store.hpp"\n', "front door's main.cpp"),
    ("cli/log.cpp", '#include "desk/session.hpp"\n', None),
    ("cli/log.cpp", '#include "exchange/list.hpp"\n', "calls desk and wire"),
    ("cli/log.cpp", '#include "dossier/party.hpp"\n', "calls desk and wire"),
    ("http/a.cpp", '#include "cli/log.hpp"\n', "calls desk and wire"),
    ("base/a.cpp", '#include "bytes.hpp"\n', "not written as a path from src/"),
    ("record/a.cpp", "#include <base/id.hpp>\n", 'write "base/id.hpp"'),
    ("odds/a.cpp", "\n", "belongs to no folder"),
    ("text/a.cpp", '// linked below, but not named\n#include "base/id.hpp"\n', "USES"),
    ("policy/a.cpp", '#include "base/id.hpp"\n', None),  # through record
]
MODULES = {"text": "", "record": "USES base LIBRARIES x", "policy": "USES record"}


def layering(src):
    done = subprocess.run([sys.executable, str(LAYERING), str(src)], capture_output=True, text=True)
    return done.returncode, done.stderr


def check_rules(folder):
    failed = 0
    for number, (name, text, said) in enumerate(CHECKS):
        src = folder / str(number)
        file = src / name
        file.parent.mkdir(parents=True)
        (src / "base").mkdir(exist_ok=True)
        (src / "base/id.hpp").write_text("#pragma once\n")
        for module, arguments in MODULES.items():
            (src / module).mkdir(exist_ok=True)
            (src / module / "CMakeLists.txt").write_text(f"parley_module({module} {arguments})\n")
        file.write_text(text)
        code, stderr = layering(src)
        place = f"{file}:{max(1, len(text.splitlines()))}:"
        if said is None:
            good = code == 0
        else:
            good = code == 1 and any(place in line and said in line for line in stderr.split("\n"))
        if not good:
            failed += 1
            print(f"{name}: {text!r}: exit {code}, expected {said!r} at {place}\n{stderr}")
    return failed


def check_build(folder):
    """Configures a copy of the tree with one bad include and builds: it must stop, and say where."""
    tree = folder / "tree"
    tree.mkdir()
    for name in ("CMakeLists.txt", "cmake", "packaging", "src", "test/layering.py"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tree / name)
        else:
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, tree / name)
    build = folder / "build"

    def ninja():
        return subprocess.run(["ninja", "-C", str(build), "layering.stamp"], capture_output=True,
                              text=True)

    configured = subprocess.run(
        ["cmake", "-S", str(tree), "-B", str(build), "-G", "Ninja", "-DPARLEY_TESTS=OFF"],
        capture_output=True, text=True, env={**os.environ, "LANG": "C"})
    if configured.returncode != 0:
        print(f"the copy does not configure:\n{configured.stderr}")
        return 1
    # The check is part of what a plain `ninja` builds.
    inputs = subprocess.run(["ninja", "-C", str(build), "-t", "query", "all"], capture_output=True,
                            text=True).stdout
    failed = 0
    if "layering" not in inputs.split():
        print(f"a plain build does not check includes:\n{inputs}")
        failed += 1
    bad = tree / "src/base/zz_bad.hpp"
    for include, said in (('#include "policy/roles.hpp"', "base includes policy"),
                          ("#include <sqlite3.h>", "only by record/sqlite")):
        bad.write_text(f"#pragma once\n{include}\n")
        done = ninja()
        if done.returncode == 0 or f"{bad}:2: " not in done.stdout or said not in done.stdout:
            print(f"built in spite of {include}:\n{done.stdout}{done.stderr}")
            failed += 1
    bad.unlink()
    done = ninja()
    if done.returncode != 0:
        print(f"the tree as it is does not pass:\n{done.stdout}{done.stderr}")
        failed += 1
    return failed


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        failed = check_rules(folder / "rules") + check_build(folder)
    print("the include check sees what it should" if not failed else f"{failed} checks failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
