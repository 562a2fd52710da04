"""Measures a session with a store: python3 stored.py CALLOFF [PLANS] [LINES] [FOLDER]

First the time from a key to the first bytes of its frame, for edits that are on the disk by then:
removing a line and undoing it, in turn, in a plan of 100 lines. Then the start with the list of plans,
in a store of PLANS (5,000) with LINES (100) each. The store is created in FOLDER once and used again:
the program imports twenty plans, and their rows are copied.
"""

import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time

import plan
import terminal

EDITS = 100
STARTS = 5
#: The number of different plans.
KINDS = 20
#: The tables of a plan, and the tables to whose numbers their columns refer.
TABLES = {
    "plan": {"number": "plan"},
    "fund": {"number": "fund", "plan": "plan"},
    "fund_amount": {"fund": "fund"},
    "buying_group": {"number": "buying_group", "plan": "plan"},
    "line": {"number": "line", "plan": "plan"},
    "line_cost": {"line": "line"},
    "step": {"plan": "plan"},
    "step_line": {"plan": "plan"},
}


def write(folder, count, seed):
    path = f"{folder}/plan{seed}.yaml"
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(plan.plan(count, random.Random(seed))) + "\n")
    return path


def import_plans(calloff, store, files):
    command = [calloff, "import", "--store", store, *files]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def multiply(store, times):
    """Copies each plan of a store until there are a number of each."""
    with sqlite3.connect(store) as database:
        database.execute("CREATE TEMP TABLE copy(k INTEGER PRIMARY KEY)")
        database.executemany("INSERT INTO copy VALUES (?)", [(k,) for k in range(1, times)])
        owners = {owner for columns in TABLES.values() for owner in columns.values()}
        highest = {
            owner: database.execute(f"SELECT max(number) FROM {owner}").fetchone()[0] or 0
            for owner in owners
        }
        for table, numbers in TABLES.items():
            columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
            values = [
                f"{c} + k * {highest[numbers[c]]}" if c in numbers else c for c in columns
            ]
            database.execute(
                f"INSERT INTO {table}({', '.join(columns)}) "
                f"SELECT {', '.join(values)} FROM copy CROSS JOIN {table} AS old"
            )
        unfit = database.execute("PRAGMA foreign_key_check").fetchall()
    if unfit:
        raise SystemExit(f"the store has broken references: {unfit[:3]}")


def edits(calloff, home):
    """The times of edits, each after the previous one is complete."""
    store = f"{home}/small"
    import_plans(calloff, store, [write(home, 100, 1)])
    session = terminal.Session([calloff, "--store", store, "1"], home)
    session.expect(b"quit")
    times = []
    for number in range(EDITS):
        session.settle(0.05)
        sent = session.send(b"d" if number % 2 == 0 else b"u")
        answered = session.wait(10)
        if answered is None:
            raise SystemExit("a key was not answered")
        times.append(answered - sent)
    errors, code = session.errors(), session.end()
    if errors or code != 0:
        raise SystemExit(f"the session showed {errors} and ended with {code}")
    return times


def starts(calloff, home, store):
    """The times from the start of the program to the first list of plans."""
    times = []
    for _ in range(STARTS):
        start = time.monotonic()
        session = terminal.Session([calloff, "--store", store], home)
        times.append(session.expect(b"quit") - start)
        session.end()
    return times


def main():
    calloff = os.path.abspath(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 5000
    lines = int(sys.argv[3]) if len(sys.argv) > 3 else 100
    with tempfile.TemporaryDirectory() as home:
        terminal.report("an edit, key to first bytes", edits(calloff, home))
        folder = sys.argv[4] if len(sys.argv) > 4 else home
        store = f"{folder}/plans-{count}-{lines}"
        if not os.path.exists(store):
            start = time.monotonic()
            import_plans(calloff, store, [write(home, lines, seed) for seed in range(KINDS)])
            multiply(store, count // KINDS)
            print(f"the store was made in {time.monotonic() - start:.0f} s")
        print(f"the store has {os.path.getsize(store) / 1e6:.0f} MB")
        terminal.report(f"start with {count} plans", starts(calloff, home, store))


if __name__ == "__main__":
    main()
