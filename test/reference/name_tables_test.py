#!/usr/bin/python3
"""The tables of src/text that scripts write are what their scripts write."""

import pathlib
import subprocess
import sys

TEXT = pathlib.Path(__file__).resolve().parents[2] / "src" / "text"
failed = 0
for script in ("fold_table.py", "common_names.py"):
    run = subprocess.run([sys.executable, TEXT / script, "--check"], check=False)
    failed += run.returncode != 0
sys.exit(failed != 0)
