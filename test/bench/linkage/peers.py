"""The peers, and the virtual environment that they run in."""

import os
import subprocess

# name: packages with the versions that were found to work, the threshold that it is made for, the sets
# it is run on. The others are too large for it, or not its trade.
SMALL = ["fake_1000", "febrl3", "febrl4"]
PEERS = {
    "splink": (["splink==5.0.0", "duckdb==1.5.6", "pandas==2.3.3"], .5,
               SMALL + ["historical_50k", "people_10000", "people_100000", "families_100000", "people_1000000"]),
    "recordlinkage": (["recordlinkage==0.16", "pandas==2.3.3"], .5,
                      SMALL + ["historical_50k", "people_10000", "people_100000", "families_100000"]),
    "rapidfuzz": (["rapidfuzz==3.14.6", "pandas==2.3.3", "numpy==2.4.6"], .85,
                  SMALL + ["historical_50k", "people_10000", "people_100000", "families_100000", "people_1000000"]),
    "nomenklatura": (["nomenklatura==4.17.4", "followthemoney==4.11.2", "rigour==2.6.1", "pandas==2.3.3"], .7, SMALL),
}


class Environment:
    """Python with what could be installed; `lacks` says why a peer is not here."""

    def __init__(self, place):
        self.place = place
        self.python = os.path.join(place, "bin", "python")
        self.lacks = {}

    def make(self, wanted, say):
        if not os.path.exists(self.python):
            say(f"making {self.place}")
            made = subprocess.run(["/usr/bin/python3", "-m", "venv", self.place], stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, text=True, check=False)
            if made.returncode != 0:
                self.lacks = {name: "no virtual environment (python3-venv)" for name in wanted}
                return
        for name in wanted:
            if not self._has(name):
                say(f"installing {name}")
                self._install(name)

    def _has(self, name):
        """Whether the very versions are there."""
        pins = PEERS[name][0]
        code = ("import importlib.metadata as m, sys\n"
                "sys.exit(any(m.version(p.split('==')[0]) != p.split('==')[1] for p in sys.argv[1:]))")
        return subprocess.run([self.python, "-c", code, *pins], stderr=subprocess.DEVNULL, check=False).returncode == 0

    def _install(self, name):
        words = [self.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--timeout", "30",
                 "--retries", "1", *PEERS[name][0]]
        try:
            done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=900,
                                  check=False)
        except subprocess.TimeoutExpired:
            self.lacks[name] = "not installed in 15 minutes"
            return
        if done.returncode != 0:
            lines = [line for line in done.stdout.splitlines() if line.strip()]
            self.lacks[name] = "not installed: " + (lines[-1][:120] if lines else "pip said nothing")


def version(name):
    return PEERS[name][0][0].split("==")[1]
