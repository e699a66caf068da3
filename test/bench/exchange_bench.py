#!/usr/bin/python3
"""The exchange of examples/stockholm-2018 at its real size, run by run and command by command.

Plays the example PARLEY_BENCH_RUNS times (1) and prints, of each run: the whole, what of it was parley's
and what the invented people's answers took, CPU seconds, the greatest memory of one command, each command
once, and the example's own summary. PARLEY: the program. PARLEY_SOURCE: the tree.

The commands are timed by a program in parley's place, which is this file under another name.
"""

import os
import platform
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time


def stand_in():
    """Runs the program with the same arguments and notes what it took."""
    started = time.perf_counter()
    code = subprocess.call([os.environ["PARLEY_TIMED"], *sys.argv[1:]], close_fds=False)
    took = time.perf_counter() - started
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    words = [word for word in sys.argv[1:] if not word.startswith("/") and word != "an example"]
    line = f"{took:.3f}\t{used.ru_utime + used.ru_stime:.3f}\t{used.ru_maxrss}\t{' '.join(words[:5])}\n"
    with open(os.environ["PARLEY_TIMES"], "a", encoding="utf-8") as out:
        out.write(line)
    return code


def play(source, program, place):
    """One run: seconds of the whole job, the commands, what the example printed."""
    times = os.path.join(place, "times")
    timed = os.path.join(place, "parley-timed")
    shutil.copy(os.path.realpath(__file__), timed)
    os.chmod(timed, 0o755)
    environment = dict(os.environ, PARLEY=timed, PARLEY_TIMED=program, PARLEY_TIMES=times, PARLEY_OUT=place)
    done = subprocess.run([os.path.join(source, "examples/stockholm-2018/run")], env=environment,
                          stdout=subprocess.PIPE, text=True, check=True)
    found = re.search(r"the job took ([0-9.]+) s", done.stdout)
    commands = []
    with open(times, encoding="utf-8") as lines:
        for line in lines:
            took, cpu, peak, words = line.rstrip("\n").split("\t")
            commands.append((float(took), float(cpu), int(peak), words))
    return float(found.group(1)), commands, done.stdout


def main():
    source = os.environ.get("PARLEY_SOURCE", os.getcwd())
    program = os.environ.get("PARLEY", os.path.join(source, "build/release/parley"))
    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, {time.strftime('%Y-%m-%d')}, "
          f"load {os.getloadavg()[0]:.1f}")
    for run in range(int(os.environ.get("PARLEY_BENCH_RUNS", "1"))):
        with tempfile.TemporaryDirectory() as place:
            job, commands, printed = play(source, program, place)
        took = sum(command[0] for command in commands)
        cpu = sum(command[1] for command in commands)
        peak = max(command[2] for command in commands)
        print(f"run {run + 1}: the job {job:.1f} s; parley's {len(commands)} commands {took:.1f} s, {cpu:.1f} s CPU, "
              f"{peak / 1024:.0f} MB at most")
        for took, cpu, peak, words in sorted(commands, reverse=True):
            print(f"  {took:6.2f} s  {cpu:6.2f} s CPU  {peak / 1024:5.0f} MB  {words}")
        print(printed[printed.index("== Summary"):])
    return 0


if __name__ == "__main__":
    sys.exit(stand_in() if os.path.basename(sys.argv[0]) == "parley-timed" else main())
