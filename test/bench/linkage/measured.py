"""Runs a program in a process of its own and says what it took."""

import os
import subprocess
import threading
import time

GIB = 1 << 30


class Taken:
    """What one run took; `outcome` is "" where all went well."""

    def __init__(self, wall, cpu, peak, outcome):
        self.wall, self.cpu, self.peak, self.outcome = wall, cpu, peak, outcome

    def as_dict(self):
        return {"wall": round(self.wall, 3), "cpu": round(self.cpu, 3), "peak_mb": round(self.peak / 1e6, 1),
                "outcome": self.outcome}


def resident(pid):
    """Bytes in memory, 0 where the process is gone."""
    try:
        with open(f"/proc/{pid}/statm", encoding="ascii") as text:
            return int(text.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError, ValueError):
        return 0


class Watch(threading.Thread):
    """Ends a process that takes more memory or time than it may."""

    def __init__(self, process, memory, seconds):
        super().__init__(daemon=True)
        self.process, self.memory, self.seconds = process, memory, seconds
        self.done = threading.Event()
        self.outcome = ""

    def run(self):
        started = time.monotonic()
        while not self.done.wait(.2):
            if resident(self.process.pid) > self.memory:
                self.outcome = f"stopped: over {self.memory / GIB:.0f} GiB"
            elif time.monotonic() - started > self.seconds:
                self.outcome = f"stopped: over {self.seconds / 60:.0f} min"
            if self.outcome:
                self.process.kill()
                return


def run(words, log, memory=12 * GIB, seconds=20 * 60, environment=None):
    """Runs; what it prints goes to the file `log`, with its errors. CPU and peak are the kernel's."""
    with open(log, "wb") as out:
        started = time.monotonic()
        process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT,
                                   env=environment)
        watch = Watch(process, memory, seconds)
        watch.start()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - started
        watch.done.set()
        watch.join()
        process.returncode = os.waitstatus_to_exitcode(status)
    outcome = watch.outcome
    if not outcome and process.returncode != 0:
        outcome = f"failed ({process.returncode}): {last_line(log)}"
    return Taken(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024, outcome)


def last_line(path):
    with open(path, encoding="utf-8", errors="replace") as text:
        lines = [line.strip() for line in text if line.strip()]
    return lines[-1][:160] if lines else "it said nothing"
