#!/usr/bin/python3
"""One line, or a few, of what parley answered in JSON, for the example's summary.

    summary.py import ANSWER.json FILE      what a list brought
    summary.py merge ANSWER.json            what a sheet brought back
    summary.py exchange STATUS.json CLAIMS.json
"""
import json
import sys


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def imported(answer, file):
    print(
        f"{file}: {answer['people']} people ({answer['format']}); added {len(answer['added'])}, changed "
        f"{len(answer['changed'])}, dropped {len(answer['dropped'])}, unchanged {answer['unchanged']}; cells not read "
        f"{len(answer['bad_cells'])}, rows not read {len(answer['unread'])}, insufficiently identified {len(answer['insufficient'])}"
    )


def merged(answer):
    names = {"answers": "answers", "remarks": "remarks", "final_replies": "final replies", "last_remarks": "last remarks"}
    said = [f"{answer[key]} {text}" for key, text in names.items() if answer.get(key)]
    print(", ".join(said or ["nothing"]) + f"; left open {answer['open']}, not taken {len(answer['refused'])}")


def states(claims):
    """{state: how many} over all pairs of parties, wherever the answer nests them."""
    out = {}

    def walk(node):
        if isinstance(node, dict):
            if isinstance(node.get("states"), dict):
                for state, count in node["states"].items():
                    out[state] = out.get(state, 0) + count
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    walk(claims)
    return out


def exchange(status, claims):
    ready, plan = status["readiness"], status["plan"]
    print(f"claims {ready['claims']}: " + ", ".join(f"{state} {count}" for state, count in states(claims).items() if count))
    print(f"ready for a plan {ready['eligible']}")
    figures = plan["plan"]["figures"]
    print(
        f"people in the plan {figures['freed']} (outside parity {figures['freed_first']}), stages {figures['stages']}, greatest "
        f"exposure {figures['worst_exposure']} (at least {figures['exposure_at_least']}), at most {figures['at_most']} could go"
    )


def main():
    what, *files = sys.argv[1:]
    if what == "import":
        imported(read(files[0]), files[1])
    elif what == "merge":
        merged(read(files[0]))
    else:
        exchange(read(files[0]), read(files[1]))


if __name__ == "__main__":
    main()
